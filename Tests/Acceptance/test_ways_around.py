"""Ways around the audience wall that somebody found once: each stays closed."""
import pytest

from harness import build, built, run, write_site

WORD = "Geheimwort"
SITE = """name: {it: Prova, de: Probe}
languages: [it, de]
sourceLanguage: it
timezone: Europe/Rome
asOf: 2026-01-10
files: { pub/: public }
editions:
  open: { audience: public, url: "https://open.example" }
  nova: { audience: partner, partner: nova, url: "https://nova.example" }
  board: { audience: restricted, url: "https://board.example" }
legal:
  IT: { imprint: "A", privacy: "B", accessibility: "C", company: "D" }
"""
PROJECT = "name: {name}\ntype: partner-change\nstart: 2025-10-01\nincoming: {incoming}\nmarkets: [{{country: IT}}]\ntimezone: Europe/Rome\ncurrency: EUR\n"


def page(text, **fields):
    head = "".join(f"{key}: {value}\n" for key, value in {"title": "T", "audience": "public", **fields}.items())
    return f"---\n{head}---\n\n{text}\n"


def site(folder, files):
    return write_site(folder, {"content/site.yaml": SITE, "content/index.it.md": page("Testo."), **files})


def holders(output, edition, word=WORD):
    """The files of an edition that hold a word."""
    folder = output / edition
    return [path for path in folder.rglob("*") if word in path.name or path.is_file() and word.encode() in path.read_bytes()]


@pytest.mark.parametrize("text", [
    f"Gli orari. <!-- Nota -- {WORD} -->",
    f"- Voce <!-- {WORD} --->",
    f":audience[{WORD}]{{team -->}}",
    f"- Voce\n\n      :::audience{{team}}\n      {WORD}\n      :::",
    f'::milestone-list{{caption=":audience[{WORD}]{{team}}"}}',
])
def test_what_markdown_would_print_is_an_error(tmp_path, text):
    said = build(site(tmp_path, {"content/p.it.md": page(text)}), tmp_path / "out")
    assert said.code == 1
    assert "content/p.it.md:6" in said.stderr or "content/p.it.md:7" in said.stderr or "content/p.it.md:8" in said.stderr


@pytest.mark.parametrize("path, text", [
    ("content/glossary.yaml", f'- {{id: t, term: T, definition: ":audience[{WORD}]{{team}}"}}\n'),
    ("content/projects/x/faqs.yaml", f"- {{id: f, question: Q, answer: \"A :audience[{WORD}]{{team}}\", audience: public, owner: o, reviewBy: 2027-01-01}}\n"),
    ("content/tagged.it.md", page("Testo.", tags=f'[":audience[{WORD}]{{team}}"]')),
])
def test_data_has_no_marks(tmp_path, path, text):
    files = {"content/projects/x/project.yaml": PROJECT.format(name="X", incoming="[nova]"), path: text}
    said = build(site(tmp_path, files), tmp_path / "out")
    assert said.code == 1 and "error[audience]" in said.stderr and path in said.stderr


def test_two_hidden_definitions_feed_no_link(tmp_path):
    block = f':::audience{{team}}\n\n[x]: https://{WORD.lower()}.example "{WORD}"\n\n:::\n\n'
    said = build(site(tmp_path, {"content/p.it.md": page("[Clicca][x]\n\n" + block * 2)}), tmp_path / "out")
    assert said.code == 1 and "definition inside an audience block" in said.stderr


def test_a_definition_of_the_same_block_is_its_own(tmp_path):
    block = ':::audience{%s}\n\n[Qui][x]\n\n[x]: https://%s.example\n\n:::\n\n'
    built(site(tmp_path, {"content/p.it.md": page(block % ("team", "uno") + "[Fuori](https://due.example)\n\n" + ":::audience{internal}\n\n[y]: https://tre.example\n\n[La][y]\n\n:::")}), tmp_path / "out")
    assert not holders(tmp_path / "out", "open", "uno.example")


