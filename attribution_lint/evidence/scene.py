"""What all observers share: the page, its site, the lexicon's matches, and where things stand in the article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from attribution_lint.evidence.names import Named, may_be_listed, understand
from attribution_lint.expressions import expression
from attribution_lint.fold import letters
from attribution_lint.lexicon import Fit, Role
from attribution_lint.model import Evidence, EvidenceKind, Place, Region
from attribution_lint.urls import host_of, is_article, is_root, may_be_source
from attribution_lint.words import count_dense

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from attribution_lint.lexicon import Lexicon, Match
    from attribution_lint.outlets import Outlets
    from attribution_lint.page import Block, Page
    from attribution_lint.site import Site


class Zone(StrEnum):
    """Where a block stands in the article: a credit stands at head or tail, one in the body credits something else."""

    HEAD = "head"
    BODY = "body"
    TAIL = "tail"
    OUTSIDE = "outside"


BEFORE_HEADLINE = 10
"""How many blocks above the headline may hold its byline."""
_HEAD_REACH = 40
"""How many blocks above the first paragraph its headline and byline can stand."""
_SMALL_PAGE = 40
"""A longer page without any running text is a list."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_TEASERS = 6
_HEAD_SHARE, _TAIL_SHARE = 0.12, 0.85
_STUB = 700
"""Less running text, in characters, is a teaser."""
_SHORT_DENSE = 90
"""The same for the characters of scripts that write a word with one or two."""
_SHORT = 160
"""A longer block is running text, not a line of credit."""
_IN_ARTICLE = frozenset({Region.ARTICLE, Region.BYLINE})
_NOTES = frozenset({Role.REPUBLISHED_MARKER, Role.DISCLAIMER, Role.TAKEDOWN, Role.OWN_RIGHTS})
_COPYRIGHT = expression(r"©|ⓒ|\(c\)|copyright\s", re.IGNORECASE)
_TO_REFERENCE = expression(r"#(?:fnref|footnote-?ref|_ftnref|ftnt_ref|cite_?ref|ref-?fn)", re.IGNORECASE)
"""Addresses of references, as Markdown processors, word processors and wikis write them."""
_CLOSE = {"no": "nb", "nn": "nb", "in": "id", "iw": "he", "fil": "tl", "bs": "hr", "sh": "hr", "fo": "da"}
"""Languages without a lexicon of their own, and old codes: whose words their pages use."""
_LATIN = expression(r"[\x00-\u024f]+$")
_LONGEST_NAME = 300
"""A longer text is read for a name only so far."""
_MOST = 8
"""A phrase in more blocks is said of a list's items."""
_SAME_ELEMENT = 30
"""How many blocks of one element are looked at for another occurrence of a text."""
_WORD = 24
"""At most so many characters are taken for the word before a text, where words are not set apart."""
_WORDS = 12
"""So many words before a text make its place clear, or nothing does."""
_TRIMMED = " \t*_~·•"


