"""Which configuration holds for a page: the nearest file upwards, its overrides, and above all the command line.

The answer for a page depends on the page and on the options of the command line, never on what else is linted.
"""

# ruff: noqa: PTH100, PTH110, PTH118, PTH120 - paths are strings here, because thousands cost a tenth so

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from attribution_lint.expressions import expression
from attribution_lint.globs import GlobError, Globs
from attribution_lint.model import Severity, Status
from attribution_lint.settings import (
    OWN_FILE,
    PYPROJECT,
    STATUSES,
    ConfigError,
    Layer,
    PathSuppression,
    Settings,
    check_rules,
    check_url,
    read_settings,
)
from attribution_lint.sitewide import PROFILE, ProfileError, SiteProfile, read_profile

__all__ = ["CommandLine", "ConfigError", "ConfigResolver", "PageConfig"]

NO_PROFILE = "none"
"""In place of the path of a site profile: use none."""
_MOST_FOLDERS = 10_000
_LISTS = 1 + len(STATUSES)
"""Lists of globs that a layer has: of what it is for, and of what is declared each of the statuses."""
_ESCAPED_BYTE = expression("[\udc80-\udcff]")


@dataclass(frozen=True, slots=True)
class CommandLine:
    """The options of the command line that configure; each goes above what a file says."""

    site_url: str | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    """Globs relative to the working directory, after those of the files: "!" takes a page back in."""
    config: str | None = None
    """The file to use for all pages, instead of the nearest ones."""
    site_profile: str | None = None
    """The same for the site profile; "none" for no profile at all."""


@dataclass(frozen=True, slots=True)
class PageConfig:
    """What is configured for one page."""

    source: Path | None = None
    """The file that it comes from; None where there is none."""
    site_url: str | None = None
    """The absolute address that the site, or this page, is published at."""
    select: tuple[str, ...] | None = None
    """Ids of the only rules to run, sorted; None for all of them."""
    ignore: tuple[str, ...] = ()
    """Ids of the rules that don't run, sorted; those whose severity is "off" are among them."""
    severity: Mapping[str, Severity] = field(default_factory=dict, hash=False)
    """By rule id; rules that nothing is configured for are left out."""
    declared: Status | None = None
    """What the page is said to be, if anything."""
    selectors: tuple[tuple[Status, str], ...] = ()
    """CSS selectors that declare a page by what stands on it; the first that matches decides."""
    suppressions: tuple[PathSuppression, ...] = ()
    """Findings that don't count on the page."""
    profile: SiteProfile | None = field(default=None, hash=False)
    """What stands on most pages of its site, where that was recorded."""


