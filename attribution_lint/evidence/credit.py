"""Credit sentences: "This article was originally published on X", 本文转载自X, "Перевод статьи …"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from attribution_lint.evidence import weights
from attribution_lint.evidence.credited import Credited, read_credit
from attribution_lint.evidence.cues import load_cues
from attribution_lint.evidence.labels import share_of_label
from attribution_lint.evidence.persons import person_after_title, person_behind
from attribution_lint.evidence.relevance import is_about_text, is_quoted
from attribution_lint.evidence.scene import Zone
from attribution_lint.evidence.text import sentence_around
from attribution_lint.evidence.wording import is_label, is_prose, names_translator, without_names
from attribution_lint.expressions import expression
from attribution_lint.lexicon import Fit, Role
from attribution_lint.model import Evidence, EvidenceKind, Region
from attribution_lint.own_work import is_own_work
from attribution_lint.words import is_spaced

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from attribution_lint.evidence.scene import Scene
    from attribution_lint.lexicon import Match
    from attribution_lint.page import Block

_SKIPPED = frozenset({Region.NAV, Region.RELATED, Region.COMMENTS})
_KINDS = (
    (Role.REPUBLISHED_MARKER, EvidenceKind.CREDIT, "the text says that it comes from elsewhere"),
    (
        Role.DERIVED_MARKER,
        EvidenceKind.TRANSLATION,
        "the text says that it is a translation, an excerpt or an adaptation",
    ),
)
_STATES = 0.9
"""The least share of a credit that states the origin of the text: not one in its body, nor outside the article."""
_CLOSING = 8
_VALUE = 60
_SUBJECT = 5
"""So many words before it can be the subject of a credit: "This post, by the way, was"."""
_LABEL_END = expression(r"[:：]\s*$")
_BEFORE_SOURCE = expression(r"(?:\b(?:from|by|on|at|in|auf|aus|bei|sur|dans|en|de|su|em)|自|於|于|の元)$")
"""Words after which a source must follow."""


def observe(scene: Scene) -> Iterator[Evidence]:
    """The sentences by which a page says where its text comes from."""
    for block, matches in scene.holding(Role.REPUBLISHED_MARKER, Role.DERIVED_MARKER):
        if block.region in _SKIPPED:
            continue
        for role, kind, reason in _KINDS:
            found = [match for match in matches if match.role is role and is_about_text(scene, block, match)]
            best = _strongest(scene, block, found)
            if best is not None:
                yield _credit(scene, block, best, kind, reason)
                continue
            quoted = next((match for match in matches if match.role is role and is_quoted(block, match)), None)
            if quoted is not None:
                around = sentence_around(block.text, quoted.start, quoted.end)
                yield scene.cite(block, around, kind, 0.0, "a credit that is quoted speaks of another text")


def _strongest(scene: Scene, block: Block, matches: Sequence[Match]) -> Match | None:
    """The phrase that says most; one that names "the author" names nobody."""
    return max(
        matches,
        key=lambda match: (
            match.phrase.strong,
            "outlet" in match.slots and scene.name(block.text[slice(*match.slots["outlet"])]) is not None,
            "outlet" in match.slots,
            len(match.slots),
            match.end - match.start,
            -match.start,
        ),
        default=None,
    )


def _credit(scene: Scene, block: Block, match: Match, kind: EvidenceKind, reason: str) -> Evidence:
    start, end = sentence_around(block.text, match.start, match.end)
    if match.phrase.kind == "translators_note":
        reason = "a translator's note stands in the text"
        return scene.cite(block, (start, end), kind, weights.TRANSLATORS_NOTE * _share(scene, block), reason)
    read = read_credit(scene, block, match, end)
    label = is_label(scene.lexicon, block, match)
    share = share_of_label(scene, block) if label else _share(scene, block)
    found = scene.cite(block, (start, end), kind, 0.0, reason)
    if _is_own(scene, match, read) or _names_staff(block, match, read):
        if not _names_maker(scene, block, match):
            return _self_credit(found, read, share, of_staff=_names_staff(block, match, read))
        read = replace(read, named=None)  # the site translated it, which says nothing against a translation
    if read.dated and read.url is None:
        return replace(found, kind=EvidenceKind.DATE_ONLY, reason="the phrase gives a date, not a source")
    translator = names_translator(scene.lexicon, block, match)
    if translator and read.named is not None and not read.named.known:
        read = replace(read, named=None)
    named = read.named
    if is_prose(scene.lexicon, block, match, named):
        return replace(found, weight=weights.CREDIT_WEAK * share, outlet=named.name if named else None)
    dangling = _dangles(scene, block, match, read)
    partial = load_cues().speaks_of_part(without_names(block, match))
    weight = _label_weight(scene, read) if label else _weight(scene, block, match, read)
    if named is None and match.start > 0 and scene.under_picture(block.index):
        weight *= weights.UNDER_PICTURE
    least = weights.DANGLING_CREDIT if dangling and (match.phrase.strong or match.fit is Fit.WHOLE) else 0.0
    if partial and named is not None and named.agency and _closes(scene, block):
        least = weights.EDITED
    return replace(
        found,
        reason=_reason(match, read, reason, label=label, dangling=dangling, partial=partial),
        kind=EvidenceKind.SOURCE_LABEL if label else kind,
        weight=max(weight, least) * share,
        outlet=named.name if named else None,
        url=read.url,
        author=_author(scene, block, match, end, unnamed=named is None),
        wire=named is not None and named.agency,
        dangling=dangling,
        statement=_states(match, share, label=label or translator),
        partial=partial,
    )


def _is_own(scene: Scene, match: Match, read: Credited) -> bool:
    """Whether a credit names the site itself, or leads home."""
    if read.named is not None and read.named.own:
        return True
    linked = read.link is not None and read.link.start >= match.start and scene.site.owns_url(read.url)
    return linked and (scene.is_home(read.url) or (read.named is None and not read.dated))


def _names_staff(block: Block, match: Match, read: Credited) -> bool:
    """Whether a credit names the site's own people: "the figures were compiled by our newsroom"."""
    return read.named is None and "outlet" in match.slots and is_own_work(block.text[slice(*match.slots["outlet"])])


