"""Expressions that are compiled later behave as those that are compiled at once."""

import re
from importlib import import_module
from pathlib import Path

import pytest

import attribution_lint
from attribution_lint.expressions import _Later, expression


def test_lends_all_methods() -> None:
    """Each method that the package uses answers as that of the compiled expression."""
    later, now = expression(r"(\d)[a-z]", re.IGNORECASE), re.compile(r"(\d)[a-z]", re.IGNORECASE)
    text = "1A-2b-3"
    for method in ("search", "match", "fullmatch"):
        found, wanted = getattr(later, method)(text), getattr(now, method)(text)
        assert (found and found.span()) == (wanted and wanted.span())
    assert later.findall(text) == now.findall(text) == ["1", "2"]
    assert [found.span() for found in later.finditer(text)] == [(0, 2), (3, 5)]
    assert later.split(text) == now.split(text)
    assert later.sub("x", text) == now.sub("x", text) == "x-x-3"
    assert later.subn("x", text) == now.subn("x", text)
    assert later.pattern == now.pattern


def test_reads_bytes() -> None:
    """An expression over bytes is one over bytes."""
    assert expression(rb"\w+").findall(b"a b") == [b"a", b"b"]


def test_wrong_pattern() -> None:
    """A pattern that is none is an error when it is used first, and each time again."""
    broken = expression("(")
    for _ in range(2):
        with pytest.raises(re.error):
            broken.search("")


def test_nothing_else() -> None:
    """What an expression does not have is no attribute of it."""
    with pytest.raises(AttributeError):
        _ = expression("a").missing  # type: ignore[attr-defined]


def test_all_compile() -> None:
    """No module has an expression that some page would be the first to find out is none."""
    root = Path(attribution_lint.__file__).parent
    names = [path.relative_to(root.parent).with_suffix("").as_posix().replace("/", ".") for path in root.rglob("*.py")]
    modules = [import_module(name.removesuffix(".__init__")) for name in names]
    later = [value for module in modules for value in vars(module).values() if type(value) is _Later]
    assert len(later) > 100
    for item in later:
        assert isinstance(item.pattern, str | bytes)
