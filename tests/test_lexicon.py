"""Tests of the lexicon: its data, and the matching of phrases in the text of a page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as sre_parser  # type: ignore[attr-defined]
from typing import Any

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st

from attribution_lint.fold import fold
from attribution_lint.lexicon import Fit, Lexicon, Match, Phrase, Role, load_lexicon

_REPUBLISHED = Role.REPUBLISHED_MARKER
_LIMIT = 3000
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT)
_Node = tuple[Any, Any]
"""Operator and argument, as the standard library parses a pattern."""


def _find(text: str, role: Role) -> list[Match]:
    return [match for match in load_lexicon().find([text])[0] if match.role is role]


def _outlets(text: str, role: Role = _REPUBLISHED) -> list[str]:
    slots = [match.slots["outlet"] for match in _find(text, role) if "outlet" in match.slots]
    return [text[start:end] for start, end in slots]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("This story first appeared on The Daily Example and is republished here.", "The Daily Example"),
        ("This post was originally published on 5 March in The Daily Example.", "The Daily Example"),
        ("Originally published in 404 Media", "404 Media"),
        ("A version of this essay originally appeared in Example Magazine.", "Example Magazine"),
        ("Reprinted with kind permission of the author from the Example Post: no", None),
        ("Cross-posted from Example Blog", "Example Blog"),
        ("The post Ten cakes appeared first on Cake News.", "Cake News"),
        ("I originally wrote this article for Example Weekly.", "Example Weekly"),
        ("Dieser Beitrag ist am 5. März 2020 zuerst im Beispielblatt erschienen.", "Beispielblatt"),
        ("Zuerst erschienen in: Beispielblatt", "Beispielblatt"),
        ("Cet article a d’abord été publié sur le site de L’Exemple.", "L’Exemple"),
        ("Este texto se publicó originalmente el 3 de marzo en El Ejemplo.", "El Ejemplo"),
        ("Este artigo foi publicado originalmente no Jornal Exemplo em 3 de março.", "Jornal Exemplo"),
        ("Questo articolo è stato pubblicato originariamente su L'Esempio.", "L'Esempio"),
        ("Dit artikel is eerder verschenen in Het Voorbeeld.", "Het Voorbeeld"),
        ("Artykuł ukazał się pierwotnie na portalu Przykład.", "Przykład"),
        ("Článek původně vyšel na webu Příklad.", "Příklad"),
        ("Článok bol pôvodne publikovaný na portáli Príklad.", "Príklad"),
        ("Acest articol a fost publicat inițial pe Exemplu.ro.", "Exemplu.ro"),
        ("Статья впервые опубликована в журнале «Пример».", "Пример"),
        ("Оригинал статьи опубликован на сайте Пример", "Пример"),
        ("Стаття вперше опублікована на сайті «Приклад».", "Приклад"),
        ("Статията е публикувана първоначално в Пример.", "Пример"),
        ("Tekst je izvorno objavljen na portalu Primjer.", "Primjer"),
        ("Το άρθρο δημοσιεύτηκε αρχικά στην εφημερίδα Παράδειγμα.", "Παράδειγμα"),
        ("Bu makale daha önce Örnek gazetesinde yayımlanmıştır.", "Örnek"),
        ("نُشر هذا المقال أولاً في موقع مثال", "مثال"),
        ("این مقاله نخستین بار در روزنامه نمونه منتشر شد", "نمونه"),
        ("המאמר פורסם לראשונה באתר דוגמה", "דוגמה"),
        ("यह लेख मूल रूप से उदाहरण में प्रकाशित हुआ था।", "उदाहरण"),
        ('Artikel ini telah tayang di Contoh.com dengan judul "Harga Beras"', "Contoh.com"),
        ("Bài viết này được đăng lần đầu trên Ví Dụ.", "Ví Dụ"),
        ("Artikeln publicerades först i Exempelbladet.", "Exempelbladet"),
        ("Denne artikel er oprindeligt bragt i Eksemplet.", "Eksemplet"),
        ("Denne artikkelen ble først publisert på eksempel.no.", "eksempel.no"),
        ("本文转载自微信公众号「示例周刊」，作者：张三", "示例周刊"),
        ("本文首发于示例网", "示例网"),
        ("本文轉載自範例週報，經授權轉載", "範例週報"),
        ("この記事は例文オンラインからの転載です。", "例文オンライン"),
        ("이 글은 예시신문에 처음 게재된 글입니다.", "예시신문"),
    ],
)
def test_names_the_outlet_of_a_copy(text: str, outlet: str | None) -> None:
    """A sentence by which a page says that it republishes is found, and the outlet in it."""
    assert outlet in _outlets(text) if outlet else _find(text, _REPUBLISHED)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("This article is reproduced from:", _REPUBLISHED),
        ("Veröffentlicht mit freundlicher Genehmigung des Verlags", _REPUBLISHED),
        ("许可：经原作者授权转载", _REPUBLISHED),
        ("本文译自 The Example", Role.DERIVED_MARKER),
        ("This article was translated from the Example Times.", Role.DERIVED_MARKER),
        ("This site is for inclusion only, and the copyright belongs to the original author.", Role.DISCLAIMER),
        ("All rights remain with the original authors", Role.DISCLAIMER),
        ("版权归原作者所有", Role.DISCLAIMER),
        ("著作権は原著作者に帰属します", Role.DISCLAIMER),
        ("저작권은 원저작자에게 있습니다", Role.DISCLAIMER),
        ("Все права на статью принадлежат автору", Role.DISCLAIMER),
        ("Tous les droits appartiennent à leurs auteurs respectifs", Role.DISCLAIMER),
        ("如有侵权，请联系我们删除", Role.TAKEDOWN),
        ("Licensed under CC BY-SA 4.0", Role.LICENCE_STATEMENT),
        ("转载请注明出处", Role.OWN_RIGHTS),
        ("無断転載を禁じます", Role.OWN_RIGHTS),
        ("무단전재 및 재배포 금지", Role.OWN_RIGHTS),
        ("Reproduction interdite sans autorisation", Role.OWN_RIGHTS),
        ("Nachdruck nur mit Genehmigung", Role.OWN_RIGHTS),
        ("Republish this article", Role.OWN_RIGHTS),
    ],
)
def test_finds_what_a_phrase_says(text: str, role: Role) -> None:
    """Phrases of every role are found."""
    assert any(match.phrase.strong for match in _find(text, role))


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("LONDON, March 5 (Reuters) - The weather", "Reuters"),
        ("COLUMBIA, S.C. (AP) — The weather", "AP"),
        ("Paris (AFP) – Das Wetter", "AFP"),
        ("Berlin (dpa/bb) - Das Wetter", "dpa"),
        ("Madrid, 5 mar (EFE).- El tiempo", "EFE"),
        ("(ANSA) - ROMA, 05 MAR - Il tempo", "ANSA"),
        ("МОСКВА, 5 марта. /ТАСС/. Погода", "ТАСС"),
        ("ANKARA (AA) - Hava", "AA"),
        ("新华社北京4月24日电 天气", "新华社"),
        ("【ワシントン共同】天気", "共同"),
        ("(서울=연합뉴스) 홍길동 기자 =", "연합뉴스"),
        ("الرياض (واس) - الطقس", "واس"),
    ],
)
def test_reads_datelines(text: str, agency: str) -> None:
    """The agency of a dateline is found at the head of a text."""
    assert agency in _outlets(text, Role.WIRE_DATELINE)


@pytest.mark.parametrize(
    "text",
    [
        "London (reuters) - lower case",
        "they met in LONDON (AP) — and left",
        "The tape (map) - a guide",
    ],
)
def test_datelines_need_their_capitals_and_the_head(text: str) -> None:
    """A dateline in running text or without its capitals is none."""
    assert not [match for match in _find(text, Role.WIRE_DATELINE) if match.phrase.strong]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("未经授权转载将追究责任", _REPUBLISHED),
        ("未经许可，请勿转载本站内容", _REPUBLISHED),
        ("如需转载请联系作者", _REPUBLISHED),
        ("当サイトからの無断転載を禁じます", _REPUBLISHED),
        ("転載・複製を希望される方は", _REPUBLISHED),
        ("무단전재 금지", _REPUBLISHED),
        ("This article may be reprinted with permission.", _REPUBLISHED),
        ("The study was originally published in Nature.", _REPUBLISHED),
        ("She was first published in 1999.", _REPUBLISHED),
        ("这个工具可以反编译自动生成的代码", Role.REPUBLISHED_MARKER),
        ("图片来源：示例", Role.OUTLET_LABEL),
        ("数据来源：示例", Role.OUTLET_LABEL),
        ("写真提供：例文", Role.OUTLET_LABEL),
        ("his resource : a book", Role.OUTLET_LABEL),
        ("the baby was here", Role.AUTHOR_LABEL),
        ("A hereditary source", Role.ORIGINAL_LINK_LABEL),
    ],
)
def test_is_silent(text: str, role: Role) -> None:
    """A ban, a request, another text, a picture and an ordinary word are not taken for what they resemble."""
    assert _find(text, role) == []


@pytest.mark.parametrize(
    ("text", "fit", "value"),
    [
        ("Source: Example", Fit.OPENS, "Example"),
        ("Source : Example", Fit.OPENS, "Example"),
        ("Source – Example", Fit.OPENS, "Example"),
        ("[Source] Example", Fit.LEADS, "Example"),
        ("Source:", Fit.WHOLE, ""),
        ("(Source)", Fit.WHOLE, ""),
        ("• Source", Fit.WHOLE, ""),
        ("Source Example", Fit.LEADS, "Example"),
        ("2024-03-05 09:59 Source: Example", Fit.INSIDE, "Example"),
        ("来源：示例", Fit.OPENS, "示例"),
        ("来源｜示例", Fit.OPENS, "示例"),
        ("来源丨示例", Fit.OPENS, "示例"),
        ("9月7日 来源: 示例", Fit.INSIDE, "示例"),
        ("来源示例", Fit.LEADS, "示例"),
    ],
)
def test_label_and_value(text: str, fit: Fit, value: str) -> None:
    """A label knows how it stands in its block, and where its value begins."""
    (match,) = _find(text, Role.OUTLET_LABEL)
    assert (match.fit, text[match.value :]) == (fit, value)


def test_only_some_fits_are_labels() -> None:
    """A phrase without a separator may be a label, but is not set off as one."""
    assert [fit for fit in Fit if fit.is_label] == [Fit.WHOLE, Fit.OPENS, Fit.INSIDE]


def test_offsets_are_those_of_the_block_as_it_was_given() -> None:
    """White space, invisible and full-width characters do not move a match."""
    text = " \u200b 来源\u00a0：  《Ｅxample》 "
    (match,) = _find(text, Role.OUTLET_LABEL)
    assert text[match.start : match.end] == "来源"
    assert text[match.value :].startswith("《")


def test_slots_are_trimmed() -> None:
    """Quotes, brackets and the full stop around a name are not part of it."""
    assert _outlets("This article was first published in “The Daily Example”.") == ["The Daily Example"]
    assert _outlets("Статья впервые опубликована в журнале «Пример».") == ["Пример"]


def test_longest_phrase_of_a_role_wins() -> None:
    """A phrase inside a longer one of its role is not found a second time."""
    text = "Read the original article"
    (match,) = _find(text, Role.ORIGINAL_LINK_LABEL)
    assert text[match.start : match.end] == text


def test_matches_are_those_of_each_block() -> None:
    """No phrase spans two blocks, whatever line breaks a block holds."""
    found = load_lexicon().find(["This article is reproduced", "from: X", "Read the\noriginal article", ""])
    assert [[match.role for match in matches if match.phrase.strong] for matches in found[:1]] == [[]]
    assert [match.role for match in found[2]] == [Role.ORIGINAL_LINK_LABEL]
    assert found[3] == []
    assert load_lexicon().find([]) == []


@given(st.lists(st.text(st.sampled_from("来源：转载自 Sourceby:-–(AP)\n\u200bßİ本文")), max_size=6))
def test_offsets_lie_in_the_block(blocks: list[str]) -> None:
    """Whatever the text, all that is reported lies in its block."""
    for block, matches in zip(blocks, load_lexicon().find(blocks), strict=True):
        for match in matches:
            assert 0 <= match.start < match.end <= len(block)
            assert 0 <= match.value <= len(block)
            assert all(0 <= start < end <= len(block) for start, end in match.slots.values())


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("March 5, 2020", "date"),
        ("5th of March", "date"),
        ("27. Februar", "date"),
        ("le 3 mars", "date"),
        ("2020-03-05", "date"),
        ("2020年3月5日", "date"),
        ("5 марта", "date"),
        ("Monday", "date"),
        ("this site", "pronoun"),
        ("our website", "pronoun"),
        ("本站", "pronoun"),
        ("WhatsApp", "network"),
        ("The Guardian", None),
        ("20 Minuten", None),
        ("Monday Magazine & Co", "date"),
        ("9to5Mac", None),
        ("Mayo Clinic", None),
        ("March", None),
        ("21世纪经济报道", None),
        ("The Sun", None),
        ("Sunday Times", "date"),
    ],
)
def test_slot_rejected(text: str, reason: str | None) -> None:
    """A date, a pronoun and a button are no names."""
    assert load_lexicon().slot_rejected(text) == reason


def test_unless_before_and_after() -> None:
    """What stands beside a phrase may turn its meaning."""
    phrase = Phrase("en", _REPUBLISHED, text="copied", unless_before=("not",), unless_after=("that",))
    lexicon = Lexicon.of([phrase])
    assert [len(matches) for matches in lexicon.find(["copied", "not copied", "not (copied", "copied that"])] == [
        1,
        0,
        0,
        0,
    ]


def test_case_of_a_literal() -> None:
    """A phrase whose capitals matter is found with them only."""
    lexicon = Lexicon.of([Phrase("sv", Role.WIRE_DATELINE, text="TT", case=True)])
    assert [len(matches) for matches in lexicon.find(["TT", "tt"])] == [1, 0]


def test_patterns_compile() -> None:
    """RE2 knows every pattern, and its slots have known names."""
    known = {"outlet", "url", "author", "place", "date", "title", "licence", "version", "year"}
    for phrase in load_lexicon().phrases:
        if phrase.pattern is not None:
            assert set(re2.compile(phrase.pattern).groupindex) <= known, phrase
            # Where a word that it needs stands, it is compiled, and has to fit into the memory that it may take.
            assert len(Lexicon.of([phrase]).find([" ".join(phrase.needs)])) == 1
            assert phrase.needs, phrase


def test_patterns_are_written_folded() -> None:
    """Folding the letters of a pattern makes no syntax of them."""
    for phrase in load_lexicon().phrases:
        for part in re.findall(r"[^\x00-\x7f]+", phrase.pattern or ""):
            assert not set(fold(part)) & set("()[]{}.*+?|\\^$"), (phrase.language, part)


def test_needs_are_complete() -> None:
    """Every text that a pattern matches contains one of its `needs`."""
    for phrase in load_lexicon().phrases:
        if phrase.pattern is not None:
            folded = re.sub(r"[^\x00-\x7f]+", lambda part: fold(part[0]), phrase.pattern)
            tree = list(sre_parser.parse(folded, re.IGNORECASE))
            assert _always_has(tree, phrase.needs), (phrase.language, phrase.pattern, phrase.needs)


def test_no_phrase_twice() -> None:
    """A language lists a phrase once a role."""
    seen = set()
    for phrase in load_lexicon().phrases:
        key = phrase.language, phrase.role, fold(phrase.text) if phrase.text else phrase.pattern
        assert key not in seen, key
        seen.add(key)


def test_no_phrase_speaks_for_and_against() -> None:
    """No literal phrase marks both a copy and its owner's own text."""
    by_role = {role: set[str]() for role in Role}
    for phrase in load_lexicon().phrases:
        if phrase.text is not None and phrase.strong:
            by_role[phrase.role].add(fold(phrase.text))
    assert not by_role[Role.OWN_RIGHTS] & (
        by_role[_REPUBLISHED] | by_role[Role.DERIVED_MARKER] | by_role[Role.DISCLAIMER]
    )
    assert not by_role[Role.MEDIA_CREDIT] & (by_role[Role.OUTLET_LABEL] | by_role[Role.AUTHOR_LABEL])


