"""`inventory --explain`: why each page counts as what it does, all evidence with its place and what it counted."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from rich.text import Text

from attribution_lint.model import Located, Status
from attribution_lint.report.cells import clip, wrap
from attribution_lint.report.owed import certainty
from attribution_lint.report.terminal import to_string
from attribution_lint.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from attribution_lint.model import Attribution, Fact, PageReport, Report, Weighing
    from attribution_lint.report.style import Style

_READ = """\
Each piece of evidence has a weight: positive where it speaks for a republication, negative where it speaks against.
The strongest of a kind counts in full, further ones of that kind little. Weights are log-odds: 0 is even chances,
+2.2 is nine to one for, -2.2 nine to one against."""
_LONGEST_TEXT = 300
_INDENT = 10


def render(report: Report, style: Style) -> str:
    """Explain page by page."""
    lines: list[Text] = []
    for page in report.pages:
        lines += [*_page(page, style), Text()]
    for problem in report.problems:
        lines.append(Text(visible(f"✘ {problem.path}: {problem.message}", unicode=style.unicode), "bold red"))
    if report.pages:
        lines += [Text(line, "bright_black") for line in _READ.split("\n")]
    return to_string(lines, style)


def _page(page: PageReport, style: Style) -> Iterator[Text]:
    attribution = page.attribution
    kind = f", {attribution.kind}" if attribution.kind and attribution.kind.value != attribution.status.value else ""
    yield _line(f"{page.path}: {attribution.status}{kind} · {certainty(attribution)}", style, "bold")
    counted = [item for item in page.evidence if item.evidence.weight]
    for title, items in (
        ("speaks for a republication", [item for item in counted if item.evidence.weight > 0]),
        ("speaks against", [item for item in counted if item.evidence.weight < 0]),
        ("noted, counts for neither", [item for item in page.evidence if not item.evidence.weight]),
    ):
        if items:
            yield Text()
            yield _line(f"  {title}", style, "bold")
            for item in sorted(items, key=lambda item: -abs(item.counts)):
                yield from _evidence(item, style)
    yield Text()
    yield from _scales(attribution, attribution.weighing, style)
    facts = [fact for fact in _facts(attribution) if fact[1] is not None]
    if facts:
        yield Text()
        yield _line("  what it follows from", style, "bold")
        for name, fact, remark in facts:
            yield from _fact(name, fact, remark, page, style)


def _evidence(item: Located, style: Style) -> Iterator[Text]:
    """One piece: what it counted, what it is, where, the words themselves."""
    evidence, span = item.evidence, item.span
    weight = f"{item.counts:+.1f}" if evidence.weight else " 0"
    reduced = f" (of {evidence.weight:+.1f}: not the strongest of its kind)" if _is_reduced(item) else ""
    hidden = "" if evidence.visible else ", not visible to readers"
    yield _line(f"  {weight:>6}  {evidence.reason}{reduced}", style)
    yield _line(f"{' ' * _INDENT}{evidence.kind}, line {span.line}:{span.column}{hidden}", style, "bright_black")
    quoted = visible(f"“{clip(evidence.text, _LONGEST_TEXT)}”", unicode=style.unicode)
    for piece in wrap(quoted, max(style.width - _INDENT, 20)):
        yield Text(" " * _INDENT + piece, "blue")


def _is_reduced(item: Located) -> bool:
    return abs(item.counts) < abs(item.evidence.weight) - 0.05


def _scales(attribution: Attribution, weighing: Weighing, style: Style) -> Iterator[Text]:
    """The sum, and what the status is taken from."""
    total = weighing.prior + weighing.speaks_for - weighing.speaks_against
    share = round(100 * weighing.likelihood)
    yield _line("  on the scales", style, "bold")
    for number, name in (
        (weighing.prior, "before any evidence: most pages are a site's own"),
        (weighing.speaks_for, "for a republication, at most +6"),
        (-weighing.speaks_against, "against, at most -6"),
    ):
        yield _line(f"  {number:>+6.1f}  {name}", style)
    verdict = f"{share} % likely somebody else's work; from 50 % on it counts as that"
    yield _line(f"  {total:>+6.1f}  {verdict}", style, "bold")
    declared = attribution.confidence == 1.0 and not math.isclose(max(share, 100 - share), 100, abs_tol=0.5)
    if declared:
        yield _line(f"          but the configuration declares the page {attribution.status}", style, "bold")
    elif attribution.status is Status.EXCERPT:
        yield _line("          without what speaks of a part only, it would stay below: an excerpt", style)


def _facts(attribution: Attribution) -> tuple[tuple[str, Fact | None, str], ...]:
    places = ", ".join(attribution.original_url_in)
    return (
        ("original", attribution.original_url, f"stands in: {places}" if places else ""),
        ("outlet", attribution.outlet, ""),
        ("author", attribution.author, ""),
        ("licence", attribution.licence, ""),
        ("disclaimer", attribution.disclaimer, ""),
    )


def _fact(name: str, fact: Fact | None, remark: str, page: PageReport, style: Style) -> Iterator[Text]:
    if fact is None:
        return
    at = next(
        (f"line {item.span.line}:{item.span.column}" for item in page.evidence if item.evidence == fact.evidence), ""
    )
    said = "; ".join(filter(None, (at, remark)))
    first, *others = wrap(visible(fact.value, unicode=style.unicode), max(style.width - _INDENT - 12, 20)) or ("",)
    yield Text(f"  {name:<12}{first}")
    for piece in others:
        yield Text(" " * 14 + piece)
    if said:
        yield Text(" " * 14 + said, "bright_black")


def _line(text: str, style: Style, look: str = "") -> Text:
    return Text(visible(text, unicode=style.unicode), look)
