"""Days, numbers, currencies and scores: one form each, in order, within bounds; every other form is refused, none is guessed.

Not tried here, because no field of such a type exists: a time of day on a date (a time that the change to summer time skips
must be refused, one that occurs twice must name its choice), an amount with a currency of its own (a sum over two currencies
must be refused; what exists is the project's one currency), weights (they must add up to 100 %).
"""
import pytest

from corpus import HEAD, MARK, PAGE, accepts, case, changed, configured, data, front, refuses, shown, warns
from samples import RECORDS

DAY = "does not fit this field(.|\n)*YYYY-MM-DD"
NUMBER = "does not fit this field(.|\n)*with a point before decimals"
WHOLE = "does not fit this field(.|\n)*a whole number"
AGREED = RECORDS["project.yaml"] + "stage: live\n"


@pytest.mark.parametrize("day", [
    "2027-02-30", "2026-02-29", "2027-13-01", "2027-00-10", "2027-03-00", "29.02.2027", "3/4/2027", "2027/03/04", "2027-3-1", "27-03-01", "20270301",
    "2027-03-01T00:00", "'2027-03-01 '", "01-03-2027", "1 marzo 2027", "٢٠٢٧-٠٣-٠١", "12027-01-01", "-2027-01-01", "0000-01-01", "oggi"])
def test_a_day_has_one_form(live, day):
    refuses(live, front(f"title: Uno\nreviewBy: {MARK}{day}", DAY))
    refuses(live, changed("milestones", "2026-03-20", MARK + day, DAY))
    refuses(live, changed("project", "start:", f"goLive: {{SE: {MARK}{day}}}\nstart:", DAY))
    refuses(live, configured("asOf: 2026-02-01", f"asOf: {MARK}{day}", DAY))


@pytest.mark.parametrize("period", ["2026-00", "2026-13", "2026-Q5", "2026-W54", "2025-W53", "2026-q1", "2026", "gennaio"])
def test_a_period_has_four_forms(live, period):
    refuses(live, changed("kpis", '"2025-11"', f'{MARK}"{period}"', "does not fit this field(.|\n)*2026-03, 2026-Q1, 2026-W10 or a day"))


def test_leap_days_are_days(live):
    accepts(live, {PAGE: "---\ntitle: Uno\nreviewBy: 2028-02-29\n---\n\nTesto.\n"})


@pytest.mark.parametrize("wanted", [
    changed("phases", "start: 2026-01-05, end: 2026-02-13", f"end: {MARK}2026-01-04, start: {MARK}2026-01-05", "end 2026-01-04 lies before start 2026-01-05"),
    changed("project", "start: 2026-01-05", f"end: {MARK}2026-01-04\nstart: {MARK}2026-01-05", "end 2026-01-04 lies before start 2026-01-05"),
    changed("project", "start: 2026-01-05", f"start: 2026-01-05\ncalendar: {{blackouts: [{{to: {MARK}2026-01-01, from: {MARK}2026-01-02}}]}}", "to 2026-01-01 lies before from 2026-01-02"),
    changed("roles", "party: client", f"party: client, to: {MARK}2026-01-01, from: {MARK}2026-01-02", "to 2026-01-01 lies before from 2026-01-02"),
    case({data("channels"): f"- {{id: c1, kind: chat, market: SE, validTo: {MARK}2025-12-31, validFrom: {MARK}2026-01-01}}\n"}, "validTo 2025-12-31 lies before validFrom 2026-01-01"),
], ids=["phase", "project", "blackout", "role", "channel"])
def test_nothing_ends_before_it_begins(live, wanted):
    refuses(live, wanted)


def test_what_ends_on_its_first_day_is_in_order(live):
    accepts(live, {data("channels"): "- {id: c1, kind: chat, market: SE, validFrom: 2026-01-01, validTo: 2026-01-01}\n"})


OUTSIDE = {
    "before its phase": ("planned: 2026-03-20", "planned: {}2026-02-13", "phases", "start: 2026-02-14", "before the phase begins: 2026-02-14"),
    "after its phase": ("planned: 2026-01-20", "planned: {}2026-02-14", "phases", "end: 2026-02-13", "after the phase ends: 2026-02-13"),
    "before the project": ("phase: prepare, name", "name", "project", "start: 2026-01-05", "before the project begins: 2026-02-20"),
}


@pytest.mark.parametrize("name", OUTSIDE)
def test_a_milestone_lies_in_its_phase_and_project(live, name):
    """A plan that is being made may be out of joint: a warning. Once it is agreed, it is an error."""
    old, new, around, bound, words = OUTSIDE[name]
    records = {**{data(name): RECORDS[f"{name}.yaml"] for name in ("project", "phases", "milestones")}, data("project"): AGREED}
    records[data("milestones")] = records[data("milestones")].replace(old, new.format(MARK))
    field, day = bound.split()
    if around == "project":
        records[data("milestones")] = records[data("milestones")].replace("planned: 2026-01-20", f"planned: {MARK}2026-01-20")
        records[data("project")] = AGREED.replace(bound, f"{field} {MARK}2026-02-20")
    else:
        records[data(around)] = records[data(around)].replace(bound, f"{field} {MARK}{day}")
    wanted = case(records, f'milestone "m[12]" lies {words}')
    wanted = wanted._replace(places=sorted(wanted.places, key=lambda place: place[0] != data("milestones")))
    refuses(live, wanted)
    draft = {**wanted.files, data("project"): wanted.files[data("project")].replace(b"stage: live", b"stage: draft")}
    warns(live, wanted._replace(files=draft, severity="warning"))


