"""Credit sentences: "This article was originally published on X", 本文转载自X, "Перевод статьи …"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from attribution_lint.evidence import weights
from attribution_lint.evidence.cues import load_cues
from attribution_lint.evidence.labels import share_of_label
from attribution_lint.evidence.names import is_date, says_more
from attribution_lint.evidence.scene import Zone
from attribution_lint.evidence.text import link_after, sentence_around
from attribution_lint.fold import letters
from attribution_lint.lexicon import Fit, Role
from attribution_lint.model import Evidence, EvidenceKind, Region

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from attribution_lint.evidence.names import Named
    from attribution_lint.evidence.scene import Scene
    from attribution_lint.lexicon import Lexicon, Match
    from attribution_lint.page import Block, Link

_SKIPPED = frozenset({Region.NAV, Region.RELATED, Region.COMMENTS})
_KINDS = (
    (Role.REPUBLISHED_MARKER, EvidenceKind.CREDIT, "the text says where it comes from"),
    (
        Role.DERIVED_MARKER,
        EvidenceKind.TRANSLATION,
        "the text says that it is a translation, an excerpt or an adaptation",
    ),
)
_LABELS = frozenset({Role.OUTLET_LABEL, Role.ORIGINAL_LINK_LABEL})
_ANY_NAME = "Harbour Ledger"
_STATES = 0.9
"""The least share of a credit that states the origin of the text: not one in its body, nor outside the article."""
_MENU = 0.85
"""A block with a larger share of link text is a list of tags or a menu."""
_CLOSING = 8
_BEFORE = 80
"""How far before the phrase its link can end: "X, where this article first appeared"."""
_NEAR_BLOCKS = 2
"""How many blocks behind a short credit its link can stand."""
_LABEL = 160
"""A longer block has its link in itself."""
_NAME_LENGTH, _NAME_WORDS = 40, 5
_VALUE = 60
_LABEL_END = re.compile(r"[:：]\s*$")
_BEFORE_SOURCE = re.compile(r"(?:\b(?:from|by|on|at|in|auf|aus|bei|sur|dans|en|de|su|em)|自|於|于|の元)$")
"""Words after which a source must follow."""


def observe(scene: Scene) -> Iterator[Evidence]:
    """The sentences by which a page says where its text comes from."""
    for block, matches in zip(scene.page.blocks, scene.matches, strict=True):
        if block.region in _SKIPPED:
            continue
        for role, kind, reason in _KINDS:
            best = _strongest([match for match in matches if match.role is role and _counts(scene, block, match)])
            if best is not None:
                yield _credit(scene, block, best, kind, reason)


def _counts(scene: Scene, block: Block, match: Match) -> bool:
    """Whether a phrase is about this text. A weak one is an ordinary word, unless it opens a line at head or tail."""
    if block.link_share > _MENU and len(block.links) > 1 and "outlet" not in match.slots:
        return False
    if match.phrase.strong:
        return True
    if scene.zone(block.index) not in {Zone.HEAD, Zone.TAIL} or not scene.line(block.index):
        return False
    return match.fit in {Fit.OPENS, Fit.LEADS, Fit.WHOLE}


def _strongest(matches: Sequence[Match]) -> Match | None:
    return max(
        matches,
        key=lambda match: (match.phrase.strong, "outlet" in match.slots, match.end - match.start, -match.start),
        default=None,
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a credit sentence names and links."""

    named: Named | None
    dated: bool
    """A date stands where a name should."""
    link: Link | None


