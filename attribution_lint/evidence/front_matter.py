"""What the front matter of a Markdown source says: the original's address, the writers, the licence.

No reader sees an address there, but somebody wrote it to say so. Themes print writers and licences.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from attribution_lint.evidence import weights
from attribution_lint.evidence.persons import person
from attribution_lint.expressions import expression
from attribution_lint.licences import licence_of
from attribution_lint.model import Evidence, EvidenceKind, Region
from attribution_lint.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from attribution_lint.evidence.scene import Scene
    from attribution_lint.metadata import Meta

_SLUG = expression(r"[^\W\d_]{2,}(?:-[^\W\d_]+){1,3}")
"""A person's page, by the name: "jane-roe"; "jroe" is a user, who need not have written what was posted."""


@dataclass(frozen=True, slots=True)
class _Keys:
    """Names of entries, spelt plainly, by what they hold."""

    original: frozenset[str]
    external: frozenset[str]
    author: frozenset[str]
    licence: frozenset[str]
    kind: frozenset[str]
    """What kind of post the page is."""
    link: frozenset[str]
    """Values of that for a link post."""


def observe(scene: Scene) -> Iterator[Evidence]:
    """The addresses first, then the writers as one, then the licence."""
    entries = [item for item in scene.page.meta if item.source == "front-matter"]
    keys = _keys()
    links_out = scene.is_stub or any(
        _plain(item.name) in keys.kind and _plain(item.value.lower()) in keys.link for item in entries
    )
    for item in entries:
        if scene.foreign_article(item.value):
            if _plain(item.name) in keys.original:
                found = _cite(item, EvidenceKind.METADATA, "front matter gives the address of the original")
                yield replace(
                    found, weight=weights.FRONT_MATTER_ADDRESS, url=item.value, visible=False, partial=links_out
                )
            elif _plain(item.name) in keys.external and links_out:
                found = _cite(item, EvidenceKind.METADATA, "the page is little more than a link to another site's")
                yield replace(found, weight=weights.FRONT_MATTER_ADDRESS, url=item.value, visible=False, partial=True)
    writers = {name: item for item in entries if _plain(item.name) in keys.author and (name := _writer(scene, item))}
    if writers:
        found = _cite(next(iter(writers.values())), EvidenceKind.AUTHOR, "front matter names the author")
        yield replace(found, author=", ".join(writers))
    for item in entries:
        licence = licence_of(item.value) if _plain(item.name) in keys.licence else None
        if licence is not None:
            yield replace(_cite(item, EvidenceKind.LICENCE, "front matter names a licence"), licence=licence)
            return


def _cite(item: Meta, kind: EvidenceKind, reason: str) -> Evidence:
    return Evidence(kind, item.value, Region.HEAD, item.place, reason=reason)


def _writer(scene: Scene, item: Meta) -> str | None:
    """The writer whom an entry names: by a name of several words, by one in a script without spaces, or by a slug."""
    value = item.value.strip()
    name = person(scene, value)
    told = name is not None and (" " in name or not name.isascii())
    return name if told or _SLUG.fullmatch(value) else None


def _plain(key: str) -> str:
    return re.sub(r"[-_\s]", "", key)


@cache
def _keys() -> _Keys:
    table = read_table("front_matter")
    return _Keys(**{key: frozenset(map(_plain, names)) for key, names in table.items() if isinstance(names, list)})
