"""How many findings of each rule."""

from __future__ import annotations

from rich.text import Text

from attribution_lint.model import Report, Severity, Status
from attribution_lint.report.statistics import render
from attribution_lint.report.style import Detail, Style

from .builders import everything, finding, page

QUIET = Style(80, detail=Detail.QUIET)


def test_counts() -> None:
    """Each rule and severity has its line, the most frequent first, with the number of its pages."""
    many = [finding("dangling-credit", path="a.html")] * 1200
    report = Report(
        (
            page(*many, finding(path="a.html"), path="a.html"),
            page(finding(path="b.html"), finding(path="b.html", severity=Severity.NOTE), path="b.html"),
        )
    )
    assert render(report, QUIET).splitlines() == [
        "1,200  error    dangling-credit  on 1 page",
        "    2  error    original-url     on 2 pages",
        "    1  note     original-url     on 1 page",
    ]


def test_suppressed() -> None:
    """What is suppressed is counted apart."""
    lines = render(everything(), QUIET).splitlines()
    assert lines[0] == "1  error    original-url     on 1 page  and 1 suppressed"
    assert lines[-1] == "0  error    dangling-credit  and 1 suppressed"


def test_no_path_is_named() -> None:
    """Only numbers: which pages they are is for other formats."""
    assert ".html" not in render(everything(), Style())


def test_summary() -> None:
    """The summary stands last, unless it is not wanted."""
    assert render(everything(), Style()).splitlines()[-1].startswith("7 pages: 4 own")
    assert render(Report((page(),)), QUIET) == ""
    assert "NO REPUBLISHED PAGE FOUND" in render(Report((page(status=Status.OWN),)), Style())


def test_looks() -> None:
    """Without Unicode it is ASCII, and colour changes no text."""
    assert render(everything(), Style(80, unicode=False)).isascii()
    coloured = Text.from_ansi(render(everything(), Style(80, colour=True))).plain
    assert coloured.rstrip() == render(everything(), Style(80)).rstrip()
