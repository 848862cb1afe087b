"""The command line is read exactly, and a mistake is told with what was meant."""

from __future__ import annotations

import pytest

from attribution_lint.arguments import UsageError, parse_arguments
from attribution_lint.report.style import Detail


def test_defaults() -> None:
    """A bare command has the defaults that the help promises."""
    arguments = parse_arguments(["check"])
    assert (arguments.command, arguments.paths) == ("check", [])
    assert (arguments.output_format, arguments.output_file) == ("full", None)
    assert (arguments.fail_on, arguments.color, arguments.width) == ("error", "auto", None)
    assert arguments.detail is Detail.NORMAL
    assert (arguments.jobs, arguments.cache, arguments.cache_dir) == (0, True, None)
    assert parse_arguments(["inventory"]).output_format == "table"
    assert parse_arguments(["rule"]).id is None


def test_options_between_paths() -> None:
    """Options may stand anywhere, and what stands behind -- is a path."""
    arguments = parse_arguments(["check", "a", "--width", "80", "b", "-q", "-", "--", "-c", "--quiet"])
    assert arguments.paths == ["a", "b", "-", "-c", "--quiet"]
    assert arguments.width == 80
    assert arguments.detail is Detail.QUIET


def test_speed() -> None:
    """Everything that reads pages can do so at once; only `check` remembers."""
    for command in ("check", "inventory", "init"):
        assert parse_arguments([command, "-j", "3"]).jobs == 3
        assert parse_arguments([command, "--jobs", "auto"]).jobs == 0
        assert parse_arguments([command]).cache is (command == "check")
    assert parse_arguments(["check", "--no-cache"]).cache is False


def test_lists_of_rules() -> None:
    """Rules are given with commas, or by repeating the option."""
    arguments = parse_arguments(["check", "--select=a,", "--select=b, c", "--ignore=d", "--exclude={a,b}/**"])
    assert arguments.select == ["a", "b", "c"]
    assert arguments.ignore == ["d"]
    assert arguments.exclude == ["{a,b}/**"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("chek site", "unknown command 'chek'; did you mean 'check'?"),
        ("xyzzy", "unknown command 'xyzzy' (there are: check, inventory, init, rule)"),
        ("--vesion", "unknown option '--vesion'; did you mean '--version'?"),
        ("--frobnicate", "unknown option '--frobnicate'"),
        ("-x check", "unknown option '-x'"),
        ("check --fial-on=error", "unknown option '--fial-on'; did you mean '--fail-on'?"),
        ("check --fail error", "unknown option '--fail'; did you mean '--fail-on'?"),
        ("check --output-format jsn", "unknown format 'jsn'; did you mean 'json'?"),
        ("check --output-format table", "unknown format 'table' (there are: full, concise, grouped, "),
        ("inventory --output-format json", "unknown format 'json'; did you mean 'jsonl'?"),
        ("check --fail-on eror", "unknown severity 'eror'; did you mean 'error'?"),
        ("check --color sometimes", "(there are: auto, always, never)"),
        ("check --width 5", "'5' is not a number from 60 to 1,000"),
        ("check --width ²", "'²' is not a number from 60 to 1,000"),
        ("check --jobs 0", "'0' is neither auto nor a number from 1 to 1,000"),
        ("inventory -j many", "'many' is neither auto nor a number from 1 to 1,000"),
        ("inventory --no-cache", "unknown option '--no-cache'"),
        ("check --output-file", "argument --output-file: expected one argument"),
        ("check -q -v", "not allowed with argument"),
        ("inventory --fail-on error", "unknown option '--fail-on'"),
        ("rule a b", "unexpected argument 'b'"),
        ("", "a command is missing\n\nusage: attribution-lint"),
    ],
)
def test_mistakes(line: str, message: str) -> None:
    """Each mistake has its message; abbreviations are mistakes too."""
    with pytest.raises(UsageError) as caught:
        parse_arguments(line.split())
    assert message in str(caught.value)


def test_path_in_place_of_a_command(tmp_path: object) -> None:
    """Who forgets the command is told where the path belongs."""
    with pytest.raises(UsageError, match="did you mean 'attribution-lint check "):
        parse_arguments([str(tmp_path)])


@pytest.mark.parametrize("line", ["--help", "check --help", "inventory -h", "rule --help", "--version"])
def test_help(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Help and version go to standard output, and are a success."""
    with pytest.raises(SystemExit) as caught:
        parse_arguments(line.split())
    assert caught.value.code == 0
    assert "attribution-lint" in capsys.readouterr().out
