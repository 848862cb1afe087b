"""Where the time of a run goes: the share of each stage, for those who work on speed.

A profiler slows Python down and leaves C alone, so shares of Python come out too large; the ratios are of the time
that a run took without it. Time spent outside the package counts for the stage that asked for it.
"""

from __future__ import annotations

import cProfile
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from lxml import etree
from rich.console import Console
from rich.table import Table

import attribution_lint

_PACKAGE = Path(attribution_lint.__file__).parent
_OTHER = "the rest"
_STAGES = {
    "read": ("discovery", "config", "settings", "globs", "cache"),
    "decode": ("source",),
    "walk": (
        "documents",
        "walk",
        "draft",
        "visibility",
        "regions",
        "outline",
        "metadata",
        "microdata",
        "jsonld",
        "page",
        "markdown",
        "front_matter",
        "urls",
    ),
    "phrases": ("lexicon", "outlets", "fold", "words", "licences", "generic", "calendar", "truncation"),
    "observers": ("evidence",),
    "conclude": ("attribution", "weighing", "original", "provenance", "sitewide", "site"),
    "rules": ("registry", "rule", "rules", "snippets"),
    "locate": ("locate", "trace"),
    "report": ("report", "output", "progress"),
}
_STAGE_OF = {module: stage for stage, modules in _STAGES.items() for module in modules}
_ORDER = ("read", "decode", "parse", *list(_STAGES)[2:], _OTHER)
_READS = ("io.open", "_io.", "posix.", "'read'")
_CALLS_DEEP = 12
"""More calls than there are outside the package between a function and the stage that asked for it."""
_PARSERS = ("fromstring", "HTML", "parse")

_Function = tuple[str, int, str]
_Stats = Mapping[_Function, tuple[int, int, float, float, Mapping[_Function, tuple[int, int, float, float]]]]


def profile(main: Callable[[Sequence[str]], int], arguments: Sequence[str], pages: Sequence[Path]) -> None:
    """Print what each stage of `main`, the tool's command line, takes on pages, beside a bare parse of them."""
    main(arguments)  # so that neither run has to load what stays loaded
    start = time.process_time()
    main(arguments)
    total = time.process_time() - start
    bare = _bare_parse(pages)
    profiler = cProfile.Profile()
    with _SeenParsers():
        profiler.enable()
        main(arguments)
        profiler.disable()
    profiler.create_stats()
    shares = _shares(profiler.stats)
    _show(shares, total, bare, len(pages))


def _bare_parse(pages: Sequence[Path]) -> float:
    start = time.process_time()
    for page in pages:
        etree.fromstring(page.read_bytes(), etree.HTMLParser())
    return time.process_time() - start


class _SeenParsers:
    """Puts a Python function around lxml's parsing while it is profiled: a profiler does not see into lxml."""

    def __enter__(self) -> None:
        self._kept = {name: getattr(etree, name) for name in _PARSERS}
        for name, parser in self._kept.items():
            setattr(etree, name, _seen(parser))

    def __exit__(self, *_: object) -> None:
        for name, parser in self._kept.items():
            setattr(etree, name, parser)


def _seen(parser: Callable[..., Any]) -> Callable[..., Any]:
    def parse_with_lxml(*args: object, **options: object) -> object:
        return parser(*args, **options)

    return parse_with_lxml


def _shares(stats: _Stats) -> dict[str, float]:
    """The part of each stage in the whole time."""
    works_for = _works_for(stats)
    spent: defaultdict[str, float] = defaultdict(float)
    for function, (_, _, own, _, _) in stats.items():
        parts = works_for[function]
        for stage, part in parts.items():
            spent[stage] += own * part / sum(parts.values())
    total = sum(spent.values())
    return {stage: seconds / total for stage, seconds in spent.items()}


def _works_for(stats: _Stats) -> dict[_Function, dict[str, float]]:
    """The stages that each function works for: its own, or in parts those of its callers."""
    fixed = {function: stage for function in stats if (stage := _own_stage(function)) is not None}
    parts: dict[_Function, dict[str, float]] = {function: {stage: 1.0} for function, stage in fixed.items()}
    for _ in range(_CALLS_DEEP):  # in rounds, because functions can call each other in circles
        for function in stats.keys() - fixed.keys():
            found: defaultdict[str, float] = defaultdict(float)
            for caller, (*_, seconds) in stats[function][4].items():
                for stage, part in parts.get(caller, {}).items():
                    found[stage] += part * seconds
            whole = sum(found.values())
            parts[function] = {stage: part / whole for stage, part in found.items()} if whole else {_OTHER: 1.0}
    return parts


def _own_stage(function: _Function) -> str | None:
    file, _, name = function
    if name == "parse_with_lxml":
        return "parse"
    if file == "~":
        return "read" if any(word in name for word in _READS) else None
    path = Path(file)
    if _PACKAGE in path.parents:
        module = path.relative_to(_PACKAGE).parts[0].removesuffix(".py")
        return _STAGE_OF.get(module, _OTHER)
    return "rules" if path.parent == _PACKAGE.with_name("rules") else None


def _show(shares: dict[str, float], total: float, bare: float, pages: int) -> None:
    table = Table(
        title=f"{pages:,} pages: {total:.2f} s, {total / bare:.2f} × the bare lxml parse of {bare:.2f} s",
        title_justify="left",
    )
    table.add_column("stage")
    for name in ("share", "seconds", "× bare parse", "ms a page"):
        table.add_column(name, justify="right")
    for stage in _ORDER:
        seconds = shares.get(stage, 0.0) * total
        table.add_row(
            stage,
            f"{100 * shares.get(stage, 0.0):.1f} %",
            f"{seconds:.2f}",
            f"{seconds / bare:.2f}",
            f"{1000 * seconds / pages:.2f}",
        )
    Console().print(table)
