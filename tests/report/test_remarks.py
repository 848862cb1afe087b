"""Words that several formats use."""

from __future__ import annotations

import pytest

from attribution_lint.model import BaselineState, Report, StaleEntry, Status, SuppressedBy
from attribution_lint.report.remarks import baseline_lines, settled_pages, stale, why

from .builders import finding, page, suppress


def test_why() -> None:
    """By what, where, and for which reason, as far as these are known."""
    assert why(suppress(finding())) == "suppressed by a comment: they agreed"
    configured = suppress(finding(), SuppressedBy.CONFIGURATION, "partners", "lint.toml:7")
    assert why(configured) == "suppressed by the configuration (lint.toml:7): partners"
    assert why(suppress(finding(), SuppressedBy.BASELINE, "")) == "suppressed by the baseline"


@pytest.mark.parametrize("by", SuppressedBy)
def test_each_has_words(by: SuppressedBy) -> None:
    """There is no way of suppressing that has none."""
    assert why(suppress(finding(), by)).startswith("suppressed by ")


@pytest.mark.parametrize(
    ("found", "words"), [(0, "none is left"), (1, "only 1 is left"), (1200, "only 1,200 are left")]
)
def test_stale(found: int, words: str) -> None:
    """How many are left, grammatically."""
    assert stale(StaleEntry("a.html", "original-url", 2000, found)) == (
        f"allows 2,000 findings of original-url, and {words}"
    )


def test_settled_pages() -> None:
    """Pages with findings and the site's own are not among them."""
    excused = page(path="c.html", suppressed=(suppress(finding()),))
    report = Report((page(path="a.html"), page(finding(), path="b.html"), excused, page(status=Status.OWN)))
    assert [(found.path, words) for found, words in settled_pages(report)] == [
        ("a.html", "republished from Reuters"),
        ("c.html", "republished from Reuters, 1 finding suppressed"),
    ]


def test_no_baseline() -> None:
    """Without a baseline, or with one that fits, there is nothing to say."""
    assert baseline_lines(None) == []
    assert baseline_lines(BaselineState("baseline.json")) == []
