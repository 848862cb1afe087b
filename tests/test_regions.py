"""Which part of a page an element stands in."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import attribution_lint
from attribution_lint.model import Region
from attribution_lint.regions import Container, accumulate, path_to, sign_of, tells, words_of

from .pages import SENTENCE, block_of, body_of

ARTICLE = f"<article><p>{SENTENCE * 3}</p></article>"


def region_of(html: str) -> Region:
    """The region of the block that begins with X, beside an article."""
    return block_of(body_of(html + ARTICLE), "X").region


@pytest.mark.parametrize(
    ("html", "region"),
    [
        ("<nav>X</nav>", Region.NAV),
        ("<aside>X</aside>", Region.ASIDE),
        ("<footer>X</footer>", Region.FOOTER),
        ("<header>X</header>", Region.HEADER),
        ("<figure>X</figure>", Region.CAPTION),
        ("<div role=navigation>X</div>", Region.NAV),
        ("<div role='Banner presentation'>X</div>", Region.HEADER),
        ("<div class=comment-list>X</div>", Region.COMMENTS),
        ("<div id=disqus_thread>X</div>", Region.COMMENTS),
        ("<div class=relatedPosts>X</div>", Region.RELATED),
        ("<div class='widget widget_text'>X</div>", Region.ASIDE),
        ("<ul class=breadcrumbs><li>X</ul>", Region.NAV),
        ("<div class=post-meta>X</div>", Region.BYLINE),
        ("<p class=wp-caption-text>X</p>", Region.CAPTION),
        ("<p class=byline>X</p>", Region.BYLINE),
        ("<div class=comments><div class=author>X</div></div>", Region.COMMENTS),
        ("<div class=post-meta><div class=share>X</div></div>", Region.NAV),
        ("<article class=comment><p>X</p></article>", Region.COMMENTS),
    ],
)
def test_set_aside(html: str, region: Region) -> None:
    """Tags, roles and words of class and id say what a part is; what is set aside stays so all the way in."""
    assert region_of(html) is region


@pytest.mark.parametrize(
    "html",
    [
        "<div>X</div>",
        "<div class='entry-content has-sidebar'>X</div>",
        "<div class='no-comments'>X</div>",
        "<div class='with-sidebar'>X</div>",
        "<div class='commentary'>X</div>",
        "<div class='metadata'>X</div>",
        "<p class='share'>X</p>",
        "<article class='category-popular tag-video'><p>X</p></article>",
        "<main class=sidebar>X</main>",
        "<div role=presentation>X</div>",
    ],
)
def test_not_set_aside(html: str) -> None:
    """Words inside words, what an element has beside it, and the subjects of an article set nothing aside."""
    assert region_of(html) is Region.ARTICLE


@pytest.mark.parametrize("tag", ["body", "main", "article", "div"])
def test_much_text_is_the_article(tag: str) -> None:
    """An element that holds much of the text is the article, whatever its class says."""
    page = body_of(f'<{tag} class="sidebar widget"><p>{SENTENCE * 3}</p></{tag}>')
    assert {block.region for block in page.blocks} == {Region.ARTICLE}


def test_headline_is_no_site_header() -> None:
    """The header with the headline is the head of the article, not of the site."""
    page = body_of(f"<header>Harbour</header><header><h1>The ferry</h1><p>Ines</p></header>{ARTICLE}")
    assert [block.region for block in page.blocks][:3] == [Region.HEADER, Region.BYLINE, Region.BYLINE]


def test_element_with_the_headline_is_not_set_aside() -> None:
    """A part that holds the headline is the article, however short it is."""
    page = body_of("<div class=widget><h1>The ferry</h1><p>Short.</p></div>")
    assert {block.region for block in page.blocks} == {Region.ARTICLE}


@pytest.mark.parametrize("html", ["<footer><p>{}</p></footer>", "<div class=comments><p>{}</p></div>"])
def test_long_text_beside_a_short_article(html: str) -> None:
    """Comments and footers stay what they are where they hold most of the text, if the headline is elsewhere."""
    page = body_of(f"<h1>The ferry</h1><p>Short.</p>{html.format('X ' + SENTENCE * 3)}")
    assert block_of(page, "X").region in {Region.FOOTER, Region.COMMENTS}


@pytest.mark.parametrize(
    "footer", ["<footer>X</footer>", "<footer class=entry-footer>X</footer>", "<p role=contentinfo>X</p>"]
)
def test_footer_of_an_article(footer: str) -> None:
    """An article's own footer holds its closing notes and is no footer of the site."""
    page = body_of(f"<article><p>{SENTENCE * 3}</p>{footer}</article>")
    assert block_of(page, "X").region is Region.ARTICLE


def test_parts_of_an_article_s_footer() -> None:
    """Share buttons in that footer are still navigation."""
    page = body_of(f"<article><p>{SENTENCE * 3}</p><footer><div class=share>X</div></footer></article>")
    assert block_of(page, "X").region is Region.NAV


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ("post-meta", {"post", "meta", "postmeta"}),
        ("postMeta", {"post", "meta", "postmeta"}),
        ("entry__Footer", {"entry", "footer", "entryfooter"}),
        ("has-sidebar hide-comments no-ads", set()),
        ("a1 B2", {"a1", "b2"}),
        ("--", set()),
    ],
)
def test_words_of(names: str, words: set[str]) -> None:
    """Hyphens, underscores and capitals part words, and what a class has is not what it is."""
    assert words_of(names) == words


def test_words_are_bounded() -> None:
    """A class attribute of a megabyte costs no more than a long one."""
    assert len(words_of("a-b " * 300_000 + "x")) == 3
    assert max(map(len, words_of("x" * 100_000))) == 80


CHAIN = [
    Container(-1, "", 0, sign_of("")),
    Container(0, "html", 0, sign_of("html")),
    Container(1, "div", 0, sign_of("div")),
    Container(1, "p", 0, sign_of("p")),
]


def test_accumulate() -> None:
    """Amounts count for the container and all around it."""
    assert accumulate(CHAIN, [(2, 5), (3, 7), (3, 1)]) == [13, 13, 5, 8]


def test_path_to() -> None:
    """The path goes from a container to the page as a whole."""
    assert path_to(3, CHAIN) == {0, 1, 3}


def test_telling_words_are_written_as_they_are_compared() -> None:
    """A word of the data file that no class is taken apart into would never be found, and one in two tables once."""
    table = tomllib.loads(Path(attribution_lint.__file__).with_name("data").joinpath("regions.toml").read_text("utf-8"))
    words = [word for words in table["words"].values() for word in words]
    assert [word for word in words if words_of(word) != {word}] == []
    assert len(set(words)) == len(words)
    assert set(table["words"]) <= set(Region)


def test_names_that_tell() -> None:
    """Most ids tell nothing of what an element is, and need not be looked at together with its class."""
    assert tells("x comments")
    assert tells("cookie-banner")
    assert not tells("post-1234 has-sidebar")
