"""An agency as the last word of the text: "(dpa)", "— AFP", "(ANSA).", "--(بترا)"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from attribution_lint.evidence import weights
from attribution_lint.evidence.agencies import LINE, edited, known_mark, other_outlet
from attribution_lint.evidence.cues import load_cues
from attribution_lint.evidence.persons import person
from attribution_lint.evidence.scene import Zone
from attribution_lint.expressions import expression
from attribution_lint.model import Evidence, EvidenceKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from attribution_lint.evidence.names import Named
    from attribution_lint.evidence.scene import Scene
    from attribution_lint.page import Block

_CLOSING = 8
"""How many blocks behind the last paragraph can hold the mark."""
_REACH = 60
"""How long the end of a text is in which the mark stands."""
_MARK = expression(
    r"^.*(?:[(（\[【/]|(?:(?<!\w)-{1,2}|[–—]{1,2})\s?[(（]?|[.!?。！？»”\"')]\s+|\|\s*|©\s?)([^()（）\[\]【】/|]{2,36}?)\s*[)）\]】/]?\s*[.。]?$",
    re.DOTALL,
)
"""The last mark behind which nothing but a name stands."""
_AFTER_MARK = expression(r"\s(?:[A-Z]{2,4}\s?){1,6}$|\s(?:[a-z]{2,4}/\s?){1,4}$|,?\s\d{1,2}[.:]\d{2}.{0,40}$")
"""Initials or a time of day behind the agency's mark."""
_PARTS = expression(r"[/,;·]|\s[-–]\s")
_SIGNED = expression(r"\W{0,2}([^()/:,;]{4,40}?)\s?[(（]([^()]{4,60})[)）]\W{0,2}$")
"""A writer's name and, in brackets, from whom the material is: "Huyền Lê (Theo Reuters, AFP)"."""


def observe(scene: Scene) -> Iterator[Evidence]:
    """The first mark of an agency at the end of the article."""
    running = scene.running
    if not running or scene.listing:
        return
    stop = min(scene.page.article.stop, running[-1] + _CLOSING)
    for index in [*running[-3:-1], *range(running[-1], stop)]:
        # What stands in a list is one of its items, not the text's end.
        if (
            scene.page.blocks[index].place.tag == "li"
            or index in scene.media_lines
            or index in scene.page.quoted
            or scene.zone(index) not in {Zone.TAIL, Zone.HEAD}
        ):
            continue
        found = _mark(scene, index)
        if found is not None:
            yield found
            return


def _mark(scene: Scene, index: int) -> Evidence | None:
    block = scene.page.blocks[index]
    ending = block.text[-2 * LINE :]
    if not ending:
        return None
    if len(block.text) <= LINE or index == scene.running[-1]:
        by_staff = edited(scene, block, max(0, len(block.text) - LINE))
        if by_staff is not None:
            return replace(by_staff, kind=EvidenceKind.TAIL)
    known = known_mark(scene, index, closing=True)
    named = known[0] if known else _agency(scene, ending)
    if named is None and (shorter := _AFTER_MARK.sub("", ending)) != ending:
        named = _agency(scene, shorter)
    if named is None or not named.agency:
        return None
    if _is_signed(scene, block):
        reason = "a writer's name before the agencies: a text of the site's own from their material"
        found = scene.cite(block, (0, len(block.text)), EvidenceKind.TAIL, weights.EDITED, reason)
        return replace(found, outlet=named.name, wire=True, partial=True)
    start = known[1] if known else block.text.rfind(named.name)
    reason = "the text closes with an agency's mark"
    partial = scene.lends_material(index) or (len(block.text) <= LINE and load_cues().speaks_of_part(block.text))
    weight = weights.EDITED if partial else weights.TAIL
    return replace(
        scene.cite(block, (start, start + len(named.name)), EvidenceKind.TAIL, weight, reason),
        partial=partial,
        text=block.text[-LINE:],
        outlet=named.name,
        wire=True,
    )


def _is_signed(scene: Scene, block: Block) -> bool:
    """Whether a line gives a writer and, in brackets, whose material the text was made from."""
    signed = _SIGNED.match(block.text) if len(block.text) <= LINE else None
    return signed is not None and load_cues().speaks_of_material(signed[2]) and person(scene, signed[1]) is not None


def _agency(scene: Scene, text: str) -> Named | None:
    """The agency whose name a text closes with, set off by brackets, a dash or the end of the last sentence."""
    match = _MARK.match((" " if len(text) > _REACH else ". ") + text[-_REACH:])
    for part in _PARTS.split(match[1]) if match else ():
        named = other_outlet(scene, part)
        if named is not None and named.agency:
            return named
    return None
