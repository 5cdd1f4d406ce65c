"""Strikes a build at its system calls (kill, ENOSPC, EIO) and proves that the published site is always the old or the new one."""
import argparse
import random
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from harness import build, built, published, tree, write_site
from samples import trilingual

READS = "?open openat ?openat2"
WRITES = ("?creat write pwrite64 writev pwritev pwritev2 copy_file_range sendfile fallocate ftruncate ?mkdir mkdirat ?rename renameat renameat2 "
          "?link linkat ?symlink symlinkat ?unlink unlinkat ?rmdir fsync fdatasync syncfs ?chmod fchmod fchmodat utimensat flock")
CALLS = [name.lstrip("?") for name in (READS + " " + WRITES).split()]
TRACE = "trace=" + ",".join((READS + " " + WRITES).split())
EXCHANGES = {"rename", "renameat", "renameat2"}
ACTIONS = ("signal=KILL", "error=ENOSPC", "error=EIO")
ENTRY = re.compile(r"^(\d+) +(\w+)\((.*)", re.M)


class Case(NamedTuple):
    """An old site already published, the new source that is built over it, and what each looks like."""
    folder: Path
    old: dict
    new: dict
    names: set


class Point(NamedTuple):
    call: str
    nth: int
    action: str

    def __str__(self):
        return f"{self.call}#{self.nth} {self.action}"


def prepare(folder):
    """Publishes the old version, then writes the new source: a page changed, one more, one less."""
    folder = Path(folder)
    files = trilingual(("customers", "wiki"))
    site = write_site(folder / "site", {**files, "content/guide/gone.it.md": "---\ntitle: Via\naudience: team\n---\n\nVecchio.\n"})
    old = published(built(site, folder / "old/published"))
    write_site(site, {"content/guide/gone.it.md": None, "content/guide/added.it.md": "---\ntitle: Nuovo\naudience: team\n---\n\nNuovo.\n",
                      "content/guide/start.it.md": files["content/guide/start.it.md"] + "\nCambiato.\n"})
    after = folder / "after"
    shutil.copytree(folder / "old", after, symlinks=True)
    new = published(built(site, after / "published"))
    assert set(old) == set(new) == {"customers", "wiki"} and all(old[name] != new[name] for name in old)
    return Case(folder, old, new, set(tree(after)))


def fresh(case):
    """A copy of the old state to strike at; its output folder is `published` in it."""
    work = case.folder / "work"
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(case.folder / "old", work, symlinks=True)
    return work


def discover(case):
    """The points of one clean traced build, in order of time: the calls whose path or file is in the output folder.

    strace counts calls per thread, so a point is the nth call of this name of any one thread.
    """
    output, log = fresh(case) / "published", case.folder / "trace"
    result = build(case.folder / "site", output, "--jobs", "1", prefix=["strace", "-f", "-qq", "-y", "-o", log, "-e", TRACE])
    assert result.code == 0, result.stderr
    counts, found = {}, {}
    for thread, call, arguments in ENTRY.findall(log.read_text("utf-8", "replace")):
        counts[thread, call] = counts.get((thread, call), 0) + 1
        if str(output) in arguments and call in CALLS:
            found[call, counts[thread, call]] = True
    return [Point(call, nth, action) for call, nth in found for action in ACTIONS]


def sample(points, count, seed=1):
    """Every exchange, the last calls (after the exchange) and a seeded choice of the rest."""
    sure = [p for p in points if p.call in EXCHANGES][:count // 3] + points[-count // 6:]
    rest = [p for p in points if p not in sure]
    return sure + random.Random(seed).sample(rest, min(len(rest), count - len(sure)))


def side(case, state):
    """`old`, `new` (at least one edition exchanged) or `torn`."""
    if set(state) != set(case.old) or any(state[name] not in (case.old[name], case.new[name]) for name in state):
        return "torn"
    return "old" if state == case.old else "new"


def strike(case, point):
    """(`old`, `new`, `torn` or `missed`, complaints) of a build struck at one point, and of the plain run after it."""
    work, log = fresh(case), case.folder / "struck"
    output = work / "published"
    result = build(case.folder / "site", output, "--jobs", "1", prefix=[
        "strace", "-f", "-qq", "-o", log, "-e", f"trace={point.call}", "-e", f"inject={point.call}:{point.action}:when={point.nth}"])
    killed = point.action.startswith("signal")
    if not (result.code == -9 if killed else "(INJECTED)" in log.read_text("utf-8", "replace")):
        return "missed", []
    state = published(output)
    found = side(case, state)
    complaints = [] if killed else complaints_about(case, result, state)
    again = build(case.folder / "site", output, "--jobs", "1")
    if again.code != 0 or not clean(case, output):
        litter = sorted(set(tree(work)) ^ case.names)[:5]
        complaints.append(f"unrecovered: exit {again.code}, differing names {litter} {again.stderr[-300:]}")
    return found, complaints


def clean(case, output):
    """Is the new site published, with nothing else in or beside the output folder?"""
    return published(output) == case.new and set(tree(output.parent)) == case.names


def complaints_about(case, result, state):
    if result.code == 0:
        return [] if state == case.new else ["unclear: exit 0 without the new site"]
    if result.code != 74:
        return [f"unclear: exit {result.code}: {result.stderr[-300:]}"]
    names_a_path = re.search(r"error\[(.|\n)*(published|content/)", result.stderr)
    return [] if names_a_path else [f"unclear: no path in the message: {result.stderr[-300:]}"]


def sweep(case, points, say=lambda line: None):
    """Strikes every point; returns the tally."""
    tally = dict.fromkeys(("points", "old", "new", "torn", "unrecovered", "unclear", "missed"), 0)
    for point in points:
        found, complaints = strike(case, point)
        tally[found] += 1
        tally["points"] += found != "missed"
        for kind in {complaint.split(":")[0] for complaint in complaints}:
            tally[kind] += 1
        for line in complaints + (["torn"] if found == "torn" else []):
            say(f"{point}: {line}")
    return tally


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--all", action="store_true", help="every point instead of a sample")
    options.add_argument("--points", type=int, default=60, help="size of the sample")
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="faults-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        case = prepare(folder)
        points = discover(case)
        assert points, "the traced build wrote nothing"
        tally = sweep(case, points if chosen.all else sample(points, chosen.points, chosen.seed), print)
    print("{points} points, {old} old, {new} new, {torn} torn, {unrecovered} unrecovered, {unclear} unclear ({missed} not reached)".format(**tally))
    sys.exit(bool(tally["torn"] or tally["unrecovered"] or tally["unclear"] or not tally["points"]))


if __name__ == "__main__":
    main()
