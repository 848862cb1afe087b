"""The weighing as a whole: what must be enough alone, and what must not."""

from __future__ import annotations

import pytest

from attribution_lint.evidence import weights
from attribution_lint.weighing import PRIOR


@pytest.mark.parametrize(
    "weight",
    [
        weights.CREDIT,
        weights.ORIGINAL_LINK,
        weights.SOURCE_KNOWN,
        weights.DATELINE_AGENCY,
        weights.BYLINE_SIGNED,
        weights.TAIL,
        weights.EDITED,
        weights.CANONICAL,
        weights.PIXEL,
    ],
)
def test_enough_alone(weight: float) -> None:
    """The plain signs of a copy decide by themselves."""
    assert weight > -PRIOR


@pytest.mark.parametrize(
    "weight",
    [
        weights.CREDIT_WEAK,
        weights.CREDIT + weights.NAMES_NOBODY,
        weights.ORIGINAL_HOME,
        weights.EMPTY_LINK,
        weights.BYLINE_ALONE,
        weights.DISCLAIMER + weights.TAKEDOWN,
        weights.COPYRIGHT_RESERVED,
        weights.SOURCE_ADDRESS,
        weights.OTHER_AUTHOR_AGENCY,
        weights.CREDIT * weights.CREDIT_BY_REGION[next(iter(weights.CREDIT_BY_REGION))],
        (weights.CREDIT + weights.NAMES_KNOWN_OUTLET + weights.LINKS_TO_ARTICLE) * weights.HIDDEN,
    ],
)
def test_not_enough_alone(weight: float) -> None:
    """What is also said on own pages needs a second sign."""
    assert weight < -PRIOR


def test_what_speaks_against_is_negative() -> None:
    """No way to speak as the owner speaks for a copy."""
    assert all(weight < 0 for weight in weights.OWN_RIGHTS_BY_KIND.values())
    assert max(weights.OWN_NAME, weights.OWN_LINK, weights.OWN_ORIGINAL, weights.OWN_RIGHTS) < 0
