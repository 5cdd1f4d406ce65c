"""A site to begin with: what a newcomer does in the first five minutes, step by step."""
import json
import re
import shlex
import shutil
import subprocess
import time

import pytest
import yaml

from harness import BINARY, ROOT, build, built, environment, run, tree

TODAY = {"SOURCE_DATE_EPOCH": "1767225600"}  # 2026-01-01


def start(folder, *options):
    return run(["init", folder, *options], env=TODAY)


def test_from_nothing_to_a_plan_in_three_seconds(tmp_path):
    begun = time.monotonic()
    folder = tmp_path / "site"
    assert start(folder, "--minimal").code == 0
    checked = run(["check", "--site", folder], env=TODAY)
    built(folder, tmp_path / "out", env=TODAY)
    assert time.monotonic() - begun < 3
    assert checked.code == 0 and set(re.findall(r"warning\[([^]]+)", checked.stderr)) == {"incomplete", "next-step", "V16", "V72"}


def test_the_six_lines_are_six(tmp_path):
    start(tmp_path / "site", "--minimal")
    lines = (tmp_path / "site/content/projects/transition/project.yaml").read_text().splitlines()
    assert lines[2:] == [
        "type: partner-change # or first-outsourcing, insourcing, multi-source", 'client: "Nordhem Casa"', 'outgoing: "Ponteluna"',
        'incoming: "Svarsund"', "goLive: { IT: 2026-07-06, SE: 2026-07-27, DE: 2026-08-17 }"]
    assert lines[1] == 'name: "Cambio di fornitore"'


@pytest.mark.parametrize("language, plan, risk", [
    ("it", "Attività", "Rischi"), ("sv", "Aktiviteter", "Risker"), ("de", "Aufgaben", "Risiken"),
])
def test_every_language_has_its_plan(tmp_path, language, plan, risk):
    start(tmp_path / "site", "--minimal", "--languages", f"{language},{'de' if language != 'de' else 'sv'}")
    page = (built(tmp_path / "site", tmp_path / "out", env=TODAY) / f"team/{language}/projects/transition/index.html").read_text()
    assert f"<caption>{plan}</caption>" in page and f">{risk}<" in page
    assert "class=\"proposed\"" in page
    wiki = (tmp_path / f"out/wiki/{language}/projects/transition/index.html").read_text()
    assert f"<caption>{plan}</caption>" not in wiki and f">{risk}<" not in wiki, "the plan is the team's until somebody writes it down"
    assert "class=\"proposed\"" not in wiki


def test_a_risk_is_written_down_and_a_date_broken_and_repaired(tmp_path):
    folder = tmp_path / "site"
    start(folder, "--minimal")
    assert run(["adopt", "risks", "--site", folder]).code == 0
    project = folder / "content/projects/transition/project.yaml"
    sound = project.read_text()
    project.write_text(sound.replace("2026-07-06", "2026-07-36"))
    broken = build(folder, tmp_path / "out", env=TODAY)
    assert broken.code == 1 and "content/projects/transition/project.yaml:7:" in broken.stderr and "2026-07-36" in broken.stderr
    assert not (tmp_path / "out").exists() or not list((tmp_path / "out").iterdir())
    project.write_text(sound)
    built(folder, tmp_path / "out", env=TODAY)


def test_editors_get_their_schemas(tmp_path):
    folder = tmp_path / "site"
    assert start(folder).code == 0
    assert (folder / ".schemas/risks.json").is_file()
    first = (folder / "content/projects/transition/project.yaml").read_text().splitlines()[0]
    assert first == "# yaml-language-server: $schema=../../../.schemas/project.json"
    built(folder, tmp_path / "out", env=TODAY)


def test_nothing_is_replaced(tmp_path):
    folder = tmp_path / "site"
    start(folder, "--minimal")
    home = folder / "content/index.it.md"
    home.write_text("mine")
    said = start(folder, "--minimal")
    assert said.code == 64 and "is there already" in said.stderr and home.read_text() == "mine"


@pytest.mark.parametrize("languages, message", [("fr", "cannot begin in \"fr\""), ("it,it", "each once"), ("", "at least one")])
def test_languages_that_do_not_work_are_said(tmp_path, languages, message):
    said = start(tmp_path / "site", "--languages", languages)
    assert said.code == 64 and message in said.stderr and not (tmp_path / "site").exists()


@pytest.mark.parametrize("languages, currency_zone", [
    ("it,sv,de", "Europe/Rome"), ("sv", "Europe/Stockholm"), ("de", "Europe/Berlin"), ("de,it", "Europe/Berlin")])
