"""Files that carry words where a reader of bytes does not see them: each takes words and gives the file, with where they are found."""
import base64
import gzip
import struct
import zipfile
import zlib
from typing import Callable, NamedTuple
from urllib.parse import quote, quote_plus

from fpdf import FPDF

from packing import docx, international_text_chunk, png, tarred, zipped

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
PAGE = '<!DOCTYPE html><html lang="it"><title>Prova</title><p>{}</p></html>\n'


class Carrier(NamedTuple):
    """`file` is the path below files/; `inside` what is added to it where the words are found."""
    file: str
    inside: str
    make: Callable
    members: int


def runs(words, open_run, close_run):
    """The words cut into pieces of three letters, as a word processor does after corrections."""
    return "".join(f"{open_run}{words[at:at + 3]}{close_run}" for at in range(0, len(words), 3))


def word(words):
    body = runs(words, '<w:r w:rsidR="00A77B3E"><w:rPr><w:lang w:val="it-IT"/></w:rPr><w:t xml:space="preserve">', "</w:t></w:r>")
    return zipped({"word/document.xml": f'{HEAD}<w:document xmlns:w="urn:w"><w:body><w:p><w:r><w:t>Primo</w:t></w:r></w:p><w:p>{body}</w:p></w:body></w:document>'})


def excel(words):
    return zipped({"xl/sharedStrings.xml": f'{HEAD}<sst xmlns="urn:x"><si><t>Voce</t></si><si>{runs(words, "<r><rPr><b/></rPr><t>", "</t></r>")}</si></sst>'})


def cell(amount):
    return zipped({"xl/worksheets/sheet1.xml": f'{HEAD}<worksheet xmlns="urn:x"><sheetData><row r="1"><c r="A1"><v>{amount}</v></c></row></sheetData></worksheet>'})


def slide(words):
    return zipped({"ppt/slides/slide1.xml": f'{HEAD}<p:sld xmlns:p="urn:p" xmlns:a="urn:a"><a:p>{runs(words, "<a:r><a:t>", "</a:t></a:r>")}</a:p></p:sld>'})


def writer(words):
    body = "<text:s/>".join(runs(part, "<text:span>", "</text:span>") for part in words.split(" "))
    return zipped({"content.xml": f'{HEAD}<office:document-content xmlns:text="urn:t"><text:p>{body}</text:p></office:document-content>'})


def calc(amount):
    return zipped({"content.xml": f'{HEAD}<office:spreadsheet><table:table-cell office:value-type="float" office:value="{amount}"/></office:spreadsheet>'})


def nested(words):
    return zipped({"inner.zip": zipped({"note/a.txt": words}), "b.txt": "niente"})


def taken_off_the_list(words):
    """An archive whose list names one of its two members."""
    whole = zipped({"a.txt": "niente", "hidden.txt": words})
    start, end = whole.index(b"PK\1\2"), whole.index(b"PK\5\6")
    size = whole.index(b"PK\1\2", start + 4) - start
    record = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, size, start, 0)
    assert whole[end:end + 4] == b"PK\5\6"
    return whole[:start] + whole[start:start + size] + record


def written(words, title="Prova"):
    page = FPDF()
    page.set_title(title)
    page.add_page()
    page.set_font("Helvetica", size=12)
    page.multi_cell(60, 8, words)  # over several lines
    return bytes(page.output())


def in_pieces(words):
    """Every letter for itself: the words stand in no stream."""
    page = FPDF()
    page.add_page()
    page.set_font("Helvetica", size=8)
    page.c_margin = 0
    for letter in words:
        page.cell(w=page.get_string_width(letter), text=letter)
    return bytes(page.output())


def with_file(words):
    page = FPDF()
    page.add_page()
    page.set_font("Helvetica", size=12)
    page.cell(text="Niente")
    page.embed_file(bytes=f"<x>{words}</x>".encode(), basename="a.xml", compress=True)
    return bytes(page.output())


def embedded(words, kind="text/plain"):
    return f"data:{kind};base64," + base64.b64encode(words.encode()).decode()


STYLE = "p { background: url("

