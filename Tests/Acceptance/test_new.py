"""Things to begin with: pages, records, notices, projects and languages, each in a real site, each checked afterwards."""
import re

import pytest
import yaml

from harness import ROOT, built, messages, run, tree, write_site

TODAY = {"SOURCE_DATE_EPOCH": "1767225600"}  # 2026-01-01
PROJECT = "content/projects/transition"


@pytest.fixture
def site(tmp_path):
    assert run(["init", tmp_path / "site", "--minimal"], env=TODAY).code == 0
    for collection in "roles waves milestones".split():
        adopted = run(["adopt", collection, "--site", tmp_path / "site"], env=TODAY)
        assert adopted.code == 0 or "is there already" in adopted.stderr or "of its own" in adopted.stderr
    return tmp_path / "site"


def new(site, *words):
    return run(["new", *words, "--site", site], env=TODAY)


def written(site, *words):
    """What was printed as written, below the site; insists on success."""
    said = new(site, *words)
    assert said.code == 0, said.stderr
    return [line.removeprefix(f"{site}/") for line in said.stdout.splitlines()], said.stderr


def findings(site):
    checked = run(["check", "--site", site], env=TODAY)
    return {(message.severity, message.rule, message.places[0][0]) for message in messages(checked.stderr)}


def errors(site):
    return {finding for finding in findings(site) if finding[0] == "error"}


@pytest.mark.parametrize("words, stem, title, texts", [
    (("page", "steps/price-list"), "content/steps/price-list", "Price list", ("dati del progetto", "projektets data", "Projektdaten")),
    (("section", "guides"), "content/guides/index", "Guides", ("della sezione", "avsnittets", "Abschnitts")),
    (("faq", "customers"), "content/customers", None, ("un reclamo", "ett klagomål", "eine Beschwerde"))])
def test_a_page_is_there_in_every_language(site, tmp_path, words, stem, title, texts):
    before = findings(site)
    files, said = written(site, *words)
    assert files == [f"{stem}.{language}.md" for language in ("it", "sv", "de")]
    assert said == "next:\n" + "".join(f"  {file}:2: the title and the text; then delete line 3, status: draft\n" for file in files)
    for file, language, known in zip(files, ("it", "sv", "de"), ("Domande e risposte", "Frågor och svar", "Fragen und Antworten")):
        head = (site / file).read_text().split("---\n")[1]
        assert yaml.safe_load(head) == {"title": title or known, "status": "draft"} | ({} if language == "it" else {"source": "it"})
    assert findings(site) == before
    output = built(site, tmp_path / "out", env=TODAY)
    for language, text in zip(("it", "sv", "de"), texts):
        address = f"{language}/{stem.removeprefix('content/').removesuffix('index').rstrip('/')}/index.html"
        assert text.lower() in (output / "team" / address).read_text().lower() and not (output / "wiki" / address).exists(), "a draft is the team's"


def test_questions_are_the_same_in_every_language(site):
    files, _ = written(site, "faq", "customers")
    for file in files:
        assert re.findall(r"\?? \{#([a-z-]+)\}", (site / file).read_text()) == ["who-answers", "what-changes", "complaints"]


def test_a_project_has_six_lines_and_a_plan(site, tmp_path):
    files, said = written(site, "project", "norway-2027")
    folder = "content/projects/norway-2027"
    assert files == [f"{folder}/project.yaml", *(f"{folder}/index.{language}.md" for language in ("it", "sv", "de"))]
    assert said == f"next:\n  {folder}/project.yaml:2: your six lines: name, type, parties, days of go-live\n"
    assert list(yaml.safe_load((site / files[0]).read_text())) == ["name", "type", "client", "outgoing", "incoming", "goLive"]
    assert not errors(site)
    page = (built(site, tmp_path / "out", env=TODAY) / "team/sv/projects/norway-2027/index.html").read_text()
    assert "<h1>Norway 2027</h1>" in page and "Driftstart: Tyskland" in page


