"""Completion scripts: asked in a real bash, as a press of the key does."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from attribution_lint.arguments import COMMANDS, SHELLS
from attribution_lint.cli import Exit, main
from attribution_lint.report import CHECK_FORMATS

from .test_cli import ROOT

BASH = shutil.which("bash")
ASK = """\
source "$1"
shift
[[ $(complete -p attribution-lint) =~ -F\\ ([^ ]+) ]]
COMP_WORDS=(attribution-lint "$@")
COMP_CWORD=$#
"${BASH_REMATCH[1]}" attribution-lint "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The script for bash, in a file."""
    path = tmp_path_factory.mktemp("completion") / "attribution-lint.bash"
    command = [sys.executable, "-m", "attribution_lint", "completion", "bash"]
    path.write_bytes(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)
    return path


@pytest.mark.skipif(BASH is None, reason="there is no bash")
@pytest.mark.parametrize(
    ("words", "answers"),
    [
        ([""], set(COMMANDS)),
        (["inv"], {"inventory"}),
        (["check", "--output-f"], {"--output-format", "--output-file"}),
        (["check", "--output-format", ""], set(CHECK_FORMATS)),
        (["inventory", "--output-format", "j"], {"jsonl"}),
        (["check", "--fail-on", ""], {"error", "warning", "note", "never"}),
        (["check", "--color", "a"], {"auto", "always"}),
        (["check", "--select", "d"], {"dangling-credit"}),
        (["check", "-q", "--ignore", "orig"], {"original-url"}),
        (["rule", "source"], {"source-outlet"}),
        (["completion", ""], {"bash", "zsh", "fish"}),
        (["check", "pa"], {"page one.html", "page.html"}),
        (["check", "--config", "pag"], {"page one.html", "page.html"}),
        (["check", "--cache-dir", "f"], {"folder"}),
        (["inventory", "--fail"], {""}),
        (["nonsense", "--sel"], {""}),
    ],
)
def test_bash(script: Path, tmp_path: Path, words: list[str], answers: set[str]) -> None:
    """Commands, their options, formats, severities, rule ids and files; nothing where nothing fits."""
    for name in ("page.html", "page one.html"):
        (tmp_path / name).touch()
    (tmp_path / "folder").mkdir()
    command = [BASH or "", "--noprofile", "--norc", "-c", ASK, "ask", str(script), *words]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert {line.rstrip("/") for line in result.stdout.splitlines()} == answers
    assert not result.stderr


@pytest.mark.parametrize("shell", SHELLS)
def test_scripts(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each shell's script knows all of it."""
    assert main(["completion", shell]) == Exit.CLEAN
    script = capsys.readouterr().out
    for word in ("inventory", "output-format", "concise", "warning", "original-url", "files-from"):
        assert word in script


def test_unknown_shell(capsys: pytest.CaptureFixture[str]) -> None:
    """A shell that there is no script for is told, with those that there are."""
    assert main(["completion", "fsh"]) == Exit.TROUBLE
    assert "unknown shell 'fsh'; did you mean 'fish'?" in capsys.readouterr().err
    assert main(["completion", "powershell"]) == Exit.TROUBLE
    assert "(there are: bash, zsh, fish)" in capsys.readouterr().err
