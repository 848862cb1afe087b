"""Places of the parsed page in its source: right to the character, whatever it looks like, and in linear time."""

from __future__ import annotations

import re
import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from attribution_lint.locate import Locator
from attribution_lint.model import NOWHERE, Place, Span


def cut(source: str, span: Span) -> str:
    """Take the characters that a span covers, by counting lines and columns anew."""
    lines = [match.group() for match in re.finditer(r"[^\r\n]*(?:\r\n|\r|\n|\Z)", source)]
    start = sum(map(len, lines[: span.line - 1])) + span.column - 1
    end = sum(map(len, lines[: span.end_line - 1])) + span.end_column - 1
    return source[start:end]


def at(source: str, tag: str, ordinal: int = 0, text: str | None = None, attribute: str | None = None) -> str:
    """Say what stands in the source at a place."""
    return cut(source, Locator(source).span(Place(tag, ordinal, text, attribute)))


# --- start tags


def test_start_tag_by_line_and_column() -> None:
    """Lines and columns count from 1, and the end is exclusive."""
    assert Locator('<body>\n\n  <p class="by">x</p>').span(Place("p", 0)) == Span(3, 3, 3, 17)


def test_start_tag_over_several_lines() -> None:
    """A tag is told from where it opens to where it closes, not by the line of its end."""
    assert Locator('<p>\n<a\n  href="/x"\n  rel=nofollow\n>y</a>').span(Place("a", 0)) == Span(2, 1, 5, 2)


def test_minified_page() -> None:
    """Columns are exact on a page of one long line."""
    source = "<!doctype html><html><body>" + "<p>word</p>" * 30_000 + "<p>last</p>"
    column = source.index("last") + 1
    assert Locator(source).span(Place("p", 30_000, text="last")) == Span(1, column, 1, column + 4)


def test_lines_after_the_65535th() -> None:
    """Line numbers do not stop where the parser's do."""
    assert Locator("\n" * 70_000 + "<p>x").span(Place("p", 0)) == Span(70_001, 1, 70_001, 4)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_breaks(newline: str) -> None:
    """LF, CR LF and lone CR each end one line."""
    source = newline.join(["<p>one", "", "two</p>", "<b>x</b>"])
    assert Locator(source).span(Place("b", 0)) == Span(4, 1, 4, 4)
    assert Locator(source).span(Place("p", 0, text="one two")) == Span(1, 4, 3, 4)


def test_unicode_line_separators_break_no_line() -> None:
    """Form feed, NEL and U+2028 are characters of a line like any other."""
    assert Locator("\f\x85\u2028<p>x").span(Place("p", 0)) == Span(1, 4, 1, 7)


def test_columns_count_characters() -> None:
    """A character beyond the basic plane and a CJK character are one column each."""
    assert Locator("<p>😀文<b>x</b>").span(Place("b", 0)) == Span(1, 6, 1, 9)


