"""Words that several formats use: why a finding does not count, and how a baseline fits."""

from __future__ import annotations

from attribution_lint.model import BaselineState, PageReport, Report, StaleEntry, Status, Suppressed, SuppressedBy
from attribution_lint.report.owed import origin
from attribution_lint.report.summary import counted

_BY = {
    SuppressedBy.COMMENT: "a comment",
    SuppressedBy.ATTRIBUTE: "an attribute",
    SuppressedBy.FRONT_MATTER: "front matter",
    SuppressedBy.CONFIGURATION: "the configuration",
    SuppressedBy.BASELINE: "the baseline",
}
REFRESH = "run `attribution-lint baseline --prune`, so that it allows no more than there is"


def why(item: Suppressed) -> str:
    """What suppressed a finding, where, and for which reason: `suppressed by a comment: they agreed`."""
    where = f" ({item.where})" if item.where else ""
    return f"suppressed by {_BY[item.by]}{where}" + (f": {item.reason}" if item.reason else "")


def settled_pages(report: Report) -> list[tuple[PageReport, str]]:
    """The republished pages and excerpts that nothing is reported of, each with its verdict."""
    settled = []
    for page in report.pages:
        if page.findings or page.attribution.status is Status.OWN:
            continue
        source = origin(page.attribution)
        verdict = f"{page.attribution.status} from {source}" if source else str(page.attribution.status)
        if page.excused:
            verdict += f", {counted(len(page.suppressed), 'finding')} suppressed"
        settled.append((page, verdict))
    return settled


def stale(entry: StaleEntry) -> str:
    """What is wrong with an entry of a baseline."""
    found = "none is left" if not entry.found else f"only {entry.found:,} {'is' if entry.found == 1 else 'are'} left"
    return f"allows {counted(entry.allowed, 'finding')} of {entry.rule}, and {found}"


def baseline_lines(state: BaselineState | None) -> list[str]:
    """A line for each entry that is stale, and each page that goes by another path now."""
    if state is None:
        return []
    lines = [f"{entry.path}: stale, {stale(entry)}" for entry in state.stale]
    return lines + [f"{old}: now {new}" for old, new in state.renamed]
