"""From a place in the parsed page back to line and column of its source.

The parser keeps no usable positions: its line numbers are those of a start tag's end and stop at 65,535, and it has no
columns. So the source is tokenised once more, by the rules of the HTML standard (section 13.2.5) that libxml2 follows
since 2.14. The n-th start tag of a name is then the n-th element of that name: only html, head and body are ever
inserted or dropped. Text is found in the page's stream of characters without white space. All of this waits for the
first question, for most pages have nothing to point at.
"""

from __future__ import annotations

import json
import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from html.entities import html5
from itertools import accumulate
from typing import TYPE_CHECKING

from attribution_lint.expressions import expression
from attribution_lint.model import Excerpt, Place, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# No input makes these go back: repetition is possessive, and what is not closed runs to the end of the source.
_SPACE = r"[ \t\n\f\r]"
_VALUE = r"""(?:"([^"]*+)(?:"|\Z)|'([^']*+)(?:'|\Z)|([^ \t\n\f\r>"'][^ \t\n\f\r>]*+))"""
_ATTRIBUTE = rf"([^ \t\n\f\r/>][^ \t\n\f\r/>=]*+)(?:{_SPACE}*+={_SPACE}*+{_VALUE}?+)?+"
_ATTRIBUTES = rf"(?:[ \t\n\f\r/]++|{re.sub(r'[(](?![?])', '(?:', _ATTRIBUTE)})*+"
_FEW_ATTRIBUTES = rf"(?:[ \t\n\f\r/]*+{re.sub(r'[(](?![?])', '(?:', _ATTRIBUTE)}){{0,100}}+[ \t\n\f\r/]*+"
_TOKEN = expression(
    rf"<(?:([A-Za-z][^ \t\n\f\r/>]*+){_ATTRIBUTES}(>|\Z)"
    rf"|/[A-Za-z][^ \t\n\f\r/>]*+{_ATTRIBUTES}(?:>|\Z)"
    r"|!--(?:-?>|(?s:.*?)(?:--!?>|\Z))"
    r"|[!?][^>]*+(?:>|\Z)|/(?!\Z)[^>]*+(?:>|\Z))"
)
_NAMED_VALUE = expression(_ATTRIBUTE)
_BEGINNING = expression(rf"<(?=([A-Za-z][^ \t\n\f\r/>]*+{_FEW_ATTRIBUTES}))")
"""What would be a start tag, if it is one and no part of a script; group 1 reaches to its hundredth attribute."""
_SCRIPT_STATE = expression(r"<!--(?:-?>)?|-->|</?(?i:script)(?=[ \t\n\f\r/>])")

_UNSEEN = frozenset({"script", "style"})
_VERBATIM = _UNSEEN | {"xmp", "iframe", "noembed", "noframes", "plaintext"}
"""Elements in which `&` is a plain character."""
_RAW_END = {name: re.compile(rf"</(?i:{name})(?=[ \t\n\f\r/>])") for name in (*_VERBATIM, "title", "textarea")}
"""Elements in which `<` is a plain character, and what ends them."""

# The parser replaces some of these and a page model may drop others; nobody sees any.
_IGNORABLE = r"\x01-\x08\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffd"
_IGNORED = expression(f"[{_IGNORABLE}]+")

_NUMBER = "#[0-9]+;?|#[xX][0-9a-fA-F]+;?"
_UNIT = r"\\u[0-9a-fA-F]{4}"

DIRECTIVE = "attribution-lint"
"""What a comment for this tool has in it."""
DIRECTIVE_TAG = "!--"
"""The name by which the places of such comments are known; their ordinals count no others."""
_COMMENT = "<!--"

_GLANCES = 4
"""A source is looked over so many times at most before the full pass takes less time."""
_LONG_TAG = 2_000
"""Shorter start tags, in characters, are never counted as having many attributes."""
_LONG_TEXT = 20_000
_BORDER = expression(r"[\s&]")
"""Characters before which a text can be parted: no reference and no accented letter goes over them."""

_MIN_AGREEMENT = 12
"""So many characters, or half of a shorter text, must agree for a text to be found by its beginning."""


def _fold(text: str) -> str:
    """What is left to compare: no white space, nothing invisible, canonically decomposed."""
    folded = "".join(unicodedata.normalize("NFD", text).split())
    return folded if folded.isascii() and folded.isprintable() else _IGNORED.sub("", folded)


def _decode_in_value(reference: str) -> str:
    """In attributes a name must be whole: the `&copyx` of an address is no reference."""
    return unescape(reference) if reference[1] == "#" else html5.get(reference[1:], reference)


