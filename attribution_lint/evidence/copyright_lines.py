"""© lines that name somebody else: the owner of a copied text."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from attribution_lint.evidence import weights
from attribution_lint.evidence.cues import load_cues
from attribution_lint.evidence.scene import Zone
from attribution_lint.evidence.text import sentence_around
from attribution_lint.expressions import expression
from attribution_lint.fold import letters
from attribution_lint.lexicon import Role
from attribution_lint.model import Evidence, EvidenceKind, Region

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from attribution_lint.evidence.names import Named
    from attribution_lint.evidence.scene import Scene
    from attribution_lint.page import Block

SKIPPED = frozenset({Region.NAV, Region.RELATED, Region.COMMENTS})
"""Where a statement of rights is somebody else's."""
_YEARS = r"(?:19|20)\d\d(?:\s?[-–,]\s?(?:(?:19|20)\d\d|present))*"
_LINE = expression(
    rf"(?:(?:©|ⓒ|\(c\))[\s:]*+(?:copyrights?\b)?"
    rf"|\bcopyrights?\b[\s:]*+(?:©|ⓒ|\(c\)|(?={_YEARS})|(?:by|of)\s))"
    rf"[\s:]*+(?:{_YEARS}[\s,:]*+)?(?:by\s|the\s)?([^\s.,;|©<>()\d][^.;|©<>()\n]{{1,60}})?",
    re.IGNORECASE,
)
"""A © sign, or the word with a year, a sign or "by" behind it, and the owner; the word alone is a mere subject."""
_SIGNS = ("©", "ⓒ", "(c)", "copyr")
"""One of them is in all such lines."""
_YEAR_LAST = expression(r"[\s,]*(?:19|20)\d\d.*$")
_OWNER_END = expression(r",|\.|\ball rights\b|\bvia\b|\ban?\b |\s[-–—]\s|\s\s|무단|版权所有", re.IGNORECASE)
_MOST = 16
"""How many © lines of one block are read."""
_MOST_OWNERS = 2
_STATES = 0.5
"""The least weight of a line that states the rights in this text."""
_WHOLE_BLOCK = 400
"""A shorter block that opens with a © line is its statement as a whole."""
_NEAR = 400
"""How far around the line words about rights count."""
_CLOSING = 8


def observe(scene: Scene) -> Iterator[Evidence]:
    """The first © line of each block that names somebody else; where many are named, they own what the page lists."""
    signed = scene.spelling(*_SIGNS)
    found = [
        (block, line)
        for block in signed
        if block.region not in SKIPPED
        and block.place.tag not in {"pre", "code"}
        and not scene.opens_with_media(block.index)
        and (line := other_owner(scene, block)) is not None
    ]
    yield from _own_line(scene, signed)
    unknown = {letters(named.name) for _, (_, named) in found if not named.known}
    for block, (match, named) in found:
        if named.known or len(unknown) <= _MOST_OWNERS:
            yield _line(scene, block, match, named)


def _own_line(scene: Scene, blocks: Sequence[Block]) -> Iterator[Evidence]:
    """The first © line that names the site: it stands on every page, on copies as well."""
    for block in blocks:
        match = next(_LINE.finditer(block.text[:_WHOLE_BLOCK]), None)
        if match is None or match[1] is None or not block.visible:
            continue
        named = scene.name(_OWNER_END.split(_YEAR_LAST.sub("", match[1]), maxsplit=1)[0].strip())
        if named is not None and named.own:
            reason = "a © line names the site itself, as on its every page"
            yield scene.cite(block, match.span(), EvidenceKind.OWN_RIGHTS, 0.0, reason)
            return


def other_owner(scene: Scene, block: Block) -> tuple[re.Match[str], Named] | None:
    """The first © line of a block that names somebody else, and whom."""
    lines = islice(_LINE.finditer(block.text), _MOST)
    rights = [match.start for match in scene.matches[block.index] if match.role is Role.OWN_RIGHTS]
    return next(((match, named) for match in lines if (named := _owner(scene, match, rights)) is not None), None)


def _owner(scene: Scene, match: re.Match[str], rights: Sequence[int]) -> Named | None:
    """The owner that a line names; `rights`: where words such as "all rights reserved" begin, which end a name."""
    if match[1] is None:
        return None
    end = min((start for start in rights if match.start(1) <= start < match.end(1)), default=match.end(1))
    text = match[1][: end - match.start(1)]
    named = scene.name(_OWNER_END.split(_YEAR_LAST.sub("", text), maxsplit=1)[0].strip())
    return named if named is not None and not named.own else None


def _line(scene: Scene, block: Block, match: re.Match[str], named: Named) -> Evidence:
    start, end = sentence_around(block.text, match.start(), match.end())
    if len(block.text) < _WHOLE_BLOCK and start == match.start():
        end = len(block.text)
    around = block.text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
    reserved = load_cues().speaks_of_rights(around)
    weight = _weight(named, reserved=reserved) * weights.COPYRIGHT_BY_ZONE[scene.zone(block.index)]
    if block.index == scene.last and not named.known:
        weight = min(weight, _weight(named, reserved=reserved) * weights.COPYRIGHT_BY_ZONE[Zone.OUTSIDE])
    dated = any(character.isdigit() for character in block.text[match.start() : end])
    if not dated and not reserved and not scene.closing(block.index, _CLOSING):
        weight *= weights.BARE_COPYRIGHT
    return replace(
        scene.cite(block, (match.start(), end), EvidenceKind.COPYRIGHT, weight, "a © line names another owner"),
        outlet=named.name if named.known or reserved else None,
        wire=named.agency,
        statement=weight >= _STATES,
    )


def _weight(named: Named, *, reserved: bool) -> float:
    if named.known:
        return weights.COPYRIGHT_AGENCY if named.agency else weights.COPYRIGHT_OUTLET
    return weights.COPYRIGHT_RESERVED if reserved else weights.COPYRIGHT_NAMED
