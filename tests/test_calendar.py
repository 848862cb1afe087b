"""Dates in words."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from attribution_lint import calendar
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
    "text",
    [
        "May",
        "March",
        "Mai",
        "Sunday Times",
        "Die Zeit",
        "2000",
        "12",
        "",
        "Mars 2020 Rover",
        "Sat.1",
        "La 7",
        "Pro 7",
        "le Monde",
        "m",
    ],
)
def test_names(text: str) -> None:
    """One word with a capital may be a name, and so may what holds any other word."""
    assert not is_date_in_words(text)


NAMES = tomllib.loads((Path(calendar.__file__).parent / "data" / "calendar.toml").read_text(encoding="utf-8"))["names"]


@pytest.mark.parametrize("language", sorted(NAMES))
def test_every_name_is_known(language: str) -> None:
    """Each name of the list makes a date with a year, and none stands under a language of another script."""
    assert not [name for name in NAMES[language] if not is_date_in_words(f"{name} 2000")]
    assert language == "he" or not any("\u0590" <= letter <= "\u05ff" for name in NAMES[language] for letter in name)