def test_a_new_site_passes_a_strict_check(tmp_path, languages, currency_zone):
    said = start(tmp_path / "site", "--languages", languages)
    assert said.code == 0
    checked = run(["check", "--site", tmp_path / "site", "--strict"], env=TODAY)
    assert checked.code == 0 and not re.findall(r"(?:error|warning)\[", checked.stderr)
    codes = languages.split(",")
    assert checked.stderr.endswith(f"1 accepted in waivers in {2 * len(codes)} pages as of 2026-01-01\n")
    folder = tmp_path / "site/content/projects/transition"
    assert sorted(path.name for path in folder.glob("*.yaml")) == ["dataAssets.yaml", "project.yaml", "roles.yaml", "scope.yaml", "waivers.yaml"]
    read = {path.stem: yaml.safe_load(path.read_text()) for path in folder.glob("*.yaml")}
    assert (read["project"]["timezone"], read["project"]["sponsor"], read["project"]["lead"]) == (currency_zone, "spo", "tl")
    assert len(read["roles"]) == 13 and all(set(role["title"]) == set(codes) for role in read["roles"])
    assert [(waiver["rule"], waiver["record"], waiver["by"]) for waiver in read["waivers"]] == [("next-step", "project", "tl")]
    built(tmp_path / "site", tmp_path / "out", env=TODAY)


def test_what_is_written_leaves_the_plan_to_the_days(tmp_path):
    """Phases, milestones and risks stay proposals: a go-live that moves takes them along."""
    start(tmp_path / "site")
    project = tmp_path / "site/content/projects/transition/project.yaml"
    project.write_text(project.read_text().replace("SE: 2026-07-27", "SE: 2026-09-14"))
    page = (built(tmp_path / "site", tmp_path / "out", env=TODAY) / "team/sv/projects/transition/index.html").read_text()
    row = page.split("Driftstart: Sverige")[1].split("</tr>")[0]
    assert "14 september 2026" in row and page.count("Automatiskt förslag") == 7


def test_the_waiver_ends_with_the_phase_of_planning(tmp_path):
    start(tmp_path / "site")
    waiver = yaml.safe_load((tmp_path / "site/content/projects/transition/waivers.yaml").read_text())[0]
    assert str(waiver["until"]) == "2026-05-08"
    assert run(["check", "--site", tmp_path / "site", "--strict", "--as-of", "2026-05-08"]).code == 0
    over = run(["check", "--site", tmp_path / "site", "--strict", "--as-of", "2026-05-09"])
    assert over.code == 1 and "warning[next-step]" in over.stderr


def test_the_example_is_a_whole_site(tmp_path):
    said = run(["init", tmp_path / "site", "--example"])
    assert said.code == 0 and f"{tmp_path}/site/content/site.yaml" in said.stdout.splitlines()
    assert tree(ROOT / "content").keys() == tree(tmp_path / "site/content").keys()
    for name in ("images/logo.svg", "index.de.md", "README.md"):
        assert (tmp_path / "site/content" / name).read_bytes() == (ROOT / "content" / name).read_bytes()
    checked = run(["check", "--site", tmp_path / "site", "--strict"])
    assert checked.code == 0 and "as of 2026-03-16" in checked.stderr
    assert (built(tmp_path / "site", tmp_path / "out") / "team/sv/projects/nordhem-casa/index.html").is_file()


def test_the_example_replaces_nothing(tmp_path):
    (tmp_path / "content").mkdir()
    said = run(["init", tmp_path, "--example"])
    assert said.code == 64 and "is there already" in said.stderr and list(tmp_path.iterdir()) == [tmp_path / "content"]
    assert run(["init", tmp_path / "other", "--example", "--languages", "it"]).code == 64 and not (tmp_path / "other").exists()


def test_a_program_without_its_example_says_where_it_belongs(tmp_path):
    alone = tmp_path / "bin/staffetta"
    alone.parent.mkdir()
    shutil.copy(BINARY, alone)
    words = [alone, "init", tmp_path / "site", "--example"]
    said = subprocess.run(words, capture_output=True, text=True, env=environment())
    assert said.returncode == 64 and f"looked for {tmp_path}/share/staffetta/example" in said.stderr
    assert not (tmp_path / "site").exists()
    shutil.copytree(ROOT / "content", tmp_path / "share/staffetta/example")
    assert subprocess.run(words, capture_output=True, env=environment()).returncode == 0
    assert (tmp_path / "site/content/site.yaml").is_file()


