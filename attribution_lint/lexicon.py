"""The phrases by which pages say whose text they show, and their matching in the text of a page.

The phrases are data: one TOML file a language in `data/lexicon/`, whose README explains format and roles. Literal
phrases, and words that each pattern cannot match without, go into one Aho-Corasick automaton; RE2 runs a pattern only
on the blocks that hold one of its words. So matching is linear in the text.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, cached_property, lru_cache
from itertools import accumulate
from operator import attrgetter
from pathlib import Path
from typing import Any

import ahocorasick_rs
import re2

from attribution_lint.expressions import expression
from attribution_lint.fold import Folded, fold, fold_lines, is_even, letters
from attribution_lint.tables import DATA, read_table
from attribution_lint.words import is_bounded

_DATA = DATA / "lexicon"


class Role(StrEnum):
    """What a phrase says."""

    REPUBLISHED_MARKER = "republished_marker"
    """This page is a copy of somebody's text."""
    DERIVED_MARKER = "derived_marker"
    """This text is a translation, an excerpt or an adaptation."""
    ORIGINAL_LINK_LABEL = "original_link_label"
    """Label or anchor text of the link to the original."""
    OUTLET_LABEL = "outlet_label"
    """Label before the outlet's name."""
    AUTHOR_LABEL = "author_label"
    """Label before the author's name."""
    DISCLAIMER = "disclaimer"
    """Ownership or permission of the text."""
    TAKEDOWN = "takedown"
    """An offer to delete on request; says nothing of ownership."""
    LICENCE_STATEMENT = "licence_statement"
    """A licence is named."""
    OWN_RIGHTS = "own_rights"
    """The page speaks as the owner of its text; `Phrase.kind` says how."""
    MEDIA_CREDIT = "media_credit"
    """Label before the source of a picture, a chart or a data set."""
    WIRE_DATELINE = "wire_dateline"
    """An agency named at the head or the end of a text."""

    @property
    def labels(self) -> bool:
        """Phrases of this role count only as labels, not inside a sentence."""
        return self in _LABELS


_LABELS = frozenset({Role.ORIGINAL_LINK_LABEL, Role.OUTLET_LABEL, Role.AUTHOR_LABEL, Role.MEDIA_CREDIT})


class Fit(StrEnum):
    """How a phrase stands in its block."""

    WHOLE = "whole"
    """The block is the phrase, perhaps with a separator at its end: the value, if any, is in the next block."""
    OPENS = "opens"
    """The phrase opens the block and a separator follows: the value is the rest of the block."""
    INSIDE = "inside"
    """A separator follows, but other text stands before the phrase: "2024-03-05 Source: X"."""
    LEADS = "leads"
    """The phrase opens the block, and text follows without a separator: "By Jane Doe"."""
    PLAIN = "plain"
    """The phrase stands in running text."""

    @property
    def is_label(self) -> bool:
        """The phrase is set off as a label."""
        return self in (Fit.WHOLE, Fit.OPENS, Fit.INSIDE)


