"""Options from the environment: what counts, what does not, and what is wrong."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from attribution_lint.arguments import parse_arguments
from attribution_lint.cli import Exit, main
from attribution_lint.delivery import Output
from attribution_lint.environment import VariableError, variable_of
from attribution_lint.report.style import Detail

from .test_cli import DANGLING


def _parse(line: str, **variables: str) -> argparse.Namespace:
    return parse_arguments(line.split(), {f"ATTRIBUTION_LINT_{name}": value for name, value in variables.items()})


class TestValues:
    """Every option has a variable."""

    def test_kinds(self) -> None:
        """Values, numbers, lists, flags, and flags that turn something off."""
        arguments = _parse(
            "check",
            OUTPUT_FORMAT="json",
            WIDTH="90",
            JOBS="auto",
            SELECT="a, b\nc",
            EXCLUDE="x, y/\n\n *.tmp \n",
            EXIT_ZERO="yes",
            NO_CACHE="On",
            VERBOSE="1",
            SITE_URL="https://a.example/",
            DIFF="main",
            CACHE_DIR="x",
        )
        assert (arguments.outputs, arguments.width, arguments.jobs) == ((Output("json"),), 90, 0)
        assert arguments.select == ["a", "b", "c"]
        assert arguments.exclude == ["x, y/", "*.tmp"]
        assert (arguments.exit_zero, arguments.cache, arguments.detail) == (True, False, Detail.VERBOSE)
        assert (arguments.site_url, arguments.diff, arguments.cache_dir) == ("https://a.example/", "main", "x")

    @pytest.mark.parametrize("command", ["check", "inventory", "init", "rule"])
    def test_nothing_is_set(self, command: str) -> None:
        """Without variables, with empty ones, and with flags that say no, the defaults are as they were."""
        plain = vars(_parse(command))
        names = ("OUTPUT_FORMAT", "SELECT", "EXCLUDE", "EXIT_ZERO", "QUIET", "JOBS", "CACHE_DIR", "EXPLAIN", "COLOR")
        assert vars(_parse(command, **dict.fromkeys(names, ""))) == plain
        assert vars(_parse(command, **dict.fromkeys(names, " "))) == plain
        assert vars(_parse(command, EXIT_ZERO="0", QUIET="false", NO_CACHE="No", EXPLAIN="off", VERBOSE="0")) == plain

    def test_every_option(self) -> None:
        """No option lacks one, in no command: what its variable says counts."""
        for command in ("check", "inventory"):
            for option, value in (
                *(("--config", "x"), ("--exclude", "x"), ("--stdin-filename", "x"), ("--files-from", "x")),
                *(("--output-file", "x"), ("--color", "never"), ("--site-profile", "x"), ("--show-files", "1")),
                *(("--allow-empty", "true"), ("--jobs", "3"), ("--quiet", "1")),
            ):
                arguments = parse_arguments([command], {variable_of(option): value})
                assert arguments.variables == {option: variable_of(option)}

    def test_command_line_wins(self) -> None:
        """Lists of the command line take the place of those of the environment, as values do."""
        arguments = _parse(
            "check --select z --exclude q -q --fail-on note --jobs 2",
            SELECT="a,b",
            EXCLUDE="x\ny",
            VERBOSE="1",
            FAIL_ON="never",
            JOBS="7",
        )
        assert (arguments.select, arguments.exclude, arguments.detail) == (["z"], ["q"], Detail.QUIET)
        assert (arguments.fail_on, arguments.jobs) == ("note", 2)
        assert arguments.variables == {}
        assert arguments.origins["fail_on"] == "command line"
        # What the command line says need not be right in the environment.
        assert _parse("check --jobs 2", JOBS="many").jobs == 2

    def test_command_line_excludes(self) -> None:
        """What contradicts the command line does not count."""
        assert _parse("check --no-baseline", BASELINE="x").baseline is None
        assert _parse("check --baseline y", NO_BASELINE="1").no_baseline is False
        assert (_parse("check", BASELINE="x").baseline, _parse("check", NO_BASELINE="1").no_baseline) == ("x", True)

    def test_formats_add_up(self) -> None:
        """Variables of options that add to one list do so too, in whichever way they are written."""
        typed = parse_arguments(["check", "--output-format=json:x", "--output-format=concise:y", "--statistics"])
        assert _parse("check", OUTPUT_FORMAT="json:x\nconcise:y", STATISTICS="1").outputs == typed.outputs
        assert (
            _parse("check --statistics", OUTPUT_FORMAT="json:x\nconcise:y").outputs
            == _parse("check --statistics").outputs
        )
        assert _parse("inventory", EXPLAIN="1").outputs == parse_arguments(["inventory", "--explain"]).outputs

    def test_other_commands(self) -> None:
        """What a command does not have, it does not mind."""
        assert _parse("inventory", FAIL_ON="nonsense", NO_CACHE="1").cache is False
        assert _parse("rule", OUTPUT_FORMAT="nonsense", SELECT=",").warnings == ()

    def test_no_variable(self) -> None:
        """Paths, help and the version have none."""
        arguments = _parse("check", PATHS="a b", PATH="c", HELP="1", VERSION="1")
        assert arguments.paths == []
        assert _parse("rule", ID="original-url").id is None


@pytest.mark.usefixtures("folder")
class TestMistakes:
    """What is wrong is told by the name of the variable."""

    @pytest.fixture
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """An empty folder to work in."""
        monkeypatch.chdir(tmp_path)

    @pytest.mark.parametrize(
        ("name", "value", "message"),
        [
            ("OUTPUT_FORMAT", "jsn", "ATTRIBUTION_LINT_OUTPUT_FORMAT: unknown format 'jsn'; did you mean 'json'?"),
            ("JOBS", "many", "ATTRIBUTION_LINT_JOBS: 'many' is neither auto nor a number"),
            (
                "EXIT_ZERO",
                "maybe",
                "ATTRIBUTION_LINT_EXIT_ZERO: 'maybe' is neither 1, on, true, yes nor 0, false, no, off",
            ),
            ("SELECT", ",\n", "ATTRIBUTION_LINT_SELECT: no rule is named"),
        ],
    )
    def test_value(self, name: str, value: str, message: str) -> None:
        """A value that the option cannot have."""
        with pytest.raises(VariableError) as caught:
            _parse("check", **{name: value})
        assert message in str(caught.value)

    def test_contradiction(self) -> None:
        """Two variables that exclude each other."""
        with pytest.raises(VariableError, match="ATTRIBUTION_LINT_QUIET and ATTRIBUTION_LINT_VERBOSE contradict"):
            _parse("check", QUIET="1", VERBOSE="1")
        with pytest.raises(
            VariableError, match="ATTRIBUTION_LINT_BASELINE and ATTRIBUTION_LINT_NO_BASELINE contradict"
        ):
            _parse("check", BASELINE="x", NO_BASELINE="1")
        assert _parse("check", QUIET="1", VERBOSE="0").detail is Detail.QUIET

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("SITE_URL", "nonsense"),
            ("IGNORE", "nonsense"),
            ("EXCLUDE", "#"),
            ("CONFIG", "none.toml"),
            ("SITE_PROFILE", "none.json"),
            ("DIFF", "--x"),
            ("FILES_FROM", "nonsense"),
            ("OUTPUT_FILE", "."),
            ("BASELINE", "none.json"),
        ],
    )
    def test_later(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, value: str
    ) -> None:
        """Also what is found out only when the option is used."""
        monkeypatch.setenv(f"ATTRIBUTION_LINT_{name}", value)
        assert main(["check"]) == Exit.TROUBLE
        assert f"error: ATTRIBUTION_LINT_{name}" in capsys.readouterr().err

    def test_misspelt(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A variable that is close to one is warned of, and changes nothing."""
        monkeypatch.chdir(tmp_path)
        (tmp_path / "a.html").write_text(DANGLING)
        monkeypatch.setenv("ATTRIBUTION_LINT_FAILON", "never")
        assert main(["check"]) == Exit.FINDINGS
        assert capsys.readouterr().err == (
            "attribution-lint: warning: ATTRIBUTION_LINT_FAILON is set, but no option reads it; "
            "did you mean ATTRIBUTION_LINT_FAIL_ON?\n"
        )

    def test_others(self) -> None:
        """A variable of somebody else's is none of ours, nor is one of another command."""
        assert _parse("rule", LOG="x", FAIL_ON="error", BASE_DIRECTORY="x").warnings == ()
        assert parse_arguments(["check"], {"ATTRIBUTIONLINT_FAILON": "x", "FAILON": "x"}).warnings == ()


