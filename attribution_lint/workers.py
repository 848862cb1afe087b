"""Pages examined in several processes at once.

Each worker has one batch in hand and answers with what it found; none is sent more than it has asked for, so that no
pipe fills up and memory does not grow with the site. A worker that dies costs nobody else's pages: those that it had in
hand are given out again one by one, and only one that a worker dies with alone is to blame.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, cast

from attribution_lint.examine import Gathered
from attribution_lint.model import Problem

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkContext, SpawnContext
    from multiprocessing.process import BaseProcess

    from attribution_lint.config import PageConfig
    from attribution_lint.examine import Examiner
    from attribution_lint.files import SourceFile

_PATIENCE = 1.0
"""Seconds that a worker whose pipe is closed gets to end by itself, so that its own exit code is seen."""
_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_NOT_TRIED = (
    "a process died while it was to check this page and others, and no other could be started, so it was not checked; "
    "run again when the system has room for processes"
)


@dataclass(frozen=True, slots=True)
class Batch:
    """Pages that one worker has in hand, each with its configuration."""

    pages: tuple[tuple[SourceFile, PageConfig], ...]
    suspect: bool = False
    """A worker died with this one page, and others perhaps."""


class Crew:
    """Workers, as many as there is work for."""

    def __init__(self, examiner: Examiner, size: int, method: str) -> None:
        """Take what is to be done, how many may do it at once, and the method by which processes start."""
        self._examiner = examiner
        self._size = size
        self._forks = method == "fork"
        self._context = cast("ForkContext | SpawnContext", multiprocessing.get_context(method))
        self._workers: list[_Worker] = []
        self._returned: deque[Batch] = deque()
        self._batches: Iterator[Batch] = iter(())

    def examine(self, batches: Iterable[Batch]) -> Generator[Gathered]:
        """Examine all pages, in no certain order. To stop at once, close the iterator."""
        self._batches = iter(batches)
        try:
            while True:
                self._hire()
                if self._workers:
                    ready = wait([worker.connection for worker in self._workers])
                    for worker in [worker for worker in self._workers if worker.connection in ready]:
                        yield self._hear(worker)
                elif (batch := self._next()) is not None:
                    yield self._do(batch)
                else:
                    return
        finally:
            for worker in self._workers:
                worker.process.kill()
            for worker in self._workers:
                worker.end()
            self._workers.clear()

    def _next(self) -> Batch | None:
        return self._returned.popleft() if self._returned else next(self._batches, None)

    def _hire(self) -> None:
        while len(self._workers) < self._size and (batch := self._next()) is not None:
            try:
                worker = self._start()
            except OSError:
                # The system gives no more processes: those that there are must do, and without any this one.
                self._size = len(self._workers)
                self._returned.appendleft(batch)
            else:
                self._workers.append(worker)
                worker.hand(batch)

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        # A fork inherits our ends of all pipes. While a worker has one open, no other sees its end when we are gone.
        strangers = [ours, *(worker.connection for worker in self._workers)] if self._forks else []
        process = self._context.Process(target=_serve, args=(theirs, self._examiner, strangers), daemon=True)
        try:
            with _undisturbed():
                process.start()
        except OSError:
            ours.close()
            raise
        finally:
            theirs.close()
        return _Worker(process, ours)

    def _hear(self, worker: _Worker) -> Gathered:
        """Take what a worker found, and give it more to do."""
        try:
            gathered: Gathered | None = worker.connection.recv()
        except (EOFError, OSError):
            self._workers.remove(worker)
            return self._mourn(worker)
        if gathered is None:
            worker.has_begun = True
            return Gathered()
        batch = self._next()
        if batch is None:
            self._workers.remove(worker)
            worker.end()
        else:
            worker.hand(batch)
        return gathered

    def _mourn(self, worker: _Worker) -> Gathered:
        """Give out again what a dead worker had in hand, or say of a page that it is the one to blame."""
        code = worker.end()
        batch = worker.batch
        if not worker.has_begun:
            # It died of what it is, not of a page, and another one may too.
            self._size -= 1
            self._returned.appendleft(batch)
        elif batch.suspect:
            return Gathered(problems=[Problem(file.shown, _cause_of_death(code)) for file, _ in batch.pages])
        else:
            self._returned.extend(Batch((page,), suspect=True) for page in batch.pages)
        return Gathered()

    def _do(self, batch: Batch) -> Gathered:
        """Examine pages in this process, but none that a worker may have died of: all that was found would be lost."""
        if batch.suspect:
            return Gathered(problems=[Problem(file.shown, _NOT_TRIED) for file, _ in batch.pages])
        gathered = Gathered()
        for file, config in batch.pages:
            self._examiner.examine(file, config, gathered)
        return gathered


class _Worker:
    """A worker, seen from outside."""

    def __init__(self, process: BaseProcess, connection: Connection) -> None:
        self.process = process
        self.connection = connection
        self.has_begun = False
        """It is known to have come as far as to the first page of its batch."""
        self.batch = Batch(())
        self._configs: dict[int, tuple[int, PageConfig]] = {}

    def hand(self, batch: Batch) -> None:
        """Give it pages; a configuration that it was sent before goes by its number."""
        self.batch = batch
        self.has_begun = False
        new: list[PageConfig] = []
        pages: list[tuple[SourceFile, int]] = []
        for file, config in batch.pages:
            if id(config) not in self._configs:
                # The configuration itself is kept too, so that its identity stays its own.
                self._configs[id(config)] = len(self._configs), config
                new.append(config)
            pages.append((file, self._configs[id(config)][0]))
        with suppress(OSError):  # it is dead, which shows when it is heard
            self.connection.send((new, pages))

    def end(self) -> int | None:
        """Let it go, and say what it ended with."""
        self.connection.close()
        self.process.join(_PATIENCE)
        self.process.kill()
        self.process.join()
        return self.process.exitcode


def _serve(connection: Connection, examiner: Examiner, strangers: Sequence[Connection]) -> None:
    """Be a worker: examine what comes, until nothing does."""
    # Ctrl-C goes to all processes of a terminal; what it means for the workers is decided in one place.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
    for stranger in strangers:
        stranger.close()
    configs: list[PageConfig] = []
    with suppress(EOFError, OSError):  # nobody is there any more
        while True:
            new, pages = connection.recv()
            connection.send(None)
            configs += new
            gathered = Gathered()
            for file, number in pages:
                examiner.examine(file, configs[number], gathered)
            connection.send(gathered)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold signals back while a worker starts, which would else die of a Ctrl-C before it can ignore it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _cause_of_death(code: int | None) -> str:
    if code is not None and code < 0:
        names = {item.value: item.name for item in signal.Signals}
        cause = f"it was ended by {names.get(-code, f'signal {-code}')}"
        if names.get(-code) == "SIGKILL":
            cause += ", as systems do when memory runs out"
    else:
        cause = f"it ended with exit code {code}"
    return (
        f"the process that checked it died twice ({cause}), so it was not checked; split or exclude the page, and "
        "please report it"
    )
