"""Images and documents as they leave the house: the same pixels without what was written into the files, or a refusal."""
import io
import json
import zlib

import jsonschema
import pytest
from PIL import Image

from harness import build, built, editions, messages, run, tree, write_site
from pictures import ORIENTATION, PICTURES, PROFILE, SECRET, frames, said, upright

SITE = """name: "Prova"
languages: [it]
sourceLanguage: it
timezone: Europe/Rome
editions:
  open: { audience: public, url: "https://open.example" }
  nova: { audience: partner, partner: nova, url: "https://nova.example" }
  wiki: { audience: internal, url: "https://wiki.example" }
  board: { audience: restricted, url: "https://board.example" }
"""
HEAD = "---\ntitle: Prova\naudience: public\n---\n\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'


def public(body, files, settings="files: { pub/: public }"):
    """A site with one public page and these files."""
    return {"content/site.yaml": SITE + settings + "\n", "content/index.it.md": HEAD + body + "\n", **{f"content/{path}": data for path, data in files.items()}}


@pytest.fixture(scope="module")
def album(tmp_path_factory):
    """Every picture on a public page: (edition → name → published bytes)."""
    folder = tmp_path_factory.mktemp("album")
    body = "\n\n".join(f"![Una figura](pub/{name})" for name in PICTURES)
    write_site(folder / "site", public(body, {f"pub/{name}": data for name, data in PICTURES.items()}))
    output = built(folder / "site", folder / "out", "--strict")
    return {edition: {name: (path / "files/pub" / name).read_bytes() for name in PICTURES} for edition, path in editions(output).items()}, output


def test_the_pictures_hold_what_is_to_be_taken_out():
    for name, data in PICTURES.items():
        assert SECRET.encode() in data, name
        assert said(data), name


def test_every_edition_has_the_same_bytes(album):
    assert set(album[0]) == {"open", "nova", "wiki", "board"}
    assert all(files == album[0]["open"] for files in album[0].values())


@pytest.mark.parametrize("name", PICTURES)
def test_pixels_stay_and_words_go(album, name):
    before, after = PICTURES[name], album[0]["open"][name]
    assert frames(after) == frames(before)
    assert upright(after) == upright(before)
    turned = Image.open(io.BytesIO(before)).getexif().get(ORIENTATION)
    assert said(after) == ({ORIENTATION: turned} if turned else {})
    for secret in (SECRET, "adobe:ns:meta", "Photoshop", "rdf:"):
        assert secret.encode() not in after, secret
    assert len(after) < len(before)


def test_no_compressed_text_is_left(album):
    data, at = album[0]["open"]["plain.png"], 8
    while at < len(data):
        length, kind = int.from_bytes(data[at:at + 4], "big"), data[at + 4:at + 8]
        assert kind in (b"IHDR", b"IDAT", b"IEND", b"iCCP", b"pHYs"), kind
        assert zlib.crc32(data[at + 4:at + 8 + length]) == int.from_bytes(data[at + 8 + length:at + 12 + length], "big")
        at += 12 + length


@pytest.mark.parametrize("name", ["plain.jpg", "plain.png", "plain.webp"])
def test_the_colour_profile_stays(album, name):
    assert Image.open(io.BytesIO(album[0]["open"][name])).info["icc_profile"] == PROFILE


def test_a_page_gives_a_turned_picture_the_size_it_has(album):
    page = (editions(album[1])["open"] / "it/index.html").read_text()
    assert 'files/pub/turned.jpeg" alt="Una figura" width="16" height="24"' in page
    assert 'files/pub/plain.jpg" alt="Una figura" width="24" height="16"' in page


def test_a_long_colour_profile_hides_no_size(site, tmp_path):
    picture = Image.new("RGB", (24, 16))
    file = io.BytesIO()
    picture.save(file, "JPEG", icc_profile=PROFILE + bytes(900_000))
    output = built(site(public("![Una figura](pub/a.jpg)", {"pub/a.jpg": file.getvalue()})), tmp_path / "out", "--strict")
    assert 'width="24" height="16"' in (editions(output)["open"] / "it/index.html").read_text()


# Broken images

