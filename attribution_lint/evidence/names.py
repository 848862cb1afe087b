"""How the name of a source is understood: which outlet it is, whether it is the site itself, or nobody's name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from attribution_lint.calendar import is_date_in_words
from attribution_lint.evidence.cues import load_cues
from attribution_lint.expressions import expression
from attribution_lint.fold import letters
from attribution_lint.generic import load_generic_names
from attribution_lint.own_work import names_nobody
from attribution_lint.urls import host_of, is_article
from attribution_lint.words import count_dense

if TYPE_CHECKING:
    from attribution_lint.lexicon import Lexicon
    from attribution_lint.outlets import Mention, Outlet, Outlets
    from attribution_lint.site import Site

_LONGEST = 70
"""A longer text is a sentence or a title, not a name."""
_LONGEST_DENSE = 24
"""The same in a script that writes a word with one or two characters."""
_TITLED = 24
"""A longer text with a colon inside is a title: "Yarn: a new package manager"."""
_SHORT = 12
"""An ASCII name up to this length counts only in its own capitals."""
_PREPOSITION = 6
"""How many characters may stand before an outlet's name: an article, a preposition."""
_EDGES = " \t\u00a0.,;:：，。、|｜/-–—_*~·•»«›‹>\"'“”„‟‘’‚«»「」『』《》〈〉【】[]()（）<>…→↗"
_BRACKETS = (("(", ")"), ("（", "）"), ("[", "]"), ("「", "」"), ("《", "》"), ("“", "”"))
_PARTS = expression(r"\s[-–—|·•]\s|[/|｜(),，、（）]")
_MAIL = expression(r"\s[<(\[]?[^\s@]{1,64}@[^\s@]{1,80}\s?$")
"""An address behind a name."""
_DOMAIN = expression(r"^(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,12})(?:/\S*)?$", re.IGNORECASE)
_GOES_ON = expression(r"\s(?:(?:de|del|della|di|do|da|du|des|der|of|the|and|for|y|e|et|und|la|le|el)\s)*[A-ZÀ-ÞĀ-Ž]\w")
"""Behind an outlet's name: the name of another one goes on. "El Faro" is not "El Faro del Sur"."""


@dataclass(frozen=True, slots=True)
class Named:
    """A source that a page names."""

    name: str
    """As written, trimmed."""
    outlet: Outlet | None
    own: bool
    """The site itself."""

    @property
    def known(self) -> bool:
        """In the list of outlets, and somebody else."""
        return self.outlet is not None and not self.own

    @property
    def agency(self) -> bool:
        """An agency whose copy has no public original."""
        return self.outlet is not None and self.outlet.is_wire and not self.own