def _names_maker(scene: Scene, block: Block, match: Match) -> bool:
    """Whether the words are a label for who made a translation, and not for where the text comes from."""
    return match.phrase.kind == "labels" or names_translator(scene.lexicon, block, match)


def _self_credit(found: Evidence, read: Credited, share: float, *, of_staff: bool) -> Evidence:
    weight = weights.OWN_NAME if read.named else weights.OWN_LINK
    whom = "names the site's own people" if of_staff else "links to the site itself"
    reason = "the credit names the site itself" if read.named else f"the credit {whom}"
    return replace(found, kind=EvidenceKind.SELF_CREDIT, weight=weight * share, reason=reason)


def _closes(scene: Scene, block: Block) -> bool:
    """Whether a block is a line behind the text."""
    return scene.closing(block.index, _CLOSING) and scene.line(block.index)


def _reason(match: Match, read: Credited, usual: str, *, label: bool, dangling: bool, partial: bool) -> str:  # noqa: PLR0913 - what tells credits apart
    """Why a credit counts, in words."""
    credits_somebody = "a credit names" if read.named else "a credit links to"
    told = {
        "a label names the source of the text": label,
        "a credit breaks off where the source should follow": dangling,
        "the text says that a part of it, or material, comes from elsewhere": partial,
        usual: match.role is Role.DERIVED_MARKER,
        "words stand here by which sources are credited": not match.phrase.strong,
        f"{credits_somebody} where the text comes from": read.named is not None or read.url is not None,
    }
    return next((reason for reason, holds in told.items() if holds), usual)


def _states(match: Match, share: float, *, label: bool) -> bool:
    """Whether a credit is a statement of where the text comes from, and not a mere label."""
    return match.phrase.strong and match.phrase.kind != "labels" and not label and share >= _STATES


def _share(scene: Scene, block: Block) -> float:
    """What the place of a credit leaves of its weight."""
    by_zone = 1.0 if scene.closing(block.index, _CLOSING) else weights.CREDIT_BY_ZONE[scene.zone(block.index)]
    share = weights.CREDIT_BY_REGION.get(block.region, by_zone)
    return share if block.visible else share * weights.HIDDEN


