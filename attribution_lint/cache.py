"""What `check` found on pages that have not changed since.

A page is known by its bytes, the path that it is shown by and its configuration; what else its findings hang on is the
stamp of the whole file (`stamp.py`). Of an own page no more than a digest is kept.

The file is a header and five columns, sorted by the first, so that a hundred thousand pages are read in a few
milliseconds and take 30 bytes each. It is replaced as a whole, and guarded by a digest of its own: one that is cut off,
damaged, of another release or another machine is no file. It holds no code, for whoever may write the linted site may
have written it, and nothing in it is trusted further than the site itself is.
"""

from __future__ import annotations

import hashlib
import struct
import sys
import time
from array import array
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from attribution_lint.config import PageConfig

MOST_DAYS = 30
"""An entry that was not used for so long is dropped."""
MOST_PAGES = 1_000_000
MOST_BYTES = 64_000_000
"""The most that the records of findings may take; those that were not used for the longest time go first."""

# The byte order is in the first line: the file of another kind of machine is none.
_MAGIC = f"attribution-lint cache 1 {sys.byteorder}\n".encode()
_HEADER = struct.Struct("<32sQQ")
_SLOT = struct.Struct("<Q")
_KEY = struct.Struct("<QQ")
_ENTRY = struct.Struct("=QQQQI")
_COLUMNS = "QQQHI"
_DIGEST = 32
_DAY = 86_400


class Address(NamedTuple):
    """Where a page is looked for, and what must be found there for it to be unchanged."""

    slot: int
    """Of path and configuration: a changed page takes the place of what it was."""
    high: int
    low: int
    """128 bits of a digest of all: no two pages share them, not even by intent."""


class Addresses:
    """Makes the addresses of pages."""

    def __init__(self) -> None:
        """Know no configuration yet."""
        self._begun: dict[int, tuple[PageConfig, hashlib._Hash]] = {}

    def of(self, shown: str, config: PageConfig, data: bytes) -> Address:
        """The address of a page."""
        begun = self._begun.get(id(config))
        if begun is None:
            # The configuration is kept, so that its identity stays its own.
            begun = self._begun[id(config)] = config, hashlib.sha256(_effective(config))
        # SHA-256: many processors have instructions for it, and with them nothing else that is safe is as fast.
        digest = begun[1].copy()
        digest.update(f"{shown}\0".encode("utf-8", "surrogatepass"))
        (slot,) = _SLOT.unpack_from(digest.digest())
        digest.update(data)
        return Address(slot, *_KEY.unpack_from(digest.digest()))


def _effective(config: PageConfig) -> bytes:
    """All of a configuration but the file that it stands in."""
    values = [(item.name, getattr(config, item.name)) for item in fields(config) if item.name != "source"]
    return repr(values).encode("utf-8", "surrogatepass")


@dataclass(slots=True)
class News:
    """What a run has to add to a cache; compact, because on a first run it is all pages."""

    entries: bytearray = field(default_factory=bytearray)
    records: bytearray = field(default_factory=bytearray)
    used: array[int] = field(default_factory=lambda: array("Q"))
    """Slots of entries that were last used on another day."""

    def add(self, address: Address, record: bytes) -> None:
        """Remember a page; an empty record is that of an own page."""
        start = len(self.records)
        self.records += record
        # Last, and in one step: an interrupted run keeps no half entry.
        self.entries += _ENTRY.pack(*address, start, len(record))

    def merge(self, other: News) -> None:
        """Take over what another process found."""
        start = len(self.records)
        self.records += other.records
        self.used += other.used
        if start:
            moved = ((*entry[:3], entry[3] + start, entry[4]) for entry in _ENTRY.iter_unpack(other.entries))
            self.entries += b"".join(_ENTRY.pack(*entry) for entry in moved)
        else:
            self.entries += other.entries

    def __bool__(self) -> bool:
        return bool(self.entries or self.used)


@dataclass(frozen=True, slots=True)
class Cache:
    """The entries of a cache file, in columns sorted by slot."""

    slots: array[int] = field(default_factory=lambda: array("Q"))
    highs: array[int] = field(default_factory=lambda: array("Q"))
    lows: array[int] = field(default_factory=lambda: array("Q"))
    days: array[int] = field(default_factory=lambda: array("H"))
    """When each was last used, counted from 1970."""
    ends: array[int] = field(default_factory=lambda: array("I"))
    """Where the record of each ends; it begins where the one before ends."""
    records: bytes = b""

    @classmethod
    def of(cls, columns: Iterable[array[int]], records: bytes) -> Cache:
        """A cache of its columns, in the order that they are stored in."""
        slots, highs, lows, days, ends = columns
        return cls(slots, highs, lows, days, ends, records)

    def __len__(self) -> int:
        return len(self.slots)

    def find(self, address: Address) -> int | None:
        """The number of the entry of a page, if the page is unchanged."""
        number = self.number(address.slot)
        if number is None or self.highs[number] != address.high or self.lows[number] != address.low:
            return None
        return number

    def number(self, slot: int) -> int | None:
        """The number of the entry in a slot."""
        number = bisect_left(self.slots, slot)
        return number if number < len(self.slots) and self.slots[number] == slot else None

    def record(self, number: int) -> bytes:
        """The record of an entry; empty for an own page."""
        start = self.ends[number - 1] if number else 0
        return self.records[start : self.ends[number]]

    @property
    def columns(self) -> tuple[array[int], ...]:
        """All columns, in the order that they are stored in."""
        return self.slots, self.highs, self.lows, self.days, self.ends

    @property
    def parts(self) -> list[memoryview]:
        """What is stored, as it is."""
        return [*(memoryview(column) for column in self.columns), memoryview(self.records)]


