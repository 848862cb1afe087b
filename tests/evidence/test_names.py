"""What names a source, and what does not."""

from __future__ import annotations

import pytest

from attribution_lint.evidence.names import Named, is_date, is_generic, says_more, trim
from tests.evidence.builders import markup, scene_of


def understand(text: str) -> Named | None:
    """The name as a scene on the site understands it."""
    return scene_of(markup()).name(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "…",
        "Internet",
        "网络",
        "агентства",
        "news agencies",
        "March 3, 2024",
        "this site",
        "the company blog",
        "our website",
        "The Original Source",
        "artículo original",
        "Facebook",
        "12345",
        "https://www.harbourledger.example/2024/03/town-hall-roof",
        "Yarn: a new package manager for all of us",
        "a text that goes on and on and never says a name, for it is a sentence about nothing at all, is it not",
        "sitename.com",
    ],
)
def test_nobody(text: str) -> None:
    """Dates, buttons, sentences, addresses of articles and generic words name nobody."""
    assert understand(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Hilltop Gazette",
        "hilltopgazette.example",
        "The Hilltop Gazette",
        "www.hilltopgazette.example",
        "Hilltop Gazette / Jane",
    ],
)
def test_own(text: str) -> None:
    """The site's own names, by its title, metadata and host."""
    named = understand(text)
    assert named is not None
    assert named.own
    assert not named.known


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Reuters", "Reuters"),
        ("“Reuters”", "Reuters"),
        ("the Associated Press", "the Associated Press"),
        ("《新京报》", "新京报"),
        ("Reuters on a Tuesday", "Reuters"),
    ],
)
def test_known(text: str, name: str) -> None:
    """Outlets of the list, whatever stands around them."""
    named = understand(text)
    assert named is not None
    assert named.known
    assert named.name == name


@pytest.mark.parametrize(
    "text", ["Harbour Ledger", "港口日报", "harbourledger.example", "Pressemitteilung der Harbour Ledger"]
)
def test_unknown(text: str) -> None:
    """Names that are in no list are names as well."""
    named = understand(text)
    assert named is not None
    assert named.outlet is None
    assert not named.own


def test_longer_name() -> None:
    """A name that goes on behind a known one is somebody else's."""
    named = understand("Il Post di Montagna")
    assert named is None or not named.known


@pytest.mark.parametrize(
    ("text", "plain"), [(" (AP) ", "AP"), ("AP (Berlin", "AP"), ("【新华社】", "新华社"), ("--", "")]
)
def test_trim(text: str, plain: str) -> None:
    """Quotes, brackets and dashes are no part of a name."""
    assert trim(text) == plain


@pytest.mark.parametrize(("text", "generic"), [("Internet", True), ("互联网", True), ("Harbour Ledger", False)])
def test_generic(text: str, *, generic: bool) -> None:
    """Some names name nobody."""
    assert is_generic(text) is generic


@pytest.mark.parametrize("text", ["3 במרץ 2024", "3. března 2024", "2024-03-05", "2024년 3월", "le 3 mars 2024"])
def test_date(text: str) -> None:
    """Dates in any language."""
    assert is_date(text)


@pytest.mark.parametrize("text", ["9to5Mac", "36氪", "20 Minutes", "Harbour Ledger", "Channel 4"])
def test_no_date(text: str) -> None:
    """Names with numbers in them."""
    assert not is_date(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [("Laut Reuters hatte die Stadt um Hilfe gebeten", "Reuters"), ("据路透社报道，该市曾向省里请求帮助", "路透社")],
)
def test_says_more(text: str, name: str) -> None:
    """A sentence about what it names."""
    assert says_more(text, name)


@pytest.mark.parametrize(
    ("text", "name"), [("By Jane Miller, Reuters", "Reuters"), ("新华社记者 李明", "新华社"), ("AFP", "AFP")]
)
def test_says_no_more(text: str, name: str) -> None:
    """A byline names, and says little beside."""
    assert not says_more(text, name)
