"""The address of the original and the worth of its link."""

from __future__ import annotations

import pytest

from attribution_lint.model import LinkQuality
from tests.evidence.builders import ORIGINAL, judge, markup

CREDIT = "This article was originally published by Harbour Ledger."


@pytest.mark.parametrize(
    ("head", "below", "standing"),
    [
        ("", f"<p>{CREDIT} <a href='{ORIGINAL}'>Link</a></p>", ("anchor",)),
        ("", f"<p>{CREDIT} <a href='{ORIGINAL}'>{ORIGINAL}</a></p>", ("anchor", "text")),
        ("", f"<p>{CREDIT}</p><p>Original article: {ORIGINAL}</p>", ("text",)),
        (f"<link rel='canonical' href='{ORIGINAL}'>", f"<p>{CREDIT}</p>", ("canonical",)),
        (
            f"<link rel='canonical' href='{ORIGINAL}/'><meta property='og:url' content='{ORIGINAL}?utm_source=x'>",
            f"<p>{CREDIT} <a href='{ORIGINAL}#top'>Link</a></p>",
            ("anchor", "canonical", "meta"),
        ),
    ],
)
def test_standing(head: str, below: str, standing: tuple[str, ...]) -> None:
    """Where the address stands; slashes at its end and trackers do not matter."""
    assert judge(markup(head=head, below=below)).original_url_in == standing


@pytest.mark.parametrize(
    ("below", "quality"),
    [
        (f"<p>{CREDIT} <a href='{ORIGINAL}'>Link</a></p>", LinkQuality.ARTICLE),
        (f"<p>{CREDIT}</p><p>Original article: {ORIGINAL}</p>", LinkQuality.TEXT),
        (f"<p>{CREDIT}</p><p><a href=''>Original article</a></p>", LinkQuality.EMPTY),
        (
            "<p>Republished from <a href='https://www.harbourledger.example/'>Harbour Ledger</a>.</p>",
            LinkQuality.HOMEPAGE,
        ),
        (
            "<p>This article was originally published by <a href='/tag/reuters-stories/'>Reuters</a>.</p>",
            LinkQuality.INTERNAL,
        ),
        (f"<p>{CREDIT}</p>", LinkQuality.NONE),
    ],
)
def test_quality(below: str, quality: LinkQuality) -> None:
    """The link is worth what a reader can do with it."""
    judged = judge(markup(below=below))
    assert judged.link is quality
    assert (judged.link_evidence is None) is (quality is LinkQuality.NONE)


def test_head_only() -> None:
    """An address that only machines read is no link."""
    judged = judge(markup(head=f"<link rel='canonical' href='{ORIGINAL}'>", below=f"<p>{CREDIT}</p>"))
    assert judged.link is LinkQuality.HEAD_ONLY
    assert not judged.has_link


def test_the_sites_own_label_wins() -> None:
    """Of two labelled links the later is the site's; the first came along with the text."""
    first = "<p>原文链接：<a href='https://www.first.example/2023/one-story'>一</a></p>"
    last = f"<p>原文链接：<a href='{ORIGINAL}'>二</a></p>"
    judged = judge(markup(below=first + last))
    assert judged.original_url is not None
    assert judged.original_url.value == ORIGINAL


def test_link_in_the_menu() -> None:
    """A link that stands only in a menu is none to the original."""
    head = f"<link rel='canonical' href='{ORIGINAL}'>"
    judged = judge(markup(head=head, around=f"<nav><a href='{ORIGINAL}'>Link</a></nav>"))
    assert "anchor" not in judged.original_url_in


def test_pixel() -> None:
    """A counter can be the only thing that knows the article."""
    judged = judge(markup(below="<img src='https://counter.theconversation.com/content/12345/count.gif'>"))
    assert judged.original_url is not None
    assert judged.original_url_in == ("pixel",)
    assert judged.link is LinkQuality.HEAD_ONLY


def test_a_page_of_the_own_site_is_no_original() -> None:
    """Not even where a credit names somebody else and links it."""
    judged = judge(markup(below="<p>This article was originally published by <a href='/tag/reuters/'>Reuters</a>.</p>"))
    assert judged.original_url is None
    assert not judged.has_link
