"""A baseline: what was found when the tool came to an old site, so that only what is new is shown.

It counts findings by page and rule and never knows a line, so that it holds when text moves. It is laid over a finished
report: no page is checked in another way because of it.
"""

from __future__ import annotations

import hashlib
import posixpath
from collections import Counter, deque
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from attribution_lint.model import BaselineState, Finding, PageReport, Report, StaleEntry, Suppressed, SuppressedBy

NEVER_TAKEN = frozenset({"unused-suppression"})
"""Rules whose findings say that a record of old debts is out of date, and are no debts themselves."""
NAMELESS = "<stdin>"
"""The path of a page that has none."""
_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Entry:
    """What a baseline allows one page."""

    counts: Mapping[str, int] = field(hash=False)
    """By rule, each at least 1. As many findings are not shown; of more, all are."""
    digest: str = ""
    """Of the page's headline and the texts that those findings mark, to know it again under another path; "" where
    unknown."""


Entries = Mapping[str, Entry]
"""A baseline, by the paths of its pages."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a run knows of the pages of a baseline."""

    read: frozenset[str] = frozenset()
    """Those that were read to their end."""
    gone: frozenset[str] = frozenset()
    """Those that are not on the disk any more."""
    missed: frozenset[str] = frozenset()
    """Those of them beneath a folder that was asked for: of the rest of the site, a part may not be built yet."""
    rules: frozenset[str] = frozenset()
    """The rules that the command line left to run: what others would find is not known."""
    governed_by: Mapping[str, str | None] = field(default_factory=dict, hash=False)
    """By path, the baseline that governs a page, where it is not the same for all; None where there is none."""


def entries_of(report: Report) -> dict[str, Entry]:
    """The baseline that leaves no finding of a report."""
    return {
        path: Entry(counts, found.digest(counts)) for path, found in _found(report).items() for counts in [found.counts]
    }


def fit(report: Report, entries: Entries, seen: Seen, shown: str) -> Report:
    """Lay a baseline over a report; `shown` is the path to name the baseline by."""
    found = _found(report)
    renamed = _renamed(found, entries, seen)
    allowed = _moved(entries, renamed)
    pages = tuple(_fit_page(page, found.get(page.path, _NOTHING), allowed.get(page.path)) for page in report.pages)
    stale = () if report.unchecked else tuple(sorted(_stale(found, entries, seen, renamed), key=_by_path))
    return replace(report, pages=pages, baseline=BaselineState(shown, stale, tuple(sorted(renamed.items()))))


def renewed(report: Report, entries: Entries, seen: Seen) -> dict[str, Entry]:
    """The baseline that leaves no finding of a report, and allows all pages that the run did not read what they had."""
    found = _found(report)
    before = _moved(entries, _renamed(found, entries, seen))
    after = {path: entry for path, entry in before.items() if path not in seen.missed}
    for path in sorted({*found, *(seen.read & after.keys())}):
        old = before.get(path, Entry({}))
        # Rules that did not run keep what they have.
        kept = {rule: count for rule, count in old.counts.items() if rule not in seen.rules}
        now = found.get(path, _NOTHING)
        after[path] = now.entry({**kept, **now.counts}, old)
    return {path: entry for path, entry in after.items() if entry.counts}


def pruned(report: Report, entries: Entries, seen: Seen) -> dict[str, Entry]:
    """The baseline without what is no longer needed; what a report shows by it and without that is the same.

    A renamed page takes its entry along. No page is allowed more than it, or the page that it was, had before.
    """
    found = _found(report)
    renamed = _renamed(found, entries, seen)
    known = seen.read | set(renamed.values())
    after = {}
    for path, entry in _moved(entries, renamed).items():
        if path in seen.missed:
            continue
        if path not in known:
            after[path] = entry
            continue
        now = found.get(path, _NOTHING)
        counts = {
            rule: min(count, now.counts.get(rule, 0)) if rule in seen.rules else count
            for rule, count in entry.counts.items()
        }
        after[path] = now.entry({rule: count for rule, count in counts.items() if count}, entry)
    return {path: entry for path, entry in after.items() if entry.counts}


