"""The walk over the parser's tree: blocks, links, hidden parts, addresses, language and title of a page."""

from __future__ import annotations

import time

import pytest

from attribution_lint.model import Place, Region
from attribution_lint.source import UnreadableError

from .pages import SENTENCE, block_of, body_of, links_of, page_of, texts_of

HOME = "https://harbour.example/"


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        pytest.param("<p>Source:</p><p>Lantern</p>", ["Source:", "Lantern"], id="paragraphs"),
        pytest.param("Source: Lantern<br>Author: Ines<br/>", ["Source: Lantern", "Author: Ines"], id="line breaks"),
        pytest.param("<dl><dt>Source<dd>Lantern<dt>By<dd>Ines</dl>", ["Source", "Lantern", "By", "Ines"], id="list"),
        pytest.param("<table><tr><th>Source<td>Lantern<tr><th>By</table>", ["Source", "Lantern", "By"], id="table"),
        pytest.param("<p><b>Source:</b> <i>Lantern</i></p>", ["Source: Lantern"], id="inline"),
        pytest.param("<p>Re<!-- cut -->published</p>", ["Republished"], id="comment"),
        pytest.param("<p>Source: <meta itemprop=url content=/>Lantern</p>", ["Source: Lantern"], id="metadata"),
        pytest.param("<p>one<?php echo 1 ?> two</p>", ["one two"], id="instruction"),
        pytest.param("<details><summary>Source</summary>Lantern</details>", ["Source", "Lantern"], id="details"),
        pytest.param("<p>5 &lt; 6 &amp; 7</p>", ["5 < 6 & 7"], id="references"),
    ],
)  # fmt: skip
def test_blocks(html: str, blocks: list[str]) -> None:
    """Block elements, cells and line breaks part a text; inline elements, comments and metadata do not."""
    assert texts_of(body_of(html)) == blocks


@pytest.mark.parametrize(
    "html",
    [
        "<script>Source: Lantern</script>",
        "<style>Source: Lantern</style>",
        "<template><p>Source: Lantern</template>",
        "<textarea>Source: Lantern</textarea>",
        "<select><option>Source: Lantern</select>",
        "<svg><title>Source: Lantern</title><text>Lantern</text></svg>",
        "<video>Source: Lantern</video>",
        "<iframe src=/x>Source: Lantern</iframe>",
        "<noframes>Source: Lantern</noframes>",
        "<!-- Source: Lantern -->",
    ],
)
def test_text_that_is_no_reader_s(html: str) -> None:
    """Code, choices, fallbacks of media and comments are no text of the page."""
    assert texts_of(body_of(html)) == []


def test_hidden_blocks_are_known_as_hidden() -> None:
    """Hidden text is kept, and marked."""
    hidden = block_of(body_of("<div hidden><p>Source: Lantern</p></div><p>Text</p>"), "Source")
    assert not hidden.visible


def test_hidden_inline_text_does_not_part_a_line() -> None:
    """A line goes on behind a remark for screen readers."""
    page = body_of('<p>Source: <span class="sr-only">opens in a new window</span>Lantern</p>')
    assert texts_of(page) == ["Source: Lantern"]
    assert [block.text for block in page.blocks if not block.visible] == ["opens in a new window"]


def test_hidden_block_parts_a_text() -> None:
    """A hidden block element still ends the line before it."""
    assert texts_of(body_of("<div>Source:<div hidden>x</div>Lantern</div>")) == ["Source:", "Lantern"]


def test_ordinals_count_elements_that_are_not_read() -> None:
    """Elements inside what is skipped count, else places after it would be wrong."""
    page = body_of("<p>One</p><template><p>Two</p></template><p>Three</p>")
    assert block_of(page, "Three").place == Place("p", 2)


def test_link() -> None:
    """A link has its address made absolute, its text, and its stretch of the block."""
    (link,) = links_of(body_of('<p>See <a href=" ../a.html ">the <i>original</i></a>.</p>'))
    assert (link.href, link.url, link.text) == ("../a.html", HOME + "a.html", "the original")
    assert (link.start, link.end) == (4, 16)


@pytest.mark.parametrize("href", ["", "#", "http://", "javascript:;", "about:blank"])
def test_link_without_target(href: str) -> None:
    """An empty or dead address is kept as written, and leads nowhere."""
    (link,) = links_of(body_of(f'<a href="{href}">original</a>'))
    assert (link.href, link.url) == (href, None)


