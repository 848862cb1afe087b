"""The looks of the generated site: heads, menus, sidebars and footers as large and as wordy as those of real themes.

What is alike on all pages of a theme and language is made once, so that a page costs little more than its writing.
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from functools import cache

from benchmarks.languages import Language

SITE = "Harbour Courier"
SITE_URL = "https://www.harbour-courier.example/"
TEASERS = 40
"""Teasers a theme and language has; a page shows some of them, often some twice, as real sidebars do."""

_WORDS = [
    "track",
    "slider",
    "menu",
    "lazy",
    "consent",
    "cart",
    "video",
    "player",
    "banner",
    "modal",
    "sticky",
    "search",
    "login",
    "theme",
    "cookie",
    "layout",
]
_SCRIPT_WORDS = (*_WORDS, "source", "origin", "author", "copyright", "share", "credit", "publisher", "license")
"""With words that say something in a text and nothing in a script, as there are in most."""
_QUOTED = str.maketrans({'"': "&quot;", "<": "&lt;"})
_PROPERTIES = [
    "display:flex",
    "margin:0",
    "padding:0.5rem",
    "color:#1a1a1a",
    "font-size:0.875rem",
    "line-height:1.5",
    "width:100%",
]


@dataclass(frozen=True, slots=True)
class Theme:
    """How much of everything the pages of a theme carry around their text."""

    name: str
    pad: str
    """One step of indentation."""
    scripts: int
    """Bytes of inline scripts."""
    styles: int
    """Bytes of inline styles."""
    menu: int
    """Links in the menus."""
    footer: int
    """Links in the footer."""
    metas: int
    """Elements of the head that a page has besides its title, description and address."""
    licence: bool = False
    """The footer puts the site's own pages under a licence."""


# From a bare blog to pages of which hardly a tenth is text: the overheads of real pages, 4 to 200 KB.
THEMES = (
    Theme("bare", "", 300, 0, 6, 3, 8, licence=True),
    Theme("quiet", "  ", 1_000, 1_500, 10, 8, 12),
    Theme("blog", "\t", 3_000, 0, 24, 16, 18, licence=True),
    Theme("manual", "  ", 2_500, 0, 50, 12, 16),
    Theme("gazette", "    ", 8_000, 500, 48, 26, 24),
    Theme("store", "  ", 12_000, 9_000, 80, 36, 26),
    Theme("herald", "\t", 24_000, 6_000, 90, 46, 34),
    Theme("builder", "  ", 12_000, 64_000, 60, 30, 30),
    Theme("application", "", 110_000, 30_000, 70, 40, 40),
)


@cache
def overhead(theme: Theme) -> int:
    """Bytes that a page of the theme has before anything of its own is on it."""
    return theme.scripts + theme.styles + 210 * (theme.menu + theme.footer) + 95 * theme.metas + 2_500


@cache
def fixed_head(theme: Theme) -> str:
    """What stands in the head of all pages of a theme: icons, style sheets, inline scripts and styles."""
    chance = random.Random(theme.name)
    lines = []
    for number in range(theme.metas):
        word = chance.choice(_WORDS)
        lines.append(
            chance.choice(
                (
                    f'<link rel="stylesheet" id="{word}-{number}-css" href="/assets/{theme.name}/css/{word}.min.css?ver=6.{number}">',
                    f'<link rel="preload" as="font" type="font/woff2" crossorigin href="/assets/fonts/{word}-{number}.woff2">',
                    f'<meta name="{word}:{number}" content="{chance.getrandbits(96):024x}">',
                    f'<meta property="{word}:{number}" content="{chance.getrandbits(64):x}">',
                    f'<meta itemprop="{word}" content="/{word}/{chance.getrandbits(48):x}">',
                    f'<link rel="apple-touch-icon" sizes="{number}x{number}" href="/assets/icons/{word}-{number}.png">',
                    f'<script defer src="https://cdn.example.net/{word}/{number}/{word}.min.js" data-key="{number}"></script>',
                )
            )
        )
    lines.append(f"<style>{_styles(chance, theme.styles)}</style>" if theme.styles else "")
    lines.append(f"<script>{scripts(chance, theme.scripts // 2)}</script>")
    return "\n".join(theme.pad + line for line in lines)


@cache
def header(theme: Theme, language: Language) -> str:
    """The top of a page, with its menus."""
    links = "\n".join(_menu_item(theme, language, number) for number in range(theme.menu))
    name = theme.name
    return f"""<header class="{name}-header {name}-header--sticky" id="site-header" role="banner">
{theme.pad}<div class="{name}-header__inner container"><a class="{name}-header__logo" href="/" title="{SITE}">\
<img class="{name}-logo" src="/assets/{name}/logo.svg" alt="{SITE}" width="180" height="40"></a>
{theme.pad}<nav class="{name}-nav {name}-nav--main" aria-label="main"><ul class="{name}-nav__list">
{links}
{theme.pad}</ul></nav>
{theme.pad}<form class="{name}-search" action="/search" method="get"><input type="search" name="q" placeholder="…">\
<button type="submit" class="{name}-button">OK</button></form></div>
</header>"""


