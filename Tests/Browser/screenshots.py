"""Takes pictures of pages that stand for the others, for people to look at: every language, phone and desktop, light and dark, print."""
import argparse
import subprocess
import tempfile
from pathlib import Path

from browser import DESKTOP, PHONE, started
from shipped import LANGUAGES, changed, representatives, shipped

SCREENS = {"phone": PHONE, "desktop": DESKTOP}
DOTS_PER_INCH = "80"


def chosen(edition, names):
    """{file name: page}: all languages of an edition, and the page without a translation if the edition has none of that kind."""
    found = {}
    for language in LANGUAGES:
        for name, page in representatives(edition, language).items():
            found.setdefault(name if page.language is None else f"{name}-{language}", page)
        missing = representatives(changed(), language).get("fallback")
        if missing:
            found.setdefault(f"fallback-{language}", missing)
    return {name: page for name, page in found.items() if not names or name.split("-")[0] in names}


def printed(tab, folder, name):
    """The page on A4 paper, one picture for each sheet."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(tab.pdf(format="A4", prefer_css_page_size=True))
        file.flush()
        subprocess.run(["pdftoppm", "-r", DOTS_PER_INCH, "-png", file.name, str(folder / f"{name}-print")], check=True)


def take(browser, pages, folder, whole):
    for screen, viewport in SCREENS.items():
        for scheme in ("light", "dark"):
            tab = browser.tab(viewport, color_scheme=scheme)
            for name, page in pages.items():
                browser.visit(tab, page)
                tab.screenshot(path=folder / f"{name}-{screen}-{scheme}.png", full_page=whole)
    for name, page in pages.items():
        browser.visit(browser.tab(), page)
        printed(browser.tab(), folder, name)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--edition", default="team", choices=[edition.name for edition in shipped()])
    parser.add_argument("--pages", default="", help="some of chooser,home,step,project,fallback,missing; default: all there are")
    parser.add_argument("--window-only", action="store_true", help="what fits into the window, not the full page")
    options = parser.parse_args()
    edition = next(edition for edition in shipped() if edition.name == options.edition)
    pages = chosen(edition, [name for name in options.pages.split(",") if name])
    options.folder.mkdir(parents=True, exist_ok=True)
    with started() as browser:
        take(browser, pages, options.folder, not options.window_only)
    print(f"{len(list(options.folder.glob('*.png')))} pictures in {options.folder}: {', '.join(pages)}")


if __name__ == "__main__":
    main()
