"""A thousand mutations of the reference data by their numbers: what each changes, and what must be found where."""
import difflib
import functools
import itertools
import random
import re
import sys
from typing import NamedTuple

import mutations_of_form  # noqa: F401 (each of the three registers its operators)
import mutations_of_plans  # noqa: F401
import mutations_of_figures  # noqa: F401
from harness import ROOT
from yaml_places import OPERATORS, Change, Operator, Project, edited

COUNT = 1000
SEED = "staffetta"
SOURCES = ROOT / "content/projects"
PROJECTS = ("nordhem-casa", "cesto-alpino", "kreisel-technikteile")


class Mutation(NamedTuple):
    number: int
    operator: Operator
    project: Project
    change: Change
    text: str  # of the changed file
    places: list  # (file, line, column): every one of them must be named
    severity: str

    @property
    def diff(self):
        return "".join(difflib.unified_diff(self.change.file.text.splitlines(True), self.text.splitlines(True), self.change.file.name, f"mutation {self.number}", n=1))

    def __str__(self):
        return f"mutation {self.number}: {self.operator.name}, in {self.project.name}: {self.operator.rule} ({self.severity}) at {self.places}\n{self.diff}"


@functools.cache
def project(name):
    return Project(SOURCES / name)


@functools.cache
def changes(operator):
    """All (project, change) that an operator can make, in a drawn order in which no group comes twice before the others came once."""
    drawn, groups = random.Random(f"{SEED} {operator.name}"), {}
    for name in PROJECTS:
        if project(name).is_agreed or not operator.only_agreed:
            for change in operator.changes(project(name)):
                groups.setdefault((name, change.file.name, change.group), []).append((name, change))
    for group in groups.values():
        drawn.shuffle(group)
    order = list(groups.values())
    drawn.shuffle(order)
    return [group[turn] for turn in range(max(map(len, order), default=0)) for group in order if turn < len(group)]


@functools.cache
def choices():
    """The operators take turns, each with its next change, for as long as it has one."""
    turns = (([(operator, *changes(operator)[turn])] if turn < len(changes(operator)) else []) for turn in itertools.count() for operator in OPERATORS)
    return list(itertools.islice(itertools.chain.from_iterable(turns), COUNT))


def mutation(number):
    return mutated(number, *choices()[number])


def mutated(number, operator, name, change):
    text, marks = edited(change.file.text, change.edits)
    places = [(change.file.name, *mark) for mark in marks] + list(change.elsewhere)
    usual = operator.weight if operator.weight != "complete" else "error" if project(name).is_agreed else "warning"
    return Mutation(number, operator, project(name), change, text, places, change.severity or usual)


def renamed(text, name, new):
    """A file for a project whose folder has another name."""
    return re.sub(rf"^(id|  record): {name}$", rf"\1: {new}", text, flags=re.M)


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        print(mutation(int(argument)))