def _credit(scene: Scene, block: Block, match: Match, kind: EvidenceKind, reason: str) -> Evidence:
    start, end = sentence_around(block.text, match.start, match.end)
    read = _read(scene, block, match, end)
    label = _is_label(scene, block, match)
    share = share_of_label(scene, block) if label else _share(scene, block)
    found = scene.cite(block, (start, end), kind, 0.0, reason)
    named, url = read.named, read.link.url if read.link else None
    leads_home = named is None and read.link is not None and read.link.start >= match.start and scene.site.owns_url(url)
    if (named is not None and named.own) or (leads_home and not read.dated):
        weight = weights.OWN_NAME if named else weights.OWN_LINK
        return replace(
            found,
            kind=EvidenceKind.SELF_CREDIT,
            weight=weight * share,
            reason="the credit names the site itself" if named else "the credit links to the site itself",
        )
    if read.dated and url is None:
        return replace(found, kind=EvidenceKind.DATE_ONLY, reason="the phrase gives a date, not a source")
    if _is_prose(scene, block, match, read):
        return replace(found, weight=weights.CREDIT_WEAK * share, outlet=named.name if named else None)
    author = match.slots.get("author")
    return replace(
        found,
        kind=EvidenceKind.SOURCE_LABEL if label else kind,
        weight=(_label_weight(scene, read) if label else _weight(scene, block, match, read)) * share,
        outlet=named.name if named else None,
        url=url,
        author=block.text[slice(*author)] if author else None,
        wire=named is not None and named.agency,
        dangling=_dangles(scene, block, match, read),
        statement=match.phrase.strong and not label and share >= _STATES,
        partial=load_cues().speaks_of_part(_around_names(block, match)),
    )


def _share(scene: Scene, block: Block) -> float:
    """What the place of a credit leaves of its weight."""
    by_zone = 1.0 if scene.closing(block.index, _CLOSING) else weights.CREDIT_BY_ZONE[scene.zone(block.index)]
    share = weights.CREDIT_BY_REGION.get(block.region, by_zone)
    return share if block.visible else share * weights.HIDDEN


def _label_weight(scene: Scene, read: _Reading) -> float:
    """What a credit weighs that is no sentence but a mere label, such as "Source: X"."""
    if read.named is None:
        return weights.CREDIT_WEAK
    weight = weights.SOURCE_WEAK_KNOWN if read.named.known else weights.SOURCE_WEAK_NAMED
    linked = read.link is not None and scene.foreign_article(read.link.url)
    return weight + (weights.SOURCE_LINKED if linked else 0.0)


def _weight(scene: Scene, block: Block, match: Match, read: _Reading) -> float:
    """What a credit sentence weighs by its words, before its place is looked at."""
    strong = match.phrase.strong
    weight = weights.CREDIT if strong else weights.CREDIT_WEAK
    if match.phrase.kind == "feed_footer":
        weight += weights.FEED_FOOTER
    if read.named is not None:
        weight += weights.NAMES_KNOWN_OUTLET if read.named.known else weights.NAMES_SOMEBODY
    if read.link is not None and scene.foreign_article(read.link.url):
        weight += weights.LINKS_TO_ARTICLE if strong else 0.0
    elif read.named is None and match.role is Role.REPUBLISHED_MARKER:
        weight = max(0.0, weight + weights.NAMES_NOBODY)
    if not strong and scene.zone(block.index) is Zone.BODY:
        weight *= weights.WEAK_IN_BODY
    return weight


def _around_names(block: Block, match: Match) -> str:
    """The words of a credit without what it names: "Excerpt" may be a magazine."""
    text, at = [], match.start
    for start, end in sorted(match.slots.values()):
        text.append(block.text[at : max(at, start)])
        at = max(at, end)
    return " ".join([*text, block.text[at : match.end]])


def _is_prose(scene: Scene, block: Block, match: Match, read: _Reading) -> bool:
    """Whether the words of a label open a sentence about what its source says: "According to Reuters, the town …"."""
    slot = match.slots.get("outlet")
    if slot is None or read.named is None or not says_more(block.text[slice(*slot)], read.named.name):
        return False
    return letters(_around_names(block, match)) in _label_words(scene.lexicon)


def _is_label(scene: Scene, block: Block, match: Match) -> bool:
    """Whether a credit is a mere label before a name, such as "Source: X", and states nothing."""
    if match.fit in {Fit.LEADS, Fit.PLAIN} and "outlet" not in match.slots:
        return False
    words = _around_names(block, match).strip()
    return letters(words) in _label_words(scene.lexicon) and not _credits(scene.lexicon, words)


@lru_cache(maxsize=1)
def _label_words(lexicon: Lexicon) -> frozenset[str]:
    """The letters of all labels."""
    return frozenset(letters(phrase.text) for phrase in lexicon.phrases if phrase.text and phrase.role in _LABELS)


@lru_cache(maxsize=256)
def _credits(lexicon: Lexicon, words: str) -> bool:
    """Whether words make a credit of any name: many, such as "originally published on", are used as labels too."""
    roles = {role for role, _, _ in _KINDS}
    (matches,) = lexicon.find([f"{words} {_ANY_NAME}"])
    return any(match.role in roles and match.phrase.strong for match in matches)


