"""Licences as SPDX identifiers, from deed addresses and from prose.

The words of the licences in each language, and the identifiers of national versions, are data: `data/licences.toml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from attribution_lint.expressions import expression
from attribution_lint.fold import letters
from attribution_lint.tables import read_table

_DEED = expression(
    r"creativecommons\.org/(?:licen[cs]es/([a-z-]{2,12})/(\d\.\d)(?:/([a-z]{2,3})(?![a-z]))?|publicdomain/(zero|mark)/)",
    re.IGNORECASE,
)
_ZERO = expression(r"(?<![a-z])cc[\s-]?0\b", re.IGNORECASE)
_SHORT = expression(
    r"(?<![a-z])cc[\s-]*(?:(\d\.\d)[\s-]*)?(by(?:[\s-]*(?:nc|nd|sa))*)(?:[\s-]*(\d\.\d))?(?![a-z])", re.IGNORECASE
)
_SHORT_NAME = expression(r"(?<![a-z])cc(?![a-z])", re.IGNORECASE)
_VERSION = expression(r"\b([1-4]\.0|2\.[15])\b")
_EAST_ASIAN = expression(
    r"(?:署名|姓名標示|表示|저작자\s?표시)\s?[-–—‐－]\s?(?:非商|非営利|비영리|禁止|改変禁止|변경|相同方式|継承|동일)"
)
"""How the names of the licences go in East Asia; each of the words alone is an ordinary one."""


@dataclass(frozen=True, slots=True)
class _Words:
    """What the data file holds, words as letters only."""

    names: tuple[str, ...]
    terms: dict[str, tuple[str, ...]]
    ports: frozenset[str]


def licence_of(text: str) -> str | None:
    """The licence that an address or a sentence names, as an SPDX id or a `LicenseRef-`; None where it names none.

    A Creative Commons licence without its version is given as `LicenseRef-CC-BY-…`, since SPDX has no id without one.
    """
    deed = _DEED.search(text)
    if deed:
        if deed[4]:
            return "CC0-1.0" if deed[4].lower() == "zero" else "CC-PDM-1.0"
        return _identifier(deed[1].upper().split("-"), deed[2], deed[3])
    short = _SHORT.search(text)
    if short:
        terms = re.findall("BY|NC|ND|SA", short[2].upper())
        version = short[1] or short[3] or _version(text)
        if version or len(terms) > 1 or short[0].isupper():  # "cc by mail" is none
            return _identifier(terms, version, None)
    if _ZERO.search(text):
        return "CC0-1.0"
    terms = _terms_in_words(text)
    return _identifier(terms, _version(text), None) if terms else None


def _terms_in_words(text: str) -> list[str]:
    """The terms of a licence that is written out; none where the words are not those of a licence."""
    words = _words()
    plain = letters(text)
    by_name = any(name in plain for name in words.names)
    if not by_name and not _SHORT_NAME.search(text) and not _EAST_ASIAN.search(text):
        return []
    terms = [term.upper() for term, spellings in words.terms.items() if any(word in plain for word in spellings)]
    # "cc" is also the copy of a letter: without a second term, the full name is needed.
    return terms if "BY" in terms and (by_name or len(terms) > 1) else []


def _version(text: str) -> str | None:
    found = _VERSION.search(text)
    return found[1] if found else None


def _identifier(terms: list[str], version: str | None, port: str | None) -> str:
    # One order for all spellings: BY, NC, then ND or SA.
    name = "-".join(["CC", *(term for term in ("BY", "NC", "ND", "SA") if term in terms)])
    if version is None:
        return f"LicenseRef-{name}"
    name = f"{name}-{version}"
    if port is None or version.startswith("4") or (len(port) > 2 and port.lower() != "igo"):
        return name  # what follows a version without national ones is the deed's language
    ported = f"{name}-{port.upper()}"
    return ported if ported in _words().ports else f"LicenseRef-{ported}"


@cache
def _words() -> _Words:
    table = read_table("licences")
    return _Words(
        tuple(map(letters, table["name"])),
        {term: tuple(map(letters, spellings)) for term, spellings in table["terms"].items()},
        frozenset(table["spdx"]["ports"]),
    )
