"""© lines."""

from __future__ import annotations

import time

import pytest

from attribution_lint.model import EvidenceKind, Status
from tests.evidence.builders import TEXT, found, judge, markup

KIND = EvidenceKind.COPYRIGHT


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("© 2024 Reuters. All rights reserved.", "Reuters"),
        (
            "Copyright 2020 The Associated Press. All rights reserved. This material may not be published.",
            "Associated Press",
        ),
        ("© dpa-infocom, dpa:220124-99-835563/5", "dpa"),
        ("저작권자 ⓒ 연합뉴스, 무단 전재 금지", "연합뉴스"),
    ],
)
def test_owner(line: str, outlet: str) -> None:
    """A © line at the end of the text names its owner, and is a statement."""
    judged = judge(markup(below=f"<p>{line}</p>"))
    assert judged.status is Status.REPUBLISHED
    assert judged.outlet is not None
    assert judged.outlet.value == outlet
    assert judged.disclaimer is not None


@pytest.mark.parametrize(
    "line",
    [
        "© 2024 Hilltop Gazette. All rights reserved.",
        "© 2024",
        "©",
        "The copyright of roofs is a strange idea.",
        "Copyright law",
        "(c) the third part of the list",
    ],
)
def test_own(line: str) -> None:
    """The site's own line, a line without an owner, and the mere word."""
    assert judge(markup(below=f"<p>{line}</p>")).status is Status.OWN


def test_caption() -> None:
    """An agency behind © at the end of a caption at the head is the picture's."""
    assert judge(markup(above="<p>The roof of the town hall on Monday.© AFP</p>")).status is Status.OWN


def test_code() -> None:
    """A © line in an example is no statement."""
    assert not found(markup(below="<pre>© 2024 Reuters</pre>"), KIND)


def test_body() -> None:
    """In the middle of the text it states nothing."""
    text = tuple(f"{number}. {TEXT[number % 3]}" for number in range(30))
    html = markup(text=(*text[:15], "© Reuters", *text[15:]))
    assert not any(item.statement for item in found(html, KIND))


@pytest.mark.parametrize("unit", ["© ", "copyright :::: ", "© 2020-2021,", "(c) 2020 – ", "©" + ":" * 1000])
def test_hostile(unit: str) -> None:
    """A block of a million characters of © signs costs no time."""
    html = markup(below=f"<p>{unit * (1_000_000 // len(unit))}</p>")
    started = time.perf_counter()
    judge(html)
    assert time.perf_counter() - started < 5
