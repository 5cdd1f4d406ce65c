"""The scanner of published files finds a word in every carrier it was ever hidden in, and none where there is none."""
import base64
import bz2
import gzip
import lzma
import quopri
import time
import zipfile
import zlib

import brotli
import pytest
import zstandard

import packing
from harness import ROOT, built
from leakscan import found_in

WORD = "qz7f3k9m2x0ab"
RAW = WORD.encode()
HALVES = WORD[:6], WORD[6:]
TEXT = f"before {WORD} after, and some more words that make it worth while to pack the text\n".encode() * 3
PAGE = "<!doctype html><p>Nothing to see here, %s, nothing at all.</p>\n"


def page(text):
    return (PAGE % text).encode()


def lines(data, width):
    return b"\n".join(data[start:start + width] for start in range(0, len(data), width))


INNER = packing.zipped({"a.txt": TEXT})
SVG = f'<svg xmlns="http://www.w3.org/2000/svg"><desc>{WORD}</desc></svg>'
CARRIERS = {
    "bytes.html": page(WORD),
    "capitals.html": page(WORD.upper()),
    "right-after-another.txt": b"qzqz" + RAW + b"qz",
    "comment.html": page(f"<!-- {WORD} -->"),
    "attribute.html": page(f'<img alt="{WORD}">'),
    f"name-{WORD}.html": page("x"),
    f"folder-{WORD}/index.html": page("x"),
    "utf-16-le.csv": f"a;{WORD};b".encode("utf-16-le"),
    "utf-16-be.csv": f"a;{WORD};b".encode("utf-16-be"),
    "utf-32.csv": f"a;{WORD};b".encode("utf-32"),
    "reversed.js": f"x='{WORD[::-1]}'".encode(),
    "hex.txt": RAW.hex().encode(),
    "hex-capitals.txt": b"0x" + RAW.hex().upper().encode(),
    "hex-odd.txt": b"f" + RAW.hex().encode() + b"7",
    "hex-spaced.txt": RAW.hex(" ").encode(),
    "hex-list.c": ", ".join(f"0x{byte:02x}" for byte in RAW).encode(),
    "hex-utf-16.txt": WORD.encode("utf-16-be").hex().encode(),
    "percent.html": page("".join(f"%{byte:02X}" for byte in RAW)),
    "percent-twice.html": page("".join(f"%25{byte:02x}" for byte in RAW)),
    "entities.html": page("".join(f"&#{byte};" for byte in RAW)),
    "entities-hex.html": page("".join(f"&#x{byte:x};" for byte in RAW)),
    "script.js": ("'" + "".join(f"\\u{byte:04x}" for byte in RAW) + "'").encode(),
    "script-bytes.js": ("'" + "".join(f"\\x{byte:02x}" for byte in RAW) + "'").encode(),
    "octal.txt": "".join(f"\\{byte:03o}" for byte in RAW).encode(),
    "style.css": (".a{content:'" + "".join(f"\\{byte:x} " for byte in RAW) + "'}").encode(),
    "quoted-printable.eml": b"Subject: x\n\n" + "".join(f"={byte:02X}" for byte in RAW).encode(),
    "quoted-printable-broken.eml": f"Perch=C3=A9 {HALVES[0]}=\r\n{HALVES[1]}\r\n".encode(),
    "quoted-printable-real.eml": quopri.encodestring(("å" * 34 + WORD).encode()),
    "folded.ics": f"DESCRIPTION:{HALVES[0]}\r\n {HALVES[1]}\r\n".encode(),
    "soft-hyphen.html": page(f"{HALVES[0]}\u00ad{HALVES[1]}"),
    "marked-up.html": page(f"{HALVES[0]}<wbr><b>{HALVES[1]}</b>"),
    "base64-0.html": page(base64.b64encode(b"abc" + TEXT).decode()),
    "base64-1.html": page(base64.b64encode(b"a" + TEXT).decode()),
    "base64-2.html": page(base64.b64encode(b"ab" + TEXT).decode()),
    "base64-glued.html": b"id-" + base64.b64encode(RAW),
    "base64-url.html": page(base64.urlsafe_b64encode(b"\xff\xfe\xfb" * 3 + RAW + b"\xff" * 6).decode().rstrip("=")),
    "base64-lines.eml": base64.encodebytes(b"p" * 50 + TEXT),
    "base64-narrow.eml": lines(base64.b64encode(b"pq" + RAW), 8),
    "base64-utf-16.txt": base64.b64encode(WORD.encode("utf-16-le")),
    "base64-twice.txt": base64.b64encode(base64.b64encode(TEXT)),
    "gzip.bin": gzip.compress(TEXT),
    "zlib.bin": b"\x00\x01\xff" + zlib.compress(TEXT),
    "bzip2.bin": bz2.compress(TEXT),
    "xz.bin": lzma.compress(TEXT),
    "zstd.bin": zstandard.ZstdCompressor().compress(TEXT),
    "style.css.br": brotli.compress(TEXT),
    "index.html.gz": gzip.compress(page(WORD)),
    "packed.zip": INNER,
    "stored.zip": packing.zipped({"a.txt": TEXT}, zipfile.ZIP_STORED),
    "bzip2.zip": packing.zipped({"a.txt": TEXT}, zipfile.ZIP_BZIP2),
    "lzma.zip": packing.zipped({"a.txt": TEXT}, zipfile.ZIP_LZMA),
    "name.zip": packing.zipped({f"{WORD}.txt": b"x"}),
    "comment.zip": packing.zipped({"a.txt": b"x"}, comment=RAW),
    "torn.zip": INNER[:-40],
    "nested.zip": packing.zipped({"inner.zip": INNER}),
    "files.tar": packing.tarred({"a.txt": TEXT}),
    "files.tar.gz": packing.tarred({"a.txt": TEXT}, "w:gz"),
    "files.tar.xz": packing.tarred({f"{WORD}/a.txt": b"x"}, "w:xz"),
    "document.docx": packing.docx(WORD),
    "author.docx": packing.docx("x", WORD),
    "book.xlsx": packing.xlsx(WORD),
    "stream.pdf": packing.pdf(packing.shown(WORD)),
    "plain.pdf": packing.pdf(packing.shown(WORD), "", bytes),
    "glyphs.pdf": packing.pdf(packing.shown_in_pieces(WORD)),
    "ascii85.pdf": packing.pdf(packing.shown(WORD), "[/ASCII85Decode /FlateDecode]", lambda data: base64.a85encode(zlib.compress(data)) + b"~>"),
    "title.pdf": packing.pdf(packing.shown("x"), info=WORD),
    "text.png": packing.png(packing.text_chunk(WORD)),
    "packed-text.png": packing.png(packing.packed_text_chunk(WORD)),
    "international.png": packing.png(packing.international_text_chunk(WORD)),
    "exif.jpg": packing.jpeg(packing.exif(WORD)),
    "comment.jpg": packing.jpeg(packing.segment(b"\xfe", RAW)),
    "image.svg": SVG.encode(),
    "data-uri.css": ("a{background:url(\"data:image/svg+xml," + "".join(f"%{byte:02x}" for byte in SVG.encode()) + "\")}").encode(),
    "data-uri.html": page(f'<img src="data:image/png;base64,{base64.b64encode(packing.png(packing.packed_text_chunk(WORD))).decode()}">'),
    "base64-of-gzip.html": page(base64.b64encode(gzip.compress(TEXT)).decode()),
    "hex-of-gzip.txt": gzip.compress(TEXT).hex().encode(),
    "gzip-of-base64.bin": gzip.compress(base64.b64encode(TEXT)),
    "pdf-in-zip-in-tar.tar.gz": packing.tarred({"b.zip": packing.zipped({"c.pdf": packing.pdf(packing.shown_in_pieces(WORD))})}, "w:gz"),
    "trailing.png": packing.png() + gzip.compress(TEXT),
}


