"""Encodings, control and invisible characters, line ends and marks on letters: refused at the exact place, or kept whole."""
import html

import pytest

from corpus import EDITIONS, HEAD, MARK, PAGE, SITE, accepts, case, changed, configured, data, front, read, refuses, shown, sound, text, warns
from harness import built, digest, editions, messages, pages, run
from samples import RECORDS, site_file

# Where a bad byte may stand: in every language, at every end of a file, in every kind of file.
CARRIERS = {
    "Italian text": {PAGE: HEAD + f"Però città – perché{MARK} no.\n"},
    "Swedish text": {"content/guide/case.sv.md": HEAD + f"Det här är på{MARK} svenska.\n"},
    "German text": {"content/guide/case.de.md": HEAD + f"Größe\n\n> Maß{MARK} und mehr\n"},
    "the start of a text": {PAGE: HEAD + f"{MARK}Perché\n"},
    "the end of a file": {PAGE: HEAD + f"Perché{MARK}"},
    "code": {PAGE: HEAD + f"```\nè {MARK}\n```\n"},
    "a title": {PAGE: f'---\ntitle: "Però{MARK}"\naudience: team\n---\n\nTesto.\n'},
    "a record": {data("phases"): RECORDS["phases.yaml"].replace("Vorbereiten", f"Größe{MARK}")},
    "the site's own file": {SITE: site_file(EDITIONS).replace("Übergabe", f"Übergabe{MARK}")},
}
NOT_UTF8 = {
    "Latin-1": b"\xe9", "a lone continuation": b"\x80", "half a character": b"\xc3", "CESU-8 surrogates": b"\xed\xa0\x80\xed\xb0\x80",
    "an overlong slash": b"\xc0\xaf", "an overlong NUL": b"\xe0\x80\x80", "above U+10FFFF": b"\xf4\x90\x80\x80", "FF": b"\xff",
}
CONTROLS = {"NUL": b"\0", "U+0001": b"\x01", "backspace": b"\x08", "escape": b"\x1b", "DEL": b"\x7f", "NEL": b"\xc2\x85", "U+009F": b"\xc2\x9f"}
BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
INVISIBLE = "\u200b\u2060\ufeff"


def hidden(carrier, words, bad):
    return case(CARRIERS[carrier], words, bad=bad)


@pytest.mark.parametrize("carrier", CARRIERS)
def test_a_latin1_byte_is_named_and_guessed(live, carrier):
    refuses(live, hidden(carrier, r'0xE9 (.|\n)*Latin-1(.|\n)*"é"(.|\n)*iconv', b"\xe9"))


@pytest.mark.parametrize("kind", NOT_UTF8)
@pytest.mark.parametrize("carrier", ("Swedish text", "a title", "a record", "the site's own file"))
def test_what_is_not_utf8_is_refused_at_its_first_byte(live, carrier, kind):
    refuses(live, hidden(carrier, f"0x{NOT_UTF8[kind][0]:02X} is not UTF-8", NOT_UTF8[kind]))


@pytest.mark.parametrize("encoding, mark", [("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")])
@pytest.mark.parametrize("path", (PAGE, data("phases"), SITE))
def test_utf16_is_recognised(live, encoding, mark, path):
    content = sound().get(path, HEAD + "Però.\n").encode(encoding)
    refuses(live, case({path: MARK}, r"UTF-16(.|\n)*iconv -f UTF-16", bad=mark + content)._replace(places=[(path, 1, 1)]))


@pytest.mark.parametrize("kind", CONTROLS)
@pytest.mark.parametrize("carrier", CARRIERS)
def test_control_characters_are_refused(live, carrier, kind):
    refuses(live, hidden(carrier, f"control character 0x{ord(CONTROLS[kind].decode()):02X}(.|\n)*delete it", CONTROLS[kind]))


@pytest.mark.parametrize("carrier", ("the site's own file", "a record", "a title"))
def test_nothing_is_published_of_a_file_with_a_nul(site, tmp_path, carrier):
    folder = site({**sound(), **hidden(carrier, "", b"\0").files})
    result = run(["build", "--site", folder, "--output", tmp_path / "out"])
    assert result.code == 1 and not editions(tmp_path / "out")


@pytest.mark.parametrize("written, name", [
    (r"\0", "0x00"), (r"\x01", "0x01"), (r"\e", "0x1B"), (r"\r", "0x0D"), (r"\N", "0x85"), (r"\uFFFF", r"U\+FFFF"), (r"\uFDD0", r"U\+FDD0")])
