"""What all signatures share: an outlet of somebody else's named as a whole, an agency beside the site's own people."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from attribution_lint.evidence import weights
from attribution_lint.evidence.cues import load_cues
from attribution_lint.evidence.names import Named, says_more
from attribution_lint.expressions import expression
from attribution_lint.fold import letters
from attribution_lint.lexicon import Role
from attribution_lint.model import Evidence, EvidenceKind

if TYPE_CHECKING:
    from attribution_lint.evidence.scene import Scene
    from attribution_lint.page import Block

LINE = 120
"""A longer block is no byline."""
_TOGETHER = 60
"""A longer line says more than who wrote it."""
_INITIALS = 4
_EDGE = 3
"""How many characters, such as brackets, may stand between a mark and the edge of its block."""
_DATE = expression(r"[\s,|·•–-]*\d{1,2}[\s./-].*$")
"""A date behind the names."""
_CLOCK = expression(r"\s\d[\d\s.:-]*$")
_BETWEEN = expression(r"[/(),;|]|\s[-–—]\s")
_SLASHED = expression(r"(?:^|[\s(])([^\s()/,]{1,20})\s?/\s?([^\s()/,]{2,12})(?=$|[\s).,])")


def other_outlet(scene: Scene, text: str) -> Named | None:
    """Somebody else's outlet that a text names, saying little more."""
    named = scene.outlet(text)
    return named if named is not None and not says_more(text, named.name) else None


def is_short_form(text: str, start: int, end: int) -> bool:
    """Whether letters in brackets are the initials of the words before them: "application binary interface (ABI)"."""
    letters = text[start:end]
    words = re.findall(r"[^\W\d_]+", text[:start])[-len(letters) :]
    opened = text[:start].rstrip()[-1:] in {"(", "（"}
    return opened and letters.isalpha() and [word[0].lower() for word in words] == list(letters.lower())


def known_mark(scene: Scene, index: int, *, closing: bool) -> tuple[Named, int, int] | None:
    """An outlet in the form of mark that the lexicon knows: who, and where; at the head of a block or closing it."""
    block = scene.page.blocks[index]
    for match in scene.matches[index]:
        slot = match.slots.get("outlet")
        if match.role is not Role.WIRE_DATELINE or not match.phrase.strong or slot is None:
            continue
        if match.end < len(block.text) - _EDGE if closing else match.start > _EDGE:
            continue
        named = _vouched_for(scene, block.text[slice(*slot)])
        if named is not None and not is_short_form(block.text, *slot):
            return named, *slot
    return None


def _vouched_for(scene: Scene, text: str) -> Named | None:
    """Somebody else's outlet, in whatever capitals: the form of the mark says that it is one."""
    named = other_outlet(scene, text)
    listed = scene.outlets.by_name(text)
    if named is not None or not listed or scene.site.is_called(text, scene.outlets):
        return named
    return Named(text, listed[0], own=False)


def edited(scene: Scene, block: Block, start: int = 0) -> Evidence | None:
    """An agency beside those who edited it: "abc/dpa", "The Town Paper with AFP"; looked for from `start` on."""
    return _with_initials(scene, block, start) or _signed(scene, block) or _with_site(scene, block)


def _with_initials(scene: Scene, block: Block, start: int) -> Evidence | None:
    """The initials of an editor before the agency."""
    for match in _SLASHED.finditer(block.text, start):
        first, second = match[1], match[2]
        if not first.replace(".", "").isalpha() or len(first) > _INITIALS or other_outlet(scene, first) is not None:
            continue
        named = other_outlet(scene, second)
        if named is not None and named.agency:
            reason = "staff initials beside the agency: its text was edited here"
            return _found(scene, block, (match.start(1), match.end(2)), reason, named)
    return None


def _signed(scene: Scene, block: Block) -> Evidence | None:
    """A line of nothing but agencies and initials: "dpa, AFP / BK, HS", "م‌ر/ج‌م (dpa, AFP)"."""
    if len(block.text) > _TOGETHER or not ("/" in block.text or "(" in block.text):
        return None
    parts = [part for text in _BETWEEN.split(block.text) if (part := _CLOCK.sub("", text).strip(" .\u200c"))]
    named = [other_outlet(scene, part) for part in parts]
    agencies = [item for item in named if item is not None and item.agency]
    rest = [part for part, item in zip(parts, named, strict=True) if item is None or not item.agency]
    initials = all(" " not in part and 0 < sum(map(str.isalnum, part)) <= _INITIALS for part in rest)
    if not (agencies and rest and initials):
        return None
    reason = "staff initials beside the agency: its text was edited here"
    return _found(scene, block, (0, len(block.text)), reason, agencies[0])


def _with_site(scene: Scene, block: Block) -> Evidence | None:
    """The site's own name and an agency's, joined by a slash or "with"."""
    if len(block.text) > _TOGETHER:
        return None
    line = _DATE.sub("", block.text.partition(" - ")[0])
    parts = [part for part in load_cues().with_.split(line) if part.strip()]
    if len(parts) < 2 or not any(
        scene.site.is_called(part.strip(), scene.outlets) or letters(part) in load_cues().newsroom for part in parts
    ):
        return None
    named = next((named for part in parts if (named := other_outlet(scene, part)) and named.agency), None)
    reason = "the site wrote the text with an agency's material"
    return _found(scene, block, (0, len(line)), reason, named) if named else None


def _found(scene: Scene, block: Block, stretch: tuple[int, int], reason: str, named: Named) -> Evidence:
    found = scene.cite(block, stretch, EvidenceKind.BYLINE, weights.EDITED, reason)
    return replace(found, outlet=named.name, wire=True, partial=True)
