"""Where words begin and end, in scripts that set words apart and in those that do not."""

from __future__ import annotations

import unicodedata
from functools import cache

from attribution_lint.expressions import expression

_UNSPACED = frozenset(
    {"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HANGUL", "BOPOMOFO", "THAI", "LAO", "KHMER", "MYANMAR"}
)

_FROM, _SELF = "自", "己身动動然我愿願由主"
"""自 alone is "from", and with one of these "self": 编译自己的内核 is compiling one's own kernel."""

_DENSE = expression(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def count_dense(text: str) -> int:
    """How many characters of a text are of scripts that write a word with one or two."""
    return len(_DENSE.findall(text))


def is_bounded(text: str, offset: int) -> bool:
    """No word goes on over this offset.

    Scripts that write without spaces, and Korean with its particles, have a boundary everywhere but in a few words.
    """
    if offset <= 0 or offset >= len(text):
        return True
    if text[offset - 1] == _FROM and text[offset] in _SELF:
        return False
    return not (is_spaced(text[offset - 1]) and is_spaced(text[offset]))


@cache
def is_spaced(character: str) -> bool:
    """Whether a character is part of a word in a script that sets words apart."""
    if character.isascii():
        return character.isalnum() or character == "_"
    if not (character.isalnum() or unicodedata.category(character)[0] == "M"):
        return False
    return unicodedata.name(character, "").split(" ", 1)[0] not in _UNSPACED
