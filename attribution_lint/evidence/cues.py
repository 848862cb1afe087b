"""Small words that tell what a line is about: "by", "with", "all rights reserved", "excerpt"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from attribution_lint.expressions import expression
from attribution_lint.fold import fold, letters
from attribution_lint.tables import read_table


@dataclass(frozen=True, slots=True)
class Cues:
    """The words, made ready for short texts; all expressions run over text as it stands."""

    by: re.Pattern[str]
    """Opens a byline."""
    with_: re.Pattern[str]
    """Stands between two who made a text together; a slash does as well."""
    written_by: str
    """Alternatives of an expression: the words before the writer's name in a credit."""
    joining: str
    """Alternatives of an expression: the words between two names."""
    joints: frozenset[str]
    """The same, folded, and what else can stand between two names."""
    channel: re.Pattern[str]
    """Opens a name and is no part of it: "Press release of"."""
    rights: tuple[str, ...]
    """Folded words about rights."""
    partial: tuple[str, ...]
    """Folded words for a part of a text, or for material."""

    whole: tuple[str, ...]
    """Folded words for the whole of a text, of which the page shows a part."""
    press_release: tuple[str, ...]
    """Folded words for a press release."""
    picture: re.Pattern[str]
    """A word for pictures."""
    newsroom: frozenset[str]
    """Letters of the words for a site's own staff."""
    text: re.Pattern[str]
    """Ends with a word for a text, behind which its title stands."""
    material: re.Pattern[str]
    """Opens the name of one whose material a text was made from."""
    via: re.Pattern[str]
    """Says that the source only passed the text on."""

    def speaks_of_press_release(self, text: str) -> bool:
        """Whether a text calls something a press release."""
        return _holds(text, self.press_release)

    def calls_a_text(self, words: str) -> bool:
        """Whether words end with one for a text, such as "article"."""
        return self.text.search(fold(words)) is not None

    def speaks_of_picture(self, text: str) -> bool:
        """Whether a text has a word for pictures in it."""
        return self.picture.search(fold(text)) is not None

    def speaks_of_material(self, text: str) -> bool:
        """Whether a text begins with a word for one whose material was used: "after AFP"."""
        return self.material.match(fold(text)) is not None

    def says_via(self, text: str) -> bool:
        """Whether a text begins with a word for one that passed a text on."""
        return self.via.match(fold(text)) is not None

    def speaks_of_rights(self, text: str) -> bool:
        """Whether a text has a word about rights in it."""
        return _holds(text, self.rights)

    def speaks_of_part(self, text: str) -> bool:
        """Whether a text says that only a part, or material, came from elsewhere."""
        return _holds(text, self.partial)

    def speaks_of_whole(self, text: str) -> bool:
        """Whether a text speaks of the whole of another one: "Read the full story"."""
        return _holds(text, self.whole)


def _holds(text: str, words: tuple[str, ...]) -> bool:
    folded = fold(text)
    return any(word in folded for word in words)


@cache
def load_cues() -> Cues:
    """The cues of all languages, read and compiled once."""
    table = read_table("cues")
    return Cues(
        by=expression(rf"^(?:{_any(table['by'])})\b[:\s]", re.IGNORECASE),
        with_=expression(rf"\s?/\s?|\s(?:{_any(table['with'])})\s", re.IGNORECASE),
        written_by=_any(table["written_by"]),
        joining=_any(table["with"]),
        joints=frozenset({",", "&", "/", "|", *map(fold, table["with"])}),
        channel=expression(
            rf"^(?:{_any(table['channel'])})(?:\s?[:：]\s?|\s)(?:(?:{_any(table['of'])})\s|d['’])?", re.IGNORECASE
        ),
        rights=tuple(fold(word) for word in table["rights"]),
        partial=tuple(fold(word) for word in table["partial"]),
        whole=tuple(fold(word) for word in table["whole"]),
        press_release=tuple(fold(word) for word in table["press_release"]),
        picture=expression(rf"(?<!\w)(?:{_any([fold(word) for word in table['picture']])})(?!\w)"),
        newsroom=frozenset(map(letters, table["newsroom"])),
        material=expression(rf"\W{{0,4}}(?:{_any([fold(word) for word in (*table['with'], *table['after'])])})(?!\w)"),
        text=expression(rf"(?<![a-zà-ÿа-я])(?:{_any([fold(word) for word in table['text']])})\W*$"),
        via=expression(rf"\W{{0,4}}(?:{_any([fold(word) for word in table['via']])})(?!\w)"),
    )


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
