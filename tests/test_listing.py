"""Tests of lists of file names, as all sorts of programs write them."""

from __future__ import annotations

import os

import pytest

from attribution_lint.listing import read_names


@pytest.mark.parametrize(
    ("data", "names"),
    [
        (b"", ()),
        (b"\n \n\t\r\n", ()),
        (b"a.html\nb/c.html\n", ("a.html", "b/c.html")),
        (b"a.html\nb/c.html", ("a.html", "b/c.html")),
        (b"\xef\xbb\xbfa.html\r\nb.html\r\n\r\n", ("a.html", "b.html")),
        (b" a.html \n# b.html\n", (" a.html ", "# b.html")),
        (b"a.html\0b\nc.html\0\0", ("a.html", "b\nc.html")),
        (b"a.html\0 \0", ("a.html", " ")),
        (b"\xef\xbb\xbfa.html\0", ("a.html",)),
        ("\ufeffé.html\r\nb.html\r\n".encode("utf-16-le"), ("é.html", "b.html")),
        ("\ufeffa.html\n".encode("utf-16-be"), ("a.html",)),
        (b"\xff\xfe\xff.html\n", (os.fsdecode(b"\xff\xfe\xff.html"),)),
        (b"caf\xe9.html\n", (os.fsdecode(b"caf\xe9.html"),)),
    ],
)
def test_names(data: bytes, names: tuple[str, ...]) -> None:
    """Each name comes out as it went in, whatever stands around it."""
    assert read_names(data) == names
