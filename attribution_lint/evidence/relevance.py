"""Whether words of a credit speak of this text: not of another one, of what the page lists, or of how to credit it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attribution_lint.evidence.labels import is_item
from attribution_lint.evidence.scene import Zone
from attribution_lint.evidence.text import sentence_around
from attribution_lint.evidence.wording import names_translator
from attribution_lint.expressions import expression
from attribution_lint.lexicon import Fit, Role

if TYPE_CHECKING:
    from attribution_lint.evidence.scene import Scene
    from attribution_lint.lexicon import Match
    from attribution_lint.page import Block

_ASKS = frozenset({"asks_attribution", "forbids_reprint", "republish_button"})
"""Ways to tell others how to take one's texts."""
_MENU = 0.85
"""A block with a larger share of link text is a list of tags or a menu."""
_BEFORE_QUOTE = 120
_EDGE = 4
_QUOTED = expression(r"\w+\W+\w+\W+\w+[ :,]+[\"“„«]\s?$|[\u3040-\u9fff\uac00-\ud7af][「『“]$")
"""Behind a quotation mark inside a sentence: what another page says, not this one."""


def is_about_text(scene: Scene, block: Block, match: Match) -> bool:
    """Whether a phrase is about this text. A weak one is an ordinary word, unless it opens a line at head or tail."""
    if _speaks_of_others(scene, block, match) or _is_a_mere_word(scene, block, match):
        return False
    if match.phrase.strong:
        return True
    if scene.zone(block.index) not in {Zone.HEAD, Zone.TAIL} or not scene.line(block.index):
        return False
    return match.fit in {Fit.OPENS, Fit.LEADS, Fit.WHOLE}


def _speaks_of_others(scene: Scene, block: Block, match: Match) -> bool:
    """Whether a phrase is said of a picture or of the items of a list, quoted, or what others are told to say."""
    return (
        scene.is_repeated(match)
        or _is_of_picture(scene, block, match)
        or _is_policy(scene, block, match)
        or is_quoted(block, match)
        or (is_item(scene, block, match) and match.phrase.kind != "feed_footer")
    )


def _is_of_picture(scene: Scene, block: Block, match: Match) -> bool:
    """Whether a phrase stands in the sentence that opens with the label of a picture."""
    within = sentence_around(block.text, match.start, match.end)[0] <= _EDGE < match.start
    return within and scene.opens_with_media(block.index) and not any(scene.foreign_article(i.url) for i in block.links)


def is_quoted(block: Block, match: Match) -> bool:
    """Whether a phrase opens a quotation within a sentence."""
    return (
        match.phrase.strong and _QUOTED.search(block.text, max(0, match.start - _BEFORE_QUOTE), match.start) is not None
    )


def _is_a_mere_word(scene: Scene, block: Block, match: Match) -> bool:
    """Whether a phrase is an entry of a menu, a part of an outlet's name, or "translator" within a sentence."""
    if block.link_share > _MENU and len(block.links) > 1 and "outlet" not in match.slots:
        return True
    if match.phrase.pattern is not None:
        return False
    if match.fit is Fit.PLAIN and names_translator(scene.lexicon, block, match):
        return True
    return any(item.start <= match.start and match.end <= item.end for item in scene.outlets.find(block.text))


def _is_policy(scene: Scene, block: Block, match: Match) -> bool:
    """Whether a phrase is what others are told to print who take this text: "You may republish it if you say …"."""
    before = (other for other in scene.matches[block.index] if other.start <= match.start)
    asked = any(other.role is Role.OWN_RIGHTS and other.phrase.kind in _ASKS for other in before)
    return asked and not any(scene.foreign_article(link.url) for link in block.links)
