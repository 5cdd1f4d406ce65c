"""Whatever goes wrong while a site is published: readers have the old site or the new one, and the next run mends the rest."""
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

import faults
from harness import build, built, published, start, tree, write_site
from samples import trilingual

SLOW = ",".join(["?rename", "renameat", "renameat2", "syncfs", "fsync"])
needs_strace = pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount")


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    return faults.prepare(tmp_path_factory.mktemp("case"))


@needs_strace
def test_struck_at_sampled_system_calls(case):
    points = faults.discover(case)
    assert {"write", "flock"} & {p.call for p in points} and faults.EXCHANGES & {p.call for p in points}
    lines = []
    tally = faults.sweep(case, faults.sample(points, 60), lines.append)
    assert (tally["torn"], tally["unrecovered"], tally["unclear"]) == (0, 0, 0), "\n".join(lines)
    assert tally["points"] >= 40 and tally["old"] > 0 and tally["new"] > 0, tally


@pytest.fixture
def small_disk(tmp_path):
    """A function that mounts (or remounts) a memory disk of so many kilobytes."""
    mount = tmp_path / "disk"
    mount.mkdir()

    def resize(kilobytes, *flags):
        options = ",".join([f"size={kilobytes}k", *flags])
        if subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", mount], capture_output=True).returncode:
            pytest.skip("a memory disk cannot be mounted here")
        return mount

    yield resize
    subprocess.run(["umount", "-l", mount], capture_output=True)


def used(folder):
    state = os.statvfs(folder)
    return (state.f_blocks - state.f_bfree) * state.f_frsize // 1024


@needs_root
def test_full_disk_at_the_first_publish(case, small_disk):
    output = small_disk(64) / "out"
    result = build(case.folder / "site", output)
    assert result.code == 74 and "disk/out" in result.stderr and published(output) == {}


@needs_root
def test_full_disk_keeps_the_old_site(case, small_disk):
    output = small_disk(20_000) / "published"
    shutil.copytree(case.folder / "old/published", output)
    full, codes = used(output), []
    for spare in (4, 12, 32, 64, 128, 20_000):
        small_disk(full + spare, "remount")
        codes.append(build(case.folder / "site", output).code)
        assert published(output) == (case.new if codes[-1] == 0 else case.old), f"{spare} kB to spare, exit {codes[-1]}"
        if codes[-1] == 0:
            break
    assert codes[0] == 74 and codes[-1] == 0 and set(codes) == {0, 74}


def test_four_builds_at_once(case):
    output = faults.fresh(case) / "published"
    running = [start(["build", "--site", case.folder / "site", "--output", output]) for _ in range(4)]
    said = [process.communicate(timeout=60) for process in running]
    codes = [process.returncode for process in running]
    assert 0 in codes and set(codes) <= {0, 75}, said
    assert faults.clean(case, output)


def delayed(case, output, calls=SLOW, seconds=2):
    """A build that stops for a while in the middle, and has begun to write."""
    before = tree(output)
    process = start(["build", "--site", case.folder / "site", "--output", output], prefix=[
        "strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={calls}", "-e", f"inject={calls}:delay_enter={seconds}000000:when=1"])
    deadline = time.monotonic() + 10
    while tree(output).keys() == before.keys() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert tree(output).keys() != before.keys() and process.poll() is None
    return process


@needs_strace
def test_a_build_beside_a_running_one_is_75(case):
    output = faults.fresh(case) / "published"
    holder = delayed(case, output)
    others = [build(case.folder / "site", output) for _ in range(3)]
    assert holder.poll() is None, "the slow build was over too soon to prove anything"
    assert [other.code for other in others] == [75] * 3, others[0]
    assert all("error[" in other.stderr for other in others)
    holder.communicate(timeout=60)
    assert holder.returncode == 0 and faults.clean(case, output)


def children(process):
    return [int(pid) for pid in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]


@needs_strace
def test_interrupted_is_130_and_the_old_site_stays(case):
    output = faults.fresh(case) / "published"
    process = delayed(case, output, seconds=4)
    os.kill(children(process)[0], signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode in (130, -signal.SIGINT)  # a shell shows both as 130
    assert faults.side(case, published(output)) == "old"
    assert build(case.folder / "site", output).code == 0 and faults.clean(case, output)


FOREIGN = {"in an edition's folder": "wiki/holiday.jpg", "beside the editions": "holiday/photo.jpg"}


@pytest.mark.parametrize("name", FOREIGN.values(), ids=FOREIGN.keys())
def test_an_output_folder_with_foreign_files_is_refused(site, tmp_path, name):
    output = write_site(tmp_path / "my-photos", {name: "precious"})
    before = tree(output)
    result = build(site(trilingual(("wiki",))), output)
    assert result.code in (64, 74) and "my-photos" in result.stderr
    assert tree(output) == before


@pytest.mark.parametrize("where", [".", "content", "..", "content/projects"])
def test_the_source_is_never_the_output(site, where):
    folder = site(trilingual(("wiki",)))
    before = tree(folder.parent)
    assert build(folder, folder / where).code in (64, 74)
    assert tree(folder.parent) == before


@pytest.mark.parametrize("name", [".gitkeep", "README.md"])
def test_the_file_that_keeps_the_folder_in_version_control_is_kept(site, name):
    folder = site({**trilingual(("wiki",)), f"public/{name}": "kept"})
    assert (built(folder, folder / "public") / name).read_text() == "kept" and published(folder / "public")


def test_a_folder_of_one_audience_is_not_reused_for_another(site, tmp_path):
    files, output = trilingual(("wiki",)), tmp_path / "out"
    folder = site(files)
    before = published(built(folder, output))
    write_site(folder, {"content/site.yaml": files["content/site.yaml"].replace("audience: team", "audience: public")})
    assert build(folder, tmp_path / "other").code == 0
    result = build(folder, output)
    assert result.code in (64, 74) and "wiki" in result.stderr
    assert published(output) == before != {}


def test_unchanged_files_keep_their_time_and_removed_ones_go(case):
    output = faults.fresh(case) / "published"
    for path in output.rglob("*.html"):
        os.utime(path, (1e9, 1e9))
    built(case.folder / "site", output)
    same = [f"{e}/{n}" for e, names in case.new.items() for n, d in names.items() if n.endswith(".html") and case.old[e].get(n) == d]
    assert same and all((output / name).stat().st_mtime == 1e9 for name in same)
    assert published(output) == case.new