_DATE = expression(r"\D{0,4}\d{1,2}[\s./-]\D{0,20}\d{0,2}\D{0,3}(?:[12]\d{3})\b|[12]\d{3}[-/.年년]\s?\d{1,2}")
_DENSE = expression(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ENUMERATES = expression(r"[，、。；](?=.)")
"""Within a text: it lists things, or is a sentence."""
_CALLED = expression(r"[Tt]he (?!Original|Official|Same|Other|First|Above|Source)[A-Z]\S+ \w+")
"""A name that is made like a pronoun: "The Commerce Blog", "the NumFOCUS blog" as against "the company blog"."""
_GLOSS = expression(r"^\s?[(（][^()（）]{1,40}[)）]?")
"""A second name in brackets right behind one: "MeshCN (Meshtastic China)"."""
_LONG_OWN = 4
"""A site's name of that length in a dense script, with more behind it, is one of its departments: XX大学宣传部."""
_WORDS_BESIDE, _LETTERS_BESIDE = 4, 8
"""More words, or letters of a script that sets none apart, beside a name make a sentence about it."""


def is_date(text: str) -> bool:
    """Whether a text begins with a date, in whatever language its month is."""
    return _DATE.match(text.strip()) is not None or is_date_in_words(text)


def says_more(text: str, name: str) -> bool:
    """Whether a text speaks about what it names, rather than naming it: "Laut Reuters hatte die Stadt …"."""
    if text.strip() and text.strip() in name:
        return False
    before, _, behind = text.partition(name) if name else (text, "", "")
    rest = f"{before} {_GLOSS.sub(' ', behind)}"
    if _DENSE.search(rest):
        return sum(character.isalpha() for character in rest) > _LETTERS_BESIDE
    return sum(any(map(str.isalpha, word)) for word in rest.split()) > _WORDS_BESIDE


def trim(text: str) -> str:
    """A name without the quotes, brackets, separators and dashes around it."""
    plain = _MAIL.sub("", text).strip(_EDGES)
    # An opening bracket inside whose closing one was trimmed: "AP (Berlin" for "AP (Berlin)".
    for opening, closing in _BRACKETS:
        if opening in plain and closing not in plain:
            plain = plain.partition(opening)[0].strip(_EDGES) or plain
    return plain


def is_generic(name: str) -> bool:
    """Whether a name names nobody: "the Internet", "agencies"."""
    return letters(name) in load_generic_names()


def understand(text: str, site: Site, outlets: Outlets, lexicon: Lexicon) -> Named | None:
    """The source that a text names; None where it is a date, a button, a pronoun, a title, or nobody's name."""
    plain = trim(text)
    if not plain or is_generic(plain) or lexicon.is_label(plain) or _is_rejected(plain, outlets, lexicon):
        return None
    mentions = outlets.find(plain)
    known = _known(plain, mentions, site, outlets)
    if known is not None:
        return known
    is_nobody = names_nobody(plain) and not outlets.by_name(plain)
    plain = _without_channel(plain)
    if is_nobody or len(plain) > _LONGEST or (len(plain) > _TITLED and re.search(r"[:：]\s", plain)):
        return None
    if "://" in plain or _DOMAIN.match(plain):
        return _address(plain, site, outlets)
    if not _reads_as_name(plain):
        return None
    parts = dict.fromkeys((plain, *_PARTS.split(plain)))
    own = any(site.is_called(part, outlets) for part in parts if len(part) > 1)
    own = own or letters(plain).startswith(tuple(name for name in site.names if count_dense(name) >= _LONG_OWN))
    return Named(plain, _listed(plain, mentions, outlets), own)


def may_be_listed(text: str, outlets: Outlets) -> bool:
    """Whether `understand` may find an outlet of the list in a text: quicker, and no for almost all that is asked."""
    plain = trim(text)
    if outlets.find(plain):
        return True
    plain = _without_channel(plain)
    if len(plain) > _LONGEST:
        return False
    return "." in plain or (not _is_short(plain) and bool(outlets.by_name(plain)))


def _without_channel(plain: str) -> str:
    return load_cues().channel.sub("", plain, count=1).strip(_EDGES).removeprefix("the ") or plain


def _reads_as_name(plain: str) -> bool:
    """Whether a text can be a name: it has a capital where its script has them, and where it has none it is short."""
    if _ENUMERATES.search(plain):
        return False
    if any(character.isupper() or character.istitle() for character in plain):
        return True
    if any(character.islower() for character in plain):
        return " " not in plain  # "reddit" is a name, "the English version" in any language is none
    return any(map(str.isalpha, plain)) and count_dense(plain) <= _LONGEST_DENSE


def _is_rejected(plain: str, outlets: Outlets, lexicon: Lexicon) -> bool:
    """Whether a text is a date, a button or a pronoun, and no name: "der Freitag" is a day of the week and a weekly."""
    if is_date_in_words(plain) and not outlets.by_name(plain):
        return True
    match lexicon.slot_rejected(plain):
        case None:
            return False
        case "date":
            return not (" " in plain and outlets.by_name(plain))
        case "pronoun":
            return _CALLED.fullmatch(plain) is None
        case _:
            return True


def _known(plain: str, mentions: list[Mention], site: Site, outlets: Outlets) -> Named | None:
    """A known outlet that the text begins with, unless a longer name of another one goes on behind it."""
    first = next((item for item in mentions if item.start <= _PREPOSITION), None)
    if first is None or (first.common and len(plain) <= _LONGEST and first.end - first.start < 0.5 * len(plain)):
        return None
    whole = plain if len(plain) <= _LONGEST and not re.search(r"[,;。，]", plain) else ""
    if whole and outlets.by_name(whole):
        name = whole
    elif whole and not first.outlet.is_wire and _GOES_ON.match(plain, first.end):
        return None
    else:
        name = plain[first.start : first.end]
    return Named(name, first.outlet, site.is_called(name, outlets) or first.outlet.id in site.outlets)


def _address(plain: str, site: Site, outlets: Outlets) -> Named | None:
    """A source called by its domain; the address of an article names none."""
    domain = _DOMAIN.match(plain)
    if domain is None or is_article(plain if "://" in plain else "https://" + plain):
        return None
    host = host_of("https://" + domain[1])
    return Named(plain, outlets.by_host(host), site.owns_host(host))


def _listed(plain: str, mentions: list[Mention], outlets: Outlets) -> Outlet | None:
    """The outlet of that name; a short one only as it is written: "mehr" is a German word, Mehr an agency."""
    found = outlets.by_name(plain)
    if not found or (_is_short(plain) and not any(item.outlet in found for item in mentions)):
        return None
    return found[0]


def _is_short(plain: str) -> bool:
    return plain.isascii() and len(plain) <= _SHORT
