"""Which hosts belong together, by the public suffix list that is installed.

To make the whole list ready takes longer than to check a page. So its lines are only sorted by top-level domain, and
those of the domains that are asked for are given to the list's own package, which knows what they mean.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

_ENCODED = "xn--"
_COMMENT = b"/"


def private_suffix(host: str) -> str | None:
    """The domain that somebody could register and that a host is, or lies under; None where there is none."""
    if _ENCODED in host:
        return _whole_list().privatesuffix(host)
    top = host.removesuffix(".").rpartition(".")[2].lower().encode("utf-8", "surrogatepass")
    return _rules_for(top if top in _lines() else b"").privatesuffix(host)


@cache
def _whole_list() -> PublicSuffixList:
    """All rules, with those in other scripts also as they are encoded, which takes four times longer."""
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()


@cache
def _rules_for(top: bytes) -> PublicSuffixList:
    """The rules for one top-level domain."""
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(_lines().get(top, ()), accept_encoded_idn=False)


@cache
def _lines() -> dict[bytes, list[bytes]]:
    """The lines of the list that are rules, by top-level domain."""
    from publicsuffixlist import PSLFILE

    lines: dict[bytes, list[bytes]] = defaultdict(list)
    for line in Path(PSLFILE).read_bytes().splitlines():
        if line and not line.startswith(_COMMENT):
            lines[line[line.rfind(b".") + 1 :]].append(line)
    return dict(lines)
