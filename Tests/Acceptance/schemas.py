"""Reads what `staffetta schema` writes: every field of every entity with its kind, its audience and what it may name."""
import json
import re
from pathlib import Path
from typing import NamedTuple

from harness import run

AUDIENCES = ("public", "partner", "internal", "team", "restricted")
FORMS = {  # how a kind is described, where its type alone does not say it
    "the id of a record in ": "reference", "client, or the id of a provider": "party", "the key of a page": "page",
    "a time zone": "zone", "an id:": "identifier",
}
PATTERNS = {
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}$": "day", "^[0-9]{4}-([0-9]{2}|Q[1-4]|W[0-9]{2}|[0-9]{2}-[0-9]{2})$": "period",
    "^[0-9]{4}-[0-9]{2}$": "month", "^[0-9]{4}-Q[1-4]$": "quarter", "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}": "moment",
    "^T([+-][0-9]{1,5}[mhd])?$": "offset", "^P[0-9YMWDTHS]+$": "duration", "^[a-z]{2,3}(-[A-Za-z0-9]+)*$": "language",
    "^[A-Z]{2}$": "country", "^[A-Z]{3}$": "currency", "^-?[0-9]+(\\.[0-9]+)?$": "money", "^[a-z0-9-]{1,64}$": "identifier",
}


class Field(NamedTuple):
    name: str
    kind: str
    shape: str  # one, list or map
    audience: str
    required: bool
    nested: tuple = ()
    targets: tuple = ()
    choices: tuple = ()
    bounds: tuple = (None, None)
    derived: bool = False


class Entity(NamedTuple):
    collection: str
    audience: str
    never_public: bool
    is_list: bool
    fields: tuple

    def field(self, name):
        return next((field for field in self.fields if field.name == name), None)


def form(description):
    """The last brackets of a description: how the value is written."""
    depth = 0
    for place in range(len(description) - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(description[place], 0)
        if depth == 0:
            return description[place + 1:-1]
    raise ValueError(description)


def options(node):
    """The types that a value may have, but for none at all."""
    if "anyOf" not in node:
        return [] if node.get("type") == "null" else [node]
    return [option for inner in node["anyOf"] for option in options(inner)]


def plain(node):
    """A type without the brackets that allow an absent value, one element without a list, or a scalar beside a mapping."""
    found = options(node)
    return next((option for option in found if option.get("type") == "array"), None) or next(
        (option for option in found if "properties" in option), None) or (found[0] if len(found) == 1 else {"anyOf": found})


def kind(node, text):
    patterns = [PATTERNS.get(option.get("pattern")) for option in options(node)]
    named = next((name for start, name in FORMS.items() if start in text), None)
    if "enum" in node:
        return "choice"
    if any("propertyNames" in option for option in options(node)):
        return "text"  # in one language or in several
    if named and not any(pattern in ("day", "moment") for pattern in patterns):
        return named
    if any(patterns):
        return next(pattern for pattern in ("money", "moment", *patterns) if pattern in patterns and pattern)
    types = {option["type"] if isinstance(option.get("type"), str) else "scalar" for option in options(node)}
    return next((name for name in ("number", "integer", "boolean") if name in types), "text")


def field(name, node, required):
    text = form(node["description"]) if "description" in node else ""
    inner, shape = plain({key: value for key, value in node.items() if key != "description"}), "one"
    if inner.get("type") == "array":
        inner, shape = plain(inner["items"]), "list"
    elif inner.get("type") == "object" and "properties" not in inner:
        inner, shape = plain(inner["additionalProperties"]), "map"
        if inner.get("type") == "array":
            inner, shape = plain(inner["items"]), "map of lists"
    nested = fields(inner) if "properties" in inner else ()
    named = re.search(r"the id of a record in ([A-Za-z, ]+)", text)
    numbers = next((option for option in options(inner) if "minimum" in option), {})
    return Field(name, "record" if nested else kind(inner, text), shape, node.get("x-audience", "public"), required, nested,
                 tuple(re.split(r", | or ", named[1])) if named and not nested else (), tuple(inner.get("enum", ())),
                 (numbers.get("minimum"), numbers.get("maximum")), node.get("description", "").startswith("Derived;"))


def fields(node):
    return tuple(field(name, inner, name in node.get("required", ())) for name, inner in node["properties"].items())


def entities(folder):
    """Collection → its entity, from schemas written to a folder."""
    result = run(["schema", "--out", folder])
    assert result.code == 0, result.stderr
    found = {}
    for path in sorted(Path(folder).glob("*.json")):
        schema = json.loads(path.read_text("utf-8"))
        record = schema.get("items", schema)
        found[path.stem] = Entity(path.stem, record["x-audience"], record.get("x-never-public", False), "items" in schema, fields(record))
    return found
