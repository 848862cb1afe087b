"""One line a finding."""

from __future__ import annotations

from attribution_lint.model import Problem, Report
from attribution_lint.report.concise import render
from attribution_lint.report.style import Detail, Style

from .builders import everything, finding, page, sample, suppress


def test_lines() -> None:
    """Findings, problems and the summary, a line each."""
    report = Report(sample().pages, (Problem("z.html", "cannot be read"),), 0.123)
    assert render(report, Style()) == (
        "b.html:3:4: error original-url no link to the original article\n"
        "z.html: problem cannot be read\n"
        "3 pages: 1 own, 2 republished → 1 complete, 1 incomplete · 1 missing item (1 link) · 1 problem · 0.1 s\n"
    )


def test_one_line_whatever_the_name() -> None:
    """A line feed in a file name or a message does not break the line."""
    report = Report((page(finding(path="a\nb", message="x\r\n\x1by")),))
    text = render(report, Style(detail=Detail.QUIET))
    assert text == "a\\nb:3:4: error original-url x\\r\\n\\x1by\n"


def test_ascii() -> None:
    """Without Unicode even the summary is ASCII."""
    assert render(sample(), Style(unicode=False)).splitlines()[-1].startswith("3 pages: 1 own, 2 republished -> 1 ")


def test_everything() -> None:
    """What stands in a configuration file, problems and the baseline have lines; what is suppressed is counted."""
    summary = (
        "7 pages: 4 own, 3 republished → 1 complete, 1 excused, 1 incomplete · 1 missing item (1 link)"
        " · 1 other finding · 1 note · 2 suppressed · baseline: 1 stale entry · 1 problem · 0.1 s"
    )
    assert render(everything(), Style()).splitlines() == [
        "b.html:3:4: error original-url no link to the original article",
        "b.html:3:4: note source-outlet no link to the original article",
        "lint.toml:3:4: warning old-override no link to the original article",
        "z.html: problem is 60 MB, over the limit of 50 MB",
        "baseline.json: baseline c.html: stale, allows 3 findings of original-url, and only 1 is left",
        "baseline.json: baseline old.html: now new.html",
        summary,
    ]


def test_verbose() -> None:
    """In detail the complete and the excused pages are named, and what is suppressed."""
    lines = render(everything(), Style(detail=Detail.VERBOSE)).splitlines()
    assert "a.html: complete republished from Reuters" in lines
    assert "c.html: excused republished from Reuters, 1 finding suppressed" in lines
    assert (
        "b.html:3:4: suppressed dangling-credit no link to the original article (suppressed by a comment: they agreed)"
        in lines
    )
    assert not any(
        "complete" in line or "suppressed d" in line for line in render(everything(), Style()).splitlines()[:-1]
    )


def test_no_line_is_a_command() -> None:
    """A file name that GitHub's runner would execute is spelt out."""
    report = Report((page(finding(path="::error::x", message="##[group]"), suppressed=(suppress(finding()),)),))
    assert render(report, Style(detail=Detail.QUIET)) == ("\\x3a:error::x:3:4: error original-url ##\\x5bgroup]\n")
