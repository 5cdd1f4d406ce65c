"""Where a page's front matter begins and ends, pages that say nothing, and the signs that YAML reads otherwise than people."""
import pytest

from corpus import MARK, PAGE, accepts, case, changed, configured, data, front, refuses, shown, warns
from harness import run
from samples import LANGUAGES, RECORDS

NO_TITLE = r"the page has no title(.|\n)*front matter between two lines ---(.|\n)*begin the file with"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rest", ["\n# Titolo\n\nTesto.\n", "", "\n----\n", "\n ---\n\nTesto.\n", "\n--- x\n"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_front_matter_that_is_not_closed(live, language, rest, ending):
    path = f"content/guide/case.{language}.md"
    wanted = case({path: f"{MARK}---\ntitle: Però{rest}"}, "front matter that begins here is not closed(.|\n)*add a line ---")
    refuses(live, wanted._replace(files={path: wanted.files[path].replace(b"\n", ending.encode())}))


@pytest.mark.parametrize("first, last, ending", [
    ("---", "---", "\n"), ("---  ", "---", "\n"), ("---", "--- \t", "\n"), ("---", "...", "\n"), ("---\t", "... ", "\n"), ("---", "---", "\r\n"), ("--- ", "...", "\r")])
def test_front_matter_as_people_close_it(live, first, last, ending):
    page = f"{first}\ntitle: Però\naudience: team\n{last}\nEcco il testo.\n"
    output = accepts(live, {PAGE: page.replace("\n", ending)})
    assert shown(output, "Però") and shown(output, "Ecco il testo.")


def test_a_rule_at_the_top_is_a_rule():
    result = run(["render", "-"], stdin="---\n\nTesto, e poi: altro.\n")
    assert (result.code, result.stdout) == (0, "<hr>\n<p>Testo, e poi: altro.</p>\n")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("content", [
    "---\n\nTesto.\n", "---\nTesto\n---\n", "---\n title: Uno\n---\n", "***\ntitle: Uno\n", "# Titolo\n", "---\n---\n\nTesto.\n", "", "   \n \n\n", "\ufeff", "\t",
], ids=["a rule", "a heading between rules", "indented", "stars", "none", "nothing in it", "an empty file", "spaces", "a byte order mark", "a tab"])
def test_a_page_without_a_title_is_refused_where_it_begins(live, language, content):
    refuses(live, case({f"content/guide/case.{language}.md": MARK + content}, NO_TITLE))


@pytest.mark.parametrize("body", ["", "\n", "   \n\n \n"])
def test_a_page_of_front_matter_only_is_a_warning_and_listed(live, body):
    output = warns(live, case({PAGE: f"---\ntitle: Senza parole\naudience: team\n---\n{body}{MARK}"}, "the page has no text", severity="warning"))
    assert shown(output, "Senza parole")


# Signs at the start of a value, and what a writer has to do.
QUOTE = "put the whole text in double quotes"
VALUES = [
    (f"Fase 1{MARK}: avvio", f"a colon inside a text without quotes(.|\n)*{QUOTE}"),
    (f"{MARK}@mario", QUOTE), (f"{MARK}%x", QUOTE), (f"{MARK}`x` e", QUOTE),
    (f"{MARK}'l'avviso'", r"the text in quotes ends here(.|\n)*double an apostrophe"),
    (f"{MARK}'un po' di più'", r"the text in quotes ends here(.|\n)*double an apostrophe"),
    (f'{MARK}"il "nuovo" servizio"', r"the text in quotes ends here(.|\n)*quotation mark inside"),
    (f"{MARK}'l'avviso", r"the text in quotes ends here(.|\n)*double an apostrophe"),
]


@pytest.mark.parametrize("value, words", VALUES)
def test_a_value_that_yaml_reads_otherwise(live, value, words):
    refuses(live, front(f"title: {value}", words))
    refuses(live, changed("project", "start:", f"client: {value}\nstart:", words))
    refuses(live, configured('name: {it: "Consegne", sv: "Överlämning", de: "Übergabe"}', f"name: {value}", words))


@pytest.mark.parametrize("value", [f"{MARK}'Perché no", f'{MARK}"Perché no'])
def test_a_quote_that_is_not_closed_is_named_where_it_begins(live, value):
    refuses(live, front(f"tags: [a]\ntitle: {value}", "the quote that begins here is not closed"))
    refuses(live, changed("phases", '{it: "Preparare"', f"{{it: {value}", "the quote that begins here is not closed|the text in quotes ends here"))


@pytest.mark.parametrize("line", [f"{MARK}@titolo: x", f"{MARK}%titolo: x", f"{MARK}`titolo`: x"])
def test_a_key_that_yaml_reads_otherwise(live, line):
    refuses(live, case({PAGE: f"---\n{line}\n---\n\nTesto.\n"}, QUOTE))


@pytest.mark.parametrize("wanted", [
    front(f"title: Uno\nparties:\n{MARK}\t- nova", "a tab indents this line(.|\n)*spaces"),
    case({data("risks"): RECORDS["risks.yaml"].replace("  category", f"{MARK}\tcategory")}, "a tab indents this line(.|\n)*spaces"),
    configured("editions:", f"legal:\n{MARK}\tSE: {{}}\neditions:", "a tab indents this line(.|\n)*spaces"),
    configured("timezone: Europe/Rome", f"timezone:\n  {MARK}\tEurope/Rome", "a tab indents this line(.|\n)*spaces"),
], ids=["front matter", "a record", "the site's own file", "after spaces"])
def test_tabs_do_not_indent(live, wanted):
    refuses(live, wanted)
