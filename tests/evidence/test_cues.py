"""The small words."""

from __future__ import annotations

import pytest

from attribution_lint.evidence.cues import load_cues


@pytest.mark.parametrize("text", ["All rights reserved", "版权所有", "Alle Rechte vorbehalten", "무단 전재 금지"])
def test_rights(text: str) -> None:
    """Words about rights in any language."""
    assert load_cues().speaks_of_rights(text)


@pytest.mark.parametrize("text", ["", "Photo: Reuters", "Mostly right"])
def test_no_rights(text: str) -> None:
    """A credit without a word about rights."""
    assert not load_cues().speaks_of_rights(text)


@pytest.mark.parametrize("text", ["This is an excerpt from", "Auszug aus", "节选自", "mit Material von"])
def test_part(text: str) -> None:
    """Words for a part of a text, or for material."""
    assert load_cues().speaks_of_part(text)


@pytest.mark.parametrize("text", ["This article was published by", "Translated from", "转载自"])
def test_whole(text: str) -> None:
    """Words for the whole text."""
    assert not load_cues().speaks_of_part(text)


@pytest.mark.parametrize(
    ("text", "opens"), [("By Jane", True), ("Von: dpa", True), ("Bypass closed", False), ("Stand by me", False)]
)
def test_by(text: str, *, opens: bool) -> None:
    """A byline opens with a word for "by", not with one that begins so."""
    assert (load_cues().by.match(text) is not None) is opens
