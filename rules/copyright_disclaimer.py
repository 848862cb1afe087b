"""`copyright-disclaimer`: whose the text is, or by which licence or permission it stands here."""

from collections.abc import Iterator

from attribution_lint import snippets
from attribution_lint.model import Severity, Status
from attribution_lint.rule import Invalid, PageFacts, Reference, Rule, Valid, Violation, backing, missing

REFERENCES = (
    Reference(
        "CC BY 4.0 and its variants, section 3(a)(1): keep the copyright notice and name the licence",
        "https://creativecommons.org/licenses/by/4.0/legalcode",
        licences=("CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-ND-4.0", "CC-BY-NC-4.0", "CC-BY-NC-SA-4.0", "CC-BY-NC-ND-4.0"),
    ),
    Reference(
        "17 U.S.C. § 1202(b): what the original says of owner and terms must not be removed to hide infringement",
        "https://www.law.cornell.edu/uscode/text/17/1202",
        languages=("en",),
    ),
    Reference(
        "Creative Commons, best practices for attribution: name title, author, source and licence",
        "https://wiki.creativecommons.org/wiki/Best_practices_for_attribution",
    ),
)


def check(facts: PageFacts) -> Iterator[Violation]:
    """Ask for a statement where the page has none."""
    attribution = facts.attribution
    if attribution.disclaimer is not None:
        return
    lack = missing(attribution)
    yield Violation(
        lack.place,
        f"no copyright, licence or permission statement, {lack.sign}",
        "add a sentence below the text: who holds the rights, or by which licence or permission you republish it",
        lack.remark,
        snippets.copyright_line(facts) if attribution.wire else snippets.statement(facts),
        backing(REFERENCES, facts),
    )


rule = Rule(
    id="copyright-disclaimer",
    severity=Severity.ERROR,
    summary="The page says whose the article is, or by which licence or permission it stands here",
    what="""
        Looks for a visible statement about the origin or the rights of this article, such as "Republished from X with
        permission", "Originally published by X", "© 2020 X" or "The copyright belongs to the original author".

        These do not count: a bare label ("Source: X", a byline), an offer to delete the article on request, the licence
        of a picture, and the footer by which your site claims the rights in its own work.

        An excerpt owes its link and its outlet, but no statement.
    """,
    why="""
        Without it the notice in your own footer claims the article for you, and readers who want to use it ask, or copy
        from, the wrong owner. Many outlets prescribe the sentence; "tell us and we delete it" is no permission.
    """,
    applies_to=(Status.REPUBLISHED,),
    references=REFERENCES,
    check=check,
    examples=(
        Invalid(
            "A source line says where the text is from, not whose it is.",
            """\
            <html lang="zh"><title>沿江三镇加高堤坝</title>
            <article>
            <h1>沿江三镇加高堤坝</h1>
            <p>2024-05-06 09:30 来源：新华社</p>
            <p>下游三个镇周一商定，在入冬之前把堤坝加高半米，工程费用由堤坝后面的全体居民共同承担。</p>
            <p>三位镇长说，工程预计耗资九百万元,第一段将在秋汛之前完工，其余两段明年春天动工。</p>
            </article></html>
            """,
            message=("no copyright, licence or permission statement, though this source line shows a republication"),
            at="来源：新华社",
        ),
        Valid(
            "One sentence says both.",
            """\
            <html lang="zh"><title>沿江三镇加高堤坝</title>
            <article>
            <h1>沿江三镇加高堤坝</h1>
            <p>2024-05-06 09:30 来源：新华社</p>
            <p>下游三个镇周一商定，在入冬之前把堤坝加高半米，工程费用由堤坝后面的全体居民共同承担。</p>
            <p>三位镇长说，工程预计耗资九百万元,第一段将在秋汛之前完工，其余两段明年春天动工。</p>
            <p>本文转载自新华社，版权归原作者所有。</p>
            </article></html>
            """,
        ),
        Invalid(
            "The site's own footer is no statement about this article.",
            """\
            <html lang="en"><title>River towns raise their dykes</title>
            <body><article>
            <h1>River towns raise their dykes</h1>
            <p>LONDON (Reuters) - Three river towns agreed on Monday to raise their dykes by half a metre before
            winter, and to share the cost of the work among all who live behind them.</p>
            </article>
            <footer>© 2024 Riverside Reader. All rights reserved.</footer></body></html>
            """,
            message="no copyright, licence or permission statement, though this dateline shows a republication",
            at="LONDON (Reuters)",
            site_url="https://riverside-reader.example/dykes",
        ),
        Valid(
            "The agency's own line is one.",
            """\
            <html lang="en"><title>River towns raise their dykes</title>
            <article>
            <h1>River towns raise their dykes</h1>
            <p>LONDON (Reuters) - Three river towns agreed on Monday to raise their dykes by half a metre before
            winter, and to share the cost of the work among all who live behind them.</p>
            <p>© 2024 Reuters. All rights reserved.</p>
            </article></html>
            """,
        ),
    ),
)
