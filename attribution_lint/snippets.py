"""Markup to paste into a page: the link, the credit and the statement, in its language and filled with what is known.

It is written as the page is: in HTML, Markdown or plain text. What is not known stays a placeholder that nobody can
take for an answer. All values come from the page and are escaped.
"""

from __future__ import annotations

from functools import cache
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

from attribution_lint.expressions import expression
from attribution_lint.model import Markup
from attribution_lint.tables import read_table

if TYPE_CHECKING:
    from attribution_lint.rule import PageFacts

NO_URL = "https://…"
"""Stands for the address of the original where the page gives none."""

_MARKDOWN_TEXT = expression(r"[\\`*_\[\]<>]")
"""Characters that would be markup, escaped by a backslash."""
_MARKDOWN_TARGET = expression(r"[\s()<>\\]")
"""Characters that would end a link's target."""
_TRADITIONAL = {"hant", "tw", "hk", "mo"}


@cache
def load_phrases() -> dict[str, dict[str, str]]:
    """The phrases by language tag and key, as `data/snippets.toml` describes them."""
    return read_table("snippets")


def link(facts: PageFacts) -> str:
    """A link to the original article."""
    phrases = _phrases(facts.language)
    outlet = _known_outlet(facts)
    text = phrases["link_at"].format(outlet=outlet) if outlet else phrases["link"]
    return _paragraph(facts, _anchor(facts, text))


def credit(facts: PageFacts) -> str:
    """A sentence that names the outlet, linked where the original's address is known, and the author where known."""
    return _paragraph(facts, _credit(facts))


def statement(facts: PageFacts) -> str:
    """The credit, and whose the rights are or under which licence the text stands."""
    phrases = _phrases(facts.language)
    licence = facts.attribution.licence
    if licence is None:
        return _paragraph(facts, _joined(_credit(facts), phrases["rights"]))
    name = _escaped(facts, licence.value)
    if licence.evidence.url:
        name = _link(facts, name, licence.evidence.url, ' rel="license"')
    return _paragraph(facts, _joined(_credit(facts), phrases["licensed"].format(licence=name)))


def copyright_line(facts: PageFacts) -> str:
    """The line by which agencies mark their copy."""
    return _paragraph(facts, f"© {_outlet(facts)}")


def completed_label(facts: PageFacts, label: str) -> str:
    """A credit label with the outlet behind it, linked where the original's address is known."""
    space = "" if label.endswith("：") else " "
    return _paragraph(facts, f"{_escaped(facts, label)}{space}{_anchor(facts, _outlet(facts))}")


def completed_link(facts: PageFacts, text: str) -> str:
    """A credit link with its target."""
    return _anchor(facts, _escaped(facts, text) or _outlet(facts))


def _phrases(language: str) -> dict[str, str]:
    primary, *others = language.lower().replace("_", "-").split("-")
    if primary == "zh" and "hans" not in others and _TRADITIONAL.intersection(others):
        primary = "zh-Hant"
    phrases = load_phrases()
    return phrases.get(primary, phrases["en"])


def _known_outlet(facts: PageFacts) -> str:
    fact = facts.attribution.outlet or facts.attribution.outlet_hint
    return _escaped(facts, fact.value) if fact else ""


def _outlet(facts: PageFacts) -> str:
    return _known_outlet(facts) or f"[{_phrases(facts.language)['outlet']}]"


def _anchor(facts: PageFacts, text: str) -> str:
    url = facts.attribution.original_url
    return _link(facts, text, url.value if url else NO_URL)


def _link(facts: PageFacts, text: str, url: str, attributes: str = "") -> str:
    """A link of a text that is escaped already; `attributes` are for HTML only."""
    match facts.markup:
        case Markup.HTML:
            return f'<a{attributes} href="{escape(url)}">{text}</a>'
        case Markup.MARKDOWN:
            return f"[{text}]({_MARKDOWN_TARGET.sub(lambda match: quote(match[0]), url)})"
        case Markup.TEXT:
            return f"{text} ({url})"


def _paragraph(facts: PageFacts, content: str) -> str:
    return f"<p>{content}</p>" if facts.markup is Markup.HTML else content


def _escaped(facts: PageFacts, text: str) -> str:
    match facts.markup:
        case Markup.HTML:
            return escape(text)
        case Markup.MARKDOWN:
            return _MARKDOWN_TEXT.sub(r"\\\g<0>", text)
        case Markup.TEXT:
            return text


def _credit(facts: PageFacts) -> str:
    phrases = _phrases(facts.language)
    attribution = facts.attribution
    outlet = _anchor(facts, _outlet(facts)) if attribution.original_url else _outlet(facts)
    sentence = phrases["credit"].format(outlet=outlet)
    if attribution.author is None:
        return sentence
    return _joined(sentence, phrases["author"].format(author=_escaped(facts, attribution.author.value)))


def _joined(first: str, second: str) -> str:
    return f"{first}{second}" if first.endswith("。") else f"{first} {second}"
