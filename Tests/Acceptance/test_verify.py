"""The second look at what is published: words, amounts and names in every kind of carrier, found at the right path; and nothing else."""
import gzip
import json
import os
import re
import zipfile

import pytest

from carriers import AMOUNTS, NAMES, TEXTS, stream_of, word, written
from harness import MARKER, ROOT, build, built, editions, messages, run, tree, write_site
from packing import zipped

SITE = """name: "Prova"
languages: [it]
sourceLanguage: it
timezone: Europe/Rome
asOf: 2026-01-15
files: { pub/: { audience: public, metadata: keep } }
editions:
  open: { audience: public, url: "https://open.example" }
  board: { audience: restricted, url: "https://board.example" }
"""
PAGE = "---\ntitle: Prova\naudience: public\n---\n\nTesto.\n"
CITIES = """Torino Milano Genova Bologna Firenze Palermo Catania Verona Padova Trieste Brescia Parma Modena Livorno Cagliari Foggia Rimini Ferrara
Sassari Latina Monza Bergamo Trento Perugia Ancona Pescara Lecce Arezzo Udine Cesena Varese Como Pisa Novara Treviso Mantova Siena""".split()
WORDS = {city: f"Il fornitore di {city} non è pronto" for city in CITIES}
SUMS = [522_851 + 1111 * number for number in range(6)]
PEOPLE = ["Ida Dallapè", "Ines Brogi", "Nilo Fröbe"]  # longer names would be sentences, too
LAST = re.compile(r"(no findings|\d+ errors?.*|\d+ warnings?) as of (\S+): (\d+) files \((.+)\), (\d+) members inside\n\Z")


def secrets():
    """The site: what is public is one page; lessons, costs and people are not."""
    return {
        "content/site.yaml": SITE, "content/index.it.md": PAGE,
        "content/projects/p/project.yaml": "{ name: N, type: partner-change, start: 2026-01-05, currency: EUR }\n",
        "content/projects/p/lessons.yaml": "".join(f'- {{ id: l{number}, what: "{text}" }}\n' for number, text in enumerate(WORDS.values())),
        "content/projects/p/costItems.yaml": "".join(f"- {{ id: c{number}, name: Voce, kind: overlap, amount: {amount} }}\n" for number, amount in enumerate(SUMS)),
        "content/projects/p/roles.yaml": "".join(f"- {{ id: r{number}, title: Capo, party: client }}\n" for number in range(len(PEOPLE))),
        "content/projects/p/people.yaml": "".join(f'- {{ role: r{number}, name: "{name}" }}\n' for number, name in enumerate(PEOPLE)),
    }


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    return write_site(tmp_path_factory.mktemp("verify") / "site", secrets())


@pytest.fixture
def output(source, tmp_path):
    return built(source, tmp_path / "out")


def plant(output, files, edition="open"):
    """Puts files into a published edition as a build would have, on its list."""
    folder = output / edition
    write_site(folder, files)
    names = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file() and path.name != MARKER)
    head = (folder / MARKER).read_text().splitlines()[:3]
    (folder / MARKER).write_text("\n".join(head + [f"files: {len(names)}"] + names) + "\n")


def verify(source, output, *options, **more):
    return run(["verify", "--site", source, "--output", output, *options], **more)


def findings(source, output, *options):
    result = verify(source, output, "--format", "json", *options)
    found = json.loads(result.stdout)
    assert result.code == (1 if found else 0), result.stderr
    return found


def last(result):
    match = LAST.search(result.stderr)
    assert match, result.stderr
    return match[2], int(match[3]), match[4], int(match[5])


def planned():
    """Every carrier with words of its own: (carrier, file, data, expected finding, harmless data)."""
    for kind, carriers, things, source in (("text", TEXTS, list(WORDS.values()), "lessons"), ("amount", AMOUNTS, SUMS, "costItems"), ("name", NAMES, PEOPLE, "people")):
        assert len(carriers) <= len(things)
        for line, (carrier, thing) in enumerate(zip(carriers, things), 1):
            file, data = "files/" + carrier.file.format(thing), carrier.make(thing)
            inside = f"!stream@{stream_of(data, thing)}" if carrier.inside is None else carrier.inside.format(thing)
            yield carrier, file, data, (kind, f"content/projects/p/{source}.yaml", line, file + inside), harmless(carrier, kind)


