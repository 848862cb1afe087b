"""From the source of a page to the page: one walk over the parser's tree gathers all that the observers look at."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import count

from lxml import etree

from attribution_lint.draft import Anchor, Draft
from attribution_lint.expressions import expression
from attribution_lint.jsonld import read_json_ld
from attribution_lint.locate import most_attributes
from attribution_lint.metadata import Meta, read_link_element, read_meta_element
from attribution_lint.microdata import Microdata, Property, item_of
from attribution_lint.model import Place, Status
from attribution_lint.outline import article_range, find_headline, find_quoted
from attribution_lint.page import Page
from attribution_lint.regions import (
    LONGEST_NAMES,
    Container,
    Sign,
    accumulate,
    path_to,
    resolve_regions,
    sign_of,
    tells,
)
from attribution_lint.selectors import first_matches
from attribution_lint.source import Source, UnreadableError
from attribution_lint.truncation import MARK, begins_document, take_open_element
from attribution_lint.urls import has_target, join, split
from attribution_lint.visibility import (
    ANCHOR,
    BLOCK,
    BREAK,
    IMAGE,
    INLINE,
    MACHINE,
    UNREAD,
    VEILED,
    Sort,
    is_hidden,
    sort_of,
)

_LARGE = 250_000
"""A shorter page, in characters, parses in seconds, whatever is in it."""
_MOST_ATTRIBUTES = 2_000
"""The parser's time for a tag grows with the square of this number: half a second for 20,000."""
_STRAY_END = expression(r"</(?:[hH][tT][mM][lL]|[bB][oO][dD][yY])\s*>")  # a flag would triple the time
_ROOT_TAG = expression(r"<html\s([^<>]{1,2000})>", re.IGNORECASE)
_ROOT_LANGUAGE = expression(r"(?<!\S)(?:xml:)?lang\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_LANGUAGE = expression(r"[a-z]{2,3}(?:-[a-z0-9]{1,8})*")
"""The form of a language tag; templates leave `{{ lang }}`, people write "English"."""
_ROOT = Container(-1, "", 0, sign_of(""))


def parse(source: Source, url: str | None = None, selectors: Sequence[tuple[Status, str]] = ()) -> Page:
    """Parse a source text; `url` is the page's own address, `selectors` are those that declare what a page is.

    Raises:
        UnreadableError: the parser could not read the page to its end, or found no element in it.
    """
    walk = _Walk(url)
    tree = parse_tree(source.text)
    selected = first_matches(tree, selectors) if selectors else ()
    walk.over(tree)
    del tree  # it is many times as large as the page
    page = walk.page(source)
    return replace(page, selected=selected) if selected else page


def parse_tree(source: str, *, comments: bool = False) -> etree._Element:
    """The parser's tree of a whole page, with its comments if they are wanted.

    Raises:
        UnreadableError: the parser could not read the page to its end, or found no element in it.
    """
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=not comments, remove_pis=True
    )
    if len(source) > _LARGE and (most := most_attributes(source)) > _MOST_ATTRIBUTES:
        raise UnreadableError(f"a tag in it has {most} attributes, more than the parser can take; simplify its markup")
    # libxml2 drops what follows `</html>` or `</body>`; browsers show it, and templates close them too early.
    text, ended = _STRAY_END.subn(lambda match: " " * len(match[0]), source)
    suspect = not ended and begins_document(source)
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
    return root


class _Tags(dict[str, tuple[Sort, Callable[[], int], Sign]]):
    """For each name of elements its sort, the ordinal of the next one, and what one without attributes is a sign of."""

    def __missing__(self, tag: str) -> tuple[Sort, Callable[[], int], Sign]:
        found = self[tag] = (sort_of(tag), count().__next__, sign_of(tag))
        return found