def test_a_notice_is_a_draft_in_every_language_with_the_days_of_the_project(site):
    files, said = written(site, "notice", "new-number", "--project", "transition")
    assert files == [f"{PROJECT}/notices/new-number.yaml"]
    text = (site / files[0]).read_text()
    notice = yaml.safe_load(text)
    assert notice["id"] == "new-number" and notice["type"] == "channel-change" and notice["draft"] is True
    for field in "title summary whatChanges whatStays whatToDo whatInstead verify".split():
        assert set(notice[field]) == {"it", "sv", "de"}, field
    assert [(day["market"], str(day["announce"]), str(day["from"]), day["gate"]) for day in notice["effective"]] == [
        ("IT", "2026-06-08", "2026-07-06", "gate-w1"), ("SE", "2026-06-29", "2026-07-27", "gate-w2"),
        ("DE", "2026-07-20", "2026-08-17", "gate-w3")]
    lines = text.splitlines()
    places = re.findall(r"^  \S+\.yaml:(\d+): (.*)$", said, re.M)
    gaps = [(number, words) for number, words in places if "TO" + "DO" in words]
    assert len(gaps) == 18 and all(lines[int(number) - 1].strip(" -") == words for number, words in gaps)
    assert lines[int(places[-1][0]) - 1] == "draft: true" and places[-1][1] == "delete draft: true when it is approved"
    assert not errors(site)


def test_a_notice_names_only_what_there_is(tmp_path):
    assert run(["init", tmp_path, "--minimal"], env=TODAY).code == 0
    files, said = written(tmp_path, "notice", "maintenance-june")
    notice = yaml.safe_load((tmp_path / files[0]).read_text())
    assert notice["type"] == "maintenance" and "modeBy" not in notice and not any("gate" in day for day in notice["effective"])
    assert "note: 3 notices were proposed, and none is proposed beside one of your own" in said
    assert not errors(tmp_path)


@pytest.mark.parametrize("ids, title, expected", [
    (["r12", "r13"], "Hiring is late", "r14"), (["k01", "k02", "k09"], "Service", "k10"), (["w1", "w3", "spare"], "x y", "w4"),
    (["r01-data", "r02-people"], "Città lontane!", "r03-citta-lontane"), (["lead", "sponsor"], "Prüfer und Köche", "prufer-und-koche"),
    (["t-plan", "t-test"], "Sign off", "t-sign-off"), (["lead", "sign-off"], "Sign off", "sign-off-2"), ([], "Anything", "r1")])
def test_the_next_id_keeps_the_pattern(site, ids, title, expected):
    write_site(site, {f"{PROJECT}/risks.yaml": "".join(f"- {{ id: {name}, title: T, owner: tl }}\n" for name in ids)})
    written(site, "risk", title)
    assert yaml.safe_load((site / PROJECT / "risks.yaml").read_text())[-1] == {"id": expected, "title": title, "owner": "spo"}


def test_a_record_says_what_is_still_missing(site):
    files, said = written(site, "risk", "Le assunzioni ritardano")
    assert files == [f"{PROJECT}/risks.yaml"]
    assert (site / files[0]).read_text().splitlines()[:5] == [
        "- id: r1", '  title: "Le assunzioni ritardano"', "  owner: spo",
        "  # owner is only a beginning. The role that watches it. (the id of a record in roles)",
        "  # category: What it is about. (one of data-migration, knowledge, delay, culture, service, people, legal, security, commercial, "
        "customer, scope, technology)"]
    assert said.splitlines()[1] == (
        f"  {PROJECT}/risks.yaml:1: risk r1: look at owner; add category, probability, impact, trigger, response, mitigation, contingency")
    assert said.splitlines()[2].startswith("  note: 13 risks were proposed, and none is proposed beside one of your own")


@pytest.mark.parametrize("before", [
    b"# mine\n- { id: r13, title: Old, owner: tl }  # kept\n", b"- id: r13\n  title: Old\n  owner: tl",
    b"- id: r13\r\n  title: Old\r\n  owner: tl\r\n", b"\xef\xbb\xbf- { id: r13, title: Old, owner: tl }\n", b"  - { id: r13, title: Old, owner: tl }\n\n\n",
    b"- id: r13\n  title: Old\n  owner: tl\n  mitigation: |\n    One.\n\n    Two.\n", b"# only a comment\n"])
