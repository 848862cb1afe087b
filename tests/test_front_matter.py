"""Front matter in its three notations, with the place of each value."""

from __future__ import annotations

import pytest

from attribution_lint.front_matter import FrontMatterError, read_front_matter

YAML = '---\ntitle: "Roof"\nsource:\n  url: https://a.example/r\nauthors: [Jane Roe, Jo Doe]\ndraft:\n---\n\nBody.\n'
TOML = '+++\ntitle = "Roof"\nauthors = ["Jane Roe", "Jo Doe"]\n[source]\nurl = "https://a.example/r"\n+++\n\nBody.\n'
JSON = (
    ';;;\n{"title": "Roof", "source": {"url": "https://a.example/r"}, "authors": ["Jane Roe", "Jo Doe"]}\n;;;\nBody.\n'
)
OBJECT = '{\n"title": "Roof",\n"source": {"url": "https://a.example/r"}, "authors": ["Jane Roe", "Jo Doe"]}\n\nBody.\n'


@pytest.mark.parametrize("text", [YAML, TOML, JSON, OBJECT])
def test_values(text: str) -> None:
    """Every notation gives the same values: nested names joined by dots, the items of a list under one name."""
    found = read_front_matter(text)
    assert sorted((entry.name, entry.value) for entry in found.entries) == [
        ("authors", "Jane Roe"),
        ("authors", "Jo Doe"),
        ("source.url", "https://a.example/r"),
        ("title", "Roof"),
    ]
    assert text[found.end :].strip() == "Body."


@pytest.mark.parametrize("text", [YAML, TOML, JSON, OBJECT])
def test_places(text: str) -> None:
    """Each value is where it is said to be."""
    for entry in read_front_matter(text).entries:
        assert entry.value in text[entry.start : entry.end]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No front matter.\n",
        "---\n\nA rule, and text: with a colon.\n",
        "---\n\nA rule above and one below\n\n---\n",
        "{ a brace that opens a sentence }\n",
        "{\nno JSON\n}\n",
    ],
)
def test_none(text: str) -> None:
    """A rule across the page, or a brace, is no front matter."""
    found = read_front_matter(text)
    assert (found.entries, found.end) == ((), 0)


def test_byte_order_mark_and_windows_lines() -> None:
    """What editors on Windows add changes nothing."""
    text = "\ufeff---\r\ntitle: Roof\r\n---\r\nBody.\r\n"
    (entry,) = read_front_matter(text).entries
    assert (entry.name, entry.value, text[entry.start : entry.end]) == ("title", "Roof", "Roof")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('---\ntitle: "open\n---\n', "valid YAML"),
        ("---\ntitle: a\n  b: : c\n---\n", "line 3"),
        ("+++\ntitle = \n+++\n", "valid TOML"),
        (';;;\n"title": \n;;;\n', "valid JSON"),
    ],
)
def test_broken(text: str, words: str) -> None:
    """What the generator could not read either is told, with its line where the notation's reader tells it."""
    with pytest.raises(FrontMatterError, match=words):
        read_front_matter(text)


def test_no_tag_is_obeyed_and_no_alias_multiplies() -> None:
    """A tag makes no object, and nested aliases are one value each."""
    bomb = "a: &a [x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\nd: [*c, *c, *c]\n"
    text = f"---\ncommand: !!python/object/apply:os.system [ls]\n{bomb}---\n"
    found = read_front_matter(text)
    assert ("command", "ls") in {(entry.name, entry.value) for entry in found.entries}
    assert len(found.entries) < 10
