"""Each language's own pages, `tests/languages/`: republished ones and own ones with traps, in three layouts.

They put things as sites of the language do; many were written without a look at the lexicon.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from attribution_lint.attribution import conclude
from attribution_lint.documents import open_document
from attribution_lint.evidence import observe
from attribution_lint.lexicon import load_lexicon
from attribution_lint.model import Attribution, Status
from attribution_lint.outlets import load_outlets
from attribution_lint.site import identify
from attribution_lint.source import read_source

FOLDER = Path(__file__).with_name("languages")
SITE = "Hilltop Gazette"
URL = "https://www.hilltopgazette.example/2024/05/page.html"


@dataclass(frozen=True)
class Written:
    """One page of a language, but for its layout."""

    language: str
    headline: str
    paragraphs: tuple[str, ...]
    place: str
    html: str
    outlet: str | None
    reason: str


def theme(written: Written) -> str:
    """A page as themes of blog engines make it: the parts of the page have elements of their own."""
    body = _body(written, "<p>{}</p>", "\n")
    footer = written.html if written.place == "footer" else ""
    return (
        f'<!doctype html><html lang="{written.language}"><head><meta charset="utf-8">'
        f'<title>{written.headline} | {SITE}</title><meta property="og:site_name" content="{SITE}"></head><body>'
        '<header><a href="/">Home</a><nav><a href="/a/">A</a> <a href="/b/">B</a></nav></header>'
        f'<main><article><header><h1>{written.headline}</h1></header><div class="entry-content">{body}</div></article>'
        f"</main><footer>{footer}<p>{SITE}</p></footer></body></html>"
    )


def portal(written: Written) -> str:
    """A page as old systems make it: tables and nameless parts, one line."""
    body = _body(written, "{}<br><br>", "")
    footer = written.html if written.place == "footer" else ""
    return (
        f'<html lang="{written.language}"><head><meta charset="utf-8"><title>{written.headline} - {SITE}</title></head>'
        '<body><div id="top"><a href="/">Home</a> | <a href="/a/">A</a> | <a href="/b/">B</a></div>'
        f'<table><tr><td><div class="title">{written.headline}</div><div class="c1">{body}</div></td>'
        '<td><a href="/x.html">X</a><a href="/y.html">Y</a></td></tr></table>'
        f'<div id="footer">{footer}<div>{SITE}</div></div></body></html>'
    )


def markdown(written: Written) -> str:
    """A source with front matter; what it has no place for, a footer, is left out."""
    if written.place == "footer":
        pytest.skip("a Markdown source has no footer")
    return f'---\ntitle: "{written.headline}"\nlang: {written.language}\n---\n\n{_body(written, "{}", chr(10) * 2)}\n'


LAYOUTS = {"theme": (theme, "html"), "portal": (portal, "html"), "markdown": (markdown, "md")}


def _body(written: Written, paragraph: str, between: str) -> str:
    """The paragraphs, with the line in question above, below or among them."""
    parts = [paragraph.format(text) for text in written.paragraphs]
    at = {"head": 0, "body": 2, "foot": len(parts)}.get(written.place)
    if at is not None:
        parts.insert(at, written.html)
    return between.join(parts)


def _read() -> list[tuple[str, Written]]:
    """All pages, each with a name for the report of a failure."""
    found = []
    for file in sorted(FOLDER.glob("*.toml")):
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        for kind in ("republished", "own"):
            for number, page in enumerate(table[kind], 1):
                text = (table["headline"], tuple(table["paragraphs"]))
                written = Written(file.stem, *text, page["place"], page["html"], page.get("outlet"), page["reason"])
                found.append((f"{file.stem}-{kind}-{number}", written))
    return found


@cache
def judged(written: Written, layout: str) -> Attribution:
    """What is concluded about a page in a layout."""
    lay_out, suffix = LAYOUTS[layout]
    source = read_source(lay_out(written).encode(), f"page.{suffix}")
    page = open_document(source, URL).page
    site = identify(page, load_outlets())
    return conclude(page, site, observe(page, site, load_lexicon(), load_outlets()))


def same(wanted: str, name: str) -> bool:
    """Whether a name is the wanted one, or that with some words around it, or another name of the same outlet."""
    known = set(load_outlets().by_name(wanted)) & set(load_outlets().by_name(name))
    wanted, name = wanted.casefold(), name.casefold()
    return bool(known) or wanted in name or (name in wanted and len(name) >= len(wanted) / 2)


PAGES = _read()
in_each_layout = pytest.mark.parametrize("layout", LAYOUTS)


@in_each_layout
@pytest.mark.parametrize("written", [pytest.param(page, id=name) for name, page in PAGES if page.outlet])
def test_republished(written: Written, layout: str) -> None:
    """A copy is known as one, with the link to its original and the name of its source."""
    found = judged(written, layout)
    assert found.status is Status.REPUBLISHED, written.reason
    assert found.has_link, written.html
    assert found.outlet is not None, written.html
    assert same(written.outlet or "", found.outlet.value), (written.outlet, found.outlet.value)


@in_each_layout
@pytest.mark.parametrize("written", [pytest.param(page, id=name) for name, page in PAGES if not page.outlet])
def test_own(written: Written, layout: str) -> None:
    """What only looks like a credit leaves the page the site's own."""
    found = judged(written, layout)
    assert found.status is Status.OWN, (written.reason, found.reasons)


def test_every_language_is_covered() -> None:
    """Each language of the lexicon has pages: republished ones, and own ones with traps."""
    languages = {phrase.language for phrase in load_lexicon().phrases}
    written = {page.language for _, page in PAGES if page.outlet} & {
        page.language for _, page in PAGES if not page.outlet
    }
    assert written == languages
