"""The full report: what each page owes and has, each finding in its source, and how to mend it."""

from __future__ import annotations

from itertools import groupby

from rich.cells import cell_len
from rich.text import Text

from attribution_lint.model import BaselineState, Finding, PageReport, Problem, Report, Severity, Status
from attribution_lint.report.addresses import address
from attribution_lint.report.cells import clip, wrap
from attribution_lint.report.frame import COLOURS, FRAME_COLOUR, frame, gutter_width
from attribution_lint.report.owed import OwedItem, State, certainty, origin, owed_items
from attribution_lint.report.remarks import REFRESH, baseline_lines, settled_pages, why
from attribution_lint.report.style import Detail, Style
from attribution_lint.report.summary import Summary, counted, nothing_owed, summarise, summary_parts
from attribution_lint.report.terminal import to_string
from attribution_lint.report.visible import visible

_MARKS = {State.MET: ("✔", "green"), State.MISSING: ("✘", "bold red"), State.NOT_OWED: ("–", "dim")}
_LONGEST_ADDRESS = 400
"""Characters of an address that are shown in the list of owed items: real ones are whole, hostile ones are not."""

_MOST_ENTRIES = 20
"""Entries of a baseline that are listed; concise and json have all of them."""


def render(report: Report, style: Style) -> str:
    """Lay out the full report, for people."""
    lines: list[Text] = []
    for page in report.pages:
        if page.findings:
            lines += _page(page, style)
    lines += _beside(report.beside, style)
    if style.detail is Detail.VERBOSE:
        lines += _suppressed(report, style)
        lines += _settled(report, style)
    lines += _problems(report.problems, style)
    lines += _baseline(report.baseline, style)
    if style.detail is not Detail.QUIET:
        lines += _summary(summarise(report), style)
    return to_string(lines, style)


def _page(page: PageReport, style: Style) -> list[Text]:
    lines = [_heading(page.path, style), _verdict(page, style)]
    if page.attribution.status is not Status.OWN:
        lines += [_item(item, style) for item in owed_items(page)]
    lines.append(Text())
    for finding in page.findings:
        lines += _finding(finding, style)
    return lines


def _heading(path: str, style: Style) -> Text:
    shown = visible(path, unicode=style.unicode)
    rule = visible("─", unicode=style.unicode)
    link = _address(path, style)
    line = Text().append(rule * 2 + " ", FRAME_COLOUR).append(shown, f"bold link {link}" if link else "bold")
    return line.append(" " + rule * max(style.width - cell_len(shown) - 4, 2), FRAME_COLOUR)


def _address(path: str, style: Style) -> str | None:
    return style.base + address(path) if style.base else None


