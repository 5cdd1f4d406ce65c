"""Nothing is too wide, cut off or on top of something else: on a phone, wider, with all menus open, with the spacing of WCAG 1.4.12."""
from browser import DESKTOP, NARROW, STILL, script
from shipped import different, expect_none

MEASURE = script("layout.js")
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }"""  # the text of WCAG 1.4.12
OPEN_MENUS = "document.querySelectorAll('details').forEach((menu) => menu.open = true)"
TABLET = {"width": 768, "height": 1024}


def findings(tab):
    """What does not fit, where it is seen first: at all widths, then on the phone with wider spacing, then with the menus open."""
    found = {}

    def measure(when):
        for what in tab.evaluate(MEASURE):
            found.setdefault(what, f"{when}: {what}")
    for viewport in (DESKTOP, TABLET, NARROW):
        tab.set_viewport_size(viewport)
        measure(f"{viewport['width']} px")
    tab.add_style_tag(content=SPACING)
    measure("320 px, WCAG 1.4.12 spacing")
    tab.evaluate(OPEN_MENUS)
    measure("320 px, WCAG 1.4.12 spacing, menus open")
    return list(found.values())


def test_everything_fits(browser, group):
    complaints, tab = [], browser.tab(bypass_csp=True, reduced_motion="reduce")
    for page in different(group):
        browser.visit(tab, page)
        tab.add_style_tag(content=STILL)
        complaints += [(page, what) for what in findings(tab)]
    expect_none(complaints)