BROKEN = {
    "cut.jpg": PICTURES["plain.jpg"][:-200], "cut.png": PICTURES["plain.png"][:-60], "cut.webp": PICTURES["plain.webp"][:-100], "cut.gif": PICTURES["moving.gif"][:-20],
    "bit.png": PICTURES["plain.png"][:60] + bytes([PICTURES["plain.png"][60] ^ 4]) + PICTURES["plain.png"][61:],
    "page.jpg": b"<!DOCTYPE html><p>404", "empty.png": b"", "other.gif": PICTURES["plain.png"], "marker.jpg": PICTURES["plain.jpg"][:2] + b"\xff\x02\0\0" + PICTURES["plain.jpg"][2:],
}


@pytest.mark.parametrize("name", BROKEN)
def test_check_finds_broken_images(site, tmp_path, name):
    """Also one that no page shows: somebody will."""
    folder = site(public("Testo.", {f"pub/{name}": BROKEN[name]}))
    result = run(["check", "--site", folder])
    assert result.code == 1, result.stderr
    found = messages(result.stderr + result.stdout)
    assert [(m.severity, m.rule, m.places) for m in found] == [("error", "image", [(f"content/pub/{name}", 0, 0)])], result.stderr
    assert build(folder, tmp_path / "out").code == 1 and not editions(tmp_path / "out")


def test_an_image_that_is_too_large_is_found(site):
    folder = site(public("Testo.", {}))
    (folder / "content/pub").mkdir()
    with open(folder / "content/pub/large.png", "wb") as file:
        file.write(PICTURES["plain.png"])
        file.truncate((64 << 20) + 1)
    found = messages(run(["check", "--site", folder]).stderr)
    assert [(m.rule, m.places) for m in found] == [("image", [("content/pub/large.png", 0, 0)])] and "67108865 bytes" in found[0].text


# Drawings

def test_a_drawing_is_published_without_its_comments(site, tmp_path):
    drawing = f'<?xml version="1.0"?>\r\n<!-- {SECRET} -->{SVG}<!----><path d="M0 0h9" style="fill:url(#a)"/>\r\n</svg>\r\n'
    output = built(site(public("![Una figura](pub/a.svg)", {"pub/a.svg": drawing})), tmp_path / "out", "--strict")
    for folder in editions(output).values():
        assert (folder / "files/pub/a.svg").read_bytes().decode() == f'<?xml version="1.0"?>\r\n{SVG}<path d="M0 0h9" style="fill:url(#a)"/>\r\n</svg>\r\n'


REFUSED = {
    "script": ("<g/>\n ‸<script>alert(1)</script>", "element script"), "handler": ("<g\n ‸onload='x'/>", "onload"),
    "foreign": ("\n\n‸<foreignObject/>", "foreignObject"), "fetched style": ("<g ‸fill='url(https://evil.example/a)'/>", "fetches"),
    "editor": ("<g ‸inkscape:label='x'/>", "inkscape:label"), "link": ("<use ‸href='//evil.example/a.svg#b'/>", "link out of the file"),
    "import": ("‸<style>@import '//evil.example';</style>", "@ rule"), "type": ("‸<!DOCTYPE x>", "document type"),
    "not closed": ("<g>‸", None), "metadata": ("å ‸<metadata/>", None),
}


@pytest.mark.parametrize("name", REFUSED)
def test_check_refuses_a_drawing_at_the_place(site, tmp_path, name):
    body, words = REFUSED[name]
    before, _, after = (SVG + "\n" + body + "</svg>\n").partition("‸")
    folder = site(public("Testo.", {"pub/a.svg": before + after}))
    found = messages(run(["check", "--site", folder]).stderr)
    assert [m.rule for m in found] == ["image"]
    if words:
        assert found[0].places == [("content/pub/a.svg", before.count("\n") + 1, len(before) - before.rfind("\n"))]
        assert words in found[0].text
    assert build(folder, tmp_path / "out").code == 1


# Documents

def warned(folder, *options):
    result = run(["check", "--site", folder, *options])
    return result.code, [(m.severity, m.rule, m.places) for m in messages(result.stderr)]


