"""Which part of a page an element stands in, from tags, roles and the words of its class and id."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from attribution_lint.model import Region

_DATA = Path(__file__).with_name("data") / "regions.toml"

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
_OF_PARAGRAPHS = frozenset({Region.CAPTION, Region.BYLINE})
"""What the class of a single paragraph can make of it."""
_OF_ARTICLES = frozenset({Region.COMMENTS})
"""What the class of an article can make of it; content systems list the text's subjects there."""
_OPEN = frozenset({Region.ARTICLE, Region.BYLINE})
"""Regions that others can begin in."""
_APART = frozenset({Region.COMMENTS, Region.FOOTER})
"""Regions that can be longer than the article."""
_CONSENT = frozenset({"consent", "cookie", "cookies", "gdpr"})
"""Words of classes and ids of a dialog about privacy, which is often longer than a short article."""
_WHOLE_PAGE = 0.4
"""A part of the page that holds a larger share of its running text than this is not set aside for its class."""
_SPLIT = re.compile(r"[^a-z0-9]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_ABOUT_OTHERS = frozenset({"has", "hide", "no", "show", "with", "without"})
"""A class name that begins so tells what is in or beside the element, not what it is: `has-sidebar`."""
_MOST_NAMES, _LONGEST_NAME = 24, 80


@dataclass(frozen=True, slots=True)
class Container:
    """A block element. A page lists them in document order, behind one for the page as a whole."""

    parent: int
    """Index of the block element around it; -1 for the page as a whole."""
    tag: str
    names: str
    """Its class and id."""
    role: str


def accumulate(containers: Sequence[Container], amounts: Iterable[tuple[int, int]]) -> list[int]:
    """For each container the sum of the amounts that are given for it and for what is in it."""
    sums = [0] * len(containers)
    for index, amount in amounts:
        sums[index] += amount
    for index in range(len(containers) - 1, 0, -1):  # the inner before the outer
        sums[containers[index].parent] += sums[index]
    return sums


def path_to(index: int, containers: Sequence[Container]) -> frozenset[int]:
    """A container and those around it."""
    path: set[int] = set()
    while index >= 0:
        path.add(index)
        index = containers[index].parent
    return frozenset(path)


def resolve_regions(containers: Sequence[Container], weights: Sequence[int], about: frozenset[int]) -> list[Region]:
    """The region of each container.

    `weights` says how much running text is in each, `about` names those that the headline is in: what holds either is
    the article, whatever its class says. Only comments and footers can be longer, if the headline is elsewhere.
    """
    regions: list[Region] = []
    in_article: list[bool] = []
    for index, container in enumerate(containers):
        if container.parent < 0:
            regions.append(Region.ARTICLE)
            in_article.append(False)
            continue
        outer = regions[container.parent]
        inside = in_article[container.parent]
        in_article.append(inside or container.tag == "article")
        if outer not in _OPEN or container.tag in {"html", "body", "main"}:
            regions.append(outer)
        elif container.tag == "header" and (inside or index in about):
            regions.append(Region.BYLINE)
        elif index in about:
            regions.append(outer)
        else:
            begun = _begun(container, outer, inside=inside)
            large = weights[index] > _WHOLE_PAGE * weights[0]
            apart = (bool(about) and begun in _APART) or not _CONSENT.isdisjoint(words_of(container.names))
            regions.append(outer if large and not apart else begun)
    return regions


def _begun(container: Container, outer: Region, *, inside: bool) -> Region:
    """The region that a container begins, or the outer one; `inside` says that it stands in an article element."""
    found = _BY_TAG.get(container.tag) or _BY_ROLE.get(container.role.strip().lower().partition(" ")[0])
    if found is Region.FOOTER and inside:
        return outer  # an article's own footer is where its closing notes stand
    if found is None and container.tag == "header":
        found = Region.HEADER
    if found is None:
        named = _named_regions(container.names[: _MOST_NAMES * _LONGEST_NAME])
        if container.tag == "p":
            named = tuple(region for region in named if region in _OF_PARAGRAPHS)
        elif container.tag == "article":
            named = tuple(region for region in named if region in _OF_ARTICLES)
        found = named[0] if named else None
    if found is None or (found is Region.FOOTER and outer is Region.BYLINE):
        return outer
    return found


@lru_cache(maxsize=4096)
def _named_regions(names: str) -> tuple[Region, ...]:
    """The regions that the words of a class and id stand for, the surest first."""
    words = words_of(names)
    return tuple(region for region, telling in _telling_words() if not words.isdisjoint(telling))


def words_of(names: str) -> frozenset[str]:
    """The words of a class and id, and the two joined that a hyphen parts (`post-meta`: `post`, `meta`, `postmeta`)."""
    found: set[str] = set()
    for name in names.split()[:_MOST_NAMES]:
        words = [word for word in _SPLIT.split(_CAMEL.sub("-", name[:_LONGEST_NAME]).lower()) if word]
        if words and words[0] not in _ABOUT_OTHERS:
            found.update(words)
            found.update(first + second for first, second in pairwise(words))
    return frozenset(found)


@cache
def _telling_words() -> tuple[tuple[Region, frozenset[str]], ...]:
    table = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    return tuple((Region(name), frozenset(words)) for name, words in table["words"].items())
