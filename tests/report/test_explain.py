"""`inventory --explain`: every piece of evidence, what it counted, and the sum."""

from __future__ import annotations

from dataclasses import replace

from attribution_lint.model import (
    NOWHERE,
    Attribution,
    Evidence,
    EvidenceKind,
    Fact,
    Kind,
    Located,
    PageReport,
    Problem,
    Region,
    Report,
    Span,
    Status,
)
from attribution_lint.report.explain import render
from attribution_lint.report.style import Style
from attribution_lint.weighing import weigh

CREDIT = Evidence(EvidenceKind.CREDIT, "First published in X", Region.ARTICLE, NOWHERE, weight=3.6, reason="it says so")
SECOND = replace(CREDIT, text="Taken from X", weight=3.2)
AGAINST = Evidence(EvidenceKind.OWN_RIGHTS, "Our rights", Region.ARTICLE, NOWHERE, weight=-0.5, reason="it is theirs")
NEUTRAL = Evidence(EvidenceKind.AUTHOR, "By Jane Roe", Region.ARTICLE, NOWHERE, reason="a label names the author")
HIDDEN = replace(AGAINST, kind=EvidenceKind.METADATA, visible=False, weight=0.9, reason="metadata says so")


def page_of(*evidence: Evidence, status: Status = Status.REPUBLISHED, confidence: float = 0.79) -> PageReport:
    """A report on a page with that evidence."""
    weighing = weigh(evidence)
    located = tuple(
        Located(item, Span(line, 5, line, 9), round(counts, 2))
        for line, (item, counts) in enumerate(zip(evidence, weighing.counts, strict=True), 11)
    )
    attribution = Attribution(
        status,
        confidence,
        outlet=Fact("X", CREDIT) if status is Status.REPUBLISHED else None,
        kind=Kind.REPRINT if status is Status.REPUBLISHED else None,
        evidence=evidence,
        weighing=weighing,
    )
    return PageReport("posts/a.html", attribution, located)


def explain(*pages: PageReport, width: int = 100) -> str:
    """The text for those pages."""
    return render(Report(pages), Style(width=width))


def test_everything_is_there() -> None:
    """Status, each piece with place and weight, the sum, and what follows."""
    text = explain(page_of(CREDIT, AGAINST, NEUTRAL, HIDDEN))
    for words in (
        "posts/a.html: republished, reprint · 79 %",
        "speaks for a republication",
        "+3.6  it says so",
        "credit, line 11:5",
        "“First published in X”",
        "speaks against",
        "-0.5  it is theirs",
        "noted, counts for neither",
        "0  a label names the author",
        "metadata, line 14:5, not visible to readers",
        "-2.3  before any evidence",
        "outlet      X",
    ):
        assert words in text


def test_sum_is_the_sum() -> None:
    """The last line of the scales is what the lines above it add up to."""
    text = explain(page_of(CREDIT, AGAINST))
    assert "+0.8  69 % likely" in text


def test_repetition_is_told() -> None:
    """A piece that counted less than its weight says why."""
    assert "+0.8  it says so (of +3.2: not the strongest of its kind)" in explain(page_of(CREDIT, SECOND))


def test_own_page() -> None:
    """An own page is explained as well, and owes no facts."""
    text = explain(page_of(AGAINST, status=Status.OWN, confidence=0.94))
    assert "own · 94 %" in text
    assert "what it follows from" not in text


def test_declared() -> None:
    """Where the configuration overrules the scales, the explanation says so."""
    assert "the configuration declares the page own" in explain(page_of(CREDIT, status=Status.OWN, confidence=1.0))


def test_hostile_text_is_spelt_out() -> None:
    """Nothing of a page reaches the terminal as a command."""
    assert "\x1b" not in explain(page_of(replace(CREDIT, text="\x1b[31mred\x1b[0m")))


def test_problems() -> None:
    """A page that could not be read is not left out."""
    assert "✘ b.html: broken" in render(Report(problems=(Problem("b.html", "broken"),)), Style())
