"""What a reader does not see: elements without text of their own, and elements that are hidden."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import etree

INLINE = frozenset({
    "a", "abbr", "acronym", "amp-img", "area", "b", "bdi", "bdo", "big", "button", "cite", "code", "data", "del", "dfn",
    "em", "font", "i", "img", "input", "ins", "kbd", "label", "map", "mark", "nobr", "noindex", "picture", "q", "rb",
    "rp", "rt", "ruby", "s", "samp", "small", "source", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
    "var", "wbr",
})  # fmt: skip
"""Elements that do not break the line; every other element begins a block."""
UNREAD = frozenset({
    "audio", "canvas", "iframe", "math", "noembed", "noframes", "object", "script", "select", "style", "svg",
    "template", "textarea", "title", "video",
})  # fmt: skip
"""Elements whose text is no part of what a reader reads: code, choices, and what stands in for media."""

_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDING_CLASSES = frozenset({
    "d-none", "display-none", "hidden", "hide", "invisible", "is-hidden", "screen-reader-text", "screenreader",
    "sr-only", "u-hidden", "visually-hidden", "visuallyhidden",
})  # fmt: skip
"""Classes by which the usual style sheets (Bootstrap, Tailwind, WordPress, HTML5 Boilerplate) hide an element."""
_LONGEST = 1_000
"""How much of a class attribute is looked at, in characters."""
_SHOWING_CLASS = re.compile(
    r"(?<!\S)(?:d-(?:sm|md|lg|xl|xxl)-(?!none)|(?:sm|md|lg|xl|2xl):(?:block|flex|grid|inline|contents|table|not-sr-only))"
)
"""Classes by which they show it again where the screen is wide."""


def is_hidden(element: etree._Element, tag: str) -> bool:
    """Whether an element hides what is in it, as far as its tag and attributes tell.

    What a click opens, such as `<details>`, is not hidden; nor is a page as a whole: a script will show it.
    """
    if tag in {"html", "body"}:
        return False
    attributes = element.attrib
    if "hidden" in attributes or tag == "noscript" or (tag == "dialog" and "open" not in attributes):
        return True
    style = element.get("style")
    if style and _HIDING_STYLE.search(style):
        return True
    classes = element.get("class")
    return classes is not None and _hides(classes[:_LONGEST])


@lru_cache(maxsize=4096)
def _hides(classes: str) -> bool:
    return not _HIDING_CLASSES.isdisjoint(classes.lower().split()) and not _SHOWING_CLASS.search(classes)