def test_what_stood_there_before_does_not_change(site, before):
    path = site / PROJECT / "risks.yaml"
    write_site(site, {f"{PROJECT}/risks.yaml": before})
    _, said = written(site, "risk", "Una parola: «due»")
    after = path.read_bytes()
    assert after.startswith(before) and len(after) > len(before)
    assert b"\r\n" in before or b"\r" not in after
    assert after.count(b"\n") == after.count(b"\r\n") or b"\r\n" not in before
    records = yaml.safe_load(after.decode("utf-8-sig"))
    assert records[-1] == {"id": "r14" if len(records) == 2 else "r1", "title": "Una parola: «due»", "owner": "spo"}
    line = int(re.search(r"risks\.yaml:(\d+): risk", said)[1])
    assert after.decode("utf-8-sig").splitlines()[line - 1].strip().startswith("- id: r1")
    assert not errors(site)


@pytest.mark.parametrize("files, words, message", [
    ({f"{PROJECT}/risks.csv": "id;title;owner\nr1;Old;tl\n"}, ("risk", "New"), "the risks of transition are a table, content/projects/transition/risks.csv: add a row there"),
    ({f"{PROJECT}/kpis.xlsx": b"PK\x03\x04"}, ("kpi", "New"), "the kpis of transition are a table, content/projects/transition/kpis.xlsx"),
    ({f"{PROJECT}/risks.yaml": "[{ id: r1, title: Old, owner: tl }]\n"}, ("risk", "New"), "is not a list with a line - for each record"),
    ({f"{PROJECT}/scope.yaml": "channels: []\n"}, ("scope", "New"), "scope.yaml is there already and holds one scope"),
    ({}, ("runbook", "New"), 'there is no "runbook" to make: there is'), ({}, ("rsik", "New"), 'did you mean "risk"?'),
    ({}, ("milestnoes", "New"), 'did you mean "milestones"?'), ({}, ("pgae", "x"), 'did you mean "page"?'),
    ({}, ("cohort", "x", "--project", "nobody"), 'there is no project "nobody"'),
    ({}, ("touchpoint", " "), "NAME says what the touchpoint is called"), ({}, ("training-plan", "x"), 'there is no "training-plan" to make'),
    ({}, ("kt-session", "x"), 'there is no "kt-session"'), ({}, ("ktSession", "x"), 'there is no "ktSession"'),
    ({}, ("sla", "x"), "a sla names a kpi (kpi: The indicator.), and transition has no kpis yet; nothing was written. First: staffetta new kpi"),
    ({}, ("page", "../x"), "cannot name a page"), ({}, ("page", "Big"), "cannot name a page"), ({}, ("project", "Big"), "cannot name a project"),
    ({}, ("project", "transition"), "is there already"), ({}, ("notice", "Big"), "cannot name a notice"),
    ({}, ("page", "index"), "is there already"), ({"content/x.de.md": "---\ntitle: X\n---\nText.\n"}, ("page", "x"), "content/x.de.md is there already"),
    ({}, ("language", "it"), "it is a language of the site already"), ({}, ("language", "French"), "is not a language's code")])
def test_what_cannot_be_made_is_said_and_nothing_is_written(site, files, words, message):
    write_site(site, files)
    before = tree(site)
    said = new(site, *words)
    assert said.code == 64 and message in said.stderr, said.stderr
    assert tree(site) == before and said.stdout == ""


def test_a_record_that_check_would_refuse_is_not_written(site):
    before = tree(site)
    said = new(site, "waiver", "V999")
    assert said.code == 1 and 'error[waiver]: there is no rule "V999"' in said.stderr and "1 error: nothing was written" in said.stderr
    assert tree(site) == before


SINGLE = {"scope", "steeringModel"}
COLLECTIONS = sorted({
    "accessItems", "answers", "assets", "changeLog", "channels", "cohorts", "commsItems", "competences", "contracts", "correctiveActions",
    "costItems", "dataAssets", "decisionGuide", "decisions", "deliverables", "escalationLevels", "faqs", "forecasts", "forums", "handoverPacks",
    "impacts", "iterations", "kpis", "ktSessions", "ktSources", "legalItems", "lessons", "milestones", "objectives", "openItems",
    "partnershipCriteria", "people", "phases", "pilots", "processes", "providers", "qualityFrameworks", "raci", "readiness",
    "relationshipHealth", "risks", "roles", "runbookSteps", "slas", "staffTransfers", "stakeholders", "tasks", "tenders", "topics", "touchpoints",
    "trainings", "values", "waivers", "waves"} | SINGLE)
