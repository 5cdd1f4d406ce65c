"""The shipped site, built once into a temporary folder: its editions, its pages and how complaints about them are told."""
import atexit
import fnmatch
import functools
import hashlib
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin

import html5lib
import pytest
import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Acceptance"))
from harness import ROOT, built, editions, pages  # noqa: E402: the outside tests' own harness

SETTINGS = yaml.safe_load((ROOT / "content/site.yaml").read_text("utf-8"))
LANGUAGES = SETTINGS["languages"]
SOURCE = SETTINGS["sourceLanguage"]
# What tells an edition's pages from another's, and is looked at on its home pages.
FRAME = re.compile(rb"<!doctype.*?<body|<(header|footer)\b.*?</\1>", re.S | re.I)
MOVED_FROM = "earlier/place"  # an address that a page of the changed site once had


class Edition(NamedTuple):
    name: str
    audience: str
    address: str  # without a slash at the end
    folder: Path

    @property
    def is_public(self):
        return self.audience == "public"

    def __str__(self):
        return self.name


class Page(NamedTuple):
    edition: Edition
    path: str  # below the edition's folder: it/steps/index.html

    @property
    def file(self):
        return self.edition.folder / self.path

    @property
    def language(self):
        """The language of its folder; None at the root of the edition."""
        first = self.path.split("/")[0]
        return first if first in LANGUAGES else None

    @property
    def address(self):
        """Its path as a link names it: it/steps/."""
        return self.path.removesuffix("index.html")

    @property
    def shown_at(self):
        """Where readers see it; an error page wherever nothing is."""
        return self.path.replace("404.html", "no/such/page/") if self.is_error else self.address

    def target(self, link):
        """The file of the edition that a link of the page leads to; None for a link that leads elsewhere."""
        address = urljoin(f"{self.edition.address}/{self.shown_at}", link).split("?")[0].split("#")[0]
        if not address.startswith(f"{self.edition.address}/"):
            return None
        file = self.edition.folder / unquote(address.removeprefix(f"{self.edition.address}/"))
        return file / "index.html" if address.endswith("/") else file

    @property
    def document(self):
        return parsed(self.file)[0]

    @property
    def is_error(self):
        return self.file.name == "404.html"

    @property
    def is_redirect(self):
        return any(meta.get("http-equiv", "").lower() == "refresh" for meta in self.document.iter("meta"))

    @property
    def is_fallback(self):
        """Whether its text is in another language than the page: a translation is missing."""
        found = dict(headings_with_language(self.document, None)).get("h1")
        return found is not None and found != self.document.get("lang")

    def __str__(self):
        return f"{self.edition.name}/{self.path}"


class Group(NamedTuple):
    """The pages that one test looks at: an edition in one language, or its root."""
    name: str
    edition: Edition
    pages: list


def headings_with_language(element, language):
    """(tag, its language) of every heading below an element, last to first, so that a dictionary keeps the first."""
    language = element.get("lang", language)
    found = [(element.tag, language)] if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6") else []
    for child in element:
        found = headings_with_language(child, language) + found if isinstance(child.tag, str) else found
    return found


@functools.cache
def parsed(file):
    """(tree, [(line and column, error)]) of a page, as html5lib's strict parser sees it."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(file.read_bytes().decode("utf-8"))
    return tree, [(place, code) for place, code, _ in parser.errors]


def temporary_folder():
    folder = Path(tempfile.mkdtemp(prefix="staffetta-browser-")).resolve()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def editions_of(output):
    return [Edition(name, SETTINGS["editions"][name]["audience"], SETTINGS["editions"][name]["url"].rstrip("/"), folder)
            for name, folder in editions(output).items()]


@functools.cache
def shipped():
    """The editions of the shipped site."""
    found = editions_of(built(ROOT, temporary_folder() / "out"))
    assert {edition.name for edition in found} == set(SETTINGS["editions"])
    return found


@functools.cache
def changed():
    """The team's edition of the shipped site with one translation less, shown in the source language, and one page that has moved."""
    folder = temporary_folder()
    for part in ("content", "templates"):
        shutil.copytree(ROOT / part, folder / part)
    texts = {file: file.read_text("utf-8") for file in sorted((folder / "content/steps").glob("*.*.md")) if not file.name.startswith("index.")}
    next(file for file, text in texts.items() if "\nsource: " in text).unlink()
    moved = next(file.name.split(".")[0] for file, text in reversed(texts.items()) if "\naliases:" not in text)
    for file in (folder / "content/steps").glob(f"{moved}.*.md"):
        file.write_text(texts[file].replace("---\n", f"---\naliases: [{MOVED_FROM}]\n", 1), "utf-8")
    team = next(edition for edition in editions_of(built(folder, folder / "out", "--edition", "team")) if edition.name == "team")
    return team._replace(name="changed")


