"""What YAML could mean but a site's data may not: keys twice, aliases, tags, documents, depth, size; and values as written."""
import resource

import pytest

from corpus import EDITIONS, MARK, PAGE, SITE, accepts, case, changed, configured, data, front, refuses, shown
from harness import run, write_site
from samples import RECORDS, site_file

ALIAS = r"anchors and aliases(.|\n)*write the value out"
LIST = "[{id: m1, name: Uno, planned: 2026-01-20}]"


@pytest.mark.parametrize("wanted", [
    front(f"{MARK}title: Due".join((f"{MARK}title: Uno\ntags: [a]\n", "")), '"title" is written twice'),
    front(f'{MARK}title: Uno\n{MARK}"title": Due', '"title" is written twice'),
    changed("milestones", "{id: m1, phase", f"{{{MARK}id: m1, {MARK}id: m9, phase", '"id" is written twice'),
    changed("risks", "  category: knowledge", f"  {MARK}category: knowledge\n  {MARK}category: delay", '"category" is written twice'),
    changed("phases", '{it: "Preparare"', f'{{{MARK}it: "Preparare", {MARK}it: "Altro"', '"it" is written twice'),
    configured("asOf: 2026-02-01", f"{MARK}asOf: 2026-02-01\n{MARK}asOf: 2026-02-02", '"asOf" is written twice'),
], ids=["front matter", "in quotes", "inside braces", "a record", "a language", "the site's own file"])
def test_a_key_twice_names_both_places(live, wanted):
    first, second = wanted.places
    refuses(live, wanted._replace(places=[second, first]))


@pytest.mark.parametrize("wanted", [
    front(f"title: Uno\n{MARK}descripton: x", '"descripton" is not a field(.|\n)*did you mean "description"'),
    front(f"{MARK}tilte: Uno", '"tilte" is not a field(.|\n)*did you mean "title"'),
    front(f"title: Uno\n{MARK}Owner: pm", '"Owner" is not a field(.|\n)*did you mean "owner"'),
    changed("milestones", "planned: 2026-01-20", f"{MARK}planed: 2026-01-20", 'did you mean "planned"'),
    changed("kpis", "value: 71", f"{MARK}vaule: 71", 'did you mean "value"'),
    changed("project", "sponsor:", f"{MARK}sponsr:", 'did you mean "sponsor"'),
    configured("sourceLanguage: it", f"sourceLanguage: it\n{MARK}legall: {{}}", 'did you mean "legal"'),
    configured("audience: public", f"audience: public, {MARK}partnr: nova", 'did you mean "partner"'),
], ids=["description", "title", "capital", "milestone", "measurement", "project", "site", "edition"])
def test_an_unknown_key_is_answered_with_the_near_one(live, wanted):
    refuses(live, wanted)


@pytest.mark.parametrize("wanted", [
    front(f"title: {MARK}[Uno]", "a list stands where another type belongs(.|\n)*a text"),
    front(f"title: {MARK}{{it: Uno}}", "a mapping stands"),
    front(f"title: Uno\nreviewBy: {MARK}[2027-01-01]", "a list stands(.|\n)*YYYY-MM-DD"),
    front(f"title: Uno\ntags: [a, {MARK}[b]]", "a list stands"),
    front(f"title: Uno\ntags:\n  - a\n  -{MARK}\n  - b", "nothing stands"),
    changed("milestones", "planned: 2026-01-20", f"planned: {MARK}{{day: 2026-01-20}}", "a mapping stands"),
    changed("risks", '{it: "Conoscenza persa", sv: "Förlorad kunskap", de: "Verlorenes Wissen"}', f"{MARK}[Conoscenza]", "a list stands"),
    changed("risks", 'sv: "Förlorad kunskap"', f"sv: {MARK}[Förlorad]", "a list stands"),
    changed("kpis", "measurements: [{", f"measurements: [{MARK}niente, {{", "text stands where a measurement belongs"),
    case({data("milestones"): f"{MARK}id: m1\nname: Uno\n"}, "a mapping stands where a list belongs(.|\n)*- id"),
    case({data("project"): f"{MARK}- name: Uno\n"}, "a list stands where a project belongs"),
    configured("languages: [it, sv, de]", f"languages: {MARK}{{it: sv}}", "a mapping stands"),
    configured("asOf: 2026-02-01", f"asOf: {MARK}[2026-02-01]", "a list stands"),
], ids=lambda wanted: f"{wanted.places[0][0].split('/')[-1]} {wanted.words[:20]}")
def test_a_value_of_another_type_is_refused_where_it_stands(live, wanted):
    refuses(live, wanted)


@pytest.mark.parametrize("value", [
    "no", "yes", "on", "Off", "True", "8:30", "12:30:00", "0123", "0o17", "0x1F", "1.10", "1e3", ".5", "1_000", "+39 02 1234", "NaN", ".inf", "2027-02-30", "=", "~x"])
def test_a_text_is_kept_as_it_is_written(live, value):
    page = f"---\ntitle: {value}\naudience: team\n---\n\nC {{{{ project.client }}}}, V {{{{ project.version }}}}, A {{{{ channels.c1.address }}}}.\n"
    project = RECORDS["project.yaml"].replace('version: "1.0"', f"version: {value}") + f"client: {value}\n"
    channel = f"- {{id: c1, kind: phone, market: NO, address: {value}, validFrom: 2026-01-01, hours: [{{days: mon, open: {value}, close: {value}}}]}}\n"
    output = accepts(live, {"content/projects/alfa/case.it.md": page, data("project"): project, data("channels"): channel})
    assert shown(output, f"C {value}, V {value}, A {value}.") and shown(output, f"{value} · Progetto Alfa · Consegne")


