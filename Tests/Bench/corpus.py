"""Writes one trilingual corpus as a Hugo site or as a Staffetta site, so that both do the same job: corpus.py OUT PROJECTS DOCS hugo|staffetta"""
import random
import sys
from datetime import date, timedelta
from pathlib import Path

import hugo_theme

VOCABULARY = {
    "it": "avviso cambio città cliente consegna contratto così data fase fornitore giorno già incontro linea lista messaggio mese metà numero orario ora parte passo perché piano più processo prova qualità regola riunione servizio squadra tappa telefono tempo turno ufficio verifica".split(),
    "sv": "avtal ändring överenskommelse åtgärd besked dag del fas fråga förberedelse granskning kund kvalitet lag leverantör linje lista lösning möte månad nummer område plan process prov regel samtal steg svar säsong telefon test tid timme utbildning vecka växel ärende öppettid".split(),
    "de": "Abgabe Änderung Anruf Antwort Aufgabe Bericht Dienst Ergebnis Frage Fristen Führung Gespräch Hinweis Kunde Leistung Leitung Liste Lösung Maßnahme Monat Nummer Öffnung Plan Prüfung Qualität Regel Schritt Schulung Stelle Stunde Tag Termin Übergang Vertrag Vorgang Wechsel Woche Zeit Ziel".split(),
}
LANGUAGES = list(VOCABULARY)
PROJECT = {"it": "Progetto", "sv": "Projekt", "de": "Projekt"}
NAMES = {"phase": ("Fase", "Fas", "Phase"), "milestone": ("Tappa", "Milstolpe", "Meilenstein"), "kpi": ("Indicatore", "Nyckeltal", "Kennzahl"), "role": ("Guida", "Ledare", "Leitung")}
KINDS = ("plan", "transfer", "test", "stabilise")
START = date(2026, 1, 5)
COMPONENTS = {"staffetta": ("::milestone-list", "::risk-register", "::scorecard"), "hugo": ("{{< milestones >}}", "{{< risks >}}", "{{< kpis >}}")}


def words(chance, language, count):
    return " ".join(chance.choices(VOCABULARY[language], k=count))


def sentence(chance, language, count):
    """A sentence with one strong and one emphasised word."""
    made = chance.choices(VOCABULARY[language], k=count)
    strong, emphasised = chance.sample(range(1, count), 2)
    made[strong], made[emphasised] = f"**{made[strong]}**", f"*{made[emphasised]}*"
    return made[0].capitalize() + " " + " ".join(made[1:]) + "."


def chapter(chance, language, number, address):
    """A heading, three paragraphs, a list, a quotation, a link and code: a sixth of a page."""
    steps = [f"{i}. {sentence(chance, language, 10)}" for i in range(1, 5)]
    return [f"## {words(chance, language, 4).capitalize()} {number}", *(sentence(chance, language, 28) for _ in range(3)), "\n".join(steps),
            f"> {sentence(chance, language, 15)}", f"{sentence(chance, language, 8)} [link]({address}/{number}) `code {number}`."]


