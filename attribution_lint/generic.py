"""Names that name nobody: "the Internet", "agencies", 网络."""

from __future__ import annotations

from functools import cache

from attribution_lint.tables import read_table


@cache
def load_generic_names() -> frozenset[str]:
    """The letters of each such name."""
    return frozenset(read_table("generic")["letters"])
