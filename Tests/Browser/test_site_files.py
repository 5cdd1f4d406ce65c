"""The files beside the pages: robots.txt, headers, error pages, marks for search engines, redirects of earlier addresses."""
import re
from urllib.parse import urlsplit

import pytest

from served import header_rules, headers_for
from shipped import LANGUAGES, Page, expect_none, groups, pages_of
from test_weight import own_file

SECURITY = {"x-content-type-options": "nosniff", "referrer-policy": None}  # name: value, None for any
SOURCE = re.compile(r"'(self|none|sha(256|384|512)-[A-Za-z0-9+/=]+)'|data:")
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
             for source in sources if not SOURCE.fullmatch(source)]
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


def test_there_is_an_error_page_in_each_language(edition):
    paths = ["404.html", *(f"{language}/404.html" for language in LANGUAGES)]
    assert [path for path in paths if not (edition.folder / path).is_file()] == []
    for page in (Page(edition, path) for path in paths):
        assert page.document.get("lang") == (page.language or LANGUAGES[0]), page
        links = [link.get("href") for link in page.document.iter("a")]
        # It is shown at any depth: only whole addresses lead somewhere.
        assert [link for link in links if not link.startswith((f"{edition.address}/", "#", "mailto:", "tel:"))] == [], page
        homes = [f"{edition.address}/{language}/" for language in ([page.language] if page.language else LANGUAGES)]
        assert [home for home in homes if home not in {link.removesuffix("index.html") for link in links}] == [], page


def redirects():
    return [page for group in groups() for page in group.pages if page.is_redirect]


def test_redirects_lead_to_a_page():
    """At once, with a canonical address for search engines and a link for people."""
    complaints = []
    for page in redirects():
        refresh = next(meta.get("content", "") for meta in page.document.iter("meta") if meta.get("http-equiv", "").lower() == "refresh")
        delay, _, link = (part.strip() for part in refresh.partition(";"))
        target = link[4:].strip("'\"") if link.lower().startswith("url=") else ""
        canonical = [link.get("href") for link in page.document.iter("link") if link.get("rel") == "canonical"]
        place = own_file(page, target)
        place = place / "index.html" if place.is_dir() else place
        reached = Page(page.edition, place.resolve().relative_to(page.edition.folder).as_posix()) if place.is_file() else None
        wrong = {
            f"waits {delay}": delay != "0",
            f"leads to no page: {target}": reached is None or reached.is_redirect,
            f"canonical {canonical}": reached is not None and canonical != [f"{page.edition.address}/{reached.address}"],
            f"no visible link to {target}": target not in [link.get("href") for link in page.document.iter("a") if "".join(link.itertext()).strip()],
            "may be indexed as a page of its own": urlsplit(target).fragment != "",
        }
        complaints += [(page, what) for what, holds in wrong.items() if holds]
    expect_none(complaints)