def _decode_in_json(escape: str) -> str:
    return str(json.loads(f'"{escape}"'))


@dataclass(frozen=True, slots=True)
class _Notation:
    """How characters are written in one kind of source text."""

    piece: re.Pattern[str]
    """Matches what is decoded as a whole (group 1) or a run of plain characters, and skips white space."""
    decode: Callable[[str], str]

    @classmethod
    def of(cls, lead: str, escape: str, decode: Callable[[str], str]) -> _Notation:
        return cls(re.compile(rf"({escape})|[^\s{lead}{_IGNORABLE}]+|[{lead}]"), decode)


_IN_TEXT = _Notation.of("&", f"&(?:{_NUMBER}|[A-Za-z][A-Za-z0-9]*+;?)", unescape)
_IN_VALUE = _Notation.of("&", f"&(?:{_NUMBER}|[A-Za-z][A-Za-z0-9]*+(?:;|(?!=)))", _decode_in_value)
_IN_SCRIPT = _Notation.of(r"\\", rf'(?:\\u[dD][89abAB]..(?={_UNIT}))?{_UNIT}|\\["\\/bfnrt]', _decode_in_json)
_PLAIN = _Notation.of("&", "(?!)", str)


class _Stretch:
    """Folded text of a stretch of source, and where each of its characters comes from."""

    def __init__(self, source: str, start: int, end: int, notation: _Notation) -> None:
        self._firsts = array("I")
        self._starts = array("I")
        self._ends = array("I")
        self._length = 0
        texts = []
        for text, first, last in _pieces(source, start, end, notation):
            self._firsts.append(self._length)
            self._starts.append(first)
            self._ends.append(last)
            self._length += len(text)
            texts.append(text)
        self.text = "".join(texts)

    def origin(self, index: int) -> tuple[int, int]:
        """Start and end, in the source, of what stands for the character."""
        piece = bisect_right(self._firsts, index) - 1
        first, start, end = self._firsts[piece], self._starts[piece], self._ends[piece]
        following = self._firsts[piece + 1] if piece + 1 < len(self._firsts) else self._length
        if end - start != following - first:
            return start, end
        return start + index - first, start + index - first + 1


def _find_in(stretch: _Stretch, text: str) -> tuple[int, int] | None:
    """Start and end, in the source, of the text's first occurrence."""
    folded = _fold(text)
    at = stretch.text.find(folded) if folded else -1
    return (stretch.origin(at)[0], stretch.origin(at + len(folded) - 1)[1]) if at >= 0 else None


def _pieces(source: str, start: int, end: int, notation: _Notation) -> Iterator[tuple[str, int, int]]:
    """Folded text with its start and end in the source: a run of plain characters, or what one reference stands for."""
    for match in notation.piece.finditer(source, start, end):
        raw = match.group()
        first, last = match.span()
        text = notation.decode(raw) if match[1] else raw
        folded = _fold(text)
        if len(folded) == len(text) == len(raw):
            yield folded, first, last
        elif text is raw:
            for position, character in enumerate(raw, first):
                if folded := _fold(character):
                    yield folded, position, position + 1
        else:
            rest = _unconsumed(raw, text)
            if folded := _fold(text[: len(text) - rest]):
                yield folded, first, last - rest
            if rest:
                yield text[-rest:], last - rest, last


def _unconsumed(raw: str, text: str) -> int:
    """Number of characters that a reference without `;` leaves over: 3 in `&copyfoo`."""
    rest = 0
    while len(text) - rest > 1 and raw[-1 - rest] == text[-1 - rest]:
        rest += 1
    return rest


class _Markup:
    """Where the start tags of a source are and, between all tags, its text."""

    def __init__(self) -> None:
        self.tags: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        """By lower-case name: the offsets of the start tags."""
        self.text_starts = array("I")
        self.text_ends = array("I")
        self.verbatim: set[int] = set()
        """Indexes of the texts in which `&` is a plain character."""
        self.unseen: dict[int, tuple[int, int]] = {}
        """By the start tag of a script or style sheet: where its content starts and ends."""

    def add_text(self, source: str, start: int, end: int) -> None:
        # In parts, for to look up one character takes a walk through its text.
        while end - start > _LONG_TEXT and (border := _BORDER.search(source, start + _LONG_TEXT, end)):
            self.text_starts.append(start)
            self.text_ends.append(border.start())
            start = border.start()
        self.text_starts.append(start)
        self.text_ends.append(end)


