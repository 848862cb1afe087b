"""Annotations of GitHub Actions, read back as the runner reads them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution_lint.model import Excerpt, Label, Report, Severity, Span, Status
from attribution_lint.report.github import MOST_SHOWN, render
from attribution_lint.report.style import Style
from attribution_lint.report.visible import visible

from .builders import everything, finding, page
from .runner import Command, could_be_command, parse

NAMES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def commands(report: Report) -> list[Command]:
    """All lines of a report, each of which is a command."""
    found = [parse(line) for line in render(report, Style()).splitlines()]
    assert None not in found
    return [command for command in found if command]


def test_annotation() -> None:
    """Severity, place, title and words."""
    (command,) = commands(Report((page(finding()),)))
    assert command == Command(
        "error",
        {"title": "original-url", "file": "posts/a.html", "line": "3", "col": "4", "endLine": "3", "endColumn": "19"},
        "no link to the original article\nLink to the original",
    )


@pytest.mark.parametrize("severity", Severity)
def test_severities(severity: Severity) -> None:
    """Each severity has its command."""
    assert [command.name for command in commands(Report((page(finding(severity=severity)),)))] == [NAMES[severity]]


@given(st.text(min_size=1), st.text(), st.text(min_size=1))
def test_reads_back(path: str, message: str, rule: str) -> None:
    """Whatever stands in it, the runner takes each property for what it was, made visible."""
    (command,) = commands(Report((page(finding(rule, path=path, message=message, help_text="")),)))
    shown = visible(path)
    assert command.properties["file"] == (f"./{shown}" if shown.startswith("=") else shown)
    title = visible(rule)
    assert command.properties["title"] == (f"\\x3d{title[1:]}" if title.startswith("=") else title)
    assert command.properties["endColumn"] == "19"
    assert command.data == visible(message)


def test_exact_escapes() -> None:
    """The bytes are those that the runner's toolkit writes."""
    text = render(Report((page(finding(path="a,b:c%.html", message="50%, 5:1", help_text="do")),)), Style())
    assert "file=a%2Cb%3Ac%25.html," in text
    assert text.endswith("::50%25, 5:1%0Ado\n")


def test_ordinary_text_is_not_escaped() -> None:
    """Letters, slashes and brackets stand as they are."""
    text = render(Report((page(finding(path="新闻/[id].html", message="“x” é [y]")),)), Style())
    assert "file=新闻/[id].html," in text
    assert "::“x” é [y]%0A" in text


def test_a_span_over_lines_has_no_end() -> None:
    """GitHub wants columns only where start and end are on one line."""
    primary = Label(Span(3, 4, 5, 2), "", Excerpt(3, 1, "x"))
    (command,) = commands(Report((page(finding(primary=primary)),)))
    assert command.properties["line"] == "3"
    assert "endLine" not in command.properties


def test_problems_are_errors() -> None:
    """A page that could not be read is an error on that page."""
    command = commands(everything())[0]
    assert (command.name, command.properties["file"]) == ("error", "z.html")
    assert command.data.startswith("not checked: is 60 MB")


def test_no_more_than_are_shown() -> None:
    """Ten of each, and the last line says how many there are besides; with it there are ten notices."""
    findings = [
        finding(severity=severity, path=f"{number:02}.html")
        for severity in Severity
        for number in range(MOST_SHOWN + 3)
    ]
    found = commands(Report((page(*findings),)))
    names = [command.name for command in found]
    assert (names.count("error"), names.count("warning"), names.count("notice")) == (10, 10, 10)
    assert found[-1].data.startswith("3 errors, 3 warnings, 4 notices more: GitHub shows 10 of each.")


def test_all_that_are_shown() -> None:
    """Ten of each and no more: nothing is said to be left out."""
    findings = [finding(severity=severity) for severity in Severity for _ in range(MOST_SHOWN)]
    found = commands(Report((page(*findings),)))
    assert len(found) == 3 * MOST_SHOWN
    assert "more" not in found[-1].data


def test_nothing_is_said_of_a_clean_run() -> None:
    """No finding, no annotation; nor for what is suppressed."""
    assert render(Report((page(),)), Style()) == ""
    assert "dangling-credit" not in render(everything(), Style())


def test_no_republished_page_is_said() -> None:
    """A run that found nothing to check says so."""
    (command,) = commands(Report((page(status=Status.OWN),)))
    assert command.name == "notice"
    assert "NO REPUBLISHED PAGE FOUND" in command.data


def test_interrupted() -> None:
    """What an interrupted run did not come to is a warning."""
    assert commands(Report((page(),), unchecked=2))[0].data == "the run was interrupted: 2 pages not checked"


def test_stale_baseline() -> None:
    """A baseline that allows too much is mentioned once."""
    assert [command.data for command in commands(everything()) if "baseline" in command.data] == [
        "the baseline baseline.json: 1 entry of it allows more findings than there are"
    ]


def test_the_reader_reads() -> None:
    """The reader in these tests knows a command when it sees one, and nothing else."""
    assert parse("  ::error file=a%2Cb,line=3::x%0Ay") == Command("error", {"file": "a,b", "line": "3"}, "x\ny")
    assert parse("::unknown::x") is None
    assert parse("error ::error::x") is None
    assert parse("::error") is None
    assert could_be_command("\u3000::x")
    assert could_be_command("a ##[x")
    assert not could_be_command("a ::error::")
