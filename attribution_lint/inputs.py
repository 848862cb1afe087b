"""The pages that a command line asks for: what its paths lead to, and of those the ones that have changed."""

# ruff: noqa: PTH112, PTH114, PTH118, PTH119, PTH120 - paths are strings here, as those of discovery are

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from attribution_lint.discovery import STANDARD_INPUT, Discovery, discover

if TYPE_CHECKING:
    from attribution_lint.changes import Places, Repository
    from attribution_lint.config import ConfigResolver
    from attribution_lint.files import SourceFile


class InputError(Exception):
    """What was asked for cannot be told from other pages; the message says why."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says about pages."""

    paths: Sequence[str] = ()
    """None for the current folder."""
    stdin_filename: str | None = None
    base: str | None = None
    """Only pages that have changed since this revision; None for all."""


@dataclass(frozen=True, slots=True)
class Input:
    """The pages to work on, and what there is to say of the others."""

    discovery: Discovery
    unchanged: int = 0
    """Number of pages that were found and left out, because they have not changed."""
    notes: tuple[str, ...] = ()
    """What the user should know before a report; never mistakes."""


def gather(asked: Asked, config: ConfigResolver) -> Input:
    """Find the pages.

    Raises:
        InputError: git cannot tell what has changed.
        DiscoveryError: a path leads nowhere, or a glob matches nothing.
        ConfigError: a configuration file on the way is wrong.
    """
    paths = asked.paths or ["."]
    found = discover(paths, config, asked.stdin_filename)
    return Input(found) if asked.base is None else _only_changed(found, paths, asked.base, config)


def _only_changed(found: Discovery, paths: Sequence[str], base: str, config: ConfigResolver) -> Input:
    from attribution_lint.changes import ChangesError, Repository

    places = [_place(config.absolute(path)) for path in paths if path != STANDARD_INPUT]
    try:
        repository = Repository(_folder(places[0]) if places else config.cwd, os.environ)
        changed = repository.changed_since(base)
        kept, left = _sift(found.files, changed, repository)
        ignored = [page for page, real in left if repository.ignored.hold(real)] if left else []
    except ChangesError as error:
        raise InputError(f"--diff: {error}") from error
    notes = []
    if ignored:
        _refuse_ignored(places, ignored, {page for page, _ in left} | {file.path for file in kept}, config)
        pages = f"{len(ignored):,} pages" if len(ignored) > 1 else config.shown_file(ignored[0])
        notes.append(f"git ignores {pages}, so that changes there are not seen: not checked; leave out --diff for that")
    return Input(replace(found, files=tuple(kept)), len(left) - len(ignored), tuple(notes))


def _sift(
    files: Iterable[SourceFile], changed: Places, repository: Repository
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
                f"--diff: {file.shown} is not in the repository {repository.root}; ask for the pages of one at a time"
            )
        if changed.hold(real) or (os.path.islink(real) and changed.hold(os.path.realpath(real))):
            kept.append(file)
        else:
            left.append((file.path, real))
    return kept, left


def _refuse_ignored(places: Sequence[str], ignored: Sequence[str], pages: set[str], config: ConfigResolver) -> None:
    """Refuse a path all of whose pages git ignores: a built site, of which nobody must believe that it was checked."""
    for place in places:
        inner = [page for page in pages if _is_beneath(page, place)]
        if inner and sum(_is_beneath(page, place) for page in ignored) == len(inner):
            those = f"all {len(inner):,} pages" if len(inner) > 1 else "the only page"
            raise InputError(
                f"--diff: git ignores {those} in '{config.shown_file(place)}', so what has changed there "
                "cannot be told; leave out --diff to check it"
            )


def _is_beneath(page: str, place: str) -> bool:
    return page == place or page.startswith(os.path.join(place, ""))


def _place(path: str) -> str:
    """The path itself, or for a glob the deepest folder that exists on the way to what it matches."""
    while not os.path.lexists(path):
        path = os.path.dirname(path)
    return path


def _folder(path: str) -> str:
    return path if os.path.isdir(path) else os.path.dirname(path)
