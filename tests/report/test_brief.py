"""Where the full report would be too long."""

from __future__ import annotations

import pytest

from attribution_lint.model import Report
from attribution_lint.report import BRIEF, CHECK_FORMATS, INVENTORY_FORMATS, MOST_IN_FULL, concise, fitting, render
from attribution_lint.report.style import Detail, Style

from .builders import finding, page

FEW = Report((page(*[finding()] * MOST_IN_FULL),))
MANY = Report((page(*[finding()] * (MOST_IN_FULL + 1)),))


def test_full_turns_concise() -> None:
    """One finding more than the limit, and each is one line, with a word on how to see more."""
    name = fitting("full", MANY)
    text = render(name, MANY, Style())
    assert name == BRIEF
    assert text.startswith(concise.render(MANY, Style()))
    assert text.splitlines()[-1] == (
        "101 findings: one line each, for there are many. In full: --output-format full. By rule: --statistics"
    )


def test_few_stay_in_full() -> None:
    """At the limit nothing turns; nor do many pages without findings."""
    assert fitting("full", FEW) == "full"
    assert fitting("full", Report((page(),) * 500)) == "full"


@pytest.mark.parametrize("name", [name for name in (*CHECK_FORMATS, *INVENTORY_FORMATS) if name != "full"])
def test_other_formats_do_not_turn(name: str) -> None:
    """Only the full report is too long to read."""
    assert fitting(name, MANY) == name


def test_quiet() -> None:
    """Who wants findings only gets findings only."""
    assert render(BRIEF, MANY, Style(detail=Detail.QUIET)).count("\n") == MOST_IN_FULL + 1


def test_nobody_can_ask_for_it() -> None:
    """It is no format of its own."""
    assert BRIEF not in {**CHECK_FORMATS, **INVENTORY_FORMATS}
