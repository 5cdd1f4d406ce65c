"""Mutations of figures and duties: targets, measurements, weights, scores, costs, personal data, lines, what was accepted."""
from corpus import MARK
from mutations_of_plans import AS_OF, deleting, later, setting
from yaml_places import Change, added, field, marked, operator, replaced, said, without


@operator("V29", "complete")
def critical_on_the_good_side(project):
    for file, spot in project.scalars("kpis.critical"):
        target = float(said(spot.record, "target"))
        for worse in (0, 0.5):
            value = target + worse if said(spot.record, "direction") == "higher" else target - worse
            yield Change(file, [replaced(spot.value, f"{value:g}", file)])


@operator("V30")
def period_measured_twice(project):
    for file, record in project.records("kpis"):
        values = field(record, "measurements")
        for earlier, measurement in zip(values.value, values.value[1:]) if values else ():
            if all(said(earlier, name) == said(measurement, name) for name in ("market", "provider", "channel")):
                yield Change(file, [replaced(field(measurement, "period"), f'"{said(earlier, "period")}"', file)], group=said(record, "id"))


@operator("V30")
def value_that_its_unit_cannot_have(project):
    for file, spot in project.scalars("kpis.measurements.value"):
        unit = said(spot.record, "unit")
        if unit in ("%", "s", "count", "per-1000"):
            yield Change(file, [replaced(spot.value, "-1", file)], group=said(spot.record, "id"))
            if unit == "%":
                yield Change(file, [replaced(spot.value, "100.1", file)], group=said(spot.record, "id"))


@operator("V31", "warning")
def month_left_out(project):
    """Only of a plain series, and where the value after it was known on the day."""
    for file, record in project.records("kpis"):
        values = field(record, "measurements").value if field(record, "measurements") else []
        is_plain = all({key.value for key, _ in value.value} <= {"period", "value", "n", "comment"} and len(said(value, "period")) == 7 for value in values)
        for before, left, after in zip(values, values[1:], values[2:]) if is_plain else ():
            if said(before, "period") < said(left, "period") < said(after, "period") < AS_OF[:7]:
                cut = (file.end(before), file.end(left), "")
                yield Change(file, [cut, marked(field(after, "period"))], group=said(record, "id"))


@operator("V32", "complete")
def objective_without_a_measure(project):
    measured = {spot.text for _, spot in project.scalars("kpis.objective")}
    return deleting(project, "objectives.measure", "id", lambda objective: said(objective, "id") not in measured)


def weights(project, path):
    """The weights are marked at the first of them, whichever was changed: the others stand beside it in the message."""
    for file, spot in project.scalars(path):
        yield Change(file, [replaced(spot.value, f"{float(spot.text) + 2.5:g}", file)], may_be_related=True)


@operator("V33", "complete")
def weight_of_a_service_level_changed(project):
    return weights(project, "slas.weight")


@operator("V34", "complete")
def service_level_without_exclusions(project):
    yield from deleting(project, "slas.exclusions", "commitment")


@operator("V34", "complete")
def service_level_without_a_definition(project):
    for _, sla in project.scalars("slas.kpi"):
        for file, spot in project.at("kpis.definition"):
            if said(spot.record, "id") == sla.text:
                place = next(slas.place(sla.value) for slas in project.files.values() if slas.collection == "slas")
                yield Change(file, [without(file, spot)], (place,))


@operator("V35", "warning")
def figure_of_the_client_owned_by_a_provider(project):
    strangers = [said(role, "id") for _, role in project.records("roles") if said(role, "party") != "client"]
    for file, spot in project.scalars("kpis.owner"):
        if said(spot.record, "party") == "client":
            yield from (Change(file, [replaced(spot.value, role, file)]) for role in strangers)


@operator("V36", "complete")
def weight_of_a_criterion_changed(project):
    return weights(project, "tenders.criteria.weight")


@operator("V37", "complete")
def score_off_the_scale(project):
    for text in ("0", "5.5", "999"):
        yield from setting(project, "tenders.scores.score", lambda _: text)


