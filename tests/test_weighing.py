"""The scales."""

from __future__ import annotations

from itertools import permutations

import pytest

from attribution_lint.model import NOWHERE, Evidence, EvidenceKind, Region
from attribution_lint.weighing import CEILING, PRIOR, REPEATED, weigh


def piece(weight: float, kind: EvidenceKind = EvidenceKind.CREDIT) -> Evidence:
    """Evidence of that weight."""
    return Evidence(kind, "text", Region.ARTICLE, NOWHERE, weight=weight)


def test_nothing() -> None:
    """Without evidence only the prior is left, and a page is its site's own."""
    weighed = weigh(())
    assert (weighed.prior, weighed.speaks_for, weighed.speaks_against) == (PRIOR, 0.0, 0.0)
    assert weighed.likelihood < 0.1


def test_families_add_up() -> None:
    """Different kinds count in full, on their own side."""
    weighed = weigh((piece(2.0), piece(1.0, EvidenceKind.CANONICAL), piece(-0.5, EvidenceKind.OWN_RIGHTS)))
    assert weighed.counts == (2.0, 1.0, -0.5)
    assert (weighed.speaks_for, weighed.speaks_against) == (3.0, 0.5)


def test_repetition_counts_little() -> None:
    """Of one kind the strongest counts in full, all the others together at most a quarter of it."""
    assert weigh((piece(1.0), piece(2.0))).counts == pytest.approx((REPEATED, 2.0))
    assert weigh([piece(2.0)] * 50).speaks_for == pytest.approx(2.0 * (1 + REPEATED))


def test_ceiling() -> None:
    """However much speaks for a side, there is a most."""
    many = [piece(4.0, kind) for kind in EvidenceKind]
    assert weigh(many).speaks_for == CEILING


def test_order_does_not_matter() -> None:
    """The same evidence gives the same likelihood."""
    pieces = (piece(2.0), piece(1.0), piece(-1.0), piece(0.5, EvidenceKind.TAIL))
    assert len({round(weigh(order).likelihood, 12) for order in permutations(pieces)}) == 1
