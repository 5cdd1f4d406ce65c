"""With the Tab key: a skip link first, every link and control in the order it is read, each with a visible focus, and no trap."""
import pytest

from browser import DESKTOP, PHONE, STILL, script
from shipped import LANGUAGES, expect_none, representatives, shipped

KEYBOARD = script("keyboard.js")
WINDOWS = {
    "desktop": {"viewport": DESKTOP},
    "desktop, forced colours": {"viewport": DESKTOP, "forced_colors": "active"},
    "phone": {"viewport": PHONE, "has_touch": True},
}
NEVER_SO_MANY = 1000
SAME_ROW = 6  # pixels


def walked(tab):
    """The stops of the Tab key through the page, and the one it came back to, a trap; closed menus are opened on the way.

    Behind the last stop the browser leaves the page, or begins again with the first one."""
    stops, seen = [], set()
    for _ in range(NEVER_SO_MANY):
        tab.keyboard.press("Tab")
        stop = tab.evaluate("keyboard.stop()")
        if stop is None or stops and stop["order"] == stops[0]["order"]:
            return stops, None
        if stop["order"] in seen:
            return stops, stop
        if stop["closed"]:
            tab.keyboard.press("Enter")
        stops.append(stop)
        seen.add(stop["order"])
    return stops, stops[-1]


def goes_back(one, other):
    """Whether the eye has to go back: up without going right, or left in the same row, within one part of the page."""
    if one["region"] != other["region"]:
        return False
    up, same_row = other["bottom"] <= one["top"] + SAME_ROW, abs(other["top"] - one["top"]) <= SAME_ROW
    return up and other["left"] <= one["left"] + SAME_ROW or same_row and other["right"] <= one["left"] + SAME_ROW


def complaints_of(tab):
    """Everything that a walk finds wrong."""
    stops, trap = walked(tab)
    found = [f"the focus does not leave the page: it comes to {trap['name']} again"] if trap else []
    for stop in stops:
        wrong = {"no visible focus": stop["shown"] and not stop["indicated"], "it cannot be seen": not stop["shown"],
                 "it is covered or outside of the window": stop["shown"] and not stop["uncovered"], "a tabindex above 0": stop["tabindex"] > 0}
        found += [f"{stop['name']}: {what}" for what, holds in wrong.items() if holds]
    for one, other in zip(stops, stops[1:]):
        if other["order"] < one["order"] or goes_back(one, other):
            found.append(f"{other['name']} comes after {one['name']} but stands before it")
    reached = {stop["order"] for stop in stops}
    found += [f"{name}: Tab does not reach it" for order, name in tab.evaluate("keyboard.expected()").items() if int(order) not in reached]
    return found


def complaints_of_skip_link(tab):
    """The first stop is a visible link to the main content and leads there; nothing is asked where nothing stands before that."""
    main = tab.evaluate("keyboard.orderOf('main')")
    tab.keyboard.press("Tab")
    first = tab.evaluate("keyboard.stop()")
    if first and first["order"] > main > 0:
        return []
    if not first or not first["target"]:
        return [f"the first stop is no skip link: {first and first['name']}"]
    target = tab.evaluate("keyboard.orderOf", first["target"])
    wrong = {"cannot be seen with the focus": not (first["shown"] and first["uncovered"]), "does not lead to the main content": target < main or target < 0}
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    after = tab.evaluate("keyboard.stop()")
    wrong["skips nothing"] = after is not None and after["order"] < target
    return [f"the skip link {what}" for what, holds in wrong.items() if holds]


def visited_pages():
    team = next(edition for edition in shipped() if edition.name == "team")
    return {page: name for language in LANGUAGES for name, page in representatives(team, language).items()}


@pytest.mark.parametrize("window", WINDOWS)
def test_tab_walk(browser, window):
    complaints, tab = [], browser.tab(bypass_csp=True, reduced_motion="reduce", **WINDOWS[window])
    for page in visited_pages():
        for look in (complaints_of_skip_link, complaints_of):
            browser.visit(tab, page)
            tab.add_style_tag(content=STILL)
            tab.evaluate(KEYBOARD)
            complaints += [(page, what) for what in look(tab)]
    expect_none(complaints)


def test_the_pages_walked_are_there():
    names = list(visited_pages().values())
    assert {name: names.count(name) for name in ("chooser", "home", "step", "project")} == {"chooser": 1, **dict.fromkeys(("home", "step", "project"), len(LANGUAGES))}
    assert names.count("missing") == len(LANGUAGES), "there is no 404 page in each language"
