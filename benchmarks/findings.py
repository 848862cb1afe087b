"""A site of very many findings: small pages, all alike, that lack two things each."""

from __future__ import annotations

from pathlib import Path

_PAGE = """\
<!doctype html>
<html lang="en"><head><title>River towns raise their dykes, part {number}</title></head>
<body><article><h1>River towns raise their dykes, part {number}</h1>
<p>Three river towns agreed on Monday to raise their dykes by half a metre before winter, and to share the costs.</p>
<p>This article was originally published by The Harbour Gazette.</p>
<p>This article is reproduced from:</p>
</article></body></html>
"""
FINDINGS = 5_000


def write_findings(folder: Path) -> None:
    """Write pages of which each owes a link, and has a credit label with nothing behind it."""
    for number in range(FINDINGS // 2):
        path = folder / f"{number % 50:02}" / f"{number}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_PAGE.format(number=number), encoding="utf-8")
