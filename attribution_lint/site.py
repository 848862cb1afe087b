"""The site that a page is published on: its hosts and the names it goes by.

Every source that a page names is compared with these first: "Originally published on X" on X itself is no
republication.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from attribution_lint.expressions import expression
from attribution_lint.fold import fold, letters
from attribution_lint.generic import load_generic_names
from attribution_lint.model import Place, Region
from attribution_lint.outlets import Outlets
from attribution_lint.page import Page
from attribution_lint.urls import brand, host_of, may_be_source, plain_host, registrable

_SEPARATOR = expression(r"\s+[|\-–—:·•»«/]\s+|\s*[|｜_丨]\s*|--|\s+::\s+")
_COLON = expression(r"\s*[:：]\s*")
_MARKS = expression(r"^(?:the|www\.?)\s+|[®™©]")
_COMPANY = expression(r"[\s,]+(?:inc|llc|ltd|gmbh|co|corp|ag|s\.?a|plc)\.?$")
_DOMAIN = expression(r"(?:[a-z0-9-]+\.)+[a-z]{2,12}\b")
_VOWELS = expression(r"[aeiouy]")
_VOWELLESS = expression(r"[\u0590-\u06ff]")
_FOOTER_OWNER = expression(
    r"(?:©|\(c\)|copyright|ⓒ)\s*(?:(?:©|\(c\)|copyright)\s*)?(?:\d{4}(?:\s*[-–—~,]\s*(?:\d{4})?)*)?[\s,]*(?:by\s+)?"
    r"([^|.,;:•©\d(][^|.;:•©(]{1,60})",
    re.IGNORECASE,
)
_OWNER_END = expression(
    r"\ball rights\b|\bpowered by\b|\bbuilt with\b|版权所有|版權所有|[\u4e00-\u9fff]?icp备|\s[-–—]\s|\. |,?\s*\d{4}\b",
    re.IGNORECASE,
)
_LEAST = 3
"""Shortest name that is looked for inside another one."""
_STEM, _ENDING = 4, 3
"""What stays of a word in all its cases, at least, and how many letters an ending can have."""
_CASES = frozenset(
    ["be", "bg", "bs", "cs", "el", "et", "fi", "hr", "hu", "lt", "lv", "mk", "pl", "ru", "sk", "sl", "sr", "tr", "uk"]
)
"""Languages in which a name ends differently in different places of a sentence."""
_BEFORE_DECLINED = 4
"""How many words can stand before a declined name: "the print edition of"."""
_LONGEST = 120
"""A longer text is nobody's name."""
_LONGEST_IN_TITLE = 40
_LONGEST_FOOTER = 300
"""A longer block of a footer is a text, not a line about its owner."""
_MOST_NAMES = 60


@dataclass(frozen=True, slots=True)
class Site:
    """Who publishes the page."""

    domains: frozenset[str]
    """Registrable domains."""
    names: frozenset[str]
    """Letters of its names."""
    outlets: frozenset[str]
    """Ids of the known outlets that it is."""
    declines: bool = False
    """Its pages are in a language in which names have cases."""

    def owns_host(self, host: str) -> bool:
        """Whether a host is the site's own, or one of its house: the same word under another top-level domain."""
        if not host:
            return False
        word = brand(host)
        return registrable(host) in self.domains or (len(word) > _LEAST and word in map(brand, self.domains))

    def owns_url(self, url: str | None) -> bool:
        """Whether an address leads to the site itself; relative addresses do."""
        if not url:
            return False
        host = host_of(url)
        return self.owns_host(host) if host else not url.lower().startswith(("mailto:", "tel:", "http"))

    def is_called(self, name: str, outlets: Outlets) -> bool:
        """Whether a name is one of the site's own."""
        plain = _plain(name)
        if not plain:
            return False
        if plain in self.names:
            return True
        if self.outlets and any(outlet.id in self.outlets for outlet in outlets.by_name(name)):
            return True
        if any(self.owns_host(plain_host(domain)) for domain in _DOMAIN.findall(fold(name))):
            return True
        if any(_alike(own, plain) for own in self.names) or self._is_declined(name):
            return True
        return not plain.isascii() and self._is_spelt(plain)

    def _is_declined(self, name: str) -> bool:
        """Whether a name, or its last words, is one of the site's own in another case: Gazety Wołyńskiej."""
        words = [word for word in map(letters, name.split()) if word]
        firsts = range(min(len(words) - 1, _BEFORE_DECLINED + 1)) if self.declines else ()
        return any(_declines(words[first:], own) for first in firsts for own in self.names)

    def _is_spelt(self, name: str) -> bool:
        """Whether a name in another script is how the site's domain spells it.

        УНН is at unn.com.ua, 半月谈网 at banyuetan.org.
        """
        from anyascii import anyascii

        latin = letters(anyascii(name))
        brands = {letters(brand(domain)) for domain in self.domains}
        if any(_alike(own, latin) or own == latin for own in brands):
            return True
        # Scripts that write no vowels: البيان at albayan.ae.
        bare = _VOWELS.sub("", latin)
        return (
            bool(_VOWELLESS.search(name))
            and len(bare) >= _LEAST
            and any(_VOWELS.sub("", own) == bare for own in brands)
        )


def publisher_of(url: str, outlets: Outlets) -> Site:
    """Who publishes another page, as far as its address tells."""
    return _of_host(host_of(url), outlets, ())


def identify(page: Page, outlets: Outlets) -> Site:
    """Who publishes a page, by the address the configuration gives, else by what the page says of itself."""
    own = host_of(page.url) or _guess_host(page)
    headline = page.blocks[page.headline].text if page.headline is not None else ""
    said = (name for name in _said_names(page, own, outlets) if name.strip() != headline)
    site = _of_host(own, outlets, islice(said, _MOST_NAMES))
    return replace(site, declines=page.language.partition("-")[0] in _CASES)


