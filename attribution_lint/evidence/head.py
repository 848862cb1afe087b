"""What the page tells machines: rel=canonical to another site, source tags, JSON-LD and microdata."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from attribution_lint.evidence import weights
from attribution_lint.expressions import expression
from attribution_lint.model import Evidence, EvidenceKind, Region
from attribution_lint.urls import host_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from attribution_lint.evidence.scene import Scene
    from attribution_lint.metadata import Meta

_SOURCE_ADDRESSES = (
    "original-source",
    "syndication-source",
    "isbasedon",
    "isbasedonurl",
    "isbasedon.url",
    "isbasedon.@id",
    "dc.source",
    "dcterms.source",
    "dct:source",
    "via",
    "cite-as",
    "translationofwork.url",
)
_OWN_ADDRESSES = ("og:url", "mainentityofpage", "mainentityofpage.@id")
_WHO_WROTE = (
    "author",
    "author.name",
    "article:author",
    "dc.creator",
    "creator",
    "creator.name",
    "sourceorganization",
    "sourceorganization.name",
    "provider.name",
    "copyrightholder",
    "copyrightholder.name",
    "dc.source",
    "source",
    "news_source",
    "credit",
    "credittext",
    "copyright",
    "dc.rights",
    "dcterms.rightsholder",
)
_LONGEST_NAME = 80
_SIGN = expression(r"^(?:©|\(c\)|copyright)\s?(?:\d{4})?\s?", re.IGNORECASE)
_BROKEN = expression(r"[{}<>]|localhost|127\.0\.0\.1|yoursite|example\.(?:com|org|net)|your-?domain", re.IGNORECASE)


def observe(scene: Scene) -> Iterator[Evidence]:
    """Metadata that leads to somebody else."""
    yield from _canonical(scene)
    for item in scene.page.values(*_SOURCE_ADDRESSES):
        if host_of(item.value):
            yield from _address(scene, item, weights.SOURCE_ADDRESS, "metadata names another page as the source")
    for item in scene.page.values(*_OWN_ADDRESSES):
        yield from _address(
            scene, item, weights.OTHER_ADDRESS, "metadata gives another site's address as the page's own"
        )
    yield from _names(scene)


def _usable(scene: Scene, url: str) -> bool:
    return _knows_itself(scene) and not _BROKEN.search(url) and scene.foreign_article(url)


def _knows_itself(scene: Scene) -> bool:
    """Whether the site's own address is said, not guessed: else a canonical that seems foreign may be its own."""
    if scene.page.url is not None:
        return True
    return any(scene.site.owns_host(host_of(item.value)) for item in scene.page.values("og:url", "shortlink"))


def _canonical(scene: Scene) -> Iterator[Evidence]:
    for item in scene.page.values("canonical"):
        if item.source == "link" and host_of(item.value) and not _knows_itself(scene):
            reason = "a canonical address, not believed without the site's own: configure site-url"
            yield _in_head(item, EvidenceKind.CANONICAL, 0.0, reason)
            return
        if item.source == "link" and _usable(scene, item.value):
            publisher = scene.outlets.by_host(host_of(item.value))
            found = _in_head(
                item, EvidenceKind.CANONICAL, weights.CANONICAL, "rel=canonical names a page of another site"
            )
            yield replace(found, url=item.value, wire=publisher is not None and publisher.is_wire)
            return


def _address(scene: Scene, item: Meta, weight: float, reason: str) -> Iterator[Evidence]:
    if _usable(scene, item.value):
        yield replace(_in_head(item, EvidenceKind.METADATA, weight, reason), url=item.value)


def _names(scene: Scene) -> Iterator[Evidence]:
    """An agency or another outlet as author or source."""
    seen: set[str] = set()
    for item in scene.page.values(*_WHO_WROTE):
        if len(item.value) > _LONGEST_NAME or host_of(item.value):
            continue
        named = scene.outlet(_SIGN.sub("", item.value))
        if named is None or named.outlet is None or named.outlet.id in seen:
            continue
        seen.add(named.outlet.id)
        weight = weights.OTHER_AUTHOR_AGENCY if named.agency else weights.OTHER_AUTHOR
        found = _in_head(item, EvidenceKind.METADATA, weight, "metadata names another outlet as author or source")
        yield replace(found, text=f"{item.name}: {item.value}", outlet=named.name, wire=named.agency)


def _in_head(item: Meta, kind: EvidenceKind, weight: float, reason: str) -> Evidence:
    return Evidence(kind, item.value, Region.HEAD, item.place, visible=False, weight=weight, reason=reason)