def test_editors_get_their_settings(tmp_path):
    start(tmp_path / "site", "--languages", "sv,de")
    settings = json.loads((tmp_path / "site/.vscode/settings.json").read_text())
    assert settings["files.eol"] == "\n" and settings["files.insertFinalNewline"] is True and settings["cSpell.language"] == "sv,de"
    recommended = json.loads((tmp_path / "site/.vscode/extensions.json").read_text())["recommendations"]
    name = "streetsidesoftware.code-spell-checker"
    assert recommended == ["redhat.vscode-yaml", name, f"{name}-swedish", f"{name}-german"]
    start(tmp_path / "small", "--minimal")
    assert sorted(path.name for path in (tmp_path / "small").iterdir()) == [".gitignore", "content"]


PIPELINES = {"gitlab": ".gitlab-ci.yml", "github": ".github/workflows/staffetta.yml"}


def shell_lines(node):
    """Every line that a pipeline gives to a shell."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("script", "before_script", "after_script", "run") and not isinstance(value, dict):
                yield from (value if isinstance(value, list) else value.splitlines())
            else:
                yield from shell_lines(value)
    elif isinstance(node, list):
        for value in node:
            yield from shell_lines(value)


@pytest.mark.parametrize("forge", PIPELINES)
@pytest.mark.parametrize("options", [(), ("--minimal",), ("--example",)])
def test_a_pipeline_runs_on_the_new_site(tmp_path, forge, options):
    site = tmp_path / "site"
    said = run(["init", site, "--ci", forge, *options])
    assert said.code == 0 and f"{site}/{PIPELINES[forge]}" in said.stdout.splitlines()
    text = (site / PIPELINES[forge]).read_text()
    lines = list(shell_lines(yaml.safe_load(text)))
    calls = [line for line in lines if line.startswith("staffetta")]
    assert [line.split(" > ")[0] for line in calls] == {
        "gitlab": ["staffetta check --strict", "staffetta check --format gitlab", "staffetta build",
                   "staffetta build --edition customers --output editions"],
        "github": ["staffetta check --strict --format github", "staffetta build", "staffetta build --edition customers --output editions"],
    }[forge]
    for call in calls:
        words = shlex.split(call.split(" > ")[0])[1:]
        if options == ("--minimal",):
            words = [word for word in words if word != "--strict"]
        done = run(words, cwd=site)
        assert done.code == 0, done.stderr
    assert sorted(path.name for path in (site / "editions").iterdir() if not path.name.startswith(".")) == ["customers"]
    assert "apt-get install -y -qq ca-certificates curl libcmark0.30.2 libyaml-0-2 zlib1g libxlsxwriter4 xlsx2csv" in lines


def test_only_the_edition_for_customers_is_published(tmp_path):
    for forge, name in PIPELINES.items():
        run(["init", tmp_path / forge, "--ci", forge])
        read = yaml.safe_load((tmp_path / forge / name).read_text())
        if forge == "gitlab":
            assert read["pages"]["script"][1:] == ["rm -rf public", "mv editions/customers public"]
            assert read["preview"]["artifacts"]["access"] == "developer"
            assert read["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
            assert read["preview"]["environment"]["url"].endswith("/-/jobs/$CI_JOB_ID/artifacts/file/public/team/index.html")
        else:
            pages = [step for step in read["jobs"]["site"]["steps"] if "upload-pages" in step.get("uses", "")]
            assert [step["with"]["path"] for step in pages] == ["editions/customers"] and pages[0]["if"] == "github.event_name == 'push'"
            assert set(read["on"]) == {"pull_request", "push"}


def test_findings_as_gitlab_reads_them(tmp_path):
    start(tmp_path, "--minimal")
    said = run(["check", "--site", tmp_path, "--format", "gitlab"], env=TODAY)
    report = json.loads(said.stdout)
    assert [(entry["check_name"], entry["severity"], entry["location"]["lines"]["begin"]) for entry in report] == [
        ("V72", "minor", 2), ("incomplete", "minor", 2), ("next-step", "minor", 2), ("V16", "minor", 3)]
    assert {entry["location"]["path"] for entry in report} == {"content/projects/transition/project.yaml"}
    assert len({entry["fingerprint"] for entry in report}) == 4
    assert report[3]["description"].startswith("nothing says when the outgoing provider has left; write a phase")


def test_an_unknown_forge_is_refused(tmp_path):
    said = start(tmp_path / "site", "--ci", "gitea")
    assert said.code == 64 and "gitlab" in said.stderr and not (tmp_path / "site").exists()
