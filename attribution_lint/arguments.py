"""The command line as a user writes it: options, their meanings, and what a mistyped one was meant to be."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

from attribution_lint import __version__
from attribution_lint.delivery import Output
from attribution_lint.environment import PREFIX, Twins, misspelt
from attribution_lint.model import Severity
from attribution_lint.refusal import RefusalError
from attribution_lint.report import CHECK_FORMATS, INVENTORY_FORMATS
from attribution_lint.report.style import NARROWEST, Detail

COMMANDS = ("check", "inventory", "baseline", "init", "rule", "completion")
SHELLS = ("bash", "zsh", "fish")
NEVER = "never"
AUTO = "auto"
STANDARD_OUTPUT = "-"
_FORMATS = {"check": CHECK_FORMATS, "inventory": INVENTORY_FORMATS}
_WIDEST = 1000
_MOST_JOBS = 1000
_PROGRAM = "attribution-lint"
_DESCRIPTION = """\
Finds the republished pages of a built site and says what each still owes its
reader: a link to the original, the named outlet, a copyright disclaimer."""
_TWINS = """\
Each option has a variable of the environment, which counts where the command
line does not say otherwise: ATTRIBUTION_LINT_FAIL_ON for --fail-on. Those
without a value take 1 or 0; lists have commas between, globs line breaks.

"""
_EXIT_CODES = """\
exit codes:
  0  clean
  1  findings at or above --fail-on (--exit-zero turns this into 0)
  2  wrong usage or configuration, or a page that could not be read to its end
  3  nothing to check: no page was found (--allow-empty turns this into 0)
  130  interrupted (143: by SIGTERM); what was found until then is reported"""


class UsageError(RefusalError):
    """The command line cannot be understood; the message is for the user."""


class _Parser(argparse.ArgumentParser):
    """A parser that raises instead of exiting, so that all messages look alike."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}\nTry '{self.prog} --help'.")


def parse_arguments(argv: Sequence[str], environment: Mapping[str, str] | None = None) -> argparse.Namespace:
    """Read a command line, and the environment for what that does not say.

    `command` is the name of one of the commands, `warnings` what is to be said of the environment.

    Raises:
        VariableError: a variable of the environment has a wrong value.
        UsageError: it has no command, or an unknown command, option or value.
        SystemExit: help or version was asked for, and has been printed.
    """
    top, parsers = _parsers()
    if not argv:
        raise UsageError(f"a command is missing\n\n{top.format_help()}")
    command, *rest = argv
    if command.startswith("-") and command != "-":
        _, unknown = top.parse_known_args([command])
        top.error(_unknown_option((unknown or argv)[0], top))
    if command not in parsers:
        top.error(_unknown_command(command))
    parser = parsers[command]
    twins = Twins(parser)
    # What stands behind -- is never an option; the intermixed way of parsing, which lets options stand between and
    # behind the paths, does not know that.
    end = rest.index("--") if "--" in rest else len(rest)
    namespace, unknown = parser.parse_known_intermixed_args(rest[:end])
    if unknown:
        parser.error(_unknown_option(unknown[0], parser, parsers))
    if end < len(rest):
        if "paths" not in namespace:
            parser.error("unexpected argument '--'")
        namespace.paths += rest[end + 1 :]
    namespace.command = command
    twins.fill(namespace, environment or {})
    ours = [name for name in environment or () if name.startswith(PREFIX)]
    options = [option for each in parsers.values() for option in _options(each)] if ours else []
    namespace.warnings = tuple(misspelt(ours, options))
    if command in _FORMATS:
        called = namespace.variables.get("--output-file", "--output-file")
        default = next(iter(_FORMATS[command]))
        try:
            namespace.outputs = _placed(namespace.output_format, namespace.output_file, called, default)
        except ValueError as error:
            parser.error(str(error))
    return namespace


def whole_command_line() -> argparse.ArgumentParser:
    """A parser with all commands and their options, to look at."""
    return _parsers()[0]


