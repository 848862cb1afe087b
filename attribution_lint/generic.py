"""Names that name nobody: "the Internet", "agencies", 网络."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from attribution_lint.fold import letters

_DATA = Path(__file__).with_name("data") / "generic.toml"


@cache
def load_generic_names() -> frozenset[str]:
    """The letters of each such name."""
    return frozenset(map(letters, tomllib.loads(_DATA.read_text(encoding="utf-8"))["names"]))
