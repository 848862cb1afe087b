"""The JSON lines of `inventory` keep their contract."""

from __future__ import annotations

import json

from attribution_lint.model import Report
from attribution_lint.report.inventory_jsonl import render
from attribution_lint.report.style import Style

from .builders import page, sample


def test_contract() -> None:
    """Every field, with its name and type."""
    assert json.loads(render(Report((page(),)), Style())) == {
        "path": "posts/a.html",
        "status": "republished",
        "confidence": 0.99,
        "original_url": "https://www.reuters.com/article/1",
        "original_url_in": ["anchor", "canonical"],
        "outlet": "Reuters",
        "author": "Jane Doe",
        "licence": None,
        "disclaimer": "© 2024 Reuters",
        "kind": None,
        "sources": [],
        "reasons": ["credit sentence: Source: Reuters"],
        "evidence": [
            {
                "kind": "credit",
                "text": "Source: Reuters",
                "region": "article",
                "weight": 0.0,
                "counts": 0.0,
                "reason": "",
                "line": 1,
                "column": 1,
                "end_line": 1,
                "end_column": 2,
            }
        ],
    }


def test_one_line_a_page() -> None:
    """Each page is one line, whatever its name."""
    report = Report((*sample().pages, page(path="x\u2028y\nz")))
    lines = render(report, Style()).splitlines()
    assert [json.loads(line)["path"] for line in lines] == ["a.html", "b.html", "c.html", "x\u2028y\nz"]


def test_nothing() -> None:
    """No page, no line."""
    assert render(Report(), Style()) == ""