def _tokenise(source: str) -> _Markup:
    """Everything of a source that positions depend on, in one pass."""
    markup = _Markup()
    done = 0
    scanning = True
    while scanning:
        scanning = False
        for match in _TOKEN.finditer(source, done):
            start, end = match.span()
            if start > done and not source[done:start].isspace():
                markup.add_text(source, done, start)
            done = end
            if not match[2]:
                if source.startswith(_COMMENT, start) and DIRECTIVE in source[start:end].lower():
                    markup.tags[DIRECTIVE_TAG].append(start)
                continue
            name = match[1].lower()
            markup.tags[name].append(start)
            if name in _RAW_END and not _is_closed(source, match.end(1), end):
                done = _end_of_raw_text(source, name, end)
                if name in _UNSEEN:
                    markup.unseen[start] = end, done
                else:
                    count = len(markup.text_starts)
                    markup.add_text(source, end, done)
                    if name in _VERBATIM:
                        markup.verbatim.update(range(count, len(markup.text_starts)))
                scanning = True
                break
    markup.add_text(source, done, len(source))
    return markup


def most_attributes(source: str) -> int:
    """The number of attributes of the start tag that has most, 0 if none has more than usual."""
    if not _may_have_many_attributes(source):
        return 0
    tags = (_TOKEN.match(source, start) for starts in _tokenise(source).tags.values() for start in starts)
    long = (tag for tag in tags if tag is not None and tag.end() - tag.start() > _LONG_TAG)
    return max((sum(1 for _ in _NAMED_VALUE.finditer(source, tag.end(1), tag.end())) for tag in long), default=0)


def _may_have_many_attributes(source: str) -> bool:
    """Whether a start tag can have more than a hundred attributes, which spares most sources the full pass."""
    left = _GLANCES * len(source)
    for beginning in _BEGINNING.finditer(source):
        end = beginning.end(1)
        # What looks like a tag can lie in another that does, and in that one a third: to look at all takes forever.
        left -= end - beginning.start()
        if left < 0 or (end < len(source) and source[end] != ">"):
            return True
    return False


def _is_closed(source: str, name_end: int, tag_end: int) -> bool:
    """A start tag ends in `/>`, and the slash belongs to no unquoted value. Unlike HTML, the parser heeds it."""
    if source[tag_end - 2] != "/":
        return False
    last = name_end
    for attribute in _NAMED_VALUE.finditer(source, name_end, tag_end - 1):
        last = attribute.end()
    return last < tag_end - 1


def _end_of_raw_text(source: str, name: str, start: int) -> int:
    """Where the end tag of an element stands in which tags are plain text; the end of the source if there is none."""
    if name == "plaintext":
        return len(source)
    closing = _RAW_END[name].search(source, start)
    end = closing.start() if closing else len(source)
    if name != "script" or source.find("<!--", start, end) < 0:
        return end
    escaped = nested = False
    for match in _SCRIPT_STATE.finditer(source, start):
        sign = match.group().lower()
        if sign.endswith(">"):
            escaped = nested = False
        elif sign == "<!--":
            escaped = True
        elif sign == "<script":
            nested = escaped
        elif nested:
            nested = False
        else:
            return match.start()
    return len(source)


