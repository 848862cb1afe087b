"""A package with a rule of somebody else's, for runs of the real command: it does what a page's title asks for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
CODE = """
import os
import signal
import sys
import time
from pathlib import Path

from attribution_lint.model import NOWHERE, Severity
from attribution_lint.rule import Rule, Violation

def check(facts):
    word = facts.title.split()[0]
    with open("log.txt", "a") as log:
        log.write(f"{word} {os.getpid()}\\n")
    if word == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "exit":
        os._exit(7)
    if word == "leave":
        sys.exit(7)
    if word == "once" and not Path("once.txt").exists():
        Path("once.txt").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "sleep":
        time.sleep(60)
    yield Violation(NOWHERE, "read", "")

rule = Rule(id="acme", severity=Severity.NOTE, summary="", what="", why="", check=check, examples=())
"""


def install(folder: Path, code: str = CODE) -> Path:
    """Put the package into a folder, which is then to be among those that Python searches."""
    folder.mkdir(exist_ok=True)
    (folder / "acme.py").write_text(code, encoding="utf-8")
    info = folder / "acme-1.0.dist-info"
    info.mkdir(exist_ok=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[attribution_lint.rules]\nacme = acme\n", encoding="utf-8")
    return folder


def page(title: str, size: int = 0) -> str:
    """A republished page of that title, and of at least that size."""
    return (
        f"<html lang=en><head><title>{title}</title></head><body><article><h1>{title}</h1><p>"
        "This article was originally published by "
        '<a href="https://www.theguardian.com/uk/2024/mar/05/harbour-closes">The Guardian</a> and is republished with '
        f"permission. © 2024 The Guardian.</p></article><!--{'x' * size}--></body></html>"
    )


def start(*arguments: str, cwd: Path, rules: Path) -> subprocess.Popen[bytes]:
    """Start the tool as a program of its own, with the rule."""
    return subprocess.Popen(
        [sys.executable, "-m", "attribution_lint", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{rules}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