def test_anchor_without_href() -> None:
    """An anchor without address has none, also as written."""
    (link,) = links_of(body_of("<a>original</a>"))
    assert (link.href, link.url, link.text) == (None, None, "original")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('<a href=/x><img alt="The Lantern"></a>', "The Lantern"),
        ('<a href=/x aria-label="Original"><i class=icon></i></a>', "Original"),
        ('<a href=/x title="Original"></a>', "Original"),
        ('<a href=/x title="other">Original</a>', "Original"),
        ("<a href=/x><svg><title>no</title></svg></a>", ""),
    ],
)
def test_name_of_a_link(html: str, text: str) -> None:
    """A link that shows no text is called what it tells screen readers."""
    assert [link.text for link in links_of(body_of(html))] == [text]


def test_link_around_blocks() -> None:
    """A card that is one link is link text in all its blocks, so its teaser is no running text."""
    page = body_of(f"<a href=/a><h3>Title</h3><p>{SENTENCE}</p></a><p>{SENTENCE}</p>")
    assert [block.is_paragraph for block in page.blocks] == [False, False, True]
    assert [link.text for link in links_of(page)] == [f"Title {SENTENCE.strip()}"] * 2


def test_unclosed_name_is_no_link() -> None:
    """A forgotten `</a>` of a place to jump to does not make the article a link."""
    page = body_of(f"<div><a name=top><h1>Ferry</h1><p>{SENTENCE}</p><p>{SENTENCE}</p></div>")
    assert sum(block.is_paragraph for block in page.blocks) == 2


def test_link_in_a_link() -> None:
    """Where an unclosed link holds another, the inner text belongs to the inner one."""
    page = body_of("<a href=/1><div>one <a href=/2>two</a></div>")
    assert [(link.url, link.text) for link in links_of(page)] == [(HOME + "2", "two"), (HOME + "1", "one")]


def test_link_over_a_line_break() -> None:
    """A link with a break inside is in both lines."""
    page = body_of("<p>By <a href=/a>Ines<br>Aldred</a></p>")
    assert [(link.text, link.start, link.end) for link in links_of(page)] == [
        ("Ines Aldred", 3, 7),
        ("Ines Aldred", 0, 6),
    ]


def test_images() -> None:
    """A named image stands at its offset; one without a name, or that nobody sees, is none."""
    page = body_of('<p>By <img alt=" The  Lantern "><img src=x><span hidden><img alt=no></span></p>')
    assert [(image.alt, image.start) for block in page.blocks for image in block.images] == [("The Lantern", 2)]


def test_resources() -> None:
    """Addresses of images, scripts and frames are kept, hidden ones too, but not images inside the page."""
    page = body_of(
        "<img src=/a.gif data-src=/b.gif hidden><script src=/c.js></script><iframe src=/d></iframe>"
        "<img src=data:image/gif;base64,R0lGOD>"
    )
    assert [address for address, _ in page.resources] == ["/a.gif", "/b.gif", "/c.js", "/d"]


@pytest.mark.parametrize(
    ("base", "url"),
    [
        pytest.param("<base href=https://lantern.example/x/>", "https://lantern.example/x/a", id="absolute"),
        pytest.param("<base href=/x/>", HOME + "x/a", id="relative"),
        pytest.param("<base href=//lantern.example/>", "https://lantern.example/a", id="scheme-relative"),
        pytest.param("<base target=_blank><base href=/x/><base href=/y/>", HOME + "x/a", id="the first one"),
        pytest.param('<base href="javascript:void(0)"><base href=/y/>', HOME + "y/a", id="no address"),
        pytest.param("<base href=http://[>", HOME + "notes/a", id="broken"),
        pytest.param('<base href="">', HOME + "notes/a", id="empty"),
    ],
)
def test_base(base: str, url: str) -> None:
    """The first base that is an address is what links are relative to, itself relative to the page's."""
    page = page_of(f"<html><head>{base}</head><body><a href=a>original</a></body></html>")
    assert [link.url for link in links_of(page)] == [url]


def test_page_without_address() -> None:
    """Where the page's own address is unknown, links stay as they are, and still lead somewhere."""
    page = page_of("<a href=/a>one</a> <a href=//lantern.example/>two</a>", None)
    assert [link.url for link in links_of(page)] == ["/a", "https://lantern.example/"]


@pytest.mark.parametrize(
    ("html", "language"),
    [
        ("<html lang=de-AT><body lang=en>x", "de-at"),
        ("<html xml:lang=fr>x", "fr"),
        ("<html lang=pt_BR>x", "pt-br"),
        ("<html><body lang=cs>x", "cs"),
        ("<html><meta http-equiv=content-language content='de, en'>x", "de"),
        ("<html><meta property=og:locale content=en_US>x", "en-us"),
        ('<html lang="{{ lang }}"><meta property=og:locale content=es_ES>x', "es-es"),
        ("---\ntitle: x\n---\n<!doctype html><html class=a lang='el'><body>x", "el"),
        ('<html data-lang="de">x', ""),
        ("<html lang=English>x", ""),
        ("<p>x", ""),
    ],
)
def test_language(html: str, language: str) -> None:
    """The root says the language, else the body, else metadata; what is no language tag says nothing."""
    assert page_of(html).language == language


