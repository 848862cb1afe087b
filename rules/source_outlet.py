"""`source-outlet`: the outlet that the text comes from, named where a reader sees it."""

from collections.abc import Iterator

from attribution_lint import snippets
from attribution_lint.model import Severity
from attribution_lint.rule import Invalid, Option, PageFacts, Reference, Rule, Valid, Violation, backing, missing

REFERENCES = (
    Reference(
        "Berne Convention, articles 10(3) and 10bis(1): the source must be named, and clearly",
        "https://www.wipo.int/treaties/en/ip/berne/",
    ),
    Reference(
        "German Copyright Act (UrhG), section 63: the source must be stated clearly",
        "https://www.gesetze-im-internet.de/urhg/__63.html",
        languages=("de",),
    ),
    Reference(
        "China, notice of 22 April 2015 on reposting works online: name the author, the title and the source",
        "http://china.caixin.com/2015-04-22/100802625.html",
        languages=("zh",),
    ),
)


def check(facts: PageFacts) -> Iterator[Violation]:
    """Ask for the outlet's name where no reader can see one."""
    attribution = facts.attribution
    if attribution.outlet is not None:
        return
    lack = missing(attribution)
    hint = attribution.outlet_hint
    known = f"; it seems to be {hint.value}" if hint else ""
    yield Violation(
        lack.place,
        f"no outlet is named as the source, {lack.sign}",
        f"name the outlet that first published the article in visible text, near the byline or below the text{known}",
        lack.remark,
        snippets.credit(facts),
        backing(REFERENCES, facts),
    )


rule = Rule(
    id="source-outlet",
    severity=Severity.ERROR,
    summary="The page names the outlet that the article comes from",
    what="""
        Looks for the name of the outlet, the newspaper, agency, magazine, blog or channel, that the article comes from.
        It must stand in text that a reader sees, or be the alternative text of a logo that he sees.

        These do not count: an address without a name, a name in metadata only, and words that name nobody, such as
        "Internet", "agencies" or "from the web".
    """,
    why="""
        A reader who is not told where a text comes from takes it for yours. Naming the source is the one thing that
        nearly every outlet, licence and copyright act asks for.
    """,
    options=(
        Option(
            "site-url",
            "",
            "the address that your site is published at, so that your own name is not taken for a source",
        ),
    ),
    references=REFERENCES,
    check=check,
    examples=(
        Invalid(
            "The link alone does not say whose the article is.",
            """\
            <html lang="en"><title>River towns raise their dykes</title>
            <article>
            <h1>River towns raise their dykes</h1>
            <p>Three river towns agreed on Monday to raise their dykes by half a metre before winter.</p>
            <p>Republished with permission.
            <a href="https://harbourgazette.example/2024/05/river-towns-raise-dykes">Read the original article</a></p>
            </article></html>
            """,
            message="no outlet is named as the source, though this credit shows a republication",
            at="Republished with permission.",
        ),
        Valid(
            "The outlet stands in the credit.",
            """\
            <html lang="en"><title>River towns raise their dykes</title>
            <article>
            <h1>River towns raise their dykes</h1>
            <p>Three river towns agreed on Monday to raise their dykes by half a metre before winter.</p>
            <p>Republished from The Harbour Gazette with permission.
            <a href="https://harbourgazette.example/2024/05/river-towns-raise-dykes">Read the original article</a></p>
            </article></html>
            """,
        ),
        Invalid(
            "A credit that names nobody.",
            """\
            <html lang="zh"><title>沿江三镇加高堤坝</title>
            <article>
            <h1>沿江三镇加高堤坝</h1>
            <p>下游三个镇周一商定，在入冬之前把堤坝加高半米，工程费用由堤坝后面的全体居民共同承担。</p>
            <p>本文转载自网络，版权归原作者所有。</p>
            </article></html>
            """,
            message="no outlet is named as the source, though this credit shows a republication",
            at="本文转载自网络，版权归原作者所有。",
        ),
        Valid(
            "An agency in the dateline is a name.",
            """\
            <html lang="en"><title>River towns raise their dykes</title>
            <article>
            <h1>River towns raise their dykes</h1>
            <p>LONDON (Reuters) - Three river towns agreed on Monday to raise their dykes by half a metre before
            winter, and to share the cost of the work among all who live behind them.</p>
            </article></html>
            """,
        ),
    ),
)
