"""The table of `inventory`."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from attribution_lint.model import Problem, Report, Status
from attribution_lint.report.style import Detail, Style
from attribution_lint.report.table import render

from .builders import complete, fact, page


def test_rows() -> None:
    """One row a page, and the original under it."""
    attribution = replace(complete(), licence=fact("CC-BY-4.0"))
    pages = (page(path="a.html", attribution=attribution), page(path="新闻.html", status=Status.OWN))
    report = Report(pages, (Problem("z.html", "cannot be read"),))
    assert render(report, Style(80)).splitlines() == [
        "page       status       sure  outlet   disclaimer, licence",
        "─────────  ───────────  ────  ───────  ───────────────────",
        "a.html     republished  98 %  Reuters  ✔ CC-BY-4.0",
        "  → https://www.reuters.com/article/1",
        "新闻.html  own          90 %  –        –",
        "✘ z.html: cannot be read",
        "",
        "2 pages: 1 own, 1 republished · 1 problem",
    ]


@pytest.mark.parametrize("width", [60, 80, 140])
def test_fits_the_width(width: int) -> None:
    """Only a long path or address is wider than the table, and it has its own line."""
    path = "posts/" + "very-long-name-" * 12 + ".html"
    attribution = replace(
        complete(), outlet=fact("An Outlet of a Very Long Name " * 4), licence=fact("LicenseRef-" * 9)
    )
    lines = render(Report((page(path=path, attribution=attribution),)), Style(width, detail=Detail.QUIET)).splitlines()
    assert [line for line in lines if cell_len(line) > width] == [path]


def test_hostile_values() -> None:
    """Markup is text, and controls are spelt out."""
    attribution = replace(complete(), outlet=fact("[b]\x1b[0m"), original_url=fact("https://x/\u202e"))
    text = render(Report((page(path="[id]\n.html", attribution=attribution),)), Style(100))
    assert "[id]\\n.html" in text
    assert "[b]\\x1b[0m" in text
    assert "https://x/\\u202e" in text


def test_ascii() -> None:
    """Without Unicode the table is ASCII."""
    assert render(Report((page(),)), Style(80, unicode=False)).isascii()


def test_none_republished_is_loud() -> None:
    """An inventory without a republication says so."""
    assert "NO REPUBLISHED PAGE FOUND" in render(Report((page(status=Status.OWN),)), Style())


def test_interrupted() -> None:
    """The rows of an interrupted run are not taken for all that there are."""
    assert "· interrupted: 1,200 pages not checked\n" in render(Report((page(),), unchecked=1200), Style(100))
