"""`any-credit`: a page that is declared somebody else's work credits somebody."""

from collections.abc import Iterator

from attribution_lint import snippets
from attribution_lint.model import EvidenceKind, Severity
from attribution_lint.rule import Invalid, PageFacts, Rule, Valid, Violation, missing

_DECLARED = {"republished": "a republication", "excerpt": "an excerpt"}


def check(facts: PageFacts) -> Iterator[Violation]:
    """Report a declared copy on which nothing hints at a source: no credit, link, name, statement or metadata."""
    attribution = facts.attribution
    declared = any(item.kind is EvidenceKind.DECLARED for item in attribution.evidence)
    if not declared or any(item.weight > 0 for item in attribution.evidence):
        return
    if attribution.original_url or attribution.outlet or attribution.disclaimer or attribution.licence:
        return
    lack = missing(attribution)
    yield Violation(
        lack.place,
        f"the page is declared {_DECLARED[attribution.status]}, and nothing on it says whose text it is",
        "credit the outlet, link to the original and say whose the text is; or, if the text is your own after all, "
        "take the declaration back",
        lack.remark,
        snippets.statement(facts),
    )


rule = Rule(
    id="any-credit",
    severity=Severity.ERROR,
    summary="A page that is declared a republication credits somebody",
    what="""
        Looks at pages that were declared republished or an excerpt, on the page itself or in the configuration, and
        reports those on which nothing at all hints at a source: no credit, no link, no name, no statement, no metadata.

        What exactly is missing, the rules for link, outlet and disclaimer say.
    """,
    why="""
        Whoever declares a page knows that the text is somebody else's. Published without a word on its origin, it
        passes as your own work: nothing that this tool finds is graver.
    """,
    check=check,
    examples=(
        Invalid(
            "The text was taken over, and its credit was not.",
            """\
            <html lang="en"><head><title>River towns raise their dykes</title>
            <meta name="attribution-lint" content="republished"></head>
            <body><article>
            <h1>River towns raise their dykes</h1>
            <p>Three river towns agreed on Monday to raise their dykes by half a metre before winter.</p>
            </article></body></html>
            """,
            message="the page is declared a republication, and nothing on it says whose text it is",
            at="republished",
        ),
        Valid(
            "The credit says whose text it is, and where it was first.",
            """\
            <html lang="en"><head><title>River towns raise their dykes</title>
            <meta name="attribution-lint" content="republished"></head>
            <body><article>
            <h1>River towns raise their dykes</h1>
            <p>Three river towns agreed on Monday to raise their dykes by half a metre before winter.</p>
            <p>This article was originally published by
            <a href="https://harbourgazette.example/2024/05/river-towns-raise-dykes">The Harbour Gazette</a>.</p>
            </article></body></html>
            """,
        ),
        Valid(
            "A page that is declared nothing is judged by what stands on it.",
            """\
            <html lang="en"><title>River towns raise their dykes</title>
            <article>
            <h1>River towns raise their dykes</h1>
            <p>Three river towns agreed on Monday to raise their dykes by half a metre before winter.</p>
            </article></html>
            """,
        ),
    ),
)
