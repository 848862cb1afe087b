"""No text of a page, a path or a configuration breaks out of any format."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections import Counter

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from attribution_lint.model import Finding, Report, Severity
from attribution_lint.report import (
    CHECK_FORMATS,
    INVENTORY_FORMATS,
    MACHINE_FORMATS,
    SOURCE_FORMATS,
    github,
    render,
)
from attribution_lint.report.style import Detail, Style
from attribution_lint.report.visible import visible

from .hostile import reports
from .runner import could_be_command, parse
from .schemas import CHECK, GITLAB, SARIF, check_json, check_junit

ALL = [(name, CHECK_FORMATS) for name in CHECK_FORMATS]
ALL += [(name, INVENTORY_FORMATS) for name in INVENTORY_FORMATS]
UNSAFE = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}

styles = st.builds(
    Style,
    st.sampled_from([60, 100]),
    unicode=st.booleans(),
    detail=st.sampled_from(Detail),
)


@pytest.mark.parametrize(("name", "formats"), ALL, ids=lambda value: value if isinstance(value, str) else "")
@given(report=reports, style=styles)
@settings(max_examples=60, deadline=None)
def test_nothing_reaches_a_terminal_or_a_runner(
    name: str, formats: dict[str, str], report: Report, style: Style
) -> None:
    """No control, no bidi override, no lone surrogate; and no command of GitHub's runner but those that are meant."""
    text = render(name, report, style, formats)
    text.encode("utf-8")
    assert not {unicodedata.category(character) for character in set(text) - {"\n"}} & UNSAFE
    if name not in MACHINE_FORMATS:
        assert style.unicode or text.isascii()
        assert not any(map(could_be_command, text.split("\n")))
    elif name != "github":
        assert not any(map(parse, text.split("\n")))
        assert "##[" not in text


