"""A thousand seeded mutations of the reference data: no crash, and each triggers the rule it must, at the place it must."""
import collections
import json
import os
import shutil

import pytest

from harness import ROOT, run, write_site
from mutations import COUNT, OPERATORS, PROJECTS, SOURCES, changes, choices, mutation, renamed

AS_OF = "2026-03-16"
BATCH = 100
SAMPLE = 200
WANTED = os.environ.get("STAFFETTA_MUTATIONS")  # numbers with commas: only these
FULL = os.environ.get("STAFFETTA_FULL")
LANGUAGES = ("sv", "de", "it")
SITE_FILE = """\
name: Mutations
languages: [sv, de, it]
sourceLanguage: sv
timezone: Europe/Stockholm
editions:
  board: {audience: restricted, url: "https://board.example/"}
"""


def batches():
    """The numbers of this run, in batches."""
    chosen = [int(number) for number in WANTED.split(",")] if WANTED else range(COUNT if FULL else SAMPLE)
    return [pytest.param(chosen[i:i + BATCH], id=f"{chosen[i]}-{chosen[i:i + BATCH][-1]}") for i in range(0, len(chosen), BATCH)]


def page(language):
    source = "" if language == "sv" else "source: sv\n"
    return f"---\ntitle: Titel\naudience: team\n{source}---\n\nText.\n"


@pytest.fixture(scope="module")
def ground(tmp_path_factory):
    """A site without projects, but with the pages and questions that the projects refer to."""
    named = ("index", "risks-review", "service-level")
    pages = {f"content/{key}.{language}.md": page(language) for key in named for language in LANGUAGES}
    folder = write_site(tmp_path_factory.mktemp("mutations"), {"content/site.yaml": SITE_FILE, **pages})
    shutil.copy(ROOT / "content/decisionGuide.yaml", folder / "content")
    for name in PROJECTS:
        shutil.copytree(SOURCES / name, folder / "sources" / name)
    return folder


def write_project(ground, source, name, changed=None, text=None):
    """The data files of a project under another name, one of them changed; those that stay the same are linked."""
    sources, folder = ground / "sources" / source, ground / "content/projects" / name
    for path in sources.rglob("*.yaml"):
        relative = str(path.relative_to(sources))
        (folder / relative).parent.mkdir(parents=True, exist_ok=True)
        if relative == changed or relative in ("project.yaml", "waivers.yaml"):
            (folder / relative).write_text(renamed(text if relative == changed else path.read_text("utf-8"), source, name), "utf-8")
        else:
            os.link(path, folder / relative)


def findings(ground, batch):
    """What the program says of the mutated projects and of the sound ones beside them, by project; halves a batch that crashes."""
    shutil.rmtree(ground / "content/projects", ignore_errors=True)
    for name in PROJECTS:
        write_project(ground, name, name)
    for mutation in batch:
        write_project(ground, mutation.project.name, f"m{mutation.number:04}", mutation.change.file.name, mutation.text)
    result = run(["check", "--site", ground, "--format", "json", "--as-of", AS_OF], timeout=120)
    if result.code not in (0, 1):
        assert len(batch) > 1, f"exit {result.code}\n{result.stderr[-2000:]}\n{batch[0]}"
        findings(ground, batch[:len(batch) // 2])
        findings(ground, batch[len(batch) // 2:])
        pytest.fail(f"exit {result.code} with all of {[m.number for m in batch]}, not with either half\n{result.stderr[-2000:]}")
    found = collections.defaultdict(list)
    for finding in json.loads(result.stdout):
        found[finding["path"].removeprefix("content/projects/").split("/")[0]].append(finding)
    assert (result.code == 1) == any(f["severity"] == "error" for own in found.values() for f in own)
    return found


def place(finding):
    return finding["path"].removeprefix("content/projects/").partition("/")[2], finding["line"], finding.get("column")


def missed(mutation, found):
    """The places that no finding of the rule names."""
    own = [f for f in found if f["rule"] == mutation.operator.rule and f["severity"] == mutation.severity and "accepted" not in f]
    named = {place(f) for f in own}
    if mutation.change.may_be_related:
        named |= {place(related) for f in own for related in f["related"]}
    return [p for p in mutation.places if p not in named]


def failures(ground, batch):
    """What is wrong with what the program says of a batch, in words."""
    found = findings(ground, batch)
    for name in PROJECTS:
        assert [f for f in found[name] if "accepted" not in f] == [], f"{name} as it is should be sound"
    for mutation in batch:
        own = [f for f in found[f"m{mutation.number:04}"] if "accepted" not in f]
        wrong = missed(mutation, own)
        if wrong or not mutation.places:
            said = "\n".join(f"  {f['severity']}[{f['rule']}] {place(f)} {f['message']}" for f in own[:12]) or "  nothing"
            yield f"{mutation}no finding at {wrong}; the program said:\n{said}\n"


@pytest.mark.parametrize("batch", batches())
def test_each_mutation_triggers_its_rule_at_its_place(ground, batch):
    tried = [mutation(number) for number in batch]
    wrong = list(failures(ground, tried))
    assert not wrong, f"{len(wrong)} of {len(tried)} mutations; again with STAFFETTA_MUTATIONS=<numbers>\n\n" + "\n".join(wrong[:10])


def test_every_operator_is_tried_in_a_sample():
    assert len(OPERATORS) <= SAMPLE and [operator.name for operator in OPERATORS if not changes(operator)] == []


def test_a_number_is_one_mutation_and_no_other():
    assert len({(name, change.file.name, str(change.edits)) for _, name, change in choices()}) > COUNT * 0.98
    assert mutation(7).diff == mutation(7).diff != mutation(8).diff