TEXTS = [
    Carrier("plan.docx", "!word/document.xml", word, 1),
    Carrier("list.xlsx", "!xl/sharedStrings.xml", excel, 1),
    Carrier("talk.pptx", "!ppt/slides/slide1.xml", slide, 1),
    Carrier("letter.odt", "!content.xml", writer, 1),
    Carrier("nested.zip", "!inner.zip!note/a.txt", nested, 3),
    Carrier("stored.zip", "!a.txt", lambda words: zipped({"a.txt": words}, zipfile.ZIP_STORED), 1),
    Carrier("named.zip", "!{}.txt", lambda words: zipped({words + ".txt": "niente"}), 1),
    Carrier("comment.zip", "", lambda words: zipped({"a.txt": "niente"}, comment=words.encode()), 1),
    Carrier("listed.zip", "!hidden.txt", taken_off_the_list, 2),
    Carrier("setup.exe", "!a.txt", lambda words: b"MZ\0\0\x90" * 20 + zipped({"a.txt": words}), 1),
    Carrier("table.csv.gz", "!table.csv", lambda words: gzip.compress(f"a,{words},b\n".encode()), 1),
    Carrier("two.gz", "!two", lambda words: gzip.compress(b"niente\n") + gzip.compress(words.encode()), 1),
    Carrier("bundle.tar.gz", "!bundle.tar!word/document.xml", lambda words: tarred({"m.docx": word(words)}, "w:gz"), 2),
    Carrier("raw.bin", "!stream@0", lambda words: zlib.compress(words.encode()), 1),
    Carrier("page.pdf", "!text", written, 2),
    Carrier("pieces.pdf", "!text", in_pieces, 2),
    Carrier("titled.pdf", "!text", lambda words: written("Niente", words), 2),
    Carrier("packed.pdf", None, with_file, 3),
    Carrier("wide.txt", "", lambda words: words.encode("utf-16"), 0),
    Carrier("wide-unmarked.txt", "", lambda words: ("Riga uno\n" + words).encode("utf-16-be"), 0),
    Carrier("windows.txt", "", lambda words: words.encode("cp1252"), 0),
    Carrier("old.doc", "", lambda words: b"\xd0\xcf\x11\xe0" + bytes(61) + b"\xff" + words.encode("utf-16-le") + b"\xfe\xff\0\xff", 0),
    Carrier("look.css", f"!data@{len(STYLE + 'data:text/plain;')}", lambda words: f"{STYLE}{embedded(words)}) }}".encode(), 1),
    Carrier("icon.svg", "!data@37", lambda words: f'<svg><image href="data:image/svg+xml{embedded("<svg><text>" + words + "</text></svg>", "")[5:]}"/></svg>'.encode(), 1),
    Carrier("{}.txt", "", lambda words: b"niente", 0),
    Carrier("link.html", "", lambda words: PAGE.format(f'<a href="mailto:?subject={quote(words)}">x</a>').encode(), 0),
    Carrier("form.html", "", lambda words: PAGE.format(f'<a href="?q={quote_plus(words)}">x</a>').encode(), 0),
    Carrier("numbered.html", "", lambda words: PAGE.format("".join(f"&#{ord(letter)};" for letter in words)).encode(), 0),
    Carrier("split.html", "", lambda words: PAGE.format(runs(words, "<b>", "</b>")).encode(), 0),
    Carrier("lines.txt", "", lambda words: words.replace(" ", "\n").encode(), 0),
    Carrier("print.txt", "", lambda words: words.replace(" ", "\u00a0").replace("fornitore", "forni\u00adtore").encode(), 0),
    Carrier("accents.txt", "", lambda words: words.replace("è", "e\u0300").encode(), 0),
    Carrier("note.png", None, lambda words: png(international_text_chunk(words)), 2),
]
AMOUNTS = [
    Carrier("cost.xlsx", "!xl/worksheets/sheet1.xml", cell, 1),
    Carrier("cost.ods", "!content.xml", calc, 1),
    Carrier("cost.pdf", "!text", lambda amount: written(f"Totale {amount // 1000}.{amount % 1000:03} EUR"), 2),
    Carrier("cost.docx", "!word/document.xml", lambda amount: word(f"{amount // 1000} {amount % 1000:03} EUR"), 1),
]
NAMES = [
    Carrier("author.docx", "!docProps/core.xml", lambda name: docx("niente", author=name), 3),
    Carrier("signed.pdf", "!text", lambda name: written(f"Firmato: {name}"), 2),
    Carrier("mixed_{}.txt", "", lambda name: b"niente", 0),
]


def stream_of(data, words):
    """The offset of the zlib stream that holds the words, found by trying."""
    at = data.find(b"\x78")
    while at >= 0:
        try:
            if words.encode() in zlib.decompressobj().decompress(data[at:]):
                return at
        except zlib.error:
            pass
        at = data.find(b"\x78", at + 1)
    raise AssertionError("no stream holds the words")
