"""Which part of a page an element stands in, from tags, roles and the words of its class and id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import islice
from operator import add
from typing import NamedTuple

from attribution_lint.expressions import expression
from attribution_lint.model import Region
from attribution_lint.tables import read_table

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
_CAN_BE = {
    "p": frozenset({Region.CAPTION, Region.BYLINE}),
    "article": frozenset({Region.COMMENTS}),
}
"""All that the class of a single paragraph, or of an article, can make of it; content systems list the article's
subjects in its class."""
_WHOLE = frozenset({"html", "body", "main"})
"""Elements that are never set aside."""
_OPEN = frozenset({Region.ARTICLE, Region.BYLINE})
"""Regions that others can begin in."""
_APART = frozenset({Region.COMMENTS, Region.FOOTER})
"""Regions that can be longer than the article."""
_CONSENT = frozenset({"consent", "cookie", "cookies", "gdpr"})
"""Words of classes and ids of a dialog about privacy, which is often longer than a short article."""
_WHOLE_PAGE = 0.4
"""A part of the page that holds a larger share of its running text than this is not set aside for its class."""
_SPLIT = expression(r"[^a-z0-9]+")
_CAMEL = expression(r"(?<=[a-z0-9])(?=[A-Z])")
_ABOUT_OTHERS = frozenset({"has", "hide", "no", "show", "with", "without"})
"""A class name that begins so tells what is in or beside the element, not what it is: `has-sidebar`."""
_MOST_NAMES, _LONGEST_NAME = 24, 80
LONGEST_NAMES = _MOST_NAMES * _LONGEST_NAME
"""No more of classes, ids and roles is looked at, in characters. Who asks cuts them, so that no more is remembered."""


class Sign(NamedTuple):
    """What tag, role and names of an element tell, whatever it stands in."""

    region: Region | None
    """The region that it begins, if any."""
    is_footer: bool
    """It is a footer by its tag or role, not by its names."""
    apart: bool
    """It is a dialog about privacy."""


class Container(NamedTuple):
    """A block element. A page lists them in document order, behind one for the page as a whole."""

    parent: int
    """Index of the block element around it; -1 for the page as a whole."""
    tag: str
    ordinal: int
    """It is so many-th of its name."""
    sign: Sign


def accumulate(containers: Sequence[Container], amounts: Iterable[tuple[int, int]]) -> list[int]:
    """For each container the sum of the amounts that are given for it and for what is in it."""
    sums = [0] * len(containers)
    for index, amount in amounts:
        sums[index] += amount
    for index in range(len(containers) - 1, 0, -1):  # the inner before the outer
        if amount := sums[index]:
            sums[containers[index].parent] += amount
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
    regions = [Region.ARTICLE]
    in_article = [False]
    for index, (parent, tag, _, sign) in enumerate(islice(containers, 1, None), 1):
        outer = regions[parent]
        inside = in_article[parent]
        in_article.append(inside or tag == "article")
        if sign.region is None or outer not in _OPEN or tag in _WHOLE:
            regions.append(outer)
        elif tag == "header" and (inside or index in about):
            regions.append(Region.BYLINE)
        elif index in about:
            regions.append(outer)
        else:
            begun = _begun(sign, outer, inside=inside)
            large = weights[index] > _WHOLE_PAGE * weights[0]
            apart = (bool(about) and begun in _APART) or sign.apart
            regions.append(outer if large and not apart else begun)
    return regions


def _begun(sign: Sign, outer: Region, *, inside: bool) -> Region:
    """The region that a container begins, or the outer one; `inside` says that it stands in an article element."""
    if sign.is_footer and inside:
        return outer  # an article's own footer is where its closing notes stand
    if sign.region is None or (sign.region is Region.FOOTER and outer is Region.BYLINE):
        return outer
    return sign.region


def tells(names: str) -> bool:
    """Whether any of these names tells what an element is; hardly an id does, and most are given once."""
    return any(map(_told_by, names[:LONGEST_NAMES].split()))


@lru_cache(maxsize=8192)
def sign_of(tag: str, names: str = "", role: str = "") -> Sign:
    """What an element is a sign of; `names` are its class and id."""
    told: set[Region | None] = set()
    for name in names[:LONGEST_NAMES].split()[:_MOST_NAMES]:
        if regions := _told_by(name[:_LONGEST_NAME]):
            told |= regions
    found = _BY_TAG.get(tag)
    if found is None and role:
        found = _BY_ROLE.get(role.strip().lower().partition(" ")[0])
    is_footer = found is Region.FOOTER
    if found is None and tag == "header":
        found = Region.HEADER
    if found is None and told:
        can_be = _CAN_BE.get(tag)
        found = next(
            (region for region in _surest_first() if region in told and (can_be is None or region in can_be)), None
        )
    return Sign(found, is_footer, apart=None in told)


@lru_cache(maxsize=16_384)
def _told_by(name: str) -> frozenset[Region | None]:
    """The regions that the words of one class or id stand for; None for a dialog about privacy."""
    telling = _telling_words()
    words = words_of(name)
    regions = {telling[word] for word in words if word in telling}
    return frozenset(regions if words.isdisjoint(_CONSENT) else {None, *regions})


def words_of(names: str) -> frozenset[str]:
    """The words of a class and id, and the two joined that a hyphen parts (`post-meta`: `post`, `meta`, `postmeta`)."""
    found: list[str] = []
    for name in names.split()[:_MOST_NAMES]:
        words = _SPLIT.split(_CAMEL.sub("-", name[:_LONGEST_NAME]).lower())
        if "" in words:
            words = [word for word in words if word]
        if words and words[0] not in _ABOUT_OTHERS:
            found += words
            found += map(add, words, words[1:])
    return frozenset(found)


@cache
def _telling_words() -> dict[str, Region]:
    """What each word stands for; the surest regions come first."""
    table = read_table("regions")
    return {word: Region(name) for name, words in table["words"].items() for word in words}


@cache
def _surest_first() -> tuple[Region, ...]:
    return tuple(dict.fromkeys(_telling_words().values()))