@dataclass(frozen=True, slots=True)
class Phrase:
    """One entry of the lexicon."""

    language: str
    """BCP 47 tag."""
    role: Role
    text: str | None = None
    """The words, as people write them; None for a pattern."""
    pattern: str | None = None
    """RE2 expression over the folded text of one block; None for a literal phrase."""
    needs: tuple[str, ...] = ()
    """For a pattern: folded words, one of which is in all that it matches. Only blocks that hold one are tried."""
    strong: bool = True
    """Enough for its role alone; a weak phrase counts beside other evidence only."""
    kind: str | None = None
    """Sub-type; in own_rights: all_rights, asks_attribution, forbids_reprint, republish_button, site_licence,
    original_declared; in republished_marker: feed_footer."""
    mt: bool = False
    """Wording of machine translation, mostly from Chinese."""
    case: bool = False
    """Capitals matter."""
    unless_before: tuple[str, ...] = ()
    """Does not count right behind one of these: 授权转载 behind 未经."""
    unless_after: tuple[str, ...] = ()
    """Does not count right before one of these."""


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found in a block; all offsets are characters of the block's original text."""

    phrase: Phrase
    start: int
    end: int
    fit: Fit
    value: int
    """Where the value of a label begins: behind phrase and separator; for a pattern where its first slot begins."""
    slots: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Named parts of a pattern (outlet, url, author, place, date, title, licence, version, year), trimmed."""

    @property
    def role(self) -> Role:
        """The role of the phrase."""
        return self.phrase.role


@dataclass(frozen=True, slots=True)
class _Hit:
    """A match in folded text, offsets from the start of the block."""

    phrase: Phrase
    start: int
    end: int
    fit: Fit
    value: int
    slots: Mapping[str, tuple[int, int]]


_VOIDABLE = frozenset({Role.REPUBLISHED_MARKER, Role.DERIVED_MARKER, Role.DISCLAIMER})
_CONTRARY = frozenset({"asks_attribution", "forbids_reprint", "republish_button"})

_MACRO = expression(r"\{[a-z]+\}")
_LABEL_END = expression(r"[ \"'\])】」]*(?:(?!::\w)[:|丨=·•→>]+|[-–—]+(?= )|[–—]+|(?P<slash>/))[ \"'\[(【「]*")
_WORD = expression(r"[^\W_]")
_WORDED = expression(r"[^\W_](?:.*[^\W_])?")
_ANCHORS = " .!?:;)]([*_>~–—-"
_WHOLE = ""
_ESCAPE_OR_CLASS = expression(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]")
_INNERMOST = expression(r"\([^()]*\)")
_MEMORY = 1 << 18
"""Bytes that one expression may take. There are hundreds, and each keeps what it has learnt of texts: with RE2's own
8 MB they never stop growing on a large site, and are no faster."""
_BESIDE = 40
_MOST_KNOWN, _LONGEST_KNOWN = 5_000, 300
"""How many texts are remembered; a longer one, in characters, hardly comes twice."""
_OPENING = " \"'([{【「『《<*•·-–—>→"
_TRIM_START = " \t\n\"'“”„‟‘’‚‛«»‹›「『《〈【〔（［([{<*_|:：,，.。;；·•—–-~#＞>"
_TRIM_END = " \t\n\"'“”„‟‘’‚‛«»‹›」』》〉】〕）］)]}>*_|:：,，.。;；、·•—–-~!！?？"


class Lexicon:
    """All phrases, compiled for matching."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        """Take a table as `compile_phrases` makes it; entries are made of it only when they are met."""
        self._rows: list[list[Any]] = table["phrases"]
        self._numbers: list[list[int]] = table["entries"]
        self._entries: list[tuple[_Entry, ...] | None] = [None] * len(self._numbers)
        self._made: dict[int, _Entry] = {}
        self._automaton = ahocorasick_rs.AhoCorasick(table["words"], ahocorasick_rs.MatchKind.Standard)
        self._letters: dict[str, list[str]] = table["letters"]
        self._strong_in: Mapping[str, Sequence[str]] | None = None
        self._labels = frozenset(table["labels"])
        self._rejects = {name: _compiled(pattern) for name, pattern in table["rejects"].items()}
        self._known: dict[str, list[Match]] = {}
        """What was found in texts that may come again: the pages of a site share their menus, labels and notices."""

    @classmethod
    def of(cls, phrases: Iterable[Phrase]) -> Lexicon:
        """A lexicon of a few phrases."""
        return cls(compile_phrases(phrases, {}))

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """All entries."""
        return tuple(map(_phrase_of, self._rows))

    def letters_of(self, *roles: Role) -> frozenset[str]:
        """The letters of the literal phrases of these roles, which must be roles of labels."""
        return frozenset().union(*(self._letters.get(role, ()) for role in roles))

    def _entry(self, number: int) -> _Entry:
        entry = self._made.get(number)
        if entry is None:
            phrase = _phrase_of(self._rows[number])
            entry = self._made[number] = phrase if phrase.pattern is None else _Pattern(phrase)
        return entry

    def _entries_of(self, word: int) -> tuple[_Entry, ...]:
        """The phrases that a word of the automaton is, or is needed by."""
        entries = self._entries[word]
        if entries is None:
            entries = self._entries[word] = tuple(map(self._entry, self._numbers[word]))
        return entries

    def find(self, blocks: Sequence[str]) -> list[list[Match]]:
        """The matches in each block of a page, in order of their start.

        A block is one line: what it holds of line breaks counts as white space. No phrase spans two blocks.
        """
        known = self._known
        if len(known) > _MOST_KNOWN:
            known.clear()
        new = [block for block in dict.fromkeys(blocks) if block not in known]
        found = dict(zip(new, self._find(new), strict=True))
        known.update((block, matches) for block, matches in found.items() if len(block) <= _LONGEST_KNOWN)
        return [[*(found[block] if block in found else known[block])] for block in blocks]

    def _find(self, blocks: Sequence[str]) -> list[list[Match]]:
        page = _Page(*fold_lines(blocks))
        hits: dict[int, list[_Hit]] = {}
        tried: set[tuple[int, int]] = set()
        number, stop = 0, page.starts[1] if blocks else 0
        for index, start, end in self._automaton.find_matches_as_indexes(page.text, overlapping=True):
            while end > stop:  # they come in the order of their ends
                number += 1
                stop = page.starts[number + 1]
            bounded: bool | None = None
            for entry in self._entries_of(index):
                if isinstance(entry, Phrase):
                    if bounded is None:
                        bounded = is_bounded(page.text, start) and is_bounded(page.text, end)
                    hit = _literal_hit(entry, page, number, start, end) if bounded else None
                    if hit is not None:
                        hits.setdefault(number, []).append(hit)
                elif (number, id(entry)) not in tried:
                    tried.add((number, id(entry)))
                    found = entry.find(page, number)
                    if found:
                        hits.setdefault(number, []).extend(found)
        return [
            _resolved(_on_original(block, page, number, hits[number])) if number in hits else []
            for number, block in enumerate(blocks)
        ]

    def may_be_link_labels(self, texts: Sequence[str]) -> list[int]:
        """The numbers of the texts that ORIGINAL_LINK_LABEL may fit as a WHOLE: quicker than to find all."""
        folded, _ = fold_lines(texts)
        numbers = {number for number, text in enumerate(folded) if _worded(text) in self._label_words}
        starts = [0, *accumulate(len(text) + 1 for text in folded)]
        held = self._label_patterns.find_matches_as_indexes("\n".join(folded), overlapping=True)
        return sorted(numbers.union(bisect_right(starts, start) - 1 for _, start, _ in held))

    @cached_property
    def _label_words(self) -> frozenset[str]:
        """The labels of links to the original, without what is no word at their ends."""
        return frozenset(map(_worded, self._labels))

    @cached_property
    def _label_patterns(self) -> ahocorasick_rs.AhoCorasick:
        """The words that patterns for such labels cannot match without."""
        rows = (row for row in self._rows if row[_ROLE] == Role.ORIGINAL_LINK_LABEL and len(row) > _NEEDS)
        return ahocorasick_rs.AhoCorasick({word for row in rows for word in row[_NEEDS]})

    def languages(self, phrase: Phrase) -> frozenset[str]:
        """The languages in which a phrase is a strong one: several share the word "fonte"."""
        if self._strong_in is None:
            self._strong_in = _languages(self._rows)
        found = self._strong_in.get(_key(phrase.text, phrase.role)) if phrase.text else None
        return frozenset(found or (phrase.language.partition("-")[0],))

    def is_label(self, text: str) -> bool:
        """Whether a text is the label of a link to the original, and so nobody's name: "artículo original"."""
        return fold(text).strip() in self._labels

    def slot_rejected(self, text: str) -> str | None:
        """Why a slot's text is no name: date, pronoun, network (of a share button) or ui; None when it may be one."""
        return _rejected(self, fold(text).strip())

    def _reject(self, folded: str) -> str | None:
        return next((name for name, pattern in self._rejects.items() if pattern.search(folded)), None)


