"""Seeded changes of what some readers may not see: of fields, records, their number and order, of pages, blocks and files."""
import copy
import json
import re

from canaries import Canary, rank, word
from canary_site import FOLDERS
from harness import write_site
from wall import DEFAULTS, LABELLED, NEVER_PUBLIC, references

STAYS = {"project", "scope", "providers", "notices"}  # one for each project, named by editions, or a file each
SAFE = {"lessons", "changeLog", "correctiveActions", "touchpoints", "impacts", "competences", "ktSources"}  # nothing refers to these, no sum counts them


def hidden_from_public(project, collection, record, path, audience):
    """Whether the public may not see a field, by the rules of the model alone."""
    if record.get("publish") is True and collection not in NEVER_PUBLIC:
        return audience != "public"
    label = LABELLED.get(collection, ())
    return DEFAULTS[collection] != "public" and collection != "faqs" and not (label and label[0] in record and path[0] in (*label, "id"))


def hidden_by(wall, reader):
    """The same for the readers of an edition, by the wall of the test."""
    def hides(project, collection, record, path, audience):
        return not wall.sees(*reader, Canary("", "", project, collection, record["x-name"], path, audience, ""))
    return hides


def of_project(name):
    """What a change of another project is: anything in it."""
    return lambda project, collection, record, path, audience: project == name


def texts(fields, value, path=(), audience="public"):
    """Every place of a free text in a record: the mapping or list that holds it, its key, the field's path and audience."""
    for field in fields:
        here, narrowest = (*path, field.name), max(audience, field.audience, key=rank)
        inner = value.get(field.name)
        if field.nested:
            for one in inner if isinstance(inner, list) else inner.values() if field.shape == "map" and inner else [inner]:
                if isinstance(one, dict):
                    yield from texts(field.nested, one, here, narrowest)
        elif field.kind == "text" and not field.targets and not field.derived:
            if isinstance(inner, str) and is_free(inner):
                yield value, field.name, here, narrowest
            elif isinstance(inner, (dict, list)):
                keys = inner if isinstance(inner, dict) else range(len(inner))
                yield from ((inner, key, here, narrowest) for key in keys if isinstance(inner[key], str) and is_free(inner[key]))


def is_free(text):
    """Whether a text is words, and not the name of something."""
    return bool(re.fullmatch(r"qz\w{11}", text)) or " " in text and len(text) >= 12


class Site:
    """A site on disk as mappings: changes are made, built, and taken back."""

    def __init__(self, folder, entities, records, hides, may_grow=None):
        self.folder, self.entities, self.records, self.hides, self.may_grow = folder, entities, records, hides, may_grow

    def path(self, project, collection, record):
        name = f"{collection}/{record['id']}" if collection in FOLDERS else collection
        return f"content/projects/{project}/{name}.yaml"

    def text(self, project, collection, record):
        rows = self.records[project][collection]
        one = record if collection in FOLDERS else rows if self.entities[collection].is_list else rows[0]
        return json.dumps(one, ensure_ascii=False, indent=1)

    def all(self):
        """Every data file as it stands."""
        return {self.path(project, collection, row): self.text(project, collection, row)
                for project, found in self.records.items() for collection, rows in found.items() for row in rows}

    def rows(self, chance, grows=False):
        """A record that the readers may see nothing of, at random: (project, collection, its place)."""
        found = [(project, collection, index) for project, collections in self.records.items() for collection, rows in collections.items()
                 for index, row in enumerate(rows) if self.hides(project, collection, row, ("id",), "public")
                 and (not grows or collection not in STAYS and (self.may_grow is None or collection in self.may_grow))]
        return chance.choice(found)

    def change(self, chance):
        """Another text in a hidden field."""
        while True:
            project = chance.choice(list(self.records))
            collection = chance.choice(list(self.records[project]))
            row = chance.choice(self.records[project][collection])
            places = [place for place in texts(self.entities[collection].fields, row) if self.hides(project, collection, row, *place[2:])]
            if places:
                break
        holder, key, path, _ = chance.choice(places)
        old, holder[key] = holder[key], f"{holder[key]} {word('change', str(chance.random()))}"
        changed = {self.path(project, collection, row): self.text(project, collection, row)}
        holder[key] = old
        return f"change of {collection}.{'.'.join(path)}", changed

    def rewritten(self, what, project, collection, change):
        rows = self.records[project][collection]
        self.records[project][collection] = change(list(rows))
        changed = {self.path(project, collection, rows[0]): self.text(project, collection, rows[0])}
        self.records[project][collection] = rows
        return f"{what} in {collection}", changed

    def add(self, chance, count=1):
        """Further hidden records."""
        project, collection, index = self.rows(chance, grows=True)
        copies = [copy.deepcopy(self.records[project][collection][index]) for _ in range(count)]
        for one in copies:
            one["id"] = word("new", str(chance.random()))
        at = chance.randrange(len(self.records[project][collection]) + 1)
        return self.rewritten(f"{count} more", project, collection, lambda rows: rows[:at] + copies + rows[at:])

    def multiply(self, chance):
        return self.add(chance, chance.randint(2, 9))

    def delete(self, chance):
        """A hidden record less, of those that nothing refers to: pages name what was opened, records each other."""
        while True:
            project, collection, index = self.rows(chance, grows=True)
            rows = self.records[project][collection]
            used = set().union(*(references(row) for found in self.records[project].values() for row in found if row is not rows[index]))
            if len(rows) > 1 and rows[index]["id"] not in used and not rows[index].get("publish"):
                return self.rewritten("one less", project, collection, lambda rows: rows[:index] + rows[index + 1:])

    def reorder(self, chance):
        """A hidden record at another place of its file."""
        project, collection, index = self.rows(chance, grows=True)

        def moved(rows):
            row = rows.pop(index)
            rows.insert(chance.randrange(len(rows) + 1), row)
            return rows
        return self.rewritten("another order", project, collection, moved)

    def apply(self, changed):
        """Writes files; gives back what takes the change back."""
        before = {name: (self.folder / name).read_bytes() if (self.folder / name).exists() else None for name in changed}
        write_site(self.folder, changed)
        return before


def of_pages(words):
    """Changes of the pages and files of the site with canaries: each word that stands in a text becomes another one."""
    def page(chance, site):
        name = chance.choice([path for path in sorted(site.rglob("*")) if path.is_file() and path.suffix in (".md", ".csv", ".txt")])
        text = name.read_text("utf-8")
        hidden = [token for token in words if token in text and text.count(token) == 1]
        if not hidden:
            return page(chance, site)
        return "word of a page", {str(name.relative_to(site)): text.replace(chance.choice(hidden), word("page", str(chance.random())))}

    def new_page(chance, site):
        audience, name = chance.choice(["internal", "team", "restricted"]), word("file", str(chance.random()))
        return "new page", {f"content/projects/alfa/{name}.it.md": f"---\ntitle: {name}\naudience: {audience}\ntags: [{name}]\n---\n\n{name}\n"}

    def new_file(chance, site):
        name = word("file", str(chance.random()))
        return "new file", {f"content/{name}.pdf": name, f"content/projects/alfa/tables/{name}.csv": f"{name};b\n{name};1\n"}

    def document(chance, site):
        name = chance.choice([path for path in sorted(site.rglob("*")) if path.suffix in (".docx", ".pdf", ".zip", ".xlsx")])
        return "document", {str(name.relative_to(site)): name.read_bytes() + word("file", str(chance.random())).encode()}
    return [page, page, new_page, new_file, document]
