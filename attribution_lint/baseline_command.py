"""What `baseline` does beside the run over all pages, and `check` with what it wrote."""

# ruff: noqa: PTH110, PTH119 - paths are strings here, as everywhere on the way to a page

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from attribution_lint.baseline import Entries, Entry, Seen, fit, pruned, renewed
from attribution_lint.baseline_file import MAX_BYTES, write_entries
from attribution_lint.baseline_place import BASELINE, Nearest, after_run, look, place_for, read_governing, within
from attribution_lint.config import ConfigError, ConfigResolver
from attribution_lint.registry import Selection, load_rules

if TYPE_CHECKING:
    import argparse

    from attribution_lint.files import SourceFile
    from attribution_lint.model import Report

_PROGRAM = "attribution-lint"


class Follower(Protocol):
    """What follows a run over all pages."""

    @property
    def reads_texts(self) -> bool:
        """Whether it needs the texts that findings mark."""

    def finish(self, report: Report) -> Report:
        """The report to go on with."""


class Fitting:
    """Lays the baselines that govern the pages of a run over its report."""

    def __init__(self, arguments: argparse.Namespace, files: Sequence[SourceFile], resolver: ConfigResolver) -> None:
        """Read the baselines before the run, which may take a while.

        Raises:
            ConfigError: one of them cannot be used, or is named and not there.
        """
        nearest = Nearest() if arguments.baseline is None else None
        if nearest is None:
            paths = [_absolute(arguments.baseline, resolver)]
            if not os.path.exists(paths[0]):
                called = resolver.called("--baseline")
                raise ConfigError(
                    f"{called}: there is no file {resolver.shown(paths[0])}; `{_PROGRAM} baseline` makes one"
                )
        else:
            paths = nearest.of_all(files)
        self._entries = read_governing(paths, resolver, nearest)
        self._shown = ", ".join(map(resolver.shown, paths))
        self._seen = _look(arguments, self._entries, files, resolver, nearest)

    @property
    def reads_texts(self) -> bool:
        """Whether the findings need the texts that they mark: by them a page that is gone is known again."""
        return any(self._entries[path].digest for path in self._seen.gone)

    def finish(self, report: Report) -> Report:
        """The report with the baselines laid over it."""
        return fit(report, self._entries, after_run(self._seen, report), self._shown) if self._shown else report


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is to be written and told."""

    path: str
    """Of the baseline's file; absolute."""
    text: str | None
    """Of that file; None to leave it as it is."""
    told: tuple[str, ...]
    """Lines for the user."""


class Adoption:
    """Takes what a run finds into a baseline, or out of it what it no longer finds."""

    reads_texts = True

    def __init__(self, arguments: argparse.Namespace) -> None:
        self._arguments = arguments
        self._named: str | None = arguments.baseline
        self._before: dict[str, Entry] = {}
        self.outcome: Outcome | None = None
        """What came of it; None where the run does not tell enough."""

    def begin(self, files: Sequence[SourceFile], resolver: ConfigResolver) -> Adoption:
        """Find the file, and read it before the run: what cannot be read must not be written over.

        Raises:
            ConfigError: it cannot be used, or there is none to prune, or another one governs some of the pages.
        """
        self._resolver = resolver
        if self._named is None:
            self._path = place_for(_paths(self._arguments), resolver)
            for other in Nearest().of_all(files):
                if other != self._path:
                    raise ConfigError(
                        f"{resolver.shown(other)} governs some of these pages; run `{_PROGRAM} baseline` on its "
                        "folder, and leave that out here with --exclude"
                    )
        else:
            self._path = _absolute(self._named, resolver)
        self._shown = resolver.shown(self._path)
        self._exists = os.path.exists(self._path)
        if self._exists:
            self._before = read_governing([self._path], resolver, None)
        elif self._arguments.prune:
            raise ConfigError(f"there is no baseline {self._shown} to prune; `{_PROGRAM} baseline` makes one")
        self._seen = _look(self._arguments, self._before, files, resolver, None)
        return self

    def finish(self, report: Report) -> Report:
        """The report as it is; if it is of pages that were all read, a baseline is made of what it finds.

        Raises:
            ConfigError: the baseline cannot hold what it should.
        """
        if report.read and not (report.problems or report.unchecked):
            self.outcome = self._outcome(report)
        return report

    def _outcome(self, report: Report) -> Outcome:
        prune = self._arguments.prune
        after = (pruned if prune else renewed)(report, self._before, self._seen)
        text = write_entries(within(after, self._path, self._resolver))
        if len(text.encode()) > MAX_BYTES:
            raise ConfigError(f"a baseline of {len(after):,} pages is too large; make one for each part of the site")
        if not (after or self._exists):
            return Outcome(self._path, None, ("nothing was found, so no baseline is needed; none was written",))
        if prune and after == self._before:
            return Outcome(self._path, None, (f"{self._shown}: nothing to prune; it covers {_size(after)}",))
        was = f" (before: {_size(self._before)})" if self._exists else ""
        return Outcome(self._path, text, (f"{self._shown}: covers {_size(after)}{was}", *self._next(after)))

    def _next(self, after: Entries) -> tuple[str, ...]:
        if not after:
            return ("It is not needed any more, and can be removed.",)
        option = "" if os.path.basename(self._path) == BASELINE else f" --baseline {self._shown}"
        return (
            f"Keep the file in version control. `{_PROGRAM} check{option}` shows only what is not in it. When some",
            f"of it is mended, `{_PROGRAM} baseline --prune{option}` takes that out.",
        )


def _paths(arguments: argparse.Namespace) -> list[str]:
    """The paths that were asked for, with that which standard input counts as; a list names files and no folder."""
    paths = arguments.paths if arguments.paths or arguments.files_from is not None else ["."]
    return [arguments.stdin_filename or path if path == "-" else path for path in paths]


def _look(
    arguments: argparse.Namespace,
    entries: Entries,
    files: Sequence[SourceFile],
    resolver: ConfigResolver,
    nearest: Nearest | None,
) -> Seen:
    selection = Selection(None if arguments.select is None else tuple(arguments.select), tuple(arguments.ignore))
    return look(entries, files, _paths(arguments), resolver, [rule.id for rule in selection.of(load_rules())], nearest)


def _absolute(name: str, resolver: ConfigResolver) -> str:
    if not name:
        raise ConfigError("--baseline: the name of the file is empty; is a variable not set?")
    return resolver.absolute(name)


def _size(entries: Entries) -> str:
    findings = sum(sum(entry.counts.values()) for entry in entries.values())
    pages = f"{len(entries):,} {'page' if len(entries) == 1 else 'pages'}"
    return f"{findings:,} {'finding' if findings == 1 else 'findings'} on {pages}"
