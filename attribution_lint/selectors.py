"""CSS selectors of the configuration, by which a page shows what it is.

Only those are taken that any page answers quickly: names, classes, ids, attributes, and one element in another.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from lxml import etree

from attribution_lint.model import Place, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.cssselect import CSSSelector


_SLOW = frozenset({"Function", "Pseudo", "Relation"})
_COMBINATORS = frozenset({" ", ">"})
_TOO_SLOW = (
    "it may hold names, classes, ids, attributes, :not() and :is(), and one space or >; pages can be so large that "
    "anything more takes too long"
)


class SelectorError(ValueError):
    """It is no CSS selector; the message says why."""


def check_selector(selector: str) -> None:
    """Raise a `SelectorError` if it is none, or has a meaning only in documents that are no pages."""
    compiled = _compiled(selector)
    try:
        # What a namespace's prefix stands for is looked up only now.
        compiled(etree.Element("html"))
    except etree.XPathError as error:
        raise SelectorError(str(error)) from error


def first_matches(
    root: etree._Element, selectors: Sequence[tuple[Status, str]]
) -> tuple[tuple[Status, str, Place], ...]:
    """For each selector that matches in a tree: what it declares the page to be, itself, and where it matches first."""
    found = []
    for status, selector in selectors:
        element = _first_match(root, selector)
        if element is not None:
            ordinal = next(number for number, same in enumerate(root.iter(element.tag)) if same is element)
            found.append((status, selector, Place(element.tag, ordinal)))
    return tuple(found)


def _first_match(root: etree._Element, selector: str) -> etree._Element | None:
    # A CSS selector selects elements, where any other XPath could come to a number or a text.
    matches: Any = _compiled(selector)(root)
    return matches[0] if matches else None


def _check_cost(tree: object) -> None:
    """Refuse what takes time with the square of a page's size: siblings and their numbers, and chains of elements."""
    combinators = 0
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        kind = type(node).__name__
        combinators += kind == "CombinedSelector"
        if kind in _SLOW or getattr(node, "combinator", ">") not in _COMBINATORS or combinators > 1:
            raise SelectorError(_TOO_SLOW)
        inner = (getattr(node, name, None) for name in ("selector", "subselector"))
        waiting += [item for item in (*inner, *getattr(node, "selector_list", ())) if item is not None]


@cache
def _compiled(selector: str) -> CSSSelector:
    # Imported here, for few configurations have any.
    from cssselect import SelectorError as InvalidError
    from cssselect import parse
    from lxml.cssselect import CSSSelector

    try:
        for group in parse(selector):
            _check_cost(group.parsed_tree)
        return CSSSelector(selector, translator="html")
    except (InvalidError, etree.XPathError, ValueError) as error:
        # Not all that cssselect takes can be an XPath: a control character cannot.
        raise SelectorError(str(error)) from error
    except RecursionError as error:
        raise SelectorError("it is nested too deep") from error
