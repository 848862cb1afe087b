"""`original-url` on every quality of link."""

from __future__ import annotations

from dataclasses import replace

import pytest

from attribution_lint.model import Attribution, LinkQuality, Markup, Severity, Status
from attribution_lint.rule import PageFacts, Violation
from tests.rules.builders import CREDIT, LINK, fact, rule

URL = "https://gazette.example/a/long-story"
ATTRIBUTION = Attribution(Status.REPUBLISHED, 0.9, outlet=fact("The Gazette"), strongest=CREDIT)


def violations(attribution: Attribution, language: str = "en") -> list[Violation]:
    """What the rule finds."""
    return list(rule("original-url").violations(PageFacts(attribution, language)))


def only(attribution: Attribution, language: str = "en") -> Violation:
    """The one thing that the rule finds."""
    (violation,) = violations(attribution, language)
    return violation


def test_a_visible_link_is_enough() -> None:
    """A link that a reader can follow to the article is all that is asked for."""
    attribution = replace(
        ATTRIBUTION,
        original_url=fact(URL),
        original_url_in=("anchor", "canonical"),
        link=LinkQuality.ARTICLE,
        link_evidence=LINK,
    )
    assert violations(attribution) == []


@pytest.mark.parametrize("quality", LinkQuality)
def test_own_pages_owe_nothing(quality: LinkQuality) -> None:
    """Not even a dead link makes a finding on the site's own work."""
    assert violations(replace(ATTRIBUTION, status=Status.OWN, link=quality, link_evidence=LINK)) == []


@pytest.mark.parametrize(
    ("quality", "message"),
    [
        (LinkQuality.HOMEPAGE, "the link leads to the home page of The Gazette, not to the article"),
        (LinkQuality.INTERNAL, "the link leads to another page of this site, not to the original article"),
        (LinkQuality.EMPTY, "the link to the original article has no target"),
        (LinkQuality.TEXT, "the address of the original article is printed but is not a link"),
    ],
)
def test_a_link_that_is_not_good_enough(quality: LinkQuality, message: str) -> None:
    """What is wrong with the link is said at the link."""
    violation = only(replace(ATTRIBUTION, link=quality, link_evidence=LINK))
    assert violation.message == message
    assert violation.place == LINK.place


@pytest.mark.parametrize("quality", [LinkQuality.NONE, LinkQuality.HOMEPAGE, LinkQuality.EMPTY])
def test_no_link_is_reported_at_the_credit(quality: LinkQuality) -> None:
    """Without a link to point at, the strongest evidence is marked."""
    violation = only(replace(ATTRIBUTION, link=quality))
    assert violation.message == "no link to the original article, though this credit shows a republication"
    assert violation.place == CREDIT.place


@pytest.mark.parametrize(
    ("url", "page"),
    [
        ("https://gazette.example", "the home page"),
        ("https://gazette.example/", "the home page"),
        ("https://gazette.example/?ref=1", "the home page"),
        ("https://gazette.example/politics/", "a section page"),
    ],
)
def test_home_and_section_pages(url: str, page: str) -> None:
    """The message says what the link leads to."""
    attribution = replace(ATTRIBUTION, link=LinkQuality.HOMEPAGE, link_evidence=replace(LINK, url=url))
    assert only(attribution).message == f"the link leads to {page} of The Gazette, not to the article"


def test_a_home_page_of_nobody_known() -> None:
    """Without an outlet the message names none."""
    attribution = replace(ATTRIBUTION, outlet=None, link=LinkQuality.HOMEPAGE, link_evidence=LINK)
    assert only(attribution).message == "the link leads to the home page, not to the article"


@pytest.mark.parametrize(
    ("standing", "where"),
    [
        (("canonical", "meta"), "rel=canonical"),
        (("jsonld",), "JSON-LD"),
        (("microdata",), "microdata"),
        (("meta",), "a meta tag"),
        (("pixel",), "a counter pixel"),
        ((), "the head"),
    ],
)
def test_an_address_for_machines_only(standing: tuple[str, ...], where: str) -> None:
    """The message says where the address stands, so that it can be copied from there."""
    attribution = replace(
        ATTRIBUTION,
        original_url=fact(URL),
        original_url_in=standing,
        link=LinkQuality.HEAD_ONLY,
        link_evidence=LINK,
    )
    violation = only(attribution)
    assert violation.message == f"the original's address stands only in {where}, which no reader sees"
    assert violation.snippet is not None
    assert URL in violation.snippet


def test_an_excerpt_owes_the_link() -> None:
    """A quoted part needs the way to the whole."""
    violation = only(replace(ATTRIBUTION, status=Status.EXCERPT))
    assert violation.message == "no link to the original article, though this credit shows an excerpt of another text"


@pytest.mark.parametrize("quality", [quality for quality in LinkQuality if quality is not LinkQuality.ARTICLE])
def test_agency_copy_gets_a_note(quality: LinkQuality) -> None:
    """Whatever is wrong with the link: most agency copy has no original that the public can visit."""
    violation = only(replace(ATTRIBUTION, wire=True, link=quality, link_evidence=LINK))
    assert rule("original-url").severity_of(violation) is Severity.NOTE
    assert "agency copy seldom has a public original" in violation.help


def test_agency_copy_weighs_what_the_configuration_says() -> None:
    """A site that wants links on agency copy too sets the severity of the rule."""
    violation = only(replace(ATTRIBUTION, wire=True))
    assert rule("original-url").severity_of(violation, Severity.ERROR) is Severity.ERROR


@pytest.mark.parametrize(("licence", "cited"), [("CC-BY-ND-4.0", True), ("CC-BY-ND-3.0", False), (None, False)])
def test_the_licence_clause_is_cited_under_its_licence_only(licence: str | None, cited: bool) -> None:  # noqa: FBT001 - a column of the table
    """Other licences have other clauses."""
    violation = only(replace(ATTRIBUTION, licence=fact(licence) if licence else None))
    assert any("3(a)(1)(A)(v)" in backing for backing in violation.backing) is cited


def test_the_snippet_speaks_the_language_of_the_page() -> None:
    """What is pasted into a German page is German."""
    violation = only(ATTRIBUTION, "de")
    assert violation.snippet == '<p><a href="https://…">Zum Originalartikel bei The Gazette</a></p>'


def test_a_printed_address_is_all_that_plain_text_can_have() -> None:
    """It is a fault on every other page."""
    printed = replace(ATTRIBUTION, original_url=fact("https://a.example/b"), link=LinkQuality.TEXT, link_evidence=LINK)
    faults = {markup: len(list(rule("original-url").check(PageFacts(printed, markup=markup)))) for markup in Markup}
    assert faults == {Markup.HTML: 1, Markup.MARKDOWN: 1, Markup.TEXT: 0}


def test_front_matter_is_named() -> None:
    """Where the address stands only there, the message says so."""
    hidden = replace(
        ATTRIBUTION,
        original_url=fact("https://a.example/b"),
        original_url_in=("front-matter",),
        link=LinkQuality.HEAD_ONLY,
        link_evidence=LINK,
    )
    assert only(hidden).message == "the original's address stands only in the front matter, which no reader sees"
