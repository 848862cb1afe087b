"""The command line: what it prints where, and which exit code says what."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from attribution_lint.cli import Exit, main

ROOT = Path(__file__).parent.parent
TEXT = "<p>{}</p>" * 3
PARAGRAPHS = TEXT.format(
    "The harbour of the old town is going to be closed to ships for two years, the council decided on Monday.",
    "Divers had found that the wall below the water line is broken in more than thirty places, some a metre wide.",
    "The work is to begin in spring and to cost nine millions, of which the region pays a third, the mayor said.",
)
OWN = f"<html lang=en><title>Harbour closes</title><article><h1>Harbour closes</h1>{PARAGRAPHS}</article></html>"
CREDIT = (
    '<p>This article was originally published by <a href="https://www.theguardian.com/uk/2024/mar/05/harbour-closes">'
    "The Guardian</a> and is republished with permission. © 2024 The Guardian.</p>"
)
COMPLETE = OWN.replace("</article>", f"{CREDIT}</article>")
DANGLING = COMPLETE.replace("</article>", "<p>This article is reproduced from:</p></article>")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty site in the current folder, and an environment without a say in how reports look."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def spawn(*arguments: str, cwd: Path, page: str = "", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the tool as a program of its own."""
    return subprocess.run(
        [sys.executable, "-m", "attribution_lint", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        input=page.encode(),
        capture_output=True,
        check=False,
        timeout=60,
    )


class TestExitCodes:
    """What the exit code says."""

    def test_clean(self, site: Path) -> None:
        """A republished page that owes nothing is clean."""
        (site / "a.html").write_text(COMPLETE)
        assert main(["check"]) == Exit.CLEAN

    def test_findings(self, site: Path) -> None:
        """An error is a failure, unless asked otherwise."""
        (site / "a.html").write_text(DANGLING)
        assert main(["check"]) == Exit.FINDINGS
        assert main(["check", "--fail-on", "note"]) == Exit.FINDINGS
        assert main(["check", "--fail-on", "never"]) == Exit.CLEAN
        assert main(["check", "--exit-zero"]) == Exit.CLEAN
        assert main(["check", "--ignore", "dangling-credit"]) == Exit.CLEAN
        assert main(["check", "--select", "original-url,source-outlet"]) == Exit.CLEAN

    def test_severity_below_the_limit(self, site: Path) -> None:
        """A finding milder than --fail-on is reported, and no failure."""
        (site / "a.html").write_text(DANGLING)
        (site / "attribution-lint.toml").write_text('[severity]\ndangling-credit = "warning"\n')
        assert main(["check"]) == Exit.CLEAN
        assert main(["check", "--fail-on", "warning"]) == Exit.FINDINGS

    def test_unreadable_page(self, site: Path) -> None:
        """A page that could not be read is trouble, whatever else was found, and --exit-zero does not hide it."""
        (site / "a.html").write_text(DANGLING)
        (site / "b.html").write_bytes(b"")
        assert main(["check"]) == Exit.TROUBLE
        assert main(["check", "--exit-zero"]) == Exit.TROUBLE
        assert main(["inventory"]) == Exit.TROUBLE

    def test_nothing_to_check(self, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A folder without pages is no clean site, unless that is allowed."""
        assert main(["check"]) == Exit.NOTHING
        assert "nothing to check" in capsys.readouterr().err
        assert main(["inventory", str(site)]) == Exit.NOTHING
        assert main(["check", "--allow-empty"]) == Exit.CLEAN

    def test_everything_excluded(self, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Where pages are there and none is left, that is said."""
        (site / "a.html").write_text(DANGLING)
        assert main(["check", "a.html", "--exclude", "*.html"]) == Exit.NOTHING
        assert "found in 'a.html', for 1 page or folder is excluded" in capsys.readouterr().err

    def test_own_pages_only(self, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A site of own pages is clean, and it is said loudly that nothing was republished."""
        (site / "a.html").write_text(OWN)
        assert main(["check"]) == Exit.CLEAN
        assert "NO REPUBLISHED PAGE FOUND" in capsys.readouterr().out

    @pytest.mark.parametrize(
        ("line", "message"),
        [
            ("chek", "did you mean 'check'"),
            ("check --output-format ful", "did you mean 'full'"),
            ("check --select original-ur", 'there is no rule "original-ur"; did you mean "original-url"?'),
            (
                "check --ignore nonsense",
                'there is no rule "nonsense"; the rules are any-credit, copyright-disclaimer, ',
            ),
            ("rule dangling", "unknown rule 'dangling'; did you mean 'dangling-credit'?"),
            ("check --config none.toml", "none.toml"),
            ("check no-such-folder", "no-such-folder"),
            ("", "a command is missing"),
        ],
    )
    def test_wrong_usage(self, site: Path, line: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
        """What cannot be done is told on standard error or in the report, and is trouble."""
        (site / "a.html").write_text(COMPLETE)
        assert main(line.split()) == Exit.TROUBLE
        captured = capsys.readouterr()
        assert message in captured.err + captured.out

    def test_wrong_configuration(self, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A mistake in the configuration is told, and nothing is reported on its ground."""
        (site / "a.html").write_text(COMPLETE)
        (site / "attribution-lint.toml").write_text("sit-url = 'https://example.org/'\n")
        assert main(["check"]) == Exit.TROUBLE
        captured = capsys.readouterr()
        assert not captured.out
        assert "site-url" in captured.err


class TestOutput:
    """What is printed, and where."""

    def test_same_bytes_in_any_order(self, site: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
        """The order of the arguments changes nothing, and no page is checked twice."""
        for name in ("a", "b", "c"):
            (site / f"{name}.html").write_text(DANGLING)
        outputs = set()
        for paths in (["a.html", "b.html", "c.html"], ["c.html", ".", "a.html"], ["."]):
            for layout in ("full", "concise"):
                assert main(["check", "--quiet", "--output-format", layout, *paths]) == Exit.FINDINGS
                outputs.add((layout, capfdbinary.readouterr().out))
        assert len(outputs) == 2

    def test_json(self, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Standard output holds the data and nothing else."""
        (site / "a.html").write_text(DANGLING)
        main(["check", "--output-format", "json"])
        captured = capsys.readouterr()
        value = json.loads(captured.out)
        assert value["summary"]["errors"] == 1
        assert [finding["rule"] for finding in value["findings"]] == ["dangling-credit"]
        assert not captured.err

    def test_inventory(self, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """The inventory has a line a page, sorted by path, and judges none."""
        (site / "b.html").write_text(DANGLING)
        (site / "a.html").write_text(OWN)
        assert main(["inventory", "--output-format", "jsonl"]) == Exit.CLEAN
        first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
        assert (first["path"], first["status"]) == ("a.html", "own")
        assert (second["path"], second["status"]) == ("b.html", "republished")
        assert second["outlet"] == "The Guardian"
        assert all(item["line"] >= 1 for item in second["evidence"])

    def test_output_file(self, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A report in a file is the same report, and the exit code is the same."""
        (site / "a.html").write_text(DANGLING)
        assert main(["check", "-q", "--output-file", "report.txt"]) == Exit.FINDINGS
        assert not capsys.readouterr().out
        main(["check", "-q"])
        assert (site / "report.txt").read_text() == capsys.readouterr().out

    def test_output_file_that_is_a_folder(self, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A folder is refused with a message."""
        (site / "a.html").write_text(COMPLETE)
        assert main(["check", "--output-file", "."]) == Exit.TROUBLE
        assert "this is a folder" in capsys.readouterr().err

    def test_verbose(self, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Complete pages are named when asked for."""
        (site / "a.html").write_text(COMPLETE)
        main(["check", "-v"])
        assert "✔ a.html  republished from The Guardian" in capsys.readouterr().out

    def test_no_control_codes_in_a_log(self, site: Path) -> None:
        """Without a terminal the report is plain text, on both streams."""
        (site / "a.html").write_text(DANGLING)
        result = spawn("check", cwd=site)
        assert result.returncode == Exit.FINDINGS
        assert b"\x1b" not in result.stdout
        assert not result.stderr

    def test_hostile_arguments(self, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Control characters of a mistyped argument do not reach the terminal."""
        (site / "a.html").write_text(COMPLETE)
        assert main(["check", "--select", "\x1b[2J"]) == Exit.TROUBLE
        assert "\\x1b[2J" in capsys.readouterr().err

    def test_ascii_stream(self, site: Path) -> None:
        """A stream that can encode ASCII only gets ASCII, and JSON stays UTF-8."""
        (site / "é.html").write_text(DANGLING)
        plain = spawn("check", cwd=site, PYTHONIOENCODING="ascii")
        assert plain.stdout.isascii()
        assert b"-- \\xe9.html ---" in plain.stdout
        data = spawn("check", "--output-format", "json", cwd=site, PYTHONIOENCODING="ascii")
        assert json.loads(data.stdout.decode())["findings"][0]["path"] == "é.html"


class TestStandardInput:
    """A page that comes through a pipe."""

    def test_page_from_a_pipe(self, site: Path) -> None:
        """A single - reads standard input, named as asked for."""
        line = "check - --stdin-filename posts/x.html --output-format concise -q"
        result = spawn(*line.split(), cwd=site, page=DANGLING)
        assert result.returncode == Exit.FINDINGS
        assert re.fullmatch(rb"posts/x\.html:1:\d+: error dangling-credit [^\n]+\n", result.stdout)


class TestRule:
    """The documentation of rules."""

    def test_table(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Without an id all rules are listed, a line each."""
        assert main(["rule"]) == Exit.CLEAN
        names = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
        assert {"copyright-disclaimer", "dangling-credit", "original-url", "source-outlet"} <= set(names)
        assert names == sorted(names)

    def test_one(self, capsys: pytest.CaptureFixture[str]) -> None:
        """With an id there is the whole documentation."""
        assert main(["rule", "original-url"]) == Exit.CLEAN
        text = capsys.readouterr().out
        assert text.startswith("# original-url\n")
        assert "## Use instead" in text


class TestImports:
    """What a command does not use, it does not wait for."""

    @pytest.mark.parametrize(
        ("line", "modules"),
        [
            ("--version", {"lxml", "rich", "re2", "tomllib"}),
            ("rule", {"lxml", "rich", "re2"}),
            ("check --output-format json", {"rich", "shtab", "subprocess"}),
            ("check --output-format concise", {"rich"}),
            ("inventory --output-format jsonl", {"rich"}),
        ],
    )
    def test_not_imported(self, site: Path, line: str, modules: set[str]) -> None:
        """Heavy modules stay out of commands and formats that do without."""
        (site / "a.html").write_text(COMPLETE)
        code = (
            "import sys\nfrom attribution_lint.cli import main\n"
            "try: main(sys.argv[1:])\nexcept SystemExit: pass\n"
            "print('modules', *sys.modules, file=sys.stderr)"
        )
        result = subprocess.run(
            [sys.executable, "-c", code, *line.split()],
            cwd=site,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        loaded = set(result.stderr.split())
        assert "attribution_lint.cli" in loaded
        assert not modules & loaded


class TestTerminal:
    """A real terminal, and the user at it."""

    def test_colour_and_hyperlinks(self, site: Path) -> None:
        """A terminal gets colours and paths that open on a click."""
        (site / "a.html").write_text(DANGLING)
        control, terminal = pty.openpty()
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "90"}
        command = [sys.executable, "-m", "attribution_lint", "check"]
        with subprocess.Popen(command, cwd=site, env=environment, stdout=terminal, stderr=terminal) as process:
            os.close(terminal)
            output = b""
            while chunk := _read(control):
                output += chunk
        os.close(control)
        assert process.returncode == Exit.FINDINGS
        assert b"\x1b[1;31merror" in output
        assert f";{site.as_uri()}/a.html\x1b\\".encode() in output

    def test_interrupt(self, site: Path) -> None:
        """Ctrl-C ends the run with the shell's code for it, and no traceback."""
        for number in range(3000):
            (site / f"{number}.html").write_text(COMPLETE)
        command = [sys.executable, "-m", "attribution_lint", "check"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        with subprocess.Popen(command, cwd=site, env=environment, stderr=subprocess.PIPE) as process:
            time.sleep(1.0)
            process.send_signal(signal.SIGINT)
            _, errors = process.communicate(timeout=30)
        assert process.returncode == Exit.INTERRUPTED
        assert b"Traceback" not in errors

    def test_broken_pipe(self, site: Path) -> None:
        """A reader that goes away is no fault, and no noise."""
        for number in range(30):
            (site / f"{number}.html").write_text(DANGLING)
        command = f"{sys.executable} -m attribution_lint check | true"
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        result = subprocess.run(command, shell=True, cwd=site, env=environment, capture_output=True, check=True)  # noqa: S602
        assert not result.stderr


def _read(descriptor: int) -> bytes:
    """What a terminal has to say next; nothing once its program has ended."""
    try:
        return os.read(descriptor, 65536)
    except OSError:
        return b""


class TestInit:
    """What stands on most pages is recorded, and read again."""

    BUTTON = "<p>Republish this article for free, under a Creative Commons licence.</p>"

    @pytest.fixture
    def pages(self, site: Path) -> Path:
        """Nine pages of a site, with a button on each."""
        for number in range(9):
            (site / f"{number}.html").write_text(OWN.replace("</article>", f"{self.BUTTON}</article>"))
        return site

    def test_recorded(self, pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """The file is written beside the configuration, and what is in it is told."""
        (pages / "attribution-lint.toml").write_text('site-url = "https://town.example/"')
        (pages / "sub").mkdir()
        assert main(["init", "."]) == Exit.CLEAN
        told = capsys.readouterr().out
        assert "attribution-lint.site.json: 1 text stands on most of 9 pages" in told
        assert "republish this article" in told
        assert "site-url" not in told
        recorded = (pages / "attribution-lint.site.json").read_text()
        assert main(["init", "."]) == Exit.CLEAN
        assert (pages / "attribution-lint.site.json").read_text() == recorded

    def test_hint(self, pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Without the site's own address, a foreign canonical is not believed: that is told."""
        assert main(["init", str(pages)]) == Exit.CLEAN
        assert "No site-url is configured" in capsys.readouterr().out

    def test_same_alone_and_within_the_site(self, pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A page's verdict hangs on the recorded profile, not on what else is named."""
        (pages / "copy.html").write_text(COMPLETE.replace("</article>", f"{self.BUTTON}</article>"))
        main(["init", "."])
        capsys.readouterr()
        main(["inventory", "--output-format", "jsonl", "."])
        within = [line for line in capsys.readouterr().out.splitlines() if '"copy.html"' in line]
        main(["inventory", "--output-format", "jsonl", "copy.html"])
        assert capsys.readouterr().out.splitlines() == within
        main(["inventory", "--output-format", "jsonl", "--site-profile", "none", "copy.html"])
        without = json.loads(capsys.readouterr().out)
        assert without["status"] == json.loads(within[0])["status"] == "republished"
        assert without["confidence"] < json.loads(within[0])["confidence"]

    def test_a_broken_profile_is_made_anew(self, pages: Path) -> None:
        """As every other command advises."""
        (pages / "attribution-lint.site.json").write_text("{")
        assert main(["init", "."]) == Exit.CLEAN
        assert main(["check", "."]) != Exit.TROUBLE

    def test_a_bad_page(self, pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Where a page cannot be read, nothing is recorded, and that is said."""
        (pages / "bad.html").write_bytes(b"")
        assert main(["init", "."]) == Exit.TROUBLE
        assert "nothing was recorded" in capsys.readouterr().err
        assert not (pages / "attribution-lint.site.json").exists()

    def test_without_configuration(self, pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The file goes into the folder of the site that is named, not into the current one."""
        monkeypatch.chdir(pages.parent)
        assert main(["init", pages.name]) == Exit.CLEAN
        assert (pages / "attribution-lint.site.json").exists()

    def test_named_file(self, pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """The file can be anywhere; then it has to be named."""
        assert main(["init", "--site-profile", "p.json"]) == Exit.CLEAN
        assert not (pages / "attribution-lint.site.json").exists()
        capsys.readouterr()
        assert main(["check", "--site-profile", "p.json"]) == Exit.CLEAN

    @pytest.mark.parametrize("command", ["check", "inventory"])
    def test_missing_file(self, pages: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
        """A profile that is named and not there is a mistake."""
        assert main([command, "--site-profile", "p.jsno", str(pages)]) == Exit.TROUBLE
        assert "there is no file p.jsno" in capsys.readouterr().err

    def test_broken_file(self, pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A profile that cannot be read is a mistake, for it would change verdicts."""
        (pages / "attribution-lint.site.json").write_text("{")
        assert main(["check"]) == Exit.TROUBLE
        assert "attribution-lint.site.json: it is no site profile" in capsys.readouterr().err

    def test_too_few(self, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A few pages do not tell what is the site's."""
        (site / "a.html").write_text(OWN)
        assert main(["init"]) == Exit.TROUBLE
        assert "5 pages are needed" in capsys.readouterr().err
        assert not list(site.glob("*.json"))

    def test_unreadable_page(self, pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """What could not be read was not learnt from: nothing is recorded."""
        (pages / "broken.html").write_bytes(b"")
        assert main(["init"]) == Exit.TROUBLE
        assert "broken.html" in capsys.readouterr().err
        assert not list(pages.glob("*.json"))


class TestSuppressions:
    """Findings that somebody excused."""

    CONFIG = '[[suppressions]]\npaths = ["a.html"]\nrules = ["dangling-credit"]\nreason = "a script fills it in"\n'

    @staticmethod
    def found(capsysbinary: pytest.CaptureFixture[bytes], *options: str) -> tuple[list[str], int]:
        """The rules of the findings, and how many are suppressed."""
        main(["check", "--output-format", "json", *options])
        report = json.loads(capsysbinary.readouterr().out)
        return [item["rule"] for item in report["findings"]], report["summary"]["suppressed"]

    def test_clean_with_reason(self, site: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
        """What the configuration excuses does not fail the run, cached or not."""
        (site / "a.html").write_text(DANGLING, encoding="utf-8")
        (site / "attribution-lint.toml").write_text(self.CONFIG, encoding="utf-8")
        assert main(["check"]) == Exit.CLEAN
        capsysbinary.readouterr()
        assert self.found(capsysbinary) == self.found(capsysbinary, "--no-cache") == ([], 1)

    def test_idle(self, site: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
        """A suppression in the configuration that its pages do not need is reported, and does not fail the run."""
        (site / "a.html").write_text(COMPLETE, encoding="utf-8")
        (site / "attribution-lint.toml").write_text(self.CONFIG, encoding="utf-8")
        assert self.found(capsysbinary) == (["unused-suppression"], 0)
        assert main(["check"]) == Exit.CLEAN

    @pytest.mark.parametrize("paths", [["b.html"], ["a.html"], ["a.html", "b.html"]])
    def test_single_pages_tell_nothing(
        self, site: Path, capsysbinary: pytest.CaptureFixture[bytes], paths: list[str]
    ) -> None:
        """Whoever checks a few pages, as a hook does, is not told what others may need."""
        for name in ("a.html", "b.html"):
            (site / name).write_text(COMPLETE, encoding="utf-8")
        (site / "attribution-lint.toml").write_text(self.CONFIG, encoding="utf-8")
        assert self.found(capsysbinary, *paths) == ([], 0)

    def test_a_part_tells_nothing(self, site: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
        """A part of the pages that a suppression is for does not tell what the others need; all of them do."""
        for folder in ("old/2009", "old/2010", "new"):
            (site / folder).mkdir(parents=True)
            (site / folder / "a.html").write_text(COMPLETE, encoding="utf-8")
        (site / "attribution-lint.toml").write_text(self.CONFIG.replace("a.html", "old/**"), encoding="utf-8")
        for options in (["old/2009"], ["new"], ["--exclude", "old/2010"], ["old/2009", "old/2010"]):
            assert self.found(capsysbinary, *options) == ([], 0)
        for options in (["."], ["old"], ["new", "old"]):
            assert self.found(capsysbinary, *options) == (["unused-suppression"], 0)


class TestExplain:
    """`inventory --explain`."""

    def test_page(self, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """All evidence of a page with its weight, and the sum."""
        (site / "a.html").write_text(COMPLETE)
        assert main(["inventory", "a.html", "--explain"]) == Exit.CLEAN
        told = capsys.readouterr().out
        assert "a.html: republished" in told
        assert "a credit names where the text comes from" in told
        assert "the text comes from elsewhere" in told

    def test_too_many(self, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A site's worth of explanations is refused."""
        for number in range(21):
            (site / f"{number}.html").write_text(OWN)
        assert main(["inventory", "--explain"]) == Exit.TROUBLE
        assert "20 pages at most, and 21 were found" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("closed", "code", "says"),
    [("2>&-", 0, ""), (">&-", 2, "cannot be written (it is closed)"), ("<&-", 0, "")],
)
def test_closed_streams(site: Path, closed: str, code: int, says: str) -> None:
    """A standard stream that was closed before the start costs no report, but where it cannot be written at all."""
    (site / "page.html").write_text(COMPLETE, encoding="utf-8")
    command = f"{sys.executable} -m attribution_lint check page.html --no-cache --output-format concise {closed}"
    run = subprocess.run(["/bin/sh", "-c", command], cwd=site, capture_output=True, text=True, check=False)
    assert run.returncode == code
    assert says in run.stderr
    assert "Traceback" not in run.stderr
    assert ("1 page" in run.stdout) == (code == 0)
