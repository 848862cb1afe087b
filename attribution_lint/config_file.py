"""One configuration file, ready to answer for pages: which of its levels hold, and what they exclude."""

# ruff: noqa: PTH118 - paths are strings here, because thousands cost a tenth so

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from attribution_lint.globs import GlobError, Globs
from attribution_lint.model import Status
from attribution_lint.settings import STATUSES, ConfigError, Layer, PathSuppression, Settings

_LISTS = 1 + len(STATUSES)
"""Lists of globs that a layer has: of what it is for, and of what is declared each of the statuses."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A layer that holds for a page, and what it declares the page to be, or not to be."""

    layer: Layer
    declared: Mapping[Status, bool] = field(default_factory=dict)
    number: int | None = None
    """Of the override in its file, from 1; 0 for the top level, None for the command line."""


class ConfigFile:
    """A configuration file, ready to answer for pages."""

    def __init__(self, path: Path, settings: Settings) -> None:
        self.path = path
        self._folder = str(path.parent)
        self._settings = settings
        # Behind the lists of the layers come those of the suppressions.
        self._suppressing = _LISTS * len(settings.layers)
        lists = [globs for layer in settings.layers for globs in layer.page_globs]
        lists += [item.paths for item in settings.suppressions]
        excludes = [globs for layer in settings.layers for globs in _exclude_globs(layer)]
        try:
            self._pages = Globs(lists)
            self._excludes = Globs(excludes) if any(excludes) else None
        except GlobError as error:
            raise self._glob_error(error) from error

    @property
    def has_excludes(self) -> bool:
        """Whether a page can be excluded by a glob of this file."""
        return self._excludes is not None

    def decided(self, page: str) -> tuple[tuple[int, bool], ...]:
        """What the globs say of a page: all that its configuration can differ in from that of other pages."""
        return tuple(sorted(self._pages.verdicts(relative_to(page, self._folder)).items())) if self._pages else ()

    def layers(self, decided: tuple[tuple[int, bool], ...], shown: str) -> list[Holding]:
        """What holds for a page, the later the stronger.

        Raises:
            ConfigError: one level declares it to be two things.
        """
        verdicts = dict(decided)
        numbers = [
            number // _LISTS
            for number, matches in decided
            if matches and number % _LISTS == 0 and number < self._suppressing
        ]
        return [self._holding(number, verdicts, shown) for number in (0, *numbers)]

    @property
    def all_suppressions(self) -> tuple[PathSuppression, ...]:
        """Those for any pages."""
        return self._settings.suppressions

    def suppressions(self, decided: tuple[tuple[int, bool], ...]) -> tuple[PathSuppression, ...]:
        """The suppressions that hold for a page."""
        first = self._suppressing
        return tuple(
            self._settings.suppressions[number - first] for number, matches in decided if matches and number >= first
        )

    def excludes(self, path: str) -> bool:
        """Whether the globs of this file exclude a path; a folder's ends with a slash."""
        if self._excludes is None:
            return False
        verdicts = self._excludes.verdicts(relative_to(path, self._folder))
        # The lists come in pairs, an override's paths and its excludes; the top level is for all paths.
        deciding = [number for number in sorted(verdicts) if number % 2 and (number == 1 or verdicts.get(number - 1))]
        return bool(deciding) and verdicts[deciding[-1]]

    def deciding(self, path: str) -> str | None:
        """The glob that decides whether this file excludes a path, and where it stands; None where none does."""
        relative = relative_to(path, self._folder)
        found = None
        for number, layer in enumerate(self._settings.layers):
            if number == 0 or Globs([layer.paths]).verdicts(relative).get(0):
                found = deciding_origin(layer.exclude, relative, self.origin("exclude", number)) or found
        return found

    def origin(self, key: str, override: int, table: str = "") -> str:
        """Where the value of a key stands, in words."""
        return self._settings.document.origin(key, override, table)

    def _holding(self, number: int, verdicts: Mapping[int, bool], shown: str) -> Holding:
        layer = self._settings.layers[number]
        declared: dict[Status, bool] = {}
        for place, status in enumerate(STATUSES, 1):
            says = layer.declared.get(status)
            verdict = says if isinstance(says, bool) else verdicts.get(_LISTS * number + place)
            if verdict is not None:
                declared[status] = verdict
        two = [status.value for status, says in declared.items() if says][:2]
        if len(two) == 2:
            problem = f"{shown} is declared both `{two[0]}` and `{two[1]}`; take it out of one of them"
            raise self._settings.document.error(problem, two[1], number)
        return Holding(layer, declared, number)

    def _glob_error(self, error: GlobError) -> ConfigError:
        for number, layer in enumerate(self._settings.layers):
            keys = ("paths", *STATUSES, "exclude")
            for key, globs in zip(keys, (*layer.page_globs, layer.exclude), strict=True):
                try:
                    Globs([globs])
                except GlobError:
                    return self._settings.document.error(f"`{key}`: {error}", key, number)
        for item in self._settings.suppressions:
            try:
                Globs([item.paths])
            except GlobError:
                return ConfigError(f"{item.where}: `paths`: {error}")
        return ConfigError(f"{self._settings.document.shown}: {error}")


def relative_to(path: str, folder: str) -> str:
    """A path relative to a folder, with "/" on every system; a slash at its end stays."""
    beneath = os.path.join(folder, "")
    if path.startswith(beneath) and path != beneath:
        relative = path[len(beneath) :]
    else:
        try:
            relative = os.path.relpath(path, folder) + ("/" if path.endswith(os.sep) else "")
        except ValueError:  # on another drive
            relative = path
    return relative.replace(os.sep, "/")


def deciding_origin(globs: Sequence[str], path: str, origin: str) -> str | None:
    """The glob of a list that decides on a path, and where it stands; None where none does."""
    from attribution_lint.origins import deciding_glob

    glob = deciding_glob(globs, path)
    return None if glob is None else f'"{glob}" in {origin}'


def _exclude_globs(layer: Layer) -> tuple[tuple[str, ...], ...]:
    return (layer.paths, layer.exclude) if layer.exclude else ((), ())
