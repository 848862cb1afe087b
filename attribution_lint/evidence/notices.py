"""Statements of ownership and permission, and those by which the site speaks as the owner of its texts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from attribution_lint.evidence import weights
from attribution_lint.evidence.copyright_lines import SKIPPED, other_owner
from attribution_lint.evidence.scene import Zone
from attribution_lint.evidence.text import sentence_around
from attribution_lint.lexicon import Role
from attribution_lint.model import Evidence, EvidenceKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from attribution_lint.evidence.names import Named
    from attribution_lint.evidence.scene import Scene
    from attribution_lint.lexicon import Match
    from attribution_lint.page import Block

_STATES = 0.5
"""The least share of what stands near enough to the article to be its statement."""
_CAPTION_LENGTH = 200
"""A longer block that opens with a picture's credit says something of the text as well."""
_OWN_REASONS = {
    "asks_attribution": "the page asks others to credit it",
    "republish_button": "the page offers its text to others",
    "original_declared": "the page says that its text is original",
    "forbids_reprint": "the page forbids others to reprint it",
    "site_licence": "the site licenses its own texts",
    "permalink": "the page gives a permanent address of its own",
}


def observe(scene: Scene) -> Iterator[Evidence]:
    """Statements of rights and permission, wherever they stand."""
    for block, matches in scene.holding(Role.DISCLAIMER, Role.TAKEDOWN, Role.OWN_RIGHTS):
        if block.region in SKIPPED:
            continue
        if not scene.opens_with_media(block.index) or len(block.text) >= _CAPTION_LENGTH:
            for role in (Role.DISCLAIMER, Role.TAKEDOWN):
                found = [match for match in matches if match.role is role]
                if found:
                    yield _statement(scene, block, found)
        if any(match.role is Role.OWN_RIGHTS for match in matches):
            yield from _own_rights(scene, block, matches)


def _statement(scene: Scene, block: Block, matches: Sequence[Match]) -> Evidence:
    """The statement by the phrase that says most."""
    match = max(matches, key=lambda match: (match.phrase.strong, match.end - match.start))
    start, end = sentence_around(block.text, match.start, match.end)
    owner = _owner(scene, block, match)
    if owner is not None and owner.own:
        reason = "the rights are said to be the site's own"
        return scene.cite(block, (start, end), EvidenceKind.OWN_RIGHTS, weights.OWN_RIGHTS, reason)
    share = weights.RIGHTS_BY_ZONE[scene.zone(block.index)]
    kind, weight, reason = _kind(match)
    return replace(
        scene.cite(block, (start, end), kind, weight * share, reason),
        outlet=owner.name if owner is not None and owner.known else None,
        statement=kind is EvidenceKind.DISCLAIMER and match.phrase.strong and share >= _STATES,
    )


def _kind(match: Match) -> tuple[EvidenceKind, float, str]:
    if match.role is Role.TAKEDOWN:
        return EvidenceKind.TAKEDOWN, weights.TAKEDOWN, "an offer to delete on request"
    if match.phrase.strong:
        return (
            EvidenceKind.DISCLAIMER,
            weights.DISCLAIMER,
            "the rights are said to be others', or their permission given",
        )
    return (
        EvidenceKind.DISCLAIMER,
        weights.DISCLAIMER_WEAK,
        "words stand here by which rights or permissions are stated",
    )


def _owner(scene: Scene, block: Block, match: Match) -> Named | None:
    """Who is said to hold the rights."""
    slot = match.slots.get("outlet")
    return scene.name(block.text[slice(*slot)]) if slot else None


def _own_rights(scene: Scene, block: Block, matches: Sequence[Match]) -> Iterator[Evidence]:
    """The ways in which the site speaks as the owner, each once."""
    if other_owner(scene, block) is not None:
        return  # what stands beside somebody else's © line came along with the text
    seen: set[str] = set()
    outside = scene.zone(block.index) is Zone.OUTSIDE or (block.index == scene.last and block.place.tag == "td")
    share = weights.OWN_RIGHTS_OUTSIDE if outside else 1.0
    for match in matches:
        kind = match.phrase.kind
        if match.role is Role.OWN_RIGHTS and kind in _OWN_REASONS and kind not in seen:
            seen.add(kind)
            weight = weights.OWN_RIGHTS_BY_KIND[kind] * share
            start, end = sentence_around(block.text, match.start, match.end)
            yield scene.cite(block, (start, end), EvidenceKind.OWN_RIGHTS, weight, _OWN_REASONS[kind])
