"""Measures what the audience wall costs: the share of select and verify in a build, of the corpus and of the customers' edition."""
import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
BINARY = Path(os.environ.get("STAFFETTA", HERE.parents[1] / ".build/release/staffetta")).absolute()
STAGE = re.compile(r"^(\w+)\s+([0-9.]+) ms", re.M)


def share(site, *options):
    """The share of both stages in all of them, and their milliseconds."""
    with tempfile.TemporaryDirectory(prefix="bench-wall-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as output:
        said = subprocess.run([BINARY, "build", "--site", site, "--output", output, "--timings", *options], capture_output=True, text=True)
    if said.returncode:
        sys.exit(said.stderr[-3000:])
    times = {stage: float(time) for stage, time in STAGE.findall(said.stdout)}
    wall = times["select"] + times["verify"]
    return wall / sum(times.values()), wall


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--max-share", type=float, default=0.10)
    options.add_argument("--yardstick", type=Path, default=HERE / "corpus.py")
    options.add_argument("--documents", default="9", help="pages of a project in each language")
    options = options.parse_args()
    missed = []
    with tempfile.TemporaryDirectory(prefix="bench-corpus-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        corpus = Path(folder) / "corpus"
        subprocess.run([sys.executable, options.yardstick, corpus, "300", options.documents, "staffetta"], check=True, stdout=subprocess.DEVNULL)
        for name, site, *more in (("the corpus", corpus), ("the customers' edition", HERE.parents[1], "--edition", "customers")):
            rounds = [share(site, *more) for _ in range(options.rounds)]
            found, wall = median(each for each, _ in rounds), median(each for _, each in rounds)
            print(f"{name}: select and verify take {wall:.1f} ms, {found:.1%} of the build")
            if found > options.max_share:
                missed.append(name)
    print("missed: " + ", ".join(missed) if missed else "every bound is kept")
    sys.exit(bool(missed))


if __name__ == "__main__":
    main()
