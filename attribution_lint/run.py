"""The run over all pages: alone or with workers, to the same report."""

# ruff: noqa: PTH116 - paths are strings here, because thousands cost a tenth so

from __future__ import annotations

import os
import sys
import time
from array import array
from contextlib import closing
from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING

from attribution_lint.examine import Gathered
from attribution_lint.model import Report
from attribution_lint.source import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from attribution_lint.cache import News
    from attribution_lint.config import ConfigResolver, PageConfig
    from attribution_lint.examine import Examiner
    from attribution_lint.files import SourceFile
    from attribution_lint.model import Problem
    from attribution_lint.workers import Batch

    Progress = Callable[[int, int], None]

PARALLEL_FROM = 4_000_000
"""Weight of all pages from which workers pay: they take 0.08 s to start, which is what such pages take at least.

It goes by bytes because time does: ten large pages take longer than a hundred small ones.
"""
FORK = "fork"
SPAWN = "spawn"
START_METHOD = FORK if sys.platform == "linux" else SPAWN
"""A fork takes a tenth of the time and shares what is loaded, but the libraries of other systems don't survive it."""
MOST_JOBS = 60
"""No system call waits for more than 63 pipes on Windows, and no disk feeds more workers than this."""

_LARGE = 1_000_000
"""A page of that size is a batch of its own, and comes first: at the end it would keep all others waiting."""
_SMALLEST_BATCH = 250_000
_LARGEST_BATCH = 1_000_000
_MOST_PAGES = 500
_PER_PAGE = 4_000
"""What a page weighs besides its bytes: the time that it takes without them."""
_SPAWN_TAKES = 5
"""A worker that is not forked has to start Python and load all knowledge first."""
_ROUNDS = 4
"""A worker gets this part of its share of what is left: large batches first, and small ones to end together."""


@dataclass(frozen=True, slots=True)
class Means:
    """How a run goes about it. Nothing of it changes what is found."""

    jobs: int = 1
    """The most processes that may work at once."""
    progress: Progress | None = None
    """Is told the number of pages done, and of all."""
    keep: Callable[[News], None] | None = None
    """Is given at the end what a cache can keep."""
    parallel_from: int = PARALLEL_FROM
    start_method: str | None = None


def available_cores() -> int:
    """Number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run(
    files: Sequence[SourceFile],
    resolver: ConfigResolver,
    examiner: Examiner,
    known: Iterable[Problem] = (),
    means: Means | None = None,
) -> Report:
    """Examine files and put together the report; `known` are the problems that were found on the way to them.

    An interrupt ends it early, and the report says how many pages were not come to.

    Raises:
        ConfigError: the configuration of a page is wrong.
    """
    start = time.monotonic()
    means = means or Means()
    gathered = Gathered()
    try:
        for _ in _examine(files, resolver, examiner, means, gathered):
            if means.progress is not None:
                means.progress(len(gathered), len(files))
    except KeyboardInterrupt:
        pass
    if means.keep is not None:
        means.keep(gathered.news)
    pages = sorted(gathered.pages, key=lambda page: page.path)
    problems = sorted([*known, *gathered.problems], key=lambda problem: (problem.path, problem.message))
    unchecked = len(files) - len(gathered)
    return Report(tuple(pages), tuple(problems), time.monotonic() - start, gathered.silent, unchecked)


def _examine(
    files: Sequence[SourceFile], resolver: ConfigResolver, examiner: Examiner, means: Means, gathered: Gathered
) -> Iterator[None]:
    """Examine all files, and return in between to who wants to know how far it has come."""
    if means.jobs == 1:
        for file in files:
            examiner.examine(file, resolver.for_file(file.path), gathered)
            yield
        return
    waiting = bytearray(b"\1") * len(files)
    yield from _take_known(files, resolver, examiner, gathered, waiting)
    method = means.start_method or START_METHOD
    sizes = _sizes(files, waiting)
    if sum(waiting) < 2 or sum(sizes) < means.parallel_from * (1 if method == FORK else _SPAWN_TAKES):
        for file in compress(files, waiting):
            examiner.examine(file, resolver.for_file(file.path), gathered)
            yield
        return
    # Imported here, because most runs are over a few pages.
    from attribution_lint.workers import Crew

    if method == FORK:
        examiner.prepare()
    jobs = min(means.jobs, MOST_JOBS)
    with closing(Crew(examiner, jobs, method).examine(_batches(files, sizes, resolver, jobs))) as found:
        for part in found:
            gathered.merge(part)
            yield


def _take_known(
    files: Sequence[SourceFile],
    resolver: ConfigResolver,
    examiner: Examiner,
    gathered: Gathered,
    waiting: bytearray,
) -> Iterator[None]:
    """Take what needs no workers, and note that it does not wait for them."""
    for number, file in enumerate(files):
        if file.piped:
            # There is one standard input, and it is ours.
            examiner.examine(file, resolver.for_file(file.path), gathered)
        # What is known is looked up in less time than it would be handed out.
        elif not examiner.recall(file, resolver.for_file(file.path), gathered):
            continue
        waiting[number] = False
        yield


def _sizes(files: Sequence[SourceFile], waiting: Sequence[int]) -> array[int]:
    """What each of the waiting pages weighs, in bytes; 0 for all others."""
    sizes = array("I", bytes(array("I").itemsize * len(files)))
    for number in compress(range(len(files)), waiting):
        try:
            size = os.stat(files[number].path).st_size
        except (OSError, ValueError):
            size = 0
        sizes[number] = min(size, MAX_BYTES) + _PER_PAGE
    return sizes


def _batches(files: Sequence[SourceFile], sizes: Sequence[int], resolver: ConfigResolver, jobs: int) -> Iterator[Batch]:
    """The pages in batches that are worked on in about the same time, and towards the end in ever less."""
    from attribution_lint.workers import Batch

    large = sorted((number for number, size in enumerate(sizes) if size >= _LARGE), key=lambda number: -sizes[number])
    for number in large:
        file = files[number]
        yield Batch(((file, resolver.for_file(file.path)),))
    left = sum(size for size in sizes if size < _LARGE)
    batch: list[tuple[SourceFile, PageConfig]] = []
    weight = 0
    for file, size in zip(files, sizes, strict=True):
        if not 0 < size < _LARGE:
            continue
        batch.append((file, resolver.for_file(file.path)))
        weight += size
        share = min(max(left // (jobs * _ROUNDS), _SMALLEST_BATCH), _LARGEST_BATCH)
        if weight >= share or len(batch) == _MOST_PAGES:
            yield Batch(tuple(batch))
            left -= weight
            batch, weight = [], 0
    if batch:
        yield Batch(tuple(batch))
