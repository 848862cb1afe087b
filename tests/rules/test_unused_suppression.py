"""`unused-suppression`, beyond its examples."""

from __future__ import annotations

import pytest

from attribution_lint.config import PageConfig
from attribution_lint.engine import check, load_knowledge
from attribution_lint.source import Source


@pytest.mark.parametrize(
    ("path", "text", "form"),
    [
        ("a.html", "<!-- attribution-lint: ignore[original-url] --><p>x", "<!-- attribution-lint: ignore["),
        ("a.html", '<p data-attribution-lint-ignore="original-url">x', 'data-attribution-lint-ignore="original-url: '),
        ("a.md", "---\nattribution-lint: {ignore: original-url}\n---\nx\n", "attribution-lint: {ignore: {original-url"),
        ("a.md", "---\nattribution-lint: {ignored: x}\n---\nx\n", "attribution-lint: {ignore: {original-url"),
    ],
)
def test_advice_is_in_the_form_of_the_place(path: str, text: str, form: str) -> None:
    """Who wrote an attribute is shown an attribute."""
    report = check(Source(path, text, "utf-8"), PageConfig(), load_knowledge())
    assert [finding.rule for finding in report.findings] == ["unused-suppression"]
    assert form in report.findings[0].help
