"""What stands in for the full report where there are more findings than a person reads."""

from __future__ import annotations

from attribution_lint.model import Report
from attribution_lint.report import concise
from attribution_lint.report.style import Detail, Style
from attribution_lint.report.summary import counted
from attribution_lint.report.visible import visible


def render(report: Report, style: Style) -> str:
    """Write one line a finding, and how to see more of them."""
    text = concise.render(report, style)
    if style.detail is Detail.QUIET:
        return text
    notice = (
        f"{counted(len(report.findings), 'finding')}: one line each, for there are many. "
        "In full: --output-format full. By rule: --statistics"
    )
    return f"{text}{visible(notice, unicode=style.unicode)}\n"
