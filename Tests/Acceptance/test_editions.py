"""What an audience may not see is in no file name and no byte of its edition; what it may see is there."""
import hashlib

import pytest

from harness import built, editions, pages, write_site
from samples import AUDIENCES, EDITIONS, LANGUAGES, page, project, site_file

BY_AUDIENCE = {audience: edition for edition, audience in EDITIONS.items()}
CARRIERS = ("page-key", "page-title", "page-text", "page-heading", "page-description", "page-tag", "page-code", "block", "block-link", "nested-block", "span", "span-in-heading", "comment")
NEVER = {"comment"}
NOWHERE = {("public", carrier) for carrier in ("block-link", "nested-block", "span", "span-in-heading")}  # nothing is hidden from nobody
RECORDS = {  # carrier → the lowest audience that may see it, whether a page of the sample shows it
    "phase-name": ("partner", False), "milestone-name": ("partner", True), "milestone-raised": ("team", True),
    "kpi-name": ("partner", False), "risk-title": ("team", True), "risk-mitigation": ("team", True), "risk-raised": ("restricted", True),
    "milestone-note": ("team", False), "role-title": ("partner", False), "project-summary": ("internal", False), "page-x-key": ("internal", False),
    "record-x-key": ("internal", False), "embargoed-page": ("team", False), "public-page-draft": ("team", False), "unlabelled-page": ("internal", True),
}


