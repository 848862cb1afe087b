"""`check --output-format github`: annotations of GitHub Actions, by commands that its runner reads from the log."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.model import Finding, Report, Severity
from attribution_lint.report.style import Style
from attribution_lint.report.summary import counted, nothing_owed, summarise
from attribution_lint.report.visible import visible

MOST_SHOWN = 10
"""Of each severity: GitHub shows no more in one step, and drops the rest without a word."""
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_TITLE = "attribution-lint"


def render(report: Report, style: Style) -> str:
    """Write what GitHub will show: problems and errors, warnings, notes, and how many there are besides."""
    shown: dict[Severity, list[str]] = {severity: [] for severity in Severity}
    for problem in report.problems:
        shown[Severity.ERROR].append(_command("error", f"not checked: {problem.message}", file=problem.path))
    if report.unchecked:
        text = f"the run was interrupted: {counted(report.unchecked, 'page')} not checked"
        shown[Severity.WARNING].append(_command("warning", text))
    for finding in report.findings:
        # Beyond the limit only their number counts, and making a line is most of the work.
        lines = shown[finding.severity]
        lines.append(_annotation(finding) if len(lines) < MOST_SHOWN else "")
    shown[Severity.NOTE] += [_command("notice", text) for text in _remarks(report)]
    return "".join(f"{line}\n" for line in _limited(shown))


def _limited(shown: dict[Severity, list[str]]) -> Iterator[str]:
    """The first of each severity; the notice on all others is one of the notices that GitHub shows."""
    more = any(len(lines) > MOST_SHOWN for lines in shown.values())
    left: list[str] = []
    for severity, lines in shown.items():
        most = MOST_SHOWN - 1 if more and severity is Severity.NOTE else MOST_SHOWN
        yield from lines[:most]
        if len(lines) > most:
            left.append(counted(len(lines) - most, _COMMANDS[severity]))
    if left:
        text = f"{', '.join(left)} more: GitHub shows {MOST_SHOWN} of each. All: attribution-lint check"
        yield _command("notice", f"{text} --output-format full, or markdown for the job summary")


def _remarks(report: Report) -> Iterator[str]:
    """What is to be said of the run as a whole."""
    summary = summarise(report)
    if loud := nothing_owed(summary):
        yield loud
    if summary.stale and report.baseline:
        allow = "1 entry of it allows" if summary.stale == 1 else f"{summary.stale:,} entries of it allow"
        yield f"the baseline {report.baseline.path}: {allow} more findings than there are"


def _annotation(finding: Finding) -> str:
    span = finding.primary.span
    message = "\n".join(filter(None, (visible(finding.message), visible(finding.help))))
    end = {"endLine": span.end_line, "endColumn": span.end_column} if span.end_line == span.line else {}
    return _command(
        _COMMANDS[finding.severity],
        message,
        title=finding.rule,
        file=finding.path,
        line=span.line,
        col=span.column,
        **end,
    )


def _command(name: str, message: str, *, title: str = _TITLE, **properties: str | int) -> str:
    """One command. Numbers come last, for the runner takes white space off the end of the properties."""
    pairs = {"title": title, **properties}
    written = ",".join(f"{key}={_property(key, str(value))}" for key, value in pairs.items())
    lines = (visible(line) for line in message.split("\n"))
    return f"::{name} {written}::{_data(chr(10).join(lines))}"


def _data(text: str) -> str:
    """Escape a message as the runner's toolkit does (actions/toolkit, packages/core/src/command.ts)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(key: str, value: str) -> str:
    """Escape a property's value as the toolkit does, and what it forgets: the runner loses a leading `=`."""
    shown = visible(value)
    if shown.startswith("="):
        shown = f"./{shown}" if key == "file" else f"\\x3d{shown[1:]}"
    return _data(shown).replace(":", "%3A").replace(",", "%2C")
