"""Telling a page that was cut off from one that leaves out the end tags that HTML lets it leave out.

A minifier drops `</body>` and `</html>`, but closes every `<div>`. A page whose upload broke off does neither.
The parser itself says what was still open: an element of our own behind the last character lands inside of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attribution_lint.expressions import expression

if TYPE_CHECKING:
    from lxml import etree

_NAME = "attribution-lint-end"
MARK = f"<{_NAME}></{_NAME}>"
"""Markup to put behind the last character of a page before it is parsed."""
_DOCUMENT = expression(r"<(?:html|body)[\s>]", re.IGNORECASE)
_MAY_STAY_OPEN = frozenset({
    "html", "body", "p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "caption", "colgroup", "option",
    "optgroup", "rt", "rp",
})  # fmt: skip
"""Elements whose end tags may be left out: HTML Standard, 13.1.2.4."""


def begins_document(text: str) -> bool:
    """Whether a text begins a whole document, which it should end; a fragment does not begin one."""
    return _DOCUMENT.search(text) is not None


def take_open_element(root: etree._Element) -> str | None:
    """What was still open where the page ends, in words; None where nothing was. Takes the mark out of the tree."""
    mark = next(root.iter(_NAME), None)
    if mark is None:
        return "a tag, a comment or a script"
    still_open = next((str(outer.tag) for outer in mark.iterancestors() if outer.tag not in _MAY_STAY_OPEN), None)
    parent = mark.getparent()
    if parent is not None:
        parent.remove(mark)
    return f"<{still_open}>" if still_open else None
