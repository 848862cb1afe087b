"""What the import contracts in pyproject.toml cannot say: who may print, who may exit, and how rules are found."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FRONT = {"__main__.py", "cli.py", "messages.py", "output.py", "progress.py", "session.py"}
"""The command line's own modules: they alone know that there is a terminal."""
MODULES = sorted(
    path
    for folder in ("attribution_lint", "rules")
    for path in (ROOT / folder).rglob("*.py")
    if path.relative_to(ROOT / folder).as_posix() not in FRONT
)
TERMINAL = {"print", "input", "breakpoint", "exit", "quit", "SystemExit", "sys.exit", "os._exit"}
TERMINAL |= {"sys.stdout", "sys.stderr", "sys.argv"}


def names_used(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Plain and once-dotted names, and what is imported, each with its line."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name):
                yield node.lineno, name
            case ast.Attribute(value=ast.Name(id=owner), attr=name):
                yield node.lineno, f"{owner}.{name}"
            case ast.ImportFrom(module=str(module)):
                yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)
            case ast.Import():
                yield from ((node.lineno, alias.name) for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_only_the_command_line_prints_or_exits(path: Path) -> None:
    """No step of the way knows of a terminal: it returns values."""
    used = names_used(ast.parse(path.read_text(encoding="utf-8")))
    assert [(line, name) for line, name in used if name in TERMINAL] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_rule_is_imported_by_name(path: Path) -> None:
    """Rules are found in their package, so that adding one touches no other module."""
    used = names_used(ast.parse(path.read_text(encoding="utf-8")))
    assert [(line, name) for line, name in used if name.startswith("attribution_lint.rules")] == []


def test_forbidden_names_are_seen() -> None:
    """The search itself works: it sees calls, attributes and imports."""
    source = "import sys\nfrom sys import exit\nfrom attribution_lint.rules import x\nsys.stdout.write('')\nprint()\n"
    seen = {name for _, name in names_used(ast.parse(source))}
    assert {"sys", "sys.exit", "attribution_lint.rules.x", "sys.stdout", "print"} <= seen
