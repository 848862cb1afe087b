"""Agencies and outlets named at the head of the text: "LONDON (Reuters) -", 新华社北京4月24日电."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from attribution_lint.evidence import weights
from attribution_lint.evidence.agencies import is_short_form, known_mark, other_outlet
from attribution_lint.evidence.scene import Zone
from attribution_lint.expressions import expression
from attribution_lint.model import Evidence, EvidenceKind
from attribution_lint.words import count_dense

if TYPE_CHECKING:
    from collections.abc import Iterator

    from attribution_lint.evidence.names import Named
    from attribution_lint.evidence.scene import Scene
    from attribution_lint.page import Block

_PARAGRAPHS = 3
_REACH = 130
"""How far into a paragraph its dateline can reach."""
_PLACE_LENGTH = 70
"""A longer text before the brackets is no place and date."""
_DENSE_PLACE = 16
"""The same in a script that writes a word with one or two characters."""
_PLACE_WORDS = 4
_BRACKETED = expression(r"[(（\[【]\s*([^()（）\[\]【】]{2,50}?)\s*[)）\]】]|/\s?([^/()]{2,20}?)\s?/")
_AFTER = expression(
    r"\s*(?:[-–—‒―:：.]|\.-|=|電|电|讯|訊)|\s+[A-Z\"“„«À-ÞА-Я\u0600-\u06ff]|\s*[\u3400-\u9fff\uac00-\ud7af]"
)
_OPENING = frozenset("(（[【")
_CLOSING = " )）]】"
_SENTENCE = expression(r"[.!?。]\s")
_PARTS = expression(r"[/,;=·]| - ")


def observe(scene: Scene) -> Iterator[Evidence]:
    """The first dateline that names an outlet in the first paragraphs, or in a short line of its own before them."""
    if scene.listing:
        return  # each of its items has its own
    for index in _openings(scene):
        block = scene.page.blocks[index]
        found = known_mark(scene, index, closing=False) or _in_brackets(scene, block)
        if found is not None and not _explains(block.text, found[1], found[2]):
            named, _, end = found
            weight = weights.DATELINE_AGENCY if named.agency else weights.DATELINE_OUTLET
            reason = "the text opens with an agency's dateline" if named.agency else "the text opens with a dateline"
            stretch = (0, end + (block.text[end : end + 1] in _CLOSING))
            cited = scene.cite(block, stretch, EvidenceKind.DATELINE, weight, reason)
            yield replace(cited, outlet=named.name, wire=named.agency)
            return
        own = _own(scene, block)
        if own is not None:
            yield scene.cite(block, own, EvidenceKind.SELF_CREDIT, 0.0, "the dateline names the site itself")
            return


def _own(scene: Scene, block: Block) -> tuple[int, int] | None:
    """The dateline of an agency on its own site."""
    match = _BRACKETED.search(block.text[:_REACH])
    if match is None or not _AFTER.match(block.text, match.end()):
        return None
    named = scene.name(match[1] or match[2])
    return (0, match.end()) if named is not None and named.own else None


def _openings(scene: Scene) -> list[int]:
    first = list(scene.running[:_PARAGRAPHS])
    if not first:
        return []
    above = range(max(0, first[0] - 2), first[0])
    # What stands in a list is one of its items: press coverage opens its lines with "[Agency]".
    return [
        index
        for index in (*above, *first)
        if scene.zone(index) is not Zone.OUTSIDE
        and scene.page.blocks[index].place.tag != "li"
        and index not in scene.page.quoted
    ]


def _explains(text: str, start: int, end: int) -> bool:
    """Whether a name in brackets explains the words before it, and the sentence goes on: "the AP (…) said"."""
    return text[:start].rstrip()[-1:] in _OPENING and text[end : end + 3].lstrip(_CLOSING)[:1].islower()


def _in_brackets(scene: Scene, block: Block) -> tuple[Named, int, int] | None:
    """An outlet in brackets behind a place and a date."""
    opening = block.text[:_REACH]
    for match in _BRACKETED.finditer(opening):
        if not _AFTER.match(block.text, match.end()):
            continue
        before = opening[: match.start()]
        if len(before) > (_DENSE_PLACE if count_dense(before) else _PLACE_LENGTH) or _SENTENCE.search(before):
            return None
        is_place = bool(match[1]) and (before.isupper() or len(before.split()) <= _PLACE_WORDS)
        for part in _PARTS.split(match[1] or match[2]):
            named = other_outlet(scene, part)
            if is_short_form(block.text, *match.span(1 if match[1] else 2)):
                return None
            if named is not None and (named.agency or is_place):
                return named, *match.span(1 if match[1] else 2)
    return None
