"""The status report as a committee gets it: one A4 page across in Chromium, whatever the language, and accessible on a screen."""
import re
import subprocess
import sys
from pathlib import Path

import pytest

from browser import CHROMIUM, PHONE
from shipped import LANGUAGES, ROOT
from test_accessibility import AXE

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Acceptance"))
from harness import run, write_site  # noqa: E402: the outside tests' own harness

LONG = "Die Zuständigkeiten sind je Standort, Kanal und Sprache schriftlich geregelt, auch für die Nacht. " * 3
WIDE = {"width": 1400, "height": 1000}


def report(site, project, output, *options, env=None):
    done = run(["report", project, "--site", site, "--output", output, *options], env=env)
    assert done.code == 0, done.stderr
    return sorted(output.iterdir())


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    return {day: report(ROOT, "nordhem-casa", tmp_path_factory.mktemp(day), "--as-of", day) for day in ("2025-10-15", "2026-03-16", "2026-06-05")}


def pages(file, folder):
    """How many pages Chromium prints, and how large the first is, in points."""
    pdf = folder / (file.name + ".pdf")
    subprocess.run([CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={pdf}", file.as_uri()],
                   check=True, capture_output=True, timeout=120)
    data = pdf.read_bytes()
    size = re.search(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", data)
    return len(re.findall(rb"/Type\s*/Page\b", data)), tuple(round(float(number)) for number in size.groups())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_is_one_page_across(shipped, tmp_path, language):
    for day, files in shipped.items():
        for file in files:
            if file.name.endswith(f".board.{language}.html") or file.name.endswith(f".svarsund.{language}.html"):
                assert pages(file, tmp_path) == (1, (842, 595)), f"{file.name} on {day}"


def test_long_texts_and_many_records_stay_on_the_page(tmp_path):
    def many(count, line):
        return "".join(line.format(n=n, long=f"{n} {LONG}", day=f"2026-{1 + n % 12:02}-{1 + n % 28:02}") for n in range(count))

    write_site(tmp_path / "site", {
        "content/site.yaml": 'name: { de: "Übergabe" }\nlanguages: [de]\nsourceLanguage: de\ntimezone: Europe/Berlin\n'
                             'editions: { board: { audience: restricted, url: "https://board.example" } }\n',
        "content/index.de.md": '---\ntitle: "Übergabe"\naudience: restricted\n---\n\nText.\n',
        "content/projects/p/project.yaml": f'name: "{LONG}"\ntype: partner-change\nclient: "K"\noutgoing: "A"\nincoming: "B"\ncurrency: EUR\n'
                                           "sponsor: r1\ngoLive: { SE: 2026-03-02, DE: 2026-03-23, IT: 2026-04-13 }\n",
        "content/projects/p/roles.yaml": many(3, '- {{ id: r{n}, title: "{long}", party: client }}\n'),
        "content/projects/p/phases.yaml": many(14, '- {{ id: p{n}, name: "{long}", start: {day}, end: 2026-12-31 }}\n'),
        "content/projects/p/milestones.yaml": many(30, '- {{ id: m{n}, name: "{long}", phase: p1, planned: {day}, baseline: 2026-01-01 }}\n'),
        "content/projects/p/readiness.yaml": '- gate: m0\n  items:\n' + many(20, '    - {{ criterion: "{long}", threshold: 95, unit: "%", must: true }}\n'),
        "content/projects/p/risks.yaml": many(20, '- {{ id: k{n}, title: "{long}", owner: r1, probability: 4, impact: 5, mitigation: "{long}" }}\n'),
        "content/projects/p/kpis.yaml": many(20, '- {{ id: i{n}, name: "{long}", target: 80, unit: "%" }}\n'),
        "content/projects/p/decisions.yaml": many(9, '- {{ id: d{n}, title: "{long}", due: {day}, by: r1 }}\n'),
        "content/projects/p/costItems.yaml": many(4, '- {{ id: c{n}, name: "{long}", kind: one-off, amount: "1000000.00", cashable: true }}\n'),
    })
    file, = report(tmp_path / "site", "p", tmp_path / "out", "--as-of", "2026-02-01")
    text = file.read_text("utf-8")
    assert "und 15 weitere" in text and "und 17 weitere" in text and "dazu 5 frühere Phasen" in text
    assert pages(file, tmp_path) == (1, (842, 595))


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["desktop", "phone"])
def test_nobody_is_left_out_on_a_screen(shipped, browser, viewport):
    tab = browser.tab(viewport)
    for file in shipped["2026-03-16"]:
        if ".board." in file.name or ".svarsund." in file.name:
            tab.goto(file.as_uri())
            assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{file.name} scrolls sideways"
            # The report's own policy keeps every script of its pages out; the test's runs beside them.
            tab.evaluate(AXE)
            found = tab.evaluate("axe.run(document).then((result) => result.violations.map((one) => one.id + ': ' + one.nodes[0].html))")
            assert found == [], file.name


def test_a_six_line_project_prints_its_status_first(tmp_path, browser):
    env = {"SOURCE_DATE_EPOCH": "1767225600"}
    assert run(["init", tmp_path / "site", "--minimal", "--languages", "de"], env=env).code == 0
    assert run(["build", "--site", tmp_path / "site"], env=env).code == 0
    tab = browser.tab()
    tab.goto((tmp_path / "site/public/team/de/projects/transition/index.html").as_uri())
    tab.emulate_media(media="print")
    # A4 less its margins is 257 mm high and 174 mm wide.
    tab.set_viewport_size({"width": 658, "height": 971})
    bottom = tab.evaluate("document.querySelector('.status').getBoundingClientRect().bottom + scrollY")
    tab.emulate_media(media="screen")
    assert 0 < bottom < 971
