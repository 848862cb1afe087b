"""Authors."""

from __future__ import annotations

import pytest

from attribution_lint.model import EvidenceKind, Status
from tests.evidence.builders import found, judge, markup


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("<p>Author: Jane Miller</p>", "Jane Miller"),
        ("<p>By Jane Miller, March 3</p>", "Jane Miller"),
        ("<p>作者：李明</p>", "李明"),
        ("<p>Autor: Hans Maier | 3. März</p>", "Hans Maier"),
        ("<p>Автор: Анна Иванова</p>", "Анна Иванова"),
        ("<dl><dt>Author:</dt><dd>Jane Miller</dd></dl>", "Jane Miller"),
    ],
)
def test_author(line: str, name: str) -> None:
    """The person behind the label, without date and separators; it makes no copy by itself."""
    html = markup(above=line)
    assert [item.author for item in found(html, EvidenceKind.AUTHOR)] == [name]
    assert judge(html).status is Status.OWN


@pytest.mark.parametrize(
    "line",
    [
        "<p>Author: Hilltop Gazette</p>",
        "<p>Author: Reuters</p>",
        "<p>By the time the roof is done, it will be winter again, said Jane Miller of the council.</p>",
        "<p>Author: https://www.harbourledger.example/jane</p>",
        "<p>Author:</p>",
    ],
)
def test_nobody(line: str) -> None:
    """An outlet, the site, a sentence and an address are no persons."""
    assert not found(markup(above=line), EvidenceKind.AUTHOR)
