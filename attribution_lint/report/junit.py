"""`check --output-format junit`: the XML of JUnit, which nearly every CI service shows as test results."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from attribution_lint.model import Finding, Report, Severity, Status
from attribution_lint.report.remarks import why
from attribution_lint.report.style import Style
from attribution_lint.report.visible import shown_line

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_COMPLETE = "attribution"
"""Name of the test that a page without findings has passed."""


@dataclass(slots=True)
class _Suite:
    """The test cases of one file."""

    cases: list[etree._Element] = field(default_factory=list)


def render(report: Report, style: Style) -> str:
    """Write a suite for each file, and in it a case for each finding.

    An error or a warning is a failure, a note a passed test with output, a suppressed finding a skipped test, a page
    that could not be read an error, and a page that owes nothing a passed test. XML cannot hold control characters, so
    they are spelt out, as in the formats for people.
    """
    suites: dict[str, _Suite] = {}
    for finding in report.findings:
        suites.setdefault(finding.path, _Suite()).cases.append(_finding(finding))
    for item in report.suppressed:
        case = _case(item.finding.path, _name(item.finding))
        _add(case, "skipped", f"{item.finding.message} ({why(item)})")
        suites.setdefault(item.finding.path, _Suite()).cases.append(case)
    for page in report.pages:
        if page.attribution.status is not Status.OWN and not page.findings and not page.suppressed:
            suites.setdefault(page.path, _Suite()).cases.append(_case(page.path, _COMPLETE))
    for problem in report.problems:
        case = _case(problem.path, "not-checked")
        _add(case, "error", problem.message, "not-checked")
        suites.setdefault(problem.path, _Suite()).cases.append(case)
    root = etree.Element("testsuites", name="attribution-lint")
    for path in sorted(suites):
        cases = suites[path].cases
        suite = etree.SubElement(root, "testsuite", {"name": _text(path), **_counts(cases)})
        suite.set("skipped", str(_count(cases, "skipped")))
        suite.extend(cases)
    for name, number in _counts([case for suite in suites.values() for case in suite.cases]).items():
        root.set(name, number)
    root.set("time", f"{report.seconds:.1f}")
    return _DECLARATION + etree.tostring(root, encoding="unicode", pretty_print=True)


def _finding(finding: Finding) -> etree._Element:
    case = _case(finding.path, _name(finding))
    if finding.severity is Severity.NOTE:
        etree.SubElement(case, "system-out").text = _details(finding)
    else:
        _add(case, "failure", finding.message, finding.severity).text = _details(finding)
    return case


def _details(finding: Finding) -> str:
    span = finding.primary.span
    lines = [f"{finding.path}:{span.line}:{span.column}: {finding.severity} {finding.message}", finding.help]
    lines += [f"backing: {backing}" for backing in finding.backing]
    return "\n".join(_text(line) for line in lines if line)


def _name(finding: Finding) -> str:
    return f"{finding.rule} at {finding.primary.span.line}:{finding.primary.span.column}"


def _case(path: str, name: str) -> etree._Element:
    return etree.Element("testcase", name=_text(name), classname=_text(path))


def _add(case: etree._Element, tag: str, message: str, kind: str = "") -> etree._Element:
    return etree.SubElement(case, tag, {"message": _text(message), **({"type": kind} if kind else {})})


def _counts(cases: list[etree._Element]) -> dict[str, str]:
    return {
        "tests": str(len(cases)),
        "failures": str(_count(cases, "failure")),
        "errors": str(_count(cases, "error")),
    }


def _count(cases: list[etree._Element], tag: str) -> int:
    return sum(case.find(tag) is not None for case in cases)


def _text(text: str) -> str:
    return shown_line(text)
