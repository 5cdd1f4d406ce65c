"""Opens pages in a browser and reads them with a second parser: what they run, ask for and hold that no text may cause."""
import functools
import http.server
import multiprocessing
import os
import re
import threading
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import NamedTuple
from urllib.parse import quote

import html5lib
from playwright.sync_api import Error, sync_playwright

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
# Nothing leaves the machine, whatever a page asks for.
ARGUMENTS = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--disable-background-networking", "--mute-audio"]
EVENTS = ["focus", "focusin", "blur", "mouseover", "mouseenter", "mousemove", "pointerover", "pointerenter", "click", "keydown", "input", "change",
          "submit", "toggle", "load", "error", "start", "begin", "pageshow", "animationend", "transitionend", "scroll"]

EVERYWHERE = {"class", "id", "lang", "role", "tabindex", "aria-label", "aria-current", "aria-hidden", "aria-labelledby", "aria-describedby"}
# Every element a page may have, with its own attributes. What is not here is not written by the program.
ELEMENTS = {
    **dict.fromkeys("html head title body header footer main nav section aside article div p span h1 h2 h3 h4 h5 h6 ul li blockquote pre code em strong "
                    "del br hr table caption thead tbody tr figure figcaption dl dt dd sup sub abbr time small b details summary".split(), set()),
    "html": {"data-audience"}, "meta": {"charset", "name", "content", "http-equiv"}, "link": {"rel", "href", "hreflang", "type"}, "a": {"href", "hreflang", "rel", "title", "download"},
    "img": {"src", "alt", "title", "width", "height", "loading", "decoding"}, "ol": {"start"}, "th": {"scope", "colspan", "rowspan"}, "td": {"colspan", "rowspan"},
    "input": {"type", "checked", "disabled"}, "svg": {"width", "height", "viewBox", "xmlns", "font-family"},
    # What drawings are made of. In HTML `title`, `desc` and `metadata` have no attributes either.
    "desc": set(), "metadata": set(), "polyline": {"fill", "stroke", "stroke-width", "points"},
    "circle": {"cx", "cy", "r", "fill", "stroke", "stroke-width"},
    "line": {"x1", "x2", "y1", "y2", "stroke", "stroke-width", "stroke-dasharray"},
    "path": {"d", "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin"},
    "rect": {"x", "y", "width", "height", "rx", "fill", "stroke", "stroke-width"},
    "text": {"x", "y", "fill", "font-size", "font-weight", "text-anchor"},
}
MARK = r"zq\d+q"
# What a meta element may say in the place of a header.
HEADER = re.compile(r"Content-Security-Policy: [a-z' ;-]+|refresh: 0; url=[a-z0-9./-]+")
MOVED = "vecchio"  # the folder of pages that lead on to another one
SCHEMES = ["http:", "https:", "mailto:", "tel:"]
ADDRESSES = ["href", "src", "srcset", "action", "formaction", "data", "poster", "background", "cite", "xlink:href", "manifest", "ping"]

LOOK = """([elements, everywhere, schemes, addresses, mark]) => {
  const wrong = [], seen = [], isMark = new RegExp(mark);
  // What stands around a mark: the block of the text it is in; on the pages that hold nothing else, all of the text.
  const blocks = new Map(), edge = location.pathname.endsWith('/raw/index.html') ? 'main' : '.text, body, head';
  const block = element => {
    let at = element;
    while (at.parentElement && !at.parentElement.matches(edge)) at = at.parentElement;
    if (!blocks.has(at)) {
      const values = [at, ...at.querySelectorAll('*')].flatMap(inner => [...inner.attributes].map(attribute => attribute.value));
      blocks.set(at, [at.textContent, ...values].join(' '));
    }
    return blocks.get(at);
  };
  for (const element of document.querySelectorAll('*')) {
    const name = element.localName, known = elements[name];
    if (!known) wrong.push(`the element <${name}>`);
    for (const {name: attribute, value} of element.attributes) {
      const place = `${name}@${attribute}`;
      if (/^on/i.test(attribute)) wrong.push(`the handler ${place}=${value}`);
      else if (!everywhere.includes(attribute) && !(known || []).includes(attribute)) wrong.push(`the attribute ${place}`);
      if (addresses.includes(attribute)) {
        let address;
        try { address = new URL(value, document.baseURI); } catch { address = null; }
        if (address && !schemes.includes(address.protocol)) wrong.push(`the address ${place}=${value}`);
        else if (address && address.protocol.startsWith('http') && address.origin !== location.origin && !/^https?:/i.test(value)) wrong.push(`the host of ${place}=${value}`);
      }
      if (attribute === 'http-equiv' && value !== 'Content-Security-Policy') wrong.push(`${place}=${value}`);
      if (isMark.test(value)) seen.push([place, value, block(element)]);
    }
  }
  const nodes = document.createTreeWalker(document, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_CDATA_SECTION);
  for (let node; (node = nodes.nextNode());) {
    if (node.nodeType !== 3) wrong.push(`a comment: ${node.data}`);
    else if (isMark.test(node.data)) seen.push([node.parentElement.localName, node.parentElement.textContent, block(node.parentElement)]);
  }
  return [wrong, seen];
}"""
STIR = """events => {
  addEventListener('click', event => event.preventDefault(), true);
  addEventListener('submit', event => event.preventDefault(), true);
  for (const element of document.querySelectorAll('*')) {
    if (element.matches('a, input, button, select, textarea, summary, [tabindex], [autofocus], [contenteditable]')) element.focus();
    for (const name of events) element.dispatchEvent(new Event(name, {bubbles: false, cancelable: true}));
    if (element.protocol === 'javascript:') location.href = element.href;
  }
}"""