@operator("V37", "complete")
def score_deleted(project):
    for file, record in project.records("tenders"):
        scores = field(record, "scores").value
        candidates = {element.value: element for element in field(record, "candidates").value}
        for score, after in zip(scores, scores[1:]):
            cut = (score.start_mark.index, after.start_mark.index, "")
            yield Change(file, [marked(candidates[said(score, "candidate")]), cut])


@operator("V38", "complete")
def scored_candidate_fails_a_must(project):
    scored = {spot.text for _, spot in project.scalars("tenders.scores.candidate")}
    for file, spot in project.scalars("tenders.mustResults.met"):
        if spot.text == "true" and said(spot.holder, "candidate") in scored:
            yield Change(file, [replaced(spot.value, "false", file)])


@operator("V43")
def cost_in_another_currency(project):
    return (Change(file, [added(file, record, f"currency: {MARK}SEK")]) for file, record in project.records("costItems"))


@operator("V44")
def derived_value_typed(project):
    """Values that cannot come out."""
    for collection, claim in {"risks": "score: 7", "milestones": "state: never", "kpis": "status: superb", "stakeholders": "gap: 9", "touchpoints": "switchBy: 2001-01-01", "tenders": "winner: nobody"}.items():
        for file, record in project.records(collection):
            name, value = claim.split(": ")
            yield Change(file, [added(file, record, f"{name}: {MARK}{value}")], group=collection)


@operator("V64", "complete")
def fate_of_personal_data_deleted(project):
    return deleting(project, "dataAssets.returnOrDelete", "personalData", lambda asset: said(asset, "personalData") == "true")


@operator("V65")
def machine_that_does_not_say_so(project):
    for file, record in project.records("channels"):
        if field(record, "disclosure") is None:
            if field(record, "ai"):
                yield Change(file, [replaced(field(record, "ai"), "true", file)])
            else:
                yield Change(file, [added(file, record, f"ai: {MARK}true")])


@operator("V66", "warning")
def italian_line_that_does_not_say_where(project):
    replaced_by = {spot.text for _, spot in project.scalars("channels.replaces")}
    is_line = lambda channel: said(channel, "kind") == "phone" and said(channel, "market") == "IT" and said(channel, "id") not in replaced_by
    yield from deleting(project, "channels.operatorCountries", "id", is_line)
    yield from deleting(project, "channels.announcement", "kind", is_line)


@operator("V67", "complete")
def outgoing_contract_ends_early(project):
    outgoing = [spot.text for _, spot in project.scalars("project.outgoing")]
    last = max(spot.text for _, spot in project.scalars("project.goLive.SE", "project.goLive.DE", "project.goLive.IT"))
    for path in ("contracts.end", "contracts.exitUntil"):
        for file, spot in project.scalars(path):
            if said(spot.record, "provider") in outgoing and said(spot.record, "kind") not in ("dpa", "nda") and said(spot.record, "start") < last:
                yield Change(file, [replaced(spot.value, later(last, 13), file)])


@operator("V72", "warning")
def nothing_stays_with_the_client(project):
    if project.scalars("project.type")[0][1].text != "insourcing":
        record = project.files["project.yaml"]
        yield from (Change(file, [without(file, spot)], (record.place(record.root),)) for file, spot in project.at("scope.retainedTasks") if spot.key is not None)


@operator("V73", "warning")
def criteria_shared_before_they_were_agreed(project):
    for path in ("values.sharedWithProvider", "partnershipCriteria.sharedWithProvider"):
        for file, spot in project.scalars(path):
            yield Change(file, [replaced(spot.value, later(said(spot.record, "agreedOn"), -1), file)])
            yield Change(file, [marked(spot.value), without(file, next(own for own in file.spots if own.record is spot.record and own.name == "agreedOn"))])


@operator("waiver")
def waiver_of_what_cannot_be_waived(project):
    for rule in ("V01", "V07", "V65", "V999"):
        yield from setting(project, "waivers.rule", lambda _: rule)


@operator("V40", "warning")
def acceptance_that_has_ended(project):
    price = [file.place(spot.value) for file, spot in project.scalars("tenders.criteria.weight") if said(spot.holder, "id") == "price"]
    for file, spot in project.scalars("waivers.until"):
        if said(spot.record, "rule") == "V40":
            yield Change(file, [(spot.value.start_mark.index, file.end(spot.value), later(AS_OF, -1))], tuple(price))
