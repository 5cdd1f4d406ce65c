"""The small trilingual sites that the outside tests build: files as a mapping from path to text."""
LANGUAGES = ("it", "sv", "de")
AUDIENCES = ("public", "partner", "internal", "team", "restricted")
EDITIONS = {"customers": "public", "nova": "partner", "staff": "internal", "wiki": "team", "board": "restricted"}
NAMES = {
    "home": ("Passaggio di consegne", "Överlämning", "Übergabe"),
    "guide": ("Guida", "Vägledning", "Leitfaden"),
    "start": ("Come cambia l’assistenza", "Så ändras kundtjänsten", "So ändert sich der Service"),
    "after": ("Che cosa resta", "Vad som består", "Was bleibt"),
    "projects": ("Progetti", "Projekt", "Projekte"),
    "alfa": ("Progetto Alfa", "Projekt Alfa", "Projekt Alfa"),
    "plan": ("Il piano", "Planen", "Der Plan"),
    "risks": ("Rischi e misure", "Risker och åtgärder", "Risiken und Maßnahmen"),
}
SENTENCE = {
    "it": "Perché **così**: il fornitore *uscente* consegna, l’entrante riceve.",
    "sv": "Därför: den *avgående* leverantören **överlämnar**, den nya tar emot.",
    "de": "Deshalb: der *bisherige* Dienstleister **übergibt**, der neue übernimmt.",
}
HEADING = {"it": "I passi", "sv": "Stegen", "de": "Die Schritte"}
MORE = {"it": "Città e perché", "sv": "Åtgärder i Örebro", "de": "Größe und Maß"}

RECORDS = {
    "project.yaml": """\
id: alfa
name: {it: "Progetto Alfa", sv: "Projekt Alfa", de: "Projekt Alfa"}
type: partner-change
incoming: nova
markets: [{country: SE, languages: [sv]}]
languages: [it, sv, de]
sourceLanguage: it
timezone: Europe/Rome
dataDate: 2026-01-31
currency: EUR
start: 2026-01-05
sponsor: pm
lead: pm
version: "1.0"
""",
    "providers.yaml": '- {id: nova, side: incoming, legalName: "Nova AB", informedOn: 2025-12-01}\n',
    "roles.yaml": '- {id: pm, title: {it: "Responsabile", sv: "Ansvarig", de: "Leitung"}, party: client}\n',
    "phases.yaml": """\
- {id: prepare, name: {it: "Preparare", sv: "Förbereda", de: "Vorbereiten"}, kind: plan, start: 2026-01-05, end: 2026-02-13}
- {id: hand-over, name: {it: "Consegnare", sv: "Överlämna", de: "Übergeben"}, kind: transfer, start: 2026-02-14, end: 2026-03-25}
""",
    "milestones.yaml": """\
- {id: m1, phase: prepare, name: {it: "Piano pronto", sv: "Planen klar", de: "Plan steht"}, planned: 2026-01-20}
- {id: m2, phase: hand-over, name: {it: "Conoscenza trasferita", sv: "Kunskapen överförd", de: "Wissen übertragen"}, planned: 2026-03-20}
""",
    "risks.yaml": """\
- id: r1
  title: {it: "Conoscenza persa", sv: "Förlorad kunskap", de: "Verlorenes Wissen"}
  description: {it: "Chi sa va via", sv: "Den som vet slutar", de: "Wer es weiß, geht"}
  category: knowledge
  probability: 4
  impact: 3
  trigger: {it: "Due dimissioni", sv: "Två uppsägningar", de: "Zwei Kündigungen"}
  response: reduce
  mitigation: {it: "Affiancamento", sv: "Medlyssning", de: "Begleitung"}
  contingency: {it: "Sovrapposizione", sv: "Överlappning", de: "Überlappung"}
  owner: pm
  status: open
""",
    "kpis.yaml": """\
- id: k1
  name: {it: "Raggiungibilità", sv: "Tillgänglighet", de: "Erreichbarkeit"}
  definition: {it: "Risposte entro 30 secondi", sv: "Svar inom 30 sekunder", de: "Antworten binnen 30 Sekunden"}
  kind: lagging
  unit: "%"
  direction: higher
  target: 80
  frequency: monthly
  owner: pm
  party: provider
  measurements: [{period: "2025-11", value: 71}, {period: "2025-12", value: 76}, {period: "2026-01", value: 79}]
""",
}
PUBLIC_BODY = """\
{sentence}

## {heading} {{#steps}}

1. {sentence}
2. {sentence}

| A | B |
|---|--:|
| å | 1 |
| ß | 2 |

### {more}

> {sentence}

[{heading}](#steps) · [example](https://example.org/) · {link}
"""


def page(title, language, body="", audience="team", more=""):
    """One Markdown page; every language but Italian is a translation."""
    source = "" if language == "it" else "source: it\n"
    return f'---\ntitle: "{title}"\n{source}audience: {audience}\n{more}---\n\n{body}\n'


def in_every_language(key, name, body, audience="team", more=""):
    """The page `key` in all languages; `body` is a function of the language."""
    return {f"content/{key}.{language}.md": page(NAMES[name][i], language, body(language), audience, more)
            for i, language in enumerate(LANGUAGES)}


def public_body(link):
    return lambda language: PUBLIC_BODY.format(sentence=SENTENCE[language], heading=HEADING[language], more=MORE[language], link=link)


# What such small data could have beside is no matter of the tests that write it; the tests of the rules ask for it.
UNASKED = "rules: {" + ", ".join(f"{rule}: off" for rule in "incomplete next-step V09 V11 V13 V16 V31 V71 V72".split()) + "}"


def site_file(editions):
    lines = ['name: {it: "Consegne", sv: "Överlämning", de: "Übergabe"}', "languages: [it, sv, de]", "sourceLanguage: it",
             "asOf: 2026-02-01", "timezone: Europe/Rome", "editions:"]
    for name in editions:
        partner = ", partner: nova" if EDITIONS[name] == "partner" else ""
        lines.append(f'  {name}: {{audience: {EDITIONS[name]}{partner}, url: "https://{name}.example/x/y"}}')
    return "\n".join(lines + [UNASKED]) + "\n"


def project():
    return {f"content/projects/alfa/{name}": text for name, text in RECORDS.items()}


def trilingual(editions=tuple(EDITIONS)):
    """Eight pages in three languages and a project with phases, milestones, risks and KPIs."""
    plain = lambda language: SENTENCE[language]
    return {
        "content/site.yaml": site_file(editions), **project(),
        **in_every_language("index", "home", plain, "public"),
        **in_every_language("guide/index", "guide", plain, "public"),
        **in_every_language("guide/start", "start", public_body("[[after]]"), "public", "order: 1\ntags: [alpha, beta]\n"),
        **in_every_language("guide/after", "after", public_body("[[start]]"), "public", "order: 2\ntags: [beta]\n"),
        **in_every_language("projects/index", "projects", plain),
        **in_every_language("projects/alfa/index", "alfa", plain),
        **in_every_language("projects/alfa/plan", "plan", lambda l: f"## {HEADING[l]}\n\n{SENTENCE[l]}\n\n::milestone-list\n\n::scorecard\n", more="order: 1\ntags: [alpha]\n"),
        **in_every_language("projects/alfa/risks", "risks", lambda l: f"{SENTENCE[l]}\n\n## {MORE[l]}\n\n::risk-register\n\n[[plan]]\n", more="order: 2\n"),
    }
