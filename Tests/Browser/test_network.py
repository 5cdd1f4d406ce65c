"""Pages ask nobody else for anything and complain about nothing, over a server and from the disk, with scripts and without."""
from browser import SETTLED, Watch
from shipped import LANGUAGES, expect_none

COUNTED = ["h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "a", "table", "tr", "th", "td", "figure", "img", "svg", "dl", "details"]
COUNT = """(names) => Object.fromEntries(names.map((name) =>
  [name, [...document.body.querySelectorAll(name)].filter((e) => e.checkVisibility({visibilityProperty: true})).length]))"""
# Seen, or in a closed <details> whose summary is seen: that opens without a script.
REACHED = """(selector) => [...document.querySelectorAll(selector)].some((element) => {
  const closed = element.closest('details:not([open])');
  const seen = closed && !element.closest('summary') ? closed.querySelector('summary') : element;
  return seen.checkVisibility({visibilityProperty: true, opacityProperty: true}) && seen.getBoundingClientRect().width > 1;
})"""


def visited(browser, tab, watch, page, address=None):
    """Opens a page, waits until it is still; returns what there is to complain about."""
    watch.start(address or browser.address(page))
    tab.goto(address) if address else browser.visit(tab, page)
    broken = tab.evaluate(SETTLED)
    return [*watch.complaints, *(f"asks another place: {url}" for url in watch.strangers()), *(f"no image: {url}" for url in broken)]


def shown_pages(group):
    return [page for page in group.pages if not page.is_redirect]


def test_over_a_server_with_its_policy(browser, group):
    complaints = []
    with browser.window() as tab:
        watch = Watch(tab)
        for page in shown_pages(group):
            complaints += [(page, what) for what in visited(browser, tab, watch, page)]
            assert watch.requests, page
    expect_none(complaints)


def test_from_the_disk(browser, group):
    """An error page is only ever served."""
    complaints = []
    with browser.window() as tab:
        watch = Watch(tab)
        for page in (page for page in shown_pages(group) if not page.is_error):
            complaints += [(page, what) for what in visited(browser, tab, watch, page, page.file.as_uri())]
            inside = page.edition.folder.as_uri() + "/"
            complaints += [(page, f"outside of the edition: {url}") for url in watch.requests if not url.startswith((inside, "data:"))]
    expect_none(complaints)


def missing(tab, page):
    """What a reader needs and does not find on the page."""
    needed = {"main content": "main h1"}
    if page.language:
        needed |= {"a navigation": "nav a[href]", "a link home": "header a[href]"}
    needed |= {f"a link to {language}": f"a[hreflang='{language}']" for language in LANGUAGES if language != page.language}
    return [f"without scripts there is no {name}" for name, selector in needed.items() if not tab.evaluate(REACHED, selector)]


def test_without_scripts(browser, group):
    complaints = []
    with browser.window() as with_scripts, browser.window(java_script_enabled=False) as without:
        for page in shown_pages(group):
            browser.visit(with_scripts, page)
            browser.visit(without, page)
            complaints += [(page, what) for what in missing(without, page)]
            shown, bare = with_scripts.evaluate(COUNT, COUNTED), without.evaluate(COUNT, COUNTED)
            complaints += [(page, f"<{name}>: {shown[name]} with scripts, {bare[name]} without") for name in COUNTED if shown[name] != bare[name]]
    expect_none(complaints)
