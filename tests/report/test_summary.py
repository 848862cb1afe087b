"""The summary counts right and speaks grammatically."""

from __future__ import annotations

from attribution_lint.model import Problem, Report, Severity, Status
from attribution_lint.report.summary import counted, nothing_owed, summarise, summary_parts

from .builders import everything, finding, page, suppress


def line(report: Report) -> str:
    """The summary line of a report."""
    return " · ".join(summary_parts(summarise(report)))


def test_whole_line() -> None:
    """All kinds of missing items, in the plural where there are several."""
    report = Report(
        (
            page(path="a.html"),
            page(finding("original-url"), finding("source-outlet"), path="b.html"),
            page(finding("original-url"), path="c.html"),
            page(path="d.html", status=Status.OWN),
        ),
        seconds=0.61,
    )
    assert line(report) == (
        "4 pages: 1 own, 3 republished → 1 complete, 2 incomplete · 3 missing items (2 links, 1 outlet) · 0.6 s"
    )


def test_singular() -> None:
    """One of each is written in the singular."""
    report = Report((page(finding("copyright-disclaimer")),), (Problem("x", "y"),), 1)
    assert line(report) == (
        "1 page: 0 own, 1 republished → 0 complete, 1 incomplete · 1 missing item (1 disclaimer) · 1 problem · 1.0 s"
    )


def test_other_findings_are_named() -> None:
    """Dangling labels, findings of other rules, notes and excerpts are mentioned when there are any."""
    report = Report(
        (
            page(finding("dangling-credit"), finding("some-rule"), status=Status.EXCERPT),
            page(finding("original-url", severity=Severity.NOTE)),
        ),
    )
    assert line(report) == (
        "2 pages: 0 own, 1 republished, 1 excerpt → 1 complete, 1 incomplete"
        " · 1 dangling label · 1 other finding · 1 note · 0.0 s"
    )


def test_notes_are_not_missing_items() -> None:
    """A page with notes only is complete."""
    summary = summarise(Report((page(finding("original-url", severity=Severity.NOTE)),)))
    assert (summary.complete, summary.incomplete, summary.missing, summary.notes) == (1, 0, (), 1)


def test_own_pages_only() -> None:
    """No page is called complete or incomplete where none owes anything, and that is said loudly."""
    report = Report((page(status=Status.OWN), page(status=Status.OWN)))
    assert line(report) == "2 pages: 2 own, 0 republished · 0.0 s"
    assert "NO REPUBLISHED PAGE FOUND. All 2 pages are" in (nothing_owed(summarise(report)) or "")


def test_loud_only_without_republications() -> None:
    """Nothing loud is said where there is an excerpt, or nothing at all."""
    assert nothing_owed(summarise(Report((page(status=Status.EXCERPT),)))) is None
    assert nothing_owed(summarise(Report())) is None


def test_silent_pages_count() -> None:
    """Own pages that were only counted are pages as well."""
    report = Report((page(),), silent=2)
    assert line(report).startswith("3 pages: 2 own, 1 republished → 1 complete, 0 incomplete")
    assert "All 2 pages are" in (nothing_owed(summarise(Report(silent=2))) or "")


def test_interrupted() -> None:
    """What an interrupted run did not come to is told, and nothing is said of the site as a whole."""
    report = Report(silent=2, unchecked=1)
    assert line(report) == "2 pages: 2 own, 0 republished · interrupted: 1 page not checked · 0.0 s"
    assert nothing_owed(summarise(report)) is None


def test_thousands() -> None:
    """Large numbers are grouped."""
    assert counted(12345, "page") == "12,345 pages"


def test_suppressed_and_excused() -> None:
    """An excused page is neither complete nor incomplete; a baseline that allows too much is mentioned."""
    assert line(everything()) == (
        "7 pages: 4 own, 3 republished → 1 complete, 1 excused, 1 incomplete · 1 missing item (1 link)"
        " · 1 other finding · 1 note · 2 suppressed · baseline: 1 stale entry · 1 problem · 0.1 s"
    )


def test_excused_is_clean() -> None:
    """A run is clean when all that is missing is suppressed, and not when a page is not known."""
    excused = page(suppressed=(suppress(finding()),))
    assert summarise(Report((excused, page()))).clean
    assert not summarise(Report((excused,), (Problem("x", "y"),))).clean
    assert not summarise(Report((page(),), beside=(finding("x"),))).clean
    assert summarise(Report((page(finding(severity=Severity.NOTE)),))).clean
