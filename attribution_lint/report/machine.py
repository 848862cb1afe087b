"""JSON as the machine formats write it: readable, and safe to show in a terminal all the same."""

from __future__ import annotations

import json

from attribution_lint.report.visible import is_safe


def dumps(value: object, *, indent: int | None = None) -> str:
    r"""Write a value as JSON in which all text but unsafe characters stands as it is.

    Control, bidi and zero-width characters and lone surrogates are `\uXXXX` escapes, which every JSON reader
    takes back for the same text.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    if text.isprintable():
        return text
    return "".join(character if character == "\n" or is_safe(character) else _escape(character) for character in text)


def _escape(character: str) -> str:
    return json.dumps(character)[1:-1] if ord(character) != 0x7F else "\\u007f"