def harmless(carrier, kind):
    return carrier.make({"text": "Niente da nascondere è sempre meglio", "amount": 733_112, "name": "Nessuno Mai"}[kind])


CARRIERS = list(planned())


def test_there_are_many_carriers():
    assert len(CARRIERS) == 40 and len({file for _, file, *_ in CARRIERS}) == 40


def test_everything_is_found_at_its_path(source, output):
    plant(output, {file: data for _, file, data, *_ in CARRIERS})
    found = [(f["key"], f["path"], f["line"], f["values"]["path"], f["values"]["count"]) for f in findings(source, output)]
    assert sorted(found) == sorted((f"V57.{kind}", path, line, place, "1") for *_, (kind, path, line, place), _ in CARRIERS)


@pytest.mark.parametrize("number", range(len(CARRIERS)), ids=[file[6:30] for _, file, *_ in CARRIERS])
def test_a_carrier_of_harmless_words_is_clean(source, output, number):
    carrier, _, _, _, data = CARRIERS[number]
    plant(output, {"files/" + carrier.file.format("x"): data})
    result = verify(source, output, "--edition", "open")
    assert result.code == 0, result.stderr
    assert last(result) == ("2026-01-15", count(output, "open"), "open", carrier.members)


def count(output, *names):
    return sum(1 for name in names for path in (output / name).rglob("*") if path.is_file() and path.name != MARKER)


def test_what_readers_may_see_is_no_finding(source, output):
    plant(output, {file: data for _, file, data, *_ in CARRIERS}, "board")
    assert findings(source, output, "--edition", "board") == []


def test_a_public_attachment_that_the_build_cannot_read(site, tmp_path):
    files = {**secrets(), "content/index.it.md": PAGE + "\n[Il piano](pub/piano.docx) [Il foglio](pub/foglio.pdf)\n",
             "content/pub/piano.docx": word(WORDS["Torino"]), "content/pub/foglio.pdf": written(WORDS["Milano"])}
    folder = site(files)
    output = built(folder, tmp_path / "out")
    found = {(f["rule"], f["line"], f["values"]["path"]) for f in findings(folder, output, "--edition", "open") if f.get("values")}
    assert found == set(), "a run for the public quotes nothing of others"
    found = {(f["rule"], f["line"], f["values"]["path"]) for f in findings(folder, output)}
    assert found == {("V57", 1, "files/pub/piano.docx!word/document.xml"), ("V57", 2, "files/pub/foglio.pdf!text")}


def test_a_run_for_the_public_quotes_nothing(source, output):
    plant(output, {"files/a.docx": word(WORDS["Torino"])})
    result = verify(source, output, "--edition", "open")
    assert result.code == 1 and "Torino" not in result.stderr
    assert [(m.rule, m.places) for m in messages(result.stderr)] == [("V57", [("content/projects/p/lessons.yaml", 1, 19)])]


def test_contacts_are_found_in_documents(source, output):
    plant(output, {"files/a.docx": word("Scrivere a lei.sola@privata.example"), "files/b.pdf": written("Chiamare +39 011 555 0199")})
    found = [(f["key"], f["path"]) for f in findings(source, output)]
    assert found == [("V61.email", "open/files/a.docx!word/document.xml"), ("V61.phone", "open/files/b.pdf!text")]
    plant(output, {"files/a.docx": b"", "files/b.pdf": b"", "files/c.docx": word("Scrivere a lei.sola@privata.example")}, "board")
    assert findings(source, output, "--edition", "board") == []


# The shipped site

@pytest.mark.parametrize("day", ["2025-10-15", "2026-03-16", "2026-11-22"])
def test_the_shipped_site_is_clean(tmp_path, day):
    output = built(ROOT, tmp_path / "out", "--as-of", day)
    result = verify(ROOT, output, "--as-of", day)
    assert result.code == 0, result.stderr
    names = list(editions(output))
    found = last(result)
    assert len(names) == 6 and found[:2] == (day, count(output, *names)) and sorted(found[2].split(", ")) == sorted(names)


