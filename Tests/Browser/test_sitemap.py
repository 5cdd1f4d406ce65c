"""The sitemap and the pages' own heads agree: every translation exists, is named by all the others, and nothing else is listed."""
from xml.etree import ElementTree

import pytest

from shipped import LANGUAGES, Page, changed, expect_none, pages_of, shipped

SITEMAP, XHTML = "{http://www.sitemaps.org/schemas/sitemap/0.9}", "{http://www.w3.org/1999/xhtml}"
EDITIONS = [*shipped(), changed()]
each_edition = pytest.mark.parametrize("mapped", EDITIONS, ids=str)


def entries(edition):
    """{address: {hreflang: address}} of the edition's sitemap."""
    root = ElementTree.parse(edition.folder / "sitemap.xml").getroot()
    assert root.tag == f"{SITEMAP}urlset"
    found = [(url.findtext(f"{SITEMAP}loc"), [(link.get("hreflang"), link.get("href")) for link in url.iter(f"{XHTML}link")])
             for url in root.iter(f"{SITEMAP}url")]
    assert len({loc for loc, _ in found}) == len(found), "an address stands twice in the sitemap"
    assert all(len(dict(links)) == len(links) for _, links in found), "a language stands twice in an entry"
    return {loc: dict(links) for loc, links in found}


def page_at(edition, address):
    """The page of an address; None when the edition has none there."""
    path = address.removeprefix(f"{edition.address}/")
    page = Page(edition, f"{path}index.html" if path == "" or path.endswith("/") else path)
    return page if address.startswith(f"{edition.address}/") and page.file.is_file() else None


def head_links(page, rel):
    return [(link.get("hreflang"), link.get("href")) for link in page.document.iter("link") if rel in link.get("rel", "").split()]


@each_edition
def test_exactly_the_translated_pages_are_listed(mapped):
    """The pages that are the canonical address of their content: no error page, no redirect, no page that shows another
    language's text."""
    found = {f"{mapped.address}/{page.address}": page for page in pages_of(mapped) if page.language}
    wanted = {loc for loc, page in found.items() if head_links(page, "canonical") == [(None, loc)]}
    assert [str(page) for loc, page in found.items() if loc in wanted and (page.is_error or page.is_redirect or page.is_fallback)] == []
    assert set(entries(mapped)) - wanted == set(), "listed"
    assert wanted - set(entries(mapped)) == set(), "not listed"
    assert len(wanted) > len(LANGUAGES)


@each_edition
def test_entries_and_pages_agree(mapped):
    """A page with translations names them all, itself too, and a default; the same in the sitemap and in its own head."""
    complaints = []
    for loc, alternates in entries(mapped).items():
        page = page_at(mapped, loc)
        if page is None:
            complaints.append((loc, "no such page"))
            continue
        translations = [other for other in alternates if other != "x-default"]
        wrong = {
            f"other alternates in its head: {head_links(page, 'alternate')}": dict(head_links(page, "alternate")) != alternates,
            f"its own language is not among {sorted(alternates)}": bool(alternates) and alternates.get(page.document.get("lang")) != loc,
            f"alternates without a default or a translation: {sorted(alternates)}": bool(alternates) and ("x-default" not in alternates or len(translations) < 2),
        }
        complaints += [(page, what) for what, holds in wrong.items() if holds]
    expect_none(complaints)


@each_edition
def test_the_root_names_the_home_pages(mapped):
    root = Page(mapped, "index.html")
    homes = {language: f"{mapped.address}/{language}/" for language in LANGUAGES}
    assert dict(head_links(root, "alternate")) == {**homes, "x-default": f"{mapped.address}/"}


@each_edition
def test_translations_name_each_other(mapped):
    complaints, listed = [], entries(mapped)
    for loc, alternates in listed.items():
        for language, address in alternates.items():
            page = page_at(mapped, address)
            if page is None or page.is_fallback or page.is_error or page.is_redirect:
                complaints.append((loc, f"{language}: {address} is no page in this language"))
            elif language != "x-default" and (page.document.get("lang") != language or language not in LANGUAGES):
                complaints.append((loc, f"{address} is in {page.document.get('lang')}, not in {language}"))
            elif language != "x-default" and listed.get(address) != alternates:
                complaints.append((loc, f"{address} does not name the same translations"))
    expect_none(complaints)


def test_a_missing_translation_is_shown_and_not_listed():
    """The page without a translation exists, says by its language what it shows, and no page names it as a translation."""
    team = next(edition for edition in shipped() if edition.name == "team")
    known = {page.path for page in pages_of(team)}
    fallbacks = [page for page in pages_of(changed()) if page.is_fallback and page.path not in known]
    assert len(fallbacks) == 1
    hidden = f"{changed().address}/{fallbacks[0].address}"
    assert hidden not in entries(changed())
    assert [str(page) for page in pages_of(changed()) if hidden in dict(head_links(page, "alternate")).values()] == []
