"""Fixtures of the browser tests; refuses to start without a built program, so that nothing passes by not running."""
import os

import pytest

from browser import started
from shipped import groups, shipped
from harness import BINARY


def pytest_sessionstart(session):
    if not session.config.option.collectonly and not os.access(BINARY, os.X_OK):
        pytest.exit(f"{BINARY} is missing: build it with `swift build -c release`, or set STAFFETTA", returncode=4)


def pytest_generate_tests(metafunc):
    """A test that takes a `group` runs for every edition and language, one that takes an `edition` for every edition."""
    for name, values in (("group", groups), ("edition", shipped)):
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, values(), ids=lambda value: value.name)


@pytest.fixture(scope="session")
def browser():
    with started() as running:
        yield running