def test_documents_that_go_out_are_reported_at_their_entry(site):
    names = ["a.docx", "b.xlsx", "c.pptx", "d.odt", "e.ods", "f.odp", "g.PDF", "h.zip"]
    body = "\n".join(f"- [Il modulo](pub/{name})" for name in names + ["i.txt", "l.csv"])
    files = {f"pub/{name}": b"x" for name in names + ["i.txt", "l.csv"]}
    folder = site(public(body, files))
    place = [("content/site.yaml", SITE.count("\n") + 1, "files: { pub/: public }".index("public") + 1)]
    assert warned(folder) == (0, [("warning", "attachment-metadata", place)] * len(names))
    assert warned(folder, "--strict")[0] == 1
    assert warned(folder, "--edition", "wiki") == (0, [])
    accepted = site(public(body, files, "files: { pub/: { audience: public, metadata: keep } }"), "accepted")
    assert warned(accepted, "--strict") == (0, [])
    assert warned(site(public(body, files, "files: { pub/: public }\nrules: { attachment-metadata: off }"), "off"), "--strict") == (0, [])


def test_a_document_is_copied_as_it_is(site, tmp_path):
    settings = "files: { pub/a.pdf: { audience: partner, metadata: keep } }"
    files = {**public("Testo.", {"pub/a.pdf": b"%PDF SECRET"}, settings), "content/nova.it.md": HEAD.replace("public", "partner") + "[Il modulo](pub/a.pdf)\n"}
    output = built(site(files), tmp_path / "out", "--strict")
    assert {name: (folder / "files/pub/a.pdf").exists() for name, folder in editions(output).items()} == {"open": False, "nova": True, "wiki": True, "board": True}
    assert (editions(output)["nova"] / "files/pub/a.pdf").read_bytes() == b"%PDF SECRET"


def test_the_schema_knows_both_forms(tmp_path):
    assert run(["schema", "--out", tmp_path]).code == 0
    files = json.loads((tmp_path / "site.json").read_text())["properties"]["files"]
    for value, is_fine in [("public", True), ({"audience": "partner", "metadata": "keep"}, True), ({"audience": "partner"}, True),
                           ("publik", False), ({"metadata": "keep"}, False), ({"audience": "public", "metadata": "drop"}, False), ({"audience": "public", "x": 1}, False)]:
        assert jsonschema.Draft7Validator(files).is_valid({"docs/": value}) == is_fine, value


# What is hidden

HIDDEN = "immagine-riservata"


def test_a_public_page_cannot_link_to_what_is_hidden(site, tmp_path):
    settings = "files: { pub/: public, pub/piano.pdf: team }"
    folder = site(public("[Il piano](pub/piano.pdf) ![Una figura](int/foto.png)", {"pub/piano.pdf": SECRET, "int/foto.png": PICTURES["plain.png"]}, settings))
    result = build(folder, tmp_path / "out")
    assert result.code == 1
    assert [(m.rule, m.places) for m in messages(result.stderr)] == [("V58", [("content/index.it.md", 6, 1)]), ("V58", [("content/index.it.md", 6, 27)])]
    assert SECRET not in result.stderr and "team" not in result.stderr and "internal" not in result.stderr
    assert not editions(tmp_path / "out")


def test_names_and_descriptions_of_hidden_images_go_nowhere(site, tmp_path):
    """In a hidden block, a hidden phrase, a hidden page; the same file may be public elsewhere under its own name."""
    body = f""":::audience{{internal}}
![{HIDDEN} uno](int/{HIDDEN}.png "{HIDDEN} due")

[{HIDDEN} tre](int/{HIDDEN}.pdf "{HIDDEN} quattro")
:::

Testo :audience[![{HIDDEN} cinque](pub/{HIDDEN}-b.png)]{{internal}} e ![Una figura](pub/a.png)."""
    files = {f"int/{HIDDEN}.png": PICTURES["plain.png"], f"int/{HIDDEN}.pdf": b"x", f"pub/{HIDDEN}-b.png": PICTURES["plain.png"], "pub/a.png": PICTURES["plain.png"]}
    output = built(site(public(body, files)), tmp_path / "out")
    for edition, is_shown in [("open", False), ("nova", False), ("wiki", True)]:
        folder = editions(output)[edition]
        everything = "\n".join(tree(folder)).encode() + b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
        assert (HIDDEN.encode() in everything) == is_shown, edition
        assert (folder / "files/pub/a.png").exists()
