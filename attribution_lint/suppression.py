"""Which findings don't count, because somebody said so on the page or in the configuration, with a reason."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from attribution_lint.model import EXCERPT_WIDTH, Excerpt, Finding, Label, Span, Suppressed, SuppressedBy, Suppression
from attribution_lint.registry import Selection

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from attribution_lint.config import PageConfig
    from attribution_lint.directives import Directive
    from attribution_lint.model import Place
    from attribution_lint.rule import Rule
    from attribution_lint.settings import PathSuppression


JUDGE = "unused-suppression"
"""Id of the rule that reports suppressions."""


@dataclass(frozen=True, slots=True)
class Sifted:
    """The findings of one page, and what came of the suppressions for it."""

    kept: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]
    suppressions: tuple[Suppression, ...]


@dataclass(slots=True)
class _Use:
    """A suppression on a page, and the rules whose findings it suppressed."""

    directive: Directive
    used: set[str] = field(default_factory=set)


def sift(
    found: Iterable[tuple[Finding, Place]],
    directives: Sequence[Directive],
    configured: Sequence[PathSuppression],
    known: Collection[str],
    ran: Collection[str],
) -> Sifted:
    """Part findings, each with its place on the page, into those that count and those that don't.

    Args:
        found: what the rules found.
        directives: the suppressions on the page; they come before those of the configuration.
        configured: the suppressions for the page in its configuration.
        known: the ids of all rules there are.
        ran: the ids of the rules that ran on the page: of the others nobody knows whether they would find anything.
    """
    uses = [_Use(directive) for directive in directives]
    by_rule: dict[str, list[_Use]] = defaultdict(list)
    for use in uses:
        # Without a reason nobody could tell later whether it still holds.
        for rule in use.directive.rules if use.directive.reason else ():
            by_rule[rule].append(use)
    kept, suppressed = [], []
    for finding, place in found:
        holding = [use for use in by_rule[finding.rule] if use.directive.covers(place)]
        for use in holding:
            use.used.add(finding.rule)
        excuse = next((item for item in configured if finding.rule in item.rules), None)
        if holding:
            directive = holding[0].directive
            suppressed.append(Suppressed(finding, directive.by, directive.reason))
        elif excuse is not None:
            suppressed.append(Suppressed(finding, SuppressedBy.CONFIGURATION, excuse.reason, excuse.where))
        else:
            kept.append(finding)
    return Sifted(tuple(kept), tuple(suppressed), tuple(_outcome(use, known, ran) for use in uses))


def idle_in_configuration(
    met: Iterable[tuple[PathSuppression, PageConfig]], suppressed: Iterable[Suppressed], judge: Rule
) -> tuple[Finding, ...]:
    """A finding for each suppression of the configuration that was met on a page, and needed on none.

    Args:
        met: the suppressions that held for a page, each with the configuration that it is part of.
        suppressed: all that was suppressed.
        judge: the rule that reports them.
    """
    used = {(item.where, item.finding.rule) for item in suppressed}
    found = []
    for item, config in met:
        selection = Selection(config.select, config.ignore)
        idle = [rule for rule in item.rules if rule in selection and (item.where, rule) not in used]
        if idle and judge.id in selection:
            problem = (
                f"the suppression of {' and '.join(idle)} is not needed: no page that it is for has such a finding "
                "that nothing else excuses"
            )
            found.append(_idle(item, problem, "take it out: it would hide a finding that comes later", config, judge))
    return tuple(found)


def unmet_in_configuration(unmet: Iterable[tuple[PathSuppression, PageConfig]], judge: Rule) -> tuple[Finding, ...]:
    """A finding for each suppression of the configuration whose paths match no page there is."""
    return tuple(
        _idle(item, "no page matches the paths of this suppression", "correct them, or take it out", config, judge)
        for item, config in unmet
        if judge.id in Selection(config.select, config.ignore)
    )


def _idle(item: PathSuppression, problem: str, advice: str, config: PageConfig, judge: Rule) -> Finding:
    width = min(len(item.header), EXCERPT_WIDTH)
    return Finding(
        path=item.file,
        rule=judge.id,
        severity=config.severity.get(judge.id, judge.severity),
        message=problem,
        help=advice,
        primary=Label(
            Span(item.line, 1, item.line, width + 1), "suppresses nothing", Excerpt(item.line, 1, item.header[:width])
        ),
        about_directive=True,
        fingerprint=hashlib.sha256("\0".join((item.file, judge.id, *item.paths, *item.rules)).encode()).hexdigest(),
    )


def _outcome(use: _Use, known: Collection[str], ran: Collection[str]) -> Suppression:
    directive = use.directive
    named = dict.fromkeys(directive.rules)
    return Suppression(
        directive.by,
        directive.text,
        directive.place,
        directive.reason,
        idle=tuple(rule for rule in named if rule in ran and rule not in use.used),
        unknown=tuple(rule for rule in named if rule not in known),
        malformed=not directive.rules,
    )