@dataclass(frozen=True, slots=True)
class _Found:
    """What is found on a page that a baseline can cover."""

    headline: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """By rule."""
        return dict(sorted(Counter(finding.rule for finding in self.findings).items()))

    def digest(self, rules: Collection[str]) -> str:
        """What tells the page and its findings of those rules from other pages: neither path nor line.

        All pages of one outlet may have the same credit under them: what they are headed by is their own.
        """
        texts = sorted(f"{item.rule}\0{item.primary.marked}" for item in self.findings if item.rule in rules)
        known = "\0\0".join((" ".join(self.headline.split()), *texts))
        return hashlib.sha256(known.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]

    def entry(self, counts: Mapping[str, int], old: Entry) -> Entry:
        """An entry with its digest, as far as that is known."""
        if all(self.counts.get(rule, 0) == count for rule, count in counts.items()):
            return Entry(counts, self.digest(counts))
        return Entry(counts, old.digest if counts == old.counts else "")

    def covered(self, entry: Entry | None) -> set[str]:
        """The rules of which an entry allows as many findings as there are."""
        if entry is None:
            return set()
        return {rule for rule, number in self.counts.items() if number <= entry.counts.get(rule, 0)}


_NOTHING = _Found()


def _found(report: Report) -> dict[str, _Found]:
    """By path, what a baseline can cover; pages without anything are left out."""
    found: dict[str, _Found] = {}
    for page in report.pages:
        findings = tuple(finding for finding in page.findings if finding.rule not in NEVER_TAKEN)
        if findings and page.path != NAMELESS:
            before = found.get(page.path, _NOTHING)
            found[page.path] = _Found(before.headline or page.headline, (*before.findings, *findings))
    return found


def _fit_page(page: PageReport, found: _Found, entry: Entry | None) -> PageReport:
    covered = found.covered(entry)
    if not covered:
        return page
    suppressed = (Suppressed(finding, SuppressedBy.BASELINE) for finding in page.findings if finding.rule in covered)
    return replace(
        page,
        findings=tuple(finding for finding in page.findings if finding.rule not in covered),
        suppressed=(*page.suppressed, *suppressed),
    )


def _renamed(found: Mapping[str, _Found], entries: Entries, seen: Seen) -> dict[str, str]:
    """The new paths of pages that are gone, by their old ones; no baseline covers a page that it does not govern.

    Of several that it can be, it is one of the same file name if there is any, then the first by path.
    """
    lost = sorted(path for path in seen.gone if entries[path].digest and entries[path].counts.keys() <= seen.rules)
    if not lost:
        return {}
    new = [path for path in sorted(found) if len(found[path].covered(entries.get(path))) < len(found[path].counts)]
    rule_sets = {frozenset(entries[path].counts) for path in lost}
    governor = seen.governed_by.get
    marks = [(path, (governor(path), rules, found[path].digest(rules))) for rules in rule_sets for path in new]
    renamed: dict[str, str] = {}
    taken: set[str] = set()
    for name in (posixpath.basename, lambda _: ""):
        waiting: dict[object, deque[str]] = {}
        for path, mark in marks:
            waiting.setdefault((mark, name(path)), deque()).append(path)
        for path in lost:
            if path in renamed:
                continue
            entry = entries[path]
            mark = (governor(path), frozenset(entry.counts), entry.digest)
            queue = waiting.get((mark, name(path)), deque())
            while queue and queue[0] in taken:
                queue.popleft()
            # A digest that was edited, or merged wrongly, opens no door wider than the counts do.
            if queue and entry.counts.keys() <= found[queue[0]].covered(entry):
                renamed[path] = queue.popleft()
                taken.add(renamed[path])
    return renamed


def _moved(entries: Entries, renamed: Mapping[str, str]) -> dict[str, Entry]:
    """A baseline with the new paths of renamed pages."""
    moved = {path: entry for path, entry in entries.items() if path not in renamed}
    for old, new in renamed.items():
        there = moved.get(new, Entry({}))
        most = Counter(there.counts) | Counter(entries[old].counts)
        moved[new] = Entry(dict(sorted(most.items())), entries[old].digest)
    return moved


def _stale(
    found: Mapping[str, _Found], entries: Entries, seen: Seen, renamed: Mapping[str, str]
) -> Iterator[StaleEntry]:
    told = seen.read | seen.missed
    for path, entry in entries.items():
        if path in renamed or path not in told:
            continue
        counts = found.get(path, _NOTHING).counts
        for rule, allowed in entry.counts.items():
            number = counts.get(rule, 0)
            if number < allowed and (rule in seen.rules or path in seen.missed):
                yield StaleEntry(path, rule, allowed, number)


def _by_path(entry: StaleEntry) -> tuple[str, str]:
    return entry.path, entry.rule
