"""The command line is read exactly, and a mistake is told with what was meant."""

from __future__ import annotations

import pytest

from attribution_lint.arguments import UsageError, parse_arguments
from attribution_lint.delivery import Output
from attribution_lint.report.style import Detail


def test_defaults() -> None:
    """A bare command has the defaults that the help promises."""
    arguments = parse_arguments(["check"])
    assert (arguments.command, arguments.paths) == ("check", [])
    assert (arguments.outputs, arguments.output_file) == ((), None)
    assert (arguments.fail_on, arguments.color, arguments.width) == ("error", "auto", None)
    assert arguments.detail is Detail.NORMAL
    assert (arguments.jobs, arguments.cache, arguments.cache_dir) == (0, True, None)
    assert parse_arguments(["inventory"]).outputs == ()
    assert parse_arguments(["rule"]).id is None


def test_options_between_paths() -> None:
    """Options may stand anywhere, and what stands behind -- is a path."""
    arguments = parse_arguments(["check", "a", "--width", "80", "b", "-q", "-", "--", "-c", "--quiet"])
    assert arguments.paths == ["a", "b", "-", "-c", "--quiet"]
    assert arguments.width == 80
    assert arguments.detail is Detail.QUIET


def test_speed() -> None:
    """Everything that reads pages can do so at once; only what judges them remembers."""
    for command in ("check", "baseline", "inventory", "init"):
        assert parse_arguments([command, "-j", "3"]).jobs == 3
        assert parse_arguments([command, "--jobs", "auto"]).jobs == 0
        assert parse_arguments([command]).cache is (command in {"check", "baseline"})
    assert parse_arguments(["check", "--no-cache"]).cache is False


def test_baseline() -> None:
    """`check` uses the nearest baseline, another one, or none; `baseline` makes one as `check` would see the site."""
    arguments = parse_arguments(["check"])
    assert (arguments.baseline, arguments.no_baseline) == (None, False)
    assert parse_arguments(["check", "--no-baseline"]).no_baseline
    arguments = parse_arguments(["baseline", "a", "--baseline", "b.json", "--prune", "--select", "c"])
    assert (arguments.baseline, arguments.prune, arguments.select) == ("b.json", True, ["c"])
    assert (arguments.cache, arguments.jobs, arguments.ignore) == (True, 0, [])


def test_lists_of_rules() -> None:
    """Rules are given with commas, or by repeating the option."""
    arguments = parse_arguments(["check", "--select=a,", "--select=b, c", "--ignore=d", "--exclude={a,b}/**"])
    assert arguments.select == ["a", "b", "c"]
    assert arguments.ignore == ["d"]
    assert arguments.exclude == ["{a,b}/**"]


def test_outputs() -> None:
    """Formats with and without files; the file of its own option is for the one without."""
    several = parse_arguments(["check", "--output-format", "full", "--output-format=json:a:b.json"]).outputs
    assert several == (Output("full"), Output("json", "a:b.json"))
    assert parse_arguments(["check", "--output-file", "a.txt"]).outputs == (Output("auto", "a.txt"),)
    assert parse_arguments(["check", "--output-file", "-"]).outputs == ()
    assert parse_arguments(["inventory", "--explain", "--output-file", "x"]).outputs == (Output("explain", "x"),)
    twice = ["--output-format", "json", "--output-format", "json:-"]
    assert parse_arguments(["check", *twice]).outputs == (Output("json"),)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "check --output-format full --output-format json",
            "full and json cannot both go to standard output; give each",
        ),
        ("check --output-format full:a --output-format json:a", "full and json cannot both go to a"),
        ("check --output-format full:a --output-format json:./b/../a", "full and json cannot both go to ./b/../a"),
        ("check --output-format json:./a --output-format full --output-file a", "json and full cannot both go to a"),
        ("check --output-format json:a --output-file b", "--output-file b: each format has its own file already"),
        ("check --output-format json:", "'json:' names no file behind the colon"),
        ("check --output-format jsn:a", "unknown format 'jsn'; did you mean 'json'?"),
        ("inventory --explain --output-format table", "explain and table cannot both go to standard output"),
        ("chek site", "unknown command 'chek'; did you mean 'check'?"),
        ("CHECK", "unknown command 'CHECK'; did you mean 'check'?"),
        ("inventroy", "unknown command 'inventroy'; did you mean 'inventory'?"),
        ("xyzzy", "unknown command 'xyzzy' (there are: check, inventory, baseline, init, rule, completion)"),
        ("--vesion", "unknown option '--vesion'; did you mean '--version'?"),
        ("--frobnicate", "unknown option '--frobnicate'"),
        ("-x check", "unknown option '-x'"),
        ("check --fial-on=error", "unknown option '--fial-on'; did you mean '--fail-on'?"),
        ("check --fail error", "unknown option '--fail'; did you mean '--fail-on'?"),
        ("check --output-format jsn", "unknown format 'jsn'; did you mean 'json'?"),
        ("check --output-format table", "unknown format 'table' (there are: auto, full, concise, "),
        ("inventory --output-format json", "unknown format 'json'; did you mean 'jsonl'?"),
        ("check --output-format JSON", "unknown format 'JSON'; did you mean 'json'?"),
        ("check --output_format=json", "unknown option '--output_format'; did you mean '--output-format'?"),
        ("check --color allways", "unknown use of colour 'allways'; did you mean 'always'?"),
        ("check --fail-on Warn", "unknown severity 'Warn'; did you mean 'warning'?"),
        ("check --fail-on eror", "unknown severity 'eror'; did you mean 'error'?"),
        ("check --color sometimes", "(there are: auto, always, never)"),
        ("check --width 5", "'5' is not a number from 60 to 1,000"),
        ("check --width ²", "'²' is not a number from 60 to 1,000"),
        ("check --jobs 0", "'0' is neither auto nor a number from 1 to 1,000"),
        ("inventory -j many", "'many' is neither auto nor a number from 1 to 1,000"),
        ("inventory --no-cache", "unknown option '--no-cache'"),
        ("check --output-file", "argument --output-file: expected one argument"),
        ("check -q -v", "not allowed with argument"),
        ("check --baseline a --no-baseline", "not allowed with argument"),
        ("inventory --baseline a", "unknown option '--baseline'; it is one of 'check', 'baseline'"),
        ("inventory --fail-on error", "unknown option '--fail-on'; it is one of 'check'"),
        ("rule --diff=main", "unknown option '--diff'; it is one of 'check', 'inventory'"),
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


def test_cache_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tilde that no shell has expanded means the home folder; an empty name is a variable that is not set."""
    monkeypatch.setenv("HOME", "/home/x")
    for given, meant in (("~/c", "/home/x/c"), ("~", "/home/x"), ("~x/c", "~x/c"), ("./~/c", "./~/c"), ("a~", "a~")):
        assert parse_arguments(["check", f"--cache-dir={given}"]).cache_dir == meant
        assert parse_arguments(["check"], {"ATTRIBUTION_LINT_CACHE_DIR": given}).cache_dir == meant
    with pytest.raises(UsageError, match="--cache-dir: the name of the folder is empty"):
        parse_arguments(["check", "--cache-dir", ""])
    assert parse_arguments(["check"], {"ATTRIBUTION_LINT_CACHE_DIR": ""}).cache_dir is None
