"""Draw the picture of the report that the README shows: run `python docs/picture.py` after the report has changed."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
PAGES = ["posts/solid-state-ferry.html", "es/redes-fantasma.html"]
WIDTH = 104


def main() -> None:
    """Lint two pages of the example site and write what a terminal shows as `docs/report.svg`."""
    command = [sys.executable, "-m", "attribution_lint", "check", *PAGES, "--color", "always", "--width", str(WIDTH)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLORTERM": "truecolor"}
    shown = subprocess.run(  # noqa: S603 - the project's own command
        command, cwd=ROOT / "examples" / "site", env=environment, capture_output=True, encoding="utf-8", check=False
    )
    text = Text.from_ansi(shown.stdout)
    # Snippets are never wrapped, so the window is as wide as the longest of them.
    console = Console(record=True, width=max(line.cell_len for line in text.split()), file=io.StringIO())
    console.print(text)
    title = "attribution-lint check " + " ".join(PAGES)
    (ROOT / "docs" / "report.svg").write_text(console.export_svg(title=title, theme=MONOKAI), encoding="utf-8")


if __name__ == "__main__":
    main()
