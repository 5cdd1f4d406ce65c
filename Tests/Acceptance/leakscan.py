"""Finds tokens in published files however they are written, encoded, packed or drawn; knows nothing of the program."""
import base64
import binascii
import bz2
import hashlib
import io
import lzma
import re
import shutil
import subprocess
import zipfile
import zlib
from pathlib import Path
from urllib.parse import unquote_to_bytes

import brotli
import zstandard

DEEPEST = 7
LARGEST = 16 << 20  # of what one packed piece may become
TOKEN = re.compile(rb"qz(?=([0-9a-z]{11}))")

ENTITY = re.compile(rb"&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));?", re.I)
ESCAPE = re.compile(rb"\\(?:x([0-9a-f]{2})|u\{?([0-9a-f]{2,6})\}?|([0-7]{3})|([0-9a-f]{1,6}) ?)", re.I)
SOFT_BREAK = re.compile(rb"=[ \t]*\r?\n")
QUOTED = re.compile(rb"=([0-9a-f]{2})", re.I)
TAG = re.compile(rb"<[^<>]{1,400}>")
INVISIBLE = re.compile(rb"\xc2\xad|\xe2\x80[\x8b-\x8d]|\xe2\x81\xa0|\xef\xbb\xbf")
HEX = re.compile(rb"[0-9a-fA-F]{26,}")
SPACED_HEX = re.compile(rb"71([ :,\-]{1,3}|,? ?0x)7a(?:\1[0-9a-f]{2}){11}", re.I)
LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
TO_BASE64 = bytes(byte if byte in LETTERS else {45: 43, 95: 47}.get(byte, 32) for byte in range(256))
ASCII85 = re.compile(rb"(?:<~)?([!-uz\s]{17,})~>")

ZLIB = re.compile(rb"[\x08-\x78][\x01\x5e\x9c\xda]")
LOCAL_FILE = b"PK\x03\x04"


def inflated(data, window):
    """What a stream of zlib's becomes, as far as it is whole; bytes behind it do not matter."""
    machine = zlib.decompressobj(window)
    try:
        return machine.decompress(data, LARGEST)
    except zlib.error:
        return b""


def carved(data, magic, unpack):
    """What begins with a magic number anywhere in the data, unpacked."""
    at = data.find(magic)
    while at >= 0:
        try:
            yield unpack(data[at:])
        except (OSError, ValueError, EOFError, lzma.LZMAError, zstandard.ZstdError):
            pass
        at = data.find(magic, at + 1)


def zlib_streams(data):
    for match in ZLIB.finditer(data):
        if int.from_bytes(match[0], "big") % 31 == 0 and match[0][0] & 15 == 8:
            yield inflated(data[match.start():], 15)


def zip_entry(data):
    """A file of an archive by its own head, also where the archive's list of files is missing."""
    name, extra = int.from_bytes(data[26:28], "little"), int.from_bytes(data[28:30], "little")
    return inflated(data[30 + name + extra:], -15) if data[8:10] == b"\x08\x00" else b""


def zip_files(data):
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive.comment
            for entry in archive.infolist():
                yield entry.filename.encode() + b"\n" + entry.comment + b"\n" + archive.read(entry)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, ValueError, EOFError, zlib.error, lzma.LZMAError):
        pass


def zstd(data):
    return zstandard.ZstdDecompressor().decompressobj().decompress(data)


def page_text(data):
    """What a reader sees on the pages of a PDF: the glyphs of a font may be numbered in any way."""
    done = subprocess.run(["pdftotext", "-q", "-", "-"], input=data, capture_output=True, timeout=30)
    return done.stdout


def unpacked(data, name):
    """Everything that is packed into the data."""
    if b"\x1f\x8b\x08" in data:
        yield from carved(data, b"\x1f\x8b\x08", lambda rest: inflated(rest, 31))
    if b"BZh" in data:
        yield from carved(data, b"BZh", lambda rest: bz2.BZ2Decompressor().decompress(rest, LARGEST))
    if b"\xfd7zXZ\0" in data:
        yield from carved(data, b"\xfd7zXZ\0", lambda rest: lzma.LZMADecompressor().decompress(rest, LARGEST))
    if b"\x28\xb5\x2f\xfd" in data:
        yield from carved(data, b"\x28\xb5\x2f\xfd", zstd)
    if LOCAL_FILE in data:
        yield from zip_files(data)
        yield from carved(data, LOCAL_FILE, zip_entry)
    if data.startswith(b"%PDF-"):
        yield page_text(data)
        for match in ASCII85.finditer(data):
            yield ascii85(match[1])
    if not is_text(data):
        yield from zlib_streams(data)
    if name.endswith(".br"):
        yield unbrotlied(data)


