"""axe-core finds nothing on any page: on a desktop in light, dark and forced colours, and on a phone with all menus open."""
from axe_playwright_python.sync_playwright import Axe

from browser import DESKTOP, NARROW
from shipped import different, expect_none

AXE = Axe().axe_script
ALL_RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
# What other colours can break; the rest of the rules would repeat what the light page said.
COLOUR_RULES = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}, "resultTypes": ["violations"]}
LOOKS = {  # name: (media, window, rules)
    "light": ({"color_scheme": "light", "forced_colors": "none"}, DESKTOP, ALL_RULES),
    "dark": ({"color_scheme": "dark", "forced_colors": "none"}, DESKTOP, COLOUR_RULES),
    "forced colours": ({"color_scheme": "light", "forced_colors": "active"}, DESKTOP, COLOUR_RULES),
    "phone, menus open": ({"color_scheme": "light", "forced_colors": "none"}, NARROW, ALL_RULES),
}
RUN = """async ([options, opened]) => {
  if (opened) document.querySelectorAll('details').forEach((menu) => menu.open = true);
  return (await axe.run(document, options)).violations;
}"""


def violations(tab, look):
    """What axe says of the page in a look: one line for each node."""
    media, viewport, rules = LOOKS[look]
    tab.emulate_media(**media)
    tab.set_viewport_size(viewport)
    found = tab.evaluate(RUN, [rules, viewport == NARROW])
    return [f"{look}: {rule['id']}: {node['html']}\n    {' '.join(node['failureSummary'].split())}" for rule in found for node in rule["nodes"]]


def test_axe(browser, group):
    complaints, tab = [], browser.tab(reduced_motion="reduce")
    for page in different(group):
        browser.visit(tab, page)
        tab.evaluate(AXE)
        complaints += [(page, what) for look in LOOKS for what in violations(tab, look)]
    expect_none(complaints)
