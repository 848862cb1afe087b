"""Dates in words, in all languages: "im Jahr 2000", "maggio". They stand where a name should, and name nobody."""

from __future__ import annotations

from functools import cache

from attribution_lint.expressions import expression
from attribution_lint.fold import fold
from attribution_lint.tables import read_table

_LONGEST = 40
_YEAR = 4
_BETWEEN = expression(r"[\s.,/]+")
_MONTH = 4
"""A shorter word may be a name's: "Sat.1" is a broadcaster."""


def is_date_in_words(text: str) -> bool:
    """Whether a text consists of the names of months and days, the word for a year, and numbers."""
    if len(text) > _LONGEST:
        return False
    names, joining = _words()
    words = [word for word in _BETWEEN.split(fold(text)) if word and word not in joining]
    if not words or not all(word in names or word.isdigit() for word in words):
        return False
    named = [word for word in words if not word.isdigit()]
    if any(len(word) >= _MONTH for word in named) and len(named) < len(words):
        return True
    if named and any(len(word) == _YEAR and word.isdigit() for word in words):
        return True
    # Where names of months have no capital, they are not the names of magazines either.
    return len(words) == 1 and len(words[0]) >= _MONTH and text.strip()[0].islower()


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    """The names, and the small words between them."""
    table = read_table("calendar")
    names = frozenset(
        word for names in table["names"].values() for name in names for word in _BETWEEN.split(fold(name))
    )
    return names - {""}, frozenset(table["joining"])