# The files of an edition

def test_a_file_more_and_one_less_are_found(source, output):
    before = sorted(path for path in (output / "open").rglob("*") if path.is_file())
    (output / "open/it/index.html").unlink()
    write_site(output / "open", {"files/nuovo.txt": WORDS["Torino"], "it/.nascosto": "x", b"it/\xe9.txt".decode("utf-8", "surrogateescape"): "x"})
    os.symlink("/etc/passwd", output / "open/it/link")
    found = [(f["rule"], f["path"], f["message"].split()[-1]) for f in findings(source, output)]
    assert found == [
        ("V57", "content/projects/p/lessons.yaml", "1)"), ("edition-files", "open/files/nuovo.txt", "write"), ("edition-files", "open/it/.nascosto", "write"),
        ("edition-files", "open/it/\\xE9.txt", "write"), ("edition-files", "open/it/index.html", "missing"), ("edition-files", "open/it/link", "write")]
    assert len(before) > 3


def test_nothing_is_written(source, output):
    plant(output, {file: data for _, file, data, *_ in CARRIERS})
    before = tree(output)
    assert verify(source, output).code == 1
    assert tree(output) == before


REFUSALS = {
    "no folder": (lambda folder: folder.rename(folder.parent / "elsewhere"), "there is no published edition"),
    "no marker": (lambda folder: (folder / MARKER).unlink(), "it has no marker"),
    "broken marker": (lambda folder: (folder / MARKER).write_text("x\n"), "it has no marker"),
    "other audience": (lambda folder: replace(folder / MARKER, "audience: public", "audience: team"), 'published as "open" for "team", and site.yaml has "open" for "public"'),
    "other edition": (lambda folder: replace(folder / MARKER, "edition: open", "edition: staff"), 'published as "staff" for "public"'),
}


def replace(path, old, new):
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))


@pytest.mark.parametrize("name", REFUSALS)
def test_what_is_no_published_edition_is_refused(source, output, name):
    spoil, words = REFUSALS[name]
    spoil(output / "open")
    result = verify(source, output)
    assert result.code == 64 and "error[output-folder]" in result.stderr and words in result.stderr
    assert verify(source, output, "--edition", "board").code == 0


# The site

def test_findings_of_the_site_are_not_its_matter(site, tmp_path):
    folder = site(secrets())
    output = built(folder, tmp_path / "out")
    write_site(folder, {"content/index.it.md": PAGE + "\n[[manca]]\n"})
    assert build(folder, output).code == 1
    assert verify(folder, output).code == 0
    write_site(folder, {"content/site.yaml": "name: [\n"})
    result = verify(folder, output)
    assert result.code == 1 and "the site cannot be read; nothing was looked at" in result.stderr and "error[" in result.stderr


def test_the_day_is_said_and_counts(site, tmp_path):
    """A record that is opened later is withheld before."""
    files = secrets()
    files["content/projects/p/lessons.yaml"] = '- { id: l0, what: "Il fornitore di Torino non è pronto", publish: true, publishReason: Detto, embargoUntil: 2026-02-01 }\n'
    folder = site(files)
    output = built(folder, tmp_path / "out")
    plant(output, {"files/a.txt": WORDS["Torino"]})
    early, late = (verify(folder, output, "--as-of", day) for day in ("2026-01-20", "2026-02-01"))
    assert (early.code, late.code) == (1, 0), early.stderr + late.stderr
    assert last(early)[0] == "2026-01-20" and last(late)[0] == "2026-02-01"


@pytest.mark.parametrize("kind, start", [("sarif", '{\n  "$schema"'), ("github", "::error file=content/projects/p/lessons.yaml,line=1,"), ("json", "[\n")])
def test_forms_for_machines(source, output, kind, start):
    plant(output, {"files/a.txt": WORDS["Torino"]})
    result = verify(source, output, "--format", kind)
    assert result.code == 1 and result.stdout.startswith(start) and last(result)[1:] == (count(output, "open", "board"), "open, board", 0)
    assert messages(result.stderr) == []


