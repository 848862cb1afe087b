"""`check --output-format json`: findings and summary for programs."""

from __future__ import annotations

from attribution_lint import __version__
from attribution_lint.model import Finding, Report, Severity, Status
from attribution_lint.report.machine import dumps
from attribution_lint.report.style import Style

FORMAT_VERSION = 1
"""Raised when a field is renamed, removed or given another meaning; new fields alone do not raise it."""


def render(report: Report, style: Style) -> str:
    """Write the report as one JSON object; the time it took, in seconds, is all that varies from run to run."""
    value = {
        "version": FORMAT_VERSION,
        "tool": {"name": "attribution-lint", "version": __version__},
        "summary": {
            "pages": report.read,
            "own": report.count(Status.OWN),
            "republished": report.count(Status.REPUBLISHED),
            "excerpt": report.count(Status.EXCERPT),
            "complete": report.complete,
            "errors": report.count_findings(Severity.ERROR),
            "warnings": report.count_findings(Severity.WARNING),
            "suppressed": len(report.suppressed),
            "seconds": round(report.seconds, 1),
            # Said only where it is so: who reads a part of a report must not take it for the whole.
            **({"unchecked": report.unchecked} if report.unchecked else {}),
        },
        "findings": [_finding(finding) for finding in report.findings],
        "problems": [{"path": problem.path, "message": problem.message} for problem in report.problems],
    }
    return dumps(value, indent=2) + "\n"


def _finding(finding: Finding) -> dict[str, object]:
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
