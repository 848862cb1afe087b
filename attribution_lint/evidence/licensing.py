"""Licences that a page names. They weigh nothing: most are the site's own, or a picture's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from attribution_lint.evidence.copyright_lines import SKIPPED
from attribution_lint.evidence.text import sentence_around
from attribution_lint.lexicon import Role
from attribution_lint.licences import licence_of
from attribution_lint.model import Evidence, EvidenceKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from attribution_lint.evidence.scene import Scene
    from attribution_lint.page import Block

_LONGEST = 300
_DEEDS = "creativecommons"


def observe(scene: Scene) -> Iterator[Evidence]:
    """The licence of each block that names one, by its deed's address or in words."""
    stated = {block.index for block, _ in scene.holding(Role.LICENCE_STATEMENT)}
    linked = {
        block.index
        for block in scene.page.blocks
        for link in block.links
        if link.url is not None and _DEEDS in link.url.lower()
    }
    for index in sorted(stated | linked):
        block = scene.page.blocks[index]
        if block.region in SKIPPED:
            continue
        match = next((match for match in scene.matches[index] if match.role is Role.LICENCE_STATEMENT), None)
        start, end = 0, min(len(block.text), _LONGEST)
        if match is not None:
            start, end = sentence_around(block.text, match.start, match.end)
        licence = _linked(block) or (licence_of(block.text[start:end]) if match is not None else None)
        if licence is not None:
            found = scene.cite(block, (start, end), EvidenceKind.LICENCE, 0.0, "a licence is named")
            yield replace(found, text=found.text or licence, licence=licence)


def _linked(block: Block) -> str | None:
    """The licence whose deed a block links."""
    deeds = (link.url for link in block.links if link.url and _DEEDS in link.url.lower())
    return next((licence for url in deeds if (licence := licence_of(url))), None)
