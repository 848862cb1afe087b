"""The pages that a command line asks for: what its paths lead to, and of those the ones that have changed."""

# ruff: noqa: PTH112, PTH114, PTH118, PTH119, PTH120 - paths are strings here, as those of discovery are

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from attribution_lint.discovery import STANDARD_INPUT, Discovery, discover
from attribution_lint.formats import SUFFIXES
from attribution_lint.refusal import RefusalError, similar_path

if TYPE_CHECKING:
    from attribution_lint.changes import Places, Repository
    from attribution_lint.config import ConfigResolver
    from attribution_lint.files import SourceFile


_NAMED = 3
"""Paths that are named before it is said that there are more."""


class InputError(RefusalError):
    """What was asked for cannot be told from other pages; the message says why."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says about pages."""

    paths: Sequence[str] = ()
    """None for the current folder, unless there is a list."""
    stdin_filename: str | None = None
    base: str | None = None
    """Only pages that have changed since this revision; None for all."""
    files_from: str | None = None
    """Path of a list of files, or "-" for standard input."""


@dataclass(frozen=True, slots=True)
class Input:
    """The pages to work on, and what there is to say of the others."""

    discovery: Discovery
    unchanged: int = 0
    """Number of pages that were found and left out, because they have not changed."""
    notes: tuple[str, ...] = ()
    """What the user should know before a report; never mistakes."""
    asked: Asked = Asked()
    """What led to them."""
    details: tuple[str, ...] = ()
    """What only a user who asks for details wants to know."""


def gather(asked: Asked, config: ConfigResolver) -> Input:
    """Find the pages.

    Raises:
        InputError: the list cannot be read, or git cannot tell what has changed.
        DiscoveryError: a path leads nowhere, or a glob matches nothing.
        ConfigError: a configuration file on the way is wrong.
    """
    listed = () if asked.files_from is None else _listed(asked.files_from, asked.paths, config)
    paths = asked.paths if asked.paths or asked.files_from is not None else ["."]
    found = discover(paths, config, asked.stdin_filename, listed)
    named = [*paths, *listed]
    result = Input(found) if asked.base is None else _only_changed(found, named, asked.base, config)
    return replace(result, asked=asked, notes=(*result.notes, *_links(found)), details=_details(found))


def nothing_found(result: Input) -> Iterator[str]:
    """Say why there is no page to work on."""
    asked = result.asked
    if result.unchanged:
        pages = "the only page is" if result.unchanged == 1 else f"all {result.unchanged:,} pages are"
        yield f"no page has changed since {asked.base}: {pages} as before, and nothing was checked"
        return
    named = [f"'{path}'" for path in asked.paths]
    if asked.files_from is not None:
        on_input = asked.files_from == STANDARD_INPUT
        named.append("the list on standard input" if on_input else f"the list '{asked.files_from}'")
    excluded = result.discovery.excluded
    count = f"{excluded:,} {'page or folder is' if excluded == 1 else 'pages or folders are'}"
    but = f", for {count} excluded" if excluded else ""
    where = ", ".join(named) or "the current folder"
    yield f"nothing to check: no page ({', '.join(SUFFIXES)}) found in {where}{but}"
    if not excluded:
        yield "in folders .txt files and such as README.md are left out; name them to read them"


def _listed(files_from: str, paths: Sequence[str], config: ConfigResolver) -> tuple[str, ...]:
    from attribution_lint.listing import read_names

    if files_from == STANDARD_INPUT:
        if STANDARD_INPUT in paths:
            raise InputError(
                f"{config.called('--files-from')} -: standard input cannot be both the list and a page; leave one out"
            )
        return read_names(sys.stdin.buffer.read())
    try:
        return read_names(Path(config.absolute(files_from)).read_bytes())
    except FileNotFoundError:
        close = similar_path(config.absolute(files_from))
        hint = f"; did you mean '{config.shown(close)}'?" if close else ""
        raise InputError(f"{config.called('--files-from')}: there is no file '{files_from}'{hint}") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise InputError(f"{config.called('--files-from')}: '{files_from}' cannot be read: {reason}") from error


