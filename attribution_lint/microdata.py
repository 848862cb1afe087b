"""Microdata: the properties that a page marks in its elements, gathered while the page is walked.

Source: the HTML standard's chapter on microdata. Unlike it, a property whose value is an item has the item's text too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from attribution_lint.metadata import DEPTH, Meta, is_article_type
from attribution_lint.model import Place

_LONGEST_VALUE = 300
_LONGEST_NAME = 60


@dataclass(slots=True)
class Property:
    """One `itemprop`; its value may still grow."""

    names: tuple[str, ...]
    place: Place
    parts: list[str] = field(default_factory=list)
    length: int = 0

    def finish(self) -> Iterator[Meta]:
        """What it says, once by each of its names."""
        value = "".join(self.parts).strip()[:_LONGEST_VALUE]
        if value:
            yield from (Meta("microdata", name, value, self.place) for name in self.names)


class Microdata:
    """The properties of one page, in document order.

    A value takes no more text than fits into it, so that nested properties cost no more than others.
    """

    def __init__(self) -> None:
        self._found: list[Property] = []
        self.growing: list[Property] = []
        """Those that the text of the page is to be given to."""
        self.parted = False
        """What follows is another word."""

    def begin(self, attributes: Mapping[str, str], place: Place, item: str) -> Property | None:
        """Note an element's property, and return it if the text of the element is to become its value."""
        names = _names(attributes)
        if not names:
            return None
        names = tuple(f"{item}.{name}" if item else name for name in names)
        for key in ("content", "href", "src", "datetime"):
            value = " ".join(attributes.get(key, "").split())
            if value:
                there = Place(place.tag, place.ordinal, attribute=key)
                self._found.append(Property(names, there, [value]))
                return None
        new = Property(names, place)
        self._found.append(new)
        self.growing.append(new)
        return new

    def end(self, ended: Property) -> None:
        """The element of a property ends."""
        if self.growing and self.growing[-1] is ended:
            self.growing.pop()

    def add(self, text: str, words: str) -> None:
        """Give a text, and the same with its white space collapsed, to the properties around it."""
        piece = (" " if self.parted or text[0].isspace() else "") + words[:_LONGEST_VALUE]
        for growing in self.growing:
            growing.parts.append(piece)
            growing.length += len(piece)
        if self.growing and self.growing[0].length > _LONGEST_VALUE:  # the outermost has most
            self.growing = [growing for growing in self.growing if growing.length <= _LONGEST_VALUE]

    def finish(self) -> Iterator[Meta]:
        """All that was found."""
        for found in self._found:
            yield from found.finish()


def item_of(attributes: Mapping[str, str], item: str) -> str:
    """The path by which properties below an `itemscope` are named; `item` is that of the element itself.

    It is empty for an article. A thing of another type that is nobody's property, such as a footer, is no part of it.
    """
    names = _names(attributes)
    if names:
        name = names[0]
    elif is_article_type(kind := _last_segment(attributes.get("itemtype", ""))):
        return ""
    else:
        item, name = "", kind
    if item.count(".") + 3 > DEPTH:
        return item
    return f"{item}.{name}" if item else name


def _names(attributes: Mapping[str, str]) -> tuple[str, ...]:
    words: Iterable[str] = attributes.get("itemprop", "").split()
    return tuple(dict.fromkeys(_last_segment(word) for word in words))


def _last_segment(word: str) -> str:
    """`author` for `https://schema.org/author`; "" for no word."""
    return word.strip().partition(" ")[0].rpartition("/")[2].lower()[:_LONGEST_NAME]