def test_norwegian_is_a_language_and_a_country(live):
    refuses(live, configured("sourceLanguage: it", f"sourceLanguage: {MARK}no", '"no" is not one of the site\'s languages'))
    accepts(live, {SITE: site_file(EDITIONS), data("project"): RECORDS["project.yaml"] + "fallback: [no]\ngoLive: {NO: 2026-03-02}\n"})


def bomb():
    levels = [f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    return "a0: &a0 [lol]\n" + "\n".join(levels) + "\n"


def seconds(folder):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = run(["check", "--site", folder])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return result, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@pytest.mark.parametrize("path, start, end", [(PAGE, "---\ntitle: Uno\n", "---\n\nTesto.\n"), (data("project"), "", ""), (SITE, "", "")])
def test_an_alias_bomb_costs_nothing(live, path, start, end):
    usual = seconds(live[0])[1]
    wanted = case({path: start + bomb().replace("&a0", MARK + "&a0") + end}, ALIAS)
    refuses(live, wanted, at_most=60)
    write_site(live[0], wanted.files)
    result, used = seconds(live[0])
    assert result.code == 1 and used < usual + 0.1


@pytest.mark.parametrize("wanted", [
    front(f"title: Uno\ntags: {MARK}&a [*a]", ALIAS), front(f"title: Uno\ntags: [{MARK}*niente]", ALIAS), front(f"title: {MARK}&a Uno", ALIAS),
    front(f"title: Uno\n<<: {MARK}*niente", ALIAS), front(f"title: Uno\n{MARK}<<: {{order: 1}}", "this key is not a plain name"),
    case({data("milestones"): f"- {MARK}&m {LIST[1:-1]}\n- <<: *m\n  id: m2\n"}, ALIAS),
    configured("[it, sv, de]", f"{MARK}&l [it, sv, de]", ALIAS), configured("languages: [it, sv, de]", f"languages: {MARK}*l", ALIAS),
], ids=["itself", "undefined", "anchor", "merge", "merged mapping", "merged record", "site anchor", "site alias"])
def test_aliases_and_merges_are_refused(live, wanted):
    refuses(live, wanted, at_most=4)


@pytest.mark.parametrize("wanted", [
    case({data("milestones"): f"{LIST}\n{MARK}---\n[]\n"}, "a second document begins here"),
    case({data("milestones"): f"---\n{LIST}\n{MARK}---\n"}, "a second document begins here"),
    case({data("project"): RECORDS["project.yaml"] + f"...\n{MARK}---\nid: alfa\n"}, "a second document begins here"),
    case({SITE: site_file(EDITIONS) + f"{MARK}---\nrawHTML: true\n"}, "a second document begins here"),
    case({PAGE: f"---\ntitle: Uno\n{MARK}--- altro\naudience: team\n---\n\nTesto.\n"}, "a second document begins here"),
], ids=["a list", "empty", "after an end", "the site's own file", "front matter"])
def test_a_second_document_is_refused(live, wanted):
    refuses(live, wanted)


def test_one_document_may_be_marked(live):
    accepts(live, {data("milestones"): "---\n" + RECORDS["milestones.yaml"] + "...\n", SITE: "%YAML 1.1\n---\n" + site_file(EDITIONS)})


@pytest.mark.parametrize("tag", ["!!python/object:os.system", "!x", "!!str", "!!null", "!!binary", "!", "!<tag:x>"])
def test_tags_are_refused(live, tag):
    name = tag.strip("!<>")
    refuses(live, front(f"title: {MARK}{tag} Uno", f"tag(.|\n)*{name} is not allowed"))
    refuses(live, changed("milestones", "planned: 2026-01-20", f"planned: {MARK}{tag} 2026-01-20", f"{name} is not allowed"))
    refuses(live, configured("asOf: ", f"asOf: {MARK}{tag} ", f"{name} is not allowed"))


@pytest.mark.parametrize("wanted", [
    front(f"title: Uno\n{MARK}!!str order: 1", "is not allowed"), front(f"title: Uno\ntags: {MARK}!!set [a]", "is not allowed"),
    case({data("milestones"): f"{MARK}!!omap {LIST}\n"}, "is not allowed"), case({data("milestones"): f"- {MARK}!m {LIST[1:-1]}\n"}, "is not allowed"),
    case({data("milestones"): f"%TAG ! tag:x,2000:\n---\n- {MARK}!m {LIST[1:-1]}\n"}, "is not allowed"),
], ids=["key", "list", "file", "record", "directive"])
def test_tags_are_refused_wherever_they_stand(live, wanted):
    refuses(live, wanted)


@pytest.mark.parametrize("deep", ["[" * 1001, "{a: " * 1001, "- " * 1001, "[" * 1001 + "]" * 1001], ids=["lists", "mappings", "hyphens", "closed lists"])
def test_data_is_not_nested_deep(live, deep):
    result = refuses(live, case({data("milestones"): deep}, "nested more than 50 levels")._replace(places=[]))
    assert result[0].places[0][:2] == (data("milestones"), 1)
    if "-" not in deep:
        refuses(live, case({PAGE: f"---\ntitle: Uno\ntags: {deep}\n---\n\nTesto.\n"}, "nested more than 50 levels")._replace(places=[]))


@pytest.mark.parametrize("path, start", [(PAGE, "---\ntitle: "), (data("milestones"), "- id: "), (SITE, "name: ")])
def test_a_text_of_megabytes_is_refused_unread(live, path, start):
    wanted = case({path: start + "x" * 5_000_000 + "\n"}, rf"has 5\d{{6}} bytes(.|\n)*at most {1 << 20 if path == PAGE else 4 << 20}(.|\n)*split it")
    errors = refuses(live, wanted._replace(places=[(path, 0, 0)]))
    assert len(errors) == 1
