"""A generator of a realistic site: nine pages in ten are its own, the tenth is republished; the truth is known.

A page hangs on the seed and its own number alone, so a site of 1,000 pages is the beginning of one of 10,000.
Sizes and make-up follow what was measured on 300 real pages (README.md has the figures); no text is anybody's.
"""

from __future__ import annotations

import hashlib
import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.articles import Kind, address_of_original, byline, comment, head, own_note, picture, tail, text
from benchmarks.credits import OWES, Credit, Form, credit
from benchmarks.languages import Language, load_languages
from benchmarks.themes import (
    SITE_URL,
    TEASERS,
    THEMES,
    Theme,
    fixed_head,
    footer,
    header,
    overhead,
    scripts,
    teasers,
)

SEED = 20_240_501
CONFIG = "attribution-lint.toml"

_MEDIAN = 87_000
"""Bytes of a page; with the spread it makes the distribution of the pages that were measured."""
_SPREAD = 0.98
_LEAST, _MOST = 3_000, 575_000
_MEDIAN_TEXT = 4_600
"""Bytes of the article's text, without the menus, teasers and comments around it."""
_SPREAD_TEXT = 0.9
_LARGE_EVERY = 487
"""A prime, so that large pages are of every kind: 1 to 3 MB."""
_ENGLISH = 0.3
_OLD_CHARSET = 0.15
_ONE_LINE = 0.04
_TARGETS = 60
"""Teasers lead to this many of the first pages."""
_ARTICLES = (Kind.NEWS, Kind.BLOG)


class ForeignFolderError(Exception):
    """A site is to be written where something else is; the message is for the user."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a page is to be: all of the truth about it, and no text."""

    number: int
    path: str
    """Relative to the site's folder."""
    language: str
    kind: Kind
    form: Form | None
    """How it credits the text that it republishes; None: the site's own."""
    size: int
    """Bytes that it is to have, roughly."""

    @property
    def owes(self) -> frozenset[str]:
        """The rules that it breaks."""
        return frozenset() if self.form is None else OWES[self.form]


def plan_page(number: int, seed: int = SEED, scale: float = 1.0) -> Plan:
    """What the page of that number is to be; `scale` makes all pages smaller or larger."""
    chance = _chance(seed, number, "plan")
    tags = list(load_languages())
    tag = "en" if chance.random() < _ENGLISH else chance.choice(tags)
    republished = number % 10 == 7
    kind = chance.choice(_ARTICLES) if republished else chance.choices(list(Kind), (45, 25, 15, 15))[0]
    form = chance.choice(list(Form)) if republished else None
    size = chance.lognormvariate(math.log(_MEDIAN), _SPREAD)
    size = chance.uniform(1e6, 3e6) if number % _LARGE_EVERY == 101 else min(max(size, _LEAST), _MOST)
    slug = "-".join(chance.choices(("river", "winter", "market", "school", "budget", "harbour", "forest"), k=3))
    folder = f"20{chance.randint(16, 25)}/{chance.randint(1, 12):02}" if kind in _ARTICLES else kind.value
    path = f"{tag}/{folder}/{slug}-{number}/index.html"
    return Plan(number, path, tag, kind, form, round(size * scale))


def plan_site(pages: int, seed: int = SEED, scale: float = 1.0) -> Iterator[Plan]:
    """What all pages are to be."""
    return (plan_page(number, seed, scale) for number in range(pages))


def write_site(folder: Path, pages: int, seed: int = SEED, scale: float = 1.0) -> None:
    """Write a site and its configuration into a folder, unless it is there already.

    Raises:
        ForeignFolderError: the folder holds something else.
    """
    config = f'# {_signature(pages, seed, scale)}\nsite-url = "{SITE_URL}"\n'
    file = folder / CONFIG
    if file.is_file() and file.read_text(encoding="utf-8") == config:
        return
    if folder.exists() and any(folder.iterdir()):
        raise ForeignFolderError(f"{folder} holds something else than this site; name an empty folder")
    folder.mkdir(parents=True, exist_ok=True)
    for plan in plan_site(pages, seed, scale):
        page = folder / plan.path
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_bytes(make_page(plan, seed))
    # Written last, as a sign that the site is whole.
    file.write_text(config, encoding="utf-8")


def _signature(pages: int, seed: int, scale: float) -> str:
    """What a site is made from: another generator makes another site."""
    digest = hashlib.sha256()
    for name in ("articles.py", "credits.py", "languages.py", "languages.toml", "site.py", "themes.py"):
        digest.update(Path(__file__).with_name(name).read_bytes())
    return f"{pages} pages, seed {seed}, scale {scale}, generator {digest.hexdigest()[:16]}"


