"""What a rule is: one check over the facts of a page, with its documentation and its own examples.

A rule module holds one object of the class `Rule` under the name `rule`; `attribution_lint.registry` finds it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from attribution_lint.model import (
    NOWHERE,
    Attribution,
    Evidence,
    EvidenceKind,
    Markup,
    Place,
    Severity,
    Status,
    Suppression,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


@dataclass(frozen=True, slots=True)
class PageFacts:
    """All that a rule gets to see of a page."""

    attribution: Attribution
    language: str = ""
    """Language tag of the page; "" where it says none."""
    title: str = ""
    markup: Markup = Markup.HTML
    suppressions: tuple[Suppression, ...] = ()
    """Those that stand on the page. Only rules about directives see any: they run when all other findings are known."""
    unknown_declarations: tuple[tuple[str, Place], ...] = ()
    """What the page is declared to be that no page can be, and where."""


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that a rule found on one page."""

    place: Place
    message: str
    """One sentence, without a full stop at the end."""
    help: str
    """What to add and where, in words that need no legal training."""
    remark: str = ""
    """A few words to stand under the marked place."""
    snippet: str | None = None
    """Markup to paste, filled with what is known and escaped."""
    backing: tuple[str, ...] = ()
    """The standards, licence clauses or policies that the demand rests on for this page."""
    severity: Severity | None = None
    """Where this case is graver or milder than the rule's default."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A text that a rule rests on."""

    title: str
    """What it is and what it asks for, in a few words."""
    url: str
    languages: tuple[str, ...] = ()
    """Primary subtags of the page languages that it is brought up for; empty for every language."""
    licences: tuple[str, ...] = ()
    """SPDX ids of the licences that it is a clause of; empty where it is none."""

    def applies_to(self, facts: PageFacts) -> bool:
        """Tell whether a finding on the page may rest on it."""
        licence = facts.attribution.licence
        primary = facts.language.lower().replace("_", "-").partition("-")[0]
        return (not self.languages or primary in self.languages) and (
            not self.licences or (licence is not None and licence.value in self.licences)
        )

    def __str__(self) -> str:
        return f"{self.title} ({self.url})"


@dataclass(frozen=True, slots=True)
class Option:
    """A key of the configuration that changes what a rule says."""

    key: str
    default: str
    """As it would be written in TOML; "" where there is none."""
    what: str


@dataclass(frozen=True, slots=True)
class Valid:
    """A page on which the rule has nothing to say."""

    title: str
    """What the example shows."""
    page: str
    site_url: str | None = None
    """The address that the page is published at."""


@dataclass(frozen=True, slots=True)
class Invalid:
    """A page on which the rule reports exactly one violation."""

    title: str
    """What the example shows."""
    page: str
    message: str
    at: str
    """The stretch of the page's source that is marked, where it occurs first; "" for the page as a whole."""
    severity: Severity = Severity.ERROR
    site_url: str | None = None
    """The address that the page is published at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One check, with all that its help, its documentation and its tests are made of."""

    id: str
    """Lower-case words with hyphens, after the thing that must be there."""
    severity: Severity
    """What a violation weighs unless it, or the configuration, says otherwise."""
    summary: str
    """One line for the table of rules, without a full stop."""
    what: str
    why: str
    check: Callable[[PageFacts], Iterable[Violation]]
    examples: tuple[Valid | Invalid, ...]
    """At least one of each; the first of each stand in the documentation."""
    applies_to: tuple[Status, ...] = (Status.REPUBLISHED, Status.EXCERPT)
    options: tuple[Option, ...] = ()
    references: tuple[Reference, ...] = ()
    about_directives: bool = False
    """It checks what was written on a page for this tool, so it may speak on every page; nothing on a page silences it.
    """

    def __post_init__(self) -> None:
        if Status.OWN in self.applies_to and not self.about_directives:
            raise ValueError(f"rule {self.id}: a page that is the site's own work is never flagged")

    @property
    def valid(self) -> tuple[Valid, ...]:
        """The examples that pass."""
        return tuple(example for example in self.examples if isinstance(example, Valid))

    @property
    def invalid(self) -> tuple[Invalid, ...]:
        """The examples that do not."""
        return tuple(example for example in self.examples if isinstance(example, Invalid))

    def violations(self, facts: PageFacts) -> Iterator[Violation]:
        """Check one page; pages of a status that the rule does not apply to have no violations."""
        if facts.attribution.status in self.applies_to:
            yield from self.check(facts)

    def severity_of(self, violation: Violation, configured: Severity | None = None) -> Severity:
        """What a violation weighs: what the configuration says for the rule, else the violation, else the default."""
        return configured or violation.severity or self.severity


_SIGNS = {
    EvidenceKind.CREDIT: "this credit",
    EvidenceKind.SOURCE_LABEL: "this source line",
    EvidenceKind.ORIGINAL_LINK: "this link",
    EvidenceKind.BYLINE: "this byline",
    EvidenceKind.DATELINE: "this dateline",
    EvidenceKind.TAIL: "this agency mark",
    EvidenceKind.DISCLAIMER: "this statement",
    EvidenceKind.COPYRIGHT: "this © line",
    EvidenceKind.TRANSLATION: "this note",
    EvidenceKind.CANONICAL: "rel=canonical",
    EvidenceKind.METADATA: "this metadata",
    EvidenceKind.PIXEL: "this counter pixel",
    EvidenceKind.LICENCE: "this licence",
    EvidenceKind.AUTHOR: "this author line",
}
_COUNTS_AS = {Status.REPUBLISHED: "a republication", Status.EXCERPT: "an excerpt of another text"}


@dataclass(frozen=True, slots=True)
class Missing:
    """Where a thing that is nowhere on the page is reported: at the strongest sign that the text is another's."""

    place: Place
    sign: str
    """What stands there and what it shows, for the second half of a message."""
    remark: str


def missing(attribution: Attribution) -> Missing:
    """The anchor for what a page of somebody else's text lacks."""
    counts_as = _COUNTS_AS.get(attribution.status, _COUNTS_AS[Status.REPUBLISHED])
    strongest = attribution.strongest
    if strongest is None:
        return Missing(NOWHERE, f"though the page counts as {counts_as}", f"counts as {counts_as}")
    said = f"{_sign(strongest)} {'declares' if strongest.kind is EvidenceKind.DECLARED else 'shows'} {counts_as}"
    return Missing(strongest.place, f"though {said}", said)


def _sign(evidence: Evidence) -> str:
    return evidence.text if evidence.kind is EvidenceKind.DECLARED else _SIGNS.get(evidence.kind, "this")


def backing(references: Iterable[Reference], facts: PageFacts) -> tuple[str, ...]:
    """Those of the references that a finding on the page rests on, in words."""
    return tuple(str(reference) for reference in references if reference.applies_to(facts))
