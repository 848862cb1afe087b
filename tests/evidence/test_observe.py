"""The observers together: order, and pages of any size."""

from __future__ import annotations

import time

import pytest

from attribution_lint.evidence import observe
from attribution_lint.lexicon import load_lexicon
from attribution_lint.outlets import load_outlets
from attribution_lint.site import identify
from tests.evidence.builders import ORIGINAL, judge, markup, page_of

COUNT = 4000
PARTS = {
    "blocks": "<p>Nothing is said here of any source, and the line is long enough to be one of running text.</p>",
    "links": f"<p><a href='{ORIGINAL}'>Roof</a></p>",
    "credits": f"<p>This article was originally published by <a href='{ORIGINAL}'>Harbour Ledger</a>.</p>",
    "labels": "<p>Source:</p><p>Original article:</p>",
    "names": "<div>Reuters, 5 min</div>",
    "copyright": "<p>© 2024 Reuters</p>",
}


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
def test_time_grows_with_the_page(part: str) -> None:
    """Four times as many lines take no more than about four times as long."""

    def seconds(count: int) -> float:
        page = page_of(markup(below=part * count))
        site = identify(page, load_outlets())
        started = time.perf_counter()
        observe(page, site, load_lexicon(), load_outlets())
        return time.perf_counter() - started

    seconds(10)
    few = min(seconds(COUNT // 4) for _ in range(2))
    assert seconds(COUNT) < 12 * few + 0.2


@pytest.mark.parametrize(
    "part", ["Source: here; ", "原文链接： ", "This article was originally published on x. ", "(a/b ", "/", "（"]
)
def test_one_long_block(part: str) -> None:
    """A block of a hundred thousand characters is read in no time."""
    page = page_of(markup(below=f"<p>{part * (100_000 // len(part))}</p>"))
    site = identify(page, load_outlets())
    started = time.perf_counter()
    observe(page, site, load_lexicon(), load_outlets())
    assert time.perf_counter() - started < 5


def test_no_family_floods() -> None:
    """Of very much evidence of one family only so much is gathered."""
    html = markup(below=PARTS["credits"] * 1500)
    assert len(judge(html).evidence) < 2500


def test_same_twice() -> None:
    """The same page gives the same evidence in the same order."""
    page = page_of(markup(below=PARTS["credits"] + PARTS["copyright"], above="<p>By Jane Miller, Reuters</p>"))
    site = identify(page, load_outlets())
    assert observe(page, site, load_lexicon(), load_outlets()) == observe(page, site, load_lexicon(), load_outlets())


def test_empty_page() -> None:
    """A page without text has no evidence."""
    assert judge("<p></p>").evidence == ()
