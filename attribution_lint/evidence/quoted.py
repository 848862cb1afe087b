"""What a page quotes, where somebody declared that it does: the first link of its text to an article elsewhere.

Nobody need say "source" then: "As The Harbour Gazette wrote on Monday" is credit enough for a quotation, and says
nothing on pages of which it is not known that they quote.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from attribution_lint.evidence import weights
from attribution_lint.model import EvidenceKind, Region

if TYPE_CHECKING:
    from collections.abc import Iterator

    from attribution_lint.evidence.scene import Scene
    from attribution_lint.model import Evidence

_TEXT = frozenset({Region.ARTICLE, Region.BYLINE})


def observe(scene: Scene) -> Iterator[Evidence]:
    """The link, with the outlet that it names."""
    for index in scene.page.article:
        block = scene.page.blocks[index]
        if not block.visible or block.region not in _TEXT:
            continue
        for link in block.links:
            if link.text and scene.foreign_article(link.url):
                named = scene.name(link.text)
                reason = "the page is declared an excerpt, and links to an article elsewhere"
                found = scene.cite(block, (link.start, link.end), EvidenceKind.ORIGINAL_LINK, weights.QUOTED, reason)
                yield replace(found, url=link.url, outlet=None if named is None else named.name, partial=True)
                return
