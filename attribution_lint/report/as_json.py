"""`check --output-format json`: findings and summary for programs."""

from __future__ import annotations

from attribution_lint.model import Report
from attribution_lint.report.fields import (
    FORMAT_VERSION,
    TOOL,
    baseline_fields,
    finding_fields,
    problem_fields,
    summary_fields,
    suppressed_fields,
)
from attribution_lint.report.machine import dumps
from attribution_lint.report.style import Style


def render(report: Report, style: Style) -> str:
    """Write the report as one JSON object; the time it took, in seconds, is all that varies from run to run."""
    value = {
        "version": FORMAT_VERSION,
        "tool": TOOL,
        "summary": summary_fields(report),
        "findings": [finding_fields(finding) for finding in report.findings],
        "suppressed": [suppressed_fields(item) for item in report.suppressed],
        "problems": [problem_fields(problem) for problem in report.problems],
        "baseline": baseline_fields(report.baseline),
    }
    return dumps(value, indent=2) + "\n"
