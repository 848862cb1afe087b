"""Credit sentences."""

from __future__ import annotations

import time

import pytest

from attribution_lint.locate import Locator
from attribution_lint.model import EvidenceKind, Status
from tests.evidence.builders import ORIGINAL, TEXT, found, judge, markup

LINK = f'<a href="{ORIGINAL}">Harbour Ledger</a>'


def test_evidence() -> None:
    """A credit carries outlet, link and its whole sentence, at its place."""
    html = markup(below=f"<p>We like it. This article was originally published by {LINK}. More soon.</p>")
    (credit,) = found(html, EvidenceKind.CREDIT)
    assert credit.text == "This article was originally published by Harbour Ledger."
    assert credit.outlet == "Harbour Ledger"
    assert credit.url == ORIGINAL
    assert credit.statement
    span = Locator(html).span(credit.place)
    assert html.split("\n")[span.line - 1][span.column - 1 :].startswith("This article was")


def test_author_and_translation() -> None:
    """A translation names what it was made from."""
    (credit,) = found(
        markup(below=f"<p>This is a translation of an article from {LINK}.</p>"), EvidenceKind.TRANSLATION
    )
    assert credit.url == ORIGINAL


@pytest.mark.parametrize("ending", ["", ":", "：", ": "])
def test_dangling(ending: str) -> None:
    """A credit with nothing behind it dangles."""
    (credit,) = found(markup(below=f"<p>This article is reproduced from{ending}</p>"), EvidenceKind.CREDIT)
    assert credit.dangling


@pytest.mark.parametrize(
    "credit",
    [
        f"<p>This article is reproduced from: {LINK}</p>",
        f"<p>This article is reproduced from:</p><p>{LINK}</p>",
        "<p>This article is reproduced from:</p><p>Harbour Ledger</p>",
        f"<p>This article is reproduced from: <a href='{ORIGINAL}'><img src='l.png' alt='Harbour Ledger'></a></p>",
        "<p>This article is reproduced from the Harbour Ledger.</p>",
    ],
)
def test_not_dangling(credit: str) -> None:
    """A name, a link or a logo behind the credit, or in the next block, is its value."""
    assert not any(item.dangling for item in judge(markup(below=credit)).evidence)


def test_in_the_body() -> None:
    """In the middle of a long text a credit counts less, and states nothing."""
    text = tuple(f"{number}. {TEXT[number % 3]}" for number in range(30))
    credit = f"This article was originally published by {LINK}."
    (tail,) = found(markup(text=text, below=f"<p>{credit}</p>"), EvidenceKind.CREDIT)
    (body,) = found(markup(text=(*text[:15], credit, *text[15:])), EvidenceKind.CREDIT)
    assert body.weight < tail.weight
    assert not body.statement


def test_feed_footer() -> None:
    """The footer of a feed says that the page was copied from one."""
    judged = judge(
        markup(below=f"<p>The post <a href='{ORIGINAL}'>A new roof</a> appeared first on Harbour Ledger.</p>")
    )
    assert judged.status is Status.REPUBLISHED


def test_self_credit() -> None:
    """A credit of the site itself speaks against."""
    html = markup(below="<p>This article was originally published by Hilltop Gazette.</p>")
    (credit,) = found(html, EvidenceKind.SELF_CREDIT)
    assert credit.weight < 0
    assert judge(html).status is Status.OWN


def test_link_home() -> None:
    """A credit that names nobody and leads home is one as well."""
    html = markup(below="<p>This article was originally published <a href='/2019/roof.html'>here</a>.</p>")
    assert judge(html).status is Status.OWN
    assert not found(html, EvidenceKind.CREDIT)


def test_date_only() -> None:
    """A credit phrase with a date in place of a source weighs nothing."""
    html = markup(below="<p>This article was originally published on March 3, 2024.</p>")
    assert all(item.weight == 0 for item in found(html, EvidenceKind.DATE_ONLY))
    assert judge(html).status is Status.OWN


@pytest.mark.parametrize("part", ["An excerpt from", "Excerpted from"])
def test_excerpt(part: str) -> None:
    """A credit of a part says so."""
    credits_ = [item for item in judge(markup(above=f"<p>{part} {LINK}</p>")).evidence if item.url == ORIGINAL]
    assert credits_
    assert any(item.partial for item in credits_)


def test_whole_is_no_excerpt() -> None:
    """An outlet whose name speaks of a part makes no excerpt."""
    html = markup(below=f"<p>This article was originally published by <a href='{ORIGINAL}'>Excerpt Weekly</a>.</p>")
    assert judge(html).status is Status.REPUBLISHED


