"""Records with a word, a day or a number of its own in every field: where one of them turns up, that field has leaked."""
import datetime
import hashlib
import re
from typing import NamedTuple

from schemas import AUDIENCES

AS_OF = "2400-01-01"  # every day of the records is past: nothing is hidden because it has not happened yet
LATER = "2500-01-01"
UNINFORMED = "mira"  # a provider that is told later
PROVIDERS = {  # project → side → provider; the first project's incoming provider has no part in the second
    "alfa": {"outgoing": "vega", "incoming": "nova", "candidate": "lira", "retained": "mira"},
    "beta": {"outgoing": "vega", "incoming": "orsa", "candidate": "lira"},
}
# Kinds whose values are too few to tell one field's from another's.
MUTE = {"boolean", "choice", "language", "country", "currency", "zone", "party", "offset", "small integer", "page", "name"}
# Texts that name something else: they are what makes the fixture a site.
NAMES = {
    "project.id", "project.incoming", "project.outgoing", "project.share", "project.calendar.blackouts.allow", "project.timezone",
    "waivers.rule", "waivers.record", "handoverPacks.sections.view", "providers.id", "project.dataDate",
}
LAST = {"end", "to", "validTo", "revokedOn", "actualEnd"}  # a field of these is not before its first day


class Canary(NamedTuple):
    token: str
    kind: str  # word, day, month, quarter or number
    project: str
    collection: str
    record: str
    path: tuple
    audience: str  # the narrowest on the way to the field
    party: str  # of the element of a list that it stands in
    is_reference: bool = False


