"""The JSON lines of `check`."""

from __future__ import annotations

import json

from attribution_lint.model import Report
from attribution_lint.report.as_json import render as render_json
from attribution_lint.report.check_jsonl import render
from attribution_lint.report.style import Style

from .builders import everything, finding, page
from .schemas import CHECK, check_json


def lines(report: Report) -> list[dict[str, object]]:
    """The objects of a report."""
    return [json.loads(line) for line in render(report, Style()).splitlines()]


def test_every_line_says_what_it_is() -> None:
    """Each line has a type and holds to its schema; the summary comes last."""
    found = lines(everything())
    assert [line["type"] for line in found] == [
        *["finding"] * 3,
        *["suppressed"] * 2,
        "problem",
        "baseline",
        "summary",
    ]
    for line in found:
        check_json(line, CHECK, "line")


def test_same_as_json() -> None:
    """The lines hold what the format json holds, field by field."""
    value = json.loads(render_json(everything(), Style()))
    found = lines(everything())
    assert [{"type": "finding", **item} for item in value["findings"]] == found[:3]
    assert found[-1] == {"type": "summary", "version": 1, "tool": value["tool"], **value["summary"]}


def test_nothing_but_the_summary() -> None:
    """Without findings there is no line of any other type."""
    assert [line["type"] for line in lines(Report((page(),)))] == ["summary"]


def test_one_line_whatever_the_name() -> None:
    """No text breaks a line."""
    report = Report((page(finding(path="a\nb\u2028c\x85", message="x\r\ny")),))
    assert [line["type"] for line in lines(report)] == ["finding", "summary"]