def test_every_language_can_say_the_main_things() -> None:
    """Each language has phrases for a copy, its original, its outlet and its author."""
    roles = {_REPUBLISHED, Role.ORIGINAL_LINK_LABEL, Role.OUTLET_LABEL, Role.AUTHOR_LABEL}
    languages = {phrase.language for phrase in load_lexicon().phrases}
    assert len(languages) >= 40
    for language in languages:
        assert roles <= {phrase.role for phrase in load_lexicon().phrases if phrase.language == language}, language


def test_phrases_find_themselves() -> None:
    """Every literal phrase is found in a block of its own, or a longer one with the same words in it."""
    phrases = [phrase for phrase in load_lexicon().phrases if phrase.text is not None]
    found = load_lexicon().find([phrase.text or "" for phrase in phrases])
    lost = [phrase for phrase, matches in zip(phrases, found, strict=True) if not matches]
    assert lost == []


def _always_has(sequence: Iterable[_Node], words: tuple[str, ...]) -> bool:
    """Whether all that a parsed pattern matches contains one of the words."""
    longest = max(map(len, words))
    runs = {""}  # the ends of all that may have been matched so far without a word in it
    for node in sequence:
        if _node_has(node, words):
            return True
        texts = _texts(node)
        once = _optional(node) if texts is None else None
        starts = _beginnings(node) if once is None else _beginnings_of(once)
        joined = (run + text for run, text in product(runs, starts if texts is None else texts))
        without = [run for run in joined if not any(word in run for word in words)]
        if not without and once is None:
            return True
        skipped = runs if once is not None else set()
        runs = skipped | ({""} if texts is None and without else {run[-longest:] for run in without})
        if len(runs) > _LIMIT:
            runs = texts or {""}
    return False


