"""Source labels and their values."""

from __future__ import annotations

import pytest

from attribution_lint.locate import Locator
from attribution_lint.model import EvidenceKind, Status
from tests.evidence.builders import TEXT, found, judge, markup

KIND = EvidenceKind.SOURCE_LABEL


@pytest.mark.parametrize(
    "line",
    [
        "<p>Source: Reuters</p>",
        "<p>2024-03-05 09:59 来源：新京报</p>",
        "<p>2024-03-05 来源: 新京报</p>",
        "<p><span>2024-03-05</span><span>来源：</span><span>新京报</span></p>",
        "<p>作者：李明　来源：新京报</p>",
        "<p>Source: <img src='l.png' alt='Reuters'></p>",
        "<div>Source:</div><div><img src='l.png' alt='Reuters'></div>",
    ],
)
def test_layouts(line: str) -> None:
    """A date before the label, an author beside it, a logo as value."""
    judged = judge(markup(above=line, language="zh" if "来" in line else "en"))
    assert judged.status is Status.REPUBLISHED
    assert judged.outlet is not None
    assert judged.outlet.value in {"Reuters", "新京报"}
    assert judged.disclaimer is None


def test_place_of_a_value_in_another_block() -> None:
    """Where label and value stand apart, the place is the value's."""
    html = markup(below="<div>Source:</div>\n<div>Reuters</div>")
    (item,) = found(html, KIND)
    span = Locator(html).span(item.place)
    assert html.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1] == "Reuters"
    assert item.text == "Source: Reuters"


def test_nothing_behind_the_label() -> None:
    """A label with nothing behind it dangles."""
    (item,) = found(markup(below="<p>Source:</p>"), KIND)
    assert item.dangling


@pytest.mark.parametrize(
    "line",
    [
        "<p>Source: Hilltop Gazette</p>",
        "<p>来源：本站原创</p>",
        "<p>来源：网络</p>",
        "<p>Source: Internet</p>",
        "<p>图片来源：新京报</p>",
        "<p>Quelle: wikipedia und eigene Berechnungen des Rathauses</p>",
        "<p>The source: a small spring</p>",
        "<p><a href='/src/roof.html'>Source</a> type Error = Infallible</p>",
        "<p><a href='/src/roof.html'>Source</a></p><p>Infallible</p>",
        "<figure><img src='c.png' alt='x'><figcaption>Source: Reuters</figcaption></figure>",
        "<table><tr><th>Source</th><th>Target</th></tr><tr><td>Slate</td><td>Roof</td></tr></table>",
        "<aside><p>Source: Reuters</p></aside>",
    ],
)
def test_own(line: str) -> None:
    """Own names, nobody's names, media credits, source code and tables make no copy."""
    assert judge(markup(above=line)).status is Status.OWN


def test_in_the_body() -> None:
    """In the middle of a text it is the source of a chart."""
    text = tuple(f"{number}. {TEXT[number % 3]}" for number in range(30))
    assert judge(markup(text=(*text[:15], "Source: Reuters", *text[15:]))).status is Status.OWN


def test_self_credit() -> None:
    """The site as its own source speaks against."""
    (item,) = found(markup(below="<p>Source: Hilltop Gazette</p>"), EvidenceKind.SELF_CREDIT)
    assert item.weight < 0


@pytest.mark.parametrize("heading", ["Sources", "Quellen:", "Sources :", "参考来源：", "Fuentes"])
def test_references(heading: str) -> None:
    """A list under the label holds what the text rests on, not where it was copied from."""
    items = "<ul><li><a href='https://www.reuters.com/world/roofs-1/'>Reuters</a></li><li>Harbour Ledger</li></ul>"
    assert judge(markup(below=f"<h3>{heading}</h3>{items}")).status is Status.OWN


@pytest.mark.parametrize(
    "line",
    [
        "Source: Survey of 1,200 people",
        "Source: Company data",
        "Source: Harbour Statistics, own calculations",
        "Source: Reuters and our own research",
        "Quelle: Hafenamt / eigene Berechnungen",
        "来源：海港统计局、本刊编辑部整理",
    ],
)
def test_own_work(line: str) -> None:
    """The page's own work is no copy's source, nor what stands beside it."""
    assert judge(markup(below=f"<p>{line}</p>", language="")).status is Status.OWN


@pytest.mark.parametrize(
    "line", ["Source: Research Professional News", "Source: Data and Society", "Source: The Author"]
)
def test_names_of_such_words(line: str) -> None:
    """An outlet's name has other words as well; a single one beside "and" is half of a name."""
    judged = judge(markup(below=f"<p>{line}</p>"))
    assert (judged.status is Status.REPUBLISHED) is (line != "Source: The Author")


def test_agency_with_a_link() -> None:
    """An agency behind the label is a mark that closes the text, and the label leads to its link."""
    (item,) = found(markup(below="<p>Source: <a href='https://www.reuters.com/world/roofs-1/'>Reuters</a></p>"), KIND)
    assert item.url == "https://www.reuters.com/world/roofs-1/"


def test_statement_below_an_empty_label() -> None:
    """A statement of rights is no value: the label above it has none."""
    (item,) = found(markup(below="<p>Source:</p><p>Reprinted with permission.</p>"), KIND)
    assert item.dangling
