"""Names of persons."""

from __future__ import annotations

import pytest

from attribution_lint.evidence.persons import person, person_after_title, person_behind, several_persons
from tests.evidence.builders import markup, scene_of

SCENE = scene_of(markup())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jane Miller", "Jane Miller"),
        ("Jane Miller, editor of the week", "Jane Miller"),
        ("Jane Miller | March 3", "Jane Miller"),
        ("Jane Miller, The Washington Post", "Jane Miller"),
        ("Jane Miller, John Smith and Ann Roe", "Jane Miller, John Smith and Ann Roe"),
        ("María de la Cruz y Juan Pérez", "María de la Cruz y Juan Pérez"),
        ("李明", "李明"),
    ],
)
def test_person(text: str, name: str) -> None:
    """One or more persons, without their office, date and outlet."""
    assert person(SCENE, text) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Reuters",
        "Hilltop Gazette",
        "Digital: EFE",
        "The roof was mended. It took a year.",
        "https://www.example.org/",
        "jane@example.org",
        "1234",
        "A" * 200,
    ],
)
def test_nobody(text: str) -> None:
    """An outlet, the site, a label before an outlet, a sentence, an address, and what is too long."""
    assert person(SCENE, text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (" by Jane Miller.", "Jane Miller"),
        (" by Jane Miller, editor of the Ledger", "Jane Miller"),
        (" by former Harbour Innovation Fellow Jane Miller.", "Jane Miller"),
        (" par Jeanne Meunier", "Jeanne Meunier"),
        (" by the council.", None),
        (" by Reuters.", None),
        (" in March.", None),
        ("", None),
    ],
)
def test_behind_a_credit(text: str, name: str | None) -> None:
    """Whom a credit names behind its outlet."""
    assert person_behind(SCENE, text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Перевод статьи «A new roof», Jane Miller", "Jane Miller"),
        ("Translated from “A new roof”, Jane Miller.", "Jane Miller"),
        ("Translated from “A new roof”, which was long", None),
        ("Translated from A new roof, Jane Miller", None),
    ],
)
def test_after_a_title(text: str, name: str | None) -> None:
    """The name behind the quoted title that ends a credit."""
    assert person_after_title(text) == name


def test_several() -> None:
    """One name alone is not several."""
    assert several_persons("Jane Miller and Ann Roe of the council") == "Jane Miller and Ann Roe"
    assert several_persons("Jane Miller, editor") is None


@pytest.mark.parametrize("text", ["by " * 20_000, "A B " * 20_000, "Jane Miller, " * 10_000])
def test_hostile(text: str) -> None:
    """Long texts are read in linear time."""
    person_behind(SCENE, text)
    several_persons(text)
    person_after_title(text)
