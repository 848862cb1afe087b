"""From a source to its findings, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from attribution_lint.config import PageConfig
from attribution_lint.engine import Knowledge, check, load_knowledge, take_stock
from attribution_lint.model import NOWHERE, Place, Severity, Status
from attribution_lint.rule import Invalid, PageFacts, Rule, Valid, Violation
from attribution_lint.source import Source, UnreadableError

PARAGRAPHS = (
    "<p>The council of the old town decided on Monday to close its harbour to all ships for two years.</p>\n" * 4
)
CREDIT = '<p>Republished from <a href="https://www.reuters.com/world/uk/harbour-closes-2024-03-05/">Reuters</a>.</p>\n'
NOTICE = "<p>© 2024 Reuters. All rights belong to the original author.</p>\n"
LABEL = "<p>This article is reproduced from:</p>\n"


def source(*parts: str, path: str = "a.html") -> Source:
    """A page of an article and more."""
    body = "".join((PARAGRAPHS, *parts))
    return Source(path, f"<html lang=en>\n<article><h1>Harbour closes</h1>\n{body}</article></html>", "utf-8")


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """All that the tool knows."""
    return load_knowledge()


class TestCheck:
    """One page."""

    def test_own_page_is_silent(self, knowledge: Knowledge) -> None:
        """A page without a sign of a copy has no findings."""
        report = check(source(), PageConfig(), knowledge)
        assert report.attribution.status is Status.OWN
        assert report.findings == ()

    def test_complete_page_is_silent(self, knowledge: Knowledge) -> None:
        """A republication that owes nothing has no findings."""
        report = check(source(CREDIT, NOTICE), PageConfig(), knowledge)
        assert report.attribution.status is Status.REPUBLISHED
        assert report.findings == ()

    def test_finding(self, knowledge: Knowledge) -> None:
        """A finding marks its place, says why the page counts as a copy, and has its source line with it."""
        (finding,) = check(source(CREDIT, NOTICE, LABEL), PageConfig(), knowledge).findings
        assert (finding.path, finding.rule, finding.severity) == ("a.html", "dangling-credit", Severity.ERROR)
        assert (finding.primary.span.line, finding.primary.excerpt.text) == (9, LABEL.strip())
        assert finding.because is not None
        assert finding.because.text.startswith("why the page counts as a republication: ")
        assert finding.because.span.line in {7, 8}

    def test_configuration_decides(self, knowledge: Knowledge) -> None:
        """Severity, selection and declarations come from the configuration of the page."""
        page = source(CREDIT, NOTICE, LABEL)
        milder = check(page, PageConfig(severity={"dangling-credit": Severity.NOTE}), knowledge)
        assert [finding.severity for finding in milder.findings] == [Severity.NOTE]
        assert check(page, PageConfig(ignore=("dangling-credit",)), knowledge).findings == ()
        assert check(page, PageConfig(select=("original-url",)), knowledge).findings == ()
        assert check(page, PageConfig(declared=Status.OWN), knowledge).findings == ()
        declared = check(source(), PageConfig(declared=Status.REPUBLISHED), knowledge)
        assert {"original-url", "source-outlet", "copyright-disclaimer"} == {item.rule for item in declared.findings}

    def test_fingerprint_survives_moved_lines(self, knowledge: Knowledge) -> None:
        """Text added above changes the lines of a finding, not its fingerprint."""
        (before,) = check(source(CREDIT, NOTICE, LABEL), PageConfig(), knowledge).findings
        (after,) = check(source(PARAGRAPHS, CREDIT, NOTICE, LABEL), PageConfig(), knowledge).findings
        assert before.primary.span != after.primary.span
        assert before.fingerprint == after.fingerprint
        assert len(before.fingerprint) == 64

    def test_fingerprints_are_distinct(self, knowledge: Knowledge) -> None:
        """Other paths, rules and texts, and further findings on the same text, have other fingerprints."""
        twice = replace(knowledge, rules=(rule("one", twice=True), rule("two")))
        prints = [
            finding.fingerprint
            for path in ("a.html", "b.html")
            for finding in check(source(CREDIT, path=path), PageConfig(), twice).findings
        ]
        assert len(prints) == len(set(prints)) == 6

    def test_no_reason_beside_itself(self, knowledge: Knowledge) -> None:
        """A finding that stands on the reason itself, or for which the page gives none, has no second label."""
        marking = replace(knowledge, rules=(rule("one"),))
        declared = check(source(), PageConfig(declared=Status.REPUBLISHED), marking)
        assert [finding.because for finding in declared.findings] == [None]
        missing = check(
            source(CREDIT.replace(' href="https://www.reuters.com/world/uk/harbour-closes-2024-03-05/"', "")),
            PageConfig(),
            knowledge,
        )
        assert [finding.because for finding in missing.findings if finding.primary.span.line == 7]
        assert not [item for item in missing.findings if item.because and item.because.span == item.primary.span]

    def test_unreadable(self, knowledge: Knowledge) -> None:
        """A page that the parser cannot make anything of is no clean page."""
        with pytest.raises(UnreadableError):
            check(Source("a.html", "", "utf-8"), PageConfig(), knowledge)


class TestTakeStock:
    """The inventory of one page."""

    def test_evidence_is_located(self, knowledge: Knowledge) -> None:
        """All evidence has its place, in page order, and nothing is judged."""
        report = take_stock(source(CREDIT, NOTICE, LABEL), PageConfig(), knowledge)
        assert report.findings == ()
        assert len(report.evidence) == len(report.attribution.evidence) > 2
        places = [(item.span.line, item.span.column) for item in report.evidence]
        assert places == sorted(places)
        assert {7, 8, 9} <= {line for line, _ in places}


def rule(name: str, *, twice: bool = False) -> Rule:
    """A rule that marks the headline of each republished page."""

    def marks(facts: PageFacts) -> Iterator[Violation]:
        place = Place("h1", 0, "Harbour closes") if facts.title == "" and facts.attribution.strongest else NOWHERE
        for _ in range(1 + twice):
            yield Violation(place, "something is wrong", "mend it")

    return Rule(
        id=name,
        severity=Severity.WARNING,
        summary="A rule for tests",
        what="It marks headlines.",
        why="To be seen.",
        check=marks,
        examples=(Valid("fine", "<p>"), Invalid("not fine", "<p>", "something is wrong", "")),
    )