# What is named by an id of another record, or by a value that only some texts are.
NAMES = {"waivers": "V72", "forecasts": "2026-09"}


def test_the_table_is_whole(site, tmp_path):
    """`notices` and `project` have tests of their own; the site and its glossary are no records of a project."""
    assert run(["schema", "--out", tmp_path / "schemas"]).code == 0
    names = {path.stem for path in (tmp_path / "schemas").iterdir()}
    assert names - {"site", "glossary", "project", "notices"} == set(COLLECTIONS)


@pytest.fixture
def grown(site):
    """With one record of each kind that others cannot do without."""
    for words in (("process", "Orders"), ("kpi", "Service level"), ("question", "criteria")):
        written(site, *words)
    return site


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_collection_gets_a_record_that_check_takes(grown, collection):
    path = grown / PROJECT / f"{collection}.yaml"
    before = path.read_bytes() if path.exists() else b""
    known = errors(grown)
    assert not known
    files, said = written(grown, collection, NAMES.get(collection, "Una prova"))
    assert files == [f"{PROJECT}/{collection}.yaml"] and path.read_bytes().startswith(before)
    assert errors(grown) == known
    place = re.search(r"^  (\S+):(\d+): ", said, re.M)
    assert place and place[1] == files[0]
    line = path.read_text().splitlines()[int(place[2]) - 1]
    assert line.startswith("- id: ") if collection not in SINGLE else not line.startswith("-")
    assert NAMES.get(collection, "Una prova") in path.read_bytes()[len(before):].decode()


def test_in_an_agreed_plan_a_record_is_proposed_first(tmp_path):
    assert run(["init", tmp_path / "site", "--example", "--minimal"]).code == 0
    path = tmp_path / "site/content/projects/nordhem-casa/risks.yaml"
    before = path.read_text()
    said = run(["new", "risk", "Ein neues Risiko", "--project", "nordhem-casa", "--site", tmp_path / "site"])
    assert said.code == 0 and said.stderr.endswith("contingency; delete proposed: true when it is agreed\n")
    record = yaml.safe_load(path.read_text())[-1]
    assert record == {"id": "r16-ein-neues-risiko", "title": "Ein neues Risiko", "owner": "spo", "proposed": True}
    checked = run(["check", "--site", tmp_path / "site"])
    assert checked.code == 0 and 'warning[incomplete]: "r16-ein-neues-risiko" is not complete' in checked.stderr
    path.write_text(path.read_text().replace("  proposed: true\n", ""))
    assert 'error[incomplete]: "r16-ein-neues-risiko"' in run(["check", "--site", tmp_path / "site"]).stderr
    assert path.read_text().startswith(before)


def test_a_language_is_added_with_every_page_as_a_draft(site, tmp_path):
    config = site / "content/site.yaml"
    before, pages = config.read_text(), sorted(path.relative_to(site) for path in site.rglob("*.it.md"))
    files, said = written(site, "language", "fr")
    drafts = sorted(str(path).replace(".it.md", ".fr.md") for path in pages)
    assert files == ["content/site.yaml", *drafts, "templates/languages/fr.yaml"] and drafts
    assert config.read_text() == before.replace("[it, sv, de]", "[it, sv, de, fr]") != before
    home = (site / "content/index.fr.md").read_text()
    assert home == (site / "content/index.it.md").read_text().replace('consegne"\n---', 'consegne"\nsource: it\nstatus: draft\n---')
    texts = (site / "templates/languages/fr.yaml").read_text()
    assert texts.startswith('# Français. Every text is still in "it" and is to be translated; ')
    carried = (ROOT / "templates/languages/it.yaml").read_text()
    loaded, source = yaml.safe_load(texts), yaml.safe_load(carried)
    assert (loaded["code"], loaded["name"], loaded["collation"]) == ("fr", "Français", "fr") and loaded["strings"] == source["strings"]
    assert said.splitlines() == [
        "next:", "  templates/languages/fr.yaml:1: the texts of the interface, dates, plurals, lists and quotes",
        "  content/site.yaml:2: the site's name in fr", "  content/index.fr.md:4: translate, then delete status: draft; so with 2 pages in all"]
    assert not errors(site)
    output = built(site, tmp_path / "out", env=TODAY)
    wiki, team = ((output / edition / "fr/index.html").read_text() for edition in ("wiki", "team"))
    assert 'lang="it"' in wiki, "everybody but the team reads the original, marked as such"
    assert 'lang="it"' not in team.split("<main")[1], "the team sees the draft"


