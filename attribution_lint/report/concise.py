"""One line a finding, as compilers print them, for editors, grep and logs."""

from __future__ import annotations

from attribution_lint.model import Finding, Report
from attribution_lint.report.remarks import baseline_lines, settled_pages, why
from attribution_lint.report.style import Detail, Style
from attribution_lint.report.summary import nothing_owed, summarise, summary_parts
from attribution_lint.report.visible import shown_line


def render(report: Report, style: Style) -> str:
    """Write `path:line:col: severity rule message` for each finding, then the problems, the baseline, the summary.

    In detail also what is suppressed, and the pages that nothing is reported of.
    """
    lines = [f"{_place(finding)}: {finding.severity} {finding.rule} {finding.message}" for finding in report.findings]
    if style.detail is Detail.VERBOSE:
        lines += [
            f"{_place(item.finding)}: suppressed {item.finding.rule} {item.finding.message} ({why(item)})"
            for item in report.suppressed
        ]
        lines += [
            f"{page.path}: {'excused' if page.excused else 'complete'} {verdict}"
            for page, verdict in settled_pages(report)
        ]
    lines += [f"{problem.path}: problem {problem.message}" for problem in report.problems]
    if report.baseline:
        lines += [f"{report.baseline.path}: baseline {line}" for line in baseline_lines(report.baseline)]
    if style.detail is not Detail.QUIET:
        summary = summarise(report)
        lines += [loud] if (loud := nothing_owed(summary)) else []
        lines.append(" · ".join(summary_parts(summary)))
    return "".join(f"{shown_line(line, unicode=style.unicode)}\n" for line in lines)


def _place(finding: Finding) -> str:
    return f"{finding.path}:{finding.primary.span.line}:{finding.primary.span.column}"
