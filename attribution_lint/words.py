"""Where words begin and end, in scripts that set words apart and in those that do not."""

from __future__ import annotations

import unicodedata
from functools import cache

_UNSPACED = frozenset(
    {"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HANGUL", "BOPOMOFO", "THAI", "LAO", "KHMER", "MYANMAR"}
)


def is_bounded(text: str, offset: int) -> bool:
    """No word goes on over this offset.

    Scripts that write without spaces, and Korean with its particles, have a boundary everywhere.
    """
    if offset <= 0 or offset >= len(text):
        return True
    return not (_is_spaced(text[offset - 1]) and _is_spaced(text[offset]))


@cache
def _is_spaced(character: str) -> bool:
    """Whether a character is part of a word in a script that sets words apart."""
    if character.isascii():
        return character.isalnum() or character == "_"
    if not (character.isalnum() or unicodedata.category(character)[0] == "M"):
        return False
    return unicodedata.name(character, "").split(" ", 1)[0] not in _UNSPACED
