"""The pages of the shipped playbook as their writers left them: what each language of a page is made of, and its bare words."""
import re
from pathlib import Path
from typing import NamedTuple

import yaml

from harness import ROOT

CONTENT = ROOT / "content"
LANGUAGES = ("sv", "de", "it")
# Pages about the program, which repeat its words and marks.
OF_THE_TOOL = {"gallery", "data-format"}
MARKS = re.compile(r"\{\{.*?\}\}|\[\[.*?\]\]|\{#[a-z0-9-]+\}|`[^`\n]*`|https?://\S+|\]\([^)\s]*\)")


class Text(NamedTuple):
    key: str
    language: str
    head: dict
    body: str

    @property
    def words(self):
        """The prose: without marks, directives, the words of code and of tables' rules."""
        lines = [line for line in self.body.split("\n") if not re.match(r"\s*(:::|::)[a-z]|\s*:::\s*$|\s*\|?\s*:?-{3,}", line)]
        text = re.sub(r":[a-z]+\[((?:[^\[\]]|\[\[.*?\]\])*)\](?:\{[^}]*\})?", r"\1", "\n".join(lines))
        text = re.sub(r"\[([^\[\]]*)\]\((?:\[\[.*?\]\]|[^)]*)\)", r"\1", text)
        return MARKS.sub(" … ", text)

    @property
    def length(self):
        """How many words its prose has; merged values count as one each."""
        return len(re.findall(r"[^\W_]+(?:[’'\-][^\W_]+)*|…", self.words))


def texts():
    """{page key: {language: Text}}, the landing pages under the name of their folder with `/index`."""
    found = {}
    for file in sorted(CONTENT.rglob("*.*.md")):
        key, language = file.relative_to(CONTENT).as_posix().removesuffix(".md").rsplit(".", 1)
        _, head, body = file.read_text("utf-8").split("---\n", 2)
        found.setdefault(key, {})[language] = Text(key, language, yaml.safe_load(head), body)
    return found


def structure(text):
    """What has to be the same in every language: headings, directives, values, links, terms, boxes; how many items and rows."""
    body = text.body
    directives = [re.sub(r'\s*caption="[^"]*"', "", line.strip()) for line in body.split("\n") if re.match(r"\s*::+[a-z]", line)]
    # Each language may name the channels of its own market.
    values = sorted(re.sub(r"-(se|de|it)\b|[,|].*", "", value).strip() for value in re.findall(r"\{\{(.*?)\}\}", body))
    return {
        "headings": re.findall(r"^(#+) .*?\{#([a-z0-9-]+)\}\s*$", body, re.M), "all headings": len(re.findall(r"^#+ ", body, re.M)),
        "directives": directives, "values": values, "links": sorted(re.findall(r"\[\[(.*?)\]\]", body)),
        "terms": len(re.findall(r":term\[", body)), "named terms": sorted(re.findall(r":term\[[^\]]*\]\{([a-z0-9-]+)\}", body)),
        "items": len(re.findall(r"^\s*(?:[-*+]|\d+\.) ", body, re.M)), "boxes": len(re.findall(r"^\s*[-*+] \[[ x]\] ", body, re.M)),
        "rows": len(re.findall(r"^\s*\|", body, re.M)),
        **{name: text.head.get(name) for name in ("audience", "agents", "type", "owner", "project", "order", "covers", "paths", "step")},
    }


def runs(text, length):
    """Its runs of so many words, in small letters."""
    words = re.findall(r"[^\W_]+", text.lower())
    return {tuple(words[start:start + length]) for start in range(len(words) - length + 1)}


def shared(name):
    """A file or folder that lies beside the project where it was made; None for those who have the project alone."""
    path = Path(ROOT).parent / "shared" / name
    return path if path.exists() else None
