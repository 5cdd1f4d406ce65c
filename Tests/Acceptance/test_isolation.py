"""A build leaves nothing of another edition where it publishes, and it talks to nobody: no network, no other program, no version control."""
import re
import shutil
import subprocess

import pytest

from harness import build, built, run, tree, write_site
from leakscan import found_in
from samples import page, project

SECRET = "qz5team7word9"
needs_strace = pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")


def files(editions):
    """A small site whose team pages, records and attachments carry the word."""
    settings = "name: Consegne\nlanguages: [it, sv, de]\nsourceLanguage: it\ntimezone: Europe/Rome\nasOf: 2026-02-01\neditions:\n"
    made = {f"content/projects/alfa/{name}": text for name, text in project_files().items()}
    return {
        "content/site.yaml": settings + "".join(f'  {name}: {{ audience: {audience}, url: "https://{name}.example" }}\n' for name, audience in editions.items()),
        "content/index.it.md": page("Inizio", "it", "Testo.", "public"), "content/projects/index.it.md": page("Progetti", "it", "Testo.", "public"),
        "content/projects/alfa/index.it.md": page("Alfa", "it", "Testo.", "public"),
        f"content/projects/alfa/{SECRET}.it.md": page(f"Squadra {SECRET}", "it", f"[Modulo]({SECRET}.pdf)\n\n::risk-register", "team"),
        f"content/projects/alfa/{SECRET}.pdf": f"%PDF-1.4 {SECRET}", **made,
    }


def project_files():
    data = {name.removeprefix("content/projects/alfa/"): text for name, text in project().items()}
    return {**data, "risks.yaml": data["risks.yaml"].replace("Conoscenza persa", f"Conoscenza {SECRET}")}


def carries(folder):
    return bool(found_in(folder, {SECRET}))


def refused_or_clean(result, folder):
    """What readers of the public could fetch from a folder that was published for them."""
    return not carries(folder) if result.code == 0 else bool(result.stderr)


def test_an_edition_beside_another_is_without_it(site, tmp_path):
    folder = site(files({"customers": "public", "wiki": "team"}))
    assert carries(built(folder, tmp_path / "out", "--edition", "wiki") / "wiki")
    public = built(folder, tmp_path / "out", "--edition", "customers") / "customers"
    assert not carries(public)
    alone = built(folder, tmp_path / "alone", "--edition", "customers") / "customers"
    assert tree(public) == tree(alone)


def test_an_edition_that_becomes_public_keeps_nothing(site, tmp_path):
    """The same name, another audience: the address that the team read is now everyone's."""
    assert carries(built(site(files({"portal": "team"})), tmp_path / "out") / "portal")
    result = build(site(files({"portal": "public"})), tmp_path / "out")
    assert refused_or_clean(result, tmp_path / "out/portal")
    if result.code == 0:
        assert tree(tmp_path / "out/portal") == tree(built(site(files({"portal": "public"})), tmp_path / "alone") / "portal")


def test_two_editions_that_change_their_names_change_their_readers(site, tmp_path):
    built(site(files({"one": "team", "two": "public"})), tmp_path / "out")
    result = build(site(files({"one": "public", "two": "team"})), tmp_path / "out")
    assert refused_or_clean(result, tmp_path / "out/one")


@pytest.mark.parametrize("inside", ["wiki", "wiki/it", "wiki/files"])
def test_nothing_is_published_into_another_edition(site, tmp_path, inside):
    """Whoever serves the inner folder to the public must not find the team's pages around it, nor the team lose a page."""
    folder = site(files({"customers": "public", "wiki": "team"}))
    before = tree(built(folder, tmp_path / "out", "--edition", "wiki") / "wiki")
    result = build(folder, tmp_path / "out" / inside, "--edition", "customers")
    found = tree(tmp_path / "out/wiki")
    assert all(found.get(name) == digest for name, digest in before.items())
    assert refused_or_clean(result, tmp_path / "out" / inside / "customers")


def test_nothing_is_published_over_files_of_somebody_else(site, tmp_path):
    folder = site(files({"customers": "public"}))
    other = tmp_path / "out/customers"
    other.mkdir(parents=True)
    (other / "page.html").write_text(SECRET)
    result = build(folder, tmp_path / "out")
    assert result.code != 0 and "customers" in result.stderr and tree(other).keys() == {"page.html"}


TRACE = ["strace", "-f", "-qq", "-s", "300", "-e", "trace=%file,%network,%process"]
CALL = re.compile(r"^(?:\[pid +\d+\] |\d+ +)?(\w+)\((.*)$", re.M)


@pytest.fixture(scope="module")
def watched(tmp_path_factory):
    """The system calls of a build and of a check, of a site that lies in a repository."""
    folder = tmp_path_factory.mktemp("watched")
    site = write_site(folder / "site", files({"customers": "public", "wiki": "team"}))
    for command in (["init", "-q"], ["add", "-A"], ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "commit", "-qm", SECRET]):
        subprocess.run(["git", *command], cwd=site, check=True)
    calls = {}
    for name, args in (("build", ["build", "--site", site, "--output", folder / "out"]), ("check", ["check", "--site", site])):
        log = folder / f"{name}.log"
        assert run(args, prefix=[*TRACE, "-o", log]).code == 0
        calls[name] = CALL.findall(log.read_text("utf-8", "replace"))
    return calls


@needs_strace
@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
@pytest.mark.parametrize("name", ["build", "check"])
class TestWatched:
    def test_the_watch_sees_what_is_opened(self, watched, name):
        assert any(call == "openat" and "content/site.yaml" in rest for call, rest in watched[name]) or any("site.yaml" in rest for _, rest in watched[name])

    def test_no_network(self, watched, name):
        spoken = [(call, rest) for call, rest in watched[name] if call in ("socket", "connect", "bind", "listen", "sendto", "recvfrom", "sendmsg")]
        # The C library asks a daemon on the same machine, where there is one, who the user is.
        local = lambda call, rest: call == "socket" and rest.startswith("AF_UNIX") or call == "connect" and "/nscd/socket" in rest
        assert [(call, rest) for call, rest in spoken if not local(call, rest)] == []

    def test_no_other_program(self, watched, name):
        started = [(call, rest) for call, rest in watched[name] if call in ("execve", "execveat")]
        assert len(started) == 1 and "staffetta" in started[0][1]
        born = [(call, rest) for call, rest in watched[name] if call in ("fork", "vfork") or call in ("clone", "clone3") and "CLONE_THREAD" not in rest]
        assert born == []

    def test_no_version_control(self, watched, name):
        assert [(call, rest) for call, rest in watched[name] if re.search(r'\.git[/"]', rest) and call not in ("newfstatat", "statx", "fstatat64")] == []


def test_a_repository_around_the_site_changes_nothing(site, tmp_path):
    folder = site(files({"customers": "public", "wiki": "team"}))
    wanted = tree(built(folder, tmp_path / "without"))
    (folder / ".git").mkdir()
    (folder / ".git/HEAD").write_text("ref: refs/heads/main\n")
    assert tree(built(folder, tmp_path / "with")) == wanted
