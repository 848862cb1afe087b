"""What the line of a link to the original says."""

from __future__ import annotations

import pytest

from attribution_lint.model import EvidenceKind, Kind, Status
from tests.evidence.builders import ORIGINAL, TEXT, found, judge, markup

GUARDIAN = "https://www.theguardian.com/uk/2024/mar/03/town-hall-roof"


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        (f"<a href='{GUARDIAN}'>Read the original article on The Guardian</a>", "The Guardian"),
        (f"<a href='{GUARDIAN}'>Read the original article</a> on The Guardian.", "The Guardian"),
        (f"Original article: <a href='{ORIGINAL}'>A new roof</a> (harbourledger.example)", "harbourledger.example"),
        (f"<a href='{GUARDIAN}'>Read the original article</a>", None),
        (f"Original article: <a href='{GUARDIAN}'>{GUARDIAN}</a>", None),
    ],
)
def test_outlet(line: str, outlet: str | None) -> None:
    """It is named by the link's text or beside it, and never by the address alone."""
    (item,) = found(markup(below=f"<p>{line}</p>"), EvidenceKind.ORIGINAL_LINK)
    assert item.outlet == outlet


def test_author() -> None:
    """A writer named behind the link wrote the original."""
    line = f"<p>Original article: <a href='{ORIGINAL}'>A new roof</a> by Jane Roe.</p>"
    (item,) = found(markup(below=line), EvidenceKind.ORIGINAL_LINK)
    assert item.author == "Jane Roe"


def test_teaser() -> None:
    """A few lines that close with the link to the whole text are an excerpt."""
    judged = judge(markup(text=TEXT[:1], below=f"<p>Continue reading at <a href='{GUARDIAN}'>The Guardian</a></p>"))
    assert judged.status is Status.EXCERPT
    assert judged.kind in {Kind.EXCERPT, Kind.LINK_POST}


@pytest.mark.parametrize(("length", "status"), [(1, Status.EXCERPT), (20, Status.REPUBLISHED)])
def test_whole_article(length: int, status: Status) -> None:
    """The words "full article" below a short text say that this is a part; below a long one it is a copy."""
    text = TEXT * length
    judged = judge(markup(text=text, below=f"<p><a href='{ORIGINAL}'>Read the full original article</a></p>"))
    assert judged.status is status


def test_references() -> None:
    """A label before links to several sites heads a list of references."""
    links = " ".join(f"<a href='https://site{number}.example/2024/a-text'>{number}</a>" for number in range(3))
    assert judge(markup(below=f"<p>Original articles: {links}</p>")).status is Status.OWN
