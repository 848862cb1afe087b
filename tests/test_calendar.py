"""Dates in words."""

from __future__ import annotations

import pytest

from attribution_lint.calendar import is_date_in_words


@pytest.mark.parametrize(
    "text",
    [
        "im Jahr 2000",
        "maggio",
        "numero 3, maggio"[10:],
        "3 de mayo",
        "am 12. Februar 2024",
        "14 марта 2023",
        "лютого",
        "20 listopada",
    ],
)
def test_dates(text: str) -> None:
    """Names of months and days, the word for a year, numbers and what joins them."""
    assert is_date_in_words(text)


@pytest.mark.parametrize(
    "text", ["May", "March", "Mai", "Sunday Times", "Die Zeit", "2000", "12", "", "Mars 2020 Rover", "le Monde", "m"]
)
def test_names(text: str) -> None:
    """One word with a capital may be a name, and so may what holds any other word."""
    assert not is_date_in_words(text)
