"""From styled lines to a string, with or without terminal codes."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO

from rich.text import Text

from attribution_lint.report.style import Style


def to_string(lines: Sequence[Text], style: Style) -> str:
    """Write lines as they are, never wrapped or cut, each with a line feed after it."""
    for line in lines:
        line.rstrip()
    if not style.colour or not lines:
        return "".join(f"{line.plain}\n" for line in lines)
    from rich.console import Console

    target = StringIO()
    # An empty environment: what the terminal can do was decided once, in the style.
    console = Console(
        file=target,
        width=style.width,
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
        _environ={},
    )
    console.print(Text("\n").join(lines), soft_wrap=True)
    return target.getvalue()
