"""Addresses: which of them a reader can follow, and what they point at."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import SplitResult, urljoin, urlsplit

_NO_TARGET = re.compile(
    r"^(?:#.*|https?:(?:/{0,2})#?|javascript:.*|about:blank.*|data:.*|void\(0\)|null|undefined|)$",
    re.IGNORECASE | re.DOTALL,
)
_SECTION = re.compile(
    r"^(?:[a-z]{2}(?:[-_][a-z]{2,4})?|index(?:\.\w+)?|home|blog|blogs|news|about|default\.\w+|articles?|posts?|www)$",
    re.IGNORECASE,
)


def has_target(href: str | None) -> bool:
    """Whether a link leads anywhere: not "", "#", "http://", "http://#", "javascript:;" or "about:blank"."""
    return href is not None and not _NO_TARGET.match(href.strip())


def split(url: str) -> SplitResult | None:
    """The parts of an address; None where it is not one (`http://[` is a common accident)."""
    try:
        parts = urlsplit(url.strip())
        parts.hostname  # noqa: B018 - raises on a bad port or bracket
    except ValueError:
        return None
    return parts


def join(base: str | None, href: str) -> str:
    """The absolute address of a link, or the link itself where base and link do not make one."""
    href = href.strip().replace("\n", "").replace("\t", "").replace("\r", "")
    if base is None:
        return "https:" + href if href.startswith("//") else href
    try:
        return urljoin(base, href)
    except ValueError:
        return href


def host_of(url: str | None) -> str:
    """Lower-case host without `www.`, `m.` and `amp.`; "" for a relative address or none."""
    if not url:
        return ""
    parts = split(url)
    if parts is None or parts.scheme.lower() not in {"http", "https"}:
        return ""
    return plain_host(parts.hostname or "")


def plain_host(host: str) -> str:
    """A host without the prefixes that do not tell sites apart."""
    return re.sub(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)", "", host.lower().rstrip("."))


@cache
def _suffixes() -> object:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()


@cache
def registrable(host: str) -> str:
    """The registrable domain of a host: `news.bbc.co.uk` gives `bbc.co.uk`; the host itself where there is none.

    A user's page on a shared host (`name.github.io`) is a domain of its own, as the public suffix list has it.
    """
    if not host or host.replace(".", "").isdigit():
        return host
    found = _suffixes().privatesuffix(host)  # type: ignore[attr-defined] - untyped library
    return found or host


def brand(host: str) -> str:
    """The word that a domain is known by: `bbc` for `news.bbc.co.uk`."""
    return registrable(plain_host(host)).partition(".")[0]


def is_article(url: str) -> bool:
    """Whether an address can be one article's: neither a home page, nor a bare section such as `/blog` or `/en`."""
    parts = split(url)
    if parts is None:
        return False
    if parts.query and re.search(
        r"(?:^|&)(?:p|id|aid|nid|article|articleid|story|sn|__biz|idxno|no|v|url|newsid|post)=",
        parts.query,
        re.IGNORECASE,
    ):
        return True
    segments = [segment for segment in parts.path.split("/") if segment]
    if not segments:
        # Old single-page sites keep their articles behind a fragment route.
        return bool(re.match(r"!?/\w+/\w", parts.fragment))
    return not all(_SECTION.match(segment) for segment in segments)


SHORTENERS = frozenset(
    {
        "t.cn",
        "bit.ly",
        "t.co",
        "goo.gl",
        "tinyurl.com",
        "ow.ly",
        "is.gd",
        "buff.ly",
        "dlvr.it",
        "url.cn",
        "dwz.cn",
        "lnkd.in",
        "fb.me",
        "wp.me",
        "j.mp",
        "naver.me",
        "han.gl",
        "me2.do",
        "amzn.to",
        "youtu.be",
        "suo.im",
        "trib.al",
        "cutt.ly",
        "rb.gy",
        "ift.tt",
    }
)
"""Hosts that forward to an address that the link does not show."""

SOCIAL = frozenset(
    {
        "facebook.com",
        "twitter.com",
        "x.com",
        "linkedin.com",
        "pinterest.com",
        "whatsapp.com",
        "wa.me",
        "telegram.me",
        "t.me",
        "instagram.com",
        "tumblr.com",
        "weibo.com",
        "qq.com",
        "line.me",
        "vk.com",
        "ok.ru",
        "getpocket.com",
        "flipboard.com",
        "reddit.com",
        "band.us",
        "hatena.ne.jp",
        "kakao.com",
        "naver.com",
        "threads.net",
        "bsky.app",
        "mastodon.social",
    }
)
"""Hosts that most pages link for sharing, and some for the post that they copy."""

TOOLS = frozenset(
    {
        "creativecommons.org",
        "gravatar.com",
        "disqus.com",
        "addtoany.com",
        "google.com",
        "apple.com",
        "schema.org",
        "w3.org",
        "miit.gov.cn",
        "beian.gov.cn",
        "hexo.io",
        "wordpress.org",
        "gohugo.io",
        "jekyllrb.com",
        "theme-next.org",
        "theme-next.js.org",
        "npmjs.com",
        "gmpg.org",
        "archive.is",
        "jsdelivr.net",
        "googletagmanager.com",
        "doubleclick.net",
        "feedburner.com",
        "feedly.com",
    }
)
"""Hosts of tools, licences and registries: no source of an article."""

_SHARING = re.compile(r"share|intent|submit|dialog|/add\b|/send\b|/follow|bookmark|/home\?status|widget", re.IGNORECASE)


def may_be_source(url: str) -> bool:
    """Whether an absolute address can be where an article came from, as far as its host tells."""
    host = host_of(url)
    if "." not in host or host.replace(".", "").isdigit():
        return False  # a bare number is a staging server
    domain = registrable(host)
    if domain in TOOLS or host in TOOLS:
        return False
    parts = split(url)
    return domain not in SOCIAL or (
        parts is not None and not _SHARING.search(url) and len(parts.path) + len(parts.query) > _POST
    )


_POST = 12
"""The address of one post on a social network is longer than that of an account."""
