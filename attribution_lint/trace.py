"""From a place in the HTML that was made of a Markdown or text source back to line and column of that source."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from attribution_lint.expressions import expression
from attribution_lint.locate import Locator

if TYPE_CHECKING:
    from attribution_lint.markdown import Rendered
    from attribution_lint.model import Excerpt, Place, Span

_MARKUP = expression(
    r"\]\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,200}){0,3}\)|\]\[[^\[\]\n]{0,200}\]"
    r"|<(?!https?:|mailto:)/?[A-Za-z!][^<>]{0,4000}>"
)
"""What of Markdown no reader sees: addresses of links, names of references, tags."""
_ANCHOR_END = "</a>"
_TAG = expression(r"<[^<>]{0,4000}>")


class TracingLocator:
    """Finds the places of a page that was made from another source; the same questions as `Locator` answers."""

    def __init__(self, text: str, rendered: Rendered) -> None:
        """Take the source and what was made of it, and read nothing yet."""
        self._text = text
        self._rendered = rendered

    def span(self, place: Place) -> Span:
        """The span of the text that a place means; of the piece of the source around it where that is not found."""
        html = self._rendered.html
        start, end = self._in_html.offsets(place)
        if place.attribute is None and place.text is None and html.startswith("<a", start):
            close = html.find(_ANCHOR_END, end)
            needle = _TAG.sub("", html[end:close]) if close >= 0 else ""
        else:
            needle = place.text or ""
        first, last = self._rendered.origin(start)
        found = self._find(needle, first, last) if place.attribute is None else None
        return self._in_source.span_of(*(found or self._trimmed(first, last)))

    def excerpt(self, span: Span, width: int = 80) -> Excerpt:
        """A window of at most `width` characters on the span's first line, as it stands."""
        return self._in_source.excerpt(span, width)

    @cached_property
    def _in_html(self) -> Locator:
        return Locator(self._rendered.html)

    @cached_property
    def _in_source(self) -> Locator:
        return Locator(self._text)

    @cached_property
    def _letters(self) -> tuple[str, list[int]]:
        """The letters and digits of the source that a reader sees, and the offset of each."""
        kept: list[int] = []
        at = 0
        for match in _MARKUP.finditer(self._text):
            kept.extend(range(at, match.start()))
            at = match.end()
        kept.extend(range(at, len(self._text)))
        kept = [index for index in kept if self._text[index].isalnum()]
        return "".join(self._text[index] for index in kept), kept

    def _find(self, needle: str, first: int, last: int) -> tuple[int, int] | None:
        """Start and end of a text in a piece of the source, or behind its beginning, by letters and digits."""
        wanted = "".join(filter(str.isalnum, needle))
        stream, offsets = self._letters
        if not wanted:
            return None
        begin = bisect_left(offsets, first)
        at = stream.find(wanted, begin, bisect_left(offsets, last))
        if at < 0:
            at = stream.find(wanted, begin)
        return (offsets[at], offsets[at + len(wanted) - 1] + 1) if at >= 0 else None

    def _trimmed(self, first: int, last: int) -> tuple[int, int]:
        piece = self._text[first:last]
        return first + len(piece) - len(piece.lstrip()), max(first, last - (len(piece) - len(piece.rstrip())))