@lru_cache(maxsize=4096)
def _rejected(lexicon: Lexicon, folded: str) -> str | None:
    return lexicon._reject(folded)  # noqa: SLF001 - a part of the class, outside it to be bounded for all


class _Page:
    """The folded blocks of a page, and all of them as one text, one block a line."""

    def __init__(self, folded: Sequence[str], cased: Sequence[str]) -> None:
        self.folded = folded
        self.cased = cased
        self.text = "\n".join(folded)
        self.starts = [0]
        for block in folded:
            self.starts.append(self.starts[-1] + len(block) + 1)

        self._first_words: dict[int, int] = {}
        self._held: dict[tuple[int, str], bool] = {}
        self._encoded: dict[tuple[int, bool], bytes] = {}

    def encoded(self, number: int, *, cased: bool) -> bytes:
        """A block as RE2 reads it, which would else encode it for each pattern."""
        key = number, cased
        if key not in self._encoded:
            self._encoded[key] = (self.cased if cased else self.folded)[number].encode()
        return self._encoded[key]

    def first_word(self, number: int) -> int:
        """Where the first letter or digit of a block stands."""
        if number not in self._first_words:
            self._first_words[number] = _first_word(self.folded[number])
        return self._first_words[number]

    def holds(self, number: int, text: str) -> bool:
        """Whether a block holds a text with just these capitals."""
        key = number, text
        if key not in self._held:
            self._held[key] = text in self.cased[number]
        return self._held[key]


