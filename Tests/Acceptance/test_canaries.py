"""Every field, page, block and file that is narrower than public carries a canary, and no edition shows one it may not see."""
import html
import re
from collections import defaultdict
from typing import NamedTuple

import pytest

import packing
from canaries import MUTE, UNINFORMED, kind_of, rank, word, written
from canary_pages import pages
from canary_site import EDITIONS, NOT_OF_PROJECTS, data_files, page, pages_of
from harness import build, built, run, write_site
from leakscan import Scanner, files, found_in
from schemas import entities
from wall import DEFAULTS, HARD_FIELDS, NEVER_PUBLIC, TEAM_FIELDS, Wall

HIDES = [name for name in EDITIONS if name not in ("board", UNINFORMED)]


class Case(NamedTuple):
    entities: dict
    records: dict
    canaries: dict  # token → where it stands; an id stands in more places than one
    pages: object
    seen: dict  # edition → tokens in it
    site: object  # the folder


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    folder = tmp_path_factory.mktemp("canaries")
    schemas = entities(folder / "schemas")
    made, records, canaries = data_files(schemas)
    others = pages()
    for project, found in records.items():
        made |= pages_of(project, schemas, found)
    write_site(folder / "site", {**made, **others.files})
    output = built(folder / "site", folder / "out")
    places = defaultdict(list)
    for canary in canaries:
        places[canary.token].append(canary)
    return Case(schemas, records, dict(places), others, {name: seen(output / name) for name in EDITIONS}, folder / "site")


def seen(root):
    """Every word in a tree however it is packed, and every day and number in its texts."""
    scanner, found = Scanner(), set()
    for name, data in files(root):
        found |= scanner.file(name, data)
        found |= written(html.unescape(re.sub("<[^>]+>", " ", data.decode("utf-8", "replace"))))
    return found


def leaves(fields, path=()):
    for field in fields:
        if field.nested:
            yield from leaves(field.nested, (*path, field.name))
        elif not field.derived:
            yield field, (*path, field.name)


def test_every_field_carries_a_canary_or_is_of_a_kind_that_cannot(case):
    carried = {(canary.collection, canary.path) for found in case.canaries.values() for canary in found}
    bare = [f"{collection}.{'.'.join(path)}" for collection, entity in case.entities.items() if collection not in NOT_OF_PROJECTS
            for field, path in leaves(entity.fields) if (collection, path) not in carried and kind_of(field, collection, path) not in MUTE]
    assert bare == []


def test_every_kind_of_record_is_there_and_the_canaries_are_many(case):
    collections = set(case.entities) - NOT_OF_PROJECTS
    assert all(set(found) == collections for found in case.records.values()) and len(collections) > 55
    kinds = [canary.kind for found in case.canaries.values() for canary in found[:1]]
    assert kinds.count("word") > 10_000 and kinds.count("day") > 3_000 and kinds.count("number") > 300 and kinds.count("duration") > 50
    assert len(case.pages.words) > 180 and not case.pages.words.keys() & case.canaries.keys()


def test_the_schema_is_as_narrow_as_the_model(case):
    assert {name: entity.audience for name, entity in case.entities.items()} == DEFAULTS
    assert {name for name, entity in case.entities.items() if entity.never_public} >= NEVER_PUBLIC
    fields = [(collection, field) for collection, entity in case.entities.items() for field in entity.fields]
    assert [collection for collection, field in fields if field.name in TEAM_FIELDS and rank(field.audience) < rank("team")] == []


@pytest.mark.parametrize("collection", HARD_FIELDS)
def test_what_is_never_public_has_an_audience_of_its_own(case, collection):
    fields = {field.name: field.audience for field in case.entities[collection].fields}
    assert [name for name in HARD_FIELDS[collection] if fields[name] == "public"] == []


def test_the_wall_of_the_test_hides_most_from_most(case):
    """A model that allowed everything would find no leak."""
    wall = Wall(case.records)
    shares = {name: sum(any(wall.sees(*reader, canary) for canary in found) for found in case.canaries.values()) / len(case.canaries)
              for name, reader in EDITIONS.items()}
    assert shares["customers"] < 0.1 and all(shares[name] < 0.25 for name in ("nova", "vega", "lira")) and shares[UNINFORMED] < 0.1
    assert shares["staff"] < 0.5 < shares["wiki"] < 0.9 and shares["board"] == 1


def leaked(case, edition):
    """The canaries in an edition that it may not show, by the places they stand in."""
    wall, reader = Wall(case.records), EDITIONS[edition]
    return [found for token, found in case.canaries.items()
            if token in case.seen[edition] and not any(wall.sees(*reader, canary) for canary in found)]


@pytest.mark.parametrize("edition", HIDES)
def test_no_field_is_in_an_edition_that_may_not_see_it(case, edition):
    assert [[str(canary) for canary in found] for found in leaked(case, edition)] == []


def test_a_provider_sees_nothing_before_it_is_informed(case):
    assert leaked(case, UNINFORMED) == []


