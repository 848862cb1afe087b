"""GitLab's Code Quality report."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import ValidationError

from attribution_lint.model import Problem, Report, Severity
from attribution_lint.report.gitlab import render
from attribution_lint.report.style import Style

from .builders import everything, finding, page, suppress
from .schemas import GITLAB, check_json


def entries(report: Report) -> Any:
    """The entries of a report that has all that GitLab requires."""
    value = json.loads(render(report, Style()))
    check_json(value, GITLAB)
    return value


def test_entry() -> None:
    """Each field that GitLab reads."""
    assert entries(Report((page(finding()),))) == [
        {
            "description": "no link to the original article: Link to the original",
            "check_name": "original-url",
            "fingerprint": "f00d",
            "severity": "major",
            "location": {"path": "posts/a.html", "lines": {"begin": 3}},
        }
    ]


@pytest.mark.parametrize(
    ("severity", "name"), [(Severity.ERROR, "major"), (Severity.WARNING, "minor"), (Severity.NOTE, "info")]
)
def test_severities(severity: Severity, name: str) -> None:
    """Each severity has its like."""
    assert entries(Report((page(finding(severity=severity)),)))[0]["severity"] == name


def test_fingerprints_are_unique() -> None:
    """GitLab drops all but the first of a fingerprint: no two entries have one, and all are as before the next time."""
    report = Report((page(finding(), finding(), finding(fingerprint="")),), (Problem("a", "x"), Problem("b", "x")))
    found = [entry["fingerprint"] for entry in entries(report)]
    assert len(set(found)) == 5
    assert found == [entry["fingerprint"] for entry in entries(report)]


def test_problem() -> None:
    """A page that could not be read is graver than what was found on others."""
    (entry,) = entries(Report(problems=(Problem("z.html", "broken"),)))
    assert (entry["check_name"], entry["severity"]) == ("not-checked", "critical")


def test_nothing() -> None:
    """Without findings the report is an empty array, which GitLab takes; what is suppressed is none."""
    assert entries(Report((page(suppressed=(suppress(finding()),)),))) == []


def test_all() -> None:
    """Findings, also in a configuration file, and problems are entries; what is suppressed is not."""
    found = [(entry["location"]["path"], entry["check_name"]) for entry in entries(everything())]
    assert found == [
        ("z.html", "not-checked"),
        ("b.html", "original-url"),
        ("b.html", "source-outlet"),
        ("lint.toml", "old-override"),
    ]


def test_the_schema_refuses() -> None:
    """The schema asks for what GitLab's documentation asks for."""
    with pytest.raises(ValidationError):
        check_json([{"description": "x", "fingerprint": "y"}], GITLAB)
