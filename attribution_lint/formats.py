"""What a file is written in, by its name."""

from __future__ import annotations

from attribution_lint.model import Markup

SUFFIXES = {
    ".html": Markup.HTML,
    ".htm": Markup.HTML,
    ".xhtml": Markup.HTML,
    ".md": Markup.MARKDOWN,
    ".markdown": Markup.MARKDOWN,
    ".mdx": Markup.MARKDOWN,
    ".txt": Markup.TEXT,
}
"""What a file is written in, by the lower-case end of its name."""


def markup_of(path: str) -> Markup:
    """What a file of that name is written in."""
    return next((markup for suffix, markup in SUFFIXES.items() if path.lower().endswith(suffix)), Markup.HTML)
