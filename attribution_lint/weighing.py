"""The scales: from the weights of single evidence to how likely a page is somebody else's work."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from attribution_lint.model import Weighing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from attribution_lint.model import Evidence, EvidenceKind

PRIOR = -2.3
"""Log-odds before any evidence: about one page in eleven."""
REPEATED = 0.25
"""What each further evidence of one family counts, and all of them together at most as one."""
CEILING = 6.0
"""The most that the evidence for a side can weigh."""


def weigh(evidence: Sequence[Evidence]) -> Weighing:
    """Put all evidence on the scales; what comes out is the same in whatever order it was found."""
    counts = _counts(evidence)
    speaks_for = min(CEILING, sum(count for count in counts if count > 0))
    speaks_against = min(CEILING, -sum(count for count in counts if count < 0))
    log_odds = PRIOR + speaks_for - speaks_against
    return Weighing(PRIOR, tuple(counts), speaks_for, speaks_against, 1 / (1 + math.exp(-log_odds)))


def _counts(evidence: Sequence[Evidence]) -> list[float]:
    """What each evidence counts: the strongest of its family and side in full, the others little."""
    families: dict[tuple[EvidenceKind, bool], list[int]] = {}
    for number, item in enumerate(evidence):
        if item.weight:
            families.setdefault((item.kind, item.weight > 0), []).append(number)
    counts = [0.0] * len(evidence)
    for numbers in families.values():
        strongest = max(numbers, key=lambda number: abs(evidence[number].weight))
        full = abs(evidence[strongest].weight)
        others = sum(abs(evidence[number].weight) for number in numbers) - full
        share = REPEATED * min(1.0, full / others) if others else 0.0
        for number in numbers:
            counts[number] = evidence[number].weight * (1.0 if number == strongest else share)
    return counts
