"""Links and labels that lead to the original: "Read the original article", 原文链接：, an address at the end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from attribution_lint.evidence import weights
from attribution_lint.evidence.labels import CLOSING, SEPARATORS, SKIPPED, link_of_label
from attribution_lint.evidence.linked import is_teaser, outlet_of_link, speaks_of_more
from attribution_lint.evidence.persons import person_behind
from attribution_lint.evidence.scene import Zone
from attribution_lint.evidence.text import link_after, printed_url, repeats_title
from attribution_lint.lexicon import Fit, Role
from attribution_lint.model import Evidence, EvidenceKind, Place
from attribution_lint.urls import has_target, host_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from attribution_lint.evidence.scene import Scene
    from attribution_lint.lexicon import Match
    from attribution_lint.page import Block, Link

_LINE = 200
"""A longer block is no line of credit: the evidence is the label alone."""
_BARE_SHARE = 0.97
"""The share of a line that its address fills when it stands alone."""
_LONGEST_LINE = 1000
_SEVERAL = 3


def observe(scene: Scene) -> Iterator[Evidence]:
    """All labels of the original, and the bare address that some pages close with."""
    for block, matches in scene.holding(Role.ORIGINAL_LINK_LABEL):
        if block.region in SKIPPED:
            continue
        for match in matches:
            if match.role is not Role.ORIGINAL_LINK_LABEL or scene.is_repeated(match):
                continue
            if _labels(scene, block, match):
                yield from _labelled(scene, block, match)
    yield from _bare_address(scene)


def _labels(scene: Scene, block: Block, match: Match) -> bool:
    """Whether words are a label: set off, the text of a link, or at the head of a line right before a link."""
    if match.fit.is_label or link_of_label(block, match) is not None:
        return True
    link = link_after(block, match.end)
    if match.fit is not Fit.LEADS or link is None or link.start < match.end or not scene.foreign_article(link.url):
        return False
    return match.phrase.kind == "read_on" or (match.phrase.strong and link.start - match.end <= 1)


def _labelled(scene: Scene, block: Block, match: Match) -> Iterator[Evidence]:
    """A label and its link: the label is the link, or the link stands behind it, or an address is printed there."""
    strong = scene.strong(match)
    if scene.zone(block.index) is Zone.OUTSIDE and not strong:
        return
    own_link = link_of_label(block, match)
    link = (
        own_link
        or link_after(block, match.end)
        or link_after(block, match.start, match.end)
        or _link_below(scene, block, match)
    )
    if link is not None and own_link is None and len(block.text) < _LINE and not scene.foreign_article(link.url):
        behind = (other for other in block.links if other.start > link.end and scene.foreign_article(other.url))
        link = next(behind, link)
    label = scene.cite(block, (match.start, match.end), EvidenceKind.ORIGINAL_LINK, 0.0, "")
    found = replace(
        label,
        text=block.text if len(block.text) < _LINE else label.text,
        place=Place(link.place.tag, link.place.ordinal, link.text or None) if link else label.place,
    )
    if link is not None and link.url is not None:
        yield from _linked(scene, block, found, match, link)
        return
    printed = printed_url(block.text, match.end)
    if printed is not None:
        yield from _printed(scene, block, found, match, printed)
        return
    empty = link is not None and not has_target(link.href)
    if strong and (match.fit is Fit.WHOLE or (empty and own_link is not None)):
        yield from _empty(scene, block, found, empty=empty)


def _link_below(scene: Scene, block: Block, match: Match) -> Link | None:
    """The link that fills the next block, where nothing follows the label in its own."""
    below = scene.next_block(block.index)
    if below is None or below.link_share <= 0.5 or block.text[match.end : match.end + _LINE].strip(SEPARATORS):
        return None
    return next(iter(below.links), None)


def _linked(scene: Scene, block: Block, found: Evidence, match: Match, link: Link) -> Iterator[Evidence]:
    """A labelled link with a target; where its text is not the label, it can be the outlet's name."""
    strong = scene.strong(match)
    if scene.foreign(link.url):
        weight = weights.ORIGINAL_WEAK
        if strong:
            weight = weights.ORIGINAL_LINK if scene.foreign_article(link.url) else weights.ORIGINAL_HOME
        if is_teaser(scene, block, match, link):
            weight, share = weights.TEASER, 1.0
            reason = "the page is little more than a link to another site's"
        else:
            weight *= weights.ONE_OF_SEVERAL if _leads_to_several(scene, block) else 1.0
            share = 1.0 if scene.closing(block.index, CLOSING) else weights.LINK_BY_ZONE[scene.zone(block.index)]
            reason = "a label says that the link leads to the original"
            if speaks_of_more(scene, block, match):
                reason = "a label says that the link leads to the whole text"
        yield replace(
            found,
            weight=weight * share,
            reason=reason,
            url=link.url,
            outlet=outlet_of_link(scene, block, match, link),
            author=person_behind(scene, block.text[link.end :]),
            partial=speaks_of_more(scene, block, match),
        )
    elif strong and host_of(link.url):
        yield replace(
            found,
            kind=EvidenceKind.SELF_CREDIT,
            weight=weights.OWN_ORIGINAL,
            reason="the link to the original leads to the site itself",
        )


