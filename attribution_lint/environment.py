"""Options from the environment: each has a variable, which counts where the command line does not say otherwise.

The variable of `--output-format` is ATTRIBUTION_LINT_OUTPUT_FORMAT, and so on. An empty one counts as not set, as
services for continuous integration often set those that nobody has filled in.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from attribution_lint.options import COMMAND_LINE, DEFAULT, from_variable
from attribution_lint.refusal import RefusalError

PREFIX = "ATTRIBUTION_LINT_"
_ON = frozenset({"1", "true", "yes", "on"})
_OFF = frozenset({"0", "false", "no", "off"})
_NO_VALUES = frozenset({"help", "version"})


class VariableError(RefusalError):
    """A variable has a value that its option cannot have; the message names it."""


class Twins:
    """The options of one command, each with its variable."""

    def __init__(self, actions: Iterable[argparse.Action]) -> None:
        """Take the options over from their parser: from now on it leaves None for what the command line lacks."""
        self._options: dict[str, list[tuple[str, argparse.Action]]] = {}
        self._defaults: dict[str, object] = {}
        for action in actions:
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
        namespace.variables = {}
        namespace.origins = {}
        for kept, options in self._options.items():
            if getattr(namespace, kept) is not None:
                namespace.origins[kept] = COMMAND_LINE
                continue
            values = [
                (name, value) for name, action in options for value in _values(action, variable_of(name), environment)
            ]
            if len(values) > 1:
                both = " and ".join(variable_of(name) for name, _ in values)
                raise VariableError(f"{both} contradict each other; set one of them")
            setattr(namespace, kept, values[0][1] if values else self._defaults[kept])
            namespace.variables.update((name, variable_of(name)) for name, _ in values)
            namespace.origins[kept] = from_variable(variable_of(values[0][0])) if values else DEFAULT


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


def _values(action: argparse.Action, variable: str, environment: Mapping[str, str]) -> Iterator[object]:
    """The value that a variable gives an option, if it does."""
    text = environment.get(variable, "")
    if not text.strip():
        return
    if action.nargs == 0:
        word = text.strip().lower()
        if word not in _ON | _OFF:
            raise VariableError(
                f"{variable}: '{text}' is neither {', '.join(sorted(_ON))} nor {', '.join(sorted(_OFF))}"
            )
        if word in _ON:
            # Such an option can be one of many that are gathered in a list.
            many = isinstance(action, argparse._AppendConstAction)  # noqa: SLF001 - the kind has no public name
            yield [action.const] if many else action.const
        return
    try:
        # What an option takes in one word stands in one line, or with a comma between; what it takes by being repeated
        # is a glob, which may have a comma in it.
        if isinstance(action, argparse._ExtendAction):  # noqa: SLF001 - the kind of action has no public name
            yield _typed(action, text.strip().replace("\n", ","))
        elif isinstance(action, argparse._AppendAction):  # noqa: SLF001 - as above
            yield [_typed(action, line.strip()) for line in text.split("\n") if line.strip()]
        else:
            yield _typed(action, text)
    except (argparse.ArgumentTypeError, ValueError) as error:
        raise VariableError(f"{variable}: {error}") from error


def _typed(action: argparse.Action, text: str) -> object:
    return action.type(text) if callable(action.type) else text