class Look(NamedTuple):
    """What a browser found on one page."""
    ran: list  # dialogs, marks in the window, addresses asked for elsewhere
    wrong: list  # elements, attributes and addresses that no page has
    seen: list  # (element or element@attribute, its text, the text of the block around it) of everything with a mark


@contextmanager
def served(folder):
    """The folder on the loopback, without any policy."""
    class Quiet(http.server.SimpleHTTPRequestHandler):
        protocol_version, disable_nagle_algorithm, wbufsize = "HTTP/1.0", True, -1

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


class Visitor:
    """One browser tab that goes from page to page and touches everything."""

    def __init__(self, browser, origin):
        self.browser, self.origin, self.ran = browser, origin, []
        self.open()

    def open(self):
        self.page = self.browser.new_page(bypass_csp=True)  # the page is put to the test, not the policy it asks for
        self.page.on("dialog", self.answer)
        self.page.on("request", self.asked)

    def answer(self, dialog):
        self.ran.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    def asked(self, request):
        if not request.url.startswith(self.origin + "/"):
            self.ran.append(f"a request to {request.url} for a {request.resource_type}")

    def wait(self, patience):
        if patience:
            self.page.wait_for_timeout(patience)

    def look(self, path, patience=0):
        """Loads a page, reads it, stirs everything on it; waits for `patience` milliseconds before and after."""
        self.ran, wrong, seen = [], [], []
        address = f"{self.origin}/{quote(str(path))}"
        try:
            self.page.goto(address, wait_until="load")
            self.wait(patience)
            wrong, seen = self.page.evaluate(LOOK, [{name: sorted(own) for name, own in ELEMENTS.items()}, sorted(EVERYWHERE), SCHEMES, ADDRESSES, MARK])
            self.page.evaluate(STIR, EVENTS)
            self.wait(patience)
            if self.page.evaluate("window.__pwned"):
                self.ran.append("window.__pwned is set")
            if self.page.url != address:
                self.ran.append(f"went to {self.page.url}")
        except Error as error:  # the page went elsewhere, or took the browser's own names away
            self.ran.append(f"broke off: {error}")
            self.page.close()
            self.open()
        return Look(self.ran, wrong, [tuple(hit) for hit in seen])


@contextmanager
def visitor(folder):
    with served(folder) as origin, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield Visitor(browser, origin)
        browser.close()


def parsed_wrong(path):
    """What html5lib finds on a page that is not on the lists; also what it had to mend."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = parser.parse(path.read_bytes(), transport_encoding="utf-8")
    wrong = [f"html5lib had to mend: {error}" for _, error, _ in parser.errors]
    for element in root.iter():
        name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else "!--"
        if name not in ELEMENTS:
            wrong.append(f"html5lib reads <{name}>")
            continue
        if "http-equiv" in element.attrib and not HEADER.fullmatch(f"{element.get('http-equiv')}: {element.get('content')}"):
            wrong.append(f"html5lib reads a header: {element.attrib}")
        for attribute, value in ((name.rpartition("}")[2], value) for name, value in element.attrib.items()):
            scheme = re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", re.sub(r"[\t\n\r]", "", value).lstrip("".join(map(chr, range(33)))))
            if attribute not in EVERYWHERE | ELEMENTS[name]:
                wrong.append(f"html5lib reads {name}@{attribute}")
            elif attribute in ADDRESSES and scheme and scheme[0].lower() not in SCHEMES:
                wrong.append(f"html5lib reads the address {value}")
    return wrong


def audited(folder, paths, patience=0):
    """What the browser and the parser find on each of some pages: [(Look, what html5lib had to say)]."""
    with visitor(folder) as browser:
        return [(Look([], [], []) if MOVED in path.parts else browser.look(path.relative_to(folder), patience), parsed_wrong(path)) for path in paths]


def audit(folder, paths, patience=0):
    """The same for many pages, in as many processes as there are cores, away from whatever browser a test has open."""
    workers = min(4, os.cpu_count() or 1)
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
        jobs = [pool.submit(audited, folder, paths[worker::workers], patience) for worker in range(workers)]
        return {path: found for worker, job in enumerate(jobs) for path, found in zip(paths[worker::workers], job.result())}
