"""Bad inputs as files with marked places, and the two things a run may do with them: refuse, or keep every word."""
import re
from html.parser import HTMLParser
from typing import NamedTuple

from harness import build, editions, messages, pages, tree, write_site
from samples import RECORDS, site_file, trilingual

MARK = "‸"  # stands directly before a place that a message has to name
EDITIONS = ("customers", "wiki")
HEAD = '---\ntitle: "Prova"\naudience: team\n---\n\n'  # the text begins in line 6
PAGE = "content/guide/case.it.md"
SITE = "content/site.yaml"
NOTE = re.compile(r"^\s*note: .*: (\S.*?):(\d+):(\d+)$", re.M)


class Case(NamedTuple):
    files: dict
    places: list  # (path, line, column): of the message itself, then of the notes it adds
    words: str  # what the message has to say, as a pattern
    severity: str = "error"


def data(name):
    return f"content/projects/alfa/{name}.yaml"


def case(files, words, severity="error", bad=b""):
    """A case from files with marks, which become the bytes `bad`."""
    places, written = [], {}
    for path, text in files.items():
        before, *parts = text.split(MARK)
        for part in parts:
            places.append((path, before.count("\n") + 1, len(before) - before.rfind("\n")))
            before += part
        written[path] = text.encode().replace(MARK.encode(), bad)
    return Case(written, places, words, severity)


def text(body, words, **options):
    """A page with this text."""
    return case({PAGE: HEAD + body + "\n"}, words, **options)


def front(lines, words, **options):
    """A page with these lines in its front matter."""
    return case({PAGE: f"---\n{lines}\naudience: team\n---\n\nTesto.\n"}, words, **options)


def changed(name, old, new, words, **options):
    """A data file of the sample with one thing changed."""
    assert old in RECORDS[f"{name}.yaml"]
    return case({data(name): RECORDS[f"{name}.yaml"].replace(old, new, 1)}, words, **options)


def configured(old, new, words, **options):
    """The site's own file with one thing changed."""
    assert old in site_file(EDITIONS)
    return case({SITE: site_file(EDITIONS).replace(old, new, 1)}, words, **options)


def sound():
    """The sample site without a finding: two editions, a project, three languages."""
    files = trilingual(EDITIONS)
    del files["content/projects/alfa/providers.yaml"]
    return files


def places(message):
    return message.places + [(path, int(line), int(column)) for path, line, column in NOTE.findall(message.text)]


def told(found, wanted):
    """Whether one of the messages stands at the case's place (if it has one), names its other places and says its words."""
    return any((not wanted.places or places(m)[:1] == wanted.places[:1]) and set(wanted.places) <= set(places(m))
               and m.severity == wanted.severity and re.search(wanted.words, m.text) for m in found)


def attempt(live, files, *options):
    """Builds with these files, then takes them out again; what was published before, the result, its messages."""
    folder, output = live
    before, usual = tree(output), sound()
    write_site(folder, files)
    result = build(folder, output, *options)
    write_site(folder, {path: usual.get(path) for path in files})
    return before, result, messages(result.stderr)


def refuses(live, wanted, at_most=3):
    """The build fails with the message of the case and few others; what was published stays as it was. Returns the errors."""
    before, result, found = attempt(live, wanted.files)
    assert result.code == 1, f"exit {result.code}\n{result.stderr[-3000:]}"
    errors = [m for m in found if m.severity == "error"]
    assert told(errors, wanted), f"wanted {wanted.places} {wanted.words}\n{result.stderr[-3000:]}"
    assert len(errors) <= at_most, f"one fault may not bury the reader\n{result.stderr[-3000:]}"
    assert tree(live[1]) == before
    return errors


def warns(live, wanted):
    """The build publishes and warns, once; a strict one fails and leaves what was published. Returns the output folder."""
    before, strict, _ = attempt(live, wanted.files, "--strict")
    assert strict.code == 1 and tree(live[1]) == before, strict.stderr[-3000:]
    _, result, found = attempt(live, wanted.files)
    assert result.code == 0 and len(found) == 1, f"exit {result.code}\n{result.stderr[-3000:]}"
    assert told(found, wanted), f"wanted {wanted.places} {wanted.words}\n{result.stderr[-3000:]}"
    return live[1]


def accepts(live, files):
    """The build publishes and has nothing to say. Returns the output folder."""
    _, result, found = attempt(live, files, "--strict")
    assert result.code == 0 and found == [], f"exit {result.code}\n{result.stderr[-3000:]}"
    return live[1]


class Reader(HTMLParser):
    """What a browser makes of a page: texts, values of attributes, names of elements."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.texts, self.values, self.names = [], [], []

    def handle_starttag(self, tag, attributes):
        self.names.append(tag)
        self.values += [value for _, value in attributes if value]

    def handle_data(self, data):
        self.texts.append(data)


def read(path):
    reader = Reader()
    reader.feed(path.read_bytes().decode())
    reader.close()
    return reader


def shown(output, words, edition="wiki"):
    """Whether a reader of the edition sees these words on some page; all pages must be UTF-8."""
    return any(words in "".join(read(path).texts) for path in pages(editions(output)[edition]))
