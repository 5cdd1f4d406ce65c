"""Every link of every page leads to a file and an id that exist: under a path of a web server and from the disk."""
import functools
import http.server
import re
import threading
import urllib.error
import urllib.request
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from harness import editions, pages
from samples import EDITIONS, LANGUAGES

ASSETS = {("script", "src"), ("img", "src"), ("source", "src"), ("video", "src"), ("video", "poster"), ("audio", "src"), ("iframe", "src"),
          ("object", "data"), ("embed", "src"), ("track", "src"), ("input", "src"), ("image", "href"), ("use", "href")}
ASSET_RELS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon", "prefetch", "preconnect", "dns-prefetch"}
OWN_ADDRESS_RELS = {"canonical", "alternate"}  # the only links that may spell out the edition's address


class Page(HTMLParser):
    """The links, ids and styles of one page."""

    def __init__(self, path):
        super().__init__()
        self.path, self.links, self.ids, self.styles = path, [], [], []
        self.in_style = False
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.in_style = tag == "style"
        self.ids += [given["id"]] if "id" in given else []
        self.styles += [given["style"]] if given.get("style") else []
        for name in ("href", "src", "poster", "data", "action", "xlink:href"):
            if given.get(name) is not None:
                self.links.append((tag, name, given[name], set((given.get("rel") or "").split())))
        for part in (given.get("srcset") or "").split(","):
            if part.strip():
                self.links.append(("img", "src", part.split()[0], set()))

    def handle_data(self, data):
        if self.in_style:
            self.styles.append(data)

    def handle_endtag(self, tag):
        self.in_style = False


@functools.cache
def read(path):
    return Page(path)


def is_asset(tag, name, rels):
    return (tag, name) in ASSETS or (tag == "link" and bool(rels & ASSET_RELS))


def internal(page, address):
    """[(page, link, path of the target below the edition, fragment)], and complaints about links that may not be."""
    found, complaints = [], []
    is_anywhere = page.path.name == "404.html"  # served at any address, so its links begin at the edition's path
    for tag, name, link, rels in page.links:
        parts = urlsplit(link)
        start = address if link.startswith(address) else urlsplit(address).path
        spelled_out = link.startswith(start) and (start == address and tag == "link" and rels & OWN_ADDRESS_RELS or is_anywhere)
        if spelled_out or not (parts.scheme or parts.netloc):
            if not spelled_out and parts.path.startswith("/"):
                complaints.append((link, "an absolute path"))
            found.append((link, urljoin("/", link[len(start):].split("?")[0].split("#")[0] or "/") if spelled_out else parts.path, parts.fragment, spelled_out))
        elif is_asset(tag, name, rels) or tag in ("link", "form"):
            complaints.append((link, "leaves the site"))
        elif parts.scheme not in ("https", "http", "mailto", "tel"):
            complaints.append((link, "an unknown scheme"))
    return found, complaints


def target(page, root, path, spelled_out):
    """The file on the disk that a browser opens; only spelled-out addresses may leave `index.html` to a server."""
    place = root / unquote(path).lstrip("/") if spelled_out else (page.path.parent / unquote(path) if path else page.path)
    return place / "index.html" if spelled_out and place.is_dir() else place


def broken(root, address):
    """Complaints about all pages below `root`, and how many links were followed."""
    complaints, followed = [], 0
    for path in pages(root):
        page = read(path)
        found, wrong = internal(page, address)
        complaints += [(str(path), *w) for w in wrong]
        for link, to, fragment, spelled_out in found:
            followed += 1
            file = Path(target(page, root, to, spelled_out)).resolve()
            if root.resolve() not in file.parents or not file.is_file():
                complaints.append((str(path), link, "no such file"))
            elif fragment and file.suffix == ".html" and unquote(fragment) not in read(file).ids:
                complaints.append((str(path), link, "no such id"))
    return complaints, followed


@pytest.mark.parametrize("edition", EDITIONS)
def test_from_the_disk(sample, edition):
    root = editions(sample[1])[edition]
    complaints, followed = broken(root, f"https://{edition}.example/x/y")
    assert not complaints, complaints[:20]
    assert followed >= 5 * len(pages(root)) > 0


