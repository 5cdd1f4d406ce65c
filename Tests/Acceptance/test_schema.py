"""The JSON Schemas that editors check by: valid drafts of version 07 that the shipped data keeps and mistakes do not."""
import json
import re
import shutil

import jsonschema
import pytest
import yaml
from harness import ROOT, run


class Core(yaml.SafeLoader):
    """YAML as editors read it: version 1.2, where days are text and only true and false are flags."""


DROPPED = ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")
Core.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in DROPPED]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


@pytest.fixture(scope="module")
def schemas(tmp_path_factory):
    folder = tmp_path_factory.mktemp("schemas")
    result = run(["schema", "--out", folder])
    assert result.code == 0, result.stderr
    return {path.stem: json.loads(path.read_text("utf-8")) for path in folder.iterdir()}


def data_files():
    content = ROOT / "content"
    for path in sorted(content.rglob("*.yaml")):
        yield pytest.param(path, id=str(path.relative_to(content)))


def name_of(path):
    return path.parent.name if path.parent.name == "notices" else path.stem


def errors(schema, text):
    return [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(yaml.load(text, Core))]


def test_every_schema_is_one(schemas):
    assert len(schemas) > 55
    for schema in schemas.values():
        jsonschema.Draft7Validator.check_schema(schema)
        assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
        record = schema.get("items", schema)
        assert all(field["description"] for field in record["properties"].values())


def test_it_says_who_reads_what(schemas):
    risks, slas, roles = (schemas[name]["items"] for name in ("risks", "slas", "roles"))
    assert (risks["x-audience"], risks["x-never-public"]) == ("team", True)
    assert (roles["x-audience"], "x-never-public" in roles) == ("partner", False)
    assert slas["properties"]["bonus"]["x-audience"] == "restricted" and "x-audience" not in slas["properties"]["kpi"]
    assert roles["properties"]["note"]["x-audience"] == "team"
    assert schemas["readiness"]["items"]["properties"]["verdict"]["x-audience"] == "team"  # a derived value
    assert schemas["project"]["x-audience"] == "internal" and schemas["site"]["x-audience"] == "public"
    gate = schemas["milestones"]["items"]["properties"]["gate"]["anyOf"][0]
    assert gate["properties"]["decision"]["x-audience"] == "team" and "x-audience" not in gate  # a mapping has its record's


@pytest.mark.parametrize("path", list(data_files()))
def test_the_shipped_data_keeps_its_schema(schemas, path):
    assert errors(schemas[name_of(path)], path.read_text("utf-8")) == []


@pytest.mark.parametrize("collection, text", [
    ("risks", "- { title: T, owner: kno, probabilty: 4 }"),
    ("risks", "- { title: T, owner: kno, probability: 6 }"),
    ("risks", "- { title: T }"),
    ("risks", "- { title: T, owner: kno, category: wether }"),
    ("risks", "title: T\nowner: kno"),
    ("milestones", "- { name: N, planned: 2.3.2026 }"),
    ("project", "- { name: N, type: partner-change }"),
    ("project", "{ name: N, type: change }"),
    ("kpis", "- { name: N, target: { low: 1 } }"),
])
def test_mistakes_do_not(schemas, collection, text):
    assert errors(schemas[collection], text)


def test_keys_of_the_writer_and_empty_keys_are_welcome(schemas):
    assert errors(schemas["risks"], "- { title: T, owner: kno, x-workshop: March, due: }") == []


def test_the_first_line_names_the_schema(tmp_path):
    site = tmp_path / "site"
    shutil.copytree(ROOT / "content", site / "content")
    result = run(["schema", "--out", site / ".schemas", "--modelines", "--site", site])
    assert result.code == 0, result.stderr
    for path in (site / "content").rglob("*.yaml"):
        first, rest = path.read_text("utf-8").split("\n", 1)
        target = first.removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / target).resolve() == site / ".schemas" / f"{name_of(path)}.json"
        assert rest == (ROOT / "content" / path.relative_to(site / "content")).read_text("utf-8")
    again = run(["schema", "--out", site / ".schemas", "--modelines", "--site", site])
    assert "in 0 data files" in again.stdout
