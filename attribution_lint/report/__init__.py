"""Reporters: each takes a `Report` and a `Style` and returns text; none prints."""

from __future__ import annotations

from importlib import import_module
from typing import Final, Protocol, cast

from attribution_lint.model import Report
from attribution_lint.report.style import Style

CHECK_FORMATS: Final = {"full": "full", "concise": "concise", "json": "as_json"}
"""Names of the formats of `check`, the default first, and the modules that write them."""
INVENTORY_FORMATS: Final = {"table": "table", "jsonl": "jsonl", "explain": "explain"}
"""The same for `inventory`."""
MACHINE_FORMATS: Final = frozenset({"json", "jsonl"})
"""Formats for programs: always UTF-8, whatever the terminal."""
SOURCE_FORMATS: Final = frozenset({"full"})
"""Formats of `check` that show source lines; for the others none need be kept."""


class Reporter(Protocol):
    """What a format module offers."""

    def render(self, report: Report, style: Style) -> str:
        """Lay out a report."""


def render(name: str, report: Report, style: Style) -> str:
    """Lay out a report in the format of that name; only the module of that format is imported."""
    module = ({**CHECK_FORMATS, **INVENTORY_FORMATS})[name]
    return cast("Reporter", import_module(f"{__name__}.{module}")).render(report, style)
