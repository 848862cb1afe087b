"""Real git repositories for tests, whatever the user's own git is configured to do."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
    # A submodule of a test is cloned from a folder.
    "GIT_ALLOW_PROTOCOL": "file",
}


def git(folder: Path, *arguments: str, **environment: str) -> str:
    """What a git command prints, which must succeed."""
    return subprocess.run(
        ["git", *arguments],  # noqa: S607 - the git that the tool finds too
        cwd=folder,
        env={**ENVIRONMENT, **environment},
        check=True,
        capture_output=True,
        text=True,
    ).stdout


def make_repository(folder: Path, **pages: str) -> Path:
    """A repository with one commit on the branch main: pages by their names without the suffix."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(text)
    commit(folder)
    return folder


def commit(folder: Path) -> None:
    """Commit all that there is."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message=x")
