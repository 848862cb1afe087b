"""The site that a page is published on: its hosts and the names it goes by.

Every source that a page names is compared with these first: "Originally published on X" on X itself is no republication.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from attribution_lint.fold import fold, letters
from attribution_lint.model import Region
from attribution_lint.urls import brand, host_of, may_be_source, plain_host, registrable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from attribution_lint.outlets import Outlets
    from attribution_lint.page import Page

_SEPARATOR = re.compile(r"\s+[|\-–—:·•»«/]\s+|\s*[|｜_丨]\s*|--|\s+::\s+")
_NOISE = re.compile(r"^(?:the|www\.?)\s+|\s*(?:,?\s*(?:inc|llc|ltd|gmbh|co|corp|ag|s\.?a|plc)\.?)+$|[®™©]")
_DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,12}\b")
_VOWELS = re.compile(r"[aeiouy]")
_VOWELLESS = re.compile(r"[\u0590-\u06ff]")
_FOOTER_OWNER = re.compile(
    r"(?:©|\(c\)|copyright|ⓒ)\s*(?:©|\(c\))?\s*(?:\d{4}(?:\s*[-–—~,]\s*(?:\d{4})?)*)?[\s,]*(?:by\s+)?([^|.,;:•©\d(][^|.;:•©(]{1,60})",
    re.IGNORECASE,
)
_LEAST = 3
"""Shortest name that is looked for inside another one."""


@dataclass(frozen=True, slots=True)
class Site:
    """Who publishes the page."""

    domains: frozenset[str]
    """Registrable domains."""
    names: frozenset[str]
    """Letters of its names."""
    outlets: frozenset[str]
    """Ids of the known outlets that it is."""

    def owns_host(self, host: str) -> bool:
        """Whether a host is the site's own, or one of its house: the same word under another top-level domain."""
        if not host:
            return False
        domain = registrable(host)
        return domain in self.domains or (
            len(brand(host)) > _LEAST and brand(host) in {brand(own) for own in self.domains}
        )

    def owns_url(self, url: str | None) -> bool:
        """Whether an address leads to the site itself; relative addresses do."""
        if not url:
            return False
        host = host_of(url)
        return self.owns_host(host) if host else not url.lower().startswith(("mailto:", "tel:", "http"))

    def is_called(self, name: str, outlets: Outlets) -> bool:
        """Whether a name is one of the site's own."""
        plain = letters(_NOISE.sub("", fold(name)).strip())
        if not plain:
            return False
        if plain in self.names:
            return True
        if self.outlets and any(outlet.id in self.outlets for outlet in outlets.by_name(name)):
            return True
        if any(self.owns_host(plain_host(domain)) for domain in _DOMAIN.findall(fold(name))):
            return True
        if any(_alike(own, plain) for own in self.names):
            return True
        return not plain.isascii() and self._is_spelt(plain)

    def _is_spelt(self, name: str) -> bool:
        """Whether a name in another script is how the site's domain spells it: УНН at unn.com.ua, 半月谈网 at banyuetan.org."""
        from anyascii import anyascii

        latin = letters(anyascii(name))
        brands = {brand(domain) for domain in self.domains}
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
    host = host_of(url)
    found = outlets.by_host(host)
    names = {brand(host), letters(registrable(host)), letters(host)}
    if found is not None and not found.is_platform:
        names.update(letters(name) for name in found.names)
    return Site(frozenset({registrable(host)}), frozenset(names), frozenset({found.id} if found is not None else ()))


def _alike(own: str, name: str) -> bool:
    """Whether one of two names is most of the other."""
    short, long = sorted((own, name), key=len)
    least = _LEAST if short.isascii() else 1
    return len(short) > least and short in long and len(short) >= 0.6 * len(long)


def identify(page: Page, outlets: Outlets) -> Site:
    """Who publishes a page, by the address the configuration gives, else by what the page says of itself."""
    domains: set[str] = set()
    own = host_of(page.url) or _guess_host(page)
    if own:
        domains.add(registrable(own))
    names: set[str] = set()
    ids: set[str] = set()
    for domain in domains:
        names.add(brand(domain))
        names.add(letters(domain))
    if own:
        names.add(letters(own))
        found = outlets.by_host(own)
        if found is not None and not found.is_platform:
            ids.add(found.id)
            names.update(letters(name) for name in found.names)
    names.update(letters(_NOISE.sub("", fold(name)).strip()) for name in _said_names(page, own, outlets))
    return Site(frozenset(domains), frozenset(name for name in names if len(name) > 1), frozenset(ids))


def _said_names(page: Page, own: str, outlets: Outlets) -> Iterator[str]:
    """The names that a page gives its site: in metadata, in the title's suffix, in its footer's © line."""
    for item in page.values(
        "og:site_name", "application-name", "site", "apple-mobile-web-app-title", "al:ios:app_name"
    ):
        yield item.value
    for item in page.values("publisher.name", "dc.publisher"):
        # The publisher of a licensed copy is sometimes given as the source's: a known outlet's name needs the host to agree.
        known = outlets.by_name(item.value)
        if not known or not own or outlets.by_host(own) in known:
            yield item.value
    yield from _title_names(page, own)
    for block in page.blocks:
        if block.region is Region.FOOTER and len(block.text) < 300 and (owner := _FOOTER_OWNER.search(block.text)):
            name = re.split(r"\ball rights\b|\s[-–—]\s|\. ", owner[1], maxsplit=1, flags=re.IGNORECASE)[0].strip(" ,-–")
            if not any(outlet.is_agency for outlet in outlets.by_name(name)):
                yield name


def _title_names(page: Page, own: str) -> Iterator[str]:
    parts = [part.strip() for part in _SEPARATOR.split(page.title) if part.strip()]
    if len(parts) < 2:
        return
    headline = letters(page.blocks[page.headline].text) if page.headline is not None else ""
    last = letters(parts[-1])
    if last and len(parts[-1]) <= 40 and last not in headline:
        yield parts[-1]
    word = brand(own) if own else ""
    for part in parts[:-1]:
        plain = letters(part)
        if (
            word
            and len(word) > _LEAST
            and (word in plain or plain in word)
            and len(plain) > _LEAST
            and len(part) <= 40
            and plain not in headline
        ):
            yield part


def _guess_host(page: Page) -> str:
    """The host that the page's own navigation and resources name most often."""
    votes: Counter[str] = Counter()
    for item in page.values("og:url", "shortlink", "alternate", "url", "al:web:url"):
        votes[registrable(host_of(item.value))] += 3
    for block in page.blocks:
        if block.region in {Region.NAV, Region.HEADER, Region.FOOTER}:
            for link in block.links:
                if link.url and may_be_source(link.url):
                    votes[registrable(host_of(link.url))] += 1
    votes.pop("", None)
    best = votes.most_common(2)
    if not best or (len(best) > 1 and best[0][1] < 2 * best[1][1]):
        return ""
    return best[0][0]
