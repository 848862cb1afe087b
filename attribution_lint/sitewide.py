"""The site profile: what stands on most pages of a site, and so says nothing about one of them.

It is learnt once over the whole site and kept in a file. A page's verdict depends on that file and on the page, never
on what else is named on the command line.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from attribution_lint.fold import fold
from attribution_lint.model import EvidenceKind, Region
from attribution_lint.urls import host_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from attribution_lint.model import Evidence

PROFILE = "attribution-lint.site.json"
"""Name of the file; it holds for the pages beneath its folder."""
LEAST_PAGES = 5
"""A text that stands on fewer pages may stand there by chance."""
SHARE = 0.5
"""The share of a site's pages that a text must stand on."""

_VERSION = 1
_LEFT = 0.1
"""The share of its weight that is left to what the whole site says."""
_MAX_BYTES = 10_000_000
_LONGEST = 400
_AROUND = frozenset({Region.HEADER, Region.NAV, Region.ASIDE, Region.RELATED, Region.COMMENTS, Region.FOOTER})
_SIGNS = frozenset({EvidenceKind.BYLINE, EvidenceKind.DATELINE, EvidenceKind.TAIL, EvidenceKind.AUTHOR})
_SAYS = "; most pages of the site say so"


class ProfileError(Exception):
    """A site profile cannot be used; the message says which one, why, and what to do."""


@dataclass(frozen=True, slots=True)
class SiteText:
    """One text that stands on most pages."""

    kind: EvidenceKind
    text: str
    """Folded."""
    pages: int
    """On how many it stood."""


@dataclass(frozen=True, slots=True)
class SiteProfile:
    """What was learnt of one site."""

    pages: int
    """How many were read."""
    texts: tuple[SiteText, ...]

    def holds(self, item: Evidence) -> bool:
        """Whether that evidence is of the site and not of the page."""
        return _is_learnable(item) and any(text.kind == item.kind and text.text == _key(item) for text in self.texts)


def learn(pages: Sequence[Sequence[Evidence]]) -> SiteProfile:
    """Find what stands on most of the pages, each given by its evidence."""
    counts = Counter(key for evidence in pages for key in {(i.kind, _key(i)) for i in evidence if _is_learnable(i)})
    least = max(LEAST_PAGES, SHARE * len(pages))
    texts = [SiteText(kind, text, count) for (kind, text), count in counts.items() if text and count >= least]
    return SiteProfile(len(pages), tuple(sorted(texts, key=lambda text: (-text.pages, text.kind, text.text))))


def discount(evidence: Sequence[Evidence], profile: SiteProfile | None) -> tuple[Evidence, ...]:
    """Take most of its weight from what the whole site says, and the licence: it is not that of a copied text."""
    if profile is None:
        return tuple(evidence)
    return tuple(
        replace(item, weight=item.weight * _LEFT, licence=None, reason=item.reason + _SAYS)
        if profile.holds(item)
        else item
        for item in evidence
    )


def _is_learnable(item: Evidence) -> bool:
    """Whether a text can be the site's: not one that names this page's source, as every page of a feed does."""
    if not item.weight and not item.licence:
        return False
    if item.region in _AROUND:
        return True
    return item.visible and not (item.kind in _SIGNS or item.outlet or item.author or item.wire or host_of(item.url))


def _key(item: Evidence) -> str:
    return fold(item.text).strip()[:_LONGEST]


def write_profile(profile: SiteProfile) -> str:
    """The profile as the text of its file: sorted, so that it changes no more than it must."""
    texts = [{"kind": text.kind, "pages": text.pages, "text": text.text} for text in profile.texts]
    table = {"version": _VERSION, "pages": profile.pages, "texts": texts}
    return json.dumps(table, ensure_ascii=False, indent=2) + "\n"


def read_profile(path: Path, shown: str) -> SiteProfile:
    """Read the file of a profile; `shown` is the path to name it by.

    Raises:
        ProfileError: it cannot be read, or is none.
    """
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise ProfileError(f"{shown}: it is larger than {_MAX_BYTES // 1_000_000} MB; make it anew with `init`")
        table = json.loads(path.read_bytes())
        if table["version"] != _VERSION:
            raise ProfileError(
                f"{shown}: version {table['version']!r} is not known to this release; make it anew with `init`"
            )
        texts = tuple(
            SiteText(EvidenceKind(row["kind"]), str(row["text"]), int(row["pages"])) for row in table["texts"]
        )
        return SiteProfile(int(table["pages"]), texts)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise ProfileError(f"{shown}: it cannot be read: {reason}") from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ProfileError(f"{shown}: it is no site profile; make it anew with `init`, or remove it") from error
