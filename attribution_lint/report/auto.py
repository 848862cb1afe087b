"""The full report, or one line a finding where there are more than a person reads."""

from __future__ import annotations

from typing import Final

from attribution_lint.model import Report
from attribution_lint.report.style import Detail, Style
from attribution_lint.report.summary import counted
from attribution_lint.report.visible import visible

MOST_IN_FULL: Final = 100
"""At some fifteen lines each, this is what a person scrolls through; beyond it, one line a finding says more."""


def render(report: Report, style: Style) -> str:
    """Write the full report, or the concise one and how to see the other."""
    # Imported here, so that a run pays for the one that it shows.
    if len(report.findings) <= MOST_IN_FULL:
        from attribution_lint.report import full

        return full.render(report, style)
    from attribution_lint.report import concise

    text = concise.render(report, style)
    if style.detail is Detail.QUIET:
        return text
    notice = (
        f"{counted(len(report.findings), 'finding')}: one line each, for there are many. "
        "In full: --output-format full. By rule: --statistics"
    )
    return f"{text}{visible(notice, unicode=style.unicode)}\n"
