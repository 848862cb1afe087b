"""What a page quotes that is declared to quote."""

from __future__ import annotations

import pytest

from attribution_lint.config import PageConfig
from attribution_lint.engine import check, load_knowledge
from attribution_lint.model import LinkQuality, PageReport, Status
from attribution_lint.source import Source

LINK = '<a href="https://harbourledger.example/2024/06/hall-to-close">The Harbour Ledger</a>'
SAID = "<p>The hall is going to close for two years, and nobody knows what it will cost in the end.</p>"
QUOTE = f"<blockquote>{SAID}%s</blockquote>"
OWN = "<p>We asked the mayor what she thinks of it, and she said that the town would know more in the autumn.</p>"
LEAD = f"<p>As {LINK} wrote on Monday:</p>"


def judged(*parts: str, declared: Status | None = Status.EXCERPT) -> PageReport:
    """What is found on a page of those parts."""
    page = (
        f"<html lang=en><title>About the hall</title><article><h1>About the hall</h1>{''.join(parts)}</article></html>"
    )
    return check(Source("a.html", page, "utf-8"), PageConfig(declared=declared), load_knowledge())


@pytest.mark.parametrize(
    "parts", [(LEAD, QUOTE % "", OWN), (OWN, QUOTE % f"<footer><cite>{LINK}</cite></footer>")], ids=["lead", "footer"]
)
def test_credited(parts: tuple[str, ...]) -> None:
    """The link in the text leads to what is quoted, and names whose it is: nothing more is owed."""
    report = judged(*parts)
    assert report.findings == ()
    assert report.attribution.link is LinkQuality.ARTICLE
    assert report.attribution.outlet is not None
    assert report.attribution.outlet.value == "The Harbour Ledger"


def test_nobody_linked() -> None:
    """Without a link nothing credits anybody; one to a home page, or to the own site, is none."""
    home = LEAD.replace("/2024/06/hall-to-close", "/")
    for parts in ((QUOTE % "", OWN), (home, QUOTE % ""), (LEAD.replace("https://harbourledger.example", ""), OWN)):
        assert "original-url" in {finding.rule for finding in judged(*parts).findings}


@pytest.mark.parametrize("declared", [None, Status.OWN])
def test_silent(declared: Status | None) -> None:
    """A page that quotes, and of which nobody says that this is all it does, is the site's own."""
    report = judged(LEAD, QUOTE % "", OWN, declared=declared)
    assert report.attribution.status is Status.OWN
    assert report.findings == ()


def test_a_whole_copy_needs_more() -> None:
    """In a text that is declared republished, some link may lead anywhere."""
    rules = {finding.rule for finding in judged(LEAD, OWN, declared=Status.REPUBLISHED).findings}
    assert {"original-url", "source-outlet"} <= rules
