"""Addresses: which of them a reader can follow, and what they point at."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from urllib.parse import SplitResult, urljoin, urlsplit

from attribution_lint.expressions import expression
from attribution_lint.suffixes import private_suffix
from attribution_lint.tables import read_table

_NO_TARGET = expression(
    r"(?:#.*|https?:/{0,3}#?|javascript:.*|about:blank.*|data:.*|void\(0\);?|null|undefined|)",
    re.IGNORECASE | re.DOTALL,
)
_SECTION = expression(
    r"[a-z]{2}(?:[-_][a-z]{2,4})?|index(?:\.\w+)?|home|blogs?|news|about|default\.\w+|articles?|posts?|www",
    re.IGNORECASE,
)
_ARTICLE_QUERY = expression(
    r"(?:^|&)(?:p|id|aid|nid|article|articleid|story|sn|__biz|idxno|no|v|url|newsid|post)=", re.IGNORECASE
)
_NO_TEXT = expression(r"\.(?:jpe?g|png|gif|webp|avif|svg|ico|mp[34]|m4a|mov|webm|css|js|zip|gz)$", re.IGNORECASE)
_PROFILE = expression(r"/(?:@[^/]+|(?:u|user|users|author|profile|people)/[^/]+)/?", re.IGNORECASE)
_ROUTE = expression(r"!?/\w+/\w")
_SAME_SITE = expression(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)")
_SHARING = expression(r"share|intent|submit|dialog|/add\b|/send\b|/follow|bookmark|/home\?status|widget", re.IGNORECASE)
_PLAIN = expression(r"https?://[a-zA-Z0-9.-]+(?:/[^\s?#;]*)?")
"""Absolute addresses that stay as they are, whatever page they are on."""
_HOST = re.compile(r"https?://([a-z0-9.-]+)(?:[/?#]|\Z)")
"""The host of an address without port, user or capitals."""
_LONGEST_HOST = 253
"""In characters; no name server takes more (RFC 1035), and to look up each part of a hundred thousand takes minutes."""
_LONGEST_KNOWN = 1_000
"""A longer address, in characters, is not remembered: icons can stand in theirs as a whole."""
_LINE_BREAKS = str.maketrans("", "", "\t\n\r")
_POST = 12
"""The address of one post on a social network is longer than that of an account."""


def has_target(href: str | None) -> bool:
    """Whether a link leads anywhere: not "", "#", "http://", "http://#", "javascript:;" or "about:blank"."""
    if href is None:
        return False
    # Most begin with a slash, or with "http" and much behind it, and the pattern matches none of these.
    return href.startswith(("/", "https://www.", "http://www.")) or not _NO_TARGET.fullmatch(href.strip())


def split(url: str) -> SplitResult | None:
    """The parts of an address; None where it is not one (`http://[` is a common accident)."""
    try:
        return urlsplit(url.strip())
    except ValueError:
        return None


def join(base: str | None, href: str) -> str:
    """The absolute address of a link, or the link itself where base and link do not make one."""
    href = href.strip()
    if not href.isprintable():
        href = href.translate(_LINE_BREAKS)
    if base is None:
        return "https:" + href if href.startswith("//") else href
    if _PLAIN.fullmatch(href):
        return href
    return _seen_joined(base, href) if len(href) <= _LONGEST_KNOWN else _joined(base, href)


@lru_cache(maxsize=4096)
def _seen_joined(base: str, href: str) -> str:
    return _joined(base, href)


def _joined(base: str, href: str) -> str:
    try:
        return urljoin(base, href)
    except ValueError:
        return href


def host_of(url: str | None) -> str:
    """Lower-case host without `www.`, `m.` and `amp.`; "" for none, a relative address, or too long a host."""
    if not url:
        return ""
    if usual := _HOST.match(url):
        host = usual[1]
    else:
        parts = split(url)
        host = (parts.hostname or "") if parts is not None and parts.scheme in {"http", "https"} else ""
    return plain_host(host) if len(host) <= _LONGEST_HOST else ""


@lru_cache(maxsize=4096)
def plain_host(host: str) -> str:
    """A host without the prefixes that do not tell sites apart."""
    return _SAME_SITE.sub("", host.lower().rstrip("."))


@lru_cache(maxsize=16_384)
def registrable(host: str) -> str:
    """The registrable domain of a host: `news.bbc.co.uk` gives `bbc.co.uk`; the host itself where there is none.

    A user's page on a shared host (`name.github.io`) is a domain of its own, as the public suffix list has it.
    """
    if not host or len(host) > _LONGEST_HOST or host.replace(".", "").isdigit():
        return host
    return private_suffix(host) or host


def brand(host: str) -> str:
    """The word that a domain is known by: `bbc` for `news.bbc.co.uk`."""
    return registrable(plain_host(host)).partition(".")[0]


def is_root(url: str) -> bool:
    """Whether an address has neither path nor query."""
    parts = split(url)
    return parts is not None and not parts.path.strip("/") and not parts.query


def is_article(url: str) -> bool:
    """Whether an address can be one article's: no home page, section (`/blog`, `/en`), picture or person's page."""
    parts = split(url)
    if parts is None or _NO_TEXT.search(parts.path) or _PROFILE.fullmatch(parts.path):
        return False
    if _ARTICLE_QUERY.search(parts.query):
        return True
    segments = [segment for segment in parts.path.split("/") if segment]
    if not segments:
        # Old single-page sites keep their articles behind a fragment route.
        return _ROUTE.match(parts.fragment) is not None
    return not all(map(_SECTION.fullmatch, segments))


def may_be_source(url: str) -> bool:
    """Whether an absolute address can be where an article came from, as far as its host tells."""
    host = host_of(url)
    if "." not in host or host.replace(".", "").isdigit():
        return False  # a bare number is a staging server
    domain = registrable(host)
    hosts = _known_hosts()
    if domain in hosts["tools"] or host in hosts["tools"]:
        return False
    if domain not in hosts["social"]:
        return True
    parts = split(url)
    return parts is not None and not _SHARING.search(url) and len(parts.path) + len(parts.query) > _POST


@cache
def _known_hosts() -> dict[str, frozenset[str]]:
    """Hosts that are linked for other reasons than that an article came from them, by kind."""
    table = read_table("hosts")
    return {kind: frozenset(hosts) for kind, hosts in table.items()}
