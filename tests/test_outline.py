"""The headline and the extent of the article."""

from __future__ import annotations

import pytest

from attribution_lint.page import Page

from .pages import SENTENCE, block_of, body_of, page_of

TEXT = f"<p>{SENTENCE}</p>" * 3


def headline_of(page: Page) -> str | None:
    """The text of the headline."""
    return None if page.headline is None else page.blocks[page.headline].text


def titled(title: str, html: str) -> Page:
    """A page with a title."""
    return page_of(f"<html><head><title>{title}</title></head><body>{html}</body></html>")


@pytest.mark.parametrize(
    ("title", "html", "headline"),
    [
        ("The late ferry | Harbour", "<h1>Harbour Notes</h1><h2>The late ferry</h2>", "The late ferry"),
        ("Harbour", "<h1>The late ferry</h1><h2>More</h2>", "The late ferry"),
        ("The late ferry", "<h1><a href=/>The <em>late</em> ferry</a></h1>", "The late ferry"),
        ("The late ferry: its cargo", "<h1>The late ferry</h1><h2>Its cargo</h2>", "The late ferry"),
        ("“The Late Ferry”", "<h1>Welcome</h1><div><h3>The late ferry!</h3></div>", "The late ferry!"),
        ("Ferry news - Politics - Harbour", "<h3>Politics</h3><h1>Nobody knows why</h1>", "Nobody knows why"),
        ("Ferry", "<div class=modal><h1>Cookies</h1></div><h1>The ferry was late</h1>", "The ferry was late"),
        ("Ferry", "<h1 hidden>Menu</h1><h1>The ferry was late</h1>", "The ferry was late"),
        ("Ferry", "<h2>Some heading</h2>", None),
        ("", "<h1></h1><p>Text</p>", None),
    ],
)  # fmt: skip
def test_headline(title: str, html: str, headline: str | None) -> None:
    """It is the heading that the title repeats most of, else the first of level one that is no part of the frame."""
    assert headline_of(titled(title, html + TEXT)) == headline


def test_open_graph_title_counts() -> None:
    """The headline is also known by the title that is given for sharing."""
    page = page_of("<meta property=og:title content='The late ferry'><h1>Harbour Notes</h1><h2>The late ferry</h2>")
    assert headline_of(page) == "The late ferry"


def test_article_begins_at_the_headline() -> None:
    """A headline above the element of the text is part of the article, with what is between."""
    page = body_of(f"<nav>Home</nav><h1>The late ferry</h1><p>By Ines</p><div>{TEXT}</div><footer>© Harbour</footer>")
    assert [page.blocks[index].text for index in page.article][:2] == ["The late ferry", "By Ines"]
    assert block_of(page, "© Harbour").index not in page.article


def test_article_ends_with_its_closing_notes() -> None:
    """The notes behind the text's own element belong to the article, up to the next part of the page."""
    page = body_of(f"<div>{TEXT}</div><p>Source: Lantern</p><div class=comments>Nice!</div><p>Other</p>")
    assert page.blocks[page.article[-1]].text == "Source: Lantern"


def test_article_does_not_go_on_for_ever() -> None:
    """Of what follows the text only some lines can be its notes, though the same element holds them."""
    page = body_of(f"<div>{TEXT}{'<p>A line</p>' * 100}</div>")
    assert len(page.article) == 3 + 14


def test_comments_are_no_article() -> None:
    """Long comments do not draw the article to them."""
    page = body_of(f"<article><h1>The late ferry</h1>{TEXT}</article><div class=comments>{TEXT * 4}</div>")
    assert list(page.article) == [0, 1, 2, 3]


def test_page_without_running_text() -> None:
    """Where there is no running text, the whole page is looked at."""
    page = body_of("<p>One</p><p>Two</p>")
    assert page.article == range(2)
    assert page.paragraphs == ()


@pytest.mark.parametrize(
    ("html", "last"),
    [
        (f"<article><div>{TEXT}</div><div class=share>Share</div><p>Source: Lantern</p></article>", "Source: Lantern"),
        (f"<article><div>{TEXT}</div></article><div class=share>Share</div><p>Source: Lantern</p>", SENTENCE.strip()),
        (f"<article><div>{TEXT}</div><aside>Topics</aside><p>Source: Lantern</p></article>", SENTENCE.strip()),
    ],
)
def test_notes_behind_buttons(html: str, last: str) -> None:
    """Buttons to share may stand between a text and its notes, within one article; other parts end it."""
    page = body_of(f"<h1>The late ferry</h1>{html}")
    assert page.blocks[page.article[-1]].text == last


def test_note_behind_a_last_picture() -> None:
    """A picture can stand between the text and its closing note."""
    picture = "<figure><img src=f.png alt=Ferry><figcaption>The ferry in May</figcaption></figure>"
    page = page_of(f"<body><article><h1>Ferry</h1>{TEXT}{picture}<p>Thanks to all.</p></article></body>")
    assert page.blocks[page.article[-1]].text == "Thanks to all."


@pytest.mark.parametrize(
    "html",
    [
        "<blockquote><p>It was late.</p><footer>Harbour Ledger</footer></blockquote>",
        "<blockquote><p>It was late.</p><p>— Harbour Ledger</p></blockquote>",
        "<blockquote>It was late.<br>Harbour Ledger</blockquote>",
        "<blockquote><p>It was late.</p></blockquote><p>— Harbour Ledger</p>",
        f"<blockquote><p>{SENTENCE} Harbour Ledger</p></blockquote>",
    ],
)
def test_quoted(html: str) -> None:
    """What is quoted, and the line that says who is."""
    page = page_of(f"<body>{TEXT}{html}</body>")
    (index,) = page.quoted
    assert page.blocks[index].text.endswith("Harbour Ledger")


@pytest.mark.parametrize(
    "html",
    [
        f"{TEXT}<blockquote>Harbour Ledger</blockquote>",
        f"{TEXT}<blockquote>It was late.</blockquote><p>Harbour Ledger</p>",
        f"<blockquote>{TEXT}<p>Harbour Ledger</p></blockquote>",
        f"{TEXT}<p>— Harbour Ledger</p>",
    ],
)
def test_not_quoted(html: str) -> None:
    """A note can look like a quotation, and so can the article."""
    assert not page_of(f"<body>{html}</body>").quoted