def today() -> int:
    """The number of this day."""
    return min(int(time.time() // _DAY), 0xFFFF)


def updated(cache: Cache, news: News, day: int) -> Cache:
    """A cache with what a run has found out, and without what was not asked for in a long time."""
    days = array("H", cache.days)
    for slot in news.used:
        number = cache.number(slot)
        if number is not None:
            days[number] = day
    result, records = Cache(), bytearray()
    for *numbers, record in _merged(cache, days, news, day):
        if len(result) < MOST_PAGES and len(records) + len(record) <= MOST_BYTES:
            records += record
            for column, value in zip(result.columns, (*numbers, len(records)), strict=True):
                column.append(value)
    return Cache.of(result.columns, bytes(records))


def _merged(cache: Cache, days: array[int], news: News, day: int) -> Iterator[tuple[int, int, int, int, bytes]]:
    """Old and new entries by their slots: slot, digest, day and record of each."""
    # Sorted in many small heaps, since the numbers of all pages as objects would take more than all else.
    heaps = [array("I") for _ in range(256)]
    oldest = _oldest(cache, days, day, news)
    for number, slot in enumerate(cache.slots):
        if oldest <= days[number] <= day:
            heaps[slot >> 56].append(number)
    for number, entry in enumerate(_ENTRY.iter_unpack(news.entries), len(cache)):
        heaps[entry[0] >> 56].append(number)

    def read(number: int) -> tuple[int, int, int, int, bytes]:
        if number < len(cache):
            return cache.slots[number], cache.highs[number], cache.lows[number], days[number], cache.record(number)
        slot, high, low, start, length = _ENTRY.unpack_from(news.entries, (number - len(cache)) * _ENTRY.size)
        return slot, high, low, day, bytes(news.records[start : start + length])

    for heap in heaps:
        # The later of two in one slot is the new one.
        yield from sorted({entry[0]: entry for entry in map(read, heap)}.values())


def _oldest(cache: Cache, days: array[int], day: int, news: News) -> int:
    """The oldest day whose entries are kept: within the time and the bounds that there are."""
    pages: Counter[int] = Counter({day: len(news.entries) // _ENTRY.size})
    sizes: Counter[int] = Counter({day: len(news.records)})
    for number, last in enumerate(days):
        pages[last] += 1
        sizes[last] += len(cache.record(number)) if cache.records else 0
    page_sum = size_sum = 0
    oldest = max(day - MOST_DAYS, 0)
    for last in range(day, oldest - 1, -1):
        page_sum += pages[last]
        size_sum += sizes[last]
        if page_sum > MOST_PAGES or size_sum > MOST_BYTES:
            return last + 1
    return oldest


def write(cache: Cache, stamp: bytes, file: BinaryIO) -> None:
    """Write a cache file."""
    header = _HEADER.pack(stamp, len(cache), len(cache.records))
    file.write(_MAGIC)
    file.write(_digest(header, cache))
    file.write(header)
    file.writelines(cache.parts)


def read(file: BinaryIO, stamp: bytes) -> Cache | None:
    """What a cache file holds; None for one that is damaged, or was not written by this tool as it is now."""
    head = file.read(len(_MAGIC) + _DIGEST + _HEADER.size)
    if len(head) < len(_MAGIC) + _DIGEST + _HEADER.size or not head.startswith(_MAGIC):
        return None
    digest, header = head[len(_MAGIC) :][:_DIGEST], head[len(_MAGIC) + _DIGEST :]
    written, pages, size = _HEADER.unpack(header)
    if written != stamp or pages > MOST_PAGES or size > MOST_BYTES:
        return None
    columns = [array(code) for code in _COLUMNS]
    try:
        for column in columns:
            column.fromfile(file, pages)
    except (EOFError, ValueError):
        return None
    # One byte more than there should be, to see that there is none.
    cache = Cache.of(columns, file.read(size + 1))
    return cache if len(cache.records) == size and _digest(header, cache) == digest and _is_in_order(cache) else None


def _is_in_order(cache: Cache) -> bool:
    """Whether no two records share bytes: else a small file can hold a million records of many megabytes."""
    ends = cache.ends.tolist()
    return ends == sorted(ends) and (ends[-1] if ends else 0) == len(cache.records)


def _digest(header: bytes, cache: Cache) -> bytes:
    digest = hashlib.sha256(header)
    for part in cache.parts:
        digest.update(part)
    return digest.digest()
