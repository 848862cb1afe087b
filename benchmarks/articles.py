"""What is a page's own on the generated site: its head, its text with pictures and quotations, its comments."""

from __future__ import annotations

import json
import random
from enum import StrEnum

from benchmarks.languages import Language, Outlet
from benchmarks.themes import SITE, SITE_URL, Theme

_CODE = [
    "def",
    "load(path,",
    "limit=10):",
    "count",
    "=",
    "0",
    "for",
    "line",
    "in",
    "path",
    "if",
    "not",
    "line:",
    "continue",
    "count",
    "+=",
    "1",
    "return",
    "count",
]


class Kind(StrEnum):
    """What sort of page it is."""

    NEWS = "news"
    BLOG = "blog"
    MANUAL = "docs"
    STORE = "shop"


def head(  # noqa: PLR0913, PLR0917 - all that a head speaks of
    kind: Kind, language: Language, path: str, title: str, author: str, date: str, canonical: str | None
) -> str:
    """The part of the head that speaks of the page."""
    url = SITE_URL + path.removesuffix("index.html")
    data = {
        "@context": "https://schema.org",
        "@type": {Kind.NEWS: "NewsArticle", Kind.BLOG: "BlogPosting", Kind.STORE: "Product"}.get(kind, "TechArticle"),
        "headline": title,
        "datePublished": date,
        "mainEntityOfPage": {"@type": "WebPage", "@id": url},
        "author": {"@type": "Person", "name": author},
        "publisher": {
            "@type": "Organization",
            "name": SITE,
            "logo": {"@type": "ImageObject", "url": f"{SITE_URL}l.png"},
        },
    }
    summary = language.sentences[len(title) % len(language.sentences)].strip()
    return f"""<title>{title} | {SITE}</title>
<meta name="description" content="{summary}">
<link rel="canonical" href="{canonical or url}">
<meta property="og:type" content="article">
<meta property="og:title" content="{title}">
<meta property="og:url" content="{url}">
<meta property="og:site_name" content="{SITE}">
<meta property="og:image" content="{SITE_URL}media/{len(path):x}-1200.jpg">
<meta name="twitter:card" content="summary_large_image">
<meta property="article:published_time" content="{date}">
<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>"""


def byline(theme: Theme, language: Language, author: str, date: str) -> str:
    """Who wrote it, and when."""
    return (
        f'<div class="{theme.name}-meta"><span class="byline">{language.by} <a class="author" rel="author" '
        f'href="/{language.tag}/authors/{len(author)}/">{author}</a></span> <time datetime="{date}">{date[:10]}</time></div>'
    )


def picture(chance: random.Random, theme: Theme, language: Language) -> str:
    """A picture, with the caption that the site's own pictures have."""
    image = f"/media/{chance.getrandbits(40):010x}"
    caption = f"{chance.choice(language.sentences)}{language.photo}: {chance.choice(language.staff)}"
    return f"""<figure class="{theme.name}-figure"><img src="{image}-960.jpg" srcset="{image}-640.jpg 640w, {image}-960.jpg 960w" \
sizes="(min-width: 960px) 960px, 100vw" width="960" height="540" alt="{chance.choice(language.titles)}">
<figcaption>{caption}</figcaption></figure>"""


def text(chance: random.Random, theme: Theme, language: Language, kind: Kind, size: int) -> list[str]:
    """About so many bytes of text, in the blocks that the kind of page has."""
    blocks: list[str] = []
    count = max(2, round(size / language.bytes_a_sentence))
    while count > 0:
        long = chance.randint(2, 6)
        count -= long
        sentences = chance.choices(language.sentences, k=long)
        if kind in {Kind.NEWS, Kind.BLOG} and chance.random() < 0.12:
            sentences[chance.randrange(long)] = _reported(chance, language)
        if chance.random() < 0.15:
            target = f'<a href="/{language.tag}/topics/{chance.randrange(90)}/">{chance.choice(language.titles)}</a>'
            sentences.append(target + language.stop)
        blocks.append(f"<p>{''.join(sentences).rstrip()}</p>")
        rare = chance.random()
        if rare < 0.12:
            blocks.append(f'<h2 id="part-{count}">{chance.choice(language.titles)}</h2>')
        elif rare < 0.16:
            blocks.append(_quotation(chance, language))
        elif rare < 0.20:
            blocks.append(
                "<ul>" + "".join(f"<li>{item}</li>" for item in chance.choices(language.titles, k=4)) + "</ul>"
            )
        elif rare < 0.23:
            blocks.append(picture(chance, theme, language))
        elif rare < 0.40 and kind is Kind.MANUAL:
            blocks.append(_code(chance))
        elif rare < 0.40 and kind is Kind.STORE:
            blocks.append(_table(chance, language))
    return blocks


