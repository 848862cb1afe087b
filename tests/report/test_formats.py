"""Formats are found by name, and none gets in the way of another."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from attribution_lint import report
from attribution_lint.report import CHECK_FORMATS, INVENTORY_FORMATS
from attribution_lint.report.style import Style

from .builders import sample

ROOT = Path(__file__).parents[2]
FORMATS = [(name, formats) for formats in (CHECK_FORMATS, INVENTORY_FORMATS) for name in formats]


@pytest.mark.parametrize(("name", "formats"), FORMATS)
def test_renders_again_and_again(name: str, formats: Mapping[str, str]) -> None:
    """Each format gives the same text each time, whatever was rendered before."""
    first = report.render(name, sample(), Style(), formats)
    for other, beside in FORMATS:
        report.render(other, sample(), Style(), beside)
    assert report.render(name, sample(), Style(), formats) == first


@pytest.mark.parametrize(("name", "formats"), FORMATS)
def test_only_the_asked_format_is_imported(name: str, formats: Mapping[str, str]) -> None:
    """A run pays for no format that it does not write; `auto` writes another."""
    command = "check" if formats is CHECK_FORMATS else "inventory"
    code = (
        "import sys\n"
        "from attribution_lint import report\n"
        "from attribution_lint.model import Report\n"
        "from attribution_lint.report.style import Style\n"
        f"report.render({name!r}, Report(), Style(), report.{command.upper()}_FORMATS)\n"
        "print(*sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8", cwd=ROOT)
    written = {f"attribution_lint.report.{module}" for _, all_of in FORMATS for module in all_of.values()}
    expected = {"auto", "full"} if name == "auto" else {formats[name]}
    assert set(ran.stdout.split()) & written == {f"attribution_lint.report.{module}" for module in expected}


def test_each_is_documented() -> None:
    """The page on formats has a row for each format of `check`, and for no other."""
    rows = re.findall(r"^\| `(\w+)`", (ROOT / "docs" / "formats.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == list(CHECK_FORMATS)
