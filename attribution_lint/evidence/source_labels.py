"""Source labels and the outlets behind them: "Source: X", 来源：X, "Quelle" in one cell and the name in the next."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from attribution_lint.evidence import weights
from attribution_lint.evidence.cues import load_cues
from attribution_lint.evidence.labels import SKIPPED, Value, is_separated, link_of_label, share_of_label, value_of
from attribution_lint.evidence.scene import Zone
from attribution_lint.expressions import expression
from attribution_lint.lexicon import Fit, Role
from attribution_lint.model import Evidence, EvidenceKind
from attribution_lint.own_work import is_own_work, names_nobody
from attribution_lint.urls import host_of, registrable
from attribution_lint.words import count_dense, is_spaced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from attribution_lint.evidence.names import Named
    from attribution_lint.evidence.scene import Scene
    from attribution_lint.lexicon import Match
    from attribution_lint.page import Block

_DASHED = expression(r"\s?[-–—]")
_BEHIND_QUOTATION = expression(r"[」』”»]\s?[（(\[【]$")
"""Brackets there hold the source of the quotation."""
_NAME_LENGTH, _NAME_WORDS = 50, 7
_DOMAIN = expression(r"(?:www\.)?(?:[a-z0-9-]+\.)+[a-z]{2,12}", re.IGNORECASE)
_LISTED = expression(r"[,;、，]| and ")
_SOURCES = 120
"""How much of what stands behind a label, in characters, is read for a second source."""
_DENSE_WORDS = 4
"""So many characters of a script that writes a word with one or two are more than one word."""
_REFERENCES = 3


def observe(scene: Scene) -> Iterator[Evidence]:
    """An outlet behind a source label; in the body of the text it is the source of a chart or a fact."""
    if scene.listing:
        return  # each of its items has its own
    for block, matches in scene.holding(Role.OUTLET_LABEL):
        if block.region in SKIPPED or not scene.line(block.index) or scene.opens_with_media(block.index):
            continue
        if block.index in scene.page.quoted and block.place.tag == "footer":
            continue  # there it is the source of the quotation
        for match in matches:
            if match.role is not Role.OUTLET_LABEL or scene.is_repeated(match) or not _begins(scene, block, match):
                continue
            if not (match.fit.is_label or _stands_before_link(block, match)) or _names_several(scene, block, match):
                continue
            link = link_of_label(block, match)
            if link is None or link.url is None or scene.foreign(link.url):  # else a link to the page's own source
                yield from _labelled(scene, block, match)


def _names_several(scene: Scene, block: Block, match: Match) -> bool:
    """Whether links to several sites stand behind a label: references, as the source of a copy is one."""
    urls = [link.url for link in block.links if link.start >= match.end and scene.foreign(link.url)]
    return len({registrable(host_of(url)) for url in urls if url}) > 1


def _stands_before_link(block: Block, match: Match) -> bool:
    """Whether a strong label opens a line whose rest is a link: <b>Source</b> <a>Outlet</a>."""
    if match.fit is not Fit.LEADS or not match.phrase.strong:
        return False
    rest = [link for link in block.links if link.start >= match.end]
    return len(rest) == 1 and rest[0].start <= match.value and rest[0].end >= len(block.text.rstrip(" .)]"))


def _begins(scene: Scene, block: Block, match: Match) -> bool:
    """Whether a label begins a part of its line: behind a date or brackets or, in a byline, behind a separator."""
    if match.fit is not Fit.INSIDE:
        return True
    if _DASHED.match(block.text, match.end):
        return False  # a dash after a word is ordinary syntax
    before = block.text[: match.start].rstrip()
    if not any(character.isalpha() and character not in "年月日" for character in before):
        return True
    return (
        block.index in scene.byline_zone
        and not _BEHIND_QUOTATION.search(before)
        and not (before[-1].isalpha() and is_spaced(before[-1]))
        and not before.endswith((".", ",", "，", "。", "、"))
    )


def _labelled(scene: Scene, block: Block, match: Match) -> Iterator[Evidence]:
    value = value_of(scene, block, match)
    named = scene.name(value.text)
    if named is None and not names_nobody(value.text):
        named = scene.name(value.text.partition(",")[0])
    found = _cite(scene, block, match, value)
    share = share_of_label(scene, block)
    linked = value.link is not None and scene.foreign(value.link.url)
    if named is not None and named.own:
        yield replace(
            found,
            kind=EvidenceKind.SELF_CREDIT,
            weight=weights.OWN_NAME * share,
            reason="the named source is the site itself",
        )
    elif named is None and not linked:
        if not value.text.strip(" :：") and scene.zone(block.index) is not Zone.OUTSIDE and block.visible:
            yield from _empty(scene, block, match, share)
    elif (
        _credible(scene, block, match, named, linked=linked)
        and not _is_list_of_names(value.text)
        and not _adds_own_work(block, match)
    ):
        yield replace(
            found,
            weight=_weight(scene, block, match, named, value) * share,
            outlet=named.name if named else None,
            url=value.link.url if linked and value.link else None,
            wire=named is not None and named.agency,
        )


def _cite(scene: Scene, block: Block, match: Match, value: Value) -> Evidence:
    """The label with its value; where they stand apart, the place is the value's."""
    reason = "a label names the source of the text"
    found = scene.cite(block, (match.start, len(block.text)), EvidenceKind.SOURCE_LABEL, 0.0, reason)
    if value.block is block:
        return replace(found, text=block.text)
    return replace(
        found,
        text=f"{block.text} {value.block.text}".strip(),
        place=scene.place(value.block, 0, len(value.block.text)) if value.block.text else found.place,
    )


