"""Fetches the CommonMark 0.30 and GFM examples from PyPI source distributions into .build-tests/specs, and reads them."""
import hashlib
import json
import re
import subprocess
import sys
import tarfile
from pathlib import Path

CACHE = Path(__file__).resolve().parents[2] / ".build-tests" / "specs"
SPECS = {  # file kept: (distribution, version, path inside, SHA-256)
    "commonmark.json": ("mistletoe", "1.6.0", "test/specification/commonmark.json", "d85ad6c0bbd9a0125f4039e85e55afe6d0252964a246ac45ad735ccff71893f9"),
    "gfm.txt": ("marko", "2.1.2", "tests/spec/gfm.txt", "7d8e5814befec287ac116786d81ff14e0adc9b13295b4494649e995408fd871c"),
}
EXAMPLE = re.compile(r"^`{32} example *([a-z]*)\n(.*?)^\.\n(.*?)^`{32}$", re.M | re.S)


def download(name, version):
    subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:",
                    "--dest", str(CACHE), f"{name}=={version}"], check=True)
    return next(CACHE.glob(f"{name}-{version}.tar.*"))


def ensure(file):
    """The path of the kept file, fetched when it is not there; nothing else of the archive is unpacked."""
    kept = CACHE / file
    if kept.exists():
        return kept
    name, version, inside, wanted = SPECS[file]
    CACHE.mkdir(parents=True, exist_ok=True)
    with tarfile.open(download(name, version)) as archive:
        data = archive.extractfile(archive.getmember(f"{name}-{version}/{inside}")).read()
    found = hashlib.sha256(data).hexdigest()
    if found != wanted:
        raise SystemExit(f"{name} {version}: {inside} has SHA-256 {found}, not {wanted}")
    kept.write_bytes(data)
    return kept


def commonmark():
    """[(number, Markdown, HTML)] of CommonMark 0.30."""
    return [(e["example"], e["markdown"], e["html"]) for e in json.loads(ensure("commonmark.json").read_text("utf-8"))]


def gfm(label):
    """[(number, Markdown, HTML)] of the GFM examples with this label; a number counts all examples of the file."""
    found = EXAMPLE.findall(ensure("gfm.txt").read_text("utf-8"))
    tabs = lambda text: text.replace("→", "\t")
    return [(number, tabs(markdown), tabs(html)) for number, (name, markdown, html) in enumerate(found, 1) if name == label]


if __name__ == "__main__":
    print(f"{len(commonmark())} CommonMark, {len(gfm('table'))} table, {len(gfm('strikethrough'))} strikethrough, "
          f"{len(gfm('disabled'))} task list examples in {CACHE}")
