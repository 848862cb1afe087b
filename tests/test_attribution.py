"""The conclusion from evidence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from attribution_lint.attribution import conclude
from attribution_lint.model import Evidence, EvidenceKind, LinkQuality, Place, Region, Status
from attribution_lint.outlets import load_outlets
from attribution_lint.site import identify
from tests.evidence.builders import ORIGINAL, judge, markup, page_of

PAGE = page_of(markup())
SITE = identify(PAGE, load_outlets())


def sign(kind: EvidenceKind, weight: float, **values: object) -> Evidence:
    """A piece of visible evidence in the article."""
    return Evidence(kind, "text", Region.ARTICLE, Place("p", 0), weight=weight, reason="because", **values)  # type: ignore[arg-type]


def status(*evidence: Evidence) -> Status:
    """What the evidence adds up to."""
    return conclude(PAGE, SITE, evidence).status


def test_no_evidence() -> None:
    """A page of which nothing is known is the site's own."""
    judged = conclude(PAGE, SITE, ())
    assert judged.status is Status.OWN
    assert judged.confidence > 0.9
    assert judged.reasons == ()
    assert judged.strongest is None


def test_families_add_up() -> None:
    """Two families of evidence weigh more than one, two pieces of one family hardly more."""
    assert status(sign(EvidenceKind.CREDIT, 1.5)) is Status.OWN
    assert status(sign(EvidenceKind.CREDIT, 1.5), sign(EvidenceKind.CREDIT, 1.5)) is Status.OWN
    assert status(sign(EvidenceKind.CREDIT, 1.5), sign(EvidenceKind.COPYRIGHT, 1.5)) is Status.REPUBLISHED


def test_much_weak_evidence() -> None:
    """A thousand weak pieces of one family count as little more than one."""
    assert status(*[sign(EvidenceKind.DISCLAIMER, 1.7)] * 1000) is Status.OWN


def test_against() -> None:
    """What speaks against is subtracted."""
    credit = sign(EvidenceKind.CREDIT, 3.0)
    assert status(credit) is Status.REPUBLISHED
    assert status(credit, sign(EvidenceKind.SELF_CREDIT, -1.5)) is Status.OWN


def test_confidence_is_bounded() -> None:
    """However much is found, the confidence is a share."""
    for weight in (100.0, -100.0):
        assert 0 <= conclude(PAGE, SITE, [sign(EvidenceKind.CREDIT, weight)]).confidence <= 1


def test_excerpt() -> None:
    """Where only a part is said to come from elsewhere, the page is an excerpt."""
    assert status(sign(EvidenceKind.BYLINE, 2.6, partial=True)) is Status.EXCERPT


def test_excerpt_beside_a_whole_credit() -> None:
    """A credit of the whole text outweighs one of a part."""
    part = sign(EvidenceKind.BYLINE, 2.6, partial=True)
    assert status(part, sign(EvidenceKind.CREDIT, 3.2)) is Status.REPUBLISHED


def test_weak_excerpt() -> None:
    """Weak words for a part make no excerpt."""
    assert status(sign(EvidenceKind.TRANSLATION, 0.9, partial=True)) is Status.OWN


def test_reasons() -> None:
    """Reasons are words for a person, the weightiest first, and say what speaks against."""
    evidence = [sign(EvidenceKind.SELF_CREDIT, -0.5), sign(EvidenceKind.CREDIT, 4.0)]
    assert conclude(PAGE, SITE, evidence).reasons == ("because: “text”", "but because: “text”")


def test_reasons_are_clipped() -> None:
    """A long text is cut, and at most six reasons are given."""
    evidence = [
        Evidence(
            EvidenceKind.CREDIT, f"{number}" + "x" * 500, Region.ARTICLE, Place("p", number), weight=3.0, reason="so"
        )
        for number in range(20)
    ]
    reasons = conclude(PAGE, SITE, evidence).reasons
    assert len(reasons) == 6
    assert max(map(len, reasons)) < 120


@pytest.mark.parametrize("declared", [Status.REPUBLISHED, Status.EXCERPT])
def test_declared_without_evidence(declared: Status) -> None:
    """A declared page keeps its status; nothing is owed an answer that is not there."""
    judged = judge(markup(), declared=declared)
    assert judged.status is declared
    assert judged.confidence == 1
    assert judged.reasons == (f"the configuration declares the page {declared.value}",)
    assert judged.link is LinkQuality.NONE
    assert judged.strongest is not None
    assert (judged.strongest.kind, judged.strongest.weight) == (EvidenceKind.DECLARED, 0)
    assert judged.outlet is judged.disclaimer is judged.original_url is None


