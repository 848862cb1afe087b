"""How credits are worded."""

from __future__ import annotations

import pytest

from attribution_lint.evidence.wording import is_label
from attribution_lint.lexicon import load_lexicon
from attribution_lint.model import Status
from tests.evidence.builders import judge, markup, scene_of


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("출처: 항구일보", True),
        ("This article was originally published by Harbour Ledger", False),
        ("Originally published on Harbour Ledger", False),
        ("本文转载自港口日报", False),
    ],
)
def test_label(line: str, *, label: bool) -> None:
    """A bare label states nothing; a credit that is also used as a label is a statement."""
    scene = scene_of(markup(below=f"<p>{line}</p>"))
    block = next(block for block in scene.page.blocks if block.text == line)
    credits_ = [match for match in scene.matches[block.index] if match.role.value.endswith("_marker")]
    assert {is_label(load_lexicon(), block, match) for match in credits_} == {label}


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("به نقل از رویترز شهر از استان کمک خواسته بود.", "fa"),
        ("Podle agentury Reuters město žádalo kraj o pomoc.", "cs"),
        ("По данным Reuters, город просил регион о помощи.", "ru"),
    ],
)
def test_prose(line: str, language: str) -> None:
    """Words that label a source, and go on with what it says, credit nothing."""
    assert judge(markup(below=f"<p>{line}</p>", language=language)).status is Status.OWN
