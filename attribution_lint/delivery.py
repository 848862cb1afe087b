"""Where the report of a run goes: standard output, files, and what GitHub Actions shows beside them."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from attribution_lint.output import file_style, stream_style, write_file, write_stream
from attribution_lint.report import CHECK_FORMATS, MACHINE_FORMATS, fitting, render
from attribution_lint.report.style import Style

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from attribution_lint.model import Report
    from attribution_lint.report.style import Detail

ANNOTATIONS = "github"
JOB_SUMMARY = "markdown"
_SUMMARY_VARIABLE = "GITHUB_STEP_SUMMARY"


@dataclass(frozen=True, slots=True)
class Output:
    """One format of a report, and where it goes."""

    format: str
    file: str | None = None
    """None for standard output."""


@dataclass(frozen=True, slots=True)
class Looks:
    """What the command line says of how reports look; for the rest it depends on where one goes."""

    colour: str
    """auto, always or never."""
    width: int | None
    """In cells; None for that of the terminal."""
    detail: Detail


def is_on_github(environment: Mapping[str, str]) -> bool:
    """Whether GitHub Actions runs this, which reads commands from what is printed."""
    return environment.get("GITHUB_ACTIONS") == "true"


def deliver(
    report: Report,
    outputs: Sequence[Output],
    looks: Looks,
    environment: Mapping[str, str],
    formats: Mapping[str, str] = CHECK_FORMATS,
) -> None:
    """Write a report to all its places.

    Args:
        report: what is told.
        outputs: what was asked for; where that is nothing, the first of the formats goes to standard output.
        looks: what was asked for.
        environment: of the process.
        formats: those of the command.

    Raises:
        OutputError: something cannot be written; what comes before it has been.
    """
    for output in outputs:
        _write(report, output, output.format, looks, environment, formats)
    if not outputs:
        default = next(iter(formats))
        _write(report, Output(default), fitting(default, report), looks, environment, formats)


def annotate(report: Report, environment: Mapping[str, str]) -> str | None:
    """Show findings beside the lines of a pull request, and all of them on the page of the job.

    Returns:
        what went wrong with the page of the job, if anything did: a run is not lost by that.
    """
    style = Style()
    write_stream(render(ANNOTATIONS, report, style), sys.stdout, encoding="utf-8")
    path = environment.get(_SUMMARY_VARIABLE)
    if not path:
        return None
    summary = render(JOB_SUMMARY, report, style).encode("utf-8", "backslashreplace")
    try:
        # Appended, because other steps of the job write there too.
        with Path(path).open("ab") as file:
            file.write(summary)
    except (OSError, ValueError) as error:
        return f"{_SUMMARY_VARIABLE} cannot be written: {error}"
    return None


def _write(  # noqa: PLR0913, PLR0917 - what is written, where, and all that its looks hang on
    report: Report,
    output: Output,
    name: str,
    looks: Looks,
    environment: Mapping[str, str],
    formats: Mapping[str, str],
) -> None:
    """Write one of the formats, or what stands in for it, to its place."""
    if output.file is not None:
        style = file_style(colour=looks.colour, width=looks.width, detail=looks.detail)
        write_file(render(name, report, style, formats), output.file)
        return
    style = stream_style(sys.stdout, environment, colour=looks.colour, width=looks.width, detail=looks.detail)
    encoding = "utf-8" if name in MACHINE_FORMATS else None
    write_stream(render(name, report, style, formats), sys.stdout, encoding=encoding)
