"""Pages are light: what a first visit loads, how big the page, its styles and its scripts are, and no fonts."""
import gzip
import re
from shipped import expect_none

# In bytes. Compressed is gzip -9, which every host has; brotli would be smaller.
FIRST_LOAD = 50_000  # compressed: the page with its styles, scripts and the images it loads at once
THEME, COMPONENTS = 20_000, 10_000  # raw: style.css, and what components and status reports add to it
HTML, CSS, JS = 60_000, THEME + COMPONENTS, 6_000  # raw, of one page: its own text without figures, all its style sheets, all its scripts
GLOSSARY = 80_000
FIGURE = 40_000  # raw: one component with its drawing and its table, of which a catalogue of components has many
FONTS = (".woff", ".woff2", ".ttf", ".otf", ".eot")
LOADED_RELS = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}


def loaded(page):
    """The files that opening a page loads besides itself: {kind: {file}}."""
    kinds = {"css": set(), "js": set(), "other": set()}
    for element in (element for tag in ("link", "script", "img") for element in page.document.iter(tag)):
        link = element.get("href") if element.tag == "link" else element.get("src")
        rels = set(element.get("rel", "").split())
        if not link or link.startswith("data:") or element.get("loading") == "lazy" or element.tag == "link" and not rels & LOADED_RELS:
            continue
        kind = "js" if element.tag == "script" else "css" if "stylesheet" in rels else "other"
        kinds[kind].add(page.target(link))
    return kinds


def size(files):
    return sum(len(file.read_bytes()) for file in files)


def figures(page):
    """The bytes of each outermost figure of a page."""
    text, sizes, depth = page.file.read_bytes(), [], 0
    for tag in re.finditer(rb"<(/?)figure\b", text):
        if not tag[1]:
            start = tag.start() if depth == 0 else start
        depth += -1 if tag[1] else 1
        if depth == 0:
            sizes.append(tag.end() - start)
    return sizes


def compressed(files):
    return sum(len(gzip.compress(file.read_bytes(), 9, mtime=0)) for file in files)


def holds_all_words(page):
    """The page of the whole glossary: one, since readers look a word up with the browser's own search."""
    return page.file.read_bytes().count(b' id="glossary_') > 100


def test_pages_keep_their_budgets(group):
    complaints = []
    for page in group.pages:
        kinds = loaded(page)
        assert kinds["css"] or page.is_redirect, f"{page} has no style sheet"
        drawn = figures(page)
        measured = [("HTML without figures", size([page.file]) - sum(drawn), GLOSSARY if holds_all_words(page) else HTML), ("a figure", max(drawn, default=0), FIGURE), ("CSS", size(kinds["css"]), CSS), ("JS", size(kinds["js"]), JS),
                    ("first load, gzip -9", compressed({page.file}.union(*kinds.values())), FIRST_LOAD)]
        complaints += [(page, f"{name}: {bytes_} bytes, more than {budget}") for name, bytes_, budget in measured if bytes_ > budget]
    expect_none(complaints)


def test_there_are_no_web_fonts(edition):
    files = [file for file in edition.folder.rglob("*") if file.is_file()]
    assert [file.name for file in files if file.suffix in FONTS] == []
    assert [file.name for file in files if file.suffix in (".css", ".html") and "@font-face" in file.read_text("utf-8")] == []
