"""Where text goes: the looks that a stream allows, standard output, and files that are never half written."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from attribution_lint.report.style import NARROWEST, Detail, Style

_DEFAULT_WIDTH = 100
_READABLE_WIDTH = 140
"""Cells beyond which a report is not stretched, however wide the terminal."""
_SIGNS = "✔✘→·…–─│“”"


class OutputError(Exception):
    """The report could not be written; the message says where to and why."""


def stream_style(
    stream: TextIO,
    environment: Mapping[str, str],
    *,
    colour: str = "auto",
    width: int | None = None,
    detail: Detail = Detail.NORMAL,
) -> Style:
    """Decide how a report may look on a stream.

    `colour` is auto, always or never; `width` in cells, None for the terminal's own.
    """
    terminal = stream.isatty()
    if width is None:
        own = terminal or environment.get("COLUMNS", "").isdecimal()
        found = shutil.get_terminal_size((_DEFAULT_WIDTH, 24)).columns if own else _DEFAULT_WIDTH
        width = max(NARROWEST, min(found, _READABLE_WIDTH))
    coloured = _is_coloured(terminal=terminal, environment=environment, colour=colour)
    return Style(
        width=width,
        colour=coloured,
        unicode=_can_encode(stream.encoding),
        base=Path.cwd().as_uri() + "/" if terminal and coloured else None,
        detail=detail,
    )


def file_style(*, colour: str, width: int | None, detail: Detail) -> Style:
    """Decide how a report may look in a file: plain, unless colour is forced."""
    return Style(width=width or _DEFAULT_WIDTH, colour=colour == "always", detail=detail)


def _is_coloured(*, terminal: bool, environment: Mapping[str, str], colour: str) -> bool:
    if colour != "auto":
        return colour == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return terminal and environment.get("TERM") != "dumb"


def _can_encode(encoding: str | None) -> bool:
    try:
        _SIGNS.encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def stand_in_for_closed_streams() -> None:
    """Give Python what it lacks where a standard stream was closed before it started (`2>&-`).

    Input is empty then and messages go nowhere; a report cannot, so writing one to a closed output is an error.
    """
    if sys.stdin is None:
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115 - it lives as long as the process
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - as above
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115 - not for writing, so that it fails


def write_stream(text: str, stream: TextIO, *, encoding: str | None = None) -> None:
    r"""Write text with `\n` at its line ends, on every system.

    A reader that has gone away (`… | head`) is no error: the rest is dropped.

    Raises:
        OutputError: it cannot be written: a full disk.
    """
    data = text.encode(encoding or stream.encoding or "utf-8", "backslashreplace")
    try:
        stream.flush()
        stream.buffer.write(data)
        stream.buffer.flush()
    except BrokenPipeError:
        _drop(stream)
    except OSError as error:
        _drop(stream)
        reason = error.strerror or "it is closed"
        raise OutputError(f"standard output: cannot be written ({reason})") from error


def _drop(stream: TextIO) -> None:
    """Lead a stream nowhere: Python flushes it once more at its exit, and would complain then."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def write_file(text: str, path: str, option: str = "--output-file") -> None:
    """Write text to a file as UTF-8, all of it or none.

    Raises:
        OutputError: the path is a folder, or cannot be written.
    """
    target = Path(path)
    if target.is_dir():
        raise OutputError(f"{option} {path}: this is a folder; give the name of a file")
    temporary: str | None = None
    try:
        # What is there and no ordinary file (/dev/stdout, a pipe) is written to, not replaced.
        if target.exists() and not target.is_file():
            target.write_bytes(text.encode("utf-8", "backslashreplace"))
            return
        target = target.resolve()
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8", "backslashreplace"))
        Path(temporary).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        Path(temporary).replace(target)
    except OSError as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        raise OutputError(f"{option} {path}: cannot be written ({error.strerror or error})") from error


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
