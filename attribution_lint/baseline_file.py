"""The file of a baseline: a text that is merged without pain, read as if a stranger had written it.

Each page and rule has a line of its own, in the order of their names, and each line ends as it would in any place: who
adds a page adds lines and changes none. What would come last, and lack a comma, is always there.
"""

from __future__ import annotations

import json
import os
import stat
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from attribution_lint.baseline import NEVER_TAKEN, Entries, Entry
from attribution_lint.expressions import expression

MAX_BYTES = 50_000_000
"""Of the largest file that is read, or written: more than half a million findings."""
_VERSION = 1
_DIGEST = "known by"
"""The key of a page's digest; no rule is called so, for there is a space in it."""
_MOST = 1_000_000_000
_LONGEST = 4096
"""Characters of a path: as many as a system call takes."""
_ANEW = "mend it, or remove it and write it anew with `attribution-lint baseline`"
_UNMERGED = expression(rb"(?m)^(?:<<<<<<<|>>>>>>>) ")
_HEX = expression(r"[0-9a-f]*")


class BaselineError(Exception):
    """A baseline cannot be used; the message says which one, why, and what to do."""


class _WrongError(Exception):
    """What is wrong in a file, in words."""


def write_entries(entries: Entries) -> str:
    """A baseline as the text of its file; the paths in it are relative to its folder."""
    lines = ["{"]
    for path in sorted(entries):
        lines.append(f"  {_quoted(path)}: {{")
        lines += [f"    {_quoted(rule)}: {count}," for rule, count in sorted(entries[path].counts.items())]
        lines += [f'    "{_DIGEST}": "{entries[path].digest}"', "  },"]
    lines += [f'  "version": {_VERSION}', "}"]
    return "\n".join(lines) + "\n"


def read_entries(path: str, shown: str) -> dict[str, Entry]:
    """Read the file of a baseline; `shown` is the path to name it by.

    Raises:
        BaselineError: it cannot be read, or is none.
    """
    try:
        return {page: _entry(page, value) for page, value in _pages(_read(path)).items()}
    except _WrongError as error:
        raise BaselineError(f"{shown}: {error}") from error


def _quoted(text: str) -> str:
    """A JSON string on one line, with nothing in it that an editor or a terminal does not show."""
    quoted = json.dumps(text, ensure_ascii=False)
    return quoted if quoted.isprintable() else json.dumps(text)


def _read(path: str) -> object:
    try:
        file = Path(path)
        if not stat.S_ISREG(file.stat().st_mode):
            raise _WrongError("it is not a file; rename it, or name the baseline with --baseline")
        if file.stat().st_size > MAX_BYTES:
            raise _WrongError(f"it is larger than {MAX_BYTES // 1_000_000} MB; {_ANEW}")
        data = file.read_bytes()
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise _WrongError(f"it cannot be read: {reason}") from error
    try:
        # Some editors begin every file with a byte order mark.
        value: object = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_table)
    except RecursionError as error:
        raise _WrongError(f"its values are nested too deep; {_ANEW}") from error
    except UnicodeDecodeError as error:
        raise _WrongError(f"it is not UTF-8; {_ANEW}") from error
    except ValueError as error:
        if _UNMERGED.search(data):
            raise _WrongError(
                "a merge was not finished in it; of two counts keep the smaller, remove the marks, and run `check`"
            ) from error
        raise _WrongError(f"it is not valid JSON: {error}; {_ANEW}") from error
    return value


def _table(pairs: list[tuple[str, object]]) -> dict[str, object]:
    table = dict(pairs)
    if len(table) < len(pairs):
        ((twice, _),) = Counter(key for key, _ in pairs).most_common(1)
        raise _WrongError(f"{_named(twice)} stands in it twice; keep one of them")
    return table


def _pages(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict) or "version" not in value:
        raise _WrongError(f"it is no baseline of attribution-lint; {_ANEW}")
    version = value.pop("version")
    if type(version) is not int or version != _VERSION:
        raise _WrongError(f"version {_named(version)} is not known to this release; update it, or write the file anew")
    return value


def _entry(path: str, value: object) -> Entry:
    if not isinstance(value, dict):
        raise _WrongError(f"{_named(path)} must have a table of rules and counts; {_ANEW}")
    problem = _wrong_path(path)
    if problem:
        raise _WrongError(f"{_named(path)} {problem}; remove it")
    digest = value.pop(_DIGEST, "")
    if not isinstance(digest, str) or not _HEX.fullmatch(digest):
        raise _WrongError(f'`{_DIGEST}` of {_named(path)} must be hexadecimal digits; write "", which is never wrong')
    for rule, count in value.items():
        if type(count) is not int or not 0 < count <= _MOST:
            raise _WrongError(
                f"{_named(rule)} of {_named(path)} must be a whole number from 1 on, not {_named(count)}; "
                "remove the line, and run `check`"
            )
        if rule in NEVER_TAKEN:
            raise _WrongError(f"{_named(rule)} of {_named(path)} cannot stand in a baseline; remove the line")
    return Entry(dict(sorted(value.items())), digest)


def _wrong_path(path: str) -> str | None:
    """What keeps a path from being that of a page beneath the folder of the file, on this system."""
    names = path.split("/")
    if path.startswith("/") or Path(path).is_absolute() or os.path.splitdrive(path)[0]:
        return "is an absolute path; they are relative to the folder of the file"
    if ".." in names:
        return "leads out of the folder of the file"
    if not all(names) or "." in names or (os.sep != "/" and os.sep in path):
        return 'is not the path of a page, written with single "/"'
    if "\0" in path or len(path) > _LONGEST or not _is_text(path):
        return "cannot be the path of a file"
    return None


def _is_text(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _named(value: object) -> str:
    """A value for a message, and no more of it than a message bears."""
    if isinstance(value, dict | list):
        return "a table" if isinstance(value, dict) else "a list"
    text = json.dumps(value) if not isinstance(value, str) else f'"{value}"'
    return text if len(text) <= 80 else f"{text[:79]}…"
