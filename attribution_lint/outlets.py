"""The outlets that are republished: their names in many languages, their domains, and which of them are agencies.

The list is data, `data/outlets.toml`. Names are compared folded; a name that is also an ordinary word or a short
abbreviation counts in running text only as it is written, and is marked as common.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from operator import attrgetter
from typing import Any

import ahocorasick_rs

from attribution_lint.expressions import expression
from attribution_lint.fold import Folded, fold
from attribution_lint.tables import DATA, read_table
from attribution_lint.words import is_bounded

_NEWS_AGENCY = "agency"
_PRESS_WIRE = "press-wire"
_PLATFORM = "platform"


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher."""

    id: str
    names: tuple[str, ...]
    """The usual name first, then the others: short forms, names in other languages and scripts."""
    domains: tuple[str, ...]
    """Hosts whose pages, and those of whose subdomains, are the outlet's."""
    country: str
    """ISO 3166-1 alpha-2 code of the seat."""
    languages: tuple[str, ...]
    """ISO 639 codes of the languages it mainly writes in."""
    kind: str
    """newspaper, agency, press-wire, magazine, blog, broadcaster, nonprofit or platform."""

    @property
    def name(self) -> str:
        """The usual name."""
        return self.names[0]

    @property
    def is_agency(self) -> bool:
        """A news agency or a press-release wire."""
        return self.kind in (_NEWS_AGENCY, _PRESS_WIRE)

    @property
    def is_wire(self) -> bool:
        """A news agency: its copy reaches readers through subscribers and has, as a rule, no public original."""
        return self.kind == _NEWS_AGENCY

    @property
    def is_platform(self) -> bool:
        """A host of many authors' and outlets' texts: its domain proves no outlet."""
        return self.kind == _PLATFORM


@dataclass(frozen=True, slots=True)
class Mention:
    """An outlet named inside a text; offsets are characters of that text."""

    start: int
    end: int
    outlet: Outlet
    name: str
    """The name, as the list has it, or the domain."""
    common: bool
    """The name is an ordinary word or very short: it needs a label before it, or a link around it."""
    others: tuple[Outlet, ...] = ()
    """More outlets of the same name."""


