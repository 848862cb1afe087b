"""Formats are found by name, and none gets in the way of another."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from attribution_lint import report
from attribution_lint.report import CHECK_FORMATS, INVENTORY_FORMATS
from attribution_lint.report.style import Style

from .builders import sample

FORMATS = [(name, formats) for formats in (CHECK_FORMATS, INVENTORY_FORMATS) for name in formats]


@pytest.mark.parametrize(("name", "formats"), FORMATS)
def test_renders_again_and_again(name: str, formats: Mapping[str, str]) -> None:
    """Each format gives the same text each time, whatever was rendered before."""
    first = report.render(name, sample(), Style(), formats)
    for other, beside in FORMATS:
        report.render(other, sample(), Style(), beside)
    assert report.render(name, sample(), Style(), formats) == first
