"""The JSON of `check` keeps its contract."""

from __future__ import annotations

import json

from attribution_lint.model import Problem, Report, Severity, Status
from attribution_lint.report.as_json import render
from attribution_lint.report.style import Style

from .builders import finding, page, sample


def test_contract() -> None:
    """Every field, with its name and type."""
    report = Report(sample().pages, (Problem("z.html", "cannot be read"),), 0.123)
    value = json.loads(render(report, Style()))
    assert value.pop("tool")["name"] == "attribution-lint"
    assert value == {
        "version": 1,
        "summary": {
            "pages": 3,
            "own": 1,
            "republished": 2,
            "excerpt": 0,
            "complete": 1,
            "excused": 0,
            "errors": 1,
            "warnings": 0,
            "suppressed": 0,
            "seconds": 0.1,
        },
        "findings": [
            {
                "path": "b.html",
                "line": 3,
                "column": 4,
                "end_line": 3,
                "end_column": 19,
                "rule": "original-url",
                "severity": "error",
                "message": "no link to the original article",
                "help": "Link to the original",
                "backing": [],
                "fingerprint": "f00d",
            }
        ],
        "suppressed": [],
        "problems": [{"path": "z.html", "message": "cannot be read"}],
        "baseline": None,
    }


def test_text_stays_readable() -> None:
    """Text of any script stands as it is, what a terminal would obey is escaped, and both read back the same."""
    path = "新闻/é\x1b\x7f\u202e\u200b\udcff\U000e0041.html"
    text = render(Report((page(finding(path=path)),)), Style())
    assert '"新闻/é\\u001b\\u007f\\u202e\\u200b\\udcff\\udb40\\udc41.html"' in text
    assert json.loads(text)["findings"][0]["path"] == path
    text.encode()


def test_counts() -> None:
    """Severities and excerpts are counted apart; a note leaves a page complete."""
    report = Report(
        (
            page(finding(severity=Severity.WARNING)),
            page(finding(severity=Severity.NOTE), status=Status.EXCERPT),
        )
    )
    summary = json.loads(render(report, Style()))["summary"]
    assert (summary["errors"], summary["warnings"], summary["excerpt"], summary["complete"]) == (0, 1, 1, 1)


def test_interrupted() -> None:
    """A report that is not whole says so; own pages that were only counted are in its numbers."""
    summary = json.loads(render(Report((page(),), silent=2, unchecked=4), Style()))["summary"]
    assert (summary["pages"], summary["own"], summary["unchecked"]) == (3, 2, 4)
    assert "unchecked" not in json.loads(render(Report((page(),)), Style()))["summary"]
