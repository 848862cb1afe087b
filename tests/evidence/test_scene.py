"""Where things stand in the article, and how they are pointed at."""

from __future__ import annotations

import pytest

from attribution_lint.evidence.scene import Scene, Zone
from attribution_lint.locate import Locator
from attribution_lint.model import EvidenceKind
from tests.evidence.builders import ORIGINAL, TEXT, markup, scene_of


def index_of(scene: Scene, text: str) -> int:
    """The block that begins so."""
    return next(block.index for block in scene.page.blocks if block.text.startswith(text))


LONG = tuple(f"{number}. {TEXT[number % 3]}" for number in range(30))


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Above", Zone.HEAD),
        ("0.", Zone.HEAD),
        ("15.", Zone.BODY),
        ("29.", Zone.TAIL),
        ("Below", Zone.TAIL),
        ("©", Zone.OUTSIDE),
    ],
)
def test_zones(text: str, zone: Zone) -> None:
    """Headline and byline are the head, the notes behind the text its tail, the footer stands outside."""
    scene = scene_of(markup(text=LONG, above="<p>Above</p>", below="<p>Below</p>"))
    assert scene.zone(index_of(scene, text)) is zone


def test_footnotes_are_body() -> None:
    """A note that leads back into the text gives the source of one remark."""
    note = '<ol><li id="n1">This article first appeared in the Mirror. <a href="#fnref1">↩</a></li></ol>'
    scene = scene_of(markup(text=LONG, below=note))
    assert scene.zone(index_of(scene, "This article first")) is Zone.BODY


def test_no_running_text() -> None:
    """On a short page without any running text all is head."""
    scene = scene_of(markup(text=(), above="<p>Short</p>"))
    assert scene.zone(index_of(scene, "Short")) is Zone.HEAD


def test_listing() -> None:
    """On a page of linked headings nothing is head or tail of one article."""
    scene = scene_of(markup(above="<h2><a href='/x'>A heading of another article</a></h2>" * 8))
    assert scene.listing
    assert len(scene.byline_zone) == 0
    assert {scene.zone(block.index) for block in scene.page.blocks} == {Zone.OUTSIDE}


def test_no_listing() -> None:
    """A few linked headings make no list."""
    assert not scene_of(markup(above="<h2><a href='/x'>A heading of another article</a></h2>" * 2)).listing


def test_short_listing() -> None:
    """A linked heading above each paragraph makes one; an article whose headline alone is a link is none."""
    heading = "<h2><a href='/x'>A heading of another article</a></h2>"
    text = "<p>A paragraph of running text that is long enough to be one, and says what the article is about.</p>"
    assert scene_of(f"<html lang=en><main><h1>News</h1>{(heading + text) * 2}</main></html>").listing
    assert not scene_of(f"<html lang=en><main><h1>News</h1>{heading + text}</main></html>").listing
    assert not scene_of(f"<html lang=en><main>{heading + text + text + heading + heading}</main></html>").listing


def test_notes_are_no_running_text() -> None:
    """A long note about rights is not the last paragraph of the text."""
    note = (
        f"This article was originally published by <a href='{ORIGINAL}'>Harbour Ledger</a> and is republished here "
        "with the kind permission of its editors and of its author."
    )
    scene = scene_of(markup(below=f"<p>{note}</p>"))
    assert scene.page.blocks[scene.running[-1]].text == TEXT[-1]


@pytest.mark.parametrize(
    ("url", "foreign"),
    [(ORIGINAL, True), ("/2024/x.html", False), (None, False), ("https://creativecommons.org/x/y", False)],
)
def test_foreign(url: str | None, *, foreign: bool) -> None:
    """The site's own pages and those of tools are no sources."""
    assert scene_of(markup()).foreign_article(url) is foreign


def test_place_of_a_repeated_word() -> None:
    """Of a word that occurs twice in its paragraph, the place is that of the one meant."""
    html = markup(text=(*TEXT[:2], TEXT[2] + " The dpa asked why, and the dpa got an answer from the clerk (dpa)"))
    scene = scene_of(html)
    block = scene.page.blocks[index_of(scene, TEXT[2])]
    start = block.text.rindex("dpa")
    span = Locator(html).span(scene.place(block, start, start + 3))
    line = html.split("\n")[span.line - 1]
    assert line[: span.end_column - 1].endswith("clerk (dpa")


def test_place_in_a_later_line_of_an_element() -> None:
    """A text that stands in an earlier line of the same element as well is found in its own."""
    html = markup(below="<p>AFP wrote so,<br>as we know.<br>Paris AFP</p>")
    scene = scene_of(html)
    block = scene.page.blocks[index_of(scene, "Paris")]
    span = Locator(html).span(scene.place(block, 6, 9))
    assert html.split("\n")[span.line - 1][: span.end_column - 1].endswith("Paris AFP")


def test_place_of_a_text_without_spaces() -> None:
    """In a script without spaces the place takes some characters before the word."""
    html = markup(
        text=("港口日报说屋顶要修，市民们都很高兴，因为冬天快到了，屋顶漏水已经很久了。港口日报",), language="zh"
    )
    scene = scene_of(html)
    block = scene.page.blocks[scene.running[0]]
    start = block.text.rindex("港口日报")
    place = scene.place(block, start, start + 4)
    assert place.text is not None
    assert place.text.endswith("港口日报")
    assert block.text.count(place.text) == 1


def test_cite() -> None:
    """A citation is trimmed, and stands where its text does."""
    scene = scene_of(markup(below="<p>* Source: Harbour Ledger</p>"))
    block = scene.page.blocks[index_of(scene, "* Source")]
    found = scene.cite(block, (0, len(block.text)), EvidenceKind.CREDIT, 1.0, "because")
    assert found.text == "Source: Harbour Ledger"
    assert found.place.text == "Source: Harbour Ledger"


def test_next_block_ends_with_the_part_of_the_page() -> None:
    """The footer holds no value of a label in the article."""
    scene = scene_of(markup(below="<p>Source:</p>"))
    assert scene.next_block(index_of(scene, "Source:")) is None
