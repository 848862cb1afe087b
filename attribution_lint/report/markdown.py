"""`check --output-format markdown`: for the job summary of GitHub Actions, and as a comment on a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from attribution_lint.model import BaselineState, Finding, Report, Severity, Suppressed
from attribution_lint.report.cells import shorten
from attribution_lint.report.markup import code, prose
from attribution_lint.report.remarks import REFRESH, stale, why
from attribution_lint.report.style import Style
from attribution_lint.report.summary import Summary, counted, nothing_owed, summarise
from attribution_lint.report.visible import inert

MOST_CHARACTERS = 60_000
"""GitHub refuses a comment of more than 65,536; whoever posts one may want to add a word."""
_OPEN_ROWS = 20
"""Rows that stand open; longer tables are folded."""
_LONGEST_CELL = 500
_RESERVE = 400
"""Characters kept for each part that is still to come: at least its title and how much of it was left out."""
_SIGNS = {Severity.ERROR: "❌ error", Severity.WARNING: "⚠️ warning", Severity.NOTE: "\N{INFORMATION SOURCE}️ note"}


@dataclass(frozen=True, slots=True)
class _Part:
    """A table with its title; its rows are made as far as there is room for them."""

    noun: str
    words: str
    columns: tuple[str, ...]
    count: int
    rows: Iterator[tuple[str, ...]]


def render(report: Report, style: Style) -> str:
    """Write a verdict, the numbers, and tables of what there is to do, as much as a comment holds.

    Nothing of a page is markup, a link or a mention here, whatever it says.
    """
    summary = summarise(report)
    blocks = [f"## {_verdict(report, summary)}", _numbers(report, summary)]
    if loud := nothing_owed(summary):
        blocks.insert(1, prose(loud))
    parts = [part for part in _parts(report) if part.count]
    for place, part in enumerate(parts):
        used = sum(len(block) + 2 for block in blocks)
        blocks.append(_table(part, MOST_CHARACTERS - used - _RESERVE * (len(parts) - place)))
    # What GitHub's runner would execute can only stand in code here, where spelling a character is no markup.
    return "".join(f"{inert(line)}\n" for line in "\n\n".join(blocks).split("\n"))


def _verdict(report: Report, summary: Summary) -> str:
    owing = summary.republished + summary.excerpts
    pages = counted(owing, "republished page")
    if summary.incomplete:
        return f"❌ {summary.incomplete:,} of {pages} {'is' if summary.incomplete == 1 else 'are'} incomplete"
    if summary.problems or summary.unchecked:
        return f"❌ {counted(summary.problems + summary.unchecked, 'page')} not checked"
    if summary.other or summary.dangling:
        sign = "❌" if report.count_findings(Severity.ERROR) else "⚠️"
        return f"{sign} {counted(summary.other + summary.dangling, 'finding')}"
    if not owing:
        return "⚠️ No republished page found" if summary.pages else "⚠️ Nothing was checked"
    excused = f", {summary.excused:,} excused" if summary.excused else ""
    return f"✅ {summary.complete:,} of {pages} complete{excused}"


def _numbers(report: Report, summary: Summary) -> str:
    numbers = {
        "pages": summary.pages,
        "own": summary.own,
        "republished": summary.republished,
        "excerpts": summary.excerpts,
        "complete": summary.complete,
        "excused": summary.excused,
        "incomplete": summary.incomplete,
        "errors": report.count_findings(Severity.ERROR),
        "warnings": report.count_findings(Severity.WARNING),
        "notes": summary.notes,
        "suppressed": summary.suppressed,
        "problems": summary.problems,
    }
    if summary.unchecked:
        numbers["not checked"] = summary.unchecked
    columns = tuple(numbers)
    return "\n".join([_row(columns), _row(["--:"] * len(columns)), _row(f"{number:,}" for number in numbers.values())])


def _parts(report: Report) -> list[_Part]:
    baseline = report.baseline or BaselineState("")
    return [
        _Part(
            "problem",
            "not checked, or not to the end",
            ("page", "what is wrong"),
            len(report.problems),
            ((code(item.path), _prose(item.message)) for item in report.problems),
        ),
        _Part(
            "finding",
            "what is missing, and what to do",
            ("place", "", "rule", "finding", "what to do"),
            len(report.findings),
            (_finding(item) for item in report.findings),
        ),
        _Part(
            "stale baseline entry",
            REFRESH,
            ("page", "the baseline"),
            len(baseline.stale),
            ((code(item.path), _prose(stale(item))) for item in baseline.stale),
        ),
        _Part(
            "renamed page",
            "they stand in the baseline by their old paths",
            ("from", "to"),
            len(baseline.renamed),
            ((code(old), code(new)) for old, new in baseline.renamed),
        ),
        _Part(
            "suppressed finding",
            "they do not count",
            ("place", "rule", "finding", "why"),
            len(report.suppressed),
            (_suppressed(item) for item in report.suppressed),
        ),
    ]


def _finding(finding: Finding) -> tuple[str, ...]:
    sign = _SIGNS[finding.severity]
    return _place(finding), sign, code(finding.rule), _prose(finding.message), _prose(finding.help)


def _suppressed(item: Suppressed) -> tuple[str, ...]:
    return _place(item.finding), code(item.finding.rule), _prose(item.finding.message), _prose(why(item))


def _place(finding: Finding) -> str:
    return code(f"{shorten(finding.path, _LONGEST_CELL)}:{finding.primary.span.line}:{finding.primary.span.column}")


def _prose(text: str) -> str:
    return prose(shorten(text, _LONGEST_CELL))


def _table(part: _Part, room: int) -> str:
    """A table in so many characters; what is left out is counted."""
    title = f"{_plural(part.noun, part.count)}: {part.words}"
    lines = [_row(part.columns), _row(["---"] * len(part.columns))]
    room -= len(title) + sum(len(line) + 1 for line in lines)
    for shown, cells in enumerate(part.rows):
        row = _row(cells)
        room -= len(row) + 1
        if room < 0:
            left = f"*{part.count - shown:,} more are left out here: a comment holds no more. "
            lines += ["", f"{left}All are in the formats full and json.*"]
            break
        lines.append(row)
    table = "\n".join(lines)
    if part.count <= _OPEN_ROWS:
        return f"### {title}\n\n{table}"
    return f"<details>\n<summary><b>{title}</b></summary>\n\n{table}\n\n</details>"


def _plural(noun: str, number: int) -> str:
    several = f"{noun[:-1]}ies" if noun.endswith("entry") else f"{noun}s"
    return f"{number:,} {noun if number == 1 else several}"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
