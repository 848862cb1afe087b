"""Names that name nobody."""

from __future__ import annotations

import pytest

from attribution_lint.fold import letters
from attribution_lint.generic import load_generic_names


@pytest.mark.parametrize(
    "name", ["the Internet", "N/A", "News agencies", "网络", "Агентства", "インターネット", "인터넷"]
)
def test_generic(name: str) -> None:
    """Nobody is called so, whatever the case and the punctuation."""
    assert letters(name) in load_generic_names()


@pytest.mark.parametrize("name", ["Reuters", "The Lantern Review", "网络传播杂志", "Internet Archive"])
def test_not_generic(name: str) -> None:
    """A name that only holds such a word names somebody."""
    assert letters(name) not in load_generic_names()


def test_names_have_letters() -> None:
    """None of them is empty, or every missing name would be one."""
    assert "" not in load_generic_names()