def _compiled(pattern: str | bytes) -> Any:  # noqa: ANN401 - re2 has no public name for what it compiles to
    options = re2.Options()
    options.max_mem = _MEMORY
    options.log_errors = False
    return re2.compile(pattern, options)


class _Pattern:
    """A pattern, compiled when it is first tried."""

    def __init__(self, phrase: Phrase) -> None:
        self.phrase = phrase

    @cached_property
    def _expression(self) -> Any:  # noqa: ANN401 - re2 has no public name for what it compiles to
        pattern = self.phrase.pattern or ""
        return _compiled((pattern if self.phrase.case else f"(?i){_folded_pattern(pattern)}").encode())

    @cached_property
    def _groups(self) -> tuple[tuple[str, int], ...]:
        """Name and number of each slot, and before them of the whole."""
        return (_WHOLE, 0), *((name.decode(), group) for name, group in self._expression.groupindex.items())

    @cached_property
    def _longest(self) -> int:
        """More characters than the longest block has that the pattern can match, if it spans whole ones."""
        plain = _ESCAPE_OR_CLASS.sub("x", self.phrase.pattern or "")
        if not (plain.startswith("^") and plain.endswith("$")) or any(map(plain.count, "*+{")):
            return sys.maxsize
        while (shorter := _INNERMOST.sub("x", plain)) != plain:
            plain = shorter
        return sys.maxsize if "|" in plain else len(fold(self.phrase.pattern or ""))

    def find(self, page: _Page, number: int) -> Sequence[_Hit]:
        """The matches in one block, folded as the pattern wants it."""
        text = (page.cased if self.phrase.case else page.folded)[number]
        if len(text) > self._longest:
            return ()
        encoded = page.encoded(number, cased=self.phrase.case)
        hits = []
        at, shift = 0, 0  # an offset in bytes, and how much less it is in characters
        first_word: int | None = None
        for found in self._expression.finditer(encoded):
            spans = {name: found.span(group) for name, group in self._groups}
            if len(encoded) > len(text):
                shift += found.start() - at - len(encoded[at : found.start()].decode())
                at = found.start()
                spans = {name: _in_characters(encoded, at, span) for name, span in spans.items()}
            if first_word is None:
                first_word = _first_word(text)
            spans = {name: (start - shift, end - shift) for name, (start, end) in spans.items()}
            hit = self._hit(text, first_word, spans)
            if hit is not None:
                hits.append(hit)
        return hits

    def _hit(self, text: str, first_word: int, spans: Mapping[str, tuple[int, int]]) -> _Hit | None:
        """What was matched of a block, as the phrase, if it may stand there; under "" the whole of it."""
        start, end = spans[_WHOLE]
        # What ends the sentence before belongs to the pattern, to anchor it, and not to the phrase.
        start += len(text[start:end]) - len(text[start:end].lstrip(_ANCHORS))
        end = start + len(text[start:end].rstrip(" "))
        if not is_bounded(text, start) or _contradicted(self.phrase, text, start, end):
            return None
        slots = {name: (first, last) for name, (first, last) in spans.items() if name and 0 <= first < last}
        if any(
            not is_bounded(text, first) or (last == end and not is_bounded(text, end)) for first, last in slots.values()
        ):
            return None  # a name ends in the middle of a word only where a case ending of the pattern follows
        value = min((first for first, _ in slots.values()), default=end)
        opens = start <= first_word
        if self.phrase.role.labels and not slots:
            return _Hit(self.phrase, start, end, *_fit(text, end, opens=opens), slots)
        return _Hit(self.phrase, start, end, _pattern_fit(text, end, opens=opens), value, slots)


