"""Random records of every collection, made from the schemas that the program writes, so that a new field is filled, too."""
import functools

from components import FIRST
from random_shapes import SHAPES
from schemas import AUDIENCES

# Made elsewhere, or of no project.
LEFT_OUT = {"site", "project", "waivers", "people", "glossary", "decisionGuide", "topics"}
MOST = {"risks": 200, "tasks": 200, "milestones": 120, "roles": 40, "processes": 60, "phases": 30, "kpis": 60, "forecasts": 150,
        "waves": 25, "tenders": 2, "providers": 12, "notices": 15, "slas": 40, "readiness": 20, "handoverPacks": 3}
# Fields of every record that say who sees it: everybody here does.
COMMON = {"tags", "reviewBy", "forParties", "embargoUntil", "source", "note", "proposed", "publish", "publishReason"}
ORDERED = [("signed", "start"), ("start", "end"), ("from", "to"), ("validFrom", "validTo"), ("grantedOn", "revokedOn"), ("start", "actualEnd"),
           ("trainingStart", "productive"), ("date", "due"), ("raised", "due")]
FIXED = {  # texts with a form of their own
    "days": "mon-fri", "open": "08:00", "close": "18:00", "rrule": "FREQ=WEEKLY;BYDAY=MO", "view": "text", "secretRef": "vault/x",
    "address": "hello@golden.example", "tool": "https://tool.example/", "link": "https://link.example/", "period": "2026-Q1",
    "file": "file.pdf", "versionHash": "0123abcd",
}
LANGUAGE_CODES, COUNTRIES = ("sv", "de", "it", "nb"), ("SE", "DE", "IT", "CH")


def possible(wanted, field):
    """Whether a field that must be there has something to name."""
    return not field.required or field.kind != "reference" or any(wanted.get(target, 1) for target in field.targets)


class Records:
    """The records of one project: collection → list."""

    def __init__(self, schemas, dice, sizes):
        self.schemas, self.entities, self.dice = schemas, schemas.entities, dice
        entities = schemas.entities
        wanted = {name: dice.count(sizes, MOST.get(name, 60)) for name, entity in entities.items()
                  if name not in LEFT_OUT and (entity.is_list or name == "notices")}
        wanted["roles"], wanted["providers"] = max(1, wanted["roles"]), max(2, wanted["providers"])
        for _ in range(3):
            wanted = {name: count if all(map(functools.partial(possible, wanted), entities[name].fields)) else 0 for name, count in wanted.items()}
        self.ids = {name: self.names(name, count) for name, count in wanted.items() if entities[name].field("id")}
        self.made = {name: [self.record(name, index) for index in range(count)] for name, count in wanted.items()}
        for name in ("scope", "steeringModel"):
            if sizes != "none" and self.ids["channels"]:
                self.made[name] = [self.record(name, 0)]

    def names(self, collection, count):
        """Ids: short ones, now and then one of the longest; the first is known to the arguments."""
        long = lambda index: f"{collection[0].lower()}-{'x' * 57}{index}"
        return [FIRST.get(collection, "first") if index == 0 else long(index) if self.dice.maybe(0.05) else f"{collection[0].lower()}{index}"
                for index in range(count)]

    def record(self, collection, index):
        entity = self.entities[collection]
        made = {"id": self.ids[collection][index]} if entity.is_list or collection == "notices" else {}
        made |= self.mapping(entity.fields, collection, index)
        shape = SHAPES.get(collection)
        return shape(made, index, self) if shape else made

    def mapping(self, fields, collection, index):
        dice, made = self.dice, {}
        share = 0.35 if "sparse" in dice.traits else 0.85
        for field in fields:
            if field.name == "id" or field.derived or field.name in COMMON or field.choices == AUDIENCES:
                continue
            if field.required or dice.maybe(share):
                value = self.shaped(field, collection, index)
                if value not in (None, [], {}):
                    made[field.name] = value
        for first, last in ORDERED:
            if first in made and last in made and str(made[first]) > str(made[last]):
                made[first], made[last] = made[last], made[first]
        return made

    def shaped(self, field, collection, index):
        if field.shape == "one":
            return self.value(field, collection, index)
        if field.shape == "list":
            if field.targets:
                return self.dice.some(self.others(field, collection, index))
            values = [self.value(field, collection, index) for _ in range(self.dice.randint(1, 4))]
            values = [value for value in values if value is not None]
            return values if field.kind in ("record", "text") else list(dict.fromkeys(values))
        return None  # maps are given their shape by hand

    def others(self, field, collection, index):
        """Ids that a field may name; of its own collection only those before it, so that there is no circle."""
        return [name for target in field.targets for name in self.ids.get(target, [])[:index if target == collection else None]
                if not (collection == "tasks" and target == "milestones")]

    def value(self, field, collection, index):
        dice, kind = self.dice, field.kind
        if kind == "record":
            made = self.mapping(field.nested, collection, index)
            return made if all(inner.name in made for inner in field.nested if inner.required) else None
        if field.targets:
            return next(iter(dice.some(self.others(field, collection, index), 1)), None if kind == "reference" else dice.text())
        if kind == "text":
            if field.name in FIXED or field.name in self.schemas.markdown:
                return FIXED.get(field.name) or dice.text(12, plain=True)
            return dice.name() if (collection, field.name) in self.schemas.localized else dice.text()
        if kind in ("number", "integer"):
            return dice.number(*field.bounds, whole=kind == "integer")
        drawn = {
            "day": dice.day, "moment": dice.moment, "month": dice.month, "quarter": dice.quarter, "money": dice.money,
            "boolean": lambda: dice.maybe(0.5), "choice": lambda: dice.choice(field.choices), "duration": lambda: dice.choice(["PT15M", "P1D", "P3M"]),
            "party": lambda: dice.choice(["client", *self.ids["providers"]]), "language": lambda: dice.choice(LANGUAGE_CODES),
            "country": lambda: dice.choice(COUNTRIES), "currency": lambda: dice.currency, "offset": lambda: "T-72h", "zone": lambda: "Europe/Rome",
            "period": dice.month,
        }
        return drawn[kind]() if kind in drawn else None
