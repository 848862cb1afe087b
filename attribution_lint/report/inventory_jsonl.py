"""`inventory --output-format jsonl`: what was concluded for each page, one JSON object a line."""

from __future__ import annotations

from attribution_lint.model import Fact, Located, PageReport, Report
from attribution_lint.report.machine import dumps
from attribution_lint.report.style import Style


def render(report: Report, style: Style) -> str:
    """Write one line a page, in the order of their paths; the same input gives the same bytes."""
    return "".join(dumps(_page(page)) + "\n" for page in report.pages)


def _value(fact: Fact | None) -> str | None:
    return fact.value if fact else None


def _page(page: PageReport) -> dict[str, object]:
    attribution = page.attribution
    return {
        "path": page.path,
        "status": attribution.status,
        "confidence": round(attribution.confidence, 2),
        "original_url": _value(attribution.original_url),
        "original_url_in": attribution.original_url_in,
        "outlet": _value(attribution.outlet),
        "author": _value(attribution.author),
        "licence": _value(attribution.licence),
        "disclaimer": _value(attribution.disclaimer),
        "kind": attribution.kind,
        "sources": [{"name": source.name, "hand": source.hand} for source in attribution.sources],
        "reasons": attribution.reasons,
        "evidence": [_evidence(located) for located in page.evidence],
    }


def _evidence(located: Located) -> dict[str, object]:
    evidence, span = located.evidence, located.span
    return {
        "kind": evidence.kind,
        "text": evidence.text,
        "region": evidence.region,
        "weight": round(evidence.weight, 2),
        "counts": located.counts,
        "reason": evidence.reason,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
