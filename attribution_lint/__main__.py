"""The way in: `python -m attribution_lint` and the command `attribution-lint`."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from attribution_lint import __version__


def main() -> int:
    """Run the tool on the command line that it was started with, and return its exit code.

    The version is told before anything is loaded that only other answers need: a script may ask for it time and again.
    """
    if sys.argv[1:] == ["--version"]:
        with suppress(OSError):  # a pipe that is closed already
            os.write(1, f"attribution-lint {__version__}\n".encode())
        return 0
    from attribution_lint.cli import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