def test_help(capsys: pytest.CaptureFixture[str]) -> None:
    """The help says that there are variables, and what they take."""
    with pytest.raises(SystemExit):
        parse_arguments(["check", "--help"])
    assert "ATTRIBUTION_LINT_FAIL_ON for --fail-on" in capsys.readouterr().out


def test_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What the environment says is what a run does, and `--show-config` tells whence."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.html").write_text(DANGLING)
    monkeypatch.setenv("ATTRIBUTION_LINT_IGNORE", "dangling-credit")
    monkeypatch.setenv("ATTRIBUTION_LINT_OUTPUT_FORMAT", "concise")
    assert main(["check"]) == Exit.CLEAN
    capsys.readouterr()
    assert main(["check", "--show-config", "a.html", "-j", "2"]) == Exit.CLEAN
    told = dict(line.split("#", 1) for line in capsys.readouterr().out.splitlines())
    told = {key.strip(): value.strip() for key, value in told.items()}
    assert told['severity.dangling-credit = "off"'] == "environment, ATTRIBUTION_LINT_IGNORE"
    assert told['output-format = ["concise"]'] == "environment, ATTRIBUTION_LINT_OUTPUT_FORMAT"
    assert told["jobs = 2"] == "command line"
    assert told['fail-on = "error"'] == "default"
