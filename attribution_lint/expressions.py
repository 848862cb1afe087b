"""Regular expressions that are compiled when they are first used.

The package has more than a hundred and fifty, and a page needs a third of them: to compile them all takes longer than
to check it.
"""

from __future__ import annotations

import re
from typing import AnyStr, Generic, cast

_METHODS = ("finditer", "findall", "fullmatch", "match", "pattern", "search", "split", "sub", "subn")


def expression(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, later; a wrong pattern is an error only then."""
    return cast("re.Pattern[AnyStr]", _Later(pattern, flags))


class _Later(Generic[AnyStr]):
    """Stands for an expression, and from its first use on lends its methods."""

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self._made_of: tuple[AnyStr, int] = pattern, flags

    def __getattr__(self, name: str) -> object:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(*self._made_of)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return self.__dict__[name]
