"""Outlets in the byline: "By N. N., Reuters", "Par AFP", an outlet's name beside the date."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from attribution_lint.evidence import weights
from attribution_lint.evidence.agencies import LINE, edited, is_short_form, other_outlet
from attribution_lint.evidence.cues import load_cues
from attribution_lint.evidence.names import says_more
from attribution_lint.evidence.persons import person
from attribution_lint.expressions import expression
from attribution_lint.model import Evidence, EvidenceKind, Region

if TYPE_CHECKING:
    from collections.abc import Iterator

    from attribution_lint.evidence.names import Named
    from attribution_lint.evidence.scene import Scene
    from attribution_lint.outlets import Mention
    from attribution_lint.page import Block

_ACRONYM = 4
"""A shorter name inside a line is found too often by chance."""
_SHORT_LINE = 60
_DENSE_NAME = expression(r"[\u3400-\u9fff]{2,4}|[\uac00-\ud7af]{2,4}")
"""A person's name in Chinese characters or hangul."""
_ALONE = 0.6
"""The share of a line that a name fills when it stands alone."""
_SIGNED = expression(r"\w\s?[/,|｜]\s?$")
"""A name before the outlet's, parted from it: "N. N., Outlet"."""
_PARTED = expression(r"(?:[,|｜/•·(:：]|\s[-–—])\s*$")
_SLASH = expression(r"\w\s?/\s?$")
_PATH = expression(r"(?:^|[\s(\"'])(?:[\w.-]*/)+$")
"""Before a name that is the last part of a path: "/dev/sda"."""
_PHOTOGRAPHER = expression(r"/\s?[A-ZÀ-ÞĀ-ŽА-Я]\w+\s+[A-ZÀ-ÞĀ-ŽА-Я]")
_GOES_ON = (":", "：", "'", "’")
_ENDS_NAME = expression(r"$|[,|/–—•·)-]|\d{1,2}:\d\d|\d{1,4}[-./年月]")
"""Behind an outlet's name in a byline: nothing, a separator, a time or a date."""
_OPENING = 12
"""A word for pictures so near the beginning is what the line credits."""
_SENTENCE_END = (".", "!", "?", "。", "…")
_PROVIDER = expression(r"/(?:news-?)?(?:providers?|sources?)/[^/?#]+/?$", re.IGNORECASE)
_IN_ARTICLE = frozenset({Region.ARTICLE, Region.BYLINE})


def observe(scene: Scene) -> Iterator[Evidence]:
    """Short lines around the headline that name an outlet."""
    running = frozenset(scene.running)
    for index in scene.byline_zone:
        block = scene.page.blocks[index]
        if index == scene.page.headline or block.region not in _IN_ARTICLE:
            continue
        if index in scene.media_lines or index in scene.page.quoted:
            continue
        if not 0 < len(block.text) <= LINE or load_cues().speaks_of_picture(block.text[:_OPENING]):
            continue
        if scene.lends_material(index):
            continue
        if index in running and block.text.rstrip("\"'”»)").endswith(_SENTENCE_END):
            continue
        found = edited(scene, block) or _byline(scene, block) or _provider(scene, block)
        if found is not None:
            yield found


def _byline(scene: Scene, block: Block) -> Evidence | None:
    named = _outlet(scene, block)
    if named is None or (named.outlet is not None and named.outlet.is_platform):
        return None  # a platform's name near the headline is a button
    link = next((link for link in block.links if named.name in link.text or link.text in named.name), None)
    if link is None and block.place.tag == "li" and any(scene.foreign_article(other.url) for other in block.links):
        return None  # an item of a press review: "Title – Outlet, date"
    reason = "the byline names another outlet"
    return replace(
        scene.cite(block, (0, len(block.text)), EvidenceKind.BYLINE, _weight(scene, block, named), reason),
        outlet=named.name,
        wire=named.agency,
        url=link.url if link and scene.foreign(link.url) else None,
        author=_person(scene, block.text, named.name),
    )


