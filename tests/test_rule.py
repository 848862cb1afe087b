"""What all rules have in common."""

from __future__ import annotations

import pytest

from attribution_lint.model import NOWHERE, Attribution, Evidence, EvidenceKind, Fact, Place, Region, Severity, Status
from attribution_lint.rule import PageFacts, Reference, Rule, Violation, backing, missing

FOUND = Violation(NOWHERE, "it is missing", "add it")
NOTE = Violation(NOWHERE, "it is missing", "add it", severity=Severity.NOTE)


def make_rule(*statuses: Status) -> Rule:
    """A rule that always finds something."""
    return Rule(
        id="made-up",
        severity=Severity.WARNING,
        summary="",
        what="",
        why="",
        check=lambda _: [FOUND],
        examples=(),
        applies_to=statuses,
    )


def facts(status: Status = Status.REPUBLISHED, language: str = "", licence: str | None = None) -> PageFacts:
    """A page of which nothing else is known."""
    fact = Fact(licence, Evidence(EvidenceKind.LICENCE, licence, Region.ARTICLE, NOWHERE)) if licence else None
    return PageFacts(Attribution(status, 0.9, licence=fact), language)


@pytest.mark.parametrize(
    ("statuses", "status", "count"),
    [
        ((Status.REPUBLISHED,), Status.REPUBLISHED, 1),
        ((Status.REPUBLISHED,), Status.EXCERPT, 0),
        ((Status.REPUBLISHED,), Status.OWN, 0),
        ((Status.REPUBLISHED, Status.EXCERPT), Status.REPUBLISHED, 1),
        ((Status.REPUBLISHED, Status.EXCERPT), Status.EXCERPT, 1),
        ((Status.REPUBLISHED, Status.EXCERPT), Status.OWN, 0),
    ],
)
def test_a_rule_is_silent_on_pages_it_does_not_apply_to(
    statuses: tuple[Status, ...], status: Status, count: int
) -> None:
    """The status decides before the check runs, and no page of the site's own is ever checked."""
    assert len(list(make_rule(*statuses).violations(facts(status)))) == count


def test_no_rule_can_be_made_for_own_pages() -> None:
    """A rule that would flag the site's own work cannot be loaded."""
    with pytest.raises(ValueError, match="made-up: a page that is the site's own work is never flagged"):
        make_rule(Status.OWN)


@pytest.mark.parametrize(
    ("violation", "configured", "expected"),
    [
        (FOUND, None, Severity.WARNING),
        (NOTE, None, Severity.NOTE),
        (FOUND, Severity.ERROR, Severity.ERROR),
        (NOTE, Severity.ERROR, Severity.ERROR),
        (FOUND, Severity.NOTE, Severity.NOTE),
    ],
)
def test_severity(violation: Violation, configured: Severity | None, expected: Severity) -> None:
    """The configuration has the last word, then the violation, then the rule."""
    assert make_rule(Status.REPUBLISHED).severity_of(violation, configured) is expected


GERMAN = Reference("A German act", "https://act.example/", languages=("de",))
CLAUSE = Reference("A clause", "https://clause.example/", licences=("CC-BY-4.0",))
PRACTICE = Reference("Practice", "https://practice.example/")


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (facts(), [PRACTICE]),
        (facts(language="de"), [GERMAN, PRACTICE]),
        (facts(language="de-at"), [GERMAN, PRACTICE]),
        (facts(language="DE_DE"), [GERMAN, PRACTICE]),
        (facts(language="den"), [PRACTICE]),
        (facts(licence="CC-BY-4.0"), [CLAUSE, PRACTICE]),
        (facts(licence="CC-BY-2.0"), [PRACTICE]),
        (facts(language="de", licence="CC-BY-4.0"), [GERMAN, CLAUSE, PRACTICE]),
    ],
)
def test_backing(page: PageFacts, expected: list[Reference]) -> None:
    """A finding cites an act only for pages of its language, and a clause only under its licence."""
    assert backing((GERMAN, CLAUSE, PRACTICE), page) == tuple(str(reference) for reference in expected)


def test_a_reference_reads_as_title_and_address() -> None:
    """What stands in reports names the text and where to read it."""
    assert str(PRACTICE) == "Practice (https://practice.example/)"


@pytest.mark.parametrize("kind", [kind for kind in EvidenceKind if kind is not EvidenceKind.DECLARED])
def test_what_is_missing_is_reported_at_the_strongest_evidence(kind: EvidenceKind) -> None:
    """The place of the evidence is marked, and the message says what it shows."""
    strongest = Evidence(kind, "From X", Region.ARTICLE, Place("p", 3, "From X"))
    lack = missing(Attribution(Status.REPUBLISHED, 0.9, strongest=strongest))
    assert lack.place == strongest.place
    assert lack.sign.startswith("though ")
    assert lack.sign.endswith(" shows a republication")
    assert lack.remark == lack.sign.removeprefix("though ")


@pytest.mark.parametrize(
    ("kind", "status", "sign"),
    [
        (EvidenceKind.CREDIT, Status.REPUBLISHED, "though this credit shows a republication"),
        (EvidenceKind.CREDIT, Status.EXCERPT, "though this credit shows an excerpt of another text"),
        (EvidenceKind.DECLARED, Status.REPUBLISHED, "though the configuration declares a republication"),
    ],
)
def test_sign(kind: EvidenceKind, status: Status, sign: str) -> None:
    """The message tells a credit on the page from a declaration in the configuration, and a copy from an excerpt."""
    strongest = Evidence(kind, "the configuration", Region.ARTICLE, NOWHERE)
    assert missing(Attribution(status, 0.9, strongest=strongest)).sign == sign


def test_what_is_missing_without_any_evidence_is_reported_for_the_page() -> None:
    """A page that was declared a copy and shows no sign of it has no better place."""
    lack = missing(Attribution(Status.REPUBLISHED, 1.0))
    assert lack.place == NOWHERE
    assert lack.sign == "though the page counts as a republication"
