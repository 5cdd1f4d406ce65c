"""What the editions show, and what became visible since a revision of a real git repository: the report that somebody signs."""
import json
import os
import shutil
import subprocess

import pytest

from harness import environment, run, tree, write_site
from samples import UNASKED, page

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
EDITIONS = {"customers": "public", "nova": "partner, partner: nova", "staff": "internal", "wiki": "team"}
SITE = ("name: Consegne\nlanguages: [it]\nsourceLanguage: it\nasOf: 2026-02-01\ntimezone: Europe/Rome\neditions:\n"
        + "".join(f'  {name}: {{ audience: {audience}, url: "https://{name}.example" }}\n' for name, audience in EDITIONS.items()) + UNASKED + "\n")
ALFA = "content/projects/alfa/"
CHANNELS = '- { id: telefono, kind: phone, market: IT, address: "+39 02 1234 5678", validFrom: 2026-01-01%s }\n'
PUBLISH = ", publish: true, publishReason: Per i clienti"
FILES = {
    "content/site.yaml": SITE,
    "content/index.it.md": page("Inizio", "it", "Benvenuti.", "public"),
    "content/guida.it.md": page("Guida", "it", "Come si consegna.", "internal"),
    "content/projects/index.it.md": page("Progetti", "it", "Quali.", "internal"),
    ALFA + "index.it.md": page("Alfa", "it", "Il progetto.", "internal"),
    ALFA + "project.yaml": "id: alfa\nname: Progetto Alfa\ntype: partner-change\nincoming: nova\nstart: 2026-01-05\ncurrency: EUR\ntimezone: Europe/Rome\n",
    ALFA + "providers.yaml": "- { id: nova, side: incoming, legalName: Nova AB, informedOn: 2025-12-01 }\n",
    ALFA + "channels.yaml": CHANNELS % "",
}


def git(folder, *args, date="2026-01-10T12:00:00+01:00"):
    """What git prints, in a repository that heeds nobody's settings."""
    heedless = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
    words = ["git", "-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", *args]
    return subprocess.run(words, cwd=folder, check=True, capture_output=True, env=environment(heedless)).stdout.decode().strip()


def committed(folder, files, name="before", **options):
    """The files in a repository, with a tag; returns the folder."""
    write_site(folder, files)
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", name, **options)
    git(folder, "tag", name)
    return folder


@pytest.fixture
def repository(tmp_path):
    return committed(tmp_path / "site", FILES)


def report(folder, *args, since="before", **options):
    compared = [] if since is None else ["--since", since]
    return run(["check", "--site", folder, "--disclosure", *compared, *args], **options)


def items(folder, *args, **options):
    """Edition → [(kind, key, who saw it before)] of the report for machines."""
    result = report(folder, "--format", "json", *args, **options)
    assert result.code == 0, result.stderr
    readers = lambda who: who and who["audience"] + (f" {who['provider']}" if who["provider"] else "")
    return {part["name"]: [(item["kind"], item["key"], readers(item["before"])) for item in part["items"]] for part in json.loads(result.stdout)["editions"]}


def kinds(found, *wanted):
    return [item for item in found if item[0] in wanted]


def test_nothing_changed_is_nothing_new(repository):
    assert items(repository) == {name: [] for name in EDITIONS}
    assert report(repository).stdout.count("\n\nNothing new.\n") == len(EDITIONS)


def test_a_change_that_no_reader_sees_is_nothing_new(repository):
    write_site(repository, {"content/README.md": "Note", "content/projects/alfa/.nascosto.yaml": "a: 1", "note.txt": "fuori"})
    assert items(repository) == {name: [] for name in EDITIONS}


def test_a_new_public_page_is_new_to_all(repository):
    write_site(repository, {"content/novita.it.md": page("Novità", "it", "Si cambia.", "public")})
    found = items(repository)
    assert found == {name: [("page", "novita/it", None)] for name in EDITIONS}
    assert '- novita: "Novità" (it)\n' in report(repository).stdout


def test_a_page_that_is_opened_says_who_read_it_before(repository):
    write_site(repository, {"content/guida.it.md": page("Guida", "it", "Come si consegna.", "public")})
    found = items(repository)
    assert found["customers"] == [("page", "guida/it", "internal")]
    assert found["staff"] == found["wiki"] == []
    assert '- guida: "Guida" (it) (internal → public)\n' in report(repository, "--edition", "customers").stdout


