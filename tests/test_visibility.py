"""What a reader does not see."""

from __future__ import annotations

import pytest

from .pages import body_of, page_of, texts_of


@pytest.mark.parametrize(
    "tag",
    [
        "div hidden",
        'div hidden="until-found"',
        'div style="display:none"',
        'div style="color: red; DISPLAY : None"',
        'div style="visibility: hidden"',
        "noscript",
        "dialog",
        'span class="sr-only"',
        'span class="screen-reader-text"',
        'div class="d-none"',
        'div class="Hidden"',
    ],
)
def test_hidden(tag: str) -> None:
    """Attributes, styles and the classes of usual style sheets hide an element with all that is in it."""
    name = tag.partition(" ")[0]
    assert texts_of(body_of(f"<{tag}>Source: <b>Lantern</b></{name}>")) == []


@pytest.mark.parametrize(
    "tag",
    [
        "div aria-hidden=true",
        "details",
        "dialog open",
        'div class="overflow-hidden"',
        'div class="hide-for-small"',
        'div class="d-none d-md-block"',
        'div class="hidden lg:flex"',
        'div style="display: block"',
        'div style="overflow: hidden"',
        'div style="opacity: 0"',
    ],
)
def test_not_hidden(tag: str) -> None:
    """What a click or a wide screen shows, what fades in, and what only screen readers leave out, can be seen."""
    name = tag.partition(" ")[0]
    assert texts_of(body_of(f"<{tag}>Source: Lantern</{name}>")) == ["Source: Lantern"]


@pytest.mark.parametrize("tag", ['body style="visibility:hidden"', 'html class="hidden"', "body hidden"])
def test_page_is_never_hidden(tag: str) -> None:
    """A page as a whole is hidden only until its script runs."""
    assert texts_of(page_of(f"<{tag}><p>Source: Lantern</p>")) == ["Source: Lantern"]


def test_responsive_class_that_still_hides() -> None:
    """`d-none d-md-none` shows nowhere."""
    assert texts_of(body_of('<div class="d-none d-md-none">x</div>')) == []
