"""Tables from outside: export read by Python's csv, import of what spreadsheets write, nothing written on a mistake, speed."""
import csv
import io
import os
import re
import subprocess
import time

import pytest

from harness import built, command, environment, messages, run
from samples import trilingual

RISKS = "content/projects/alfa/risks.yaml"
ROW = "Übergabe – „später“;pm;3,5 veckor\n"


@pytest.fixture
def folder(site):
    return site(trilingual())


def export(folder, *args):
    result = run(["export", "risks", "--site", folder, "--project", "alfa", *args])
    assert result.code == 0, result.stderr
    return result.stdout


def imported(folder, path, *args):
    return run(["import", "risks", path, "--site", folder, "--project", "alfa", *args])


def table(folder, text, name="in.csv"):
    path = folder.parent / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize("separator, sign", [("semicolon", ";"), ("comma", ","), ("tab", "\t")])
def test_others_read_what_is_exported(folder, separator, sign):
    text = export(folder, "--separator", separator)
    assert text.startswith("\ufeff") and text.endswith("\r\n")
    rows = list(csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=sign))
    assert rows[0][0] == "id" and len({len(row) for row in rows}) == 1 and len(rows) > 1
    assert [row[0] for row in rows[1:]] == re.findall(r"id: ([a-z0-9-]+)", (folder / RISKS).read_text())


@pytest.mark.parametrize("separator", ["semicolon", "comma", "tab"])
def test_export_then_import_changes_nothing(folder, tmp_path, separator):
    before = export(folder)
    path = table(folder, export(folder, "--separator", separator))
    result = imported(folder, path, "--force")
    assert result.code == 0 and re.search(r"(\d+) records?, \1 same$", result.stdout.strip()), result.stdout + result.stderr
    assert export(folder) == before
    built(folder, tmp_path / "out")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_encoding_of_a_spreadsheet(folder, encoding, end):
    text = ("Title;Owner;Note\n" + ROW).replace("\n", end)
    result = imported(folder, table(folder, text.encode(encoding)), "--force")
    assert result.code == 0, result.stderr
    written = (folder / RISKS).read_text()
    assert "Übergabe – „später“" in written and "id: ubergabe-spater" in written
    assert ("note[encoding]" in result.stderr) == (encoding == "cp1252")


FORMULAS = ["=1+1", "+39 02", "-5", "@x", "=cmd|' /C calc'!A0", "＝1", "'=1", "\t=1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_nothing_in_an_export_runs(folder, text):
    quoted = text.replace("\t", "\\t")
    (folder / RISKS).write_text(f'- {{ id: r, title: "{quoted}", owner: pm, probability: 3, x-a: "{quoted}" }}\n')
    (row,) = csv.DictReader(io.StringIO(export(folder).lstrip("\ufeff"), newline=""), delimiter=";")
    assert row["title"] == row["x-a"] == "'" + text and row["probability"] == "3"
    assert imported(folder, table(folder, export(folder)), "--force").code == 0
    assert export(folder, "--no-mark").count("'" + text) == 2


BROKEN = {
    "a day of two meanings": "id;title;owner;due\nr;a;pm;1/2/2026\n", "a number of two": "id;title;owner;impact\nr;a;pm;1.000\n",
    "no owner": "id;title\nr;a\n", "an unknown column": "id;title;owner;dew\nr;a;pm;b\n", "an open quote": "id;title;owner\nr;\"a;pm\n",
    "twice": "id;title;owner\nr;a;pm\nr;b;pm\n", "a long row": "id;title;owner\nr;a;pm;x\n", "no header": "", "a control character": "id\x01\n",
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_mistake_writes_nothing(folder, name):
    before = (folder / RISKS).read_bytes()
    result = imported(folder, table(folder, BROKEN[name]), "--force")
    assert result.code == 1 and result.stdout == "" and "nothing was written" in result.stderr
    (first, *_) = [found for found in messages(result.stderr) if found.severity == "error"]
    assert first.places and first.places[0][0].endswith("in.csv")
    if name not in ("no header", "a control character"):
        assert re.search(r"\((row|columns?)\b.*\)", first.text.splitlines()[0]), first.text
    assert (folder / RISKS).read_bytes() == before and not list(folder.rglob("*staffetta-new"))


def test_a_trial_says_what_would_change(folder):
    before = (folder / RISKS).read_bytes()
    result = imported(folder, table(folder, "Title;Owner\n" + ROW.replace(";3,5 veckor", "")), "--dry-run")
    assert result.code == 0 and "ubergabe-spater (assigned)" in result.stdout and "removed" in result.stdout
    assert result.stdout.splitlines()[-1].startswith("would write " + RISKS)
    assert (folder / RISKS).read_bytes() == before


def test_a_file_is_only_replaced_when_asked(folder):
    path = table(folder, "title;owner\na;pm\n")
    assert imported(folder, path).code == 64
    assert imported(folder, path, "--force").code == 0
    (folder / RISKS).unlink()
    assert imported(folder, path).code == 0 and imported(folder, path).code == 64
    target = folder.parent / "out.csv"
    target.write_text("mine")
    assert run(["export", "risks", "--site", folder, "--output", target]).code == 64 and target.read_text() == "mine"


@pytest.mark.parametrize("args, said", [
    (["riks"], 'did you mean "risks"?'), (["kpis"], "measurements"), (["project"], "is one record, not a list"),
    (["risks", "--project", "alfaa"], 'did you mean "alfa"?'),
])
def test_misuse_is_answered(folder, args, said):
    result = run(["export", *args, "--site", folder])
    assert result.code == 64 and said in result.stderr and result.stdout == ""


def test_a_table_is_a_source(folder, tmp_path):
    text = export(folder)
    before = built(folder, tmp_path / "yaml")
    (folder / RISKS).unlink()
    (folder / RISKS.replace(".yaml", ".csv")).write_text(text)
    after = built(folder, tmp_path / "csv")
    for page in sorted(before.rglob("*.html")):
        assert page.read_bytes() == (after / page.relative_to(before)).read_bytes()
    assert imported(folder, table(folder, text)).code == 64


def test_a_reader_that_goes_away_ends_it_quietly(folder):
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(command(["export", "risks", "--site", folder]), stdout=write, stderr=subprocess.PIPE, env=environment(), timeout=60)
    os.close(write)
    assert done.returncode in (0, -13) and done.stderr == b""


def test_ten_thousand_rows_are_quick(folder):
    project = (folder / RISKS).parent
    header = "id;title;category;cause;probability;impact;trigger;response;mitigation;owner;due;status\n"
    text = "Kunskapen finns bara hos en person, säger teamet som lämnar över"
    rows = "".join(f"r{n};Risk {n};knowledge;{text};3;4;{text};reduce;{text};pm;2026-11-18;open\n" for n in range(10_000))
    (folder / RISKS).unlink()
    (project / "risks.csv").write_text(header + rows)
    assert (project / "risks.csv").stat().st_size > 2_000_000
    result = run(["check", "--site", folder, "--timings"], timeout=60)
    (parse,) = re.findall(r"^parse +([\d.]+) ms", result.stderr, re.M)
    # A busy machine takes a few times as long as the quarter of a second that holds on a quiet one.
    assert float(parse) < 1_500
    broken = table(folder, header + rows.replace(";3;4;", ";3;9;"))
    start = time.monotonic()
    result = run(["import", "risks", broken, "--site", folder, "--project", "alfa", "--dry-run"], timeout=60)
    assert result.code == 1 and "10000 errors" in result.stderr and time.monotonic() - start < 10