def test_upper_case_tags() -> None:
    """Names are compared in lower case."""
    assert at('<P>a</P><P ID="b">c</P>', "p", 1) == '<P ID="b">'


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<!-- <p>no</p> --><p id=y>", "<p id=y>"),
        ("<!--><p id=y><!-- -->", "<p id=y>"),
        ("<!-- a --!><p id=y>", "<p id=y>"),
        ("<![CDATA[ a ><p id=y>", "<p id=y>"),
        ("<?php echo ><p id=y>", "<p id=y>"),
        ("<!doctype html [ <p ]><p id=y>", "<p id=y>"),
        ("<script>'<p>'</script><p id=y>", "<p id=y>"),
        ("<SCRIPT>'<p></scripts>'</SCRIPT\n><p id=y>", "<p id=y>"),
        ("<script><!-- <script></script><p>--></script><p id=y>", "<p id=y>"),
        ("<script><!-- </script><p id=y> -->", "<p id=y>"),
        ("<script src=x.js /><p id=y></script>", "<p id=y>"),
        ("<script src=x.js/><p></script><p id=y>", "<p id=y>"),
        ("<style>p::after{content:'<p>'}</style><p id=y>", "<p id=y>"),
        ("<title><p></title><p id=y>", "<p id=y>"),
        ("<textarea><p></textarea><p id=y>", "<p id=y>"),
        ("<iframe><p></iframe><p id=y>", "<p id=y>"),
        ("<noscript><p id=y></noscript><p>", "<p id=y>"),
        ("a < b <p id=y>", "<p id=y>"),
        ("</ <p><p id=y>", "<p id=y>"),
        ("</b title='<p>'><p id=y>", "<p id=y>"),
        ('<b title="<p>"><p id=y>', "<p id=y>"),
        ("<b title=it's><p id=y>", "<p id=y>"),
        ('<b ="><p id=y>', "<p id=y>"),
        ('<b title="a"lang="<p>"><p id=y>', "<p id=y>"),
        ("<b title = ><p id=y>", "<p id=y>"),
        ("<pre><param><p/id=y>", "<p/id=y>"),
    ],
)
def test_what_is_no_tag_counts_for_none(source: str, expected: str) -> None:
    """The parser and the locator agree on which `<p` opens the first paragraph."""
    root = etree.fromstring(source.encode(), etree.HTMLParser(encoding="utf-8"))
    assert next(dict(element.attrib) for element in root.iter("p")) == {"id": "y"}
    assert at(source, "p") == expected


@pytest.mark.parametrize(
    "ending", ["<!-- open <p id=z>", '<p id="z', "<p id=z", "<script><p>", "<textarea><p>", "<plaintext><p>"]
)
def test_page_cut_off(ending: str) -> None:
    """What never closes runs to the end of the page and holds no tags."""
    assert at(f"<p id=a>x</p>{ending}", "p", 1) == "<p id=a>"


def test_page_as_a_whole() -> None:
    """It is the empty span at the first character."""
    assert Locator("<html>\n<p>x").span(NOWHERE) == Span(1, 1, 1, 1)


def test_element_without_tag() -> None:
    """An element that the parser inserted stands nowhere, and its text is found all the same."""
    locator = Locator("\nSource: Example News")
    assert locator.span(Place("body", 0)) == Span(1, 1, 1, 1)
    assert locator.span(Place("body", 0, text="Example News")) == Span(2, 9, 2, 21)


def test_ordinal_beyond_the_last() -> None:
    """The last element of the name stands for it."""
    assert at("<p id=a><p id=b>", "p", 7) == "<p id=b>"


def test_empty_page() -> None:
    """A page of no characters has a first position, too."""
    assert Locator("").span(Place("p", 0, text="x")) == Span(1, 1, 1, 1)


# --- text


@pytest.mark.parametrize(
    ("inside", "text", "expected"),
    [
        ("Source: Example News, today", "Example News", "Example News"),
        ("Source:\n   Example\t News", "Source: Example News", "Source:\n   Example\t News"),
        (
            "Source: <a href=/x>Example <b>News</b></a>.",
            "Source: Example News.",
            "Source: <a href=/x>Example <b>News</b></a>.",
        ),
        ("<b> Source:</b><i> Example</i> ", "Source: Example", "Source:</b><i> Example"),
        ("By<!-- <b>not</b> this -->line", "Byline", "By<!-- <b>not</b> this -->line"),
        (
            "Source:<script>var a = '<p>';</script> Example",
            "Source: Example",
            "Source:<script>var a = '<p>';</script> Example",
        ),
        ("Smith &amp; Sons", "Smith & Sons", "Smith &amp; Sons"),
        ("&copy;&nbsp;2020 Example &#8212; all", "© 2020 Example —", "&copy;&nbsp;2020 Example &#8212;"),
        ("(&#x4e2d;&#25991;)", "中文", "&#x4e2d;&#25991;"),
        ("(&#49&#50)", "12", "&#49&#50"),
        ("a&copy2020", "©", "&copy"),
        ("a&copy2020x", "2020", "2020"),
        ("Q&A and R&D &c. &", "R&D &c. &", "R&D &c. &"),
        ("&nGt; x", "≫⃒ x", "&nGt; x"),
        ("&lt;b&gt; 1 < 2", "<b> 1 < 2", "&lt;b&gt; 1 < 2"),
        ("转载自：新华社。", "新华社", "新华社"),
        ("來源：<span>中央\n社</span>", "來源：中央 社", "來源：<span>中央\n社"),
        ("Exam\u00adple&shy;News\u200b!", "ExampleNews!", "Exam\u00adple&shy;News\u200b!"),
        ("ExampleNews!", "Exam\u00adple\u200bNews", "ExampleNews"),
        ("le cafe\u0301 noir", "caf\u00e9", "cafe\u0301"),
        ("le caf\u00e9 noir", "cafe\u0301 noir", "caf\u00e9 noir"),
        ("caf&eacute; noir", "cafe\u0301", "caf&eacute;"),
        ("한국 뉴스", "뉴스", "뉴스"),
        ("Nguy\u1ec5n \u00ea\u0323 x", "\u1ec7", "\u00ea\u0323"),
        ("bad \x01byte", "bad \ufffdbyte", "bad \x01byte"),
        ("<textarea>a &amp; b</textarea>", "a & b", "a &amp; b"),
        ("<xmp>a &amp; b</xmp>", "a &amp; b", "a &amp; b"),
        ("<noscript>Source: <b>X</b></noscript>", "Source: X", "Source: <b>X"),
        ("<![CDATA[a > Source: X ]]>", "Source: X ]]>", "Source: X ]]>"),
    ],
)
def test_text(inside: str, text: str, expected: str) -> None:
    """Text is found from its first to its last character, however the source writes it."""
    assert at(f"<title>{text}</title><p>{text}</p><div>{inside}</div>", "div", text=text) == expected


