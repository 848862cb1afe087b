"""`python -m attribution_lint.compile_tables`: writes the tables that are read, from the TOML that people edit."""

from __future__ import annotations

import json
import tomllib
from typing import Any

from attribution_lint.fold import letters
from attribution_lint.lexicon import read_lexicon
from attribution_lint.outlets import read_outlets
from attribution_lint.own_work import compile_words
from attribution_lint.tables import DATA, TABLES

_PLAIN = ("calendar", "cues", "front_matter", "generic", "hosts", "licences", "regions", "snippets")
"""Tables that are read as they are written."""


def compile_tables() -> dict[str, str]:
    """The texts of all tables by name, made from the TOML as it is now."""
    tables: dict[str, Any] = {
        name: tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8")) for name in _PLAIN
    }
    tables["generic"] = {"letters": sorted(set(map(letters, tables["generic"]["names"])))}
    tables["lexicon"] = read_lexicon()
    tables["outlets"] = read_outlets()
    own_work = tomllib.loads((DATA / "own_work.toml").read_text(encoding="utf-8"))
    tables["own_work"] = compile_words({name: lists for name, lists in own_work.items() if name != "schema"})
    return {name: _written(table) for name, table in tables.items()}


def _written(table: dict[str, Any]) -> str:
    """A table as JSON: one line for each of its entries, so that a change shows where it is."""
    return "{\n" + ",\n".join(f"{_json(key)}: {_lines(value)}" for key, value in table.items()) + "\n}\n"


def _lines(value: object) -> str:
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(map(_json, value)) + "\n]"
    if isinstance(value, dict) and value:
        return "{\n" + ",\n".join(f"{_json(key)}: {_json(item)}" for key, item in value.items()) + "\n}"
    return _json(value)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def main() -> None:
    """Write them all."""
    TABLES.mkdir(exist_ok=True)
    for name, text in compile_tables().items():
        (TABLES / f"{name}.json").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
