"""Tests of folding and of the way back to the original."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from attribution_lint.fold import Folded, fold, fold_lines

_TRICKY = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from(
            "aE İıßﬁΣς \t\n\u00a0\u3000\u200b\u00ad\u0301\u0308\u0345\u1100\u1161\u11a8ㄱㅏ가ｶﾞ：｜“”’«»ё´¨№"
        ),
    )
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Read  the\nOriginal", "read the original"),
        ("本文转载自：钛媒体", "本文转载自:钛媒体"),
        ("\u201cX\u201d \u2018Y\u2019 «Z»", '"x" \'y\' "z"'),
        ("Source\u00a0:\u2009AFP", "source : afp"),
        ("re\u00adpub\u200blished", "republished"),
        ("KAYNAĞI İLK YAYIN", "kaynaği ilk yayin"),
        ("Всё материалы ЁЛКА", "все материалы елка"),
        ("المصـــدر", "المصدر"),
        ("نُشر أولاً", "نشر اولا"),
        ("Gemäß", "gemäss"),
        ("ｶﾞ", "ガ"),
        ("", ""),
    ],
)
def test_folds(text: str, folded: str) -> None:
    """Spellings that mean the same become one."""
    assert fold(text) == folded


def test_keeps_case_on_demand() -> None:
    """Datelines are compared with their capitals, but otherwise folded."""
    assert fold("LONDON\u00a0 （Reuters）", keep_case=True) == "LONDON (Reuters)"


@given(text=_TRICKY, keep_case=st.booleans())
@example(text="e\u200b\u0301 ", keep_case=False)
@example(text="a\u3000 \u00a8b", keep_case=True)
@example(text="ㄱㅏㅏ", keep_case=False)
def test_map_agrees_with_fold(text: str, *, keep_case: bool) -> None:
    """Every folded character has its stretch of the original, one behind the other, the last up to its end."""
    folded = Folded(text, keep_case=keep_case)
    assert folded.text == fold(text, keep_case=keep_case)
    spans = [folded.span(at, at + 1) for at in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)
    assert not spans or spans[-1][1] == len(text)


@given(st.lists(_TRICKY))
@example([])
@example(["a", "\u0301b\r\n c", "", "\u3000"])
def test_lines_fold_as_they_do_alone(texts: list[str]) -> None:
    """Folding many texts at once gives what folding each one gives."""
    folded, cased = fold_lines(texts)
    assert folded == [fold(text).strip(" ") for text in texts]
    assert cased == [fold(text, keep_case=True).strip(" ") for text in texts]


@given(_TRICKY)
def test_each_stretch_folds_to_its_characters(text: str) -> None:
    """What a span names in the original contains, when folded, the characters that it was asked for."""
    folded = Folded(text)
    for at, character in enumerate(folded.text):
        start, end = folded.span(at, at + 1)
        assert character in fold(text[start:end])


def test_every_character_that_composes_is_known() -> None:
    """For every character of Unicode, folding it after a letter is the same with and without the map."""
    for code in range(0x80, sys.maxunicode + 1):
        decomposition = unicodedata.decomposition(chr(code))
        if decomposition and not decomposition.startswith("<"):
            text = "\u00e0" + unicodedata.normalize("NFD", chr(code)) + "ß"
            folded = Folded(text)
            assert folded.span(0, 1)[0] == 0
            assert folded.span(len(folded.text) - 2, len(folded.text)) == (len(text) - 1, len(text)), hex(code)


def test_span_points_into_the_original() -> None:
    """Offsets survive invisible characters, white space and letters that become two."""
    text = "Die Groß\u00adstadt\u00a0 （dpa）"
    folded = Folded(text)
    at = folded.text.index("dpa")
    start, end = folded.span(at, at + 3)
    assert text[start:end] == "dpa"
    whole = folded.text.index("grossstadt")
    start, end = folded.span(whole, whole + len("grossstadt"))
    assert text[start:end] == "Groß\u00adstadt"


def test_span_of_nothing_is_empty() -> None:
    """An empty part of the folded text is an empty part of the original, also at its end."""
    folded = Folded("naïve  text")
    assert folded.span(4, 4) == (4, 4)
    assert folded.span(len(folded.text), len(folded.text)) == (11, 11)
