"""The command line: the only place that prints, and that decides on the exit code."""

from __future__ import annotations

import os
import signal
import sys
from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING

from attribution_lint.arguments import NEVER, parse_arguments, suggestion, whole_command_line
from attribution_lint.delivery import Output, Surroundings, annotate, deliver
from attribution_lint.messages import print_lines, say
from attribution_lint.model import Severity
from attribution_lint.output import OutputError, stand_in_for_closed_streams, write_file, write_stream
from attribution_lint.refusal import RefusalError
from attribution_lint.report import CHECK_FORMATS, INVENTORY_FORMATS, SOURCE_FORMATS
from attribution_lint.report.style import Detail
from attribution_lint.session import examine, find_pages, resolver_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from attribution_lint.inputs import Input
    from attribution_lint.model import Report

MOST_EXPLAINED = 20
"""For more pages an explanation is too long to be read."""


class Exit(IntEnum):
    """What the exit code says."""

    CLEAN = 0
    FINDINGS = 1
    """Findings at or above `--fail-on`."""
    TROUBLE = 2
    """Wrong usage or configuration, or a page that could not be read to its end."""
    NOTHING = 3
    """No page to check."""
    INTERRUPTED = 130
    """Ctrl-C, as shells count it."""
    TERMINATED = 143
    """SIGTERM, as shells count it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the tool on a command line, by default the one it was started with, and return its exit code."""
    stand_in_for_closed_streams()
    try:
        arguments = parse_arguments(sys.argv[1:] if argv is None else argv, os.environ)
        for warning in arguments.warnings:
            say(warning)
        return _command(arguments)(arguments)
    except (RefusalError, OutputError) as error:
        say(f"error: {error}")
        return Exit.TROUBLE
    except KeyboardInterrupt as interrupt:
        return Exit.TERMINATED if interrupt.args == (signal.SIGTERM,) else Exit.INTERRUPTED


def _command(arguments: argparse.Namespace) -> Callable[[argparse.Namespace], int]:
    if getattr(arguments, "show_config", None) is not None:
        return _show_config
    if getattr(arguments, "show_files", False):
        return _show_files
    return _COMMANDS[arguments.command]


def _check(arguments: argparse.Namespace) -> int:
    from attribution_lint.examine import Task

    follow = None
    if not arguments.no_baseline:
        from attribution_lint.baseline_command import Fitting

        follow = partial(Fitting, arguments)
    formats = {output.format for output in arguments.outputs}
    task = Task(windows=not formats or bool(formats & SOURCE_FORMATS))
    report, asked_for = examine(arguments, task, follow=follow)
    _deliver(report, arguments)
    if report.unchecked:
        return _interrupted(report, arguments)
    if report.problems:
        return Exit.TROUBLE
    if not report.read:
        return _nothing(arguments, asked_for)
    if arguments.exit_zero or arguments.fail_on == NEVER:
        return Exit.CLEAN
    limit = Severity(arguments.fail_on).rank
    return Exit.FINDINGS if any(finding.severity.rank <= limit for finding in report.findings) else Exit.CLEAN


def _inventory(arguments: argparse.Namespace) -> int:
    from attribution_lint.examine import Task

    report, asked_for = examine(
        arguments, Task(judge=False), most=MOST_EXPLAINED if Output("explain") in arguments.outputs else None
    )
    _deliver(report, arguments)
    if report.unchecked:
        return _interrupted(report, arguments)
    if report.problems:
        return Exit.TROUBLE
    return Exit.CLEAN if report.pages else _nothing(arguments, asked_for)


def _show_files(arguments: argparse.Namespace) -> int:
    asked_for = find_pages(arguments, resolver_of(arguments, None))
    found = asked_for.discovery
    print_lines(sorted(file.shown for file in found.files))
    for problem in found.problems:
        say(f"{problem.path}: {problem.message}")
    if found.problems:
        return Exit.TROUBLE
    return Exit.CLEAN if found.files else _nothing(arguments, asked_for)


def _show_config(arguments: argparse.Namespace) -> int:
    from attribution_lint.explained import explain, options_of_a_run
    from attribution_lint.origins import as_lines
    from attribution_lint.registry import load_rules

    rules = {rule.id: str(rule.severity) for rule in load_rules()}
    others = options_of_a_run(vars(arguments), arguments.origins)
    print_lines(as_lines(explain(arguments.show_config, resolver_of(arguments, list(rules)), rules, others)))
    return Exit.CLEAN


