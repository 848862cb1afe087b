"""SARIF as the standard and GitHub want it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import ValidationError

from attribution_lint.model import Excerpt, Finding, Label, Problem, Report, Severity, Span, SuppressedBy
from attribution_lint.report import sarif
from attribution_lint.report.sarif import render
from attribution_lint.report.style import Style

from .builders import everything, finding, page, sample, suppress
from .schemas import SARIF, check_json


def run_of(report: Report) -> Any:
    """The run of a report that holds to the schema."""
    value = json.loads(render(report, Style()))
    check_json(value, SARIF)
    return value["runs"][0]


def result_of(found: Finding) -> Any:
    """The one result of a report with one finding."""
    (result,) = run_of(Report((page(found),)))["results"]
    return result


def test_schema() -> None:
    """Reports hold to the schema of OASIS, also empty ones; other things do not."""
    for report in (everything(), sample(), Report()):
        run_of(report)
    with pytest.raises(ValidationError):
        check_json({"version": "2.1.0", "runs": [{"results": [{}]}]}, SARIF)


def test_result() -> None:
    """Place, words and fingerprint of a finding, and why its page counts as a republication."""
    result = run_of(everything())["results"][0]
    assert result["ruleId"] == "original-url"
    assert result["level"] == "error"
    assert result["message"]["text"] == "no link to the original article\nLink to the original"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "b.html", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 3, "startColumn": 4, "endLine": 3, "endColumn": 19}
    assert result["partialFingerprints"] == {"attributionLint/v1": "1"}
    assert result["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 9
    assert "suppressions" not in result


def test_rules() -> None:
    """A rule is described as GitHub shows it, and each result leads to its own."""
    run = run_of(everything())
    rules = run["tool"]["driver"]["rules"]
    assert rules[0]["shortDescription"]["text"] == "A link to the original article."
    assert rules[0]["help"]["markdown"].startswith("# original-url")
    assert rules[0]["defaultConfiguration"] == {"level": "error"}
    assert rules[0]["properties"]["problem.severity"] == "error"
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


def test_suppressions() -> None:
    """What is suppressed is there, and says by what and why."""
    by = {SuppressedBy.COMMENT: "inSource", SuppressedBy.ATTRIBUTE: "inSource", SuppressedBy.FRONT_MATTER: "inSource"}
    for kind in SuppressedBy:
        (result,) = run_of(Report((page(suppressed=(suppress(finding(), kind, "why", "x.toml:3"),)),)))["results"]
        (suppression,) = result["suppressions"]
        assert suppression["kind"] == by.get(kind, "external")
        assert suppression["justification"] == "why"
        assert suppression["properties"] == {"by": kind, "where": "x.toml:3"}


def test_a_justification_always() -> None:
    """A baseline gives no reason of its own, and is one."""
    (result,) = run_of(Report((page(suppressed=(suppress(finding(), SuppressedBy.BASELINE, ""),)),)))["results"]
    assert result["suppressions"][0]["justification"] == "suppressed by the baseline"


def test_problems() -> None:
    """A page that could not be read makes the run a failed one, and is named."""
    (invocation,) = run_of(Report(problems=(Problem("z.html", "broken"),)))["invocations"]
    assert invocation["executionSuccessful"] is False
    (notification,) = invocation["toolExecutionNotifications"]
    assert (notification["level"], notification["message"]["text"]) == ("error", "broken")
    assert notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "z.html"


def test_clean_run_has_no_notification() -> None:
    """A run that read all pages was successful and notifies of nothing."""
    (invocation,) = run_of(sample())["invocations"]
    assert invocation == {"executionSuccessful": True, "toolExecutionNotifications": []}


def test_interrupted() -> None:
    """A run that was interrupted was not successful."""
    assert run_of(Report(unchecked=3))["invocations"][0]["executionSuccessful"] is False


@pytest.mark.parametrize(
    ("span", "region"),
    [
        (Span(1, 1, 1, 1), {"startLine": 1, "startColumn": 1}),
        (Span(3, 7, 2, 9), {"startLine": 3, "startColumn": 7}),
        (Span(3, 7, 4, 1), {"startLine": 3, "startColumn": 7, "endLine": 4, "endColumn": 1}),
    ],
)
def test_regions(span: Span, region: dict[str, int]) -> None:
    """An end is told only where it lies behind the start."""
    found = finding(primary=Label(span, "", Excerpt(span.line, 1, "")))
    assert result_of(found)["locations"][0]["physicalLocation"]["region"] == region


def test_paths_are_addresses() -> None:
    """A path is one relative address, whatever it is called."""
    found = finding(path="a b/[é]#?%:\udcff.html")
    uri = result_of(found)["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "a%20b/%5B%C3%A9%5D%23%3F%25%3A%FF.html"


def test_text_is_no_link() -> None:
    """A page cannot put a link into a message; brackets that are no link stay as they are."""
    assert result_of(finding(message="see [here](https://evil.example)"))["message"]["text"].startswith(
        "see \\[here\\](https"
    )
    assert result_of(finding(message="[id].html"))["message"]["text"].startswith("[id].html")


def test_messages_are_cut() -> None:
    """No message is longer than anybody reads."""
    assert len(result_of(finding(message="x" * 9000, help_text="y" * 9000))["message"]["text"]) < 2100


def test_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond GitHub's limit the gravest remain, and a notification says how many are missing."""
    monkeypatch.setattr(sarif, "MOST_RESULTS", 3)
    grave = finding(severity=Severity.ERROR, path="z.html")
    mild = finding(severity=Severity.NOTE, path="a.html")
    run = run_of(Report((page(mild, mild, path="a.html"), page(grave, grave, path="z.html"))))
    assert [result["level"] for result in run["results"]] == ["error", "error", "note"]
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notification["message"]["text"].startswith("1 result left out")
    assert run["invocations"][0]["executionSuccessful"] is True


def test_deterministic() -> None:
    """Two runs that differ in their time only give the same bytes."""
    assert render(everything(), Style()) == render(replace(everything(), seconds=9.0), Style())
