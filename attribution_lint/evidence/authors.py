"""Authors, behind their labels and in bylines: "Author: N. N.", 作者：某某. They weigh nothing, but are owed a name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from attribution_lint.evidence.cues import load_cues
from attribution_lint.evidence.labels import SKIPPED, value_of
from attribution_lint.evidence.names import is_date
from attribution_lint.evidence.persons import is_person, person, person_behind, several_persons, without_by
from attribution_lint.evidence.scene import Zone
from attribution_lint.expressions import expression
from attribution_lint.fold import fold
from attribution_lint.lexicon import Fit, Role
from attribution_lint.model import Evidence, EvidenceKind, Region

if TYPE_CHECKING:
    from collections.abc import Iterator

    from attribution_lint.evidence.scene import Scene
    from attribution_lint.lexicon import Match
    from attribution_lint.page import Block

_IN_METADATA = (
    "author.name",
    "author",
    "article:author",
    "parsely-author",
    "byl",
    "dc.creator",
    "creator.name",
    "creator",
)
_LINE = 200
_PARTS = expression(r"\s*[|｜·•]\s*")
_BYLINE = 60
"""A longer line says more than who wrote the text."""
_DATE = expression(
    r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}(?:º|er|\.)?[\s./-]\D{0,14}\d{2,4})(?:,? \d{1,2}[:.h]\d\d)?"
    r"|\d{4}-\d\d-\d\d"
)
_DATED = expression(r"(.{0,40}?\d.{0,20}?)[\s|·•–—-]+([^\W\d]+\s\D+)$")
_CO_AUTHORS = 12
"""How many blocks behind a writer's name may name further ones."""


def observe(scene: Scene) -> Iterator[Evidence]:
    """The persons behind author labels, at the head and the tail of the article; then those in the byline."""
    for block, matches in scene.holding(Role.AUTHOR_LABEL, Role.WIRE_DATELINE):
        if (block.region in SKIPPED or block.index == scene.page.headline) or (
            scene.zone(block.index) in {Zone.BODY, Zone.OUTSIDE} and block.index not in scene.byline_zone
        ):
            continue
        for match in matches:
            signed = match.role is Role.WIRE_DATELINE and "author" in match.slots
            labelled = match.role is Role.AUTHOR_LABEL and _labels(block, match) and not scene.is_repeated(match)
            # "Per" is the Italian "by" on no page but an Italian one.
            is_own_word = scene.strong(match) or (match.phrase.strong and match.fit is not Fit.LEADS)
            if is_own_word and (signed or labelled):
                yield from _labelled(scene, block, match)
    yield from _parted(scene)
    yield from _in_byline(scene)
    yield from _behind_date(scene)


def _labels(block: Block, match: Match) -> bool:
    """Whether the words are a label. In a script without spaces, words without a separator begin a sentence."""
    return match.fit.is_label or (
        match.fit is Fit.LEADS and (block.text[match.start].isascii() or match.phrase.pattern is not None)
    )


def _labelled(scene: Scene, block: Block, match: Match) -> Iterator[Evidence]:
    slot = match.slots.get("author")
    value = value_of(scene, block, match)
    several = several_persons(block.text[match.value :]) if value.block is block else None
    text = block.text[slice(*slot)] if slot else several or value.text
    name = person(scene, text)
    if name is None or (match.fit is Fit.LEADS and name[0].islower()):  # "By the time …"
        return
    names = [name] if value.block is block else [name, *_further(scene, value.block)]
    end = min(len(block.text), match.end + len(value.text) + 2)
    found = scene.cite(block, (match.start, end), EvidenceKind.AUTHOR, 0.0, "a label names the author")
    yield replace(found, text=block.text[:_LINE], author=", ".join(names))


def _further(scene: Scene, first: Block) -> Iterator[str]:
    """The other writers, where each name and each "and" stands in a block of its own."""
    joined = False
    for block in scene.following(first.index, _CO_AUTHORS):
        if fold(block.text).strip() in load_cues().joints:
            joined = True
            continue
        name = person(scene, block.text) if joined and len(block.text) <= _BYLINE else None
        if name is None:
            return
        yield name
        joined = False


def _parted(scene: Scene) -> Iterator[Evidence]:
    """A writer behind "by" in a part of a byline: "3 May 2024 | By Jane Roe"."""
    for index in scene.byline_zone:
        block = scene.page.blocks[index]
        if index == scene.page.headline or not block.visible or block.region in SKIPPED or len(block.text) > _LINE:
            continue
        for part in _PARTS.split(block.text)[1:]:
            name = person(scene, without_by(part)) if load_cues().by.match(part) else None
            if name is not None and " " in name:
                reason = "the byline names the author"
                yield replace(scene.cite(block, (0, len(block.text)), EvidenceKind.AUTHOR, 0.0, reason), author=name)


def _behind_date(scene: Scene) -> Iterator[Evidence]:
    """A writer behind the date in one line of the byline: "14 March 2023 by Jane Roe"."""
    for index in scene.byline_zone:
        block = scene.page.blocks[index]
        if not block.visible or index == scene.page.headline or not 0 < len(block.text) <= 2 * _BYLINE:
            continue
        found = _DATED.match(block.text)
        name = person_behind(scene, found[2]) if found and is_date(found[1]) else None
        if found and name is not None and not found[2].partition(name)[2].strip(" .,|·•-–—"):
            reason = "the byline names the author behind the date"
            yield replace(scene.cite(block, found.span(2), EvidenceKind.AUTHOR, 0.0, reason), author=name)


def _in_byline(scene: Scene) -> Iterator[Evidence]:
    """A writer whom metadata names and a line of the byline as well: metadata alone names whoever posted the text.

    Where metadata names nobody, a line of the byline that is a person's name.
    """
    names = [fold(without_by(item.value)) for item in scene.page.values(*_IN_METADATA)]
    for index in scene.byline_zone:
        block = scene.page.blocks[index]
        if index == scene.page.headline or not block.visible or block.region is not Region.BYLINE:
            continue
        if not 0 < len(block.text) <= _BYLINE:
            continue
        said = without_by(block.text) if names else without_by(_DATE.sub(" ", block.text).strip(" ,|·•–-"))
        known = fold(said) in names if names else is_person(said)
        name = person(scene, said) if known else None
        if name is not None:
            reason = "byline and metadata name the author" if names else "the byline names a person"
            yield replace(scene.cite(block, (0, len(block.text)), EvidenceKind.AUTHOR, 0.0, reason), author=name)
