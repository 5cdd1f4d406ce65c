"""Debian's Chromium on the shipped site: windows, visits, and what a visit asked for and complained about."""
import contextlib
from pathlib import Path

from playwright.sync_api import sync_playwright

from served import serve

CHROMIUM = "/usr/bin/chromium"
PHONE, DESKTOP, NARROW = {"width": 390, "height": 844}, {"width": 1280, "height": 900}, {"width": 320, "height": 640}
STILL = "*, ::before, ::after { transition: none !important; animation: none !important; scroll-behavior: auto !important }"
SETTLED = """async () => {
  for (const image of document.images) image.loading = 'eager';
  await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return [...document.images].filter((image) => !image.naturalWidth).map((image) => image.src);
}"""


def script(name):
    """A script of this folder, to be put into a page."""
    return (Path(__file__).parent / name).read_text("utf-8")


class Browser:
    """One Chromium, and one web server for each edition it visits."""

    def __init__(self, chromium):
        self.chromium, self.servers, self.tabs, self.watches = chromium, {}, {}, {}

    def origin(self, edition):
        if edition not in self.servers:
            self.servers[edition] = serve(edition.folder)
        return self.servers[edition][0]

    def close(self):
        for _, server in self.servers.values():
            server.shutdown()

    def tab(self, viewport=DESKTOP, **options):
        """A tab in a profile of its own, the same one for the same options; a new profile costs more than a visit."""
        key = repr((viewport, sorted(options.items())))
        if key not in self.tabs:
            self.tabs[key] = self.chromium.new_context(viewport=viewport, **options).new_page()
            self.watches[self.tabs[key]] = Watch(self.tabs[key])
        return self.tabs[key]

    def address(self, page):
        """Where a page is visited: an error page where nothing is, two folders further down."""
        return f"{self.origin(page.edition)}/{page.shown_at}"

    def visit(self, tab, page, address=None):
        """Opens a page, or what is at the given address; returns what the tab asks for and complains about from now on."""
        address = address or self.address(page)
        self.watches[tab].start(address)
        tab.goto(address)
        return self.watches[tab]


@contextlib.contextmanager
def started():
    """A running browser."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        browser = Browser(chromium)
        try:
            yield browser
        finally:
            browser.close()
            chromium.close()


class Watch:
    """What a tab asked for and complained about since the last `start`."""

    def __init__(self, tab):
        self.requests, self.complaints, self.visited = [], [], ""
        tab.on("request", lambda request: self.requests.append(request.url))
        # Aborted is what the next visit makes of an icon that is still under way; a page's own files are there before.
        tab.on("requestfailed", lambda request: request.failure != "net::ERR_ABORTED" and self.say(f"failed: {request.url} ({request.failure})"))
        tab.on("response", lambda response: response.status >= 400 and response.url != self.visited
               and self.say(f"{response.status}: {response.url}"))
        tab.on("console", lambda message: message.type in ("error", "warning") and not self.is_to_be_expected(message)
               and self.say(f"console {message.type}: {message.text}"))
        tab.on("pageerror", lambda error: self.say(f"script error: {error}"))

    def say(self, what):
        self.complaints.append(what)

    def is_to_be_expected(self, message):
        """The browser's own line about a visit that is answered with 404, as an error page's visit must be; or about an icon
        that it guesses at any time for a site that has named none, which another test forbids."""
        place = message.location.get("url", "")
        return message.text.startswith("Failed to load resource") and (place == self.visited or place.endswith("/favicon.ico"))

    def start(self, address):
        self.requests, self.complaints, self.visited = [], [], address

    def outside(self, home):
        """Requests to another place than below `home`."""
        return [url for url in self.requests if not url.startswith((home, "data:"))]
