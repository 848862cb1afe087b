"""`check --output-format csv`: a table for spreadsheets and scripts."""

from __future__ import annotations

import csv
from io import StringIO

from attribution_lint.model import Finding, Report
from attribution_lint.report.style import Style
from attribution_lint.report.visible import shown_line

COLUMNS = (
    "type",
    "path",
    "line",
    "column",
    "end_line",
    "end_column",
    "rule",
    "severity",
    "message",
    "help",
    "backing",
    "fingerprint",
    "by",
    "reason",
)
_FORMULA = (
    "=",
    "+",
    "-",
    "@",
    "＝",
    "＋",
    "－",
    "＠",
)  # the wide ones count where a spreadsheet is Japanese or Chinese


def render(report: Report, style: Style) -> str:
    r"""Write a header, then a row for each finding, suppressed finding and problem; `type` says which.

    A spreadsheet computes a cell that begins with `=`, `+`, `-` or `@`, and text of a page may be written to be
    computed there (CSV injection). As OWASP advises, such a cell begins with an apostrophe here, every cell is quoted,
    and quotes are doubled; tabs and line breaks, which would be another way in, are spelt `\t`, `\r` and `\n` like all
    controls.
    """
    target = StringIO()
    writer = csv.DictWriter(target, COLUMNS, restval="", quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writeheader()
    for finding in report.findings:
        writer.writerow(_row("finding", finding))
    for item in report.suppressed:
        where = f" ({item.where})" if item.where else ""
        writer.writerow(
            {**_row("suppressed", item.finding), "by": item.by, "reason": _cell(f"{item.reason}{where}".strip())}
        )
    for problem in report.problems:
        writer.writerow({"type": "problem", "path": _cell(problem.path), "message": _cell(problem.message)})
    return target.getvalue()


def _row(kind: str, finding: Finding) -> dict[str, str | int]:
    span = finding.primary.span
    return {
        "type": kind,
        "path": _cell(finding.path),
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "rule": _cell(finding.rule),
        "severity": finding.severity,
        "message": _cell(finding.message),
        "help": _cell(finding.help),
        "backing": _cell("; ".join(finding.backing)),
        "fingerprint": _cell(finding.fingerprint),
    }


def _cell(text: str) -> str:
    shown = shown_line(text)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) else shown
