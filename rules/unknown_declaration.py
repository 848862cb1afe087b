"""`unknown-declaration`: what a page declares itself to be is something that a page can be."""

from collections.abc import Iterator

from attribution_lint.model import Severity, Status
from attribution_lint.rule import Invalid, PageFacts, Rule, Valid, Violation

_KNOWN = ", ".join(status.value for status in Status)


def check(facts: PageFacts) -> Iterator[Violation]:
    """Report each declaration that says nothing."""
    for name, place in facts.unknown_declarations:
        yield Violation(
            place,
            f"the page is declared “{name}”, which means nothing",
            f"declare it one of {_KNOWN}, or take the declaration out",
            "unknown",
        )


rule = Rule(
    id="unknown-declaration",
    severity=Severity.WARNING,
    summary="A page is declared something that it can be",
    what="""
        Looks at `<meta name="attribution-lint" content="…">` and at the front-matter key `attribution-lint`, and
        reports a word there that is none of republished, excerpt and own.
    """,
    why="""
        A mistyped declaration declares nothing: the page is judged by what stands on it, and whoever declared it
        believes that it is looked after.
    """,
    applies_to=tuple(Status),
    about_directives=True,
    check=check,
    examples=(
        Invalid(
            "A letter is missing.",
            """\
            <html lang="en"><head><title>River towns raise their dykes</title>
            <meta name="attribution-lint" content="republishd"></head>
            <body><article>
            <h1>River towns raise their dykes</h1>
            <p>Three river towns agreed on Monday to raise their dykes by half a metre before winter.</p>
            </article></body></html>
            """,
            message="the page is declared “republishd”, which means nothing",
            at="republishd",
            severity=Severity.WARNING,
        ),
        Valid(
            "The declaration is one of the three words.",
            """\
            <html lang="en"><head><title>River towns raise their dykes</title>
            <meta name="attribution-lint" content="republished"></head>
            <body><article>
            <h1>River towns raise their dykes</h1>
            <p>Three river towns agreed on Monday to raise their dykes by half a metre before winter.</p>
            </article></body></html>
            """,
        ),
    ),
)
