"""SARIF 2.1.0 as others read it: the report of broken data goes through typed models that somebody else wrote."""
import json
import shutil

import pytest
import sarif_pydantic

from harness import ROOT, run


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    site = tmp_path_factory.mktemp("sarif")
    shutil.copytree(ROOT / "content", site / "content")
    risks = site / "content/projects/nordhem-casa/risks.yaml"
    risks.write_text(risks.read_text("utf-8").replace("owner: kno", "owner: kna", 1).replace("- id: r14-web-shop", "- id: r01-tacit-knowledge", 1), "utf-8")
    result = run(["check", "--site", site, "--format", "sarif"])
    assert result.code == 1
    return json.loads(result.stdout)


def test_a_reader_of_sarif_reads_it(report):
    log = sarif_pydantic.Sarif.model_validate(report)
    assert log.version == "2.1.0" and len(log.runs) == 1
    results = log.runs[0].results
    assert {result.rule_id for result in results} == {"V01", "V02", "V40", "V42"}
    for result in results:
        region = result.locations[0].physical_location.region
        assert region.start_line > 1 and region.start_column >= 1


def test_rules_other_places_and_waivers_are_in_it(report):
    [driver] = [run["tool"]["driver"] for run in report["runs"]]
    for result in report["runs"][0]["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert bool(result.get("suppressions")) == (result["ruleId"] in ("V40", "V42"))
        assert bool(result.get("relatedLocations")) == (result["ruleId"] == "V02")
        assert result["partialFingerprints"]["finding/v1"]
