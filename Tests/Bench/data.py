"""Measures reading and checking data alone: ten thousand risks as YAML and as CSV, and the records of 300 projects."""
import argparse
import csv
import io
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
BINARY = Path(os.environ.get("STAFFETTA", HERE.parents[1] / ".build/release/staffetta")).absolute()
WORDS = "överlämning kunskap data risk plan fas kund samtal svar system test leverantör nummer team vecka".split()
SITE = 'name: {sv: "Prov"}\nlanguages: [sv]\nsourceLanguage: sv\nasOf: 2026-02-01\ntimezone: Europe/Rome\neditions:\n  wiki: {audience: team, url: "https://wiki.example"}\n'
FILES = {
    "site.yaml": SITE, "index.sv.md": "---\ntitle: Hem\n---\n\nText.\n",
    "projects/p/project.yaml": "name: P\ntype: insourcing\nstart: 2026-01-05\n",
    "projects/p/roles.yaml": "- {id: pm, title: Ansvarig, party: client}\n",
}
STAGE = re.compile(r"^(parse|rules)\s+([0-9.]+) ms", re.M)


def risks(count):
    r = random.Random(1)
    words = lambda n: " ".join(r.choice(WORDS) for _ in range(n))
    for number in range(count):
        yield {"id": f"r{number}", "title": words(2), "category": "knowledge", "probability": r.randint(1, 3), "impact": r.randint(1, 4),
               "trigger": words(2), "response": "reduce", "mitigation": words(3), "contingency": words(2), "owner": "pm", "status": "open"}


def as_yaml(rows):
    return "".join("- " + "\n  ".join(f'{k}: {v if isinstance(v, int) or k in ("id", "owner") else chr(34) + v + chr(34)}' for k, v in row.items()) + "\n" for row in rows)


def as_csv(rows):
    rows = list(rows)
    text = io.StringIO()
    table = csv.DictWriter(text, rows[0], delimiter=";")
    table.writeheader()
    table.writerows(rows)
    return text.getvalue()


def site(folder, files):
    for path, text in {**FILES, **files}.items():
        target = folder / "content" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    return folder


def measure(folder, rounds):
    """Milliseconds of parsing and of the rules, on one thread; medians."""
    times = {"parse": [], "rules": []}
    for _ in range(rounds):
        said = subprocess.run([BINARY, "check", "--site", folder, "--edition", "wiki", "--jobs", "1", "--timings"], capture_output=True, text=True)
        if said.returncode:
            sys.exit(said.stderr[-3000:])
        for stage, time in STAGE.findall(said.stderr):
            times[stage].append(float(time))
    return {stage: median(each) for stage, each in times.items()}


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--max-risks", type=float, default=250, help="milliseconds for ten thousand risks")
    options.add_argument("--max-projects", type=float, default=600, help="milliseconds for 300 projects")
    options.add_argument("--yardstick", type=Path, default=HERE / "corpus.py")
    options = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-data-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        folder = Path(folder)
        texts = {"yaml": as_yaml(risks(10_000)), "csv": as_csv(risks(10_000))}
        totals = {}
        for kind, text in texts.items():
            times = measure(site(folder / kind, {f"projects/p/risks.{kind}": text}), options.rounds)
            totals[kind] = sum(times.values())
            print(f"10,000 risks, {len(text.encode()) / 1e6:.2f} MB of {kind.upper()}: read {times['parse']:.0f} ms, checked {times['rules']:.0f} ms, together {totals[kind]:.0f} ms")
        corpus = folder / "corpus"
        subprocess.run([sys.executable, options.yardstick, corpus, "300", "0", "staffetta"], check=True)
        for page in (corpus / "content/projects").rglob("*.md"):
            page.unlink()
        times = measure(corpus, options.rounds)
        totals["projects"] = sum(times.values())
        print(f"300 projects of the corpus, 13,800 records and measurements: read {times['parse']:.0f} ms, checked {times['rules']:.0f} ms, together {totals['projects']:.0f} ms of one core")
        shutil.rmtree(corpus)
    bounds = [("YAML", totals["yaml"], options.max_risks), ("CSV", totals["csv"], totals["yaml"]), ("projects", totals["projects"], options.max_projects)]
    missed = [f"{name}: {value:.0f} ms, the bound is {bound:.0f}" for name, value, bound in bounds if value > bound]
    print("\n".join(f"missed: {line}" for line in missed) or "every bound is kept")
    sys.exit(bool(missed))


if __name__ == "__main__":
    main()
