"""The shipped playbook: complete, the same in three languages, in its own words, and without a value that belongs into the data."""
import re
from datetime import date
from html import unescape

import pytest
import yaml

from harness import ROOT, build, editions
from playbook import CONTENT, LANGUAGES, OF_THE_TOOL, runs, shared, structure, texts

TEXTS = texts()
WRITTEN = {key: found for key, found in TEXTS.items() if key.split("/")[0] not in OF_THE_TOOL}
GUIDES = {"steps", "decide", "steering", "duties", "partnership"}
MONTHS = {
    "sv": "januari februari mars april maj juni juli augusti september oktober november december".split(),
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split(),
}
# Laws and standards are called by numbers, and a printed source has its year.
NAMES_WITH_NUMBERS = re.compile(r"\b\d{4}:\d+\b|\b[Aa]rt\. ?\d+|\b(?:n|nr|Nr)\.? ?\d+/\d{4}|\b(?:ISO|EN|IEC|RFC)[ /-]?\d[\d.:-]*|\b\d{2,4}/\d{2,4}(?:/(?:EG|EU|CE|UE))?\b|\b(?:L|D\.L|D\.Lgs|n)\. ?\d+/\d{4}")
NUMBER = re.compile(r"(?<![\w.,])\+?\d{4,}|\b\d{1,3}(?:[. \u00a0\u202f]\d{3})+\b|\+\d{2}[ \d-]{5,}")


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_a_page_is_the_same_in_three_languages(key):
    found = TEXTS[key]
    assert set(found) == set(LANGUAGES)
    wanted = structure(found["sv"])
    for language in ("de", "it"):
        assert structure(found[language]) == wanted, language


@pytest.mark.parametrize("key", sorted(key for key in WRITTEN if key.split("/")[0] in GUIDES and not key.endswith("/index")))
def test_a_guide_can_be_read_in_one_go(key):
    for text in TEXTS[key].values():
        assert 300 <= text.length <= 980, f"{text.language}: {text.length} words"


@pytest.mark.parametrize("key", sorted(key for key in WRITTEN if key.startswith("principles/") and not key.endswith(("index", "before-you-start"))))
def test_a_principle_is_short(key):
    for text in TEXTS[key].values():
        assert 150 <= text.length <= 340, f"{text.language}: {text.length} words"


def days_of_the_data():
    """Every day that stands in the data of the examples, in the long form of each language and as machines write it."""
    found = set()
    for file in (CONTENT / "projects").rglob("*.yaml"):
        found |= {date.fromisoformat(text) for text in re.findall(r"\b20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d)\b", file.read_text("utf-8"))}
    return found


def names_of_the_data():
    """What roles, processes, milestones, risks and indicators of the examples are called, and the addresses of their channels."""
    found = set()
    for file in (CONTENT / "projects").rglob("*.yaml"):
        if file.stem in ("milestones", "channels", "kpis"):
            for record in yaml.safe_load(file.read_text("utf-8")) or []:
                texts = [record.get(field) for field in ("name", "title", "address")]
                found |= {value for text in texts if text for value in (text.values() if isinstance(text, dict) else [text])}
    # One word is a word of the language, too.
    return {name for name in found if len(str(name).split()) > 2 or "@" in str(name) or str(name).startswith("+")}


def test_no_value_of_the_examples_is_typed_into_prose():
    days, names = days_of_the_data(), names_of_the_data()
    assert len(days) > 200 and len(names) > 60
    written = []
    for found in WRITTEN.values():
        for text in found.values():
            words = NAMES_WITH_NUMBERS.sub(" ", text.words)
            long = {f"{day.day}{'.' if text.language == 'de' else ''} {MONTHS[text.language][day.month - 1]}" for day in days}
            dates = [form for form in long if re.search(rf"\b{re.escape(form)}\b", words)]
            written += [(text.key, text.language, what) for what in [*dates, *NUMBER.findall(words), *(name for name in names if str(name) in words)]]
    assert written == []


def test_no_sentence_is_another_text_s():
    """No run of eight words of the texts that the playbook goes back to; a quotation that names its source aside."""
    folder = shared("sources")
    if not folder:
        pytest.skip("the source texts do not lie beside the project")
    foreign = set().union(*(runs(file.read_text("utf-8"), 8) for file in folder.glob("*.txt")))
    assert len(foreign) > 3000
    found = []
    for key, languages in TEXTS.items():
        for text in languages.values():
            own = "\n".join(line for line in text.words.split("\n") if not line.lstrip().startswith(">"))
            found += [(key, text.language, " ".join(run)) for run in runs(own, 8) & foreign]
    assert found == []


