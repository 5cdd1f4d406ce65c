"""Ways to write an audience mark almost right: the hidden words stay inside, or nothing is published."""
import pytest

from harness import build, published

SITE = """name: "Prova"
languages: [it]
sourceLanguage: it
timezone: Europe/Rome
asOf: 2026-01-01
rawHTML: %s
editions:
  customers: { audience: public, url: "https://a.example" }
  team: { audience: team, url: "https://b.example" }
"""
PAGE = "---\ntitle: Uno\naudience: public\n---\n\n"
SECRET = "qz7f3k9canary"
SPAN = f":audience[{SECRET}]{{team}}"

GLUED = [f"{before}{SPAN}" for before in ("–", "»", "\u00a0", "costo", "a-", "Nota:", "é", "5")]
NEAR = [f":audience [{SECRET}]{{team}}", f"Foo :::audience{{team}} {SECRET} ::: bar", f":audience[{SECRET}]", f":audience\n[{SECRET}]{{team}}"]
BLOCKS = [f"{prefix}:::audience{{team}}\n{rest}{SECRET}\n{rest}:::\n" for prefix, rest in (("", ""), ("> ", "> "), ("- ", "  "), ("1. > ", "   > "))]
DEFINITIONS = [
    f":::audience{{team}}\n\n[r]: http://{SECRET}.example\n\n:::\n\n[r]",
    f":::audience{{team}}\n\n[r]: http://{SECRET}.example\n\n:::\n\n[r]: https://ok.example\n\nVedi [x][r] e ![y][r].",
    f"- :::audience{{team}}\n\n  [r]: http://{SECRET}.example\n\n  :::\n\n| a |\n|---|\n| [r] |",
    f"> :::audience{{team}}\n> [r]: http://{SECRET}.example\n> :::\n\n[r]",
]
TEXTS = GLUED + NEAR + BLOCKS + DEFINITIONS + [
    f"```\n{'{{a}} ' * 20000}\n```\n\nx {SPAN}",
    f"{SPAN}\\\n## {SPAN} titolo\n\n| {SPAN} | b |\n|---|---|\n| c | {SPAN} |",
    f"[{SPAN}](https://ok.example) e *{SPAN}*",
    f":audience[a\n:audience[{SECRET}]{{restricted}} b]{{team}}",
    f"<!-- {SECRET} -->",
    f"  <!-- {SECRET} -->\n\nTesto.",
    f"Testo <!-- {SECRET} --> e basta.",
]
HTML = [
    f"<div>\n:::audience{{team}}\n{SECRET}\n:::\n</div>",
    f"<div>{SPAN}</div>",
    f'Testo <b title="{SPAN}">b</b>.',
    f"  <!-- {SECRET} -->",
    f"<div>a <!-- {SECRET} --></div>",
]
FRONT = [f'---\ntitle: "A {SPAN}"\naudience: public\n---\n\nTesto.\n', f'---\ntitle: A\ndescription: "A {SPAN}"\naudience: public\n---\n\nTesto.\n']


def leaks(site, tmp_path, text, raw="false"):
    """Whether the words reach the customers' edition; a refused site publishes nothing."""
    folder = site({"content/site.yaml": SITE % raw, "content/index.it.md": text})
    result = build(folder, tmp_path / "out")
    assert result.code in (0, 1), result.stderr
    if result.code == 1:
        assert "error[" in result.stderr and published(tmp_path / "out") == {}
        return False
    seen = b"".join(path.read_bytes() for path in (tmp_path / "out/customers").rglob("*") if path.is_file())
    assert b"<h1>" in seen
    return SECRET.encode() in seen


@pytest.mark.parametrize("text", TEXTS)
def test_a_mark_almost_right_leaks_nothing(site, tmp_path, text):
    assert not leaks(site, tmp_path, PAGE + text + "\n")


@pytest.mark.parametrize("text", HTML)
def test_allowed_html_leaks_nothing(site, tmp_path, text):
    assert not leaks(site, tmp_path, PAGE + text + "\n", raw="true")


@pytest.mark.parametrize("text", FRONT)
def test_front_matter_leaks_nothing(site, tmp_path, text):
    assert not leaks(site, tmp_path, text)


def test_the_scan_itself_would_see_a_leak(site, tmp_path):
    assert leaks(site, tmp_path, PAGE + SECRET + "\n")


def test_a_translation_cannot_open_its_source(site, tmp_path):
    two = (SITE % "false").replace("[it]", "[it, sv]")
    folder = site({
        "content/site.yaml": two,
        "content/index.it.md": "---\ntitle: Uno\naudience: team\n---\n\nTesto.\n",
        "content/index.sv.md": "---\ntitle: Ett\naudience: public\nsource: it\n---\n\nText.\n",
    })
    result = build(folder, tmp_path / "out")
    assert result.code == 1 and "index.sv.md:3:11" in result.stderr
