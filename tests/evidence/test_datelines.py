"""Agencies at the head of the text."""

from __future__ import annotations

import pytest

from attribution_lint.locate import Locator
from attribution_lint.model import EvidenceKind, Status
from tests.evidence.builders import TEXT, found, judge, markup

KIND = EvidenceKind.DATELINE


def page(opening: str) -> str:
    """A page whose text opens so."""
    return markup(text=(opening + TEXT[0], *TEXT[1:]))


def test_place() -> None:
    """The place is the dateline as a whole."""
    html = page("LONDON (Reuters) - ")
    (item,) = found(html, KIND)
    span = Locator(html).span(item.place)
    assert html.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1] == "LONDON (Reuters)"


def test_line_of_its_own() -> None:
    """The dateline may stand in a line before the text."""
    assert judge(markup(above="<p>WASHINGTON (AP) —</p>")).wire


def test_outlet_that_is_no_agency() -> None:
    """An outlet's dateline makes a copy as well, but no agency copy."""
    (item,) = found(page("LONDON (The Guardian) - "), KIND)
    assert not item.wire


@pytest.mark.parametrize(
    "opening",
    [
        "LONDON (Hilltop Gazette) - ",
        "LONDON (dinner) - ",
        "The town (and its clerk) - ",
        "In the town hall nobody had ever seen the likes of it. It rained. And (Reuters) - ",
        "The AP (Associated Press) said on Monday that ",
        "目前使用这种方法来做项目的人，估计大部分都是单页面（SPA）应用，",
        "1/2/3 ",
    ],
)
def test_none(opening: str) -> None:
    """Own names, other brackets, and agencies that are spoken of."""
    assert not found(page(opening), KIND)


def test_in_the_body() -> None:
    """A dateline counts at the head of the text only."""
    html = markup(text=(*TEXT, *TEXT, "LONDON (Reuters) - " + TEXT[0]))
    assert judge(html).status is Status.OWN


def test_reporter_in_the_dateline() -> None:
    """A dateline with place, outlet and reporter gives both names."""
    judged = judge(markup(above="<p>[부산=스포츠조선 홍길동 기자]</p>", language="ko"))
    assert judged.outlet is not None
    assert judged.author is not None
    assert (judged.outlet.value, judged.author.value) == ("스포츠조선", "홍길동")