@pytest.mark.parametrize("before, after", [
    ("languages: [it, sv]  # two\n", "languages: [it, sv, nb]  # two\n"), ("languages: [ it ]\n", "languages: [ it, nb ]\n"),
    ("languages:\n  - it # first\n  - sv # second\n", "languages:\n  - it # first\n  - sv # second\n  - nb\n"),
    ("languages:\n- it\n", "languages:\n- it\n- nb\n"), ('languages: ["it", \'sv\']\r\n', 'languages: ["it", \'sv\', nb]\r\n'),
    ("languages:\r\n  - it\r\n", "languages:\r\n  - it\r\n  - nb\r\n")])
def test_only_the_code_is_added_to_the_configuration(tmp_path, before, after):
    rest = "# A name.\nname: { it: Sito, nb: Sted }\n%ssourceLanguage: it\ntimezone: Europe/Rome\neditions: { team: { audience: team, url: \"https://team.example\" } }\n"
    write_site(tmp_path, {"content/site.yaml": (rest % before).encode(), "content/index.it.md": "---\ntitle: Qui\naudience: team\nstatus: approved\nowner: tl\nreviewBy: 2030-01-01\n---\n\nTesto.\n"})
    _, said = written(tmp_path, "language", "nb")
    assert (tmp_path / "content/site.yaml").read_bytes().decode() == rest % after
    assert (tmp_path / "content/index.nb.md").read_text() == "---\ntitle: Qui\naudience: team\nowner: tl\nreviewBy: 2030-01-01\nsource: it\nstatus: draft\n---\n\nTesto.\n"
    assert "site's name" not in said
    assert run(["check", "--site", tmp_path, "--strict"], env=TODAY).code == 0


def test_a_language_that_the_program_knows_needs_no_texts(tmp_path):
    assert run(["init", tmp_path, "--minimal", "--languages", "sv"], env=TODAY).code == 0
    files, _ = written(tmp_path, "language", "de")
    assert files == ["content/site.yaml", "content/index.de.md", f"{PROJECT}/index.de.md"]


def test_pages_of_a_site_in_other_languages_are_drafts(site):
    written(site, "language", "fr")
    written(site, "page", "prices")
    french = (site / "content/prices.fr.md").read_text()
    assert yaml.safe_load(french.split("---\n")[1]) == {"title": "Prices", "status": "draft", "source": "it"}
    written(site, "project", "suisse")
    plan = yaml.safe_load((site / "content/projects/suisse/index.fr.md").read_text().split("---\n")[1])
    assert plan["source"] == "it" and plan["status"] == "draft" and not errors(site)


def test_new_files_name_their_schema_where_there_are_schemas(tmp_path):
    assert run(["init", tmp_path / "site"], env=TODAY).code == 0
    files, said = written(tmp_path / "site", "risk", "Una prova")
    assert (tmp_path / "site" / files[0]).read_text().splitlines()[0] == "# yaml-language-server: $schema=../../../.schemas/risks.json"
    assert f"{files[0]}:2: risk r1" in said
    notice, _ = written(tmp_path / "site", "notice", "n1")
    assert (tmp_path / "site" / notice[0]).read_text().splitlines()[0] == "# yaml-language-server: $schema=../../../../.schemas/notices.json"


def test_every_kind_is_in_the_help():
    text = " ".join(run(["new", "--help"]).stdout.split())
    for kind in ("page, section, faq, project, notice or language", "access-item", "knowledge-transfer-session", "wave"):
        assert kind in text
