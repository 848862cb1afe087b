"""The JSON of `check` keeps its contract."""

from __future__ import annotations

import json

import pytest
from jsonschema import ValidationError

from attribution_lint.model import Problem, Report, Severity, Status
from attribution_lint.report.as_json import render
from attribution_lint.report.style import Style

from .builders import everything, finding, page, sample
from .schemas import CHECK, check_json


def test_contract() -> None:
    """Every field, with its name and type."""
    report = Report(sample().pages, (Problem("z.html", "cannot be read"),), 0.123)
    value = json.loads(render(report, Style()))
    assert value.pop("tool")["name"] == "attribution-lint"
    assert value == {
        "version": 1,
        "summary": {
            "pages": 3,
            "own": 1,
            "republished": 2,
            "excerpt": 0,
            "complete": 1,
            "excused": 0,
            "errors": 1,
            "warnings": 0,
            "suppressed": 0,
            "seconds": 0.1,
        },
        "findings": [
            {
                "path": "b.html",
                "line": 3,
                "column": 4,
                "end_line": 3,
                "end_column": 19,
                "rule": "original-url",
                "severity": "error",
                "message": "no link to the original article",
                "help": "Link to the original",
                "backing": [],
                "fingerprint": "f00d",
            }
        ],
        "suppressed": [],
        "problems": [{"path": "z.html", "message": "cannot be read"}],
        "baseline": None,
    }


def test_text_stays_readable() -> None:
    """Text of any script stands as it is, what a terminal would obey is escaped, and both read back the same."""
    path = "新闻/é\x1b\x7f\u202e\u200b\udcff\U000e0041.html"
    text = render(Report((page(finding(path=path)),)), Style())
    assert '"新闻/é\\u001b\\u007f\\u202e\\u200b\\udcff\\udb40\\udc41.html"' in text
    assert json.loads(text)["findings"][0]["path"] == path
    text.encode()


def test_counts() -> None:
    """Severities and excerpts are counted apart; a note leaves a page complete."""
    report = Report(
        (
            page(finding(severity=Severity.WARNING)),
            page(finding(severity=Severity.NOTE), status=Status.EXCERPT),
        )
    )
    summary = json.loads(render(report, Style()))["summary"]
    assert (summary["errors"], summary["warnings"], summary["excerpt"], summary["complete"]) == (0, 1, 1, 1)


def test_interrupted() -> None:
    """A report that is not whole says so; own pages that were only counted are in its numbers."""
    summary = json.loads(render(Report((page(),), silent=2, unchecked=4), Style()))["summary"]
    assert (summary["pages"], summary["own"], summary["unchecked"]) == (3, 2, 4)
    assert "unchecked" not in json.loads(render(Report((page(),)), Style()))["summary"]


def test_schema() -> None:
    """Reports hold to the published schema, also empty ones."""
    for report in (everything(), sample(), Report(), Report((page(),), unchecked=1)):
        check_json(json.loads(render(report, Style())), CHECK)


def test_schema_describes_every_field() -> None:
    """Every property in the schema is described, and every field that is written is a property of it."""
    schema = json.loads(CHECK.read_text(encoding="utf-8"))
    assert schema["$id"]

    def undescribed(node: object) -> list[object]:
        if not isinstance(node, dict):
            return []
        own = [name for name, value in node.get("properties", {}).items() if "description" not in value]
        return own + [name for value in node.values() for name in undescribed(value)]

    assert undescribed(schema) == []
    value = json.loads(render(everything(), Style()))
    assert set(value) == set(schema["properties"])
    for name, found in (("finding", value["findings"][0]), ("suppressed", value["suppressed"][0])):
        assert set(found) == set(schema["$defs"][name]["properties"])


def test_schema_refuses() -> None:
    """The schema is no formality: a report that lacks a field or counts from 0 does not hold to it."""
    value = json.loads(render(everything(), Style()))
    value["findings"][0]["line"] = 0
    with pytest.raises(ValidationError):
        check_json(value, CHECK)
    with pytest.raises(ValidationError):
        check_json({"version": 1}, CHECK)


def test_suppressed_and_baseline() -> None:
    """What does not count is listed apart, and counted; a baseline's state is whole."""
    value = json.loads(render(everything(), Style()))
    assert [(item["path"], item["by"], item["reason"], item["where"]) for item in value["suppressed"]] == [
        ("b.html", "comment", "they agreed", None),
        ("c.html", "baseline", "", None),
    ]
    assert (value["summary"]["suppressed"], value["summary"]["excused"], value["summary"]["complete"]) == (2, 1, 1)
    assert value["baseline"] == {
        "path": "baseline.json",
        "stale": [{"path": "c.html", "rule": "original-url", "allowed": 3, "found": 1}],
        "renamed": [{"from": "old.html", "to": "new.html"}],
    }
    assert "dangling-credit" not in {item["rule"] for item in value["findings"]}


def test_beside() -> None:
    """A finding in a configuration file is a finding like any other."""
    assert [item["path"] for item in json.loads(render(everything(), Style()))["findings"]][-1] == "lint.toml"


def test_no_runner_command() -> None:
    """A command of GitHub's runner in a message does nothing in the log, and reads back the same."""
    text = render(Report((page(finding(message="##[error]x")),)), Style())
    assert "##[" not in text
    assert json.loads(text)["findings"][0]["message"] == "##[error]x"
