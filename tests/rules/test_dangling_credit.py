"""`dangling-credit` beyond its examples."""

from __future__ import annotations

from dataclasses import replace

import pytest

from attribution_lint.model import Attribution, Place, Status
from attribution_lint.rule import PageFacts, Violation
from tests.rules.builders import CREDIT, LINK, fact, rule

LABEL = replace(CREDIT, text="Reproduced from:", place=Place("p", 1, "Reproduced from:"), dangling=True)
ANCHOR = replace(LINK, text="See: Original", place=Place("a", 1, "Original"), dangling=True)


def violations(attribution: Attribution) -> list[Violation]:
    """What the rule finds."""
    return list(rule("dangling-credit").violations(PageFacts(attribution, "en")))


def test_every_label_is_reported_for_itself() -> None:
    """Two gaps on a page are two findings, in page order, and what is whole is none."""
    attribution = Attribution(Status.REPUBLISHED, 0.9, strongest=CREDIT, evidence=(LABEL, CREDIT, ANCHOR, LINK))
    found = violations(attribution)
    assert [violation.place for violation in found] == [LABEL.place, ANCHOR.place]
    assert [violation.message for violation in found] == [
        "nothing follows the credit label “Reproduced from:”",
        "the credit link “Original” leads nowhere",
    ]


@pytest.mark.parametrize(("status", "count"), [(Status.REPUBLISHED, 1), (Status.EXCERPT, 1), (Status.OWN, 0)])
def test_own_pages_may_have_empty_labels(status: Status, count: int) -> None:
    """A label in the site's own work is a matter of taste."""
    assert len(violations(Attribution(status, 0.9, evidence=(LABEL,)))) == count


def test_the_gap_is_filled_with_what_the_page_knows_elsewhere() -> None:
    """Outlet and address stand elsewhere on the page often enough."""
    attribution = Attribution(
        Status.REPUBLISHED,
        0.9,
        original_url=fact("https://gazette.example/a"),
        outlet=fact("The Gazette"),
        evidence=(LABEL, ANCHOR),
    )
    assert [violation.snippet for violation in violations(attribution)] == [
        '<p>Reproduced from: <a href="https://gazette.example/a">The Gazette</a></p>',
        '<a href="https://gazette.example/a">Original</a>',
    ]
