"""Fixtures of the outside tests; refuses to start without a built program, so that nothing passes by not running."""
import os

import pytest

from corpus import sound
from harness import BINARY, built, write_site
from samples import trilingual


def pytest_sessionstart(session):
    if not session.config.option.collectonly and not os.access(BINARY, os.X_OK):
        pytest.exit(f"{BINARY} is missing: build it with `swift build -c release`, or set STAFFETTA", returncode=4)


@pytest.fixture
def site(tmp_path):
    """A function that writes a small site and returns its folder: site({path: text}), site(files, "name")."""
    return lambda files, name="site": write_site(tmp_path / name, files)


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """The trilingual sample site with its five editions, built once: (site folder, output folder)."""
    folder = write_site(tmp_path_factory.mktemp("sample") / "site", trilingual())
    return folder, built(folder, folder.parent / "published")


@pytest.fixture(scope="module")
def published_before(tmp_path_factory):
    """An output folder that holds the sound site."""
    folder = tmp_path_factory.mktemp("live")
    return built(write_site(folder / "site", sound()), folder / "published")


@pytest.fixture
def live(site, published_before):
    """A sound site and where it is published: (site folder, output folder). Bad inputs are written into the first."""
    return site(sound(), "sound"), published_before