def _provider(scene: Scene, block: Block) -> Evidence | None:
    """A link to the portal's own page about whom it got the text from: `/provider/gazette/`."""
    link = next((link for link in block.links if link.url and _PROVIDER.search(link.url)), None)
    if link is None or not scene.site.owns_url(link.url):
        return None
    named = scene.name(link.text)
    if named is None or named.own:
        return None
    reason = "the byline links to the portal's page about who provided the text"
    return replace(
        scene.cite(block, (link.start, link.end), EvidenceKind.BYLINE, weights.BYLINE_PROVIDER, reason),
        outlet=named.name,
        wire=named.agency,
        url=link.url,
    )


def _weight(scene: Scene, block: Block, named: Named) -> float:
    alone = len(named.name) >= _ALONE * len(block.text)
    before = block.text.partition(named.name)[0]
    signed = (
        load_cues().by.match(block.text) is not None
        or block.region is Region.BYLINE
        or _SIGNED.search(before) is not None
    )
    initials = named.name.islower() and len(named.name) <= _ACRONYM  # also what disks, variables and units are called
    if named.agency and (signed or not initials):
        weight = weights.BYLINE_AGENCY
    elif signed:
        by_person = _SIGNED.search(before) is not None and _person(scene, block.text, named.name) is not None
        weight = weights.BYLINE_PERSON if by_person else weights.BYLINE_SIGNED
    else:
        weight = weights.BYLINE_ALONE if alone else weights.BYLINE_BESIDE
    by_photographer = _SLASH.search(before) is not None
    credits_picture = (alone or by_photographer) and scene.under_picture(block.index)
    return weight * (weights.UNDER_PICTURE if credits_picture else 1.0)


def _outlet(scene: Scene, block: Block) -> Named | None:
    """The outlet of a byline: the whole line, or the part of it behind a comma, bar or dash, or an agency in it."""
    mentions = scene.outlets.find(block.text)
    whole = other_outlet(scene, block.text)
    if whole is not None and block.text.partition(whole.name)[2].lstrip().startswith(_GOES_ON):
        return None
    if whole is not None and (whole.agency or not any(item.common for item in mentions)):
        return whole  # "Next" alone is a button
    for item in mentions:
        named = other_outlet(scene, block.text[item.start : item.end])
        if (
            named is not None
            and not load_cues().speaks_of_picture(block.text[: item.start])
            and _signs(block, item, named)
        ):
            return named
    return None


def _signs(block: Block, item: Mention, named: Named) -> bool:
    """Whether an outlet inside a line signs the text, rather than being spoken of or crediting a picture."""
    before, after = block.text[: item.start], block.text[item.end :].strip()
    if _PATH.search(before) or is_short_form(block.text, item.start, item.end):
        return False
    if _PHOTOGRAPHER.match(after) or after.startswith(_GOES_ON):
        return False  # "PAP/N. N." credits a picture, "Reuters: …" opens a headline
    parted = not any(map(str.isalpha, before)) or bool(load_cues().by.match(block.text) or _PARTED.search(before))
    if named.agency:
        if says_more(after, ""):
            return parted and _ENDS_NAME.match(after) is not None
        spelt_out = item.end - item.start > _ACRONYM
        short = len(block.text) <= _SHORT_LINE and not says_more(block.text, named.name)
        return parted or (spelt_out and short)
    return not item.common and parted and _ENDS_NAME.match(after) is not None


def _person(scene: Scene, text: str, outlet: str) -> str | None:
    """The author named before the outlet in "By N. N., Outlet"."""
    before = load_cues().by.sub("", text.partition(outlet)[0]).strip()
    if before.endswith((":", "：")):
        return None  # a label: "Digital reporter: EFE"
    before = before.strip(" ,|/–—-•·(")
    words = before.split()
    if len(words) == 1 and _DENSE_NAME.fullmatch(before):
        return before
    named = 2 <= len(words) <= 6 and all(word[:1].isupper() for word in words if len(word) > 3)
    return person(scene, before) if named else None
