"""Writes vectors into the fields of sites, takes out what the program refuses, and publishes the rest."""
import json
import os
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from injection_fields import DATA, FIELDS, NO_TEXT, PAGES, SITE_FILES
from vectors import VECTORS

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Acceptance"))
from harness import build, built, pages, run, write_site  # noqa: E402

SHARE = 4  # in a short run each field sees every fourth vector
FULL = os.environ.get("STAFFETTA_FULL") == "1"
TURN = int(os.environ.get("STAFFETTA_TURN", "0"))  # which fourth: four turns see every pair
# Pairs of every run: those whose faults are known and held by tests.
ALWAYS = {("markdown-18", "link.text.written"), ("address-34", "site.editions.base"), ("tag-01", "project.x-alt")}
DOT = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c020000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082")
# The pages of a small site that differ in what stands around the text; a full run opens all of them.
FRAMES = {("index.html",), ("404.html",), ("it", "index.html")}
SITE = """name: "Prova"
languages: [it]
sourceLanguage: it
timezone: Europe/Rome
asOf: 2026-01-01
editions: {all: {audience: restricted, url: "https://a.example"}}
"""
PAGE = "---\ntitle: Prova\naudience: restricted\n---\n\nTesto.\n"
SMALL = {"content/index.it.md": PAGE.replace("restricted", "public") + "\n:term[parola]{a}\n"}
FRAME = {"content/site.yaml": SITE, "content/glossary.yaml": '- {id: a, term: "Prova", definition: "Prova"}\n', "content/index.it.md": PAGE, "content/projects/index.it.md": PAGE, "content/dot.png": DOT}


class Published(NamedTuple):
    """What came of the pairs of one site, and its pages by vector (`""` for those that all vectors share)."""
    shown: set  # (vector, field) pairs on the pages
    refused: dict  # pair → the rule that refused it
    pages: list  # (vector, path of the page)


def chosen():
    """All (vector, field) pairs of this run."""
    own = len([field for field in FIELDS if field.startswith("site.")])  # one site holds them all: their turns are the same
    return ALWAYS | {(vector, field) for v, vector in enumerate(VECTORS) for f, field in enumerate(FIELDS) if FULL or (v + max(f, own) + TURN) % SHARE == 0}


def rendered(path, template, vector, held):
    """The text of a file, and which field each of its lines belongs to. `held` are the fields that hold the vector."""
    lines, owners, rules = [], {}, 0
    for line in template:
        field = FIELDS.get(line.field)
        if field is None:
            text = line.text
        elif line.text:
            text = line.text if (line.field in held) != line.unless else ""
        else:
            text = field.write(VECTORS[vector]) if line.field in held else field.instead
        if not text:
            continue
        rules += text == "---"
        block = text.replace("$v", vector).replace("\r", "\n").split("\n")
        owners.update({len(lines) + n: line.field for n in range(1, len(block) + 1)})
        # Below the front matter every line is a block of its own.
        lines += block + ([""] if path.endswith(".md") and rules >= 2 else [])
    return "\n".join(lines) + "\n", owners


def sheets(vector, held):
    """The files of one vector's project: path → (text, owners)."""
    folder = f"content/projects/{vector}"
    data = {f"{folder}/{name}.yaml": template for name, template in DATA.items()}
    text = {f"{folder}/{name}.it.md": template for name, template in PAGES.items()}
    return {path: rendered(path, template, vector, held) for path, template in {**data, **text}.items()}


def site_sheets(vector, held):
    """The same for the files of a vector's own small site."""
    return {f"content/{name}": rendered(name, template, vector, held) for name, template in SITE_FILES.items()}


def findings(folder):
    """The errors of a check: (path, line, column, rule, message)."""
    result = run(["check", "--site", folder, "--format", "json"])
    assert result.code in (0, 1), result.stderr
    errors = [(f["path"], f["line"], f["column"], f["rule"], f["message"]) for f in json.loads(result.stdout) if f["severity"] == "error"]
    assert bool(errors) == (result.code == 1), result.stderr
    return errors


def settled(folder, frame, held, write):
    """Writes a site, and takes out of it what is refused until nothing is. `held`: vector → fields that hold it."""
    held, refused, owners = {vector: set(fields) for vector, fields in held.items()}, {}, {}
    changed, is_first = set(held), True
    write_site(folder, frame)
    while changed:
        for vector in changed:
            written = write(vector, held[vector])
            write_site(folder, {path: text for path, (text, _) in written.items()})
            owners.update({path: (vector, lines) for path, (_, lines) in written.items()})
        changed = set()
        errors = findings(folder)
        if is_first and errors:
            result = build(folder, folder / "refused")
            assert result.code == 1 and not (folder / "refused").exists(), "with an error nothing may be published"
        is_first = False
        for path, line, column, rule, message in errors:
            if path not in owners:  # a page that lacks what was refused elsewhere
                continue
            vector, lines = owners[path]
            assert lines.get(line) in FIELDS, f"{vector}: {path}:{line} is refused ({rule}: {message}), but holds no vector"
            fields = {lines[line]}
            text = (folder / path).read_text("utf-8").split("\n")
            if re.match(NO_TEXT, text[line - 1][column - 1:]):  # said once for a file
                fields = {lines[n] for n, other in enumerate(text, 1) if text[line - 1][column - 1] in other and lines.get(n)}
            for field in fields & held[vector]:
                held[vector].remove(field)
                refused[vector, field] = rule
                changed.add(vector)
        assert changed or not errors, f"{folder}: what was taken out is refused again: {errors[:3]}"
    return {(vector, field) for vector, fields in held.items() for field in fields}, refused


def publish(folder, frame, held, write):
    """Settles and builds a site."""
    shown, refused = settled(folder, frame, held, write)
    output = built(folder, folder / "published")
    found = []
    for path in pages(output):
        parts = path.relative_to(output).parts  # edition/language/projects/vector/page/index.html
        if len(held) == 1 and not FULL and parts[1:] not in FRAMES:
            continue
        found.append((parts[3] if len(parts) > 4 else next(iter(held)) if len(held) == 1 else "", path))
    return Published(shown, refused, found)


def publish_all(folder):
    """One site with a project for each vector; and for each vector a small site with it in site.yaml."""
    pairs = chosen()
    held = {vector: {f for v, f in pairs if v == vector} for vector in VECTORS}
    own = {vector: {f for f in fields if f.startswith("site.")} for vector, fields in held.items()}
    with ThreadPoolExecutor(4) as pool:
        jobs = [pool.submit(publish, folder / "all", FRAME, {vector: held[vector] - own[vector] for vector in held}, sheets)]
        jobs += [pool.submit(publish, folder / vector, SMALL, {vector: fields}, site_sheets) for vector, fields in own.items() if fields]
        return pairs, [job.result() for job in jobs]
