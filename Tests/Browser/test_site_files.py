"""The files beside the pages: robots.txt, the headers, error pages, icons, and who is kept away from search engines."""
import re

import pytest

from served import header_rules, headers_for
from shipped import LANGUAGES, SOURCE, Page, expect_none, links_of, pages_of

SECURITY = {"x-content-type-options": "nosniff", "referrer-policy": None}  # name: value, None for any
POLICY_SOURCE = re.compile(r"'(self|none|sha(256|384|512)-[A-Za-z0-9+/=]+)'|data:")
WITHOUT_SOURCES = {"upgrade-insecure-requests", "block-all-mixed-content", "sandbox"}


def non_public(edition):
    if edition.is_public:
        pytest.skip("a public edition is for search engines")
    return edition


def robots(edition):
    return [line for line in (edition.folder / "robots.txt").read_text("utf-8").splitlines() if line]


def test_robots_txt(edition):
    """Only a public edition may be read by search engines; it names its sitemap."""
    allowed = ["User-agent: *", "Allow: /", f"Sitemap: {edition.address}/sitemap.xml"]
    assert robots(edition) == (allowed if edition.is_public else ["User-agent: *", "Disallow: /"])


def headers_of(edition):
    """[(page, its headers)]: every page's address, the root's too."""
    rules = header_rules(edition.folder)
    assert rules, f"{edition} has no _headers"
    return [(page, headers_for(rules, f"/{page.address}")) for page in pages_of(edition)]


def policy_complaints(policy):
    """What a Content-Security-Policy allows that it should not."""
    found = {}
    for directive in policy.split(";"):
        name, *sources = directive.split() or [""]
        found[name] = sources
    wrong = [f"{name} allows {source}" for name, sources in found.items() if name not in WITHOUT_SOURCES
             for source in sources if not POLICY_SOURCE.fullmatch(source)]
    missing = [name for name in ("default-src", "base-uri", "form-action", "frame-ancestors") if not found.get(name)]
    return wrong + [f"the policy has no {name}" for name in missing]


def test_headers(edition):
    complaints = []
    for page, headers in headers_of(edition):
        complaints += [(page, f"no {name}: {value or '…'}") for name, value in SECURITY.items() if value not in (headers.get(name), None) or name not in headers]
        policy = headers.get("content-security-policy", "")
        complaints += [(page, f"Content-Security-Policy: {what}") for what in policy_complaints(policy)]
    expect_none(complaints)


def test_search_engines_are_kept_away(edition):
    """By the header and by the page itself: a copy of the page carries it, too."""
    complaints = []
    for page, headers in headers_of(non_public(edition)):
        complaints += [] if "noindex" in headers.get("x-robots-tag", "") else [(page, "no header X-Robots-Tag: noindex")]
    expect_none(complaints)


def says_noindex(page):
    return any(meta.get("name") == "robots" and "noindex" in meta.get("content", "") for meta in page.document.iter("meta"))


def test_pages_say_whether_they_are_for_search_engines(edition):
    complaints = []
    for page in pages_of(edition):
        wanted = not edition.is_public or page.is_error
        if says_noindex(page) != wanted and not page.is_redirect:
            complaints.append((page, "<meta name=robots content=noindex> is missing" if wanted else "noindex on a public page"))
    expect_none(complaints)


def test_every_page_names_its_icon(edition):
    """A browser asks for /favicon.ico otherwise, which is not there."""
    complaints = []
    for page in pages_of(edition):
        icons = [link.get("href", "") for link in page.document.iter("link") if "icon" in link.get("rel", "").split()]
        if not icons or not all(icon.startswith("data:") or page.target(icon).is_file() for icon in icons):
            complaints.append((page, f"its icons: {icons}"))
    expect_none(complaints)


def test_there_is_an_error_page_in_each_language(edition):
    """Its links lead to pages from wherever it is shown, and back to the home page: of all languages at the root."""
    paths = ["404.html", *(f"{language}/404.html" for language in LANGUAGES)]
    assert [path for path in paths if not (edition.folder / path).is_file()] == []
    for page in (Page(edition, path) for path in paths):
        assert page.document.get("lang") == (page.language or SOURCE), f"{page}"
        reached = {link: page.target(link) for link in links_of(page) if not link.startswith(("#", "https://", "mailto:", "tel:"))}
        assert [link for link, file in reached.items() if file is None or not file.is_file()] == [], f"{page}"
        homes = {edition.folder / language / "index.html" for language in ([page.language] if page.language else LANGUAGES)}
        assert homes - set(reached.values()) == set(), f"{page}"