def canary(audience, carrier):
    """One lower-case word that no slug, case, JSON, address or HTML encoding changes, and that nothing else contains."""
    number = int(hashlib.sha256(f"{audience} {carrier}".encode()).hexdigest(), 16)
    return "qz" + "".join("abcdefghijklmnopqrstuvwxyz"[number // 26**i % 26] for i in range(11))


def marked(audience):
    """A page of this audience with a canary in every place a page has."""
    word = lambda carrier: canary(audience, carrier)
    more = f'description: "{word("page-description")}"\ntags: [{word("page-tag")}]\n' + ("parties: [nova]\n" if audience == "partner" else "")
    body = f'{word("page-text")}\n\n## {word("page-heading")}\n\n`{word("page-code")}`\n\n<!-- {word("comment")} -->'
    return {f"content/guide/{word('page-key')}.{language}.md": page(word("page-title"), language, body, audience, more) for language in LANGUAGES}


def host_body():
    """A public page with a block and spans for every audience."""
    parts = ["Testo per tutti.", ":::audience{public}\n" + canary("public", "block") + "\n:::"]
    for audience in AUDIENCES[1:]:
        word = lambda carrier: canary(audience, carrier)
        parts += [f":::audience{{{audience}}}\n{word('block')}\n\n- [a][{word('block-link')}]\n\n[{word('block-link')}]: https://example.org/{word('block-link')}\n:::",
                  f"Prima :audience[{word('span')}]{{{audience}}} dopo.",
                  f"> ::::audience{{{audience}}}\n> :::note\n> {word('nested-block')}\n> :::\n> ::::",
                  f"## Titolo {audience} :audience[{word('span-in-heading')}]{{{audience}}}"]
    return "\n\n".join(parts)


def records():
    """The project of the sample with a canary in names, fields, notes and records raised above their default."""
    files = project()
    word = lambda carrier: canary("record", carrier)
    say = lambda carrier: f'{{it: "{word(carrier)}", sv: "{word(carrier)}", de: "{word(carrier)}"}}'
    files["content/projects/alfa/project.yaml"] += f"summary: {say('project-summary')}\n"
    files["content/projects/alfa/roles.yaml"] += f"- {{id: r9, title: {say('role-title')}, party: client}}\n"
    files["content/projects/alfa/phases.yaml"] += f"- {{id: ph9, name: {say('phase-name')}, kind: stabilise, start: 2026-03-26, end: 2026-05-01}}\n"
    files["content/projects/alfa/milestones.yaml"] += (
        f"- {{id: m8, phase: ph9, name: {say('milestone-name')}, planned: 2026-04-01, forParties: [nova], note: \"{word('milestone-note')}\", x-mark: {word('record-x-key')}}}\n"
        f"- {{id: m9, phase: ph9, name: {say('milestone-raised')}, planned: 2026-04-02, audience: team}}\n")
    files["content/projects/alfa/kpis.yaml"] += f"- {{id: k9, name: {say('kpi-name')}, definition: \"Come\", kind: lagging, unit: \"%\", direction: higher, target: 90, frequency: monthly, owner: pm, party: provider}}\n"
    risk = 'category: knowledge, probability: 4, impact: 4, trigger: "Se", response: reduce, contingency: "Poi", owner: pm, status: open'
    files["content/projects/alfa/risks.yaml"] += (
        f"- {{id: r8, title: {say('risk-title')}, description: \"D\", mitigation: {say('risk-mitigation')}, {risk}}}\n"
        f"- {{id: r9, title: {say('risk-raised')}, description: \"D\", mitigation: \"M\", audience: restricted, {risk}}}\n")
    return files


def lonely_pages():
    """Pages whose canary sits in one place, or which are held back by something else than their audience."""
    word = lambda carrier: canary("record", carrier)
    made = {}
    for key, audience, body, more in (
            ("plan", "team", "::milestone-list\n\n::risk-register\n\n::scorecard", ""),
            ("xmark", "public", "Testo.", f"x-mark: {word('page-x-key')}\n"),
            ("embargo", "public", word("embargoed-page"), "embargoUntil: 2026-06-01\n"),
            ("draft", "public", word("public-page-draft"), "status: draft\n")):
        made.update({f"content/projects/alfa/{key}.{l}.md": page(f"Pagina {key}", l, body, audience, more) for l in LANGUAGES})
    made.update({f"content/projects/alfa/milestones-of-nova.{l}.md": page("Tappe", l, "::milestone-list", "partner", "parties: [nova]\n") for l in LANGUAGES})
    unlabelled = lambda l: page("Senza", l, word("unlabelled-page")).replace("audience: team\n", "")
    return {**made, **{f"content/projects/alfa/unlabelled.{l}.md": unlabelled(l) for l in LANGUAGES}}


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    home = {f"content/{key}.{l}.md": page(f"Inizio {key}", l, "Testo.", "public") for key in ("index", "guide/index", "projects/index", "projects/alfa/index") for l in LANGUAGES}
    host = {f"content/guide/host.{l}.md": page("Ospite", l, host_body(), "public") for l in LANGUAGES}
    files = {"content/site.yaml": site_file(EDITIONS), **home, **host, **records(), **lonely_pages()}
    for audience in AUDIENCES:
        files.update(marked(audience))
    folder = write_site(tmp_path_factory.mktemp("editions") / "site", files)
    return built(folder, folder.parent / "out")


def carriers(word, root):
    """The files below `root` that carry the word in their name or bytes, forwards, backwards, as UTF-16 or in hexadecimal."""
    forms = [word.encode(), word[::-1].encode(), word.encode("utf-16-le"), word.encode("utf-16-be"), word.encode().hex().encode()]
    return [str(path) for path in sorted(root.rglob("*")) if word in str(path.relative_to(root))
            or path.is_file() and any(form in path.read_bytes() for form in forms)]


def test_the_canaries_are_many_and_different():
    words = [canary(a, c) for a in AUDIENCES for c in CARRIERS] + [canary("record", c) for c in RECORDS]
    assert len(words) == len(set(words)) > 70


@pytest.mark.parametrize("audience, carrier", [(a, c) for a in AUDIENCES for c in CARRIERS if (a, c) not in NOWHERE])
def test_page_block_and_span(output, audience, carrier):
    word, level = canary(audience, carrier), AUDIENCES.index(audience)
    for other in AUDIENCES:
        found = carriers(word, editions(output)[BY_AUDIENCE[other]])
        if AUDIENCES.index(other) < level or carrier in NEVER:
            assert not found, f"{carrier} for {audience} in the {other} edition"
        else:
            assert found, f"{carrier} for {audience} is missing from the {other} edition"


@pytest.mark.parametrize("carrier", RECORDS)
def test_records_and_fields(output, carrier):
    lowest, shown = RECORDS[carrier]
    for other in AUDIENCES:
        found = carriers(canary("record", carrier), editions(output)[BY_AUDIENCE[other]])
        if AUDIENCES.index(other) < AUDIENCES.index(lowest):
            assert not found, f"{carrier} in the {other} edition"
        elif shown and other in ("team", "restricted"):
            assert found, f"{carrier} is missing from the {other} edition"


def test_a_shared_record_reaches_the_provider_it_names(output):
    assert carriers(canary("record", "milestone-name"), editions(output)["nova"])


def test_the_marks_themselves_are_in_no_page(output):
    read = [path.read_text("utf-8") for path in pages(output)]
    assert len(read) > 100
    assert not any(":audience[" in text or ":::audience" in text or "audience{" in text for text in read)
    assert not any(0xFDD0 <= ord(letter) <= 0xFDEF for text in read for letter in text)


def test_the_owner_marker_names_the_audience(output):
    for edition, audience in EDITIONS.items():
        assert audience in (output / edition / ".staffetta-owner").read_text("utf-8")
