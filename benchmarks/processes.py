"""Whole processes, timed: what a user waits for, with starting, imports and ending."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_STOPWATCH = Path(__file__).with_name("commands") / "stopwatch.py"


class FailedError(Exception):
    """A command that is to be measured did not do its work."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something to run."""

    words: tuple[str, ...]
    folder: Path
    """Where it runs."""
    codes: Collection[int] = (0,)
    """Exit codes that say that it did its work."""
    silent: bool = False
    """It has nothing to print. Others that print nothing failed, whatever their code says: it can mean wrong usage."""
    cores: int = 0
    """How many it may use; 0: all."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a command took."""

    wall: float
    """Seconds on the clock."""
    cpu: float
    """Seconds of work, in all its processes; for one process on an idle machine the same as on the clock."""
    peak: int
    """Bytes: the most that one of its processes held at once."""


def run(command: Command, output: Path | None = None) -> Taken:
    """Run a command, its standard output into a file or nowhere.

    Raises:
        FailedError: it could not be started, ended with another code than it may, or did not say anything.
    """
    with tempfile.TemporaryDirectory() as folder:
        target = output or Path(folder, "output")
        taken = _timed(command, target)
        if taken["code"] not in command.codes:
            raise FailedError(f"ended with {taken['code']}: {' '.join(command.words)[:200]}")
        if not command.silent and not target.stat().st_size:
            raise FailedError(f"printed nothing: {' '.join(command.words)[:200]}")
    return Taken(taken["wall"], taken["cpu"], int(taken["peak"]))


def _timed(command: Command, output: Path) -> dict[str, float]:
    given = [sys.executable, "-I", "-S", str(_STOPWATCH), str(command.cores), str(output), *command.words]
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(given, cwd=command.folder, env=surroundings, check=False, capture_output=True)
    if done.returncode:
        raise FailedError(f"not started: {' '.join(command.words)[:200]}")
    taken: dict[str, float] = json.loads(done.stdout)
    return taken


def take_turns(commands: Sequence[Command], runs: int) -> list[Taken]:
    """What each command takes: the median of several runs, in turns, so that a slow minute is everybody's."""
    taken = [[run(command) for command in commands] for _ in range(runs)]
    return [_middle(of_one) for of_one in zip(*taken, strict=True)]


def _middle(runs: Sequence[Taken]) -> Taken:
    """The median of each measure by itself."""
    return Taken(median(one.wall for one in runs), median(one.cpu for one in runs), max(one.peak for one in runs))