def test_a_block_that_is_opened_is_new_text(repository):
    hidden, opened = (page("Inizio", "it", f"Benvenuti.\n\n{text}", "public") for text in (":::audience{internal}\nLa gara è decisa.\n:::", "La gara è decisa."))
    write_site(repository, {"content/index.it.md": hidden})
    git(repository, "commit", "-qam", "block")
    write_site(repository, {"content/index.it.md": opened})
    found = items(repository, since="HEAD")
    assert found["customers"] == [("text", "index/it/La gara è decisa.", "internal")] and found["staff"] == []
    assert '- index, it (internal → public): "La gara è decisa."\n  content/index.it.md:8:1\n' in report(repository, since="HEAD").stdout


def test_a_record_that_is_published_brings_its_number(repository):
    write_site(repository, {ALFA + "channels.yaml": CHANNELS % PUBLISH})
    found = items(repository)
    fields = [key for kind, key, before in kinds(found["customers"], "field") if before == "internal"]
    assert fields == [f"alfa/channels/telefono/{name}" for name in ("address", "id", "kind", "market", "validFrom")]
    assert kinds(found["customers"], "phone") == [("phone", "+390212345678", "internal")]
    assert kinds(found["staff"], "phone", "page") == []
    text = report(repository, "--edition", "customers").stdout
    assert "- alfa / channels (1) (internal → public): telefono\n  fields: address, id, kind, market, validFrom\n" in text
    assert "New phone numbers:\n- +39 02 1234 5678 (internal → public)  content/projects/alfa/channels.yaml:1:53\n" in text


def test_a_new_field_of_a_known_record(repository):
    write_site(repository, {ALFA + "channels.yaml": CHANNELS % ", tariffText: Gratis"})
    found = items(repository)
    assert kinds(found["staff"], "field") == [("field", "alfa/channels/telefono/tariffText", None)] and found["customers"] == []
    assert "New fields of records:\n- alfa / channels telefono: tariffText\n" in report(repository, "--edition", "staff").stdout


@pytest.mark.parametrize("written, shown", [("522850 euro", "522,850"), ("522.850 €", "522,850"), ("1 522 850 €", "1,522,850"), ("9999 euro", None), ("il 16.03.2026", None), ("3,141592", None)])
def test_an_amount_in_a_text(repository, written, shown):
    write_site(repository, {"content/index.it.md": page("Inizio", "it", f"Benvenuti.\n\nCosta {written}.", "public")})
    amounts = kinds(items(repository)["customers"], "amount")
    assert amounts == ([("amount", f"index/{shown.replace(',', '')}", None)] if shown else [])
    assert (f"New amounts from 10,000 on:\n- content/index.it.md: {shown} at 8:7\n" in report(repository).stdout) == bool(shown)


def test_persons_attachments_and_addresses(repository):
    person = "- { role: pm, name: Ada Rossi, email: Ada.Rossi@alfa.example }\n"
    roles = "- { id: pm, title: Guida, party: client }\n"
    write_site(repository, {ALFA + "people.yaml": person, ALFA + "roles.yaml": roles, ALFA + "modulo.txt": "Modulo", "content/guida.it.md": page("Guida", "it", "[Modulo](projects/alfa/modulo.txt)", "internal")})
    found = items(repository)
    wanted = [("attachment", "content/projects/alfa/modulo.txt", None), ("person", "Ada Rossi", None), ("email", "ada.rossi@alfa.example", None)]
    assert kinds(found["staff"], "attachment", "person", "email") == wanted
    assert found["customers"] == []


def test_what_a_day_opens_is_new(repository):
    """An embargo that ends changes no file: the earlier revision is read as on its own day."""
    held = page("Annuncio", "it", "Si cambia.", "public", "embargoUntil: 2026-01-20\n")
    site = {"content/site.yaml": SITE.replace("asOf: 2026-02-01\n", ""), "content/annuncio.it.md": held}
    write_site(repository, site)
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "held")
    assert items(repository, "--as-of", "2026-01-19", since="HEAD") == {name: [] for name in EDITIONS}
    found = items(repository, "--as-of", "2026-01-20", since="HEAD")
    assert found["customers"] == [("page", "annuncio/it", "team")] and found["wiki"] == []


