"""From the source of a page to the page: one walk over the parser's tree gathers all that the observers look at."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace

from lxml import etree

from attribution_lint.draft import Anchor, Draft
from attribution_lint.jsonld import read_json_ld
from attribution_lint.locate import most_attributes
from attribution_lint.metadata import Meta, read_link_element, read_meta_element
from attribution_lint.microdata import Microdata, Property, item_of
from attribution_lint.model import Place, Region
from attribution_lint.outline import article_range, find_headline
from attribution_lint.page import Image, Page
from attribution_lint.regions import Container, accumulate, path_to, resolve_regions
from attribution_lint.source import Source, UnreadableError
from attribution_lint.truncation import MARK, may_be_cut_off, take_open_element
from attribution_lint.urls import has_target, join, split
from attribution_lint.visibility import INLINE, UNREAD, is_hidden

_LARGE = 250_000
"""A shorter page, in characters, parses in seconds, whatever is in it."""
_MOST_ATTRIBUTES = 2_000
"""The parser's time for a tag grows with the square of this number: half a second for 20,000."""
_STRAY_END = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_ROOT_TAG = re.compile(r"<html\s([^<>]{1,2000})>", re.IGNORECASE)
_ROOT_LANGUAGE = re.compile(r"(?<!\S)(?:xml:)?lang\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8})*")
"""The form of a language tag; templates leave `{{ lang }}`, people write "English"."""
_FOR_MACHINES = frozenset({"base", "link", "meta"})
_ROOT = Container(-1, "", "", "")


def parse(source: Source, url: str | None = None) -> Page:
    """Parse a source text; `url` is the page's own address.

    Raises:
        UnreadableError: the parser could not read the page to its end, or found no element in it.
    """
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    if len(source.text) > _LARGE and (most := most_attributes(source.text)) > _MOST_ATTRIBUTES:
        raise UnreadableError(f"a tag in it has {most} attributes, more than the parser can take; simplify its markup")
    # libxml2 drops what follows `</html>` or `</body>`; browsers show it, and templates close them too early.
    text = _STRAY_END.sub(lambda match: " " * len(match[0]), source.text)
    suspect = may_be_cut_off(source.text)
    if suspect:
        text += MARK
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError(f"no HTML could be found in it ({error.msg}); is it a page?") from error
    for entry in parser.error_log:
        if entry.level_name == "FATAL" and entry.type_name == "ERR_RESOURCE_LIMIT":
            limit = entry.message.partition(", use")[0]
            raise UnreadableError(
                f"the parser stopped before the end of the page ({limit}), so the rest of it was not checked; "
                "simplify its markup"
            )
    if root is None:
        raise UnreadableError("no HTML could be found in it; is it a page?")
    if suspect and (left_open := take_open_element(root)):
        raise UnreadableError(
            f"it seems to be cut off: it ends inside {left_open}, without </body> and </html>; build or upload it again"
        )
    walk = _Walk(url)
    walk.over(root)
    return walk.page(source)


@dataclass(slots=True)
class _Frame:
    """What holds inside one open element."""

    container: int
    visible: bool
    anchor: Anchor | None = None
    item: str = ""
    """Path of the microdata item around."""
    is_anchor: bool = False
    """The element is the anchor."""
    is_inline: bool = True
    resumed: Draft | None = None
    """The block that goes on behind an inline element that nobody sees."""
    value: Property | None = None
    """The property whose value the element is."""


