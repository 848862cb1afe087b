"""What `init` has to tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from attribution_lint.sitewide import SiteProfile

_SHOWN = 60


def learnt(profile: SiteProfile, target: str, *, addressed: bool) -> Iterator[str]:
    """Say what was recorded and where; `addressed`: the configuration says where the site is published."""
    texts = "text stands" if len(profile.texts) == 1 else "texts stand"
    yield f"{target}: {len(profile.texts):,} {texts} on most of {profile.pages:,} pages"
    for text in profile.texts:
        more = "…" if len(text.text) > _SHOWN else ""
        yield f"  {text.pages:,} pages  {text.kind}: “{text.text[:_SHOWN]}{more}”"
    yield "Keep the file in version control. It holds for the pages beneath its folder;"
    yield "run `attribution-lint init` again when the theme changes."
    if "/" in target:
        yield "If builds empty that folder, put an attribution-lint.toml above it: then the file lies beside that."
    if not addressed:
        yield "No site-url is configured: without it, a canonical that leads to another site is not believed."