def word(*place):
    """A lower-case word that no slug, case, address or escape changes."""
    number = int(hashlib.sha256(" ".join(place).encode()).hexdigest(), 16)
    return "qz" + "".join("0123456789abcdefghijklmnopqrstuvwxyz"[number // 36**digit % 36] for digit in range(11))


class Mint:
    """Gives out days, months and numbers, each once."""

    def __init__(self):
        self.days = self.months = self.numbers = 0

    def day(self):
        self.days += 1
        return (datetime.date(2200, 1, 1) + datetime.timedelta(self.days)).isoformat()

    def month(self):
        self.months += 1
        return f"{2320 + self.months // 12}-{self.months % 12 + 1:02d}"

    def quarter(self):
        self.months += 4
        return f"{2320 + self.months // 12}-Q{self.months % 12 // 3 + 1}"

    def number(self):
        """Seven digits that do not end in zero, so that a fraction of them keeps its length."""
        self.numbers += 1
        return 1_000_003 + self.numbers * 130


class Maker:
    """Writes the records of one project; keeps every canary with its place."""

    def __init__(self, project, entities, mint):
        self.project, self.entities, self.mint, self.found = project, entities, mint, []

    def record(self, collection, name, party="client", only_required=False, target="base", more=None):
        """One record with all its fields; `more` replaces some, None takes them out."""
        entity = self.entities[collection]
        place = (collection, name)
        made = self.mapping(entity.fields, place, "public", party, only_required, target, more or {})
        extra = word(self.project, *place, "x-mark")
        self.found.append(self.canary(extra, "word", place, ("x-mark",), "internal", ""))
        return {**made, "x-mark": extra}

    def mapping(self, fields, place, audience, party, only_required, target, more, inside="", path=()):
        made = {}
        for field in sorted(fields, key=lambda field: (field.name in LAST, field.name)):
            if field.derived or only_required and not field.required and field.name != "id":
                continue
            here, narrowest = (*path, field.name), max(audience, field.audience, key=rank)
            if field.name in more:
                value = more[field.name]
            else:
                value = self.value(field, place, here, narrowest, party, target, inside)
            if value is not None:
                made[field.name] = value
        return made

    def value(self, field, place, path, audience, party, target, inside):
        if field.kind == "record":
            one = lambda name: self.mapping(field.nested, place, audience, name, False, target, {}, name if name != party else inside, path)
            names = [party, *PROVIDERS[self.project].values()] if any(inner.kind == "party" for inner in field.nested) else [party]
            return {"list": lambda: [one(name) for name in names], "map": lambda: {"SE": one(party)}, "one": lambda: one(party)}[field.shape]()
        scalar = self.scalar(field, place, path, audience, party, target, inside)
        return {"list": [scalar], "map": {"SE": scalar}, "map of lists": {"SE": [scalar]}, "one": scalar}[field.shape]

    def scalar(self, field, place, path, audience, party, target, inside):
        collection, name = place
        kind = kind_of(field, collection, path)
        if kind == "reference":
            token = self.id_of(field.targets[0], target if self.is_raised(field.targets[0]) else "base")
            self.found.append(self.canary(token, "word", place, path, audience, inside, True))
            return token
        if kind in MUTE:
            return self.mute(kind, field, party)
        if kind == "word":
            token = word(self.project, collection, name, *path, inside)
            text = f"Voce {token}" if field.targets else token  # a bare word would be an id
        else:
            token, text = self.counted(kind, field)
        if path == ("id",):
            token = text = self.id_of(collection, name)
        self.found.append(self.canary(token, kind, place, path, audience, inside))
        return text

    def counted(self, kind, field):
        if kind in ("day", "month", "quarter"):
            text = getattr(self.mint, kind)()
            return text, text
        if kind == "moment":
            day = self.mint.day()
            return day, f"{day}T08:00"
        number = self.mint.number()
        if kind == "duration":
            text = f"P{number // 1000}DT{number % 1000}H"
            return text, text
        if kind == "fraction":
            return str(number)[1:], float(f"{max(field.bounds[0] or 0, 12)}.{str(number)[1:]}")
        return str(number), number

    def mute(self, kind, field, party):
        return {"boolean": False, "choice": (field.choices or ("",))[0], "language": "it", "country": "SE", "currency": "EUR",
                "zone": "Europe/Rome", "party": party, "offset": "T-72h", "page": "tables-team",
                "small integer": max(field.bounds[0] or 1, 1), "name": "alfa"}[kind]

    def is_raised(self, collection):
        """Whether the collection has a record that is for fewer readers than its entity says."""
        audience = self.entities[collection].field("audience")
        return audience and "restricted" in audience.choices and rank(self.entities[collection].audience) < rank("restricted")

    def id_of(self, collection, name):
        """What a record is called; a provider has a name that an edition can be for."""
        if collection != "providers":
            return word(self.project, collection, name, "id")
        return name if name in PROVIDERS[self.project].values() else PROVIDERS[self.project]["incoming"]

    def canary(self, token, kind, place, path, audience, party, is_reference=False):
        return Canary(token, kind, self.project, *place, path, audience, party, is_reference)


def rank(audience):
    """How narrow an audience is."""
    return AUDIENCES.index(audience)


def kind_of(field, collection, path):
    """How a field can carry something of its own, or the kind that cannot."""
    if f"{collection}.{'.'.join(path)}" in NAMES:
        return "name"
    if field.kind in ("text", "identifier"):
        return "word"
    if field.kind in ("number", "integer", "money"):
        low, high = field.bounds
        if high is None or high >= 10_000_000:
            return "number"
        return "fraction" if field.kind == "number" else "small integer"
    return {"period": "month"}.get(field.kind, field.kind)


MONTHS = [names.split() for names in (
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember")]
NUMBER_OF_MONTH = {name.lower(): number for names in MONTHS for number, name in enumerate(names, 1)}
NAMED = "|".join(sorted(NUMBER_OF_MONTH, key=len, reverse=True))
ISO = re.compile(r"\b(2[2-9]\d\d)-(\d\d)-(\d\d)|\b(2[2-9]\d\d)-(\d\d|Q[1-4])\b")
LONG = re.compile(rf"(?:\b(\d{{1,2}})(?:\.|º|°)?[\s\u00a0\u202f]*(?:di )?)?\b({NAMED})[\s\u00a0\u202f]+(2[2-9]\d\d)\b", re.I)
POINTS = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](2[2-9]\d\d)\b")
QUARTER = re.compile(r"\b(?:Q|T)?([1-4])\.?\s?(?:o |º |°)?(?:kvartalet|trimestre|Quartal)?[\s\u00a0]+(2[2-9]\d\d)\b")
DURATION = re.compile(r"\bP\d{4}DT\d{1,3}H\b")
SPOKEN = re.compile(r"(\d)[.\s]?(\d{3})\s(?:giorni|dagar|Tage)\s(?:e|och|und)\s(\d{1,3})\s(?:or[ae]|timm(?:e|ar)|Stunden?)\b")
SPACES = "[ .,'\u2019\u00a0\u202f]"
GROUPED = re.compile(rf"(?<!\d)\d{{1,3}}(?:{SPACES}\d{{3}})+(?!\d)|(?<!\d)\d{{6,}}(?!\d)")


def written(text):
    """The days, months, quarters and numbers of a text, as canaries write them, whatever language wrote the text."""
    found = {"-".join(part for part in match.groups() if part) for match in ISO.finditer(text)}
    for day, month, year in LONG.findall(text):
        found.add(f"{year}-{NUMBER_OF_MONTH[month.lower()]:02d}" + (f"-{int(day):02d}" if day else ""))
    found |= {f"{year}-{int(month):02d}-{int(day):02d}" for day, month, year in POINTS.findall(text)}
    found.update(DURATION.findall(text))
    found |= {f"P{thousands}{days}DT{hours}H" for thousands, days, hours in SPOKEN.findall(text)}
    found |= {f"{year}-Q{quarter}" for quarter, year in QUARTER.findall(text)}
    for match in GROUPED.finditer(text):
        found.add(re.sub(r"\D", "", match[0]))
    return found
