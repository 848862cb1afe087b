"""Where the full report would be too long."""

from __future__ import annotations

from attribution_lint.model import Report
from attribution_lint.report import concise, full
from attribution_lint.report.auto import MOST_IN_FULL, render
from attribution_lint.report.style import Detail, Style

from .builders import finding, page

FEW = Report((page(*[finding()] * MOST_IN_FULL),))
MANY = Report((page(*[finding()] * (MOST_IN_FULL + 1)),))


def test_turns_concise() -> None:
    """One finding more than the limit, and each is one line, with a word on how to see more."""
    text = render(MANY, Style())
    assert text.startswith(concise.render(MANY, Style()))
    assert text.splitlines()[-1] == (
        "101 findings: one line each, for there are many. In full: --output-format full. By rule: --statistics"
    )


def test_few_stay_in_full() -> None:
    """At the limit nothing turns; nor do many pages without findings."""
    for report in (FEW, Report((page(),) * 500)):
        assert render(report, Style()) == full.render(report, Style())


def test_quiet() -> None:
    """Who wants findings only gets findings only."""
    assert render(MANY, Style(detail=Detail.QUIET)).count("\n") == MOST_IN_FULL + 1
