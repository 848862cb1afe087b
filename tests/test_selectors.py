"""CSS selectors of the configuration."""

from __future__ import annotations

import pytest

from attribution_lint.model import Place, Status
from attribution_lint.selectors import SelectorError, check_selector, first_matches
from attribution_lint.walk import parse_tree

TREE = parse_tree('<p>0</p><div class="a b"><p lang="fr">1</p></div><p class="a">2</p>')


@pytest.mark.parametrize(
    ("selector", "place"),
    [
        (".a", Place("div", 0)),
        ("P.a", Place("p", 2)),
        ("div > p", Place("p", 1)),
        ("[lang|=fr]", Place("p", 1)),
        (".c, .b", Place("div", 0)),
    ],
)
def test_first_match(selector: str, place: Place) -> None:
    """The first element in page order that matches."""
    assert first_matches(TREE, [(Status.OWN, selector)]) == ((Status.OWN, selector, place),)


def test_no_match() -> None:
    """A selector that matches nothing declares nothing; the others keep their order."""
    selectors = [(Status.REPUBLISHED, ".none"), (Status.EXCERPT, ".a"), (Status.OWN, ".b")]
    assert [status for status, _, _ in first_matches(TREE, selectors)] == [Status.EXCERPT, Status.OWN]
    assert first_matches(TREE, []) == ()


@pytest.mark.parametrize(
    "selector", ["", "..", "p[", "p:unheard-of(1)", "p::before", "svg|a", "[a='\x1b']", "(" * 5000]
)
def test_no_selector(selector: str) -> None:
    """What is no selector is found out before any page is read."""
    with pytest.raises(SelectorError, match=r"\S"):
        check_selector(selector)


@pytest.mark.parametrize(
    "selector",
    [
        "a b c",
        "a > b > c",
        "a ~ b",
        "a + b",
        "p:nth-child(2)",
        "p:first-child",
        "p:has(a)",
        "p:not(a b) c",
        "* *, a b c",
    ],
)
def test_too_slow(selector: str) -> None:
    """What a large page would take minutes for is refused, with what can be written instead."""
    with pytest.raises(SelectorError, match="one space or >"):
        check_selector(selector)


@pytest.mark.parametrize(
    "selector", ["body.partner article", "a > b, c > d", "p:not(.x)", "p:is(.a, .b)", "#x[y~='z']"]
)
def test_quick_enough(selector: str) -> None:
    """What people need is taken."""
    check_selector(selector)