def _of_host(host: str, outlets: Outlets, said: Iterable[str]) -> Site:
    names = {_plain(name) for name in said} - load_generic_names()
    if not host:
        return Site(frozenset(), frozenset(name for name in names if len(name) > 1), frozenset())
    names.update(map(letters, (brand(host), registrable(host), host)))
    found = outlets.by_host(host)
    if found is not None and found.is_platform:
        found = None
    if found is not None:
        names.update(map(letters, found.names))
    return Site(
        frozenset({registrable(host)}),
        frozenset(name for name in names if len(name) > 1),
        frozenset({found.id} if found is not None else ()),
    )


def _plain(name: str) -> str:
    """The letters of a name without "the" and the forms of companies; "" for what is no name."""
    if len(name) > _LONGEST:
        return ""
    plain = _MARKS.sub("", fold(name)).strip()
    while (shorter := _COMPANY.sub("", plain)) != plain:
        plain = shorter
    return letters(plain)


def _declines(words: Sequence[str], own: str) -> bool:
    """Whether words are those of a name that is given without spaces, but for their endings."""
    reached = {0}
    for word in words:
        stem = word[: max(_STEM, len(word) - _ENDING)]
        reached = {
            end
            for start in reached
            if own.startswith(stem, start)
            for end in range(start + len(stem), min(len(own), start + len(stem) + _ENDING) + 1)
        }
    return len(own) in reached


def _alike(own: str, name: str) -> bool:
    """Whether one of two names is most of the other."""
    short, long = sorted((own, name), key=len)
    least = _LEAST if short.isascii() else 1
    return len(short) > least and short in long and len(short) >= 0.6 * len(long)


def _said_names(page: Page, own: str, outlets: Outlets) -> Iterator[str]:
    """The names that a page gives its site: in metadata, in the title, in its footer's © line."""
    for item in page.values(
        "og:site_name", "application-name", "site", "apple-mobile-web-app-title", "al:ios:app_name"
    ):
        yield item.value
    for item in page.values("publisher.name", "dc.publisher"):
        if _can_be_own(item.value, own, outlets):
            yield item.value
    yield from _title_names(page, own, outlets)
    footer = Region.FOOTER
    for block in page.blocks:
        if block.region is footer and len(block.text) < _LONGEST_FOOTER:
            owner = _FOOTER_OWNER.search(block.text)
            name = _OWNER_END.split(owner[1], maxsplit=1)[0].strip(" ,-–—") if owner else ""
            if name and not any(outlet.is_agency for outlet in outlets.by_name(name)):
                yield name


def _can_be_own(name: str, own: str, outlets: Outlets) -> bool:
    """Whether the site can be what it calls itself: a copy sometimes gives the name of the outlet it was taken from.

    So a known outlet's name needs the host to agree.
    """
    known = outlets.by_name(name) if len(name) <= _LONGEST else ()
    if not known or not own:
        return True
    return outlets.by_host(own) in known or brand(own) in {brand(host) for outlet in known for host in outlet.domains}


def _title_names(page: Page, own: str, outlets: Outlets) -> Iterator[str]:
    """The site's name in the title: "Headline | Site", "Headline - Section - Site".

    In front, as in "Site: Headline", only a name that is like the host's can be told from a section's.
    """
    headline = letters(page.blocks[page.headline].text) if page.headline is not None else ""
    parts = [part.strip() for part in _SEPARATOR.split(page.title) if part.strip()]
    if len(parts) > 1 and _can_be_own(parts[-1], own, outlets):
        yield from (name for name in parts[-1:] if len(name) <= _LONGEST_IN_TITLE and letters(name) not in headline)
    if len(parts) > 1 and _is_site_in_front(page, parts[0], parts[-1]) and _can_be_own(parts[0], own, outlets):
        yield parts[0]
    word = letters(brand(own))
    if len(word) > _LEAST:
        before_colon = _COLON.split(page.title, maxsplit=1)[:-1]
        for name in (*parts[:-1], *before_colon):
            plain = letters(name)
            if _LEAST < len(plain) <= len(name) <= _LONGEST_IN_TITLE and plain not in headline:
                yield from (like for like in [name] if word in plain or plain in word)


def _is_site_in_front(page: Page, first: str, last: str) -> bool:
    """Whether a title goes "Site - Headline": a © line names the first part, and the page repeats the last one."""
    if len(first) > _LONGEST_IN_TITLE:
        return False
    if not any("©" in block.text and letters(first) in letters(block.text) for block in page.blocks):
        return False
    texts = {letters(block.text) for block in page.blocks if len(block.text) <= len(page.title)}
    return letters(last) in texts and letters(first) not in texts


def _guess_host(page: Page) -> str:
    """The host that the page's own navigation and resources name most often; "" where none stands out."""
    votes: Counter[str] = Counter()
    seen: set[Place] = set()
    for item in page.values("og:url", "shortlink", "alternate", "url", "al:web:url"):
        votes[registrable(host_of(item.value))] += 3
    frame = (Region.NAV, Region.HEADER, Region.FOOTER)
    for block in page.blocks:
        if block.links and block.region in frame:
            for link in block.links:
                if link.url and link.place not in seen and may_be_source(link.url):
                    seen.add(link.place)
                    votes[registrable(host_of(link.url))] += 1
    votes.pop("", None)
    best = votes.most_common(2)
    if not best or (len(best) > 1 and best[0][1] < 2 * best[1][1]):
        return ""
    return best[0][0]
