"""A parsed page: its regions, visible text blocks, links and metadata, gathered in one walk over the tree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree

from attribution_lint.metadata import Meta, read_json_ld, read_link_element, read_meta_element, read_microdata
from attribution_lint.model import Place, Region
from attribution_lint.regions import INLINE, Container, main_container, resolve_regions, tokens_of
from attribution_lint.source import UnreadableError
from attribution_lint.urls import has_target, join

if TYPE_CHECKING:
    from attribution_lint.source import Source

SKIPPED = frozenset(
    {"script", "style", "template", "svg", "math", "object", "iframe", "select", "textarea", "canvas", "audio", "title"}
)
"""Elements whose text is no part of what a reader reads."""
_HIDDEN_TOKENS = frozenset(
    {
        "hidden",
        "d-none",
        "is-hidden",
        "sr-only",
        "visually-hidden",
        "screen-reader-text",
        "visuallyhidden",
        "display-none",
        "screenreader",
        "u-hidden",
        "invisible",
        "hide",
    }
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PARAGRAPH = 60
"""Shortest block of running text, in characters of the Latin script."""
_DENSE = 25
"""The same in a script that writes a word with one or two characters."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_STRAY_END = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_DENSE_SCRIPT = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LEVELS = ("h1", "h2", "h3", "h4")
_LEAST_HEADLINE = 6
"""Letters that a heading must have before the title's repeating it says anything."""
_AFTER_ARTICLE = 14
"""How many blocks behind the running text its closing notes may take."""


@dataclass(frozen=True, slots=True)
class Link:
    """An anchor as a reader meets it."""

    href: str | None
    """As written, stripped; None where the anchor has no href at all."""
    url: str | None
    """Absolute address, or a relative one where the page's own address is unknown; None without a usable target."""
    text: str
    """Visible text, else the `alt` of an image in it, else `aria-label` or `title`."""
    rel: frozenset[str]
    place: Place
    start: int
    """Offset of the link's text in its block."""
    end: int


