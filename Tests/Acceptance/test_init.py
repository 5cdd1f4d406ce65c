"""A site to begin with: what a newcomer does in the first five minutes, step by step."""
import re
import time

import pytest

from harness import build, built, run

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
    wiki = tmp_path / f"out/wiki/{language}/projects"
    assert not wiki.exists(), "the plan is the team's until somebody writes it down"


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