def _verdict(page: PageReport, style: Style) -> Text:
    attribution = page.attribution
    line = Text("   ").append(attribution.status, "bold")
    source = origin(attribution)
    if source and attribution.status is not Status.OWN:
        ellipsis = visible("…", unicode=style.unicode)
        shown = clip(visible(source, unicode=style.unicode), style.width // 2, ellipsis)
        line.append(" from ").append(shown, "bold")
    return line.append(visible(f" · confidence {certainty(attribution)}", unicode=style.unicode), "dim")


def _item(item: OwedItem, style: Style) -> Text:
    mark, colour = _MARKS[item.state]
    line = Text("   ").append(visible(mark, unicode=style.unicode), colour).append(f" {item.name:<22}")
    found, remark = (visible(text, unicode=style.unicode) for text in (item.found, item.remark))
    if item.state is State.MISSING:
        return line.append(remark, "red").append(f" {_cut(found, line, remark, style)}" if found else "")
    line.append(_cut(found, line, remark, style))
    return line.append(f" {remark}" if found and remark else remark, "dim")


def _cut(found: str, line: Text, remark: str, style: Style) -> str:
    """Shorten a statement to the rest of its line; an address only when it is absurd, for people copy it."""
    ellipsis = visible("…", unicode=style.unicode)
    if "://" in found.partition(" ")[0]:
        return clip(found, _LONGEST_ADDRESS, ellipsis)
    taken = line.cell_len + (cell_len(remark) + 1 if remark else 0)
    quoted = visible("”", unicode=style.unicode)
    room = max(style.width - taken, 20)
    if cell_len(found) > room and found.endswith(quoted):
        return clip(found.removesuffix(quoted), room - 1, ellipsis) + quoted
    return clip(found, room, ellipsis)


def _finding(finding: Finding, style: Style) -> list[Text]:
    colour = COLOURS[finding.severity]
    title = visible(f"{finding.severity}[{finding.rule}]", unicode=style.unicode)
    first, *rest = wrap(visible(finding.message, unicode=style.unicode), style.width - len(title) - 2) or ("",)
    lines = [Text().append(title, colour).append(f": {first}", "bold")]
    lines += [Text().append(" " * (len(title) + 2)).append(piece, "bold") for piece in rest]
    gutter = gutter_width(finding)
    if finding.severity is Severity.NOTE and style.detail is not Detail.VERBOSE:
        # Nothing need be done: it is said, and takes no room.
        span = finding.primary.span
        place = f"{visible(finding.path, unicode=style.unicode)}:{span.line}:{span.column}"
        lines.append(Text().append(" " * gutter + "--> ", FRAME_COLOUR).append(place))
        return [*lines, *_remark("help", finding.help, gutter, style), Text()]
    lines += frame(finding, style, _address(finding.path, style))
    lines += _remark("help", finding.help, gutter, style)
    if finding.snippet:
        # No frame beside it: what stands here is to be copied.
        indent = " " * (gutter + 5)
        snippet = [
            Text(indent + visible(line.expandtabs(4), unicode=style.unicode), "green")
            for line in finding.snippet.splitlines()
        ]
        lines += [Text(), *snippet, Text()]
    for backing in finding.backing:
        lines += _remark("backing", backing, gutter, style)
    return lines if lines[-1].plain == "" else [*lines, Text()]


def _remark(name: str, text: str, gutter: int, style: Style) -> list[Text]:
    lead = " " * (gutter + 1) + "= "
    pieces = wrap(visible(text, unicode=style.unicode), style.width - len(lead) - len(name) - 2)
    lines = [Text().append(lead, FRAME_COLOUR).append(f"{name}: ", "bold").append(piece) for piece in pieces[:1]]
    return lines + [Text(" " * (len(lead) + len(name) + 2) + piece) for piece in pieces[1:]]


def _beside(findings: tuple[Finding, ...], style: Style) -> list[Text]:
    """Findings that stand in a configuration file, which owes nothing of its own."""
    lines: list[Text] = []
    for path, group in groupby(sorted(findings, key=lambda finding: finding.path), key=lambda finding: finding.path):
        lines += [_heading(path, style), Text()]
        for finding in group:
            lines += _finding(finding, style)
    return lines


def _suppressed(report: Report, style: Style) -> list[Text]:
    """The findings that do not count, each with the reason."""
    if not report.suppressed:
        return []
    lines = [_heading(f"{counted(len(report.suppressed), 'finding')} suppressed", style)]
    for item in report.suppressed:
        finding, span = item.finding, item.finding.primary.span
        lines.append(Text("   ").append(visible(f"{finding.path}:{span.line}:{span.column}", unicode=style.unicode)))
        for text in (f"{finding.rule}: {finding.message}", why(item)):
            pieces = wrap(visible(text, unicode=style.unicode), style.width - 5)
            lines += [Text(" " * 5 + piece, "dim") for piece in pieces]
    return [*lines, Text()]


def _settled(report: Report, style: Style) -> list[Text]:
    """The pages that nothing is reported of, one line each."""
    lines: list[Text] = []
    for page, verdict in settled_pages(report):
        mark, colour = ("–", "dim") if page.excused else ("✔", "green")
        line = Text().append(visible(mark, unicode=style.unicode), colour)
        line.append(f" {visible(page.path, unicode=style.unicode)}")
        lines.append(line.append(f"  {visible(verdict, unicode=style.unicode)}", "dim"))
    return [*lines, Text()] if lines else []


def _baseline(state: BaselineState | None, style: Style) -> list[Text]:
    """What no longer fits in a baseline, as much as can be read."""
    if state is None or not (listed := baseline_lines(state)):
        return []
    lines = [_heading(state.path, style)]
    lines += [Text(f"   {visible(line, unicode=style.unicode)}") for line in listed[:_MOST_ENTRIES]]
    if len(listed) > _MOST_ENTRIES:
        lines.append(Text(visible(f"   … and {len(listed) - _MOST_ENTRIES:,} more", unicode=style.unicode)))
    if state.stale:
        lines += _remark("help", REFRESH, 1, style)
    return [*lines, Text()]


def _problems(problems: tuple[Problem, ...], style: Style) -> list[Text]:
    if not problems:
        return []
    mark = visible("✘", unicode=style.unicode)
    lines = [_heading(f"{counted(len(problems), 'problem')}: not checked, or not to the end", style)]
    for problem in problems:
        path = visible(problem.path, unicode=style.unicode)
        lines.append(Text("   ").append(mark, "bold red").append(f" {path}", "bold"))
        message = visible(problem.message, unicode=style.unicode)
        lines += [Text(" " * 5 + piece) for piece in wrap(message, style.width - 5)]
    return [*lines, Text()]


def _summary(summary: Summary, style: Style) -> list[Text]:
    lines: list[Text] = []
    loud = nothing_owed(summary)
    if loud:
        lines += [Text(piece, "bold yellow") for piece in wrap(visible(loud, unicode=style.unicode), style.width)]
    packed = _packed([visible(part, unicode=style.unicode) for part in summary_parts(summary)], style)
    lines += [Text(piece, "bold green" if summary.clean else "bold") for piece in packed]
    for line_of_text in lines:
        line_of_text.highlight_regex(
            r"[1-9][\d,]* (incomplete|missing items?|pages? without any credit|dangling labels?|problems?)", "red"
        )
        line_of_text.highlight_regex(r"[1-9][\d,]* complete", "green")
    return lines


def _packed(parts: list[str], style: Style) -> list[str]:
    """Parts of a sentence in lines: as many as fit into each, and the last, which is short, never alone."""
    separator = visible(" · ", unicode=style.unicode)
    *parts, last = parts
    if parts:
        parts[-1] += separator + last
    else:
        parts = [last]
    packed = parts[:1]
    for part in parts[1:]:
        if cell_len(packed[-1] + separator + part) > style.width:
            packed.append("  " + part)
        else:
            packed[-1] += separator + part
    return packed
