"""Earlier addresses of pages (`aliases` in their front matter) lead on to them, without a script."""
from shipped import LANGUAGES, MOVED_FROM, Page, changed, expect_none, groups, links_of, pages_of


def complaints_of(page):
    """It leads on at once, says so to search engines, and to people with a link."""
    refresh = next(meta.get("content", "") for meta in page.document.iter("meta") if meta.get("http-equiv", "").lower() == "refresh")
    delay, _, link = (part.strip() for part in refresh.partition(";"))
    file = page.target(link[4:].strip("'\"")) if link.lower().startswith("url=") else None
    if file is None or not file.is_file():
        return [f"leads to no page: {refresh}"]
    reached = Page(page.edition, file.relative_to(page.edition.folder).as_posix())
    canonical = [link.get("href") for link in page.document.iter("link") if link.get("rel") == "canonical"]
    wrong = {
        f"waits {delay} s": delay != "0",
        f"leads to another redirect: {reached}": reached.is_redirect,
        f"leads from {page.language} to {reached.language}": page.language != reached.language,
        f"its canonical address is {canonical}": canonical != [f"{page.edition.address}/{reached.address}"],
        f"it shows no link to {reached}": file not in {page.target(link) for link in links_of(page)},
    }
    return [what for what, holds in wrong.items() if holds]


def test_redirects_lead_to_a_page():
    expect_none([(page, what) for group in groups() for page in group.pages if page.is_redirect for what in complaints_of(page)])


def test_a_page_that_has_moved_is_found_in_every_language(browser):
    """A browser that opens the earlier address ends at the page."""
    assert {page.path for page in pages_of(changed()) if page.is_redirect} == {f"{language}/{MOVED_FROM}/index.html" for language in LANGUAGES}
    for language in LANGUAGES:
        tab = browser.tab()
        browser.visit(tab, Page(changed(), f"{language}/{MOVED_FROM}/index.html"))
        tab.wait_for_url(f"**/{language}/steps/**", timeout=5000)