def test_escapes_bring_in_no_control_character(live, written, name):
    refuses(live, front(f'title: {MARK}"Però {written} no"', f"escape(.|\n)*{name}"))
    refuses(live, changed("phases", '"Preparare"', f'{MARK}"È {written}"', f"escape(.|\n)*{name}"))


@pytest.mark.parametrize("written, name", [
    ("&#1;", "0x01"), ("&#x1B;", "0x1B"), ("&#13;", "0x0D"), ("&#150;", "0x96"), ("&#xffff;", r"U\+FFFF"), ("&#65534;", r"U\+FFFE"), ("&#xfdd0;", r"U\+FDD0")])
def test_entities_bring_in_no_control_character(live, written, name):
    refuses(live, text(f"Però *così* &amp; {MARK}{written} no.", name))
    refuses(live, text(f'## Perché {MARK}{written}\n\nTesto.', name))
    refuses(live, text(f'Già [x](https://a.example "e {MARK}{written}") no.', name))


def test_entities_bring_in_no_control_character_through_data(live):
    refuses(live, changed("risks", '{it: "Affiancamento"', f'{MARK}{{it: "**Affiancamento** &#1;"', "entity(.|\n)*0x01"))


def test_commonmark_alone_writes_utf8_whatever_an_entity_says():
    result = run(["render", "-", "--commonmark"], stdin="a &#xffff; b &#xfffe; [c](d&#xffff; 'e&#xffff;')\n")
    assert result.code == 0 and "a \uffff b \ufffe" in result.stdout and 'title="e\uffff"' in result.stdout


