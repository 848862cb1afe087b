"""A baseline laid over reports: what it hides, what it shows, and what becomes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution_lint.baseline import NAMELESS, NEVER_TAKEN, Entries, Entry, Seen, entries_of, fit, pruned, renewed
from attribution_lint.model import (
    Attribution,
    Excerpt,
    Finding,
    Label,
    PageReport,
    Problem,
    Report,
    Severity,
    Span,
    StaleEntry,
    Status,
    Suppressed,
    SuppressedBy,
)
from attribution_lint.suppression import JUDGE

RULES = ("original-url", "source-outlet", "unknown-here")
PATHS = ("a.html", "b.html", "notes/a.html", "notes/c.html")
FINDINGS = st.dictionaries(
    st.tuples(st.sampled_from(PATHS), st.sampled_from(RULES)), st.lists(st.sampled_from("xyz"), min_size=1, max_size=3)
)
"""By page and rule, the texts that are marked."""


def finding(path: str, rule: str, text: str, line: int = 1) -> Finding:
    """A finding that marks a text."""
    span = Span(line, 1, line, 1 + len(text))
    return Finding(path, rule, Severity.ERROR, "m", "h", Label(span, "", Excerpt(line, 1, text)))


def report_of(found: Mapping[tuple[str, str], Iterable[str]], line: int = 1) -> Report:
    """A report that finds what is said, all of it from a line on."""
    pages = [
        PageReport(
            path,
            Attribution(Status.REPUBLISHED, 1.0),
            findings=tuple(
                finding(path, rule, text, line + number)
                for (page, rule), texts in found.items()
                if page == path
                for number, text in enumerate(texts)
            ),
        )
        for path in sorted({path for path, _ in found})
    ]
    return Report(tuple(pages))


def everything(entries: Entries, *gone: str) -> Seen:
    """What a run over the whole site knows; all pages but those are there."""
    lost = frozenset(gone) & entries.keys()
    return Seen(frozenset(entries.keys() - lost), lost, lost, frozenset(RULES))


def fitted(report: Report, entries: Entries, *gone: str) -> Report:
    """A report of a run over the whole site with the baseline laid over it."""
    return fit(report, entries, everything(entries, *gone), "b.json")


def shown(report: Report) -> list[tuple[str, str]]:
    """Path and rule of what is shown."""
    return [(item.path, item.rule) for item in report.findings]


@given(FINDINGS)
def test_what_was_there_is_not_shown(found: dict[tuple[str, str], list[str]]) -> None:
    """The baseline of a report leaves none of its findings, wherever they have moved to, and all are still known."""
    report = report_of(found)
    after = fitted(report_of(found, line=99), entries_of(report))
    assert not after.findings
    assert [item.by for item in after.suppressed] == [SuppressedBy.BASELINE] * len(report.findings)
    assert after.baseline is not None
    assert (after.baseline.path, after.baseline.stale, after.baseline.renamed) == ("b.json", (), ())


@given(FINDINGS, st.sampled_from(PATHS), st.sampled_from(RULES))
def test_a_new_finding_shows_all_of_its_kind(found: dict[tuple[str, str], list[str]], path: str, rule: str) -> None:
    """One more finding shows all of that page and rule, for nobody knows which is the new one; and nothing else."""
    more = {**found, (path, rule): [*found.get((path, rule), ()), "new"]}
    after = fitted(report_of(more), entries_of(report_of(found)))
    assert shown(after) == [(path, rule)] * len(more[path, rule])


@given(FINDINGS, FINDINGS, st.sets(st.sampled_from(PATHS)))
def test_pruning_changes_nothing_that_is_shown(
    before: dict[tuple[str, str], list[str]], today: dict[tuple[str, str], list[str]], gone: set[str]
) -> None:
    """A pruned baseline shows what it showed before, allows nobody more, is not stale, and is pruned no further."""
    report = report_of({key: texts for key, texts in today.items() if key[0] not in gone})
    entries = entries_of(report_of(before))
    after = pruned(report, entries, everything(entries, *gone))
    was, now = fitted(report, entries, *gone), fitted(report, after, *gone)
    assert shown(now) == shown(was)
    assert now.baseline is not None
    assert was.baseline is not None
    assert not now.baseline.stale
    origin = {new: old for old, new in was.baseline.renamed}
    for path, entry in after.items():
        allowed = Counter(entries.get(path, Entry({})).counts) | Counter(
            entries.get(origin.get(path, ""), Entry({})).counts
        )
        assert Counter(entry.counts) <= allowed
    assert pruned(report, after, everything(after, *gone)) == after


@given(FINDINGS, FINDINGS)
def test_a_baseline_of_the_whole_site_is_of_today(
    before: dict[tuple[str, str], list[str]], today: dict[tuple[str, str], list[str]]
) -> None:
    """Written over a run that read all pages, nothing of the old one is left."""
    entries = entries_of(report_of(before))
    assert renewed(report_of(today), entries, everything(entries)) == entries_of(report_of(today))


def test_pages_outside_of_the_run_keep_theirs() -> None:
    """A baseline that is written or pruned for a part of the site leaves the rest as it is."""
    entries = {"a.html": Entry({"original-url": 2}, "d"), "b.html": Entry({"original-url": 1}, "e")}
    seen = Seen(read=frozenset({"a.html"}), rules=frozenset(RULES))
    report = report_of({("a.html", "source-outlet"): "x"})
    assert renewed(report, entries, seen) == {**entries, **entries_of(report)}
    assert pruned(report, entries, seen) == {"b.html": entries["b.html"]}
    state = fit(report, entries, seen, "b.json").baseline
    assert state is not None
    assert [entry.path for entry in state.stale] == ["a.html"]


def test_rules_outside_of_the_run_keep_theirs() -> None:
    """So do rules that the command line left out, or that are not installed here: nothing is known of them."""
    entries = {"a.html": Entry({"original-url": 2, "acme": 1}, "d")}
    seen = Seen(read=frozenset({"a.html"}), rules=frozenset({"original-url"}))
    assert pruned(Report(), entries, seen) == {"a.html": Entry({"acme": 1})}
    report = report_of({("a.html", "original-url"): "xyz"})
    assert renewed(report, entries, seen) == {"a.html": Entry({"original-url": 3, "acme": 1})}
    state = fit(Report(), entries, seen, "b.json").baseline
    assert state is not None
    assert state.stale == (StaleEntry("a.html", "original-url", 2, 0),)


def test_what_is_gone_from_elsewhere() -> None:
    """A page that is gone from a part of the site that was not asked for may come back: that part may not be built."""
    entries = {"fr/a.html": Entry({"original-url": 1}, "d")}
    seen = Seen(gone=frozenset(entries), rules=frozenset(RULES))
    assert pruned(Report(), entries, seen) == renewed(Report(), entries, seen) == entries
    state = fit(Report(), entries, seen, "b.json").baseline
    assert state is not None
    assert not state.stale


def test_stale() -> None:
    """What is allowed and not found is told, also of pages that are gone; a run that was interrupted cannot tell."""
    entries = {"b.html": Entry({"original-url": 3, "source-outlet": 1}), "a.html": Entry({"acme": 1}, "d")}
    report = report_of({("b.html", "original-url"): "xx"})
    after = fitted(report, entries, "a.html")
    assert not after.findings
    assert after.baseline is not None
    assert after.baseline.stale == (
        StaleEntry("a.html", "acme", 1, 0),
        StaleEntry("b.html", "original-url", 3, 2),
        StaleEntry("b.html", "source-outlet", 1, 0),
    )
    interrupted = fitted(replace(report, unchecked=1), entries, "a.html")
    assert interrupted.baseline is not None
    assert not interrupted.baseline.stale


class TestRenamed:
    """A page that is known again under another path."""

    def test_covered(self) -> None:
        """Its findings stay covered, it is told, and its old entry is not stale."""
        entries = entries_of(report_of({("a.html", "original-url"): "xy"}))
        after = fitted(report_of({("z/z.html", "original-url"): "yx"}, line=7), entries, "a.html")
        assert not after.findings
        assert after.baseline is not None
        assert (after.baseline.stale, after.baseline.renamed) == ((), (("a.html", "z/z.html"),))

    def test_takes_its_entry_along(self) -> None:
        """A baseline that is pruned or written anew knows it by its new path."""
        entries = entries_of(report_of({("a.html", "original-url"): "xy"}))
        report = report_of({("z.html", "original-url"): "xy"})
        seen = everything(entries, "a.html")
        assert pruned(report, entries, seen) == renewed(report, entries, seen) == entries_of(report)

    def test_with_a_new_finding(self) -> None:
        """What is new on it, by another rule, is shown."""
        entries = entries_of(report_of({("a.html", "original-url"): "xy"}))
        report = report_of({("z.html", "original-url"): "xy", ("z.html", "source-outlet"): "x"})
        assert shown(fitted(report, entries, "a.html")) == [("z.html", "source-outlet")]

    @pytest.mark.parametrize("texts", ["xz", "x", "xyy", ""])
    def test_another_text(self, texts: str) -> None:
        """A page that marks other texts is another page."""
        entries = entries_of(report_of({("a.html", "original-url"): "xy"}))
        after = fitted(report_of({("z.html", "original-url"): texts}), entries, "a.html")
        assert len(after.findings) == len(texts)
        assert after.baseline is not None
        assert not after.baseline.renamed

    def test_a_copy(self) -> None:
        """As long as the old page is there, the new one is another."""
        entries = entries_of(report_of({("a.html", "original-url"): "x"}))
        report = report_of({("a.html", "original-url"): "x", ("z.html", "original-url"): "x"})
        assert shown(fitted(report, entries)) == [("z.html", "original-url")]

    def test_two_candidates(self) -> None:
        """One of the same file name comes first, then the first by path; each takes the entry of one page only."""
        entries = entries_of(report_of({("old/a.html", "original-url"): "x", ("old/z.html", "original-url"): "x"}))
        new = {(path, "original-url"): "x" for path in ("new/b.html", "new/c.html", "new/z.html")}
        after = fitted(report_of(new), entries, *entries)
        assert after.baseline is not None
        assert after.baseline.renamed == (("old/a.html", "new/b.html"), ("old/z.html", "new/z.html"))
        assert shown(after) == [("new/c.html", "original-url")]

    def test_over_another(self) -> None:
        """A page that was moved over another one is covered by what it brought along."""
        before = {("a.html", "original-url"): "xy", ("b.html", "original-url"): "z"}
        entries = entries_of(report_of(before))
        report = report_of({("b.html", "original-url"): "xy"})
        assert not fitted(report, entries, "a.html").findings
        assert pruned(report, entries, everything(entries, "a.html")) == entries_of(report)

    def test_a_forged_digest(self) -> None:
        """A digest opens no door wider than the counts beside it."""
        (entry,) = entries_of(report_of({("a.html", "original-url"): "xy"})).values()
        report = report_of({("z.html", "original-url"): "xy"})
        assert fitted(report, {"a.html": replace(entry, counts={"original-url": 1})}, "a.html").findings

    def test_many(self) -> None:
        """A folder of pages that all mark the same text is moved in no time."""
        before = {(f"old/{number}.html", "original-url"): "x" for number in range(3000)}
        today = {(f"new/{number}.html", "original-url"): "x" for number in range(3000)}
        entries = entries_of(report_of_many(before))
        after = fitted(report_of_many(today), entries, *entries)
        assert after.baseline is not None
        assert len(after.baseline.renamed) == 3000
        assert all(old.removeprefix("old") == new.removeprefix("new") for old, new in after.baseline.renamed)


def report_of_many(found: Mapping[tuple[str, str], str]) -> Report:
    """A report with a finding a page."""
    attribution = Attribution(Status.REPUBLISHED, 1.0)
    return Report(
        tuple(PageReport(path, attribution, (), (finding(path, rule, text),)) for (path, rule), text in found.items())
    )


def test_unused_suppressions_are_never_taken() -> None:
    """They say that a record is out of date, which is no reason for another record."""
    assert JUDGE in NEVER_TAKEN
    report = report_of({("a.html", "unused-suppression"): "x", ("a.html", "original-url"): "y"})
    entries = entries_of(report)
    assert entries["a.html"].counts == {"original-url": 1}
    assert shown(fitted(report, entries)) == [("a.html", "unused-suppression")]
    assert shown(fitted(report, {"a.html": Entry({"unused-suppression": 5})})) == shown(report)


def test_what_stands_on_no_page() -> None:
    """Findings in a configuration file, and on a page without a path, are never covered."""
    report = replace(
        report_of({(NAMELESS, "original-url"): "x"}), beside=(finding("attribution-lint.toml", "original-url", "y"),)
    )
    assert entries_of(report) == {}
    everywhere = {path: Entry({"original-url": 9}) for path in (NAMELESS, "attribution-lint.toml")}
    assert len(fitted(report, everywhere).findings) == 2


def test_other_suppressions_stay() -> None:
    """What a page suppresses itself does not count, and is not lost."""
    report = report_of({("a.html", "original-url"): "xy"})
    (page,) = report.pages
    own = Suppressed(page.findings[0], SuppressedBy.COMMENT, "agreed by mail")
    report = Report((replace(page, findings=page.findings[1:], suppressed=(own,)),), (Problem("b.html", "empty"),))
    entries = entries_of(report)
    assert entries["a.html"].counts == {"original-url": 1}
    after = fitted(report, entries)
    assert [item.by for item in after.suppressed] == [SuppressedBy.COMMENT, SuppressedBy.BASELINE]
    assert after.problems == report.problems
    assert after.pages[0].excused
