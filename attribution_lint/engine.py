"""The way of a page from its source to its findings, and the run over all pages."""

from __future__ import annotations

import hashlib
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from attribution_lint.attribution import conclude
from attribution_lint.documents import Document, open_document
from attribution_lint.evidence import observe
from attribution_lint.lexicon import Lexicon, load_lexicon
from attribution_lint.model import NOWHERE, Finding, Label, Located, PageReport, Problem, Report, Status
from attribution_lint.outlets import Outlets, load_outlets
from attribution_lint.registry import Selection, load_rules
from attribution_lint.rule import PageFacts, Rule, Violation
from attribution_lint.site import identify
from attribution_lint.sitewide import discount
from attribution_lint.source import MAX_BYTES, Source, UnreadableError, read_file, read_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from attribution_lint.config import ConfigResolver, PageConfig
    from attribution_lint.discovery import SourceFile
    from attribution_lint.documents import Finder
    from attribution_lint.model import Attribution, Place

    Examine = Callable[[Source, PageConfig], PageReport]
    Progress = Callable[[int, int], None]

EXCERPT_WIDTH = 400
"""Characters of a source line that a finding carries along: more than any report is wide."""

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


def run(
    files: Sequence[SourceFile],
    resolver: ConfigResolver,
    examine: Examine,
    problems: Iterable[Problem] = (),
    progress: Progress | None = None,
) -> Report:
    """Examine files, one after the other, and put together the report.

    `problems` are those that are known already; `progress` is told the number of pages done, and of all, after each.

    Raises:
        ConfigError: the configuration of a page is wrong.
    """
    start = time.monotonic()
    pages: list[PageReport] = []
    found = list(problems)
    for number, file in enumerate(files, 1):
        config = resolver.for_page(file.path)
        try:
            pages.append(examine(_read(file), config))
        except UnreadableError as error:
            found.append(Problem(file.shown, str(error)))
        except Exception as error:  # noqa: BLE001 - no page may keep the others from being checked
            found.append(Problem(file.shown, _internal_error(error)))
        if progress is not None:
            progress(number, len(files))
    pages.sort(key=lambda page: page.path)
    found.sort(key=lambda problem: (problem.path, problem.message))
    return Report(tuple(pages), tuple(found), time.monotonic() - start)


def check(source: Source, config: PageConfig, knowledge: Knowledge) -> PageReport:
    """Take one page from its source to its findings.

    Raises:
        UnreadableError: it could not be read to its end.
    """
    document, attribution = _understand(source, config, knowledge)
    page, locator = document.page, document.locator
    facts = PageFacts(attribution, page.language, page.title, page.markup)
    findings = [
        _finding(source.path, rule, violation, attribution, config, locator)
        for rule in Selection(config.select, config.ignore).of(knowledge.rules)
        for violation in rule.violations(facts)
    ]
    findings.sort(key=lambda finding: (finding.primary.span.line, finding.primary.span.column, finding.rule))
    return PageReport(source.path, attribution, findings=tuple(_with_fingerprints(findings)))


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


def _internal_error(error: Exception) -> str:
    """Say what is to be reported of a fault of the tool itself."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return (
        f"internal error: {type(error).__name__}: {error}{place}; this is a fault of the tool, not of the page: "
        "please report it, with the page"
    )


def _read(file: SourceFile) -> Source:
    if file.piped:
        # One byte more than allowed tells a page that is too large.
        return read_source(sys.stdin.buffer.read(MAX_BYTES + 1), file.shown)
    return read_file(file.path, file.shown)


def _understand(source: Source, config: PageConfig, knowledge: Knowledge) -> tuple[Document, Attribution]:
    document = open_document(source, config.site_url)
    page = document.page
    site = identify(page, knowledge.outlets)
    evidence = discount(observe(page, site, knowledge.lexicon, knowledge.outlets), config.profile)
    return document, conclude(page, site, evidence, config.declared)


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
        because=_because(attribution, primary, locator),
        snippet=violation.snippet,
        backing=violation.backing,
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
        subject = _marked(finding.primary)
        key = "\0".join((finding.path, finding.rule, subject, str(seen[finding.rule, subject])))
        seen[finding.rule, subject] += 1
        yield replace(finding, fingerprint=hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest())


def _marked(label: Label) -> str:
    """The source text under a label, as far as it stands on its first line, white space collapsed."""
    span, excerpt = label.span, label.excerpt
    start = span.column - excerpt.column
    end = span.end_column - excerpt.column if span.end_line == span.line else None
    return " ".join(excerpt.text[start:end].split())
