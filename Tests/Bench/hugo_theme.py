"""The Hugo templates of the benchmark: what a Staffetta page shows, done the way a Hugo user would do it."""

CONFIG = """\
baseURL = "https://wiki.example/"
title = "Benchmark"
defaultContentLanguage = "it"
defaultContentLanguageInSubdir = true
disableKinds = ["RSS"]
[taxonomies]
tag = "tags"
[languages.it]
contentDir = "content/it"
weight = 1
label = "Italiano"
[languages.sv]
contentDir = "content/sv"
weight = 2
label = "Svenska"
[languages.de]
contentDir = "content/de"
weight = 3
label = "Deutsch"
"""

BASE = """\
<!doctype html>
<html lang="{{ site.Language.Lang }}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} – {{ site.Title }}</title>
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">
{{ end }}<link rel="stylesheet" href="/style.css">
</head>
<body>
<a href="#main">Skip</a>
<header>
<nav aria-label="Language"><ul>{{ range .AllTranslations }}<li><a href="{{ .RelPermalink }}" hreflang="{{ .Language.Lang }}" lang="{{ .Language.Lang }}">{{ .Language.Label }}</a></li>{{ end }}</ul></nav>
<nav aria-label="Breadcrumb"><ol>{{ range .Ancestors.Reverse }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}<li aria-current="page">{{ .Title }}</li></ol></nav>
</header>
<aside><nav aria-label="Section"><ul>{{ with .CurrentSection }}{{ range .RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}{{ end }}</ul></nav></aside>
<main id="main"><h1>{{ .Title }}</h1>
{{ block "main" . }}{{ end }}</main>
<footer>{{ with .PrevInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}<p>{{ .Date.Format "2006-01-02" }}</p></footer>
</body>
</html>
"""

SINGLE = '{{ define "main" }}{{ .TableOfContents }}{{ .Content }}<ul>{{ range .Params.tags }}<li>{{ . }}</li>{{ end }}</ul>{{ end }}'
LIST = '{{ define "main" }}{{ .Content }}<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}'


def table(heads, rows):
    """A short code that prints one collection of the page's project."""
    top = "".join(f'<th scope="col">{head}</th>' for head in heads)
    return ("{{ $project := index hugo.Data.projects .Page.Params.project }}{{ $language := site.Language.Lang }}"
            f"<table><thead><tr>{top}</tr></thead><tbody>{rows}</tbody></table>")


MILESTONES = table(("Id", "Name", "Phase", "Planned"), """{{ range $project.milestones }}<tr><td>{{ .id }}</td><td>{{ index .name $language }}</td><td>{{ .phase }}</td>\
<td>{{ .planned | time.Format ":date_long" }}</td></tr>{{ end }}""")
RISKS = table(("Risk", "P", "I", "Score", "Mitigation"), """{{ range sort $project.risks "impact" "desc" }}<tr><td>{{ index .title $language }}</td><td>{{ .probability }}</td>\
<td>{{ .impact }}</td><td>{{ mul .probability .impact }}</td><td>{{ index .mitigation $language }}</td></tr>{{ end }}""")
KPIS = table(("KPI", "Target", "Last", "Trend"), """{{ range $project.kpis }}<tr><td>{{ index .name $language }}</td><td>{{ .target }}</td><td>{{ (index (last 1 .measurements) 0).value }}</td>\
<td><svg width="120" height="24" role="img" aria-label="Trend"><polyline fill="none" stroke="#1f6feb" points="{{ range $i, $m := .measurements }}{{ mul $i 10 }},{{ sub 100 $m.value | mul 0.5 }} {{ end }}"/></svg></td></tr>{{ end }}""")

FILES = {
    "hugo.toml": CONFIG,
    "layouts/_default/baseof.html": BASE,
    "layouts/_default/single.html": SINGLE,
    "layouts/_default/list.html": LIST,
    "layouts/shortcodes/milestones.html": MILESTONES,
    "layouts/shortcodes/risks.html": RISKS,
    "layouts/shortcodes/kpis.html": KPIS,
}
