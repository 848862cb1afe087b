"""What a reader sees of an element by its tag and attributes: whether it breaks the line, is read at all, is hidden."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum, auto
from functools import lru_cache

from attribution_lint.expressions import expression


class Sort(Enum):
    """What an element is to a reader."""

    BLOCK = auto()
    """It begins a block."""
    VEILED = auto()
    """It begins a block that is hidden if no attribute says otherwise."""
    BREAK = auto()
    """It breaks the line and holds nothing."""
    INLINE = auto()
    """It does not break the line."""
    ANCHOR = auto()
    """An inline element that can be a link."""
    IMAGE = auto()
    """An inline element that can have a name."""
    MACHINE = auto()
    """It stands in a line and tells machines something."""
    UNREAD = auto()
    """Its text is no part of what a reader reads."""


BLOCK, VEILED, BREAK, INLINE, ANCHOR, IMAGE, MACHINE, UNREAD = Sort
"""By plain names, for `Sort.BLOCK` is a call."""

_IN_LINE = frozenset({
    "abbr", "acronym", "area", "b", "bdi", "bdo", "big", "button", "cite", "code", "data", "del", "dfn",
    "em", "font", "i", "input", "ins", "kbd", "label", "map", "mark", "nobr", "noindex", "picture", "q", "rb",
    "rp", "rt", "ruby", "s", "samp", "small", "source", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
    "var", "wbr",
})  # fmt: skip
_NOT_READ = frozenset({
    "audio", "canvas", "iframe", "math", "noembed", "noframes", "object", "script", "select", "style", "svg",
    "template", "textarea", "title", "video",
})  # fmt: skip
"""Code, choices, and what stands in for media."""
_SORTS = {
    **dict.fromkeys(_IN_LINE, INLINE),
    **dict.fromkeys(_NOT_READ, UNREAD),
    **dict.fromkeys(("base", "link", "meta"), MACHINE),
    **dict.fromkeys(("br", "hr"), BREAK),
    **dict.fromkeys(("amp-img", "img"), IMAGE),
    **dict.fromkeys(("dialog", "noscript"), VEILED),
    "a": ANCHOR,
}

_HIDING_STYLE = expression(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDING_CLASSES = frozenset({
    "d-none", "display-none", "hidden", "hide", "invisible", "is-hidden", "screen-reader-text", "screenreader",
    "sr-only", "u-hidden", "visually-hidden", "visuallyhidden",
})  # fmt: skip
"""Classes by which the usual style sheets (Bootstrap, Tailwind, WordPress, HTML5 Boilerplate) hide an element."""
_LONGEST = 1_000
"""How much of a class attribute is looked at, in characters."""
_LONG_STYLE = 200
"""A longer style is hardly ever given twice, so nothing is kept of it."""
_SHOWING_CLASS = expression(
    r"(?<!\S)(?:d-(?:sm|md|lg|xl|xxl)-(?!none)|(?:sm|md|lg|xl|2xl):(?:block|flex|grid|inline|contents|table|not-sr-only))"
)
"""Classes by which they show it again where the screen is wide."""


def sort_of(tag: str) -> Sort:
    """What the elements of a name are; those that no list has begin a block."""
    return _SORTS.get(tag, BLOCK)


def is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element hides what is in it, as far as its tag and attributes tell.

    What a click opens, such as `<details>`, is not hidden; nor is a page as a whole: a script will show it.
    """
    hidden = (
        "hidden" in attributes
        or ((classes := attributes.get("class")) is not None and _hides(classes[:_LONGEST]))
        or ((style := attributes.get("style")) is not None and _is_hiding(style))
        or tag == "noscript"
        or (tag == "dialog" and "open" not in attributes)
    )
    return hidden and tag not in {"html", "body"}


def _is_hiding(style: str) -> bool:
    return _seen_hiding(style) if len(style) <= _LONG_STYLE else _HIDING_STYLE.search(style) is not None


@lru_cache(maxsize=4096)
def _seen_hiding(style: str) -> bool:
    return _HIDING_STYLE.search(style) is not None


@lru_cache(maxsize=4096)
def _hides(classes: str) -> bool:
    return not _HIDING_CLASSES.isdisjoint(classes.lower().split()) and not _SHOWING_CLASS.search(classes)
