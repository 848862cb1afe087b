"""`dangling-credit`: a credit label with nothing behind it."""

from collections.abc import Iterator

from attribution_lint import snippets
from attribution_lint.model import Severity
from attribution_lint.rule import Invalid, PageFacts, Reference, Rule, Valid, Violation, backing

REFERENCES = (
    Reference(
        "HTML Standard, the a element: without a usable href it is a placeholder for a link",
        "https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-a-element",
    ),
)


def check(facts: PageFacts) -> Iterator[Violation]:
    """Report every label that promises a source and gives none."""
    for label in facts.attribution.dangling:
        if label.place.tag == "a":
            text = label.place.text or label.text
            yield Violation(
                label.place,
                f"the credit link “{text}” leads nowhere",
                "fill in the address of the original article, or take the link out",
                "no target",
                snippets.completed_link(facts, text),
                backing(REFERENCES, facts),
            )
        else:
            yield Violation(
                label.place,
                f"nothing follows the credit label “{label.text}”",
                "name the outlet behind the label, with a link to the article, or take the label out",
                "nothing follows",
                snippets.completed_label(facts, label.text),
            )


rule = Rule(
    id="dangling-credit",
    severity=Severity.ERROR,
    summary="No credit label stands without its source",
    what="""
        Looks for a label that announces a source ("Reproduced from:", "Original article:", 原文链接) and has nothing
        behind it, or is a link without a target: an empty `href`, `#`, `http://`, `http://#`, `javascript:;` or
        `about:blank`.

        Such labels come from templates whose field was left empty, and from pages copied out of another copy.
    """,
    why="""
        A label without a source tells readers that you meant to give credit and did not. It hides the gap as well:
        whoever glances over the page believes that the source is there.
    """,
    references=REFERENCES,
    check=check,
    examples=(
        Invalid(
            "The template's field was left empty.",
            """\
            <html lang="en"><title>River towns raise their dykes</title>
            <article>
            <h1>River towns raise their dykes</h1>
            <p><a href="https://harbourgazette.example/2024/05/river-towns-raise-dykes">Visit the original URL</a></p>
            <p>Three river towns agreed on Monday to raise their dykes by half a metre before winter.</p>
            <p>Source: The Harbour Gazette</p>
            <p>This article is reproduced from:</p>
            <p>The copyright belongs to the original author.</p>
            </article></html>
            """,
            message="nothing follows the credit label “This article is reproduced from:”",
            at="This article is reproduced from:",
        ),
        Valid(
            "The label is followed by what it announces.",
            """\
            <html lang="en"><title>River towns raise their dykes</title>
            <article>
            <h1>River towns raise their dykes</h1>
            <p>Three river towns agreed on Monday to raise their dykes by half a metre before winter.</p>
            <p>This article is reproduced from:
            <a href="https://harbourgazette.example/2024/05/river-towns-raise-dykes">The Harbour Gazette</a></p>
            <p>The copyright belongs to the original author.</p>
            </article></html>
            """,
        ),
        Invalid(
            "The link has lost its target.",
            """\
            <html lang="zh"><title>沿江三镇加高堤坝</title>
            <article>
            <h1>沿江三镇加高堤坝</h1>
            <p>下游三个镇周一商定，在入冬之前把堤坝加高半米，工程费用由堤坝后面的全体居民共同承担。</p>
            <p>本文转载自港湾日报，版权归原作者所有。</p>
            <p><a href="http://#">原文链接</a></p>
            </article></html>
            """,
            message="the credit link “原文链接” leads nowhere",
            at="原文链接",
        ),
        Valid(
            "A label in the site's own work, which credits a picture, is no credit of the text.",
            """\
            <html lang="en"><title>River towns raise their dykes</title>
            <article>
            <h1>River towns raise their dykes</h1>
            <figure><img src="dyke.jpg" alt="A dyke"><figcaption>Photo:</figcaption></figure>
            <p>Three river towns agreed on Monday to raise their dykes by half a metre before winter.</p>
            </article></html>
            """,
        ),
    ),
)
