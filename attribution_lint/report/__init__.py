"""Reporters: each takes a `Report` and a `Style` and returns text; none prints."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Final, Protocol, cast

from attribution_lint.model import Report
from attribution_lint.report.style import Style

CHECK_FORMATS: Final[Mapping[str, str]] = {
    "auto": "auto",
    "full": "full",
    "concise": "concise",
    "grouped": "grouped",
    "statistics": "statistics",
    "json": "as_json",
    "jsonl": "check_jsonl",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "markdown": "markdown",
    "csv": "as_csv",
}
"""Names of the formats of `check`, the default first, and the modules that write them."""
INVENTORY_FORMATS: Final[Mapping[str, str]] = {"table": "table", "jsonl": "inventory_jsonl", "explain": "explain"}
"""The same for `inventory`."""
MACHINE_FORMATS: Final = frozenset({"json", "jsonl", "sarif", "github", "gitlab", "junit", "markdown", "csv"})
"""Formats that programs read: always UTF-8, whatever the terminal."""
SOURCE_FORMATS: Final = frozenset({"auto", "full"})
"""Formats of `check` that show source lines; for the others none need be kept."""
RULES_FORMATS: Final = frozenset({"sarif"})
"""Formats that tell about the rules that ran, not only about what they found."""


class Reporter(Protocol):
    """What a format module offers."""

    def render(self, report: Report, style: Style) -> str:
        """Lay out a report."""


def render(name: str, report: Report, style: Style, formats: Mapping[str, str] = CHECK_FORMATS) -> str:
    """Lay out a report in one of a command's formats; only the module of that format is imported."""
    return cast("Reporter", import_module(f"{__name__}.{formats[name]}")).render(report, style)