@pytest.mark.parametrize("tag", ["p", "xmp"])
def test_long_text(tag: str) -> None:
    """However long a text is, every part of it is found, and what goes over two parts."""
    words = [f"<{tag}>", *(f"w{number}" for number in range(20_000))]
    source = " ".join(words)
    locator = Locator(source)
    for number in range(0, 19_900, 50):
        text = " ".join(words[number + 1 : number + 101])
        assert cut(source, locator.span(Place(tag, 0, text))) == text


def test_title() -> None:
    """The title's text is text, and its references are decoded."""
    assert at("<title>\n Caf&eacute; <b></title>", "title", text="Café <b>") == "Caf&eacute; <b>"


def test_equal_texts_by_ordinal() -> None:
    """Of several occurrences the one in the element counts."""
    source = "<p>Source: X</p>\n<p>Source: X</p>\n<p>Source: X</p>"
    assert Locator(source).span(Place("p", 1, text="Source: X")) == Span(2, 4, 2, 13)


def test_text_before_an_inserted_body() -> None:
    """A body tag that comes too late does not hide the text before it."""
    assert at("Source: X\n<body>\n<p>y", "body", text="Source: X") == "Source: X"


def test_text_of_which_a_part_comes_from_elsewhere() -> None:
    """The span goes from the beginning that agrees to the end that agrees."""
    source = "<p>This article was published by <img alt='Example'> and is republished with permission.</p>"
    text = "This article was published by Example and is republished with permission."
    assert at(source, "p", text=text) == source[3:-4]


def test_text_that_agrees_at_its_beginning_only() -> None:
    """The span covers what is there."""
    source = "<p>This article was published by <img alt='Example'></p><p>Other</p>"
    assert at(source, "p", text="This article was published by Example") == "This article was published by"


@pytest.mark.parametrize("text", ["Quite another thing", "Source: but not this one at all", ""])
def test_text_that_is_not_there(text: str) -> None:
    """The start tag stands for it; a few letters in common are no find."""
    assert at("<p id=a>Source: X. Quiet, please.</p>", "p", text=text) == "<p id=a>"


def test_text_in_json() -> None:
    """In a script, JSON's escapes are read: surrogates, slashes and quotes."""
    source = r"""<script type=ld+json>{"url": "https:\/\/x.test\/a", "name": "\u4e2d\ud83d\ude00 \"B\""}</script>"""
    assert at(source, "script", text="https://x.test/a") == r"https:\/\/x.test\/a"
    assert at(source, "script", text='中😀 "B"') == r"\u4e2d\ud83d\ude00 \"B\""
    assert at(source, "script", text="elsewhere") == "<script type=ld+json>"