@pytest.mark.parametrize("wanted", [
    front(f"title: Uno\nreviewBy: {MARK}2026-01-31", "the page was to be looked at again by 2026-01-31", severity="warning"),
    changed("milestones", "planned: 2026-01-20", f"planned: 2026-01-20, reviewBy: {MARK}2026-01-31", "the milestone was to be looked at again by 2026-01-31", severity="warning"),
], ids=["page", "record"])
def test_a_review_that_is_past_is_a_warning(live, wanted):
    warns(live, wanted)
    today = {path: data.replace(b"2026-01-31", b"2026-02-01") for path, data in wanted.files.items()}
    accepts(live, today)  # the day itself, which the sample speaks for, is in time


@pytest.mark.parametrize("number", [
    '"1.234,50"', '"1,234.50"', '"1,5"', "1 000", "1'000", "1_000", "12e999", "1e3", "NaN", ".nan", ".inf", "-.inf", "inf", "+5", "007", "-007", "00", ".5", "5.", "--1",
    "0x1F", "0o17", "−5", "٣", "½", "１", "80%", "€ 80", "1" + "0" * 30, "9223372036854775808", "9223372036854775807", "-9223372036854775808", "1000000001", "1.0123456789"])
def test_a_number_has_one_form(live, number):
    """Refused by all fields for numbers, with a component on a page that would compute with the value."""
    page = {"content/projects/alfa/case.it.md": HEAD + "::scorecard\n"}
    measured = changed("kpis", "value: 79", f"value: {MARK}{number}", NUMBER)
    refuses(live, measured._replace(files={**measured.files, **page}))
    refuses(live, changed("kpis", "target: 80", f"target: {MARK}{number}", NUMBER))
    refuses(live, changed("kpis", "target: 80", f"target: {{min: {MARK}{number}, max: 5}}", NUMBER))
    refuses(live, changed("roles", "party: client", f"party: client, allocation: {MARK}{number}", NUMBER))


@pytest.mark.parametrize("number, printed", [
    ("0", "0"), ("-0", "0"), ("-0.00", "0,00"), ("1.10", "1,10"), ("-0.5", "−0,5"), ("1000000000", "1.000.000.000"), ("-1000000000", "−1.000.000.000"), ("0.000000001", "0,000000001")])
def test_a_number_keeps_its_digits(live, number, printed):
    files = {data("kpis"): RECORDS["kpis.yaml"].replace("value: 79", f"value: {number}").replace("value: 71", "value: 1000000000").replace('"%"', "score")}
    page = "::scorecard\n\nUltimo: {{ kpis.k1.last }}.\n"
    output = accepts(live, {**files, "content/projects/alfa/case.it.md": HEAD + page})
    assert any(shown(output, f"Ultimo: {sign}.") for sign in (printed, printed.replace("−", "-")))


@pytest.mark.parametrize("number", ["0", "6", "-1", "3.0", "+3", "03", '"3,0"', "1e0", "three", "99999999999999999999", "0x3"])
def test_a_score_is_a_whole_number_in_its_scale(live, number):
    refuses(live, changed("risks", "probability: 4", f"probability: {MARK}{number}", f"{WHOLE} from 1 to 5"))
    refuses(live, changed("risks", "impact: 3", f"impact: {MARK}{number}", f"{WHOLE} from 1 to 5"))
    refuses(live, changed("risks", "status: open", f"residual: {{p: 1, i: {MARK}{number}}}", f"{WHOLE} from 1 to 5"))


@pytest.mark.parametrize("number", ["100.5", "-0.5", "101"])
def test_a_share_is_within_its_whole(live, number):
    refuses(live, changed("roles", "party: client", f"party: client, allocation: {MARK}{number}", "from 0 to 100"))


@pytest.mark.parametrize("number", ["100001", "-1", "1.5", "uno", "+1", "01"])
def test_an_order_is_a_whole_number(live, number):
    refuses(live, front(f"title: Uno\norder: {MARK}{number}", f"{WHOLE} from 0 to 100000"))


@pytest.mark.parametrize("code", ["EURO", "eur", "€", "ZZZ", "E R", "EÜR", "978", "no"])
def test_a_currency_is_one_of_the_standard(live, code):
    refuses(live, changed("project", "currency: EUR", f"currency: {MARK}{code}", "does not fit this field(.|\n)*ISO 4217"))
