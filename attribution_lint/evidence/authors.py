"""Authors behind their labels: "Author: N. N.", 作者：某某. An author weighs nothing; a copy owes the name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from attribution_lint.evidence.labels import SKIPPED, value_of
from attribution_lint.evidence.names import trim
from attribution_lint.evidence.scene import Zone
from attribution_lint.lexicon import Fit, Role
from attribution_lint.model import Evidence, EvidenceKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from attribution_lint.evidence.scene import Scene
    from attribution_lint.lexicon import Match
    from attribution_lint.page import Block

_LENGTH, _WORDS = 60, 8
_AFTER_PERSON = re.compile(r",\s|\s[-–—|·•]\s|[|｜(（]|\s\s|\s(?=\d)")
"""What parts a person's name from a title, a place or a date."""
_NO_PERSON = re.compile(r"[.!?。！？，、：:]\s?\S{8}|[!?。！？；@]|\d{3}|https?:")
_LINE = 200


def observe(scene: Scene) -> Iterator[Evidence]:
    """The persons behind author labels, at the head and the tail of the article."""
    for block, matches in zip(scene.page.blocks, scene.matches, strict=True):
        if block.region in SKIPPED or (
            scene.zone(block.index) in {Zone.BODY, Zone.OUTSIDE} and block.index not in scene.byline_zone
        ):
            continue
        for match in matches:
            if match.role is Role.AUTHOR_LABEL and match.phrase.strong and _labels(block, match):
                yield from _author(scene, block, match)


def _labels(block: Block, match: Match) -> bool:
    """Whether the words are a label. In a script without spaces, words without a separator begin a sentence."""
    return match.fit.is_label or (
        match.fit is Fit.LEADS and (block.text[match.start].isascii() or match.phrase.pattern is not None)
    )


def _author(scene: Scene, block: Block, match: Match) -> Iterator[Evidence]:
    slot = match.slots.get("author")
    value = block.text[slice(*slot)] if slot else value_of(scene, block, match).text
    name = _person(scene, value)
    if name is not None and not (match.fit is Fit.LEADS and name[0].islower()):  # "By the time …"
        end = min(len(block.text), match.end + len(value) + 2)
        found = scene.cite(block, (match.start, end), EvidenceKind.AUTHOR, 0.0, "a label names the author")
        yield replace(found, text=block.text[:_LINE], author=name)


def _person(scene: Scene, value: str) -> str | None:
    """The name of one or more persons, without an outlet behind it; None for a sentence, an outlet or the site."""
    mentions = [item for item in scene.outlets.find(value) if item.start > 0 and item.end >= len(value.rstrip()) - 1]
    name = trim(_AFTER_PERSON.split(value[: mentions[0].start] if mentions else value, maxsplit=1)[0])
    if not name or len(name) > _LENGTH or len(name.split()) > _WORDS or _NO_PERSON.search(name):
        return None
    named = scene.name(name)
    return name if named is not None and not named.own and not named.known else None
