"""A newcomer's path from nothing to a site with two languages, a notice and a risk, with the commands of the README alone."""
import re
import shlex

import pytest

from harness import ROOT, messages, run, tree

TODAY = {"SOURCE_DATE_EPOCH": "1767225600"}  # 2026-01-01
PROJECT = "content/projects/transition"
README = (ROOT / "README.md").read_text()


@pytest.fixture
def at(tmp_path):
    """Runs a command that the README has, from the folder in which its site lies."""
    def step(words):
        assert re.search(rf"staffetta {re.escape(words)}(?:\s|$)", README, re.M), "the README says so"
        return run(shlex.split(words), env=TODAY, cwd=tmp_path)
    step.folder = tmp_path / "transition"
    return step


def test_from_nothing_to_a_published_site(at):
    site = at.folder
    begun = at("init transition")
    assert begun.code == 0 and begun.stdout.splitlines()[:2] == ["transition/content/site.yaml", "transition/.gitignore"]
    assert begun.stderr == (
        f"next: write your six lines in transition/{PROJECT}/project.yaml, then\n  staffetta build --site transition\n"
        "and open transition/public/team/index.html\n")

    checked = at("check --strict --site transition")
    assert checked.code == 0 and checked.stderr.endswith("1 accepted in waivers in 6 pages as of 2026-01-01\n")

    built = at("build --site transition")
    assert built.code == 0 and built.stdout.splitlines()[0].endswith("files in transition/public (wiki, team, customers)")
    page = (site / "public/team/de/projects/transition/index.html").read_text()
    assert "Produktivstart: Deutschland" in page and page.count("class=\"proposed\"") > 5

    language = at("new language fr --site transition")
    assert language.code == 0 and language.stdout.splitlines() == [
        "transition/content/site.yaml", "transition/content/index.fr.md", f"transition/{PROJECT}/index.fr.md",
        "transition/templates/languages/fr.yaml"]
    assert "languages: [it, sv, de, fr]\n" in (site / "content/site.yaml").read_text()

    notice = at("new notice new-number --site transition")
    assert notice.code == 0 and notice.stdout == f"transition/{PROJECT}/notices/new-number.yaml\n"
    assert f"  {PROJECT}/notices/new-number.yaml:10: title, summary and texts, in every language\n" in notice.stderr

    adopted = at("adopt risks --site transition")
    assert adopted.code == 0 and adopted.stdout == f"{PROJECT}/risks.yaml: 13 records\n"
    before = (site / PROJECT / "risks.yaml").read_bytes()
    risk = at('new risk "Hiring is late" --site transition')
    assert risk.code == 0 and risk.stdout == f"transition/{PROJECT}/risks.yaml\n"
    after = (site / PROJECT / "risks.yaml").read_bytes()
    assert after.startswith(before) and after[len(before):].decode().splitlines()[1:3] == ['  title: "Hiring is late"', "  owner: spo"]
    findings = messages(at("check --strict --site transition").stderr)
    assert [(found.severity, found.rule) for found in findings] == [("warning", "V23")] * 3 + [("warning", "incomplete")]

    project = site / PROJECT / "project.yaml"
    sound, published = project.read_text(), tree(site / "public")
    project.write_text(sound.replace("IT: 2026-07-06", "IT: 2026-07-36"))
    broken = at("build --site transition")
    assert broken.code == 1 and tree(site / "public") == published
    found = [found for found in messages(broken.stderr) if found.severity == "error"]
    assert len(found) == 1 and found[0].places == [(f"{PROJECT}/project.yaml", 8, 15)]
    assert broken.stderr[broken.stderr.index("error["):].split("\n\n")[0] == (
        'error[V04]: "2026-07-36" does not fit this field\n'
        f"  --> {PROJECT}/project.yaml:8:15\n"
        "     |\n   8 | goLive: { IT: 2026-07-36, SE: 2026-07-27, DE: 2026-08-17 }\n     |               ^^^^^^^^^^\n"
        "  rule: the field takes a day as YYYY-MM-DD")

    project.write_text(sound)
    assert at("build --site transition").code == 0
    page = (site / "public/team/it/projects/transition/index.html").read_text()
    assert "Hiring is late" in page and re.search(r"6 luglio 2026", page)
    assert 'lang="it"' in (site / "public/wiki/fr/index.html").read_text(), "French readers get the original, marked as such"
