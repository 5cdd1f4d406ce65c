"""Ten bad inputs, each alone and all in one run: found at the exact place, exit 1, and the published site untouched."""
import re
import time
import unicodedata
from typing import NamedTuple

import pytest

from harness import build, built, messages, published, run, tree, write_site
from samples import project, trilingual

HEAD = '---\ntitle: "Prova"\naudience: team\n---\n\n'  # five lines: the text starts in line 6
ANY = None


class Bad(NamedTuple):
    files: dict
    at: list  # (path, line, columns allowed; ANY where the rule leaves it open)
    words: str  # what the message has to say, as a pattern


def place(text, mark):
    """(line, column) of the first `mark`, counted in Unicode scalars from 1."""
    before = text[:text.index(mark)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def one(path, text, mark, words, columns=None):
    """A bad file with one fault, at `mark`."""
    line, column = place(text, mark)
    return Bad({path: text}, [(path, line, columns or [column])], words)


def latin1():
    line = "Però città – perch"
    data = (HEAD + line).encode() + b"\xe9 no.\n"
    return Bad({"content/guide/latin.it.md": data}, [("content/guide/latin.it.md", 6, [len(line) + 1])], r"(?i)0xE9|\bE9\b")


def unknown_reference():
    path = "content/projects/alfa/risks.yaml"
    text = project()[path].replace("owner: pm", "owner: pmm")
    return one(path, text, "pmm", r"pmm(.|\n)*\bpm\b")


def hidden_page_linked():
    bad = one("content/guide/linker.it.md", HEAD.replace("team", "public") + "Più testo: [[riservata]] ecco.\n", "[[riservata]]", r"(?i)riservata|audience")
    return bad._replace(files={**bad.files, "content/guide/riservata.it.md": HEAD + "Solo per noi.\n"})


def bad_scheme():
    text = HEAD + "Già. [x](javascript:alert(1)) e poi.\n"
    columns = [place(text, "[x]")[1], place(text, "javascript")[1]]  # the link or its address: both are exact
    return one("content/guide/scheme.it.md", text, "[x]", r"(?i)javascript|scheme", columns)


def file_names():
    text = HEAD + "Testo.\n"
    twins = [unicodedata.normalize(form, "content/guide/skåne.it.md") for form in ("NFC", "NFD")]
    names = ["content/guide/Twin.it.md", "content/guide/twin.it.md", *twins]
    return Bad({**{name: text for name in names}, b"content/guide/caff\xe9.it.md": text},
               [("content/guide/(?i:twin)", ANY, ANY), ("content/guide/sk", ANY, ANY), ("content/guide/caff", ANY, ANY)], r"(?i)twin")


BAD = {
    "a Latin-1 byte": latin1(),
    "a NUL": one("content/guide/zero.it.md", HEAD + "Caffè è qui\0 e dopo.\n", "\0", r"(?i)NUL|U\+0000|control"),
    "a tab in YAML": one("content/projects/beta/phases.yaml", '- id: ph9\n  name:\n\tit: "Fase"\n', "\t", r"(?i)tab|space|indent"),
    "a key twice": one("content/guide/twice.it.md", '---\ntitle: "Uno"\naudience: team\ntags: [a]\ntitle: "Due"\n---\n\nTesto.\n', 'title: "Due"', r"title(.|\n)*2\b"),
    "an unknown key": one("content/guide/unknown.it.md", '---\ntitle: "Uno"\naudience: team\ndescripton: "Due"\n---\n\nTesto.\n', "descripton", r"descripton(.|\n)*\bdescription\b"),
    "an unknown reference": unknown_reference(),
    "a public page links to a hidden one": hidden_page_linked(),
    "a javascript address": bad_scheme(),
    "brackets without end": one("content/guide/brackets.it.md", HEAD + "![[]()" * 32_000 + "\n", "![[]()", r"(?i)complex|nest|bracket|too many|limit|deep", [ANY]),
    "names that clash or are no text": file_names(),
}
BETA = {"content/projects/beta/project.yaml": project()["content/projects/alfa/project.yaml"].replace("alfa", "beta").replace("incoming: nova\n", ""),
        "content/projects/beta/roles.yaml": project()["content/projects/alfa/roles.yaml"]}


@pytest.fixture
def good(site, tmp_path):
    """A good site with a second project, published: (site folder, output folder, the published tree)."""
    folder, output = site({**trilingual(("customers", "wiki")), **BETA}), tmp_path / "out"
    built(folder, output)
    return folder, output, tree(output)


def is_at(found, wanted):
    (path, line, column), (pattern, wanted_line, columns) = found, wanted
    pattern = pattern if "(?" in pattern else re.escape(pattern)
    return bool(re.search(pattern, path)) and wanted_line in (ANY, line) and (columns is ANY or columns == [ANY] or column in columns)


def complaints(bad, errors):
    """What of `bad` no error of the run reports at its place and in fitting words."""
    return [wanted for wanted in bad.at
            if not any(any(is_at(place, wanted) for place in error.places) and (len(bad.at) > 1 or re.search(bad.words, error.text)) for error in errors)]


def errors_of(folder, output):
    began = time.monotonic()
    result = build(folder, output)
    assert result.code == 1, f"exit {result.code}\n{result.stderr[-3000:]}"
    assert time.monotonic() - began < 10, "bad input may not slow a build down"
    return [message for message in messages(result.stderr) if message.severity == "error"], result.stderr


@pytest.mark.parametrize("name", BAD)
def test_alone(good, name):
    folder, output, before = good
    write_site(folder, BAD[name].files)
    errors, said = errors_of(folder, output)
    assert complaints(BAD[name], errors) == [], said[-3000:]
    assert len(errors) <= 20, "one fault may not bury the reader"
    assert tree(output) == before and published(output)


def test_all_in_one_run(good):
    folder, output, before = good
    for bad in BAD.values():
        write_site(folder, bad.files)
    errors, said = errors_of(folder, output)
    assert {name: missing for name, bad in BAD.items() if (missing := complaints(bad, errors))} == {}, said[-6000:]
    assert tree(output) == before


def test_check_reports_the_same(good):
    folder, output, _ = good
    for bad in BAD.values():
        write_site(folder, bad.files)
    result = run(["check", "--site", folder])
    assert result.code == 1
    checked = {(m.rule, tuple(m.places)) for m in messages(result.stderr + result.stdout) if m.severity == "error"}
    assert {(e.rule, tuple(e.places)) for e in errors_of(folder, output)[0]} <= checked != set()


def test_both_names_of_a_clash_are_said(good):
    folder, output, _ = good
    write_site(folder, BAD["names that clash or are no text"].files)
    said = errors_of(folder, output)[1]
    assert "Twin.it.md" in said and "twin.it.md" in said
    assert len(re.findall(r"guide/sk\S*ne\.it\.md", said)) >= 2
    assert re.search(r"(?i)caff\S{0,4}e9", said)


def test_what_follows_a_nul_is_in_no_output(site, tmp_path):
    """A C string would end there and the page would be published cut short."""
    folder = site({**trilingual(("wiki",)), **BAD["a NUL"].files})
    errors_of(folder, tmp_path / "out")
    assert published(tmp_path / "out") == {}


def test_the_message_shows_the_source_line_and_a_caret(good):
    folder, output, _ = good
    write_site(folder, BAD["an unknown key"].files)
    said = errors_of(folder, output)[1]
    assert 'descripton: "Due"' in said and re.search(r"^[ |0-9]*\^", said, re.M)
