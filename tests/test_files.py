"""Paths in little room are the same paths."""

from __future__ import annotations

import os
from pathlib import Path

from attribution_lint.files import Files, Paths, SourceFile

BASE = os.path.join(os.sep, "site")  # noqa: PTH118 - paths are strings there
NAMES = ["a.html", "b/c.html", "ünï/ç.html", "-", " .html", "a\nb.html", os.fsdecode(b"caf\xe9.html")]


def paths(*found: str) -> Paths:
    """Paths that were found one after the other."""
    result = Paths(BASE)
    for path in found:
        result.add(path)
    return result


def test_all_come_back() -> None:
    """Whatever a path is made of, and wherever it leads to."""
    given = [f"{BASE}{os.sep}{name}" for name in NAMES] + [f"{os.sep}elsewhere{os.sep}a.html", f"{BASE}s"]
    kept = paths(*given)
    assert list(kept) == given
    assert [kept[number] for number in range(len(kept))] == given
    kept.update(given)
    assert list(kept) == given + given
    assert kept[len(given)] == given[0]
    assert list(kept.sorted()) == sorted(given)


def test_many() -> None:
    """More than are read at once."""
    given = [f"{BASE}{os.sep}{number:05d}{os.sep}index.html" for number in range(10_000)]
    assert list(paths(*given)) == given


def test_none() -> None:
    """No path is no path."""
    assert list(paths()) == []
    assert len(paths().sorted()) == 0


def test_files() -> None:
    """A file is made when it is asked for; standard input stands in for its own."""
    piped = SourceFile(f"{BASE}{os.sep}b.html", "b.html", piped=True)
    files = Files(paths(f"{BASE}{os.sep}a.html", piped.path), lambda path: Path(path).name, piped)
    assert list(files) == [SourceFile(f"{BASE}{os.sep}a.html", "a.html"), piped]
    assert files[1] == piped
    assert files[:1] == (files[0],)
    assert files == tuple(files)