class Outlets:
    """All outlets, compiled for lookup by name and by host."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        """Take a table as `compile_outlets` makes it; an outlet is made of it only when it is met."""
        self._rows: list[list[Any]] = table["outlets"]
        self._made: dict[int, Outlet] = {}
        self._common = frozenset(table["common"])
        self._by_host: dict[str, int] = table["by_host"]
        self._by_name: dict[str, list[int]] = table["by_name"]
        self._by_plain_name: dict[str, list[int]] = table["by_plain_name"]
        self._written: list[list[tuple[str, int]]] = table["written"]
        self._automaton = ahocorasick_rs.AhoCorasick(table["words"], ahocorasick_rs.MatchKind.Standard)

    @classmethod
    def of(cls, outlets: Iterable[Outlet], common: Iterable[str] = ()) -> Outlets:
        """A list of a few outlets; `common` are the names that are ordinary words or very short."""
        return cls(compile_outlets(outlets, common))

    @cached_property
    def all(self) -> tuple[Outlet, ...]:
        """All outlets, in the order of the list."""
        return tuple(map(self._outlet, range(len(self._rows))))

    def _outlet(self, number: int) -> Outlet:
        outlet = self._made.get(number)
        if outlet is None:
            identity, names, domains, country, languages, kind = self._rows[number]
            outlet = Outlet(identity, tuple(names), tuple(domains), country, tuple(languages), kind)
            self._made[number] = outlet
        return outlet

    def by_name(self, text: str) -> tuple[Outlet, ...]:
        """The outlets of that name, or of that host; several share some names.

        Quotes, brackets, articles and words such as "newspaper" or "app" around the name do not matter.
        """
        return _by_name(self, text) if len(text) <= _LONGEST_NAME else ()

    def _look_up(self, text: str) -> tuple[Outlet, ...]:
        folded = fold(text).strip(_AROUND)
        keys = folded, _core(folded)
        for key in keys:
            if found := self._by_name.get(key):
                return tuple(map(self._outlet, found))
        for key in keys:
            # An accent is often left out, but another one makes another word: "Camara" for Câmara, never "Cámara".
            if _without_accents(key) == key and (found := self._by_plain_name.get(key)):
                return tuple(map(self._outlet, found))
        if _HOST.fullmatch(folded) and (outlet := self.by_host(folded)):
            return (outlet,)
        return ()

    def usual_name(self, written: str) -> str:
        """The usual name of the one outlet that a text names; the text itself where it names none, or several.

        In other scripts a name stays as it is written: readers there know it so.
        """
        found = self.by_name(written) if _LATIN.fullmatch(written) else ()
        if len(found) != 1 or found[0].is_platform:
            return written
        return found[0].names[0]

    def by_host(self, host: str) -> Outlet | None:
        """The outlet whose domain a host is, or lies under; the longest domain wins."""
        labels = host.lower().rstrip(".").split(".")
        for start in range(len(labels) - 1):
            number = self._by_host.get(".".join(labels[start:]))
            if number is not None:
                return self._outlet(number)
        return None

    def find(self, text: str) -> list[Mention]:
        """The outlets named in a short text, in order; of overlapping names the longest counts."""
        return list(_mentions(self, text) if len(text) <= _LONGEST_LINE else self._scan(text))

    def _scan(self, text: str) -> list[Mention]:
        folded = Folded(text)
        found: list[Mention] = []
        end_of_last = 0
        matches = self._automaton.find_matches_as_indexes(folded.text, overlapping=True)
        for index, start, end in sorted(matches, key=_longest_first):
            if start < end_of_last or not (is_bounded(folded.text, start) and is_bounded(folded.text, end)):
                continue
            first, last = folded.span(start, end)
            as_written = fold(text[first:last], keep_case=True)
            common = folded.text[start:end] in self._common
            entries = [entry for entry in self._written[index] if _spelt(entry[0], as_written, common=common)]
            if entries:
                name, number = entries[0]
                others = tuple(self._outlet(other) for _, other in entries[1:] if other != number)
                found.append(Mention(first, last, self._outlet(number), name, common, others))
                end_of_last = end
        return sorted(found, key=attrgetter("start"))


@lru_cache(maxsize=4096)
def _by_name(outlets: Outlets, text: str) -> tuple[Outlet, ...]:
    """Pages of one site ask about the same few names, and observers about the same lines."""
    return outlets._look_up(text)  # noqa: SLF001 - a part of the class, outside it to be bounded for all


@lru_cache(maxsize=4096)
def _mentions(outlets: Outlets, text: str) -> tuple[Mention, ...]:
    return tuple(outlets._scan(text))  # noqa: SLF001 - as above


@cache
def load_outlets() -> Outlets:
    """The list of outlets, loaded once."""
    return Outlets(read_table("outlets"))


def read_outlets() -> dict[str, Any]:
    """The table of the list of outlets, compiled from its TOML."""
    import tomllib

    table = tomllib.loads((DATA / "outlets.toml").read_text(encoding="utf-8"))
    return compile_outlets(
        (
            Outlet(
                id=row["id"],
                names=tuple(row["names"]),
                domains=tuple(row["domains"]),
                country=row["country"],
                languages=tuple(row["languages"]),
                kind=row["kind"],
            )
            for row in table["outlet"]
        ),
        table["common"],
    )


def compile_outlets(outlets: Iterable[Outlet], common: Iterable[str]) -> dict[str, Any]:
    """The table of some outlets, with all ways in which each is looked up."""
    rows: list[list[Any]] = []
    by_host: dict[str, int] = {}
    by_name: dict[str, dict[int, None]] = {}
    by_plain_name: dict[str, dict[int, None]] = {}
    written: dict[str, list[tuple[str, int]]] = {}
    for number, outlet in enumerate(outlets):
        rows.append([getattr(outlet, name) for name in Outlet.__slots__])
        for name in outlet.names:
            folded = fold(name)
            written.setdefault(folded, []).append((name, number))
            for key in (folded, _core(folded)):
                by_name.setdefault(key, {})[number] = None
                by_plain_name.setdefault(_without_accents(key), {})[number] = None
        for domain in outlet.domains:
            by_host.setdefault(domain, number)
            written.setdefault(domain, []).append((domain, number))
    return {
        "outlets": rows,
        "common": sorted(set(map(fold, common))),
        "by_host": by_host,
        "by_name": {name: list(numbers) for name, numbers in by_name.items()},
        # Asked only for what `by_name` does not have.
        "by_plain_name": {name: list(numbers) for name, numbers in by_plain_name.items() if name not in by_name},
        "words": list(written),
        "written": list(written.values()),
    }


_LATIN = expression(r"[\x00-\u024f‘’“”–—]+")
_LONGEST_NAME = 200
_LONGEST_LINE = 400
_AROUND = " \"'“”‘’()[]{}<>「」『』《》〈〉【】〔〕*_.,;:!、。，；：|/-–—@#©"
_HOST = expression(r"(?:[a-z0-9-]+\.)+[a-z]{2,}")
_BEFORE_NAME = expression(
    r"^(?:www\.|(?:\(c\)|copyright) ?|(?:19|20)\d\d |l'|(?:the|der|die|das|dem|den|de|het|le|la|les|el|los|las|il|lo|o|"
    r"os|agence|agenzia|agencia|agência|agentur) (?=..))"
)
_AFTER_NAME = expression(
    r"(?: ?[(\[].*[)\]]|\.(?:com|cn|net|org)| ?(?:app|网站|网|網|客户端|客戶端|新闻客户端|微信公众号|公众号|微信|微博|"
    r"官网|官方微博|官方账号|编辑部|編輯部|通讯社|通訊社|報導|报道|讯|訊|电|電|杂志|雜誌|中文网|オンライン|電子版|編集部|"
    r"online|website|newspaper|magazine|news ?agency|newsletter|staff|editors|inc\.?|ltd\.?|llc|gmbh|ag))$"
)


def _core(folded: str) -> str:
    """A folded name without the articles and words that often stand around it; never empty."""
    while True:
        shorter = _BEFORE_NAME.sub("", _AFTER_NAME.sub("", folded)).strip(_AROUND)
        if not shorter or shorter == folded:
            return folded
        folded = shorter


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(character for character in decomposed if not "\u0300" <= character <= "\u036f")


def _longest_first(match: tuple[int, int, int]) -> tuple[int, int]:
    _, start, end = match
    return start, -end


def _spelt(name: str, text: str, *, common: bool) -> bool:
    """Whether a text is the name as people write it, rather than the ordinary word of the same letters."""
    name = fold(name, keep_case=True)
    if text == name or "." in name:
        return True
    if common or name.isupper():
        return False
    return " " in name or text[:1] == name[:1] or text.isupper()
