"""Options from the environment: each has a variable, which counts where the command line does not say otherwise.

The variable of `--output-format` is ATTRIBUTION_LINT_OUTPUT_FORMAT, and so on. An empty one counts as not set, as
services for continuous integration often set those that nobody has filled in.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches

from attribution_lint.options import COMMAND_LINE, DEFAULT, from_variables
from attribution_lint.refusal import RefusalError

PREFIX = "ATTRIBUTION_LINT_"
_ON = frozenset({"1", "true", "yes", "on"})
_OFF = frozenset({"0", "false", "no", "off"})
_NO_VALUES = frozenset({"help", "version"})


class VariableError(RefusalError):
    """A variable has a value that its option cannot have; the message names it."""


class Twins:
    """The options of one command, each with its variable."""

    def __init__(self, parser: argparse.ArgumentParser) -> None:
        """Take the options over from their parser: from now on it leaves None for what the command line lacks."""
        groups = parser._mutually_exclusive_groups  # noqa: SLF001 - no public way
        self._exclusive = [tuple(action.dest for action in group._group_actions) for group in groups]  # noqa: SLF001
        self._options: dict[str, list[tuple[str, argparse.Action]]] = {}
        self._defaults: dict[str, object] = {}
        for action in parser._actions:  # noqa: SLF001 - as above
            name = option_name(action)
            if name is not None:
                self._options.setdefault(action.dest, []).append((name, action))
                self._defaults.setdefault(action.dest, action.default)
                action.default = None

    def fill(self, namespace: argparse.Namespace, environment: Mapping[str, str]) -> None:
        """Add what the environment says, or else the default, for each option that has not been given.

        `namespace.variables` becomes the variables that count, by option, and `namespace.origins` where each value
        comes from, in words.

        Raises:
            VariableError: a value is wrong, or two variables contradict each other.
        """
        given = {kept for kept in self._options if getattr(namespace, kept) is not None}
        # What an option on the command line excludes, it excludes in the environment too.
        excluded = {kept for group in self._exclusive if given.intersection(group) for kept in group}
        namespace.variables = {}
        namespace.origins = {}
        for kept, options in self._options.items():
            if kept in given:
                namespace.origins[kept] = COMMAND_LINE
                continue
            found = {} if kept in excluded else dict(_found(options, environment))
            setattr(namespace, kept, _joined(found) if found else self._defaults[kept])
            namespace.variables.update({name: variable_of(name) for name in found})
            namespace.origins[kept] = from_variables(map(variable_of, found)) if found else DEFAULT
        for group in self._exclusive:
            names = [name for kept in dict.fromkeys(group) for name, _ in self._options.get(kept, ())]
            _refuse_contradiction([name for name in names if name in namespace.variables])


def option_name(action: argparse.Action) -> str | None:
    """The long name of an option; None for what has no value that could be set before."""
    long = [name for name in action.option_strings if name.startswith("--")]
    return None if not long or action.dest in _NO_VALUES else long[0]


def variable_of(option: str) -> str:
    """The variable of an option."""
    return PREFIX + option.removeprefix("--").upper().replace("-", "_")


def misspelt(environment: Iterable[str], options: Iterable[str]) -> Iterator[str]:
    """What to say of variables that are nobody's, and close to that of an option of some command."""
    known = {variable_of(option).removeprefix(PREFIX) for option in options}
    for name in sorted(environment):
        word = name.removeprefix(PREFIX)
        if word not in known and word != name:
            close = get_close_matches(word, sorted(known), n=1, cutoff=0.75)
            if close:
                yield f"warning: {name} is set, but no option reads it; did you mean {PREFIX}{close[0]}?"


def _found(
    options: Iterable[tuple[str, argparse.Action]], environment: Mapping[str, str]
) -> Iterator[tuple[str, object]]:
    """The values that variables give to options which are kept in one place, by the names of the options."""
    for name, action in options:
        text = environment.get(variable_of(name), "")
        if not text.strip():
            continue
        try:
            if action.nargs != 0:
                yield name, _value(action, text)
            elif _is_on(text):
                yield name, [action.const] if isinstance(action, argparse._AppendConstAction) else action.const  # noqa: SLF001 - the kind of action has no public name
        except (argparse.ArgumentTypeError, ValueError) as error:
            raise VariableError(f"{variable_of(name)}: {error}") from error


def _joined(found: Mapping[str, object]) -> object:
    """One value of several: lists add up, all else contradicts."""
    values = list(found.values())
    if all(isinstance(value, list) for value in values):
        return [item for value in values if isinstance(value, list) for item in value]
    _refuse_contradiction(list(found))
    return values[0]


def _refuse_contradiction(names: Sequence[str]) -> None:
    if len(names) > 1:
        both = " and ".join(map(variable_of, names))
        raise VariableError(f"{both} contradict each other; set one of them")


def _is_on(text: str) -> bool:
    word = text.strip().lower()
    if word not in _ON | _OFF:
        raise ValueError(f"'{text}' is neither {', '.join(sorted(_ON))} nor {', '.join(sorted(_OFF))}")
    return word in _ON


def _value(action: argparse.Action, text: str) -> object:
    # What an option takes in one word stands in one line, or with a comma between; what it takes by being repeated may
    # have a comma in it, as a glob has.
    if isinstance(action, argparse._ExtendAction):  # noqa: SLF001 - the kind of action has no public name
        return _typed(action, text.strip().replace("\n", ","))
    if isinstance(action, argparse._AppendAction):  # noqa: SLF001 - as above
        return [_typed(action, line.strip()) for line in text.split("\n") if line.strip()]
    return _typed(action, text)


def _typed(action: argparse.Action, text: str) -> object:
    return action.type(text) if callable(action.type) else text
