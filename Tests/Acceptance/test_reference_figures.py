"""The figures of the shipped project Nordhem Casa, read off its components on three days, are those of the scenario.

What the scenario says stands here as numbers; sums, scores, shares and states are computed from them once more."""
import csv
import functools
import io
from datetime import date

import pytest

from harness import ROOT, run

DAYS = ["2025-10-15", "2026-03-16", "2026-11-22"]

# The KPIs of the scenario by month from September 2025 on: name, direction, target, critical limit, values.
MONTHLY = [
    ("Servicelevel 80/30", "up", 80, 72, [70, 69, 58, 55, 63, 71, 66, 64, 72, 79, 82, 83, 82, 81]),
    ("Abbruchquote", "down", 5.0, 8, [8.9, 9.1, 13.2, 14.0, 10.8, 8.6, 10.2, 10.6, 7.8, 5.6, 4.7, 4.4, 4.6, 4.9]),
    ("E-Mails innerhalb von 24 Stunden beantwortet", "up", 90, 80, [76, 75, 62, 58, 66, 77, 70, 68, 80, 88, 92, 93, 92, 91]),
    ("Chat innerhalb von 60 Sekunden angenommen", "up", 85, 75, [72, 72, 64, 61, 68, 73, 70, 69, 79, 84, 87, 88, 87, 86]),
    ("Erstlösungsquote", "up", 75, 68, [66, 66, 64, 63, 65, 66, 62, 63, 68, 72, 75, 76, 76, 77]),
    ("Kundenzufriedenheit", "up", 4.2, 3.8, [3.7, 3.7, 3.5, 3.4, 3.6, 3.7, 3.5, 3.5, 3.8, 4.0, 4.2, 4.2, 4.2, 4.3]),
    ("Qualitätsscore", "up", 88, 82, [78, 77, 75, 74, 76, 78, 76, 79, 83, 86, 88, 89, 89, 90]),
    ("Prognosegenauigkeit", "up", 93, 88, [89, 88, 85, 86, 87, 90, 88, 89, 92, 93, 94, 94, 94, 93]),
    ("Fluktuation pro Monat", "down", 2.5, 4, [4.1, 4.4, 4.9, 5.3, 4.6, 4.0, 3.2, 3.0, 2.8, 2.4, 2.3, 2.2, 2.3, 2.4]),
    ("Beschwerden je 1.000 Kontakte", "down", 4.0, 6, [6.6, 6.7, 7.9, 8.4, 7.4, 6.5, 7.2, 7.0, 5.6, 4.6, 4.0, 3.8, 3.7, 3.9]),
    ("Durchschnittliche Bearbeitungszeit", "range", (370, 400), 430, [421, 423, 431, 436, 428, 420, 452, 447, 421, 404, 397, 394, 392, 391]),
]
MONTHS = ["September 2025", "Oktober 2025", "November 2025", "Dezember 2025", "Januar 2026", "Februar 2026", "März 2026", "April 2026", "Mai 2026",
          "Juni 2026", "Juli 2026", "August 2026", "September 2026", "Oktober 2026"]
LAST = {"2025-10-15": 0, "2026-03-16": 5, "2026-11-22": 13}
AGREED = {"Servicelevel 80/30", "E-Mails innerhalb von 24 Stunden beantwortet", "Erstlösungsquote", "Kundenzufriedenheit", "Qualitätsscore"}


@functools.cache
def tables(*words, day="2026-03-16"):
    """The tables of a component, as a reader of the board's edition gets them: lists of rows, the head first."""
    said = run(["show", *words, "--site", ROOT, "--project", "nordhem-casa", "--edition", "board", "--language", "de", "--format", "csv", "--as-of", day])
    assert said.code == 0, said.stderr
    return [list(csv.reader(io.StringIO(text), delimiter=";")) for text in said.stdout.replace("\u00a0", " ").split("\ufeff")[1:]]


def number(text):
    return float(text.strip("'+ ").replace("%", "").replace("Pp.", "").replace(" s", "").replace(",", ".").strip())


def judged(value, direction, target, critical):
    if direction == "range":
        return "Erreicht" if target[0] <= value <= target[1] else "Kritisch" if value >= critical else "Verfehlt"
    better = (lambda a, b: a >= b) if direction == "up" else (lambda a, b: a <= b)
    return "Erreicht" if better(value, target) else "Kritisch" if value == critical or not better(value, critical) else "Verfehlt"


