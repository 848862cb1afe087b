"""Finds the rules, decides which of them run, and writes their documentation.

Rules are the modules of the package `attribution_lint.rules`, and those that installed packages offer as entry points
of the group of that name: the value of such an entry point is a module, made like the ones here. Nothing is ever
imported from the folder that is linted.
"""

# ruff: noqa: PTH118, PTH123, PTH208 - paths are strings here, because every command looks through them

from __future__ import annotations

import os
import pkgutil
import sys
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from textwrap import dedent, fill, indent
from typing import TYPE_CHECKING

from attribution_lint.model import RuleInfo, Status
from attribution_lint.refusal import RefusalError
from attribution_lint.rule import Rule, Valid

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from importlib.metadata import EntryPoint
    from types import ModuleType

    from attribution_lint.rule import Invalid

GROUP = "attribution_lint.rules"
"""The package that holds the rules, and the entry-point group that others may add to."""

_OLD_METADATA = ".egg"
_METADATA = (".dist-info", ".egg-info", _OLD_METADATA)
_WIDTH = 100
_APPLIES_TO = {Status.REPUBLISHED: "republished pages", Status.EXCERPT: "excerpts"}


class RegistryError(RefusalError):
    """A rule cannot be loaded; the message says which one and why."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rules run: the selected ones, or all where none is selected, without the ignored ones.

    A rule that is both selected and ignored does not run, whatever the order.
    """

    select: tuple[str, ...] | None = None
    """Ids of the only rules to run; None for all of them. An empty tuple selects none."""
    ignore: tuple[str, ...] = ()

    def __contains__(self, rule: str) -> bool:
        return (self.select is None or rule in self.select) and rule not in self.ignore

    def of(self, rules: Iterable[Rule]) -> tuple[Rule, ...]:
        """Those of the rules that run, in the order given."""
        return tuple(rule for rule in rules if rule.id in self)


@cache
def load_rules() -> tuple[Rule, ...]:
    """All rules there are, sorted by id.

    Raises:
        RegistryError: a module offers no rule, cannot be imported, or two rules have the same id.
    """
    return collect([*_own_modules(), *_offered_modules(offers())])


@cache
def offers() -> tuple[EntryPoint, ...]:
    """The rule modules that installed packages offer."""
    if not _are_any():
        return ()
    from importlib.metadata import entry_points

    return tuple(entry_points(group=GROUP))


def _are_any() -> bool:
    """Whether the metadata of any package names the group: to ask properly takes as long as to check a page."""
    for folder in sys.path:
        try:
            names = [name for name in os.listdir(folder or ".") if name.endswith(_METADATA)]
        except NotADirectoryError:
            return True  # an archive
        except OSError:
            continue
        for name in names:
            if name.endswith(_OLD_METADATA):
                return True
            try:
                with open(os.path.join(folder, name, "entry_points.txt"), "rb") as file:
                    if GROUP.encode() in file.read():
                        return True
            except OSError:
                continue
    return False


def collect(modules: Iterable[tuple[str, ModuleType]]) -> tuple[Rule, ...]:
    """The rules of modules, each with the name of who offers it, sorted by id.

    Raises:
        RegistryError: a module offers no rule, or two rules have the same id.
    """
    rules: dict[str, tuple[str, Rule]] = {}
    for origin, module in modules:
        rule = getattr(module, "rule", None)
        if not isinstance(rule, Rule):
            raise RegistryError(
                f"{origin} offers no rule: its module needs an object `rule` of the class attribution_lint.rule.Rule"
            )
        if rule.id in rules:
            raise RegistryError(f"two rules have the id {rule.id}: {rules[rule.id][0]} and {origin}")
        rules[rule.id] = origin, rule
    return tuple(rule for _, (_, rule) in sorted(rules.items()))


def _own_modules() -> Iterator[tuple[str, ModuleType]]:
    package = import_module(GROUP)
    for found in pkgutil.iter_modules(package.__path__, f"{GROUP}."):
        yield found.name, import_module(found.name)


def _offered_modules(offers: Iterable[EntryPoint]) -> Iterator[tuple[str, ModuleType]]:
    for offer in offers:
        origin = f"{offer.value} (of the installed package {offer.dist.name})" if offer.dist else offer.value
        try:
            yield origin, offer.load()
        except Exception as error:  # somebody else's module may raise anything, and the user needs to know whose it is
            raise RegistryError(f"{origin} cannot be imported: {error}") from error


def describe(rule: Rule) -> RuleInfo:
    """What a report says of a rule."""
    return RuleInfo(rule.id, rule.severity, rule.summary, " ".join(rule.what.split()), document(rule))


def document(rule: Rule) -> str:
    """The full documentation of a rule, as plain text in the manner of Markdown."""
    everywhere = set(rule.applies_to) == set(Status)
    pages = "all pages" if everywhere else " and ".join(_APPLIES_TO[status] for status in rule.applies_to)
    parts = [
        f"# {rule.id}",
        fill(f"{rule.summary}.", _WIDTH),
        f"Severity: {rule.severity}. Checked on {pages}.",
        _section("What it does", _prose(rule.what)),
        _section("Why it matters", _prose(rule.why)),
        _section("Example", _example(rule.invalid[0])),
        _section("Use instead", _example(rule.valid[0])),
        _section("Options", _options(rule)),
        _section("References", "\n".join(f"- {reference.title}\n  <{reference.url}>" for reference in rule.references)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _section(heading: str, body: str) -> str:
    return f"## {heading}\n\n{body}" if body else ""


def _prose(text: str) -> str:
    return "\n\n".join(
        fill(" ".join(paragraph.split()), _WIDTH, break_on_hyphens=False)
        for paragraph in dedent(text).strip().split("\n\n")
    )


def _example(example: Valid | Invalid) -> str:
    shown = f"{_prose(example.title)}\n\n{indent(dedent(example.page).strip(), '    ')}"
    if isinstance(example, Valid):
        return shown
    return f"{shown}\n\nreports: {example.message}"


def _options(rule: Rule) -> str:
    items = []
    for option in rule.options:
        default = f" (default: {option.default})" if option.default else ""
        items.append(
            fill(f"- {option.key}{default}: {option.what}", _WIDTH, subsequent_indent="  ", break_on_hyphens=False)
        )
    return "\n".join(items)
