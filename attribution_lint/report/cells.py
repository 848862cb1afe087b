"""Layout by terminal cells: wide (CJK) characters take two, so widths are never lengths."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from rich.cells import cell_len

_OPENING = frozenset({"Ps", "Pi"})
_CLOSING = frozenset({"Pe", "Pf", "Po"})


@lru_cache(maxsize=1024)  # the findings of a rule mostly give the same advice
def wrap(text: str, width: int) -> tuple[str, ...]:
    """Break text into lines of at most `width` cells, at spaces and between wide characters.

    A word of narrow characters is never broken, however long: it may be an address that somebody copies.
    """
    lines: list[str] = []
    line, used = "", 0
    for piece, spaced in _pieces(text):
        size = cell_len(piece)
        gap = 1 if spaced and line else 0
        if line and used + gap + size > width:
            lines.append(line)
            line, used, gap = "", 0, 0
        line += " " * gap + piece
        used += gap + size
    if line:
        lines.append(line)
    return tuple(lines)


def _pieces(text: str) -> list[tuple[str, bool]]:
    """Split text into what may not be broken; each with whether a space stands before it."""
    pieces: list[tuple[str, bool]] = []
    for word in text.split():
        if word.isascii():  # nothing wide in it
            pieces.append((word, True))
            continue
        spaced, run = True, ""
        for character in word:
            if run and _may_part(run[-1], character):
                pieces.append((run, spaced))
                spaced, run = False, ""
            run += character
        pieces.append((run, spaced))
    return pieces


def _may_part(left: str, right: str) -> bool:
    """Tell whether a line may end between two characters: wide ones, but not before 。or 」 nor after 「."""
    return (
        cell_len(left) == 2 == cell_len(right)
        and unicodedata.category(left) not in _OPENING
        and unicodedata.category(right) not in _CLOSING
    )


def clip(text: str, width: int, ellipsis: str = "…") -> str:
    """Cut text to at most `width` cells, with an ellipsis where something was cut."""
    if cell_len(text) <= width:
        return text
    room = width - cell_len(ellipsis)
    kept: list[str] = []
    for character in text:
        room -= cell_len(character)
        if room < 0:
            break
        kept.append(character)
    return "".join(kept).rstrip() + ellipsis


def shorten(text: str, most: int) -> str:
    """Cut text to at most `most` characters, for readers that count those."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
