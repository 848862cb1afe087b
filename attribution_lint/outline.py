"""Where a page's headline and its article are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Protocol

from attribution_lint.model import Region
from attribution_lint.page import Block
from attribution_lint.regions import Container, accumulate

_LEVELS = ("h1", "h2", "h3", "h4")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SET_ASIDE = frozenset({Region.ASIDE, Region.COMMENTS, Region.FOOTER, Region.NAV, Region.RELATED})
_BETWEEN = frozenset({Region.NAV, Region.CAPTION})
"""Between an article and its closing notes: buttons, tags, a last picture."""
_LEAST_HEADLINE = 6
"""Letters that a heading must have before the title's repeating it says anything."""
_LONGEST_HEADLINE = 1_000
"""More letters of a title, or of a heading, are not looked at."""
_MOST_TITLES = 20
_MUCH_OF_TITLE = 0.4
_MOST_OF_TEXT = 0.6
"""The article is the innermost element with this share of the running text."""
_AFTER_ARTICLE = 14
"""How many blocks behind the running text its closing notes may take."""
_QUOTATION = "blockquote"
_DASHES = ("—", "–", "-", "―")
"""Before who is quoted, in a line of its own."""
_MOST_OF_QUOTED = 0.4
"""An element for quotations that holds a larger share of the running text holds the article."""


class Line(Protocol):
    """What of a block can be a headline."""

    @property
    def text(self) -> str:
        """All of its text."""
        ...

    @property
    def visible(self) -> bool:
        """Whether a reader sees it."""
        ...


def find_headline(
    lines: Sequence[Line],
    homes: Sequence[int],
    containers: Sequence[Container],
    regions: Sequence[Region],
    titles: Iterable[str],
) -> int | None:
    """The block of the headline: the heading that a title repeats most of, else the first level-one heading.

    `homes` says in which container each line stands, `regions` what each container is as far as its class tells.
    """
    known = list(dict.fromkeys(letters for title in titles if (letters := _letters(title))))[:_MOST_TITLES]
    headings = _headings(containers)
    best: tuple[bool, int, bool, int, int] | None = None
    for index, (line, home) in enumerate(zip(lines, homes, strict=True)):
        level = headings[home]
        if not level or level not in _LEVELS or not line.visible:
            continue
        text = _letters(line.text)
        repeated = len(text) if _is_repeated(text, level, known) else 0
        among = regions[home] not in _SET_ASIDE
        # A theme can mark the heading of a dialog as the page's headline, as well as the headline.
        rank = (among and repeated > 0, repeated, among, -_LEVELS.index(level), -index)
        if text and (repeated or level == "h1") and (best is None or rank > best):
            best = rank
    return -best[4] if best else None


def _is_repeated(text: str, level: str, titles: Sequence[str]) -> bool:
    """Whether a title has a heading in it; below level one, a short part of a title is a name of section or site."""
    if len(text) < _LEAST_HEADLINE:
        return False
    return any(text in title and (level == "h1" or len(text) >= _MUCH_OF_TITLE * len(title)) for title in titles)


def _headings(containers: Sequence[Container]) -> list[str]:
    """For each container the heading that it is, or is the text of; "" for none."""
    found: list[str] = []
    for container in containers:
        if container.tag in _HEADINGS:
            found.append(container.tag)
        elif container.tag in {"div", "p"}:
            found.append(found[container.parent])
        else:
            found.append("")
    return found


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text[: 2 * _LONGEST_HEADLINE].casefold()))[:_LONGEST_HEADLINE]


def article_range(
    blocks: Sequence[Block], homes: Sequence[int], containers: Sequence[Container], headline: int | None
) -> range:
    """The blocks from the headline, or the first running text, to the closing notes behind the last."""
    running = [block.index for block in blocks if _is_text(block) and block.is_paragraph]
    main = _main_container(accumulate(containers, ((homes[index], len(blocks[index].text)) for index in running)))
    if main is None:
        return range(len(blocks))
    within = _inside(containers, main)
    first = next(index for index, home in enumerate(homes) if home in within)
    last = next(index for index in reversed(running) if homes[index] in within)
    if headline is not None and headline < last:
        first = min(first, headline)
    return range(first, _end(blocks, homes, _surrounding(containers, main), last))


def find_quoted(
    blocks: Sequence[Block], homes: Sequence[int], containers: Sequence[Container], weights: Sequence[int]
) -> frozenset[int]:
    """The blocks that are quoted, and the lines behind them that say who is.

    `weights` says how much running text is in each container. A short line that opens the element of a quotation is not
    among them: many set a note about the article off as if it were one.
    """
    around = _quotations(containers, weights)
    begun: set[int] = set()
    found: set[int] = set()
    last = 0
    for block, home in zip(blocks, homes, strict=True) if around else ():
        quotation = around[home]
        if not block.text:
            continue
        if quotation:
            if quotation in begun or block.is_paragraph:
                found.add(block.index)
            begun.add(quotation)
        elif last and block.text.startswith(_DASHES):
            found.add(block.index)
        last = quotation
    return frozenset(found)


def _quotations(containers: Sequence[Container], weights: Sequence[int]) -> list[int]:
    """For each container the innermost quotation that it is or stands in, 0 for none; nothing where none has one."""
    if not any(container.tag == _QUOTATION for container in containers):
        return []
    around = [0]
    for index, container in enumerate(islice(containers, 1, None), 1):
        is_one = container.tag == _QUOTATION and weights[index] <= _MOST_OF_QUOTED * weights[0]
        around.append(index if is_one else around[container.parent])
    return around


def _end(blocks: Sequence[Block], homes: Sequence[int], around: range, last: int) -> int:
    """Where the notes behind the last running text end; what surrounds both may hold other things between them."""
    end = last + 1
    for block in blocks[last + 1 : last + 1 + _AFTER_ARTICLE]:
        surrounded = homes[block.index] in around
        if _is_text(block):
            if block.index > end and not surrounded:
                break
            end = block.index + 1
        elif block.region not in _BETWEEN or not surrounded:
            break
    return end


def _surrounding(containers: Sequence[Container], main: int) -> range:
    """The containers in the element `article` around the text, or in the element around it."""
    top = main
    while top and containers[top].tag != "article":
        top = containers[top].parent
    if containers[top].tag != "article":
        top = containers[main].parent
    if containers[top].tag in {"body", "html", "main"}:
        top = main
    return _inside(containers, top)


def _inside(containers: Sequence[Container], top: int) -> range:
    """A container and those that lie in it, which follow it."""
    end = next((index for index in range(top + 1, len(containers)) if containers[index].parent < top), len(containers))
    return range(top, end)


def _main_container(weights: Sequence[int]) -> int | None:
    """The innermost container that holds most of the running text; None where the page has none."""
    # Those that hold most of it hold each other, and the outer come before the inner.
    least = _MOST_OF_TEXT * weights[0]
    return max(index for index, weight in enumerate(weights) if weight >= least) if weights[0] else None


def _is_text(block: Block) -> bool:
    return block.region is Region.ARTICLE or block.region is Region.BYLINE
