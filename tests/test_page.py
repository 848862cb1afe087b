"""The values of a parsed page, and what is computed from them."""

from __future__ import annotations

import pytest

from attribution_lint.metadata import Meta
from attribution_lint.model import NOWHERE, Place, Region
from attribution_lint.page import Block, Link, Page, has_dense_script

LONG = "Nobody on the quay could say what the ferry had been waiting for all morning."
PLACE = Place("p", 3)


def block(
    text: str, *, tag: str = "p", visible: bool = True, linked: int = 0, region: Region = Region.ARTICLE
) -> Block:
    """A block; its first `linked` characters are a link."""
    links = (Link("/a", "/a", text[:linked], NOWHERE, 0, linked),) if linked else ()
    return Block(0, text, Place(tag, 3), region, visible, links)


def page(*blocks: Block, meta: tuple[Meta, ...] = ()) -> Page:
    """A page whose article is all of it."""
    return Page("page.html", None, "", "", None, blocks, meta, (), range(len(blocks)))


def test_running_text() -> None:
    """A sentence of usual length is running text."""
    assert block(LONG).is_paragraph


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(block("Harbour notes"), id="short"),
        pytest.param(block(LONG, tag="h2"), id="heading"),
        pytest.param(block(LONG, visible=False), id="hidden"),
        pytest.param(block(LONG, linked=60), id="link"),
    ],
)
def test_no_running_text(other: Block) -> None:
    """A line, a heading, hidden text and a link are not."""
    assert not other.is_paragraph


def test_running_text_says_more_with_fewer_characters() -> None:
    """Thirty Chinese characters are a sentence; thirty Latin ones are not."""
    assert block("渡轮比预定时间晚了一个小时离开港口，码头上没有人知道它在等什么。").is_paragraph
    assert not block("The ferry left an hour late. No").is_paragraph


@pytest.mark.parametrize("text", ["転載", "전재", "ต้นฉบับ", "A 字"])
def test_dense_scripts(text: str) -> None:
    """Chinese characters, kana, hangul and Thai are dense."""
    assert has_dense_script(text)


@pytest.mark.parametrize("text", ["Source", "Источник", "المصدر", "Πηγή", "é – “”"])
def test_other_scripts(text: str) -> None:
    """Alphabets and punctuation are not."""
    assert not has_dense_script(text)


def test_link_share() -> None:
    """Half of a text is a link; no text is none."""
    assert block("abcdefghij", linked=5).link_share == pytest.approx(0.5)
    assert block("").link_share == pytest.approx(0)


def test_place_of_a_stretch() -> None:
    """A stretch of a block is found by its text in the block's element."""
    assert block("Source: Lantern").at(8, 15) == Place("p", 3, "Lantern")


def test_metadata_by_name() -> None:
    """Values come in the order of the names asked for, then in that of the page."""
    first, second, third = (
        Meta("meta", "author", "A", NOWHERE),
        Meta("jsonld", "author.name", "B", NOWHERE),
        Meta("jsonld", "author", "C", NOWHERE),
    )
    assert list(page(meta=(first, second, third)).values("author.name", "missing", "author")) == [second, first, third]


def test_paragraphs_are_the_article_s() -> None:
    """Running text counts in the article only: neither in a sidebar nor in the lines about author and date."""
    regions = (Region.BYLINE, Region.ARTICLE, Region.ASIDE, Region.ARTICLE)
    assert page(*(block(LONG, region=region) for region in regions)).paragraphs == (1, 3)


def test_paragraphs_outside_the_article() -> None:
    """What stands behind the article is no paragraph of it."""
    whole = page(block(LONG), block(LONG))
    part = Page("page.html", None, "", "", None, whole.blocks, (), (), range(1))
    assert part.paragraphs == (0,)
