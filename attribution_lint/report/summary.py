"""What a run adds up to, in numbers and in one line."""

from __future__ import annotations

from dataclasses import dataclass

from attribution_lint.model import Report, Severity, Status

OWED = {"original-url": "link", "source-outlet": "outlet", "copyright-disclaimer": "disclaimer"}
"""The rules of the three things that a republished page owes, and what a missing one is called."""
DANGLING = "dangling-credit"
UNCREDITED = "any-credit"


@dataclass(frozen=True, slots=True)
class Summary:
    """The numbers of one run, for people; notes count neither as missing items nor against a page."""

    pages: int
    own: int
    republished: int
    excerpts: int
    complete: int
    excused: int
    """Pages of which all that they owe is suppressed."""
    incomplete: int
    missing: tuple[tuple[str, int], ...]
    """Name of the owed thing, and how many pages lack it; none with 0."""
    uncredited: int
    """Pages that are declared somebody else's work and credit nobody."""
    dangling: int
    other: int
    """Findings, notes excepted, that none of the other numbers tells."""
    notes: int
    problems: int
    suppressed: int
    """Findings that do not count."""
    stale: int
    """Entries of a baseline that allow more findings than there are."""
    seconds: float
    unchecked: int = 0
    """Pages that an interrupted run did not come to."""

    @property
    def clean(self) -> bool:
        """Nothing is owed, and all is known."""
        return not (self.incomplete or self.dangling or self.other or self.problems or self.unchecked)


def summarise(report: Report) -> Summary:
    """Count what a report holds."""
    graver = [finding.rule for finding in report.findings if finding.severity is not Severity.NOTE]
    missing = tuple((name, graver.count(rule)) for rule, name in OWED.items() if rule in graver)
    attributed = report.count(Status.REPUBLISHED) + report.count(Status.EXCERPT)
    uncredited, dangling = graver.count(UNCREDITED), graver.count(DANGLING)
    return Summary(
        pages=report.read,
        own=report.count(Status.OWN),
        republished=report.count(Status.REPUBLISHED),
        excerpts=report.count(Status.EXCERPT),
        complete=report.complete,
        excused=report.excused,
        incomplete=attributed - report.complete - report.excused,
        missing=missing,
        uncredited=uncredited,
        dangling=dangling,
        other=len(graver) - uncredited - dangling - sum(count for _, count in missing),
        notes=report.count_findings(Severity.NOTE),
        problems=len(report.problems),
        suppressed=len(report.suppressed),
        stale=len(report.baseline.stale) if report.baseline else 0,
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
        excused = f"{summary.excused:,} excused, " if summary.excused else ""
        pages += f" → {summary.complete:,} complete, {excused}{summary.incomplete:,} incomplete"
    total = sum(count for _, count in summary.missing)
    kinds = ", ".join(counted(count, name) for name, count in summary.missing)
    stale = f"{summary.stale:,} stale {'entry' if summary.stale == 1 else 'entries'}"
    others = (
        (total, f"{counted(total, 'missing item')} ({kinds})"),
        (summary.uncredited, f"{counted(summary.uncredited, 'page')} without any credit"),
        (summary.dangling, counted(summary.dangling, "dangling label")),
        (summary.other, counted(summary.other, "other finding")),
        (summary.notes, counted(summary.notes, "note")),
        (summary.suppressed, f"{summary.suppressed:,} suppressed"),
        (summary.stale, f"baseline: {stale}"),
        (summary.problems, counted(summary.problems, "problem")),
        (summary.unchecked, f"interrupted: {counted(summary.unchecked, 'page')} not checked"),
    )
    return pages, *(words for number, words in others if number), f"{summary.seconds:.1f} s"


def nothing_owed(summary: Summary) -> str | None:
    """What must be said loudly when pages were read and none of them is a republication; otherwise None."""
    if not summary.pages or summary.republished or summary.excerpts or summary.unchecked:
        return None
    among = "The only page is" if summary.pages == 1 else f"All {summary.pages:,} pages are"
    return (
        f"NO REPUBLISHED PAGE FOUND. {among} the site's own work as far as can be seen, so nothing was owed. "
        'If that is wrong, declare the pages in attribution-lint.toml: republished = ["press/**"]'
    )
