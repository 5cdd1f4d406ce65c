"""The Excel bridge: a project as a workbook, and back with exactly the differences that somebody made."""
import datetime
import shutil
import subprocess

import openpyxl
import pytest

from harness import ROOT, build, built, messages, run, write_site
from workbooks import Editor, differences

PROJECTS = ["nordhem-casa", "cesto-alpino", "kreisel-technikteile"]
PROJECT = "content/projects/p"
SITE = {
    "content/site.yaml": "name: Test\nlanguages: [sv]\nsourceLanguage: sv\ntimezone: Europe/Stockholm\nasOf: 2026-03-16\n"
                         "editions:\n  team: { audience: team, url: \"https://t.example\" }\n",
    "content/index.sv.md": "---\ntitle: Hem\n---\n\nText.\n",
    f"{PROJECT}/index.sv.md": "---\ntitle: P\naudience: team\n---\n\nText.\n\n::risk-register\n",
    f"{PROJECT}/project.yaml": "name: P\ntype: partner-change\nclient: K\noutgoing: A\nincoming: B\ngoLive: { SE: 2026-03-02 }\nstage: draft\n",
    f"{PROJECT}/roles.yaml": "- { id: pow, title: Ägare, party: client }\n",
    f"{PROJECT}/risks.yaml": "# The register.\n\n- id: r1 # the oldest\n  title: Kunskap\n  probability: 3\n  impact: 4\n"
                             "  # who?\n  owner: pow\n\n- id: r2\n  title: { sv: Två, de: Zwei }\n  probability: 1\n  impact: 2\n  owner: pow\n",
}


def exported(tmp_path, project, *options, site=ROOT):
    path = tmp_path / f"{project}.xlsx"
    result = run(["export", "excel", "--site", site, "--project", project, "--output", path, *options])
    assert (result.code, result.stdout) == (0, f"{path}\n"), result.stderr
    return path


def compared(path, project, *options, site=ROOT, stdin=None):
    return run(["import", "excel", path, "--site", site, "--project", project, *options], stdin=stdin)


@pytest.fixture
def small(tmp_path):
    return write_site(tmp_path / "site", SITE)


def edited(path, change):
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return path


@pytest.mark.parametrize("language", ["en", "it", "sv", "de"])
@pytest.mark.parametrize("project", PROJECTS)
def test_export_and_import_give_no_difference(tmp_path, project, language):
    path = exported(tmp_path, project, "--language", language)
    result = compared(path, project, "--dry-run", "--language", "en")
    assert (result.code, result.stdout, result.stderr) == (0, "no difference\n", "")


def test_the_same_data_gives_the_same_bytes(tmp_path):
    first, second = (exported(tmp_path, PROJECTS[0], "--force").read_bytes() for _ in range(2))
    assert first == second


@pytest.mark.parametrize("seed", range(20))
def test_ten_edits_give_their_differences(tmp_path, seed):
    """20 workbooks of ten edits: 200 in all."""
    editor = Editor(exported(tmp_path, PROJECTS[0]), seed)
    kinds = [editor.random.choice(Editor.KINDS) for _ in range(10)]
    for kind in kinds:
        editor.edit(kind)
    editor.save(tmp_path / "edited.xlsx")
    result = compared(tmp_path / "edited.xlsx", PROJECTS[0], "--dry-run", "--language", "en")
    assert result.code == 0, result.stderr
    *lines, summary = result.stdout.splitlines()
    assert differences("\n".join(lines)) == editor.expected, [edit.text for edit in editor.edits]
    counts = [len({e[:3] for e in editor.expected if e[1] == sign}) for sign in "+~-"]
    assert summary == "no difference" if not editor.expected else "{} added, {} changed, {} removed".format(*counts)