def ascii85(data):
    try:
        return base64.a85decode(data, ignorechars=b" \t\n\r\v")
    except ValueError:
        return b""


def unbrotlied(data):
    try:
        return brotli.decompress(data)
    except brotli.error:
        return b""


def is_text(data):
    """Whether the data is plain text, in which no packed stream can be."""
    try:
        data[:4096].decode("ascii")
        return b"\0" not in data[:4096]
    except UnicodeDecodeError as error:
        return error.start > 512 and b"\0" not in data[:4096] or looks_utf8(data)


def looks_utf8(data):
    try:
        data.decode()
        return b"\0" not in data
    except UnicodeDecodeError:
        return False


def character(number):
    return chr(number).encode("utf-8", "replace") if 0 < number < 0x110000 else b""


def unescaped(data):
    """The data with one kind of escape undone, for each kind that occurs in it."""
    if b"\0" in data:
        yield data.replace(b"\0", b"")  # UTF-16 and UTF-32, either order
    for match in SPACED_HEX.finditer(data):
        yield binascii.unhexlify(re.sub(rb"0x|[^0-9a-fA-F]", b"", match[0]))
    if b"%" in data:
        yield unquote_to_bytes(data)
    if b"&#" in data:
        yield ENTITY.sub(lambda m: character(int(m[1], 16) if m[1] else int(m[2])), data)
    if b"\\" in data:
        yield ESCAPE.sub(lambda m: character(int(m[3], 8) if m[3] else int(m[1] or m[2] or m[4], 16)), data)
    if QUOTED.search(data) or SOFT_BREAK.search(data):
        yield QUOTED.sub(lambda m: bytes([int(m[1], 16)]), SOFT_BREAK.sub(b"", data))
    if b"\r\n " in data:
        yield data.replace(b"\r\n ", b"")  # calendars and mail fold their lines
    if b"<" in data and b">" in data:
        yield TAG.sub(b"", data)
    if INVISIBLE.search(data):
        yield INVISIBLE.sub(b"", data)


def runs(data):
    """What could be base64 or hexadecimal digits and is long enough for a token, lines of it put together."""
    joined = b"".join([line.strip(b" \t\r>=") for line in data.split(b"\n")])
    return {run for run in joined.translate(TO_BASE64).split() if len(run) >= 18}


def decoded(run):
    """The run as bytes; where in it the encoding begins is not known."""
    for match in HEX.finditer(run):
        for start in (0, 1):
            yield binascii.unhexlify(match[0][start:len(match[0]) - (len(match[0]) - start) % 2])
    for start in range(4):
        yield binascii.a2b_base64(run[start:] + b"A" * (-(len(run) - start) % 4))


class Scanner:
    """Reads files layer by layer; what occurs in many of them is looked at once."""

    def __init__(self):
        self.known = {}

    def read(self, data, name="", depth=0):
        """Every word that has the form of a token, forwards or backwards, in the data or in anything packed into it."""
        key = hashlib.blake2b(data, digest_size=16).digest() if len(data) > 64 else data
        if key in self.known or len(data) < 13:
            return self.known.get(key, NONE)
        self.known[key] = NONE  # a layer that holds itself holds nothing new
        small = data.lower()
        found = {"qz" + match[1].decode() for text in (small, small[::-1]) for match in TOKEN.finditer(text)}
        if depth < DEEPEST:
            for layer in (*unpacked(data, name), *unescaped(data)):
                found |= self.read(layer, "", depth + 1)
            for run in runs(data):
                found |= self.run(run, depth)
        self.known[key] = frozenset(found)
        return self.known[key]

    def run(self, run, depth):
        if (known := self.known.get(("run", run))) is None:
            known = self.known["run", run] = frozenset().union(*(self.read(piece, "", depth + 1) for piece in decoded(run)))
        return known

    def file(self, name, data):
        return self.read(name.encode() + b" " * 13) | self.read(data, name)


NONE = frozenset()


def files(root):
    """Names below a folder, folders included, with their bytes."""
    for path in sorted(Path(root).rglob("*")):
        yield path.relative_to(root).as_posix(), path.read_bytes() if path.is_file() and not path.is_symlink() else b""


def found_in(root, tokens):
    """Token → the files that carry it, in their names or their bytes."""
    assert shutil.which("pdftotext"), "pdftotext is missing (poppler-utils): PDF pages could not be read"
    wanted, carriers, scanner = set(tokens), {}, Scanner()
    for name, data in files(root):
        for token in scanner.file(name, data) & wanted:
            carriers.setdefault(token, []).append(name)
    return carriers
