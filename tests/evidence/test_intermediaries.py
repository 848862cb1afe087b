"""Addresses in the head that are another copy's."""

from __future__ import annotations

import pytest

from tests.evidence.builders import judge, markup

SISTER = '<link rel="canonical" href="https://www.harbourledger.example/2024/03/town-hall-roof">'
OWN = '<link rel="canonical" href="https://www.theguardian.com/uk/2024/mar/03/town-hall-roof">'
BYLINE = "<p>By Jane Miller, The Guardian</p>"


@pytest.mark.parametrize(
    ("head", "above", "known"),
    [(SISTER, BYLINE, False), (OWN, BYLINE, True), (SISTER, "", True), (SISTER, "<p>By Jane Miller</p>", True)],
)
def test_canonical(head: str, above: str, *, known: bool) -> None:
    """Where the page names the outlet that wrote the text, only a page of that outlet is the original."""
    assert (judge(markup(head=head, above=above)).original_url is not None) is known


def test_it_still_counts() -> None:
    """A canonical that leads to a sister title shows all the same that the text is elsewhere."""
    with_canonical, without = judge(markup(head=SISTER, above=BYLINE)), judge(markup(above=BYLINE))
    assert with_canonical.confidence > without.confidence
    assert any("not the outlet's" in reason for reason in with_canonical.reasons)
