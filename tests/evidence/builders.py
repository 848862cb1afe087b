"""Short pages and what the observers make of them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from attribution_lint.attribution import conclude
from attribution_lint.evidence import observe
from attribution_lint.evidence.phrases import find_phrases
from attribution_lint.evidence.scene import Scene
from attribution_lint.lexicon import load_lexicon
from attribution_lint.model import Declaration
from attribution_lint.outlets import load_outlets
from attribution_lint.page import Page
from attribution_lint.site import identify
from attribution_lint.source import read_source
from attribution_lint.walk import parse

if TYPE_CHECKING:
    from attribution_lint.model import Attribution, Evidence, EvidenceKind, Status

OWN_URL = "https://www.hilltopgazette.example/2024/roof.html"
OWN_NAME = "Hilltop Gazette"
ORIGINAL = "https://www.harbourledger.example/2024/03/town-hall-roof"
TEXT = (
    "The roof of the town hall will be mended before the winter, the council decided on Tuesday after a long debate.",
    "Three firms have sent their offers, and the cheapest of them asks for two years, which most found too long.",
    "The next meeting takes place in April, and until then the clerk will ask the firms whether they can begin in May.",
)


def markup(  # noqa: PLR0913 - the parts of a page, each with a usual value
    *,
    above: str = "",
    below: str = "",
    around: str = "",
    head: str = "",
    language: str = "en",
    title: str = "A new roof for the town hall",
    text: tuple[str, ...] = TEXT,
) -> str:
    """A page with the given markup above and below its running text, and with `around` behind its article."""
    paragraphs = "\n".join(f"<p>{paragraph}</p>" for paragraph in text)
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title} - {OWN_NAME}</title>'
        f'<meta property="og:site_name" content="{OWN_NAME}">{head}</head><body>'
        '<header><nav><a href="/">Home</a> <a href="/town/">Town</a></nav></header>'
        f"<article><h1>{title}</h1>\n{above}\n{paragraphs}\n{below}\n</article>{around}"
        f"<footer><p>© 2024 {OWN_NAME}</p></footer></body></html>"
    )


def page_of(html: str, url: str | None = OWN_URL) -> Page:
    """The page of a source text."""
    return parse(read_source(html.encode(), "page.html"), url)


def scene_of(html: str, url: str | None = OWN_URL) -> Scene:
    """The scene of a source text, as the observers get it."""
    page = page_of(html, url)
    return Scene(
        page, identify(page, load_outlets()), load_outlets(), load_lexicon(), find_phrases(page, load_lexicon())
    )


@cache
def judge(html: str, url: str | None = OWN_URL, declared: Status | None = None) -> Attribution:
    """What is concluded about a source text."""
    page = page_of(html, url)
    site = identify(page, load_outlets())
    said = None if declared is None else Declaration(declared, "the configuration")
    return conclude(page, site, observe(page, site, load_lexicon(), load_outlets()), said)


def found(html: str, kind: EvidenceKind, url: str | None = OWN_URL) -> list[Evidence]:
    """The evidence of one kind."""
    return [item for item in judge(html, url).evidence if item.kind is kind]
