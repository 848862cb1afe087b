"""The XML of JUnit."""

from __future__ import annotations

import pytest
from lxml import etree

from attribution_lint.model import Problem, Report, Severity, Status
from attribution_lint.report.junit import render
from attribution_lint.report.style import Style

from .builders import everything, finding, page, sample, suppress
from .schemas import check_junit


def suites(report: Report) -> etree._Element:
    """The root of a report that holds to the schema of Jenkins."""
    return check_junit(render(report, Style()))


def test_schema() -> None:
    """Reports hold to the schema, also empty ones; other things do not."""
    for report in (everything(), sample(), Report()):
        suites(report)
    with pytest.raises(etree.DocumentInvalid):
        check_junit("<testsuites><testcase/></testsuites>")


def test_failure() -> None:
    """A finding is a failed test of its page, with place, words and help."""
    (case,) = suites(Report((page(finding(backing=("CC BY 4.0",))),))).iter("testcase")
    assert (case.get("name"), case.get("classname")) == ("original-url at 3:4", "posts/a.html")
    (failure,) = case
    assert (failure.tag, failure.get("type")) == ("failure", "error")
    assert failure.get("message") == "no link to the original article"
    assert failure.text == (
        "posts/a.html:3:4: error no link to the original article\nLink to the original\nbacking: CC BY 4.0"
    )


def test_complete_page_passes() -> None:
    """A page that owes nothing is a passed test; one of the site's own is none."""
    root = suites(Report((page(path="a.html"), page(path="own.html", status=Status.OWN))))
    (case,) = root.iter("testcase")
    assert (case.get("name"), case.get("classname"), len(case)) == ("attribution", "a.html", 0)


def test_note_passes() -> None:
    """A note fails nothing, and is to be read all the same."""
    root = suites(Report((page(finding(severity=Severity.NOTE)),)))
    assert root.get("failures") == "0"
    assert "note no link" in (root.findtext(".//system-out") or "")


def test_suppressed_is_skipped() -> None:
    """A suppressed finding is a skipped test that says why; its page has not passed."""
    root = suites(Report((page(suppressed=(suppress(finding()),)),)))
    (suite,) = root
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("1", "0", "1")
    skipped = root.find(".//skipped")
    assert skipped is not None
    assert skipped.get("message") == "no link to the original article (suppressed by a comment: they agreed)"


def test_problem_is_an_error() -> None:
    """A page that could not be read is a test that could not be run."""
    root = suites(Report(problems=(Problem("z.html", "broken"),)))
    assert root.get("errors") == "1"
    error = root.find("testsuite[@name='z.html']/testcase/error")
    assert error is not None
    assert error.get("message") == "broken"


def test_numbers_add_up() -> None:
    """The numbers of suites and of the whole are those of the cases."""
    root = suites(everything())
    assert [suite.get("name") for suite in root] == ["a.html", "b.html", "c.html", "lint.toml", "z.html"]
    for name in ("tests", "failures", "errors"):
        assert sum(int(suite.get(name, "")) for suite in root) == int(root.get(name, ""))
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("7", "2", "1")


def test_what_xml_cannot_hold_is_spelt_out() -> None:
    """Controls, surrogates and noncharacters are seen, and break nothing; markup is text."""
    root = suites(Report((page(finding(path="a\x00\udcff\uffff", message="]]></failure>\x1b<b>&", help_text="")),)))
    failure = root.find(".//failure")
    assert failure is not None
    assert failure.get("message") == "]]></failure>\\x1b<b>&"
    assert root[0].get("name") == "a\\x00\\udcff\\uffff"


def test_no_runner_command() -> None:
    """A line of a failure's text is no command where the XML is printed to a log."""
    text = render(Report((page(finding(help_text="::error::x", message="##[error]y")),)), Style())
    assert not any(line.startswith("::") or "##[" in line for line in text.splitlines())
