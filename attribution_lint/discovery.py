"""From the paths on the command line to the pages to read.

Folders are walked without following symbolic links; what is named on the command line is taken even if it is one.
The result depends on the paths that are named, not on their order.
"""

# ruff: noqa: PTH110, PTH112, PTH113, PTH114, PTH116, PTH118, PTH119, PTH120 - paths are strings here, because thousands cost a tenth so

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from attribution_lint.config import ConfigResolver
from attribution_lint.expressions import expression
from attribution_lint.files import Files, Paths, SourceFile
from attribution_lint.formats import SUFFIXES
from attribution_lint.globs import GlobError, Globs
from attribution_lint.model import Problem
from attribution_lint.refusal import RefusalError, similar_path

STANDARD_INPUT = "-"
"""Stands for standard input among the paths."""

_SUFFIXES = tuple(SUFFIXES)
_NO_PAGES = expression(
    r"(?:readme|changelog|contributing|contributors|copying|licen[cs]e|code[-_]of[-_]conduct)"
    r"(?:[-._](?:[a-z]{2}(?:[-_](?:[a-z]{2}|hans|hant|latn|cyrl))?|\d[\w.]*))?\.(?:md|markdown|mdx)|.*\.txt",
    re.IGNORECASE | re.DOTALL,
)
"""Lies in many folders and is no article, as most plain text is (robots.txt, reports); read where it is named."""
# What tools leave behind, never what they publish: "build", "dist", "public" and "_site" hold built sites.
_JUNK = frozenset({"node_modules", "bower_components", "__pycache__", "venv", "site-packages"})
_NO_PAGE = f"it is no page: only {', '.join(SUFFIXES)} files are read; leave it out, or exclude it"
_NO_FILE = (
    "there is no such file; to list only files that there are: "
    "git diff --name-only --diff-filter=d --relative -z BASE, and give that to --files-from"
)
_SHORT_LOOK = 1000
"""Files that are looked at behind a link that is not followed."""
_WILD = expression(r"[*?\[]")


class DiscoveryError(RefusalError):
    """A path on the command line leads nowhere; the message says which one, and names a similar one that exists."""


@dataclass(frozen=True, slots=True)
class Discovery:
    """What the paths on the command line came to."""

    files: Sequence[SourceFile] = ()
    """Each one once."""
    problems: tuple[Problem, ...] = ()
    """Files that are no pages, and folders that could not be looked into; sorted by path."""
    excluded: int = 0
    """Number of pages, and of folders with all that is in them, that the configuration excludes."""
    skipped: int = 0
    """Number of dot folders, folders of build junk, and symbolic links that were passed by."""
    no_pages: int = 0
    """Number of files in a list that are no pages."""
    unfollowed: tuple[str, ...] = ()
    """Symbolic links to pages that nothing else leads to, as they are shown; sorted."""
    dead: tuple[str, ...] = ()
    """Symbolic links that are called as pages are and lead nowhere."""


def discover(
    paths: Sequence[str], config: ConfigResolver, stdin_filename: str | None = None, listed: Sequence[str] = ()
) -> Discovery:
    """Find the pages that paths lead to: files, folders, globs that no shell expanded, and "-".

    Args:
        paths: as they stand on the command line.
        config: says what is excluded, and what the paths are relative to.
        stdin_filename: the path that standard input goes by, for its configuration and for the report.
        listed: names from a list that was not made for this tool: never globs, and other files than pages among them.

    Raises:
        DiscoveryError: a path leads nowhere, or a glob matches nothing.
        ConfigError: a configuration file on the way is wrong.
    """
    search = _Search(config)
    for path in sorted(set(paths)):
        if path == STANDARD_INPUT:
            search.take_standard_input(stdin_filename)
        else:
            search.take(path)
    for name in dict.fromkeys(listed):
        search.take_listed(name)
    return search.result()


