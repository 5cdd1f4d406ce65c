"""What makes a random record of a collection sound: values that must fit each other, and the shapes that drawings fear."""
import datetime

DOMAINS = {"%": (0, 100), "s": (0, 1_000_000_000), "h": (0, 1_000_000_000), "count": (0, 1_000_000_000), "per-1000": (0, 1000),
           "score": (-100, 100), "€": (-1_000_000_000, 1_000_000_000)}


def phase(record, index, records):
    if "one day" not in records.dice.traits and records.dice.maybe(0.1) and "start" in record:
        record["end"] = record["start"]
    return record


def milestone(record, index, records):
    # An actual day in the future is no fact.
    if "actual" in record and records.dice.maybe(0.4):
        del record["actual"]
    return record


def risk(record, index, records):
    if "one cell" in records.dice.traits:
        record |= {"probability": 4, "impact": 4, "residual": {"p": 2, "i": 2}}
    return record


def periods(dice, frequency, count):
    """So many periods that end before the day, oldest first."""
    step = {"daily": 1, "weekly": 7, "quarterly": 91}.get(frequency, 30)
    days = [datetime.date(2026, 3, 1) - datetime.timedelta(step * place) for place in range(count)]
    written = {
        "daily": lambda day: str(day), "weekly": lambda day: "{}-W{:02d}".format(*day.isocalendar()[:2]),
        "quarterly": lambda day: f"{day.year}-Q{(day.month + 2) // 3}",
    }.get(frequency, lambda day: f"{day.year}-{day.month:02d}")
    return list(dict.fromkeys(written(day) for day in reversed(days)))


def kpi(record, index, records):
    dice = records.dice
    low, high = DOMAINS.get(record.setdefault("unit", "%"), (0, 100))
    target = sorted([dice.number(low, high), dice.number(low, high)])
    record["target"] = {"min": target[0], "max": target[1]} if dice.maybe(0.2) else target[1]
    count = 0 if "no values" in dice.traits or dice.maybe(0.1) else dice.choice([1, 2, 5, 14, 60, 180])
    same = dice.number(low, high)
    record["measurements"] = [
        {"period": period, "value": same if "equal" in dice.traits or "flat" in dice.traits else dice.number(low, high),
         **({"comment": dice.text()} if dice.maybe(0.1) else {})}
        for period in periods(dice, record.get("frequency"), count)]
    for name in ("market", "provider"):
        for measurement in record["measurements"] if dice.maybe(0.2) else ():
            measurement[name] = "SE" if name == "market" else records.ids["providers"][0]
    return {name: value for name, value in record.items() if value != []}


def forecast(record, index, records):
    """One record for a month, market and channel; sometimes there is only one month."""
    first = datetime.date(2025, 10, 1)
    month = 0 if "one month" in records.dice.traits else index
    record["month"] = f"{first.year + (first.month - 1 + month) // 12}-{(first.month - 1 + month) % 12 + 1:02d}"
    if records.dice.maybe(0.8):
        record["volume"] = records.dice.number(0, records.dice.choice([10, 30_000, 1_000_000_000]), whole=True)
    return record


def tender(record, index, records):
    dice = records.dice
    candidates = dice.some(records.ids["providers"], 8)
    count = dice.choice([1, 2, 5, 8])
    weights = [100 // count] * (count - 1)
    criteria = [{"id": "price" if place == 0 else f"c{place}", "name": dice.text(), "weight": weight}
                for place, weight in enumerate([*weights, 100 - sum(weights)])]
    musts = [{"id": f"m{place}", "text": dice.text(12)} for place in range(dice.choice([1, 3]))]
    return record | {
        "candidates": candidates, "scale": {"min": 1, "max": 5}, "criteria": criteria, "mustCriteria": musts,
        "mustResults": [{"candidate": name, "criterion": must["id"], "met": dice.maybe(0.9)} for name in candidates for must in musts],
        "scores": [{"candidate": name, "criterion": criterion["id"], "score": dice.choice([1, 2, 3, 4, 5, 3.5])}
                   for name in candidates for criterion in criteria if dice.maybe(0.97)],
    }


def readiness(record, index, records):
    """One record for a gate, with as many criteria as there may be."""
    gates = records.ids.get("milestones", [])
    if not gates:
        return record
    record["gate"] = gates[index % len(gates)]
    field = records.entities["readiness"].field("items")
    record["items"] = [records.mapping(field.nested, "readiness", index) for _ in range(records.dice.choice([1, 4, 20]))]
    return record


def step(record, index, records):
    record["no"] = index % 999 + 1
    if records.dice.maybe(0.7):
        record["at"] = records.dice.choice(["T", "T-72h", "T+24h", f"T-{index}m", f"T+{index}h", "T-9000h"])
    return record


def competence(record, index, records):
    return record | {"requiredLevel": {role: records.dice.randint(1, 5) for role in records.dice.some(records.ids["roles"], 12)}}


def cohort(record, index, records):
    if "certified" in record and "headcount" in record and records.dice.maybe(0.8):
        record["certified"], record["headcount"] = sorted([record["certified"], record["headcount"]])
    return record


def channel(record, index, records):
    return record | {"disclosure": records.dice.text()}


def process(record, index, records):
    departments = [records.dice.text(2) for _ in range(4)] + ["Lager", "Ekonomi"]
    for interaction in record.get("interactions", []):
        interaction["department"] = records.dice.choice(departments)
    return record


def answer(record, index, records):
    """Each question once."""
    return record | {"question": f"dg-{index + 1:02d}", "value": records.dice.choice(["stated", "none", "3", "1", "true", "false"])}


def pack(record, index, records):
    for act in record.get("acts", []):
        act["between"] = ["client", records.ids["providers"][0]]
    return record


SHAPES = {
    "phases": phase, "milestones": milestone, "risks": risk, "kpis": kpi, "forecasts": forecast, "tenders": tender,
    "readiness": readiness, "runbookSteps": step, "competences": competence, "cohorts": cohort, "channels": channel,
    "processes": process, "answers": answer, "handoverPacks": pack,
}
