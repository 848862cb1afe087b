"""Formats are found by name, and none gets in the way of another."""

from __future__ import annotations

import pytest

from attribution_lint import report
from attribution_lint.report import CHECK_FORMATS, INVENTORY_FORMATS
from attribution_lint.report.style import Style

from .builders import sample


@pytest.mark.parametrize("name", [*CHECK_FORMATS, *INVENTORY_FORMATS])
def test_renders_again_and_again(name: str) -> None:
    """Each format gives the same text each time, whatever was rendered before."""
    first = report.render(name, sample(), Style())
    for other in (*CHECK_FORMATS, *INVENTORY_FORMATS):
        report.render(other, sample(), Style())
    assert report.render(name, sample(), Style()) == first
    assert "b.html" in first
