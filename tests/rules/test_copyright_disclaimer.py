"""`copyright-disclaimer` beyond its examples."""

from __future__ import annotations

import pytest

from attribution_lint.model import Attribution, Status
from attribution_lint.rule import PageFacts, Violation
from tests.rules.builders import CREDIT, fact, rule


def violations(attribution: Attribution) -> list[Violation]:
    """What the rule finds."""
    return list(rule("copyright-disclaimer").violations(PageFacts(attribution, "en")))


@pytest.mark.parametrize("status", Status)
def test_a_statement_is_enough(status: Status) -> None:
    """Once there is a statement, nothing is found on any page."""
    assert violations(Attribution(status, 0.9, disclaimer=fact("© 2020 X"), strongest=CREDIT)) == []


@pytest.mark.parametrize(("status", "count"), [(Status.REPUBLISHED, 1), (Status.EXCERPT, 0), (Status.OWN, 0)])
def test_who_owes_a_statement(status: Status, count: int) -> None:
    """Only a whole copy owes one."""
    assert len(violations(Attribution(status, 0.9, strongest=CREDIT))) == count


def test_agency_copy_is_offered_the_agency_s_line() -> None:
    """Nobody "originally published" what an agency sends to all."""
    (violation,) = violations(Attribution(Status.REPUBLISHED, 0.9, outlet=fact("AFP"), wire=True, strongest=CREDIT))
    assert violation.snippet == "<p>© AFP</p>"
    assert violation.severity is None


def test_a_known_licence_fills_the_snippet() -> None:
    """A licence that only metadata name is put where readers see it."""
    (violation,) = violations(
        Attribution(Status.REPUBLISHED, 0.9, outlet=fact("X"), licence=fact("CC-BY-4.0"), strongest=CREDIT)
    )
    assert violation.snippet is not None
    assert "under the licence CC-BY-4.0" in violation.snippet
    assert any("section 3(a)(1)" in backing for backing in violation.backing)
