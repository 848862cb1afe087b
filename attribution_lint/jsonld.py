"""JSON-LD: what a page's scripts of linked data say of its article.

Pages get the notation wrong in many ways; what browsers' and search engines' readers forgive is forgiven here too.
"""

from __future__ import annotations

import html
import json
from collections import deque
from collections.abc import Iterator
from itertools import islice

from attribution_lint.expressions import expression
from attribution_lint.metadata import DEPTH, Meta, is_article_type
from attribution_lint.model import Place

_OTHER_THINGS = frozenset({"comment", "haspart", "itemlistelement", "mainentity", "mentions", "review"})
"""Properties that hold other things than the article itself."""
_SITES = frozenset({"newsmediaorganization", "website"})
_BELOW = ("@graph", "mainEntityOfPage", "mainEntity")
_MOST_PROPERTIES = 5_000
_MOST_VALUES = 20
"""How many values of one list count."""
_DECODER = json.JSONDecoder(strict=False)
_BRACKET = expression(r"[{\[]")
_TRAILING_COMMA = expression(r",(?=\s*[}\]])")


def read_json_ld(text: str, place: Place) -> Iterator[Meta]:
    """The properties of the articles that a script describes, as dotted paths; nothing where it is no JSON.

    The name of a website or a news organisation is the property `site`.
    """
    things = _things(_load(text))
    nodes = {identity: thing for thing in things if isinstance(identity := thing.get("@id"), str) and len(thing) > 1}
    yield from islice((item for thing in things for item in _described(thing, nodes, place)), _MOST_PROPERTIES)


def _load(text: str) -> list[object]:
    """The values that a script consists of: usually one."""
    text = text.replace("<![CDATA[", "")
    for attempt in (str, html.unescape, _without_trailing_commas):
        text = attempt(text)
        found: list[object] = []
        start = _BRACKET.search(text)
        try:
            while start is not None:
                value, end = _DECODER.raw_decode(text, start.start())
                found.append(value)
                start = _BRACKET.search(text, end)
        except (ValueError, RecursionError):
            pass
        if found:
            return found
    return []


def _without_trailing_commas(text: str) -> str:
    return _TRAILING_COMMA.sub("", text)


def _things(data: list[object]) -> list[dict[str, object]]:
    """All objects that can be the article or describe its site, the outer before the inner."""
    found: list[dict[str, object]] = []
    todo = deque(data)
    while todo:
        item = todo.popleft()
        if isinstance(item, list):
            todo.extend(item)
        elif isinstance(item, dict):
            found.append(item)
            todo.extend(item[key] for key in _BELOW if key in item)
    return found


def _described(thing: dict[str, object], nodes: dict[str, dict[str, object]], place: Place) -> Iterator[Meta]:
    kinds = thing.get("@type")
    names = {str(kind).lower().rpartition("/")[2] for kind in (kinds if isinstance(kinds, list) else [kinds]) if kind}
    if any(map(is_article_type, names)):
        resolved = ((key.lower(), _resolved(value, nodes)) for key, value in thing.items())
        yield from _properties(deque(item for item in resolved if item[0] not in _OTHER_THINGS), place)
    elif names & _SITES:
        yield from _properties(deque([("site", thing.get("name"))]), place)


def _resolved(value: object, nodes: dict[str, dict[str, object]]) -> object:
    """A reference, `{"@id": …}`, with the plain values of what it refers to."""
    if isinstance(value, list):
        return [_resolved(item, nodes) if isinstance(item, dict) else item for item in value[:_MOST_VALUES]]
    if isinstance(value, dict) and isinstance(identity := value.get("@id"), str) and identity in nodes:
        return {key: item for key, item in nodes[identity].items() if isinstance(item, str)} | value
    return value


def _properties(todo: deque[tuple[str, object]], place: Place) -> Iterator[Meta]:
    while todo:
        name, value = todo.popleft()
        if isinstance(value, str):
            if plain := html.unescape(value).strip():
                # In its quotes, or a short name would be found inside of a longer value.
                yield Meta("jsonld", name, plain, Place(place.tag, place.ordinal, f'"{value.strip()}"'))
        elif isinstance(value, list):
            todo.extend((name, item) for item in value[:_MOST_VALUES])
        elif isinstance(value, dict) and name.count(".") + 1 < DEPTH:
            todo.extend((f"{name}.{key.lower()}", item) for key, item in value.items())
