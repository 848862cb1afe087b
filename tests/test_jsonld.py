"""JSON-LD, as it should be written and as it is."""

from __future__ import annotations

import json
import time

import pytest

from attribution_lint.jsonld import read_json_ld
from attribution_lint.model import NOWHERE


def said(text: object) -> dict[str, list[str]]:
    """Values by name; what is no text is written as JSON first."""
    found: dict[str, list[str]] = {}
    for item in read_json_ld(text if isinstance(text, str) else json.dumps(text), NOWHERE):
        found.setdefault(item.name, []).append(item.value)
    return found


ARTICLE = {"@type": "NewsArticle", "author": {"@type": "Person", "name": "Ines"}}


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(ARTICLE, id="object"),
        pytest.param([ARTICLE], id="list"),
        pytest.param({"@graph": [{"@type": "Person", "name": "Other"}, ARTICLE]}, id="graph"),
        pytest.param({"@type": ["Thing", "https://schema.org/BlogPosting"], "author": {"name": "Ines"}}, id="types"),
        pytest.param({"@type": "Product", "mainEntityOfPage": ARTICLE}, id="main entity"),
        pytest.param([[{"@graph": [[ARTICLE]]}]], id="nested"),
    ],
)
def test_article(data: object) -> None:
    """The article is found wherever it stands."""
    assert said(data)["author.name"] == ["Ines"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"@type": "Article", "author": "Ines",}', id="trailing comma in an object"),
        pytest.param('{"@type": "Article", "author": ["Ines", ] }', id="trailing comma in a list"),
        pytest.param('{"@type": "Article",\n "description": "two\nlines", "author": "Ines"}', id="raw newline"),
        pytest.param('<!--\n{"@type": "Article", "author": "Ines"}\n-->', id="comment"),
        pytest.param('//<![CDATA[\n{"@type": "Article", "author": "Ines"}\n//]]>', id="CDATA"),
        pytest.param('{"@type": "Article", "author": "Ines"};', id="semicolon"),
        pytest.param("{&quot;@type&quot;: &quot;Article&quot;, &quot;author&quot;: &quot;Ines&quot;}", id="references"),
        pytest.param('{"@type": "Thing"}\n{"@type": "Article", "author": "Ines"}', id="two objects"),
        pytest.param('{"@type": "Article", "author": "Ines"} {"@type": ', id="cut off"),
    ],
)
def test_what_is_forgiven(text: str) -> None:
    """Usual mistakes of templates do not hide what is said."""
    assert said(text)["author"] == ["Ines"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "42",
        "{",
        '{"@type": "Article", "author": "Ines"',
        "{{ page | jsonify }}",
        '["a", {"b": 1}]',
        '{"author": "Ines"}',
        '{"@type": null, "author": "Ines"}',
        '{"@type": {"a": 1}, "author": "Ines"}',
        '{"@type": "Person", "author": "Ines"}',
        '{"@type": "Article", "author": null, "wordCount": 7, "isAccessibleForFree": true, "headline": " "}',
        '{"@graph": 7, "mainEntity": null}',
    ],
)
def test_nothing_said(text: str) -> None:
    """No JSON, no article, no text: no property but the type's name."""
    assert set(said(text)) <= {"@type"}


@pytest.mark.parametrize("name", ["comment", "review", "mentions", "hasPart"])
def test_other_things(name: str) -> None:
    """The author of a comment or of another part is not the author of the article."""
    assert list(said({"@type": "Article", name: [{"@type": "Comment", "author": "Reader"}]})) == ["@type"]


def test_references_in_values() -> None:
    """A value is text, not markup."""
    assert said({"@type": "Article", "headline": "Tea &amp; rum"})["headline"] == ["Tea & rum"]


def test_site() -> None:
    """The name of a website or news organisation is the site's; that of another organisation is not."""
    graph = [{"@type": "WebSite", "name": "Harbour"}, {"@type": "Organization", "name": "Tool Ltd"}]
    assert said({"@graph": graph}) == {"site": ["Harbour"]}


def test_site_without_name() -> None:
    """A website that gives no name gives none."""
    assert said({"@type": "WebSite", "url": "/"}) == {}


def test_reference_to_another_object() -> None:
    """A property that only refers to an object has that object's plain values."""
    graph = [
        {"@type": "Article", "publisher": {"@id": "#us"}, "author": [{"@id": "#her"}]},
        {"@type": "Organization", "@id": "#us", "name": "Harbour", "logo": {"url": "/logo.png"}},
        {"@type": "Person", "@id": "#her", "name": "Ines"},
    ]
    found = said({"@graph": graph})
    assert (found["publisher.name"], found["author.name"]) == (["Harbour"], ["Ines"])
    assert "publisher.logo.url" not in found


def test_references_in_a_circle() -> None:
    """Objects that refer to each other end."""
    graph = [
        {"@type": "Article", "@id": "#a", "isPartOf": {"@id": "#b"}},
        {"@type": "WebPage", "@id": "#b", "hasPart": {"@id": "#a"}},
    ]
    assert said({"@graph": graph})["ispartof.@type"] == ["WebPage"]


def test_dotted_paths_are_bounded() -> None:
    """A path has at most six names."""
    data: object = "deep"
    for _ in range(20):
        data = {"a": data, "b": "x"}
    names = said({"@type": "Article", "a": data})
    assert max(name.count(".") for name in names) == 5


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[" * 200_000, id="brackets"),
        pytest.param('{"@graph":' * 100_000 + "1" + "}" * 100_000, id="depth"),
        pytest.param('{"@type":"Article","n":' + "9" * 100_000 + "}", id="number"),
        pytest.param("{&quot;" * 100_000, id="references"),
        pytest.param("[" + "," * 200_000, id="commas"),
        pytest.param("[1," + " " * 500_000 + "x", id="spaces"),
        pytest.param("{} " * 200_000, id="objects"),
    ],
)
def test_hostile_text(text: str) -> None:
    """It says nothing, and takes no time to say it."""
    start = time.perf_counter()
    assert said(text) == {}
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize(
    "data",
    [
        pytest.param({"@type": "Article"} | {f"name{number}": "x" for number in range(200_000)}, id="properties"),
        pytest.param([{"@type": "Article", "author": "x"}] * 100_000, id="articles"),
        pytest.param({"@type": "Article", "author": [{"name": "x"}] * 200_000}, id="list"),
    ],
)
def test_much_data(data: object) -> None:
    """Megabytes of it are read in time, and not all of it kept."""
    text = json.dumps(data)
    start = time.perf_counter()
    assert len(list(read_json_ld(text, NOWHERE))) <= 5_000
    assert time.perf_counter() - start < 10
