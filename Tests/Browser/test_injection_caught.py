"""The test of the injection test: a page that escapes nothing is caught, by what it runs, holds, and has lost."""
import html

from injection_audit import audit
from injection_fields import FIELDS
from injection_kept import missing
from injection_sites import FULL, SMALL, publish, site_sheets
from vectors import FAMILIES, VECTORS

# A page as a careless program would write it: the text in an element, in three kinds of attribute, and as an address.
CARELESS = """<!doctype html><html lang="it"><head><title>T</title></head><body><p title="§">x</p><p title='§'>x</p><p title=§>x</p>
<p>§</p><p>¤</p><a href="§">x</a><img src="§"></body></html>"""
FAULTS = {
    "<p onclick=alert(1)>x</p>": "the handler p@onclick",
    "<a href=' java\tscript:alert(1)'>x</a>": "the address a@href",
    "<a href=//evil.example/>x</a>": "the host of a@href",
    "<script>let x</script>": "the element <script>",
    "<p style=color:red>x</p>": "the attribute p@style",
    "<!-- x -->": "a comment",
    "<img src=https://evil.example/p.png>": "a request to https://evil.example/p.png",
    "<img src=x onerror=alert(1)>": "a dialog: 1",
    "<svg onload=window.__pwned=1></svg>": "window.__pwned is set",
    "<meta http-equiv=refresh content=0;url=https://evil.example/>": "a request to https://evil.example/",
}


def audit_texts(folder, texts):
    """Audits pages given as texts, in their order."""
    paths = [folder / f"page-{number}.html" for number in range(len(texts))]
    for path, text in zip(paths, texts):
        path.write_text(text, "utf-8")
    found = audit(folder, paths, patience=50)
    return [found[path] for path in paths]


def test_every_kind_of_fault_is_seen(tmp_path):
    pages = [f"<!doctype html><html lang=it><head><title>T</title></head><body>{fault}</body></html>" for fault in FAULTS]
    for (fault, wanted), (look, mended) in zip(FAULTS.items(), audit_texts(tmp_path, pages)):
        assert any(what.startswith(wanted) for what in look.ran + look.wrong), f"{fault}: {look}"
        assert mended or wanted.startswith(("the host", "a request to https://evil.example/p")), f"html5lib sees nothing in {fault}"


def test_most_vectors_run_where_nothing_is_escaped(tmp_path):
    """The others are for readers that unescape once more, or run only where a parser's state allows it."""
    tried = [text for family in FAMILIES.values() for text in (family if FULL else family[::6])]
    looks = audit_texts(tmp_path, [CARELESS.replace("§", text).replace("¤", html.unescape(text)) for text in tried])
    assert sum(bool(look.ran) for look, _ in looks) > len(tried) * 0.6


def test_a_published_page_without_its_escapes_is_caught(tmp_path):
    texts = []
    for vector in ("tag-09", "breakout-11", "closer-01"):
        site = publish(tmp_path / vector, SMALL, {vector: {"site.name"}}, site_sheets)
        texts += [path.read_text("utf-8") for _, path in site.pages if path.parts[-3:] == ("all", "it", "index.html")]
    looks = audit_texts(tmp_path, texts + [html.unescape(text) for text in texts])
    for look, mended in looks[:len(texts)]:
        assert not (look.ran or look.wrong or mended)
    for look, mended in looks[len(texts):]:
        assert look.ran and look.wrong and mended


def test_a_text_that_is_cut_or_gone_is_missed():
    field, vector = FIELDS["site.name"], VECTORS["tag-01"]
    whole = [(sink, field.shown(vector), "") for sink in field.sinks]
    assert missing(vector, field, whole) == ""
    assert "is nowhere" in missing(vector, field, [])
    assert "is not in" in missing(vector, field, whole[1:])
    assert "alert(1)</ zq" in missing(vector, field, [*whole, ("p", f"<script>alert(1)</ {field.mark}", "")])
