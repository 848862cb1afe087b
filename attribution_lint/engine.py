"""The way of a page from its source to its findings."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from attribution_lint.attribution import conclude
from attribution_lint.directives import declaration_of, read_suppressions, unknown_declarations
from attribution_lint.documents import Document, open_document
from attribution_lint.evidence import observe
from attribution_lint.lexicon import Lexicon, load_lexicon
from attribution_lint.model import EXCERPT_WIDTH, NOWHERE, Finding, Label, Located, PageReport, Status
from attribution_lint.outlets import Outlets, load_outlets
from attribution_lint.registry import Selection, load_rules
from attribution_lint.rule import PageFacts, Rule, Violation
from attribution_lint.site import identify
from attribution_lint.sitewide import discount
from attribution_lint.suppression import sift

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from attribution_lint.config import PageConfig
    from attribution_lint.documents import Finder
    from attribution_lint.model import Attribution, Place
    from attribution_lint.source import Source

_LONGEST_HEADLINE = 300
"""Characters; a longer one is a paragraph in the wrong element."""
_COUNTS_AS = {Status.REPUBLISHED: "a republication", Status.EXCERPT: "an excerpt"}


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is the same for every page: phrases, outlets and rules."""

    lexicon: Lexicon
    outlets: Outlets
    rules: tuple[Rule, ...]


def load_knowledge() -> Knowledge:
    """Read and compile the knowledge that comes with the package, and the rules that are installed.

    Raises:
        RegistryError: a rule cannot be loaded.
    """
    return Knowledge(load_lexicon(), load_outlets(), load_rules())


def check(source: Source, config: PageConfig, knowledge: Knowledge) -> PageReport:
    """Take one page from its source to its findings.

    Raises:
        UnreadableError: it could not be read to its end.
    """
    document, attribution = _understand(source, config, knowledge)
    page, locator = document.page, document.locator
    facts = PageFacts(attribution, page.language, page.title, page.markup)
    rules = Selection(config.select, config.ignore).of(knowledge.rules)

    def run(rules: Iterable[Rule], facts: PageFacts) -> list[tuple[Finding, Place]]:
        found = [
            (_finding(source.path, rule, violation, attribution, config, locator), violation.place)
            for rule in rules
            for violation in rule.violations(facts)
        ]
        found.sort(key=lambda item: _position(item[0]))
        places = [place for _, place in found]
        return list(zip(_with_fingerprints(finding for finding, _ in found), places, strict=True))

    sifted = sift(
        run((rule for rule in rules if not rule.about_directives), facts),
        read_suppressions(page, document.html),
        config.suppressions,
        known=[rule.id for rule in knowledge.rules],
        ran=[rule.id for rule in rules],
    )
    facts = replace(facts, suppressions=sifted.suppressions, unknown_declarations=unknown_declarations(page))
    last = [finding for finding, _ in run((rule for rule in rules if rule.about_directives), facts)]
    findings = sorted([*sifted.kept, *last], key=_position)
    headline = page.title if page.headline is None else page.blocks[page.headline].text
    return PageReport(
        source.path,
        attribution,
        findings=tuple(findings),
        suppressed=sifted.suppressed,
        headline=headline[:_LONGEST_HEADLINE] if findings or sifted.suppressed else "",
    )


def _position(finding: Finding) -> tuple[int, int, str]:
    return finding.primary.span.line, finding.primary.span.column, finding.rule


def take_stock(source: Source, config: PageConfig, knowledge: Knowledge) -> PageReport:
    """Take one page from its source to what is concluded of it, with the place of all evidence, and judge nothing.

    Raises:
        UnreadableError: it could not be read to its end.
    """
    document, attribution = _understand(source, config, knowledge)
    located = sorted(
        (
            Located(item, document.locator.span(item.place), round(counts, 2))
            for item, counts in zip(attribution.evidence, attribution.weighing.counts, strict=True)
        ),
        key=lambda item: (item.span.line, item.span.column, item.evidence.kind, item.evidence.text),
    )
    return PageReport(source.path, attribution, evidence=tuple(located))


def _understand(source: Source, config: PageConfig, knowledge: Knowledge) -> tuple[Document, Attribution]:
    document = open_document(source, config.site_url, config.selectors)
    page = document.page
    site = identify(page, knowledge.outlets)
    declared = declaration_of(page, config.declared)
    status = None if declared is None else declared.status
    evidence = discount(observe(page, site, knowledge.lexicon, knowledge.outlets, status), config.profile)
    return document, conclude(page, site, evidence, declared)


def _finding(  # noqa: PLR0913, PLR0917 - all that makes up a finding
    path: str, rule: Rule, violation: Violation, attribution: Attribution, config: PageConfig, locator: Finder
) -> Finding:
    primary = _label(locator, violation.place, violation.remark)
    return Finding(
        path=path,
        rule=rule.id,
        severity=rule.severity_of(violation, config.severity.get(rule.id)),
        message=violation.message,
        help=violation.help,
        primary=primary,
        because=None if rule.about_directives else _because(attribution, primary, locator),
        snippet=violation.snippet,
        backing=violation.backing,
        about_directive=rule.about_directives,
    )


def _label(locator: Finder, place: Place, remark: str) -> Label:
    span = locator.span(place)
    return Label(span, remark, locator.excerpt(span, EXCERPT_WIDTH))


def _because(attribution: Attribution, primary: Label, locator: Finder) -> Label | None:
    """Mark why the page counts as a republication, unless the finding stands there or no place says it."""
    strongest = attribution.strongest
    if strongest is None or strongest.place == NOWHERE:
        return None
    reason = f": {strongest.reason}" if strongest.reason else ""
    label = _label(locator, strongest.place, f"why the page counts as {_COUNTS_AS[attribution.status]}{reason}")
    return None if label.span == primary.span else label


def _with_fingerprints(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Tell findings apart by path, rule and marked text, and equal ones by their order: never by their lines."""
    seen: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        subject = finding.primary.marked
        key = "\0".join((finding.path, finding.rule, subject, str(seen[finding.rule, subject])))
        seen[finding.rule, subject] += 1
        yield replace(finding, fingerprint=hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest())