# --- attributes


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ('<a href="/x">', "/x"),
        ("<a href='/x y'>", "/x y"),
        ("<a href=/x/>", "/x/"),
        ('<a title="href=no > no" HREF = "/x">', "/x"),
        ('<a href="/1"href="/2">', "/1"),
        ('<a data-href="/n" href="/x">', "/x"),
        ('<a\n\thref\n=\n"/x"\n>', "/x"),
        ('<a href="">', 'href=""'),
        ("<a href>", "href"),
        ("<a href= >", "href"),
        ('<a ="href=/n" href=/x>', "/x"),
        ("<a name=x>", "<a name=x>"),
    ],
)
def test_attribute(tag: str, expected: str) -> None:
    """It is the attribute's value, its name where there is no value, and the start tag where there is neither."""
    assert at(f"<p>{tag}y</a>", "a", attribute="href") == expected


@pytest.mark.parametrize(
    ("value", "text", "expected"),
    [
        ("Photo: Example &amp; Sons, 2020", "Example & Sons", "Example &amp; Sons"),
        ("Photo:\n  Example  News", "Example News", "Example  News"),
        ("/?a=1&copy=2&amp;b", "1&copy=2&b", "1&copy=2&amp;b"),
        ("/?a&copyx&#38;b&copy;", "&copyx&b©", "&copyx&#38;b&copy;"),
        ("Photo: Example", "Someone", "Photo: Example"),
    ],
)
def test_text_in_attribute(value: str, text: str, expected: str) -> None:
    """Text is found inside the value, by the rules of references in attributes; else the value stands for it."""
    assert at(f'<p><img src=x alt="{value}">', "img", text=text, attribute="alt") == expected


# --- the parser's tree

_FRAGMENTS = (
    "<p>", "<P id=a>", "</p>", '<div id="x>y">', "</div>", "<a href='?a&copy=1' title=it's>", "</a>", "<br/>",
    "text ", "&amp;", "&nbsp;", "&copyfoo ", "e\u0301", "中文", "<!-- <b> -->", "<!-->", "<!--x", "-->", "--!>",
    "<script>", "</script>", "<script/>", "<!-- ", "<style>", "</style>", "<title>", "</title>", "<textarea>",
    "</textarea >", "<xmp>", "</xmp>", "<iframe>", "</iframe>", "<noscript>", "</noscript>", "<", "</", ">", '"', "'",
    "=", '<a =">" b>', "<a b= >", '<a b="', "<x:y z=1>", "<table><tr><td>", "</table>", "<body x=1>", "<html lang=a>",
    "</html>", "<?php x ?>", "<![CDATA[ z ]]>", "</>", "</ x>", "<!", "\r\n", "\r", "\x0b", "\xad", "<plaintext>",
    "<p/x>", "<a b=c/>", "<form>", "<title a=b/ />", "<select><option>", "<li>", "<ul>", "\x0c<b\x0c>", "&#", "&#49",
    "<svg><title/>", "<SCRIPT >",
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(_FRAGMENTS), max_size=14).map("".join))
def test_elements_are_those_of_the_parser(source: str) -> None:
    """Whatever the markup, the n-th element of a name starts with its tag, and the text in it is found behind that."""
    source = f"<i>{source}"
    root = etree.fromstring(source.encode(), etree.HTMLParser(encoding="utf-8", huge_tree=True))
    locator = Locator(source)
    ordinals: Counter[str] = Counter()
    elements = (element for tree in (root, *root.itersiblings(etree.Element)) for element in tree.iter(etree.Element))
    for element in elements:
        place = Place(str(element.tag), ordinals[element.tag])
        ordinals[element.tag] += 1
        if place.tag in {"html", "head", "body"}:
            continue
        tag = cut(source, locator.span(place))
        assert re.match(rf"<{re.escape(place.tag)}[\s/>]", tag, re.IGNORECASE), (place, tag)
        assert all(name in tag.lower() for name in element.attrib)
        text = " ".join((element.text or "").split())
        if len(text) > 1 and text.isascii() and text.isalpha():
            found = cut(source, locator.span(Place(place.tag, place.ordinal, text)))
            assert found.startswith(text[0]), (place, text)
            assert found.endswith(text[-1]), (place, text)