def _links(found: Discovery) -> Iterator[str]:
    if found.unfollowed:
        links = "a symbolic link" if len(found.unfollowed) == 1 else f"{len(found.unfollowed):,} symbolic links"
        yield f"{links} to pages not followed: {_some(found.unfollowed)}; name what should be checked, or exclude it"
    if found.dead:
        links = "1 symbolic link leads" if len(found.dead) == 1 else f"{len(found.dead):,} symbolic links lead"
        yield f"{links} nowhere: {_some(found.dead)}"


def _some(paths: Sequence[str]) -> str:
    return ", ".join(paths[:_NAMED]) + (", …" if len(paths) > _NAMED else "")


def _details(found: Discovery) -> tuple[str, ...]:
    details = []
    if found.no_pages == 1:
        details.append("1 file in the list is no page, and left out")
    elif found.no_pages:
        details.append(f"{found.no_pages:,} files in the list are no pages, and left out")
    if found.excluded:
        details.append(
            f"excluded: {found.excluded:,} {'page or folder' if found.excluded == 1 else 'pages or folders'}"
        )
    if found.skipped:
        details.append(f"not looked into: {found.skipped:,} dot folders, folders such as node_modules, symbolic links")
    return tuple(details)


def _only_changed(found: Discovery, paths: Sequence[str], base: str, config: ConfigResolver) -> Input:
    from attribution_lint.changes import ChangesError, Repository

    places = [_place(config.absolute(path)) for path in paths if path != STANDARD_INPUT]
    try:
        repository = Repository(_folder(places[0]) if places else config.cwd, os.environ)
        changed = repository.changed_since(base)
        kept, left = _sift(found.files, changed, repository, config.called("--diff"))
        ignored = [page for page, real in left if repository.ignored.hold(real)] if left else []
    except ChangesError as error:
        raise InputError(f"{config.called('--diff')}: {error}") from error
    notes = []
    if ignored:
        _refuse_ignored(places, ignored, {page for page, _ in left} | {file.path for file in kept}, config)
        pages = f"{len(ignored):,} pages" if len(ignored) > 1 else config.shown_file(ignored[0])
        notes.append(f"git ignores {pages}, so that changes there are not seen: not checked; leave out --diff for that")
    return Input(replace(found, files=tuple(kept)), len(left) - len(ignored), tuple(notes))


def _sift(
    files: Iterable[SourceFile], changed: Places, repository: Repository, called: str
) -> tuple[list[SourceFile], list[tuple[str, str]]]:
    """The pages that have changed, and the paths of all others, each with its real one."""
    kept: list[SourceFile] = []
    left: list[tuple[str, str]] = []
    folders: dict[str, str] = {}
    beneath = os.path.join(repository.root, "")
    for file in files:
        # What is piped in is what an editor has in hand.
        if file.piped:
            kept.append(file)
            continue
        folder = os.path.dirname(file.path)
        if folder not in folders:
            folders[folder] = os.path.realpath(folder)
        real = os.path.join(folders[folder], os.path.basename(file.path))
        if not real.startswith(beneath):
            raise InputError(
                f"{called}: {file.shown} is not in the repository {repository.root}; ask for the pages of one at a time"
            )
        if changed.hold(real) or (os.path.islink(real) and changed.hold(os.path.realpath(real))):
            kept.append(file)
        else:
            left.append((file.path, real))
    return kept, left


def _refuse_ignored(places: Sequence[str], ignored: Sequence[str], pages: set[str], config: ConfigResolver) -> None:
    """Refuse a path all of whose pages git ignores: a built site, of which nobody must believe that it was checked."""
    all_beneath = Counter(place for page in pages for place in _above(page))
    ignored_beneath = Counter(place for page in ignored for place in _above(page))
    for place in places:
        if place in all_beneath and all_beneath[place] == ignored_beneath[place]:
            count = all_beneath[place]
            those = f"all {count:,} pages" if count > 1 else "the only page"
            raise InputError(
                f"{config.called('--diff')}: git ignores {those} in '{config.shown_file(place)}', so what has changed "
                "there cannot be told; leave out --diff to check it"
            )


def _above(page: str) -> Iterator[str]:
    """A path and the folders on the way to it."""
    yield page
    while (folder := os.path.dirname(page)) != page:
        yield folder
        page = folder


def _place(path: str) -> str:
    """The path itself, or for a glob the deepest folder that exists on the way to what it matches."""
    while not os.path.lexists(path):
        path = os.path.dirname(path)
    return path


def _folder(path: str) -> str:
    return path if os.path.isdir(path) else os.path.dirname(path)
