"""Sources that name nobody because they are made of such words only: "own research", "a survey of 1,200 readers"."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from attribution_lint.expressions import expression
from attribution_lint.fold import fold, letters
from attribution_lint.tables import read_table
from attribution_lint.words import count_dense

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Kinds = frozenset[str]
    """Which lists of a language a word is in; of several words, all that they are in."""

_LISTS = ("own", "work", "plain", "author", "beside")
_OWN_WORK, _PLAIN, _AUTHOR, _BESIDE = frozenset({"own", "work"}), "plain", "author", "beside"
_ENDING = "*"
_LONGEST_ENDING = 4
"""How many letters may follow the given part of a word."""
_LEAST_PIECE = 3
"""A shorter piece of a compound is found too often by chance, where a word takes many letters."""
_LINKING = "s"
"""Between the pieces of a compound: "Redaktionsrecherche"."""
_LONGEST, _MOST_WORDS = 120, 14
_BETWEEN = expression(r"[\s'\"()\[\]/&+,.;،؛、・·—–-]+")
_TITLED = expression(r"[:：]")
"""A text with a colon is a title, or another label and its value."""


def names_nobody(text: str) -> bool:
    """Whether a source is the page's own work, or nobody in particular: all its words are such as say so."""
    return any(_says_own(kinds) or _AUTHOR in kinds for kinds in _readings(text))


def is_own_work(text: str) -> bool:
    """Whether a source is the page's own work: not also that of an author or owner, who may be somebody else."""
    readings = list(_readings(text))
    return any(map(_says_own, readings)) and not any(_AUTHOR in kinds for kinds in readings)


def _says_own(kinds: Kinds) -> bool:
    return _PLAIN in kinds or kinds >= _OWN_WORK


def _readings(text: str) -> Iterator[Kinds]:
    """The lists that the words of a text are in, in each language that has all of them in its lists."""
    words = [] if len(text) > _LONGEST or _TITLED.search(text) else _words(text)
    if not 0 < len(words) <= _MOST_WORDS:
        return
    table = _load()
    read: dict[str, Kinds] | None = None
    for word in words:
        if word.isdecimal():
            continue
        found = _kinds(word)
        names = found if read is None else found.keys() & read
        read = {name: found[name] | (read[name] if read else frozenset()) for name in names}
        if not read:
            break
    yield from (read or {}).values()
    whole = "".join(words)
    for name in table["unspaced"]:
        kinds = _pieces(name, whole, compound=False)
        if kinds is not None:
            yield kinds


def _words(text: str) -> list[str]:
    return [word for part in _BETWEEN.split(fold(text)) if (word := letters(part))]


@lru_cache(maxsize=4096)
def _kinds(word: str) -> Mapping[str, Kinds]:
    """The lists that a word is in, by language."""
    table = _load()
    found = {**_begun(word), **_listed(table["words"], word)}
    for name, prefixes in table["prefixes"].items():
        for prefix in () if name in found else prefixes:
            kinds = _listed(table["words"], word.removeprefix(prefix)).get(name) if word.startswith(prefix) else None
            if kinds:
                found[name] = kinds
    for name in table["joined"]:
        if name not in found and (joined := _pieces(name, word, compound=True)) is not None:
            found[name] = joined
    return found


def _begun(word: str) -> Mapping[str, Kinds]:
    """The lists that hold the word without its ending; the longest beginning counts."""
    table = _load()["beginnings"]
    found: dict[str, Kinds] = {}
    for end in range(max(1, len(word) - _LONGEST_ENDING), len(word) + 1):
        found.update(_listed(table, word[:end]))
    return found


def _listed(table: Mapping[str, Mapping[str, list[str]]], word: str) -> dict[str, Kinds]:
    return {name: frozenset(lists) for name, lists in table.get(word, {}).items()}


def _pieces(name: str, text: str, *, compound: bool) -> Kinds | None:
    """The lists that the words are in of which a text without spaces is made; None where it has others as well."""
    reached: dict[int, Kinds] = {0: frozenset()}
    for start in range(len(text)):
        if start in reached:
            for end, kinds in _pieces_at(name, text, start, compound=compound):
                reached[end] = reached.get(end, frozenset()) | reached[start] | kinds
    return reached.get(len(text))


def _pieces_at(name: str, text: str, start: int, *, compound: bool) -> Iterator[tuple[int, Kinds]]:
    """Where the words end that begin there."""
    table = _load()
    if text[start].isdecimal():
        yield start + 1, frozenset()
    for end in range(start + 1, min(len(text), start + table["longest"]) + 1):
        piece = text[start:end]
        lists = table["words"].get(piece, {}).get(name)
        short = len(piece) < _LEAST_PIECE or lists == [_BESIDE]
        if lists is None or (compound and short and not count_dense(piece)):
            continue
        yield end, frozenset(lists)
        if compound and text[end : end + 1] == _LINKING:
            yield end + 1, frozenset(lists)


@cache
def _load() -> dict[str, Any]:
    return read_table("own_work")


def compile_words(languages: Mapping[str, Any]) -> dict[str, Any]:
    """The table that is read, made from the lists that people edit."""
    words: dict[str, dict[str, list[str]]] = {}
    beginnings: dict[str, dict[str, list[str]]] = {}
    flags: dict[str, list[str]] = {"joined": [], "unspaced": []}
    prefixes: dict[str, list[str]] = {}
    for name, lists in languages.items():
        for kind in _LISTS:
            for word in lists[kind]:
                table = beginnings if word.endswith(_ENDING) else words
                kinds = table.setdefault(letters(word), {}).setdefault(name, [])
                if kind not in kinds:
                    kinds.append(kind)
        for flag, names in flags.items():
            if lists.get(flag):
                names.append(name)
        if "prefixes" in lists:
            prefixes[name] = list(map(letters, lists["prefixes"]))
    return {
        **flags,
        "longest": max(map(len, words)),
        "prefixes": prefixes,
        "words": dict(sorted(words.items())),
        "beginnings": dict(sorted(beginnings.items())),
    }
