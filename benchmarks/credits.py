"""The republished tenth of the generated site: how its pages say whose text they show, and what they leave out."""

from __future__ import annotations

import random
from dataclasses import dataclass
from enum import StrEnum

from benchmarks.languages import Language, Outlet


class Form(StrEnum):
    """One way to credit a text; some owe nothing more, some do."""

    CREDIT_BELOW = "credit with a link, below the text"
    CREDIT_ABOVE = "credit with a link, above the text"
    CREDIT_AND_BUTTON = "credit without a link, and a button that leads to the original"
    LABELS = "source with a link, and whose the text is"
    LIST = "original, source and rights in a list"
    CANONICAL = "source and rights; the address of the original in the head only"
    UNLINKED = "credit without a link"
    HOME_PAGE = "credit that leads to a home page only"
    NO_RIGHTS = "source and original, but not whose the text is"
    NO_OUTLET = "original and rights, but no outlet"
    DANGLING = "original and rights, and a source with nothing after it"


OWES: dict[Form, frozenset[str]] = {form: frozenset() for form in Form} | {
    Form.CANONICAL: frozenset({"original-url"}),
    Form.UNLINKED: frozenset({"original-url"}),
    Form.HOME_PAGE: frozenset({"original-url"}),
    Form.NO_RIGHTS: frozenset({"copyright-disclaimer"}),
    Form.NO_OUTLET: frozenset({"source-outlet"}),
    Form.DANGLING: frozenset({"source-outlet", "dangling-credit"}),
}
"""The rules that a page of each form breaks."""


class _Part(StrEnum):
    """What a credit is put together from."""

    LINKED = "credit, the outlet linked to the original"
    PLAIN = "credit"
    HOME = "credit, the outlet linked to its home page"
    BUTTON = "link to the original"
    SOURCE_LINKED = "label and outlet, linked"
    SOURCE = "label and outlet"
    SOURCE_EMPTY = "label"
    RIGHTS = "whose the text is"
    LIST = "all of it"


# Above and below the text.
_LAYOUT: dict[Form, tuple[tuple[_Part, ...], tuple[_Part, ...]]] = {
    Form.CREDIT_BELOW: ((), (_Part.LINKED,)),
    Form.CREDIT_ABOVE: ((_Part.LINKED,), ()),
    Form.CREDIT_AND_BUTTON: ((), (_Part.PLAIN, _Part.BUTTON)),
    Form.LABELS: ((), (_Part.SOURCE_LINKED, _Part.RIGHTS)),
    Form.LIST: ((), (_Part.LIST,)),
    Form.CANONICAL: ((), (_Part.SOURCE, _Part.RIGHTS)),
    Form.UNLINKED: ((), (_Part.PLAIN,)),
    Form.HOME_PAGE: ((), (_Part.HOME,)),
    Form.NO_RIGHTS: ((_Part.SOURCE,), (_Part.BUTTON,)),
    Form.NO_OUTLET: ((), (_Part.BUTTON, _Part.RIGHTS)),
    Form.DANGLING: ((_Part.BUTTON,), (_Part.SOURCE_EMPTY, _Part.RIGHTS)),
}


@dataclass(frozen=True, slots=True)
class Credit:
    """What a republished page says of its origin, as markup."""

    above: str = ""
    below: str = ""
    canonical: str | None = None


def credit(form: Form, language: Language, outlet: Outlet, url: str, chance: random.Random) -> Credit:
    """The markup of one form; `url` is the address of the original."""
    parts = _parts(language, outlet, url, chance)
    above, below = ("\n".join(parts[part] for part in place) for place in _LAYOUT[form])
    return Credit(above, below, url if form is Form.CANONICAL else None)


def _parts(language: Language, outlet: Outlet, url: str, chance: random.Random) -> dict[_Part, str]:
    sentence = chance.choice(language.credit)
    opening = chance.choice(('<p class="note"><em>', '<div class="notice"><p>', "<hr>\n<p>"))
    closing = "</em></p>" if "<em>" in opening else "</p></div>" if "<div" in opening else "</p>"
    label = f"{language.source}{'：' if language.tag.startswith(('zh', 'ja')) else ': '}"
    linked = f'<a href="{url}" rel="external">{outlet.name}</a>'
    home = f'<a href="https://www.{outlet.host}/">{outlet.name}</a>'
    items = (f"{label}{outlet.name}", f'<a href="{url}">{language.original}</a>', language.disclaimer)

    def credited(name: str) -> str:
        return f"{opening}{sentence.format(outlet=name)}{closing}"

    def sourced(name: str) -> str:
        return f'<p class="source"><strong>{label}</strong>{name}</p>'

    return {
        _Part.LINKED: credited(linked),
        _Part.PLAIN: credited(outlet.name),
        _Part.HOME: credited(home),
        _Part.BUTTON: f'<p class="original"><a href="{url}" target="_blank" rel="noopener">{language.original}</a></p>',
        _Part.SOURCE_LINKED: sourced(linked),
        _Part.SOURCE: sourced(outlet.name),
        _Part.SOURCE_EMPTY: sourced(""),
        _Part.RIGHTS: f'<p class="rights">{language.disclaimer}</p>',
        _Part.LIST: f'<ul class="origin">{"".join(f"<li>{item}</li>" for item in items)}</ul>',
    }