_Entry = Phrase | _Pattern


@cache
def load_lexicon() -> Lexicon:
    """The lexicon of all languages, loaded once."""
    return Lexicon(read_table("lexicon"))


def read_lexicon() -> dict[str, Any]:
    """The table of the lexicon of all languages, compiled from its TOML."""
    slots = _read(_DATA / "_slots.toml")
    phrases: list[Phrase] = []
    for path in sorted(_DATA.glob("[!_]*.toml")):
        table = _read(path)
        stop = "|".join(f" {word} " for word in table["slot_end"]) or " [(|] "
        macros: dict[str, str] = {"{stop}": stop}
        for name, text in {**slots["macro"], **table.get("macro", {})}.items():
            macros[f"{{{name}}}"] = _expanded(text, macros)
        phrases += _phrases(path.stem, table, macros)
    return compile_phrases(phrases, slots["reject"])


def compile_phrases(phrases: Iterable[Phrase], rejects: Mapping[str, str]) -> dict[str, Any]:
    """The table of some phrases; `rejects` are RE2 expressions by name, for `slot_rejected`.

    Of the same words in one role only one entry counts, a strong one if there is one.
    """
    rows: list[list[Any]] = []
    by_word: dict[str, list[int]] = {}
    literals: dict[tuple[str, Role], int] = {}
    for number, phrase in enumerate(phrases):
        rows.append(_row_of(phrase))
        if phrase.text is None:
            for word in phrase.needs:
                by_word.setdefault(word, []).append(number)
            continue
        key = fold(phrase.text).strip(), phrase.role
        if key not in literals or (phrase.strong and not _is_strong(rows[literals[key]])):
            literals[key] = number
    for (text, _), number in literals.items():
        by_word.setdefault(text, []).append(number)
    return {
        "phrases": rows,
        "words": list(by_word),
        "entries": list(by_word.values()),
        "labels": [text for text, role in literals if role is Role.ORIGINAL_LINK_LABEL],
        "letters": {
            role: sorted({letters(row[_TEXT]) for row in rows if row[_ROLE] is role and row[_TEXT] is not None})
            for role in Role
            if role.labels
        },
        "rejects": {name: _folded_pattern(pattern) for name, pattern in rejects.items()},
    }


_LANGUAGE, _ROLE, _TEXT, _STRONG, _PATTERN, _NEEDS = range(6)
"""Where these stand in the row of a phrase, as far as it has them."""


def _row_of(phrase: Phrase) -> list[Any]:
    """The phrase as a row, without what is as usual at its end."""
    row: list[Any] = [
        phrase.language,
        phrase.role,
        phrase.text,
        phrase.strong,
        phrase.pattern,
        phrase.needs,
        phrase.kind,
        phrase.case,
        phrase.mt,
        phrase.unless_before,
        phrase.unless_after,
    ]
    while len(row) > _STRONG + 1 and row[-1] in {None, False, ()}:
        row.pop()
    if len(row) == _STRONG + 1 and phrase.strong:
        row.pop()
    return row


def _phrase_of(row: Sequence[Any]) -> Phrase:
    usual: tuple[Any, ...] = (None, None, None, True, None, (), None, False, False, (), ())
    language, role, text, strong, pattern, needs, kind, case, mt, before, after = (*row, *usual[len(row) :])
    return Phrase(
        language, Role(role), text, pattern, tuple(needs), strong, kind, mt, case, tuple(before), tuple(after)
    )


def _is_strong(row: Sequence[Any]) -> bool:
    return len(row) <= _STRONG or row[_STRONG] is True


