"""The markup that findings offer to paste."""

from __future__ import annotations

from string import Formatter

import pytest

from attribution_lint import snippets
from attribution_lint.model import NOWHERE, Attribution, Evidence, EvidenceKind, Fact, Markup, Region, Status
from attribution_lint.rule import PageFacts

URL = "https://gazette.example/a"
SLOTS = {
    "link_at": ["outlet"],
    "link": [],
    "credit": ["outlet"],
    "author": ["author"],
    "rights": [],
    "licensed": ["licence"],
    "outlet": [],
}


def fact(value: str | None, url: str | None = None) -> Fact | None:
    """A value that stands somewhere on the page."""
    return Fact(value, Evidence(EvidenceKind.CREDIT, value, Region.ARTICLE, NOWHERE, url=url)) if value else None


def facts(  # noqa: PLR0913 - one argument for each thing that a page may tell
    language: str = "en",
    *,
    url: str | None = None,
    outlet: str | None = None,
    hint: str | None = None,
    author: str | None = None,
    licence: str | None = None,
    licence_url: str | None = None,
    markup: Markup = Markup.HTML,
) -> PageFacts:
    """A republished page of which this much is known."""
    attribution = Attribution(
        Status.REPUBLISHED,
        0.9,
        original_url=fact(url),
        outlet=fact(outlet),
        outlet_hint=fact(hint),
        author=fact(author),
        licence=fact(licence, licence_url),
    )
    return PageFacts(attribution, language, markup=markup)


def test_link_is_filled_with_what_is_known() -> None:
    """Address and outlet stand where they belong."""
    page = facts(url=URL, outlet="The Gazette")
    assert snippets.link(page) == f'<p><a href="{URL}">Read the original article at The Gazette</a></p>'


def test_what_is_unknown_stays_a_placeholder() -> None:
    """Nobody can take a placeholder for an address or a name."""
    assert snippets.link(facts()) == '<p><a href="https://…">Read the original article</a></p>'
    assert snippets.credit(facts()) == "<p>This article was originally published by [name of the outlet].</p>"


def test_a_hint_stands_in_for_the_outlet() -> None:
    """An outlet that only metadata give away is offered, to be checked by whoever pastes it."""
    assert snippets.credit(facts(hint="The Gazette")) == "<p>This article was originally published by The Gazette.</p>"


def test_credit_links_the_outlet_and_names_the_author() -> None:
    """All that is known goes into the credit."""
    page = facts(url=URL, outlet="The Gazette", author="Ann Lee")
    linked = f'<a href="{URL}">The Gazette</a>'
    assert snippets.credit(page) == f"<p>This article was originally published by {linked}. Author: Ann Lee.</p>"


def test_statement_says_whose_the_rights_are() -> None:
    """Without a licence the rights are the author's; no permission is claimed that nobody may have given."""
    assert snippets.statement(facts(outlet="The Gazette")) == (
        "<p>This article was originally published by The Gazette. The copyright belongs to the original author.</p>"
    )


def test_statement_names_the_licence() -> None:
    """A known licence takes the place of the claim, with its address where the page gives one."""
    page = facts(outlet="The Gazette", licence="CC-BY-4.0")
    assert snippets.statement(page).endswith(". It is republished here under the licence CC-BY-4.0.</p>")
    page = facts(outlet="The Gazette", licence="CC-BY-4.0", licence_url="https://creativecommons.org/licenses/by/4.0/")
    assert '<a rel="license" href="https://creativecommons.org/licenses/by/4.0/">CC-BY-4.0</a>' in snippets.statement(
        page
    )


def test_completed_label() -> None:
    """What stood before the gap stays, and the gap is filled."""
    page = facts(url=URL, outlet="钛媒体")
    assert snippets.completed_label(page, "Reproduced from:") == f'<p>Reproduced from: <a href="{URL}">钛媒体</a></p>'
    assert snippets.completed_label(page, "本文转载自：") == f'<p>本文转载自：<a href="{URL}">钛媒体</a></p>'


def test_completed_link() -> None:
    """The link keeps its text and gets a target; one without a text is named after the outlet."""
    assert snippets.completed_link(facts(url=URL), "原文链接") == f'<a href="{URL}">原文链接</a>'
    assert snippets.completed_link(facts(outlet="The Gazette"), "") == '<a href="https://…">The Gazette</a>'


def test_copyright_line() -> None:
    """Agency copy is marked by the agency's name."""
    assert snippets.copyright_line(facts(outlet="AFP")) == "<p>© AFP</p>"


def test_values_are_escaped() -> None:
    """Nothing that a page says becomes markup of the snippet, and braces are plain characters."""
    hostile = '"><script>alert(1)</script>{outlet}'
    page = facts(url=hostile, outlet=hostile, author=hostile, licence=hostile, licence_url=hostile)
    for text in (
        snippets.link(page),
        snippets.credit(page),
        snippets.statement(page),
        snippets.copyright_line(page),
        snippets.completed_label(page, hostile),
        snippets.completed_link(page, hostile),
    ):
        assert "<script" not in text
        assert '""' not in text
        assert "{outlet}" in text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("", "Read the original article"),
        ("en-gb", "Read the original article"),
        ("xx", "Read the original article"),
        ("de", "Zum Originalartikel"),
        ("de_AT", "Zum Originalartikel"),
        ("zh", "原文链接"),
        ("zh-cn", "原文链接"),
        ("zh-Hans-HK", "原文链接"),
        ("zh-TW", "原文連結"),
        ("zh_hk", "原文連結"),
        ("zh-hant", "原文連結"),
    ],
)
def test_language(language: str, text: str) -> None:
    """A snippet speaks the language of its page, English where that is unknown."""
    assert f">{text}</a>" in snippets.link(facts(language))


@pytest.mark.parametrize("language", snippets.load_phrases())
def test_every_language_is_whole(language: str) -> None:
    """Each language has every phrase, with exactly the slots that are filled."""
    found = {
        key: [name for _, name, _, _ in Formatter().parse(text) if name is not None]
        for key, text in snippets.load_phrases()[language].items()
    }
    assert found == SLOTS


def test_markdown() -> None:
    """On a Markdown page the snippet is Markdown: nothing of a value is markup, and no target ends early."""
    hostile = facts(
        url="https://gazette.example/a (b)", outlet="The [*Gazette*]_", author="J_R_", markup=Markup.MARKDOWN
    )
    assert snippets.credit(hostile) == (
        "This article was originally published by [The \\[\\*Gazette\\*\\]\\_](https://gazette.example/a%20%28b%29). "
        "Author: J\\_R\\_."
    )
    assert snippets.link(facts(markup=Markup.MARKDOWN)) == f"[Read the original article]({snippets.NO_URL})"


def test_plain_text() -> None:
    """In plain text the address is printed."""
    known = facts(url=URL, outlet="The Gazette", markup=Markup.TEXT)
    assert snippets.credit(known) == f"This article was originally published by The Gazette ({URL})."
    assert "<" not in snippets.statement(known) + snippets.copyright_line(known) + snippets.completed_label(
        known, "By:"
    )
