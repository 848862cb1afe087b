"""Short lines that name the publisher of an address found elsewhere: the outlet beside a date, a link to its text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from attribution_lint.evidence import weights
from attribution_lint.evidence.names import trim
from attribution_lint.evidence.scene import Zone
from attribution_lint.evidence.text import printed_url
from attribution_lint.expressions import expression
from attribution_lint.model import Evidence, EvidenceKind
from attribution_lint.site import publisher_of
from attribution_lint.urls import host_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from attribution_lint.evidence.scene import Scene
    from attribution_lint.site import Site

_LEADS = frozenset(
    {
        EvidenceKind.CREDIT,
        EvidenceKind.TRANSLATION,
        EvidenceKind.ORIGINAL_LINK,
        EvidenceKind.CANONICAL,
        EvidenceKind.PIXEL,
    }
)
_LEAST = 2.0
"""What evidence must weigh for its address to be looked for by name."""
_MOST = 8
"""How many publishers are looked for."""
_LINE = 60
_OPENING = 120
_BRACKETED = expression(r"[(（]([^()（）]{2,40})[)）]")
_SLASHED = expression(r"(?<=\w)/(?=\w)|\s/\s")
_PATH = expression(r"\w\.\w+/")
_NO_NAME = frozenset(":：/")


def observe(scene: Scene, found: Sequence[Evidence]) -> Iterator[Evidence]:
    """The first line at the article's head or tail that names whom the strong evidence leads to."""
    publishers = _publishers(scene, found)
    told = {(item.place.tag, item.place.ordinal) for item in found if item.kind in _LEADS}
    for block in scene.page.blocks[scene.zoned.start : scene.zoned.stop] if publishers else ():
        if block.index == scene.page.headline or block.index in scene.page.quoted:
            continue
        if (block.place.tag, block.place.ordinal) in told:
            continue
        if any((link.place.tag, link.place.ordinal) in told for link in block.links):
            continue  # the line of the link to the original names nobody: "Read the whole article on X"
        if not block.visible or scene.zone(block.index) not in {Zone.HEAD, Zone.TAIL}:
            continue
        for name in _names(block.text):
            called = any(publisher.is_called(name, scene.outlets) for publisher in publishers)
            if called and not scene.site.is_called(name, scene.outlets):
                start = block.text.index(name)
                reason = "a line names the publisher of the original's address"
                yield replace(
                    scene.cite(block, (start, start + len(name)), EvidenceKind.BYLINE, weights.NAMES_PUBLISHER, reason),
                    text=block.text[:_OPENING],
                    outlet=name,
                )
                return


def _publishers(scene: Scene, found: Sequence[Evidence]) -> list[Site]:
    """Who publishes the pages that the weightiest evidence leads to."""
    leads = [item for item in found if item.url and item.kind in _LEADS and item.weight >= _LEAST]
    leads.sort(key=lambda item: -item.weight)
    urls = {host_of(item.url): item.url for item in reversed(leads) if item.url}
    hosts = [host for host in reversed(urls) if host][:_MOST]
    return [publisher_of(urls[host], scene.outlets) for host in hosts]


def _names(text: str) -> Iterator[str]:
    """What can be a publisher's name: a short line, a part of one, or what stands in brackets at the head of one."""
    parts = [match[1] for match in _BRACKETED.finditer(text[:_OPENING])] if len(text) > _LINE else [text]
    if not parts or printed_url(text) is not None or _PATH.search(text):
        return iter(())
    if len(text) <= _LINE:
        parts += _SLASHED.split(text)
    return (name for name in dict.fromkeys(map(trim, parts)) if name and not _NO_NAME & set(name))
