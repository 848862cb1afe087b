"""How a credit is worded: a sentence of its own, a mere label before a name, or prose about what the source says."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from attribution_lint.evidence.names import says_more
from attribution_lint.fold import letters
from attribution_lint.lexicon import Fit, Role

if TYPE_CHECKING:
    from attribution_lint.evidence.names import Named
    from attribution_lint.lexicon import Lexicon, Match
    from attribution_lint.page import Block

_LABELS = frozenset({Role.OUTLET_LABEL, Role.ORIGINAL_LINK_LABEL})
_CREDITS = frozenset({Role.REPUBLISHED_MARKER, Role.DERIVED_MARKER})
_ANY_NAME = "Harbour Ledger"


def without_names(block: Block, match: Match) -> str:
    """The words of a credit without what it names: "Excerpt" may be a magazine."""
    text, at = [], match.start
    for start, end in sorted(match.slots.values()):
        text.append(block.text[at : max(at, start)])
        at = max(at, end)
    return " ".join([*text, block.text[at : match.end]])


def is_prose(lexicon: Lexicon, block: Block, match: Match, named: Named | None) -> bool:
    """Whether the words of a label open a sentence about what its source says: "According to Reuters, the town …"."""
    slot = match.slots.get("outlet")
    if slot is None or named is None or not says_more(block.text[slice(*slot)], named.name):
        return False
    return letters(without_names(block, match)) in _label_words(lexicon)


def is_label(lexicon: Lexicon, block: Block, match: Match) -> bool:
    """Whether a credit is a mere label before a name, such as "Source: X", and states nothing."""
    if match.fit in {Fit.LEADS, Fit.PLAIN} and "outlet" not in match.slots:
        return False
    words = without_names(block, match).strip()
    return letters(words) in _label_words(lexicon) and not _credits(lexicon, words)


def names_translator(lexicon: Lexicon, block: Block, match: Match) -> bool:
    """Whether the words of a translation are the label of who made it, such as "Translator: N. N."."""
    words = letters(block.text[match.start : match.end])
    return match.role is Role.DERIVED_MARKER and not match.slots and words in _author_words(lexicon)


@lru_cache(maxsize=1)
def _author_words(lexicon: Lexicon) -> frozenset[str]:
    """The letters of all labels of authors, editors and translators."""
    return lexicon.letters_of(Role.AUTHOR_LABEL)


@lru_cache(maxsize=1)
def _label_words(lexicon: Lexicon) -> frozenset[str]:
    """The letters of all labels."""
    return lexicon.letters_of(*_LABELS)


@lru_cache(maxsize=256)
def _credits(lexicon: Lexicon, words: str) -> bool:
    """Whether words make a credit of any name: many, such as "originally published on", are used as labels too."""
    (matches,) = lexicon.find([f"{words} {_ANY_NAME}"])
    return any(match.role in _CREDITS and match.phrase.strong for match in matches)
