"""The frame of a finding: source lines with a gutter, and under each span a mark and its remark."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len
from rich.text import Text

from attribution_lint.model import Finding, Label, Severity
from attribution_lint.report.cells import wrap
from attribution_lint.report.style import Style
from attribution_lint.report.visible import visible

COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
FRAME_COLOUR = "bright_black"

_BECAUSE_COLOUR = "blue"
_TAB = "    "
_CONTEXT = 16
"""Cells of source kept before a span that is itself too long to be shown whole."""
_NARROWEST_REMARK = 40
"""Cells below which a remark is moved to the left rather than broken into slivers."""
_NARROWEST_SOURCE = 20


@dataclass(frozen=True, slots=True)
class _Mark:
    """A label with the looks of its underline."""

    label: Label
    character: str
    colour: str


@dataclass(frozen=True, slots=True)
class _Window:
    """The part of a source line that there is room for: characters `first` to `last` (exclusive) of an excerpt."""

    text: str
    first: int
    last: int
    lead: int
    """Cells of the ellipsis before the first character."""


def frame(finding: Finding, style: Style, link: str | None) -> list[Text]:
    """Lines that show where a finding stands and why its page counts as a republication.

    `link` is the address that the place opens in a terminal, None for none.
    """
    primary = _Mark(finding.primary, "^", COLOURS[finding.severity])
    groups = [[primary]]
    gutter = gutter_width(finding)
    room = max(style.width - gutter - 3, _NARROWEST_SOURCE)
    if finding.because is not None:
        because = _Mark(finding.because, "-", _BECAUSE_COLOUR)
        if _fit_together(primary.label, because.label, room, style):
            groups[0].append(because)
        else:
            groups.append([because])

    lines: list[Text] = []
    for arrow, marks in zip(("-->", "==>"), groups, strict=False):
        span = marks[0].label.span
        window = _window(marks, room, style)
        source = Text().append(f"{span.line:>{gutter}} ", FRAME_COLOUR)
        source.append(visible("│ ", unicode=style.unicode), FRAME_COLOUR)
        place = f"{visible(finding.path, unicode=style.unicode)}:{span.line}:{span.column}"
        lead = Text().append(" " * gutter + f"{arrow} ", FRAME_COLOUR)
        lines += [lead.append(place, f"link {link}" if link else ""), _bar(gutter, style)]
        lines.append(source.append(window.text))
        for mark in marks:
            lines += _underline(mark, window, gutter, room, style)
    return [*lines, _bar(gutter, style)]


def gutter_width(finding: Finding) -> int:
    """Digits of the highest line number in the frame of a finding."""
    labels = (finding.primary, finding.because or finding.primary)
    return len(str(max(label.span.line for label in labels)))


def _bar(gutter: int, style: Style) -> Text:
    """The line of a frame beside which there is nothing."""
    return Text().append(" " * (gutter + 1) + visible("│", unicode=style.unicode), FRAME_COLOUR)


def _underline(mark: _Mark, window: _Window, gutter: int, room: int, style: Style) -> list[Text]:
    """The row under a source line, and the rows that its remark runs on to."""
    start, size = _extent(mark.label, window, style)
    remark = visible(mark.label.text, unicode=style.unicode)
    row = _bar(gutter, style).append(" " * (start + 1)).append(mark.character * size, mark.colour)
    beside, needed = room - start - size - 1, cell_len(remark)
    if needed <= beside:
        return [row.append(f" {remark}" if remark else "", mark.colour)]
    # Below the mark on one line if it can be, moved to the left as far as that takes; else in as many as it needs.
    indent = min(start, room - needed) if needed <= room else min(start, max(room - _NARROWEST_REMARK, 0))
    below = wrap(remark, room - indent)
    return [row, *(_bar(gutter, style).append(" " * (indent + 1)).append(piece, mark.colour) for piece in below)]


def _units(text: str, style: Style) -> list[str]:
    """What is shown for each character of a source line."""
    if text.isascii() and text.isprintable():
        return list(text)
    return [_unit(character, style.unicode) for character in text]


@lru_cache(maxsize=4096)
def _unit(character: str, unicode: bool) -> str:  # noqa: FBT001 - a key of the cache
    return _TAB if character == "\t" else visible(character, unicode=unicode)


def _sizes(text: str, style: Style) -> list[int]:
    """Cells that each character of a source line takes."""
    if text.isascii() and text.isprintable():
        return [1] * len(text)
    return [_size(character, style.unicode) for character in text]


@lru_cache(maxsize=4096)
def _size(character: str, unicode: bool) -> int:  # noqa: FBT001 - a key of the cache
    return cell_len(_unit(character, unicode))


def _cells(text: str, style: Style) -> int:
    return sum(_sizes(text, style))


def _bounds(label: Label) -> tuple[int, int]:
    """Where the span of a label starts and ends in the text of its excerpt: at least one character, to mark."""
    excerpt, span = label.excerpt, label.span
    length = len(excerpt.text.rstrip())
    start = min(max(span.column - excerpt.column, 0), max(length - 1, 0))
    end = length if span.end_line > span.line else min(span.end_column - excerpt.column, length)
    return start, max(end, start + 1)


def _extent(label: Label, window: _Window, style: Style) -> tuple[int, int]:
    """Cells before the mark under a span, and cells of the mark."""
    start, end = _bounds(label)
    text = label.excerpt.text
    before = window.lead + _cells(text[window.first : start], style)
    return before, max(_cells(text[start : min(end, window.last)], style), 1)


def _fit_together(one: Label, other: Label, room: int, style: Style) -> bool:
    """Tell whether one window of `room` cells can show the spans of both labels."""
    if (one.span.line, one.excerpt) != (other.span.line, other.excerpt):
        return False
    start, end = _reach([one, other])
    return _cells(one.excerpt.text[start:end], style) + 2 * len(visible("…", unicode=style.unicode)) <= room


def _reach(labels: list[Label]) -> tuple[int, int]:
    """The stretch of their common excerpt in which the spans of all labels stand."""
    bounds = [_bounds(label) for label in labels]
    return min(start for start, _ in bounds), max(end for _, end in bounds)


def _window(marks: list[_Mark], room: int, style: Style) -> _Window:
    """Choose the part of a source line that shows the marked spans, and as much around them as there is room for."""
    excerpt = marks[0].label.excerpt
    text = excerpt.text.rstrip()
    sizes = _sizes(text, style)
    ellipsis = visible("…", unicode=style.unicode)
    start, end = _reach([mark.label for mark in marks])
    indent = min(len(text) - len(text.lstrip()), start)
    first, last = indent, len(text)
    if sum(sizes[first:]) + len(ellipsis) * (excerpt.clipped_left + excerpt.clipped_right) > room:
        space = room - 2 * len(ellipsis)
        if sum(sizes[first:end]) > space:
            spare = space - sum(sizes[start:end])
            # Half of it before the span and half behind, or more before where less is needed behind.
            before = max(spare // 2, spare - sum(sizes[end:]), min(_CONTEXT, space // 4))
            first = _back(sizes, start, first, before)
        last = _forth(sizes, first, space)
    lead = ellipsis if first > indent or excerpt.clipped_left else ""
    tail = ellipsis if last < len(text) or excerpt.clipped_right else ""
    return _Window(lead + "".join(_units(text[first:last], style)) + tail, first, last, len(lead))


def _back(sizes: list[int], start: int, lowest: int, space: int) -> int:
    """Index of the first of the characters before `start` that `space` cells hold."""
    while start > lowest and sizes[start - 1] <= space:
        start -= 1
        space -= sizes[start]
    return start


def _forth(sizes: list[int], first: int, space: int) -> int:
    """Index after the last of the characters from `first` on that `space` cells hold."""
    while first < len(sizes) and sizes[first] <= space:
        space -= sizes[first]
        first += 1
    return first