# --- hostile input


@pytest.mark.parametrize(
    "source",
    [
        "<" * 2_000_000,
        "</" * 1_000_000,
        "<!" * 1_000_000,
        "<!--" * 500_000,
        '<a b="' * 300_000,
        "<a b='\"" * 300_000,
        "<a " * 600_000,
        "<a =" * 500_000,
        "<a" + " b" * 900_000,
        "<a" + "/" * 1_900_000,
        "<script>" * 250_000,
        "<script><!--<script></script>" * 60_000,
        "<title>" * 280_000,
        "word " * 400_000,
        "&amp;" * 400_000,
        "&" * 2_000_000,
        "&#" * 1_000_000,
        "&copy" * 400_000,
        "&" + "a" * 2_000_000,
        "e\u0301" * 1_000_000,
        "\r" * 2_000_000,
        "<p>a" * 500_000,
    ],
    ids=lambda source: source[:12].encode("unicode_escape").decode(),
)
def test_linear_on_hostile_input(source: str) -> None:
    """Two megabytes of the same trap take seconds at the very most; one that goes back would take hours."""
    began = time.perf_counter()
    locator = Locator(source)
    for place in (Place("p", 0, text="a" * 50), Place("a", 0, attribute="href"), Place("body", 0, text=source[-1])):
        locator.span(place)
    assert time.perf_counter() - began < 10


# --- excerpts


def test_excerpt_of_a_short_line() -> None:
    """It is the whole line without its break, tabs and all."""
    source = "<p>\r\n\t\t<b>x</b>\ty\r\n</p>"
    locator = Locator(source)
    excerpt = locator.excerpt(locator.span(Place("b", 0)))
    assert (excerpt.line, excerpt.column, excerpt.text) == (2, 1, "\t\t<b>x</b>\ty")
    assert not excerpt.clipped_left
    assert not excerpt.clipped_right


def test_excerpt_of_a_minified_page() -> None:
    """The window holds the whole span, in the middle of what surrounds it."""
    source = "<i>a</i>" * 60_000 + "<p>Source: X</p>" + "<i>b</i>" * 60_000
    locator = Locator(source)
    span = locator.span(Place("p", 0, text="Source: X"))
    excerpt = locator.excerpt(span, width=41)
    assert excerpt.text == "a</i><i>a</i><p>Source: X</p><i>b</i><i>b"
    assert excerpt.clipped_left
    assert excerpt.clipped_right
    assert excerpt.text[span.column - excerpt.column :].startswith("Source: X")


def test_excerpt_of_a_span_wider_than_the_window() -> None:
    """The window shows the span's start with a little of what precedes it."""
    source = "<p>" + "before " * 50 + "Source: " + "x" * 500
    locator = Locator(source)
    span = locator.span(Place("p", 0, text="Source: " + "x" * 500))
    excerpt = locator.excerpt(span, width=80)
    assert len(excerpt.text) == 80
    assert span.column - excerpt.column == 10


def test_excerpt_at_the_end_of_a_long_line() -> None:
    """The window does not reach beyond the line: it is as wide as it may be."""
    source = "<p>" + "x" * 500 + "<b>\nnext"
    locator = Locator(source)
    excerpt = locator.excerpt(locator.span(Place("b", 0)), width=60)
    assert excerpt.text == "x" * 57 + "<b>"
    assert excerpt.clipped_left
    assert not excerpt.clipped_right


def test_excerpt_of_a_span_over_lines() -> None:
    """The first line is shown."""
    source = "<p>\nSource:\nX</p>"
    locator = Locator(source)
    excerpt = locator.excerpt(locator.span(Place("p", 0, text="Source: X")))
    assert (excerpt.line, excerpt.text) == (2, "Source:")


def test_excerpt_of_an_empty_page() -> None:
    """There is nothing to show, and no error."""
    assert not Locator("").excerpt(Span(1, 1, 1, 1)).text
