"""Schemas to hold reports against: the project's own, and those of others in `tests/schemas/`."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema.validators import validator_for
from lxml import etree

ROOT = Path(__file__).parents[2]
CHECK = ROOT / "attribution_lint" / "data" / "schemas" / "check-1.schema.json"
SARIF = ROOT / "tests" / "schemas" / "sarif-schema-2.1.0.json"
GITLAB = ROOT / "tests" / "schemas" / "gitlab-code-quality.json"
JUNIT = ROOT / "tests" / "schemas" / "junit-10.xsd"


@cache
def _validator(path: Path, part: str | None) -> Any:
    schema = json.loads(path.read_text(encoding="utf-8"))
    kind = validator_for(schema)
    kind.check_schema(schema)
    if part:
        schema = {**schema, "$ref": f"#/$defs/{part}"}
        for key in ("required", "properties", "type"):
            schema.pop(key)
    return kind(schema, format_checker=kind.FORMAT_CHECKER)


def check_json(value: object, path: Path, part: str | None = None) -> None:
    """Hold a value against a schema, or against one of its definitions."""
    _validator(path, part).validate(value)


@cache
def _junit() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(JUNIT))


def check_junit(text: str) -> etree._Element:
    """The root of an XML report that holds to the schema of Jenkins."""
    root = etree.fromstring(text.encode())
    _junit().assertValid(root)
    return root
