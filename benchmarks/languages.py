"""The languages that the generated site is written in, and sentences mixed from their words."""

from __future__ import annotations

import random
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_DATA = Path(__file__).with_name("languages.toml")
_SENTENCES = 160
_TITLES = 48


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher that pages mention, quote or republish."""

    name: str
    host: str


@dataclass(frozen=True, slots=True)
class Language:
    """One table of languages.toml, whose head says what each key means, with sentences made from its words."""

    tag: str
    stop: str
    rtl: bool
    charset: str | None
    staff: tuple[str, ...]
    by: str
    photo: str
    menu: tuple[str, ...]
    more: str
    related: str
    comments: str
    share: str
    rights: str
    own: tuple[str, ...]
    reported: tuple[str, ...]
    credit: tuple[str, ...]
    original: str
    source: str
    disclaimer: str
    outlets: tuple[Outlet, ...]
    sentences: tuple[str, ...]
    """With the stop that ends them."""
    titles: tuple[str, ...]
    clauses: tuple[str, ...]
    """What an outlet is said to have reported: without the stop."""
    bytes_a_sentence: float
    """The average in UTF-8."""


@cache
def load_languages() -> dict[str, Language]:
    """All languages, by their tags."""
    with _DATA.open("rb") as file:
        return {tag: _language(tag, table) for tag, table in tomllib.load(file).items()}


def _language(tag: str, table: dict[str, Any]) -> Language:
    # Sentences belong to the language, not to the seed of a site: they are as fixed as the words.
    chance = random.Random(tag)
    given: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    words = str(given.pop("words")).split()
    space = "" if given.pop("joined", False) else " "
    names = given.pop("outlets")
    stop = str(given.setdefault("stop", ". "))

    def mixed(least: int, most: int) -> str:
        text = space.join(chance.choices(words, k=chance.randint(least, most)))
        return text[:1].upper() + text[1:]

    sentences = tuple(mixed(6, 18) + stop for _ in range(_SENTENCES))
    return Language(
        tag=tag,
        rtl=bool(given.pop("rtl", False)),
        charset=given.pop("charset", None),
        outlets=tuple(Outlet(name, host) for name, host in zip(names[::2], names[1::2], strict=True)),
        sentences=sentences,
        bytes_a_sentence=sum(len(sentence.encode()) for sentence in sentences) / len(sentences),
        titles=tuple(mixed(4, 9) for _ in range(_TITLES)),
        clauses=tuple(mixed(5, 12).lower() for _ in range(_TITLES)),
        **given,
    )
