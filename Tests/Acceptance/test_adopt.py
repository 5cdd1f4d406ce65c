"""What is proposed for a young project, and how it becomes the project's own."""
import pytest
import yaml

from harness import build, built, run, write_site

SITE = """name: Byte
languages: [sv, de, it]
sourceLanguage: sv
timezone: Europe/Stockholm
editions:
  team: { audience: team, url: "https://team.example" }
  wiki: { audience: internal, url: "https://wiki.example" }
"""
SIX = """name: Byte av kundtjänstpartner
type: partner-change
client: Nordhem Casa
outgoing: Ponteluna
incoming: Svarsund
goLive: { SE: 2026-03-02, DE: 2026-03-23, IT: 2026-04-13 }
"""
PAGE = """---
title: Plan
audience: %s
project: byte
---

::milestone-list

::risk-register

::table{of=tasks columns="title, start, end" caption=Uppgifter}
"""


@pytest.fixture
def site(tmp_path):
    return write_site(tmp_path / "site", {"content/site.yaml": SITE, "content/projects/byte/project.yaml": SIX, "content/index.sv.md": PAGE % "team"})


def test_the_team_sees_proposals_and_that_they_are_such(site, tmp_path):
    page = (built(site, tmp_path / "out", "--as-of", "2026-01-15") / "team/sv/index.html").read_text()
    assert page.count("Automatiskt förslag som ingen har bekräftat ännu.") == 3
    assert "Driftstart: Tyskland" in page and "18 mars 2026" in page and "4 × 5 = 20" in page


def test_nobody_else_does(site, tmp_path):
    write_site(site, {"content/index.sv.md": PAGE.replace("\n::risk-register\n", "") % "internal"})
    output = built(site, tmp_path / "out", "--as-of", "2026-01-15")
    assert "Driftstart: Tyskland" in (output / "team/sv/index.html").read_text()
    for file in (output / "wiki").rglob("*"):
        assert file.is_dir() or "Driftstart: Tyskland".encode() not in file.read_bytes(), file


def test_adopting_writes_what_was_shown_and_what_it_names(site, tmp_path):
    shown = (built(site, tmp_path / "a", "--as-of", "2026-01-15") / "team/sv/index.html").read_text()
    said = run(["adopt", "milestones", "--site", site])
    folder = site / "content/projects/byte"
    assert said.code == 0
    assert said.stdout.splitlines() == [
        "content/projects/byte/milestones.yaml: 16 records", "content/projects/byte/phases.yaml: 5 records",
        "content/projects/byte/readiness.yaml: 3 records", "content/projects/byte/roles.yaml: 13 records"]
    assert said.stderr == "with phases, readiness, roles, which these records name\n"
    written = yaml.safe_load((folder / "milestones.yaml").read_text())
    assert [str(record["planned"]) for record in written if record["id"].startswith("gate")] == ["2026-02-25", "2026-03-18", "2026-04-08"]
    assert not any("proposed" in record for record in written)
    page = (built(site, tmp_path / "b", "--as-of", "2026-01-15") / "team/sv/index.html").read_text()
    assert page.count("Automatiskt förslag") == 2, "the milestones are the project's own now"
    table = lambda text: text.split("<caption>Milstolpar")[1].split("</table>")[0]
    assert table(page) == table(shown)


def test_a_second_time_there_is_nothing_to_adopt(site):
    assert run(["adopt", "risks", "--site", site]).code == 0
    said = run(["adopt", "risks", "--site", site])
    assert said.code == 64 and "byte has risks of its own" in said.stderr


def test_a_file_that_is_there_is_never_replaced(site):
    write_site(site, {"content/projects/byte/risks.yaml": "# empty so far\n"})
    said = run(["adopt", "risks", "--site", site])
    assert said.code == 64 and "is there already" in said.stderr
    assert (site / "content/projects/byte/risks.yaml").read_text() == "# empty so far\n"


@pytest.mark.parametrize("name, message", [("risk", "did you mean"), ("contracts", "nothing is proposed for contracts")])
def test_what_cannot_be_adopted_is_said(site, name, message):
    said = run(["adopt", name, "--site", site])
    assert said.code == 64 and message in said.stderr


def test_dry_run_writes_nothing(site):
    said = run(["adopt", "raci", "--site", site, "--dry-run"])
    assert said.code == 0 and "# content/projects/byte/raci.yaml" in said.stdout
    assert sorted(path.name for path in (site / "content/projects/byte").iterdir()) == ["project.yaml"]


def test_everything_adopted_keeps_every_rule_but_advice(site, tmp_path):
    for name in "risks tasks notices commsItems raci waves".split():
        assert run(["adopt", name, "--site", site]).code == 0
    said = build(site, tmp_path / "out", "--as-of", "2025-10-01")
    assert said.code == 0 and "error" not in said.stderr
