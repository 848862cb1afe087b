"""One line a finding, as compilers print them, for editors, grep and logs."""

from __future__ import annotations

from attribution_lint.model import Report
from attribution_lint.report.style import Detail, Style
from attribution_lint.report.summary import nothing_owed, summarise, summary_parts
from attribution_lint.report.visible import visible


def render(report: Report, style: Style) -> str:
    """Write `path:line:col: severity rule message` for each finding, then the problems, then the summary."""
    lines = [
        f"{finding.path}:{finding.primary.span.line}:{finding.primary.span.column}: "
        f"{finding.severity} {finding.rule} {finding.message}"
        for finding in report.findings
    ]
    lines += [f"{problem.path}: problem {problem.message}" for problem in report.problems]
    if style.detail is not Detail.QUIET:
        summary = summarise(report)
        lines += [loud] if (loud := nothing_owed(summary)) else []
        lines.append(" · ".join(summary_parts(summary)))
    return "".join(f"{visible(line, unicode=style.unicode)}\n" for line in lines)
