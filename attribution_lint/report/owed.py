"""The three things that a republished page owes its reader, each with what was found of it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from attribution_lint.model import Attribution, LinkQuality, PageReport, Severity, Status


class State(StrEnum):
    """How a page stands to one of the things it may owe."""

    MET = "met"
    MISSING = "missing"
    NOT_OWED = "not-owed"
    """Not owed by this kind of page, not checked, or excused."""


@dataclass(frozen=True, slots=True)
class OwedItem:
    """One of the three things, as one page has it."""

    name: str
    state: State
    remark: str
    """In words: what was found, or what is wrong with it; "" where `found` says all."""
    found: str = ""
    """The address, outlet or statement as it stands on the page; "" where there is none."""


_LINK_REMARKS = {
    LinkQuality.ARTICLE: "not accepted as a link to the original:",
    LinkQuality.HOMEPAGE: "leads to a home or section page only:",
    LinkQuality.INTERNAL: "leads to another page of this site only:",
    LinkQuality.EMPTY: "the link has no target",
    LinkQuality.TEXT: "the address is printed, but is no link:",
    LinkQuality.HEAD_ONLY: "the address stands only where machines read it:",
    LinkQuality.NONE: "none on the page",
}


_UNCHECKED = "not checked"


def owed_items(page: PageReport) -> tuple[OwedItem, OwedItem, OwedItem]:
    """The link, the outlet and the disclaimer of one page; what its rules found decides what is missing."""
    return _link(page), _outlet(page), _disclaimer(page)


def certainty(attribution: Attribution) -> str:
    """How sure the status is, rounded down: only what is certain is `100 %`."""
    return f"{math.floor(round(attribution.confidence * 100, 6))} %"


def origin(attribution: Attribution) -> str:
    """The outlet that the text comes from, where the page names one or gives it away; otherwise ""."""
    fact = attribution.outlet or attribution.outlet_hint
    return fact.value if fact else ""


def _reported(page: PageReport, rule: str) -> bool:
    return any(finding.rule == rule and finding.severity is not Severity.NOTE for finding in page.findings)


def _absence(page: PageReport, rule: str, otherwise: str) -> str:
    """Why a thing that is not there is not said to be missing."""
    if any(finding.rule == rule for finding in page.findings):
        return otherwise if otherwise != _UNCHECKED else "missing, which is only noted"
    excused = any(item.finding.rule == rule for item in page.suppressed)
    return "missing, but the finding is suppressed" if excused else otherwise


def _link(page: PageReport) -> OwedItem:
    attribution = page.attribution
    evidence = attribution.link_evidence
    found = attribution.original_url.value if attribution.original_url else (evidence.url or "" if evidence else "")
    if _reported(page, "original-url"):
        found = "" if attribution.link in (LinkQuality.EMPTY, LinkQuality.NONE) else found
        remark = _LINK_REMARKS[attribution.link]
        return OwedItem("link to the original", State.MISSING, remark if found else remark.rstrip(":"), found)
    if attribution.has_link:
        return OwedItem("link to the original", State.MET, "", found)
    remark = "not owed: agency copy has no public original" if attribution.wire else _UNCHECKED
    return OwedItem("link to the original", State.NOT_OWED, _absence(page, "original-url", remark))


def _outlet(page: PageReport) -> OwedItem:
    attribution = page.attribution
    if _reported(page, "source-outlet"):
        if attribution.outlet_hint:
            return OwedItem("named outlet", State.MISSING, "not named, but given away:", attribution.outlet_hint.value)
        return OwedItem("named outlet", State.MISSING, "not named")
    if attribution.outlet:
        remark = f"(author: {attribution.author.value})" if attribution.author else ""
        return OwedItem("named outlet", State.MET, remark, attribution.outlet.value)
    return OwedItem("named outlet", State.NOT_OWED, _absence(page, "source-outlet", _UNCHECKED))


def _disclaimer(page: PageReport) -> OwedItem:
    attribution = page.attribution
    name = "copyright disclaimer"
    if _reported(page, "copyright-disclaimer"):
        return OwedItem(name, State.MISSING, "none on the page")
    if attribution.disclaimer:
        remark = f"({attribution.licence.value})" if attribution.licence else ""
        return OwedItem(name, State.MET, remark, f"“{attribution.disclaimer.value}”")
    if attribution.licence:
        return OwedItem(name, State.MET, "", attribution.licence.value)
    remark = "not owed by an excerpt" if attribution.status is Status.EXCERPT else _UNCHECKED
    return OwedItem(name, State.NOT_OWED, _absence(page, "copyright-disclaimer", remark))
