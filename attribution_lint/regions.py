"""Which part of a page an element stands in, from tags, roles and the words of its class and id."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from attribution_lint.model import Place, Region

INLINE = frozenset(
    {
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "picture",
        "source",
        "button",
        "img",
        "input",
        "map",
        "area",
        "ruby",
        "rb",
        "rt",
        "rp",
        "center-inline",
        "amp-img",
        "noindex",
    }
)
"""Elements that do not break the line; every other element begins a block."""

_BY_TAG = {
    "nav": Region.NAV,
    "aside": Region.ASIDE,
    "footer": Region.FOOTER,
    "figure": Region.CAPTION,
    "figcaption": Region.CAPTION,
}
_BY_ROLE = {
    "navigation": Region.NAV,
    "complementary": Region.ASIDE,
    "contentinfo": Region.FOOTER,
    "banner": Region.HEADER,
    "search": Region.NAV,
    "dialog": Region.ASIDE,
    "menu": Region.NAV,
    "menubar": Region.NAV,
}
_WORDS: Sequence[tuple[Region, frozenset[str]]] = (
    (
        Region.COMMENTS,
        frozenset(
            {"comments", "commentlist", "comment", "disqus", "respond", "reply", "replies", "commentform", "kommentare"}
        ),
    ),
    (
        Region.RELATED,
        frozenset(
            {
                "related",
                "recommended",
                "recommend",
                "recommendation",
                "recommendations",
                "recirc",
                "teaser",
                "teasers",
                "popular",
                "trending",
                "mostread",
                "outbrain",
                "taboola",
                "readmore",
                "morenews",
                "hotnews",
                "latest",
                "relatedposts",
                "similar",
                "upnext",
                "rank",
                "ranking",
            }
        ),
    ),
    (
        Region.ASIDE,
        frozenset(
            {
                "sidebar",
                "widget",
                "widgets",
                "modal",
                "popup",
                "cookie",
                "cookies",
                "consent",
                "dialog",
                "lightbox",
                "newsletter",
                "promo",
                "advert",
                "advertisement",
                "ads",
                "ad",
                "paywall",
                "subscribe",
                "sidebars",
                "rightbar",
                "leftbar",
                "sponsor",
                "donate",
            }
        ),
    ),
    (
        Region.NAV,
        frozenset(
            {
                "nav",
                "navbar",
                "navigation",
                "menu",
                "breadcrumb",
                "breadcrumbs",
                "share",
                "sharing",
                "social",
                "pagination",
                "pager",
                "toolbar",
                "tags",
                "tagcloud",
                "toc",
                "topnav",
                "submenu",
                "sitemap",
            }
        ),
    ),
    (Region.FOOTER, frozenset({"footer", "colophon", "foot", "siteinfo", "bottombar", "subfooter"})),
    (Region.HEADER, frozenset({"masthead", "topbar", "siteheader", "logo", "sitetitle"})),
    (
        Region.CAPTION,
        frozenset(
            {"caption", "figcaption", "figure", "photocredit", "imagecredit", "credit", "gallery", "slideshow", "video"}
        ),
    ),
    (
        Region.BYLINE,
        frozenset(
            {
                "byline",
                "bylines",
                "author",
                "authors",
                "dateline",
                "meta",
                "postmeta",
                "entrymeta",
                "source",
                "pubdate",
                "timestamp",
                "artinfo",
                "articleinfo",
                "postinfo",
                "writer",
                "credits",
                "signature",
            }
        ),
    ),
)
_WHOLE_PAGE = 0.4
"""A part of the page that holds a larger share of its paragraphs than this is not set aside for the words of its class."""
_SPLIT = re.compile(r"[^a-z0-9]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@dataclass(slots=True)
class Container:
    """A block element; filled while the page is walked."""

    index: int
    parent: int
    """Index of the block element around it; -1 for the root."""
    tag: str
    tokens: frozenset[str]
    """The words of its class and id, lower case."""
    role: str
    place: Place
    length: int = 0
    """Characters of text in it, hidden text included."""
    link_length: int = 0
    headline: bool = False
    """The page's headline stands in it."""


def tokens_of(attributes: Mapping[str, str]) -> frozenset[str]:
    """The words of an element's class and id, and the two joined words that a hyphen parts (`post-meta`, `postmeta`)."""
    found: set[str] = set()
    for name in f"{attributes.get('class') or ''} {attributes.get('id') or ''}".split()[:24]:
        words = [word for word in _SPLIT.split(_CAMEL.sub("-", name[:80]).lower()) if word]
        found.update(words)
        found.update(a + b for a, b in zip(words, words[1:], strict=False))
    return frozenset(found)


def resolve_regions(containers: Sequence[Container], paragraphs: Sequence[tuple[int, int]]) -> list[Region]:
    """The region of each container.

    `paragraphs` gives the container and the length of each block of running text: an element that holds much of it is the
    article, whatever its class says.
    """
    weight = [0] * len(containers)
    total = 0
    for index, length in paragraphs:
        total += length
        at = index
        while at >= 0:
            weight[at] += length
            at = containers[at].parent
    regions: list[Region] = []
    for container in containers:
        outer = regions[container.parent] if container.parent >= 0 else Region.ARTICLE
        large = container.headline or (total > 0 and weight[container.index] > _WHOLE_PAGE * total)
        regions.append(_region(container, outer, large=large, inside=_inside_article(container, containers)))
    return regions


def _inside_article(container: Container, containers: Sequence[Container]) -> bool:
    at = container.parent
    while at >= 0:
        if containers[at].tag == "article":
            return True
        at = containers[at].parent
    return False


def _region(container: Container, outer: Region, *, large: bool, inside: bool) -> Region:
    if container.tag in {"html", "body", "main"}:
        return outer
    if container.tag == "header" and (inside or container.headline):
        return Region.BYLINE if outer is Region.ARTICLE else outer
    if large:
        return outer
    found = _BY_TAG.get(container.tag) or _BY_ROLE.get(container.role)
    if found is Region.FOOTER and inside:
        # The footer of an article is where its closing notes stand.
        found = None
    if found is None and container.tag == "header":
        found = Region.HEADER
    if found is None and container.tag not in {"article", "p"}:
        found = next((region for region, words in _WORDS if words & container.tokens), None)
    elif found is None and container.tag == "p":
        found = next(
            (region for region, words in _WORDS if region in _OF_PARAGRAPHS and words & container.tokens), None
        )
    if found is None or outer not in {Region.ARTICLE, Region.BYLINE}:
        return outer
    if found is Region.FOOTER and outer is Region.BYLINE:
        return outer
    return found


_OF_PARAGRAPHS = frozenset({Region.CAPTION, Region.BYLINE})
"""What the class of a single paragraph can make of it."""


def main_container(containers: Sequence[Container], paragraphs: Sequence[tuple[int, int]]) -> int | None:
    """The innermost container that holds most of the running text; None where the page has none."""
    weight = [0] * len(containers)
    total = 0
    for index, length in paragraphs:
        total += length
        at = index
        while at >= 0:
            weight[at] += length
            at = containers[at].parent
    if not total:
        return None
    best = None
    for container in containers:  # document order: children come after their parents
        if weight[container.index] >= 0.6 * total and (
            best is None or container.parent == best or _below(container, best, containers)
        ):
            best = container.index
    return best


def _below(container: Container, ancestor: int, containers: Sequence[Container]) -> bool:
    at = container.parent
    while at >= 0:
        if at == ancestor:
            return True
        at = containers[at].parent
    return False
