"""What the line of a link to the original says of it: whose it is, and that it is longer than the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attribution_lint.evidence.cues import load_cues
from attribution_lint.evidence.labels import CLOSING, link_of_label
from attribution_lint.evidence.text import without_url
from attribution_lint.urls import host_of

if TYPE_CHECKING:
    from attribution_lint.evidence.scene import Scene
    from attribution_lint.lexicon import Match
    from attribution_lint.page import Block, Link

_REACH = 60
"""How far behind the link its outlet can be named."""
_SHORT_TEXT = 1200
"""A longer text, in characters, below which "read the whole article" stands is hardly a teaser."""


def outlet_of_link(scene: Scene, block: Block, match: Match, link: Link) -> str | None:
    """The outlet that a labelled link names: by its text, or beside it as the one that its address belongs to."""
    label = link_of_label(block, match)
    named = scene.name(link.text) if link is not label else None
    if named is not None and named.known:
        return named.name
    around = without_url(block.text[min(match.start, link.start) : link.end + _REACH])
    return _publisher_in(scene, around, link) or (_mentioned(scene, link.text) if link is label else None)


def _publisher_in(scene: Scene, text: str, link: Link) -> str | None:
    """The publisher of a link's address, where a text names it or its host: "the whole story on nrc.nl"."""
    host = host_of(link.url)
    owner = scene.outlets.by_host(host)
    if owner is None:
        found = re.search(rf"(?<![\w./-]){re.escape(host)}(?![\w/-])", text, re.IGNORECASE) if host else None
        return found[0] if found else None
    mentions = scene.outlets.find(text)
    return next((text[item.start : item.end] for item in mentions if owner in {item.outlet, *item.others}), None)


def _mentioned(scene: Scene, text: str) -> str | None:
    """Somebody else's outlet in the text of a link: "Read the original at Harbour Ledger"."""
    mention = next((item for item in scene.outlets.find(text) if not item.common), None)
    named = scene.name(text[mention.start : mention.end]) if mention else None
    return named.name if named is not None and named.known else None


def is_teaser(scene: Scene, block: Block, match: Match, link: Link) -> bool:
    """Whether a text that is hardly one closes with a link to the whole of it, at a known outlet."""
    outlet = scene.outlets.by_host(host_of(link.url))
    return (
        match.phrase.kind == "read_on"
        and scene.is_stub
        and scene.foreign_article(link.url)
        and scene.closing(block.index, CLOSING)
        and outlet is not None
        and not outlet.is_platform
    )


def speaks_of_more(scene: Scene, block: Block, match: Match) -> bool:
    """Whether a label says that the page has a part only: "read on at", or "the whole article" below a short text."""
    if match.phrase.kind == "read_on":
        return True
    length = sum(len(scene.page.blocks[index].text) for index in scene.running)
    return length < _SHORT_TEXT and load_cues().speaks_of_whole(block.text[match.start : match.end])
