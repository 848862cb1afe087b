"""Counter pixels."""

from __future__ import annotations

import pytest

from attribution_lint.model import EvidenceKind, Status
from tests.evidence.builders import found, judge, markup


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("https://counter.theconversation.com/content/12345/count.gif", "https://theconversation.com/12345"),
        ("https://counter.theconversation.edu.au/content/12345/count.gif", "https://theconversation.com/12345"),
        ("https://www.harbourledger.example/?republication-pixel=true&post=5", None),
    ],
)
def test_pixel(address: str, url: str | None) -> None:
    """An outlet's counter makes a copy, and some name the article."""
    html = markup(below=f'<img src="{address}" width="1" height="1">')
    assert judge(html).status is Status.REPUBLISHED
    assert [item.url for item in found(html, EvidenceKind.PIXEL)] == [url]


def test_script() -> None:
    """A counter can be a script."""
    html = markup(below='<script src="https://pixel.propublica.org/pixel.js" async></script>')
    assert judge(html).status is Status.REPUBLISHED


@pytest.mark.parametrize(
    "address",
    [
        "https://www.hilltopgazette.example/?republication-pixel=true&post=5",
        "https://stats.example/count.gif",
        "https://theconversation.com/logo.png",
        "x" * 100_000,
    ],
)
def test_none(address: str) -> None:
    """The site's own counter, other counters and other images."""
    assert not found(markup(below=f'<img src="{address}">'), EvidenceKind.PIXEL)
