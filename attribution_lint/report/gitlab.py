"""`check --output-format gitlab`: a Code Quality report, which GitLab shows in merge requests."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator

from attribution_lint.model import Report, Severity
from attribution_lint.report.machine import dumps
from attribution_lint.report.style import Style
from attribution_lint.report.visible import visible

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}
_PROBLEM = "critical"
"""Nothing is known of a page that could not be read."""


def render(report: Report, style: Style) -> str:
    """Write one array; what is suppressed is left out, for GitLab has no place for it."""
    entries = list(_entries(report))
    seen: Counter[str] = Counter()
    for entry in entries:
        # GitLab shows only the first of several with one fingerprint.
        fingerprint = str(entry["fingerprint"])
        if fingerprint in seen or not fingerprint:
            entry["fingerprint"] = _hash(fingerprint, str(seen[fingerprint]))
        seen[fingerprint] += 1
    return dumps(entries, indent=2) + "\n"


def _entries(report: Report) -> Iterator[dict[str, object]]:
    for problem in report.problems:
        text = f"not checked: {problem.message}"
        yield _entry(text, "not-checked", _hash("not-checked", problem.path), _PROBLEM, problem.path, 1)
    for finding in report.findings:
        text = f"{finding.message}: {finding.help}" if finding.help else finding.message
        severity, line = _SEVERITIES[finding.severity], finding.primary.span.line
        yield _entry(text, finding.rule, finding.fingerprint, severity, finding.path, line)


def _entry(  # noqa: PLR0913, PLR0917 - the fields that GitLab reads, in its order
    description: str, check_name: str, fingerprint: str, severity: str, path: str, line: int
) -> dict[str, object]:
    return {
        "description": visible(description),
        "check_name": check_name,
        "fingerprint": fingerprint,
        "severity": severity,
        "location": {"path": path, "lines": {"begin": line}},
    }


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
