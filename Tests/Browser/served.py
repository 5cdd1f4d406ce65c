"""A small web server for one edition, as a host would serve it: the edition's `_headers`, and 404.html for what is not there."""
import contextlib
import fnmatch
import http.server
import threading
from pathlib import Path
from urllib.parse import unquote, urlsplit


def header_rules(folder):
    """[(path pattern, [(name, value)])] of the `_headers` file: a path line, then indented `Name: value` lines."""
    file, rules = folder / "_headers", []
    for line in file.read_text("utf-8").splitlines() if file.is_file() else []:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if not line[0].isspace():
            rules.append((line.strip(), []))
            continue
        name, colon, value = line.strip().partition(":")
        assert colon and rules, f"{file}: not a header below a path: {line}"
        rules[-1][1].append((name.strip(), value.strip()))
    return rules


def headers_for(rules, path):
    """The headers of an address, lower-case name → value; a name that several rules give has both values."""
    found = {}
    for pattern, headers in rules:
        for name, value in headers if fnmatch.fnmatchcase(path, pattern) else []:
            found.setdefault(name.lower(), []).append(value)
    return {name: ", ".join(values) for name, values in found.items()}


def nearest_error_page(folder, path):
    """The 404.html of the closest folder above an address, as static hosts choose it."""
    parts = [part for part in path.split("/") if part and part != ".."]
    places = [folder.joinpath(*parts[:count]) / "404.html" for count in range(len(parts), -1, -1)]
    return next((place for place in places if place.is_file()), None)


class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    rules = ()

    def log_message(self, *_):
        pass

    def end_headers(self):
        for name, value in headers_for(self.rules, unquote(urlsplit(self.path).path)).items():
            self.send_header(name, value)
        super().end_headers()

    def handle(self):
        with contextlib.suppress(ConnectionError):  # the browser left before the end of an answer
            super().handle()

    def send_error(self, code, message=None, explain=None):
        page = nearest_error_page(Path(self.directory), unquote(urlsplit(self.path).path)) if code == 404 else None
        if page is None:
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def guess_type(self, path):
        kind = super().guess_type(path)
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


def serve(folder):
    """Starts the server on a free port of the loopback; returns (address without a slash, server)."""
    rules = header_rules(folder)

    class OfThisEdition(Handler):
        def __init__(self, *args, **options):
            super().__init__(*args, directory=str(folder), **options)
    OfThisEdition.rules = rules
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), OfThisEdition)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}", server
