"""Agencies at the end of the text."""

from __future__ import annotations

import pytest

from attribution_lint.locate import Locator
from attribution_lint.model import EvidenceKind, Status
from tests.evidence.builders import TEXT, found, judge, markup

KIND = EvidenceKind.TAIL


def page(ending: str) -> str:
    """A page whose text ends so."""
    return markup(text=(*TEXT[:2], TEXT[2] + ending))


@pytest.mark.parametrize("ending", [" (dpa)", " — AFP", " (ANSA).", " (APA/dpa)", " (PAP) mro/ mhr/", " © Reuters"])
def test_mark(ending: str) -> None:
    """The agency's mark is the last word, in brackets, behind a dash, with other agencies or initials beside it."""
    (item,) = found(page(ending), KIND)
    assert item.wire


def test_place_of_a_mark_that_occurs_before() -> None:
    """The place is the closing mark, not an earlier word of the same letters."""
    html = markup(text=(*TEXT[:2], "The dpa reports from the town hall that nobody knows anything, says the dpa (dpa)"))
    (item,) = found(html, KIND)
    span = Locator(html).span(item.place)
    assert html.split("\n")[span.line - 1][: span.end_column - 1].endswith("says the dpa (dpa")


@pytest.mark.parametrize("ending", [" abc/dpa", " (mro/PAP)"])
def test_edited(ending: str) -> None:
    """Initials before the agency say that staff edited its text."""
    assert judge(page(ending)).status is Status.EXCERPT


@pytest.mark.parametrize(
    "ending",
    [
        " (and so on)",
        " It works at the Harbour Institute (BSC-CNS)",
        " (Hilltop Gazette)",
        " He said so to Reuters.",
        " They met in 2019/20",
        " either/or",
        " The mayor thanked everybody, and above all the Associated Press.",
    ],
)
def test_none(ending: str) -> None:
    """Own names, other brackets and agencies inside the last sentence."""
    assert not found(page(ending), KIND)


def test_item_of_a_list() -> None:
    """What stands in a list behind the text is not its end."""
    items = "<ul><li>Harbour Institute: roofs of the north</li><li>Reuters: slate</li></ul>"
    assert not found(markup(below=f"<h3>Further reading</h3>{items}"), KIND)


def test_before_the_end() -> None:
    """A mark in the middle of a long text is a picture's or a quotation's."""
    text = tuple(f"{number}. {TEXT[number % 3]}" for number in range(30))
    assert judge(markup(text=(*text[:15], text[15] + " (dpa)", *text[16:]))).status is Status.OWN


@pytest.mark.parametrize(
    "line", ["Huyền Lê (Theo Reuters, AFP)", "With inputs from Reuters, AFP", "Reuters contributed to this report."]
)
def test_material(line: str) -> None:
    """A writer before the agencies, or a word for their material: the text is the site's own, made from theirs."""
    (item,) = (item for item in found(markup(below=f"<p>{line}</p>"), EvidenceKind.TAIL) if item.outlet)
    assert item.partial


@pytest.mark.parametrize("place", ["above", "below"])
@pytest.mark.parametrize(
    "html",
    [
        "<blockquote><p>It was late again.</p><footer>Reuters</footer></blockquote>",
        "<blockquote><p>It was late again.</p><footer>Source: Reuters</footer></blockquote>",
        "<blockquote><p>It was late again.</p></blockquote><p>— Reuters</p>",
        f"<blockquote><p>{TEXT[0]} (Reuters)</p></blockquote>",
    ],
)
def test_quotation(html: str, place: str) -> None:
    """A quotation at either end of the text is signed by who is quoted."""
    page = markup(above=html) if place == "above" else markup(below=html)
    assert judge(page).status is Status.OWN
