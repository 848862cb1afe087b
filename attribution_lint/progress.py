"""A progress bar on standard error, for a person who waits."""

from __future__ import annotations

import time
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Self, TextIO

if TYPE_CHECKING:
    from types import TracebackType

    from rich.progress import Progress, TaskID

_PATIENCE = 1.0
"""Seconds before a run counts as a long one."""
_REST = 0.1
"""Seconds between two looks of the bar."""


class ProgressBar(AbstractContextManager["ProgressBar"]):
    """Shows how far a run has come, once it has taken a second; call it with pages done and pages in all."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._next = time.monotonic() + _PATIENCE
        self._bar: tuple[Progress, TaskID] | None = None

    def __call__(self, done: int, total: int) -> None:
        """Move the bar."""
        now = time.monotonic()
        if now < self._next or (self._bar is None and done >= total):
            return
        self._next = now + _REST
        if self._bar is None:
            self._bar = self._open(total)
        progress, task = self._bar
        progress.update(task, completed=done, refresh=True)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Take the bar away again: it leaves nothing behind."""
        if self._bar is not None:
            self._bar[0].stop()

    def __enter__(self) -> Self:
        """Start the clock."""
        return self

    def _open(self, total: int) -> tuple[Progress, TaskID]:
        # Only a run that shows a bar pays for its import.
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("reading pages"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        # No thread of its own moves it: workers may be forked, and a fork copies the locks of threads as they are held.
        progress = Progress(*columns, console=Console(file=self._stream), transient=True, auto_refresh=False)
        task = progress.add_task("", total=total)
        progress.start()
        return progress, task