def readable(edition, audience, provider):
    reader, own = EDITIONS[edition]
    if audience == "nobody" or rank(audience) > rank(reader):
        return False
    return reader != "partner" or audience != "partner" or provider in ("", own)


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_page_block_or_file_is_in_an_edition_that_may_not_see_it(case, edition):
    assert [(token, *where) for token, where in case.pages.words.items() if token in case.seen[edition] and not readable(edition, *where[:2])] == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_edition_names_another(case, edition):
    of = lambda name: {word("edition", name, place) for place in ("name", "host")}
    assert of(edition) <= case.seen[edition]
    assert not set().union(*(of(other) for other in EDITIONS if other != edition)) & case.seen[edition]


IN_LISTS = {"month", "moment"}  # most stand in lists of mappings, which no cell shows


def test_the_board_sees_nearly_all(case):
    found = [token in case.seen["board"] for token in case.canaries]
    assert sum(found) >= 0.8 * len(found)
    for collection in set(case.entities) - NOT_OF_PROJECTS:
        own = [token in case.seen["board"] for token, places in case.canaries.items() if places[0].collection == collection]
        assert sum(own) >= 0.1 * len(own) and any(own), collection
    for kind in ("word", "day", "month", "quarter", "moment", "number", "fraction", "duration"):
        own = [token in case.seen["board"] for token, places in case.canaries.items() if places[0].kind == kind]
        assert sum(own) >= (0.15 if kind in IN_LISTS else 0.5) * len(own) and any(own), kind
    told = [token in case.seen["board"] for token, where in case.pages.words.items() if where[0] != "nobody"]
    assert sum(told) >= 0.8 * len(told)


@pytest.mark.parametrize("edition, record", [("nova", "for-nova"), ("vega", "for-vega"), ("customers", "published"), ("staff", "plain"), ("wiki", "team")])
def test_what_an_edition_may_see_is_there(case, edition, record):
    wall = Wall(case.records)
    found = [token in case.seen[edition] for token, places in case.canaries.items() for canary in places[:1]
             if canary.record == record and canary.kind == "word" and len(canary.path) == 1 and wall.sees(*EDITIONS[edition], canary)]
    assert len(found) > 50 and sum(found) >= (0.2 if edition == "customers" else 0.8) * len(found)


PLACE = re.compile(r"content/[\w./-]+")


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
@pytest.mark.parametrize("edition", ["customers", "nova", "staff"])
def test_no_message_of_a_run_for_few_quotes_what_is_for_others(case, edition, form):
    """A public run's log is read by whoever reads the log: places may stand in it, but no value."""
    result = run(["check", "--site", case.site, "--edition", edition, "--format", form])
    text = PLACE.sub("", result.stdout + result.stderr)
    wall, reader = Wall(case.records), EDITIONS[edition]
    said = Scanner().read(text.encode()) | (written(text) if form == "text" else set())
    assert result.code == 0 and len(text) > 10_000
    assert [str(found) for token, found in case.canaries.items() if token in said and not any(wall.sees(*reader, canary) for canary in found)] == []


def test_a_run_for_all_does_quote(case):
    result = run(["check", "--site", case.site])
    assert len(Scanner().read(PLACE.sub("", result.stderr).encode()) & case.canaries.keys()) > 300


XMP, IPTC = b"http://ns.adobe.com/xap/1.0/\0", b"Photoshop 3.0\0008BIM\x04\x04\0\0"
METADATA = {
    "text.png": lambda token: packing.png(packing.text_chunk(token)), "packed.png": lambda token: packing.png(packing.packed_text_chunk(token)),
    "international.png": lambda token: packing.png(packing.international_text_chunk(token)), "exif.png": lambda token: packing.png(packing.chunk(b"eXIf", token.encode())),
    "trailing.png": lambda token: packing.png() + token.encode(), "exif.jpg": lambda token: packing.jpeg(packing.exif(token)),
    "xmp.jpg": lambda token: packing.jpeg(packing.segment(b"\xe1", XMP + token.encode())), "iptc.jpg": lambda token: packing.jpeg(packing.segment(b"\xed", IPTC + token.encode())),
    "comment.jpg": lambda token: packing.jpeg(packing.segment(b"\xfe", token.encode())),
}


@pytest.mark.parametrize("name", METADATA)
def test_images_of_public_pages_carry_no_metadata(tmp_path, name):
    token = word("metadata", name)
    folder = write_site(tmp_path / "site", {
        "content/site.yaml": "name: Prova\nlanguages: [it]\nsourceLanguage: it\ntimezone: Europe/Rome\nasOf: 2026-01-01\nfiles: { open/: public }\n"
                             'editions: { open: { audience: public, url: "https://open.example" } }\n',
        "content/index.it.md": page("Inizio", "public", f"![Un quadrato](open/{name})"), f"content/open/{name}": METADATA[name](token)})
    result = build(folder, tmp_path / "out")
    published = list((tmp_path / "out").rglob(f"*{name[-4:]}"))
    assert len(published) == 1 if result.code == 0 else name in result.stderr
    assert found_in(tmp_path / "out", {token}) == {}