@pytest.mark.parametrize("day", DAYS)
def test_the_scorecard(day):
    rows = {row[0]: row for row in tables("scorecard", day=day)[0][1:]}
    for name, direction, target, critical, values in MONTHLY:
        value = values[LAST[day]]
        _, _, last, period, _, status, deviation, *_ = rows[name]
        assert (number(last), period) == (value, MONTHS[LAST[day]]), name
        ends = (2025 * 12 + 8 + LAST[day])
        is_suspended = name in AGREED and ends < 2026 * 12 + 5  # until 26 June 2026: all months before it
        assert status == ("Ausgesetzt" if is_suspended else judged(value, direction, target, critical)), name
        if direction != "range":
            assert number(deviation) == pytest.approx(value - target), name
        elif value > target[1]:
            assert number(deviation) == pytest.approx(value - target[1]), name


def test_the_business_case():
    rows = {row[0]: row for row in tables("business-case")[0][1:]}
    outgoing = 35_200 * 40.50 + 30_800 * 34.00 + 22_000 * 26.50
    incoming = 33_200 * 38.00 + 29_050 * 32.00 + 20_750 * 25.00
    gross = outgoing - incoming + 96_000 + 18_000 * 4.50
    steering = 264_000 - 149_000
    once = (118_000 + 60 * 120 * 22 + 142_000 + 64_000 + 87_000 + 46_000 + 12_500) * 1.1
    assert (gross, gross - steering, once) == (522_850, 407_850, pytest.approx(690_690))
    wanted = {
        "Bruttoersparnis im Jahr": gross, "Mehrkosten der Steuerung im Jahr": steering, "Nettoersparnis im Jahr": gross - steering,
        "davon zahlungswirksam": gross - steering - 81_000, "Einmalige Kosten": once,
        "Amortisation ohne Steuerungskosten": round(12 * once / gross, 1), "Amortisation": round(12 * once / (gross - steering), 1),
        "Amortisation, nur zahlungswirksam": round(12 * once / (gross - steering - 81_000), 1),
        "Kosten je Kontakt, bisher": 5.50, "Kosten je Kontakt, künftig": 4.96,
    }
    assert {name: number(rows[name][1]) for name in wanted} == pytest.approx(wanted)
    assert wanted["Amortisation"] == 20.3 and "9,7 %" in rows["Mehrkosten der Steuerung im Jahr"][2]


def test_the_tender():
    weights = [20, 20, 15, 20, 10, 10, 5]
    scores = {"Svarsund": [4, 5, 4, 3, 4, 4, 5], "Rheinruf Service GmbH": [4, 4, 4, 2, 4, 5, 4], "Alba Dialogo S.r.l.": [3, 3, 3, 5, 4, 3, 3],
              "Ponteluna Servizi S.r.l.": [2, 3, 3, 4, 3, 3, 2]}
    head, *rows = tables("vendor-evaluation")[0]
    assert [number(row[1]) for row in rows[:7]] == weights
    columns = {name: [row[at] for row in rows] for at, name in enumerate(head)}
    for rank, (name, own) in enumerate(scores.items(), start=1):
        total = sum(weight * score for weight, score in zip(weights, own)) / 100
        assert [number(cell) for cell in columns[name][:8]] == [*own, pytest.approx(total)] and columns[name][8] == str(rank)
    # The weight of the price at which Alba wins: the others keep their shares of what is left.
    rest = {name: sum(w * s for at, (w, s) in enumerate(zip(weights, own)) if at != 3) / 80 for name, own in scores.items()}
    ours, alba = "Svarsund", "Alba Dialogo S.r.l."
    even = (rest[ours] - rest[alba]) / (rest[ours] - rest[alba] + scores[alba][3] - scores[ours][3])
    assert round(100 * even, 1) == 37.3
    said = run(["show", "vendor-evaluation", "--site", ROOT, "--project", "nordhem-casa", "--edition", "board", "--language", "de", "--format", "text"])
    assert "37,3" in said.stdout
    at_forty = {row[0]: number(row[3]) for row in tables("vendor-evaluation")[1][1:5]}
    assert (at_forty[ours], at_forty[alba]) == (3.79, 3.88)


