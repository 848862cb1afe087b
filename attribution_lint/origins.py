"""Where the values come from that hold for a page: for people who ask why."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from attribution_lint.globs import Globs
from attribution_lint.options import DEFAULT

_WIDEST = 60
"""Characters up to which origins stand below each other."""
# Matches nothing. With a negated glob beside it, `a/**` means what is beneath `a`, and not `a` itself.
_NEGATED = "!\ufdd1"
_Config = TypeVar("_Config")


@dataclass(frozen=True, slots=True)
class Trace(Generic[_Config]):
    """The configuration of a page, and where it comes from."""

    config: _Config
    file: str | None
    """Its configuration file, as it is shown."""
    profile: str | None
    """The profile of its site, as it is shown."""
    origins: Mapping[str, str]
    """By key, `severity.ID` for what a rule comes to; values that nobody has set are left out."""
    excluded: bool
    exclusion: str | None
    """The glob that excludes the page or takes it back in, and where it stands; None where there is none."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A value that holds for a page."""

    key: str
    value: str | bool | int | tuple[str, ...] | None
    """None for none."""
    origin: str = DEFAULT
    """File, line and override; the option or the variable of the environment; or "default"."""


def as_lines(settings: Iterable[Setting]) -> tuple[str, ...]:
    """Lay out settings, a line each: `key = value  # origin`."""
    lines = [(f"{setting.key} = {_written(setting.value)}", setting.origin) for setting in settings]
    width = min(max((len(left) for left, _ in lines), default=0), _WIDEST)
    return tuple(f"{left:<{width}}  # {origin}" for left, origin in lines)


def deciding_glob(globs: Sequence[str], path: str) -> str | None:
    """The glob of a list that decides on a path relative to its folder; None where no glob matches."""
    beside = (_NEGATED,) if any(glob.startswith("!") for glob in globs) else ()
    return next((glob for glob in reversed(globs) if 0 in Globs([(*beside, glob)]).verdicts(path)), None)


def _written(value: str | bool | int | tuple[str, ...] | None) -> str:  # noqa: FBT001 - the value of any setting
    return "none" if value is None else json.dumps(value, ensure_ascii=False)
