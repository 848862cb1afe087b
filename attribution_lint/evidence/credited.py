"""Whom a credit names, and where it links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from attribution_lint.evidence.names import Named, is_date
from attribution_lint.evidence.text import link_after, printed_url, without_url
from attribution_lint.evidence.titles import is_linked_title, without_title
from attribution_lint.expressions import expression
from attribution_lint.fold import letters
from attribution_lint.lexicon import Role

if TYPE_CHECKING:
    from attribution_lint.evidence.scene import Scene
    from attribution_lint.lexicon import Match
    from attribution_lint.page import Block, Link

_BEFORE = 80
"""How far before the phrase its link can end: "X, where this article first appeared"."""
_BEHIND_DATE = 40
"""How far behind a date the link of its credit can begin: "first published on 3 May 2024 here"."""
_IN_SLOT = 12
"""How far into the place of a name its link can begin: behind an article or a preposition."""
_QUOTE = 1
"""What may stand before the first word of a statement, in characters."""
_NEAR_BLOCKS = 2
"""How many blocks behind a short credit its link can stand."""
_LABEL = 160
"""A longer block has its link in itself."""
_INITIALS = expression(r"\b(?:[A-Z]\.)+[A-Z]\Z")
_GOES_ON = expression(r"\.\s[^.,;:!?()]{2,60}")
_NAME_LENGTH, _NAME_WORDS = 40, 5


@dataclass(frozen=True, slots=True)
class Credited:
    """What a credit sentence names and links."""

    named: Named | None
    dated: bool
    """A date stands where a name should."""
    link: Link | None
    printed: str | None = None
    """An address of another site in the sentence, or behind it, that is no link."""

    @property
    def url(self) -> str | None:
        """The address of the link, if it has a target; else the printed one."""
        return self.link.url if self.link is not None and self.link.url else self.printed


def read_credit(scene: Scene, block: Block, match: Match, end: int) -> Credited:
    """What the sentence of a match, which ends at `end`, names and links."""
    named, dated = _source(scene, block, match, end)
    link = _link(scene, block, match, end)
    if dated and link is not None and link.start > match.end + _BEHIND_DATE:
        link = None
    printed = printed_url(block.text, match.start) if link is None else None
    url = block.text[slice(*printed)].rstrip(".,;:") if printed else None
    return Credited(named, dated, link, url if scene.foreign_article(url) else None)


def _source(scene: Scene, block: Block, match: Match, end: int) -> tuple[Named | None, bool]:
    """Who the sentence names, and whether a date stands in the name's place."""
    slot = match.slots.get("outlet")
    if slot is not None and _states_rights(scene, block, slot[0]):
        slot = None
    if slot is not None:
        slot = slot[0], _whole(block.text, *slot)
        text = without_title(block.text[slice(*slot)])
        named = _named_in_slot(scene, block, match, slot, text)
        dated = scene.lexicon.slot_rejected(text) == "date" or is_date(text)
        titled = _is_title(block, slot[1]) or (named is not None and letters(named.name) == letters(scene.headline))
        if named is not None and (named.outlet is not None or not (dated or titled)):
            return named, False
        if dated:
            named = _mentioned(scene, block.text[slot[0] : end])
            return named, named is None
    link = link_after(block, match.start, end)
    if link is not None and link.start >= match.start and not (link.start == match.start and link.end >= match.end):
        named = None if is_linked_title(scene, block, match, link) else scene.name(link.text)
        if named is not None and (named.outlet is not None or _looks_like_name(named.name, scene)):
            return named, False
    return _mentioned(scene, block.text[match.start : end]), False


def _states_rights(scene: Scene, block: Block, start: int) -> bool:
    """Whether a statement of rights begins where a name should: "Reprinted with permission. The rights are …"."""
    return any(
        match.role is Role.DISCLAIMER and start <= match.start <= start + _QUOTE for match in scene.matches[block.index]
    )


def _named_in_slot(scene: Scene, block: Block, match: Match, slot: tuple[int, int], text: str) -> Named | None:
    """Whom the place of a name names: by the link that it is, if it is one, else by its text."""
    link = link_after(block, *slot)
    if link is not None and link.start > match.start and abs(link.start - slot[0]) <= _IN_SLOT:
        if is_linked_title(scene, block, match, link):
            before, after = block.text[slot[0] : link.start], block.text[link.end : slot[1]]
            return _mentioned(scene, f"{before} {after}")
        named = scene.name(link.text)
        inflected = link.text.startswith((text + "'", text + "’"))  # "NTV'de": the name without its case ending
        if named is not None and not (inflected and named.outlet is None):
            return named
    return scene.name(text) or _network(scene, text) or scene.name(text.partition(",")[0])


def _network(scene: Scene, text: str) -> Named | None:
    """A social network in the place of a name: there it is the source, elsewhere the label of a button."""
    return Named(text, None, own=False) if scene.lexicon.slot_rejected(text) == "network" else None


def _whole(text: str, start: int, end: int) -> int:
    """Where a name ends whose full stop is that of initials: "Department of the U.S. Interior"."""
    going_on = _GOES_ON.match(text, end) if _INITIALS.search(text, start, end) else None
    return going_on.end() if going_on else end


def _is_title(block: Block, end: int) -> bool:
    """Whether what stands in the name's place goes on behind a colon: "Yarn: a new package manager"."""
    return block.text[end : end + 2].startswith((": ", "："))


def _mentioned(scene: Scene, text: str) -> Named | None:
    """The first known outlet that a text names, by a name that is no ordinary word; agencies have short ones."""
    text = without_url(text)
    mentions = scene.outlets.find(text)
    mention = next((item for item in mentions if not item.common or item.outlet.is_wire), None)
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
