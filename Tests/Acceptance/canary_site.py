"""A site of two projects in which everything that is narrower than public carries a canary."""
import json

from canaries import AS_OF, LATER, PROVIDERS, UNINFORMED, Maker, Mint, rank, word
from schemas import AUDIENCES

EDITIONS = {"customers": ("public", ""), "nova": ("partner", "nova"), "vega": ("partner", "vega"), "lira": ("partner", "lira"), "mira": ("partner", "mira"),
            "staff": ("internal", ""), "wiki": ("team", ""), "board": ("restricted", "")}
LANGUAGES = ("it", "sv", "de")
NOT_OF_PROJECTS = {"site", "glossary"}
FOLDERS = {"notices"}
PARTIES = ("provider", "party", "holder", "who", "from", "to")
# What keeps a record sound: choices that fit each other, and names that must exist.
SOUND = {
    "kpis": {"unit": "count", "decimals": 0}, "waivers": {"rule": "V40", "record": "nothing"}, "notices": {"draft": True},
    "phases": {"kind": "transfer"}, "channels": {"ai": False}, "providers": {"side": "candidate"}, "faqs": {"agents": False}, "competences": {"requiredLevel": {"x": 3}},
}
OPEN = {"publish": False, "proposed": False}


def can_be_raised(entity):
    """Whether a record says by itself who may see it; some entities have an audience that says whom they are for."""
    field = entity.field("audience")
    return field is not None and field.choices == AUDIENCES


def variants(entity, project):
    """Name → what sets a record apart: whom it names, how far it is raised, whether it is held back or opened."""
    everyone = list(PROVIDERS[project].values())
    made = {"plain": {}, "refers": {"forParties": everyone}}
    made |= {f"for-{name}": {"forParties": [name]} for name in everyone}
    made |= {"embargo": {"forParties": everyone, "embargoUntil": LATER}, "proposed": {"forParties": everyone, "proposed": True}}
    made |= {f"owned-{name}": {"owner": word(project, "roles", f"own-{name}", "id")} for name in everyone}
    if any(entity.field(name) and entity.field(name).kind == "party" for name in PARTIES):
        made |= {f"own-{name}": {} for name in everyone}
    if can_be_raised(entity):
        made |= {level: {"forParties": everyone, "audience": level} for level in AUDIENCES[2:] if rank(level) > rank(entity.audience)}
    if not entity.never_public and entity.audience != "public":
        made["published"] = {"publish": True}
    return made


def record(maker, entity, name, more):
    """One variant; what is raised refers to what is raised, and one open record does, too."""
    party = name.removeprefix("own-") if name.startswith("own-") else "client"
    made = {**OPEN, "forParties": None, "audience": None, **SOUND.get(entity.collection, {}), **more}
    if not can_be_raised(entity):
        del made["audience"]
    if name.startswith("owned-") and entity.field("owner") is None:
        del made["owner"]
    return maker.record(entity.collection, name, party, target="restricted" if name == "refers" else "base", more=made) | {"x-name": name}


def project_record(maker, project):
    sides = PROVIDERS[project]
    more = {**OPEN, "forParties": None, "audience": None, "id": project, "incoming": [sides["incoming"]], "outgoing": [sides["outgoing"]], "share": None,
            "type": "partner-change", "stage": "draft", "languages": list(LANGUAGES), "sourceLanguage": "it", "fallback": ["it"],
            "timezone": "Europe/Rome", "dataDate": AS_OF, "currency": "EUR", "markets": [{"country": "SE", "languages": ["sv"]}],
            "overlapDays": 14}
    return maker.record("project", "plain", more=more) | {"x-name": "plain"}


def provider_records(maker, project):
    """The providers themselves: each names nobody but itself."""
    more = {**OPEN, "forParties": None, "audience": None}
    told = lambda name: {"informedOn": LATER} if name == UNINFORMED else {}
    return [maker.record("providers", name, name, more={**more, **told(name), "id": name, "side": side}) | {"x-name": name} for side, name in PROVIDERS[project].items()]


