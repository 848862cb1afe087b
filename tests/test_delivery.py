"""Where reports go."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from attribution_lint.cli import Exit, main
from tests.test_cli import COMPLETE, DANGLING, OWN


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with one incomplete page in the current folder, which no CI watches."""
    (tmp_path / "own.html").write_text(OWN, encoding="utf-8")
    (tmp_path / "bad.html").write_text(DANGLING, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def check(*options: str) -> int:
    """Check the site."""
    return main(["check", "--no-cache", *options])


def test_several_at_once(site: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Each format goes to its own place, and says the same."""
    code = check("--output-format", "concise", "--output-format", "json:report.json", "--output-format=full:full.txt")
    assert code == Exit.FINDINGS
    assert b"bad.html:" in capsysbinary.readouterr().out
    assert [item["path"] for item in json.loads((site / "report.json").read_text())["findings"]] == ["bad.html"]
    assert "error[dangling-credit]" in (site / "full.txt").read_text(encoding="utf-8")


def test_only_files(site: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Where all have a file, nothing is printed."""
    check("--output-format", "concise:a.txt", "--output-format", "json:b.json")
    assert capsysbinary.readouterr().out == b""
    assert (site / "a.txt").exists()
    assert (site / "b.json").exists()


def test_output_file_is_for_the_format_without_one(site: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """`--output-file` and a format with its own file go together."""
    check("--output-format", "concise", "--output-format", "json:b.json", "--output-file", "a.txt")
    assert capsysbinary.readouterr().out == b""
    assert "bad.html:" in (site / "a.txt").read_text(encoding="utf-8")


@pytest.mark.usefixtures("site")
def test_standard_output_by_name(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """`-` is standard output."""
    check("--output-format", "concise:-")
    assert b"bad.html:" in capsysbinary.readouterr().out


def test_unwritable(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A place that cannot be written to is trouble, with its name; all other reports are written."""
    formats = ("json:none/b.json", "full:none/c.txt", "concise:d.txt", "statistics")
    assert check(*(f"--output-format={name}" for name in formats)) == Exit.TROUBLE
    captured = capsys.readouterr()
    assert "none/b.json" in captured.err
    assert "none/c.txt" in captured.err
    assert "dangling-credit" in captured.out
    assert "bad.html:" in (site / "d.txt").read_text(encoding="utf-8")
    assert not (site / "none").exists()


class TestGitHub:
    """Inside GitHub Actions."""

    @pytest.fixture
    def summary(self, site: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """The file of the job's page, which another step has written to."""
        path = site / "summary"
        path.write_text("before\n", encoding="utf-8")
        monkeypatch.setenv("GITHUB_ACTIONS", "true")
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
        return path

    def test_three_places(self, summary: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
        """Without a word on formats: the report for people, annotations, and the page of the job."""
        assert check() == Exit.FINDINGS
        out = capsysbinary.readouterr().out.decode()
        assert "error[dangling-credit]" in out
        assert "::error title=dangling-credit,file=bad.html," in out
        text = summary.read_text(encoding="utf-8")
        assert text.startswith("before\n")
        assert "dangling-credit" in text

    @pytest.mark.parametrize("options", [("--output-format", "concise"), ("--output-format", "json:x.json")])
    def test_a_format_is_obeyed(
        self, summary: Path, capsysbinary: pytest.CaptureFixture[bytes], options: tuple[str, ...]
    ) -> None:
        """Who names a format gets that and nothing else."""
        check(*options)
        assert b"::error" not in capsysbinary.readouterr().out
        assert summary.read_text(encoding="utf-8") == "before\n"

    def test_summary_that_cannot_be_written(
        self, summary: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The run is not lost by it, and it is told."""
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary.parent / "none" / "summary"))
        assert check() == Exit.FINDINGS
        assert "GITHUB_STEP_SUMMARY cannot be written" in capsys.readouterr().err

    def test_clean(self, site: Path, summary: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
        """A clean run annotates nothing."""
        (site / "bad.html").write_text(COMPLETE, encoding="utf-8")
        assert check() == Exit.CLEAN
        assert b"::" not in capsysbinary.readouterr().out
        assert summary.read_text(encoding="utf-8") != "before\n"

    def test_inventory_judges_nothing(self, summary: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
        """There is nothing to annotate for `inventory`."""
        assert main(["inventory"]) == Exit.CLEAN
        assert b"::" not in capsysbinary.readouterr().out
        assert summary.read_text(encoding="utf-8") == "before\n"

    @pytest.mark.parametrize("value", ["false", "", "1"])
    def test_elsewhere(
        self, summary: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes], value: str
    ) -> None:
        """Nothing of it happens where GitHub's runner is not said to be there."""
        monkeypatch.setenv("GITHUB_ACTIONS", value)
        check()
        assert b"::error" not in capsysbinary.readouterr().out
        assert summary.read_text(encoding="utf-8") == "before\n"
