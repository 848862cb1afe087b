"""Text from pages, paths and configuration, made safe to show: what a terminal would obey is spelt out instead."""

from __future__ import annotations

import re
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


# A runner of GitHub Actions executes a printed line that begins with "::" or holds "##[". It compares as .NET does, by
# culture, so characters without a width or weight of their own may stand in between.
_WEIGHTLESS = "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]*"
_COMMAND = re.compile(
    rf"^(?:\s|{_WEIGHTLESS[:-1]})*(?P<first>:){_WEIGHTLESS}:|#{_WEIGHTLESS}#{_WEIGHTLESS}(?P<last>\[)"
)


def escaped(character: str) -> str:
    r"""Spell a character as a Python escape: `\n`, `\x1b`, `\u202e`, `\U000e0001`."""
    if character in _NAMED:
        return _NAMED[character]
    code = ord(character)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def is_safe(character: str) -> bool:
    """Tell whether a terminal merely shows the character.

    Control, bidi, zero-width and private characters, surrogates and noncharacters are not safe.
    """
    if character.isprintable():
        return True
    return unicodedata.category(character) not in _UNSAFE_CATEGORIES and not _is_noncharacter(ord(character))


def _is_noncharacter(code: int) -> bool:
    """Tell whether Unicode promises never to assign a code point; XML admits some of these nowhere."""
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


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


def commands(line: str) -> list[int]:
    """Places of the characters that make a printed line a command of GitHub's runner; nearly always none."""
    if "::" not in line and "##" not in line and line.isascii():
        return []
    return [max(found.start("first"), found.start("last")) for found in _COMMAND.finditer(line)]


def inert(line: str) -> str:
    """Spell one character of whatever would make a printed line a command of GitHub's runner."""
    for place in reversed(commands(line)):
        line = line[:place] + escaped(line[place]) + line[place + 1 :]
    return line


def shown_line(text: str, *, unicode: bool = True) -> str:
    """Text as one line that does nothing, wherever it is printed: neither in a terminal nor in a runner's log."""
    return inert(visible(text, unicode=unicode))