def _optional(node: _Node) -> Iterable[_Node] | None:
    """What a node repeats that may as well not be there."""
    operator, argument = node
    return list(argument[2]) if operator in _REPEATS and argument[0] == 0 else None


def _node_has(node: _Node, words: tuple[str, ...]) -> bool:
    operator, argument = node
    if operator is sre.SUBPATTERN:
        return _always_has(argument[3], words)
    if operator is sre.BRANCH:
        return all(_always_has(branch, words) for branch in argument[1])
    return operator in _REPEATS and argument[0] > 0 and _always_has(argument[2], words)


def _texts(node: _Node) -> set[str] | None:
    """All texts that a node of a pattern matches, None when they are too many."""
    operator, argument = node
    texts: set[str] | None = None
    if operator is sre.LITERAL:
        texts = {chr(argument).lower()}
    elif operator is sre.AT:
        texts = {""}
    elif operator is sre.SUBPATTERN:
        texts = _texts_of(argument[3])
    elif operator is sre.BRANCH:
        branches = [_texts_of(branch) for branch in argument[1]]
        texts = None if None in branches else set().union(*(branch for branch in branches if branch))
    elif operator is sre.IN and all(kind is sre.LITERAL for kind, _ in argument):
        texts = {chr(code).lower() for _, code in argument}
    elif operator in _REPEATS and argument[1] is not sre.MAXREPEAT and argument[1] <= 3:
        once = _texts_of(argument[2])
        if once is not None and len(once) ** argument[1] <= _LIMIT:
            times = range(argument[0], argument[1] + 1)
            texts = {"".join(parts) for count in times for parts in product(once, repeat=count)}
    return texts


def _texts_of(sequence: Iterable[_Node]) -> set[str] | None:
    texts = {""}
    for node in sequence:
        more = _texts(node)
        if more is None or len(texts) * len(more) > _LIMIT:
            return None
        texts = {first + second for first, second in product(texts, more)}
    return texts


def _beginnings(node: _Node) -> set[str]:
    """Texts, one of which all that a node matches begins with."""
    operator, argument = node
    texts = _texts(node)
    if texts is not None:
        return texts
    if operator is sre.SUBPATTERN:
        return _beginnings_of(argument[3])
    if operator is sre.BRANCH:
        return set().union(*(_beginnings_of(branch) for branch in argument[1]))
    return _beginnings_of(argument[2]) if operator in _REPEATS and argument[0] > 0 else {""}


def _beginnings_of(sequence: Iterable[_Node]) -> set[str]:
    starts = {""}
    for node in sequence:
        more = _beginnings(node)
        if len(starts) * len(more) > _LIMIT:
            return starts
        starts = {first + second for first, second in product(starts, more)}
        if _texts(node) is None:
            return starts
    return starts
