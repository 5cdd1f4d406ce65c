"""The build's report: no file is lost, the as-of date is said, the stages are timed, and misuse is answered with help."""
import re

import pytest

from harness import build, run
from samples import trilingual

LINE = re.compile(r"(\d+) files? found = (.+)")
SITE = {**trilingual(("customers", "wiki")), "content/guide/draft.it.md": "---\ntitle: Bozza\nstatus: draft\n---\n\nPoi.\n"}


def conservation(result):
    """[(files found, the parts)] of every conservation line of a run."""
    return [(int(count), [int(n) for n in re.findall(r"(\d+) [a-z]", parts)]) for count, parts in LINE.findall(result.stdout + result.stderr)]


def test_every_file_found_is_accounted_for(site, tmp_path):
    folder = site(SITE)
    lines = conservation(build(folder, tmp_path / "out"))
    on_disk = sum(path.is_file() for path in (folder / "content").rglob("*"))
    assert lines
    for count, parts in lines:
        assert count == on_disk == sum(parts) and len(parts) >= 2


def test_an_edition_says_what_other_audiences_keep(site, tmp_path):
    result = build(site(SITE), tmp_path / "out", "--edition", "customers")
    assert result.code == 0
    assert re.search(r"[1-9]\d* other audience", result.stdout + result.stderr)


def test_the_as_of_date_is_printed(site, tmp_path):
    result = build(site(SITE), tmp_path / "out", "--as-of", "2026-02-14")
    assert result.code == 0 and "2026-02-14" in result.stdout + result.stderr


def test_timings_name_the_stages(site, tmp_path):
    result = build(site(SITE), tmp_path / "out", "--timings")
    said = result.stdout + result.stderr
    for stage in ("scan", "parse", "select", "assemble", "plan", "check", "render", "deliver"):
        assert re.search(rf"^\s*{stage}\b.*\d", said, re.M), f"no line for {stage} in\n{said}"


@pytest.mark.parametrize("args, hint", [(["bulid"], "build"), (["build", "--editon", "wiki"], "--edition"), (["build", "--as-of", "29.02.2027"], "YYYY-MM-DD"), (["render"], "render")])
def test_misuse_is_64_with_a_hint(site, args, hint):
    result = run(args, cwd=site(SITE))
    assert result.code == 64 and hint in result.stderr


def test_an_unknown_edition_is_misuse_and_names_the_known_ones(site, tmp_path):
    result = build(site(SITE), tmp_path / "out", "--edition", "wikki")
    assert result.code in (1, 64) and "wiki" in result.stderr
    assert not (tmp_path / "out/wikki").exists()


def test_a_folder_without_a_site_is_an_input_error(tmp_path):
    result = run(["build", "--site", tmp_path])
    assert result.code in (1, 64, 74) and "site.yaml" in result.stderr


def test_check_writes_nothing(site):
    folder = site(SITE)
    result = run(["check", "--site", folder])
    assert result.code == 0, result.stderr
    assert not (folder / "public").exists()
