"""Counter pixels: the images and scripts that an outlet's own republish dialog puts into each copy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attribution_lint.evidence import weights
from attribution_lint.expressions import expression
from attribution_lint.model import Evidence, EvidenceKind, Region
from attribution_lint.urls import host_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from attribution_lint.evidence.scene import Scene

_LONGEST = 2000
_SHOWN = 200
_COUNTER = "//counter.theconversation."
_CONVERSATION = expression(r"//counter\.theconversation\.(?:com|edu\.au)/content/(\d+)", re.IGNORECASE)
"""The Conversation's counter has the article's number in its path (its republishing guidelines)."""
_OTHERS = ("//pixel.propublica.org/pixel.js", "?republication-pixel=true", "republication-tracker-tool")
"""ProPublica's script (its guide to stealing its stories), and the image of Automattic's Republication Tracker Tool."""


def observe(scene: Scene) -> Iterator[Evidence]:
    """The first counter of somebody else's."""
    addresses = "\n".join(address for address, _ in scene.page.resources).lower()
    if not any(sign in addresses for sign in (_COUNTER, *_OTHERS)):
        return
    for address, place in scene.page.resources:
        if len(address) > _LONGEST:
            continue
        numbered = _CONVERSATION.search(address)
        lower = address.lower()
        if (numbered or any(sign in lower for sign in _OTHERS)) and not scene.site.owns_host(host_of(address)):
            yield Evidence(
                EvidenceKind.PIXEL,
                address[:_SHOWN],
                Region.ARTICLE,
                place,
                visible=False,
                weight=weights.PIXEL,
                reason="an outlet's counter for republished copies",
                url=f"https://theconversation.com/{numbered[1]}" if numbered else None,
            )
            return
