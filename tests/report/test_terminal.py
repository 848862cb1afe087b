"""Styled lines become text in which nothing is a command."""

from __future__ import annotations

import pytest
from rich.text import Text

from attribution_lint.report.style import Style
from attribution_lint.report.terminal import to_string

STYLES = [Style(), Style(colour=True)]


@pytest.mark.parametrize("style", STYLES)
def test_commands_are_spelt_out(style: Style) -> None:
    """Also where the command is put together of pieces in several colours."""
    lines = [Text("  ").append(":", "red").append(":error::x", "bold"), Text("a #").append("#[group]", "blue")]
    plain = Text.from_ansi(to_string(lines, style)).plain
    assert plain.splitlines() == ["  \\x3a:error::x", "a ##\\x5bgroup]"]


@pytest.mark.parametrize("style", STYLES)
def test_other_lines_stay(style: Style) -> None:
    """A line that is none is not touched, and the colours of one that is stay."""
    assert Text.from_ansi(to_string([Text("a::b"), Text("# x")], style)).plain.splitlines() == ["a::b", "# x"]


def test_colours_stay() -> None:
    """What is spelt out takes nothing else's colour away."""
    assert to_string([Text("::x ").append("red", "red")], Style(colour=True)).endswith("\x1b[31mred\x1b[0m\n")
