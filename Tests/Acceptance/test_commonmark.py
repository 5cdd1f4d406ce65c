"""Markdown is rendered as the CommonMark 0.30 and GFM specifications say, example by example."""
from concurrent.futures import ThreadPoolExecutor

import pytest

import fetch_specs
from harness import run


def normal(html):
    return html.replace(" />", ">")


def failing(examples, options):
    """The numbers of the examples that come out otherwise, or with another exit code than 0."""
    def differs(example):
        result = run(["render", *options, "-"], stdin=example[1], timeout=20)
        return result.code != 0 or normal(result.stdout) != normal(example[2])

    with ThreadPoolExecutor(2) as pool:
        return [example[0] for example, wrong in zip(examples, pool.map(differs, examples)) if wrong]


def check(examples, options, count):
    assert len(examples) == count
    wrong = failing(examples, options)
    assert f"{count - len(wrong)} of {count}" == f"{count} of {count}", f"failing examples: {wrong}"


def test_commonmark():
    check(fetch_specs.commonmark(), ["--commonmark"], 652)


@pytest.mark.parametrize("label, count", [("table", 8), ("strikethrough", 2), ("disabled", 2)])
def test_gfm(label, count):
    check(fetch_specs.gfm(label), [], count)


def test_a_wrong_example_is_noticed():
    """The test of the test: an example with a false expectation has to fail."""
    assert failing([(1, "*a*\n", "<p><em>a</em></p>\n"), (2, "*a*\n", "<p>*a*</p>\n")], ["--commonmark"]) == [2]


def test_render_reads_a_file(tmp_path):
    (tmp_path / "a.md").write_text("# Città\n\n**å**\n", "utf-8")
    result = run(["render", "--commonmark", tmp_path / "a.md"])
    assert (result.code, result.stdout) == (0, "<h1>Città</h1>\n<p><strong>å</strong></p>\n")


def test_a_missing_file_is_an_input_error(tmp_path):
    result = run(["render", tmp_path / "none.md"])
    assert result.code == 74 and "none.md" in result.stderr
