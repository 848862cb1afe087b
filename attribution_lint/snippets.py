"""Markup to paste into a page: the link, the credit and the statement, in its language and filled with what is known.

What is not known stays a placeholder that nobody can take for an answer. All values come from the page and are escaped.
"""

from __future__ import annotations

import tomllib
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from attribution_lint.rule import PageFacts

NO_URL = "https://…"
"""Stands for the address of the original where the page gives none."""

_TRADITIONAL = {"hant", "tw", "hk", "mo"}
_PHRASES = Path(__file__).parent / "data" / "snippets.toml"


@cache
def load_phrases() -> dict[str, dict[str, str]]:
    """The phrases by language tag and key, as `data/snippets.toml` describes them."""
    return tomllib.loads(_PHRASES.read_text(encoding="utf-8"))


def link(facts: PageFacts) -> str:
    """A link to the original article."""
    phrases = _phrases(facts.language)
    outlet = _known_outlet(facts)
    text = phrases["link_at"].format(outlet=outlet) if outlet else phrases["link"]
    return f"<p>{_anchor(facts, text)}</p>"


def credit(facts: PageFacts) -> str:
    """A sentence that names the outlet, linked where the original's address is known, and the author where known."""
    return f"<p>{_credit(facts)}</p>"


def statement(facts: PageFacts) -> str:
    """The credit, and whose the rights are or under which licence the text stands."""
    phrases = _phrases(facts.language)
    licence = facts.attribution.licence
    if licence is None:
        return f"<p>{_joined(_credit(facts), phrases['rights'])}</p>"
    name = escape(licence.value)
    if licence.evidence.url:
        name = f'<a rel="license" href="{escape(licence.evidence.url)}">{name}</a>'
    return f"<p>{_joined(_credit(facts), phrases['licensed'].format(licence=name))}</p>"


def copyright_line(facts: PageFacts) -> str:
    """The line by which agencies mark their copy."""
    return f"<p>© {_outlet(facts)}</p>"


def completed_label(facts: PageFacts, label: str) -> str:
    """A credit label with the outlet behind it, linked where the original's address is known."""
    space = "" if label.endswith("：") else " "
    return f"<p>{escape(label)}{space}{_anchor(facts, _outlet(facts))}</p>"


def completed_link(facts: PageFacts, text: str) -> str:
    """A credit link with its target."""
    return _anchor(facts, escape(text) or _outlet(facts))


def _phrases(language: str) -> dict[str, str]:
    primary, *others = language.lower().replace("_", "-").split("-")
    if primary == "zh" and "hans" not in others and _TRADITIONAL.intersection(others):
        primary = "zh-Hant"
    phrases = load_phrases()
    return phrases.get(primary, phrases["en"])


def _known_outlet(facts: PageFacts) -> str:
    fact = facts.attribution.outlet or facts.attribution.outlet_hint
    return escape(fact.value) if fact else ""


def _outlet(facts: PageFacts) -> str:
    return _known_outlet(facts) or f"[{_phrases(facts.language)['outlet']}]"


def _anchor(facts: PageFacts, text: str) -> str:
    url = facts.attribution.original_url
    return f'<a href="{escape(url.value) if url else NO_URL}">{text}</a>'


def _credit(facts: PageFacts) -> str:
    phrases = _phrases(facts.language)
    attribution = facts.attribution
    outlet = _anchor(facts, _outlet(facts)) if attribution.original_url else _outlet(facts)
    sentence = phrases["credit"].format(outlet=outlet)
    if attribution.author is None:
        return sentence
    return _joined(sentence, phrases["author"].format(author=escape(attribution.author.value)))


def _joined(first: str, second: str) -> str:
    return f"{first}{second}" if first.endswith("。") else f"{first} {second}"