def tail(chance: random.Random, theme: Theme, language: Language) -> str:
    """Tags and share buttons below a text."""
    tags = "".join(
        f'<li><a rel="tag" href="/{language.tag}/tags/{number}/">{language.menu[number]}</a></li>'
        for number in chance.sample(range(len(language.menu)), 3)
    )
    return f"""<ul class="{theme.name}-tags">{tags}</ul>
<div class="{theme.name}-share"><span>{language.share}</span> <a href="https://www.facebook.com/sharer/sharer.php?u=">Facebook</a> \
<a href="https://twitter.com/intent/tweet?url=">Twitter</a> <a href="https://wa.me/?text=">WhatsApp</a></div>
<p class="next"><a class="more" href="/{language.tag}/">{language.more}</a></p>"""


def own_note(chance: random.Random, language: Language) -> str:
    """What own pages say of their own text and figures."""
    return f'<p class="note"><small>{chance.choice(language.own)}</small></p>'


def comment(chance: random.Random, theme: Theme, language: Language, number: int) -> str:
    """One comment of a reader; some name an outlet, or link to one."""
    words = "".join(chance.choices(language.sentences, k=chance.randint(1, 3))).rstrip()
    outlet = chance.choice(language.outlets)
    link = (
        f' <a rel="nofollow ugc" href="{_article_of(chance, outlet)}">{outlet.name}</a>'
        if chance.random() < 0.1
        else ""
    )
    return f"""<li class="{theme.name}-comment depth-{number % 3}" id="comment-{number}"><div class="comment-author vcard">\
<img class="avatar" alt="" src="/avatars/{chance.getrandbits(24):06x}.png" width="40" height="40"> <cite class="fn">guest{number}</cite></div>
<div class="comment-body"><p>{words}{link}</p></div><a class="comment-reply-link" href="#respond">↩</a></li>"""


def address_of_original(chance: random.Random, outlet: Outlet) -> str:
    """Where the original of a republished text stands."""
    return _article_of(chance, outlet)


def _article_of(chance: random.Random, outlet: Outlet) -> str:
    slug = "-".join(chance.choices(("river", "winter", "market", "school", "budget", "harbour", "forest"), k=4))
    return f"https://www.{outlet.host}/2024/{chance.randint(1, 12):02}/{chance.randint(1, 28):02}/{slug}-{chance.randrange(10**6)}"


def _reported(chance: random.Random, language: Language) -> str:
    """A sentence that names an outlet, sometimes with a link to what it reported."""
    outlet = chance.choice(language.outlets)
    name = outlet.name
    if chance.random() < 0.3:
        name = f'<a href="{_article_of(chance, outlet)}">{name}</a>'
    return chance.choice(language.reported).format(outlet=name, text=chance.choice(language.clauses)) + language.stop


def _quotation(chance: random.Random, language: Language) -> str:
    outlet = chance.choice(language.outlets)
    words = chance.choice(language.sentences).rstrip()
    url = _article_of(chance, outlet)
    return f'<blockquote cite="{url}"><p>{words}</p><footer><a href="{url}">{outlet.name}</a></footer></blockquote>'


def _code(chance: random.Random) -> str:
    lines = "\n".join(
        f'<span class="line"><span class="k">{" ".join(chance.choices(_CODE, k=6))}</span></span>' for _ in range(8)
    )
    return f'<div class="highlight"><pre><code class="language-python">{lines}</code></pre></div>'


def _table(chance: random.Random, language: Language) -> str:
    rows = "".join(
        f'<tr class="row"><th scope="row">{chance.choice(language.menu)}</th><td>{chance.randrange(1000)}</td></tr>'
        for _ in range(8)
    )
    return f'<table class="properties"><tbody>{rows}</tbody></table>'
