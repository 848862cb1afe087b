"""Blocks and links under construction."""

from __future__ import annotations

import pytest

from attribution_lint.draft import Anchor, Draft
from attribution_lint.model import NOWHERE


def draft(*texts: str, border: bool = False, visible: bool = True) -> Draft:
    """A draft of these texts; with `border`, inline elements part them."""
    made = Draft(0, visible=visible)
    for text in texts:
        made.add(text)
        made.at_border = border
    return made


def anchor(url: str | None = "https://lantern.example/a", label: str = "") -> Anchor:
    """A visible anchor."""
    return Anchor(NOWHERE, url, url, label, visible=True)


@pytest.mark.parametrize("text", ["a b", " a b ", "a  b", "a\u00a0b", "a\u3000\nb", "\u2028a\x1cb", "a \x85 b"])
def test_all_white_space_is_a_space(text: str) -> None:
    """Whatever parts two words, one plain space is left of it."""
    assert draft(text).text == "a b"


def test_white_space_collapses() -> None:
    """Runs of white space are one space, and none stands at the ends."""
    assert draft("  a\n b", "\tc  ").text == "a b c"


@pytest.mark.parametrize(
    ("texts", "joined"),
    [
        (("N. N.", "AFP"), "N. N.AFP"),
        (("Reporter", "AFP"), "Reporter AFP"),
        (("F", "irst"), "First"),
        (("本文", "转载"), "本文转载"),
        (("Lantern", ", a review"), "Lantern, a review"),
    ],
)
def test_words_at_a_border(texts: tuple[str, ...], joined: str) -> None:
    """Two whole words that only style sets apart are two words; initials and scripts without spaces stay together."""
    assert draft(*texts, border=True).text == joined


def test_words_without_a_border() -> None:
    """A text that is cut in two without markup is one word."""
    assert draft("Repub", "lished").text == "Republished"


def test_offsets_of_what_is_added() -> None:
    """The offset is that of the first letter, behind the space."""
    made = draft("Source:")
    assert made.add(" Lantern ") == (8, "Lantern")


def test_link_text_over_pieces() -> None:
    """A link's text is that of its pieces, with the spaces between them."""
    made, link = draft("See"), anchor()
    link.cover(made, *made.add(" The"))
    link.cover(made, *made.add(" Lantern"))
    ((_, found),) = link.links(made)
    assert (found.text, found.start, found.end) == ("The Lantern", 4, 15)


def test_link_over_blocks() -> None:
    """A link over two blocks is in both, each with its own stretch and the whole text."""
    first, second, link = draft(), draft(), anchor()
    link.cover(first, *first.add("Title"))
    link.cover(second, *second.add("Teaser"))
    assert [(at is first, found.text, found.end) for at, found in link.links(second)] == [
        (True, "Title Teaser", 5),
        (False, "Title Teaser", 6),
    ]


def test_anchor_without_target_over_blocks() -> None:
    """An old `<a name>` that nobody closed does not make links of all that follows."""
    first, second, link = draft(), draft(), anchor(None)
    link.cover(first, *first.add("Title"))
    link.cover(second, *second.add("Text"))
    assert [at is first for at, _ in link.links(second)] == [True]


def test_hidden_text_in_a_link() -> None:
    """What nobody sees is no part of a link's text as long as anything else is there."""
    shown, hidden, link = draft(), draft(visible=False), anchor()
    link.cover(shown, *shown.add("Original"))
    link.cover(hidden, *hidden.add("opens in a new window"))
    assert [found.text for _, found in link.links(shown)] == ["Original"]


def test_names_of_a_link_without_text() -> None:
    """Images name a link first, then text for screen readers, then its label."""
    hidden, link = draft(visible=False), anchor(label="label")
    assert next(link.links(hidden))[1].text == "label"
    link.cover(hidden, *hidden.add("unseen"))
    assert next(link.links(hidden))[1].text == "unseen"
    link.show(draft(), "logo")
    assert next(link.links(hidden))[1].text == "logo"
