"""Evidence: the located facts on a page that bear on its attribution, one observer a family."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from attribution_lint.evidence import (
    authors,
    bylines,
    copyright_lines,
    corroborate,
    credit,
    datelines,
    front_matter,
    head,
    intermediaries,
    licensing,
    notices,
    original_links,
    pixels,
    quoted,
    source_labels,
    tails,
)
from attribution_lint.evidence.phrases import find_phrases
from attribution_lint.evidence.scene import Scene
from attribution_lint.model import Status

if TYPE_CHECKING:
    from attribution_lint.lexicon import Lexicon
    from attribution_lint.model import Evidence
    from attribution_lint.outlets import Outlets
    from attribution_lint.page import Page
    from attribution_lint.site import Site

_OBSERVERS = (
    credit.observe,
    original_links.observe,
    source_labels.observe,
    authors.observe,
    bylines.observe,
    datelines.observe,
    tails.observe,
    notices.observe,
    copyright_lines.observe,
    licensing.observe,
    head.observe,
    pixels.observe,
    front_matter.observe,
)
_MOST = 1000
"""How much evidence of one family is gathered on a page: more would change no verdict, and take its time."""


def observe(
    page: Page, site: Site, lexicon: Lexicon, outlets: Outlets, declared: Status | None = None
) -> tuple[Evidence, ...]:
    """All evidence of a page, family by family, each in page order; `declared` is what it is said to be."""
    scene = Scene(page, site, outlets, lexicon, find_phrases(page, lexicon))
    found = [item for observer in _OBSERVERS for item in islice(observer(scene), _MOST)]
    found += corroborate.observe(scene, found)
    if declared is Status.EXCERPT and not any(item.url and item.weight > 0 for item in found):
        found += quoted.observe(scene)
    found = intermediaries.without_intermediaries(scene, found)
    return tuple(
        replace(item, outlet=outlets.usual_name(item.outlet)) if item.outlet is not None else item for item in found
    )
