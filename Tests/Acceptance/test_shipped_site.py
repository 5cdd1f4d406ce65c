"""The shipped site: no finding in any edition, and every page is reached by links from the root of its edition."""
import json
import re
from urllib.parse import unquote, urlsplit

import pytest

from harness import ROOT, build, editions, pages, run
from test_links import Page


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shipped")
    result = build(ROOT, folder, "--strict")
    assert result.code == 0, result.stderr
    return folder


def reached(edition):
    """Files that a reader gets to from the root of an edition by following links."""
    seen, waiting = set(), [edition / "index.html"]
    while waiting:
        page = waiting.pop()
        if page in seen:
            continue
        seen.add(page)
        for tag, name, target, rels in Page(page).links:
            place = urlsplit(target)
            if tag == "a" and name == "href" and not place.scheme and not place.netloc and place.path:
                waiting.append((page.parent / unquote(place.path)).resolve())
    return seen


@pytest.mark.parametrize("day", ["2025-10-15", "2026-03-16", "2026-11-22"])
def test_the_shipped_site_has_two_findings_that_were_accepted(day):
    result = run(["check", "--site", ROOT, "--strict", "--format", "json", "--as-of", day])
    assert result.code == 0
    assert sorted((finding["rule"], bool(finding["accepted"])) for finding in json.loads(result.stdout)) == [("V40", True), ("V42", True)]


def test_every_page_is_reached_from_the_root(output):
    names = editions(output)
    assert len(names) == 6
    for name in names:
        edition = (output / name).resolve()
        all_pages = {page.resolve() for page in pages(edition) if page.name != "404.html"}
        assert len(all_pages) > 3 and all_pages - reached(edition) == set()


@pytest.mark.parametrize("day", ["2025-10-15", "2026-03-16", "2026-11-22"])
def test_it_builds_on_the_reference_days(tmp_path, day):
    result = build(ROOT, tmp_path / "out", "--as-of", day)
    assert result.code == 0 and f"as of {day}" in result.stdout


@pytest.mark.parametrize("language", ["it", "sv", "de"])
def test_every_kind_of_record_has_its_table_in_the_data_format(tmp_path, language):
    run(["schema", "--out", tmp_path])
    kinds = {path.stem for path in tmp_path.iterdir()} - {"site", "glossary"}
    pages_of_the_format = (ROOT / "content/data-format").glob(f"*.{language}.md")
    shown = [name for page in pages_of_the_format for name in re.findall(r"^::data-format\{collection=(\w+)\}$", page.read_text("utf-8"), re.M)]
    assert sorted(shown) == sorted(kinds)
