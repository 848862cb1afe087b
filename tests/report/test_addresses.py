"""Paths as relative addresses."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution_lint.report.addresses import address


@pytest.mark.parametrize("path", ["posts/a.html", "../site/index.html", "a-b_c.~d/e.html", "/srv/site/a.html"])
def test_plain_paths_stay(path: str) -> None:
    """What may stand in an address as it is, does."""
    assert address(path) == path


@pytest.mark.parametrize(
    ("path", "written"),
    [("a b.html", "a%20b.html"), ("c:/x", "c%3A/x"), ("//evil.example/x", "/.//evil.example/x"), ("\udcff", "%FF")],
)
def test_others_are_encoded(path: str, written: str) -> None:
    """Spaces, colons, a host that is none, and bytes that are no UTF-8."""
    assert address(path) == written


@given(st.text())
def test_is_one_relative_address(path: str) -> None:
    """Whatever the path: no scheme, host, query or fragment, ASCII, and the path itself when decoded."""
    written = address(path)
    parts = urlsplit(written)
    assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("", "", "", "")
    assert written.isascii()
    assert unquote(parts.path, errors="surrogatepass") == (f"/.{path}" if path.startswith("//") else path)
