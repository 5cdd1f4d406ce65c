"""Two hundred vectors in every text field of a site: each is refused, or stands on the page as text and does nothing."""
import os
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest

from injection_audit import Look, audit
from injection_fields import FIELDS, NO_TEXT
from injection_kept import missing, places
from injection_sites import chosen, publish_all
from vectors import VECTORS

EVERYTHING = bool(os.environ.get("STAFFETTA_FULL"))


class Visit(NamedTuple):
    vector: str  # "" on pages that all vectors share
    path: Path
    look: Look
    mended: list  # what html5lib found


class Outcome(NamedTuple):
    folder: Path
    pairs: set
    shown: set
    refused: dict  # pair → rule
    visits: list


def is_visited(vector, path, shown):
    """A page that holds a vector as written is looked at where the vector is published. Of the pages that nobody wrote, which
    show what the pages of a project show, those of every eighth vector are, or all if STAFFETTA_FULL asks for them."""
    if path.parent.name == "raw":
        return (vector, "block") in shown
    return "data" not in path.parts or EVERYTHING or list(VECTORS).index(vector) % 8 == 0 if vector else True


@pytest.fixture(scope="module")
def outcome(tmp_path_factory):
    """Everything is published, opened and parsed once; each of the functions below asks for one side of it."""
    folder = tmp_path_factory.mktemp("injection")
    pairs, sites = publish_all(folder)
    found = {path: vector for site in sites for vector, path in site.pages if is_visited(vector, path, site.shown)}
    visits = [Visit(found[path], path, *what) for path, what in audit(folder, list(found)).items()]
    shown, refused = set().union(*(site.shown for site in sites)), {pair: rule for site in sites for pair, rule in site.refused.items()}
    return Outcome(folder, pairs, shown, refused, visits)


def none(complaints):
    complaints = list(complaints)
    assert not complaints, f"{len(complaints)} complaints:\n" + "\n".join(complaints[:60])


def told(visit, what):
    """A complaint that names the vector and the page."""
    return f"{visit.vector or 'all vectors'} ({VECTORS.get(visit.vector, '')[:60]!r}) on {'/'.join(visit.path.parts[-4:])}: {what}"


def lost(outcome):
    """Complaints about fields whose text a page does not show."""
    found = places((visit.vector, visit.look.seen) for visit in outcome.visits)
    for vector, name in sorted(outcome.shown):
        field = FIELDS[name]
        if field.sinks and (what := missing(VECTORS[vector], field, found[vector, name])):
            yield f"{name} with {vector} ({VECTORS[vector][:60]!r}) {what}"


def test_the_vectors_are_two_hundred_and_every_field_sees_enough_of_them():
    assert len(set(VECTORS.values())) == len(VECTORS) == 200
    by_field, by_vector = Counter(field for _, field in chosen()), Counter(vector for vector, _ in chosen())
    assert set(by_field) == set(FIELDS) and min(by_field.values()) >= 40
    assert set(by_vector) == set(VECTORS) and min(by_vector.values()) >= 10


def every_pair_is_published_or_refused(outcome):
    assert not outcome.shown & outcome.refused.keys()
    assert outcome.shown | outcome.refused.keys() == outcome.pairs
    assert len(outcome.shown) > len(outcome.pairs) / 2, "most fields take any text"
    print(f"\n{len(outcome.pairs)} pairs of vector and field: {len(outcome.shown)} on {len(outcome.visits)} pages, {len(outcome.refused)} refused")


def only_fields_that_may_refuse_do(outcome):
    """A text is text whatever it says; what is refused by accident would never be put to the test.

    One thing is refused on purpose: a mark for an audience where none is read would be printed, with what it was to hide.
    """
    none(f"{field} refuses {vector} ({rule})" for (vector, field), rule in sorted(outcome.refused.items())
         if FIELDS[field].refuses != "anything" and not re.search(NO_TEXT, VECTORS[vector])
         and not (rule == "audience" and ":audience[" in VECTORS[vector]))


def nothing_runs_nothing_is_asked_for_elsewhere_and_nothing_in_the_page_could(outcome):
    none(told(visit, what) for visit in outcome.visits for what in visit.look.ran + visit.look.wrong)


def another_parser_reads_only_what_the_program_writes(outcome):
    none(told(visit, what) for visit in outcome.visits for what in visit.mended)


def what_is_published_is_kept_to_the_letter(outcome):
    none(lost(outcome))


def every_sitemap_is_well_formed(outcome):
    sitemaps = list(outcome.folder.glob("*/published/*/sitemap.xml"))
    assert len(sitemaps) > len(VECTORS) / 4
    for path in sitemaps:
        ElementTree.parse(path)


def test_every_text_is_refused_or_stands_on_the_page_and_does_nothing(outcome):
    """One test, since what it asks for takes minutes to publish and to open."""
    every_pair_is_published_or_refused(outcome)
    only_fields_that_may_refuse_do(outcome)
    nothing_runs_nothing_is_asked_for_elsewhere_and_nothing_in_the_page_could(outcome)
    another_parser_reads_only_what_the_program_writes(outcome)
    what_is_published_is_kept_to_the_letter(outcome)
    every_sitemap_is_well_formed(outcome)
