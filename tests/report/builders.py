"""Reports made by hand, for the tests of the reporters."""

from __future__ import annotations

from attribution_lint.model import (
    NOWHERE,
    Attribution,
    BaselineState,
    Evidence,
    EvidenceKind,
    Excerpt,
    Fact,
    Finding,
    Label,
    LinkQuality,
    Located,
    PageReport,
    Problem,
    Region,
    Report,
    RuleInfo,
    Severity,
    Span,
    StaleEntry,
    Status,
    Suppressed,
    SuppressedBy,
)


def evidence(text: str, kind: EvidenceKind = EvidenceKind.CREDIT) -> Evidence:
    """A fact that stands nowhere in particular."""
    return Evidence(kind, text, Region.ARTICLE, NOWHERE)


def fact(value: str) -> Fact:
    """A value with evidence of the same words."""
    return Fact(value, evidence(value))


def label(source: str, marked: str, remark: str = "", *, line: int = 3, column: int = 1) -> Label:
    """A label on `marked`, which stands in the source line `source`, whose first character is at `column`."""
    start = column + source.index(marked)
    return Label(Span(line, start, line, start + len(marked)), remark, Excerpt(line, column, source))


def finding(  # noqa: PLR0913 - whatever a test does care about
    rule: str = "original-url",
    *,
    path: str = "posts/a.html",
    severity: Severity = Severity.ERROR,
    message: str = "no link to the original article",
    primary: Label | None = None,
    because: Label | None = None,
    snippet: str | None = None,
    help_text: str = "Link to the original",
    backing: tuple[str, ...] = (),
    fingerprint: str = "f00d",
) -> Finding:
    """A finding with defaults for all that a test does not care about."""
    primary = primary or label("<p>Source: Reuters</p>", "Source: Reuters", "the credit")
    return Finding(path, rule, severity, message, help_text, primary, because, snippet, backing, fingerprint)


def page(
    *findings: Finding,
    path: str = "posts/a.html",
    status: Status = Status.REPUBLISHED,
    attribution: Attribution | None = None,
    suppressed: tuple[Suppressed, ...] = (),
) -> PageReport:
    """A page with a complete attribution, unless another is given."""
    if attribution is None:
        attribution = OWN if status is Status.OWN else complete(status)
    located = tuple(Located(item, Span(1, 1, 1, 2)) for item in attribution.evidence)
    return PageReport(path, attribution, located, findings, suppressed)


def complete(status: Status = Status.REPUBLISHED) -> Attribution:
    """An attribution that owes nothing."""
    return Attribution(
        status,
        0.987,
        ("credit sentence: Source: Reuters",),
        original_url=fact("https://www.reuters.com/article/1"),
        original_url_in=("anchor", "canonical"),
        link=LinkQuality.ARTICLE,
        outlet=fact("Reuters"),
        author=fact("Jane Doe"),
        disclaimer=fact("© 2024 Reuters"),
        evidence=(evidence("Source: Reuters"),),
    )


OWN = Attribution(Status.OWN, 0.9)


def sample() -> Report:
    """A complete page, an incomplete one and one of the site's own."""
    return Report(
        (page(path="a.html"), page(finding(path="b.html"), path="b.html"), page(path="c.html", status=Status.OWN)),
        seconds=0.123,
    )


def suppress(
    found: Finding, by: SuppressedBy = SuppressedBy.COMMENT, reason: str = "they agreed", where: str = ""
) -> Suppressed:
    """The same finding, suppressed."""
    return Suppressed(found, by, reason, where)


RULE = RuleInfo(
    "original-url",
    Severity.ERROR,
    "A link to the original article",
    "Looks for a link to the original.",
    "# original-url\n\nA link to the original article.\n",
)


def everything() -> Report:
    """A report with something of all that there is."""
    where = label("<p>Source: Reuters</p>", "Reuters", "why the page counts as a republication", line=9)
    note = finding("source-outlet", path="b.html", severity=Severity.NOTE, fingerprint="2")
    excused = suppress(finding(path="c.html", fingerprint="4"), SuppressedBy.BASELINE, "")
    by_comment = suppress(finding("dangling-credit", path="b.html", fingerprint="5"))
    return Report(
        (
            page(path="a.html"),
            page(
                finding(path="b.html", because=where, backing=("CC BY 4.0",), fingerprint="1"),
                note,
                path="b.html",
                suppressed=(by_comment,),
            ),
            page(path="c.html", suppressed=(excused,)),
        ),
        (Problem("z.html", "is 60 MB, over the limit of 50 MB"),),
        0.123,
        silent=4,
        beside=(finding("old-override", path="lint.toml", severity=Severity.WARNING, fingerprint="3"),),
        rules=(RULE,),
        baseline=BaselineState(
            "baseline.json", (StaleEntry("c.html", "original-url", 3, 1),), (("old.html", "new.html"),)
        ),
    )