@dataclass(frozen=True, slots=True)
class Image:
    """An image with a name."""

    alt: str
    place: Place
    start: int
    """Offset in its block at which the image stands."""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text between the borders of block elements and line breaks."""

    index: int
    text: str
    place: Place
    """The block element around it."""
    container: int
    region: Region
    visible: bool
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    bold: tuple[tuple[int, int], ...] = ()
    """Stretches in bold, which is how pages mark labels."""

    @property
    def link_share(self) -> float:
        """The share of the text that is link text, from 0 to 1."""
        return sum(link.end - link.start for link in self.links) / len(self.text) if self.text else 0.0

    @property
    def is_paragraph(self) -> bool:
        """Whether it is running text, not a heading, a caption or a list of links."""
        if self.place.tag in _HEADINGS:
            return False
        least = _DENSE if _DENSE_SCRIPT.search(self.text) else _PARAGRAPH
        return self.visible and len(self.text) >= least and self.link_share < 0.5

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
    containers: tuple[Container, ...]
    meta: tuple[Meta, ...]
    resources: tuple[tuple[str, Place], ...]
    """Addresses of images, scripts and frames, visible or not."""
    article: range
    """Indexes of the blocks of the article, from the headline to the closing notes."""

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
            if self.blocks[index].is_paragraph and self.blocks[index].region in {Region.ARTICLE, Region.BYLINE}
        )


def parse(source: Source, url: str | None = None) -> Page:
    """Parse a source text; `url` is the page's own address.

    Raises:
        UnreadableError: the parser could not read the page to its end, or found no element in it.
    """
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_pis=True)
    # libxml2 drops what follows `</html>` or `</body>`; browsers show it, and templates close them too early.
    text = _STRAY_END.sub(lambda match: " " * len(match[0]), source.text)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError(f"no HTML could be found in it ({error.msg}); is it a page?") from error
    for entry in parser.error_log:
        if entry.level_name == "FATAL" and entry.type_name == "ERR_RESOURCE_LIMIT":
            limit = entry.message.partition(", use")[0]
            raise UnreadableError(
                f"the parser stopped before the end of the page ({limit}), so the rest of it was not checked; simplify its markup"
            )
    if root is None:
        raise UnreadableError("no HTML could be found in it; is it a page?")
    return _Walk(source.path, url).read(root)


@dataclass(slots=True)
class _Frame:
    """What holds inside one open element."""

    place: Place
    container: int
    visible: bool
    on_close: str = ""
    """block, anchor, bold or inline."""
    start: int = 0
    draft: int = 0
    """Index of the draft that the element began in."""
    element: etree._Element | None = None


class _Draft:
    """A block that text is still added to."""

    __slots__ = (
        "at_border",
        "bold",
        "container",
        "images",
        "length",
        "links",
        "parts",
        "pending_space",
        "place",
        "visible",
    )

    def __init__(self, place: Place, container: int, *, visible: bool) -> None:
        self.place = place
        self.container = container
        self.visible = visible
        self.parts: list[str] = []
        self.length = 0
        self.pending_space = False
        self.at_border = False
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.bold: list[tuple[int, int]] = []

    def add(self, text: str) -> None:
        """Append text with its white space collapsed."""
        words = text.split()
        if not words:
            self.pending_space = True
            return
        if self.length and (self.pending_space or text[0].isspace() or self._parted(text[0])):
            self.parts.append(" ")
            self.length += 1
        joined = " ".join(words)
        self.parts.append(joined)
        self.length += len(joined)
        self.pending_space = text[-1].isspace()
        self.at_border = False

    def _parted(self, following: str) -> bool:
        """Whether style alone keeps two words apart: `<span>N. N.</span><span>AFP</span>`, but not `<b>F</b>irst` or 本文<b>转载</b>自."""
        if not self.at_border or not following.isalnum():
            return False
        before = self.parts[-1]
        return (
            before[-1].isalnum()
            and len(before) > 1
            and not _DENSE_SCRIPT.match(before[-1])
            and not _DENSE_SCRIPT.match(following)
        )

    def finish(self, index: int) -> Block:
        """The block, without a region as yet."""
        text = "".join(self.parts)
        return Block(
            index,
            text,
            self.place,
            self.container,
            Region.ARTICLE,
            self.visible,
            tuple(self.links),
            tuple(self.images),
            tuple(self.bold),
        )


class _Walk:
    """The walk over one tree; thrown away when the page is made."""

    def __init__(self, path: str, url: str | None) -> None:
        self.path = path
        self.url = url
        self.base = url
        self.ordinals: Counter[str] = Counter()
        self.containers: list[Container] = []
        self.drafts: list[_Draft] = []
        self.open: _Draft | None = None
        self.meta: list[Meta] = []
        self.resources: list[tuple[str, Place]] = []
        self.title = ""
        self.language = ""
        self.skipped_until: etree._Element | None = None

    def read(self, root: etree._Element) -> Page:
        """Walk the tree and make the page."""
        frames = [_Frame(Place("", 0), -1, visible=True)]
        walker = etree.iterwalk(root, events=("start", "end", "comment"))
        for event, element in walker:
            if event == "comment":
                self._text(element.tail, frames[-1])
            elif event == "start":
                frame = self._start(element, frames[-1])
                frames.append(frame)
                if frame.on_close == "skip":
                    walker.skip_subtree()
                    self._count(element)
                else:
                    self._text(element.text, frame)
            else:
                self._end(frames.pop())
                self._text(element.tail, frames[-1])
        return self._page()

    def _start(self, element: etree._Element, outer: _Frame) -> _Frame:  # noqa: C901, PLR0912 - one branch for each kind of element
        tag = str(element.tag).lower()
        place = Place(tag, self.ordinals[tag])
        self.ordinals[tag] += 1
        attributes = element.attrib
        if "itemprop" in attributes:
            self.meta.extend(read_microdata(element, place))
        frame = _Frame(place, outer.container, outer.visible, element=element)
        if tag in SKIPPED:
            self._note_skipped(element, tag, place)
            frame.on_close = "skip"
            return frame
        match tag:
            case "html":
                self.language = (
                    (attributes.get("lang") or attributes.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
                    .strip()
                    .lower()
                )
            case "meta":
                self.meta.extend(read_meta_element(element, place))
                return frame
            case "link":
                self.meta.extend(read_link_element(element, place, self.base))
                return frame
            case "base":
                if self.base == self.url and attributes.get("href"):
                    self.base = join(self.url, attributes["href"])
                return frame
            case "br" | "hr":
                self.open = None
                return frame
        if frame.visible and _hides(element, tag):
            frame.visible = False
            self.open = None
            frame.on_close = "block"
        if tag in {"img", "amp-img"}:
            self._image(element, frame)
        elif tag == "a":
            self._border()
            frame.start = self._draft(frame).length
            frame.draft = len(self.drafts) - 1
            frame.on_close = "anchor"
        elif tag in INLINE:
            self._border()
            if tag in {"b", "strong"}:
                frame.start = self._draft(frame).length
                frame.on_close = "bold"
            elif not frame.on_close:
                frame.on_close = "inline"
        else:
            self.open = None
            self.containers.append(
                Container(
                    len(self.containers),
                    outer.container,
                    tag,
                    tokens_of(attributes),
                    (attributes.get("role") or "").strip().lower(),
                    place,
                )
            )
            frame.container = len(self.containers) - 1
            frame.on_close = "block"
        return frame

    def _end(self, frame: _Frame) -> None:
        match frame.on_close:
            case "block":
                self.open = None
            case "anchor":
                self._anchor(frame)
                self._border()
            case "bold":
                if self.open is not None and self.open.length > frame.start:
                    self.open.bold.append((frame.start, self.open.length))
                self._border()
            case "inline":
                self._border()

    def _border(self) -> None:
        if self.open is not None:
            self.open.at_border = True

    def _draft(self, frame: _Frame) -> _Draft:
        if self.open is None or self.open.visible != frame.visible:
            place = self.containers[frame.container].place if frame.container >= 0 else frame.place
            self.open = _Draft(place, frame.container, visible=frame.visible)
            self.drafts.append(self.open)
        return self.open

    def _text(self, text: str | None, frame: _Frame) -> None:
        if not text:
            return
        if text.isspace():
            if self.open is not None:
                self.open.add(text)
            return
        self._draft(frame).add(text)

    def _count(self, element: etree._Element) -> None:
        """Count the elements inside one that is not entered, so that later ordinals stay right."""
        for inner in element.iterdescendants():
            if isinstance(inner.tag, str):
                self.ordinals[inner.tag.lower()] += 1

    def _note_skipped(self, element: etree._Element, tag: str, place: Place) -> None:
        source = element.get("src")
        if source:
            self.resources.append((source, place))
        if tag == "title" and not self.title:
            self.title = " ".join("".join(element.itertext()).split())
        elif tag == "script" and "ld+json" in (element.get("type") or "").lower():
            self.meta.extend(read_json_ld(element.text or "", place))

    def _image(self, element: etree._Element, frame: _Frame) -> None:
        for name in ("src", "data-src"):
            if element.get(name):
                self.resources.append((element.get(name) or "", frame.place))
        alt = " ".join((element.get("alt") or "").split())
        if alt and frame.visible:
            draft = self._draft(frame)
            draft.images.append(Image(alt, frame.place, draft.length))

    def _anchor(self, frame: _Frame) -> None:
        """Note a link with the text of all blocks that it reaches over; it belongs to the first of them that has any."""
        element = frame.element
        if element is None:
            return
        drafts = self.drafts[frame.draft :]
        starts = [frame.start, *(0 for _ in drafts[1:])]
        texts = ["".join(draft.parts)[start:] for draft, start in zip(drafts, starts, strict=True)]
        at = next((index for index, text in enumerate(texts) if text.strip()), 0)
        text = " ".join(" ".join(texts).split())
        if not text:
            named = [
                image.alt
                for draft, start in zip(drafts, starts, strict=True)
                for image in draft.images
                if image.start >= start
            ]
            text = " ".join(
                " ".join([*named, element.get("aria-label") or "", "" if named else element.get("title") or ""]).split()
            )
        href = element.get("href")
        url = join(self.base, href) if href is not None and has_target(href) else None
        rel = frozenset((element.get("rel") or "").lower().split())
        start = starts[at] + len(texts[at]) - len(texts[at].lstrip())
        link = Link(
            href.strip() if href is not None else None,
            url,
            text,
            rel,
            frame.place,
            start,
            max(start, drafts[at].length),
        )
        drafts[at].links.append(link)

    def _page(self) -> Page:
        blocks = [draft.finish(0) for draft in self.drafts if draft.parts or draft.images or draft.links]
        blocks = [replace(block, index=index) for index, block in enumerate(blocks)]
        for block in blocks:
            for index in self._chain(block.container):
                self.containers[index].length += len(block.text)
        headline = self._headline(blocks)
        if headline is not None:
            for index in self._chain(blocks[headline].container):
                self.containers[index].headline = True
        paragraphs = [
            (block.container, len(block.text)) for block in blocks if block.is_paragraph and block.container >= 0
        ]
        regions = resolve_regions(self.containers, paragraphs)
        blocks = [
            replace(block, region=regions[block.container]) if block.container >= 0 else block for block in blocks
        ]
        return Page(
            path=self.path,
            url=self.url,
            language=self.language
            or next(
                (
                    item.value.lower()
                    for item in self.meta
                    if item.name in {"content-language", "og:locale", "inlanguage"}
                ),
                "",
            ),
            title=self.title,
            headline=headline,
            blocks=tuple(blocks),
            containers=tuple(self.containers),
            meta=tuple(self.meta),
            resources=tuple(self.resources),
            article=self._article(blocks, headline),
        )

    def _chain(self, index: int) -> Iterator[int]:
        while index >= 0:
            yield index
            index = self.containers[index].parent

    def _headline(self, blocks: list[Block]) -> int | None:
        """The block of the headline: the heading that the title repeats, else the first level-one heading."""
        titles = [
            _letters(self.title),
            *(_letters(item.value) for item in self.meta if item.name in {"og:title", "headline", "twitter:title"}),
        ]
        best: tuple[int, int, int] | None = None
        for block in blocks:
            level = self._heading(block)
            if not block.visible or level not in _LEVELS:
                continue
            text = _letters(block.text)
            repeated = len(text) if len(text) >= _LEAST_HEADLINE and any(text in title for title in titles) else 0
            if not repeated and level != "h1":
                continue
            rank = (repeated, -_LEVELS.index(level), -block.index)
            if text and (best is None or rank > best):
                best = rank
        return -best[2] if best else None

    def _heading(self, block: Block) -> str:
        for index in self._chain(block.container):
            tag = self.containers[index].tag
            if tag[:1] == "h" and tag[1:].isdigit():
                return tag
            if tag not in {"div", "p"}:
                break
        return ""

    def _article(self, blocks: list[Block], headline: int | None) -> range:
        """From the headline, or the first running text, to the closing notes behind the last."""
        running = [
            (block.container, len(block.text))
            for block in blocks
            if block.is_paragraph and block.region in {Region.ARTICLE, Region.BYLINE} and block.container >= 0
        ]
        main = main_container(self.containers, running)
        if main is None:
            return range(len(blocks))
        inside = [block.index for block in blocks if block.container >= 0 and main in set(self._chain(block.container))]
        first, last = inside[0], inside[-1]
        if headline is not None and headline < last:
            first = min(first, headline)
        end = last + 1
        while (
            end < len(blocks) and end <= last + _AFTER_ARTICLE and blocks[end].region in {Region.ARTICLE, Region.BYLINE}
        ):
            end += 1
        return range(first, end)


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _hides(element: etree._Element, tag: str) -> bool:
    attributes = element.attrib
    if "hidden" in attributes or tag == "noscript" or (tag == "dialog" and "open" not in attributes):
        return True
    style = attributes.get("style")
    if style and _HIDDEN_STYLE.search(style):
        return True
    classes = attributes.get("class")
    return bool(classes) and not _HIDDEN_TOKENS.isdisjoint(classes.lower().split()) and tag not in {"html", "body"}
