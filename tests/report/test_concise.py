"""One line a finding."""

from __future__ import annotations

from attribution_lint.model import Problem, Report
from attribution_lint.report.concise import render
from attribution_lint.report.style import Detail, Style

from .builders import finding, page, sample


def test_lines() -> None:
    """Findings, problems and the summary, a line each."""
    report = Report(sample().pages, (Problem("z.html", "cannot be read"),), 0.123)
    assert render(report, Style()) == (
        "b.html:3:4: error original-url no link to the original article\n"
        "z.html: problem cannot be read\n"
        "3 pages: 1 own, 2 republished → 1 complete, 1 incomplete · 1 missing item (1 link) · 1 problem · 0.1 s\n"
    )


def test_one_line_whatever_the_name() -> None:
    """A line feed in a file name or a message does not break the line."""
    report = Report((page(finding(path="a\nb", message="x\r\n\x1by")),))
    text = render(report, Style(detail=Detail.QUIET))
    assert text == "a\\nb:3:4: error original-url x\\r\\n\\x1by\n"


def test_ascii() -> None:
    """Without Unicode even the summary is ASCII."""
    assert render(sample(), Style(unicode=False)).splitlines()[-1].startswith("3 pages: 1 own, 2 republished -> 1 ")
