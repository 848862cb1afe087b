"""From a source to its page, by the end of its name; and places in what the author wrote."""

from __future__ import annotations

import pytest

from attribution_lint.attribution import conclude
from attribution_lint.documents import open_document
from attribution_lint.evidence import observe
from attribution_lint.formats import SUFFIXES, markup_of
from attribution_lint.lexicon import load_lexicon
from attribution_lint.model import Attribution, Kind, Markup, Span, Status
from attribution_lint.outlets import load_outlets
from attribution_lint.site import identify
from attribution_lint.source import UnreadableError, read_source

URL = "https://www.hilltopgazette.example/2024/roof.html"
ORIGINAL = "https://www.harbourledger.example/2024/03/town-hall-roof"
TEXT = (
    "The roof of the town hall will be mended before the winter, the council decided on Tuesday after a debate.\n\n"
    "Three firms have sent their offers, and the cheapest of them asks for two years, which most found too long.\n"
)
MARKDOWN = f"---\ntitle: A new roof\nlang: en\n---\n\n{TEXT}\n"


def judge(text: str, name: str) -> tuple[Attribution, list[tuple[str, Span]]]:
    """What is concluded about a source, and where its evidence stands."""
    document = open_document(read_source(text.encode(), name), URL)
    page = document.page
    site = identify(page, load_outlets())
    judged = conclude(page, site, observe(page, site, load_lexicon(), load_outlets()))
    return judged, [(item.kind, document.locator.span(item.place)) for item in judged.evidence]


@pytest.mark.parametrize(
    ("name", "markup"),
    [
        ("a.html", Markup.HTML),
        ("a.HTM", Markup.HTML),
        ("a.md", Markup.MARKDOWN),
        ("a.Markdown", Markup.MARKDOWN),
        ("a.mdx", Markup.MARKDOWN),
        ("a.txt", Markup.TEXT),
        ("<stdin>", Markup.HTML),
    ],
)
def test_markup(name: str, markup: Markup) -> None:
    """The end of the name says what a file is written in; standard input is HTML."""
    assert markup_of(name) is markup


def test_suffixes_are_lower_case() -> None:
    """They are compared with lower-case names."""
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in SUFFIXES)


def test_own() -> None:
    """A source without any sign is the site's own."""
    assert judge(MARKDOWN, "a.md")[0].status is Status.OWN


@pytest.mark.parametrize("key", ["original_url", "source-url", "sourceUrl", "externalPermlink", "原文链接"])
def test_original_in_front_matter(key: str) -> None:
    """An entry for the original shows a republication; its place is the value in the file."""
    text = f"---\ntitle: A new roof\n{key}: {ORIGINAL}\n---\n\n{TEXT * 6}\n"
    judged, places = judge(text, "a.md")
    assert judged.status is Status.REPUBLISHED
    assert judged.original_url is not None
    assert judged.original_url.value == ORIGINAL
    assert judged.original_url_in == ("front-matter",)
    assert ("metadata", Span(3, len(key) + 3, 3, len(key) + 3 + len(ORIGINAL))) in places


def test_link_post() -> None:
    """With next to no text of its own such a page is a link post."""
    judged, _ = judge(f"---\ntitle: A new roof\nsource_url: {ORIGINAL}\n---\n", "a.md")
    assert (judged.status, judged.kind) == (Status.EXCERPT, Kind.LINK_POST)


@pytest.mark.parametrize(
    "entry",
    [
        "source_url: https://www.hilltopgazette.example/2023/roof.html",
        "source_url: /2023/roof.html",
        "source_url: https://www.harbourledger.example/",
        f"external_url: {ORIGINAL}",
        f"image: {ORIGINAL}/roof.jpg",
        "source: the council",
        "license: CC-BY-4.0",
        "author: Jane Roe",
        "canonical_url: https://www.hilltopgazette.example/2023/roof.html",
    ],
)
def test_own_front_matter(entry: str) -> None:
    """The site's own addresses, home pages, other links of a long text, pictures and names are no original."""
    assert judge(f"---\ntitle: A new roof\n{entry}\n---\n\n{TEXT * 6}\n", "a.md")[0].status is Status.OWN


@pytest.mark.parametrize(
    ("entry", "author"),
    [
        ("author: Jane Roe", "Jane Roe"),
        ("authors: [Jane Roe, John Doe]", "Jane Roe, John Doe"),
        ("authors:\n  - jane-roe", "jane-roe"),
        ("author: jroe", None),
        ("author: admin", None),
        ("author: Hilltop Gazette", None),
    ],
)
def test_author_in_front_matter(entry: str, author: str | None) -> None:
    """Front matter names the writer, unless it names a user or the site."""
    credit = f"Originally published in the [Harbour Ledger]({ORIGINAL})."
    judged, _ = judge(f"---\ntitle: A new roof\n{entry}\n---\n\n{TEXT}\n{credit}\n", "a.md")
    assert (judged.author and judged.author.value) == author


def test_credit_names_the_author_before_front_matter_does() -> None:
    """Who imported a text stands in front matter, who wrote it in the credit."""
    credit = f"Originally published in the [Harbour Ledger]({ORIGINAL}) by Jane Roe."
    judged, _ = judge(f"---\ntitle: A new roof\nauthor: Max Poster\n---\n\n{TEXT}\n{credit}\n", "a.md")
    assert judged.author is not None
    assert judged.author.value == "Jane Roe"


def test_licence_in_front_matter() -> None:
    """It is given as SPDX."""
    credit = f"Originally published in the [Harbour Ledger]({ORIGINAL})."
    judged, _ = judge(f"---\ntitle: A new roof\nlicense: CC BY-ND 4.0\n---\n\n{TEXT}\n{credit}\n", "a.md")
    assert judged.licence is not None
    assert judged.licence.value == "CC-BY-ND-4.0"


def test_place_of_a_credit() -> None:
    """A credit is marked where the author wrote it, markup and all."""
    text = f"{MARKDOWN}*Originally published in the [Harbour Ledger]({ORIGINAL}).*\n"
    _, places = judge(text, "a.md")
    (span,) = (span for kind, span in places if kind == "credit")
    line = text.split("\n")[span.line - 1]
    assert line[span.column - 1 :].startswith("Originally published")


def test_plain_text_has_a_printed_address_only() -> None:
    """In plain text the best there can be is an address that is printed."""
    judged, _ = judge(f"A new roof\n\n{TEXT}\nOriginally published in the Harbour Ledger: {ORIGINAL}\n", "a.txt")
    assert judged.status is Status.REPUBLISHED
    assert judged.original_url_in == ("text",)


def test_broken_front_matter_is_a_problem() -> None:
    """A source that its generator cannot read is never silently clean."""
    with pytest.raises(UnreadableError, match="mend it"):
        judge("---\ntitle: [\n---\nText.\n", "a.md")


def test_html_with_front_matter() -> None:
    """A generator's HTML template opens with front matter, which is no text; positions are those of the file."""
    credit = f'<p>Originally published in the <a href="{ORIGINAL}">Harbour Ledger</a>.</p>'
    text = f"---\nauthor: jroe\ntitle: A roof\n---\n<h1>A roof</h1>\n<p>{TEXT}</p>\n{credit}\n"
    judged, places = judge(text, "a.html")
    assert judged.status is Status.REPUBLISHED
    assert judged.author is None
    assert next(span.line for kind, span in places if kind == "credit") == text[: text.index(credit)].count("\n") + 1