def records(entities, project, mint):
    """Collection → records of one project, and their canaries."""
    maker, made = Maker(project, entities, mint), {}
    for collection, entity in entities.items():
        if collection in NOT_OF_PROJECTS:
            continue
        if collection == "project":
            made[collection] = [project_record(maker, project)]
        elif collection == "providers":
            made[collection] = provider_records(maker, project)
        elif not entity.is_list and collection not in FOLDERS:
            made[collection] = [record(maker, entity, "plain", {"forParties": ["vega"]} if project == "beta" else {})]
        else:
            base = maker.record(collection, "base", only_required=True, more=SOUND.get(collection)) | {"x-name": "base"}
            made[collection] = [base | {"kind": "transfer"} if collection == "phases" else base]
            made[collection] += [record(maker, entity, name, more) for name, more in variants(entity, project).items()]
    return made, maker.found


def columns(entity, level):
    """What a table may show to readers of a level."""
    found = []
    for field in entity.fields:
        if rank(field.audience) > rank(level) or field.derived and level != "restricted" or field.shape.startswith("map") and field.kind != "day":
            continue
        if field.kind != "record":
            found.append(field.name + (".SE" if field.shape == "map" else "") if field.shape != "map of lists" else "")
        elif field.shape == "one":
            found += [f"{field.name}.{inner.name}" for inner in field.nested
                      if inner.kind != "record" and not inner.shape.startswith("map") and rank(inner.audience) <= rank(level)]
    return [name for name in found if name] + (["x-mark"] if rank(level) >= rank("internal") else [])


def tables(entities, level, only=None):
    """A table of every collection that readers of a level may see."""
    lines = []
    for collection, entity in entities.items():
        if collection in NOT_OF_PROJECTS or not entity.is_list or only and collection not in only:
            continue
        if rank(entity.audience) <= rank(level):
            lines.append(f'::table{{of={collection} columns="{", ".join(columns(entity, level))}"}}')
    return "\n\n".join(lines)


def values(entities, made):
    """References to what no table shows: the fields of records that are alone, or have a file each."""
    lines = []
    for collection in ("project", "scope", "notices", "steeringModel"):
        for one in made.get(collection, ()):
            if entities[collection].is_list:
                continue
            start = f"{collection}.{one['id']}" if collection in FOLDERS else collection
            for name in columns(entities[collection], "restricted"):
                inner = one
                for step in name.split("."):
                    inner = inner.get(step) if isinstance(inner, dict) else None
                if inner not in (None, "", []):
                    lines.append(f"- {{{{ {start}.{name} }}}}")
    return "\n".join(lines)


def published(entities, made):
    """References to the open fields of every record that was opened."""
    return "\n".join(f"- {{{{ {collection}.{row['id']}.{field.name} }}}}" for collection, rows in made.items() for row in rows if row["x-name"] == "published"
                     for field in entities[collection].fields if field.audience == "public" and field.kind == "text" and field.shape == "one" and field.name in row)


def page(title, audience, body, more=""):
    return f"---\ntitle: {json.dumps(title)}\naudience: {audience}\n{more}---\n\n{body}\n"


def data_files(entities):
    """The files of the records, the records themselves, and their canaries."""
    mint, files, everything, canaries = Mint(), {}, {}, []
    for project in PROVIDERS:
        made, found = records(entities, project, mint)
        everything[project], canaries = made, canaries + found
        for collection, rows in made.items():
            folder = f"content/projects/{project}/{collection}"
            for row in rows if collection in FOLDERS else ():
                files[f"{folder}/{row['id']}.yaml"] = json.dumps(row, ensure_ascii=False)
            if collection not in FOLDERS:
                text = rows if entities[collection].is_list else rows[0]
                files[f"{folder}.yaml"] = json.dumps(text, ensure_ascii=False, indent=1)
    return files, everything, canaries


def pages_of(project, entities, made):
    """Pages that show the data to everyone who may see them, and to the board all of it."""
    home = f"content/projects/{project}"
    files = {f"{home}/index.it.md": page(f"Progetto {project}", "public", "Testo.", f"project: {project}\n")}
    for level in AUDIENCES[1:]:
        shown = tables(entities, level) + "\n\n" + "\n\n".join(["::milestone-list", "::scorecard"] + ["::risk-register"] * (rank(level) >= rank("team")))
        files[f"{home}/tables-{level}.it.md"] = page(f"Tabelle {level}", level, shown)
    files[f"{home}/open.it.md"] = page("Aperta", "public", f":::audience{{restricted}}\n\n{tables(entities, 'restricted')}\n\n:::\n\n"
                                       '::table{of=milestones columns="publicLabel, planned"}\n\n' + published(entities, made))
    files[f"{home}/values.it.md"] = page("Valori", "restricted", values(entities, made))
    return files
