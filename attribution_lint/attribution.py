"""What the evidence of a page adds up to: its status, and who is owed what.

The status is a weighing. Each piece of evidence carries its weight in log-odds, as its observer gave it. Within one
family only the strongest counts in full, since a page that says a thing twice is hardly surer than one that says it
once; families add up. What speaks against is added likewise. The sum, with a prior that most pages are a site's own
work, gives the confidence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attribution_lint.model import Attribution, Evidence, EvidenceKind, Fact, Region, Status
from attribution_lint.original import find_original, judge_link
from attribution_lint.provenance import chain_of, kind_of
from attribution_lint.urls import host_of
from attribution_lint.weighing import weigh

if TYPE_CHECKING:
    from collections.abc import Sequence

    from attribution_lint.model import Declaration
    from attribution_lint.page import Page
    from attribution_lint.site import Site

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
_NAMES_ORIGIN = frozenset({EvidenceKind.CREDIT, EvidenceKind.ORIGINAL_LINK, EvidenceKind.TRANSLATION})
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
"""What can name the outlet in visible text; of equal weights the first kind decides."""
_NAMES_AT_LEAST = 0.4
"""Lighter evidence names the outlet of something else."""
_SIGNS_AT_LEAST = 1.0
_ORIGIN_AT_LEAST = 2.0
_MOST_REASONS = 6
_LEAST_REASON = 0.3
"""On an own page, lighter evidence is not worth a reader's time."""
_LONGEST_REASON = 100


def conclude(page: Page, site: Site, evidence: Sequence[Evidence], declared: Declaration | None = None) -> Attribution:
    """Weigh the evidence of one page. A page that is declared something is that, whatever is found."""
    if declared is not None:
        evidence = (*evidence, _declared(declared))
    weighing = weigh(evidence)
    likelihood = weighing.likelihood
    status = declared.status if declared else _status(evidence, likelihood)
    confidence = 1.0 if declared else 1 - likelihood if status is Status.OWN else likelihood
    reasons = _reasons(evidence, status, declared)
    if status is Status.OWN:
        return Attribution(status, round(confidence, 2), reasons, evidence=tuple(evidence), weighing=weighing)
    wire = _is_wire(evidence)
    original, standing = find_original(page, site, evidence, wire=wire)
    quality, link_evidence = judge_link(page, site, evidence, original, standing)
    return Attribution(
        status=status,
        confidence=round(confidence, 2),
        reasons=reasons,
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
        kind=kind_of(status, evidence, wire=wire, body=bool(page.paragraphs)),
        sources=chain_of(evidence),
        strongest=_strongest(evidence),
        evidence=tuple(evidence),
        weighing=weighing,
    )


def _declared(declared: Declaration) -> Evidence:
    """A declaration as evidence: it decides without being weighed."""
    reason = f"{declared.by} declares the page {declared.status.value}"
    return Evidence(EvidenceKind.DECLARED, declared.by, Region.HEAD, declared.place, visible=False, reason=reason)


def _status(evidence: Sequence[Evidence], likelihood: float) -> Status:
    """Republished or, where without what speaks of a part nothing says that the whole text was taken, an excerpt."""
    if likelihood < 0.5:
        return Status.OWN
    whole = [item for item in evidence if not item.partial]
    return Status.REPUBLISHED if len(whole) == len(evidence) or weigh(whole).likelihood >= 0.5 else Status.EXCERPT


def _strongest(evidence: Sequence[Evidence]) -> Evidence | None:
    """What a report shows as the reason: visible evidence first, and a declaration where there is no other."""
    signs = [item for item in evidence if item.kind in _SPEAKS_FOR]
    signs = signs or [item for item in evidence if item.kind is EvidenceKind.DECLARED]
    return max(signs, key=lambda item: (item.visible, item.weight), default=None)


def _is_wire(evidence: Sequence[Evidence]) -> bool:
    """Whether an agency signs the text and nothing names a public original."""
    signed = any(item.wire and item.weight >= _SIGNS_AT_LEAST for item in evidence)
    return signed and not any(
        item.kind in _NAMES_ORIGIN and not item.wire and item.weight >= _ORIGIN_AT_LEAST for item in evidence
    )


def _reasons(evidence: Sequence[Evidence], status: Status, declared: Declaration | None) -> tuple[str, ...]:
    """What decided, in words, the weightiest first."""
    told = {f"{declared.by} declares the page {declared.status.value}": None} if declared else {}
    least = _LEAST_REASON if status is Status.OWN else 0.0
    weighed = (item for item in evidence if item.weight and abs(item.weight) >= least)
    for item in sorted(weighed, key=lambda item: -abs(item.weight)):
        if len(told) == _MOST_REASONS:
            break
        against = "" if item.weight > 0 else "but "
        told[f"{against}{item.reason}: “{_clip(item.text)}”"] = None
    return tuple(told)


def _clip(text: str) -> str:
    return text if len(text) <= _LONGEST_REASON else text[: _LONGEST_REASON - 1].rstrip() + "…"


def _outlet(evidence: Sequence[Evidence]) -> Fact | None:
    """The outlet that visible text names as the source, by the strongest evidence."""
    named = (
        item
        for item in evidence
        if item.visible and item.outlet and item.kind in _NAMES_OUTLET and item.weight > _NAMES_AT_LEAST
    )
    best = max(named, key=lambda item: (item.weight, -_NAMES_OUTLET.index(item.kind)), default=None)
    return Fact(best.outlet, best) if best is not None and best.outlet else None


def _outlet_hint(evidence: Sequence[Evidence], original: Fact | None) -> Fact | None:
    """The outlet that metadata names, else the host of the original's address."""
    named = next((item for item in evidence if item.outlet and item.weight > 0), None)
    if named is not None and named.outlet:
        return Fact(named.outlet, named)
    return Fact(host_of(original.value), original.evidence) if original is not None else None


def _author(evidence: Sequence[Evidence]) -> Fact | None:
    """The writer; a credit names the original's, while who posted or translated the text signs elsewhere."""
    named = [item for item in evidence if item.author and item.visible]
    best = min(named, key=lambda item: item.kind not in _NAMES_ORIGIN, default=None)
    return Fact(best.author, best) if best is not None and best.author else None


def _licence(evidence: Sequence[Evidence]) -> Fact | None:
    """A licence that stands in the article: one in the footer is the site's own."""
    around = {Region.FOOTER, Region.ASIDE, Region.CAPTION}
    return next(
        (Fact(item.licence, item) for item in evidence if item.licence and item.visible and item.region not in around),
        None,
    )


def _disclaimer(evidence: Sequence[Evidence]) -> Fact | None:
    """The statement about this article's origin or rights, as it stands."""
    stated = (item for item in evidence if item.visible and item.statement and not item.dangling)
    best = max(stated, key=lambda item: (item.weight, item.kind is EvidenceKind.CREDIT, len(item.text)), default=None)
    if (
        best is None
        and (licence := _licence(evidence)) is not None
        and _names_source_beside(licence.evidence, evidence)
    ):
        best = licence.evidence
    return Fact(best.text, best) if best is not None else None


def _names_source_beside(licence: Evidence, evidence: Sequence[Evidence]) -> bool:
    """Whether the block that names a licence names the source as well: alone, it can be the site's own licence."""
    where = licence.place[:2]
    return any(item.outlet and item.weight > 0 and item.place[:2] == where for item in evidence)
