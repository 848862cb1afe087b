"""How a report may look: what the reporters know of the place where their text will be shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

NARROWEST = 60
"""Cells below which no human format fits its lines."""


class Detail(StrEnum):
    """How much of a run a human format tells."""

    QUIET = "quiet"
    """Findings and problems only: no summary, and so nothing that differs between two runs on the same input."""
    NORMAL = "normal"
    """Findings, problems and the summary."""
    VERBOSE = "verbose"
    """Also the pages that owe nothing more."""


@dataclass(frozen=True, slots=True)
class Style:
    """The looks of a human format; machine formats ignore it."""

    width: int = 100
    """In terminal cells."""
    colour: bool = False
    unicode: bool = True
    """False: nothing but ASCII is written, other characters as escapes."""
    base: str | None = None
    """`file:` URI of the working directory, where paths are to be terminal hyperlinks (needs colour); None for none."""
    detail: Detail = Detail.NORMAL
