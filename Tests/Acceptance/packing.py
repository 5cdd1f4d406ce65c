"""Makes the files that words hide in: archives, documents, pages, images with metadata."""
import io
import struct
import tarfile
import zipfile
import zlib


def zipped(files, method=zipfile.ZIP_DEFLATED, comment=b""):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        archive.comment = comment
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return made.getvalue()


def tarred(files, mode="w"):
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode=mode) as archive:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return made.getvalue()


def docx(word, author="nobody"):
    """A document of a word processor with a paragraph and an author."""
    space = "http://schemas.openxmlformats.org"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return zipped({
        "[Content_Types].xml": f'{head}<Types xmlns="{space}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
        "word/document.xml": f'{head}<w:document xmlns:w="{space}/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{word}</w:t></w:r></w:p></w:body></w:document>',
        "docProps/core.xml": f'{head}<cp:coreProperties xmlns:cp="{space}/package/2006/metadata/core-properties"><creator>{author}</creator></cp:coreProperties>',
    })


def xlsx(word):
    """A workbook whose shared strings hold a word."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return zipped({"xl/sharedStrings.xml": f'<sst xmlns="{space}" count="1" uniqueCount="1"><si><t>{word}</t></si></sst>'})


def pdf(content, filters="/FlateDecode", pack=zlib.compress, info=""):
    """A page with that content stream, in Helvetica."""
    stream = pack(content.encode("latin-1"))
    filtered = f"/Filter {filters} " if filters else ""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< {filtered}/Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", f"<< /Title ({info}) >>".encode(),
    ]
    made, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    return made + table + b"trailer << /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(made))


def shown(word):
    """The operators that write a word on a page."""
    return f"BT /F1 12 Tf 72 720 Td ({word}) Tj ET"


def shown_in_pieces(word):
    """The same with every letter for itself, pushed together: the word stands in no stream."""
    return "BT /F1 12 Tf 72 720 Td [" + " 5 ".join(f"({letter})" for letter in word) + "] TJ ET"


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(*chunks, side=2):
    """A small picture with further chunks."""
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    rows = (b"\0" + b"\x40\x80\xc0" * side) * side
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + b"".join(chunks) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def text_chunk(word):
    return chunk(b"tEXt", b"Comment\0" + word.encode())


def packed_text_chunk(word):
    return chunk(b"zTXt", b"Comment\0\0" + zlib.compress(word.encode()))


def international_text_chunk(word):
    return chunk(b"iTXt", b"Comment\0\1\0de\0Kommentar\0" + zlib.compress(word.encode()))


def segment(marker, data):
    return b"\xff" + marker + struct.pack(">H", len(data) + 2) + data


def exif(word):
    """A comment of a camera's user, in UTF-16."""
    comment = b"UNICODE\0" + word.encode("utf-16-le")
    entry = struct.pack("<HHHIII", 1, 0x9286, 7, len(comment), 26, 0)  # one field, behind the list of them
    return segment(b"\xe1", b"Exif\0\0II" + struct.pack("<HI", 42, 8) + entry + comment)


QUANTA = segment(b"\xdb", b"\0" + bytes([1] * 64))
FRAME = segment(b"\xc0", struct.pack(">BHHB", 8, 8, 8, 1) + b"\x01\x11\x00")
CODES = segment(b"\xc4", b"\x00" + bytes([0, 1] + [0] * 14) + b"\x00") + segment(b"\xc4", b"\x10" + bytes([0, 1] + [0] * 14) + b"\x00")
SCAN = segment(b"\xda", b"\x01\x01\x00\x00\x3f\x00") + b"\x3f\xff\xd9"


def jpeg(*segments):
    """A grey picture of eight by eight points with further segments."""
    return b"\xff\xd8" + b"".join(segments) + QUANTA + FRAME + CODES + SCAN
