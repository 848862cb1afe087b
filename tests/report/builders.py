"""Reports made by hand, for the tests of the reporters."""

from __future__ import annotations

from attribution_lint.model import (
    NOWHERE,
    Attribution,
    Evidence,
    EvidenceKind,
    Excerpt,
    Fact,
    Finding,
    Label,
    LinkQuality,
    Located,
    PageReport,
    Region,
    Report,
    Severity,
    Span,
    Status,
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
) -> Finding:
    """A finding with defaults for all that a test does not care about."""
    primary = primary or label("<p>Source: Reuters</p>", "Source: Reuters", "the credit")
    return Finding(path, rule, severity, message, help_text, primary, because, snippet, backing, "f00d")


def page(
    *findings: Finding,
    path: str = "posts/a.html",
    status: Status = Status.REPUBLISHED,
    attribution: Attribution | None = None,
) -> PageReport:
    """A page with a complete attribution, unless another is given."""
    if attribution is None:
        attribution = OWN if status is Status.OWN else complete(status)
    located = tuple(Located(item, Span(1, 1, 1, 2)) for item in attribution.evidence)
    return PageReport(path, attribution, located, findings)


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
