"""Names of agencies in lines."""

from __future__ import annotations

import pytest

from attribution_lint.evidence.agencies import edited, is_short_form, other_outlet
from tests.evidence.builders import markup, scene_of


@pytest.mark.parametrize(
    ("text", "known"),
    [("Reuters", True), ("Reuters Staff", True), ("Harbour Ledger", False), ("Hilltop Gazette", False)],
)
def test_other_outlet(text: str, *, known: bool) -> None:
    """Somebody else's outlet of the list."""
    assert (other_outlet(scene_of(markup()), text) is not None) is known


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("abc/dpa", "dpa"),
        ("(mro/ PAP)", "PAP"),
        ("Hilltop Gazette mit AFP", "AFP"),
        ("AFP/Hilltop Gazette - jane", "AFP"),
        ("AFP/dpa", None),
        ("Jane Miller/dpa", None),
        ("Reuters/AFP", None),
        ("his/her", None),
        ("Hilltop Gazette/Jane", None),
        ("", None),
    ],
)
def test_edited(line: str, outlet: str | None) -> None:
    """Initials or the site's own name beside an agency; two agencies are none of it."""
    scene = scene_of(markup(above=f"<p>{line or 'x'}</p>"))
    found = edited(scene, next(block for block in scene.page.blocks if block.text == (line or "x")))
    assert (found.outlet if found else None) == outlet
    assert found is None or found.partial


@pytest.mark.parametrize(
    ("line", "outlet"),
    [("dpa, AFP / BK, HS", "dpa"), ("abc/xyz (dpa, AFP)", "dpa"), ("dpa, AFP", None), ("dpa / Jane Miller", None)],
)
def test_signed(line: str, outlet: str | None) -> None:
    """A line of nothing but agencies and initials says who edited whose material."""
    scene = scene_of(markup(below=f"<p>{line}</p>"))
    block = next(block for block in scene.page.blocks if block.text == line)
    found = edited(scene, block)
    assert (found.outlet if found else None) == outlet


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        ("the application binary interface (ABI) is", "ABI", True),
        ("JAKARTA (AFP) - The town", "AFP", False),
        ("A Foreign Power (AFP)", "AFP", True),
    ],
)
def test_short_form(text: str, name: str, *, short: bool) -> None:
    """Letters in brackets behind the words that they begin name no agency."""
    start = text.index(name)
    assert is_short_form(text, start, start + len(name)) is short