def test_declared_own() -> None:
    """A page that is declared own is, whatever it says."""
    html = markup(below=f"<p>This article was originally published by <a href='{ORIGINAL}'>Harbour Ledger</a>.</p>")
    assert judge(html, declared=Status.OWN).status is Status.OWN


def test_outlet_by_weight() -> None:
    """The weightiest visible evidence names the outlet; hidden evidence only hints at one."""
    evidence = [
        Evidence(EvidenceKind.METADATA, "x", Region.HEAD, Place("meta", 0), visible=False, weight=9.0, outlet="A"),
        sign(EvidenceKind.BYLINE, 1.0, outlet="B"),
        sign(EvidenceKind.CREDIT, 3.0, outlet="C"),
    ]
    judged = conclude(PAGE, SITE, evidence)
    assert judged.outlet is not None
    assert judged.outlet.value == "C"
    hinted = conclude(PAGE, SITE, evidence[:1])
    assert hinted.outlet is None
    assert hinted.outlet_hint is not None
    assert hinted.outlet_hint.value == "A"


def test_host_as_hint() -> None:
    """Where nobody is named, the host of the original's address hints at the outlet."""
    judged = judge(markup(below=f"<p><a href='{ORIGINAL}'>Read the original article</a></p>"))
    assert judged.outlet is None
    assert judged.outlet_hint is not None
    assert judged.outlet_hint.value == "harbourledger.example"


@pytest.mark.parametrize(
    ("other", "wire"),
    [(EvidenceKind.COPYRIGHT, True), (EvidenceKind.CREDIT, False), (EvidenceKind.ORIGINAL_LINK, False)],
)
def test_wire(other: EvidenceKind, *, wire: bool) -> None:
    """An agency signs the text, and no credit names a public original."""
    evidence = [sign(EvidenceKind.DATELINE, 3.0, wire=True), sign(other, 3.0)]
    assert conclude(PAGE, SITE, evidence).wire is wire


def test_disclaimer() -> None:
    """A statement is one that stands on its own feet: not a dangling credit, nothing hidden."""
    assert conclude(PAGE, SITE, [sign(EvidenceKind.CREDIT, 3.0, statement=True)]).disclaimer is not None
    assert conclude(PAGE, SITE, [sign(EvidenceKind.CREDIT, 3.0)]).disclaimer is None
    assert conclude(PAGE, SITE, [sign(EvidenceKind.CREDIT, 3.0, statement=True, dangling=True)]).disclaimer is None


def test_licence_beside_the_source() -> None:
    """A licence is a statement where its block names the source as well; elsewhere it can be the site's own."""
    credit = sign(EvidenceKind.CREDIT, 3.0, outlet="Harbour Ledger")
    beside = sign(EvidenceKind.LICENCE, 0.0, licence="CC-BY-4.0")
    assert conclude(PAGE, SITE, [credit, beside]).disclaimer is not None
    elsewhere = replace(beside, place=Place("p", 9))
    assert conclude(PAGE, SITE, [credit, elsewhere]).disclaimer is None
    assert conclude(PAGE, SITE, [sign(EvidenceKind.CREDIT, 3.0), beside]).disclaimer is None


def test_disclaimer_is_one_sentence() -> None:
    """Of a paragraph only the statement is taken."""
    credit = f"This article was originally published by <a href='{ORIGINAL}'>Harbour Ledger</a>."
    judged = judge(markup(below=f"<p>Thanks for reading. {credit} See you soon.</p>"))
    assert judged.disclaimer is not None
    assert judged.disclaimer.value == "This article was originally published by Harbour Ledger."


def test_licence() -> None:
    """A licence beside the credit is the copy's, one in the footer the site's."""
    credit = f"<p>This article was originally published by <a href='{ORIGINAL}'>Harbour Ledger</a>.</p>"
    deed = "<p><a href='https://creativecommons.org/licenses/by/4.0/'>CC BY 4.0</a></p>"
    inside = judge(markup(below=credit + deed))
    assert inside.licence is not None
    assert inside.licence.value == "CC-BY-4.0"
    assert judge(markup(below=credit, around=f"<footer>{deed}</footer>")).licence is None


def test_author() -> None:
    """The author's name is taken from its label."""
    credit = f"<p>This article was originally published by <a href='{ORIGINAL}'>Harbour Ledger</a>.</p>"
    judged = judge(markup(above="<p>Author: Jane Miller</p>", below=credit))
    assert judged.author is not None
    assert judged.author.value == "Jane Miller"