def _is_list_of_names(text: str) -> bool:
    """Whether a value names three or more: a list of references."""
    return len([part for part in _LISTED.split(text) if part.strip()]) >= _REFERENCES


def _adds_own_work(block: Block, match: Match) -> bool:
    """Whether the site's own work stands beside a source: "Eurostat, own calculations" is where figures come from."""
    rest = block.text[match.value : match.value + _SOURCES]
    parts = (part.strip() for text in _LISTED.split(rest) for part in load_cues().with_.split(text))
    # A single word is half of a name: "Data and Society".
    return any(is_own_work(part) for part in parts if " " in part or count_dense(part) >= _DENSE_WORDS)


def _credible(scene: Scene, block: Block, match: Match, named: Named | None, *, linked: bool) -> bool:
    """Whether the value reads as a source: not "cozy & cuddly", and not the cell of a table under "source"."""
    known = named is not None and named.known
    if not known and named is not None:
        if not 2 <= len(named.name) <= _NAME_LENGTH or len(named.name.split()) > _NAME_WORDS:
            return False
        is_domain = _DOMAIN.fullmatch(named.name) is not None
        if not linked and not is_domain and not (named.name[0].isalpha() and not named.name[0].islower()):
            return False
    return known or scene.strong(match) or is_separated(block, match)


def _weight(scene: Scene, block: Block, match: Match, named: Named | None, value: Value) -> float:
    known = named is not None and named.known
    if scene.strong(match):
        weight = weights.SOURCE_KNOWN if known else weights.SOURCE_NAMED
    elif is_separated(block, match):
        weight = weights.SOURCE_WEAK_KNOWN if known else weights.SOURCE_WEAK_NAMED
    else:
        weight = weights.SOURCE_LOOSE
    if named is None:
        weight += weights.SOURCE_UNNAMED
    if value.link is not None and scene.foreign_article(value.link.url) and (known or scene.strong(match)):
        weight += weights.SOURCE_LINKED
    return weight


def _empty(scene: Scene, block: Block, match: Match, share: float) -> Iterator[Evidence]:
    """A label with nothing behind it, unless its words are a credit as well, which dangles then."""
    credits_too = any(
        other.role is Role.REPUBLISHED_MARKER and other.phrase.strong for other in scene.matches[block.index]
    )
    if match.phrase.strong and is_separated(block, match) and not credits_too:
        yield replace(
            scene.cite(
                block,
                (match.start, match.end),
                EvidenceKind.SOURCE_LABEL,
                weights.EMPTY_SOURCE * share,
                "a label promises a source, but nothing follows it",
            ),
            text=block.text,
            dangling=True,
        )
