"""`staffetta report`: figures that stand on the page are computed here once more, from the data alone."""
import datetime
import html
import re
import xml.etree.ElementTree as ET

import pytest
import yaml

from harness import ROOT, build, run, tree, write_site

PROJECT = ROOT / "content/projects/nordhem-casa"
DAY = datetime.date(2026, 3, 16)
LANGUAGES = ("sv", "de", "it")
EDITIONS = ("svarsund", "ponteluna", "wiki", "team", "board")
ONE_OFF = ("one-off", "overlap", "exit", "contingency")
TODAY = {"SOURCE_DATE_EPOCH": "1767225600"}  # 2026-01-01


def data(name):
    return yaml.safe_load((PROJECT / f"{name}.yaml").read_text("utf-8"))


def report(output, *options, site=ROOT, project="nordhem-casa", **others):
    return run(["report", project, "--site", site, "--output", output, *options], **others)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports")
    result = report(folder, "--as-of", DAY)
    assert result.code == 0, result.stderr
    return folder


def page(folder, edition, language):
    return (folder / f"nordhem-casa.{edition}.{language}.html").read_text("utf-8")


def words(text):
    """The words that readers see, with plain spaces."""
    body = re.sub(r"<(style|metadata|desc)\b.*?</\1>", " ", text, flags=re.S)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", body)))


