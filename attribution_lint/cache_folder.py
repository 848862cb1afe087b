"""Where a cache lies on the disk, and what keeps it small. Nothing that goes wrong here is in the way of a run."""

from __future__ import annotations

import os
import re
import stat
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from attribution_lint.cache import MOST_DAYS, Cache, read, today, updated, write

if TYPE_CHECKING:
    from attribution_lint.cache import News

FOLDER = ".attribution_lint_cache"
"""The default, in the working directory; folders with a dot are never searched for pages."""
MOST_FILES = 4
"""There is a file for each stamp: two releases that take turns do not undo each other's work."""

_SUFFIX = ".cache"
_UNFINISHED = ".part"
_OURS = re.compile(rf"[0-9a-f]{{16}}(?:{_SUFFIX}|\.\w{{8}}{_UNFINISHED})")
"""Names of the files that are written here; a folder that the user has named may hold others of such suffixes."""
_DAY = 86_400
_MARKS = {
    ".gitignore": "*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n"
    "# A cache of attribution-lint, which can be removed at any time. See https://bford.info/cachedir/\n",
}


class CacheFolder:
    """A folder with cache files. Whatever is wrong with it, a run goes on without; `trouble` says what it was."""

    def __init__(self, path: str, stamp: bytes, *, named: bool = False) -> None:
        """Take the folder, which need not exist, and the stamp of all results; `named`: the user has named it."""
        # No shell expands what stands behind "=", and none is there where a workflow sets a variable.
        self._folder = Path(os.path.expanduser(path))  # noqa: PTH111 - Path's own fails where a user is unknown
        self._stamp = stamp
        self.named = named
        self._file = self._folder / f"{stamp.hex()[:16]}{_SUFFIX}"
        self.trouble: str | None = None

    def load(self) -> Cache:
        """What is known of pages; nothing where there is no sound file."""
        try:
            # Anything may lie there: a pipe would never end, and a symbolic link lead anywhere.
            status = self._file.lstat()
            if not self._is_safe() or not stat.S_ISREG(status.st_mode):
                return Cache()
            with self._file.open("rb") as file:
                return read(file, self._stamp) or Cache()
        except FileNotFoundError:
            return Cache()
        except OSError as error:
            self.trouble = str(error)
            return Cache()

    def save(self, news: News) -> None:
        """Add what a run has found out, if anything."""
        if not news:
            return
        unfinished: Path | None = None
        try:
            self._make()
            # Loaded again: another run may have ended meanwhile, and what it found out is as good.
            cache = updated(self.load(), news, today())
            handle, name = tempfile.mkstemp(dir=self._folder, prefix=f"{self._file.stem}.", suffix=_UNFINISHED)
            unfinished = Path(name)
            with os.fdopen(handle, "wb") as file:
                write(cache, self._stamp, file)
            unfinished.replace(self._file)
            self._tidy()
        except OSError as error:
            self.trouble = str(error)
            if unfinished is not None:
                with suppress(OSError):
                    unfinished.unlink(missing_ok=True)

    def _is_safe(self) -> bool:
        """Whether the folder is where it seems: in somebody else's site, it may be a link to anything."""
        return self.named or not self._folder.is_symlink()

    def _make(self) -> None:
        if not self._is_safe():
            raise OSError(f"{self._folder} is a symbolic link")
        self._folder.mkdir(parents=True, exist_ok=True)
        # Only an empty folder is marked: any other may be there for other things.
        if not any(self._folder.iterdir()):
            for name, text in _MARKS.items():
                (self._folder / name).write_text(text, encoding="utf-8")

    def _tidy(self) -> None:
        """Remove the files of other releases that were not used for long, and what killed runs have left."""
        written: dict[Path, float] = {}
        for path in self._folder.iterdir():
            with suppress(FileNotFoundError):  # another run has just finished it, or tidied up itself
                status = path.lstat()
                if _OURS.fullmatch(path.name) and stat.S_ISREG(status.st_mode):
                    written[path] = status.st_mtime
        newest = sorted((path for path in written if path.suffix == _SUFFIX), key=lambda path: -written[path])
        now = time.time()
        for path, at in written.items():
            days = MOST_DAYS if path.suffix == _SUFFIX else 1
            if at < now - days * _DAY or path in newest[MOST_FILES:]:
                path.unlink(missing_ok=True)
