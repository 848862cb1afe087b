"""By which way a page came by its text, and through whose hands."""

from __future__ import annotations

import pytest

from attribution_lint.model import Hand, Kind
from tests.evidence.builders import ORIGINAL, judge, markup

LINK = f'<a href="{ORIGINAL}">Harbour Ledger</a>'


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (f"<p>This article was originally published on {LINK}.</p>", Kind.REPRINT),
        ("<p>LONDON (Reuters) - The roof of the town hall was mended on Tuesday after two long years.</p>", Kind.WIRE),
        (f"<p>This article was translated from {LINK}.</p>", Kind.TRANSLATION),
        (f"<p>本文翻译自 {LINK}。</p>", Kind.TRANSLATION),
        (f"<p>Quelle: Pressemitteilung der {LINK}</p>", Kind.PRESS_RELEASE),
        (f"<p>This is an excerpt from an article originally published on {LINK}.</p>", Kind.EXCERPT),
        ("<p>abc/dpa</p>", Kind.AGENCY_ASSISTED),
        ("<p>(Mit Material der dpa)</p>", Kind.AGENCY_ASSISTED),
    ],
)
def test_kind(line: str, kind: Kind) -> None:
    """What the page says of its text decides."""
    below = not line.startswith("<p>LONDON")
    html = markup(below=line) if below else markup(above=line)
    assert judge(html).kind is kind


@pytest.mark.parametrize(
    "line",
    ["", "<p>© 2024 Hilltop Gazette</p>", "<p>With files from The Canadian Press</p>", "<p>Translated by Jane Roe</p>"],
)
def test_own_work_has_no_kind(line: str) -> None:
    """A page of the site's own came by its text by writing it."""
    judged = judge(markup(below=line))
    assert judged.kind is None
    assert judged.sources == ()


def test_copy_of_a_translation() -> None:
    """The translated source is the original, the one that the text was copied from stands between."""
    line = f"<p>本文翻译自 The Verge 的文章。</p><p>本文转载自{LINK}。</p>"
    sources = judge(markup(below=line, language="zh")).sources
    assert [(source.name, source.hand) for source in sources] == [
        ("The Verge", Hand.ORIGINAL),
        ("Harbour Ledger", Hand.INTERMEDIARY),
    ]


def test_one_outlet_under_two_names() -> None:
    """An outlet named twice is one source."""
    line = "<p>By Jane Miller, AP</p>"
    sources = judge(markup(above=line, below="<p>© 2024 The Associated Press. All rights reserved.</p>")).sources
    assert [source.hand for source in sources] == [Hand.ORIGINAL]