def _languages(rows: Iterable[Sequence[Any]]) -> dict[str, Sequence[str]]:
    """By role and words of a literal phrase, the languages in which it is a strong one."""
    found: dict[str, set[str]] = {}
    for row in rows:
        if row[_TEXT] is not None and _is_strong(row):
            found.setdefault(_key(row[_TEXT], row[_ROLE]), set()).add(row[_LANGUAGE].partition("-")[0])
    return {key: sorted(languages) for key, languages in found.items()}


def _key(text: str, role: str) -> str:
    return f"{role}\t{fold(text).strip()}"


def _read(path: Path) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(path.read_text(encoding="utf-8"))


def _phrases(language: str, table: Mapping[str, Any], macros: Mapping[str, str]) -> Iterable[Phrase]:
    for role in Role:
        for item in table.get(role, ()):
            if isinstance(item, str):
                yield Phrase(language, role, text=item.removeprefix("~"), strong=not item.startswith("~"))
                continue
            pattern: str | None = item.get("pattern")
            yield Phrase(
                language=language,
                role=role,
                text=item.get("text"),
                pattern=pattern if pattern is None else _expanded(pattern, macros),
                needs=tuple(item.get("needs", ())),
                strong=item["strength"] == "strong",
                kind=item.get("kind"),
                mt=item.get("mt", False),
                case=item.get("case", False),
                unless_before=tuple(fold(text) for text in item.get("unless_before", ())),
                unless_after=tuple(fold(text) for text in item.get("unless_after", ())),
            )


def _expanded(pattern: str, macros: Mapping[str, str]) -> str:
    return _MACRO.sub(lambda found: macros[found[0]], pattern)


def _folded_pattern(pattern: str) -> str:
    """A pattern with its letters folded as text is; what is ASCII may be syntax and is left to the flag i."""
    return re.sub(r"[^\x00-\x7f]+", lambda found: fold(found[0]), pattern)


def _in_characters(encoded: bytes, at: int, span: tuple[int, int]) -> tuple[int, int]:
    """A span of bytes behind an offset, counted in characters from there on; what matched nothing stays so."""
    start, end = span
    if start < 0:
        return span
    first = at + len(encoded[at:start].decode())
    return first, first + len(encoded[start:end].decode())


def _literal_hit(phrase: Phrase, page: _Page, number: int, start: int, end: int) -> _Hit | None:
    """A literal phrase found between words, at offsets of the whole page, if it may stand there."""
    text = page.folded[number]
    start -= page.starts[number]
    end -= page.starts[number]
    fit, value = _fit(text, end, opens=start <= page.first_word(number))
    if phrase.role.labels and fit is Fit.PLAIN:
        return None
    if phrase.role is Role.WIRE_DATELINE and fit in (Fit.INSIDE, Fit.PLAIN):
        return None
    if phrase.case and not page.holds(number, fold(phrase.text or "", keep_case=True)):
        return None
    if _contradicted(phrase, text, start, end):
        return None
    return _Hit(phrase, start, end, fit, value, {})


def _fit(text: str, end: int, *, opens: bool) -> tuple[Fit, int]:
    """How a literal stands in its block, and where the value after it begins."""
    found = _LABEL_END.match(text, end)
    if found is None or (found["slash"] and not opens):
        if text[end - 1] not in ":/=":
            if not opens:
                return Fit.PLAIN, end
            word = _WORD.search(text, end)
            return (Fit.LEADS, word.start()) if word else (Fit.WHOLE, len(text))
        value = end
    else:
        value = found.end()
    if not opens:
        return Fit.INSIDE, value
    return (Fit.OPENS, value) if _WORD.search(text, value) else (Fit.WHOLE, len(text))


def _pattern_fit(text: str, end: int, *, opens: bool) -> Fit:
    if not opens:
        return Fit.PLAIN
    return Fit.LEADS if _WORD.search(text, end) else Fit.WHOLE


def _first_word(text: str) -> int:
    """Where the first letter or digit of a text stands."""
    found = _WORD.search(text)
    return found.start() if found else len(text)


def _worded(text: str) -> str:
    """A text from its first letter or digit to its last."""
    found = _WORDED.search(text)
    return found[0] if found else ""


def _contradicted(phrase: Phrase, text: str, start: int, end: int) -> bool:
    """What stands around a phrase turns its meaning."""
    before = text[max(0, start - _BESIDE) : start].rstrip(_OPENING + ":")
    after = text[end : end + _BESIDE].lstrip(" ")
    return bool(
        (phrase.unless_before and before.endswith(phrase.unless_before))
        or (phrase.unless_after and after.startswith(phrase.unless_after))
    )


