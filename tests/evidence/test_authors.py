"""Authors."""

from __future__ import annotations

import pytest

from attribution_lint.model import EvidenceKind, Status
from tests.evidence.builders import found, judge, markup


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("<p>Author: Jane Miller</p>", "Jane Miller"),
        ("<p>By Jane Miller, March 3</p>", "Jane Miller"),
        ("<p>作者：李明</p>", "李明"),
        ("<p>李明 著 王刚 译</p>", "李明"),
        ("<p>홍길동 기자</p>", "홍길동"),
        ("<p>By Jane Miller, John Smith and Ann Roe</p>", "Jane Miller, John Smith and Ann Roe"),
        ("<div>By</div><div>Jane Miller</div><div>,</div><div>John Smith</div>", "Jane Miller, John Smith"),
        ("<div>By</div><div>Jane Miller</div><div>and</div><div>Ann Roe</div>", "Jane Miller, Ann Roe"),
        ("<p>Autor: Hans Maier | 3. März</p>", "Hans Maier"),
        ("<p>Автор: Анна Иванова</p>", "Анна Иванова"),
        ("<dl><dt>Author:</dt><dd>Jane Miller</dd></dl>", "Jane Miller"),
    ],
)
def test_author(line: str, name: str) -> None:
    """The person behind the label, without date and separators; it makes no copy by itself."""
    html = markup(above=line)
    assert [item.author for item in found(html, EvidenceKind.AUTHOR)] == [name]
    assert judge(html).status is Status.OWN


@pytest.mark.parametrize(
    "line",
    [
        "<p>Author: Hilltop Gazette</p>",
        "<p>Author: Reuters</p>",
        "<p>By the time the roof is done, it will be winter again, said Jane Miller of the council.</p>",
        "<p>Author: https://www.harbourledger.example/jane</p>",
        "<p>Author:</p>",
    ],
)
def test_nobody(line: str) -> None:
    """An outlet, the site, a sentence and an address are no persons."""
    assert not found(markup(above=line), EvidenceKind.AUTHOR)


def test_label_of_each_item() -> None:
    """A label that stands again and again names the authors of what the page lists."""
    items = "".join(f"<p>Author: Jane Miller the {number}th</p>" for number in range(20))
    assert not found(markup(above=items), EvidenceKind.AUTHOR)


def test_byline_that_metadata_confirms() -> None:
    """A name alone in the byline is the author's where metadata says so."""
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "Jane Miller"}}</script>'
    line = "<div class='byline'><p>Jane Miller</p></div>"
    assert [item.author for item in found(markup(above=line, head=head), EvidenceKind.AUTHOR)] == ["Jane Miller"]


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("<div class='byline'><p>Jane Miller</p></div>", "John Smith"),
        ("<div class='byline'><p>Hilltop Gazette</p></div>", "Hilltop Gazette"),
        ("<p>Jane Miller came to town.</p>", "Jane Miller"),
        ("", "Jane Miller"),
    ],
)
def test_metadata_alone_names_who_posted(line: str, author: str) -> None:
    """What only metadata says, what the byline does not repeat, and the site's own name are no author."""
    assert found(markup(above=line, head=f'<meta name="author" content="{author}">'), EvidenceKind.AUTHOR) == []


@pytest.mark.parametrize(
    "line",
    [
        "<p>3 May 2024 | By Jane Roe</p>",
        "<p>14 March 2023 by Jane Roe</p>",
        "<div class='byline'>Jane Roe</div>",
        "<div class='byline'>Jane Roe, 3 May 2024</div>",
    ],
)
def test_in_a_byline(line: str) -> None:
    """A writer behind or before the date, or alone in the byline."""
    assert {item.author for item in found(markup(above=line), EvidenceKind.AUTHOR)} == {"Jane Roe"}
