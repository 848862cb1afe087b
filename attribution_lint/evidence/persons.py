"""Names of persons: what stands behind "by" is one, unless it is a sentence, an outlet or the site itself."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from attribution_lint.evidence.cues import load_cues
from attribution_lint.evidence.names import trim
from attribution_lint.expressions import expression

if TYPE_CHECKING:
    from attribution_lint.evidence.scene import Scene

_LENGTH, _WORDS = 80, 12
_AFTER_PERSON = expression(r",\s|，(?=[由经經])|\s[-–—|·•]\s|[|｜(（]|\s\s|\s(?=\d)")
"""What parts a person's name from a title, a place or a date."""
_NO_PERSON = expression(r"[^\W\d]{5}\.\s|[.!?。！？，、：:]\s?\S{8}|[!?。！？；@]|\d{3}|https?:")
_HONORIFIC = expression(r"(?<=\w)\s?(?:氏|さん|様|先生|女史|님|씨)$")
_ENDS_IN_LABEL = expression(r"[:：]\s*$")
_WORD = r"[A-ZÀ-ÞĀ-ŽΑ-ΩЀ-ЯҐ](?:\w{0,2}\.(?:[\w.'’-]*\w\.?)?|[\w'’-]*)"
"""A capitalised word; a full stop ends it, unless it is that of initials or of a short form."""
_PARTICLE = "(?:de|da|del|della|di|do|dos|van|von|der|den|la|le|el|bin|al)"
_NAME = rf"{_WORD}(?:\s(?:{_PARTICLE}\s)*{_WORD}){{1,3}}"
"""Two to four capitalised words, with the particles of names between them."""
_BEHIND_TITLE = expression(rf"[»«”\"“]\s?,\s?({_NAME})\s?[.)]?\s*$")
_TITLED = 4
"""More words than that begin with a title: "former Innovation Fellow Jane Roe"."""


def person(scene: Scene, value: str) -> str | None:
    """The name of one or more persons, without an outlet behind it; None for a sentence, an outlet or the site."""
    mentions = [item for item in scene.outlets.find(value) if item.start > 0 and item.end >= len(value.rstrip()) - 1]
    before = value[: mentions[0].start] if mentions else value
    if mentions and _ENDS_IN_LABEL.search(before):
        return None  # the outlet is the value of what stands before it: "Reporter: Reuters"
    several = several_persons(before)
    name = _HONORIFIC.sub("", trim(several or _AFTER_PERSON.split(before, maxsplit=1)[0]))
    if not name or len(name) > _LENGTH or len(name.split()) > _WORDS or _NO_PERSON.search(name):
        return None
    named = scene.name(name)
    return name if named is not None and not named.own and not named.known else None


def is_person(text: str) -> bool:
    """Whether a text is a name of two to four capitalised words, and nothing else."""
    return re.fullmatch(_NAME, text) is not None


def several_persons(text: str) -> str | None:
    """The persons, joined by commas and "and", that a text begins with; None if it begins with one or none."""
    found = _several().match(text.strip())
    return found[0] if found else None


def person_behind(scene: Scene, text: str) -> str | None:
    """The person whom a credit names behind its outlet: "… by Jane Roe, editor of X"; None where it names none."""
    found = _by().search(text)
    if found is None:
        return None
    name = person(scene, found[1])
    words = name.split() if name else []
    lead = re.match(_NAME, name) if name and len(words) > _TITLED else None
    if lead is not None:
        return lead[0]
    return " ".join(words[-2:]) if len(words) > _TITLED else name


def person_after_title(text: str) -> str | None:
    """The person behind the quoted title that a credit ends with: "Translation of “Title”, Jane Roe"."""
    found = _BEHIND_TITLE.search(text)
    return found[1].rstrip(".") if found else None


def without_by(text: str) -> str:
    """A byline without the word that opens it."""
    return load_cues().by.sub("", text, count=1).strip()


@lru_cache(maxsize=1)
def _several() -> re.Pattern[str]:
    """Two or more persons, joined by commas and a last "and"."""
    return re.compile(rf"{_NAME}(?:,\s{_NAME})*,?\s(?:{load_cues().joining}|&)\s{_NAME}")


@lru_cache(maxsize=1)
def _by() -> re.Pattern[str]:
    """The word "by" and, up to the next comma, bracket or full stop, capitalised words behind it."""
    return re.compile(rf"(?<!\w)(?i:{load_cues().written_by})\s((?:[a-z]+\s){{0,2}}{_NAME}[^,.;()（）]{{0,60}})")