@pytest.fixture
def served(sample, tmp_path):
    """The editions under …/x/y/<edition>/ of a plain web server on the loopback."""
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    (tmp_path / "x").mkdir()
    (tmp_path / "x/y").symlink_to(sample[1])
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/x/y"
    server.shutdown()


def answer(address):
    try:
        with urllib.request.urlopen(address, timeout=10) as reply:
            return reply.status
    except urllib.error.HTTPError as error:
        return error.code


@pytest.mark.parametrize("edition", EDITIONS)
def test_under_a_path_of_a_server(sample, served, edition):
    root, addresses = editions(sample[1])[edition], set()
    for path in pages(root):
        base = f"{served}/{edition}/{path.relative_to(root)}"
        for link, to, _, spelled_out in internal(read(path), f"https://{edition}.example/x/y")[0]:
            addresses.add(f"{served}/{edition}{to}" if spelled_out else urljoin(base, link.split("#")[0]))
    assert len(addresses) >= len(LANGUAGES) * 4
    assert all(address.startswith(f"{served}/{edition}/") for address in addresses)
    assert {a: s for a in sorted(addresses) if (s := answer(a)) != 200} == {}


@pytest.mark.parametrize("edition", EDITIONS)
def test_ids_are_unique_and_styles_stay_at_home(sample, edition):
    root = editions(sample[1])[edition]
    for path in pages(root):
        page = read(path)
        assert len(page.ids) == len(set(page.ids)), path
        assert not re.search(r"url\(\s*['\"]?(?:https?:)?//", " ".join(page.styles)), path
    for sheet in root.rglob("*.css"):
        text = sheet.read_text("utf-8")
        assert not re.search(r"@import|url\(\s*['\"]?(?:(?:https?:)?//|/)", text), sheet
        for link in re.findall(r"url\(\s*['\"]?([^'\")]+)", text):
            assert link.startswith("data:") or (sheet.parent / link.split("?")[0].split("#")[0]).is_file(), (sheet, link)


@pytest.mark.parametrize("edition", EDITIONS)
def test_pages_are_where_the_contract_says(sample, edition):
    root = editions(sample[1])[edition]
    wanted = ["index", "guide/index", "guide/start", "guide/after"] + (["projects/alfa/plan", "projects/alfa/risks"] if edition in ("wiki", "board") else [])
    for language in LANGUAGES:
        for key in wanted:
            file = root / language / ("" if key == "index" else key.removesuffix("/index")) / "index.html"
            assert f'lang="{language}"' in file.read_text("utf-8")
            alternates = {link for tag, _, link, rels in read(file).links if tag == "link" and "alternate" in rels and link.startswith(f"https://{edition}.example/x/y/")}
            assert {link.removeprefix(f"https://{edition}.example/x/y/").split("/")[0] for link in alternates} >= set(LANGUAGES)


def test_the_links_that_people_wrote_are_there(sample):
    page = read(editions(sample[1])["customers"] / "it/guide/start/index.html")
    links = [link for tag, _, link, _ in page.links if tag == "a"]
    assert "#steps" in links and "https://example.org/" in links and any("after" in link for link in links)
    assert "steps" in page.ids


@pytest.mark.parametrize("edition", EDITIONS)
def test_pages_parse_strictly(sample, edition):
    html5lib = pytest.importorskip("html5lib")
    for path in pages(editions(sample[1])[edition]):
        html5lib.HTMLParser(strict=True).parse(path.read_bytes().decode("utf-8"))


def test_a_broken_link_is_noticed(tmp_path):
    """The test of the test."""
    (tmp_path / "index.html").write_text('<a href="none/index.html"></a><a href="#none"></a><img src="//cdn.example/a.png"><a href="/abs"></a><a href="./"></a>')
    complaints, followed = broken(tmp_path, "https://wiki.example")
    assert followed == 4
    assert sorted({what for _, _, what in complaints}) == ["an absolute path", "leaves the site", "no such file", "no such id"] and len(complaints) == 6
