"""`check --statistics`: how many findings of each rule there are, and on how many pages."""

from __future__ import annotations

from collections import Counter, defaultdict

from rich.text import Text

from attribution_lint.model import Report, Severity
from attribution_lint.report.frame import COLOURS
from attribution_lint.report.style import Detail, Style
from attribution_lint.report.summary import counted, nothing_owed, summarise, summary_parts
from attribution_lint.report.terminal import to_string
from attribution_lint.report.visible import visible


def render(report: Report, style: Style) -> str:
    """Write a line for each rule and severity, the most frequent first, then the summary."""
    found = Counter((finding.severity, finding.rule) for finding in report.findings)
    suppressed = Counter((item.finding.severity, item.finding.rule) for item in report.suppressed)
    files: dict[tuple[Severity, str], set[str]] = defaultdict(set)
    for finding in report.findings:
        files[finding.severity, finding.rule].add(finding.path)
    order = sorted({*found, *suppressed}, key=lambda key: (-found[key], key[0].rank, key[1]))
    rules = {key: visible(key[1], unicode=style.unicode) for key in order}
    number_width = max((len(f"{found[key]:,}") for key in order), default=0)
    rule_width = max(map(len, rules.values()), default=0)
    lines: list[Text] = []
    for key in order:
        line = Text(f"{found[key]:>{number_width},}  ", "bold")
        line.append(f"{key[0]:<7}  ", COLOURS[key[0]]).append(f"{rules[key]:<{rule_width}}")
        line.append(f"  on {counted(len(files[key]), 'page')}" if found[key] else "")
        line.append(f"  and {suppressed[key]:,} suppressed" if suppressed[key] else "", "dim")
        lines.append(line)
    if style.detail is not Detail.QUIET:
        summary = summarise(report)
        lines += [Text()] if lines else []
        for text in (nothing_owed(summary), " · ".join(summary_parts(summary))):
            lines += [Text(visible(text, unicode=style.unicode), "bold")] if text else []
    return to_string(lines, style)