@pytest.mark.parametrize(
    "line",
    [
        f"This article is reproduced from {LINK}.",
        "This article is reproduced from:",
        "本文为转载文章。",
        f"Reprinted with permission. Original: {ORIGINAL}",
    ],
)
def test_enough_alone(line: str) -> None:
    """A credit that names its source, one that breaks off before it, and words that say all."""
    assert judge(markup(below=f"<p>{line}</p>")).status is Status.REPUBLISHED


@pytest.mark.parametrize(
    "line",
    [
        "You may republish this article if you say that it was originally published by the Hilltop Gazette Trust.",
        "Feel free to reprint our work. Please add: This article was originally published in the Gazette of the Hill.",
        "Der Nachdruck ist nur mit Genehmigung der Redaktion und mit Angabe der Quelle gestattet.",
        "转载请注明：本文转载自山顶报社网站",
    ],
)
def test_policy(line: str) -> None:
    """What others are told to print is no credit of this text."""
    assert judge(markup(below=f"<p>{line}</p>")).status is Status.OWN


def test_copied_policy() -> None:
    """A policy with the link to somebody else's article came along with that article."""
    line = f"You may republish our articles. This article was originally published by {LINK}."
    assert judge(markup(below=f"<p>{line}</p>")).status is Status.REPUBLISHED


@pytest.mark.parametrize(
    "sentence",
    [
        "Quotes in this article were originally published by Harbour Ledger.",
        "The mayor said the text read “This article was originally published by Harbour Ledger.”",
        "The setting that most of the older programs use is taken from Harbour Ledger.",
        "Thanks to all who are a translator or an editor of the town.",
    ],
)
def test_words_that_credit_something_else(sentence: str) -> None:
    """Quotations, prose, code, and what only a part of the page is said to be."""
    assert judge(markup(below=f"<p>{sentence}</p>")).status is Status.OWN


def test_code() -> None:
    """What a page shows as code it does not say."""
    code = "<pre><code>This article was originally published by Harbour Ledger.</code></pre>"
    assert judge(markup(below=code)).status is Status.OWN


def test_at_the_end_of_a_paragraph() -> None:
    """A credit is one there as well: the sentence before it does not belong to it."""
    credit = "Originally published in the Harbour Ledger."
    (item,) = found(markup(below=f"<p>It rained all night and nobody said a word. {credit}</p>"), EvidenceKind.CREDIT)
    assert item.text == credit
    assert item.weight > 2.3


def test_said_of_a_list() -> None:
    """A phrase in many blocks is said of the items that the page lists."""
    items = "".join(f"<p>Originally published by Ledger {number}.</p>" for number in range(12))
    assert judge(markup(below=items)).status is Status.OWN


@pytest.mark.parametrize(("language", "words"), [("zh-CN", "一" * 50_000), ("en", "a" * 50_000)])
def test_long_words_take_no_time(language: str, words: str) -> None:
    """What stands before a credit is looked at only so far."""
    begun = time.perf_counter()
    judge(markup(language=language, below=f"<p>{words}“本文转载自新华网。</p>"))
    assert time.perf_counter() - begun < 10


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("画像は港日報の記事より転載。", Status.OWN),
        ("この記事は港日報からの転載です。", Status.REPUBLISHED),
    ],
)
def test_pictures_taken_from_elsewhere(line: str, status: Status) -> None:
    """What is said of the pictures is not said of the text."""
    assert judge(markup(language="ja", below=f"<p>{line}</p>")).status is status


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("This article was produced by our newsroom.", "en"),
        ("Bu yazı redaksiyonumuz tarafından derlenmiştir.", "tr"),
        ("本文转自本刊编辑部", "zh"),
    ],
)
def test_own_staff(line: str, language: str) -> None:
    """A credit of the site's own people is none of somebody else."""
    html = markup(below=f"<p>{line}</p>", language=language)
    assert found(html, EvidenceKind.SELF_CREDIT)
    assert judge(html).status is Status.OWN


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Diterbitkan ulang dengan izin. Hak cipta milik penulis asli.", "id"),
        ("Převzato se svolením. Autorská práva náleží původnímu autorovi.", "cs"),
        ("Перепечатано с разрешения. Права принадлежат автору оригинала.", "ru"),
        ("أعيد نشره بإذن. حقوق النشر محفوظة للمؤلف الأصلي.", "ar"),
    ],
)
def test_statement_of_rights(line: str, language: str) -> None:
    """Behind a permission whose giver is not named, the statement of rights is no name, and the author is nobody's."""
    judged = judge(markup(below=f"<p>{line}</p>", language=language))
    assert judged.outlet is None
    assert judged.disclaimer is not None
