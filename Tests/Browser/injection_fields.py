"""The fields of the injection test: how a vector is written at each place, and what a page must show of it again."""
import re
from typing import NamedTuple

from injection_pages import INDEX, RAW, TEXT
from injection_places import CHANNELS, GLOSSARY, KPIS, MILESTONES, PHASES, PROJECT, RISKS, ROLES, SITE

NO_TEXT = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef]"  # letters that no file may hold


def references(pattern, text):
    return re.sub(pattern, lambda found: f"&#{ord(found[0])};", text)


def quoted(text):
    """A YAML text in double quotes."""
    kept = re.sub(r'(["\\])', r"\\\1", text)
    return '"' + re.sub(f"{NO_TEXT}|[\t\n\u2028\u2029]", lambda found: f"\\u{ord(found[0]):04x}", kept) + '"'


def escaped(text):
    """Markdown that means exactly this text, on one line."""
    return references(f"{NO_TEXT}|[\t\n]|^ ", re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text))


def one_line(text):
    """Markdown as it was written; only its line ends become references."""
    return references(r"[\n\r]", text)


def fence(text, least):
    return "`" * max([least, *(len(run) + 1 for run in re.findall("`+", text))])


def prefixed(prefix, text):
    return prefix + re.sub("[\n\r]", "\n" + prefix, text)


def address(text):
    """A link's destination that cannot end early."""
    return escaped(text).replace(" ", "&#32;")


MODES = {
    "yaml": lambda v, m: quoted(f"{v} {m}"),
    "yaml glued": lambda v, m: quoted(f"{v}/{m}"),
    "yaml base": lambda v, m: quoted(f"https://a.example/{v}/{m}"),
    "yaml escaped": lambda v, m: quoted(escaped(f"{v} {m}")),
    "escaped": lambda v, m: escaped(f"{v} {m}"),
    "written": lambda v, m: f"{one_line(v)} {m}",
    "glued": lambda v, m: f"{one_line(v)}{m}",
    "joined": lambda v, m: f"{one_line(v)}/{m}",
    "cell": lambda v, m: f"{one_line(v)} {m}".replace("|", "\\|"),
    "indented": lambda v, m: prefixed("  ", f"{v}\n{m}")[2:],
    "quoted": lambda v, m: prefixed("> ", f"{v}\n{m}")[2:],
    "block": lambda v, m: f"{v}\n\n{m}",
    "code": lambda v, m: " ".join([fence(v, 1), *v.splitlines(), m, fence(v, 1)]),
    "fenced": lambda v, m: f"{fence(v, 3)}\n{v} {m}\n{fence(v, 3)}",
    "four spaces": lambda v, m: prefixed("    ", f"{v} {m}"),
    "info": lambda v, m: escaped(re.sub(r"\s", "/", v) + f"/{m}"),
    "address": lambda v, m: address(f"{v}/{m}"),
}
GLUED = {"yaml glued", "yaml base", "address"}


class Field(NamedTuple):
    name: str
    mode: str
    exact: bool
    form: str
    sinks: frozenset
    refuses: str
    instead: str
    number: int

    @property
    def mark(self):
        """A word behind the vector that tells where it came from."""
        return f"zq{self.number}q"

    def write(self, vector):
        return self.form.replace("§", MODES[self.mode](vector, self.mark))

    def shown(self, vector):
        """What a page shows of it, to the letter."""
        return f"{vector}/{self.mark}" if self.mode in GLUED else f"{vector} {self.mark}"


class Line(NamedTuple):
    """A line of a file: as it stands, a field's, or one that is there only with a field or only without it."""
    text: str = ""
    field: str = ""
    unless: bool = False


FIELDS = {}


def parsed(template):
    """The lines of a template; its fields are entered into `FIELDS`."""
    lines = []
    for line in template.strip().splitlines():
        name, *parts = (part.removeprefix(" ").rstrip() for part in f" {line}".split("¦"))
        if not parts:
            lines.append(Line(line))
        elif name.startswith("@"):
            lines.append(Line(parts[0].replace("⏎", "\n"), name.lstrip("@-"), name.startswith("@-")))
        else:
            mode, form, sinks, refuses, instead = [*parts, "", "", ""][:5]
            FIELDS[name] = Field(name, mode.lstrip("~"), mode[0] != "~", form.replace("⏎", "\n"), frozenset(sinks.split()), refuses, instead, len(FIELDS))
            lines.append(Line("", name))
    return lines


SITE_FILES = {"site.yaml": parsed(SITE), "glossary.yaml": parsed(GLOSSARY)}
DATA = {name: parsed(template) for name, template in (
    ("project", PROJECT), ("roles", ROLES), ("phases", PHASES), ("milestones", MILESTONES), ("risks", RISKS), ("kpis", KPIS), ("channels", CHANNELS))}
# What holds an id or the name of a party refuses whatever is none.
for name in ("kpis.a.measurements", "kpis.a.objective", "kpis.a.party", "milestones.a.gate.criteria", "milestones.b.gate.decision",
             "risks.a.process", "roles.a.forParties", "roles.a.party"):
    FIELDS[name] = FIELDS[name]._replace(refuses="anything")
# A paragraph, or a cell, for every value of the data that has no place of its own.
MERGED = [Line(f"{{{{ {name} }}}}", name) for name, field in FIELDS.items()
          if not name.startswith("site.") and field.sinks and "x-" not in name.replace("roles.a.x-", "")]
PAGES = {"index": parsed(INDEX) + MERGED, "text": parsed(TEXT), "raw": parsed(RAW)}
