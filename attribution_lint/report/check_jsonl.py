"""`check --output-format jsonl`: one JSON object a line, for programs that read line by line."""

from __future__ import annotations

from collections.abc import Iterator

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
    """Write a line for each finding, suppressed finding and problem, for the baseline, and last for the summary.

    `type` says which it is. A text without a last line of the type `summary` is not whole.
    """
    return "".join(f"{dumps(line)}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[dict[str, object]]:
    for finding in report.findings:
        yield {"type": "finding", **finding_fields(finding)}
    for item in report.suppressed:
        yield {"type": "suppressed", **suppressed_fields(item)}
    for problem in report.problems:
        yield {"type": "problem", **problem_fields(problem)}
    if baseline := baseline_fields(report.baseline):
        yield {"type": "baseline", **baseline}
    yield {"type": "summary", "version": FORMAT_VERSION, "tool": TOOL, **summary_fields(report)}
