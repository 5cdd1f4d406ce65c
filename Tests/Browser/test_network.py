"""Pages ask nobody else for anything and complain about nothing, over a server and from the disk, with scripts and without."""
from browser import SETTLED
from shipped import EVERYTHING, LANGUAGES, different, expect_none, has_its_turn, links_of

COUNTED = ["h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "a", "table", "tr", "th", "td", "figure", "img", "svg", "dl", "details"]
COUNT = """(names) => Object.fromEntries(names.map((name) =>
  [name, [...document.body.querySelectorAll(name)].filter((e) => e.checkVisibility({visibilityProperty: true})).length]))"""
# Seen, or in a closed <details> whose summary is seen: that opens without a script.
REACHED = """(selector) => [...document.querySelectorAll(selector)].some((element) => {
  const closed = element.closest('details:not([open])');
  const seen = closed && !element.closest('summary') ? closed.querySelector('summary') : element;
  return seen.checkVisibility({visibilityProperty: true, opacityProperty: true}) && seen.getBoundingClientRect().width > 1;
})"""


def complaints_of(browser, tab, page, home, address=None):
    """What a visit complains about, and its requests to other places than below `home`."""
    watch = browser.visit(tab, page, address)
    broken = tab.evaluate(SETTLED)
    assert watch.requests, page
    return [*watch.complaints, *(f"asks another place: {url}" for url in watch.outside(home)), *(f"no image: {url}" for url in broken)]


def shown_pages(group):
    """One of those with the same body will do, in one language: what a page asks for does not depend on its words, and the
    frame around it is on every page that is looked at."""
    return [page for page in group.pages if not page.is_redirect] if EVERYTHING else [page for page in different(group) if has_its_turn(page)]


def test_over_a_server_with_its_policy(browser, group):
    complaints, tab = [], browser.tab()
    for page in shown_pages(group):
        complaints += [(page, what) for what in complaints_of(browser, tab, page, f"{browser.origin(page.edition)}/")]
    expect_none(complaints)


def test_from_the_disk(browser, group):
    """An error page is only ever served."""
    complaints, tab = [], browser.tab()
    for page in shown_pages(group):
        if not page.is_error:
            complaints += [(page, what) for what in complaints_of(browser, tab, page, page.edition.folder.as_uri() + "/", page.file.as_uri())]
    expect_none(complaints)


def is_in(language, file, edition):
    """Whether a file of the edition belongs to a language."""
    return file is not None and edition.folder / language in file.parents


def missing(tab, page):
    """What a reader needs and does not find on the page."""
    needed = {"main content": "main h1"}
    if page.language:
        needed |= {"navigation": "nav a[href]", "link home": "header a[href]"}
    for language in LANGUAGES:
        if language != page.language:
            links = {link for link in links_of(page) if is_in(language, page.target(link), page.edition)}
            needed[f"link to {language}"] = ", ".join(f'a[href="{link}"]' for link in sorted(links)) or "a[href='']"
    return [f"without scripts no {name} is seen" for name, selector in needed.items() if not tab.evaluate(REACHED, selector)]


def test_without_scripts(browser, group):
    """Everything is there, and not an element less than with scripts."""
    complaints, with_scripts, without = [], browser.tab(), browser.tab(java_script_enabled=False)
    for page in shown_pages(group):
        browser.visit(with_scripts, page)
        browser.visit(without, page)
        complaints += [(page, what) for what in missing(without, page)]
        shown, bare = with_scripts.evaluate(COUNT, COUNTED), without.evaluate(COUNT, COUNTED)
        complaints += [(page, f"<{name}>: {shown[name]} with scripts, {bare[name]} without") for name in COUNTED if shown[name] != bare[name]]
    expect_none(complaints)
