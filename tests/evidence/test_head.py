"""What the page tells machines."""

from __future__ import annotations

import pytest

from attribution_lint.model import EvidenceKind, Status
from tests.evidence.builders import ORIGINAL, OWN_URL, found, judge, markup


def test_canonical() -> None:
    """A canonical address on another site makes a copy, whose address no reader sees."""
    html = markup(head=f'<link rel="canonical" href="{ORIGINAL}">')
    judged = judge(html)
    assert judged.status is Status.REPUBLISHED
    assert judged.original_url_in == ("canonical",)
    (item,) = found(html, EvidenceKind.CANONICAL)
    assert not item.visible


def test_canonical_of_an_agency() -> None:
    """Of agency copy the agency's own page is the original."""
    url = "https://apnews.com/article/roofs-are-expensive-2024"
    judged = judge(markup(head=f'<link rel="canonical" href="{url}">', above="<p>WASHINGTON (AP) —</p>"))
    assert judged.wire
    assert judged.original_url is not None
    assert judged.original_url.value == url


def test_canonical_of_another_subscriber() -> None:
    """Another newspaper's page of agency copy is not the original."""
    judged = judge(markup(head=f'<link rel="canonical" href="{ORIGINAL}">', above="<p>WASHINGTON (AP) —</p>"))
    assert judged.original_url is None


@pytest.mark.parametrize(
    "address",
    [
        OWN_URL,
        "https://hilltopgazette.example/",
        "https://www.harbourledger.example/",
        "http://localhost:1313/2024/roof/",
        "https://yoursite.com/2024/roof/",
        "https://{{ host }}/2024/roof",
        "/2024/roof.html",
        "",
    ],
)
def test_own_canonical(address: str) -> None:
    """The site's own address, home pages, templates and staging hosts."""
    assert judge(markup(head=f'<link rel="canonical" href="{address}">')).status is Status.OWN


def test_unknown_site() -> None:
    """Where nobody says what the site's address is, a canonical one is its own."""
    assert judge(markup(head=f'<link rel="canonical" href="{ORIGINAL}">'), url=None).status is Status.OWN


@pytest.mark.parametrize(
    "tag",
    [
        f'<meta name="original-source" content="{OWN_URL}">',
        f'<meta name="original-source" content="{ORIGINAL}">',
        f'<meta property="og:url" content="{ORIGINAL}">',
        '<meta name="author" content="Jane Miller">',
        '<meta name="author" content="Reuters">',
        '<meta name="copyright" content="© 2024 Hilltop Gazette">',
        '<script type="application/ld+json">{"@type": "Article", "copyrightHolder": {"name": "AFP"}}</script>',
    ],
)
def test_metadata_alone(tag: str) -> None:
    """No other metadata is enough alone."""
    assert judge(markup(head=tag)).status is Status.OWN


def test_each_outlet_once() -> None:
    """An outlet that several tags name is one piece of evidence."""
    html = markup(head='<meta name="author" content="Reuters"><meta name="source" content="Reuters">')
    assert len(found(html, EvidenceKind.METADATA)) == 1
