"""Mutations that make a sound record say what cannot be: days out of order, circles, sums, scores, plans with a hole in them."""
import datetime
import re

from corpus import MARK
from yaml_places import Change, added, appended, field, marked, operator, replaced, said, without

PAIRS = {"start": "end", "from": "to", "validFrom": "validTo", "grantedOn": "revokedOn"}
DAY = re.compile(r"\d{4}-\d\d-\d\d")
AS_OF = "2026-03-16"


def later(day, days):
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days)).isoformat()


def setting(project, path, text):
    """The changes of all values of a path to another text; `text` is a function of the value."""
    return (Change(file, [replaced(spot.value, text(spot.text), file)], group=path) for file, spot in project.scalars(path))


def deleting(project, path, where, holds=lambda record: True, severity=None):
    """The changes that take a field out of records for which `holds`; the finding stands at their field `where`, or at the record."""
    for file, spot in project.at(path):
        if spot.holder is spot.record and holds(spot.record):
            edits = [marked(field(spot.record, where) if where else spot.record), without(file, spot)]
            yield Change(file, edits, group=path, severity=severity)


@operator("V07")
def first_and_last_day_swapped(project):
    for file, spot in project.spots():
        last = PAIRS.get(spot.name) and field(spot.holder, PAIRS[spot.name])
        if last and DAY.fullmatch(spot.text) and DAY.fullmatch(last.value) and spot.text < last.value:
            yield Change(file, [(spot.value.start_mark.index, file.end(spot.value), last.value), replaced(last, spot.text, file)], group=spot.path)


@operator("V05")
def record_waits_for_itself(project):
    for file, spot in project.at("milestones.dependsOn", "tasks.dependsOn"):
        if spot.key is not None:
            yield Change(file, [appended(file, spot.value, said(spot.record, "id"))], group=file.name)
    for collection, name in {"kpis": "parent", "processes": "parent", "decisions": "supersedes", "channels": "replaces", "notices": "supersedes"}.items():
        for file, record in project.records(collection):
            if field(record, name) is None:
                yield Change(file, [added(file, record, f"{name}: {MARK}{said(record, 'id')}")], group=collection)


@operator("V05")
def milestones_wait_for_each_other(project):
    for file, spot in project.scalars("milestones.dependsOn"):
        for other_file, other in project.at("milestones.dependsOn"):
            if other.key is not None and said(other.record, "id") == spot.text:
                yield Change(file, [appended(file, other.value, said(spot.record, "id"))], may_be_related=True)


@operator("V08", "complete")
def milestone_waits_for_a_later_one(project):
    days = {said(record, "id"): said(record, "planned") for _, record in project.records("milestones")}
    for file, spot in project.at("milestones.dependsOn"):
        if spot.key is not None:
            for other in (other for other, day in days.items() if day > said(spot.record, "planned")):
                yield Change(file, [appended(file, spot.value, other)])


@operator("V06", "complete")
def milestone_outside_its_phase(project):
    phases = {said(record, "id"): record for _, record in project.records("phases")}
    for file, spot in project.scalars("milestones.planned"):
        phase = phases[said(spot.record, "phase")]
        for day in (later(said(phase, "start"), -1), later(said(phase, "end"), 1)):
            yield Change(file, [replaced(spot.value, day, file)])


@operator("V06", "warning")
def task_outside_its_phase(project):
    phases = {said(record, "id"): record for _, record in project.records("phases")}
    for file, spot in project.scalars("tasks.start"):
        yield Change(file, [replaced(spot.value, later(said(phases[said(spot.record, "phase")], "start"), -3), file)])


@operator("V09", "warning")
def gap_before_a_phase(project):
    phases = project.records("phases")
    for (file, _), (_, record) in zip(phases, phases[1:]):
        start = field(record, "start")
        yield Change(file, [replaced(start, later(start.value, 7), file)])


@operator("V10")
def fact_after_the_data_date(project):
    for _, known in project.scalars("project.dataDate"):
        for path in ("milestones.actual", "deliverables.accepted", "tasks.actualEnd", "contracts.signed", "touchpoints.switched", "ktSessions.signedOff", "dataAssets.returned"):
            yield from setting(project, path, lambda _: later(known.text, 1))


