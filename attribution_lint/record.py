"""What `check` keeps of a page: as much as its report shows, as a value and as the bytes of a cache.

Of the page's text it holds what findings and facts say; the windows on source lines are cut anew from the page.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from attribution_lint.locate import Locator
from attribution_lint.model import (
    EXCERPT_WIDTH,
    NOWHERE,
    Attribution,
    Evidence,
    EvidenceKind,
    Excerpt,
    Fact,
    Finding,
    Kind,
    Label,
    LinkQuality,
    PageReport,
    Region,
    Severity,
    Span,
    Status,
    Suppressed,
    SuppressedBy,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

_SOMEWHERE = Evidence(EvidenceKind.METADATA, "", Region.HEAD, NOWHERE)
"""Stands for evidence that no report of `check` shows."""
_FACTS = ("original_url", "outlet", "outlet_hint", "author", "licence", "disclaimer")


class RecordError(Exception):
    """The bytes are no record, or not that of this page."""


def needs_record(page: PageReport) -> bool:
    """Whether there is anything to tell of a page: own pages without findings are only counted."""
    return bool(page.findings or page.suppressed) or page.attribution.status is not Status.OWN


def shortened(page: PageReport) -> PageReport:
    """A page without what no report of `check` shows: thousands of them are kept until the end of a run."""
    attribution = page.attribution
    link = attribution.link_evidence
    return PageReport(
        page.path,
        Attribution(
            attribution.status,
            attribution.confidence,
            original_url=_shortened(attribution.original_url),
            original_url_in=attribution.original_url_in,
            link=attribution.link,
            link_evidence=None if link is None else replace(_SOMEWHERE, url=link.url),
            outlet=_shortened(attribution.outlet),
            outlet_hint=_shortened(attribution.outlet_hint),
            author=_shortened(attribution.author),
            licence=_shortened(attribution.licence),
            disclaimer=_shortened(attribution.disclaimer),
            wire=attribution.wire,
            kind=attribution.kind,
        ),
        findings=page.findings,
        suppressed=page.suppressed,
        headline=page.headline,
    )


def _shortened(fact: Fact | None) -> Fact | None:
    return None if fact is None else Fact(fact.value, _SOMEWHERE)


def to_bytes(page: PageReport) -> bytes:
    """The record of a shortened page."""
    attribution = page.attribution
    link = attribution.link_evidence
    table = {
        "status": attribution.status,
        "confidence": attribution.confidence,
        "in": attribution.original_url_in,
        "link": attribution.link,
        "address": None if link is None else [link.url],
        "wire": attribution.wire,
        "kind": attribution.kind,
        "facts": [fact.value if (fact := getattr(attribution, name)) else None for name in _FACTS],
        "headline": page.headline,
        "findings": [_row(finding) for finding in page.findings],
        "suppressed": [[_row(item.finding), item.by, item.reason, item.where] for item in page.suppressed],
    }
    return json.dumps(table, separators=(",", ":")).encode()


def from_bytes(record: bytes, path: str, text: str | None) -> PageReport:
    """The page that a record was made of; `text` is its source, None where no window on it is needed.

    Raises:
        RecordError: the bytes are no record. Whoever may write the linted site may have written them.
    """
    try:
        table = json.loads(record)
        locator = None if text is None else Locator(text)
        address = table["address"]
        original_url, outlet, outlet_hint, author, licence, disclaimer = map(_fact, table["facts"])
        attribution = Attribution(
            Status(table["status"]),
            _share(table["confidence"]),
            original_url=original_url,
            original_url_in=tuple(map(_string, table["in"])),
            link=LinkQuality(table["link"]),
            link_evidence=None if address is None else replace(_SOMEWHERE, url=_string_or_none(address[0])),
            outlet=outlet,
            outlet_hint=outlet_hint,
            author=author,
            licence=licence,
            disclaimer=disclaimer,
            wire=bool(table["wire"]),
            kind=None if table["kind"] is None else Kind(table["kind"]),
        )
        headline = _string(table["headline"])
        findings = tuple(_finding(row, path, locator) for row in table["findings"])
        suppressed = tuple(
            Suppressed(_finding(row, path, locator), SuppressedBy(by), _string(reason), _string(where))
            for row, by, reason, where in table["suppressed"]
        )
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError) as error:
        raise RecordError(str(error)) from error
    return PageReport(path, attribution, findings=findings, suppressed=suppressed, headline=headline)


def _row(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "help": finding.help,
        "primary": _mark(finding.primary),
        "because": None if finding.because is None else _mark(finding.because),
        "snippet": finding.snippet,
        "backing": finding.backing,
        "fingerprint": finding.fingerprint,
        "about_directive": finding.about_directive,
    }


def _mark(label: Label) -> list[object]:
    span = label.span
    return [span.line, span.column, span.end_line, span.end_column, label.text]


def _finding(row: Mapping[str, Any], path: str, locator: Locator | None) -> Finding:
    return Finding(
        path=path,
        rule=_string(row["rule"]),
        severity=Severity(row["severity"]),
        message=_string(row["message"]),
        help=_string(row["help"]),
        primary=_label(row["primary"], locator),
        because=None if row["because"] is None else _label(row["because"], locator),
        snippet=_string_or_none(row["snippet"]),
        backing=tuple(map(_string, row["backing"])),
        fingerprint=_string(row["fingerprint"]),
        about_directive=bool(row["about_directive"]),
    )


def _label(mark: list[Any], locator: Locator | None) -> Label:
    *numbers, text = mark
    if not all(type(number) is int and number > 0 for number in numbers):
        raise ValueError("a span counts from 1")
    span = Span(*numbers)
    window = Excerpt(span.line, span.column, "") if locator is None else locator.excerpt(span, EXCERPT_WIDTH)
    return Label(span, _string(text), window)


def _fact(value: object) -> Fact | None:
    return None if value is None else Fact(_string(value), _SOMEWHERE)


def _share(value: float) -> float:
    if not 0 <= value <= 1:
        raise ValueError("a number from 0 to 1 is wanted")
    return float(value)


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is wanted")
    return value


def _string_or_none(value: object) -> str | None:
    return None if value is None else _string(value)