def _leads_to_several(scene: Scene, block: Block) -> bool:
    """Whether a line links so many sites that it is a list of references."""
    return len({host_of(link.url) for link in block.links if scene.foreign_article(link.url)}) >= _SEVERAL


def _printed(scene: Scene, block: Block, found: Evidence, match: Match, printed: tuple[int, int]) -> Iterator[Evidence]:
    """A labelled address that is no link."""
    url = block.text[slice(*printed)]
    if scene.foreign_article(url if "://" in url else "https://" + url):
        yield replace(
            found,
            place=scene.place(block, match.start, printed[1]),
            weight=weights.ORIGINAL_PRINTED if scene.strong(match) else weights.ORIGINAL_PRINTED_WEAK,
            reason="a label says that the printed address is that of the original",
            url=url,
        )


def _empty(scene: Scene, block: Block, found: Evidence, *, empty: bool) -> Iterator[Evidence]:
    """A label that promises the original; `empty`: on a link without target."""
    below = scene.next_block(block.index)
    if not block.visible or scene.zone(block.index) is Zone.OUTSIDE:
        return
    if below is not None and any(scene.foreign(link.url) for link in below.links):
        return
    yield replace(
        found,
        weight=weights.EMPTY_LINK if empty else weights.EMPTY_LABEL,
        reason="a label promises the original, but leads nowhere",
        dangling=True,
    )


def _bare_address(scene: Scene) -> Iterator[Evidence]:
    """The address of somebody else's article alone in the last line: how press reviews credit without a word."""
    running = scene.running
    if not running or scene.listing:
        return
    found = [
        (scene.page.blocks[index], url)
        for index in range(running[0] + 1, min(scene.page.article.stop, running[-1] + CLOSING + 1))
        if index > running[max(0, len(running) - 2)] and (url := _only_address(scene, scene.page.blocks[index]))
    ]
    if len(found) != 1 or not scene.foreign_article(found[0][1]):
        return
    block, url = found[0]
    yield replace(
        scene.cite(
            block,
            (0, len(block.text)),
            EvidenceKind.ORIGINAL_LINK,
            weights.BARE_ADDRESS_TITLED if repeats_title(url, scene.headline) else weights.BARE_ADDRESS,
            "the text closes with the bare address of an article",
        ),
        url=url,
    )


def _only_address(scene: Scene, block: Block) -> str | None:
    """The address that a line of prose consists of."""
    if not block.visible or block.place.tag in {"pre", "code"} or len(block.text) > _LONGEST_LINE:
        return None
    printed = printed_url(block.text) if scene.zone(block.index) is not Zone.OUTSIDE else None
    if printed is None or printed[1] - printed[0] < _BARE_SHARE * len(block.text):
        return None
    link = next(iter(block.links), None)
    return (link.url if link else None) or block.text[slice(*printed)]
