"""Which pages have changed since a revision, as git sees it.

Git only reads here: it starts no program that a repository's configuration names, takes no lock and fetches nothing.
"""

# ruff: noqa: PTH112, PTH114, PTH118, PTH120 - paths are strings here, as those of discovery are

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path

from attribution_lint.refusal import RefusalError

_UNSEEN = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE")
"""What git tells its hooks. With GIT_DIR, it takes the current folder for the top one; it finds all of it again itself.

A hook's own index (GIT_INDEX_FILE) is not needed: what only that has is found as untracked, and counts the same.
"""
_SAFE = ("--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")
_QUIET = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "",
    # Messages are recognised, and shown among ours.
    "LC_ALL": "C",
    "LANGUAGE": "C",
}
# In both, a page that was moved is one that was added where it is now: its address and its configuration may be others.
_COMMITTED = (
    *("diff-tree", "-r", "-z", "--name-only", "--no-renames", "--no-ext-diff", "--no-textconv"),
    "--ignore-submodules=none",
)
# Not `diff` against the working tree, which is one step instead of two, but writes what it learns into the index.
_PENDING = ("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--ignore-submodules=none")
_IGNORED = ("ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--directory")
_SHALLOW = (
    "this clone is shallow; get the history with `git fetch --unshallow`, on GitHub with `fetch-depth: 0` at "
    "actions/checkout"
)


class ChangesError(RefusalError):
    """Git cannot tell what has changed; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Places:
    """Files and folders by their real absolute paths; a folder stands for all that is in it."""

    files: frozenset[str]
    folders: frozenset[str]

    def hold(self, path: str) -> bool:
        """Whether a real path is among them, or beneath one of the folders."""
        if path in self.files:
            return True
        while self.folders and path not in self.folders:
            above = os.path.dirname(path)
            if above == path:
                return False
            path = above
        return bool(self.folders)


class Repository:
    """The repository that a folder belongs to."""

    def __init__(self, folder: str, environment: Mapping[str, str]) -> None:
        """Find it.

        Raises:
            ChangesError: there is none, or no git.
        """
        git = shutil.which("git", path=environment.get("PATH"))
        # Windows looks into the current folder first, which may be anybody's.
        if git is None or not Path(git).is_absolute():
            raise ChangesError("git is not installed, or not on the PATH; without it, nobody knows what has changed")
        self._git = git
        self._environment = {name: value for name, value in environment.items() if name not in _UNSEEN} | _QUIET
        self.root = folder
        found = self._run("rev-parse", "--show-toplevel")
        if found.returncode and environment.get("GIT_DIR"):
            # There is none on the way up: then the user's own words count (a work tree with its repository elsewhere).
            self._environment = {**environment, **_QUIET}
            found = self._run("rev-parse", "--show-toplevel")
        if found.returncode:
            raise ChangesError(_refusal(found.stderr, folder))
        self.root = os.path.realpath(os.fsdecode(found.stdout.rstrip(b"\r\n")))
        self._environment |= self._no_filters()

    def changed_since(self, base: str) -> Places:
        """What differs from the last commit that HEAD and a revision share: committed, staged, unstaged, untracked.

        Files that were deleted may be among them. Other repositories in it (submodules) are told as folders.

        Raises:
            ChangesError: there is no such revision, or no such commit.
        """
        committed = self._names(*_COMMITTED, self._shared_commit(base), "HEAD", "--")
        # Two letters say what has happened to a file, and a space stands before its name.
        return self._places([*committed, *(entry[3:] for entry in self._names(*_PENDING))])

    @cached_property
    def ignored(self) -> Places:
        """What is neither tracked nor to be."""
        return self._places(self._names(*_IGNORED))

    def _shared_commit(self, base: str) -> str:
        if not base or base.startswith("-"):
            raise ChangesError(f"'{base}' is no revision; name a branch, a tag or a commit")
        found = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}")
        if found.returncode:
            raise ChangesError(f"git knows no revision '{base}'{self._way_out(base)}")
        commit = found.stdout.decode("ascii").strip()
        found = self._run("merge-base", commit, "HEAD")
        if found.returncode:
            more = _SHALLOW if self._is_shallow() else "they have nothing in common; name another"
            raise ChangesError(f"there is no commit that '{base}' and HEAD both come from: {more}")
        return found.stdout.decode("ascii").split()[0]

    def _way_out(self, base: str) -> str:
        listed = self._run("for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/remotes", "refs/tags")
        known = listed.stdout.decode("utf-8", "replace").split()
        # In a fresh clone a branch is often there as the remote's only.
        close = [name for name in known if name.endswith(f"/{base}")] or get_close_matches(base, known, n=1)
        if close:
            return f"; did you mean '{close[0]}'?"
        return f": {_SHALLOW}" if self._is_shallow() else f"; `git fetch origin {base}` may bring it"

    def _is_shallow(self) -> bool:
        return self._run("rev-parse", "--is-shallow-repository").stdout.strip() == b"true"

    def _no_filters(self) -> Mapping[str, str]:
        """Switch off the programs that files pass through on their way into the repository, such as that of git-lfs.

        What such a program changes counts as changed then once it was touched: too much, never too little.
        """
        listed = self._run("config", "-z", "--name-only", "--get-regexp", r"^filter\..*\.(clean|process)$")
        filters = {name.rpartition(b".")[0] for name in listed.stdout.split(b"\0") if name}
        settings = [
            (os.fsdecode(name) + key, value)
            for name in sorted(filters)
            for key, value in ((".clean", ""), (".process", ""), (".required", "false"))
        ]
        given = self._environment.get("GIT_CONFIG_COUNT", "")
        first = int(given) if given.isdecimal() else 0
        variables = {"GIT_CONFIG_COUNT": str(first + len(settings))}
        for number, (key, value) in enumerate(settings, first):
            variables |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
        return variables

    def _names(self, *arguments: str) -> list[str]:
        found = self._run(*arguments)
        if found.returncode:
            raise ChangesError(_refusal(found.stderr, self.root))
        return [os.fsdecode(name) for name in found.stdout.split(b"\0") if name]

    def _places(self, names: Iterable[str]) -> Places:
        paths = {os.path.normpath(os.path.join(self.root, name)) for name in names}
        folders = frozenset(path for path in paths if os.path.isdir(path) and not os.path.islink(path))
        return Places(frozenset(paths - folders), folders)

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        command = [self._git, *_SAFE, *arguments]
        try:
            return subprocess.run(  # noqa: S603 - what users give is a revision, which is no option
                command,
                cwd=self.root,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
            )
        except (OSError, ValueError) as error:
            raise ChangesError(f"git cannot be started: {error}") from error


def _refusal(said: bytes, folder: str) -> str:
    text = said.decode("utf-8", "replace")
    if "not a git repository" in text:
        return f"{folder} is in no git repository, so nothing tells what has changed there"
    if "dubious ownership" in text:
        return (
            f"git does not trust {folder}, which is somebody else's: git config --global --add safe.directory {folder}"
        )
    # The last word is most often what went wrong; the lines before it may be warnings.
    lines = [line for line in text.splitlines() if line.startswith("fatal: ")] or text.splitlines() or ["it failed"]
    return f"git: {lines[0].removeprefix('fatal: ')}"
