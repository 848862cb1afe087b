"""Front matter: the metadata that opens a Markdown file, in YAML, TOML or JSON, each value with its place in the file.

Delimiters are those of Hugo, Jekyll, Hexo, Eleventy and Astro: `---` around YAML, `+++` around TOML, `;;;` around JSON,
and a JSON object without any.
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from attribution_lint.expressions import expression
from attribution_lint.locate import DIRECTIVE

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_LENGTH = 100_000
"""Characters of front matter that are read; a file with more is no page."""

_OPENING = expression(r"\ufeff?(---|\+\+\+|;;;)[ \t]*\r?\n")
_KEY_LINE = expression(r"^[ \t]*[\"']?[^\s:=\"'#-][^:=\n]{0,100}[\"']?[ \t]*[:=]", re.MULTILINE)
_DIRECTIVES = f"{DIRECTIVE}."
"""What keys for this tool begin with: there a value that was forgotten is a mistake to be told."""
_NOTHING = "-"
"""Stands for such a value."""
_DEEPEST = 12
"""Levels of nested tables and lists that are looked into."""


class FrontMatterError(Exception):
    """Front matter that cannot be read; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One value."""

    name: str
    """Lower case; of nested tables the names joined by dots. The values of a list share its name."""
    value: str
    start: int
    """Offset of the value in the file; of its key where the value cannot be found as it stands."""
    end: int


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """All of it."""

    entries: tuple[Entry, ...]
    end: int
    """Offset at which the body begins."""


def read_front_matter(text: str) -> FrontMatter:
    """The front matter of a file; without entries where it has none.

    Raises:
        FrontMatterError: it has some that cannot be read.
    """
    opening = _OPENING.match(text)
    if opening is None:
        return _object(text) if text.lstrip("\ufeff \r\n").startswith("{\n") else FrontMatter((), 0)
    closing = re.compile(rf"^(?:{re.escape(opening[1])}|\.\.\.)[ \t\r]*$", re.MULTILINE).search(text, opening.end())
    if closing is None or closing.start() - opening.end() > MAX_LENGTH:
        return FrontMatter((), 0)  # a rule across the page
    start, end = opening.end(), closing.start()
    if not _KEY_LINE.search(text, start, end):
        empty = not text[start:end].strip()
        return FrontMatter((), closing.end() if empty else 0)
    readers = {"---": _yaml, "+++": _toml, ";;;": _json}
    return FrontMatter(tuple(readers[opening[1]](text, start, end)), closing.end())


def _object(text: str) -> FrontMatter:
    """A JSON object that opens the file."""
    start = text.index("{")
    try:
        _, length = json.JSONDecoder().raw_decode(text[start : start + MAX_LENGTH])
    except (ValueError, RecursionError):
        return FrontMatter((), 0)  # a body that begins with a brace
    return FrontMatter(tuple(_json(text, start, start + length)), start + length)


def _yaml(text: str, start: int, end: int) -> Iterator[Entry]:
    import yaml

    try:
        # Composed and never constructed: an alias stays one node, and nothing is made of a tag.
        root = yaml.compose(text[start:end], Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = text.count("\n", 0, start) + (mark.line if mark else 0) + 1
        raise FrontMatterError(f"line {line} of its front matter is not valid YAML ({error.problem})") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise FrontMatterError("its front matter is not valid YAML") from error
    stack: list[tuple[str, yaml.Node | None, int]] = [("", root, 0)]
    seen: set[int] = set()
    while stack:
        name, node, depth = stack.pop()
        if node is None or id(node) in seen or depth > _DEEPEST:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            given = node.value and node.tag != "tag:yaml.org,2002:null"
            if name and (given or name.startswith(_DIRECTIVES)):
                first = start + node.start_mark.index
                yield Entry(name, str(node.value) if given else _NOTHING, first, start + node.end_mark.index)
        elif isinstance(node, yaml.MappingNode):
            stack += [
                (_joined(name, str(key.value)), value, depth + 1)
                for key, value in reversed(node.value)
                if isinstance(key, yaml.ScalarNode)
            ]
        elif isinstance(node, yaml.SequenceNode):
            stack += [(name, item, depth + 1) for item in reversed(node.value)]


def _toml(text: str, start: int, end: int) -> Iterator[Entry]:
    try:
        values = tomllib.loads(text[start:end].replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        raise FrontMatterError(f"its front matter is not valid TOML ({error})") from error
    except RecursionError as error:
        raise FrontMatterError("its front matter is nested too deep") from error
    yield from _placed(values, text, start, end)


def _json(text: str, start: int, end: int) -> Iterator[Entry]:
    try:
        values = json.loads(text[start:end])
    except (ValueError, RecursionError) as error:
        raise FrontMatterError(f"its front matter is not valid JSON ({error})") from error
    yield from _placed(values if isinstance(values, dict) else {}, text, start, end)


def _placed(values: dict[str, object], text: str, start: int, end: int) -> Iterator[Entry]:
    """The values of a format whose reader tells no places: each is looked for behind the one before."""
    at = start
    for name, value in _flat(values):
        key = text.find(name.rpartition(".")[2], at, end)
        found = text.find(value, max(key, at), end)
        first, length = (found, len(value)) if found >= 0 else (max(key, start), 0)
        at = max(at, first)
        yield Entry(name.lower(), value, first, first + length)


def _flat(values: dict[str, object]) -> Iterator[tuple[str, str]]:
    stack: list[tuple[str, object, int]] = [("", values, 0)]
    while stack:
        name, value, depth = stack.pop()
        if depth > _DEEPEST:
            continue
        if isinstance(value, dict):
            stack += [(_joined(name, str(key)), item, depth + 1) for key, item in reversed(value.items())]
        elif isinstance(value, list):
            stack += [(name, item, depth + 1) for item in reversed(value)]
        elif value not in {None, ""}:
            yield name, str(value)
        elif name.startswith(_DIRECTIVES):
            yield name, _NOTHING


def _joined(name: str, key: str) -> str:
    key = key.strip().lower()
    return f"{name}.{key}" if name else key
