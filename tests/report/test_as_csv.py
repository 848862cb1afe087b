"""The table for spreadsheets."""

from __future__ import annotations

import csv

import pytest

from attribution_lint.model import Report
from attribution_lint.report.as_csv import COLUMNS, render
from attribution_lint.report.style import Style

from .builders import everything, finding, page


def rows(report: Report) -> list[dict[str, str]]:
    """The rows of a report, as the standard library reads them."""
    return list(csv.DictReader(render(report, Style()).splitlines(keepends=True), strict=True))


def test_rows() -> None:
    """Each finding, suppressed finding and problem is a row, and says which."""
    assert [(row["type"], row["path"]) for row in rows(everything())] == [
        ("finding", "b.html"),
        ("finding", "b.html"),
        ("finding", "lint.toml"),
        ("suppressed", "b.html"),
        ("suppressed", "c.html"),
        ("problem", "z.html"),
    ]


def test_finding() -> None:
    """All that there is of a finding."""
    (row,) = rows(Report((page(finding(backing=("one", "two"))),)))
    assert tuple(row) == COLUMNS
    assert row == {
        "type": "finding",
        "path": "posts/a.html",
        "line": "3",
        "column": "4",
        "end_line": "3",
        "end_column": "19",
        "rule": "original-url",
        "severity": "error",
        "message": "no link to the original article",
        "help": "Link to the original",
        "backing": "one; two",
        "fingerprint": "f00d",
        "by": "",
        "reason": "",
    }


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠", " =", "\u3000@"])
def test_formulas_are_text(start: str) -> None:
    """A cell that a spreadsheet would compute begins with an apostrophe."""
    (row,) = rows(Report((page(finding(message=f"{start}cmd()", path=f"{start}x")),)))
    assert row["message"] == f"'{start}cmd()"
    assert row["path"] == f"'{start}x"


@pytest.mark.parametrize("text", ["a=b", "no - link", "me@here", "'quoted'", "新闻"])
def test_ordinary_text_is_not_touched(text: str) -> None:
    """What is no formula stands as it is."""
    (row,) = rows(Report((page(finding(message=text)),)))
    assert row["message"] == text


def test_quotes_and_line_breaks() -> None:
    """Nothing breaks out of its cell, and a tab or a line break at its start is spelt out."""
    (row,) = rows(Report((page(finding(message='a","b\n\n=c', help_text="\t=d", path="\r=e")),)))
    assert (row["message"], row["help"], row["path"]) == ('a","b\\n\\n=c', "\\t=d", "\\r=e")


def test_nothing() -> None:
    """Without findings there is the header alone."""
    assert rows(Report((page(),))) == []
    assert render(Report(), Style()).count("\n") == 1
