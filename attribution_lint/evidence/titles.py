"""Titles where a name is looked for: what a credit links or quotes is as often the title of the text as its outlet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attribution_lint.evidence.cues import load_cues
from attribution_lint.evidence.text import spells_out
from attribution_lint.expressions import expression
from attribution_lint.lexicon import Role
from attribution_lint.site import publisher_of
from attribution_lint.words import count_dense

if TYPE_CHECKING:
    from attribution_lint.evidence.scene import Scene
    from attribution_lint.lexicon import Match
    from attribution_lint.page import Block, Link

_QUOTED = expression(r"[\"“„«»‘「『《〈【].*[\"”“»«’」』》〉】]")
_QUOTE_INSIDE = expression(r"(\w[^\"“„«「『《]{1,30}?)\s?[\"“„«「『《]([^\"”“»」』》]{2,60})[\"”“»」』》]")
_NO_OUTLETS = ("title", "author")
"""Slots of a phrase that hold something else than the outlet."""
_BEFORE = 80
_WORDS, _DENSE = 3, 6
"""So many words, or characters of a dense script, are more likely a title than a name."""


def without_title(text: str) -> str:
    """What is said of a source whose name stands in quotes: the name alone, and nothing where it is a text's title."""
    quoted = _QUOTE_INSIDE.match(text)
    if quoted is None:
        return text
    return "" if load_cues().calls_a_text(quoted[1]) else quoted[2]


def is_linked_title(scene: Scene, block: Block, match: Match, link: Link) -> bool:
    """Whether the text of a link is the title or the author of what it leads to, and not the name of its outlet."""
    if any(link.start < slot[1] and slot[0] < link.end for slot in map(match.slots.get, _NO_OUTLETS) if slot):
        return True
    if link.url is None or not scene.foreign_article(link.url) or _names_outlet(scene, link.url, link.text):
        return False
    if spells_out(link.url, link.text):
        return True
    if load_cues().calls_a_text(block.text[max(match.start - _BEFORE, 0) : link.start]):
        return True
    quoted = _QUOTED.fullmatch(link.text.strip()) is not None
    worded = len(link.text.split()) >= _WORDS or count_dense(link.text) >= _DENSE
    return (quoted or worded) if match.role is Role.DERIVED_MARKER else (quoted and worded)


def _names_outlet(scene: Scene, url: str, text: str) -> bool:
    """Whether a link's text names an outlet of the list, or whom its address belongs to."""
    named = scene.name(text)
    known = named is not None and named.outlet is not None
    return known or publisher_of(url, scene.outlets).is_called(text, scene.outlets)