def test_what_another_provider_read_is_new_to_this_one(tmp_path):
    editions = SITE.replace("  staff:", '  luna: { audience: partner, partner: luna, url: "https://luna.example" }\n  staff:')
    sides = FILES[ALFA + "providers.yaml"] + "- { id: luna, side: outgoing, legalName: Luna AB, informedOn: 2025-12-01 }\n"
    told = lambda who: {"content/guida.it.md": page("Guida", "it", "Come si consegna.", "partner", f"parties: [{who}]\n")}
    folder = committed(tmp_path / "site", {**FILES, "content/site.yaml": editions, ALFA + "providers.yaml": sides, **told("luna")})
    write_site(folder, told("luna, nova"))
    found = items(folder)
    assert found["nova"] == [("page", "guida/it", "partner luna")] and found["luna"] == found["staff"] == found["customers"] == []
    assert '- guida: "Guida" (it) (partner luna → partner nova)\n' in report(folder).stdout


def test_the_text_for_narrower_readers_is_in_no_wider_part(repository):
    word = "qz5segreto9"
    secret = {"content/index.it.md": page("Inizio", "it", f"Benvenuti.\n\n:::audience{{team}}\n{word} +39 02 8765 4321\n:::\n\n<!-- {word} +39 02 5555 4321 -->", "public"), f"content/{word}.it.md": page(word, "it", word, "team")}
    write_site(repository, secret)
    for since in ("before", None):
        for form in ("text", "json"):
            text = report(repository, "--format", form, since=since).stdout
            parts = text.split("\n## ") if form == "text" else [json.dumps(part) for part in json.loads(text)["editions"]]
            carrying = [part for part in parts if word in part or "8765" in part]
            assert len(carrying) == 1 and "wiki" in carrying[0] and "5555" not in text


def test_a_site_in_a_subfolder(tmp_path):
    committed(tmp_path, {**{"playbook/" + path: text for path, text in FILES.items()}, "content/other.it.md": "no page of ours"})
    folder = tmp_path / "playbook"
    write_site(folder, {"content/guida.it.md": page("Guida", "it", "Come si consegna.", "public")})
    assert items(folder)["customers"] == [("page", "guida/it", "internal")]
    assert run(["check", "--disclosure", "--since", "before", "--edition", "customers"], cwd=folder / "content").stdout == report(folder, "--edition", "customers").stdout


def test_a_repository_that_the_environment_names_is_not_asked(repository, tmp_path):
    other = committed(tmp_path / "other", {"a.txt": "a"}, name="theirs")
    assert report(repository, since="theirs", env={"GIT_DIR": str(other / ".git")}).code == 64
    assert report(repository, env={"GIT_DIR": str(other / ".git")}).code == 0


@pytest.mark.parametrize("revision", ["v9", "--output=x", "HEAD:content", "^HEAD", "before; touch x"])
def test_an_unknown_revision_is_misuse(repository, revision):
    before = tree(repository)
    result = run(["check", "--site", repository, "--disclosure", f"--since={revision}"])
    assert result.code == 64 and "no such revision" in result.stderr and result.stdout == ""
    assert tree(repository) == before


def test_a_folder_outside_of_a_repository_is_misuse(site, tmp_path):
    result = report(site(FILES), env={"GIT_CEILING_DIRECTORIES": str(tmp_path)})
    assert result.code == 64 and "needs a git repository" in result.stderr and result.stdout == ""


def test_without_git_the_message_says_what_installs_it(repository, tmp_path):
    (tmp_path / "empty").mkdir()
    result = report(repository, env={"PATH": str(tmp_path / "empty")})
    assert result.code == 69 and "there is no git" in result.stderr and "apt-get install git" in result.stderr
    assert report(repository, since=None, env={"PATH": str(tmp_path / "empty")}).code == 0


@pytest.mark.parametrize("files, why", [({"content/site.yaml": None}, "there is no content/site.yaml"), ({"content/site.yaml": "name: ["}, "content/site.yaml")])
def test_a_revision_that_is_no_site(repository, files, why):
    write_site(repository, files)
    git(repository, "commit", "-qam", "broken")
    write_site(repository, {"content/site.yaml": SITE})
    result = report(repository, since="HEAD")
    assert result.code == 1 and "error[revision]" in result.stderr and "as it was at HEAD" in result.stderr and why in result.stderr
    assert result.stdout == ""


