"""The site profile: what is learnt, what is not, and what it changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from attribution_lint.attribution import conclude
from attribution_lint.evidence import observe
from attribution_lint.lexicon import load_lexicon
from attribution_lint.model import NOWHERE, Attribution, Evidence, EvidenceKind, Region, Status
from attribution_lint.outlets import load_outlets
from attribution_lint.site import identify
from attribution_lint.sitewide import (
    LEAST_PAGES,
    ProfileError,
    SiteProfile,
    discount,
    learn,
    read_profile,
    write_profile,
)
from tests.evidence.builders import ORIGINAL, OWN_URL, markup, page_of

POLICY = "<p>Some articles on this site are reproduced from other sources.</p>"
BUTTON = "<p>Republish this article for free, under a Creative Commons licence.</p>"
CREDIT = f'<p>This article was originally published in the <a href="{ORIGINAL}">Harbour Ledger</a>.</p>'


def evidence_of(html: str) -> tuple[Evidence, ...]:
    """The evidence of a page."""
    page = page_of(html)
    return observe(page, identify(page, load_outlets()), load_lexicon(), load_outlets())


def judge(html: str, profile: SiteProfile | None) -> Attribution:
    """What is concluded about a page of a site with that profile."""
    page = page_of(html, OWN_URL)
    return conclude(page, identify(page, load_outlets()), discount(evidence_of(html), profile))


def profile_of(*pages: str) -> SiteProfile:
    """What is learnt from pages."""
    return learn([evidence_of(page) for page in pages])


def test_what_stands_on_most_pages() -> None:
    """A text on at least half of the pages is the site's; one on fewer is not."""
    pages = [markup(below=BUTTON)] * 6 + [markup()] * 4
    (text,) = profile_of(*pages).texts
    assert (text.kind, text.pages) == (EvidenceKind.OWN_RIGHTS, 6)
    assert not profile_of(*[markup(below=BUTTON)] * 5, *[markup()] * 6).texts


def test_few_pages_tell_nothing() -> None:
    """On fewer pages than the least a text may stand by chance."""
    assert not profile_of(*[markup(below=BUTTON)] * (LEAST_PAGES - 1)).texts


@pytest.mark.parametrize(
    "credit",
    [
        "<p>This article was originally published in the Harbour Ledger.</p>",
        CREDIT,
        "<p>LONDON (Reuters) - The roof is being mended, the council said.</p>",
        "<p>Source: Reuters</p>",
        "<p>Author: Jane Roe</p>",
    ],
)
def test_a_feed_is_no_boilerplate(credit: str) -> None:
    """Where every page names the same source, it still is the source of each."""
    profile = profile_of(*[markup(above=credit)] * 9)
    assert not [text for text in profile.texts if text.kind is not EvidenceKind.LICENCE]
    assert judge(markup(above=credit), profile) == judge(markup(above=credit), None)


def test_offer_on_every_page_does_not_hide_a_copy() -> None:
    """The button that the theme puts on each page says nothing about the copied ones among them."""
    weak = '<p>Courtesy of the <a href="https://www.harbourledger.example/">Harbour Ledger</a></p>'
    copied = markup(below=f"<p>Original article: {ORIGINAL}</p>{weak}{BUTTON}")
    profile = profile_of(copied, *[markup(below=BUTTON)] * 9)
    assert judge(copied, None).confidence < judge(copied, profile).confidence
    assert judge(copied, profile).status is Status.REPUBLISHED
    assert judge(markup(below=BUTTON), profile).status is Status.OWN


def test_licence_of_the_site_is_not_that_of_a_copy() -> None:
    """A licence on every page is the site's own."""
    licence = "<p>This work is licensed under CC BY 4.0.</p>"
    page = markup(below=CREDIT + licence)
    assert judge(page, None).licence is not None
    assert judge(page, profile_of(page, *[markup(below=licence)] * 9)).licence is None


def test_reason_says_so() -> None:
    """Discounted evidence stays, and tells why it counts so little."""
    profile = profile_of(*[markup(below=BUTTON)] * 9)
    (before,) = [item for item in evidence_of(markup(below=BUTTON)) if item.weight < 0]
    (after,) = [item for item in discount((before,), profile) if item.kind is EvidenceKind.OWN_RIGHTS]
    assert abs(after.weight) < 0.2 * abs(before.weight)
    assert "most pages" in after.reason
    assert discount((before,), None) == (before,)


def test_around_the_article() -> None:
    """What stands in a footer is the site's, also with a name in it."""
    item = Evidence(EvidenceKind.COPYRIGHT, "© Reuters", Region.FOOTER, NOWHERE, outlet="Reuters", weight=0.4)
    assert learn([[item]] * 9).holds(item)


def test_file(tmp_path: Path) -> None:
    """What is written is read again; the same profile makes the same bytes."""
    profile = profile_of(*[markup(below=BUTTON)] * 9)
    path = tmp_path / "p.json"
    path.write_text(write_profile(profile), encoding="utf-8")
    assert read_profile(path, "p.json") == profile
    assert write_profile(read_profile(path, "p.json")) == write_profile(profile)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no site profile"),
        ("[]", "no site profile"),
        ('{"version": 1}', "no site profile"),
        ('{"version": 2, "pages": 1, "texts": []}', "version 2"),
        ('{"version": 1, "pages": 9, "texts": [{"kind": "nonsense", "text": "a", "pages": 9}]}', "no site profile"),
        ('{"version": 1, "pages": 9, "texts": 3}', "no site profile"),
    ],
)
def test_wrong_file(tmp_path: Path, text: str, words: str) -> None:
    """What is no profile is told by name, with what to do."""
    path = tmp_path / "p.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ProfileError, match=f"p.json: .*{words}.*init"):
        read_profile(path, "p.json")


def test_missing_file(tmp_path: Path) -> None:
    """So is one that cannot be read."""
    with pytest.raises(ProfileError, match="cannot be read"):
        read_profile(tmp_path / "p.json", "p.json")
