"""`inventory --output-format table`: what was concluded for each page, for people."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text

from attribution_lint.model import Attribution, PageReport, Report, Status
from attribution_lint.report.cells import clip
from attribution_lint.report.owed import certainty
from attribution_lint.report.style import Detail, Style
from attribution_lint.report.summary import counted, nothing_owed, summarise
from attribution_lint.report.terminal import to_string
from attribution_lint.report.visible import visible

_HEADINGS = ("page", "status", "sure", "outlet", "disclaimer, licence")
_COLOURS = {Status.REPUBLISHED: "bold", Status.EXCERPT: "bold cyan", Status.OWN: "dim"}
_GAP = "  "
_UNKNOWN = "–"
_LONGEST_ADDRESS = 400
"""Characters of an address that are shown: real ones are whole, hostile ones are not."""


def render(report: Report, style: Style) -> str:
    """Lay out one row a page, and under it the address of its original where one is known."""
    lines = _table(report.pages, style) if report.pages else []
    mark = visible("✘", unicode=style.unicode)
    for problem in report.problems:
        text = visible(f"{problem.path}: {problem.message}", unicode=style.unicode)
        lines.append(Text().append(mark, "bold red").append(f" {text}"))
    if style.detail is not Detail.QUIET:
        lines += [Text()] if lines else []
        lines += [Text(visible(line, unicode=style.unicode), "bold") for line in _footer(report)]
    return to_string(lines, style)


def _table(pages: tuple[PageReport, ...], style: Style) -> list[Text]:
    rows = [tuple(visible(cell, unicode=style.unicode) for cell in _row(page)) for page in pages]
    widths = _widths([_HEADINGS, *rows], style.width)
    rule = visible("─", unicode=style.unicode)
    lines = [
        _line(_HEADINGS, widths, "bold", style),
        Text(_GAP.join(rule * width for width in widths), "bright_black"),
    ]
    for page, row in zip(pages, rows, strict=True):
        path, colour = row[0], _COLOURS[page.attribution.status]
        fits = cell_len(path) <= widths[0]
        lines += [] if fits else [Text(path, colour)]
        lines.append(_line(row if fits else ("", *row[1:]), widths, colour, style))
        if page.attribution.original_url:
            url = clip(page.attribution.original_url.value, _LONGEST_ADDRESS)
            lines.append(Text().append(visible(f"  → {url}", unicode=style.unicode), "blue"))
    return lines


def _widths(rows: list[tuple[str, ...]], width: int) -> list[int]:
    """Cells of each column: what its longest cell needs, but page, outlet and licence share what there is."""
    needed = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    room = width - len(_GAP) * (len(needed) - 1) - needed[1] - needed[2]
    if needed[0] + needed[3] + needed[4] > room:
        for place, share in ((4, 0.3), (3, 0.4), (0, 1.0)):
            needed[place] = min(needed[place], max(int(room * share), 8))
            room -= needed[place]
    return needed


def _line(cells: tuple[str, ...], widths: list[int], colour: str, style: Style) -> Text:
    line = Text()
    ellipsis = visible("…", unicode=style.unicode)
    for place, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        shown = clip(cell, width, ellipsis)
        padding = " " * (width - cell_len(shown))
        line.append((_GAP if place else "") + (padding + shown if place == 2 else shown + padding), colour)
    return line


def _row(page: PageReport) -> tuple[str, ...]:
    attribution = page.attribution
    outlet = attribution.outlet.value if attribution.outlet else _UNKNOWN
    return page.path, attribution.status, certainty(attribution), outlet, _rights(attribution)


def _rights(attribution: Attribution) -> str:
    licence = attribution.licence.value if attribution.licence else ""
    statement = "✔" if attribution.disclaimer else ""
    return " ".join(filter(None, (statement, licence))) or _UNKNOWN


def _footer(report: Report) -> list[str]:
    summary = summarise(report)
    line = f"{counted(summary.pages, 'page')}: {summary.own:,} own, {summary.republished:,} republished"
    if summary.excerpts:
        line += f", {counted(summary.excerpts, 'excerpt')}"
    if summary.problems:
        line += f" · {counted(summary.problems, 'problem')}"
    if summary.unchecked:
        line += f" · interrupted: {counted(summary.unchecked, 'page')} not checked"
    loud = nothing_owed(summary)
    return [loud, line] if loud else [line]