def make_page(plan: Plan, seed: int = SEED) -> bytes:
    """The page that a plan describes."""
    chance = _chance(seed, plan.number, "page")
    language = load_languages()[plan.language]
    theme = _theme(chance, plan.size)
    charset = language.charset if language.charset and chance.random() < _OLD_CHARSET else "utf-8"
    html = _document(chance, plan, language, theme, charset, _targets(seed))
    if chance.random() < _ONE_LINE and plan.kind is not Kind.MANUAL:  # there line breaks are part of the text
        html = "".join(line.strip() for line in html.split("\n"))
    return html.encode(charset, "xmlcharrefreplace")


def _chance(seed: int, number: int, purpose: str) -> random.Random:
    return random.Random(f"{seed} {number} {purpose}")  # a string, because it is hashed whole


@cache
def _targets(seed: int) -> tuple[str, ...]:
    return tuple("/" + plan.path for plan in plan_site(_TARGETS, seed))


def _theme(chance: random.Random, size: int) -> Theme:
    """A theme that leaves room for a text: one of the four largest of those that do."""
    fitting = [theme for theme in THEMES if overhead(theme) < 0.6 * size]
    return chance.choice(fitting[-4:] or THEMES[:1])


def _document(  # noqa: PLR0913, PLR0917 - all that makes up a document
    chance: random.Random, plan: Plan, language: Language, theme: Theme, charset: str, targets: tuple[str, ...]
) -> str:
    room = max(plan.size - overhead(theme), 1_500)
    title, author = chance.choice(language.titles), chance.choice(language.staff)
    date = f"2024-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}T08:{chance.randint(0, 59):02}:00+00:00"
    written = text(chance, theme, language, plan.kind, min(round(_text_size(chance)), room // 2))
    origin = _origin(chance, plan, language)
    body = [
        f'<main class="{theme.name}-main" id="content"><article class="{theme.name}-article post-{plan.number}">',
        f"<header><h1>{title}</h1>",
        byline(theme, language, author, date) if plan.form is None and plan.kind in _ARTICLES else "",
        "</header>",
        origin.above,
        picture(chance, theme, language) if chance.random() < 0.6 else "",
        *written,
        origin.below,
        own_note(chance, language) if plan.form is None and chance.random() < 0.2 else "",
        tail(chance, theme, language),
        "</article>",
    ]
    around = _around(chance, theme, language, targets, room - sum(map(_length, body)))
    lines = "\n".join(theme.pad * 6 + line for part in body if part for line in part.split("\n"))
    direction = ' dir="rtl"' if language.rtl else ""
    return f"""<!DOCTYPE html>
<html lang="{language.tag}"{direction}>
<head>
<meta charset="{charset}">
<meta name="viewport" content="width=device-width, initial-scale=1">
{head(plan.kind, language, plan.path, title, author, date, origin.canonical)}
{fixed_head(theme)}
</head>
<body class="{theme.name} single single-{plan.kind.value} postid-{plan.number}">
{header(theme, language)}
{lines}
{around}
{footer(theme, language)}
</body>
</html>
"""


def _text_size(chance: random.Random) -> float:
    return chance.lognormvariate(math.log(_MEDIAN_TEXT), _SPREAD_TEXT)


def _origin(chance: random.Random, plan: Plan, language: Language) -> Credit:
    if plan.form is None:
        return Credit()
    outlet = chance.choice(language.outlets)
    return credit(plan.form, language, outlet, address_of_original(chance, outlet), chance)


def _around(chance: random.Random, theme: Theme, language: Language, targets: tuple[str, ...], room: int) -> str:
    """Comments, teasers and data for scripts, until the page is as large as planned."""
    parts = []
    if room > 4_000 and chance.random() < 0.5:
        comments = [comment(chance, theme, language, number) for number in range(min(room // 3_000, 400))]
        room -= sum(map(_length, comments))
        parts += [
            f'<section class="comments" id="comments"><h2>{language.comments}</h2><ol>',
            *comments,
            "</ol></section>",
        ]
    parts += ["</main>", f'<aside class="{theme.name}-aside"><h2>{language.related}</h2><ul>']
    shown = teasers(theme, language, targets)
    data = round(room * chance.choice((0, 0.05, 0.15, 0.4)))
    count = max((room - data) * TEASERS // sum(map(_length, shown)), 1)
    parts += chance.choices(shown, k=count)
    parts.append("</ul></aside>")
    if data > 0:
        parts.append(f"<script>{scripts(chance, data)}</script>")
    return "\n".join(parts)


def _length(part: str) -> int:
    return len(part.encode())
