"""Mutations that break the form of a record: its fields, their types, its references, its id, the YAML it is written in."""
import re

import yaml

from corpus import MARK
from mutation_fields import ENUMS, GRADES, NUMBERS, REQUIRED, STARRED, targets
from yaml_places import Change, added, field, marked, operator, replaced, said, without

DAY = re.compile(r"\d{4}-\d\d-\d\d")
IDENTIFIER = re.compile(r"[a-z0-9-]{1,64}")
FREE_KEYS = re.compile(r"project\.(goLive|share|calendar\.holidays)\.|competences\.requiredLevel\.")


def top(fields):
    """The (file, spot) of these fields of records, not of what is inside them."""
    return lambda project: ((file, spot) for file, spot in project.spots() if spot.holder is spot.record and spot.name in fields.get(file.collection, ()))


def scalars(project, among):
    return ((file, spot) for file, spot in project.spots() if spot.path in among and isinstance(spot.value, yaml.ScalarNode))


def replacing(project, among, text):
    """The changes of all scalars with such a path to another text."""
    return (Change(file, [replaced(spot.value, text, file)], group=spot.path) for file, spot in scalars(project, among))


def references(project):
    for file, spot in project.spots():
        if isinstance(spot.value, yaml.ScalarNode) and targets(spot.path):
            if spot.path != "raci.item" or IDENTIFIER.fullmatch(spot.text):
                yield file, spot


@operator("V04")
def required_field_deleted(project):
    for file, spot in top(REQUIRED)(project):
        yield Change(file, [marked(spot.record), without(file, spot)], group=spot.path)


@operator("V04")
def required_field_emptied(project):
    for file, spot in top(REQUIRED)(project):
        if isinstance(spot.value, yaml.ScalarNode):
            yield Change(file, [marked(spot.record), (spot.value.start_mark.index, file.end(spot.value), "")], group=spot.path)


@operator("incomplete", "complete")
def starred_field_deleted(project):
    for file, spot in top(STARRED)(project):
        yield Change(file, [marked(spot.record), without(file, spot)], group=spot.path)


@operator("V03")
def two_letters_of_a_key_swapped(project):
    known = {spot.name for _, spot in project.spots()}
    for file, spot in project.spots():
        if spot.key is None or FREE_KEYS.match(spot.path):
            continue
        key = spot.key.value
        swapped = [key[:i] + key[i + 1] + key[i] + key[i + 2:] for i in range(len(key) - 1) if key[i] != key[i + 1]]
        swapped = [other for other in swapped if other not in known]
        if swapped:
            yield Change(file, [replaced(spot.key, swapped[len(swapped) // 2], file)], group=spot.path)


@operator("V04")
def number_to_word(project):
    return replacing(project, NUMBERS, "molti")


@operator("V04")
def number_with_a_comma(project):
    return (Change(file, [replaced(spot.value, f'"{spot.text},5"', file)], group=spot.path) for file, spot in scalars(project, NUMBERS))


@operator("V04")
def grade_off_its_five(project):
    return replacing(project, GRADES, "6")


@operator("V04")
def enum_value_to_nonsense(project):
    return replacing(project, ENUMS, "nonsense")


@operator("V04")
def true_to_yes(project):
    for file, spot in project.spots():
        if isinstance(spot.value, yaml.ScalarNode) and spot.text in ("true", "false") and not spot.value.style and spot.path not in ("answers.value",):
            yield Change(file, [replaced(spot.value, {"true": "yes", "false": "no"}[spot.text], file)], group=spot.path)


@operator("V04")
def day_that_does_not_exist(project):
    for file, spot in project.spots():
        if isinstance(spot.value, yaml.ScalarNode) and DAY.fullmatch(spot.text):
            yield Change(file, [replaced(spot.value, "2026-02-30", file)], group=spot.path)


@operator("V04")
def text_to_list(project):
    paths = {f"{collection}.{name}" for collection, names in REQUIRED.items() for name in names if name in ("name", "title", "target", "system")}
    return replacing(project, paths, "[a, b]")


@operator("V04")
def record_to_text(project):
    for file in project.files.values():
        if file.is_list:
            for record in file.records:
                yield Change(file, [replaced(record, "solo testo", file)], group=file.name)


@operator("V01")
def reference_broken(project):
    for file, spot in references(project):
        yield Change(file, [replaced(spot.value, spot.text + "-x", file)], group=spot.path)


@operator("V01")
def id_renamed_that_others_name(project):
    """Every place that names the old id must be told."""
    named = {}
    for file, spot in references(project):
        for collection in targets(spot.path):
            named.setdefault((collection, spot.text), []).append((file, spot.value))
    for file in project.files.values():
        for record in file.records if file.is_list else ():
            own = field(record, "id")
            inside = [value for other, value in named.get((file.collection, own.value), ()) if other is file]
            outside = tuple(other.place(value) for other, value in named.get((file.collection, own.value), ()) if other is not file)
            if inside or outside:
                edits = [(own.start_mark.index, file.end(own), own.value + "-new"), *map(marked, inside)]
                yield Change(file, edits, outside, group=file.collection)


@operator("V02")
def record_written_twice(project):
    for file in project.files.values():
        for record in file.records if file.is_list else ():
            copy, own = file.written(record), field(record, "id")
            at = own.start_mark.index - record.start_mark.index
            lead = "\n" + " " * (record.start_mark.column - 2) + "- "
            yield Change(file, [(file.end(record), file.end(record), lead + copy[:at] + MARK + copy[at:])], group=file.name)


@operator("V02")
def id_of_another_record_taken(project):
    for file in project.files.values():
        for earlier, record in zip(file.records, file.records[1:]):
            yield Change(file, [replaced(field(record, "id"), said(earlier, "id"), file)], group=file.name)


@operator("duplicate-key")
def key_written_twice(project):
    for file, spot in project.spots():
        if spot.key is not None:
            yield Change(file, [added(file, spot.holder, f"{MARK}{spot.key.value}: altro", spot.key)], group=spot.path)


@operator("yaml-syntax")
def tab_as_indentation(project):
    for file, spot in project.spots():
        if spot.key is not None and not spot.holder.flow_style and spot.key.start_mark.column > 1:
            line = spot.key.start_mark.index - spot.key.start_mark.column
            if not file.text[line:spot.key.start_mark.index].strip():
                yield Change(file, [(line, spot.key.start_mark.index, MARK + "\t")], group=spot.path)


@operator("yaml-alias")
def text_to_alias(project):
    for file, spot in project.spots():
        if isinstance(spot.value, yaml.ScalarNode) and spot.key is not None:
            yield Change(file, [replaced(spot.value, "*" + spot.name, file)], group=spot.path)


@operator("V04")
def audience_widened(project):
    for collection, usual in {"risks": "public", "contracts": "team", "costItems": "internal", "stakeholders": "partner", "decisions": "public"}.items():
        for file, record in project.records(collection):
            yield Change(file, [added(file, record, f"audience: {MARK}{usual}")], group=collection)


@operator("V04")
def publish_without_a_reason(project):
    for collection in ("risks", "tenders", "milestones", "kpis", "contracts", "processes"):
        for file, record in project.records(collection):
            yield Change(file, [added(file, record, f"publish: {MARK}true")], group=collection)
