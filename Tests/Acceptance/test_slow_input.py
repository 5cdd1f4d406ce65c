"""Inputs of up to 1 MiB that ask for quadratic work: each is rendered or refused within seconds and in little memory."""
import subprocess

import pytest

from harness import BINARY, build, environment

SIZE = (1 << 20) - 100
SECONDS = 10  # a linear scanner needs at most two; a quadratic one minutes


def full(text):
    return text * (SIZE // len(text))


INPUTS = {
    "braces": "{{" * 30_000, "text directives": ":abc[" * 15_000, "with arguments": ":abc[x]{" * 15_000, "heading ids": full("{#"),
    "code in directives": ":abc[`" * 8_000, "entities": ("a" * 3_000 + "&amp;" * 70 + "\n\n") * 300,
    "wide table": "|".join("a" * 100) + "\n" + "|".join("-" * 100) + "\n" + "b\n" * 60_000,
    "container ends": full(":::\n"), "containers": full(":::note\n:::\n"), "open containers": full(":::note\n"),
    "spans": full(":audience[x]{team} "), "components": full("::x\n"), "strikethrough": full("~~a~~\n"),
    "headers only": full("|a\n|-\n\n"), "tables": full("|a|b|\n|-|-|\n|c|d|\n\n"), "backticks in cells": full("|`|\n|-|\n|`|\n\n"),
    "references": full("{{a.b.c}} "), "nested spans": ":audience[" * 20_000 + "]{team}" * 20_000, "links": full("[a](b) "),
    "backticks": full("`a "), "emphasis": full("*a **a "), "headings": full("## a\n\n"), "page links": full("[[a]] "),
}


@pytest.mark.parametrize("name", INPUTS)
def test_it_is_done_in_seconds(name):
    timed = ["/usr/bin/env", "bash", "-c", f"ulimit -v 2000000; exec '{BINARY}' render -"]
    result = subprocess.run(timed, input=INPUTS[name].encode(), capture_output=True, timeout=SECONDS, env=environment())
    assert result.returncode in (0, 1), result.stderr[-300:]
    assert result.stdout if result.returncode == 0 else b"error[" in result.stderr


def test_many_mistakes_are_told_in_seconds(site, tmp_path):
    links = "\n\n".join(f"[x](#no-{n})" for n in range(3_000))
    headings = "\n\n".join(f"## T {{#id-{n}}}" for n in range(3_000))
    folder = site({
        "content/site.yaml": 'name: "P"\nlanguages: [it]\nsourceLanguage: it\ntimezone: Europe/Rome\nasOf: 2026-01-01\n'
                             'editions: { all: { audience: public, url: "https://a.example" } }\n',
        "content/index.it.md": f"---\ntitle: A\naudience: public\n---\n\n{links}\n\n{headings}\n",
    })
    result = build(folder, tmp_path / "out", timeout=SECONDS)
    assert result.code == 1 and "3000 errors" in result.stderr