def test_the_seasons():
    volumes = [58, 42, 44, 44, 46, 45, 40, 44, 48, 52, 66, 71]
    rows = tables("seasonality")[0][1:13]
    assert [number(row[1]) for row in rows] == [1000 * volume for volume in volumes]
    assert [number(row[2]) for row in rows] == [round(volume / 50, 2) for volume in volumes] and sum(volumes) == 600
    needed = [number(row[1]) for row in tables("seasonality")[1][1:13]]
    assert (needed[2], needed[6], needed[11]) == (58.0, 52.7, 93.5)


# Planned and actual days of the milestones that differ, and those of the waves.
LATE = {"Transitionsplan verabschiedet": ("2025-10-24", "2025-10-29", "5"), "Wissensdatenbank eingefroren": ("2026-01-23", "2026-01-27", "4"),
        "Abnahmetest und Zugänge abgenommen": ("2026-02-13", "2026-02-16", "3")}
LIVE = {"Welle 1: Schweden": "2026-03-02", "Welle 2: Deutschland": "2026-03-23", "Welle 3: Italien": "2026-04-13"}


@pytest.mark.parametrize("day, reached, following", [
    ("2025-10-15", 4, "Transitionsplan verabschiedet"), ("2026-03-16", 12, "Go/No-Go Welle 2, Deutschland"), ("2026-11-22", 22, None),
])
def test_the_milestones(day, reached, following):
    head, *rows = tables("milestone-list", day=day)[0]
    place = {title: at for at, title in enumerate(head)}
    done = [row for row in rows if row[place["Status"]] == "Erreicht"]
    assert len(rows) == 22 and len(done) == reached
    assert [row[0] for row in rows if row[place["Status"]] == "Als Nächstes"] == ([following] if following else [])
    for name, (planned, actual, deviation) in LATE.items():
        row = next(row for row in rows if row[0] == name)
        if actual <= day:
            assert (row[place["Geplant"]], row[place["Tatsächlich"]], row[place["± Tage"]]) == (planned, actual, deviation)
        else:
            assert row[place["Geplant"]] == planned and actual not in row
    for row in done:
        assert date.fromisoformat(row[place["Tatsächlich"]]) <= date.fromisoformat(day)


@pytest.mark.parametrize("day, states", [
    ("2025-10-15", ["Bevorstehend"] * 3), ("2026-03-16", ["Hypercare", "Bevorstehend", "Bevorstehend"]), ("2026-11-22", None),
])
def test_the_waves(day, states):
    rows = tables("waves", day=day)[0][1:]
    assert {row[0]: row[2] for row in rows} == LIVE
    assert states is None and all(row[1] not in ("Bevorstehend", "Hypercare") for row in rows) or [row[1] for row in rows] == states


def test_the_risks():
    scores = [tuple(int(part) for part in row[1].replace("=", "×").split("×")) for row in tables("risk-register")[0][1:]]
    assert all(p * i == score for p, i, score in scores)
    assert [score for *_, score in scores][:5] == [20, 16, 16, 12, 12] and [s for *_, s in scores] == sorted((s for *_, s in scores), reverse=True)


def test_the_stakeholders():
    power = {"Second Level": (3, 4), "Kunden": (3, 3), "Zustelldienste": (3, 3), "Beschäftigte in den Filialen": (2, 3), "Verwaltungsrat": (1, 5)}
    rows = {row[0]: row[3] for row in tables("stakeholder-gap")[0][1:]}
    assert len(rows) == 11 and {name: rows[name] for name in power} == {name: str(gap * weight) for name, (gap, weight) in power.items()}


def test_the_first_go_no_go():
    head, first, *rows = tables("readiness", "gate=m10")[0]
    assert first[2:4] == ["9 von 10", "Go unter Bedingungen"] and [row[0] for row in rows if row[3] != "Erfüllt"] == ["Zertifizierte Servicekräfte, Schweden"]
    values = {row[0]: row[2] for row in rows}
    assert values["Zertifizierte Servicekräfte, Schweden"] == "92 %" and values["Richtige Antworten in den Wissenstests"] == "94 %"