def document(chance, language, tool, address):
    """About 7 kB of Markdown with the project's three tables merged into it."""
    parts = []
    for number in range(6):
        parts += chapter(chance, language, number, address)
        parts += [COMPONENTS[tool][number // 2]] if number % 2 else []
    return "\n\n".join(parts) + "\n"


def localized(make):
    return "{" + ", ".join(f'{language}: "{make(i, language)}"' for i, language in enumerate(LANGUAGES)) + "}"


def named(what, number):
    return localized(lambda i, _: f"{NAMES[what][i]} {number}")


def spoken(chance, count):
    return localized(lambda _, language: words(chance, language, count))


def records(chance):
    """The project's data: collection → one line of YAML per record, the same lines for both tools."""
    day = lambda number: START + timedelta(days=number)
    values = lambda: ", ".join(f'{{period: "2025-{month:02}", value: {chance.randint(60, 100)}}}' for month in range(1, 13))
    return {
        "roles": [f"- {{id: pm, title: {named('role', 1)}, party: client}}"],
        "phases": [f"- {{id: ph{i}, name: {named('phase', i)}, kind: {kind}, start: {day(40 * i)}, end: {day(40 * i + 39)}}}" for i, kind in enumerate(KINDS)],
        "milestones": [f"- {{id: m{i}, phase: ph{i // 3}, name: {named('milestone', i)}, planned: {day(i // 3 * 40 + i % 3 * 12 + 6)}}}" for i in range(12)],
        "risks": [f"- {{id: r{i}, title: {spoken(chance, 3)}, description: {spoken(chance, 8)}, category: knowledge, probability: {chance.randint(1, 5)}, impact: {chance.randint(1, 5)}, "
                  f"trigger: {spoken(chance, 4)}, response: reduce, mitigation: {spoken(chance, 8)}, contingency: {spoken(chance, 6)}, owner: pm, status: open}}" for i in range(15)],
        "kpis": [f"- {{id: k{i}, name: {named('kpi', i)}, definition: {spoken(chance, 8)}, kind: lagging, unit: \"%\", direction: higher, target: {chance.randint(70, 99)}, "
                 f"frequency: monthly, owner: pm, party: provider, measurements: [{values()}]}}" for i in range(12)],
    }


def front_matter(tool, language, title, order=None, tags=(), project=None):
    lines = [f'title: "{title}"']
    if tool == "staffetta":
        lines += ["audience: team"] + (["source: it"] if language != "it" else [])
    elif project:
        lines.append(f"project: {project}")
    if order:
        lines += [f"{'order' if tool == 'staffetta' else 'weight'}: {order}", f"date: 2026-01-{order + 9}", f"tags: [{', '.join(tags)}]"]
    return "---\n" + "\n".join(lines) + "\n---\n\n"


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def page_path(out, tool, key, language):
    if tool == "staffetta":
        return out / f"content/{key}.{language}.md"
    return out / f"content/{language}/{key.removesuffix('index')}{'_index' if key.endswith('index') else ''}.md"


def write_project(out, number, documents, tool):
    identity, chance = f"p{number:05}", random.Random(number)
    data = records(chance)
    if tool == "hugo":
        write(out / f"data/projects/{identity}.yaml", "".join(f"{name}:\n" + "".join(f"  {line}\n" for line in lines) for name, lines in data.items()))
    else:
        for name, lines in data.items():
            write(out / f"content/projects/{identity}/{name}.yaml", "\n".join(lines) + "\n")
        write(out / f"content/projects/{identity}/project.yaml", project_file(identity, number))
    for language in LANGUAGES:
        write(page_path(out, tool, f"projects/{identity}/index", language), front_matter(tool, language, f"{PROJECT[language]} {number}", project=identity) + sentence(chance, language, 30) + "\n")
        for order in range(1, documents + 1):
            title = f"{PROJECT[language]} {number} {words(chance, language, 3)} {order}"
            top = front_matter(tool, language, title, order, (f"t{number % 50}", f"s{order}"), identity)
            write(page_path(out, tool, f"projects/{identity}/doc{order}", language), top + document(chance, language, tool, f"https://example.org/{number}/{order}"))


def project_file(identity, number):
    name = localized(lambda _, language: f"{PROJECT[language]} {number}")
    return (f"id: {identity}\nname: {name}\ntype: partner-change\nmarkets: [{{country: SE, languages: [sv]}}]\nlanguages: [it, sv, de]\nsourceLanguage: it\n"
            'timezone: Europe/Rome\ndataDate: 2026-01-31\ncurrency: EUR\nstart: 2026-01-05\nsponsor: pm\nlead: pm\nversion: "1.0"\n')


def write_corpus(out, projects, documents, tool):
    for number in range(projects):
        write_project(out, number, documents, tool)
    for language in LANGUAGES:
        for key, title in (("index", f"Home {language}"), ("projects/index", PROJECT[language])):
            write(page_path(out, tool, key, language), front_matter(tool, language, title))
    if tool == "hugo":
        for name, text in hugo_theme.FILES.items():
            write(out / name, text)
    else:
        write(out / "content/site.yaml", 'name: {it: "Prova", sv: "Prov", de: "Probe"}\nlanguages: [it, sv, de]\nsourceLanguage: it\nasOf: 2026-02-01\n'
              'timezone: Europe/Rome\neditions:\n  wiki: {audience: team, url: "https://wiki.example"}\n')


if __name__ == "__main__":
    if len(sys.argv) != 5 or sys.argv[4] not in COMPONENTS:
        sys.exit(__doc__)
    write_corpus(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
