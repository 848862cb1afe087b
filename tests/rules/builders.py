"""Facts made by hand, for rules that are asked about more cases than their examples show."""

from __future__ import annotations

from attribution_lint.model import Evidence, EvidenceKind, Fact, Place, Region
from attribution_lint.registry import load_rules
from attribution_lint.rule import Rule

CREDIT = Evidence(EvidenceKind.CREDIT, "First published by X", Region.ARTICLE, Place("p", 3, "First published by X"))
LINK = Evidence(EvidenceKind.ORIGINAL_LINK, "Original", Region.ARTICLE, Place("a", 1))


def rule(rule_id: str) -> Rule:
    """One of the rules, as the registry finds it."""
    return next(rule for rule in load_rules() if rule.id == rule_id)


def fact(value: str) -> Fact:
    """A value that the credit gave."""
    return Fact(value, CREDIT)
