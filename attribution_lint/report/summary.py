"""What a run adds up to, in numbers and in one line."""

from __future__ import annotations

from dataclasses import dataclass

from attribution_lint.model import Report, Severity, Status

OWED = {"original-url": "link", "source-outlet": "outlet", "copyright-disclaimer": "disclaimer"}
"""The rules of the three things that a republished page owes, and what a missing one is called."""
DANGLING = "dangling-credit"


@dataclass(frozen=True, slots=True)
class Summary:
    """The numbers of one run, for people; notes count neither as missing items nor against a page."""

    pages: int
    own: int
    republished: int
    excerpts: int
    complete: int
    incomplete: int
    missing: tuple[tuple[str, int], ...]
    """Name of the owed thing, and how many pages lack it; none with 0."""
    dangling: int
    other: int
    """Findings, notes excepted, that are neither missing items nor dangling labels."""
    notes: int
    problems: int
    seconds: float
    unchecked: int = 0
    """Pages that an interrupted run did not come to."""


def summarise(report: Report) -> Summary:
    """Count what a report holds."""
    graver = [finding.rule for finding in report.findings if finding.severity is not Severity.NOTE]
    missing = tuple((name, graver.count(rule)) for rule, name in OWED.items() if rule in graver)
    attributed = report.count(Status.REPUBLISHED) + report.count(Status.EXCERPT)
    dangling = graver.count(DANGLING)
    return Summary(
        pages=report.read,
        own=report.count(Status.OWN),
        republished=report.count(Status.REPUBLISHED),
        excerpts=report.count(Status.EXCERPT),
        complete=report.complete,
        incomplete=attributed - report.complete,
        missing=missing,
        dangling=dangling,
        other=len(graver) - dangling - sum(count for _, count in missing),
        notes=report.count_findings(Severity.NOTE),
        problems=len(report.problems),
        seconds=round(report.seconds, 1),
        unchecked=report.unchecked,
    )


def counted(number: int, noun: str) -> str:
    """Number and noun, in the plural where it is due: `1 page`, `1,204 pages`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def summary_parts(summary: Summary) -> tuple[str, ...]:
    """The summary line in its parts, to be joined by ` · `; the time comes last."""
    pages = f"{counted(summary.pages, 'page')}: {summary.own:,} own, {summary.republished:,} republished"
    if summary.excerpts:
        pages += f", {counted(summary.excerpts, 'excerpt')}"
    if summary.republished or summary.excerpts:
        pages += f" → {summary.complete:,} complete, {summary.incomplete:,} incomplete"
    parts = [pages]
    if summary.missing:
        total = sum(count for _, count in summary.missing)
        kinds = ", ".join(counted(count, name) for name, count in summary.missing)
        parts.append(f"{counted(total, 'missing item')} ({kinds})")
    if summary.dangling:
        parts.append(counted(summary.dangling, "dangling label"))
    if summary.other:
        parts.append(counted(summary.other, "other finding"))
    if summary.notes:
        parts.append(counted(summary.notes, "note"))
    if summary.problems:
        parts.append(counted(summary.problems, "problem"))
    if summary.unchecked:
        parts.append(f"interrupted: {counted(summary.unchecked, 'page')} not checked")
    parts.append(f"{summary.seconds:.1f} s")
    return tuple(parts)


def nothing_owed(summary: Summary) -> str | None:
    """What must be said loudly when pages were read and none of them is a republication; otherwise None."""
    if not summary.pages or summary.republished or summary.excerpts or summary.unchecked:
        return None
    among = "The only page is" if summary.pages == 1 else f"All {summary.pages:,} pages are"
    return (
        f"NO REPUBLISHED PAGE FOUND. {among} the site's own work as far as can be seen, so nothing was owed. "
        'If that is wrong, declare the pages in attribution-lint.toml: republished = ["press/**"]'
    )
