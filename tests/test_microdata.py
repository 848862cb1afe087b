"""Microdata."""

from __future__ import annotations

import pytest

from attribution_lint.model import Place

from .pages import page_of

ARTICLE = "itemscope itemtype=https://schema.org/NewsArticle"


def said(html: str) -> list[tuple[str, str]]:
    """Names and values of all properties."""
    return [(item.name, item.value) for item in page_of(html).meta if item.source == "microdata"]


@pytest.mark.parametrize(
    ("html", "value"),
    [
        ("<span itemprop=author>Ines\n Aldred</span>", "Ines Aldred"),
        ("<div itemprop=author><p>Ines</p><p>Aldred</p></div>", "Ines Aldred"),
        ("<div itemprop=author>Ines <script>var x</script><b>Al</b>dred</div>", "Ines Aldred"),
        ("<div itemprop=author hidden>Ines</div>", "Ines"),
        ("<meta itemprop=author content=Ines>", "Ines"),
        ("<a itemprop=author href=/ines>Ines</a>", "/ines"),
        ("<img itemprop=author src=/ines.jpg>", "/ines.jpg"),
        ("<iframe itemprop=author src=/ines></iframe>", "/ines"),
        ("<time itemprop=author datetime=2024-01-01>January</time>", "2024-01-01"),
        ("<div itemprop=https://schema.org/author>Ines</div>", "Ines"),
    ],
)
def test_value(html: str, value: str) -> None:
    """The value is what an attribute says, else the text that a reader reads."""
    assert said(html) == [("author", value)]


@pytest.mark.parametrize(
    "html",
    ["<p itemprop=author></p>", "<p itemprop=author> <script>x</script></p>", "<p itemprop=''>x</p>", "<p>x</p>"],
)
def test_no_value(html: str) -> None:
    """Without name or value there is no property."""
    assert said(html) == []


def test_two_names() -> None:
    """A value can be two properties at once."""
    assert said("<p itemprop='author creator author'>Ines</p>") == [("author", "Ines"), ("creator", "Ines")]


def test_place() -> None:
    """The place is the attribute that holds the value, or the element."""
    page = page_of("<p itemprop=name>x</p><a itemprop=url href=/a>y</a>")
    assert [item.place for item in page.meta] == [Place("p", 0), Place("a", 0, attribute="href")]


def test_item_in_an_article() -> None:
    """The properties of the article's author are named below it."""
    html = f"<div {ARTICLE}><p itemprop=author itemscope><b itemprop=name>Ines</b></p></div>"
    assert ("author.name", "Ines") in said(html)


def test_comment_is_not_the_article() -> None:
    """The author of a comment is not the author of the text."""
    html = f"<div {ARTICLE}><div itemprop=comment itemscope><b itemprop=author>Reader</b></div></div>"
    assert ("author", "Reader") not in said(html)
    assert ("comment.author", "Reader") in said(html)


def test_other_thing_on_the_page() -> None:
    """A thing that is nobody's property, such as the site's footer, says nothing of the article."""
    html = "<footer itemscope itemtype=https://schema.org/WPFooter><b itemprop=copyrightHolder>Harbour</b></footer>"
    assert said(html) == [("wpfooter.copyrightholder", "Harbour")]


def test_other_thing_inside_an_article() -> None:
    """Nor does one that stands inside the article's element without being its property."""
    html = f"<div {ARTICLE}><div itemscope itemtype=https://schema.org/Person><b itemprop=name>Ines</b></div></div>"
    assert said(html) == [("person.name", "Ines")]


def test_nested_items_end() -> None:
    """Behind an inner item, names are the outer one's again."""
    inner = "<p itemprop=publisher itemscope><i itemprop=name>Harbour</i></p>"
    html = f"<div {ARTICLE}>{inner}<i itemprop=name>Ferry</i></div>"
    assert said(html)[1:] == [("publisher.name", "Harbour"), ("name", "Ferry")]


def test_long_values_are_cut() -> None:
    """A property that holds the whole text does not keep it all."""
    ((_, value),) = said(f"<div itemprop=articleBody>{'<p>word word</p>' * 200}</div>")
    assert len(value) == 300
    assert value.startswith("word word word")


def test_names_do_not_grow_with_depth() -> None:
    """Items in items in items have names of bounded length."""
    html = "<div itemprop=a itemscope>" * 50 + "<b itemprop=name>x</b>"
    assert max(name.count(".") for name, _ in said(html)) < 6
