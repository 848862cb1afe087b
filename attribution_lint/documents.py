"""From a source to its page, whatever it is written in: HTML, Markdown with front matter, plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from attribution_lint.formats import markup_of
from attribution_lint.front_matter import FrontMatterError, read_front_matter
from attribution_lint.locate import Locator
from attribution_lint.metadata import Meta
from attribution_lint.model import NOWHERE, Markup
from attribution_lint.source import Source, UnreadableError
from attribution_lint.trace import TracingLocator
from attribution_lint.walk import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from attribution_lint.markdown import Rendered
    from attribution_lint.model import Excerpt, Place, Span, Status
    from attribution_lint.page import Page


class Finder(Protocol):
    """Says where in its source the places of a page are."""

    def span(self, place: Place) -> Span:
        """The most exact span that is known."""
        ...

    def excerpt(self, span: Span, width: int = 80) -> Excerpt:
        """A window on the span's first line."""
        ...


@dataclass(frozen=True, slots=True)
class Document:
    """A page, and the way back to its source."""

    page: Page
    locator: Finder
    html: str
    """What the page was parsed from: the source itself, or what a generator would make of it."""


def open_document(source: Source, url: str | None, selectors: Sequence[tuple[Status, str]] = ()) -> Document:
    """Read a source by the end of its name; `url` is the page's own address.

    Raises:
        UnreadableError: it could not be read to its end, or its front matter not at all.
    """
    markup = markup_of(source.path)
    if markup is Markup.HTML:
        return Document(_parse_html(source, url, selectors), Locator(source.text), source.text)
    rendered = _render(source, markup)
    page = parse(Source(source.path, rendered.html, "utf-8"), url, selectors)
    entries = len(rendered.entries)
    page = replace(page, markup=markup, meta=tuple(_from_front_matter(item, entries) for item in page.meta))
    return Document(page, TracingLocator(source.text, rendered), rendered.html)


def _parse_html(source: Source, url: str | None, selectors: Sequence[tuple[Status, str]]) -> Page:
    """The page of an HTML file, without the front matter that a generator's template can open with."""
    try:
        front = read_front_matter(source.text)
    except FrontMatterError:
        return parse(source, url, selectors)
    if not front.entries:
        return parse(source, url, selectors)
    blank = re.sub(r"[^\n]", " ", source.text[: front.end])
    page = parse(replace(source, text=blank + source.text[front.end :]), url, selectors)
    given = tuple(Meta("front-matter", entry.name, entry.value, NOWHERE) for entry in front.entries)
    return replace(page, meta=(*given, *page.meta))


def _render(source: Source, markup: Markup) -> Rendered:
    from attribution_lint.markdown import render_markdown, render_text

    if markup is Markup.TEXT:
        return render_text(source.text)
    try:
        return render_markdown(source.text)
    except FrontMatterError as error:
        raise UnreadableError(f"{error}; mend it, for the generator cannot read it either") from error


def _from_front_matter(item: Meta, entries: int) -> Meta:
    """The first meta elements of the generated HTML are the front matter's."""
    given = item.source == "meta" and item.place.ordinal < entries
    return replace(item, source="front-matter") if given else item
