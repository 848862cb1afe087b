"""`original-url`: a link to the original article that a reader can see and click."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from attribution_lint import snippets
from attribution_lint.model import Attribution, LinkQuality, Markup, Severity
from attribution_lint.rule import Invalid, Option, PageFacts, Reference, Rule, Valid, Violation, backing, missing

REFERENCES = (
    Reference(
        "CC BY 4.0 and its variants, section 3(a)(1)(A)(v): keep the address of the material where it was supplied",
        "https://creativecommons.org/licenses/by/4.0/legalcode",
        licences=("CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-ND-4.0", "CC-BY-NC-4.0", "CC-BY-NC-SA-4.0", "CC-BY-NC-ND-4.0"),
    ),
    Reference(
        "Common practice: most published republication terms ask for a link to the article itself, as Undark's do",
        "https://undark.org/republishing-guidelines/",
    ),
)

_ADD = "add a link to the address at which the article was first published, near the byline or below the text"
_ADD_AGENCY = (
    "agency copy seldom has a public original; where this one has, link to it, otherwise nothing need be done: "
    "naming the agency is enough"
)
_MACHINE_PLACES = {
    "canonical": "rel=canonical",
    "jsonld": "JSON-LD",
    "microdata": "microdata",
    "meta": "a meta tag",
    "pixel": "a counter pixel",
    "front-matter": "the front matter",
}


def check(facts: PageFacts) -> Iterator[Violation]:
    """Ask for the link where there is none, or none that leads a reader to the article."""
    attribution = facts.attribution
    if attribution.has_link or (facts.markup is Markup.TEXT and attribution.link is LinkQuality.TEXT):
        return  # in plain text an address is all that there can be
    fault = _fault(attribution)
    found = attribution.link_evidence
    if fault is None or found is None:
        lack = missing(attribution)
        place, message, remark = lack.place, f"no link to the original article, {lack.sign}", lack.remark
        advice = _ADD
    else:
        place = found.place
        message, remark, advice = fault
    yield Violation(
        place,
        message,
        _ADD_AGENCY if attribution.wire else advice,
        remark,
        None if attribution.wire else snippets.link(facts),
        backing(REFERENCES, facts),
        Severity.NOTE if attribution.wire else None,
    )


def _fault(attribution: Attribution) -> tuple[str, str, str] | None:
    """Message, remark and help for a link that is there and not good enough."""
    match attribution.link:
        case LinkQuality.HOMEPAGE:
            page = _kind_of_page(attribution)
            outlet = f" of {attribution.outlet.value}" if attribution.outlet else ""
            advice = "replace its target by the address of the article itself"
            return f"the link leads to {page}{outlet}, not to the article", f"leads to {page}", advice
        case LinkQuality.INTERNAL:
            message = "the link leads to another page of this site, not to the original article"
            return message, "leads to this site", "link to the article at the outlet that first published it"
        case LinkQuality.EMPTY:
            advice = "fill in the address of the article at the outlet that first published it"
            return "the link to the original article has no target", "leads nowhere", advice
        case LinkQuality.TEXT:
            message = "the address of the original article is printed but is not a link"
            return message, "text, not a link", "make the address a link that a reader can click"
        case LinkQuality.HEAD_ONLY:
            place = next(
                (_MACHINE_PLACES[name] for name in attribution.original_url_in if name in _MACHINE_PLACES), "the head"
            )
            message = f"the original's address stands only in {place}, which no reader sees"
            return message, "seen by machines only", "repeat it as a link that a reader can see and click"
        case _:
            return None


def _kind_of_page(attribution: Attribution) -> str:
    """What a link leads to that does not lead to an article."""
    url = attribution.link_evidence.url if attribution.link_evidence else None
    return "a section page" if urlsplit(url or "").path.strip("/") else "the home page"


rule = Rule(
    id="original-url",
    severity=Severity.ERROR,
    summary="The page links to the original article",
    what="""
        Looks for a link to the article at the outlet that first published it: one that a reader can see and click.

        These do not count: a link to the outlet's home page or a section of it, a link to another page of your own
        site, an address that is printed but cannot be clicked, an address that stands only in `rel=canonical` or other
        metadata or front matter, and a link without a target. Plain text (`.txt`) has no links; there a printed
        address counts.

        Copy of a news agency is licensed to many and seldom has an original that the public can visit.
        A missing link is a note there, not an error.
    """,
    why="""
        The link lets readers check your copy against the original, find later corrections, and see who did the work.
        Most outlets that let others republish their articles ask for it, and Creative Commons licences do.
    """,
    options=(
        Option(
            "severity.original-url",
            '"error", and "note" on agency copy',
            "one severity for all pages, agency copy included",
        ),
        Option(
            "site-url",
            "",
            "the address that your site is published at, so that a link to itself is not taken for the original",
        ),
    ),
    references=REFERENCES,
    check=check,
    examples=(
        Invalid(
            "The source is named, but nobody can get there.",
            """\
            <html lang="en"><title>River towns raise their dykes</title>
            <article>
            <h1>River towns raise their dykes</h1>
            <p>Three river towns agreed on Monday to raise their dykes by half a metre before winter.</p>
            <p>This article was originally published by The Harbour Gazette.</p>
            <p>The copyright belongs to the original author.</p>
            </article></html>
            """,
            message="no link to the original article, though this credit shows a republication",
            at="This article was originally published by The Harbour Gazette.",
        ),
        Valid(
            "The credit links to the article.",
            """\
            <html lang="en"><title>River towns raise their dykes</title>
            <article>
            <h1>River towns raise their dykes</h1>
            <p>Three river towns agreed on Monday to raise their dykes by half a metre before winter.</p>
            <p>This article was originally published by
            <a href="https://harbourgazette.example/2024/05/river-towns-raise-dykes">The Harbour Gazette</a>.</p>
            <p>The copyright belongs to the original author.</p>
            </article></html>
            """,
        ),
        Invalid(
            "The link stops at the outlet's front door.",
            """\
            <html lang="en"><title>River towns raise their dykes</title>
            <article>
            <h1>River towns raise their dykes</h1>
            <p>Three river towns agreed on Monday to raise their dykes by half a metre before winter.</p>
            <p>Originally published by <a href="https://harbourgazette.example/">The Harbour Gazette</a>.</p>
            </article></html>
            """,
            message="the link leads to the home page of The Harbour Gazette, not to the article",
            at='Originally published by <a href="https://harbourgazette.example/">The Harbour Gazette</a>.',
        ),
        Invalid(
            "The address can be read, but not clicked.",
            """\
            <html lang="zh"><title>沿江三镇加高堤坝</title>
            <article>
            <h1>沿江三镇加高堤坝</h1>
            <p>下游三个镇周一商定，在入冬之前把堤坝加高半米，工程费用由堤坝后面的全体居民共同承担。</p>
            <p>本文转载自港湾日报，版权归原作者所有。</p>
            <p>原文链接：https://harbourgazette.example/2024/05/river-towns-raise-dykes</p>
            </article></html>
            """,
            message="the address of the original article is printed but is not a link",
            at="https://harbourgazette.example/2024/05/river-towns-raise-dykes",
        ),
        Invalid(
            "The anchor has lost its target.",
            """\
            <html lang="en"><title>River towns raise their dykes</title>
            <article>
            <h1>River towns raise their dykes</h1>
            <p>Three river towns agreed on Monday to raise their dykes by half a metre before winter.</p>
            <p>This article was originally published by The Harbour Gazette.</p>
            <p>The copyright belongs to the original author.</p>
            <p><a href="#">Read the original article</a></p>
            </article></html>
            """,
            message="the link to the original article has no target",
            at="Read the original article",
        ),
        Invalid(
            "Only machines learn the address.",
            """\
            <html lang="en"><head><title>River towns raise their dykes</title>
            <link rel="canonical" href="https://harbourgazette.example/2024/05/river-towns-raise-dykes"></head>
            <body><article>
            <h1>River towns raise their dykes</h1>
            <p>Three river towns agreed on Monday to raise their dykes by half a metre before winter.</p>
            <p>This article was originally published by The Harbour Gazette.</p>
            <p>The copyright belongs to the original author.</p>
            </article></body></html>
            """,
            message="the original's address stands only in rel=canonical, which no reader sees",
            at="https://harbourgazette.example/2024/05/river-towns-raise-dykes",
            site_url="https://riverside-reader.example/dykes",
        ),
        Invalid(
            "Agency copy: a note only.",
            """\
            <html lang="en"><title>River towns raise their dykes</title>
            <article>
            <h1>River towns raise their dykes</h1>
            <p>LONDON (Reuters) - Three river towns agreed on Monday to raise their dykes by half a metre before
            winter, and to share the cost of the work among all who live behind them.</p>
            <p>© 2024 Reuters. All rights reserved.</p>
            </article></html>
            """,
            message="no link to the original article, though this dateline shows a republication",
            at="LONDON (Reuters)",
            severity=Severity.NOTE,
        ),
        Valid(
            "The site's own work owes nothing.",
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