def links_of(page):
    """Where the page's links lead, as they are written; links without a text are none."""
    return [link.get("href") for link in page.document.iter("a") if link.get("href") and "".join(link.itertext()).strip()]


def representatives(edition, language):
    """Pages that stand for the others, by the name of what they show; a name is left out where there is no such page."""
    found = {page.path: page for page in pages_of(edition) if not page.is_redirect}
    inside = lambda pattern: [page for path, page in found.items() if fnmatch.fnmatchcase(path, f"{language}/{pattern}")]
    wanted = {
        "chooser": [found.get("index.html")],
        "home": inside("index.html"),
        "step": sorted(inside("steps/*/index.html"), key=lambda page: -widest_row(page)),
        "project": [page for page in inside("projects/*/index.html") if page.path.count("/") == 3],
        "fallback": [page for page in inside("*") if page.is_fallback],
        "missing": inside("404.html"),
    }
    return {name: some[0] for name, some in wanted.items() if some and some[0]}


def widest_row(page):
    return max((len(row) for row in page.document.iter("tr")), default=0)


def pages_of(edition):
    return [Page(edition, file.relative_to(edition.folder).as_posix()) for file in pages(edition.folder)]


WITHOUT_A_WRITER = re.compile(r"/projects/[^/]+/data/")
LARGEST = "/projects/nordhem-casa/"
EVERYTHING = bool(os.environ.get("STAFFETTA_FULL"))


@functools.cache
def groups():
    """All pages of the shipped site by edition and language, and those that the changed site has besides."""
    found = []
    for edition in shipped():
        by_language = {}
        for page in pages_of(edition):
            by_language.setdefault(page.language or "root", []).append(page)
        found += [Group(f"{edition}-{language}", edition, members) for language, members in by_language.items()]
    besides = [page for page in pages_of(changed()) if page.is_fallback or page.is_redirect]
    return [*found, Group("changed", changed(), besides)]


@functools.cache
def first_of_their_kind():
    """Every home page, and of pages whose body is the same in several editions but for header and footer, the first one."""
    seen, homes = {}, set()
    for group in groups():
        looks = b"".join(file.read_bytes() for kind in ("css", "js") for file in sorted(group.edition.folder.rglob(f"*.{kind}")))
        for page in group.pages:
            own = FRAME.sub(b"", page.file.read_bytes())
            seen.setdefault(hashlib.sha256(looks + own).digest(), page)
            homes |= {page} if page.path == f"{page.language}/index.html" else set()
    return homes.union(seen.values())


def different(group):
    """The pages of a group that no look at another edition covers; redirects show nothing. Between the widest and the
    narrowest edition pages differ by what is left out: there the languages take turns. Of the pages that nobody wrote, those
    of the largest project in the widest edition stand for the others, in turns. STAFFETTA_FULL asks for all."""
    return [page for page in group.pages if page in first_of_their_kind() and not page.is_redirect
            and (EVERYTHING or is_looked_at_in_all_languages(page) or stands_for_others(page))]


def is_looked_at_in_all_languages(page):
    if WITHOUT_A_WRITER.search(page.path):
        return False
    return page.edition.name in ("board", "customers", "changed") or page.path.count("/") == 1 or has_its_turn(page)


def stands_for_others(page):
    """Whether it is the one to look at of the pages without a writer that show the same."""
    return page.edition.name == "board" and LARGEST in page.path and has_its_turn(page)


def has_its_turn(page):
    """Whether it is the one to look at of a page's languages: they take turns. A page of no language always is."""
    same = [link.get("href") for link in page.document.iter("link") if link.get("hreflang") == SOURCE]
    turn = sum((page.target(same[0]) or page.file).relative_to(page.edition.folder).as_posix().encode()) if same else 0
    return page.language in (None, LANGUAGES[turn % len(LANGUAGES)])


def expect_none(complaints):
    """Fails with all of [(page, what is wrong)]: each complaint once, with the pages it is about, the most frequent first."""
    about = {}
    for page, what in complaints:
        about.setdefault(what, {})[str(page)] = None
    lines = []
    for what, where in sorted(about.items(), key=lambda item: -len(item[1])):
        names, more = list(where)[:3], len(where) - 3
        lines.append(f"{what}\n    on {', '.join(names)}" + (f" and {more} more" if more > 0 else ""))
    if lines:
        pytest.fail(f"{len(about)} complaints\n" + "\n".join(lines), pytrace=False)
