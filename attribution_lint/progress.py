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


class ProgressBar(AbstractContextManager["ProgressBar"]):
    """Shows how far a run has come, once it has taken a second; call it with pages done and pages in all."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._start = time.monotonic()
        self._bar: tuple[Progress, TaskID] | None = None

    def __call__(self, done: int, total: int) -> None:
        """Move the bar."""
        if self._bar is None:
            if time.monotonic() - self._start < _PATIENCE or done >= total:
                return
            self._bar = self._open(total)
        progress, task = self._bar
        progress.update(task, completed=done)

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
        progress = Progress(*columns, console=Console(file=self._stream), transient=True)
        task = progress.add_task("", total=total)
        progress.start()
        return progress, task
