"""The way of one file: read, look up, decode, and only then all that costs time.

    bytes ─▶ unchanged since the last run? ─▶ text ─▶ page ─▶ findings, or a problem

What is behind the lookup is imported and loaded when the first page needs it: where nothing has changed, none does.
"""

from __future__ import annotations

import gc
import sys
import traceback
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING

from attribution_lint.cache import Addresses, Cache, News, today
from attribution_lint.model import PageReport, Problem
from attribution_lint.record import RecordError, from_bytes, needs_record, shortened, to_bytes
from attribution_lint.source import MAX_BYTES, UnreadableError, read_bytes, read_source

if TYPE_CHECKING:
    from attribution_lint.cache import Address
    from attribution_lint.config import PageConfig
    from attribution_lint.engine import Knowledge
    from attribution_lint.files import SourceFile


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done with each page."""

    judge: bool = True
    """Run the rules, and keep what there is to tell; otherwise take stock, and keep all."""
    windows: bool = True
    """Findings carry along the source lines that they stand on."""


@dataclass(slots=True)
class Gathered:
    """What was found on some pages."""

    silent: int = 0
    """Number of pages of which there is nothing to tell."""
    pages: list[PageReport] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    news: News = field(default_factory=News)

    def __len__(self) -> int:
        return self.silent + len(self.pages) + len(self.problems)

    def merge(self, other: Gathered) -> None:
        """Take over what was found elsewhere."""
        self.silent += other.silent
        self.pages += other.pages
        self.problems += other.problems
        self.news.merge(other.news)


class Examiner:
    """Examines files, one at a time. It can be sent to another process, and then learns there what it knows."""

    def __init__(self, task: Task, cache: Cache | None = None, knowledge: Knowledge | None = None) -> None:
        """Take the task, what is known of unchanged pages if that counts, and knowledge if there is some already."""
        self._task = task
        self._cache = cache
        self._knowledge = knowledge
        self._addresses = Addresses()
        self._today = today()

    def __reduce__(self) -> tuple[type[Examiner], tuple[Task, Cache | None]]:
        # Knowledge is full of automata that cannot be sent, and is loaded as fast.
        return Examiner, (self._task, self._cache)

    def prepare(self) -> None:
        """Load all knowledge now: what is there before workers are forked, they share."""
        self._know()

    def examine(self, file: SourceFile, config: PageConfig, gathered: Gathered) -> None:
        """Take one file to what was found on it; whatever goes wrong is a problem of that file alone."""
        try:
            data = sys.stdin.buffer.read(MAX_BYTES + 1) if file.piped else read_bytes(file.path)
            if self._cache is None or file.piped:
                self._keep(self._look_at(data, file.shown, config), gathered)
                return
            address = self._addresses.of(file.shown, config, data)
            if not self._recall(self._cache, address, data, file.shown, gathered):
                page = self._look_at(data, file.shown, config)
                gathered.news.add(address, b"" if page is None else to_bytes(page))
                self._keep(page, gathered)
        except UnreadableError as error:
            gathered.problems.append(Problem(file.shown, str(error)))
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001 - no page and no rule may keep the others from being checked
            gathered.problems.append(Problem(file.shown, _internal_error(error)))

    def recall(self, file: SourceFile, config: PageConfig, gathered: Gathered) -> bool:
        """Take what was found on a file the last time, if it is unchanged and there is anything."""
        if not self._cache or file.piped:
            return False
        try:
            data = read_bytes(file.path)
            address = self._addresses.of(file.shown, config, data)
            return self._recall(self._cache, address, data, file.shown, gathered)
        except Exception:  # noqa: BLE001 - whatever it is, it comes again where the page is examined, and is told
            return False

    def _recall(self, cache: Cache, address: Address, data: bytes, shown: str, gathered: Gathered) -> bool:
        number = cache.find(address)
        if number is None:
            return False
        record = cache.record(number)
        try:
            text = read_source(data, shown).text if record and self._task.windows else None
            page = from_bytes(record, shown, text) if record else None
        except (RecordError, UnreadableError):
            return False
        if cache.days[number] != self._today:
            gathered.news.used.append(address.slot)
        self._keep(page, gathered)
        return True

    def _look_at(self, data: bytes, shown: str, config: PageConfig) -> PageReport | None:
        """What there is to tell of a page; None where it is one more own page without findings."""
        source = read_source(data, shown)
        # What a page that is not looked at does not need is imported and loaded here.
        from attribution_lint.engine import check, take_stock

        if not self._task.judge:
            return take_stock(source, config, self._know())
        page = check(source, config, self._know())
        return shortened(page) if needs_record(page) else None

    def _know(self) -> Knowledge:
        if self._knowledge is None:
            from attribution_lint.engine import load_knowledge

            # It lives as long as the process: looking through it for garbage, time and again, is a tenth of all work.
            collecting = gc.isenabled()
            gc.disable()
            try:
                self._knowledge = load_knowledge()
                gc.freeze()
            finally:
                if collecting:
                    gc.enable()
        return self._knowledge

    @staticmethod
    def _keep(page: PageReport | None, gathered: Gathered) -> None:
        if page is None:
            gathered.silent += 1
        else:
            gathered.pages.append(page)


def _internal_error(error: BaseException) -> str:
    """Say what is to be reported of a fault of the tool itself."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {PurePath(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return (
        f"internal error: {type(error).__name__}: {error}{place}; this is a fault of the tool, not of the page: "
        "please report it, with the page"
    )