@operator("V11", "warning")
def fact_deleted(project):
    for due, fact in {"milestones.planned": "actual", "tasks.end": "actualEnd", "deliverables.due": "accepted", "commsItems.when": "sent"}.items():
        collection, name = due.split(".")
        yield from deleting(project, f"{collection}.{fact}", name, lambda record: "" < said(record, name) < AS_OF)


@operator("V12", "complete")
def go_live_into_the_blackout(project):
    blackouts = [spot.record for _, spot in project.at("project.calendar.blackouts.from")]
    first = [spot.text for _, spot in project.scalars("project.calendar.blackouts.from", "project.calendar.blackouts.to")]
    for path in ("project.goLive.SE", "project.goLive.DE", "project.goLive.IT", "waves.goLive"):
        for day in first if blackouts else ():
            yield from setting(project, path, lambda _: day)


@operator("V13", "warning")
def day_on_a_weekend(project):
    for path in ("milestones.planned", "waves.goLive", "tasks.start", "tasks.end", "deliverables.due", "ktSessions.date", "commsItems.when"):
        yield from setting(project, path, lambda day: later(day, 5 - datetime.date.fromisoformat(day).weekday()))


@operator("V14", "complete")
def contract_signed_after_the_first_session(project):
    first = min(spot.text for _, spot in project.scalars("ktSessions.date"))
    incoming = [spot.text for _, spot in project.scalars("project.incoming")]
    is_insourcing = project.scalars("project.type")[0][1].text == "insourcing"
    for file, spot in project.scalars("contracts.signed"):
        if first < AS_OF and not is_insourcing and said(spot.record, "provider") in incoming and said(spot.record, "kind") in ("framework", "work-order", "dpa"):
            yield Change(file, [replaced(spot.value, later(first, 1), file)])


@operator("V15", "complete")
def hypercare_begins_late_or_not(project):
    yield from deleting(project, "waves.hypercare", "id")
    yield from setting(project, "waves.hypercare.from", lambda day: later(day, 1))


@operator("V17", "complete")
def second_accountable_role(project):
    return (Change(file, [replaced(spot.value, f"[{spot.text}, {'tl' if spot.text == 'spo' else 'spo'}]", file)]) for file, spot in project.scalars("raci.A"))


@operator("V17", "complete")
def nobody_accountable_or_doing(project):
    yield from deleting(project, "raci.A", "item")
    yield from deleting(project, "raci.R", "item")


@operator("V19", "complete")
def deliverable_without_criteria_or_row(project):
    yield from deleting(project, "deliverables.acceptanceCriteria", "title")
    ids = {said(record, "id"): (file, field(record, "id")) for file, record in project.records("deliverables")}
    for file, spot in project.scalars("raci.item"):
        if spot.text in ids:
            deliverable, own = ids[spot.text]
            yield Change(file, [(spot.value.start_mark.index, file.end(spot.value), '"Altro lavoro"')], (deliverable.place(own),))


@operator("V20", "complete", only_agreed=True)
def nobody_stands_in(project):
    accountable = {spot.text for _, spot in project.scalars("raci.A")}
    return deleting(project, "roles.backup", "id", lambda role: said(role, "id") in accountable)


@operator("V21", "complete", only_agreed=True)
def risk_without_a_plan(project):
    is_high = lambda risk: int(said(risk, "probability")) * int(said(risk, "impact")) >= 8
    yield from deleting(project, "risks.mitigation", None)
    yield from deleting(project, "risks.trigger", None, is_high)
    yield from deleting(project, "risks.contingency", None, is_high)


@operator("V22", "complete")
def residual_raised(project):
    for file, spot in project.at("risks.residual"):
        if int(said(spot.record, "probability")) * int(said(spot.record, "impact")) < 25:
            yield Change(file, [replaced(spot.value, "{ p: 5, i: 5 }", file)])


@operator("V24", "complete")
def critical_process_without_a_contingency(project):
    return deleting(project, "processes.contingency", "criticality", lambda process: said(process, "criticality") == "critical")


@operator("V25", "complete")
def process_handed_over_that_may_not_be(project):
    kept = [said(record, "id") for _, record in project.records("processes") if said(record, "outsourceable") == "none"]
    for file, spot in project.at("scope.inScope", "waves.processes"):
        if spot.key is not None:
            yield from (Change(file, [appended(file, spot.value, process)]) for process in kept)


@operator("V26", "complete", only_agreed=True)
def process_that_nobody_owns(project):
    yield from deleting(project, "processes.owner", "id")
    yield from deleting(project, "processes.interactions", "name")
