"""Tests of word boundaries."""

from __future__ import annotations

import pytest

from attribution_lint.words import is_bounded


@pytest.mark.parametrize(
    ("left", "right", "bounded"),
    [
        ("via", " LCTT", True),
        ("via", "duct", False),
        ("источник", "а", False),
        ("来源", "新京报", True),
        ("출처", "는", True),
        ("AP", "通信", True),
        ("ที่มา", "ข่าว", True),
        ("स्रोत", "ों", False),
        ("source", "2", False),
        ("source", ":", True),
        ("", "source", True),
        ("source", "", True),
    ],
)
def test_word_boundaries(left: str, right: str, *, bounded: bool) -> None:
    """A boundary lies between words, and everywhere in scripts that write without spaces."""
    assert is_bounded(left + right, len(left)) is bounded