@pytest.mark.parametrize(
    ("name", "formats"),
    [(name, formats) for name, formats in ALL if name not in MACHINE_FORMATS],
    ids=lambda value: value if isinstance(value, str) else "",
)
@given(report=reports)
@settings(max_examples=30, deadline=None)
def test_colours_are_ours(name: str, formats: dict[str, str], report: Report) -> None:
    """In colour there are escapes of ours, for colours and links to pages, and no other control."""
    text = render(name, report, Style(60, colour=True, base="file:///x/"), formats)
    ours = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;(?:id=[0-9-]*)?;(?:file:///x/[!-~]*)?\x1b\\")
    plain = ours.sub("", text)
    assert not {unicodedata.category(character) for character in set(plain) - {"\n"}} & UNSAFE
    assert not any(map(could_be_command, plain.split("\n")))


def _joined(text: str) -> str:
    """The same text, in which two surrogates that make a character are that one: JSON cannot tell them apart."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def _strings(finding: Finding) -> tuple[str, ...]:
    texts = (finding.path, finding.rule, finding.message, finding.help, finding.fingerprint, *finding.backing)
    return tuple(map(_joined, texts))


@given(reports)
@settings(deadline=None)
def test_json_reads_back(report: Report) -> None:
    """Every text of a finding comes out of JSON as it went in, and the structure is that of the schema."""
    value = json.loads(render("json", report, Style()))
    check_json(value, CHECK)
    lines = [json.loads(line) for line in render("jsonl", report, Style()).split("\n")[:-1]]
    for line in lines:
        check_json(line, CHECK, "line")
    for found in (value["findings"], [line for line in lines if line["type"] == "finding"]):
        read = [
            (item["path"], item["rule"], item["message"], item["help"], item["fingerprint"], *item["backing"])
            for item in found
        ]
        assert read == [_strings(finding) for finding in report.findings]
    assert [item["reason"] for item in value["suppressed"]] == [_joined(item.reason) for item in report.suppressed]


@given(reports)
@settings(deadline=None)
def test_inventory_reads_back(report: Report) -> None:
    """The same for what is concluded of a page."""
    lines = render("jsonl", report, Style(), INVENTORY_FORMATS).split("\n")[:-1]
    read = [json.loads(line) for line in lines]
    assert [item["path"] for item in read] == [_joined(page.path) for page in report.pages]
    assert [item["outlet"] for item in read] == [
        page.attribution.outlet and _joined(page.attribution.outlet.value) for page in report.pages
    ]
    assert [[piece["text"] for piece in item["evidence"]] for item in read] == [
        [_joined(located.evidence.text) for located in page.evidence] for page in report.pages
    ]


@given(reports)
@settings(deadline=None)
def test_sarif_holds(report: Report) -> None:
    """SARIF keeps its schema, and has one result for each finding, with its rule."""
    value = json.loads(render("sarif", report, Style()))
    check_json(value, SARIF)
    (run,) = value["runs"]
    live = [result for result in run["results"] if "suppressions" not in result]
    assert Counter(result["ruleId"] for result in live) == Counter(_joined(item.rule) for item in report.findings)
    assert len(run["results"]) == len(report.findings) + len(report.suppressed)
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        assert re.fullmatch(r"[!-~]+", place["artifactLocation"]["uri"])
        region = place["region"]
        if "endLine" in region:
            start, end = (region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"])
            assert end > start


@given(reports)
@settings(deadline=None)
def test_github_shows_what_was_found(report: Report) -> None:
    """One annotation a line, as many as there are findings and problems, in their order."""
    found = [parse(line) for line in render("github", report, Style()).split("\n")[:-1]]
    named = [command for command in found if command and command.properties["title"] != "attribution-lint"]
    assert None not in found
    assert len(report.findings) <= github.MOST_SHOWN
    ordered = sorted(report.findings, key=lambda finding: finding.severity.rank)
    assert [command.data for command in named] == [
        "\n".join(filter(None, (visible(finding.message), visible(finding.help)))) for finding in ordered
    ]
    assert sum(command is not None and command.data.startswith("not checked") for command in found) >= len(
        report.problems
    )


@given(reports)
@settings(deadline=None)
def test_gitlab_holds(report: Report) -> None:
    """Each finding and problem is an entry with all that GitLab asks for, and no two have one fingerprint."""
    entries = json.loads(render("gitlab", report, Style()))
    if not any(finding.path.startswith("./") for finding in report.findings):
        check_json(entries, GITLAB)
    assert len({entry["fingerprint"] for entry in entries}) == len(report.findings) + len(report.problems)


@given(reports)
@settings(deadline=None)
def test_junit_holds(report: Report) -> None:
    """The XML keeps its schema, and has a case for each finding, suppressed finding and problem."""
    root = check_junit(render("junit", report, Style()))
    failing = [finding for finding in report.findings if finding.severity is not Severity.NOTE]
    assert len(root.findall(".//failure")) == len(failing)
    assert len(root.findall(".//skipped")) == len(report.suppressed)
    assert len(root.findall(".//error")) == len(report.problems)
    assert {element.tag for element in root.iter()} <= {
        *("testsuites", "testsuite", "testcase", "failure", "error", "skipped", "system-out")
    }


@given(reports)
@settings(deadline=None)
def test_csv_holds(report: Report) -> None:
    """A row for each finding, suppressed finding and problem; nothing that a spreadsheet would compute."""
    rows = list(csv.DictReader(render("csv", report, Style()).splitlines(keepends=True), strict=True))
    assert Counter(row["type"] for row in rows) == Counter(
        {
            kind: count
            for kind, count in (
                ("finding", len(report.findings)),
                ("suppressed", len(report.suppressed)),
                ("problem", len(report.problems)),
            )
            if count
        }
    )
    for row in rows:
        assert None not in row
        assert not any(cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())


@given(reports)
@settings(deadline=None)
def test_markdown_holds(report: Report) -> None:
    """As many rows as there are things to tell, nothing but text in them: no raw HTML, no link, no mention."""
    text = render("markdown", report, Style())
    state = report.baseline
    listed = [report.problems, report.findings, report.suppressed]
    listed += [state.stale, state.renamed] if state else []
    rows = 2 + sum(len(items) + 1 for items in listed if items)
    common = str(MarkdownIt("commonmark", {"html": True}).enable("table").render(text))
    github_html = cmarkgfm.github_flavored_markdown_to_html(text, Options.CMARK_OPT_UNSAFE)
    for html in (common, github_html):
        assert html.count("<tr>") == rows
        outside = re.sub(r"<code>.*?</code>", "", html)
        tags = {tag for tag in re.findall(r"<(/?[a-zA-Z!][^\s>]*)", html) if not tag.startswith("/")}
        assert tags <= {"h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "code", "em"}
        assert not re.search(r"[@#]\w|https?://|www\.\w", outside)


def test_the_formats_are_all_here() -> None:
    """A new format is either for programs, and always UTF-8, or for people, and never a command; sources are few's."""
    people = {name for name, _ in ALL} - MACHINE_FORMATS
    assert people == {"full", "concise", "grouped", "statistics", "auto", "table", "explain"}
    assert people >= SOURCE_FORMATS
