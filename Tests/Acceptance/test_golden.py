"""What every component shows of the golden project, in three languages and three formats, byte by byte; and that it is sound.

STAFFETTA_GOLDEN=update writes the expected files anew; look at the difference before it is committed."""
import collections
import concurrent.futures
import csv
import difflib
import functools
import io
import os
import re

import html5lib
import pytest

import drawings
from components import arguments, listed, names, pairs
from harness import ROOT, built, run

SITE = ROOT / "Tests/Golden"
EXPECTED = SITE / "expected"
LANGUAGES = ("sv", "de", "it")
FORMATS = {"html": "html", "text": "txt", "csv": "csv"}  # format → ending
UPDATE = os.environ.get("STAFFETTA_GOLDEN") == "update"
MARK = "\ufeff"
DOCUMENT = '<!doctype html><html lang="{}"><head><meta charset="utf-8"><title>T</title></head><body>{}</body></html>'
LONGEST = 120  # lines of a difference

every_component = pytest.mark.parametrize("component", names())
in_all_languages = pytest.mark.parametrize("language", LANGUAGES)


def show(component, language, form):
    result = run(["show", component, *pairs(arguments(component)), "--site", SITE, "--project", "lyktan", "--edition", "board",
                  "--language", language, "--format", form])
    assert result.code == 0, f"staffetta show {component} in {language} as {form}: exit {result.code}\n{result.stderr}"
    return result.stdout


@functools.cache
def shown(component):
    """(language, format) → what it shows."""
    places = [(language, form) for language in LANGUAGES for form in FORMATS]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return dict(zip(places, pool.map(lambda place: show(component, *place), places)))


def kept(text, form):
    """As the expected file has it: HTML with an element to a line, so that a difference is short."""
    return text.replace("><", ">\n<") if form == "html" else text


def file(component, language, form):
    return EXPECTED / f"{component}.{language}.{FORMATS[form]}"


def difference(path, wanted, given):
    lines = list(difflib.unified_diff(wanted.splitlines(True), given.splitlines(True), f"expected/{path.name}", "shown now", n=1))
    more = [f"… and {len(lines) - LONGEST} lines more\n"] if len(lines) > LONGEST else []
    return "".join(line if line.endswith("\n") else line + "\n" for line in lines[:LONGEST] + more)


def test_every_component_is_listed_once():
    twice = [name for name, count in collections.Counter(listed()).items() if count > 1]
    assert not twice, f"Components.swift lists {twice} more than once; the union of two merged lists, perhaps"


@every_component
def test_shows_what_it_showed(component):
    wrong = []
    for (language, form), text in shown(component).items():
        path, given = file(component, language, form), kept(text, form)
        if UPDATE:
            EXPECTED.mkdir(exist_ok=True)
            path.write_bytes(given.encode())
        elif not path.is_file():
            wrong.append(f"there is no {path.relative_to(ROOT)}\n")
        elif (wanted := path.read_bytes().decode()) != given:
            wrong.append(difference(path, wanted, given))
    advice = f'if that is right: STAFFETTA_GOLDEN=update .build-tests/venv/bin/python -m pytest Tests/Acceptance/test_golden.py -k "{component}"\n\n'
    assert not wrong, advice + "\n".join(wrong)


def test_no_expected_file_is_left_over():
    wanted = {file(component, language, form) for component in names() for language in LANGUAGES for form in FORMATS}
    left = [path for path in EXPECTED.iterdir() if path not in wanted]
    for path in left if UPDATE else ():
        path.unlink()
    assert UPDATE or not left, f"of no component: {sorted(path.name for path in left)}; remove them, or run with STAFFETTA_GOLDEN=update"


@every_component
def test_has_something_to_show(component):
    for language in LANGUAGES:
        html = shown(component)[language, "html"]
        empty = re.findall(r'<p class="empty">(.*?)</p>', html, re.S)
        assert not empty, (f"{component} says in {language}: {empty}: give the golden project records that it shows, "
                           "or the component its arguments in components.py")


@every_component
@in_all_languages
def test_is_strict_html(component, language):
    html = shown(component)[language, "html"]
    html5lib.HTMLParser(strict=True).parse(DOCUMENT.format(language, html))
    ids = collections.Counter(re.findall(r'\sid="([^"]*)"', html))
    assert [name for name, count in ids.items() if count > 1] == [], "ids that stand twice"
    assert [name for name in re.findall(r'href="#([^"]*)"', html) if name not in ids] == [], "links to ids that are not there"


@every_component
@in_all_languages
def test_its_drawings_are_whole(component, language):
    for text in drawings.found(shown(component)[language, "html"]):
        svg, why = drawings.parsed(text)
        assert svg is not None, why
        assert drawings.missing(svg, language) == [], text[:300]


@every_component
@in_all_languages
def test_its_tables_open_in_spreadsheets(component, language):
    text = shown(component)[language, "csv"]
    assert text.startswith(MARK), "a table begins with a byte order mark"
    for part in text.split(MARK)[1:]:
        rows = list(csv.reader(io.StringIO(part, newline=""), delimiter=";", strict=True))
        assert part.endswith("\r\n") and len(rows) > 1, part[:300]
        assert [row for row in rows if len(row) != len(rows[0])] == [], f"{len(rows[0])} columns: {rows[0]}"
        assert re.search(r"(?<!\r)\n", re.sub(r'"[^"]*"', "", part)) is None, "a line ends with CR LF"
        assert [cell for row in rows for cell in row if re.match(r"[=@\t\r]", cell)] == [], "cells that a spreadsheet runs"


@every_component
def test_formats_and_languages_have_the_same_tables(component):
    counts = {(language, form): len(re.findall(r"^=+$", text, re.M)) if form == "text" else text.count(MARK)
              for (language, form), text in shown(component).items() if form != "html"}
    assert len(set(counts.values())) == 1 and 0 not in counts.values(), counts


@every_component
def test_fills_its_texts(component):
    """A text of the interface such as "Risks: {project}" never shows its placeholder."""
    for place, text in shown(component).items():
        assert re.findall(r".{0,60}\{[A-Za-z][\w-]*\}.{0,60}", text) == [], place


@pytest.mark.parametrize("edition", ["customers", "provider", "team", "board"])
def test_the_golden_site_is_published_to_everyone(edition, tmp_path):
    result = run(["check", "--site", SITE, "--edition", edition])
    assert result.code == 0, result.stderr
    assert (built(SITE, tmp_path / "out", "--edition", edition) / edition / "sv/index.html").is_file()
