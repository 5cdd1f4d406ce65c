"""Debian's Chromium on the shipped site: windows, visits, and what a visit asked for and complained about."""
import contextlib
from pathlib import Path
from urllib.parse import urlsplit

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
        self.chromium, self.servers = chromium, {}

    def origin(self, edition):
        if edition not in self.servers:
            self.servers[edition] = serve(edition.folder)
        return self.servers[edition][0]

    def close(self):
        for _, server in self.servers.values():
            server.shutdown()

    @contextlib.contextmanager
    def window(self, viewport=DESKTOP, **options):
        """A fresh profile with one tab."""
        context = self.chromium.new_context(viewport=viewport, **options)
        try:
            yield context.new_page()
        finally:
            context.close()

    def address(self, page):
        """Where a page is visited. An error page spells its links out, so it is visited at the edition's own address."""
        if page.is_error:
            return f"{page.edition.address}/{page.path.removesuffix('404.html')}no/such/page/"
        return f"{self.origin(page.edition)}/{page.address}"

    def visit(self, tab, page):
        """Opens a page; the edition's own address is answered by its server, too. Returns the answer."""
        if not page.is_error:
            return tab.goto(self.address(page))
        own, origin = page.edition.address, self.origin(page.edition)

        def answer(route):
            route.fulfill(response=route.fetch(url=origin + route.request.url[len(own):]))
        tab.route(f"{own}/**", answer)
        try:
            return tab.goto(self.address(page))
        finally:
            tab.unroute(f"{own}/**")


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
        tab.on("requestfailed", lambda request: self.say(f"failed: {request.url} ({request.failure})"))
        tab.on("response", lambda response: response.status >= 400 and response.url != self.visited
               and self.say(f"{response.status}: {response.url}"))
        tab.on("console", lambda message: message.type in ("error", "warning") and not self.is_the_visit_itself(message)
               and self.say(f"console {message.type}: {message.text}"))
        tab.on("pageerror", lambda error: self.say(f"script error: {error}"))

    def say(self, what):
        self.complaints.append(what)

    def is_the_visit_itself(self, message):
        """The browser's own line about a visit that is answered with 404, as an error page's visit must be."""
        return message.text.startswith("Failed to load resource") and message.location.get("url") == self.visited

    def start(self, address):
        self.requests, self.complaints, self.visited = [], [], address

    def strangers(self):
        """Requests to another place than the visited one."""
        place = urlsplit(self.visited)
        return [url for url in self.requests
                if not url.startswith("data:") and urlsplit(url)[:2] != place[:2]]
