"""Whatever a sound project holds, every component shows it: no crash, whole drawings, no text over another or out of its frame.

Seeds are 0, 1, 2 …; STAFFETTA_SEEDS=7,12 tries only these and keeps their sites in STAFFETTA_KEEP=FOLDER."""
import collections
import concurrent.futures
import os
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import drawings
from components import pairs
from drawing_geometry import complaints
from harness import build, messages, run, write_site
from random_projects import Schemas, site

WANTED = os.environ.get("STAFFETTA_SEEDS")
SEEDS = [int(seed) for seed in WANTED.split(",")] if WANTED else range(300 if os.environ.get("STAFFETTA_FULL") else 12)
KEEP = os.environ.get("STAFFETTA_KEEP")
TIME = 120  # seconds for one page with everything
SHOWN = 5  # complaints of a kind
PART = re.compile(r'<h2 id="(c\d+)"[^>]*>')


@pytest.fixture(scope="module")
def schemas(tmp_path_factory):
    return Schemas(tmp_path_factory.mktemp("schemas"))


def parts(html):
    """Place → what stands there, up to the next one or the end of the text."""
    pieces = PART.split(html.partition("</main>")[0])
    return dict(zip(pieces[1::2], pieces[2::2]))


def crashed(folder, component, given):
    """What a component says by itself, if it does not end well."""
    result = run(["show", component, *pairs(given), "--site", folder, "--format", "html"], timeout=TIME)
    return f"{component} {pairs(given)}: exit {result.code}\n{result.stderr[-1500:]}" if result.code not in (0, 1) else None


def refused(result, folder, shown):
    """Why there is no page: a component that crashes, or a project that the checks refuse."""
    if result.code == 1:
        found = "\n".join(f"{m.rule}: {m.text.splitlines()[0]} {m.places[:1]}" for m in messages(result.stderr) if m.severity == "error")
        if "V57:" in found:  # what has not happened yet on the day of the site is withheld
            return f"the page shows what is withheld, or the coordinates of a drawing read as that amount:\n{found[:3000]}"
        return f"random_projects.py has made what the checks refuse; mend the generator:\n{found[:3000]}"
    culprits = [said for _, component, given in shown if (said := crashed(folder, component, given))]
    return f"exit {result.code}\n" + ("\n".join(culprits[:5]) or result.stderr[-3000:])


def wrong_with(html, language):
    """What is wrong with the drawings of a part."""
    for text in drawings.found(html):
        svg, why = drawings.parsed(text)
        yield from [why] if svg is None else drawings.missing(svg, language) + complaints(svg)


def found(html, shown, language):
    """Component → its complaints."""
    wrong, standing = collections.defaultdict(list), parts(html)
    for place, component, given in shown:
        if place not in standing:
            wrong[component].append(f"does not stand on the page: {pairs(given)}")
        wrong[component] += [f"{' '.join(pairs(given))} {what}".strip() for what in wrong_with(standing.get(place, ""), language)]
    ids = collections.Counter(re.findall(r'\sid="([^"]*)"', html))
    wrong["the page"] = [f"the id {name} stands {count} times" for name, count in ids.items() if count > 1]
    return {component: what for component, what in wrong.items() if what}


@pytest.mark.parametrize("seed", SEEDS)
def test_every_component_shows_any_project(seed, schemas, tmp_path):
    files, shown, dice = site(seed, schemas)
    folder = write_site(Path(KEEP) / str(seed) if KEEP else tmp_path / "site", files)
    result = build(folder, tmp_path / "out", timeout=TIME)
    about = f"seed {seed} ({dice.language}; {', '.join(sorted(dice.traits)) or 'no traits'}; again with STAFFETTA_SEEDS={seed} STAFFETTA_KEEP=FOLDER)\n"
    if result.code != 0:
        pytest.fail(about + refused(result, folder, shown), pytrace=False)
    html = (tmp_path / f"out/board/{dice.language}/projects/p/index.html").read_text("utf-8")
    wrong = found(html, shown, dice.language)
    if wrong:
        lines = [f"{component}: {len(what)}\n" + "".join(f"    {line}\n" for line in what[:SHOWN]) for component, what in wrong.items()]
        pytest.fail(about + "".join(lines), pytrace=False)