def _placed(outputs: Sequence[Output], file: str | None, called: str, default: str) -> tuple[Output, ...]:
    """All outputs, each once, with the place of each; none where nothing was asked for.

    `file` is for the format without one, or for the default, and `called` the option or variable that it comes from.

    Raises:
        ValueError: two of them would go to one place, or the file to none of them.
    """
    wanted = list(dict.fromkeys(outputs))
    if file not in {None, STANDARD_OUTPUT}:
        homeless = [output for output in wanted if output.file is None]
        if wanted and not homeless:
            raise ValueError(f"{called} {file}: each format has its own file already; take it out")
        wanted = [output for output in wanted if output.file is not None]
        wanted += [Output(output.format, file, called) for output in homeless or [Output(default)]]
    places: dict[str | None, str] = {}
    for output in wanted:
        # However it is spelt, one file holds one report.
        other = places.setdefault(output.file and os.path.realpath(output.file), output.format)
        if other != output.format:
            where = "standard output" if output.file is None else output.file
            raise ValueError(
                f"{other} and {output.format} cannot both go to {where}; give each its file: "
                f"--output-format {output.format}:FILE"
            )
    return tuple(wanted)


def suggestion(word: str, known: Iterable[str]) -> str:
    """Words to append to a message about an unknown word: "; did you mean …?", or nothing."""
    close = get_close_matches(word.lower().replace("_", "-"), list(known), n=1, cutoff=0.6)
    return f"; did you mean '{close[0]}'?" if close else ""


def _unknown_command(word: str) -> str:
    hint = suggestion(word, COMMANDS)
    if not hint and Path(word).exists():
        hint = f"; did you mean '{_PROGRAM} check {word}'?"
    return f"unknown command '{word}'{hint or _all_of(COMMANDS)}"


def _all_of(known: Iterable[str]) -> str:
    return f" (there are: {', '.join(known)})"


def _unknown_option(
    word: str, parser: argparse.ArgumentParser, others: Mapping[str, argparse.ArgumentParser] | None = None
) -> str:
    option = word.partition("=")[0]
    if not option.startswith("-"):
        return f"unexpected argument '{word}'"
    elsewhere = [f"'{name}'" for name, other in (others or {}).items() if option in _options(other)]
    hint = f"; it is one of {', '.join(elsewhere)}" if elsewhere else suggestion(option, _options(parser))
    return f"unknown option '{option}'{hint}"


def _options(parser: argparse.ArgumentParser) -> list[str]:
    return [name for action in parser._actions for name in action.option_strings]  # noqa: SLF001 - no public way


@dataclass(frozen=True, slots=True)
class _OneOf:
    """The type of an option that has one of a few values."""

    kind: str
    known: Sequence[str]

    def __call__(self, word: str) -> str:
        if word not in self.known:
            hint = suggestion(word, self.known) or _all_of(self.known)
            raise argparse.ArgumentTypeError(f"unknown {self.kind} '{word}'{hint}")
        return word


@dataclass(frozen=True, slots=True)
class _OutputType:
    """The type of an option that has a format, and perhaps the file that it goes to."""

    known: Sequence[str]

    def __call__(self, word: str) -> Output:
        name, colon, file = word.partition(":")
        if colon and not file:
            raise argparse.ArgumentTypeError(f"'{word}' names no file behind the colon")
        return Output(_OneOf("format", self.known)(name), None if file in {"", STANDARD_OUTPUT} else file)


def _width(word: str) -> int:
    if not (word.isascii() and word.isdecimal() and NARROWEST <= int(word) <= _WIDEST):
        raise argparse.ArgumentTypeError(f"'{word}' is not a number from {NARROWEST} to {_WIDEST:,}")
    return int(word)


def _jobs(word: str) -> int:
    if word == AUTO:
        return 0
    if not (word.isascii() and word.isdecimal() and 0 < int(word) <= _MOST_JOBS):
        raise argparse.ArgumentTypeError(f"'{word}' is neither {AUTO} nor a number from 1 to {_MOST_JOBS:,}")
    return int(word)


def _folder(word: str) -> str:
    if not word:
        raise argparse.ArgumentTypeError("the name of the folder is empty; is a variable not set?")
    # No shell has expanded it in --cache-dir=~/x, nor in a file of variables.
    return os.path.expanduser(word) if word == "~" or word.startswith("~/") else word  # noqa: PTH111 - it may stay as is


def _rule_ids(words: str) -> list[str]:
    found = [word.strip() for word in words.split(",") if word.strip()]
    if not found:
        raise argparse.ArgumentTypeError("no rule is named; leave the option out to run all")
    return found


