"""What all labels have in common: how they are set off, and where their value stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from attribution_lint.evidence import weights
from attribution_lint.evidence.scene import Zone
from attribution_lint.evidence.text import link_after
from attribution_lint.expressions import expression
from attribution_lint.lexicon import Fit, Role
from attribution_lint.model import Region

if TYPE_CHECKING:
    from attribution_lint.evidence.scene import Scene
    from attribution_lint.lexicon import Match
    from attribution_lint.page import Block, Link

SKIPPED = frozenset(
    {Region.NAV, Region.RELATED, Region.COMMENTS, Region.FOOTER, Region.CAPTION, Region.HEADER, Region.ASIDE}
)
"""Where a label is about the site, a picture, or another article."""
CLOSING = 4
"""How many blocks at the end of the article are its closing lines."""
SEPARATORS = " :：-–—|"

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NOTES = frozenset({Role.REPUBLISHED_MARKER, Role.DISCLAIMER, Role.OWN_RIGHTS})
"""What says such a thing of the text is a statement, and no value of the label above it."""
_VALUE_LENGTH = 60
_REACH = 300
"""How far behind its label a value is looked for."""
_LABEL_SHARE = 0.6
"""A link whose text holds more than the label is about something else: 原文版本历史 is not 原文."""
_VALUE_END = expression(
    r"[|｜丨\n]|\s\s|(?:\s|^)(?=(?:19|20)\d\d[-/.年])|[。；;]|,\s(?=(?:\w{1,20} )?\d)|\s(?=\d{1,2}[:.]\d\d\b)"
    r"|\s(?=[^\s:：]{2,8}\s?[:：])|[，,、]\s?(?=[^\s:：，,、]{1,8}[:：])"
    r"|\s(?=(?:记者|記者|通讯员|通訊員|作者|编辑|編輯|责编|責編|责任编辑|責任編輯|采写|撰文)\s?\S)"
)


@dataclass(frozen=True, slots=True)
class Value:
    """What stands behind a label."""

    text: str
    """Empty where nothing does."""
    block: Block
    """The block that it stands in."""
    link: Link | None


def is_separated(block: Block, match: Match) -> bool:
    """Whether a colon or the like sets the label off, so that a value must follow."""
    return match.fit in {Fit.OPENS, Fit.INSIDE} or block.text[-2:].rstrip().endswith((":", "：", "|", "｜"))


def share_of_label(scene: Scene, block: Block) -> float:
    """What the place of a source label leaves of its weight."""
    if block.index in scene.byline_zone:
        return 1.0
    zone = Zone.TAIL if scene.closing(block.index, CLOSING) else scene.zone(block.index)
    return weights.LABEL_BY_ZONE[zone]


def link_of_label(block: Block, match: Match) -> Link | None:
    """The link whose text is the label itself."""
    return next(
        (
            link
            for link in block.links
            if link.start <= match.start
            and match.end <= link.end
            and match.end - match.start >= _LABEL_SHARE * (link.end - link.start)
        ),
        None,
    )


def is_list(scene: Scene, block: Block) -> bool:
    """Whether a block is the first item of a list of several."""
    after = scene.next_block(block.index)
    return block.place.tag == "li" and after is not None and after.place.tag == "li"


def is_item(scene: Scene, block: Block, match: Match) -> bool:
    """Whether a block is one of several items of a list that say such a thing of themselves, as in a press review."""
    if block.place.tag != "li":
        return False
    near = (index for index in (block.index - 1, block.index + 1) if 0 <= index < len(scene.page.blocks))
    return any(
        scene.page.blocks[index].place.tag == "li" and any(other.role is match.role for other in scene.matches[index])
        for index in near
    )


def value_of(scene: Scene, block: Block, match: Match) -> Value:
    """The value of a label: the rest of its block, an image's description, or the next sibling, cell or definition."""
    rest = block.text[match.value : match.value + _REACH]
    if rest.strip():
        cut = _VALUE_END.search(rest, 1)
        text = rest[: cut.start()] if cut else rest
        link = link_after(block, match.value, match.value + len(text))
        return Value(link.text if link and link.start <= match.value + 2 else text, block, link)
    image = next((image for image in block.images if image.start >= match.end), None)
    if image is not None:
        return Value(image.alt, block, next(iter(block.links), None))
    below = scene.next_block(block.index) if match.fit is Fit.WHOLE else None
    if (
        below is None
        or below.place.tag == "th"
        or is_list(scene, below)
        or (below.place.tag == "li" and block.place.tag in _HEADINGS)
        or any(match.role in _NOTES and match.phrase.strong for match in scene.matches[below.index])
    ):  # a table's next heading, a list of references, the next note about the text
        return Value("", block, None)
    link = next(iter(below.links), None)
    if not below.text and below.images:
        return Value(below.images[0].alt, below, link)
    if len(below.text) <= _VALUE_LENGTH and not below.text.endswith((":", "：")):
        return Value(link.text if link and below.link_share > 0.5 else below.text, below, link)
    return Value("", block, None)
