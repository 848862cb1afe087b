"""Names that name nobody: "the Internet", "agencies", 网络."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from attribution_lint.fold import letters


@cache
def load_generic_names() -> frozenset[str]:
    """The letters of each such name."""
    text = files("attribution_lint").joinpath("data", "generic.toml").read_text(encoding="utf-8")
    return frozenset(letters(name) for name in tomllib.loads(text)["names"])
