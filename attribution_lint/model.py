"""The values that flow between the steps: what was found on a page, what it adds up to, and what is reported.

Everything here is frozen and plain: no parser, no file, no terminal.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Status(StrEnum):
    """What a page is."""

    REPUBLISHED = "republished"
    """The whole article is somebody else's."""
    EXCERPT = "excerpt"
    """A quoted part, a summary, a link post, or a text that staff made with an agency's material."""
    OWN = "own"
    """The site's own work."""


class Kind(StrEnum):
    """By which way a page came by a text that is not the site's own; the last three are kinds of excerpt."""

    REPRINT = "reprint"
    """Another outlet's article, as it was."""
    WIRE = "wire"
    """An agency's copy."""
    TRANSLATION = "translation"
    PRESS_RELEASE = "press-release"
    EXCERPT = "excerpt"
    """A part or a summary of another text."""
    LINK_POST = "link-post"
    """Little more than a link to another text."""
    AGENCY_ASSISTED = "agency-assisted"
    """The site's own people made it with an agency's material."""


class Hand(StrEnum):
    """Which hand in the chain from the writer to this page a named source is."""

    ORIGINAL = "original"
    INTERMEDIARY = "intermediary"
    """It passed the text on, as a copy or a translation."""


class Markup(StrEnum):
    """What a page's source is written in."""

    HTML = "html"
    MARKDOWN = "markdown"
    TEXT = "text"
    """Plain text, in which nothing can be a link."""


class Severity(StrEnum):
    """How much a finding matters, the gravest first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


class Region(StrEnum):
    """The part of a page that an element stands in."""

    ARTICLE = "article"
    BYLINE = "byline"
    CAPTION = "caption"
    HEADER = "header"
    NAV = "nav"
    ASIDE = "aside"
    RELATED = "related"
    COMMENTS = "comments"
    FOOTER = "footer"
    HEAD = "head"


class LinkQuality(StrEnum):
    """What the link to the original is worth to a reader."""

    ARTICLE = "article"
    """A link that a reader can see, to the article itself."""
    HOMEPAGE = "homepage"
    """A link to the outlet's home or section page only."""
    INTERNAL = "internal"
    """A link to another page of the own site only."""
    EMPTY = "empty"
    """A credit label whose link has no target."""
    TEXT = "text"
    """The address is printed, but is no link."""
    HEAD_ONLY = "head-only"
    """The address stands only in what machines read."""
    NONE = "none"
    """No address of the original anywhere."""


class EvidenceKind(StrEnum):
    """Families of evidence: the first group speaks for a republication, the second against, the third for neither."""

    CREDIT = "credit"
    """A sentence that says where this text comes from."""
    SOURCE_LABEL = "source-label"
    """A label and its value: "Source: X"."""
    ORIGINAL_LINK = "original-link"
    """A link or a label that leads to the original."""
    BYLINE = "byline"
    """An outlet in the byline."""
    DATELINE = "dateline"
    """An agency named at the head of the text: "LONDON (Reuters) -"."""
    TAIL = "tail"
    """An agency named as the last word of the text: "(dpa)"."""
    DISCLAIMER = "disclaimer"
    """A statement of ownership or permission."""
    COPYRIGHT = "copyright"
    """A © line."""
    TRANSLATION = "translation"
    """A statement that the text is a translation, an excerpt or an adaptation."""
    CANONICAL = "canonical"
    """rel=canonical."""
    METADATA = "metadata"
    """A meta tag, JSON-LD or microdata property."""
    PIXEL = "pixel"
    """An outlet's counter image or script."""
    DECLARED = "declared"
    """What the configuration says of the page."""

    OWN_RIGHTS = "own-rights"
    """The page speaks as the owner of its text."""
    SELF_CREDIT = "self-credit"
    """A credit that names the site itself."""
    MEDIA_CREDIT = "media-credit"
    """The credit of a picture, a chart or a data set."""
    DATE_ONLY = "date-only"
    """A credit phrase that gives a date and no source."""

    LICENCE = "licence"
    """A licence that the text is said to stand under."""
    AUTHOR = "author"
    """A label with the author's name."""
    TAKEDOWN = "takedown"
    """An offer to delete on request: says nothing of ownership."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a source text. Lines and columns count from 1, columns in characters; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Place(NamedTuple):  # a page has thousands, and a frozen dataclass takes thrice as long to make
    """Where something stands, in terms of the parsed page; `locate.Locator` turns it into a `Span` when needed."""

    tag: str
    """Lower-case name of the element; "" for the page as a whole."""
    ordinal: int
    """The element is the `ordinal`-th of its name in document order, from 0."""
    text: str | None = None
    """Visible text inside the element, as it stands there (white space collapsed); None means the start tag itself."""
    attribute: str | None = None
    """Name of the attribute that holds the evidence, if it is in the start tag."""


NOWHERE = Place("", 0)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One located fact on a page that bears on its attribution."""

    kind: EvidenceKind
    text: str
    """As it stands on the page, white space collapsed."""
    region: Region
    place: Place
    visible: bool = True
    weight: float = 0.0
    """How strongly it speaks for (positive) or against (negative) a republication, in log-odds."""
    reason: str = ""
    """In words, for a person: why it counts, or why not."""
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    licence: str | None = None
    wire: bool = False
    """The outlet is an agency whose copy has no public original."""
    dangling: bool = False
    """A label with nothing after it, or whose link has no target."""
    partial: bool = False
    """Only a part of the text came from there, or material that staff wrote a text from."""
    statement: bool = False
    """A whole statement about the origin or the rights of this text; a bare label, such as "Source: X", is none."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a page is said to be, by somebody who knows."""

    status: Status
    by: str
    """Who says so, in words: "the configuration"."""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Fact:
    """A value and the evidence that decided it."""

    value: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class NamedSource:
    """One of those whom the page names as a source of its text."""

    name: str
    """As written."""
    hand: Hand
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Weighing:
    """How the evidence of a page was weighed; all weights in log-odds."""

    prior: float
    """Before any evidence."""
    counts: tuple[float, ...]
    """What each evidence counted, in its order: less than its weight where its family had stronger."""
    speaks_for: float
    speaks_against: float
    """As a positive number."""
    likelihood: float
    """From 0 to 1: that the page is somebody else's work."""