class ConfigResolver:
    """Finds the configuration of pages; every file is read once."""

    def __init__(
        self,
        cwd: str | os.PathLike[str],
        command_line: CommandLine | None = None,
        rules: Collection[str] | None = None,
    ) -> None:
        """Check the options of the command line, and read the file that they name, if they do.

        Args:
            cwd: the working directory, which paths and the globs of `--exclude` are relative to.
            command_line: the options.
            rules: the ids of all rules there are; None accepts any.

        Raises:
            ConfigError: an option is wrong, or the file that it names.
        """
        options = command_line or CommandLine()
        self.cwd = os.path.abspath(cwd)
        self._beneath = os.path.join(self.cwd, "")
        self._rules = rules
        self._folders: dict[str, _Folder] = {}
        self._files: dict[str, _File | None] = {}
        self._profiles: dict[str, SiteProfile] = {}
        self._merged: dict[_Deciding, PageConfig] = {}
        self._above = Layer(site_url=options.site_url, select=options.select, ignore=options.ignore)
        self._check(options)
        try:
            self._excludes = Globs([options.exclude])
        except GlobError as error:
            raise ConfigError(f"--exclude: {error}") from error
        self._fixed = None if options.config is None else self._named(options.config)
        self._site_profile = options.site_profile
        self._profile = self._named_profile(options.site_profile)

    def for_page(self, path: str | os.PathLike[str]) -> PageConfig:
        """The configuration of a page; the file need not exist.

        Raises:
            ConfigError: its configuration file is wrong, or declares the page to be two things.
        """
        return self.for_file(self.absolute(path))

    def for_file(self, page: str) -> PageConfig:
        """The same for a path that is absolute already; pages that are configured alike share one object.

        Raises:
            ConfigError: its configuration file is wrong, or declares the page to be two things.
        """
        folder = self._folder(os.path.dirname(page))
        file = folder.file
        decided = () if file is None else file.decided(page)
        deciding = (file, id(folder.profile), decided)
        config = self._merged.get(deciding)
        if config is None:
            layers = [] if file is None else file.layers(decided, self.shown(page))
            config = _merge(None if file is None else file.path, [*layers, _Holding(self._above)])
            suppressions = () if file is None else file.suppressions(decided)
            config = replace(config, profile=folder.profile, suppressions=suppressions)
            self._merged[deciding] = config
        return config

    @property
    def met(self) -> tuple[tuple[PathSuppression, PageConfig], ...]:
        """The suppressions that held for a page that was asked about, each with a configuration that it is part of."""
        met = {item: config for config in self._merged.values() for item in config.suppressions}
        return tuple(sorted(met.items(), key=lambda pair: (pair[0].file, pair[0].line)))

    def profile_path(self, path: str | os.PathLike[str]) -> str:
        """Where the profile of the site that a page or folder belongs to is to be kept.

        Beside its configuration; without one in the folder that is named.

        Raises:
            ConfigError: a configuration file is wrong.
        """
        absolute = self.absolute(path)
        file = self._folder(absolute if Path(absolute).is_dir() else os.path.dirname(absolute)).file
        folder = absolute if Path(absolute).is_dir() else os.path.dirname(absolute)
        return os.path.join(folder if file is None else os.path.dirname(file.path), PROFILE)

    def excluded(self, path: str | os.PathLike[str]) -> bool:
        """Whether a page is left out: by a glob that matches it, or matches a folder on the way to it.

        Raises:
            ConfigError: a configuration file is wrong.
        """
        page = self.absolute(path)
        folder = self._folder(os.path.dirname(page))
        return folder.excluded or self._excluded_by(folder.file, page)

    def excluded_folder(self, path: str | os.PathLike[str]) -> bool:
        """Whether a folder is left out with all that is in it.

        Raises:
            ConfigError: a configuration file is wrong.
        """
        return self._folder(self.absolute(path)).excluded

    def may_exclude(self, folder: str) -> bool:
        """Whether pages in a folder can be left out one by one: most often no glob says so, and none need be matched.

        Raises:
            ConfigError: a configuration file is wrong.
        """
        found = self._folder(folder)
        return bool(self._excludes) or found.excluded or (found.file is not None and found.file.has_excludes)

    def absolute(self, path: str | os.PathLike[str]) -> str:
        """A path from the root on, without "." and ".."; symbolic links are not looked at."""
        return os.path.normpath(os.path.join(self.cwd, path))

    def shown(self, path: str | os.PathLike[str]) -> str:
        """A path as it is shown: relative to the working directory, with "/" on every system, and valid Unicode."""
        return self.shown_file(self.absolute(path))

    def shown_file(self, path: str) -> str:
        """The same for a path that is absolute already."""
        # Asked for each page: most are beneath, and need no more than that.
        beneath = path.startswith(self._beneath) and os.sep == "/"
        text = path[len(self._beneath) :] if beneath else _relative(path, self.cwd)
        if text.isascii():
            return text
        # Bytes of a name that are no text are written as a shell would write them.
        text = _ESCAPED_BYTE.sub(lambda byte: f"\\x{ord(byte[0]) - 0xDC00:02x}", text)
        return text.encode("utf-8", "backslashreplace").decode()

    def _check(self, options: CommandLine) -> None:
        checks = {
            "--site-url": None if options.site_url is None else check_url(options.site_url),
            "--select": check_rules(options.select or (), self._rules),
            "--ignore": check_rules(options.ignore, self._rules),
        }
        for option, problem in checks.items():
            if problem:
                raise ConfigError(f"{option}: {problem}")

    def _named(self, config: str) -> _File:
        path = self.absolute(config)
        if not os.path.exists(path):
            raise ConfigError(f"--config: there is no file {self.shown(path)}")
        file = self._load(path)
        if file is None:
            raise ConfigError(f"--config: {self.shown(path)} has no table [tool.attribution-lint]")
        return file

    def _named_profile(self, name: str | None) -> SiteProfile | None:
        if name is None or name == NO_PROFILE:
            return None
        path = self.absolute(name)
        if not os.path.exists(path):
            raise ConfigError(f"--site-profile: there is no file {self.shown(path)}; `init` makes one")
        return self._read_profile(path)

    def _read_profile(self, path: str) -> SiteProfile:
        if path not in self._profiles:
            try:
                self._profiles[path] = read_profile(Path(path), self.shown(path))
            except ProfileError as error:
                raise ConfigError(str(error)) from error
        return self._profiles[path]

    def _load(self, path: str) -> _File | None:
        if path not in self._files:
            settings = read_settings(Path(path), self.shown(path), self._rules)
            self._files[path] = None if settings is None else _File(Path(path), settings)
        return self._files[path]

    def _folder(self, path: str) -> _Folder:
        known = self._folders.get(path)
        if known is not None:
            return known
        if len(self._folders) > _MOST_FOLDERS:
            # A site can have a folder a page; they are looked at in order, so the old ones are hardly asked for again.
            self._folders.clear()
        # From the known folder above down to this one, in a loop: paths may be deep.
        way = []
        while path not in self._folders:
            way.append(path)
            parent = os.path.dirname(path)
            if parent == path:
                break
            path = parent
        above = self._folders.get(path)
        for folder in reversed(way):
            above = self._folders[folder] = self._enter(folder, above)
        return self._folders[way[0] if way else path]

    def _enter(self, folder: str, above: _Folder | None) -> _Folder:
        if above is not None and (above.excluded or self._excluded_by(above.file, os.path.join(folder, ""))):
            return _Folder(above.file, excluded=True)
        profile = self._profile if self._site_profile is not None else self._nearest_profile(folder, above)
        file = self._fixed or self._nearest_file(folder, above)
        if above is not None and file is above.file and profile is above.profile:
            return above
        return _Folder(file, excluded=False, profile=profile)

    def _nearest_file(self, folder: str, above: _Folder | None) -> _File | None:
        for name in (OWN_FILE, PYPROJECT):
            path = os.path.join(folder, name)
            file = self._load(path) if os.path.exists(path) else None
            if file is not None:
                return file
        return above.file if above else None

    def _nearest_profile(self, folder: str, above: _Folder | None) -> SiteProfile | None:
        path = os.path.join(folder, PROFILE)
        if os.path.exists(path):
            return self._read_profile(path)
        return above.profile if above else None

    def _excluded_by(self, file: _File | None, path: str) -> bool:
        """Whether a path is excluded by itself; a folder's ends with a slash."""
        verdict = False if file is None else file.excludes(path)
        return self._excludes.verdicts(_relative(path, self.cwd)).get(0, verdict) if self._excludes else verdict


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder on the way to a page."""

    file: _File | None
    """The configuration of the pages in it."""
    excluded: bool
    profile: SiteProfile | None = None
    """The site profile of the pages in it."""


class _File:
    """A configuration file, ready to answer for pages."""

    def __init__(self, path: Path, settings: Settings) -> None:
        self.path = path
        self._folder = str(path.parent)
        self._settings = settings
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
        return tuple(sorted(self._pages.verdicts(_relative(page, self._folder)).items())) if self._pages else ()

    def layers(self, decided: tuple[tuple[int, bool], ...], shown: str) -> list[_Holding]:
        """What holds for a page, the later the stronger.

        Raises:
            ConfigError: one level declares it both republished and own.
        """
        verdicts = dict(decided)
        numbers = [
            number // _LISTS
            for number, matches in decided
            if matches and number % _LISTS == 0 and number < self._suppressing
        ]
        return [self._holding(number, verdicts, shown) for number in (0, *numbers)]

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
        verdicts = self._excludes.verdicts(_relative(path, self._folder))
        # The lists come in pairs, an override's paths and its excludes; the top level is for all paths.
        deciding = [number for number in sorted(verdicts) if number % 2 and (number == 1 or verdicts.get(number - 1))]
        return bool(deciding) and verdicts[deciding[-1]]

    def _holding(self, number: int, verdicts: Mapping[int, bool], shown: str) -> _Holding:
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
        return _Holding(layer, declared)

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


@dataclass(frozen=True, slots=True)
class _Holding:
    """A layer that holds for a page, and what it declares the page to be, or not to be."""

    layer: Layer
    declared: Mapping[Status, bool] = field(default_factory=dict)


_Deciding = tuple[_File | None, int, tuple[tuple[int, bool], ...]]
"""The file, the site profile by its identity, and the verdicts of globs that a configuration comes from."""


def _exclude_globs(layer: Layer) -> tuple[tuple[str, ...], ...]:
    return (layer.paths, layer.exclude) if layer.exclude else ((), ())


def _merge(source: Path | None, holding: Sequence[_Holding]) -> PageConfig:
    site_url: str | None = None
    select: tuple[str, ...] | None = None
    ignore: set[str] = set()
    severity: dict[str, Severity | None] = {}
    declared: Status | None = None
    selectors: dict[Status, str] = {}
    for held in holding:
        layer = held.layer
        site_url = layer.site_url or site_url
        if layer.select is not None:
            # Who names the rules to run means them to run: what was said against them before no longer counts.
            select = layer.select
            ignore = set()
            severity = {rule: level for rule, level in severity.items() if level is not None}
        ignore.update(layer.ignore)
        severity.update(layer.severity)
        selectors.update(layer.selectors)
        for status, says in held.declared.items():
            if says:
                declared = status
            elif declared is status:
                declared = None
    ignore.update(rule for rule, level in severity.items() if level is None)
    return PageConfig(
        source=source,
        site_url=site_url,
        select=None if select is None else tuple(sorted(set(select))),
        ignore=tuple(sorted(ignore)),
        severity={rule: level for rule, level in sorted(severity.items()) if level is not None},
        declared=declared,
        # In the order of the statuses: of two that match, the one that asks for more decides.
        selectors=tuple((status, selectors[status]) for status in STATUSES if status in selectors),
    )


def _relative(path: str, folder: str) -> str:
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
