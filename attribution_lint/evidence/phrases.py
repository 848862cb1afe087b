"""What the lexicon finds on a page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from attribution_lint.lexicon import Fit, Role

if TYPE_CHECKING:
    from attribution_lint.lexicon import Lexicon, Match
    from attribution_lint.page import Link, Page

_LABEL_LENGTH = 80
"""The text of a longer link is a title, not a label."""
_MOST = 32
"""How many phrases at either end of one block are looked at: what says a thing more often says nothing new."""


def find_phrases(page: Page, lexicon: Lexicon) -> list[list[Match]]:
    """The phrases in each block; a link inside a sentence is looked at by itself too, since its text can be a label."""
    links = [
        (block.index, link)
        for block in page.blocks
        for link in block.links
        if link.url is not None and 0 < link.end - link.start < min(len(block.text), _LABEL_LENGTH)
    ]
    texts = [block.text for block in page.blocks]
    # What a page shows as code it does not say.
    said = ["" if block.place.tag in {"pre", "code"} else block.text for block in page.blocks]
    maybe = lexicon.may_be_link_labels([texts[index][link.start : link.end] for index, link in links])
    links = [links[number] for number in maybe]
    found = lexicon.find([*said, *(texts[index][link.start : link.end] for index, link in links)])
    by_block = [_ends(matches) if matches else matches for matches in found[: len(texts)]]
    for (index, link), inside in zip(links, found[len(texts) :], strict=True):
        labels = [match for match in inside if match.role is Role.ORIGINAL_LINK_LABEL and match.fit is Fit.WHOLE]
        if labels and len(by_block[index]) <= 2 * _MOST:
            known = {(match.role, match.start) for match in by_block[index]}
            moved = (_moved(match, link) for match in labels)
            by_block[index].extend(match for match in moved if (match.role, match.start) not in known)
    return by_block


def _ends(matches: list[Match]) -> list[Match]:
    return matches if len(matches) <= 2 * _MOST else [*matches[:_MOST], *matches[-_MOST:]]


def _moved(match: Match, link: Link) -> Match:
    """A match in a link's text as one in its block."""
    return replace(
        match,
        start=match.start + link.start,
        end=match.end + link.start,
        value=match.value + link.start,
        fit=Fit.INSIDE,
    )