def _parsers() -> tuple[_Parser, dict[str, _Parser]]:
    top = _Parser(_PROGRAM, description=_DESCRIPTION, epilog=_EXIT_CODES, allow_abbrev=False, formatter_class=_Help)
    top.add_argument("--version", action="version", version=f"{_PROGRAM} {__version__}")
    commands = top.add_subparsers(metavar="COMMAND", title="commands")
    check = _command(commands, "check", "report what republished pages owe (the default path is the current folder)")
    inventory = _command(commands, "inventory", "list what was concluded for every page, without judging it")
    baseline = _command(commands, "baseline", "record what is found today, so that `check` shows only what is new")
    init = _command(commands, "init", "record what stands on most pages of a site, so that it counts for none of them")
    rule = _command(commands, "rule", "explain one rule, or list all of them")
    completion = _command(commands, "completion", "print a script that lets a shell complete what you type")
    _choice_options(_input_options(check))
    _check_options(check)
    group = check.add_argument_group("baseline").add_mutually_exclusive_group()
    _baseline_option(group, "findings that are not shown (default: the nearest {} upwards)")
    group.add_argument("--no-baseline", action="store_true", help="show all findings")
    _cache_options(_run_options(check))
    output = _output_options(check, tuple(CHECK_FORMATS))
    output.add_argument(
        "--statistics",
        dest="output_format",
        action="append_const",
        const=Output("statistics"),
        help="count the findings of each rule instead of listing them",
    )
    _amount_options(output, "also name the pages that owe nothing more, and say what was left out")
    _choice_options(_input_options(inventory))
    _run_options(inventory)
    output = _output_options(inventory, tuple(INVENTORY_FORMATS))
    _amount_options(output, "also say what was left out")
    output.add_argument(
        "--explain",
        dest="output_format",
        action="append_const",
        const=Output("explain"),
        help="say of a few pages why they count as what they do: all evidence, its place and its weight",
    )
    _input_options(baseline)
    _rule_options(baseline)
    recorded = baseline.add_argument_group("baseline")
    _baseline_option(recorded, "where to record it (default: the nearest {} upwards, or beside the configuration)")
    recorded.add_argument("--prune", action="store_true", help="only take out what is no longer found")
    _cache_options(_run_options(baseline))
    _amount_options(baseline.add_argument_group("output"), "also say what was left out")
    baseline.set_defaults(outputs=(), diff=None, files_from=None)
    _input_options(init)
    _run_options(init)
    _amount_options(init.add_argument_group("output"), "also say what was left out")
    inventory.set_defaults(select=None, ignore=[], cache=False)
    init.set_defaults(select=None, ignore=[], cache=False, outputs=(), diff=None, files_from=None)
    rule.add_argument("id", nargs="?", metavar="ID", help="id of a rule, such as original-url")
    completion.add_argument("shell", metavar="SHELL", type=_OneOf("shell", SHELLS), help=", ".join(SHELLS))
    return top, {
        "check": check,
        "inventory": inventory,
        "baseline": baseline,
        "init": init,
        "rule": rule,
        "completion": completion,
    }


class _Help(argparse.RawDescriptionHelpFormatter):
    """Keeps the table of exit codes as it is."""


def _command(commands: argparse._SubParsersAction[_Parser], name: str, summary: str) -> _Parser:
    return commands.add_parser(
        name,
        help=summary,
        description=f"{summary[0].upper()}{summary[1:]}.",
        epilog=None if name in {"rule", "completion"} else _TWINS + _EXIT_CODES,
        allow_abbrev=False,
        formatter_class=_Help,
    )


def _input_options(parser: _Parser) -> argparse._ArgumentGroup:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="folders, files, globs, or - for standard input")
    group = parser.add_argument_group("input")
    group.add_argument("--config", metavar="FILE", help="use this configuration file for all pages, and no other")
    group.add_argument(
        "--site-profile",
        metavar="FILE",
        help="what `init` recorded (default: the nearest attribution-lint.site.json upwards; none: no profile)",
    )
    group.add_argument("--site-url", metavar="URL", help="address that the site is published at")
    group.add_argument(
        "--exclude", metavar="GLOB", action="append", default=[], help="leave out what matches (repeatable)"
    )
    group.add_argument("--stdin-filename", metavar="PATH", help="path that standard input counts as")
    group.add_argument("--allow-empty", action="store_true", help="exit with 0 where no page is found")
    return group


