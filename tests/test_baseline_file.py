"""The file of a baseline: how it is written, how it merges, and what is said of one that is damaged or hostile."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from difflib import ndiff
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution_lint import baseline_file
from attribution_lint.baseline import Entry
from attribution_lint.baseline_file import BaselineError, read_entries, write_entries

NAME = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/\0\\"), min_size=1, max_size=8)
PATH = st.lists(NAME.filter(lambda name: name not in {".", ".."}), min_size=1, max_size=3).map("/".join)
ENTRY = st.builds(
    Entry, st.dictionaries(NAME, st.integers(1, 99), min_size=1, max_size=3), st.text("0123456789abcdef", max_size=16)
)
ENTRIES = st.dictionaries(PATH.filter(lambda path: path != "version"), ENTRY, max_size=5)


@given(entries=ENTRIES)
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, entries: dict[str, Entry]) -> None:
    """Whatever pages are called: the same baseline comes back, and makes the same bytes."""
    text = write_entries(entries)
    path = tmp_path_factory.getbasetemp() / "b.json"
    path.write_bytes(text.encode())
    assert read_entries(str(path), "b.json") == entries
    assert write_entries(dict(reversed(entries.items()))) == text
    assert text.replace("\n", "").isprintable()


@given(ENTRIES, PATH.filter(lambda path: path != "version"), ENTRY)
def test_another_page_changes_no_line(entries: dict[str, Entry], path: str, entry: Entry) -> None:
    """A page that is added or taken out adds or takes out its own lines, at any place: nothing else can conflict."""
    less = {page: old for page, old in entries.items() if page != path}
    before, after = (write_entries(each).splitlines() for each in (less, {**less, path: entry}))
    changed = [line for line in ndiff(before, after) if line[0] in "+-?"]
    assert all(line.startswith("+ ") for line in changed)
    assert len(changed) == len(entry.counts) + 3


def test_another_rule_changes_no_other_line() -> None:
    """The same holds for a rule of a page, wherever it stands in the alphabet."""
    for rule in ("a", "n", "z"):
        before = write_entries({"a.html": Entry({"m": 1, "o": 1})}).splitlines()
        after = write_entries({"a.html": Entry({"m": 1, "o": 1, rule: 2})}).splitlines()
        assert [line for line in ndiff(before, after) if line[0] in "+-?"] == [f'+     "{rule}": 2,']


def test_form() -> None:
    """The file is readable, and has a line a page and rule."""
    assert write_entries({"b/ö.html": Entry({"z": 1, "a": 2}, "0a"), "a.html": Entry({"a": 1})}) == (
        '{\n  "a.html": {\n    "a": 1,\n    "known by": ""\n  },\n'
        '  "b/ö.html": {\n    "a": 2,\n    "z": 1,\n    "known by": "0a"\n  },\n  "version": 1\n}\n'
    )


def page(value: object, path: str = "a.html") -> str:
    """The text of a baseline with one page."""
    return json.dumps({path: value, "version": 1})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not valid JSON"),
        ("[]", "no baseline of attribution-lint"),
        ("3", "no baseline of attribution-lint"),
        ('{"name": "site"}', "no baseline of attribution-lint"),
        ('{"version": 2}', "version 2 is not known to this release; update it"),
        ('{"version": true}', "version true is not known"),
        ('{"version": "1.0.0", "name": "site"}', 'version "1.0.0" is not known'),
        ('{"version": 1, "name": "site"}', '"name" must have a table of rules and counts'),
        ('{"version": 1, "version": 1}', '"version" stands in it twice; keep one'),
        ('{"a.html": {"r": 1, "r": 2}, "version": 1}', '"r" stands in it twice'),
        ("[" * 200_000, "nested too deep"),
        ('{"a.html":' * 200_000, "nested too deep"),
        (page({"r": -1}), '"r" of "a.html" must be a whole number from 1 on, not -1; remove the line'),
        (page({"r": 0}), "not 0"),
        (page({"r": 1.5}), "not 1.5"),
        (page({"r": True}), "not true"),
        (page({"r": None}), "not null"),
        (page({"r": "1"}), 'not "1"'),
        (page({"r": {"a": []}}), "not a table"),
        (page({"r": 10**100}), "must be a whole number"),
        ('{"a.html": {"r": 1' + "0" * 5000 + '}, "version": 1}', "Exceeds the limit"),
        ('{"a.html": {"r": Infinity}, "version": 1}', "not Infinity"),
        (page({"known by": 1, "r": 1}), "must be hexadecimal digits"),
        (page({"known by": "\x1b[2J", "r": 1}), "must be hexadecimal digits"),
        (page({"unused-suppression": 1}), "cannot stand in a baseline"),
        (page({"r": 1}, "/etc/passwd"), '"/etc/passwd" is an absolute path'),
        (page({"r": 1}, "../a.html"), '"../a.html" leads out of the folder'),
        (page({"r": 1}, "a/../../b.html"), "leads out of the folder"),
        (page({"r": 1}, "./a.html"), "is not the path of a page"),
        (page({"r": 1}, "a//b.html"), "is not the path of a page"),
        (page({"r": 1}, ""), "is not the path of a page"),
        (page({"r": 1}, "a\0.html"), "cannot be the path of a file"),
        (page({"r": 1}, "\ud800.html"), "cannot be the path of a file"),
        (page({"r": 1}, "a" * 5000), "cannot be the path of a file"),
        ('{\n<<<<<<< HEAD\n  "a.html": {\n=======\n>>>>>>> other\n', "a merge was not finished in it"),
    ],
)
def test_wrong_file(tmp_path: Path, text: str, words: str) -> None:
    """Whatever is wrong is told, by the name of the file, with what to do; and at no length."""
    path = tmp_path / "b.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BaselineError) as caught:
        read_entries(str(path), "b.json")
    message = str(caught.value)
    assert message.startswith("b.json: ")
    assert words in message
    assert len(message) < 400


def test_not_utf8(tmp_path: Path) -> None:
    """A file in another encoding is told as that; a byte order mark is none."""
    path = tmp_path / "b.json"
    path.write_text('{"é.html": {"r": 1}, "version": 1}', encoding="latin-1")
    with pytest.raises(BaselineError, match="it is not UTF-8"):
        read_entries(str(path), "b.json")
    path.write_text('{"é.html": {"r": 1}, "version": 1}', encoding="utf-8-sig")
    assert read_entries(str(path), "b.json") == {"é.html": Entry({"r": 1})}


def test_no_file(tmp_path: Path) -> None:
    """A folder, a pipe and a file that is not there are not waited for."""
    os.mkfifo(tmp_path / "pipe")
    for name, words in (("", "it is not a file"), ("pipe", "it is not a file"), ("none", "it cannot be read")):
        with pytest.raises(BaselineError, match=words):
            read_entries(str(tmp_path / name), "b.json")


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of any size takes no more memory than a large one."""
    monkeypatch.setattr(baseline_file, "MAX_BYTES", 20)
    path = tmp_path / "b.json"
    path.write_text(page({"r": 1}))
    with pytest.raises(BaselineError, match="it is larger than"):
        read_entries(str(path), "b.json")


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers(-2, 3) | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["version", "a.html", "r", "known by", "../b"]), inner, max_size=4)
    ),
)


@given(text=st.binary(max_size=40) | JSON.map(lambda value: json.dumps(value).encode()))
def test_whatever_a_file_holds(tmp_path_factory: pytest.TempPathFactory, text: bytes) -> None:
    """It is a baseline, or told to be none; nothing else can happen."""
    path = tmp_path_factory.getbasetemp() / "any.json"
    path.write_bytes(text)
    with suppress(BaselineError):
        entries = read_entries(str(path), "b.json")
        assert all(count > 0 for entry in entries.values() for count in entry.counts.values())
