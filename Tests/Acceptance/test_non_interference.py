"""What readers may not see does not move a byte of what they read: seeded changes of hidden data leave their tree as it is."""
import os
import random
import shutil

import pytest
import yaml

from canary_pages import pages
from canary_site import EDITIONS, data_files, pages_of
from harness import ROOT, built, tree, write_site
from hidden_changes import SAFE, Site, hidden_by, hidden_from_public, of_pages, of_project
from schemas import entities
from test_schema import Core
from wall import Wall

COUNTS = dict(public=(22, 500), shipped=(14, 200), nova=(10, 150), vega=(6, 75), project=(8, 75))
FULL = bool(os.environ.get("STAFFETTA_FULL"))


@pytest.fixture(scope="module")
def schemas(tmp_path_factory):
    return entities(tmp_path_factory.mktemp("schemas"))


@pytest.fixture(scope="module")
def canary_site(schemas, tmp_path_factory):
    """The site with canaries: its folder, its records, the words that only some of its pages' readers see."""
    made, records, _ = data_files(schemas)
    others = pages()
    for project, found in records.items():
        made |= pages_of(project, schemas, found)
    return write_site(tmp_path_factory.mktemp("canaries") / "site", {**made, **others.files}), records, others.words


@pytest.fixture(scope="module")
def shipped_site(schemas, tmp_path_factory):
    """A copy of the shipped site, its data files written as the test writes them."""
    folder = tmp_path_factory.mktemp("shipped") / "site"
    shutil.copytree(ROOT / "content", folder / "content")
    records = {}
    for path in sorted((folder / "content/projects").glob("*/**/*.yaml")):
        project, collection = path.relative_to(folder / "content/projects").parts[:2]
        data = yaml.load(path.read_text("utf-8"), Core)
        records.setdefault(project, {}).setdefault(collection.removesuffix(".yaml"), []).extend(data if isinstance(data, list) else [data])
    site = Site(folder, schemas, records, hidden_from_public, SAFE)
    site.apply(site.all())
    return site


def look(site, output, edition, below=""):
    """The tree of an edition, or of a part of it."""
    found = tree(built(site.folder, output, "--edition", edition) / edition)
    return {name: digest for name, digest in found.items() if below in name}


def unmoved(site, edition, kinds, count, seed, output, below=""):
    """Makes that many changes, each alone, and insists that the readers' tree stays; tells how often which was made."""
    wanted, made = look(site, output, edition, below), {}
    assert len(wanted) > 10
    for number in range(count):
        chance = random.Random(f"{seed} {number}")
        make = kinds[number % len(kinds)]
        what, changed = make(chance) if hasattr(make, "__self__") else make(chance, site.folder)
        before = site.apply(changed)
        try:
            assert any(before[name] != (site.folder / name).read_bytes() for name in changed) or make.__name__ == "reorder"
            found = look(site, output, edition, below)
        finally:
            site.apply(before)
        moved = sorted(name for name in found.keys() | wanted.keys() if found.get(name) != wanted.get(name))
        assert not moved, f"seed {seed} {number}: {what} moved {moved[:5]} of {edition}; changed: {list(changed)}"
        made[make.__name__] = made.get(make.__name__, 0) + 1
    return made


def counted(name):
    return COUNTS[name][FULL]


def of_records(site):
    return [site.change, site.add, site.delete, site.reorder, site.multiply, site.change]


def test_nothing_internal_moves_the_public_site(schemas, canary_site, tmp_path):
    folder, records, words = canary_site
    site = Site(folder, schemas, records, hidden_from_public)
    kinds = of_records(site) + of_pages(words)
    assert len(unmoved(site, "customers", kinds, counted("public"), "public", tmp_path / "out")) == 9


def test_nothing_internal_moves_the_public_part_of_the_shipped_site(shipped_site, tmp_path):
    assert len(unmoved(shipped_site, "customers", of_records(shipped_site), counted("shipped"), "shipped", tmp_path / "out")) == 5


@pytest.mark.parametrize("provider", ["nova", "vega"])
def test_nothing_of_others_moves_the_site_of_a_provider(schemas, canary_site, tmp_path, provider):
    folder, records, _ = canary_site
    site = Site(folder, schemas, records, hidden_by(Wall(records), EDITIONS[provider]))
    unmoved(site, provider, of_records(site), counted(provider), provider, tmp_path / "out")


def test_nothing_of_another_project_moves_the_pages_of_a_project(schemas, canary_site, tmp_path):
    folder, records, _ = canary_site
    site = Site(folder, schemas, records, of_project("beta"))
    unmoved(site, "wiki", of_records(site), counted("project"), "project", tmp_path / "out", "/projects/alfa/")


CONTROLS = {
    "customers": ("", lambda project, collection, record, path, audience: collection == "milestones" and record["x-name"] == "published" and path == ("name",)),
    "nova": ("", lambda project, collection, record, path, audience: project == "alfa" and collection == "openItems" and record["x-name"] == "for-nova" and path == ("title",)),
    "wiki": ("/projects/beta/", lambda project, collection, record, path, audience: project == "beta" and collection == "lessons" and path == ("what",)),
}


@pytest.mark.parametrize("edition", CONTROLS)
def test_what_readers_may_see_moves_their_site(schemas, canary_site, tmp_path, edition):
    """The test of the test: the same changes, of something that is shown."""
    folder, records, _ = canary_site
    below, shown = CONTROLS[edition]
    site = Site(folder, schemas, records, shown)
    wanted = look(site, tmp_path / "out", edition, below)
    for number in range(2):
        what, changed = site.change(random.Random(number))
        before = site.apply(changed)
        assert look(site, tmp_path / "out", edition, below) != wanted, what
        site.apply(before)
    assert look(site, tmp_path / "out", edition, below) == wanted
