"""Where things stand in the YAML of a project, and edits of its text that leave all else as it was written."""
import re
from pathlib import Path
from typing import NamedTuple

import yaml

from corpus import MARK

LANGUAGES = {"sv", "de", "it"}
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Spot(NamedTuple):
    """A `key: value`, or an element of a list of scalars (its key is None; its path is that of the list)."""
    path: str  # collection and keys: "kpis.measurements.value"
    key: yaml.Node | None
    value: yaml.Node
    holder: yaml.Node
    record: yaml.Node

    @property
    def text(self):
        return self.value.value

    @property
    def name(self):
        return self.path.rpartition(".")[2]


class DataFile:
    """A file with the places of everything in it."""

    def __init__(self, name, text):
        self.name, self.text = name, text
        self.collection = name.split("/")[0].removesuffix(".yaml")
        self.root = yaml.compose(text, Loader=Loader)
        self.is_list = isinstance(self.root, yaml.SequenceNode)
        self.records = self.root.value if self.is_list else [self.root]
        self.spots = [spot for record in self.records for spot in self._walk(record, self.collection, record)]

    def _walk(self, node, path, record):
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if key.value not in LANGUAGES and not key.value.startswith("x-"):
                    yield Spot(f"{path}.{key.value}", key, value, node, record)
                    yield from self._walk(value, f"{path}.{key.value}", record)
        elif isinstance(node, yaml.SequenceNode):
            for element in node.value:
                if isinstance(element, yaml.ScalarNode):
                    yield Spot(path, None, element, node, record)
                yield from self._walk(element, path, record)

    def end(self, node):
        """The index after the node's last character; a block's mark stands where the next one begins."""
        if isinstance(node, yaml.ScalarNode) or node.flow_style:
            return len(self.text[:node.end_mark.index].rstrip())
        last = node.value[-1]
        return self.end(last[1] if isinstance(node, yaml.MappingNode) else last)

    def written(self, node):
        return self.text[node.start_mark.index:self.end(node)]

    def place(self, node):
        """(file, line, column) of a node in the file as it is."""
        return self.name, node.start_mark.line + 1, node.start_mark.column + 1


class Project:
    """The data files of a project, by their names below its folder."""

    def __init__(self, folder):
        self.name = folder.name
        self.files = {str(path.relative_to(folder)): DataFile(str(path.relative_to(folder)), path.read_text("utf-8")) for path in sorted(Path(folder).rglob("*.yaml"))}
        self.is_agreed = next(spot.text for _, spot in self.at("project.stage")) != "draft"

    def spots(self):
        return ((file, spot) for file in self.files.values() for spot in file.spots)

    def at(self, *paths):
        """All (file, spot) with one of these paths."""
        return [(file, spot) for file, spot in self.spots() if spot.path in paths]

    def scalars(self, *paths):
        return [(file, spot) for file, spot in self.at(*paths) if isinstance(spot.value, yaml.ScalarNode)]

    def records(self, collection):
        """All (file, record) of a collection."""
        return [(file, record) for file in self.files.values() if file.collection == collection for record in file.records]

    def ids(self, collection):
        return {field(record, "id").value for _, record in self.records(collection) if field(record, "id")}


def field(mapping, name):
    """The value of a key of a mapping, or None."""
    return next((value for key, value in mapping.value if key.value == name), None)


def said(mapping, name):
    """The text of a scalar value, or "" when there is none."""
    value = field(mapping, name)
    return value.value if isinstance(value, yaml.ScalarNode) else ""


# Edits: (from, to, new text). A mark in the new text stands before a place that a finding has to name.

def replaced(node, text, file):
    return node.start_mark.index, file.end(node), MARK + text


def marked(node):
    return node.start_mark.index, node.start_mark.index, MARK


def without(file, spot):
    """Takes a `key: value` out, with what separates it from its neighbours."""
    keys = [key for key, _ in spot.holder.value]
    at = keys.index(spot.key)
    if at + 1 < len(keys):
        return spot.key.start_mark.index, keys[at + 1].start_mark.index, ""
    return file.end(spot.holder.value[at - 1][1]), file.end(spot.value), ""


def added(file, mapping, text, after=None):
    """Writes one more `key: value`, after a key's or at the end of the mapping, in its style."""
    key, value = next((entry for entry in mapping.value if after is not None and entry[0] is after), mapping.value[-1])
    lead = ", " if mapping.flow_style else "\n" + " " * key.start_mark.column
    return file.end(value), file.end(value), lead + text


def appended(file, sequence, text):
    """Writes one more element at the end of a list in brackets."""
    return file.end(sequence.value[-1]), file.end(sequence.value[-1]), f", {MARK}{text}"


def edited(text, edits):
    """The text after edits, without the marks, and the (line, column) of each mark."""
    pieces, at = [], 0
    for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
        pieces += [text[at:start], new]
        at = max(at, end)
    before, *parts = re.split(MARK, "".join(pieces) + text[at:])
    places = []
    for part in parts:
        places.append((before.count("\n") + 1, len(before) - before.rfind("\n")))
        before += part
    return before, places


class Change(NamedTuple):
    """What a mutation does to one file, and where it must be found: at the marks, and elsewhere."""
    file: DataFile
    edits: list
    elsewhere: tuple = ()  # places in text that stays: (file, line, column)
    severity: str | None = None  # where it is not the operator's own
    may_be_related: bool = False  # the finding may stand at another record of the same fault and name ours beside it
    group: str = ""  # changes of one group share their chance to be chosen


class Operator(NamedTuple):
    name: str
    rule: str  # that it must trigger
    weight: str  # "error", "warning", or "complete": a warning in a draft, an error once the plan is agreed
    changes: object  # project → its possible changes
    only_agreed: bool


OPERATORS = []


def operator(rule, weight="error", only_agreed=False):
    """Registers a function from a project to its possible changes."""
    def register(function):
        OPERATORS.append(Operator(function.__name__.replace("_", " "), rule, weight, function, only_agreed))
        return function
    return register
