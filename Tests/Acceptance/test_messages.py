"""Every message of the program is said in four languages; what is missing, dead or differently parametrised is found."""
import json
import re

import pytest
import yaml

import message_patterns
from harness import ROOT, run, write_site

LANGUAGES = ["it", "sv", "de"]
PATTERNS = message_patterns.all_patterns()
SITE = {
    "content/site.yaml": "name: Test\nlanguages: [sv]\nsourceLanguage: sv\ntimezone: Europe/Stockholm\neditions:\n  team: { audience: team, url: \"https://t.example\" }\n",
    "content/index.sv.md": "---\ntitle: Hem\n---\n\n[[nowhere]]\n",
}


def translations(language):
    return yaml.safe_load((ROOT / f"templates/messages/messages-{language}.yaml").read_text())


def placeholders(text):
    return sorted(set(re.findall(r"\{\d\}", text)))


def test_the_patterns_are_read_from_the_source():
    assert len(PATTERNS) > 600
    assert PATTERNS['there is no page "{1}"'] and PATTERNS["did you mean \"{1}\"?"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_has_its_text(language):
    texts = translations(language)
    assert not {words: places for words, places in PATTERNS.items() if words not in texts}
    assert not [words for words, text in texts.items() if not str(text).strip()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_have_the_same_values(language):
    wrong = {words: text for words, text in translations(language).items() if placeholders(words) != placeholders(text)}
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_for_a_message_that_is_gone(language):
    written = {message_patterns.pattern(pieces) for file in message_patterns.SOURCES.rglob("*.swift")
               for _, _, pieces in message_patterns.nested(file.read_text())}
    assert not [words for words in translations(language) if words not in written]


@pytest.fixture
def site(tmp_path):
    return write_site(tmp_path / "site", SITE)


@pytest.mark.parametrize("options, environment, label, message, hint", [
    ([], {"LANG": "it_IT.UTF-8"}, "errore[link]", "non c’è nessuna pagina «nowhere»", None),
    ([], {"LC_ALL": "sv_SE.UTF-8", "LANG": "it_IT.UTF-8"}, "fel[link]", None, None),
    ([], {"LC_MESSAGES": "de_DE", "LANG": "C"}, "Fehler[link]", None, "\n  Regel: "),
    (["--language", "en"], {"LANG": "de_DE.UTF-8"}, "error[link]", 'there is no page "nowhere"', "\n  rule: "),
    ([], {"LANG": "fr_FR.UTF-8"}, "error[link]", 'there is no page "nowhere"', None),
    ([], {}, "error[link]", 'there is no page "nowhere"', None),
])
def test_the_language_is_the_environments_unless_asked(site, options, environment, label, message, hint):
    said = run(["check", "--site", site, *options], env=environment)
    assert said.code == 1 and label in said.stderr
    assert (message or "") in said.stderr and (hint or "") in said.stderr


def test_machines_get_english_unless_asked(site):
    found = json.loads(run(["check", "--site", site, "--format", "json"], env={"LANG": "it_IT.UTF-8"}).stdout)
    assert any("there is no page" in f["message"] for f in found)
    asked = json.loads(run(["check", "--site", site, "--format", "json", "--language", "it"]).stdout)
    assert any("nessuna pagina" in f["message"] for f in asked)


def test_a_language_without_messages_is_refused(site):
    said = run(["check", "--site", site, "--language", "fr"])
    assert said.code == 64 and "there are no messages in fr; there are en, it, sv, de" in said.stderr
