"""A list of file names, as git, find or an editor write it."""

from __future__ import annotations

import codecs
import os
from contextlib import suppress

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_names(data: bytes) -> tuple[str, ...]:
    """The names in a list: one a line, or with a NUL behind each if there is a NUL in it; each taken as it stands.

    Lines that are blank are none. Windows' line ends and byte order marks are understood, and so is UTF-16, which
    PowerShell writes.
    """
    if data.startswith(_UTF_16):
        # What is no UTF-16 is a name in some other encoding that happens to begin so.
        with suppress(UnicodeDecodeError):
            data = data.decode("utf-16").encode()
    data = data.removeprefix(codecs.BOM_UTF8)
    if b"\0" in data:
        return tuple(os.fsdecode(name) for name in data.split(b"\0") if name)
    lines = (line.removesuffix(b"\r") for line in data.split(b"\n"))
    return tuple(os.fsdecode(line) for line in lines if line.strip())