NOT_WEIGHED = Weighing(0.0, (), 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Attribution:
    """What the evidence of one page adds up to."""

    status: Status
    confidence: float
    """From 0 to 1: how sure the status is."""
    reasons: tuple[str, ...] = ()
    """In words, the weightiest first."""
    original_url: Fact | None = None
    original_url_in: tuple[str, ...] = ()
    """Where that URL stands: anchor, text, canonical, jsonld, microdata, meta, front-matter, pixel."""
    link: LinkQuality = LinkQuality.NONE
    link_evidence: Evidence | None = None
    """The best there is for a link, also where it is not good enough."""
    outlet: Fact | None = None
    outlet_hint: Fact | None = None
    """An outlet that the page does not name in visible text, but its links or metadata give away."""
    author: Fact | None = None
    licence: Fact | None = None
    disclaimer: Fact | None = None
    wire: bool = False
    """Agency copy: its original is not public."""
    kind: Kind | None = None
    """By which way the page came by its text; None for the site's own work."""
    sources: tuple[NamedSource, ...] = ()
    """All that visible text names as sources, from the original to the one it was copied from."""
    strongest: Evidence | None = None
    """The weightiest evidence that the page is a republication."""
    evidence: tuple[Evidence, ...] = ()
    weighing: Weighing = NOT_WEIGHED
    """How the status came about; the configuration may have overruled it."""

    @property
    def has_link(self) -> bool:
        """A reader can see and follow a link to the original article."""
        return self.original_url is not None and "anchor" in self.original_url_in

    @property
    def dangling(self) -> tuple[Evidence, ...]:
        """Credit labels with nothing behind them, in page order."""
        return tuple(item for item in self.evidence if item.dangling)


EXCERPT_WIDTH = 400
"""Characters of a source line that a finding carries along: more than any report is wide."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A window on one source line, for a report."""

    line: int
    column: int
    """Column of the first character of `text`."""
    text: str
    clipped_left: bool = False
    clipped_right: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A span of the source with a remark, and a window on its first line."""

    span: Span
    text: str
    excerpt: Excerpt

    @property
    def marked(self) -> str:
        """The source text under it, as far as it stands on its first line and was kept, white space collapsed."""
        start = self.span.column - self.excerpt.column
        end = self.span.end_column - self.excerpt.column if self.span.end_line == self.span.line else None
        return " ".join(self.excerpt.text[start:end].split())


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule has to say about one page."""

    path: str
    rule: str
    severity: Severity
    message: str
    """One sentence, without a full stop at the end."""
    help: str
    """What to do, in words."""
    primary: Label
    because: Label | None = None
    """Why the page counts as a republication, where that is not the primary span itself."""
    snippet: str | None = None
    """Markup to paste, filled with what is known."""
    backing: tuple[str, ...] = ()
    """The standards, licence clauses or policies that the finding rests on."""
    fingerprint: str = ""
    """Stable over moved lines."""
    about_directive: bool = False
    """It speaks of what was written for this tool, and of nothing that the page owes."""

    @property
    def owed(self) -> bool:
        """Whether the page is incomplete by it; a note asks for nothing."""
        return self.severity is not Severity.NOTE and not self.about_directive


class SuppressedBy(StrEnum):
    """What keeps a finding from counting."""

    COMMENT = "comment"
    """A comment in the page's source."""
    ATTRIBUTE = "attribute"
    """An attribute of an element that the finding stands in."""
    FRONT_MATTER = "front-matter"
    CONFIGURATION = "configuration"
    BASELINE = "baseline"
    """The finding was there already when the baseline was written."""


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that does not count, and why."""

    finding: Finding
    by: SuppressedBy
    reason: str = ""
    """In the words of whoever suppressed it; "" for a baseline."""
    where: str = ""
    """File and line of a suppression in the configuration."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """A suppression that stands on a page, and what came of it."""

    by: SuppressedBy
    """How it is written."""
    text: str
    """As it stands there."""
    place: Place
    reason: str
    """"" where none is given: then it suppresses nothing."""
    idle: tuple[str, ...] = ()
    """Ids of rules in it that ran and had nothing to say there."""
    unknown: tuple[str, ...] = ()
    """What it names that is no rule."""
    malformed: bool = False
    """It names no rule, or is not written as a suppression is."""


@dataclass(frozen=True, slots=True)
class Located:
    """Evidence with its span."""

    evidence: Evidence
    span: Span
    counts: float = 0.0
    """What it counted on the scales, in log-odds."""


@dataclass(frozen=True, slots=True)
class PageReport:
    """One page that was read: what was concluded, and what the rules found."""

    path: str
    attribution: Attribution
    evidence: tuple[Located, ...] = ()
    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    headline: str = ""
    """Of a page with findings, to know it again under another path."""

    @property
    def complete(self) -> bool:
        """The page owes nothing, nor did before something was suppressed."""
        return not any(finding.owed for finding in (*self.findings, *(item.finding for item in self.suppressed)))

    @property
    def excused(self) -> bool:
        """All that the page owes is suppressed."""
        return not self.complete and not any(finding.owed for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Problem:
    """A page that could not be read, or not to its end. Such a page is never silently clean."""

    path: str
    message: str
    """What is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """What a report says of a rule that ran."""

    id: str
    severity: Severity
    """The rule's own; a finding may weigh more or less."""
    summary: str
    """One line, without a full stop."""
    description: str
    """What it looks for, in plain words."""
    documentation: str
    """All that there is to say of it, as Markdown."""


@dataclass(frozen=True, slots=True)
class StaleEntry:
    """An entry of a baseline that allows more findings of a rule on a page than there are."""

    path: str
    rule: str
    allowed: int
    found: int


@dataclass(frozen=True, slots=True)
class BaselineState:
    """How a baseline fits the pages of a run."""

    path: str
    """Of the baseline's file, as it is shown."""
    stale: tuple[StaleEntry, ...] = ()
    """Sorted by path and rule; only of pages that were read, or are gone."""
    renamed: tuple[tuple[str, str], ...] = ()
    """Old and new paths of pages that stand in the baseline by their old one; sorted."""


@dataclass(frozen=True, slots=True)
class Report:
    """All that one run found; pages and problems are sorted by path."""

    pages: tuple[PageReport, ...] = ()
    """Those of which there is something to tell."""
    problems: tuple[Problem, ...] = ()
    seconds: float = 0.0
    silent: int = 0
    """Number of all other pages that were read: the site's own work, of which `check` has nothing to tell."""
    unchecked: int = 0
    """Number of pages that nothing is known of, because the run was interrupted."""
    beside: tuple[Finding, ...] = ()
    """Findings that stand on no page, but in a configuration file."""
    rules: tuple[RuleInfo, ...] = ()
    """The rules there are, sorted by id; `inventory`, which judges nothing, has none."""
    baseline: BaselineState | None = None
    """None where no baseline was used."""
    findings: tuple[Finding, ...] = field(init=False)
    suppressed: tuple[Suppressed, ...] = field(init=False)

    def __post_init__(self) -> None:
        found = [finding for page in self.pages for finding in page.findings]
        object.__setattr__(self, "findings", tuple(sorted([*found, *self.beside], key=_position)))
        suppressed = sorted(
            (item for page in self.pages for item in page.suppressed), key=lambda item: _position(item.finding)
        )
        object.__setattr__(self, "suppressed", tuple(suppressed))

    @property
    def read(self) -> int:
        """Number of pages that were read to their end."""
        return len(self.pages) + self.silent

    def count(self, status: Status) -> int:
        """Number of pages with that status."""
        told = sum(page.attribution.status is status for page in self.pages)
        return told + self.silent if status is Status.OWN else told

    def count_findings(self, severity: Severity) -> int:
        """Number of findings of that severity."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def complete(self) -> int:
        """Number of republished pages and excerpts that owe nothing more."""
        return sum(page.complete for page in self.pages if page.attribution.status is not Status.OWN)

    @property
    def excused(self) -> int:
        """Number of republished pages and excerpts of which all that they owe is suppressed."""
        return sum(page.excused for page in self.pages if page.attribution.status is not Status.OWN)


def _position(finding: Finding) -> tuple[str, int, int, str]:
    return finding.path, finding.primary.span.line, finding.primary.span.column, finding.rule