def test_title() -> None:
    """The first title counts, and that of a drawing is none."""
    page = page_of("<svg><title>Icon</title></svg><title> The\n ferry </title><title>Other</title><p>x")
    assert page.title == "The ferry"


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<p>Source: Lantern", id="fragment"),
        pytest.param("Source: Lantern", id="text"),
        pytest.param("<html><head></head></html>Source: Lantern", id="after the end"),
        pytest.param("<html><body></body><p>Source: Lantern</p></html>", id="body ends too early"),
        pytest.param("<html><body></body></html>\n<html><body><p>Source: Lantern</body></html>", id="two pages"),
        pytest.param("<html><frameset></frameset><p>Source: Lantern</html>", id="frames"),
    ],
)
def test_nothing_is_lost(html: str) -> None:
    """All text is read, however the page is put together."""
    assert texts_of(page_of(html)) == ["Source: Lantern"]


def test_front_matter_before_markup() -> None:
    """Text before the markup is text, and the head behind it is read nonetheless."""
    page = page_of("---\nlayout: post\n---\n<html><head><title>Ferry</title><link rel=canonical href=/a></head><p>x")
    assert page.title == "Ferry"
    assert [item.value for item in page.values("canonical")] == [HOME + "a"]


def test_metadata_of_all_sources() -> None:
    """Meta tags, link elements, JSON-LD and microdata come together under their names."""
    page = page_of(
        "<meta name=Author content=A><link rel=author href=/b>"
        '<script type="application/ld+json">{"@type": "Article", "author": "C"}</script><p itemprop=author>D</p>'
    )
    assert {(item.source, item.value) for item in page.values("author")} == {
        ("meta", "A"),
        ("link", HOME + "b"),
        ("jsonld", "C"),
        ("microdata", "D"),
    }


def test_script_of_other_type_is_no_metadata() -> None:
    """Only scripts of linked data are read."""
    assert page_of('<script>{"@type": "Article", "author": "C"}</script><p>x').meta == ()


def test_regions_of_blocks() -> None:
    """Each block has the region of the element around it."""
    page = body_of(f"<nav>Home</nav><article><p>{SENTENCE}</p></article><footer>© Harbour</footer>")
    assert [block.region for block in page.blocks] == [Region.NAV, Region.ARTICLE, Region.FOOTER]


@pytest.mark.parametrize("html", ["", "   ", "<!-- -->", "<!doctype html>"])
def test_no_page(html: str) -> None:
    """What has no element and no text is a problem, not an empty page."""
    with pytest.raises(UnreadableError):
        page_of(html)


def test_too_deep() -> None:
    """A page that the parser gives up is a problem, also behind hundreds of lesser errors."""
    with pytest.raises(UnreadableError, match="before the end of the page"):
        body_of("</q>" * 300 + "<div>" * 5_000 + "<p>Source: Lantern")


def test_too_many_attributes() -> None:
    """A tag that the parser would take minutes for is a problem, also where its values look like markup."""
    with pytest.raises(UnreadableError, match="60000 attributes"):
        body_of("<p " + " ".join(f"a{number}='>'" for number in range(60_000)) + ">x")


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<div itemprop=text>word " * 2_000, id="nested properties"),
        pytest.param("<div class=c>word " * 2_000, id="nested blocks"),
        pytest.param("<p>word</p>" * 50_000, id="blocks"),
        pytest.param("<div>" * 1_500 + "<p>word</p>" * 20_000, id="deep blocks"),
        pytest.param("<p>" + "<a href=/a>word</a> " * 50_000, id="links"),
        pytest.param("<a href=/a>" + "word<br>" * 50_000, id="one link"),
        pytest.param("<a href=/a><div>word " * 900, id="nested links"),
        pytest.param("<h1>word word</h1>" * 20_000, id="headings"),
        pytest.param("<p style='display" + " " * 200_000 + "'>x", id="style"),
        pytest.param("</body" + " " * 200_000 + "x", id="end tag"),
        pytest.param("<p>" + "word " * 500_000, id="one text"),
        pytest.param(("<p" + " <a" * 99 + ">") * 2_000, id="tags in tags"),
        pytest.param("<p>x" + "<a" * 300_000, id="tags in names of tags"),
        pytest.param("<p>x<a" + " b" * 90 + "<a" * 300_000 + ">", id="tags in names of attributes"),
        pytest.param("<script>" + "for(i=0;i<n;i++){x='>'}" * 20_000 + "</script>", id="script like tags"),
    ],
)
def test_hostile_pages_take_no_time(html: str) -> None:
    """Work is linear in the page: a quadratic step would take minutes here."""
    start = time.perf_counter()
    body_of(html)
    assert time.perf_counter() - start < 15
