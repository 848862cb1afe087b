"""Labels and values."""

from __future__ import annotations

import pytest

from attribution_lint.evidence.labels import is_separated, value_of
from attribution_lint.lexicon import Role
from tests.evidence.builders import markup, scene_of


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("<p>Source: Harbour Ledger</p>", "Harbour Ledger"),
        ("<p>Source: Harbour Ledger | March 3</p>", "Harbour Ledger"),
        ("<p>Source: Harbour Ledger 2024-03-05</p>", "Harbour Ledger"),
        ("<p>来源：港口日报 作者：李明</p>", "港口日报"),
        ("<p>Source: <a href='https://a.example/b'>Harbour Ledger</a>, page 3</p>", "Harbour Ledger"),
        ("<p>Source: <img src='l.png' alt='Harbour Ledger'></p>", "Harbour Ledger"),
        ("<p>Source:</p><p>Harbour Ledger</p>", "Harbour Ledger"),
        ("<p>Source:</p><p>Author:</p>", ""),
        ("<p>Source:</p>", ""),
        ("<p>Sources:</p><ul><li>Harbour Ledger</li><li>Mountain Courier</li></ul>", ""),
        ("<p>Source:</p><ul><li>Harbour Ledger</li></ul>", "Harbour Ledger"),
        ("<table><tr><th>Source</th><th>Target</th></tr></table>", ""),
        ("<p>Source:</p><p>A whole sentence that is much longer than any name of a newspaper could be</p>", ""),
    ],
)
def test_value(line: str, value: str) -> None:
    """The value ends at a bar, a date or the next label; it may be a link, a logo or the next block."""
    scene = scene_of(markup(above=line))
    block, match = next(
        (scene.page.blocks[number], match)
        for number, matches in enumerate(scene.matches)
        for match in matches
        if match.role is Role.OUTLET_LABEL
    )
    assert value_of(scene, block, match).text.strip() == value


@pytest.mark.parametrize(("line", "separated"), [("Source: Harbour Ledger", True), ("来源：", True), ("Source", False)])
def test_separated(line: str, *, separated: bool) -> None:
    """A colon promises a value."""
    scene = scene_of(markup(above=f"<p>{line}</p>"))
    block, match = next(
        (scene.page.blocks[number], match)
        for number, matches in enumerate(scene.matches)
        for match in matches
        if match.role is Role.OUTLET_LABEL
    )
    assert is_separated(block, match) is separated
