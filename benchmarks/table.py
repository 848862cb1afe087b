"""What was measured, as one table for people and as JSON for machines."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text


class Verdict(StrEnum):
    """Whether a measure keeps its bar."""

    KEPT = "kept"
    MISSED = "missed"
    SKIPPED = "skipped"
    FAILED = "failed"
    NONE = "-"
    """There is no bar."""


_STYLES = {
    Verdict.KEPT: "green",
    Verdict.MISSED: "bold red",
    Verdict.SKIPPED: "yellow",
    Verdict.FAILED: "bold red",
    Verdict.NONE: "dim",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One measure."""

    measure: str
    bar: str
    measured: str
    reference: str
    """What it is measured against, and what that took; for a row without a measure, why."""
    verdict: Verdict
    value: float | None = None
    """What is compared with the bar."""
    details: dict[str, float] = field(default_factory=dict)
    """Seconds and bytes behind it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """What a measure has to keep."""

    value: float
    unit: str = "×"
    least: bool = False
    """The bar is the least that is enough, not the most that is allowed."""

    def row(self, measure: str, value: float, reference: str, **details: float) -> Row:
        """The row of a measured value."""
        kept = value >= self.value if self.least else value <= self.value
        words = f"{'≥' if self.least else '≤'} {self.value:g} {self.unit}"
        verdict = Verdict.KEPT if kept else Verdict.MISSED
        return Row(measure, words, f"{value:.2f} {self.unit}", reference, verdict, value, details)


def skipped(measure: str, why: str) -> Row:
    """A row that could not be measured here."""
    return Row(measure, "", "", why, Verdict.SKIPPED)


def failed(part: str, why: str) -> Row:
    """A row for a part whose commands did not do their work."""
    return Row(part, "", "", why, Verdict.FAILED)


def show(rows: Sequence[Row], title: str, console: Console) -> None:
    """Print the table."""
    # In a file it is Markdown, for README.md.
    lines = box.HEAVY_HEAD if console.is_terminal else box.MARKDOWN
    table = Table(title=title, title_justify="left", box=lines)
    for name in ("measure", "bar", "measured", "reference", "verdict"):
        table.add_column(name, overflow="fold", no_wrap=name in {"bar", "measured", "verdict"})
    for row in rows:
        cells = (row.measure, row.bar, row.measured, row.reference)
        table.add_row(*map(Text, cells), Text(row.verdict.value, _STYLES[row.verdict]))
    console.print(table)


def write_json(rows: Sequence[Row], machine: dict[str, str], file: Path) -> None:
    """Write all that is known of each row."""
    text = json.dumps({"machine": machine, "rows": [asdict(row) for row in rows]}, ensure_ascii=False, indent=2)
    file.write_text(text + "\n", encoding="utf-8")
