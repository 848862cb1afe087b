"""Scripts that let a shell complete commands, options and their values; made from the options themselves."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

import shtab

_FILES = frozenset({"FILE", "PAGE", "PATH"})
_FOLDERS = frozenset({"DIR"})
_RULES = frozenset({"ID", "IDS"})


def script(parser: argparse.ArgumentParser, shell: str, rules: Sequence[str]) -> str:
    """A completion script.

    Nothing in it asks a program what there is: bash expands what comes back, and a branch can be called `$(…)`.

    Args:
        parser: of the whole command line; it is of no use for parsing afterwards.
        shell: bash, zsh or fish.
        rules: ids of all rules.
    """
    for action in _actions(parser):
        known = getattr(action.type, "known", None)
        if known is not None:
            action.choices = known
        elif action.metavar in _RULES:
            action.choices = list(rules)
        elif action.metavar in _FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined] # where shtab looks for it
        elif action.metavar in _FOLDERS:
            action.complete = shtab.DIRECTORY  # type: ignore[attr-defined] # as above
    return shtab.complete(parser, shell)


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in parser._actions:  # noqa: SLF001 - no public way
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - as above
            for command in action.choices.values():
                yield from _actions(command)
        else:
            yield action
