"""Whole pages in many languages: copies are known for what they are, and a site's own pages are left alone."""

from __future__ import annotations

import pytest

from attribution_lint.model import Status
from tests.evidence.builders import OWN_NAME, judge, markup
from tests.evidence.samples import SAMPLES, Sample

LAYOUTS = {
    "one block": "<p>{label}: {value}</p>",
    "full-width colon": "<p>{label}：{value}</p>",
    "siblings": "<div><div>{label}:</div><div>{value}</div></div>",
    "definition": "<dl><dt>{label}:</dt><dd>{value}</dd></dl>",
    "cells": "<table><tr><td>{label}:</td><td>{value}</td></tr></table>",
    "spans": "<p><span>{label}:</span> <span>{value}</span></p>",
    "bold": "<p><strong>{label}:</strong> {value}</p>",
}

by_language = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.language)


def page(sample: Sample, **parts: str) -> str:
    """A page of that language."""
    return markup(language=sample.language, title=sample.title, text=sample.text, **parts)


@by_language
@pytest.mark.parametrize("where", ["above", "below"])
def test_credit_sentence(sample: Sample, where: str) -> None:
    """A credit sentence with a linked outlet gives all three: link, outlet, statement."""
    judged = judge(page(sample, **{where: f"<p>{sample.credit.format(link=sample.link)}</p>"}))
    assert judged.status is Status.REPUBLISHED
    assert judged.has_link
    assert judged.outlet is not None
    assert judged.outlet.value == sample.outlet
    assert judged.disclaimer is not None


@by_language
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_label_and_linked_value(sample: Sample, layout: str) -> None:
    """A source label with a linked outlet behind it, over element borders, gives outlet and link but no statement."""
    judged = judge(page(sample, below=layout.format(label=sample.label, value=sample.link)))
    assert judged.status is Status.REPUBLISHED
    assert judged.has_link
    assert judged.outlet is not None
    assert judged.outlet.value == sample.outlet
    assert judged.disclaimer is None


@by_language
@pytest.mark.parametrize("number", [0, 1, 2])
@pytest.mark.parametrize("where", ["above", "below"])
def test_lines_of_own_pages(sample: Sample, number: int, where: str) -> None:
    """A date, a reservation of rights and a quoted agency make no copy."""
    assert judge(page(sample, **{where: f"<p>{sample.own[number]}</p>"})).status is Status.OWN


@by_language
def test_plain_text(sample: Sample) -> None:
    """Running text alone says nothing about its origin."""
    judged = judge(page(sample))
    assert judged.status is Status.OWN
    assert not judged.reasons


@by_language
def test_self_credit(sample: Sample) -> None:
    """A credit that names the site itself makes no copy."""
    own = f'<a href="https://www.hilltopgazette.example/2024/other.html">{OWN_NAME}</a>'
    assert judge(page(sample, below=f"<p>{sample.credit.format(link=own)}</p>")).status is Status.OWN


@by_language
def test_source_label_with_own_name(sample: Sample) -> None:
    """A source label before the site's own name makes no copy."""
    assert judge(page(sample, below=f"<p>{sample.label}: {OWN_NAME}</p>")).status is Status.OWN


@by_language
def test_credit_in_a_comment(sample: Sample) -> None:
    """What a reader writes under the article credits nothing of the site's."""
    credit = sample.credit.format(link=sample.link)
    comment = f'<section id="comments" class="comments"><div class="comment"><p>{credit}</p></div></section>'
    assert judge(page(sample, around=comment)).status is Status.OWN


@by_language
def test_credit_of_a_related_item(sample: Sample) -> None:
    """The credit of another article's teaser is not this one's."""
    related = f'<aside class="related"><h3>…</h3><p>{sample.credit.format(link=sample.link)}</p></aside>'
    assert judge(page(sample, around=related)).status is Status.OWN
