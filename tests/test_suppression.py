"""Which findings don't count, and which suppressions do nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from attribution_lint.config import PageConfig
from attribution_lint.directives import Directive
from attribution_lint.model import NOWHERE, Finding, Place, Severity, Status, SuppressedBy, Suppression
from attribution_lint.rule import Rule
from attribution_lint.settings import PathSuppression
from attribution_lint.suppression import Sifted, idle_in_configuration, sift, unmet_in_configuration
from tests.report.builders import finding

P = Place("p", 0)
Q = Place("p", 1)
EXCUSE = PathSuppression(("a/**",), ("one", "two"), "an agreement", "attribution-lint.toml", 3, "[[suppressions]]")


def comment(*rules: str, reason: str = "why", elements: frozenset[tuple[str, int]] | None = None) -> Directive:
    """A suppression on the page, by default for all of it."""
    return Directive(SuppressedBy.COMMENT, "text", NOWHERE, rules, reason, elements)


def sifted(
    *directives: Directive,
    found: tuple[tuple[Finding, Place], ...] = ((finding("one"), P), (finding("two"), Q)),
    configured: tuple[PathSuppression, ...] = (),
    ran: tuple[str, ...] = ("one", "two", "three"),
) -> Sifted:
    """What is left of two findings."""
    return sift(found, directives, configured, ("one", "two", "three", "off"), ran)


def rules_of(result: Sifted) -> tuple[list[str], list[str]]:
    """The rules of the findings that count and of those that don't."""
    return [item.rule for item in result.kept], [item.finding.rule for item in result.suppressed]


def test_nothing_suppressed() -> None:
    """Without suppressions all findings count."""
    assert rules_of(sifted()) == (["one", "two"], [])
    assert sifted().suppressions == ()


def test_suppressed() -> None:
    """A finding of a named rule does not count, says by what and why; the others do."""
    result = sifted(comment("one"))
    assert rules_of(result) == (["two"], ["one"])
    assert (result.suppressed[0].by, result.suppressed[0].reason) == (SuppressedBy.COMMENT, "why")
    assert result.suppressions == (Suppression(SuppressedBy.COMMENT, "text", NOWHERE, "why"),)


def test_place_matters() -> None:
    """Elsewhere on the page the same rule counts."""
    assert rules_of(sifted(comment("one", "two", elements=frozenset({("p", 1)})))) == (["one"], ["two"])


def test_no_reason_no_suppression() -> None:
    """Without a reason nothing is suppressed."""
    assert rules_of(sifted(comment("one", reason=""))) == (["one", "two"], [])


def test_outcome() -> None:
    """Of each suppression is told what it did not suppress, what is no rule, and whether it names any."""
    (several,) = sifted(comment("one", "three", "off", "tow")).suppressions
    assert (several.idle, several.unknown, several.malformed) == (("three",), ("tow",), False)
    (none,) = sifted(comment()).suppressions
    assert (none.idle, none.unknown, none.malformed) == ((), (), True)


def test_a_rule_that_did_not_run_is_not_idle() -> None:
    """Nobody knows what it would have found."""
    (of_one,) = sifted(comment("one"), found=(), ran=("two",)).suppressions
    assert of_one.idle == ()


def test_two_for_one_finding() -> None:
    """Both are needed as long as either holds: neither is reported."""
    assert [item.idle for item in sifted(comment("one"), comment("one")).suppressions] == [(), ()]


def test_configured() -> None:
    """The configuration suppresses what the page does not, and says where."""
    result = sifted(comment("one"), configured=(EXCUSE,))
    assert [(item.by, item.reason, item.where) for item in result.suppressed] == [
        (SuppressedBy.COMMENT, "why", ""),
        (SuppressedBy.CONFIGURATION, "an agreement", "attribution-lint.toml:3"),
    ]
    assert result.kept == ()


JUDGE = Rule(
    id="unused-suppression",
    severity=Severity.WARNING,
    summary="",
    what="",
    why="",
    check=lambda _: (),
    examples=(),
    applies_to=tuple(Status),
    about_directives=True,
)


class TestIdleInConfiguration:
    """Suppressions in the configuration that no page needs."""

    def test_idle(self) -> None:
        """A rule that no page needs suppressed is named, at its place in the file."""
        (found,) = idle_in_configuration([(EXCUSE, PageConfig())], sifted(configured=(EXCUSE,)).suppressed[:1], JUDGE)
        assert (found.path, found.primary.span.line, found.severity) == ("attribution-lint.toml", 3, Severity.WARNING)
        assert found.primary.excerpt.text == "[[suppressions]]"
        assert found.message.startswith("the suppression of two is not needed")
        assert len(found.fingerprint) == 64

    def test_no_page(self) -> None:
        """Paths that match nothing are told, unless the rule does not run."""
        (found,) = unmet_in_configuration([(EXCUSE, PageConfig())], JUDGE)
        assert (found.primary.span.line, found.message) == (3, "no page matches the paths of this suppression")
        assert unmet_in_configuration([(EXCUSE, PageConfig(ignore=("unused-suppression",)))], JUDGE) == ()

    @pytest.mark.parametrize(
        "config",
        [
            PageConfig(ignore=("unused-suppression",)),
            PageConfig(ignore=("one", "two")),
            PageConfig(select=("three", "unused-suppression")),
        ],
    )
    def test_not_judged(self, config: PageConfig) -> None:
        """Nothing is said where the rule does not run, or those that it speaks of."""
        assert idle_in_configuration([(EXCUSE, config)], (), JUDGE) == ()

    def test_needed(self) -> None:
        """Nothing is said of what some page needs, nor where there are no suppressions."""
        suppressed = sifted(configured=(EXCUSE,)).suppressed
        assert idle_in_configuration([(EXCUSE, PageConfig())], suppressed, JUDGE) == ()
        assert idle_in_configuration([], suppressed, JUDGE) == ()

    def test_severity(self) -> None:
        """The configuration says how grave it is; the line it stands in changes no fingerprint."""
        config = PageConfig(severity={"unused-suppression": Severity.ERROR})
        (found,) = idle_in_configuration([(EXCUSE, config)], (), JUDGE)
        (moved,) = idle_in_configuration([(replace(EXCUSE, line=9), config)], (), JUDGE)
        assert found.severity is Severity.ERROR
        assert found.fingerprint == moved.fingerprint
