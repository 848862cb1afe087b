"""Licences."""

from __future__ import annotations

import pytest

from attribution_lint.model import EvidenceKind, Status
from tests.evidence.builders import found, judge, markup


@pytest.mark.parametrize(
    ("line", "licence"),
    [
        ("<a href='https://creativecommons.org/licenses/by-nd/4.0/'>CC BY-ND</a>", "CC-BY-ND-4.0"),
        ("Licensed under CC BY-SA 4.0", "CC-BY-SA-4.0"),
    ],
)
def test_licence(line: str, licence: str) -> None:
    """A licence is known by its deed or its name; it makes no copy."""
    html = markup(below=f"<p>{line}</p>")
    assert [item.licence for item in found(html, EvidenceKind.LICENCE)] == [licence]
    assert judge(html).status is Status.OWN


@pytest.mark.parametrize(
    "line", ["A driving licence", "<a href='https://creativecommons.org/about/'>About</a>", "By and by"]
)
def test_none(line: str) -> None:
    """Other licences and other pages of Creative Commons."""
    assert not found(markup(below=f"<p>{line}</p>"), EvidenceKind.LICENCE)
