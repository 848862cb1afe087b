"""Meta tags and link elements."""

from __future__ import annotations

import pytest

from attribution_lint.metadata import is_article_type
from attribution_lint.model import Place

from .pages import page_of


@pytest.mark.parametrize(
    ("html", "name", "value"),
    [
        ('<meta name="Author" content=" Ines Aldred ">', "author", "Ines Aldred"),
        ('<meta property="og:site_name" content="Harbour">', "og:site_name", "Harbour"),
        ('<meta http-equiv="Content-Language" content="de">', "content-language", "de"),
        ('<meta name="DC.Source" content="Lantern">', "dc.source", "Lantern"),
        ('<link rel="canonical" href="/a">', "canonical", "https://harbour.example/a"),
        ('<link rel="syndication-source" href=" https://lantern.example/a ">', "syndication-source", "https://lantern.example/a"),
    ],
)  # fmt: skip
def test_property(html: str, name: str, value: str) -> None:
    """A property is known by its lower-case name; an address is absolute."""
    assert [item.value for item in page_of(f"{html}<p>x").values(name)] == [value]


@pytest.mark.parametrize(
    "html",
    [
        "<meta name=author content=''>",
        "<meta name=author content='  '>",
        "<meta name=author>",
        "<meta name='' content=x>",
        "<meta charset=utf-8>",
        "<link rel=canonical>",
        "<link rel=canonical href=' '>",
        "<link href=/a>",
    ],
)
def test_no_property(html: str) -> None:
    """What has no name or no value says nothing."""
    assert page_of(f"{html}<p>x").meta == ()


def test_name_and_property() -> None:
    """A tag that gives two names says its value under both."""
    page = page_of("<meta name=title property=og:title content=Ferry><p>x")
    assert [item.name for item in page.meta] == ["title", "og:title"]


def test_several_relations() -> None:
    """A link element has each of its relations once."""
    page = page_of("<link rel='License canonical license' href=/a><p>x")
    assert [item.name for item in page.meta] == ["license", "canonical"]


def test_place() -> None:
    """The evidence is the attribute's value in the element's start tag."""
    page = page_of("<meta charset=utf-8><meta name=author content=Ines><p>x")
    assert page.meta[0].place == Place("meta", 1, attribute="content")


def test_canonical_is_relative_to_the_base() -> None:
    """A base before the link element holds for it."""
    page = page_of("<base href=https://lantern.example/x/><link rel=canonical href=a><p>x")
    assert [item.value for item in page.values("canonical")] == ["https://lantern.example/x/a"]


@pytest.mark.parametrize("name", ["newsarticle", "blogposting", "webpage", ""])
def test_article_types(name: str) -> None:
    """Articles, posts and pages can be the text; so can what has no type."""
    assert is_article_type(name)


@pytest.mark.parametrize("name", ["organization", "person", "wpfooter", "breadcrumblist", "comment"])
def test_other_types(name: str) -> None:
    """Persons, organisations and parts of the page are not."""
    assert not is_article_type(name)
