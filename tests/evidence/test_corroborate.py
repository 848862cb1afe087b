"""Lines that name the publisher of an address."""

from __future__ import annotations

import pytest

from tests.evidence.builders import ORIGINAL, judge, markup

CANONICAL = f'<link rel="canonical" href="{ORIGINAL}">'


def test_publisher() -> None:
    """A line at the head that is called like the host of the original names the outlet."""
    judged = judge(markup(head=CANONICAL, above="<p>Harbour Ledger</p>"))
    assert judged.outlet is not None
    assert judged.outlet.value == "Harbour Ledger"


@pytest.mark.parametrize(
    "line", ["Mountain Courier", "Hilltop Gazette", "Harbours and ledgers are old things, the clerk said"]
)
def test_others(line: str) -> None:
    """Another name, the site's own, and prose."""
    assert judge(markup(head=CANONICAL, above=f"<p>{line}</p>")).outlet is None


def test_headline() -> None:
    """The headline names what the text is about, not who published it."""
    assert judge(markup(head=CANONICAL, title="Redesigning the Harbour Ledger")).outlet is None


def test_no_address() -> None:
    """Without an address nobody is looked for."""
    assert not [item for item in judge(markup(above="<p>Harbour Ledger</p>")).evidence if item.outlet]
