"""Text from pages, set in Markdown as GitHub and GitLab render it, so that it is nothing but text."""

from __future__ import annotations

import re

from attribution_lint.report.visible import visible

_RUN_OF_TICKS = re.compile(r"`+")
_STRUCTURAL = re.compile(r"[\\`*_{}\[\]<>|~&$]")
# Mentions, references to issues, addresses, commits and emoji are looked for in rendered text as well, where no escape
# is left to see; they are not looked for in code.
_ALIVE = re.compile(
    r"[@#]|://|www\.|mailto:|xmpp:|:[\w+-]+:|GH-\d|[!~%&$^][\w\"]|(?<![0-9a-z])[0-9a-f]{7,64}(?![0-9a-z])",
    re.IGNORECASE,
)


def code(text: str) -> str:
    """Set text as code, in which nothing is a link, a mention or markup; it may stand in a table."""
    # No escape works in code, and a pipe ends a cell even there: pipes stand between stretches of code.
    return "&#124;".join(_code(piece) if piece else "" for piece in visible(text).split("|"))


def _code(text: str) -> str:
    fence = "`" * (max(map(len, _RUN_OF_TICKS.findall(text)), default=0) + 1)
    space = " " if text.strip(" ") and (text[0] in "` " or text[-1] in "` ") else ""  # one is taken off each end
    return f"{fence}{space}{text}{space}{fence}"


def prose(text: str) -> str:
    """Set text as text; words that a site would make a link or a mention of stand as code."""
    return " ".join(code(word) if _ALIVE.search(word) else _escaped(word) for word in visible(text).split(" "))


def _escaped(word: str) -> str:
    """Entities, unlike backslashes, are never markup, whatever stands beside them (CommonMark 0.31, section 2.5)."""
    return _STRUCTURAL.sub(lambda found: f"&#{ord(found.group())};", word)
