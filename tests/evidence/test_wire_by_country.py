"""The marks of agencies by country: another site's page is agency copy with them, the agency's own is not."""

from __future__ import annotations

import pytest

from attribution_lint.evidence.agencies import other_outlet
from attribution_lint.model import Status
from tests.evidence.builders import judge, markup, scene_of
from tests.evidence.samples import SAMPLES

BY_LANGUAGE = {sample.language: sample for sample in SAMPLES}
MARKS = (
    ("en", "first", "LONDON (Reuters) - "),
    ("en", "above", "<p>By Jane Miller, Associated Press</p>"),
    ("en", "last", " — AFP"),
    ("de", "first", "Berlin (dpa) - "),
    ("de", "last", " (dpa)"),
    ("de", "above", "<p>Von: dpa</p>"),
    ("fr", "first", "Paris (AFP) – "),
    ("fr", "above", "<p>Par AFP</p>"),
    ("es", "first", "Madrid, 5 mar (EFE).- "),
    ("es", "above", "<p>Por EFE</p>"),
    ("it", "first", "(ANSA) - ROMA, 05 MAR - "),
    ("it", "last", " (ANSA)."),
    ("pt", "first", "Lisboa, 05 mar 2024 (Lusa) – "),
    ("nl", "first", "BRUSSEL (BELGA) - "),
    ("nl", "last", " (ANP)"),
    ("pl", "last", " (PAP)"),
    ("pl", "below", "<p>Źródło: PAP</p>"),
    ("cs", "first", "Praha 5. března (ČTK) - "),
    ("ru", "first", "МОСКВА, 5 марта. /ТАСС/. "),
    ("ru", "first", "МОСКВА, 5 мар - РИА Новости. "),
    ("uk", "below", "<p>Джерело: Укрінформ</p>"),
    ("tr", "first", "ANKARA (AA) - "),
    ("ar", "first", "الرياض (واس) - "),
    ("fa", "first", "تهران- ایرنا- "),
    ("he", "below", "<p>מקור: רויטרס</p>"),
    ("hi", "first", "नयी दिल्ली, पांच मार्च (भाषा) "),
    ("id", "first", "Jakarta (ANTARA) - "),
    ("vi", "last", " (TTXVN/Vietnam+)"),
    ("th", "last", " -สำนักข่าวไทย"),
    ("ja", "first", "【ワシントン共同】"),
    ("ja", "first", "[東京 5日 ロイター] - "),
    ("ko", "first", "(서울=연합뉴스) 홍길동 기자 = "),
    ("zh-Hans", "first", "新华社北京4月24日电（记者李明）"),
    ("zh-Hans", "first", "中新网4月24日电 "),
    ("zh-Hant", "first", "（中央社記者王小明台北24日電）"),
    ("sv", "last", " (TT)"),
    ("da", "last", " /ritzau/"),
    ("nb", "last", " (NTB)"),
    ("fi", "above", "<p>STT</p>"),
    ("hu", "last", " (MTI)"),
    ("ro", "below", "<p>Sursa: Agerpres</p>"),
    ("el", "below", "<p>Πηγή: ΑΠΕ-ΜΠΕ</p>"),
)


def page(language: str, where: str, mark: str) -> str:
    """The sample page of a language with the mark above, below, before the first or behind the last paragraph."""
    sample = BY_LANGUAGE[language]
    first, last = sample.text
    text = (mark + first if where == "first" else first, last + mark if where == "last" else last)
    return markup(
        language=language,
        title=sample.title,
        text=text,
        above=mark if where == "above" else "",
        below=mark if where == "below" else "",
    )


@pytest.mark.parametrize(("language", "where", "mark"), MARKS)
def test_on_a_subscribers_page(language: str, where: str, mark: str) -> None:
    """The mark makes the page agency copy: its outlet is named, and its original is not public."""
    judged = judge(page(language, where, mark))
    assert judged.status is Status.REPUBLISHED
    assert judged.wire
    assert judged.outlet is not None


@pytest.mark.parametrize(("language", "where", "mark"), MARKS)
def test_on_the_agencys_own_page(language: str, where: str, mark: str) -> None:
    """On the agency's own site the same mark makes no copy."""
    outlet = judge(page(language, where, mark)).outlet
    assert outlet is not None
    named = other_outlet(scene_of(markup()), outlet.value)
    listed = named.outlet if named is not None else None
    if listed is None:
        (listed,) = scene_of(markup()).outlets.by_name(outlet.value)
    assert judge(page(language, where, mark), f"https://www.{listed.domains[0]}/2024/bridge.html").status is Status.OWN
