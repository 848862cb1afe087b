"""Which configuration holds for a page: the nearest file upwards, its overrides, and above all the command line.

The answer for a page depends on the page and on the options of the command line, never on what else is linted.
"""

# ruff: noqa: PTH100, PTH110, PTH118, PTH120 - paths are strings here, because thousands cost a tenth so

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from attribution_lint.config_file import ConfigFile, Holding, deciding_origin, relative_to
from attribution_lint.expressions import expression
from attribution_lint.globs import GlobError, Globs
from attribution_lint.model import Severity, Status
from attribution_lint.options import CommandLine
from attribution_lint.refusal import similar_path
from attribution_lint.settings import (
    OWN_FILE,
    PYPROJECT,
    STATUSES,
    ConfigError,
    Layer,
    PathSuppression,
    check_rules,
    check_url,
    read_settings,
)
from attribution_lint.sitewide import PROFILE, ProfileError, SiteProfile, read_profile

if TYPE_CHECKING:
    from attribution_lint.origins import Trace

__all__ = ["CommandLine", "ConfigError", "ConfigResolver", "PageConfig"]

NO_PROFILE = "none"
"""In place of the path of a site profile: use none."""
_MOST_FOLDERS = 10_000
_ESCAPED_BYTE = expression("[\udc80-\udcff]")


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
        self._files: dict[str, ConfigFile | None] = {}
        self._profiles: dict[str, SiteProfile] = {}
        self._merged: dict[_Deciding, PageConfig] = {}
        self._above = Layer(site_url=options.site_url, select=options.select, ignore=options.ignore)
        self._check(options)
        try:
            self._excludes = Globs([options.exclude])
        except GlobError as error:
            raise ConfigError(f"{options.called('--exclude')}: {error}") from error
        self._fixed = self._named(options)
        self._options = options
        self._site_profile = options.site_profile
        self._profile = self._named_profile(options)

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
            config = self._merged[deciding] = self._merge(folder, decided, page)[0]
        return config

    @property
    def met(self) -> tuple[tuple[PathSuppression, PageConfig], ...]:
        """The suppressions that held for a page that was asked about, each with a configuration that it is part of."""
        met = {item: config for config in self._merged.values() for item in config.suppressions}
        return tuple(sorted(met.items(), key=lambda pair: (pair[0].file, pair[0].line)))

    def unmet(self, folders: Sequence[str]) -> tuple[tuple[PathSuppression, PageConfig], ...]:
        """The suppressions that held for no page, though all that their file is for was asked about.

        `folders` are those whose pages were all asked about; absolute paths.
        """
        beneath = tuple(os.path.join(folder, "") for folder in folders)
        met = {item for item, _ in self.met}
        return tuple(
            (item, next((config for config in self._merged.values() if config.source == file.path), PageConfig()))
            for file in self._files.values()
            if file is not None and os.path.join(file.path.parent, "").startswith(beneath)
            for item in file.all_suppressions
            if item not in met
        )

    def trace(self, path: str | os.PathLike[str]) -> Trace[PageConfig]:
        """The configuration of a page, and where it comes from, for people.

        Raises:
            ConfigError: its configuration file is wrong, or declares the page to be two things.
        """
        from attribution_lint.origins import Trace

        page = self.absolute(path)
        folder = self._folder(os.path.dirname(page))
        decided = () if folder.file is None else folder.file.decided(page)
        config, deciders = self._merge(folder, decided, page)
        profile = next((path for path, read in self._profiles.items() if read is folder.profile), None)
        return Trace(
            config,
            file=None if folder.file is None else self.shown(folder.file.path),
            profile=None if profile is None else self.shown(profile),
            origins={key: self._origin(folder.file, decider) for key, decider in deciders.items()},
            excluded=self.excluded(page),
            exclusion=self._exclusion(page),
        )

    def called(self, option: str) -> str:
        """What a user has to look at to mend the value of an option: itself, or its variable in the environment."""
        return self._options.called(option)

    def origin(self, option: str, otherwise: str) -> str:
        """Where the value of `--config` or `--site-profile` was given, if it was."""
        given = {"--config": self._options.config, "--site-profile": self._options.site_profile}
        return otherwise if given[option] is None else self._options.origin(option)

    def _merge(
        self, folder: _Folder, decided: tuple[tuple[int, bool], ...], page: str
    ) -> tuple[PageConfig, Mapping[str, _Decider]]:
        file = folder.file
        layers = [] if file is None else file.layers(decided, self.shown(page))
        config, deciders = _merge(None if file is None else file.path, [*layers, Holding(self._above)])
        suppressions = () if file is None else file.suppressions(decided)
        return replace(config, profile=folder.profile, suppressions=suppressions), deciders

    def _origin(self, file: ConfigFile | None, decider: _Decider) -> str:
        number = decider.held.number
        if file is None or number is None:
            return self._options.origin(f"--{decider.key}")
        return file.origin(decider.key, number, decider.table)

    def _exclusion(self, page: str) -> str | None:
        """The glob that decides whether a page is excluded, and where it stands; the outermost folder goes first."""
        above = [page]
        while os.path.dirname(page) != page:
            page = os.path.dirname(page)
            above.append(os.path.join(page, ""))
        found: str | None = None
        for path in reversed(above):
            file = self._folder(os.path.dirname(path.rstrip(os.sep)) or os.sep).file
            for by in (
                None if file is None else file.deciding(path),
                deciding_origin(self._options.exclude, relative_to(path, self.cwd), self._options.origin("--exclude")),
            ):
                found = by or found
            if self._excluded_by(file, path):
                break
        return found

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
        text = path[len(self._beneath) :] if beneath else relative_to(path, self.cwd)
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
                raise ConfigError(f"{options.called(option)}: {problem}")

    def _named(self, options: CommandLine) -> ConfigFile | None:
        if options.config is None:
            return None
        path, called = self.absolute(options.config), options.called("--config")
        if not os.path.exists(path):
            raise ConfigError(f"{called}: there is no file {self.shown(path)}{self._hint(path)}")
        file = self._load(path)
        if file is None:
            raise ConfigError(f"{called}: {self.shown(path)} has no table [tool.attribution-lint]")
        return file

    def _named_profile(self, options: CommandLine) -> SiteProfile | None:
        name = options.site_profile
        if name is None or name == NO_PROFILE:
            return None
        path = self.absolute(name)
        if not os.path.exists(path):
            called = options.called("--site-profile")
            raise ConfigError(
                f"{called}: there is no file {self.shown(path)}{self._hint(path) or '; `init` makes one'}"
            )
        return self._read_profile(path)

    def _hint(self, path: str) -> str:
        close = similar_path(path)
        return f"; did you mean {self.shown(close)}?" if close else ""

    def _read_profile(self, path: str) -> SiteProfile:
        if path not in self._profiles:
            try:
                self._profiles[path] = read_profile(Path(path), self.shown(path))
            except ProfileError as error:
                raise ConfigError(str(error)) from error
        return self._profiles[path]

    def _load(self, path: str) -> ConfigFile | None:
        if path not in self._files:
            settings = read_settings(Path(path), self.shown(path), self._rules)
            self._files[path] = None if settings is None else ConfigFile(Path(path), settings)
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

    def _nearest_file(self, folder: str, above: _Folder | None) -> ConfigFile | None:
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

    def _excluded_by(self, file: ConfigFile | None, path: str) -> bool:
        """Whether a path is excluded by itself; a folder's ends with a slash."""
        verdict = False if file is None else file.excludes(path)
        return self._excludes.verdicts(relative_to(path, self.cwd)).get(0, verdict) if self._excludes else verdict


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder on the way to a page."""

    file: ConfigFile | None
    """The configuration of the pages in it."""
    excluded: bool
    profile: SiteProfile | None = None
    """The site profile of the pages in it."""


@dataclass(frozen=True, slots=True)
class _Decider:
    """What a value comes from: a level, and the key there."""

    held: Holding
    key: str
    table: str = ""


_Deciding = tuple[ConfigFile | None, int, tuple[tuple[int, bool], ...]]
"""The file, the site profile by its identity, and the verdicts of globs that a configuration comes from."""


def _merge(source: Path | None, holding: Sequence[Holding]) -> tuple[PageConfig, Mapping[str, _Decider]]:
    """What holds for a page, and by key (`severity.ID` for what a rule comes to) what decided it."""
    site_url: str | None = None
    select: tuple[str, ...] | None = None
    ignore: dict[str, _Decider] = {}
    severity: dict[str, Severity | None] = {}
    declared: Status | None = None
    selectors: dict[Status, str] = {}
    deciders: dict[str, _Decider] = {}
    for held in holding:
        layer = held.layer
        if layer.site_url:
            site_url = layer.site_url
            deciders["site-url"] = _Decider(held, "site-url")
        if layer.select is not None:
            # Who names the rules to run means them to run: what was said against them before no longer counts.
            select = layer.select
            ignore = {}
            severity = {rule: level for rule, level in severity.items() if level is not None}
            deciders["select"] = _Decider(held, "select")
        ignore.update((rule, _Decider(held, "ignore")) for rule in layer.ignore)
        severity.update(layer.severity)
        deciders.update((f"severity.{rule}", _Decider(held, rule, "severity")) for rule in layer.severity)
        selectors.update(layer.selectors)
        deciders.update((f"selectors.{status}", _Decider(held, str(status), "selectors")) for status in layer.selectors)
        for status, says in held.declared.items():
            if says:
                declared = status
                deciders["declared"] = _Decider(held, str(status))
            elif declared is status:
                declared = None
                deciders["declared"] = _Decider(held, str(status))
    deciders.update((f"severity.{rule}", decider) for rule, decider in ignore.items())
    off = {rule for rule, level in severity.items() if level is None}
    stale = [key for key in deciders if key.startswith("severity.") and key[9:] not in {*severity, *ignore}]
    for key in stale:  # a level that turned a rule off, before a later one selected it
        del deciders[key]
    config = PageConfig(
        source=source,
        site_url=site_url,
        select=None if select is None else tuple(sorted(set(select))),
        ignore=tuple(sorted(off.union(ignore))),
        severity={rule: level for rule, level in sorted(severity.items()) if level is not None},
        declared=declared,
        # In the order of the statuses: of two that match, the one that asks for more decides.
        selectors=tuple((status, selectors[status]) for status in STATUSES if status in selectors),
    )
    return config, deciders
