"""JSON as the machine formats write it: readable, and safe to show in a terminal all the same."""

from __future__ import annotations

import json

from attribution_lint.report.visible import is_safe


def dumps(value: object, *, indent: int | None = None) -> str:
    r"""Write a value as JSON in which all text but unsafe characters stands as it is.

    Control, bidi and zero-width characters and lone surrogates are `\uXXXX` escapes, which every JSON reader
    takes back for the same text. So is the bracket of `##[`, which GitHub's runner would execute if it were printed.
    """
    # "##[" stands in a string if it stands anywhere: outside of them there is no "#".
    text = json.dumps(value, ensure_ascii=False, indent=indent).replace("##[", "##\\u005b")
    if text.isprintable():
        return text
    # By lines, which are all that is not printable in most reports.
    return "\n".join(line if line.isprintable() else _escape_all(line) for line in text.split("\n"))


def _escape_all(line: str) -> str:
    return "".join(character if is_safe(character) else _escape(character) for character in line)


def _escape(character: str) -> str:
    return json.dumps(character)[1:-1] if ord(character) != 0x7F else "\\u007f"