def test_a_byte_order_mark_and_line_ends_change_no_output_byte(site, tmp_path):
    """The same site as editors on other systems write it, every file in every way."""
    wanted = digest(built(site(sound(), "plain"), tmp_path / "plain-out"))
    mixed = lambda data: data.replace(b"\n", b"\r\n", 3).replace(b"\n\n", b"\r\n\r", 1)
    for name, change in {"bom": lambda data: b"\xef\xbb\xbf" + data, "crlf": lambda data: data.replace(b"\n", b"\r\n"),
                         "cr": lambda data: data.replace(b"\n", b"\r"), "mixed": mixed,
                         "both": lambda data: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n")}.items():
        folder = site({path: change(content.encode()) for path, content in sound().items()}, name)
        result = run(["build", "--site", folder, "--output", tmp_path / f"{name}-out", "--strict"])
        assert result.code == 0 and messages(result.stderr) == [], f"{name}\n{result.stderr[-2000:]}"
        assert digest(tmp_path / f"{name}-out") == wanted, name


@pytest.mark.parametrize("ending", (b"\r\n", b"\r"))
def test_places_are_the_same_with_other_line_ends(live, ending):
    wanted = front(f"title: Però\n{MARK}descripton: x", "did you mean \"description\"")
    refuses(live, wanted._replace(files={PAGE: wanted.files[PAGE].replace(b"\n", ending)}))


@pytest.mark.parametrize("carrier", CARRIERS)
def test_a_byte_order_mark_inside_is_a_warning_and_kept(live, carrier):
    wanted = hidden(carrier, r"invisible(.|\n)*U\+FEFF(.|\n)*delete it", "\ufeff".encode())
    output = warns(live, wanted._replace(severity="warning"))
    assert any("\ufeff" in path.read_bytes().decode() for path in pages(output)) or carrier == "the site's own file"


@pytest.mark.parametrize("mark", BIDI)
def test_a_direction_mark_in_a_title_is_a_warning_and_kept(live, mark):
    output = warns(live, front(f'title: "Però {MARK}gpj.exe"', rf"U\+{ord(mark):04X} changes the direction", severity="warning", bad=mark.encode()))
    assert shown(output, f"Però {mark}gpj.exe")


@pytest.mark.parametrize("mark", ("\u202e", "\u2066", *INVISIBLE))
@pytest.mark.parametrize("wanted", [
    front(f"title: Uno\nslug: {MARK}per@che", "does not fit(.|\n)*a-z, 0-9 and -"),
    case({data("milestones"): RECORDS["milestones.yaml"].replace("id: m1", f"id: {MARK}m@1")}, "does not fit(.|\n)*a-z, 0-9 and -"),
    configured("wiki: {", f"wi@ki: {MARK}{{", "cannot name an edition(.|\n)*small letters"),
    configured('"https://wiki.example', f'{MARK}"https://wi@ki.example', "is not the address of a site"),
    text(f"Già {MARK}[x](https://a.ex@ample/) no.", "a link holds an invisible character"),
    text(f"Già {MARK}<https://a.ex@ample/> no.", "a link holds an invisible character"),
    text(f"Già {MARK}[x](after@.it.md) no.", "a link holds an invisible character"),
    text(f"Già {MARK}[[aft@er]] no.", "not a page's key"),
    text(f"Già {MARK}[x][r] no.\n\n[r]: https://a.ex@ample", "a link holds an invisible character"),
    text(f"## Già {MARK}{{#gia@}}\n\nTesto.", "this is not an id"),
    text(f"Già {MARK}{{{{ milestones.m@1.name }}}} no.", "not a reference"),
    changed("risks", '{it: "Affiancamento"', f'{MARK}{{it: "[x](https://a.ex@ample)"', "address that is not allowed"),
], ids=["slug", "id", "edition", "site address", "link", "autolink", "relative link", "key", "definition", "heading id", "reference", "link in data"])
def test_no_address_and_no_id_holds_what_is_not_seen(live, wanted, mark):
    refuses(live, wanted._replace(files={path: data.replace(b"@", mark.encode()) for path, data in wanted.files.items()}))


@pytest.mark.parametrize("name", ("a\u200bb", "a\u202eb"))
def test_no_file_name_holds_what_is_not_seen(live, name):
    wanted = case({f"content/guide/{name}.it.md": HEAD + "Testo.\n"}, "cannot be part of an address")
    refuses(live, wanted._replace(places=[("content/guide/a\ufffdb.it.md", 0, 0)]))


# A letter mark merges with the sign before it into one character on the screen; it may not hide the sign from the escaping.
EVIL = "\"\u0301<\u0301script>alert(1)</script\u0301> &\u0301amp; '\u0301 <\u200d>"
TITLE = "'" + EVIL.replace("'", "\\'") + "'"  # as a link's title
QUOTED = "'" + EVIL.replace("'", "''") + "'"  # as YAML
# What is printed of it in an Italian text: quotation marks and apostrophes of print.
PRINTED = EVIL.replace('"', "«").replace("'", "’")
FIELDS = {
    "a title": {PAGE: f"---\ntitle: {QUOTED}\naudience: team\n---\n\nTesto.\n"},
    "a description": {PAGE: f"---\ntitle: Uno\ndescription: {QUOTED}\naudience: public\n---\n\nTesto.\n"},
    "a tag": {PAGE: f"---\ntitle: Uno\ntags: [{QUOTED}]\naudience: public\n---\n\nTesto.\n"},
    "a text": {PAGE: HEAD + EVIL + "\n"},
    "a heading": {PAGE: HEAD + f"## {EVIL}\n\nTesto.\n"},
    "code": {PAGE: HEAD + f"`{EVIL}`\n"},
    "a table": {PAGE: HEAD + f"| A |\n|---|\n| {EVIL} |\n"},
    "the text of a link": {PAGE: HEAD + f"[{EVIL}](https://a.example)\n"},
    "the title of a link": {PAGE: HEAD + f"[x](https://a.example {TITLE})\n"},
    "the text of a page link": {PAGE: HEAD + f"[[start|{EVIL}]]\n"},
    "a project's name": {data("project"): RECORDS["project.yaml"] + f"client: {QUOTED}\n",
                         "content/projects/alfa/case.it.md": HEAD + "Di {{ project.client }}.\n"},
    "a record": {data("risks"): RECORDS["risks.yaml"].replace('"Conoscenza persa"', QUOTED)},
    "Markdown in a record": {data("risks"): RECORDS["risks.yaml"].replace('"Affiancamento"', "'*ora* " + QUOTED[1:])},
    "the site's name": {SITE: site_file(EDITIONS).replace('"Consegne"', QUOTED)},
}


@pytest.mark.parametrize("field", FIELDS)
def test_a_sign_with_a_mark_over_it_is_escaped_and_kept(live, field):
    before = {path.relative_to(live[1]): read(path).names.count("script") for path in pages(live[1])}
    output = accepts(live, FIELDS[field])
    found = [read(path) for path in pages(output)]
    assert any(EVIL in "".join(page.texts) or PRINTED in "".join(page.texts) or EVIL in page.values for page in found)
    for path, page in zip(pages(output), found):
        assert page.names.count("script") == before.get(path.relative_to(output), before[next(iter(before))])
        raw = path.read_bytes().decode()
        assert "<\u0301" not in raw and "&\u0301" not in raw and "<\u200d" not in raw
        assert html.escape("<") + "\u0301" in raw or EVIL not in "".join(page.texts)
