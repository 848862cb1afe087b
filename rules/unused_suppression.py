"""`unused-suppression`: every suppression names a rule, gives its reason, and is still needed."""

from collections.abc import Iterator

from attribution_lint.model import Severity, Status, SuppressedBy
from attribution_lint.rule import Invalid, PageFacts, Rule, Valid, Violation

_FORMS = {
    SuppressedBy.COMMENT: "<!-- attribution-lint: ignore[original-url] the outlet closed in 2012 -->",
    SuppressedBy.ATTRIBUTE: 'data-attribution-lint-ignore="original-url: the outlet closed in 2012"',
    SuppressedBy.FRONT_MATTER: "attribution-lint: {ignore: {original-url: the outlet closed in 2012}}",
}
"""How each is written as it should be."""


def check(facts: PageFacts) -> Iterator[Violation]:
    """Report what is wrong with each suppression on the page, the first thing first."""
    for item in facts.suppressions:
        if item.malformed:
            yield Violation(
                item.place,
                f"“{item.text}” is no suppression",
                f"name each rule and give the reason, such as {_FORMS[item.by]}",
                "names no rule",
            )
        elif item.unknown:
            yield Violation(
                item.place,
                f"there is no rule {_named(item.unknown)} to be suppressed",
                "correct the name (`attribution-lint rule` lists all rules), or take the suppression out",
                "no such rule",
            )
        elif not item.reason:
            yield Violation(
                item.place,
                "the suppression gives no reason, so it suppresses nothing",
                f"say why the finding does not count, such as {_FORMS[item.by]}",
                "no reason",
            )
        elif item.idle:
            yield Violation(
                item.place,
                f"the suppression of {_named(item.idle)} is not needed: nothing is found there",
                "take it out: it would hide a finding that comes later",
                "suppresses nothing",
            )


def _named(rules: tuple[str, ...]) -> str:
    return " and ".join(rules)


rule = Rule(
    id="unused-suppression",
    severity=Severity.WARNING,
    summary="Every suppression is needed, and says why",
    what="""
        Looks at each suppression on the page, in a comment, an attribute or the front matter, and reports it if it
        names no rule or one that does not exist, if it gives no reason, or if its rule finds nothing there.
        Suppressions in the configuration that no page needs are reported too.

        A suppression without a reason suppresses nothing. Rules that did not run are not counted as silent.
    """,
    why="""
        A suppression is a decision that somebody took once. Without its reason nobody can tell whether it still
        holds, and one that hides nothing today hides the next mistake.
    """,
    applies_to=tuple(Status),
    about_directives=True,
    check=check,
    examples=(
        Invalid(
            "The finding was mended, and its suppression stayed.",
            """\
            <html lang="en"><title>River towns raise their dykes</title>
            <article>
            <h1>River towns raise their dykes</h1>
            <p>Three river towns agreed on Monday to raise their dykes by half a metre before winter.</p>
            <!-- attribution-lint: ignore[original-url] the outlet closed in 2012 -->
            <p>This article was originally published by
            <a href="https://harbourgazette.example/2024/05/river-towns-raise-dykes">The Harbour Gazette</a>.</p>
            </article></html>
            """,
            message="the suppression of original-url is not needed: nothing is found there",
            at="<!-- attribution-lint: ignore[original-url] the outlet closed in 2012 -->",
            severity=Severity.WARNING,
        ),
        Valid(
            "The suppression names its rule and gives its reason, and the finding is there.",
            """\
            <html lang="en"><title>River towns raise their dykes</title>
            <article>
            <h1>River towns raise their dykes</h1>
            <p>Three river towns agreed on Monday to raise their dykes by half a metre before winter.</p>
            <!-- attribution-lint: ignore[original-url] the outlet closed in 2012 -->
            <p>This article was originally published by The Harbour Gazette.</p>
            </article></html>
            """,
        ),
        Invalid(
            "It gives no reason.",
            """\
            <html lang="en"><title>River towns raise their dykes</title>
            <article>
            <h1>River towns raise their dykes</h1>
            <p>Three river towns agreed on Monday to raise their dykes by half a metre before winter.</p>
            <p data-attribution-lint-ignore="original-url">This article was originally published by The Harbour
            Gazette.</p>
            </article></html>
            """,
            message="the suppression gives no reason, so it suppresses nothing",
            at="original-url",
            severity=Severity.WARNING,
        ),
        Invalid(
            "It names a rule that does not exist.",
            """\
            <html lang="en"><title>River towns raise their dykes</title>
            <article>
            <h1>River towns raise their dykes</h1>
            <p>Three river towns agreed on Monday to raise their dykes by half a metre before winter.</p>
            <!-- attribution-lint: ignore[original-link] the outlet closed in 2012 -->
            <p>This article was originally published by The Harbour Gazette.</p>
            </article></html>
            """,
            message="there is no rule original-link to be suppressed",
            at="<!-- attribution-lint: ignore[original-link] the outlet closed in 2012 -->",
            severity=Severity.WARNING,
        ),
        Invalid(
            "It names no rule.",
            """\
            <html lang="en"><title>River towns raise their dykes</title>
            <article>
            <h1>River towns raise their dykes</h1>
            <p>Three river towns agreed on Monday to raise their dykes by half a metre before winter.</p>
            <!-- attribution-lint: ignore the outlet closed in 2012 -->
            <p>This article was originally published by The Harbour Gazette.</p>
            </article></html>
            """,
            message="“ignore the outlet closed in 2012” is no suppression",
            at="<!-- attribution-lint: ignore the outlet closed in 2012 -->",
            severity=Severity.WARNING,
        ),
    ),
)
