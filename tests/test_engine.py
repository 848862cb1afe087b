"""From a source to its findings, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from attribution_lint.config import PageConfig
from attribution_lint.engine import Knowledge, check, load_knowledge, take_stock
from attribution_lint.model import NOWHERE, Place, Severity, Status
from attribution_lint.rule import Invalid, PageFacts, Rule, Valid, Violation
from attribution_lint.settings import PathSuppression
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
        owed = ["any-credit", "copyright-disclaimer", "original-url", "source-outlet"]
        assert [item.rule for item in declared.findings] == owed

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


class TestSuppressions:
    """Findings that do not count."""

    IGNORE = "<!-- attribution-lint: ignore[dangling-credit] a script fills it in -->\n"

    def test_suppressed(self, knowledge: Knowledge) -> None:
        """The finding is kept apart, with the fingerprint that it would have, and the page is excused."""
        (plain,) = check(source(CREDIT, NOTICE, LABEL), PageConfig(), knowledge).findings
        report = check(source(CREDIT, NOTICE, self.IGNORE, LABEL), PageConfig(), knowledge)
        assert report.findings == ()
        assert [item.finding.fingerprint for item in report.suppressed] == [plain.fingerprint]
        assert report.excused
        assert not report.complete

    def test_unused(self, knowledge: Knowledge) -> None:
        """What suppresses nothing is reported, also on the site's own page, and nothing else is."""
        for parts in ((CREDIT, NOTICE, self.IGNORE), (self.IGNORE,)):
            report = check(source(*parts), PageConfig(), knowledge)
            (finding,) = report.findings
            assert report.complete
            assert (finding.rule, finding.severity) == ("unused-suppression", Severity.WARNING)
            assert finding.because is None

    def test_nothing_on_a_page_silences_the_rules_about_it(self, knowledge: Knowledge) -> None:
        """A suppression of the rule that reports suppressions is one more that does nothing."""
        ignore = "<!-- attribution-lint: ignore[unused-suppression] why -->\n"
        (finding,) = check(source(ignore, "<p>.</p>"), PageConfig(), knowledge).findings
        assert finding.rule == "unused-suppression"

    def test_configuration(self, knowledge: Knowledge) -> None:
        """What the configuration excuses does not count, on the pages that it is for."""
        excuse = PathSuppression(("**",), ("dangling-credit",), "why", "attribution-lint.toml", 1, "")
        report = check(source(CREDIT, NOTICE, LABEL), PageConfig(suppressions=(excuse,)), knowledge)
        assert report.findings == ()
        assert [item.where for item in report.suppressed] == ["attribution-lint.toml:1"]

    def test_own_page_with_the_tool_s_name_is_silent(self, knowledge: Knowledge) -> None:
        """A page that writes about the tool has no findings."""
        assert check(source("<p>attribution-lint: ignore[x] y</p>"), PageConfig(), knowledge).findings == ()


def test_declared_by_a_selector(knowledge: Knowledge) -> None:
    """A page that shows what it is needs no other sign, and its findings stand there."""
    config = PageConfig(selectors=((Status.REPUBLISHED, "p.partner"),))
    report = check(source('<p class="partner">x</p>'), config, knowledge)
    assert report.attribution.status is Status.REPUBLISHED
    assert [(item.rule, item.primary.span.line) for item in report.findings][:1] == [("any-credit", 7)]
    assert check(source("<p>x</p>"), config, knowledge).findings == ()
