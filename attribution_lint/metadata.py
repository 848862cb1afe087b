"""What a page tells machines: one value for all its sources, and the readers of meta tags and link elements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from attribution_lint.model import Place
from attribution_lint.urls import join

DEPTH = 6
"""How many names a dotted path has at most."""

_ARTICLE_TYPES = frozenset({
    "advertisercontentarticle", "analysisnewsarticle", "article", "askpublicnewsarticle", "backgroundnewsarticle",
    "blogposting", "creativework", "liveblogposting", "newsarticle", "opinionnewsarticle", "recipe", "report",
    "reportagenewsarticle", "review", "reviewnewsarticle", "satiricalarticle", "scholarlyarticle", "socialmediaposting",
    "techarticle", "webpage",
})  # fmt: skip
"""Types of schema.org, lower case, that can be the page's own text, or the page."""


@dataclass(frozen=True, slots=True)
class Meta:
    """One machine-read property of the page."""

    source: str
    """meta, link, jsonld, microdata or front-matter."""
    name: str
    """Lower case; JSON-LD and microdata properties as dotted paths below the article: `author.name`."""
    value: str
    place: Place


def is_article_type(name: str) -> bool:
    """Whether a type of schema.org, lower case, can be the page's own text; so can a thing of which no type is told."""
    return not name or name in _ARTICLE_TYPES


def read_meta_element(attributes: Mapping[str, str], place: Place) -> Iterator[Meta]:
    """The property of a `<meta>`, by `name`, `property` or `http-equiv`."""
    content = attributes.get("content", "").strip()
    for key in ("name", "property", "http-equiv"):
        name = attributes.get(key, "").strip().lower()
        if name and content:
            yield Meta("meta", name, content, Place(place.tag, place.ordinal, attribute="content"))


def read_link_element(attributes: Mapping[str, str], place: Place, base: str | None) -> Iterator[Meta]:
    """The relations of a `<link>`, each with the absolute address."""
    href = attributes.get("href", "").strip()
    if not href:
        return
    for relation in dict.fromkeys(attributes.get("rel", "").lower().split()):
        yield Meta("link", relation, join(base, href), Place(place.tag, place.ordinal, attribute="href"))
