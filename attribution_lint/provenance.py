"""How a page came by its text: by which way, and through whose hands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attribution_lint.evidence.cues import load_cues
from attribution_lint.fold import letters
from attribution_lint.model import EvidenceKind, Hand, Kind, NamedSource, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from attribution_lint.model import Evidence

_NAMES_SOURCE = (
    EvidenceKind.TRANSLATION,
    EvidenceKind.CREDIT,
    EvidenceKind.ORIGINAL_LINK,
    EvidenceKind.SOURCE_LABEL,
    EvidenceKind.BYLINE,
    EvidenceKind.DATELINE,
    EvidenceKind.TAIL,
    EvidenceKind.COPYRIGHT,
)
_LEAST = 0.9
"""Lighter evidence names the source of something else."""
_DECIDES = 2.0
"""What evidence must weigh to say alone that the text is a translation."""


def kind_of(status: Status, evidence: Sequence[Evidence], *, wire: bool, body: bool) -> Kind | None:
    """By which way a page came by its text; None for the site's own work. `body`: the page has running text."""
    if status is Status.OWN:
        return None
    signs = [item for item in evidence if item.weight >= _LEAST]
    if status is Status.EXCERPT:
        if any(item.partial and item.wire for item in signs):
            return Kind.AGENCY_ASSISTED
        return Kind.EXCERPT if body else Kind.LINK_POST
    if any(item.kind is EvidenceKind.TRANSLATION and item.weight >= _DECIDES and not item.partial for item in signs):
        return Kind.TRANSLATION
    if any(load_cues().speaks_of_press_release(item.text) for item in signs if item.kind in _NAMES_SOURCE):
        return Kind.PRESS_RELEASE
    return Kind.WIRE if wire else Kind.REPRINT


def chain_of(evidence: Iterable[Evidence]) -> tuple[NamedSource, ...]:
    """All sources that visible text names, each once, the one that wrote the text first where the page tells.

    Of a copy of a translation the translated source is the original, and the copied one stands between; so does one
    that is named behind "via".
    """
    named = [item for item in evidence if item.visible and item.outlet and item.weight >= _LEAST]
    named = [item for item in named if item.kind in _NAMES_SOURCE]
    translated = any(item.kind is EvidenceKind.TRANSLATION for item in named)
    found: dict[str, NamedSource] = {}
    for item in sorted(named, key=lambda item: -item.weight):
        key = letters(item.outlet or "")
        if item.outlet and not any(known in key or key in known for known in found):
            found[key] = NamedSource(item.outlet, _hand(item, translated=translated), item)
    if len(found) < 2:
        return tuple(found.values())
    return tuple(sorted(found.values(), key=lambda source: source.hand is Hand.INTERMEDIARY))


def _hand(item: Evidence, *, translated: bool) -> Hand:
    copied_on = translated and item.kind is not EvidenceKind.TRANSLATION
    return Hand.INTERMEDIARY if copied_on or load_cues().says_via(item.text) else Hand.ORIGINAL