def test_the_nearest_landing_page_says_whose_pages_they_are(tmp_path):
    files = {
        "content/projects/xx/project.yaml": PROJECT.format(name="XX", incoming="[vega]") + "publicName: PubXx\n",
        "content/projects/yy/project.yaml": PROJECT.format(name="YY", incoming="[nova]"),
        "content/a/index.it.md": page("Testo.", project="xx"),
        "content/a/b/p.it.md": page(f"{WORD} {{{{ project.publicName }}}}", audience="partner"),
    }
    built(site(tmp_path, files), tmp_path / "out")
    assert holders(tmp_path / "out", "board") and not holders(tmp_path / "out", "nova")


def test_keys_of_hidden_pages_stay_hidden(tmp_path):
    key = "chiusura-sede"
    files = {
        "content/projects/x/project.yaml": PROJECT.format(name="X", incoming="[nova]"),
        "content/projects/x/faqs.yaml": f"- {{id: f1, question: Q, answer: A, audience: public, related: [{key}]}}\n",
        f"content/{key}.it.md": page("Testo.", audience="restricted"),
        "content/p.it.md": page("Vedi: {{ faqs.f1.related }}", project="x"),
    }
    said = build(site(tmp_path, files), tmp_path / "out")
    assert said.code == 0, said.stderr
    assert holders(tmp_path / "out", "board", key) and not holders(tmp_path / "out", "open", key)


def test_a_translation_of_a_draft_is_a_draft(tmp_path):
    files = {"content/p.it.md": page("Bozza.", status="draft"), "content/p.de.md": page(f"{WORD}.", source="it")}
    built(site(tmp_path, files), tmp_path / "out")
    assert holders(tmp_path / "out", "board") and not holders(tmp_path / "out", "open")


def test_a_caption_does_not_name_the_project(tmp_path):
    files = {"content/projects/geheimproj/project.yaml": PROJECT.format(name="Interno", incoming="[nova]"),
             "content/projects/geheimproj/milestones.yaml": "- {id: m, name: M, planned: 2026-02-02, publicLabel: L}\n",
             "content/p.it.md": page("::milestone-list", project="geheimproj")}
    built(site(tmp_path, files), tmp_path / "out")
    assert not holders(tmp_path / "out", "open", "geheimproj")
    assert holders(tmp_path / "out", "open", "<caption>Tappe</caption>")


@pytest.mark.parametrize("text", [
    page(f"Testo <!-- {WORD} --> [[nope]]"),
    page("Testo.", owner=WORD.lower(), project="x"),
    page("Testo.", status="wrong", reviewBy=f"2025-01-01 # {WORD}"),
])
@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_a_narrow_run_quotes_nothing(tmp_path, text, form):
    files = {"content/projects/x/project.yaml": PROJECT.format(name="X", incoming="[nova]"),
             "content/projects/x/roles.yaml": "- {id: tl, title: T, party: client}\n", "content/p.it.md": text}
    folder = site(tmp_path, files)
    said = run(["check", "--site", folder, "--edition", "open", "--format", form])
    assert said.code == 1 and WORD.lower() not in (said.stdout + said.stderr).lower()


@pytest.mark.parametrize("text", ["52285kr", "52 285kr", "52.285EUR", "Anna Svenssons"])
def test_amounts_and_names_are_known_in_such_forms(tmp_path, text):
    files = {
        "content/projects/x/project.yaml": PROJECT.format(name="X", incoming="[nova]"),
        "content/projects/x/people.yaml": "- {id: a, name: Anna Svensson, role: o}\n",
        "content/projects/x/roles.yaml": "- {id: o, title: O, party: client}\n",
        "content/projects/x/costItems.yaml": "- {id: c, name: C, kind: run, amount: 52285, basis: b, cashable: true, owner: o}\n",
        "content/pub/a.txt": f"Il testo: {text}.\n", "content/p.it.md": page("[Testo](pub/a.txt)"),
    }
    said = build(site(tmp_path, files), tmp_path / "out", "--edition", "open")
    assert said.code == 1 and "V57" in said.stderr