def _resolved(matches: list[Match]) -> list[Match]:
    """The matches that stand: without those that are only a part of one that says more, or the contrary."""
    if len(matches) < 2:
        return matches
    matches.sort(key=attrgetter("start", "end"))
    starts = [match.start for match in matches]
    reach = max(match.end - match.start for match in matches)
    kept: set[int] = set()
    for index in sorted(range(len(matches)), key=lambda index: _rank(matches[index]), reverse=True):
        match = matches[index]
        # Only neighbours can overlap: a block may hold any number of matches.
        near = range(bisect_left(starts, match.start - reach), bisect_left(starts, match.end))
        if not any(
            _voids(matches[other], match)
            or (other in kept and matches[other].role is match.role and _overlap(matches[other], match))
            for other in near
        ):
            kept.add(index)
    return [matches[index] for index in sorted(kept)]


def _rank(match: Match) -> tuple[int, int, int]:
    """The greater, the more a match says. Patterns with slots say more than literals; of literals the longest wins."""
    length = match.end - match.start
    if match.phrase.pattern is None:
        return 1, length, match.phrase.strong
    return (2 if match.phrase.strong else 0), len(match.slots), length


def _overlap(greater: Match, lesser: Match) -> bool:
    """Two matches share text that is not merely the value of the greater one."""
    if lesser.end <= greater.start or greater.end <= lesser.start:
        return False
    return not any(start <= lesser.start and lesser.end <= end for start, end in greater.slots.values())


def _voids(other: Match, match: Match) -> bool:
    """A longer phrase around a match takes its meaning away: 图片来源 is no 来源, 未经授权转载 no 授权转载."""
    if not (
        other.start <= match.start and match.end <= other.end and other.end - other.start > match.end - match.start
    ):
        return False
    if any(start <= match.start and match.end <= end for start, end in other.slots.values()):
        return False
    if match.role is Role.OUTLET_LABEL and other.role is Role.WIRE_DATELINE:
        return False  # "Source: Reuters" is both, and the label leads to the link
    if match.role.labels:
        return other.role is not match.role
    return match.role in _VOIDABLE and other.phrase.kind in _CONTRARY


def _on_original(block: str, page: _Page, number: int, hits: Sequence[_Hit]) -> list[Match]:
    """Matches with offsets into the block as it was given."""
    plain, cased = _Way(block, page.folded[number], keep_case=False), _Way(block, page.cased[number], keep_case=True)
    return [(cased if hit.phrase.pattern is not None and hit.phrase.case else plain).back(hit) for hit in hits]


class _Way:
    """The way from offsets in a folded block, without space at its ends, back to the original."""

    def __init__(self, block: str, folded: str, *, keep_case: bool) -> None:
        self._block = block
        self._text = folded
        self._keep_case = keep_case

    @cached_property
    def _folded(self) -> tuple[Folded, int] | None:
        """The block, folded with the way back, and how much space it begins with; None where all offsets stay."""
        if len(self._text) == len(self._block) and is_even(self._block):
            return None
        folded = Folded(self._block, keep_case=self._keep_case)
        return folded, len(folded.text) - len(folded.text.lstrip(" "))

    def back(self, hit: _Hit) -> Match:
        slots = {name: _trim(self._block, *self._span(*slot)) for name, slot in hit.slots.items()}
        return Match(
            hit.phrase,
            *self._span(hit.start, hit.end),
            hit.fit,
            self._span(hit.value, hit.value)[0],
            {name: slot for name, slot in slots.items() if slot is not None},
        )

    def _span(self, start: int, end: int) -> tuple[int, int]:
        if self._folded is None:
            return start, end
        folded, shift = self._folded
        return folded.span(start + shift, end + shift)


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The slot without quotes, brackets and punctuation around it; None when nothing is left."""
    part = text[start:end]
    kept = part.lstrip(_TRIM_START)
    start += len(part) - len(kept)
    kept = kept.rstrip(_TRIM_END)
    return (start, start + len(kept)) if kept else None