class _Walk:
    """The walk over one tree; thrown away when the page is made."""

    def __init__(self, url: str | None) -> None:
        self._url = url
        self._base = url
        self._has_base = False
        self._ordinals: defaultdict[str, int] = defaultdict(int)
        self._containers = [_ROOT]
        self._places = [Place("", 0)]
        self._drafts: list[Draft] = []
        self._open: Draft | None = None
        self._meta: list[Meta] = []
        self._microdata = Microdata()
        self._resources: list[tuple[str, Place]] = []
        self._title = ""
        self._language = ""

    def over(self, root: etree._Element) -> None:
        """Take in a tree."""
        frames = [_Frame(0, visible=True)]
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                frame = self._start(element, frames[-1])
                if frame is None:
                    walker.skip_subtree()
                    frame = frames[-1]
                elif element.text:
                    self._text(element.text, frame)
                frames.append(frame)
            else:
                frame = frames.pop()
                outer = frames[-1]
                if frame is not outer:
                    self._end(frame)
                if element.tail:
                    self._text(element.tail, outer)

    def _start(self, element: etree._Element, outer: _Frame) -> _Frame | None:
        """Take in a start tag; the frame of an element that is to be entered, None for one that is not."""
        tag = str(element.tag)
        place = self._place(tag)
        attributes = element.attrib
        value = None
        if "itemprop" in attributes:
            value = self._microdata.begin(element, place, outer.item)
        if tag in UNREAD:
            self._take_unread(element, tag, place)
            for inner in element.iterdescendants(etree.Element):
                self._place(str(inner.tag))
            if value is not None:
                self._microdata.end(value)
            return None
        frame = _Frame(outer.container, outer.visible, outer.anchor, outer.item, value=value)
        if "itemscope" in attributes:
            frame.item = item_of(element, outer.item)
        if frame.visible and is_hidden(element, tag):
            frame.visible = False
            frame.resumed = self._open
            self._open = None
        if tag in _FOR_MACHINES:
            self._take_metadata(element, tag, place)
        elif tag in INLINE:
            self._border()
            self._start_inline(element, tag, place, frame)
        else:
            self._start_block(element, tag, place, frame)
        return frame

    def _place(self, tag: str) -> Place:
        """Count an element."""
        ordinal = self._ordinals[tag]
        self._ordinals[tag] = ordinal + 1
        return Place(tag, ordinal)

    def _start_inline(self, element: etree._Element, tag: str, place: Place, frame: _Frame) -> None:
        if tag == "a":
            href = element.get("href")
            label = element.get("aria-label") or element.get("title") or ""
            frame.anchor = Anchor(
                place,
                href.strip() if href is not None else None,
                join(self._base, href) if href is not None and has_target(href) else None,
                " ".join(label.split()),
                frame.visible,
            )
            frame.is_anchor = True
        elif tag in {"img", "amp-img"}:
            self._take_image(element, place, frame)

    def _start_block(self, element: etree._Element, tag: str, place: Place, frame: _Frame) -> None:
        frame.is_inline = False
        frame.resumed = None
        self._open = None
        self._microdata.part()
        if tag in {"br", "hr"}:
            return
        if tag in {"html", "body"}:
            self._language = self._language or _language(element.get("lang") or element.get("xml:lang"))
        names = f"{element.get('class') or ''} {element.get('id') or ''}".strip()
        self._containers.append(Container(frame.container, tag, names, element.get("role") or ""))
        self._places.append(place)
        frame.container = len(self._containers) - 1

    def _end(self, frame: _Frame) -> None:
        if frame.value is not None:
            self._microdata.end(frame.value)
        if not frame.is_inline:
            self._open = None
            self._microdata.part()
            return
        if frame.is_anchor and frame.anchor is not None:
            for draft, link in frame.anchor.links(self._draft(frame)):
                draft.links.append(link)
        if frame.resumed is not None:
            self._open = frame.resumed
        self._border()

    def _border(self) -> None:
        if self._open is not None:
            self._open.at_border = True

    def _draft(self, frame: _Frame) -> Draft:
        if self._open is None or self._open.visible != frame.visible:
            self._open = Draft(self._places[frame.container], frame.container, visible=frame.visible)
            self._drafts.append(self._open)
        return self._open

    def _text(self, text: str, frame: _Frame) -> None:
        if text.isspace():
            self._microdata.part()
            if self._open is not None:
                self._open.pending_space = True
            return
        draft = self._draft(frame)
        start, words = draft.add(text)
        self._microdata.add(text, words)
        if frame.anchor is not None:
            frame.anchor.cover(draft, start, words)

    def _take_unread(self, element: etree._Element, tag: str, place: Place) -> None:
        self._take_resource(element.get("src"), place)
        if tag == "title" and not self._title:
            self._title = " ".join((element.text or "").split())
        elif tag == "script" and "ld+json" in (element.get("type") or "").lower():
            self._meta.extend(read_json_ld(element.text or "", place))

    def _take_metadata(self, element: etree._Element, tag: str, place: Place) -> None:
        if tag == "meta":
            self._meta.extend(read_meta_element(element, place))
        elif tag == "link":
            self._meta.extend(read_link_element(element, place, self._base))
        else:
            self._take_base(element.get("href"))

    def _take_resource(self, address: str | None, place: Place) -> None:
        if address and address.lstrip()[:5].lower() != "data:":
            self._resources.append((address, place))

    def _take_image(self, element: etree._Element, place: Place, frame: _Frame) -> None:
        self._take_resource(element.get("src"), place)
        self._take_resource(element.get("data-src"), place)
        alt = " ".join((element.get("alt") or "").split())
        if alt and frame.visible:
            draft = self._draft(frame)
            draft.images.append(Image(alt, place, draft.length))
            if frame.anchor is not None:
                frame.anchor.show(draft, alt)

    def _take_base(self, href: str | None) -> None:
        """The first base that is an address counts, as in browsers."""
        if href is None or self._has_base or not has_target(href):
            return
        base = join(self._url, href)
        if split(base) is not None:
            self._base = base
            self._has_base = True

    def page(self, source: Source) -> Page:
        """Make the page of what was gathered."""
        drafts = [draft for draft in self._drafts if draft.holds_anything]
        blocks = [draft.finish(index) for index, draft in enumerate(drafts)]
        homes = [draft.container for draft in drafts]
        containers = self._containers
        meta = (*self._meta, *self._microdata.finish())
        weights = accumulate(
            containers, ((homes[block.index], len(block.text)) for block in blocks if block.is_paragraph)
        )
        by_class = resolve_regions(containers, weights, frozenset())
        headline = find_headline(blocks, homes, containers, by_class, (self._title, *_titles(meta)))
        about = path_to(homes[headline], containers) if headline is not None else frozenset()
        regions = resolve_regions(containers, weights, about)
        for index, home in enumerate(homes):
            if regions[home] is not Region.ARTICLE:
                blocks[index] = replace(blocks[index], region=regions[home])
        return Page(
            path=source.path,
            url=self._url,
            language=self._language or _said_language(source.text, meta),
            title=self._title,
            headline=headline,
            blocks=tuple(blocks),
            meta=meta,
            resources=tuple(self._resources),
            article=article_range(blocks, homes, containers, headline),
        )


def _titles(meta: tuple[Meta, ...]) -> list[str]:
    return [item.value for item in meta if item.name in {"og:title", "headline", "twitter:title"}]


def _said_language(text: str, meta: tuple[Meta, ...]) -> str:
    """The language by a root that the parser dropped, for text came before it, or by metadata."""
    root = _ROOT_TAG.search(text)
    said = _ROOT_LANGUAGE.search(root[1]) if root else None
    names = {"content-language", "og:locale", "inlanguage", "dc.language"}
    candidates = [said[1] if said else "", *(item.value for item in meta if item.name in names)]
    return next((tag for tag in map(_language, candidates) if tag), "")


def _language(said: str | None) -> str:
    """The first language tag of a list, lower case and with hyphens; "" where it is none."""
    tag = (said or "").partition(",")[0].strip().lower().replace("_", "-")
    return tag if _LANGUAGE.fullmatch(tag) else ""
