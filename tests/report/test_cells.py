"""Layout counts terminal cells, not characters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from attribution_lint.report.cells import clip, wrap


def test_wrap_breaks_at_spaces() -> None:
    """Lines end at spaces and fill the width."""
    assert wrap("one two three four", 9) == ("one two", "three", "four")


def test_wrap_keeps_addresses_whole() -> None:
    """A long address is one line, however narrow the report: it is there to be copied."""
    url = "https://example.org/" + "long-" * 30
    assert wrap(f"see {url} there", 40) == ("see", url, "there")


def test_wrap_breaks_between_wide_characters() -> None:
    """Chinese has no spaces: it breaks anywhere but before closing punctuation."""
    assert wrap("来源应当写明，并附链接", 12) == ("来源应当写", "明，并附链接")


def test_wrap_of_nothing() -> None:
    """Empty text has no lines."""
    assert wrap("  ", 10) == ()


@given(st.text(alphabet="ab 新闻，。「」"), st.integers(4, 30))
def test_wrap_loses_nothing(text: str, width: int) -> None:
    """Wrapping changes white space only."""
    assert "".join("".join(wrap(text, width)).split()) == "".join(text.split())


@given(st.text(alphabet="ab新闻é"), st.integers(2, 20))
def test_clip_fits(text: str, width: int) -> None:
    """What was cut fits, and what fits was not cut."""
    clipped = clip(text, width)
    assert cell_len(clipped) <= width
    assert (clipped == text) == (cell_len(text) <= width)