# MARK: What readers get

@pytest.fixture(scope="module")
def output(tmp_path_factory):
    folder = tmp_path_factory.mktemp("playbook")
    result = build(ROOT, folder)
    assert result.code == 0, result.stderr
    return editions(folder)


def test_no_edition_shows_a_page_in_another_language(output):
    for folder in output.values():
        for page in folder.rglob("index.html"):
            language = page.relative_to(folder).parts[0]
            if language in LANGUAGES:
                assert not re.search(r"<h1\b[^>]* lang=", page.read_text("utf-8")), page


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_is_carried(output, language):
    topics = yaml.safe_load((CONTENT / "topics.yaml").read_text("utf-8"))
    page = next(page for page in (output["wiki"] / language).rglob("index.html") if 'id="concordance_' in page.read_text("utf-8"))
    rows = re.findall(r'<tr id="concordance_([a-z0-9-]+)">(.*?)</tr>', page.read_text("utf-8"), re.S)
    assert [row for row, _ in rows] == [topic["id"] for topic in topics]
    for (_, row), topic in zip(rows, topics):
        name, pages, records, components = re.findall(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", row, re.S)
        assert topic["ref"] in name and "<a href=" in pages, topic["ref"]
        for address in re.findall(r'href="([^"]+)"', pages):
            assert (page.parent / address).is_file(), address


def test_the_topics_are_those_of_the_domain():
    design = shared("design/domain.md")
    if not design:
        pytest.skip("the description of the domain does not lie beside the project")
    rows = re.findall(r"^\| (S\d\.\d+) \|", design.read_text("utf-8"), re.M)
    topics = yaml.safe_load((CONTENT / "topics.yaml").read_text("utf-8"))
    assert [topic["ref"] for topic in topics] == rows and len(rows) == 49


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_glossary_has_every_term_once(output, language):
    terms = yaml.safe_load((CONTENT / "glossary.yaml").read_text("utf-8"))
    assert len(terms) > 140 and all(set(term["term"]) == set(term["definition"]) == set(LANGUAGES) for term in terms)
    page = next(page for page in (output["wiki"] / language).rglob("index.html") if 'id="glossary_' in page.read_text("utf-8"))
    assert sorted(re.findall(r'id="glossary_([a-z0-9-]+)"', page.read_text("utf-8"))) == sorted(term["id"] for term in terms)


# MARK: How customers' pages read

def paragraphs(file):
    """The sentences of a page's text: of its paragraphs and list items, not of tables, headings and navigation."""
    main = re.search(r"<main\b.*?</main>", file.read_text("utf-8"), re.S)[0]
    return [unescape(re.sub(r"<[^>]+>", "", inner)) for _, inner in re.findall(r"<(p|li)\b[^>]*>(.*?)</\1>", main, re.S)]


def sentences_and_words(text):
    sentences = [part for part in re.split(r"(?<=[.!?:])\s+|\n+", text) if re.search(r"\w", part)]
    return len(sentences), re.findall(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*", text)


def gulpease(text):
    """Of 100, how easily an Italian text reads (Lucisano and Piemontese, 1988): 89 + (300 · sentences − 10 · letters) / words."""
    sentences, words = sentences_and_words(text)
    return 89 + (300 * sentences - 10 * sum(len(re.sub(r"\W", "", word)) for word in words)) / len(words)


def lix(text):
    """Words in a sentence and long words in a hundred (Björnsson, 1968)."""
    sentences, words = sentences_and_words(text)
    return len(words) / sentences + 100 * sum(len(word) > 6 for word in words) / len(words)


@pytest.mark.parametrize("language, measure, holds", [
    ("it", gulpease, lambda value: value >= 60), ("sv", lix, lambda value: value <= 40), ("de", lix, lambda value: value <= 45)])
def test_customers_read_it_easily(output, language, measure, holds):
    for file in (output["customers"] / language).rglob("index.html"):
        text = "\n".join(paragraphs(file))
        if len(text.split()) > 60:
            assert holds(measure(text)), (file, measure(text))