@dataclass(slots=True)
class _Frame:
    """An open element that changes what holds inside of it, and what held outside."""

    sort: Sort
    visible: bool
    anchor: Anchor | None
    item: str
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
        self._containers = [_ROOT]
        self._drafts: list[Draft] = []
        self._meta: list[Meta] = []
        self._microdata = Microdata()
        self._resources: list[tuple[str, Place]] = []
        self._title = ""
        self._language = ""
        # What holds where the walk is:
        self._container = 0
        self._visible = True
        self._anchor: Anchor | None = None
        self._item = ""
        """Path of the microdata item."""
        self._open: Draft | None = None

    def over(self, root: etree._Element) -> None:  # noqa: C901, PLR0912 - calls would take longer than what they do
        """Take in a tree.

        Most elements have no attributes, or only such as change nothing. An element leaves its sort for its end, or a
        frame where more than the block ends with it.
        """
        tags = _Tags()
        containers = self._containers
        microdata = self._microdata
        ends: list[Sort | _Frame] = []
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                tag = element.tag
                sort, number, sign = tags[tag]
                attributes = element.items()
                ordinal = number()
                end: Sort | _Frame = sort
                if attributes or (sort is not INLINE and sort is not BLOCK):
                    end = self._start(element, sort, ordinal, dict(attributes))
                elif sort is BLOCK:
                    containers.append(Container(self._container, tag, ordinal, sign))
                    self._container = len(containers) - 1
                    self._open = None
                    microdata.parted = True
                elif self._open is not None:
                    self._open.at_border = True
                ends.append(end)
                if end is UNREAD:
                    for inner in element.iterdescendants(etree.Element):
                        tags[inner.tag][1]()
                    walker.skip_subtree()
                    continue
                text = element.text
            else:
                end = ends.pop()
                if end is INLINE:
                    if self._open is not None:
                        self._open.at_border = True
                elif end is BLOCK:
                    self._end_block()
                elif isinstance(end, _Frame):
                    self._end(end)
                text = element.tail
            if not text:
                continue
            if not text.isspace():
                self._text(text)
                continue
            microdata.parted = True
            if self._open is not None:
                self._open.pending_space = True

    def _start(self, element: etree._Element, sort: Sort, ordinal: int, attributes: dict[str, str]) -> Sort | _Frame:
        """Take in the start tag of an element that is not plain; what it leaves for its end."""
        tag = element.tag
        if sort is UNREAD:
            self._take_unread(element, Place(tag, ordinal), attributes)
            return sort
        if sort is VEILED:
            sort = BLOCK
        frame = None
        hidden = self._visible and is_hidden(tag, attributes)
        if hidden or sort is ANCHOR or "itemprop" in attributes or "itemscope" in attributes:
            frame = self._frame(sort, Place(tag, ordinal), attributes, hidden=hidden)
        if sort is BLOCK:
            self._start_block(tag, ordinal, attributes)
            return frame or BLOCK
        if sort is BREAK:
            self._open = None
            self._microdata.parted = True
            return frame or BREAK
        if sort is MACHINE:
            self._take_metadata(Place(tag, ordinal), attributes)
            return frame or INLINE
        if self._open is not None:
            self._open.at_border = True
        if sort is ANCHOR:
            self._anchor = self._anchor_of(Place(tag, ordinal), attributes)
        elif sort is IMAGE:
            self._take_image(Place(tag, ordinal), attributes)
        return frame or INLINE

    def _frame(self, sort: Sort, place: Place, attributes: dict[str, str], *, hidden: bool) -> _Frame:
        """Remember what holds outside of an element, and change what holds inside."""
        frame = _Frame(sort, self._visible, self._anchor, self._item)
        if "itemprop" in attributes:
            frame.value = self._microdata.begin(attributes, place, self._item)
        if "itemscope" in attributes:
            self._item = item_of(attributes, self._item)
        if hidden:
            self._visible = False
            frame.resumed = self._open
            self._open = None
        return frame

    def _anchor_of(self, place: Place, attributes: dict[str, str]) -> Anchor:
        href = attributes.get("href")
        label = attributes.get("aria-label") or attributes.get("title") or ""
        return Anchor(
            place,
            href.strip() if href is not None else None,
            join(self._base, href) if href is not None and has_target(href) else None,
            " ".join(label.split()) if label else "",
            self._visible,
        )

    def _start_block(self, tag: str, ordinal: int, attributes: dict[str, str]) -> None:
        if tag in {"body", "html"}:
            self._language = self._language or _language(attributes.get("lang") or attributes.get("xml:lang"))
        names = attributes.get("class", "")
        identity = attributes.get("id")
        if identity and tells(identity):
            names = f"{names} {identity}"
        sign = sign_of(tag, names[:LONGEST_NAMES], attributes.get("role", "")[:LONGEST_NAMES])
        self._containers.append(Container(self._container, tag, ordinal, sign))
        self._container = len(self._containers) - 1
        self._open = None
        self._microdata.parted = True

    def _end(self, frame: _Frame) -> None:
        """The element of a frame ends."""
        if frame.value is not None:
            self._microdata.end(frame.value)
        if frame.sort is BLOCK:
            self._end_block()
        elif frame.sort is not BREAK:
            if frame.sort is ANCHOR and self._anchor is not None:
                for draft, link in self._anchor.links(self._draft()):
                    draft.add_link(link)
            if frame.resumed is not None:
                self._open = frame.resumed
            if self._open is not None:
                self._open.at_border = True
        self._visible = frame.visible
        self._anchor = frame.anchor
        self._item = frame.item

    def _end_block(self) -> None:
        self._container = self._containers[self._container].parent
        self._open = None
        self._microdata.parted = True

    def _draft(self) -> Draft:
        """The block that is open here."""
        draft = self._open
        if draft is None or draft.visible is not self._visible:
            draft = self._open = Draft(self._container, visible=self._visible)
            self._drafts.append(draft)
        return draft

    def _text(self, text: str) -> None:
        """Take in a text that is not all white space."""
        draft = self._draft()
        start, words = draft.add(text)
        microdata = self._microdata
        if microdata.growing:
            microdata.add(text, words)
        microdata.parted = draft.pending_space
        if self._anchor is not None:
            self._anchor.cover(draft, start, words)

    def _take_unread(self, element: etree._Element, place: Place, attributes: dict[str, str]) -> None:
        if "itemprop" in attributes and (value := self._microdata.begin(attributes, place, self._item)) is not None:
            self._microdata.end(value)
        self._take_resource(attributes.get("src"), place)
        if place.tag == "title" and not self._title:
            self._title = " ".join((element.text or "").split())
        elif place.tag == "script" and "ld+json" in attributes.get("type", "").lower():
            self._meta.extend(read_json_ld(element.text or "", place))

    def _take_metadata(self, place: Place, attributes: dict[str, str]) -> None:
        if place.tag == "meta":
            self._meta.extend(read_meta_element(attributes, place))
        elif place.tag == "link":
            self._meta.extend(read_link_element(attributes, place, self._base))
        else:
            self._take_base(attributes.get("href"))

    def _take_resource(self, address: str | None, place: Place) -> None:
        if address and address.lstrip()[:5].lower() != "data:":
            self._resources.append((address, place))

    def _take_image(self, place: Place, attributes: dict[str, str]) -> None:
        self._take_resource(attributes.get("src"), place)
        self._take_resource(attributes.get("data-src"), place)
        alt = attributes.get("alt")
        if self._visible and alt and (alt := " ".join(alt.split())):
            draft = self._draft()
            draft.add_image(alt, place)
            if self._anchor is not None:
                self._anchor.show(draft, alt)

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
        homes = [draft.container for draft in drafts]
        containers = self._containers
        meta = (*self._meta, *self._microdata.finish())
        running = (draft for draft in drafts if draft.is_running(containers[draft.container].tag))
        weights = accumulate(containers, ((draft.container, draft.length) for draft in running))
        regions = resolve_regions(containers, weights, frozenset())
        headline = find_headline(drafts, homes, containers, regions, (self._title, *_titles(meta)))
        if headline is not None:
            regions = resolve_regions(containers, weights, path_to(homes[headline], containers))
        blocks = tuple(
            draft.finish(index, Place(containers[home].tag, containers[home].ordinal), regions[home])
            for index, (draft, home) in enumerate(zip(drafts, homes, strict=True))
        )
        return Page(
            path=source.path,
            url=self._url,
            language=self._language or _said_language(source.text, meta),
            title=self._title,
            headline=headline,
            blocks=blocks,
            meta=meta,
            resources=tuple(self._resources),
            article=article_range(blocks, homes, containers, headline),
            quoted=find_quoted(blocks, homes, containers, weights),
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
