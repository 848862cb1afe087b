"""One spelling for text that people write in many ways, so that phrases and names can be compared.

Folding brings compatibility characters together (NFKC: full-width punctuation becomes ASCII), makes all quotes `'` or
`"` and every run of white space one space, drops what cannot be seen (zero-width characters, soft hyphens, the vowel
marks and stretching of Arabic), and folds case. Letters that writers of a language exchange freely (Russian ё and е,
Turkish i with and without dot, kaf and yeh of Arabic and Persian, Romanian s and t with comma or cedilla) become one.

`fold` is the plain function. `Folded` is the same text with the way back to the original, computed on demand.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache, cached_property, lru_cache

from attribution_lint.expressions import expression

_BEFORE = {
    **dict.fromkeys("‘’‚‛′‹›´ʼ", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("∶꞉", ":"),
    **dict.fromkeys("‐‑", "-"),
    # NFKC would make a mere letter of it.
    **dict.fromkeys("ⓒⒸ", "©"),
    # NFKC would make a space and a combining mark of a spacing accent.
    **dict.fromkeys("¨¯¸", " "),
    # NFKC does the same, but slowly, since one such character has it rewrite the whole text.
    **dict(zip("，：（）？！；", ",:()?!;", strict=True)),
    "…": "...",
}
_DROPPED = (
    "\u00ad\u034f\u061c\u0640\u064b-\u0652\u0670\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufe00-\ufe0f\ufeff"
)
# Case folding would make two characters of the dotted capital, the second a combining dot.
_LETTERS = {
    "ё": "е",
    "Ё": "е",
    "ı": "i",
    "İ": "i",
    "ș": "ş",
    "Ș": "ş",
    "ț": "ţ",
    "Ț": "ţ",
    "ک": "ك",
    "ی": "ي",
    "ى": "ي",
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
}
# Characters of combining class 0 that NFKC nonetheless melts into the character before them.
_COMPOSING = expression(
    "[\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dcf\u0ddf\u0fb5\u0fb7\u102e"
    "\u1161-\u1175\u11a8-\u11c2\u1b35\U00011127\U0001133e\U00011357\U000113b8\U000113bb\U000113c2\U000113c5"
    "\U000113c7-\U000113c9\U000114b0\U000114ba\U000114bd\U000115af\U00011930\U0001611e-\U00016129\U00016d63\U00016d67]"
)

_BEFORE_RE = expression(f"[{''.join(_BEFORE)}{_DROPPED}]")
_DROPPED_RE = expression(f"[{_DROPPED}]")
_LETTERS_RE = expression(f"[{''.join(_LETTERS)}]")
_NO_LETTERS_RE = expression(r"[\W_]+")
# A single plain space, the usual case, is not matched.
_SPACES_RE = expression(r"(?: \s|[^\S ])\s*")


def fold(text: str, *, keep_case: bool = False) -> str:
    """The folded form of a text; with `keep_case`, letters stay as they are."""
    if text.isascii():
        text = _SPACES_RE.sub(" ", text)
        return text if keep_case else text.lower()
    return _SPACES_RE.sub(" ", _fold_characters(text, keep_case=keep_case))


def letters(text: str) -> str:
    """The letters and digits of a folded text: what two spellings of one name have in common."""
    return _NO_LETTERS_RE.sub("", fold(text))


def fold_lines(lines: Iterable[str]) -> tuple[list[str], list[str]]:
    """Many texts at once, each made one line without space at its ends: folded, and folded with case kept."""
    cased = [" ".join((line if line.isascii() else _compatible(line)).split()) for line in lines]
    return [line.lower() if line.isascii() else _without_case(line) for line in cased], cased


class Folded:
    """A text in its folded form, and where each part of it stands in the original."""

    def __init__(self, original: str, *, keep_case: bool = False) -> None:
        self.original = original
        self.text = fold(original, keep_case=keep_case)
        self._keep_case = keep_case

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original of the part `text[start:end]`; an empty part stays empty."""
        if self._map is None:
            return start, end
        starts, ends = self._map
        first = starts[start] if start < len(starts) else len(self.original)
        return first, ends[end - 1] if end > start else first

    @cached_property
    def _map(self) -> tuple[list[int], list[int]] | None:
        """Start and end in the original of each folded character; None where both are the same text but for case."""
        original = self.original
        if len(original) == len(self.text) and is_even(original):
            return None
        starts: list[int] = []
        ends: list[int] = []
        in_space = False
        group = 0
        while group < len(original):
            after = group + 1
            while after < len(original) and _melts(original[after]):
                after += 1
            for character in _fold_group(original[group:after], keep_case=self._keep_case):
                if not character.isspace():
                    in_space = False
                elif in_space:
                    ends[-1] = after
                    continue
                else:
                    in_space = True
                starts.append(group)
                ends.append(after)
            group = after
        return starts, ends


def is_even(text: str) -> bool:
    """Whether folding makes one character of each one, but for white space: what has kept its length stays in place."""
    return text.isascii() or all(map(_stays_one, set(text)))


@lru_cache(maxsize=8192)
def _fold_group(text: str, *, keep_case: bool) -> str:
    return _fold_characters(text, keep_case=keep_case)


def _fold_characters(text: str, *, keep_case: bool) -> str:
    """Folding but for white space: of a whole text the same as of its groups, one after the other."""
    text = _compatible(text)
    return text if keep_case else _without_case(text)


def _compatible(text: str) -> str:
    return unicodedata.normalize("NFKC", _BEFORE_RE.sub(lambda found: _BEFORE.get(found[0], ""), text))


def _without_case(text: str) -> str:
    return _LETTERS_RE.sub(lambda found: _LETTERS[found[0]], text).casefold()


@cache
def _stays_one(character: str) -> bool:
    """Whether folding makes one character of a character, wherever it stands."""
    return not _melts(character) and len(_fold_characters(character, keep_case=False)) == 1


@cache
def _melts(character: str) -> bool:
    """Whether folding may join a character to the one before it."""
    if character.isascii():
        return False
    if _DROPPED_RE.match(character):
        return True
    first = unicodedata.normalize("NFKD", character)[:1]
    return unicodedata.combining(first) != 0 or _COMPOSING.match(first) is not None