def rows(text, heading):
    """The cells of the table whose caption begins with the heading."""
    table = next(part for part in re.findall(r"<table>.*?</table>", text, re.S)
                 if re.search(rf"<caption><h2>{re.escape(heading)}", part))
    body = re.search(r"<tbody>(.*?)</tbody>", table, re.S)[1]
    return [[words(cell).strip() for cell in re.findall(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", row, re.S)]
            for row in re.findall(r"<tr\b.*?</tr>", body, re.S)]


def euros(amount, language):
    grouped = f"{amount:,}"
    return {"de": grouped.replace(",", "."), "it": grouped.replace(",", "."), "sv": grouped.replace(",", " ")}[language] + " €"


def happened(day, asof):
    return day is not None and day <= asof


def test_a_file_for_each_edition_and_language(folder):
    assert {path.name for path in folder.iterdir()} == {
        f"nordhem-casa.{edition}.{language}.html" for edition in EDITIONS for language in LANGUAGES}


@pytest.mark.parametrize("language, heading", [("sv", "Engångskostnader: plan och utfall"), ("de", "Einmalkosten: Plan und Ist"),
                                               ("it", "Costi una tantum: piano e consuntivo")])
@pytest.mark.parametrize("asof", [DAY, datetime.date(2026, 7, 31)])
def test_money_adds_up(tmp_path, language, heading, asof):
    assert report(tmp_path, "--as-of", asof, "--edition", "board", "--language", language).code == 0
    items = [item for item in data("costItems") if item["kind"] in ONE_OFF and not item["baseline"]]

    def total(items, key):
        known = [int(float(item[key])) for item in items if key in item and (key != "actual" or happened(item["actualOn"], asof))]
        return euros(sum(known), language) if known else "–"

    expected = [[total(group, key) for key in ("amount", "committed", "actual")]
                for group in [[i for i in items if i["kind"] == kind] for kind in ONE_OFF] + [items]]
    assert [row[1:] for row in rows(page(tmp_path, "board", language), heading)] == expected
    assert expected[-1][0] == euros(690_690, language)


@pytest.mark.parametrize("language, gate, distance, counts", [
    ("sv", "Nästa go/no-go", "om 2 dagar", "uppfyllda kriterier: {} av {}"), ("de", "Nächstes Go/No-Go", "in 2 Tagen", "{} von {} Kriterien erfüllt"),
    ("it", "Prossimo go/no-go", "tra 2 giorni", "criteri soddisfatti: {} su {}")])
def test_the_next_gate_and_its_criteria(folder, language, gate, distance, counts):
    milestone = min((m for m in data("milestones") if "gate" in m and not happened(m.get("actual"), DAY)), key=lambda m: m["planned"])
    items = [item for record in data("readiness") if record["gate"] == milestone["id"] for item in record["items"]]

    def is_met(item):
        if not happened(item.get("assessed"), DAY):
            return None
        if isinstance(item["threshold"], bool):
            return item["threshold"] == item["actual"]
        return item["actual"] <= item["threshold"] if item.get("direction") == "lower" else item["actual"] >= item["threshold"]

    assert milestone["id"] == "m10b" and (milestone["planned"] - DAY).days == 2
    text = page(folder, "team", language)
    assert f"{milestone['name'][language]} · " in words(text) and f" · {distance}" in words(text)
    met = [item for item in items if is_met(item)]
    assert 0 < len(met) < len(items) and counts.format(len(met), len(items)) in words(text)
    # What is open comes first, what must be before the rest.
    open_first = sorted(items, key=lambda item: ({False: 0, None: 1, True: 2}[is_met(item)], not item["must"]))
    shown = [row[0] for row in rows(text, gate)]
    assert len(shown) == 6
    for name, item in zip(shown, open_first):
        assert item["criterion"][language].startswith(name.removesuffix("…")), name


@pytest.mark.parametrize("language, heading", [("sv", "Största riskerna"), ("de", "Größte Risiken"), ("it", "Rischi principali")])
def test_the_top_risks_by_score(folder, language, heading):
    def is_open(risk):
        return not (risk.get("status") == "closed" and happened(risk.get("statusSince"), DAY))

    roles = {role["id"]: role["title"][language] for role in data("roles")}
    risks = sorted((r for r in data("risks") if is_open(r)), key=lambda r: -r["probability"] * r["impact"])
    expected = [(r["title"][language], f"{r['probability'] * r['impact']} → {r['residual']['p'] * r['residual']['i']}", roles[r["owner"]])
                for r in risks[:5]]
    shown = rows(page(folder, "team", language), heading)
    assert [(title, score, owner) for title, score, _, owner, _ in shown] == expected
    assert all(risk["mitigation"][language].startswith(row[4].removesuffix("…")) for risk, row in zip(risks, shown))


def test_each_edition_shows_what_its_readers_may_know(folder):
    risks, roles = data("risks"), {role["id"]: role["title"]["de"] for role in data("roles")}
    # What only somebody else may see: money, scores, decisions, the other provider's criteria.
    for edition in ("svarsund", "ponteluna", "wiki", "team"):
        text = words(page(folder, edition, "de"))
        assert "Einmalkosten" not in text and "690.690" not in text and "407.850" not in text and "€" not in text, edition
    for edition in ("svarsund", "ponteluna", "wiki"):
        text = words(page(folder, edition, "de"))
        assert "Erbetene Entscheidungen" not in text and "Risikowert" not in text and roles["spo"] not in text, edition
        for risk in risks:
            assert (risk["title"]["de"] in text) == (edition in risk.get("forParties", [])), (edition, risk["id"])
    for language in LANGUAGES:
        assert "Größte Risiken" in page(folder, "team", "de") and "Größte Risiken" not in page(folder, "wiki", "de")
        assert "Ponteluna" not in page(folder, "svarsund", language) and "Svarsund" not in page(folder, "ponteluna", language)


def test_it_asks_for_nothing_and_runs_nothing(folder):
    for path in folder.iterdir():
        text = path.read_text("utf-8")
        addresses = set(re.findall(r"[a-z]+://[^\s\"'<>)]+", text))
        assert addresses == {"http://www.w3.org/2000/svg"}, path.name
        assert not re.search(r"<script|<link|<img|<iframe|@import|url\(|\son\w+=|javascript:", text, re.I), path.name
        language = path.name.split(".")[-2]
        assert text.startswith(f'<!doctype html>\n<html lang="{language}"') and text.count("<h1>") == 1
        for table in re.findall(r"<table>.*?</table>", text, re.S):
            assert table.startswith("<table><caption><h2>") and 'scope="col"' in table and 'scope="row"' in table


def test_the_lights_say_their_colour_in_words(folder):
    for language, word in (("sv", "Gult"), ("de", "Gelb"), ("it", "Giallo")):
        text = page(folder, "board", language)
        assert f'<dd><span class="tone attention">{word}</span>' in text
        assert not re.search(r"[●▲◆]", text.split("</style>")[1]), "signs are the style sheet's"


def test_a_second_run_gives_the_same_bytes(folder, tmp_path):
    before = tree(folder)
    again = report(folder, "--as-of", DAY)
    assert again.code == 0 and tree(folder) == before


def test_other_files_are_never_replaced(tmp_path):
    mine = tmp_path / "nordhem-casa.team.de.html"
    mine.write_text("<p>Mein eigener Bericht</p>")
    result = report(tmp_path, "--edition", "team")
    assert result.code == 64 and "nordhem-casa.team.de.html was not made by this command and stays" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == [mine.name] and "eigener" in mine.read_text()


@pytest.mark.parametrize("options, message", [
    (["--edition", "tem"], 'there is no edition "tem": did you mean "team"?'),
    (["--language", "sw"], 'the site has no language "sw": did you mean "sv"?'),
    (["--svg", "timelin"], 'there is no drawing "timelin": did you mean "timeline"?'),
    (["--edition", "customers"], "customers is a public edition, and customers get no status report"),
])
def test_what_is_not_there_is_named(tmp_path, options, message):
    result = report(tmp_path / "out", *options)
    assert result.code == 64 and message in result.stderr and not (tmp_path / "out").exists()


def test_a_project_that_is_not_there_and_one_that_readers_do_not_see(tmp_path):
    result = report(tmp_path / "out", project="nordhem-cas")
    assert result.code == 64 and 'there is no project "nordhem-cas": did you mean "nordhem-casa"?' in result.stderr
    result = report(tmp_path / "out", "--edition", "svarsund", project="kreisel-technikteile")
    assert result.code == 64 and "readers of svarsund see nothing of kreisel-technikteile" in result.stderr
    assert not (tmp_path / "out").exists()


def test_an_error_of_the_site_stops_it(tmp_path):
    assert run(["init", tmp_path / "site", "--minimal"], env=TODAY).code == 0
    write_site(tmp_path / "site", {"content/projects/transition/risks.yaml": "- { id: r1, title: T, owner: nobody }\n"})
    result = report(tmp_path / "out", site=tmp_path / "site", project="transition", env=TODAY)
    assert result.code == 1 and "nothing was written" in result.stderr and "nobody" in result.stderr
    assert not (tmp_path / "out").exists()


def test_drawings_for_slides(tmp_path):
    assert report(tmp_path, "--edition", "team", "--language", "it", "--svg", "scorecard", "--as-of", DAY).code == 0
    assert report(tmp_path, "--edition", "team", "--svg", "timeline", "--as-of", DAY).code == 0
    measured = {kpi["id"] for kpi in data("kpis") if kpi.get("measurements")}
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {f"nordhem-casa.team.{kpi}.it.svg" for kpi in measured} | {f"nordhem-casa.team.timeline.{code}.svg" for code in LANGUAGES}
    for path in tmp_path.iterdir():
        root = ET.parse(path).getroot()
        assert root.tag == "{http://www.w3.org/2000/svg}svg" and root.get("role") == "img"
        texts = [root.find(f"{{http://www.w3.org/2000/svg}}{name}").text for name in ("title", "desc")]
        assert all(texts), path.name
        # Slides know no style sheet; every machine writes the same numbers.
        assert "<style" not in path.read_text() and "style=" not in path.read_text()
        numbers = [value for node in root.iter() for name, value in node.attrib.items() if name in ("x", "y", "x1", "y1", "x2", "y2", "width", "height")]
        assert numbers and all(re.fullmatch(r"-?\d+", value) for value in numbers), path.name
    card = "".join(ET.parse(tmp_path / "nordhem-casa.team.k01.it.svg").getroot().itertext())
    assert "Livello di servizio 80/30" in card and "71%" in card and "Valore obiettivo 80%" in card and "febbraio 2026" in card


@pytest.mark.parametrize("language, title, mark, asks", [
    ("it", "Stato avanzamento", "proposta", "da indicare: sponsor in project.yaml"),
    ("sv", "Lägesrapport", "förslag", "anges som sponsor i project.yaml"), ("de", "Statusbericht", "Vorschlag", "fehlt noch: sponsor in project.yaml")])
def test_six_lines_are_enough(tmp_path, language, title, mark, asks):
    site = tmp_path / "site"
    assert run(["init", site, "--minimal", "--languages", language], env=TODAY).code == 0
    result = report(tmp_path / "out", "--edition", "team", site=site, project="transition", env=TODAY)
    assert result.code == 0, result.stderr
    text = (tmp_path / f"out/transition.team.{language}.html").read_text("utf-8")
    assert f"<h1>{title}: " in text and text.count(f'<span class="proposed">{mark}</span></h2>') == 4 and asks in words(text)
    # Nobody has confirmed anything: nothing is green.
    assert 'class="tone open"' in text and "tone good" not in text.split("</style>")[1]
    assert build(site, tmp_path / "public", env=TODAY).code == 0
    shown = (tmp_path / f"public/team/{language}/projects/transition/index.html").read_text("utf-8")
    part = shown[shown.index('<section class="status">'):]
    assert f"<h2>{title}</h2>" in part
    # One code: what the page shows is what the report says, a heading lower.
    lower = text[text.index('<dl class="lights">'):text.index("</section>")].replace("h2>", "h3>")
    assert lower == part[part.index('<dl class="lights">'):part.index("</section>")]
