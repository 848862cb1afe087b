"""The tool as a command."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.processes import Command

TOOL = (sys.executable, "-m", "attribution_lint")
VERSION = Command((*TOOL, "--version"), Path())


def check(folder: Path, *options: str, paths: tuple[str, ...] = (".",), cores: int = 0) -> Command:
    """Check the pages of a folder; what is found there is no failure, nor is a page that cannot be read."""
    words = (*TOOL, "check", "--quiet", "--output-format", "json", "--exit-zero", *options, *paths)
    return Command(words, folder, codes=(0, 2), cores=cores)


def check_cold(folder: Path, *options: str, paths: tuple[str, ...] = (".",)) -> Command:
    """Check in one process, all anew."""
    return check(folder, "--jobs", "1", "--no-cache", *options, paths=paths)


def in_format(name: str, folder: Path, *options: str) -> Command:
    """Check the pages of a folder, and write a report in one of the formats."""
    return Command((*TOOL, "check", "--exit-zero", "--output-format", name, *options, "."), folder)


def inventory(folder: Path) -> Command:
    """What the tool concludes of the pages of a folder."""
    return Command((*TOOL, "inventory", "--quiet", "--output-format", "jsonl", "."), folder)
