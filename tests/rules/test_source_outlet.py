"""`source-outlet` beyond its examples."""

from __future__ import annotations

import pytest

from attribution_lint.model import Attribution, Status
from attribution_lint.rule import PageFacts, Violation
from tests.rules.builders import CREDIT, fact, rule

BERNE, GERMANY, CHINA = "Berne Convention", "UrhG", "notice of 22 April 2015"


def violations(attribution: Attribution, language: str = "en") -> list[Violation]:
    """What the rule finds."""
    return list(rule("source-outlet").violations(PageFacts(attribution, language)))


@pytest.mark.parametrize("status", Status)
def test_a_named_outlet_is_enough(status: Status) -> None:
    """Once the outlet is named, nothing is found on any page."""
    assert violations(Attribution(status, 0.9, outlet=fact("The Gazette"), strongest=CREDIT)) == []


@pytest.mark.parametrize(("status", "count"), [(Status.REPUBLISHED, 1), (Status.EXCERPT, 1), (Status.OWN, 0)])
def test_who_owes_an_outlet(status: Status, count: int) -> None:
    """A copy and an excerpt owe the name, a page of the site's own does not."""
    assert len(violations(Attribution(status, 0.9, strongest=CREDIT))) == count


def test_a_hint_is_passed_on() -> None:
    """What links or metadata give away stands in the help and in the snippet, never in the message."""
    (violation,) = violations(
        Attribution(Status.REPUBLISHED, 0.9, outlet_hint=fact("gazette.example"), strongest=CREDIT)
    )
    assert violation.help.endswith("; it seems to be gazette.example")
    assert violation.snippet == "<p>This article was originally published by gazette.example.</p>"
    assert "gazette" not in violation.message


@pytest.mark.parametrize(
    ("language", "cited"), [("en", {BERNE}), ("de-de", {BERNE, GERMANY}), ("zh-cn", {BERNE, CHINA}), ("", {BERNE})]
)
def test_national_rules_are_cited_on_pages_of_their_language(language: str, cited: set[str]) -> None:
    """A German act backs nothing on a Chinese page."""
    (violation,) = violations(Attribution(Status.REPUBLISHED, 0.9, strongest=CREDIT), language)
    told = " ".join(violation.backing)
    assert {name for name in (BERNE, GERMANY, CHINA) if name in told} == cited
