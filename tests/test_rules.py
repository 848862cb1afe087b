"""Every rule's own examples, and the markup it offers, run through the tool itself."""

from __future__ import annotations

from html import escape
from textwrap import dedent

import pytest

from attribution_lint.config import PageConfig
from attribution_lint.engine import Knowledge, check, load_knowledge
from attribution_lint.model import Finding, PageReport, Span, Status
from attribution_lint.registry import load_rules
from attribution_lint.rule import Invalid, Rule, Valid
from attribution_lint.snippets import NO_URL, load_phrases
from attribution_lint.source import Source

ADDRESS = "https://harbourgazette.example/2024/05/river-towns-raise-dykes"
VALID = [
    pytest.param(rule, example, id=f"{rule.id}: {example.title}") for rule in load_rules() for example in rule.valid
]
INVALID = [
    pytest.param(rule, example, id=f"{rule.id}: {example.title}") for rule in load_rules() for example in rule.invalid
]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """The phrases, outlets and rules that come with the package."""
    return load_knowledge()


def lint(page: str, knowledge: Knowledge, site_url: str | None = None) -> PageReport:
    """What the tool has to say about a page."""
    return check(Source("page.html", page, "utf-8"), PageConfig(site_url=site_url), knowledge)


def of(rule: Rule, report: PageReport) -> list[Finding]:
    """What one rule found."""
    return [finding for finding in report.findings if finding.rule == rule.id]


def marked(text: str, span: Span) -> tuple[int, str]:
    """Where in a text a span begins, and what it covers."""
    lines = text.splitlines(keepends=True)
    start = sum(map(len, lines[: span.line - 1])) + span.column - 1
    end = sum(map(len, lines[: span.end_line - 1])) + span.end_column - 1
    return start, text[start:end]


@pytest.mark.parametrize(("rule", "example"), VALID)
def test_valid_example(rule: Rule, example: Valid, knowledge: Knowledge) -> None:
    """The rule has nothing to say."""
    assert of(rule, lint(dedent(example.page), knowledge, example.site_url)) == []


@pytest.mark.parametrize(("rule", "example"), INVALID)
def test_invalid_example(rule: Rule, example: Invalid, knowledge: Knowledge) -> None:
    """The rule reports exactly what the example says, where it says."""
    page = dedent(example.page)
    (finding,) = of(rule, lint(page, knowledge, example.site_url))
    assert finding.message == example.message
    assert marked(page, finding.primary.span) == (page.index(example.at), example.at)
    assert finding.severity is example.severity


@pytest.mark.parametrize("rule", load_rules(), ids=lambda rule: rule.id)
def test_the_first_valid_example_is_a_copy(rule: Rule, knowledge: Knowledge) -> None:
    """What the documentation offers to use instead is a copy with everything in place, not a page of one's own."""
    example = rule.valid[0]
    report = lint(dedent(example.page), knowledge, example.site_url)
    assert report.attribution.status in rule.applies_to


@pytest.mark.parametrize(("rule", "example"), INVALID)
def test_words_of_a_finding(rule: Rule, example: Invalid, knowledge: Knowledge) -> None:
    """A message is one sentence without a full stop, and every finding says what to do."""
    (finding,) = of(rule, lint(dedent(example.page), knowledge, example.site_url))
    assert not finding.message.endswith(".")
    assert "\n" not in finding.message
    assert len(finding.help) > 20
    assert not finding.help.endswith(".")


PARAGRAPHS = {
    "ar": "قررت ثلاث بلدات على ضفاف النهر يوم الاثنين رفع سدودها نصف متر قبل حلول الشتاء، وسيدفع السكان تكاليف العمل.",
    "de": "Drei Orte am Fluss beschlossen am Montag, ihre Deiche vor dem Winter um einen halben Meter zu erhöhen.",
    "en": "Three river towns agreed on Monday to raise their dykes by half a metre before winter.",
    "es": "Tres pueblos del río acordaron el lunes elevar sus diques medio metro antes de que llegue el invierno.",
    "fr": "Trois communes riveraines ont décidé lundi de relever leurs digues d'un demi-mètre avant l'hiver.",
    "it": "Tre comuni sul fiume hanno deciso lunedì di alzare gli argini di mezzo metro prima dell'inverno.",
    "ja": "川沿いの三つの町は月曜日、冬が来る前に堤防を五十センチかさ上げすることで合意し、費用は住民が負担する。",
    "ko": "강변의 세 마을은 월요일 겨울이 오기 전에 제방을 오십 센티미터 높이기로 합의했으며 비용은 주민이 부담한다.",
    "nl": "Drie dorpen aan de rivier besloten maandag hun dijken nog voor de winter een halve meter te verhogen.",
    "pl": "Trzy gminy nad rzeką postanowiły w poniedziałek podnieść swoje wały o pół metra jeszcze przed zimą.",
    "pt": "Três vilas do rio decidiram na segunda-feira elevar os seus diques em meio metro antes do inverno.",
    "ru": "Три посёлка на реке решили в понедельник поднять свои дамбы на полметра ещё до наступления зимы.",
    "tr": "Nehir kıyısındaki üç kasaba pazartesi günü setlerini kış gelmeden yarım metre yükseltmeye karar verdi.",
    "zh": "下游三个镇周一商定，在入冬之前把堤坝加高半米，工程费用由堤坝后面的全体居民共同承担。",
    "zh-Hant": "下游三個鎮週一商定，在入冬之前把堤壩加高半米，工程費用由堤壩後面的全體居民共同承擔。",
}


@pytest.mark.parametrize("language", load_phrases())
def test_pasting_a_snippet_mends_what_it_was_offered_for(language: str, knowledge: Knowledge) -> None:
    """A page that is only declared a copy owes all three; each snippet alone gives one of them, in every language."""
    article = f"<article><h1>1</h1><p>{escape(PARAGRAPHS[language])}</p>%s</article>"
    page = f'<html lang="{language}"><title>1</title>{article}</html>'
    config = PageConfig(site_url="https://riverside-reader.example/dykes", declared=Status.REPUBLISHED)
    outlet = f"[{load_phrases()[language]['outlet']}]"

    bare = check(Source("page.html", page % "", "utf-8"), config, knowledge)
    owed = ["any-credit", "copyright-disclaimer", "original-url", "source-outlet"]
    assert [finding.rule for finding in bare.findings] == owed
    for finding in bare.findings:
        assert finding.snippet is not None
        snippet = finding.snippet.replace(NO_URL, ADDRESS).replace(outlet, "Reuters")
        mended = check(Source("page.html", page % snippet, "utf-8"), config, knowledge)
        assert finding.rule not in {left.rule for left in mended.findings}
