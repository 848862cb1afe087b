"""Addresses in the head that lead to another copy: a sister title's, where the page names the outlet that wrote it.

They still show that the text is elsewhere, but the original they are not.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from attribution_lint.model import Evidence, EvidenceKind
from attribution_lint.site import publisher_of
from attribution_lint.urls import host_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from attribution_lint.evidence.scene import Scene

_FOR_MACHINES = frozenset({EvidenceKind.CANONICAL, EvidenceKind.METADATA})
_NAMES_WRITER = frozenset(
    {
        EvidenceKind.BYLINE,
        EvidenceKind.DATELINE,
        EvidenceKind.CREDIT,
        EvidenceKind.SOURCE_LABEL,
        EvidenceKind.COPYRIGHT,
    }
)
_LEAST = 2.0
"""What evidence must weigh for whom it names to be the writer."""


def without_intermediaries(scene: Scene, found: Sequence[Evidence]) -> list[Evidence]:
    """The evidence, where addresses for machines that are no page of the named outlet give none of the original."""
    names = {item.outlet for item in found if _names_writer(scene, item) and item.outlet}
    if not names:
        return list(found)
    return [
        replace(item, url=None, reason=f"{item.reason}, which is not the outlet's")
        if item.kind in _FOR_MACHINES and item.url and not _publishes(scene, item.url, names)
        else item
        for item in found
    ]


def _names_writer(scene: Scene, item: Evidence) -> bool:
    """Whether evidence names an outlet of the list, whose hosts are known, as the text's writer."""
    return (
        item.kind in _NAMES_WRITER
        and item.weight >= _LEAST
        and item.outlet is not None
        and any(outlet.domains and not outlet.is_platform for outlet in scene.outlets.by_name(item.outlet))
    )


def _publishes(scene: Scene, url: str, names: set[str]) -> bool:
    publisher = publisher_of(url, scene.outlets)
    known = scene.outlets.by_host(host_of(url))
    return any(publisher.is_called(name, scene.outlets) or known in scene.outlets.by_name(name) for name in names)
