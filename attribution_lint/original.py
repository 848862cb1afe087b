"""The address of the original: which of those on a page it is, where it stands, and what its link is worth."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from attribution_lint.expressions import expression
from attribution_lint.model import Evidence, EvidenceKind, Fact, LinkQuality, Region
from attribution_lint.urls import host_of, is_article, split

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from attribution_lint.model import Place
    from attribution_lint.page import Link, Page
    from attribution_lint.site import Site

_GIVES_URL = frozenset(
    {
        EvidenceKind.ORIGINAL_LINK,
        EvidenceKind.CREDIT,
        EvidenceKind.TRANSLATION,
        EvidenceKind.SOURCE_LABEL,
        EvidenceKind.CANONICAL,
        EvidenceKind.METADATA,
        EvidenceKind.PIXEL,
    }
)
_FOR_MACHINES = frozenset({EvidenceKind.CANONICAL, EvidenceKind.METADATA})
"""On agency copy these name another subscriber, unless the address is the agency's own."""
_LABELLED = 0.6
"""How much surer a labelled link leads to the original than the link of a sentence of the same weight."""
_LEAST_PRINTED = 8
"""A shorter address is found in other words by chance."""
_META = {"link": None, "jsonld": "jsonld", "microdata": "microdata", "meta": "meta", "front-matter": "front-matter"}
_TRACKERS = expression(r"utm_|fbclid|gclid|spm=|from=|ref=")
_ABSOLUTE = expression(r"https?://", re.IGNORECASE)
_BEFORE_HOST = expression(r"^https?://(?:www\.)?", re.IGNORECASE)
_LONGEST_LEAD = len("https://www.")
_LEAD = expression(r"(?:https?://)?(?:www\.)?$", re.IGNORECASE)


def find_original(
    page: Page, site: Site, evidence: Sequence[Evidence], *, wire: bool
) -> tuple[Fact | None, tuple[str, ...]]:
    """The address of the original article, and where it stands; `wire`: the text is an agency's.

    Of several labelled links of one weight the last counts: a site's own label stands behind those that came along with
    the text.
    """
    candidates = [
        (number, item)
        for number, item in enumerate(evidence)
        if item.url
        and item.weight > 0
        and item.kind in _GIVES_URL
        and is_article(item.url)
        and host_of(_absolute(item.url))
        and not site.owns_url(item.url)
        and not (wire and item.kind in _FOR_MACHINES and not item.wire)
    ]
    if not candidates:
        return None, ()
    _, best = max(candidates, key=lambda candidate: _rank(*candidate))
    url = _absolute(best.url or "")
    places = dict.fromkeys(_places(page, url))
    if best.kind is EvidenceKind.PIXEL:
        places["pixel"] = None
    return Fact(url, best), tuple(places)


def _rank(number: int, item: Evidence) -> tuple[bool, float, bool, int]:
    if item.kind is EvidenceKind.ORIGINAL_LINK:
        return item.visible, item.weight + _LABELLED, True, number
    # Of a copy of a translation the page names both: what was copied is the original that it owes a link to.
    return item.visible, item.weight, item.kind is EvidenceKind.CREDIT, -number


def _places(page: Page, url: str) -> Iterator[str]:
    """Where an address stands on the page: anchor, text, canonical, jsonld, microdata, meta."""
    key, host = _key(url), host_of(url)
    if any(host in link.url.lower() and link.text and _key(link.url) == key for link in _anchors(page) if link.url):
        yield "anchor"
    if _printed(page, url) is not None:
        yield "text"
    for item in page.meta:
        name = "canonical" if item.source == "link" and item.name == "canonical" else _META.get(item.source)
        if name and item.value.startswith("http") and _key(item.value) == key:
            yield name


def _printed(page: Page, url: str) -> Place | None:
    """Where an address is printed: as much of it as stands there."""
    bare = _BEFORE_HOST.sub("", url).rstrip("/")
    if len(bare) <= _LEAST_PRINTED:
        return None
    for block in page.blocks:
        at = block.text.find(bare) if block.visible else -1
        if at >= 0:
            lead = _LEAD.search(block.text, max(0, at - _LONGEST_LEAD), at)
            return block.at(at if lead is None else lead.start(), at + len(bare))
    return None


def _anchors(page: Page) -> Iterator[Link]:
    """The links that a reader of the article can see."""
    for block in page.blocks:
        if block.visible and block.region not in {Region.NAV, Region.COMMENTS}:
            yield from block.links


def judge_link(
    page: Page, site: Site, evidence: Sequence[Evidence], original: Fact | None, standing: Sequence[str]
) -> tuple[LinkQuality, Evidence | None]:
    """What the link to the original is worth, and the evidence that shows it; an address in print, where it stands."""
    if original is not None and "anchor" in standing:
        return LinkQuality.ARTICLE, original.evidence
    if original is not None and (printed := _printed(page, original.value)) is not None:
        return LinkQuality.TEXT, replace(original.evidence, place=printed)
    for quality, is_so in _LESSER.items():
        shown = next((item for item in evidence if is_so(item, site)), None)
        if shown is not None:
            return quality, shown
    if original is not None:
        return LinkQuality.HEAD_ONLY, original.evidence
    return LinkQuality.NONE, None


def _is_empty_link(item: Evidence, _: Site) -> bool:
    return item.dangling and item.kind is EvidenceKind.ORIGINAL_LINK and item.place.tag == "a"


def _leads_to_home_page(item: Evidence, site: Site) -> bool:
    return _is_shown_link(item) and host_of(item.url) != "" and not site.owns_url(item.url) and not _is_article(item)


def _leads_to_own_page(item: Evidence, site: Site) -> bool:
    return _is_shown_link(item) and item.outlet is not None and site.owns_url(item.url)


_LESSER = {
    LinkQuality.EMPTY: _is_empty_link,
    LinkQuality.HOMEPAGE: _leads_to_home_page,
    LinkQuality.INTERNAL: _leads_to_own_page,
}
"""What a link can be that does not lead to the article, the most telling first."""


def _is_shown_link(item: Evidence) -> bool:
    return item.visible and item.url is not None and (item.kind in _GIVES_URL or item.kind is EvidenceKind.BYLINE)


def _is_article(item: Evidence) -> bool:
    return item.url is not None and is_article(item.url)


def _key(url: str) -> tuple[str, str, str]:
    """What two addresses of one page share: host without www, path without its last slash, query without trackers."""
    parts = split(url)
    if parts is None:
        return "", url, ""
    query = sorted(item for item in parts.query.split("&") if item and not _TRACKERS.match(item))
    return host_of(url), unquote(parts.path).rstrip("/").lower(), "&".join(query)


def _absolute(url: str) -> str:
    return url if _ABSOLUTE.match(url) else "https://" + url.removeprefix("//")
