"""The options that configure: what a command line, or the environment, says above all files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

DEFAULT = "default"
COMMAND_LINE = "command line"


@dataclass(frozen=True, slots=True)
class CommandLine:
    """The options of the command line that configure; each goes above what a file says."""

    site_url: str | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    """Globs relative to the working directory, after those of the files: "!" takes a page back in."""
    config: str | None = None
    """The file to use for all pages, instead of the nearest ones."""
    site_profile: str | None = None
    """The same for the site profile; "none" for no profile at all."""
    variables: Mapping[str, str] = field(default_factory=dict, hash=False)
    """By option, the variable of the environment that it comes from; those from the command line are left out."""

    def called(self, option: str) -> str:
        """What a user has to look at to mend the value of an option."""
        return self.variables.get(option, option)

    def origin(self, option: str) -> str:
        """Where the value of an option was given, in words."""
        variable = self.variables.get(option)
        return f"{COMMAND_LINE}, {option}" if variable is None else from_variables([variable])


def from_variables(names: Iterable[str]) -> str:
    """Where a value comes from that variables of the environment give, in words."""
    return f"environment, {', '.join(names)}"
