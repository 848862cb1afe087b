"""What the commands that read pages have in common: from the command line to the report, whatever becomes of it."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from attribution_lint.messages import say
from attribution_lint.progress import ProgressBar
from attribution_lint.refusal import RefusalError
from attribution_lint.report import RULES_FORMATS
from attribution_lint.report.style import Detail

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator, Sequence

    from attribution_lint.baseline_command import Follower
    from attribution_lint.cache_folder import CacheFolder
    from attribution_lint.config import ConfigResolver, PageConfig
    from attribution_lint.examine import Task
    from attribution_lint.files import SourceFile
    from attribution_lint.inputs import Input
    from attribution_lint.model import Finding, Report
    from attribution_lint.settings import PathSuppression

    Follow = Callable[[Sequence[SourceFile], ConfigResolver], Follower]


def examine(
    arguments: argparse.Namespace, task: Task, most: int | None = None, follow: Follow | None = None
) -> tuple[Report, Input]:
    """Examine the pages that the command line asks for, `most` of them.

    `follow` is told the pages before they are read, and makes what the report goes through at the end.

    Raises:
        RefusalError: what was asked for cannot be done.
    """
    # Imported here, so that --version, --help and rule do not wait for what they do not use.
    from attribution_lint.examine import Examiner
    from attribution_lint.registry import describe, load_rules
    from attribution_lint.run import PARALLEL_FROM, Means, available_cores, run

    resolver = resolver_of(arguments, [rule.id for rule in load_rules()])
    asked_for = find_pages(arguments, resolver)
    found = asked_for.discovery
    if most is not None and len(found.files) > most:
        raise RefusalError(f"--explain is for {most} pages at most, and {len(found.files):,} were found; name a few")
    follower = None if follow is None else follow(found.files, resolver)
    if follower is not None and follower.reads_texts:
        task = replace(task, windows=True)
    cache = _cache(arguments)
    examiner = Examiner(task, None if cache is None else cache.load())
    with ProgressBar(sys.stderr) if _is_watched(arguments) else nullcontext() as progress, _ending_early(arguments):
        means = Means(
            jobs=arguments.jobs or available_cores(),
            # Who asks for a number of processes shall have them.
            parallel_from=0 if arguments.jobs else PARALLEL_FROM,
            progress=progress,
            keep=None if cache is None else cache.save,
        )
        report = run(found.files, resolver, examiner, found.problems, means)
    if RULES_FORMATS & {output.format for output in arguments.outputs}:
        report = replace(report, rules=tuple(map(describe, load_rules())))
    if task.judge and not report.unchecked and not report.problems:
        report = replace(report, beside=_idle_suppressions(report, resolver, _whole_folders(arguments, resolver)))
    if follower is not None:
        report = follower.finish(report)
    if cache is not None and cache.trouble and (cache.named or arguments.detail is Detail.VERBOSE):
        say(f"nothing can be remembered: {cache.trouble}")
    return report, asked_for


def resolver_of(arguments: argparse.Namespace, rules: Sequence[str] | None) -> ConfigResolver:
    """What finds the configuration of pages, above all that of the command line; `rules` are the ids of all there are.

    Raises:
        ConfigError: an option is wrong, or the file that it names.
    """
    from attribution_lint.config import CommandLine, ConfigResolver

    options = CommandLine(
        site_url=arguments.site_url,
        select=None if arguments.select is None else tuple(arguments.select),
        ignore=tuple(arguments.ignore),
        exclude=tuple(arguments.exclude),
        config=arguments.config,
        site_profile=arguments.site_profile,
        variables=arguments.variables,
    )
    return ConfigResolver(Path.cwd(), options, rules)


def find_pages(arguments: argparse.Namespace, resolver: ConfigResolver) -> Input:
    """Find the pages, and say what is to be said about the others.

    Raises:
        RefusalError: what was asked for cannot be found.
    """
    from attribution_lint.inputs import Asked, gather

    asked = Asked(arguments.paths, arguments.stdin_filename, arguments.diff, arguments.files_from)
    asked_for = gather(asked, resolver)
    for note in (*asked_for.notes, *(asked_for.details if arguments.detail is Detail.VERBOSE else ())):
        say(note)
    return asked_for


def _whole_folders(arguments: argparse.Namespace, resolver: ConfigResolver) -> tuple[str, ...]:
    """The folders of which all pages are asked for; none where single pages are: those were chosen by somebody."""
    if arguments.diff is not None or arguments.files_from is not None or arguments.exclude:
        return ()
    paths = arguments.paths or ["."]
    return tuple(map(resolver.absolute, paths)) if all(Path(path).is_dir() for path in paths) else ()


def _idle_suppressions(report: Report, resolver: ConfigResolver, folders: Sequence[str]) -> tuple[Finding, ...]:
    """What is to be said of suppressions in the configuration, as far as all their pages are in those folders.

    A few pages cannot tell what the others need.
    """
    if not folders:
        return ()
    met = [(item, config) for item, config in resolver.met if _is_beneath(item, config, folders)]
    unmet = resolver.unmet(folders)
    if not (met or unmet):
        return ()
    from attribution_lint.registry import load_rules
    from attribution_lint.suppression import JUDGE, idle_in_configuration, unmet_in_configuration

    judge = next((rule for rule in load_rules() if rule.id == JUDGE), None)
    if judge is None:
        return ()
    return (*idle_in_configuration(met, report.suppressed, judge), *unmet_in_configuration(unmet, judge))


def _is_beneath(item: PathSuppression, config: PageConfig, folders: Sequence[str]) -> bool:
    """Whether all pages that a suppression of a configuration can be for are beneath one of the folders."""
    from attribution_lint.globs import root_of

    if config.source is None:
        return False
    roots = [config.source.parent / root_of(glob) for glob in item.paths if not glob.startswith("!")]
    return all(any(root.is_relative_to(folder) for folder in folders) for root in roots)


def _cache(arguments: argparse.Namespace) -> CacheFolder | None:
    """Where is kept what was found, if it is to be kept."""
    if not arguments.cache:
        return None
    from attribution_lint.cache_folder import FOLDER, CacheFolder
    from attribution_lint.stamp import stamp

    named = arguments.cache_dir
    found = stamp()
    return None if found is None else CacheFolder(named or FOLDER, found, named=named is not None)


@contextmanager
def _ending_early(arguments: argparse.Namespace) -> Iterator[None]:
    """Let a request to end do as Ctrl-C does: what was found until then is told. That it was one is kept."""

    def end(number: int, _frame: object) -> None:
        arguments.terminated = True
        raise KeyboardInterrupt(number)

    try:
        before = signal.signal(signal.SIGTERM, end)
    except ValueError:  # only a program's main thread hears signals
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _is_watched(arguments: argparse.Namespace) -> bool:
    """Tell whether a person waits who may see a progress bar."""
    return sys.stderr.isatty() and arguments.detail is not Detail.QUIET
