"""The fields of the JSON formats of `check`; data/schemas/check-1.schema.json describes each."""

from __future__ import annotations

from attribution_lint import __version__
from attribution_lint.model import BaselineState, Finding, Problem, Report, Severity, Status, Suppressed

FORMAT_VERSION = 1
"""Raised when a field is renamed, removed or given another meaning; new fields alone do not raise it."""
TOOL = {"name": "attribution-lint", "version": __version__}


def finding_fields(finding: Finding) -> dict[str, object]:
    """A finding, with the span of what it marks."""
    span = finding.primary.span
    return {
        "path": finding.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "help": finding.help,
        "backing": finding.backing,
        "fingerprint": finding.fingerprint,
    }


def suppressed_fields(item: Suppressed) -> dict[str, object]:
    """A finding that does not count, and what suppressed it."""
    return {**finding_fields(item.finding), "by": item.by, "reason": item.reason, "where": item.where or None}


def problem_fields(problem: Problem) -> dict[str, object]:
    """A page that could not be read."""
    return {"path": problem.path, "message": problem.message}


def baseline_fields(state: BaselineState | None) -> dict[str, object] | None:
    """How the baseline fits; None where none was used."""
    if state is None:
        return None
    stale = [
        {"path": entry.path, "rule": entry.rule, "allowed": entry.allowed, "found": entry.found}
        for entry in state.stale
    ]
    return {"path": state.path, "stale": stale, "renamed": [{"from": old, "to": new} for old, new in state.renamed]}


def summary_fields(report: Report) -> dict[str, object]:
    """What the run adds up to."""
    return {
        "pages": report.read,
        "own": report.count(Status.OWN),
        "republished": report.count(Status.REPUBLISHED),
        "excerpt": report.count(Status.EXCERPT),
        "complete": report.complete,
        "excused": report.excused,
        "errors": report.count_findings(Severity.ERROR),
        "warnings": report.count_findings(Severity.WARNING),
        "suppressed": len(report.suppressed),
        "seconds": round(report.seconds, 1),
        # Said only where it is so: who reads a part of a report must not take it for the whole.
        **({"unchecked": report.unchecked} if report.unchecked else {}),
    }