class Locator:
    """Finds the places of one page in its source.

    `text` is the decoded source that the page was parsed from. Lines break at LF, CR LF and lone CR. All is scanned
    at the first call, in time linear in the source.
    """

    def __init__(self, text: str) -> None:
        """Take the source and read nothing yet."""
        self._source = text
        self._stretches: dict[int, _Stretch] = {}

    def span(self, place: Place) -> Span:
        """The most exact span that is known: of the text, of the attribute's value, or of the start tag.

        Where an element has fewer namesakes in the source than the place says, the last of them stands for it. The page
        as a whole, and an element without any, is the empty span at the first character.
        """
        return self.span_of(*self.offsets(place))

    def offsets(self, place: Place) -> tuple[int, int]:
        """The same as offsets in the source."""
        tag = self._tag(place)
        found = None
        if place.attribute is not None:
            found = self._in_attribute(tag, place.attribute, place.text or "")
        elif place.text is not None and tag in self._markup.unseen:
            found = _find_in(self._stretch(*self._markup.unseen[tag], _IN_SCRIPT), place.text)
        elif place.text is not None:
            found = self._in_text(tag, _fold(place.text))
        return found or (max(tag, 0), self._end_of_tag(tag))

    def span_of(self, start: int, end: int) -> Span:
        """The span between two offsets."""
        return Span(*self._position(start), *self._position(end))

    def excerpt(self, span: Span, width: int = 80) -> Excerpt:
        """A window of at most `width` characters on the span's first line, as it stands; it shows the span's start.

        Where the line is longer, the window holds all of the span if it can, in the middle of what surrounds it.
        """
        start = self._lines[span.line - 1]
        end = self._lines[span.line] if span.line < len(self._lines) else len(self._source)
        line = self._source[start:end].rstrip("\r\n")
        spanned = (span.end_column if span.end_line == span.line else len(line) + 1) - span.column
        before = max(width - spanned, width // 4) // 2
        left = max(0, min(span.column - 1 - before, len(line) - width))
        shown = line[left : left + width]
        return Excerpt(span.line, left + 1, shown, left > 0, left + len(shown) < len(line))

    @cached_property
    def _markup(self) -> _Markup:
        return _tokenise(self._source)

    @cached_property
    def _lines(self) -> array[int]:
        """Where each line begins."""
        lines = self._source.replace("\r\n", " \n").replace("\r", "\n").split("\n")
        return array("I", accumulate((len(line) + 1 for line in lines[:-1]), initial=0))

    @cached_property
    def _stream(self) -> tuple[str, list[int]]:
        """The page's folded text, and where in it each of the markup's texts begins."""
        markup = self._markup
        texts = [self._source[start:end] for start, end in zip(markup.text_starts, markup.text_ends, strict=True)]
        for index in markup.verbatim:
            texts[index] = texts[index].replace("&", "&amp;")
        # NUL occurs in no decoded source, and no reference makes one.
        folded = _fold(unescape("\0".join(texts))).split("\0")
        return "".join(folded), list(accumulate(map(len, folded), initial=0))

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def _tag(self, place: Place) -> int:
        """Offset of the place's start tag, -1 if the source has none of its name."""
        tags = self._markup.tags.get(place.tag)
        return tags[min(place.ordinal, len(tags) - 1)] if tags else -1

    def _end_of_tag(self, tag: int) -> int:
        match = _TOKEN.match(self._source, tag) if tag >= 0 else None
        return match.end() if match else 0

    def _in_text(self, tag: int, needle: str) -> tuple[int, int] | None:
        """Start and end of the text's first occurrence after a start tag, or of its beginning, as much as is there."""
        stream, firsts = self._stream
        begin = firsts[bisect_left(self._markup.text_starts, self._end_of_tag(tag))]
        size = len(needle)
        if not size:
            return None
        at = stream.find(needle, begin)
        if at < 0:
            # A body that the parser inserted begins before the start tag that says so.
            at = stream.rfind(needle, 0, begin + size)
        if at >= 0:
            return self._between(at, at + size)
        # A part of the text may come from elsewhere, an image's description for instance.
        agreed = bisect_left(range(1, size), 1, key=lambda length: stream.find(needle[:length], begin) < 0)
        if agreed < min(_MIN_AGREEMENT, (size + 1) // 2):
            return None
        at = stream.find(needle[:agreed], begin)
        ending = needle[agreed:][-_MIN_AGREEMENT:]
        resumed = stream.find(ending, at + agreed, at + 2 * size) if len(ending) == _MIN_AGREEMENT else -1
        return self._between(at, at + agreed if resumed < 0 else resumed + len(ending))

    def _between(self, first: int, last: int) -> tuple[int, int]:
        """Start and end, in the source, of a slice of the stream."""
        return self._origin(first)[0], self._origin(last - 1)[1]

    def _origin(self, index: int) -> tuple[int, int]:
        """Start and end, in the source, of what stands for a character of the stream."""
        markup = self._markup
        firsts = self._stream[1]
        text = bisect_right(firsts, index) - 1
        notation = _PLAIN if text in markup.verbatim else _IN_TEXT
        return self._stretch(markup.text_starts[text], markup.text_ends[text], notation).origin(index - firsts[text])

    def _stretch(self, start: int, end: int, notation: _Notation) -> _Stretch:
        stretch = self._stretches.get(start)
        if stretch is None:
            stretch = self._stretches[start] = _Stretch(self._source, start, end, notation)
        return stretch

    def _in_attribute(self, tag: int, name: str, text: str) -> tuple[int, int] | None:
        """Start and end of the text in the attribute's value; else of the value, or of the name if that is empty."""
        opening = _TOKEN.match(self._source, tag) if tag >= 0 else None
        if opening is None:
            return None
        for match in _NAMED_VALUE.finditer(self._source, opening.end(1), opening.end()):
            if match[1].lower() == name:
                value = match.span(match.lastindex or 1)
                if value[0] == value[1]:
                    return match.span()
                return _find_in(self._stretch(*value, _IN_VALUE), text) or value
        return None
