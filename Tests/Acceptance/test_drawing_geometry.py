"""The judge of drawings judges right: what overlaps, leaves its frame or lies nowhere is found, and nothing else."""
import pytest

import drawings
from drawing_geometry import complaints, path_points
from random_projects import Schemas, site


def judged(body, frame="0 0 200 100"):
    svg, why = drawings.parsed(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{frame}">{body}</svg>')
    assert why is None
    return complaints(svg)


@pytest.mark.parametrize("body, complaint", [
    ('<text x="10" y="20" font-size="12">Überlappung</text><text x="60" y="22" font-size="12">Plan</text>', "two texts overlap"),
    ('<g font-size="12" text-anchor="end"><text x="90" y="20">Plan</text><text x="80" y="20">Plan</text></g>', "two texts overlap"),
    ('<text x="150" y="20" font-size="12">Verlängerung</text>', "a text leaves the frame"),
    ('<text x="10" y="5" font-size="12">Ä</text>', "a text leaves the frame"),
    ('<rect x="150" y="10" width="60" height="10"/>', "leaves the frame by 10"),
    ('<rect x="nan" y="10" width="60" height="10"/>', "lies nowhere"),
    ('<rect x="10" y="10" width="-1" height="10"/>', "is smaller than nothing"),
    ('<circle cx="5" cy="50" r="9"/>', "leaves the frame by 4"),
    ('<path d="M190+50l20-10"/>', "leaves the frame by 10"),
    ('<path d="M10+10l5"/>', "has no number where one belongs"),
    ('<polyline points="0,0 100,120"/>', "leaves the frame by 20"),
    ('<line x1="0" y1="0" x2="inf" y2="0"/>', "lies nowhere"),
    ('<g transform="scale(2)"/>', "is moved by transform"),
])
def test_finds(body, complaint):
    found = judged(body)
    assert len(found) == 1 and complaint in found[0], found


@pytest.mark.parametrize("body", [
    '<text x="10" y="20" font-size="12">Erste Zeile</text><text x="10" y="35" font-size="12">Zweite Zeile</text>',
    '<text x="100" y="20" font-size="12" text-anchor="end">links</text><text x="104" y="20" font-size="12">rechts</text>',
    '<defs><path d="M-9-9h900"/></defs><path d="M10+10h20v-5a5 5 0 0 1 5 5z"/><title>x</title>',
])
def test_finds_nothing(body):
    assert judged(body) == []


def test_bold_letters_are_wider():
    texts = '<text x="10" y="20" font-size="12"{}>Bereitschaftsplan</text><text x="122" y="20" font-size="12">bis</text>'
    assert judged(texts.format("")) == [] and judged(texts.format(' font-weight="600"')) != []


def test_a_drawing_without_a_frame_is_found():
    assert "has no frame" in judged("", "0 0 0 10")[0] and "has no frame" in judged("", "")[0]


def test_follows_paths():
    assert list(path_points("M1+2l3-4 1 1H10V20m1 1zl1-1")) == [(1, 2), (4, -2), (5, -1), (10, -1), (10, 20), (11, 21), (12, 20)]


def test_a_seed_is_one_site_and_no_other(tmp_path):
    schemas = Schemas(tmp_path)
    assert site(7, schemas)[0] == site(7, schemas)[0] != site(8, schemas)[0]
