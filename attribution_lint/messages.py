"""What is told beside a report: lines on standard output and messages on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from attribution_lint.output import stream_style, write_stream
from attribution_lint.report.visible import shown_line

_PROGRAM = "attribution-lint"


def print_lines(lines: Iterable[str]) -> None:
    """Write lines to standard output."""
    unicode = stream_style(sys.stdout, os.environ).unicode
    write_stream("".join(shown_line(line, unicode=unicode) + "\n" for line in lines), sys.stdout)


def say(message: str) -> None:
    """Tell the user something that is no part of the report."""
    unicode = stream_style(sys.stderr, os.environ).unicode
    lines = [shown_line(line, unicode=unicode) for line in message.split("\n")]
    write_stream(f"{_PROGRAM}: " + "\n".join(lines) + "\n", sys.stderr)