def test_libreoffice_opens_it_with_its_lists(tmp_path):
    if not shutil.which("soffice"):
        pytest.fail("LibreOffice is not installed: make test-packages")
    path = exported(tmp_path, PROJECTS[0])
    done = subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
         "--outdir", tmp_path / "lo", path], capture_output=True, timeout=240, text=True)
    assert done.returncode == 0 and "repair" not in (done.stdout + done.stderr).lower()
    before, after = openpyxl.load_workbook(path), openpyxl.load_workbook(tmp_path / "lo" / path.name)
    assert after.sheetnames == before.sheetnames
    lists = {next(iter(v.sqref.ranges)).coord: v.formula1 for v in after["risks"].data_validations.dataValidation}
    columns = {cell.value: cell.column_letter for cell in after["risks"][1]}
    owner = next(f for ref, f in lists.items() if ref.startswith(columns["owner"]))
    assert "roles" in owner and "$A$2" in owner
    assert any("avoid,reduce" in (f or "").replace('"', "") for f in lists.values())
    assert after["risks"].protection.sheet and before["risks"].freeze_panes == "B2"
    # What LibreOffice saves is read like what Excel saves.
    result = compared(tmp_path / "lo" / path.name, PROJECTS[0], "--dry-run", "--language", "en")
    assert (result.code, result.stdout) == (0, "no difference\n"), result.stdout + result.stderr


def test_sheets_say_what_they_are(tmp_path):
    book = openpyxl.load_workbook(exported(tmp_path, PROJECTS[0], "--language", "de"))
    assert book.sheetnames[0] == "Staffetta" and "Risiken" in book.sheetnames
    sheet = book["Risiken"]
    headers = {cell.value: cell for cell in sheet[1]}
    assert "Eintrittswahrscheinlichkeit" in headers or "Wahrscheinlichkeit" in headers
    assert sheet["A2"].protection.locked and not sheet["B2"].protection.locked
    assert "score" in headers and sheet.cell(2, headers["score"].column).protection.locked
    assert all(cell.comment and cell.comment.text for cell in sheet[1])


def test_only_the_lines_that_change_are_written(tmp_path, small):
    path = exported(tmp_path, "p", site=small)

    def change(book):
        sheet = book["risks"]
        columns = {cell.value: cell.column for cell in sheet[1]}
        sheet.cell(2, columns["impact"]).value = 5
        sheet.cell(4, columns["title.sv"]).value = "Ny risk"
        sheet.cell(4, columns["probability"]).value = 2
        sheet.cell(4, columns["impact"]).value = 2
        sheet.cell(4, columns["owner"]).value = "pow"
        sheet.cell(1, sheet.max_column + 1).value = "Kostenstelle"
        sheet.cell(3, sheet.max_column).value = "4711"

    edited(path, change)
    before = (small / PROJECT / "risks.yaml").read_bytes()
    asked = compared(path, "p", site=small, stdin="n\n")
    assert asked.code == 0 and "Write these changes? [y/N]" in asked.stderr and asked.stdout.endswith("nothing was written\n")
    assert (small / PROJECT / "risks.yaml").read_bytes() == before
    assert "risks\n  + ny-risk  Ny risk\n  ~ r1\n      impact: 4 → 5\n  ~ r2\n      x-kostenstelle: (nothing) → 4711\n" in asked.stdout
    assert "1 added, 2 changed, 0 removed" in asked.stdout
    written = compared(path, "p", site=small, stdin="y\n")
    assert written.stdout.endswith(f"{PROJECT}/risks.yaml\n")
    assert (small / f"{PROJECT}/risks.yaml").read_text() == SITE[f"{PROJECT}/risks.yaml"].replace("impact: 4", "impact: 5") \
        + "  x-kostenstelle: 4711\n\n- id: ny-risk\n  title: { sv: \"Ny risk\" }\n  probability: 2\n  impact: 2\n  owner: pow\n"
    again = compared(path, "p", "--yes", site=small)
    assert again.stdout.endswith("no difference\n") or "+ ny-risk-2" in again.stdout


def test_a_workbook_alone_is_a_project(tmp_path, small):
    path = exported(tmp_path, "p", "--language", "sv", site=small)
    for name in ("project.yaml", "risks.yaml", "roles.yaml"):
        (small / PROJECT / name).unlink()
    shutil.copy(path, small / PROJECT / "project.xlsx")
    page = (built(small, tmp_path / "out") / "team/sv/projects/p/index.html").read_text()
    assert "Kunskap" in page and "Två" in page
    assert not list((tmp_path / "out").rglob("*.xlsx")), "the workbook is data, and is not published"


