"""Small readings of one block's text: its sentences, its printed addresses, its links."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import unquote

from attribution_lint.expressions import expression
from attribution_lint.fold import fold, letters

if TYPE_CHECKING:
    from attribution_lint.page import Block, Link

_SENTENCE = 800
"""How far a sentence can reach to either side of a phrase in it, in characters."""
_SENTENCE_START = expression(r"(?:(?<!\.[A-Z])(?<!\s[A-Z])\.|[!?])[\"'”»)\]]*\s(?=[^a-z])|[。！？]")
_SENTENCE_END = expression(r"(?:(?<!\.[A-Z])(?<!\s[A-Z])\.|[!?])(?=[\"'”»)\]]*(?:\s[^a-z]|\s?$))|[。！？]")
_URL = expression(
    r"(?:https?://|www\.)(?:(?!如若|如需|若需|转载|轉載|请注明|請註明)[^\s<>\"'，。）)】」])+", re.IGNORECASE
)
_SLUG_WORD = expression(r"[^\W\d_]{3,}")
_SLUG_LENGTH = 500
_TITLE_LENGTH, _TITLE_WORDS = 16, 3
_SAME_WORDS, _SAME_SHARE = 3, 0.6


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence of a text that a stretch stands in, as far as it is one of usual length."""
    first = max(0, start - _SENTENCE)
    # One character more, which the expression looks ahead at.
    starts = (match.end() for match in _SENTENCE_START.finditer(text, first, start + 1))
    left = max((at for at in starts if at <= start), default=first)
    last = max(start, end - 1)
    window = text[last : end + _SENTENCE]
    right = _SENTENCE_END.search(window)
    return left, last + (right.end() if right else len(window))


def link_after(block: Block, start: int, end: int | None = None) -> Link | None:
    """The first link of a block that reaches beyond `start` and begins before `end`."""
    return next((link for link in block.links if link.end > start and (end is None or link.start < end)), None)


def printed_url(text: str, start: int = 0) -> tuple[int, int] | None:
    """The first stretch of a text, from `start` on, that is an address."""
    found = _URL.search(text, start)
    return found.span() if found else None


def without_url(text: str) -> str:
    """A text of the same length without the first address printed in it: a host in one names nobody."""
    printed = printed_url(text)
    return text if printed is None else text[: printed[0]] + " " * (printed[1] - printed[0]) + text[printed[1] :]


def repeats_title(url: str, title: str) -> bool:
    """Whether the words of an address are those of a title: most articles carry their title in their address."""
    words = set(_SLUG_WORD.findall(_plain(title[:_SLUG_LENGTH])))
    path = url.partition("//")[2].partition("/")[2]
    slug = set(_SLUG_WORD.findall(_plain(unquote(path[:_SLUG_LENGTH]))))
    return len(words & slug) >= max(_SAME_WORDS, _SAME_SHARE * min(len(words), len(slug)))


def spells_out(url: str, name: str) -> bool:
    """Whether an address ends with all words of a text in their order, as that of an article does with its title."""
    words = letters(_plain(name))
    slug = "".join([part for part in url.partition("//")[2].split("/")[1:] if part][-2:])
    return len(words) >= _TITLE_LENGTH and len(name.split()) >= _TITLE_WORDS and words in letters(_plain(unquote(slug)))


def _plain(text: str) -> str:
    """Folded, with accents off, as titles are written into addresses."""
    decomposed = unicodedata.normalize("NFKD", fold(text))
    return "".join(character for character in decomposed if not unicodedata.combining(character))
