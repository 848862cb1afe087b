"""`inventory --explain`: why each page counts as what it does, all evidence with its place and what it counted."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from rich.text import Text

from attribution_lint.model import EvidenceKind, Located, Status
from attribution_lint.report.cells import clip, wrap
from attribution_lint.report.owed import certainty
from attribution_lint.report.terminal import to_string
from attribution_lint.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from attribution_lint.model import Attribution, Fact, PageReport, Report
    from attribution_lint.report.style import Style

_READ = """\
Points: + speaks for a republication, - against it; a page with more than 0 in the end counts as one.
Of evidence of one kind the strongest counts in full, the rest little.
0 is even chances, +2.2 is nine to one for, -2.2 nine to one against."""
_LONGEST_TEXT = 300
_INDENT = 10
_CLOSE = 0.6
"""A surer verdict is none that a person has to look at."""
_PLACES = {
    "anchor": "a link that readers can click",
    "text": "printed",
    "canonical": "rel=canonical",
    "jsonld": "JSON-LD",
    "meta": "a meta tag",
    "pixel": "a counter pixel",
    "front-matter": "front matter",
}


def render(report: Report, style: Style) -> str:
    """Explain page by page."""
    lines: list[Text] = [Text(line, "bright_black") for line in _READ.split("\n")] if report.pages else []
    for page in report.pages:
        lines += [Text(), *_page(page, style)]
    for problem in report.problems:
        lines.append(Text(visible(f"✘ {problem.path}: {problem.message}", unicode=style.unicode), "bold red"))
    return to_string(lines, style)


def _page(page: PageReport, style: Style) -> Iterator[Text]:
    attribution = page.attribution
    kind = f", {attribution.kind}" if attribution.kind and attribution.kind.value != attribution.status.value else ""
    yield _line(f"{page.path}: {attribution.status}{kind} · {certainty(attribution)} sure", style, "bold")
    counted = [item for item in page.evidence if item.evidence.weight]
    for title, items in (
        ("speaks for a republication", [item for item in counted if item.evidence.weight > 0]),
        ("speaks against it", [item for item in counted if item.evidence.weight < 0]),
        ("seen, and counted for neither", [item for item in page.evidence if not item.evidence.weight]),
    ):
        if items:
            yield Text()
            yield _line(f"  {title}", style, "bold")
            yield from _all(items, style)
    if not any(item.evidence.weight > 0 for item in counted):
        yield Text()
        yield _line("  no sign was found that the text comes from elsewhere", style)
    yield Text()
    yield from _scales(page, style)
    if attribution.status is not Status.OWN:
        yield Text()
        yield _line("  read from the page", style, "bold")
        for name, fact, remark in _facts(attribution):
            yield from _fact(name, fact, remark, page, style)


def _all(items: Sequence[Located], style: Style) -> Iterator[Text]:
    """The weightiest first; what stands in the same words is quoted once."""
    by_words: dict[str, list[Located]] = {}
    for item in sorted(items, key=lambda item: -abs(item.counts)):
        by_words.setdefault(item.evidence.text, []).append(item)
    for text, same in by_words.items():
        for item in same:
            weight = f"{item.counts:+.1f}" if item.evidence.weight else " 0"
            yield _line(f"  {weight:>6}  {item.evidence.reason}{_remark(item)}", style)
        quoted = visible(f"“{clip(text, _LONGEST_TEXT)}”", unicode=style.unicode)
        for piece in wrap(quoted, max(style.width - _INDENT, 20)):
            yield Text(" " * _INDENT + piece, "blue")
        span = same[0].span
        hidden = "" if same[0].evidence.visible else ", not visible to readers"
        yield _line(f"{' ' * _INDENT}line {span.line}:{span.column}, {same[0].evidence.region}{hidden}", style)


def _remark(item: Located) -> str:
    """Why a piece counted less than it weighs."""
    if abs(item.counts) >= abs(item.evidence.weight) - 0.05:
        return ""
    return f" (of {item.evidence.weight:+.1f}: there is stronger of its kind, {item.evidence.kind})"


def _scales(page: PageReport, style: Style) -> Iterator[Text]:
    """The sum, and what the status is taken from."""
    attribution, weighing = page.attribution, page.attribution.weighing
    total = weighing.prior + weighing.speaks_for - weighing.speaks_against
    yield _line("  in sum", style, "bold")
    yield _line(f"  {weighing.prior:>+6.1f}  to begin with: most pages are a site's own work", style)
    for sign, counted in ((1, weighing.speaks_for), (-1, weighing.speaks_against)):
        found = sum(abs(item.counts) for item in page.evidence if item.counts * sign > 0)
        capped = f", of {found:.1f}: the most that one side can count" if found > counted + 0.1 else ""
        yield _line(f"  {sign * counted:>+6.1f}  {'for' if sign > 0 else 'against'}{capped}", style)
    share = max(weighing.likelihood, 1 - weighing.likelihood)
    side = "the text comes from elsewhere" if total > 0 else "the site's own work"
    close = "; a close call, so read the page" if share < _CLOSE else ""
    yield _line(f"  {total:>+6.1f}  {side}, {math.floor(round(round(share, 2) * 100, 6))} % sure{close}", style, "bold")
    declared = next((item.evidence for item in page.evidence if item.evidence.kind is EvidenceKind.DECLARED), None)
    if declared is not None:
        yield _line(f"          whatever the sum: {declared.reason}", style, "bold")
    elif attribution.status is Status.EXCERPT:
        yield _line(
            "          an excerpt: the signs speak of a part of it, or of material that it was made with", style
        )


def _facts(attribution: Attribution) -> tuple[tuple[str, Fact | None, str], ...]:
    """The name of each fact, the fact, and where it stands or why there is none."""
    places = ", ".join(_PLACES.get(place, place) for place in attribution.original_url_in)
    hint = attribution.outlet_hint
    return (
        ("original", attribution.original_url, places or "no address found"),
        (
            "outlet",
            attribution.outlet,
            f"not named in visible text, but {hint.value} is given away" if hint else "not named",
        ),
        ("author", attribution.author, "not named"),
        ("licence", attribution.licence, "none stated for the text"),
        ("disclaimer", attribution.disclaimer, "none found"),
    )


def _fact(name: str, fact: Fact | None, remark: str, page: PageReport, style: Style) -> Iterator[Text]:
    if fact is None:
        yield _line(f"  {name:<12}{remark}", style, "bright_black")
        return
    at = next((item.span for item in page.evidence if item.evidence == fact.evidence), None)
    said = [f"line {at.line}:{at.column}"] if at else []
    said += [remark] if name == "original" else []
    first, *others = wrap(visible(fact.value, unicode=style.unicode), max(style.width - _INDENT - 12, 20)) or ("",)
    yield Text(f"  {name:<12}{first}")
    for piece in others:
        yield Text(" " * 14 + piece)
    if said:
        yield _line(" " * 14 + "; ".join(said), style, "bright_black")


def _line(text: str, style: Style, look: str = "") -> Text:
    return Text(visible(text, unicode=style.unicode), look)