def test_the_carriers_are_many_and_most_hide_the_word():
    assert len(CARRIERS) >= 75
    assert sum(RAW not in data for data in CARRIERS.values()) >= 55


@pytest.mark.parametrize("name", CARRIERS)
def test_the_word_is_found(tmp_path, name):
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(CARRIERS[name])
    assert WORD in found_in(tmp_path, {WORD})


def test_another_word_is_not(tmp_path):
    for number, data in enumerate(CARRIERS.values()):
        (tmp_path / f"{number}.bin").write_bytes(data)
    assert found_in(tmp_path, {"qz00000000000"}) == {}


def test_broken_and_huge_pieces_end_the_search_of_nothing_else(tmp_path):
    bomb = gzip.compress(gzip.compress(b"\0" * (40 << 20)))
    for number, data in enumerate([b"\x1f\x8b\x08" * 50 + RAW, b"PK\x03\x04" * 50 + RAW, b"%PDF-1.4\n" + RAW, b"\x28\xb5\x2f\xfd" + RAW, bomb + RAW]):
        (tmp_path / f"{number}.bin").write_bytes(data)
    assert len(found_in(tmp_path, {WORD})[WORD]) == 5


def test_a_site_without_tokens_has_none_and_a_thousand_of_them_cost_little(tmp_path):
    tree = built(ROOT, tmp_path / "out")
    begin = time.process_time()
    assert found_in(tree, {f"qz{number:011d}" for number in range(1000)}) == {}
    assert time.process_time() - begin < 15
