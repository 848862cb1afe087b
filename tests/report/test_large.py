"""A report on a whole site that was never checked before stays readable; how fast it is written is in benchmarks/."""

from __future__ import annotations

from dataclasses import replace

import pytest

from attribution_lint.model import Problem, Report, Severity
from attribution_lint.report import render
from attribution_lint.report.markdown import MOST_CHARACTERS
from attribution_lint.report.style import Style

from .builders import finding, label, page


def large() -> Report:
    """Two findings on each of 2,500 pages, with long lines of source."""
    source = "<p>" + "An article of many words, " * 8 + "first published by Reuters" + " and more of it" * 8
    where = label(source, "first published by Reuters", "why the page counts as a republication")
    pages = []
    for number in range(2500):
        path = f"posts/2024/{number:04}-a-page-with-a-name.html"
        one = finding(path=path, primary=where, because=replace(where, span=replace(where.span, line=9, end_line=9)))
        two = finding("source-outlet", path=path, severity=Severity.WARNING, primary=where, snippet="<p>Source: …</p>")
        pages.append(page(one, two, path=path))
    return Report(tuple(pages), tuple(Problem(f"{number}.html", "broken") for number in range(50)), 9.0, silent=90_000)


REPORT = large()
"""Made once, for it is read only."""


@pytest.mark.parametrize(
    ("name", "lines"), [("github", 30), ("statistics", 6), ("auto", 5055), ("concise", 5055), ("grouped", 10_200)]
)
def test_is_readable(name: str, lines: int) -> None:
    """What people read, or what is shown to them, is no longer than it has to be."""
    assert render(name, REPORT, Style()).count("\n") <= lines


def test_markdown_fits() -> None:
    """A comment on a pull request holds it."""
    assert len(render("markdown", REPORT, Style())) <= MOST_CHARACTERS
