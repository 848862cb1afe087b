"""Tests of lists of globs."""

from __future__ import annotations

import time

import pytest

from attribution_lint.globs import GlobError, Globs, root_of


def _matches(glob: str, path: str) -> bool:
    return Globs([[glob]]).verdicts(path).get(0, False)


@pytest.mark.parametrize(
    ("glob", "path"),
    [
        ("press", "press/a.html"),
        ("press", "x/press/a.html"),
        ("press/", "x/press/a.html"),
        ("press/", "press/"),
        ("/press", "press/a.html"),
        ("./press", "press/a.html"),
        ("press/**", "press/a/b.html"),
        ("press/**", "press/"),
        ("press/2020", "press/2020/a.html"),
        ("press/2020/", "press/2020/a.html"),
        ("press/a.html", "press/a.html"),
        ("a.html", "x/y/a.html"),
        ("*.htm", "x/a.htm"),
        ("**/a.html", "a.html"),
        ("**", "x/a.html"),
        ("*", "a.html"),
        ("x/**/a.html", "x/a.html"),
        ("x/**/a.html", "x/y/z/a.html"),
        ("x/*.html", "x/a.html"),
        ("20[12]?/", "2015/a.html"),
        ("[!a]*.html", "b.html"),
        ("posts/[id].html", "posts/[id].html"),
        ("posts/[id].html", "posts/d.html"),
        ("[...slug]/**", "[...slug]/x/a.html"),
        (r"\[id\]/a.html", "[id]/a.html"),
        (r"\#a.html", "#a.html"),
        (r"\!a.html", "!a.html"),
        ("a.html  ", "a.html"),
        ("../press/**", "../press/a.html"),
        ("press", "../press/a.html"),
        ("新闻/*", "新闻/a.html"),
        ("a b/", "a b/c.html"),
        ("x/*.html", "x/a\nb.html"),
        ("**/a.html", "x\ny/a.html"),
        ("caf?.html", "caf\udce9.html"),
    ],
)
def test_matches(glob: str, path: str) -> None:
    """A glob means what it means in a .gitignore; brackets also stand for themselves."""
    assert _matches(glob, path)


@pytest.mark.parametrize(
    ("glob", "path"),
    [
        ("press", "presse/a.html"),
        ("press", "press.html"),
        ("press/", "press"),
        ("/press", "x/press/a.html"),
        ("press/2020", "x/press/2020/a.html"),
        ("press/**", "x/press/a.html"),
        ("press/**", "press"),
        ("*.html", "a.htm"),
        ("*.html", "a.HTML"),
        ("x/*.html", "x/y/a.html"),
        ("x?y.html", "x/y.html"),
        ("[!a]*.html", "a.html"),
        ("posts/[id].html", "posts/x.html"),
        (r"posts/\[id\].html", "posts/i.html"),
        ("a.b", "axb"),
        ("(a|b)", "a"),
        ("*.html", "a.html\n.x"),
        ("../press/**", "press/a.html"),
        ("press/a.html", "../press/a.html"),
        (".*", "../a.html"),
        ("..", "../a.html"),
        ("!press", "press/a.html"),
    ],
)
def test_does_not_match(glob: str, path: str) -> None:
    """A glob matches nothing but what it says."""
    assert not _matches(glob, path)


def test_last_match_decides() -> None:
    """A "!" glob takes back what an earlier one took in, and a later one takes it in again."""
    globs = Globs([["press/**", "!press/own/**", "press/own/not.html"]])
    assert globs.verdicts("press/a.html") == {0: True}
    assert globs.verdicts("press/own/a.html") == {0: False}
    assert globs.verdicts("press/own/not.html") == {0: True}
    assert globs.verdicts("a.html") == {}


def test_folder_stays_reachable() -> None:
    """A folder is left open where something in it is taken back."""
    globs = Globs([["drafts/**", "!drafts/ready.html"]])
    assert globs.verdicts("drafts/") == {}
    assert globs.verdicts("drafts/a.html") == {0: True}
    assert globs.verdicts("drafts/x/") == {0: True}
    assert globs.verdicts("drafts/ready.html") == {0: False}


@pytest.mark.parametrize(
    ("glob", "root"),
    [
        ("a/b/**", "a/b"),
        ("/a/b.html", "a/b.html"),
        ("/a", "a"),
        ("a/*/b", "a"),
        ("a/b/", "a/b"),
        ("a", ""),
        ("a/", ""),
        ("*.html", ""),
        ("**/a/b", ""),
        ("/*", ""),
    ],
)
def test_root(glob: str, root: str) -> None:
    """Names up to the first wildcard; a single name may be at any depth."""
    assert root_of(glob) == root


def test_lists_are_apart() -> None:
    """One list's "!" says nothing about another list, and all that match are told."""
    globs = Globs([["a/*"], ["!a/*"], [], ["b"], ["a"]])
    assert globs.verdicts("a/x.html") == {0: True, 1: False, 4: True}


@pytest.mark.parametrize("glob", ["", "  ", "!", "/", "!/", "//", "# a", "[z-a]*", "a*\\", "./"])
def test_refused(glob: str) -> None:
    """A glob that cannot match anything is a mistake, not a comment."""
    with pytest.raises(GlobError):
        Globs([["a", glob]])


def test_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """More than the automaton can hold is said, never matched in part."""
    monkeypatch.setattr("attribution_lint.globs._MEMORY", 100_000)
    with pytest.raises(GlobError, match="too many globs"):
        Globs([[f"**/x?y{number}*" for number in range(5000)]])


def test_not_quadratic() -> None:
    """Thousands of names and hundreds of wildcards are matched in one go."""
    lists = [[f"pages/page-{number}.html"] for number in range(5000)] + [[f"s{number}/*/x-*"] for number in range(500)]
    globs = Globs(lists)
    start = time.perf_counter()
    for number in range(2000):
        assert globs.verdicts(f"pages/page-{number}.html") == {number: True}
        assert globs.verdicts(f"s{number % 500}/a/x-y.html") == {5000 + number % 500: True}
    assert time.perf_counter() - start < 2


def test_hostile_path() -> None:
    """A long path against many stars is no trap."""
    globs = Globs([["*a*a*a*a*a*a*a*a*a*a*b"]])
    start = time.perf_counter()
    assert not globs.verdicts("a" * 20_000)
    assert time.perf_counter() - start < 2
