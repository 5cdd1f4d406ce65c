"""axe-core finds nothing on any page: in light, in dark, and in forced colours on a phone with all menus open."""
from axe_playwright_python.sync_playwright import Axe

from browser import DESKTOP, NARROW
from shipped import EVERYTHING, WITHOUT_A_WRITER, different, expect_none, has_its_turn

AXE = Axe().axe_script
# A digit is text, too.
RESULTS = {"resultTypes": ["violations", "incomplete"], "checks": {"color-contrast": {"options": {"ignoreLength": True}}}}
ALL_RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "rules": {"target-size": {"enabled": True}}, **RESULTS,
}
# What other colours can break; the rest of the rules would repeat what the light page said.
COLOUR_RULES = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}, **RESULTS}
LOOKS = {  # name: (media, window, rules)
    "light": ({"color_scheme": "light", "forced_colors": "none"}, DESKTOP, ALL_RULES),
    "dark": ({"color_scheme": "dark", "forced_colors": "none"}, DESKTOP, COLOUR_RULES),
    "forced colours, phone, menus open": ({"color_scheme": "light", "forced_colors": "active"}, NARROW, ALL_RULES),
}
# Contrast that axe cannot judge counts, too; but not of text that a scroll box or an open menu hides: its like is seen elsewhere.
# Nor of words in a drawing, behind which axe sees an image: test_components.py measures these. Nor of a box to tick, a sign.
RUN = r"""async ([options, opened]) => {
  if (opened) document.querySelectorAll('details').forEach((menu) => menu.open = true);
  const {violations, incomplete} = await axe.run(document, options);
  const unjudged = incomplete.filter((rule) => rule.id === 'color-contrast').flatMap((rule) => rule.nodes)
    .filter((node) => !node.any.some((check) => (check.data?.messageKey ?? '') in {elmPartiallyObscured: 1, nonBmp: 1}) && !/^<t(ext|span)\b/.test(node.html));
  return violations.concat({id: 'contrast not judged', nodes: unjudged})
    .flatMap(({id, nodes}) => nodes.map((node) => `${id}: ${node.html}\n    ${node.failureSummary.replace(/\s+/g, ' ')}`));
}"""


def violations(tab, look):
    """What axe says of the page in a look: one line for each node."""
    media, viewport, rules = LOOKS[look]
    tab.emulate_media(**media)
    tab.set_viewport_size(viewport)
    return [f"{look}: {what}" for what in tab.evaluate(RUN, [rules, viewport == NARROW])]


def looks_of(page):
    """All looks of the pages of the narrowest and the widest edition, in one language each: colours and menus are the same in
    all. A page that nobody wrote shows components in the frame of any page; these are seen in the gallery."""
    is_plain = WITHOUT_A_WRITER.search(page.path) or page.edition.name not in ("customers", "board") or not has_its_turn(page)
    return ["light"] if is_plain and not EVERYTHING else LOOKS


def test_axe(browser, group):
    complaints, tab = [], browser.tab(reduced_motion="reduce")
    for page in different(group):
        browser.visit(tab, page)
        tab.evaluate(AXE)
        complaints += [(page, what) for look in looks_of(page) for what in violations(tab, look)]
    expect_none(complaints)
