"""Sources that are the page's own work, or nobody in particular."""

from __future__ import annotations

import time
import tomllib

import pytest

from attribution_lint.own_work import is_own_work, names_nobody
from attribution_lint.tables import DATA, read_table

LANGUAGES = {name for name in tomllib.loads((DATA / "own_work.toml").read_text(encoding="utf-8")) if name != "schema"}


@pytest.mark.parametrize(
    "text",
    [
        "own research",
        "Our Survey of 1,200 Readers",
        "the author's own calculations",
        "interviews",
        "Official documents, interviews",
        "Unternehmensangaben",
        "eigene Redaktionsrecherche",
        "calculs de l'auteur",
        "собственные расчёты редакции",
        "kendi araştırmamız",
        "yazı işlerimizce",
        "البحث الخاص",
        "מחקר עצמאי",
        "پژوهش خود ما",
        "स्वयं का शोध",
        "การสำรวจของเราเอง",
        "khảo sát của chúng tôi",
        "編集部による読者1000人へのアンケート",
        "본지 자체조사",
        "本刊编辑部整理",
    ],
)
def test_nobody(text: str) -> None:
    """Words that say whose work it is, or that have no name, are no name; endings and compounds are known."""
    assert names_nobody(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1,200",
        "research",
        "our own",
        "Research Professional News",
        "Own the Moment Media",
        "Data Center Dynamics",
        "Photo: own archive",
        "Our World in Data",
        "Forschung und Lehre",
        "Наше время",
        "企业观察报",
        "الشركة اليوم",
        "own research and " * 9,
    ],
)
def test_somebody(text: str) -> None:
    """One other word makes it a name; what is own, or what it is, is too little alone."""
    assert not names_nobody(text)


@pytest.mark.parametrize("text", ["the original author", "penulis asli", "原作者", "правообладателю", "author's data"])
def test_author(text: str) -> None:
    """The author or owner is nobody by name, but may be somebody else."""
    assert names_nobody(text)
    assert not is_own_work(text)


def test_languages_are_not_mixed() -> None:
    """All words are of one language."""
    assert not names_nobody("eigene recherche propia")


def test_no_outlet_is_called_so() -> None:
    """No outlet of the list would be taken for nobody."""
    assert [name for name in read_table("outlets")["by_name"] if names_nobody(name)] == []


def test_all_languages_of_the_lexicon() -> None:
    """Each language of the lexicon has its words."""
    assert {path.stem for path in (DATA / "lexicon").glob("[a-z]*.toml")} == LANGUAGES


def test_long_words_take_no_time() -> None:
    """A text is read in time that grows with its length, also where it can be taken apart in many ways."""
    began = time.perf_counter()
    assert names_nobody("独自" * 25 + "調査" * 25)
    assert not names_nobody("独自調査" * 25 + "新聞")
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize("name", sorted(LANGUAGES))
def test_lists_do_not_repeat(name: str) -> None:
    """What a word means is said once: no word stands between others and is one that tells as well."""
    lists = tomllib.loads((DATA / "own_work.toml").read_text(encoding="utf-8"))[name]
    beside = set(lists["beside"])
    assert not beside & set(lists["plain"])
    assert all(len(lists[kind]) == len(set(lists[kind])) for kind in ("own", "work", "plain", "author", "beside"))
