"""Sentences, printed addresses and titles in addresses."""

from __future__ import annotations

import time

import pytest

from attribution_lint.evidence.text import link_after, printed_url, repeats_title, sentence_around
from tests.evidence.builders import ORIGINAL, markup, page_of


@pytest.mark.parametrize(
    ("text", "phrase", "sentence"),
    [
        ("One. Two here. Three.", "here", "Two here."),
        ("The U.S. roof is new. Here it is.", "roof", "roof is new."),
        ("The U.S. Department is new. Here it is.", "The", "The U.S. Department is new."),
        ("It cost 3.5 million. It is red.", "cost", "It cost 3.5 million."),
        ("第一句。本文转载自港口日报。第三句。", "转载", "本文转载自港口日报。"),
        ("“Done!” She left.", "left", "She left."),
        ("no end", "end", "no end"),
    ],
)
def test_sentence(text: str, phrase: str, sentence: str) -> None:
    """The sentence around a phrase ends at the marks of its script, and not inside a number."""
    start = text.index(phrase)
    left, right = sentence_around(text, start, start + len(phrase))
    assert sentence in text[left:right]
    assert text[left:right].strip().endswith(sentence)


@pytest.mark.parametrize("unit", [".", '."', "' ", "!?)", "。", "x" * 1000])
def test_sentence_in_hostile_text(unit: str) -> None:
    """A text of ten million characters around a phrase costs no time."""
    half = unit * (5_000_000 // len(unit))
    started = time.perf_counter()
    left, right = sentence_around(half + "here" + half, len(half), len(half) + 4)
    assert left <= len(half) <= right - 4
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("See https://a.example/b, please", "https://a.example/b,"),
        ("原文：https://a.example/b。", "https://a.example/b"),
        ("(www.a.example/b)", "www.a.example/b"),
        ("Nothing printed", None),
        ("http is a protocol", None),
    ],
)
def test_printed_url(text: str, url: str | None) -> None:
    """An address ends at white space, quotes, brackets and the stops of Chinese."""
    found = printed_url(text)
    assert (text[slice(*found)] if found else None) == url


def test_printed_url_behind_a_label() -> None:
    """What stands before the start does not count."""
    assert printed_url("https://a.example/b and no more", 5) is None


def test_link_after() -> None:
    """The first link that reaches beyond the start and begins before the end."""
    block = next(
        block
        for block in page_of(markup(below=f"<p>a <a href='{ORIGINAL}'>b</a> c</p>")).blocks
        if block.text == "a b c"
    )
    assert link_after(block, 0) is block.links[0]
    assert link_after(block, 3) is None
    assert link_after(block, 0, 1) is None


@pytest.mark.parametrize(
    ("url", "title", "same"),
    [
        ("https://a.example/2024/a-new-roof-for-the-town-hall.html", "A new roof for the town hall", True),
        ("https://a.example/un-puente-sobre-el-rio-nuevo", "Un puente nuevo sobre el río", True),
        ("https://a.example/2024/slate-prices-double", "A new roof for the town hall", False),
        ("https://a.example/12345", "A new roof for the town hall", False),
        ("https://a.example/roof", "Roof", False),
    ],
)
def test_repeats_title(url: str, title: str, *, same: bool) -> None:
    """Three common words, accents apart, are enough; one is not."""
    assert repeats_title(url, title) is same
