"""Text from pages, paths and configuration, made safe to show: what a terminal would obey is spelt out instead."""

from __future__ import annotations

import unicodedata

_NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_UNSAFE_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_ASCII_LOOKALIKES = {
    "✔": "+",
    "✘": "x",
    "→": "->",
    "·": "|",
    "…": "...",
    "–": "-",
    "—": "-",
    "─": "-",
    "│": "|",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "\N{NO-BREAK SPACE}": " ",
}


def escaped(character: str) -> str:
    r"""Spell a character as a Python escape: `\n`, `\x1b`, `\u202e`, `\U000e0001`."""
    if character in _NAMED:
        return _NAMED[character]
    code = ord(character)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def is_safe(character: str) -> bool:
    """Tell whether a terminal merely shows the character: no control, bidi, zero-width, surrogate or private one."""
    return character.isprintable() or unicodedata.category(character) not in _UNSAFE_CATEGORIES


def visible(text: str, *, unicode: bool = True) -> str:
    """Spell out each character that is not safe to show.

    With `unicode=False` the answer is ASCII: typographic characters give way to their nearest likeness, others are
    spelt out too.
    """
    if text.isprintable() and (unicode or text.isascii()):
        return text
    return "".join(_shown(character, unicode=unicode) for character in text)


def _shown(character: str, *, unicode: bool) -> str:
    if not is_safe(character):
        return escaped(character)
    if unicode or character.isascii():
        return character
    return _ASCII_LOOKALIKES.get(character) or escaped(character)
