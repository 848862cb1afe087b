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
        "posts/a.html: republished, reprint · 79 % sure",
        "speaks for a republication",
        "+3.6  it says so",
        "line 11:5, article",
        "“First published in X”",
        "speaks against it",
        "-0.5  it is theirs",
        "seen, and counted for neither",
        "0  a label names the author",
        "line 14:5, article, not visible to readers",
        "-2.3  to begin with",
        "outlet      X",
        "original    no address found",
        "licence     none stated for the text",
    ):
        assert words in text


def test_sum_is_the_sum() -> None:
    """The last line of the scales is what the lines above it add up to."""
    text = explain(page_of(CREDIT, AGAINST))
    assert "+0.8  the text comes from elsewhere, 69 % sure" in text


def test_repetition_is_told() -> None:
    """A piece that counted less than its weight says why."""
    assert "+0.8  it says so (of +3.2: there is stronger of its kind, credit)" in explain(page_of(CREDIT, SECOND))


def test_own_page() -> None:
    """An own page is explained as well, and owes no facts."""
    text = explain(page_of(AGAINST, status=Status.OWN, confidence=0.94))
    assert "own · 94 % sure" in text
    assert "no sign was found that the text comes from elsewhere" in text
    assert "read from the page" not in text


def test_declared() -> None:
    """Where a declaration decides, the explanation says whose it is; a sure verdict alone is none."""
    said = replace(
        CREDIT,
        kind=EvidenceKind.DECLARED,
        weight=0.0,
        text="the front matter",
        reason="the front matter declares it own",
    )
    text = explain(page_of(CREDIT, said, status=Status.OWN, confidence=1.0))
    assert "whatever the sum: the front matter declares it own" in text
    assert "whatever the sum" not in explain(page_of(CREDIT, status=Status.OWN, confidence=1.0))


def test_hostile_text_is_spelt_out() -> None:
    """Nothing of a page reaches the terminal as a command."""
    assert "\x1b" not in explain(page_of(replace(CREDIT, text="\x1b[31mred\x1b[0m")))


def test_problems() -> None:
    """A page that could not be read is not left out."""
    assert "✘ b.html: broken" in render(Report(problems=(Problem("b.html", "broken"),)), Style())


def test_the_same_words_are_quoted_once() -> None:
    """Two reasons that rest on one sentence stand above it together."""
    again = replace(CREDIT, kind=EvidenceKind.DISCLAIMER, weight=0.4, reason="it permits so")
    text = explain(page_of(CREDIT, again))
    assert text.count("“First published in X”") == 1
    assert "it says so" in text
    assert "it permits so" in text


def test_ceiling_is_told() -> None:
    """Where one side weighs more than can count, the sum says how much it was."""
    others = [replace(CREDIT, kind=kind) for kind in (EvidenceKind.BYLINE, EvidenceKind.TAIL)]
    assert "+6.0  for, of 10.8: the most that one side can count" in explain(page_of(CREDIT, *others))


def test_close_call() -> None:
    """A verdict that is hardly one asks for a reader."""
    assert "a close call" in explain(page_of(replace(CREDIT, weight=2.4), confidence=0.52))
    assert "a close call" not in explain(page_of(CREDIT))
