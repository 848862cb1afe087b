"""A page that was cut off is told from one that leaves out what HTML lets it leave out."""

from __future__ import annotations

import pytest

from attribution_lint.source import UnreadableError, read_source
from attribution_lint.walk import parse

TEXT = "The town council met on Monday evening and agreed to repair the old bridge before the winter."


@pytest.mark.parametrize(
    "page",
    [
        f"<html><body><div><p>{TEXT}",
        f"<!doctype html><html lang=en><body><article><h1>Bridge</h1><p>{TEXT[:40]}",
        f'<html><body><p>{TEXT}</p><a href="https://other.example/a',
        f"<html><body><p>{TEXT}</p><!-- a comment that never",
        f"<html><head><title>Bridge</title></head><body><p>{TEXT}</p><script>var a = '",
        f"<HTML><BODY><TABLE><TR><TD>{TEXT}",
    ],
)
def test_a_page_that_breaks_off_is_a_problem(page: str) -> None:
    """What was open where it ends shows that the rest is gone."""
    with pytest.raises(UnreadableError, match="cut off"):
        parse(read_source(page.encode(), "page.html"))


@pytest.mark.parametrize(
    "page",
    [
        f"<!doctype html><html lang=en><title>Bridge</title><body><div><p>{TEXT}</div>",
        f"<html lang=en><body><ul><li>{TEXT}<li>{TEXT}</ul><p>{TEXT}",
        f"<p>{TEXT}",
        f"<div><p>{TEXT}",
        f"<html><body><div><p>{TEXT}</p></body></html>",
        f"<html><body><div><p>{TEXT}</p></html>",
    ],
)
def test_a_sloppy_or_minified_page_is_whole(page: str) -> None:
    """Optional end tags, fragments, and a forgotten `</div>` before `</body>` are no sign of a cut."""
    assert any(TEXT in block.text for block in parse(read_source(page.encode(), "page.html")).blocks)


def test_the_mark_leaves_no_trace() -> None:
    """The element that finds the end is in no block."""
    page = parse(read_source(f"<html><body><div>{TEXT}</div><p>{TEXT}".encode(), "page.html"))
    assert [block.text for block in page.blocks] == [TEXT, TEXT]