def _choice_options(group: argparse._ArgumentGroup) -> None:
    """Add what narrows down the pages that paths lead to."""
    group.add_argument(
        "--diff",
        metavar="BASE",
        help="only pages that differ from the last commit that is in BASE as well (a branch, tag or commit of git), "
        "staged or not, and new ones",
    )
    group.add_argument(
        "--files-from",
        metavar="FILE",
        help="take the pages among the files that are listed there, one a line or with a NUL behind each; "
        "- for standard input",
    )
    group.add_argument("--show-files", action="store_true", help="list the pages, one a line, and do nothing else")


def _rule_options(parser: _Parser) -> argparse._ArgumentGroup:
    group = parser.add_argument_group("rules")
    group.add_argument(
        "--select", metavar="IDS", type=_rule_ids, action="extend", help="run these rules only (comma-separated)"
    )
    group.add_argument(
        "--ignore", metavar="IDS", type=_rule_ids, action="extend", default=[], help="run all rules but these"
    )
    return group


def _check_options(parser: _Parser) -> None:
    group = _rule_options(parser)
    levels = (*Severity, NEVER)
    group.add_argument(
        "--fail-on",
        metavar="SEVERITY",
        type=_OneOf("severity", levels),
        default=str(Severity.ERROR),
        help=f"exit with 1 on findings of this severity or graver: {', '.join(levels)} (default: error)",
    )
    group.add_argument("--exit-zero", action="store_true", help="exit with 0 even where there are findings")
    group.add_argument(
        "--show-config",
        metavar="PAGE",
        help="list what holds for a page and where that comes from, and do nothing else",
    )


def _baseline_option(group: argparse._ArgumentGroup, meaning: str) -> None:
    group.add_argument("--baseline", metavar="FILE", help=meaning.format("attribution-lint.baseline.json"))


def _run_options(parser: _Parser) -> argparse._ArgumentGroup:
    group = parser.add_argument_group("speed")
    group.add_argument(
        "-j",
        "--jobs",
        metavar="N",
        type=_jobs,
        default=0,
        help="how many processes work at once; the report is the same (default: auto, one a core on large sites)",
    )
    return group


def _cache_options(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--no-cache", dest="cache", action="store_false", help="check all pages anew, and remember nothing"
    )
    group.add_argument(
        "--cache-dir",
        metavar="DIR",
        type=_folder,
        help="where to remember what was found (default: .attribution_lint_cache)",
    )


def _output_options(parser: _Parser, formats: tuple[str, ...]) -> argparse._ArgumentGroup:
    """Add what says where a report goes and how it looks."""
    group = parser.add_argument_group("output")
    group.add_argument(
        "--output-format",
        metavar="FORMAT[:FILE]",
        type=_OutputType(formats),
        action="append",
        default=[],
        help=f"{', '.join(formats)} (default: {formats[0]}); FORMAT:FILE writes it there, and several can be asked for",
    )
    group.add_argument(
        "--output-file", metavar="FILE", help="where the format without a file goes; - for standard output"
    )
    group.add_argument(
        "--color",
        metavar="WHEN",
        type=_OneOf("use of colour", ("auto", "always", "never")),
        default="auto",
        help="auto, always, never (default: auto; NO_COLOR and FORCE_COLOR are obeyed)",
    )
    group.add_argument(
        "--width",
        metavar="CELLS",
        type=_width,
        help=f"width of the report, {NARROWEST} to {_WIDEST:,} (default: that of the terminal)",
    )
    return group


def _amount_options(group: argparse._ArgumentGroup, more: str) -> None:
    """Add what says how much is told; `more` is what else is, if asked for."""
    amount = group.add_mutually_exclusive_group()
    amount.add_argument(
        "-q",
        "--quiet",
        dest="detail",
        action="store_const",
        const=Detail.QUIET,
        default=Detail.NORMAL,
        help="no summary and no progress: the same input gives the same bytes",
    )
    amount.add_argument("-v", "--verbose", dest="detail", action="store_const", const=Detail.VERBOSE, help=more)
