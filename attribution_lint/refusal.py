"""What all refusals have in common: the command line tells them, and ends with its code for trouble."""

# ruff: noqa: PTH118, PTH119, PTH120, PTH208 - paths are strings here, as those of discovery are

from __future__ import annotations

import os
from difflib import get_close_matches


class RefusalError(Exception):
    """The tool cannot do what was asked for; the message is for the user, and says how to mend it."""


def similar_path(path: str) -> str | None:
    """A path that exists and differs a little in its last name from one that does not."""
    folder = os.path.dirname(path) or "."
    try:
        close = get_close_matches(os.path.basename(path), sorted(os.listdir(folder)), n=1)
    except (OSError, ValueError):
        return None
    return os.path.join(os.path.dirname(path), close[0]) if close else None
