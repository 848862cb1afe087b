"""The three owed items say what is there, what is missing, and what is not owed."""

from __future__ import annotations

from dataclasses import replace

from attribution_lint.model import Attribution, LinkQuality, Severity, Status
from attribution_lint.report.owed import State, origin, owed_items

from .builders import complete, fact, finding, page


def test_complete_page() -> None:
    """All three are met, with what was found."""
    link, outlet, disclaimer = owed_items(page())
    assert [item.state for item in (link, outlet, disclaimer)] == [State.MET] * 3
    assert link.found == "https://www.reuters.com/article/1"
    assert (outlet.found, outlet.remark) == ("Reuters", "(author: Jane Doe)")
    assert disclaimer.found == "“© 2024 Reuters”"


def test_all_missing() -> None:
    """A finding of each rule makes its item a missing one."""
    findings = [finding(rule) for rule in ("original-url", "source-outlet", "copyright-disclaimer")]
    items = owed_items(page(*findings, attribution=Attribution(Status.REPUBLISHED, 0.9)))
    assert [(item.state, item.remark, item.found) for item in items] == [
        (State.MISSING, "none on the page", ""),
        (State.MISSING, "not named", ""),
        (State.MISSING, "none on the page", ""),
    ]


def test_link_that_is_not_good_enough() -> None:
    """What stands in the place of the link is shown, with what is wrong with it."""
    attribution = Attribution(
        Status.REPUBLISHED, 0.9, original_url=fact("https://www.reuters.com/"), link=LinkQuality.HOMEPAGE
    )
    link, _, _ = owed_items(page(finding("original-url"), attribution=attribution))
    assert (link.remark, link.found) == ("leads to a home or section page only:", "https://www.reuters.com/")


def test_outlet_given_away() -> None:
    """An outlet that only links betray is missing, and named."""
    attribution = Attribution(Status.REPUBLISHED, 0.9, outlet_hint=fact("Reuters"))
    _, outlet, _ = owed_items(page(finding("source-outlet"), attribution=attribution))
    assert (outlet.state, outlet.found) == (State.MISSING, "Reuters")
    assert origin(attribution) == "Reuters"


def test_wire_copy_owes_no_link() -> None:
    """A note does not make the link of agency copy a missing one."""
    attribution = replace(complete(), original_url=None, original_url_in=(), link=LinkQuality.NONE, wire=True)
    link, _, _ = owed_items(page(finding("original-url", severity=Severity.NOTE), attribution=attribution))
    assert (link.state, link.remark) == (State.NOT_OWED, "not owed: agency copy has no public original")


def test_excerpt_owes_no_disclaimer() -> None:
    """An excerpt without a disclaimer lacks nothing."""
    attribution = replace(complete(Status.EXCERPT), disclaimer=None)
    _, _, disclaimer = owed_items(page(attribution=attribution))
    assert (disclaimer.state, disclaimer.remark) == (State.NOT_OWED, "not owed by an excerpt")


def test_ignored_rule() -> None:
    """What no rule looked at is neither met nor missing."""
    items = owed_items(page(attribution=Attribution(Status.REPUBLISHED, 0.9)))
    assert {(item.state, item.remark) for item in items} == {(State.NOT_OWED, "not checked")}


def test_licence_counts() -> None:
    """A licence alone is shown in the place of the disclaimer, and beside it where both are there."""
    alone = replace(complete(), disclaimer=None, licence=fact("CC-BY-4.0"))
    both = replace(complete(), licence=fact("CC-BY-4.0"))
    assert owed_items(page(attribution=alone))[2].found == "CC-BY-4.0"
    assert owed_items(page(attribution=both))[2].remark == "(CC-BY-4.0)"