def passed_by(path: str, base: str) -> str | None:
    """Why a page is left out where not it but a folder is named, in words; None where it is not.

    Both paths are absolute; `base` is the folder.
    """
    if os.path.islink(path):
        return "it is a symbolic link"
    if _NO_PAGES.fullmatch(os.path.basename(path)):
        return "most such files are no articles"
    names = Path(os.path.relpath(os.path.dirname(path), base)).parts
    junk = next((name for name in names if name != ".." and (name.startswith(".") or name in _JUNK)), None)
    return None if junk is None else f"folders called {junk} are not looked into"


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found so far; what is in sets counts once, however the paths overlap."""

    pages: Paths
    problems: set[Problem] = field(default_factory=set)
    excluded: set[str] = field(default_factory=set)
    skipped: set[str] = field(default_factory=set)
    no_pages: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.pages or self.problems or self.excluded)

    def update(self, other: _Found) -> None:
        self.pages.update(other.pages)
        self.problems.update(other.problems)
        self.excluded.update(other.excluded)
        self.skipped.update(other.skipped)
        self.links.update(other.links)


class _Search:
    """The way from paths to pages."""

    def __init__(self, config: ConfigResolver) -> None:
        self._config = config
        self._piped: SourceFile | None = None
        self._walks = 0
        self.found = _Found(Paths(config.cwd))

    def take(self, path: str) -> None:
        """Find what one path leads to."""
        if not path:
            raise DiscoveryError("one of the paths is empty; is a variable not set?")
        absolute = self._config.absolute(path)
        self._walks += 1
        try:
            is_folder = stat.S_ISDIR(_status(absolute).st_mode)
        except (FileNotFoundError, NotADirectoryError, ValueError):
            self._expand(absolute)
        except OSError as error:
            if self._config.excluded(absolute):
                self.found.excluded.add(absolute)
            else:
                self._problem(absolute, f"it cannot be opened: {_reason(error)}; mend that, or exclude it")
        else:
            if is_folder:
                self._take_folder(absolute)
            elif self._config.excluded(absolute):
                self.found.excluded.add(absolute)
            elif _is_page(absolute):
                self.found.pages.add(absolute)
            else:
                self._problem(absolute, _NO_PAGE)

    def take_listed(self, name: str) -> None:
        """Take a name from a list; one that leads nowhere is a problem, and the others are checked all the same."""
        absolute = self._config.absolute(name)
        self._walks += 1
        try:
            is_folder = stat.S_ISDIR(_status(absolute).st_mode)
        except OSError as error:
            if self._config.excluded(absolute):
                self.found.excluded.add(absolute)
            elif isinstance(error, (FileNotFoundError, NotADirectoryError)):
                self._problem(absolute, _NO_FILE)
            else:
                self._problem(absolute, f"it cannot be opened: {_reason(error)}; mend that, or exclude it")
        else:
            if is_folder:
                self._take_folder(absolute)
            elif not _is_page(absolute) or _NO_PAGES.fullmatch(os.path.basename(absolute)):
                self.found.no_pages.add(absolute)
            elif self._config.excluded(absolute):
                self.found.excluded.add(absolute)
            else:
                self.found.pages.add(absolute)

    def take_standard_input(self, filename: str | None) -> None:
        """Read a page from standard input, as if it stood in a file of that name."""
        if filename is None:
            self._piped = SourceFile(self._config.absolute(STANDARD_INPUT), "<stdin>", piped=True)
            return
        path = self._config.absolute(filename)
        if self._config.excluded(path):
            self.found.excluded.add(path)
        elif _is_page(path):
            self._piped = SourceFile(path, self._config.shown(path), piped=True)
        else:
            self._problem(path, _NO_PAGE)

    def result(self) -> Discovery:
        """All that was found, in order."""
        if self._piped is not None:
            # It stands in for the file whose name it goes by, which an editor may not have saved yet.
            self.found.pages.add(self._piped.path)
        # What one folder leads to is found in order, and once; thousands of paths are hardly worth a second look.
        overlap = self._walks > 1 or self._piped is not None
        unfollowed, dead = self._lost() if self.found.links else ((), ())
        return Discovery(
            files=Files(
                self.found.pages.sorted() if overlap else self.found.pages, self._config.shown_file, self._piped
            ),
            problems=tuple(sorted(self.found.problems, key=lambda problem: (problem.path, problem.message))),
            excluded=len(self.found.excluded),
            skipped=len(self.found.skipped),
            no_pages=len(self.found.no_pages),
            unfollowed=tuple(map(self._config.shown_file, unfollowed)),
            dead=tuple(map(self._config.shown_file, dead)),
        )

    def _take_folder(self, folder: str) -> None:
        if self._config.excluded_folder(folder):
            self.found.excluded.add(folder)
            return
        for listing in self._walk([folder]):
            self._take_pages(listing.files)

    def _take_pages(self, files: Iterable[str], *, named: bool = False) -> None:
        """Take the pages among the files of one folder; `named`: by how they end, so that no kind is passed by."""
        pages = [
            file for file in files if _is_page(file) and (named or not _NO_PAGES.fullmatch(os.path.basename(file)))
        ]
        if pages and self._config.may_exclude(os.path.dirname(pages[0])):
            excluded = {file for file in pages if self._config.excluded(file)}
            self.found.excluded.update(excluded)
            pages = [file for file in pages if file not in excluded]
        self.found.pages.update(pages)

    def _expand(self, pattern: str) -> None:
        """Take what a glob matches; the names in it that exist as they are written are no wildcards."""
        folder, names = _existing(pattern)
        if not _WILD.search(names[0]):
            raise DiscoveryError(self._nowhere(pattern, folder, names[0]))
        inner = _Search(self._config)
        inner.match(folder, names)
        self._walks += 1
        if not inner.found:
            raise DiscoveryError(f"{self._config.shown(pattern)} matches no page; quote it as it should be matched")
        self.found.update(inner.found)

    def match(self, folder: str, names: Sequence[str]) -> None:
        """Take what a glob matches beneath a folder, one name a step."""
        if self._config.excluded_folder(folder):
            self.found.excluded.add(folder)
            return
        folders = [folder]
        for name in names[:-1]:
            if name == "**":
                folders = list(dict.fromkeys(listing.folder for listing in self._walk(folders)))
            else:
                matches = _matcher(name)
                listings = [self._look_into(each) for each in folders]
                folders = [each for listing in listings for each in listing.folders if matches(each)]
        if names[-1] != "**":
            matches = _matcher(names[-1])
            listings = [self._look_into(each) for each in folders]
            for listing in listings:
                self._take_pages([file for file in listing.files if matches(file)], named=_is_page(names[-1]))
            folders = [each for listing in listings for each in listing.folders if matches(each)]
        for listing in self._walk(folders):
            self._take_pages(listing.files)

    def _walk(self, folders: Iterable[str]) -> Iterator[_Listing]:
        stack = list(folders)
        while stack:
            listing = self._look_into(stack.pop())
            stack += listing.folders
            yield listing

    def _look_into(self, folder: str) -> _Listing:
        """The entries of a folder, without what is not to be entered."""
        listing = _Listing(folder)
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.is_symlink():
                        self.found.skipped.add(entry.path)
                        self.found.links.add(entry.path)
                    elif not entry.is_dir(follow_symlinks=False):
                        listing.files.append(entry.path)
                    elif entry.name.startswith(".") or entry.name in _JUNK:
                        self.found.skipped.add(entry.path)
                    elif self._config.excluded_folder(entry.path):
                        self.found.excluded.add(entry.path)
                    else:
                        listing.folders.append(entry.path)
        except OSError as error:
            self._problem(folder, f"the folder cannot be looked into: {_reason(error)}; mend that, or exclude it")
        # The order of a folder is the system's.
        listing.files.sort()
        listing.folders.sort(reverse=True)
        return listing

    def _lost(self) -> tuple[Sequence[str], Sequence[str]]:
        """Of the links that were passed by, those to pages that are not read otherwise, and those that lead nowhere."""
        pages = set(self.found.pages)
        links = [
            link for link in sorted(self.found.links - pages) if _may_be_meant(link) and not self._config.excluded(link)
        ]
        dead = [link for link in links if _is_page(link) and not os.path.exists(link)]
        folders = {folder: os.path.realpath(folder) for folder in set(map(os.path.dirname, pages))}
        known = {os.path.join(folders[os.path.dirname(page)], os.path.basename(page)) for page in pages}
        return [link for link in links if self._is_unfollowed(os.path.realpath(link), known)], dead

    def _is_unfollowed(self, target: str, known: set[str]) -> bool:
        if not os.path.isdir(target):
            return os.path.isfile(target) and _is_page(target) and target not in known and not self._excluded(target)
        beneath = os.path.join(target, "")
        return not any(page.startswith(beneath) for page in known) and not self._excluded(target) and _has_page(target)

    def _excluded(self, target: str) -> bool:
        return self._config.excluded_folder(target) if os.path.isdir(target) else self._config.excluded(target)

    def _problem(self, path: str, message: str) -> None:
        self.found.problems.add(Problem(self._config.shown(path), message))

    def _nowhere(self, path: str, folder: str, name: str) -> str:
        close = similar_path(os.path.join(folder, name))
        hint = f'; did you mean "{self._config.shown(close)}"?' if close else ""
        return f'there is no file or folder "{self._config.shown(path)}"{hint}'


@dataclass(frozen=True, slots=True)
class _Listing:
    """What is to be looked at in a folder; absolute paths."""

    folder: str
    folders: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)


def _status(path: str) -> os.stat_result:
    """The status of what a path leads to, or of a symbolic link that leads nowhere."""
    try:
        return os.stat(path)
    except FileNotFoundError:
        return os.lstat(path)


def _existing(path: str) -> tuple[str, list[str]]:
    """The deepest folder on the way to a path that exists, and the names from there on."""
    folder, names = path, []
    while not os.path.isdir(folder):
        folder, name = os.path.split(folder)
        names.append(name)
    return folder, names[::-1]


def _may_be_meant(link: str) -> bool:
    """Whether a link may stand for pages; editors mark a file that they have in hand by a link called `.#a.html`."""
    name = os.path.basename(link)
    return not name.startswith(".") and name not in _JUNK and not _NO_PAGES.fullmatch(name)


def _has_page(folder: str) -> bool:
    """Whether a page is in a folder that is not to be entered, as far as a short look tells."""
    names = (name for _, _, files in os.walk(folder) for name in files)
    return any(_is_page(name) and not _NO_PAGES.fullmatch(name) for name in islice(names, _SHORT_LOOK))


def _matcher(glob: str) -> Callable[[str], bool]:
    try:
        globs = Globs([(f"/{glob}",)])
    except GlobError as error:
        raise DiscoveryError(str(error)) from error
    return lambda path: bool(globs.verdicts(os.path.basename(path)))


def _is_page(path: str) -> bool:
    return path.lower().endswith(_SUFFIXES)


def _reason(error: OSError) -> str:
    return os.strerror(error.errno) if error.errno else str(error)