def _rule(arguments: argparse.Namespace) -> int:
    from attribution_lint.registry import document, load_rules

    rules = load_rules()
    if arguments.id is None:
        widest = max(len(rule.id) for rule in rules)
        text = "".join(f"{rule.id:<{widest}}  {rule.severity:<7}  {rule.summary}\n" for rule in rules)
    else:
        rule = next((rule for rule in rules if rule.id == arguments.id), None)
        if rule is None:
            known = [rule.id for rule in rules]
            hint = suggestion(arguments.id, known) or f" (there are: {', '.join(known)})"
            raise RefusalError(f"unknown rule '{arguments.id}'{hint}")
        text = document(rule)
    write_stream(text, sys.stdout)
    return Exit.CLEAN


def _completion(arguments: argparse.Namespace) -> int:
    from attribution_lint.completion import script
    from attribution_lint.registry import load_rules

    rules = [rule.id for rule in load_rules()]
    write_stream(script(whole_command_line(), arguments.shell, rules) + "\n", sys.stdout)
    return Exit.CLEAN


def _init(arguments: argparse.Namespace) -> int:
    from attribution_lint.examine import Task
    from attribution_lint.init_command import learnt
    from attribution_lint.sitewide import LEAST_PAGES, learn, write_profile

    target = arguments.site_profile
    arguments.site_profile = "none"  # what is learnt must not hang on what was learnt before, nor on its being sound
    if target is None:
        resolver = resolver_of(arguments, None)
        target = resolver.shown(resolver.profile_path(next((path for path in arguments.paths if path != "-"), ".")))
    report, asked_for = examine(arguments, Task(judge=False))
    if report.unchecked:
        say("nothing was recorded: a part of the pages does not tell what stands on most of them")
        return _interrupted(report, arguments)
    if report.problems:
        return _nothing_recorded(report)
    if not report.pages:
        return _nothing(arguments, asked_for)
    if len(report.pages) < LEAST_PAGES:
        raise RefusalError(f"{LEAST_PAGES} pages are needed to tell what is the site's; found {len(report.pages)}")
    profile = learn([[item.evidence for item in page.evidence] for page in report.pages])
    write_file(write_profile(profile), target, _called(arguments, "--site-profile"))
    addressed = resolver_of(arguments, None).for_page(report.pages[0].path).site_url is not None
    if arguments.detail is not Detail.QUIET:
        print_lines(learnt(profile, target, addressed=addressed))
    return Exit.CLEAN


def _baseline(arguments: argparse.Namespace) -> int:
    from attribution_lint.baseline_command import Adoption
    from attribution_lint.examine import Task

    adoption = Adoption(arguments)
    report, asked_for = examine(arguments, Task(), follow=adoption.begin)
    if report.unchecked:
        say("nothing was recorded: what is not known of all pages cannot be counted")
        return _interrupted(report, arguments)
    if report.problems:
        return _nothing_recorded(report)
    outcome = adoption.outcome
    if outcome is None:
        return _nothing(arguments, asked_for)
    if outcome.text is not None:
        write_file(outcome.text, outcome.path, _called(arguments, "--baseline"))
    if arguments.detail is not Detail.QUIET:
        print_lines(outcome.told)
    return Exit.CLEAN


def _nothing_recorded(report: Report) -> int:
    """Say which pages kept a record of the whole from being written."""
    for problem in report.problems:
        say(f"{problem.path}: {problem.message}")
    those = "that page" if len(report.problems) == 1 else "those pages"
    say(f"nothing was recorded: mend or --exclude {those} first")
    return Exit.TROUBLE


_COMMANDS = {
    "check": _check,
    "inventory": _inventory,
    "baseline": _baseline,
    "init": _init,
    "rule": _rule,
    "completion": _completion,
}


def _interrupted(report: Report, arguments: argparse.Namespace) -> int:
    pages = "1 page was" if report.unchecked == 1 else f"{report.unchecked:,} pages were"
    say(f"interrupted: {pages} not checked")
    return Exit.TERMINATED if "terminated" in arguments else Exit.INTERRUPTED


def _deliver(report: Report, arguments: argparse.Namespace) -> None:
    """Write the report to where the command line wants it, and to where people look who wait for it."""
    judged = arguments.command == "check"
    surroundings = Surroundings(sys.stdout, os.environ, arguments.color, arguments.width, arguments.detail)
    deliver(report, arguments.outputs, surroundings, CHECK_FORMATS if judged else INVENTORY_FORMATS)
    if judged and not arguments.outputs and surroundings.is_on_github and (trouble := annotate(report, surroundings)):
        say(trouble)


def _called(arguments: argparse.Namespace, option: str) -> str:
    """What the user has to look at to mend an option: itself, or its variable."""
    return str(arguments.variables.get(option, option))


def _nothing(arguments: argparse.Namespace, asked_for: Input) -> int:
    from attribution_lint.inputs import nothing_found

    for line in nothing_found(asked_for):
        say(line)
    return Exit.CLEAN if asked_for.unchanged or arguments.allow_empty else Exit.NOTHING
