"""Whom credits name, and where they link."""

from __future__ import annotations

import pytest

from tests.evidence.builders import ORIGINAL, judge, markup


@pytest.mark.parametrize(
    ("credit", "outlet"),
    [
        ("This article was originally published by Harbour Ledger.", "Harbour Ledger"),
        ("This article was originally published on March 3, 2024 by Reuters.", "Reuters"),
        (f"This article was originally published on <a href='{ORIGINAL}'>Harbour Ledger</a>.", "Harbour Ledger"),
        (f"<a href='{ORIGINAL}'>This article</a> was originally published by Harbour Ledger.", "Harbour Ledger"),
        (f"本文翻译自: <a href='{ORIGINAL}'>Roofing: a new kind of slate</a>", None),
        (f"This article was originally published <a href='{ORIGINAL}'>here</a>.", None),
        (f"<a href='{ORIGINAL}'>Originally published on Medium</a>", "Medium"),
        (f"Originally published on <a href='{ORIGINAL}'>The Commerce Blog</a>.", "The Commerce Blog"),
        ("This is cross-posted from the NumHarbour blog. NumHarbour is a charity.", "NumHarbour blog"),
        (
            (
                "This post was originally published on the blog for the Roof Team at the U.S. Department of Slate. "
                "Ann is its head."
            ),
            "Roof Team at the U.S. Department of Slate",
        ),
        (
            f"La versión original de este post se puede encontrar en <a href='{ORIGINAL}'>Harbour Ledger</a>",
            "Harbour Ledger",
        ),
        ("This article was originally published on the company blog.", None),
        ("This article was originally published on our website.", None),
        (f"This article first appeared at <a href='{ORIGINAL}'>A new roof for the town hall</a>.", None),
    ],
)
def test_outlet(credit: str, outlet: str | None) -> None:
    """A name behind the phrase, a date or in the link; a title and the word "here" name nobody."""
    found = judge(markup(below=f"<p>{credit}</p>")).outlet
    assert (found.value if found else None) == outlet


@pytest.mark.parametrize(
    "credit",
    [
        f"<p>This article was originally published by <a href='{ORIGINAL}'>Harbour Ledger</a>.</p>",
        f"<p><a href='{ORIGINAL}'>This article</a> was originally published by Harbour Ledger.</p>",
        f"<p>This article was originally published by Harbour Ledger. <a href='{ORIGINAL}'>Link</a></p>",
        f"<p>This article was originally published by Harbour Ledger:</p><p><a href='{ORIGINAL}'>{ORIGINAL}</a></p>",
    ],
)
def test_link(credit: str) -> None:
    """The link stands in the sentence, before the phrase, behind the sentence or in the next block."""
    judged = judge(markup(below=credit))
    assert judged.original_url is not None
    assert judged.original_url.value == ORIGINAL