def _read(scene: Scene, block: Block, match: Match, end: int) -> _Reading:
    named, dated = _source(scene, block, match, end)
    return _Reading(named, dated, _link(scene, block, match, end))


def _source(scene: Scene, block: Block, match: Match, end: int) -> tuple[Named | None, bool]:
    """Who the sentence names, and whether a date stands in the name's place."""
    slot = match.slots.get("outlet")
    if slot is not None:
        text = block.text[slice(*slot)]
        link = link_after(block, *slot)
        linked = scene.name(link.text) if link is not None and link.start <= slot[0] + 12 else None
        named = linked or scene.name(text)
        dated = scene.lexicon.slot_rejected(text) == "date" or is_date(text)
        if named is not None and (named.outlet is not None or not (dated or _is_title(block, slot[1]))):
            return named, False
        if dated:
            named = _mentioned(scene, block.text[slot[0] : end])
            return named, named is None
    link = link_after(block, match.start, end)
    if link is not None and link.start >= match.start:
        named = scene.name(link.text)
        if named is not None and (named.outlet is not None or _looks_like_name(named.name, scene)):
            return named, False
    return _mentioned(scene, block.text[match.start : end]), False


def _is_title(block: Block, end: int) -> bool:
    """Whether what stands in the name's place goes on behind a colon: "Yarn: a new package manager"."""
    return block.text[end : end + 2].startswith((": ", "："))


def _mentioned(scene: Scene, text: str) -> Named | None:
    """The first known outlet that a text names, by a name that is no ordinary word."""
    mention = next((item for item in scene.outlets.find(text) if not item.common), None)
    return scene.name(text[mention.start : mention.end]) if mention else None


def _looks_like_name(name: str, scene: Scene) -> bool:
    """Whether a link text can be an outlet's name rather than the article's title or a word such as "here"."""
    if len(name) > _NAME_LENGTH or len(name.split()) > _NAME_WORDS or "://" in name:
        return False
    return letters(name) not in scene.folded_title and (name[0].isupper() or not name[0].isascii())


def _link(scene: Scene, block: Block, match: Match, end: int) -> Link | None:
    """The link that the sentence gives: in it, else behind it in the block, else in the next blocks."""
    after = [link for link in block.links if link.end > match.start]
    within = [link for link in after if link.start <= end]
    before = [link for link in block.links if link.end <= match.start and match.start - link.end < _BEFORE]
    return (
        next((link for link in (*within, *reversed(before)) if scene.foreign_article(link.url)), None)
        or next((link for link in within if link.url), None)
        or next((link for link in after if scene.foreign_article(link.url)), None)
        or _link_below(scene, block)
    )


def _link_below(scene: Scene, block: Block) -> Link | None:
    """The link in a line of its own right under a short credit."""
    if len(block.text) >= _LABEL:
        return None
    below = (item for item in scene.following(block.index, _NEAR_BLOCKS) if item.link_share > 0.5)
    return next((link for item in below for link in item.links if scene.foreign_article(link.url)), None)


def _dangles(scene: Scene, block: Block, match: Match, read: _Reading) -> bool:
    """Whether the phrase promises a source and nothing follows it, here or in the next block."""
    if read.named is not None or not block.visible or match.role is not Role.REPUBLISHED_MARKER:
        return False
    if read.link is not None and read.link.url is not None:
        return False
    promised = _LABEL_END.search(block.text, max(match.start, len(block.text) - 3)) or (
        not block.text[match.end :].strip() and _BEFORE_SOURCE.search(match.phrase.text or "")
    )
    if not promised or any(image.start >= match.end for image in block.images):
        return False
    below = scene.next_block(block.index)
    return below is None or not _is_value(scene, below)


def _is_value(scene: Scene, block: Block) -> bool:
    """Whether a block can be the value of the label above it: a name or a link, not a sentence."""
    if any(link.url is not None for link in block.links) and block.link_share > 0.6:
        return True
    if block.images and not block.text:
        return True
    named = scene.name(block.text) if len(block.text) <= _VALUE else None
    return named is not None and not block.text.rstrip().endswith((".", "。", "!", "?"))
