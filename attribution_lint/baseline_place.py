"""Where baselines lie: which one governs a page, what its pages are called in a run, and which of them are still there.

As with all such files, for each page the nearest one upwards counts, whatever else stands on the command line.
"""

# ruff: noqa: PTH110, PTH112, PTH117, PTH118, PTH120 - paths are strings here, because thousands cost a tenth so

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from attribution_lint.baseline import Entries, Entry, Seen
from attribution_lint.baseline_file import BaselineError, read_entries
from attribution_lint.config import ConfigError, ConfigResolver
from attribution_lint.expressions import expression
from attribution_lint.files import SourceFile

if TYPE_CHECKING:
    from attribution_lint.model import Report

BASELINE = "attribution-lint.baseline.json"
"""Name of the file; it holds for the pages beneath its folder."""

_SPELT_BYTE = expression(r"\\x([89a-f][0-9a-f])")


class Nearest:
    """Finds the nearest baseline upwards; every folder is looked into once."""

    def __init__(self) -> None:
        self._known: dict[str, str | None] = {}

    def of(self, folder: str) -> str | None:
        """The baseline that governs the pages of a folder, which need not exist; both paths are absolute."""
        way = []
        # In a loop: paths may be deep.
        while folder not in self._known:
            way.append(folder)
            path = os.path.join(folder, BASELINE)
            parent = os.path.dirname(folder)
            if os.path.exists(path) or parent == folder:
                self._known[folder] = path if os.path.exists(path) else None
                break
            folder = parent
        found = self._known[folder]
        self._known.update(dict.fromkeys(way, found))
        return found

    def of_all(self, files: Iterable[SourceFile]) -> list[str]:
        """The baselines that govern any of the pages, sorted."""
        folders = {os.path.dirname(file.path) for file in files}
        return sorted({found for folder in folders if (found := self.of(folder)) is not None})


def read_governing(paths: Iterable[str], resolver: ConfigResolver, nearest: Nearest | None) -> dict[str, Entry]:
    """What baselines say, by paths as a report shows them.

    With `nearest`, each is asked only about the pages that it is the nearest one of.

    Raises:
        ConfigError: one of them cannot be used.
    """
    entries: dict[str, Entry] = {}
    for path in paths:
        site = ConfigResolver(os.path.dirname(path))
        try:
            read = read_entries(path, resolver.shown(path))
        except BaselineError as error:
            raise ConfigError(str(error)) from error
        for key, entry in read.items():
            page = site.absolute(key)
            if nearest is None or nearest.of(os.path.dirname(page)) == path:
                entries[resolver.shown_file(page)] = entry
    return entries


def within(entries: Entries, path: str, resolver: ConfigResolver) -> dict[str, Entry]:
    """A baseline by paths relative to the folder of the file that it is to lie in.

    Raises:
        ConfigError: a page is outside of that folder.
    """
    site = ConfigResolver(os.path.dirname(path))
    result = {}
    for page, entry in entries.items():
        key = site.shown(resolver.absolute(page))
        if key.startswith("../") or os.path.isabs(key):
            raise ConfigError(
                f"{page} is outside of the folder of {resolver.shown(path)}, and a baseline holds for the pages "
                "beneath its folder; name a place above all pages with --baseline"
            )
        result[key] = entry
    return result


def place_for(paths: Sequence[str], resolver: ConfigResolver) -> str:
    """Where the baseline of paths is, or is to be, if none is named: there `check` finds it without being told.

    The one that governs them; else beside the configuration that does; else in the working directory. If that is not
    above all of them, in the folder that is.

    Raises:
        ConfigError: a configuration file is wrong.
    """
    folders = asked_for(paths, resolver)
    try:
        common = os.path.commonpath(folders)
    except ValueError:  # on different drives
        return os.path.join(resolver.cwd, BASELINE)
    found = Nearest().of(common)
    if found is not None:
        return found
    configuration = resolver.for_file(os.path.join(common, BASELINE)).source
    for folder in (None if configuration is None else str(configuration.parent), resolver.cwd):
        if folder is not None and os.path.join(common, "").startswith(os.path.join(folder, "")):
            return os.path.join(folder, BASELINE)
    return os.path.join(common, BASELINE)


def asked_for(paths: Sequence[str], resolver: ConfigResolver) -> list[str]:
    """The folders, absolute, that paths on a command line are, or that what they lead to is beneath."""
    folders = []
    for path in paths or (".",):
        folder = resolver.cwd if path == "-" else resolver.absolute(path)
        while not os.path.isdir(folder) and folder != os.path.dirname(folder):
            folder = os.path.dirname(folder)
        folders.append(folder)
    return folders


def look(  # noqa: PLR0913, PLR0917 - all that a run knows before it begins
    entries: Entries,
    files: Iterable[SourceFile],
    paths: Sequence[str],
    resolver: ConfigResolver,
    rules: Iterable[str],
    nearest: Nearest | None = None,
) -> Seen:
    """Find out what became of the pages of a baseline, if a run reads all of its pages.

    Args:
        entries: of the baseline.
        files: the pages of the run.
        paths: those that were asked for.
        resolver: of the run.
        rules: the ids of those that the command line left to run.
        nearest: finds the baseline of each page; None where one is for all of them.
    """
    read = {file.shown for file in files if file.shown in entries} if entries else set()
    gone = {path: place for path in entries.keys() - read if is_gone(place := resolver.absolute(path))}
    folders = [os.path.join(path, "") for path in map(resolver.absolute, paths) if os.path.isdir(path)]
    missed = (path for path, place in gone.items() if place.startswith(tuple(folders)))
    governed_by: dict[str, str | None] = {}
    if nearest is not None and gone:
        governed_by = {file.shown: nearest.of(os.path.dirname(file.path)) for file in files}
        governed_by |= {path: nearest.of(os.path.dirname(place)) for path, place in gone.items()}
    return Seen(frozenset(read), frozenset(gone), frozenset(missed), frozenset(rules), governed_by)


def after_run(seen: Seen, report: Report) -> Seen:
    """The same once the run is over: without what it could not read."""
    unsound = {problem.path for problem in report.problems}
    return replace(seen, read=frozenset() if report.unchecked else seen.read - unsound)


def is_gone(path: str) -> bool:
    """Whether there is surely no file at a path; a byte of a name that is no text may be spelt out in it."""
    spellings = {path, _SPELT_BYTE.sub(lambda byte: chr(0xDC00 + int(byte[1], 16)), path)}
    return all(map(_is_missing, spellings))


def _is_missing(path: str) -> bool:
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):  # it may be there, and not for us to see
        return False
    return False