def test_an_edition_that_is_not_there(source, output):
    assert verify(source, output, "--edition", "opn").code == 64


# What cannot be looked into

def deep(levels):
    data = b"niente"
    for number in range(levels):
        data = zipped({f"{number}.zip" if number else "a.txt": data})
    return data


def encrypted():
    data = bytearray(zipped({"a.txt": "niente"}))
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1
    return bytes(data)


def list_damaged():
    data = zipped({"a.txt": "niente " * 50, "b.txt": "niente"})
    return data[:data.index(b"PK\1\2")]


def content_damaged():
    data = bytearray(zipped({"a.txt": b"niente"}, zipfile.ZIP_DEFLATED))
    data[14:18] = b"\1\2\3\4"
    at = data.index(b"PK\1\2")
    data[at + 16:at + 20] = b"\1\2\3\4"
    return bytes(data)


def long_archive():
    data = bytearray(zipped({"a.txt": "niente"}))
    at = data.index(b"PK\5\6")
    data[at + 16:at + 20] = b"\xff\xff\xff\xff"
    return bytes(data)


CLOSED = {
    "deep.zip": (deep(5), "!4.zip!3.zip!2.zip!1.zip!a.txt", "more than 4 layers"),
    "bomb.zip": (zipped({"a.bin": bytes(257 << 20)}), "!a.bin", "more than 256 MiB"),
    "bomb.gz": (gzip.compress(bytes(257 << 20)), "", "more than 256 MiB"),
    "encrypted.zip": (encrypted(), "!a.txt", "it is encrypted"),
    "method.zip": (zipped({"a.txt": "niente"}, zipfile.ZIP_BZIP2), "!a.txt", "packed by method 12"),
    "list.zip": (list_damaged(), "", "list of members is missing"),
    "content.zip": (content_damaged(), "!a.txt", "it is damaged"),
    "long.zip": (long_archive(), "", "ZIP64"),
    "cut.gz": (gzip.compress(b"niente da vedere " * 9)[:-9], "", "it is damaged"),
    "a.7z": (b"7z\xbc\xaf\x27\x1c" + bytes(30), "", "packed as 7z"),
    "a.rar": (b"Rar!\x1a\x07\0" + bytes(30), "", "packed as RAR"),
    "broken.pdf": (b"%PDF-1.4\nniente\n%%EOF\n", "", "pages cannot be read"),
}


@pytest.mark.parametrize("name", CLOSED)
def test_what_cannot_be_looked_into_is_said(source, output, name):
    data, inside, reason = CLOSED[name]
    plant(output, {"files/" + name: data})
    found = findings(source, output)
    assert [(f["rule"], f["severity"], f["path"]) for f in found] == [("not-inspected", "warning", f"open/files/{name}{inside}")]
    assert reason in found[0]["message"]


def test_a_site_may_say_that_somebody_has_looked(site, tmp_path):
    folder = site({**secrets(), "content/site.yaml": SITE + "rules: { not-inspected: off }\n"})
    output = built(folder, tmp_path / "out")
    plant(output, {"files/a.zip": encrypted(), "files/b.txt": WORDS["Torino"]})
    assert [f["rule"] for f in findings(folder, output)] == ["V57"]


def test_a_file_that_is_too_large(source, output):
    plant(output, {"files/a.bin": b""})
    with open(output / "open/files/a.bin", "wb") as file:
        file.truncate((64 << 20) + 1)
    found = findings(source, output)
    assert [(f["rule"], f["path"]) for f in found] == [("not-inspected", "open/files/a.bin")] and "64 MiB" in found[0]["message"]


def test_a_pdf_needs_its_program(source, output, tmp_path):
    plant(output, {"files/a.pdf": written("Niente")})
    (tmp_path / "bin").mkdir()
    result = verify(source, output, env={"PATH": str(tmp_path / "bin")})
    assert result.code == 69 and "pdftotext" in result.stderr and "sudo apt-get install poppler-utils" in result.stderr
    plant(output, {"files/a.pdf": b"x"})
    assert verify(source, output, env={"PATH": str(tmp_path / "bin")}).code == 0
