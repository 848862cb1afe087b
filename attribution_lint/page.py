"""A parsed page: its blocks of text with their regions and links, its metadata, and where its article is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from attribution_lint.expressions import expression
from attribution_lint.metadata import Meta
from attribution_lint.model import Markup, Place, Region, Status

_PARAGRAPH = 60
"""Shortest block of running text, in characters of the Latin script."""
LEAST_RUNNING = 25
"""The same in a script that writes a word with one or two characters; what is shorter is never running text."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_DENSE_SCRIPT = expression(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Thai, kana, Chinese characters and hangul: they write no space between words, or so few letters to a word."""


class Link(NamedTuple):
    """An anchor as a reader meets it. Where it reaches over several blocks and leads anywhere, each of them has it."""

    href: str | None
    """As written, stripped; None where the anchor has no href at all."""
    url: str | None
    """Absolute address, or a relative one where the page's own address is unknown; None without a usable target."""
    text: str
    """All its visible text, else the `alt` of images in it, else text for screen readers, `aria-label` or `title`."""
    place: Place
    start: int
    """Offset of the link's text in its block."""
    end: int


class Image(NamedTuple):
    """An image with a name."""

    alt: str
    place: Place
    start: int
    """Offset in its block at which the image stands."""


class Block(NamedTuple):
    """A run of text between the borders of block elements and line breaks."""

    index: int  # type: ignore[assignment] # nobody looks for something in a block as in a tuple
    text: str
    place: Place
    """The block element around it."""
    region: Region
    visible: bool
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()

    @property
    def link_share(self) -> float:
        """The share of the text that is link text, from 0 to 1."""
        return _link_share(self.text, self.links)

    @property
    def is_paragraph(self) -> bool:
        """Whether it is running text, not a heading, a caption or a list of links."""
        return self.visible and is_running(self.text, self.place.tag, self.links)

    def at(self, start: int, end: int) -> Place:
        """The place of a stretch of the text."""
        return Place(self.place.tag, self.place.ordinal, self.text[start:end])


@dataclass(frozen=True)
class Page:
    """All that the observers look at."""

    path: str
    url: str | None
    """The address that the page is published at, where the configuration tells."""
    language: str
    """Language tag of the page, lower case; "" where it says none."""
    title: str
    headline: int | None
    """Index of the block that holds the headline."""
    blocks: tuple[Block, ...]
    meta: tuple[Meta, ...]
    resources: tuple[tuple[str, Place], ...]
    """Addresses of images, scripts and frames, visible or not."""
    article: range
    """Indexes of the blocks of the article, from the headline to the closing notes."""

    quoted: frozenset[int] = frozenset()
    """Indexes of the blocks that are quoted from elsewhere, or say behind a quotation who is quoted."""
    markup: Markup = Markup.HTML
    selected: tuple[tuple[Status, str, Place], ...] = ()
    """What the selectors of the configuration that match declare the page to be, each with where it matches first."""

    @cached_property
    def by_name(self) -> dict[str, tuple[Meta, ...]]:
        """Metadata by lower-case name, of all sources."""
        found: dict[str, list[Meta]] = {}
        for item in self.meta:
            found.setdefault(item.name, []).append(item)
        return {name: tuple(items) for name, items in found.items()}

    def values(self, *names: str) -> Iterator[Meta]:
        """The properties of these names, in the order of the names."""
        for name in names:
            yield from self.by_name.get(name, ())

    @cached_property
    def paragraphs(self) -> tuple[int, ...]:
        """Indexes of the blocks of running text in the article."""
        return tuple(
            index
            for index in self.article
            if self.blocks[index].region is Region.ARTICLE and self.blocks[index].is_paragraph
        )


def is_running(text: str, tag: str, links: Sequence[Link]) -> bool:
    """Whether the text of an element is running text, not a heading, a caption or a list of links."""
    if len(text) < LEAST_RUNNING or tag in _HEADINGS:
        return False
    return (len(text) >= _PARAGRAPH or has_dense_script(text)) and _link_share(text, links) < 0.5


def _link_share(text: str, links: Sequence[Link]) -> float:
    return sum(link.end - link.start for link in links) / len(text) if links and text else 0.0


def has_dense_script(text: str) -> bool:
    """Whether a text has a character of a script that says much in few characters."""
    return not text.isascii() and _DENSE_SCRIPT.search(text) is not None