def test_what_could_not_be_read_counts_as_new_and_is_said(repository):
    write_site(repository, {"content/guida.it.md": "---\ntitle: [\n---\n\nTesto.\n"})
    git(repository, "commit", "-qam", "broken page")
    write_site(repository, {"content/guida.it.md": FILES["content/guida.it.md"]})
    assert items(repository, since="HEAD")["staff"] == [("page", "guida/it", None)]
    assert "\nWhat could not be read at that revision counts as new.\n" in report(repository, since="HEAD").stdout
    assert "counts as new" not in report(repository).stdout


def test_the_exit_code_is_that_of_check(repository):
    write_site(repository, {"content/index.it.md": page("Inizio", "it", "[[nessuna]]", "public")})
    result = report(repository)
    assert result.code == 1 and "nessuna" in result.stderr and result.stdout.startswith("# What is new to readers")


@pytest.mark.parametrize("args", [["--since", "before"], ["--disclosure", "--format", "sarif"], ["--disclosure", "--format", "github"]])
def test_options_that_do_not_go_together(repository, args):
    result = run(["check", "--site", repository, *args])
    assert result.code == 64 and "--disclosure" in result.stderr and result.stdout == ""


def test_every_run_gives_the_same_bytes(repository):
    write_site(repository, {ALFA + "channels.yaml": CHANNELS % PUBLISH})
    for args in (["--format", "json"], []):
        first = report(repository, *args, since=None)
        assert all(report(repository, *args, "--jobs", jobs, since=None).stdout == first.stdout for jobs in ("1", "2", "7"))


WHOLE = """\
# What each edition shows: Consegne, as of 2026-02-01

## staff: internal

Pages:
- guida: "Guida" (it)
- index: "Inizio" (it)
- projects: "Progetti" (it)
- projects/alfa: "Alfa" (it)

Records:
- site (1): site.yaml
  fields: name
- alfa / channels (1): telefono
  fields: address, id, kind, market, validFrom
  on pages: address, id, kind, market, validFrom
- alfa / project (1): alfa
  fields: currency, id, incoming, name, start, timezone, type
- alfa / providers (1): nova
  fields: id, informedOn, legalName, side
  on pages: id, informedOn, legalName, side

Phone numbers:
- +39 02 1234 5678  content/projects/alfa/channels.yaml:1:53

None of these: parts of these pages that not all their readers see, attachments and images,
  names of persons, e-mail addresses, amounts from 10,000 on

I have read what each edition shows. It may be published for the readers who are named above it.

Date:      ____________________

Role:      ____________________

Signature: ____________________
"""
NEW = """\
# What is new to readers: Consegne, as of 2026-02-01

Since before ({commit}, as of 2026-01-10).

## customers: public

New pages:
- guida: "Guida" (it) (internal → public)

New text on pages and in records that were shown before:
- index, it: "Costa 522.850 euro. Chiedete a info@alfa.example." and 1 more
  content/index.it.md:8:1

New e-mail addresses:
- info@alfa.example  content/index.it.md:8:32

New amounts from 10,000 on:
- content/index.it.md: 522,850 at 8:7

I have read what is new. It may be published for the readers who are named above it.

Date:      ____________________

Role:      ____________________

Signature: ____________________
"""


def test_the_text_of_the_whole(repository):
    assert report(repository, "--edition", "staff", since=None).stdout == WHOLE


def test_the_text_of_what_is_new(tmp_path):
    folder = committed(tmp_path / "site", {**FILES, "content/site.yaml": SITE.replace("asOf: 2026-02-01\n", "")})
    write_site(folder, {"content/index.it.md": page("Inizio", "it", "Benvenuti.\n\nCosta 522.850 euro. Chiedete a info@alfa.example.\nGrazie.", "public"),
                        "content/guida.it.md": page("Guida", "it", "Come si consegna.", "public")})
    result = report(folder, "--edition", "customers", "--as-of", "2026-02-01")
    assert result.stdout == NEW.format(commit=git(folder, "rev-parse", "before")[:10])
    assert result.code == 0 and "2 warnings in 4 pages as of 2026-02-01" in result.stderr
