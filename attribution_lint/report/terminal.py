"""From styled lines to a string, with or without terminal codes, and never with a command of GitHub's runner in it."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO

from rich.text import Text

from attribution_lint.report.style import Style
from attribution_lint.report.visible import commands, escaped, inert


def to_string(lines: Sequence[Text], style: Style) -> str:
    """Write lines as they are, never wrapped or cut, each with a line feed after it."""
    for line in lines:
        line.rstrip()
    if not style.colour or not lines:
        return "".join(f"{inert(line.plain)}\n" for line in lines)
    from rich.color import ColorSystem
    from rich.console import Console

    # An empty environment: what the terminal can do was decided once, in the style.
    console = Console(
        file=StringIO(),
        width=style.width,
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
        _environ={},
    )
    written: list[str] = []
    # Line by line, and not by `console.print`, which takes thrice as long to find that there is nothing to wrap.
    for line in map(_inert, lines):
        base = console.get_style(line.style)
        for text, own, _ in line.render(console):
            look = base + own if own else base
            written.append(look.render(text, color_system=ColorSystem.STANDARD) if text else "")
        written.append("\n")
    return "".join(written)


def _inert(line: Text) -> Text:
    """The same line in its colours, with one character of each command spelt out."""
    for place in reversed(commands(line.plain)):
        line = line[:place].append(escaped(line.plain[place])).append_text(line[place + 1 :])
    return line