@dataclass(frozen=True)
class Scene:
    """One page, made ready for its observers."""

    page: Page
    site: Site
    outlets: Outlets
    lexicon: Lexicon
    matches: Sequence[Sequence[Match]]
    """What the lexicon finds in each block."""

    def holding(self, *roles: Role) -> Iterator[tuple[Block, Sequence[Match]]]:
        """The blocks that hold phrases of these roles, in page order, each with all of its phrases."""
        for index in sorted(set().union(*(self._holding.get(role, ()) for role in roles))):
            yield self.page.blocks[index], self.matches[index]

    @cached_property
    def _holding(self) -> dict[Role, set[int]]:
        """The indexes of the blocks that hold phrases of each role."""
        holding: dict[Role, set[int]] = {}
        for index, matches in enumerate(self.matches):
            for match in matches:
                holding.setdefault(match.role, set()).add(index)
        return holding

    def spelling(self, *signs: str) -> list[Block]:
        """The blocks in whose text one of these signs stands, given in lower case."""
        text, starts = self._lower
        found: set[int] = set()
        for sign in signs:
            at = text.find(sign)
            while at >= 0:
                index = bisect_right(starts, at) - 1
                found.add(index)
                at = text.find(sign, starts[index + 1])
        return [self.page.blocks[index] for index in sorted(found)]

    @cached_property
    def _lower(self) -> tuple[str, list[int]]:
        """The text of the page in lower case, and where in it each block begins."""
        texts = [block.text for block in self.page.blocks]
        # The dotted capital is the only character of which lower case makes two.
        text = "\n".join(texts).replace("İ", "i").lower()
        return text, [0, *accumulate(len(text) + 1 for text in texts)]

    @cached_property
    def running(self) -> tuple[int, ...]:
        """The blocks of running text without the notes about it, else they would seem to be its last paragraphs."""
        told = tuple(
            index
            for index in self.page.paragraphs
            if not any(match.phrase.strong and match.role in _NOTES for match in self.matches[index])
            and not _COPYRIGHT.match(self.page.blocks[index].text)
            and self.page.blocks[index].text not in self._decks
        )
        return told or self.page.paragraphs

    @cached_property
    def _decks(self) -> frozenset[str]:
        """Texts of the front matter: one that stands in the article as well is a summary above the first paragraph."""
        entries = (item.value.strip() for item in self.page.meta if item.source == "front-matter")
        return frozenset(text for text in entries if " " in text)

    def strong(self, match: Match) -> bool:
        """Whether a phrase says enough alone, on a page of this language: a French "source" is one on a French page."""
        phrase = match.phrase
        language = self.page.language.partition("-")[0]
        page = _CLOSE.get(language, language)
        words = phrase.text or ""
        return phrase.strong and (
            not page or not words or not _LATIN.match(words) or page in self.lexicon.languages(phrase)
        )

    def is_repeated(self, match: Match) -> bool:
        """Whether a phrase stands in so many blocks that it is said of what the page lists."""
        return self._counts[match.phrase.role, match.phrase.text or match.phrase.pattern] > _MOST

    @cached_property
    def _counts(self) -> Counter[tuple[Role, str | None]]:
        """In how many blocks each phrase stands."""
        return Counter(
            key
            for matches in filter(None, self.matches)
            for key in {(match.role, match.phrase.text or match.phrase.pattern) for match in matches}
        )

    def zone(self, index: int) -> Zone:
        """Where a block stands in the article."""
        if index not in self._zones:
            self._zones[index] = self._find_zone(index)
        return self._zones[index]

    @cached_property
    def _zones(self) -> dict[int, Zone]:
        return {}

    def _find_zone(self, index: int) -> Zone:
        if index not in self.zoned or self.page.blocks[index].region not in _IN_ARTICLE:
            return Zone.OUTSIDE
        running = self.running
        if not running:
            return Zone.HEAD
        if self.is_footnote(index):
            return Zone.BODY
        if index <= max(running[0], running[int(_HEAD_SHARE * len(running))]):
            return Zone.HEAD
        return Zone.TAIL if index >= running[min(len(running) - 1, int(_TAIL_SHARE * len(running)))] else Zone.BODY

    @cached_property
    def zoned(self) -> range:
        """The blocks from the first one that can be of the article to the last; all others stand outside."""
        article, running = self.page.article, self.running
        if self.listing or (not running and len(article) > _SMALL_PAGE):
            return range(0)
        if not running:
            return article
        first = max(0, article.start - BEFORE_HEADLINE, running[0] - _HEAD_REACH)
        return range(first, max(article.stop, article.start))

    def is_footnote(self, index: int) -> bool:
        """Whether a block leads back to where a text refers to it: its source is that of one remark."""
        return any(link.href and _TO_REFERENCE.match(link.href) for link in self.page.blocks[index].links)

    def closing(self, index: int, most: int) -> bool:
        """Whether a block is the last paragraph of the article, or one of the `most` blocks behind it."""
        running = self.running
        if not running or index not in self.page.article or self.is_footnote(index):
            return False
        return running[-1] <= index <= running[-1] + most

    @cached_property
    def last(self) -> int:
        """The last visible block with text: in a layout whose parts have no names, the foot of the page."""
        return max((block.index for block in self.page.blocks if block.visible and block.text), default=-1)

    @cached_property
    def media_lines(self) -> frozenset[int]:
        """The blocks that credit a picture, a chart or a data set."""
        return frozenset(
            index
            for index in self._holding.get(Role.MEDIA_CREDIT, ())
            if any(match.role is Role.MEDIA_CREDIT and match.fit is not Fit.PLAIN for match in self.matches[index])
        )

    def lends_material(self, index: int) -> bool:
        """Whether a block says that an agency, or a colleague, had a part in the text: "With files from Reuters"."""
        return any(
            match.role is Role.WIRE_DATELINE and match.phrase.kind == "material" for match in self.matches[index]
        )

    def opens_with_media(self, index: int) -> bool:
        """Whether a block begins with the label of a picture, a chart or a data set."""
        return any(match.role is Role.MEDIA_CREDIT and match.start <= 4 for match in self.matches[index])

    @cached_property
    def listing(self) -> bool:
        """Whether the page is a list of articles: many headings that are links, or one above each paragraph."""
        paragraphs = frozenset(self.page.paragraphs)
        linked, headed, led = 0, 0, False
        for index in self.page.article:
            block = self.page.blocks[index]
            if block.place.tag in _HEADINGS and block.region in _IN_ARTICLE and block.link_share > 0.8:
                linked += 1
                led = True
            elif index in paragraphs:
                headed += led
                led = False
        return linked >= len(paragraphs) and (linked >= _TEASERS or 1 < headed == len(paragraphs))

    def under_picture(self, index: int) -> bool:
        """Whether the visible block right before this one is a picture or its caption."""
        before = next((block for block in reversed(self.page.blocks[max(0, index - 3) : index]) if block.visible), None)
        return before is not None and (before.region is Region.CAPTION or (bool(before.images) and not before.text))

    @cached_property
    def byline_zone(self) -> range:
        """The blocks around the headline, up to the second paragraph."""
        if self.listing:
            return range(0)
        page, running = self.page, self.running
        start = page.article.start if page.headline is None else min(page.headline, page.article.start)
        first = running[0] if running else start
        end = running[min(1, len(running) - 1)] + 1 if running else start + 12
        stop = min(len(page.blocks), max(end, start + 1), first + _HEAD_REACH)
        return range(max(0, start - BEFORE_HEADLINE, first - _HEAD_REACH), stop)

    @cached_property
    def is_stub(self) -> bool:
        """Whether there is so little running text that the page is hardly more than a link to another."""
        return sum(len(self.page.blocks[index].text) for index in self.page.paragraphs) < _STUB

    def line(self, index: int) -> bool:
        """Whether a block is short enough to be a line of credit."""
        text = self.page.blocks[index].text
        return 0 < len(text) <= _SHORT and (len(text) <= _SHORT_DENSE or count_dense(text) <= _SHORT_DENSE)

    def name(self, text: str) -> Named | None:
        """The source that a text names; None where it names nobody."""
        if text not in self._names:
            self._names[text] = understand(text[:_LONGEST_NAME], self.site, self.outlets, self.lexicon)
        return self._names[text]

    def outlet(self, text: str) -> Named | None:
        """The outlet of the list that a text names, if it is somebody else's."""
        if text not in self._names and not may_be_listed(text[:_LONGEST_NAME], self.outlets):
            return None
        named = self.name(text)
        return named if named is not None and named.known else None

    @cached_property
    def _names(self) -> dict[str, Named | None]:
        """What was asked before: a text is asked about by many observers."""
        return {}

    def foreign(self, url: str | None) -> bool:
        """Whether an address leads to somebody else's page that can be a source."""
        return url is not None and may_be_source(url) and not self.site.owns_host(host_of(url))

    def is_home(self, url: str | None) -> bool:
        """Whether an address is that of the site's own home page: the root, or where the configuration says."""
        home = (self.page.url or "").rstrip("/")
        return url is not None and self.site.owns_url(url) and (url.rstrip("/") == home or is_root(url))

    def foreign_article(self, url: str | None) -> bool:
        """Whether an address can be that of somebody else's article."""
        return url is not None and self.foreign(url) and is_article(url)

    def following(self, index: int, most: int) -> Iterator[Block]:
        """The next blocks, up to `most`, in the same part of the page: the value of a label can stand in them."""
        here = self.page.blocks[index]
        for block in self.page.blocks[index + 1 : index + 1 + most]:
            if block.visible != here.visible or (block.region != here.region and block.region not in _IN_ARTICLE):
                return
            yield block

    def next_block(self, index: int) -> Block | None:
        """The next block, if it is in the same part of the page."""
        return next(self.following(index, 1), None)

    @cached_property
    def headline(self) -> str:
        """The headline, else the title of the page."""
        return self.page.blocks[self.page.headline].text if self.page.headline is not None else self.page.title

    @cached_property
    def folded_title(self) -> str:
        """Letters of the page's title and headline."""
        return letters(self.page.title + self.headline)

    def cite(self, block: Block, stretch: tuple[int, int], kind: EvidenceKind, weight: float, reason: str) -> Evidence:
        """Evidence that is a stretch of a block's text."""
        start, end = stretch
        text = block.text[start:end]
        start += len(text) - len(text.lstrip(_TRIMMED))
        text = text.strip(_TRIMMED)
        place = self.place(block, start, start + len(text))
        return Evidence(kind, text, block.region, place, visible=block.visible, weight=weight, reason=reason)

    def place(self, block: Block, start: int, end: int) -> Place:
        """The place of a stretch; where the same text stands earlier in its element, with the words before it."""
        needle = _squeezed(block.text[start:end])
        before = "".join(_squeezed(other.text) for other in self._earlier(block)) + _squeezed(block.text[:start])
        for _ in range(_WORDS):
            if start == 0 or needle not in before:
                break
            start = max(block.text.rfind(" ", 0, max(0, start - 1)) + 1, start - _WORD, 0)
            needle = _squeezed(block.text[start:end])
        return block.at(start, end)

    def _earlier(self, block: Block) -> Sequence[Block]:
        """The blocks from the first one on, of those not far before, that began in the same element."""
        near = self.page.blocks[max(0, block.index - _SAME_ELEMENT) : block.index]
        first = next((number for number, other in enumerate(near) if other.place == block.place), len(near))
        return near[first:]


def _squeezed(text: str) -> str:
    return "".join(text.split())