@cache
def footer(theme: Theme, language: Language) -> str:
    """The foot of a page: menus, whose the site is, and the scripts of its end."""
    chance = random.Random(f"{theme.name} {language.tag}")
    links = "\n".join(_menu_item(theme, language, number) for number in range(theme.footer))
    licence = (
        '<p class="licence"><a rel="license" href="https://creativecommons.org/licenses/by-sa/4.0/">CC BY-SA 4.0</a></p>'
        if theme.licence
        else ""
    )
    return f"""<footer class="{theme.name}-footer" id="site-footer" role="contentinfo">
{theme.pad}<ul class="{theme.name}-footer__menu">
{links}
{theme.pad}</ul>
{theme.pad}{licence}<p class="{theme.name}-footer__copyright">© 2026 {SITE}. {language.rights}</p>
</footer>
<script>{scripts(chance, theme.scripts // 2)}</script>"""


@cache
def teasers(theme: Theme, language: Language, targets: tuple[str, ...]) -> tuple[str, ...]:
    """Teasers of the site's other pages, which stand at `targets`."""
    chance = random.Random(f"{theme.name} {language.tag} teasers")
    return tuple(_teaser(chance, theme, language, chance.choice(targets)) for _ in range(TEASERS))


def scripts(chance: random.Random, size: int) -> str:
    """About so many bytes of inline script."""
    parts = _script_parts()
    return "".join(chance.choices(parts, k=max(1, size * len(parts) // sum(map(len, parts)))))


@cache
def _script_parts() -> tuple[str, ...]:
    """What inline scripts are made of: settings of things to load, and calls."""
    chance = random.Random("scripts")
    parts = []
    for _ in range(200):
        word, other = chance.choice(_SCRIPT_WORDS), chance.choice(_SCRIPT_WORDS)
        settings = {other: chance.random(), "enabled": True, "url": f"/api/{word}/{chance.getrandbits(32):x}"}
        parts += [
            f'window.{word}Queue=window.{word}Queue||[];{word}Queue.push(["{other}",{{id:"{chance.getrandbits(64):x}"}}]);',
            f'!function(e,t){{var n=e.createElement("script");n.async=1;n.src="/assets/{word}.js";t.appendChild(n)}}'
            "(document,document.head);",
            f"var {word}Config={json.dumps(settings)};",
        ]
    return tuple(parts)


def _styles(chance: random.Random, size: int) -> str:
    rules = []
    while size > 0:
        rule = f".{chance.choice(_WORDS)}__{chance.choice(_WORDS)}{{{';'.join(chance.sample(_PROPERTIES, 3))}}}"
        rules.append(rule)
        size -= len(rule)
    return "".join(rules)


def _menu_item(theme: Theme, language: Language, number: int) -> str:
    text = language.menu[number % len(language.menu)]
    return (
        f'{theme.pad * 7}<li class="{theme.name}-nav__item {theme.name}-nav__item--level-{number % 3} menu-item-{number}">'
        f'<a class="{theme.name}-nav__link" href="/{language.tag}/topics/{number}/" data-track="nav-{number}">{text}</a></li>'
    )


def _teaser(chance: random.Random, theme: Theme, language: Language, target: str) -> str:
    name, key = theme.name, chance.randrange(10_000)
    title = chance.choice(language.titles)
    pad = "\n" + theme.pad * 9
    parts = [
        f"<!-- teaser {key} -->",
        f'<li class="{name}-teaser {name}-teaser--compact js-teaser" data-id="{key}" data-track="teaser|{key}|sidebar">',
        f'<a class="{name}-teaser__link" href="{target}">',
        _sign(chance, name),
        f'<h3 class="{name}-teaser__title" style="--lines: 3">{title}</h3></a>',
        f'<div class="{name}-teaser__foot"><i class="icon icon-clock"></i> <span class="{name}-teaser__count">{key % 60}</span></div>',
        f'<span class="{name}-teaser__tools" data-state="{scripts(chance, 40).translate(_QUOTED)}"></span>',
        "</li>",
    ]
    return theme.pad * 8 + pad.join(parts)


def _sign(chance: random.Random, name: str) -> str:
    """What stands beside the title of a teaser: a picture, a drawn icon or nothing."""
    image = f"/media/{chance.getrandbits(40):010x}"
    points = " ".join(f"{chance.randrange(24)}.{chance.randrange(99):02}" for _ in range(60))
    return chance.choice(
        (
            f'<img class="{name}-teaser__image lazyload" src="{image}-160.jpg" data-srcset="{image}-320.jpg 320w, {image}-640.jpg'
            f' 640w" alt="" width="160" height="90" loading="lazy">',
            f'<svg class="icon icon-article" viewBox="0 0 24 24" aria-hidden="true"><path d="M{points}z"></path></svg>',
            "",
            "",
            "",
        )
    )
