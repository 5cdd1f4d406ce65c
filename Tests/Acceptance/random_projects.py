"""A random site of one project that passes the checks, and one page of it that holds every component."""
import json
from pathlib import Path

from components import directive, fitting
from random_records import Records
from random_values import AS_OF, LANGUAGES, Dice, written
from schemas import entities

SIZES = ("some", "few", "many", "one", "many", "none")
TRAITS = ("long", "one day", "far", "equal", "flat", "huge", "one cell", "one month", "no values", "sparse")
# What is weighed by completeness and advice is no matter of these tests.
RULES = "V06 V08 V09 V11 V12 V13 V14 V15 V16 V17 V18 V19 V20 V21 V22 V23 V24 V25 V26 V27 V28 V29 V31 V32 V33 V34 V35 V36 V37 V38 V39 V40 V41 V42 V45 V62 V64 V66 V67 V69 V70 V71 V72 V73"
SITE = """\
name: Random
languages: [{language}]
sourceLanguage: {language}
timezone: Europe/Stockholm
asOf: {day}
editions: {{ board: {{ audience: restricted, url: "https://board.example" }} }}
rules: {{ {rules} }}
"""


class Schemas:
    """The fields of every collection; which of their names are Markdown, and which take a text per language."""

    def __init__(self, folder):
        self.entities = entities(folder)
        self.markdown, localized, others = set(), set(), set()
        for file in sorted(Path(folder).glob("*.json")):
            for name, node in properties(json.loads(file.read_text("utf-8"))):
                takes = "propertyNames" in json.dumps(node) and "properties" not in json.dumps(node).replace("additionalProperties", "")
                (localized if takes else others).add((file.stem, name))
                if "(Markdown" in node.get("description", ""):
                    self.markdown.add(name)
        self.localized = localized - others


def properties(node):
    """(name, schema) of every property in a schema, also in those that it nests."""
    if isinstance(node, list):
        return [found for inner in node for found in properties(inner)]
    if not isinstance(node, dict):
        return []
    own = node.get("properties", {})
    return [*own.items(), *(found for inner in [*own.values(), *(v for k, v in node.items() if k != "properties")] for found in properties(inner))]


def traits(dice):
    return {name for name in TRAITS if dice.maybe(0.2)}


def project(records, dice):
    providers = records.ids["providers"]
    made = {
        "id": "p", "name": dice.text(), "type": dice.choice(["first-outsourcing", "partner-change", "insourcing", "multi-source"]),
        "client": dice.text(2), "outgoing": providers[1], "incoming": providers[0], "stage": "draft", "timezone": "Europe/Stockholm",
        "currency": dice.currency, "start": "2025-09-01", "languages": [dice.language],
    }
    if dice.maybe(0.8):
        made["goLive"] = {market: str(dice.day()) for market in dice.some(["SE", "DE", "IT"], 3)}
    if dice.maybe(0.5):
        days = sorted([dice.day(), dice.day()])
        made["calendar"] = {"blackouts": [{"from": days[0], "to": days[1], "reason": dice.text(3)}], "holidays": {"SE": [dice.day()]}}
    return made


def guide(count, dice):
    kinds = {"text": {"none": "stop"}, "scale": {"1": "stop", "2": "caution"}, "yes-no": {"false": "stop", "true": "go"}}
    made = []
    for index in range(count):
        kind = dice.choice(sorted(kinds))
        made.append({"id": f"dg-{index + 1:02d}", "section": dice.words(2), "text": dice.text(12), "kind": kind, "effect": kinds[kind]})
    return made


def site(seed, schemas):
    """(files, what stands on the page) of a seed."""
    dice = Dice(seed, LANGUAGES[(seed + seed // len(SIZES)) % len(LANGUAGES)], ())
    dice.traits = traits(dice)
    records = Records(schemas, dice, SIZES[seed % len(SIZES)])
    home, made = "content/projects/p", records.made
    answers = len(made.get("answers", []))
    files = {
        "content/site.yaml": SITE.format(language=dice.language, day=AS_OF, rules=", ".join(f"{rule}: off" for rule in RULES.split())),
        f"content/index.{dice.language}.md": "---\ntitle: T\naudience: public\n---\n\nT\n",
        "content/decisionGuide.yaml": written(guide(answers + dice.randint(0, 3), dice)), f"{home}/project.yaml": written(project(records, dice)),
    }
    for collection, rows in made.items():
        for row in rows if collection == "notices" else ():
            files[f"{home}/notices/{row['id']}.yaml"] = written(row)
        if collection != "notices" and rows:
            files[f"{home}/{collection}.yaml"] = written(rows if schemas.entities[collection].is_list else rows[0])
    shown = [(f"c{index}", component, given) for index, (component, given) in enumerate(fitting(made))]
    body = "\n\n".join(f"## {component} {{#{place}}}\n\n{directive(component, given)}" for place, component, given in shown)
    files[f"{home}/index.{dice.language}.md"] = f"---\ntitle: All\naudience: restricted\n---\n\n{body}\n"
    return files, shown, dice
