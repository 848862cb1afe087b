"""Findings by file, in columns, as eslint's `stylish` has them."""

from __future__ import annotations

from itertools import groupby

from rich.cells import cell_len
from rich.text import Text

from attribution_lint.model import Finding, Report
from attribution_lint.report.frame import COLOURS
from attribution_lint.report.remarks import baseline_lines, settled_pages, why
from attribution_lint.report.style import Detail, Style
from attribution_lint.report.summary import nothing_owed, summarise, summary_parts
from attribution_lint.report.terminal import to_string
from attribution_lint.report.visible import visible


def render(report: Report, style: Style) -> str:
    """Write each file's path, and under it a line for each finding: place, severity, message, rule."""
    lines: list[Text] = []
    for path, findings in groupby(report.findings, key=lambda finding: finding.path):
        lines += [_heading(path, style), *_rows(list(findings), style), Text()]
    if style.detail is Detail.VERBOSE:
        lines += _verbose(report, style)
    for problem in report.problems:
        lines += [_heading(problem.path, style), _plain(f"  problem  {problem.message}", style, "bold red"), Text()]
    if baseline := baseline_lines(report.baseline):
        lines += [_heading(report.baseline.path if report.baseline else "", style)]
        lines += [*(_plain(f"  {line}", style) for line in baseline), Text()]
    if style.detail is not Detail.QUIET:
        summary = summarise(report)
        lines += [_plain(loud, style, "bold yellow")] if (loud := nothing_owed(summary)) else []
        lines.append(_plain(" · ".join(summary_parts(summary)), style, "bold green" if summary.clean else "bold"))
    return to_string(lines, style)


def _heading(path: str, style: Style) -> Text:
    return _plain(path, style, "underline")


def _rows(findings: list[Finding], style: Style) -> list[Text]:
    places = [f"{finding.primary.span.line}:{finding.primary.span.column}" for finding in findings]
    messages = [visible(finding.message, unicode=style.unicode) for finding in findings]
    place_width = max(map(len, places))
    severity_width = max(len(finding.severity) for finding in findings)
    # What is longer than there is room for pushes its own rule aside, not those of all others.
    room = max(style.width - place_width - severity_width - 6 - max(len(finding.rule) for finding in findings) - 2, 20)
    message_width = max((width for width in map(cell_len, messages) if width <= room), default=0)
    rows = []
    for finding, place, message in zip(findings, places, messages, strict=True):
        row = Text(f"  {place:>{place_width}}  ", "dim")
        row.append(f"{finding.severity:<{severity_width}}  ", COLOURS[finding.severity])
        row.append(message + " " * max(message_width - cell_len(message), 0))
        rows.append(row.append(f"  {visible(finding.rule, unicode=style.unicode)}", "dim"))
    return rows


def _verbose(report: Report, style: Style) -> list[Text]:
    """What is suppressed, and the pages that nothing is reported of."""
    lines: list[Text] = []
    for path, items in groupby(report.suppressed, key=lambda item: item.finding.path):
        lines.append(_heading(path, style))
        for item in items:
            span = item.finding.primary.span
            text = f"  {span.line}:{span.column}  {item.finding.message}  {item.finding.rule}, {why(item)}"
            lines.append(_plain(text, style, "dim"))
        lines.append(Text())
    settled = settled_pages(report)
    lines += [_plain(f"{'–' if page.excused else '✔'} {page.path}  {verdict}", style) for page, verdict in settled]
    return lines + ([Text()] if settled else [])


def _plain(text: str, style: Style, look: str = "") -> Text:
    return Text(visible(text, unicode=style.unicode), look)
