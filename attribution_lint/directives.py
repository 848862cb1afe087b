"""What is written on a page for this tool: suppressions of findings, and declarations of what the page is.

    <!-- attribution-lint: ignore[original-url] the outlet closed in 2012 -->
    <div data-attribution-lint-ignore="original-url: the outlet closed in 2012">
    <meta name="attribution-lint" content="republished">

and in front matter the key `attribution-lint`, with a status, or with `status` and `ignore` beneath it. Most pages have
nothing of the kind, and are not looked through for it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from attribution_lint.expressions import expression
from attribution_lint.locate import DIRECTIVE, DIRECTIVE_TAG
from attribution_lint.model import Declaration, Place, Status, SuppressedBy
from attribution_lint.visibility import BLOCK, VEILED, sort_of
from attribution_lint.walk import parse_tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from attribution_lint.page import Page

ATTRIBUTE = "data-attribution-lint-ignore"
_STATUS_KEYS = frozenset({DIRECTIVE, f"{DIRECTIVE}.status"})
_BENEATH = f"{DIRECTIVE}."
_IGNORE_KEY = "ignore"
_COMMENT = expression(rf"(?i)\s*{DIRECTIVE}\s*(?::|[\s-](?=(?:ignore|disable)\b))\s*(?s:(.*))")
"""The colon is forgotten, and other tools have a hyphen."""
_IGNORE = expression(r"(?i)ignore\s*\[([^\[\]]*)\](?s:(.*))")
_SPELLINGS = (DIRECTIVE, DIRECTIVE.title(), DIRECTIVE.upper())
"""Names of attributes are the same in capitals; to look for these three takes no time, and for all would."""
_STATUSES = frozenset(status.value for status in Status)
_SEPARATOR = expression(r"[\s,]+")
_BEFORE_REASON = " \t\r\n-–—:"
_BLOCKS = frozenset({BLOCK, VEILED})
_WHOLE_PAGE = frozenset({"html", "head", "body"})


@dataclass(frozen=True, slots=True)
class Directive:
    """A suppression as it stands on a page."""

    by: SuppressedBy
    text: str
    place: Place
    rules: tuple[str, ...]
    """As written; empty where it names none, or is not written as it should be."""
    reason: str
    elements: frozenset[tuple[str, int]] | None = None
    """Name and ordinal of the elements in which it holds; None for the whole page."""

    def covers(self, place: Place) -> bool:
        """Whether it holds for what is found at a place."""
        return self.elements is None or (place.tag, place.ordinal) in self.elements


def read_suppressions(page: Page, html: str) -> tuple[Directive, ...]:
    """The suppressions on a page: those of its front matter, then comments and attributes in page order.

    `html` is what the page was parsed from.
    """
    found = tuple(_from_front_matter(page))
    return (*found, *_from_markup(html)) if any(name in html for name in _SPELLINGS) else found


def declaration_of(page: Page, configured: Status | None) -> Declaration | None:
    """What a page is declared to be: by itself, by a selector that matches in it, or by the globs of the configuration.

    What stands nearer to the text decides.
    """
    for name, place, by in _said(page):
        if name in _STATUSES:
            return Declaration(Status(name), by, place)
    for status, selector, place in page.selected:
        return Declaration(status, f"the selector “{selector}” of the configuration", place)
    return None if configured is None else Declaration(configured, "the configuration")


def unknown_declarations(page: Page) -> tuple[tuple[str, Place], ...]:
    """What a page declares itself to be that no page can be, and where."""
    return tuple((name, place) for name, place, _ in _said(page) if name not in _STATUSES)


def _said(page: Page) -> Iterator[tuple[str, Place, str]]:
    """What the page says of itself: the word, its place, and who says it; meta elements before front matter."""
    said = list(page.values(*sorted(_STATUS_KEYS)))
    for source, by in (("meta", "a meta element of the page"), ("front-matter", "the front matter")):
        for item in said:
            if item.source == source:
                yield item.value.strip().lower(), item.place, by


def _from_front_matter(page: Page) -> Iterator[Directive]:
    """`ignore` with a table of rules and reasons, or with "rule: reason" or a list of such.

    Any other key beneath that of the tool says nothing, and is taken for what it was most likely meant to be.
    """
    for item in page.meta:
        if item.source != "front-matter" or not item.name.startswith(_BENEATH) or item.name in _STATUS_KEYS:
            continue
        key, _, rule = item.name.removeprefix(_BENEATH).partition(".")
        if key == _IGNORE_KEY:
            text = f"{rule}: {item.value}" if rule else item.value
            yield Directive(SuppressedBy.FRONT_MATTER, text, item.place, *_rules_and_reason(text))
        else:
            text = f"{item.name.removeprefix(_BENEATH)}: {item.value}"
            yield Directive(SuppressedBy.FRONT_MATTER, text, item.place, (), "")


def _rules_and_reason(text: str) -> tuple[tuple[str, ...], str]:
    """The two sides of "rule, rule: reason"."""
    rules, _, reason = text.partition(":")
    return tuple(filter(None, _SEPARATOR.split(rules))), reason.strip(_BEFORE_REASON)


def _from_markup(html: str) -> Iterator[Directive]:
    """Comments and attributes; this looks through the tree once more, comments and all, to see what each stands in."""
    root = parse_tree(html, comments=True)
    ordinals = _ordinals(root)
    number = 0
    for node in (*_around(root, preceding=True), *root.iter(), *_around(root, preceding=False)):
        if isinstance(node, etree._Comment):  # noqa: SLF001 - its class has no other name
            if DIRECTIVE not in (node.text or "").lower():
                continue
            place = Place(DIRECTIVE_TAG, number)
            number += 1
            written = _COMMENT.fullmatch(node.text or "")
            if written is None:
                continue
            text = " ".join(written[1].split())
            ignore = _IGNORE.fullmatch(text)
            rules = tuple(filter(None, _SEPARATOR.split(ignore[1]))) if ignore else ()
            reason = ignore[2].strip(_BEFORE_REASON) if ignore else ""
            yield Directive(SuppressedBy.COMMENT, text, place, rules, reason, _covered(node, ordinals))
        elif (value := node.get(ATTRIBUTE)) is not None:
            place = Place(node.tag, ordinals[node], attribute=ATTRIBUTE)
            elements = None if node.tag in _WHOLE_PAGE else _around_and_beneath(node, ordinals)
            yield Directive(SuppressedBy.ATTRIBUTE, value, place, *_rules_and_reason(value), elements)


def _around(root: etree._Element, *, preceding: bool) -> list[etree._Element]:
    """Comments before or behind the root, in page order."""
    found = list(root.itersiblings(etree.Comment, preceding=preceding))
    return found[::-1] if preceding else found


def _ordinals(root: etree._Element) -> dict[etree._Element, int]:
    """For each element, the number of those of its name before it."""
    counts: Counter[str] = Counter()
    ordinals = {}
    for element in root.iter(etree.Element):
        ordinals[element] = counts[element.tag]
        counts[element.tag] += 1
    return ordinals


def _beneath(element: etree._Element, ordinals: dict[etree._Element, int]) -> frozenset[tuple[str, int]]:
    """An element and all in it."""
    return frozenset((inner.tag, ordinals[inner]) for inner in element.iter(etree.Element))


def _covered(comment: etree._Element, ordinals: dict[etree._Element, int]) -> frozenset[tuple[str, int]] | None:
    """Where a comment holds: in the element that follows and right around it; before text, or at the end, all around.

    In the head, and outside of the root, it is for the whole page.
    """
    around = comment.getparent()
    if around is None or around.tag in {"html", "head"}:
        return None
    following = comment.getnext()
    tail = comment.tail
    while isinstance(following, etree._Comment) and not (tail or "").strip():  # noqa: SLF001 - as above
        tail = following.tail
        following = following.getnext()
    if following is None or (tail or "").strip():
        return None if around.tag in _WHOLE_PAGE else _around_and_beneath(around, ordinals)
    block = _block(around)
    return _beneath(following, ordinals) | {(block.tag, ordinals[block])}


def _around_and_beneath(element: etree._Element, ordinals: dict[etree._Element, int]) -> frozenset[tuple[str, int]]:
    """An element and all in it, with the block that it is a part of: what is found in a line is found in its block."""
    block = _block(element)
    return _beneath(element, ordinals) | {(block.tag, ordinals[block])}


def _block(element: etree._Element) -> etree._Element:
    """The element, or the nearest around it, that is no part of a line of text."""
    while sort_of(element.tag) not in _BLOCKS and (around := element.getparent()) is not None:
        element = around
    return element
