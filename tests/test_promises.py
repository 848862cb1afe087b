"""What docs/promises.md says of exit codes, formats and fingerprints is so."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

from attribution_lint.cli import Exit, main
from attribution_lint.report import CHECK_FORMATS, INVENTORY_FORMATS
from attribution_lint.report.fields import FORMAT_VERSION

TEXT = (Path(__file__).parents[1] / "docs" / "promises.md").read_text(encoding="utf-8")
MARKED = "This   article is reproduced from:"
PAGE = f"<!DOCTYPE html>\n<title>Seals</title>\n<h1>Seals</h1>\n<p>Seals under the pier.</p>\n<p>{MARKED}</p>\n"


def fingerprints(path: str, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """The fingerprints of the findings on a page, by rule."""
    main(["check", path, "--output-format", "json", "--no-cache"])
    return {item["rule"]: item["fingerprint"] for item in json.loads(capsys.readouterr().out)["findings"]}


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every run starts where the page lies."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seals.html").write_text(PAGE, encoding="utf-8")


def test_exit_codes() -> None:
    """The table has every exit code that there is, and no other."""
    table = TEXT.split("## Exit codes")[1].split("##")[0]
    assert {int(code) for code in re.findall(r"(?m)^\| (\d+) \|", table)} == set(Exit)


def test_formats() -> None:
    """Each format is said to be for people or for programs, and the version of the JSON format is the real one."""
    section = TEXT.split("## Formats for programs")[1].split("##")[0]
    named = set(re.findall(r"`(\w+)`", section))
    assert (set(CHECK_FORMATS) | set(INVENTORY_FORMATS)) - {"explain"} <= named
    assert f'`"version": {FORMAT_VERSION}`' in section


def test_fingerprint_is_made_of_what_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Path, rule, marked text with its white space collapsed, and the number among like findings."""
    parts = ("seals.html", "dangling-credit", " ".join(MARKED.split()), "0")
    expected = hashlib.sha256("\0".join(parts).encode()).hexdigest()
    assert fingerprints("seals.html", capsys)["dangling-credit"] == expected


def test_fingerprint_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Text above the finding and another severity make no other of it."""
    before = fingerprints("seals.html", capsys)
    (tmp_path / "seals.html").write_text(PAGE.replace("<h1>", "<p>Eleven of them.</p>\n\n<h1>"), encoding="utf-8")
    (tmp_path / "attribution-lint.toml").write_text('[severity]\ndangling-credit = "note"\n', encoding="utf-8")
    assert fingerprints("seals.html", capsys) == before


def test_fingerprint_changes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another path, also by another working directory, makes another of it, and so does another marked text."""
    seen = {fingerprints("seals.html", capsys)["dangling-credit"]}
    (tmp_path / "posts").mkdir()
    (tmp_path / "seals.html").rename(tmp_path / "posts" / "seals.html")
    seen.add(fingerprints("posts/seals.html", capsys)["dangling-credit"])
    (tmp_path / "posts" / "seals.html").write_text(PAGE.replace("reproduced", "reprinted"), encoding="utf-8")
    seen.add(fingerprints("posts/seals.html", capsys)["dangling-credit"])
    assert len(seen) == 3
