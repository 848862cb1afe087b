"""How GitHub's runner reads commands from the log, for tests of what it will make of a report.

After `ActionCommand.TryParseV2` and `TryParse` of actions/runner (`src/Runner.Common/ActionCommand.cs`), and the
commands that `ActionCommandManager.cs` registers. It compares by culture there, in which characters without a weight do
not count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

REGISTERED = frozenset(
    {
        "add-mask",
        "add-matcher",
        "add-path",
        "debug",
        "echo",
        "endgroup",
        "error",
        "group",
        "internal-set-repo-path",
        "notice",
        "remove-matcher",
        "save-state",
        "set-env",
        "set-output",
        "stop-commands",
        "warning",
    }
)
_WEIGHTLESS = re.compile("[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u3164\ufe00-\ufe0f\uffa0]")
_DATA = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
_PROPERTY = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))


@dataclass(frozen=True, slots=True)
class Command:
    """What the runner has understood."""

    name: str
    properties: dict[str, str]
    data: str


def parse(line: str) -> Command | None:
    """The command that a line of the log is; None where the runner lets it pass."""
    trimmed = line.lstrip()
    if not trimmed.startswith("::"):
        return None
    end = trimmed.find("::", 2)
    if end < 0:
        return None
    name, _, rest = trimmed[2:end].partition(" ")
    if name not in REGISTERED:
        return None
    properties = {}
    for written in filter(None, rest.strip().split(",")):
        key, _, value = written.partition("=")
        value = value.lstrip("=")  # .NET drops empty pieces before it counts to two
        if key and value:
            properties[key] = _unescaped(value, _PROPERTY)
    return Command(name, properties, _unescaped(trimmed[end + 2 :], _DATA))


def could_be_command(line: str) -> bool:
    """Tell whether a line might be taken for a command, of whatever name, by the runner or one that is less strict."""
    weighed = _WEIGHTLESS.sub("", line)
    return weighed.lstrip().startswith("::") or "##[" in weighed


def _unescaped(text: str, mappings: tuple[tuple[str, str], ...]) -> str:
    for written, meant in mappings:
        text = text.replace(written, meant)
    return text
