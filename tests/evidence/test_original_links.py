"""Links and labels that lead to the original."""

from __future__ import annotations

import pytest

from attribution_lint.model import EvidenceKind, Status
from tests.evidence.builders import ORIGINAL, OWN_URL, found, judge, markup

KIND = EvidenceKind.ORIGINAL_LINK


@pytest.mark.parametrize(
    "line",
    [
        f"<p><a href='{ORIGINAL}'>Read the original article</a></p>",
        f"<p>Original article: <a href='{ORIGINAL}'>A new roof</a></p>",
        f"<p>Original article:</p><p><a href='{ORIGINAL}'>A new roof</a></p>",
        f"<p>原文链接：<a href='{ORIGINAL}'>{ORIGINAL}</a></p>",
        f"<p>We like slate. <a href='{ORIGINAL}'>Read the original article</a>.</p>",
    ],
)
def test_link(line: str) -> None:
    """The label is the link, or the link stands behind it or in the next block."""
    judged = judge(markup(below=line))
    assert judged.status is Status.REPUBLISHED
    assert judged.has_link
    assert any(item.url == ORIGINAL and item.place.tag == "a" for item in found(markup(below=line), KIND))


def test_printed_address() -> None:
    """A printed address is the original's, but no link."""
    judged = judge(markup(below=f"<p>原文链接：{ORIGINAL}</p>"))
    assert judged.status is Status.REPUBLISHED
    assert judged.original_url_in == ("text",)


@pytest.mark.parametrize("href", ["", "#", "http://#", "http://", "javascript:;", "about:blank"])
def test_no_target(href: str) -> None:
    """A label on a link without target dangles, at its start tag."""
    (item,) = found(markup(below=f'<p><a href="{href}">Read the original article</a></p>'), KIND)
    assert item.dangling
    assert item.place.tag == "a"


def test_bare_address_at_the_end() -> None:
    """The address of an article with the page's headline alone in the last line is the original's."""
    url = "https://www.harbourledger.example/2024/a-new-roof-for-the-town-hall"
    assert judge(markup(below=f"<p>{url}</p>")).status is Status.REPUBLISHED


@pytest.mark.parametrize(
    "line",
    [
        f"<p><a href='{OWN_URL}'>Read the original article</a></p>",
        "<p><a href='/2019/roof.html'>原文链接</a></p>",
        "<p><a href='#fn1'>Original</a></p>",
        f"<p>See also <a href='{ORIGINAL}'>this article about roofs</a>.</p>",
        f"<p><a href='{ORIGINAL}'>The history of the original text of the charter</a></p>",
        "<p>Comments on the original article are closed.</p>",
        "<p>https://www.harbourledger.example/2019/slate-prices</p>",
        "<p>https://www.hilltopgazette.example/2024/a-new-roof-for-the-town-hall</p>",
        "<p>https://a.example/one</p><p>https://b.example/two</p>",
        "<pre>https://www.harbourledger.example/2024/a-new-roof-for-the-town-hall</pre>",
        f"<nav><a href='{ORIGINAL}'>Original article</a></nav>",
    ],
)
def test_own(line: str) -> None:
    """Links home, fragments, other links and other addresses make no copy."""
    assert judge(markup(below=line)).status is Status.OWN


def test_value_in_the_next_block_is_no_dangling_label() -> None:
    """A label whose link stands in the next block has its value."""
    html = markup(below=f"<div>Original article</div><div>at <a href='{ORIGINAL}'>the Ledger</a></div>")
    assert not judge(html).dangling