def _label_weight(scene: Scene, read: Credited) -> float:
    """What a credit weighs that is no sentence but a mere label, such as "Source: X"."""
    if read.named is None:
        return weights.CREDIT_WEAK
    weight = weights.SOURCE_WEAK_KNOWN if read.named.known else weights.SOURCE_WEAK_NAMED
    linked = scene.foreign_article(read.url)
    return weight + (weights.SOURCE_LINKED if linked else 0.0)


def _weight(scene: Scene, block: Block, match: Match, read: Credited) -> float:
    """What a credit sentence weighs by its words, before its place is looked at."""
    strong = match.phrase.strong and not _is_in_prose(scene, block, match, read)
    weight = weights.CREDIT if strong else weights.CREDIT_WEAK
    if match.phrase.kind == "feed_footer":
        weight += weights.FEED_FOOTER
    if read.named is not None:
        weight += weights.NAMES_KNOWN_OUTLET if read.named.known else weights.NAMES_SOMEBODY
    if scene.foreign_article(read.url):
        weight += weights.LINKS_TO_ARTICLE if strong or (read.named is not None and "outlet" in match.slots) else 0.0
    elif (
        read.named is None and match.phrase.kind not in {"copied", "labels"} and not _names_writer(scene, block, match)
    ):
        weight = max(0.0, weight + weights.NAMES_NOBODY)
    if not strong and scene.zone(block.index) is Zone.BODY:
        weight *= weights.WEAK_IN_BODY
    return weight


def _names_writer(scene: Scene, block: Block, match: Match) -> bool:
    """Whether a note of a translation names at least who wrote the original."""
    _, end = sentence_around(block.text, match.start, match.end)
    return match.role is Role.DERIVED_MARKER and _author(scene, block, match, end, unnamed=True) is not None


def _is_in_prose(scene: Scene, block: Block, match: Match, read: Credited) -> bool:
    """Whether words that mostly credit stand within a sentence, and name and link nobody who would make them do so."""
    known = read.named is not None and read.named.known
    start, end = sentence_around(block.text, match.start, match.end)
    linked = read.link is None or (read.link in block.links and start <= read.link.start < end)
    if known or (linked and scene.foreign_article(read.url)):
        return False
    before = block.text[start : match.start].split()
    return len(before) > _SUBJECT and is_spaced(before[-1][-1])


def _author(scene: Scene, block: Block, match: Match, end: int, *, unnamed: bool) -> str | None:
    """The writer whom a credit names: "first published on X by Jane Roe", "Translation of “Title”, Jane Roe"."""
    if "author" in match.slots:
        return block.text[slice(*match.slots["author"])]
    begin = match.slots["outlet"][1] if "outlet" in match.slots else match.end
    return (
        person_behind(scene, block.text[begin:end])
        or (person_behind(scene, block.text[match.start : end]) if unnamed else None)
        or person_after_title(block.text[match.start : end])
    )


def _dangles(scene: Scene, block: Block, match: Match, read: Credited) -> bool:
    """Whether the phrase promises a source and nothing follows it, here or in the next block."""
    if read.named is not None or not block.visible or match.role is not Role.REPUBLISHED_MARKER:
        return False
    if read.url is not None:
        return False
    promised = _LABEL_END.search(block.text, max(match.start, len(block.text) - 3)) or (
        not block.text[match.end :].strip() and _BEFORE_SOURCE.search(match.phrase.text or "")
    )
    if not promised or any(image.start >= match.end for image in block.images):
        return False
    below = scene.next_block(block.index)
    return below is None or not _is_value(scene, below)


def _is_value(scene: Scene, block: Block) -> bool:
    """Whether a block can be the value of the label above it: a name or a link, not a sentence."""
    if any(link.url is not None for link in block.links) and block.link_share > 0.6:
        return True
    if block.images and not block.text:
        return True
    named = scene.name(block.text) if len(block.text) <= _VALUE else None
    return named is not None and not block.text.rstrip().endswith((".", "。", "!", "?"))