@pytest.mark.parametrize("header, value, message", [
    ("probability", 9, '"9" does not fit this field (sheet risks, row 2, column probability)'),
    ("probability", datetime.date(2026, 5, 1), "the spreadsheet holds this cell as a day or a time: 2026-05-01 (sheet risks, row 2, column probability)"),
    ("owner", "nobody", '"nobody" is not in roles (sheet risks, row 2, column owner)'),
    ("probability", "1.234,5", '"1.234,5" may be more than one number (sheet risks, row 2, column probability)'),
    ("due", "03/04/2026", '"03/04/2026" has day and month in an order that nothing declares (sheet risks, row 2, column due)'),
])
def test_a_mistake_has_sheet_row_and_column(tmp_path, small, header, value, message):
    path = exported(tmp_path, "p", site=small)

    def change(book):
        sheet = book["risks"]
        columns = {cell.value: cell.column for cell in sheet[1]}
        column = columns.get(header) or sheet.max_column + 1
        sheet.cell(1, column).value = header
        sheet.cell(2, column).value = value

    edited(path, change)
    for name in ("project.yaml", "risks.yaml", "roles.yaml"):
        (small / PROJECT / name).unlink()
    shutil.copy(path, small / PROJECT / "project.xlsx")
    result = build(small, tmp_path / "out")
    found = [m for m in messages(result.stderr) if m.severity == "error"]
    assert result.code == 1 and [m.text.split("\n")[0] for m in found] == [message]
    assert found[0].places[0][0] == f"{PROJECT}/project.xlsx"


def test_without_the_reader_a_line_says_how_to_install_it(tmp_path, small):
    path = exported(tmp_path, "p", site=small)
    bare = {"PATH": str(tmp_path)}
    result = run(["import", "excel", path, "--site", small, "--project", "p"], env=bare)
    assert result.code == 69 and "there is no xlsx2csv on the PATH" in result.stderr
    assert "help: install it: sudo apt-get install xlsx2csv" in result.stderr
    shutil.copy(path, small / PROJECT / "project.xlsx")
    checked = run(["check", "--site", small], env=bare)
    assert checked.code == 1 and "error[missing-program]" in checked.stderr and f"{PROJECT}/project.xlsx" in checked.stderr


def test_a_broken_workbook_is_a_finding(tmp_path, small):
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    result = compared(tmp_path / "broken.xlsx", "p", site=small)
    assert result.code == 1 and "this is no workbook that can be read" in result.stderr


def test_unknown_sheets_are_said_and_own_ones_are_not(tmp_path, small):
    path = exported(tmp_path, "p", site=small)

    def change(book):
        book.create_sheet("rysks")["A1"] = "id"
        book.create_sheet("x-pivot")["B3"] = 7

    result = compared(edited(path, change), "p", site=small)
    assert 'warning[excel]: the sheet "rysks" is no collection' in result.stderr and 'did you mean "risks"?' in result.stderr
    assert "x-pivot" not in result.stderr and result.stdout == "no difference\n"


def test_what_comes_from_a_table_is_left_to_it(tmp_path, small):
    (small / PROJECT / "risks.yaml").unlink()
    (small / PROJECT / "risks.csv").write_text("id;title;probability;impact;owner\nr1;Kunskap;3;4;pow\n")
    path = exported(tmp_path, "p", site=small)
    edited(path, lambda book: setattr(book["risks"]["B2"], "value", "Annat"))
    result = compared(path, "p", site=small)
    assert result.code == 64 and "risks come from content/projects/p/risks.csv" in result.stderr


def test_an_existing_file_is_not_replaced(tmp_path, small):
    path = exported(tmp_path, "p", site=small)
    again = run(["export", "excel", "--site", small, "--project", "p", "--output", path])
    assert again.code == 64 and "is there already; --force replaces it" in again.stderr
    assert not [p for p in tmp_path.iterdir() if "staffetta-new" in p.name]
