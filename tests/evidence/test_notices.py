"""Statements of rights."""

from __future__ import annotations

import pytest

from attribution_lint.model import EvidenceKind, Status
from tests.evidence.builders import found, judge, markup


@pytest.mark.parametrize(
    "line",
    ["The copyright belongs to the original author.", "版权归原作者所有。", "Все права на текст принадлежат автору."],
)
def test_ownership(line: str) -> None:
    """A statement that the rights are others' counts as one, and is not enough for a copy."""
    html = markup(below=f"<p>We like slate. {line}</p>", language="ru" if line.startswith("Все") else "en")
    (item,) = found(html, EvidenceKind.DISCLAIMER)
    assert item.statement
    assert item.text == line
    assert judge(html).status is Status.OWN


def test_takedown() -> None:
    """An offer to delete states no rights."""
    (item,) = found(markup(below="<p>如有侵权，请联系我们删除。</p>"), EvidenceKind.TAKEDOWN)
    assert not item.statement


def test_of_the_site() -> None:
    """The rights of the site itself speak against."""
    html = markup(below="<p>The copyright of this article belongs to Hilltop Gazette.</p>")
    assert not found(html, EvidenceKind.DISCLAIMER)
    assert judge(html).status is Status.OWN


@pytest.mark.parametrize(
    "part", ["<footer><p>{}</p></footer>", "<aside><p>{}</p></aside>", "<div class='comments'><p>{}</p></div>"]
)
def test_outside(part: str) -> None:
    """Around the article the same words state nothing about it."""
    html = markup(around=part.format("The copyright belongs to the original author."))
    assert not any(item.statement for item in judge(html).evidence)


@pytest.mark.parametrize(
    "line",
    [
        "<button>Republish this article</button>",
        "转载请注明出处",
        "本文为原创文章",
        "未经授权，不得转载",
        "Riproduzione riservata",
    ],
)
def test_own_rights(line: str) -> None:
    """What the site says as the owner of its texts never speaks for a copy."""
    assert all(item.weight <= 0 for item in judge(markup(below=f"<p>{line}</p>")).evidence)


def test_own_rights_outside_count_less() -> None:
    """A button in the footer stands on every page."""
    button = "<p>Republish this article</p>"
    (inside,) = (item for item in found(markup(below=button), EvidenceKind.OWN_RIGHTS) if item.weight)
    around = markup(around=f"<footer>{button}</footer>")
    (outside,) = (item for item in found(around, EvidenceKind.OWN_RIGHTS) if item.weight)
    assert inside.weight < outside.weight < 0
