"""The phrases of the lexicon on a page."""

from __future__ import annotations

from attribution_lint.evidence.phrases import find_phrases
from attribution_lint.lexicon import Fit, Role, load_lexicon
from tests.evidence.builders import ORIGINAL, markup, page_of


def test_link_inside_a_sentence() -> None:
    """The text of a link in a sentence is looked at by itself, and found at its place in the block."""
    page = page_of(markup(below=f"<p>We liked it; <a href='{ORIGINAL}'>read the original article</a> if you can.</p>"))
    labels = [
        page.blocks[number].text[match.start : match.end]
        for number, matches in enumerate(find_phrases(page, load_lexicon()))
        for match in matches
        if match.role is Role.ORIGINAL_LINK_LABEL
    ]
    assert "read the original article" in labels


def test_plain_words_are_no_label() -> None:
    """The same words in prose are none."""
    page = page_of(markup(below="<p>We read the original article with much joy and told the others so.</p>"))
    assert not any(
        match.role is Role.ORIGINAL_LINK_LABEL and match.fit is not Fit.PLAIN
        for found in find_phrases(page, load_lexicon())
        for match in found
    )


def test_many_phrases_in_one_block() -> None:
    """Of very many phrases in one block those at its ends are kept."""
    page = page_of(markup(below="<p>" + "Source: here; " * 500 + "</p>"))
    assert max(map(len, find_phrases(page, load_lexicon()))) <= 64
