"""The files of a run, in little room: a site has a hundred thousand, and most are asked for once."""

# ruff: noqa: PTH118 - paths are strings here, because thousands cost a tenth so

from __future__ import annotations

import os
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import overload

_WINDOW = 1 << 16
"""Bytes of paths that are read at once."""
_END = b"\0"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One page to read."""

    path: str
    """To open it by; absolute."""
    shown: str
    """To name it by: relative to the working directory, with "/" on every system; always valid Unicode."""
    piped: bool = False
    """It is read from standard input; there need be no file at `path`."""


class Paths:
    """Absolute paths in the order that they came in. Each takes as many bytes as it has characters beneath a base."""

    def __init__(self, base: str) -> None:
        """Take the folder that most of the paths are beneath."""
        self._base = os.path.join(base, "")
        self._data = bytearray()
        self._count = 0

    def add(self, *paths: str) -> None:
        """Append paths."""
        self.update(paths)

    def update(self, paths: Iterable[str]) -> None:
        """Append paths."""
        base, length = self._base, len(self._base)
        # No path has a NUL in it, and what is beneath the base does not begin with a separator.
        kept = [path[length:] if path.startswith(base) else os.sep + path for path in paths]
        if kept:
            self._data += os.fsencode("\0".join(kept)) + _END
            self._count += len(kept)
            self.__dict__.pop("_starts", None)

    def sorted(self) -> Paths:
        """Each of the paths once, in their order."""
        result = Paths(self._base)
        result.update(sorted(set(self)))
        return result

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[str]:
        start, last = 0, len(self._data) - 1
        while start <= last:
            end = self._data.find(_END, min(start + _WINDOW, last))
            for kept in os.fsdecode(bytes(self._data[start:end])).split("\0"):
                yield self._whole(kept)
            start = end + 1

    def __getitem__(self, index: int) -> str:
        start = self._starts[index]
        return self._whole(os.fsdecode(bytes(self._data[start : self._data.find(_END, start)])))

    @cached_property
    def _starts(self) -> array[int]:
        """Where each path begins."""
        starts = array("Q")
        at = 0
        for _ in range(self._count):
            starts.append(at)
            at = self._data.find(_END, at) + 1
        return starts

    def _whole(self, kept: str) -> str:
        return kept[len(os.sep) :] if kept.startswith(os.sep) else self._base + kept


class Files(Sequence[SourceFile]):
    """Pages to read; of each, no more than its path is kept."""

    def __init__(self, paths: Paths, shown: Callable[[str], str], piped: SourceFile | None = None) -> None:
        """Take paths, what makes of one how it is shown, and the page that comes by standard input."""
        self._paths = paths
        self._shown = shown
        self._piped = piped

    def __len__(self) -> int:
        return len(self._paths)

    @overload
    def __getitem__(self, index: int) -> SourceFile: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[SourceFile]: ...

    def __getitem__(self, index: int | slice) -> SourceFile | Sequence[SourceFile]:
        if isinstance(index, slice):
            return tuple(self[number] for number in range(*index.indices(len(self))))
        return self._file(self._paths[index])

    def __iter__(self) -> Iterator[SourceFile]:
        return map(self._file, self._paths)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def _file(self, path: str) -> SourceFile:
        if self._piped is not None and path == self._piped.path:
            return self._piped
        return SourceFile(path, self._shown(path))
