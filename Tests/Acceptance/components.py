"""The components that the program has, read out of its source, and the arguments that some of them need."""
import functools
import re

from harness import BINARY, ROOT

# The source that the program was built from, where that is another than this one.
SOURCES = next((root for root in (BINARY.parents[2], ROOT) if (root / "Sources/Rendering/Components").is_dir()), ROOT)
FOLDER = SOURCES / "Sources/Rendering/Components"

# What stands first in the collections that arguments name: in the golden project, and in random ones.
FIRST = {
    "kpis": "answered", "processes": "orders", "notices": "n-number", "tenders": "tender", "phases": "p-live", "waves": "w-se",
    "milestones": "m-gate-se", "objectives": "faster", "handoverPacks": "pack", "channels": "phone-se", "providers": "bergtal",
}
# Component → the arguments without which it shows nothing.
ARGUMENTS = {
    "table": {"of": "risks"},
    "data-format": {"collection": "lessons"},
    "kpi-chart": {"kpi": FIRST["kpis"]},
    "process-sheet": {"process": FIRST["processes"]},
    "notice-card": {"notice": FIRST["notices"]},
    "checklist": {"of": "openItems"},
    "sign-off": {"act": "handover"},
    "component-arguments": {"of": "table"},
}
# Argument → the collection whose record it names.
RECORDS = {"kpi": "kpis", "process": "processes", "notice": "notices", "phase": "phases", "tender": "tenders", "wave": "waves",
           "gate": "milestones", "objective": "objectives", "provider": "providers"}
# Component → other arguments with which it looks different; one that it does not take is left out.
LOOKS = {
    "timeline": [{"view": "phases"}, {"view": "waves"}, {"phase": FIRST["phases"]}, {"market": "SE"}],
    "milestone-list": [{"view": "next"}, {"view": "late"}, {"limit": "3"}],
    "waves": [{"market": "SE"}],
    "cutover": [{"wave": FIRST["waves"]}],
    "risk-matrix": [{"min-score": "8"}, {"category": "knowledge"}],
    "risk-register": [{"min-score": "8"}],
    "scorecard": [{"sort": "status"}, {"limit": "3"}, {"market": "SE"}],
    "kpi-chart": [{"frequency": "daily"}, {"frequency": "weekly"}, {"market": "SE"}],
    "kpi-tree": [{"objective": FIRST["objectives"]}],
    "readiness": [{"view": "all"}, {"gate": FIRST["milestones"]}],
    "seasonality": [{"view": "volume"}, {"view": "fte"}, {"market": "SE"}, {"provider": FIRST["providers"]}],
    "business-case": [{"years": "1"}, {"years": "20"}],
    "vendor-evaluation": [{"tender": FIRST["tenders"]}],
    "iteration-log": [{"view": "open"}, {"limit": "1"}],
    "decision-log": [{"view": "open"}],
    "decision-guide": [{"view": "form"}, {"view": "answers"}, {"view": "result"}, {"process": FIRST["processes"]}],
    "portfolio": [{"sort": "next"}],
    "notice-list": [{"market": "SE"}],
    "sign-off": [{"act": "acceptance"}, {"act": "discharge"}],
    "checklist": [{"of": "waves"}, {"of": "tasks"}],
    "table": [{"of": "stakeholders"}, {"of": "costItems"}, {"of": "runbookSteps"}],
}


@functools.cache
def declarations():
    """Name of a type → the text of its file."""
    return {name: text for file in sorted(FOLDER.glob("*.swift")) for text in [file.read_text("utf-8")]
            for name in re.findall(r"^(?:package )?enum (\w+)\s*:", text, re.M)}


@functools.cache
def listed():
    """The names of all components as they are listed."""
    listed = re.search(r"static let all\b.*?=\s*\[(.*?)\n  \]", (FOLDER / "Components.swift").read_text("utf-8"), re.S)[1]
    types = re.findall(r"\b(\w+)\.self", re.sub(r"//.*", "", listed))
    assert types, f"no components in {FOLDER / 'Components.swift'}: mend components.py, which reads the list"
    return [re.search(r'static let name = "([a-z-]+)"', declarations()[name])[1] for name in types]


def names():
    """The names of all components, each once."""
    return list(dict.fromkeys(listed()))


@functools.cache
def parameters(component):
    """The names of the arguments that the file of a component speaks of."""
    text = next(text for text in declarations().values() if f'static let name = "{component}"' in text)
    spoken = re.findall(r'\b(?:name|as): "([a-z-]+)"|\.filter\(\w+\.(\w+)|\.(limit)\b|\.cut(M)arket', text)
    return {"market" if name == "M" else name for names in spoken for name in names if name}


def arguments(component):
    return ARGUMENTS.get(component, {})


def exists(given, collections):
    """Whether there are the records that arguments name."""
    return all(collections.get(RECORDS[name]) for name in given if name in RECORDS)


def fitting(collections):
    """(component, arguments) of all components, as far as there is what their arguments name; and their other looks."""
    shown = []
    for name in names():
        others = [{**arguments(name), **look} for look in LOOKS.get(name, []) if set(look) <= parameters(name)]
        shown += [(name, given) for given in [arguments(name), *others] if exists(given, collections)]
    return shown


def directive(component, given):
    written = " ".join(f'{name}="{value}"' for name, value in given.items())
    return f"::{component}{{{written}}}" if written else f"::{component}"


def pairs(given):
    """As `staffetta show` takes them."""
    return [f"{name}={value}" for name, value in given.items()]
