"""The tables that are read are those that the TOML makes."""

import json

import pytest

from attribution_lint.compile_tables import compile_tables
from attribution_lint.lexicon import Lexicon, Phrase, Role, load_lexicon
from attribution_lint.tables import TABLES, read_table

COMPILED = compile_tables()


def test_all_there() -> None:
    """Each table has a file, and no file is left of one that is no more."""
    assert {path.stem for path in TABLES.iterdir()} == set(COMPILED)


@pytest.mark.parametrize("name", COMPILED)
def test_in_step(name: str) -> None:
    """After a change of the TOML, `python -m attribution_lint.compile_tables` writes the tables anew."""
    written = (TABLES / f"{name}.json").read_text(encoding="utf-8")
    assert written == COMPILED[name], "run python -m attribution_lint.compile_tables"
    assert read_table(name) == json.loads(COMPILED[name])


def test_phrases_come_back_whole() -> None:
    """A phrase that was written as a row, without what is as usual, is the phrase again."""
    phrases = (
        Phrase("en", Role.OUTLET_LABEL, text="source"),
        Phrase("en", Role.OUTLET_LABEL, text="from", strong=False),
        Phrase("de", Role.DISCLAIMER, pattern="a+b", needs=("a", "b"), kind="copied"),
        Phrase("sv", Role.WIRE_DATELINE, text="TT", case=True),
        Phrase("zh-Hans", Role.TAKEDOWN, text="x", strong=False, mt=True, unless_before=("y",), unless_after=("z",)),
    )
    assert Lexicon.of(phrases).phrases == phrases
    assert len(load_lexicon().phrases) > 7_000
