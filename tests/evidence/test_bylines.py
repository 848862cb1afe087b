"""Outlets in the byline."""

from __future__ import annotations

import pytest

from attribution_lint.model import EvidenceKind, Status
from tests.evidence.builders import found, judge, markup

KIND = EvidenceKind.BYLINE


@pytest.mark.parametrize(
    ("line", "outlet", "author"),
    [
        ("<p>By Jane Miller, The Washington Post</p>", "The Washington Post", "Jane Miller"),
        ("<p>By Jane Miller and John Smith, Associated Press</p>", "Associated Press", "Jane Miller and John Smith"),
        ("<p>Par AFP</p>", "Agence France-Presse", None),
        ("<p><span>Jane Miller</span><span>Reuters</span></p>", "Reuters", "Jane Miller"),
        ("<p>Reuters | March 3, 2024</p>", "Reuters", None),
        ("<div class='byline'>The Guardian</div>", "The Guardian", None),
    ],
)
def test_byline(line: str, outlet: str, author: str | None) -> None:
    """An outlet behind a name, a preposition or alone beside the headline."""
    (item,) = found(markup(above=line), KIND)
    assert item.outlet == outlet
    assert item.author == author


@pytest.mark.parametrize(
    "line", ["<p>Von: det/dpa</p>", "<p>Hilltop Gazette with AFP</p>", "<p>AFP/Hilltop Gazette</p>"]
)
def test_edited(line: str) -> None:
    """Staff beside an agency make an excerpt of its material."""
    judged = judge(markup(above=line))
    assert judged.status is Status.EXCERPT
    assert judged.wire


@pytest.mark.parametrize(
    "line",
    [
        "<p>By Jane Miller</p>",
        "<p>By Jane Miller, Hilltop Gazette</p>",
        "<p>Hilltop Gazette with its readers</p>",
        "<p>Photo: AFP</p>",
        "<p>Reuters: Roofs are expensive</p>",
        "<p>Reuters’ prices</p>",
        "<p>PEP 3149: Tagged Files of a Kind</p>",
        "<p>Laut Reuters hatte die Stadt das Land um Hilfe gebeten.</p>",
        "<p>Next</p>",
        "<p>WordPress</p>",
        "<aside><p>Reuters</p></aside>",
        "<p>3/4</p>",
    ],
)
def test_none(line: str) -> None:
    """Own names, pictures, headlines, sentences and buttons are no bylines."""
    assert not found(markup(above=line), KIND)


def test_under_a_picture() -> None:
    """An agency alone under a picture is mostly the picture's."""
    (alone,) = found(markup(above="<p>Reuters</p>"), KIND)
    (under,) = found(markup(above="<p><img src='a.jpg' alt='The roof'></p><p>Reuters</p>"), KIND)
    assert under.weight < alone.weight


@pytest.mark.parametrize(
    "line",
    [
        "<p>The first disk is named /dev/sda.</p>",
        "<p>Application binary interface (ABI)</p>",
        "<p>With files from Reuters</p>",
        "<p>The Associated Press contributed to this report</p>",
        "<p>Photos by Jane Roe / AFP</p>",
    ],
)
def test_what_is_no_byline(line: str) -> None:
    """A path, a short form that the line spells out, and those who gave a part or the pictures sign no text."""
    assert judge(markup(above=line)).status is Status.OWN


@pytest.mark.parametrize(
    ("href", "outlet"),
    [("/provider/harbour/", "Harbour Ledger"), ("/source/harbour", "Harbour Ledger"), ("/town/harbour/", None)],
)
def test_provider(href: str, outlet: str | None) -> None:
    """A portal links its own page about who provided the text."""
    named = judge(markup(above=f"<p><a href='{href}'>Harbour Ledger</a></p>")).outlet
    assert (named.value if named else None) == outlet
