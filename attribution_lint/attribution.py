"""What the evidence of a page adds up to: its status, and who is owed what.

The status is a weighing. Each piece of evidence carries its weight in log-odds, as its observer gave it. Within one family only the
strongest counts in full, since a page that says a thing twice is hardly surer than one that says it once; families add up. What speaks
against is added likewise. The sum, with a prior that most pages are a site's own work, gives the confidence.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from attribution_lint.model import Attribution, Evidence, EvidenceKind, Fact, LinkQuality, Region, Status
from attribution_lint.urls import host_of, is_article, split

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from attribution_lint.page import Page
    from attribution_lint.site import Site

PRIOR = -2.3
"""Log-odds before any evidence: about one page in eleven."""
REPEATED = 0.25
"""What each further evidence of one family counts."""
CEILING = 6.0
"""The most that the evidence for a side can weigh."""

_SPEAKS_FOR = frozenset(
    {
        EvidenceKind.CREDIT,
        EvidenceKind.SOURCE_LABEL,
        EvidenceKind.ORIGINAL_LINK,
        EvidenceKind.BYLINE,
        EvidenceKind.DATELINE,
        EvidenceKind.TAIL,
        EvidenceKind.DISCLAIMER,
        EvidenceKind.COPYRIGHT,
        EvidenceKind.TRANSLATION,
        EvidenceKind.CANONICAL,
        EvidenceKind.METADATA,
        EvidenceKind.PIXEL,
        EvidenceKind.TAKEDOWN,
    }
)
_FOR_MACHINES = frozenset({EvidenceKind.CANONICAL, EvidenceKind.METADATA})
"""On agency copy these name another subscriber, not the original."""
_NAMES_OUTLET = (
    EvidenceKind.CREDIT,
    EvidenceKind.SOURCE_LABEL,
    EvidenceKind.BYLINE,
    EvidenceKind.DATELINE,
    EvidenceKind.TAIL,
    EvidenceKind.COPYRIGHT,
    EvidenceKind.TRANSLATION,
    EvidenceKind.ORIGINAL_LINK,
    EvidenceKind.DISCLAIMER,
)
_GIVES_URL = (
    EvidenceKind.ORIGINAL_LINK,
    EvidenceKind.CREDIT,
    EvidenceKind.TRANSLATION,
    EvidenceKind.SOURCE_LABEL,
    EvidenceKind.CANONICAL,
    EvidenceKind.METADATA,
    EvidenceKind.PIXEL,
)


def conclude(page: Page, site: Site, evidence: Sequence[Evidence], declared: Status | None = None) -> Attribution:
    """Weigh the evidence of one page. A page that the configuration declares keeps that status, whatever the evidence says."""
    odds = PRIOR + _sum(evidence, positive=True) + _sum(evidence, positive=False)
    likelihood = 1 / (1 + math.exp(-odds))
    status = declared or _status(evidence, likelihood)
    confidence = 1.0 if declared else (likelihood if status is not Status.OWN else 1 - likelihood)
    if status is Status.OWN:
        return Attribution(status, round(confidence, 2), _reasons(evidence, status, declared), evidence=tuple(evidence))
    strongest = max(
        (item for item in evidence if item.kind in _SPEAKS_FOR),
        key=lambda item: (item.visible, item.weight),
        default=None,
    )
    wire = _is_wire(evidence)
    original, standing = _original_url(page, evidence, wire=wire)
    quality, link_evidence = _link_quality(page, site, evidence, original, standing)
    return Attribution(
        status=status,
        confidence=round(confidence, 2),
        reasons=_reasons(evidence, status, declared),
        original_url=original,
        original_url_in=standing,
        link=quality,
        link_evidence=link_evidence,
        outlet=_outlet(evidence),
        outlet_hint=_outlet_hint(evidence, original),
        author=_author(evidence),
        licence=_licence(evidence),
        disclaimer=_disclaimer(evidence),
        wire=wire,
        strongest=strongest,
        evidence=tuple(evidence),
    )


def _sum(evidence: Iterable[Evidence], *, positive: bool) -> float:
    families: dict[EvidenceKind, list[float]] = {}
    for item in evidence:
        if item.weight and (item.weight > 0) is positive:
            families.setdefault(item.kind, []).append(abs(item.weight))
    total = sum(
        max(weights) + REPEATED * min(sum(weights) - max(weights), max(weights))
        for weights in families.values()
    )
    return min(total, CEILING) if positive else -min(total, CEILING)


def _status(evidence: Sequence[Evidence], likelihood: float) -> Status:
    if likelihood < 0.5:
        return Status.OWN
    return Status.REPUBLISHED


def _is_wire(evidence: Sequence[Evidence]) -> bool:
    """Whether an agency signs the text and nothing names a public original."""
    signs = [item for item in evidence if item.wire and item.weight >= 1.0]
    other = [
        item
        for item in evidence
        if item.kind in {EvidenceKind.CREDIT, EvidenceKind.ORIGINAL_LINK, EvidenceKind.TRANSLATION}
        and not item.wire
        and item.weight >= 2.0
    ]
    return bool(signs) and not other


def _reasons(evidence: Sequence[Evidence], status: Status, declared: Status | None) -> tuple[str, ...]:
    if declared is not None:
        return (f"the configuration declares the page {declared.value}",)
    weighed = sorted(
        (item for item in evidence if item.weight and (status is not Status.OWN or abs(item.weight) >= 0.3)),
        key=lambda item: -abs(item.weight),
    )
    told: list[str] = []
    for item in weighed[:6]:
        reason = f"{item.kind.value} ({'for' if item.weight > 0 else 'against'}): {item.reason}: {_clip(item.text)}"
        if reason not in told:
            told.append(reason)
    return tuple(told)


def _clip(text: str, most: int = 100) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _same(first: str, second: str) -> bool:
    return _key(first) == _key(second)


def _key(url: str) -> tuple[str, str, str]:
    """What two addresses of one page have in common: host without www, path without its last slash, query without trackers."""
    parts = split(url)
    if parts is None:
        return "", url, ""
    query = "&".join(
        sorted(
            item for item in parts.query.split("&") if item and not re.match(r"utm_|fbclid|gclid|spm=|from=|ref=", item)
        )
    )
    return host_of(url), unquote(parts.path).rstrip("/").lower(), query


def _original_url(page: Page, evidence: Sequence[Evidence], *, wire: bool) -> tuple[Fact | None, tuple[str, ...]]:
    """The address of the original article, and where it stands."""
    candidates = [
        item
        for item in evidence
        if item.url and item.kind in _GIVES_URL and is_article(item.url) and host_of(_absolute(item.url))
    ]
    candidates = [item for item in candidates if item.weight > 0 and not (wire and item.kind in _FOR_MACHINES)]
    if not candidates:
        return None, ()
    best = max(
        candidates,
        key=lambda item: (item.visible, item.weight + (0.6 if item.kind is EvidenceKind.ORIGINAL_LINK else 0.0)),
    )
    url = _absolute(best.url or "")
    standing = []
    anchors = [
        link
        for block in page.blocks
        if block.visible and block.region not in {Region.NAV, Region.COMMENTS}
        for link in block.links
    ]
    if any(link.url is not None and _same(link.url, url) and (link.text) for link in anchors):
        standing.append("anchor")
    bare = re.sub(r"^https?://(?:www\.)?", "", url).rstrip("/")
    if len(bare) > 8 and any(bare in block.text for block in page.blocks if block.visible):
        standing.append("text")
    for item in page.meta:
        name = {"link": item.name, "jsonld": "jsonld", "microdata": "microdata", "meta": "meta"}[item.source]
        if (
            name in {"canonical", "jsonld", "microdata", "meta"}
            and name not in standing
            and item.value.startswith("http")
            and _same(item.value, url)
        ):
            standing.append(name)
    if best.kind is EvidenceKind.PIXEL:
        standing.append("pixel")
    return Fact(url, best), tuple(standing)


def _absolute(url: str) -> str:
    return url if re.match(r"https?://", url, re.IGNORECASE) else "https://" + url.removeprefix("//")


def _link_quality(
    page: Page, site: Site, evidence: Sequence[Evidence], original: Fact | None, standing: tuple[str, ...]
) -> tuple[LinkQuality, Evidence | None]:
    if original is not None and "anchor" in standing:
        return LinkQuality.ARTICLE, original.evidence
    visible = [item for item in evidence if item.kind in _GIVES_URL or item.kind is EvidenceKind.BYLINE]
    if original is not None and "text" in standing:
        return LinkQuality.TEXT, original.evidence
    empty = next(
        (
            item
            for item in visible
            if item.dangling and item.kind is EvidenceKind.ORIGINAL_LINK and item.place.tag == "a"
        ),
        None,
    )
    if empty is not None:
        return LinkQuality.EMPTY, empty
    home = next(
        (
            item
            for item in visible
            if item.visible
            and item.url
            and host_of(item.url)
            and not site.owns_url(item.url)
            and not is_article(item.url)
        ),
        None,
    )
    if home is not None:
        return LinkQuality.HOMEPAGE, home
    if original is not None:
        return LinkQuality.HEAD_ONLY, original.evidence
    return LinkQuality.NONE, None


def _outlet(evidence: Sequence[Evidence]) -> Fact | None:
    """The outlet that visible text names as the source, by the strongest evidence."""
    named = [
        item for item in evidence if item.visible and item.outlet and item.kind in _NAMES_OUTLET and item.weight > 0.4
    ]
    best = max(named, key=lambda item: (item.weight, -_NAMES_OUTLET.index(item.kind)), default=None)
    return Fact(best.outlet, best) if best is not None and best.outlet else None


def _outlet_hint(evidence: Sequence[Evidence], original: Fact | None) -> Fact | None:
    """The outlet that metadata names, else the host of the original's address."""
    named = next((item for item in evidence if item.outlet and item.weight > 0), None)
    if named is not None and named.outlet:
        return Fact(named.outlet, named)
    return Fact(host_of(original.value), original.evidence) if original is not None else None


def _author(evidence: Sequence[Evidence]) -> Fact | None:
    for item in evidence:
        if item.author and item.visible:
            return Fact(item.author, item)
    return None


def _licence(evidence: Sequence[Evidence]) -> Fact | None:
    """A licence that stands in the article, beside the credit: one in the footer is the site's own."""
    for item in evidence:
        if item.licence and item.visible and item.region not in {Region.FOOTER, Region.ASIDE, Region.CAPTION}:
            return Fact(item.licence, item)
    return None


def _disclaimer(evidence: Sequence[Evidence]) -> Fact | None:
    """The statement about this article's origin or rights, as it stands."""
    stated = [item for item in evidence if item.visible and item.statement and not item.dangling]
    best = max(stated, key=lambda item: (item.weight, len(item.text)), default=None)
    return Fact(best.text, best) if best is not None else None
