"""What components draw, as Chromium lays it out: on a phone and a desk, in light and dark, and on paper."""
import functools
import re
import shutil

import pytest

from browser import DESKTOP, NARROW, STILL, script
from shipped import LANGUAGES, ROOT, SOURCE, Edition, Page, built, different, expect_none, temporary_folder
from components import arguments, directive, names  # the outside tests' own, as shipped.py has made them known

MEASURE = script("components.js")
PAPER = {"width": 658, "height": 971}  # A4 less its margins
LOOKS = {
    "320 px, light": (NARROW, {"media": "screen", "color_scheme": "light"}),
    "320 px, dark": (NARROW, {"media": "screen", "color_scheme": "dark"}),
    "1280 px, light": (DESKTOP, {"media": "screen", "color_scheme": "light"}),
    "1280 px, dark": (DESKTOP, {"media": "screen", "color_scheme": "dark"}),
    "A4": (PAPER, {"media": "print", "color_scheme": "light"}),
}
CHART = re.compile(rb'<figure\b[^>]*class="(?:[^"]* )?chart\b|<svg\b[^>]*class="drawing')


def has_drawings(page):
    return CHART.search(page.file.read_bytes()) is not None


def findings(tab):
    """What does not fit on the open page, where it is seen first."""
    found = {}
    for when, (viewport, media) in LOOKS.items():
        tab.set_viewport_size(viewport)
        tab.emulate_media(**media)
        for what in tab.evaluate(MEASURE):
            found.setdefault(what, f"{when}: {what}")
    return list(found.values())


def complaints(browser, pages):
    tab = browser.tab(bypass_csp=True, reduced_motion="reduce")
    for page in pages:
        browser.visit(tab, page)
        tab.add_style_tag(content=STILL)
        yield from ((page, what) for what in findings(tab))
    tab.emulate_media(media="screen", color_scheme="light")


@functools.cache
def golden():
    """The golden site for the board, with one page that holds every component."""
    folder = temporary_folder() / "site"
    shutil.copytree(ROOT / "Tests/Golden/content", folder / "content")
    body = "\n\n".join(f"## {name}\n\n{directive(name, arguments(name))}" for name in names())
    for language in LANGUAGES:
        source = "" if language == SOURCE else f"source: {SOURCE}\n"
        (folder / f"content/projects/lyktan/all.{language}.md").write_text(f"---\ntitle: All\n{source}audience: restricted\n---\n\n{body}\n", "utf-8")
    output = built(folder, folder.parent / "out", "--edition", "board")
    return Edition("golden", "restricted", "https://board.lyktan.example", output / "board")


def test_drawings_of_the_shipped_site_fit(browser, group):
    expect_none(list(complaints(browser, [page for page in different(group) if has_drawings(page)])))


@pytest.mark.parametrize("language", LANGUAGES)
def test_drawings_of_the_golden_project_fit(browser, language):
    page = Page(golden(), f"{language}/projects/lyktan/all/index.html")
    assert has_drawings(page), "no component draws anything"
    expect_none(list(complaints(browser, [page])))


@pytest.mark.parametrize("drawing, complaint", [
    ('<text x="5" y="20">Överlämning</text><text x="40" y="24">Plan</text>', "overlap"),
    ('<text x="180" y="20">Överlämning</text>', "leaves"),
    ('<rect width="200" height="40" fill="#556070"/><text x="5" y="20" fill="#1a2330">Plan</text>', "contrast"),
    ('<text x="5" y="20" font-size="12">Plan</text><text x="5" y="35" font-size="12">Ärende</text>', None),
])
def test_a_drawing_that_does_not_fit_is_found(browser, drawing, complaint):
    tab = browser.tab(DESKTOP)
    tab.set_content(f'<body style="background: #fff"><figure class="chart"><svg class="drawing" width="200" height="40" viewBox="0 0 200 40">'
                    f"<title>T</title>{drawing}</svg></figure>")
    found = tab.evaluate(MEASURE)
    assert [complaint in what for what in found] == [True] if complaint else found == []
