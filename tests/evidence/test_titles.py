"""Titles where a name is looked for."""

from __future__ import annotations

import pytest

from attribution_lint.evidence.titles import without_title
from tests.evidence.builders import ORIGINAL, judge, markup


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the article “A new roof” by Jane Roe", ""),
        ("artikel „Ein neues Dach“", ""),
        ("the magazine “Roof and Tile”", "Roof and Tile"),
        ("Wochenzeitung „Der Giebel“", "Der Giebel"),
        ("Harbour Ledger", "Harbour Ledger"),
    ],
)
def test_without_title(text: str, name: str) -> None:
    """Quotes hold a title behind a word for a text, else the name."""
    assert without_title(text) == name


@pytest.mark.parametrize(
    ("credit", "outlet"),
    [
        (f"This is a translation of <a href='{ORIGINAL}'>Copper for the mayor</a>.", None),
        (f"This is a translation of the article <a href='{ORIGINAL}'>“Copper”</a>.", None),
        (f"This article first appeared in <a href='{ORIGINAL}'>Town Hall Roof</a>.", "Town Hall Roof"),
        (f"This article first appeared at <a href='{ORIGINAL}-again'>Town Hall Roof Again</a>.", None),
        (f"This article first appeared in <a href='{ORIGINAL}'>Harbour Ledger</a>.", "Harbour Ledger"),
    ],
)
def test_linked(credit: str, outlet: str | None) -> None:
    """A link's text names no outlet where its address ends with it, or quotes or a translation tell it for a title."""
    named = judge(markup(below=f"<p>{credit}</p>")).outlet
    assert (named.value if named else None) == outlet
