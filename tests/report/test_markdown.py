"""The report for job summaries and pull requests."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

from attribution_lint.model import BaselineState, Problem, Report, Severity, StaleEntry, Status
from attribution_lint.report.markdown import MOST_CHARACTERS, render
from attribution_lint.report.style import Style

from .builders import everything, finding, page, sample, suppress

OURS = {"<details>", "</details>", "<summary>", "</summary>", "<b>", "</b>"}


def html(text: str) -> str:
    """What a reader sees, raw HTML passed through."""
    return str(MarkdownIt("commonmark", {"html": True}).enable("table").render(text))


def raw_tags(text: str) -> set[str]:
    """The raw HTML in a text."""
    found: set[str] = set()
    for token in MarkdownIt("commonmark", {"html": True}).enable("table").parse(text):
        for part in (token, *(token.children or ())):
            if part.type in {"html_block", "html_inline"}:
                found |= set(re.findall(r"<[^>]*>", part.content))
    return found


def headline(report: Report) -> str:
    """The first line of a report."""
    return render(report, Style()).splitlines()[0]


def test_headlines() -> None:
    """The verdict comes first, in words that are true."""
    assert headline(sample()) == "## ❌ 1 of 2 republished pages is incomplete"
    assert headline(Report((page(), page()))) == "## ✅ 2 of 2 republished pages complete"
    excused = page(suppressed=(suppress(finding()),))
    assert headline(Report((page(), excused))) == "## ✅ 1 of 2 republished pages complete, 1 excused"
    assert headline(Report((page(),), (Problem("z", "x"),))) == "## ❌ 1 page not checked"
    assert headline(Report((page(),), unchecked=2)) == "## ❌ 2 pages not checked"
    assert headline(Report((page(status=Status.OWN),))) == "## ⚠️ No republished page found"
    assert headline(Report()) == "## ⚠️ Nothing was checked"
    assert headline(Report((page(),), beside=(finding("x"),))) == "## ❌ 1 finding"


def test_table() -> None:
    """A row for each finding, with place, rule, words and help."""
    text = render(sample(), Style())
    assert (
        "| `b.html:3:4` | ❌ error | `original-url` | no link to the original article | Link to the original |" in text
    )
    assert html(text).count("<tr>") == 2 + 2


def test_everything_is_told() -> None:
    """Problems, findings beside the pages, the baseline and what is suppressed have their tables."""
    text = render(everything(), Style())
    for words in (
        "### 1 problem: not checked, or not to the end",
        "### 3 findings: what is missing, and what to do",
        "`lint.toml:3:4` | ⚠️ warning | `old-override`",
        "### 1 stale baseline entry: run `attribution-lint baseline --prune`",
        "| `old.html` | `new.html` |",
        "### 2 suppressed findings: they do not count",
        "suppressed by a comment: they agreed",
    ):
        assert words in text
    assert raw_tags(text) == set()


def test_clean_report_is_short() -> None:
    """Where nothing is to be done there is the verdict and the numbers, and no more."""
    text = render(Report((page(),)), Style())
    assert "###" not in text
    assert len(text.splitlines()) == 5


def test_long_tables_are_folded() -> None:
    """Many rows stand folded, few stand open."""
    many = render(Report((page(*[finding()] * 21),)), Style())
    assert raw_tags(many) == OURS
    assert "<summary><b>21 findings: what is missing, and what to do</b></summary>" in many
    assert html(many).count("<tr>") == 2 + 22
    assert raw_tags(render(Report((page(*[finding()] * 20),)), Style())) == set()


def test_fits_a_comment() -> None:
    """However much there is, it fits, and says what is missing; each part has its share."""
    entries = tuple(StaleEntry(f"{number}.html", "x", 2, 1) for number in range(5000))
    report = Report(
        (page(*[finding(message="m" * 900)] * 3000, suppressed=(suppress(finding()),) * 3000),),
        tuple(Problem(f"{number}.html", "p" * 900) for number in range(3000)),
        baseline=BaselineState("baseline.json", entries),
    )
    text = render(report, Style())
    assert len(text) <= MOST_CHARACTERS
    assert text.count("more are left out here") == 4
    assert html(text).count("<details>") == 4
    shown = [int(number.replace(",", "")) for number in re.findall(r"\*([\d,]+) more are left out", text)]
    assert shown[1] == 3000 - text.count("| ❌ error |")


def test_nothing_is_left_out_unsaid() -> None:
    """A report that fits is whole, and does not speak of being cut."""
    text = render(Report((page(*[finding()] * 300),)), Style())
    assert text.count("❌ error") == 300
    assert "left out" not in text


def test_pages_cannot_speak() -> None:
    """Markup, mentions and addresses from a page are seen as they are written, and do nothing."""
    evil = "a|b `x` <img src=x onerror=y> </details> @team #12 https://evil.example **b** \n\n# h"
    text = render(Report((page(finding(evil, path=evil, message=evil, help_text=evil)),)), Style())
    assert raw_tags(text) == set()
    shown = html(text)
    assert "<a " not in shown
    assert "<img" not in shown
    assert "<strong>" not in shown
    assert shown.count("<tr>") == 2 + 2
    assert "&lt;img" in shown


def test_severities_are_told() -> None:
    """Each severity has its sign and its name."""
    text = render(Report((page(*(finding(severity=severity) for severity in Severity)),)), Style())
    for sign in ("❌ error", "⚠️ warning", "ℹ️ note"):
        assert f"| {sign} |" in text
