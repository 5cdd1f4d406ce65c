"""Ids, references, dependencies and links: what they name must exist once, in no circle, and be for the same readers.

Not tried here, because no such collection exists: references to providers, systems and documents. `incoming`, `partner` and
the like take any name until providers are records of their own.
"""
import pytest

from corpus import HEAD, MARK, PAGE, accepts, case, changed, configured, data, front, refuses, text
from samples import LANGUAGES, RECORDS

ID = r"does not fit this field(.|\n)*a-z, 0-9 and -"
TWO = {"content/projects/beta/project.yaml": RECORDS["project.yaml"].replace("alfa", "beta"), "content/projects/beta/roles.yaml": RECORDS["roles.yaml"]}


@pytest.mark.parametrize("wanted", [
    changed("risks", "owner: pm", f"owner: {MARK}pmm", '"pmm" is not in roles(.|\n)*did you mean "pm"'),
    changed("kpis", "owner: pm", f"owner: {MARK}mp", '"mp" is not in roles(.|\n)*did you mean "pm"'),
    changed("risks", "status: open", f"status: open\n  phase: {MARK}preparare", '"preparare" is not in phases(.|\n)*did you mean "prepare"'),
    changed("milestones", "phase: prepare", f"phase: {MARK}hand-ovr", 'did you mean "hand-over"'),
    changed("milestones", "planned: 2026-03-20", f"planned: 2026-03-20, dependsOn: [m1, {MARK}m9]", '"m9" is not in milestones(.|\n)*did you mean "m1"'),
    changed("project", "sponsor: pm", f"sponsor: {MARK}direzione", '"direzione" is not in roles(.|\n)*there is: pm'),
    changed("project", "lead: pm", f"lead: {MARK}pn", 'did you mean "pm"'),
    changed("roles", "party: client", f"party: client, backup: {MARK}vice", '"vice" is not in roles'),
    changed("kpis", "owner: pm", f"owner: pm\n  parent: {MARK}k2", 'did you mean "k1"'),
    case({data("channels"): f"- {{id: c1, kind: chat, market: SE, validFrom: 2026-01-01, replaces: {MARK}c0}}\n"}, 'did you mean "c1"'),
    front(f"title: Uno\nowner: {MARK}pmm", '"pmm" is not in roles(.|\n)*did you mean "pm"'),
    front(f"title: Uno\nproject: {MARK}alfaa", 'there is no project "alfaa"(.|\n)*did you mean "alfa"'),
    text(f"Già {MARK}{{{{ milestones.m9.name }}}} no.", 'there is no "m9"(.|\n)*did you mean "m1"'),
    text(f"Già {MARK}{{{{ milestones.m1.nome }}}} no.", 'there is no "nome"(.|\n)*did you mean "name"'),
    text(f"Già {MARK}{{{{ milestone.m1.name }}}} no.", 'there is no "milestone"(.|\n)*did you mean "milestones"'),
    text(f"Già {MARK}{{{{ projects.alfaa.name }}}} no.", 'there is no project "alfaa"(.|\n)*did you mean "alfa"'),
    text(f"Già {MARK}[[strat]] no.", r"there is no page \"strat\"(.|\n)*did you mean \[\[start\]\]"),
], ids=lambda wanted: wanted.words.split("(")[0][:30])
def test_an_unknown_id_is_answered_with_the_near_one(live, wanted):
    refuses(live, wanted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_id_is_found_in_every_language(live, language):
    path = f"content/guide/case.{language}.md"
    refuses(live, case({path: HEAD + f"Größe åt, perché {MARK}{{{{ milestones.m3.name }}}}.\n"}, 'did you mean "m1"'))
    refuses(live, case({path: f"---\ntitle: Però å ß\nowner: {MARK}pn\n---\n\nTesto.\n"}, 'did you mean "pm"'))


def test_a_reference_does_not_reach_into_another_project(live):
    other = {"content/projects/beta/roles.yaml": RECORDS["roles.yaml"].replace("id: pm", "id: capo")}
    project = {"content/projects/beta/project.yaml": TWO["content/projects/beta/project.yaml"].replace(": pm", ": capo")}
    wanted = changed("risks", "owner: pm", f"owner: {MARK}capo", '"capo" is not in roles')
    refuses(live, wanted._replace(files={**project, **other, **wanted.files}))


def milestones(depends):
    """Milestones m1, m2 … with what each depends on."""
    return "".join(f"- {{id: m{n}, phase: prepare, name: Uno, planned: 2026-01-20, dependsOn: [{on}]}}\n" for n, on in enumerate(depends, 1))


@pytest.mark.parametrize("depends, way", [
    ([f"{MARK}m1"], "m1 → m1"), ([f"{MARK}m2", f"{MARK}m1"], "m1 → m2 → m1"),
    ([f"{MARK}m2", f"{MARK}m3", f"{MARK}m4", f"{MARK}m1"], "m1 → m2 → m3 → m4 → m1"),
    (["", f"m1, {MARK}m3", f"m1, {MARK}m2"], "m2 → m3 → m2"),
    (["m2", f"{MARK}m4", "", f"m3, {MARK}m2"], "m2 → m4 → m2"),
], ids=["itself", "two", "four", "with others", "behind another"])
def test_milestones_do_not_wait_for_each_other(live, depends, way):
    errors = refuses(live, case({data("milestones"): milestones(depends)}, f"dependsOn goes in a circle: {way}\n"))
    assert len(errors) == 1


def test_the_other_references_that_make_an_order(live):
    kpis = RECORDS["kpis.yaml"].replace("  kind:", f"  parent: {MARK}k2\n  kind:") + f"- {{id: k2, name: Due, target: 1, parent: {MARK}k1, owner: pm}}\n"
    refuses(live, case({data("kpis"): kpis}, "parent goes in a circle: k1 → k2 → k1\n"))
    channel = "- {{id: c{}, kind: chat, market: SE, validFrom: 2026-01-01, replaces: {}c{}}}\n"
    refuses(live, case({data("channels"): channel.format(1, MARK, 2) + channel.format(2, MARK, 1)}, "replaces goes in a circle: c1 → c2 → c1\n"))


def test_what_depends_on_two_that_depend_on_one_is_no_circle(live):
    """Nor is that two roles stand in for each other."""
    backups = RECORDS["roles.yaml"].replace("party: client", "party: client, backup: vm") + "- {id: vm, title: Vice, party: client, backup: pm}\n"
    accepts(live, {data("milestones"): milestones(["m2, m3", "m4", "m4", ""]), data("roles"): backups})


def test_a_circle_of_thousands_is_told_in_seconds(live):
    count = 8_000
    records = "".join(f"- {{id: m{n}, phase: prepare, name: Uno, planned: 2026-01-20, dependsOn: [m{n % count + 1}, m1]}}\n" for n in range(1, count + 1))
    found = refuses(live, case({data("milestones"): records}, r"m1 → m2 → m3(.|\n)*\(8000 in all\)")._replace(places=[]), at_most=20)
    assert all(len(m.text) < 10_000 for m in found)


@pytest.mark.parametrize("wanted", [
    case({data("milestones"): RECORDS["milestones.yaml"].replace("id: m1", f"id: {MARK}m1").replace("id: m2", f"id: {MARK}m1")}, '"m1" is used twice in milestones'),
    case({data("phases"): RECORDS["phases.yaml"].replace("id: prepare", f"id: {MARK}hand-over").replace("id: hand-over", f"id: {MARK}hand-over", 1)}, '"hand-over" is used twice in phases'),
    case({data("roles"): RECORDS["roles.yaml"].replace("id: pm", f"id: {MARK}pm"), data("roles").replace("yaml", "yml"): RECORDS["roles.yaml"].replace("id: pm", f"id: {MARK}pm")}, '"pm" is used twice in roles'),
    case({data("project"): MARK + RECORDS["project.yaml"], data("project").replace("yaml", "yml"): MARK + RECORDS["project.yaml"]}, "the project is written in two files"),
], ids=["a file", "phases", "two files", "two project files"])
def test_an_id_used_twice_names_both_places(live, wanted):
    first, second = wanted.places[:2]
    refuses(live, wanted._replace(places=[second, first]))


def test_an_id_belongs_to_its_collection_and_project(live):
    accepts(live, {**TWO, data("phases"): RECORDS["phases.yaml"].replace("id: prepare", "id: pm"),
                   data("milestones"): RECORDS["milestones.yaml"].replace("phase: prepare", "phase: pm")})


BAD_IDS = ("M1", "'m 1'", "må", "../m", "m/1", "m.1", "m_1", "m:1", "m#1", "''", "m" * 65, "'%6D'", "m\u0301")


@pytest.mark.parametrize("name", BAD_IDS)
def test_an_id_is_made_of_small_letters(live, name):
    refuses(live, changed("milestones", "id: m1", f"id: {MARK}{name}", ID))
    refuses(live, changed("risks", "owner: pm", f"owner: {MARK}{name}", "does not fit this field(.|\n)*the id of a record in roles"))
    refuses(live, front(f"title: Uno\nslug: {MARK}{name}", ID))
    refuses(live, configured("  wiki: {", f"  {name if name[0].isalpha() else repr(name.strip(chr(39)))}: {MARK}{{", "cannot name an edition"))


@pytest.mark.parametrize("name", ["M1", "m 1", "må", "m_1", "m" * 65, "-_-"])
def test_a_projects_folder_is_an_id(live, name):
    folder = f"content/projects/{name}"
    records = {f"{folder}/project.yaml": RECORDS["project.yaml"].replace("id: alfa\n", ""), f"{folder}/roles.yaml": RECORDS["roles.yaml"]}
    refuses(live, case(records, f'"{name}" cannot name a project(.|\n)*a-z, 0-9 and -')._replace(places=[(f"{folder}/project.yaml", 0, 0)]))


@pytest.mark.parametrize("name", ["Caso", "caso uno", "caffè", "caso_uno", "caso.uno"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pages_name_is_made_of_small_letters(live, language, name):
    path = f"content/guide/{name}.{language}.md"
    refuses(live, case({path: HEAD + "Testo.\n"}, r"a-z, 0-9 and -")._replace(places=[(path, 0, 0)]))


PUBLIC = HEAD.replace("audience: team", "audience: public")
HIDDEN = "is not for the readers of this place"
LINKS = (f"{MARK}[[riservata]]", f"{MARK}[qui](riservata.{{}}.md)", f"{MARK}[qui](/guide/riservata)", f"[qui]({MARK}[[riservata]])", f"{MARK}[[riservata|qui]]",
         f"{MARK}[[guide/riservata#uno]]")


@pytest.mark.parametrize("link", LINKS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_public_page_does_not_link_to_a_hidden_one(live, language, link):
    hidden = {f"content/guide/riservata.{language}.md": HEAD + "## Uno {#uno}\n\nSolo per noi.\n"}
    for before in ("Größe åt, perché: ", "> - ", "| a |\n|---|\n| è ", "## Perché "):
        refuses(live, case({**hidden, f"content/guide/case.{language}.md": PUBLIC + f"{before}{link.format(language)} ecco.\n"}, HIDDEN))


@pytest.mark.parametrize("audience, others", [("public", ("partner", "internal", "team", "restricted")), ("internal", ("team", "restricted"))])
def test_every_step_between_audiences_counts(live, audience, others):
    for other in others:
        hidden = {"content/guide/riservata.it.md": HEAD.replace("team", other) + "Per pochi.\n"}
        refuses(live, case({**hidden, PAGE: HEAD.replace("team", audience) + f"Già {MARK}[[riservata]] no.\n"}, HIDDEN))


def test_a_hidden_part_may_link_to_a_hidden_page(live):
    accepts(live, {"content/guide/riservata.it.md": HEAD + "Solo per noi.\n", PAGE: PUBLIC + "Per tutti.\n\n:::audience{team}\nPer noi: [[riservata]]\n:::\n"})
