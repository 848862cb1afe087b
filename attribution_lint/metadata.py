"""What a page tells machines: meta tags, link elements, JSON-LD and microdata."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from attribution_lint.model import Place
from attribution_lint.urls import join

if TYPE_CHECKING:
    from lxml import etree

_ARTICLE_TYPES = frozenset(
    {
        "article",
        "newsarticle",
        "blogposting",
        "reportagenewsarticle",
        "analysisnewsarticle",
        "opinionnewsarticle",
        "backgroundnewsarticle",
        "reviewnewsarticle",
        "techarticle",
        "scholarlyarticle",
        "report",
        "socialmediaposting",
        "liveblogposting",
        "webpage",
        "creativework",
        "askpublicnewsarticle",
        "satiricalarticle",
        "advertisercontentarticle",
        "review",
        "recipe",
    }
)
_LISTS = frozenset({"itemlistelement", "comment", "haspart", "mentions", "review", "mainentity"})
"""Properties that hold other things than the article itself."""
_DEPTH = 6
_RELATIONS = frozenset(
    {
        "canonical",
        "license",
        "author",
        "via",
        "cite-as",
        "shortlink",
        "alternate",
        "amphtml",
        "dcterms.source",
        "dc.source",
    }
)


@dataclass(frozen=True, slots=True)
class Meta:
    """One machine-read property of the page."""

    source: str
    """meta, link, jsonld or microdata."""
    name: str
    """Lower case; JSON-LD and microdata properties as dotted paths below the article: `author.name`."""
    value: str
    place: Place


def read_meta_element(element: etree._Element, place: Place) -> Iterator[Meta]:
    """The property of a `<meta>`, by `name`, `property` or `http-equiv`."""
    content = (element.get("content") or "").strip()
    for key in ("name", "property", "http-equiv"):
        name = element.get(key)
        if name and content:
            yield Meta("meta", name.strip().lower(), content, Place(place.tag, place.ordinal, attribute="content"))


def read_link_element(element: etree._Element, place: Place, base: str | None) -> Iterator[Meta]:
    """The relations of a `<link>` that tell of addresses and rights."""
    href = (element.get("href") or "").strip()
    if not href:
        return
    for relation in (element.get("rel") or "").lower().split():
        if relation in _RELATIONS:
            yield Meta("link", relation, join(base, href), Place(place.tag, place.ordinal, attribute="href"))


def read_microdata(element: etree._Element, place: Place) -> Iterator[Meta]:
    """An `itemprop` with its value."""
    for key in ("content", "href", "src", "datetime"):
        value = element.get(key)
        if value and value.strip():
            attribute: str | None = key
            break
    else:
        value = " ".join("".join(element.itertext()).split())[:300]
        attribute = None
    if value:
        for name in (element.get("itemprop") or "").lower().split():
            yield Meta("microdata", name, value.strip(), Place(place.tag, place.ordinal, attribute=attribute))


def read_json_ld(text: str, place: Place) -> Iterator[Meta]:
    """The properties of the article that a JSON-LD script describes, as dotted paths; nothing where it is no JSON."""
    cleaned = (
        text.strip()
        .removeprefix("<!--")
        .removesuffix("-->")
        .removeprefix("//<![CDATA[")
        .removesuffix("//]]>")
        .strip()
        .rstrip(";")
    )
    try:
        data = json.loads(cleaned, strict=False)
    except (ValueError, RecursionError):
        return
    for thing in _articles(data):
        yield from _properties(thing, place)


def _articles(data: object) -> Iterator[dict[str, object]]:
    todo = [data]
    while todo:
        item = todo.pop(0)
        if isinstance(item, list):
            todo.extend(item)
        elif isinstance(item, dict):
            kinds = item.get("@type")
            names = {str(kind).lower().rpartition("/")[2] for kind in (kinds if isinstance(kinds, list) else [kinds])}
            if names & _ARTICLE_TYPES:
                yield item
            elif names & {"newsmediaorganization", "website"} and isinstance(item.get("name"), str):
                yield {"site": item.get("name")}
            todo.extend(value for key, value in item.items() if key in {"@graph", "mainEntityOfPage", "mainEntity"})


def _properties(thing: dict[str, object], place: Place) -> Iterator[Meta]:
    todo: list[tuple[str, object]] = [(key.lower(), value) for key, value in thing.items()]
    while todo:
        name, value = todo.pop(0)
        if name.count(".") >= _DEPTH or name.split(".")[0] in _LISTS:
            continue
        if isinstance(value, str):
            if value.strip():
                yield Meta("jsonld", name, value.strip(), place)
        elif isinstance(value, list):
            todo.extend((name, item) for item in value[:20])
        elif isinstance(value, dict):
            todo.extend((f"{name}.{key.lower()}", item) for key, item in value.items())
