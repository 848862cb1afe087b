"""`check --output-format sarif`: SARIF 2.1.0, as code scanning of GitHub and others reads it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from attribution_lint import __version__
from attribution_lint.model import Finding, Label, Report, RuleInfo, Severity, Span, Suppressed, SuppressedBy
from attribution_lint.report.addresses import address
from attribution_lint.report.cells import shorten
from attribution_lint.report.machine import dumps
from attribution_lint.report.remarks import why
from attribution_lint.report.style import Style
from attribution_lint.report.summary import counted
from attribution_lint.report.visible import visible

MOST_RESULTS = 25_000
"""GitHub refuses a run with more."""
_LONGEST_MESSAGE = 1000
"""Characters; GitHub cuts short descriptions at 1,024, and nobody reads more of a message."""
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BASE = "%SRCROOT%"
_IN_SOURCE = frozenset({SuppressedBy.COMMENT, SuppressedBy.ATTRIBUTE, SuppressedBy.FRONT_MATTER})
_PROBLEM_SEVERITY = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}
"""What GitHub calls them."""


def render(report: Report, style: Style) -> str:
    """Write one run; the same input gives the same bytes, for no time is told."""
    rules = _rules(report)
    places = {rule["id"]: place for place, rule in enumerate(rules)}
    # The gravest first, so that the rest is what the limit cuts off; what is suppressed least of all.
    found = sorted(report.findings, key=lambda finding: finding.severity.rank)
    results = [_result(finding, places) for finding in islice(found, MOST_RESULTS)]
    results += [
        {**_result(item.finding, places), "suppressions": [_suppression(item)]}
        for item in report.suppressed[: MOST_RESULTS - len(results)]
    ]
    left_out = len(report.findings) + len(report.suppressed) - len(results)
    run = {
        "tool": {
            "driver": {
                "name": "attribution-lint",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": rules,
            }
        },
        "invocations": [
            {
                "executionSuccessful": not (report.problems or report.unchecked),
                "toolExecutionNotifications": _notifications(report, left_out),
            }
        ],
        "originalUriBaseIds": {_BASE: {"description": _message("The folder that the tool was started in.")}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rules(report: Report) -> list[dict[str, object]]:
    """The rules that ran, and those that a finding names without having been among them."""
    known = {rule.id for rule in report.rules}
    named = {finding.rule for finding in report.findings} | {item.finding.rule for item in report.suppressed}
    return [_rule(rule) for rule in report.rules] + [{"id": name} for name in sorted(named - known)]


def _rule(rule: RuleInfo) -> dict[str, object]:
    return {
        "id": rule.id,
        "shortDescription": _message(f"{rule.summary}."),
        "fullDescription": _message(rule.description or f"{rule.summary}."),
        "help": {"text": rule.documentation, "markdown": rule.documentation},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {
            "tags": ["attribution", "republication"],
            "problem.severity": _PROBLEM_SEVERITY[rule.severity],
        },
    }


def _result(finding: Finding, places: Mapping[object, int]) -> dict[str, object]:
    advice = f"\n{shorten(visible(finding.help), _LONGEST_MESSAGE)}" if finding.help else ""
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": places[finding.rule],
        "level": finding.severity,
        "message": {"text": _message(finding.message)["text"] + _unlinked(advice)},
        "locations": [_location(finding.path, finding.primary.span)],
        "partialFingerprints": {"attributionLint/v1": finding.fingerprint},
    }
    if finding.because:
        result["relatedLocations"] = [{"id": 1, **_because(finding.path, finding.because)}]
    return result


def _because(path: str, label: Label) -> dict[str, object]:
    return {**_location(path, label.span), "message": _message(label.text or "why the page counts as a republication")}


def _location(path: str, span: Span | None) -> dict[str, object]:
    place: dict[str, object] = {"artifactLocation": {"uri": address(path), "uriBaseId": _BASE}}
    if span is not None:
        place["region"] = _region(span)
    return {"physicalLocation": place}


def _region(span: Span) -> dict[str, int]:
    """The span; where it is empty, or no span at all, only its start, as SARIF wants an end behind the start."""
    line, column = max(span.line, 1), max(span.column, 1)
    start = {"startLine": line, "startColumn": column}
    if (span.end_line, span.end_column) <= (line, column) or span.end_column < 1:
        return start
    return {**start, "endLine": span.end_line, "endColumn": span.end_column}


def _suppression(item: Suppressed) -> dict[str, object]:
    return {
        "kind": "inSource" if item.by in _IN_SOURCE else "external",
        "status": "accepted",
        "justification": _message(item.reason or why(item))["text"],
        "properties": {"by": item.by, **({"where": visible(item.where)} if item.where else {})},
    }


def _notifications(report: Report, left_out: int) -> list[dict[str, object]]:
    notifications: list[dict[str, object]] = [
        {
            "descriptor": {"id": "not-checked"},
            "level": "error",
            "message": _message(problem.message),
            "locations": [_location(problem.path, None)],
        }
        for problem in report.problems
    ]
    if report.unchecked:
        text = f"The run was interrupted: {counted(report.unchecked, 'page')} not checked."
        notifications.append({"descriptor": {"id": "interrupted"}, "level": "error", "message": _message(text)})
    if left_out:
        text = f"{counted(left_out, 'result')} left out, for GitHub takes no more than {MOST_RESULTS:,}; json has all."
        notifications.append({"descriptor": {"id": "left-out"}, "level": "warning", "message": _message(text)})
    return notifications


def _message(text: str) -> dict[str, str]:
    return {"text": _unlinked(shorten(visible(text), _LONGEST_MESSAGE))}


def _unlinked(text: str) -> str:
    r"""Escape the brackets of what would be an embedded link (SARIF 2.1.0, section 3.11.6), and leave all others."""
    return text.replace("[", "\\[").replace("]", "\\]") if "](" in text else text
