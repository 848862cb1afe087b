"""The knowledge of the package as tables that load in milliseconds.

What people read and edit is TOML, in `data/`. What the tool reads is the same in JSON, in `data/tables/`, with all
names and phrases folded and sorted for lookup. `python -m attribution_lint.compile_tables` writes it anew.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

DATA = Path(__file__).with_name("data")
TABLES = DATA / "tables"


def read_table(name: str) -> dict[str, Any]:
    """The table of that name."""
    table: dict[str, Any] = json.loads((TABLES / f"{name}.json").read_bytes())
    return table
