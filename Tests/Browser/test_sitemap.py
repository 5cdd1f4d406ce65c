"""The sitemap and the pages' own heads agree: every translation exists, is named by all the others, and nothing else is listed."""
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from shipped import LANGUAGES, Page, expect_none, pages_of, shipped, untranslated

SITEMAP, XHTML = "{http://www.sitemaps.org/schemas/sitemap/0.9}", "{http://www.w3.org/1999/xhtml}"
EDITIONS = [*shipped(), untranslated()]
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
    """No error page, no redirect, no choice of language, and no page that shows another language's text."""
    listed = set(entries(mapped))
    wanted = {f"{mapped.address}/{page.address}" for page in pages_of(mapped)
              if page.language and not (page.is_error or page.is_redirect or page.is_fallback)}
    assert listed - wanted == set(), "listed"
    assert wanted - listed == set(), "not listed"


@each_edition
def test_entries_and_pages_agree(mapped):
    complaints = []
    for loc, alternates in entries(mapped).items():
        page = page_at(mapped, loc)
        if page is None:
            complaints.append((loc, "no such page"))
            continue
        wrong = {
            f"canonical {head_links(page, 'canonical')}": head_links(page, "canonical") != [(None, loc)],
            f"its own language is not among {sorted(alternates)}": alternates.get(page.document.get("lang")) != loc,
            "no x-default": "x-default" not in alternates,
            f"other alternates in its head: {head_links(page, 'alternate')}": dict(head_links(page, "alternate")) != alternates,
        }
        complaints += [(page, what) for what, holds in wrong.items() if holds]
    expect_none(complaints)


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
    """The page without a translation exists, says so by its language, and no head of another page names it."""
    fallbacks = [page for page in pages_of(untranslated()) if page.is_fallback]
    assert len(fallbacks) == 1
    hidden = f"{untranslated().address}/{fallbacks[0].address}"
    naming = [str(page) for page in pages_of(untranslated()) if hidden in dict(head_links(page, "alternate")).values()]
    assert naming == []
    assert urlsplit(hidden).path.endswith("/")
