"""Where the report of a run goes: standard output, files, and what GitHub Actions shows beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from attribution_lint.output import OutputError, file_style, stream_style, write_file, write_stream
from attribution_lint.report import CHECK_FORMATS, MACHINE_FORMATS, render
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
    named_by: str = field(default="", compare=False)
    """The option or variable that names the file, if it is not that of the format."""

    def __str__(self) -> str:
        return self.format if self.file is None else f"{self.format}:{self.file}"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a command was started, and what was asked for of how reports look."""

    stream: TextIO
    """Standard output."""
    environment: Mapping[str, str]
    colour: str
    """auto, always or never."""
    width: int | None
    """In cells; None for that of the terminal."""
    detail: Detail

    @property
    def is_on_github(self) -> bool:
        """Whether GitHub Actions runs this, which reads commands from what is printed."""
        return self.environment.get("GITHUB_ACTIONS") == "true"


def deliver(
    report: Report,
    outputs: Sequence[Output],
    surroundings: Surroundings,
    formats: Mapping[str, str] = CHECK_FORMATS,
) -> None:
    """Write a report to all its places.

    Args:
        report: what is told.
        outputs: what was asked for; where that is nothing, the first of the formats goes to standard output.
        surroundings: of the command.
        formats: those of the command.

    Raises:
        OutputError: something cannot be written; all else has been.
    """
    trouble: list[str] = []
    for output in outputs or (Output(next(iter(formats))),):
        try:
            _write(report, output, surroundings, formats)
        except OutputError as error:
            trouble.append(str(error))
    if trouble:
        raise OutputError("\n".join(trouble))


def annotate(report: Report, surroundings: Surroundings) -> str | None:
    """Show findings beside the lines of a pull request, and all of them on the page of the job.

    Returns:
        what went wrong with the page of the job, if anything did: a run is not lost by that.
    """
    write_stream(render(ANNOTATIONS, report, Style()), surroundings.stream, encoding="utf-8")
    path = surroundings.environment.get(_SUMMARY_VARIABLE)
    if not path:
        return None
    summary = render(JOB_SUMMARY, report, Style()).encode("utf-8", "backslashreplace")
    try:
        # Appended, because other steps of the job write there too.
        with Path(path).open("ab") as file:
            file.write(summary)
    except (OSError, ValueError) as error:
        return f"{_SUMMARY_VARIABLE} cannot be written: {error}"
    return None


def _write(report: Report, output: Output, surroundings: Surroundings, formats: Mapping[str, str]) -> None:
    """Write one format to its place."""
    colour, width, detail = surroundings.colour, surroundings.width, surroundings.detail
    if output.file is not None:
        style = file_style(colour=colour, width=width, detail=detail)
        text = render(output.format, report, style, formats)
        write_file(text, output.file, output.named_by or f"the {output.format} report for")
        return
    stream = surroundings.stream
    style = stream_style(stream, surroundings.environment, colour=colour, width=width, detail=detail)
    encoding = "utf-8" if output.format in MACHINE_FORMATS else None
    write_stream(render(output.format, report, style, formats), stream, encoding=encoding)
