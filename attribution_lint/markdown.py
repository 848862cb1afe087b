"""Markdown and plain-text sources, turned into the HTML that a site generator would make of them.

All that reads a page reads HTML; here a source becomes some, and a record of what came from where leads back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from attribution_lint.expressions import expression
from attribution_lint.front_matter import Entry, FrontMatter, read_front_matter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_TEMPLATE = expression(
    r"\{\{[^\n]{0,2000}?\}\}|\{%[^\n]{0,2000}?%\}|\{/\*[^\n]{0,2000}?\*/\}|(?<=[)\]}])\{:[^}\n]{0,300}\}"
    r"|^[ >]{0,8}(?P<box>:::)[^\n]*$"
)
"""Tags of template languages, attributes of a link, and the line that opens or closes a box."""
_COMMENT = expression(r"\{%-?\s*comment\b.{0,20000}?endcomment\s*-?%\}", re.DOTALL)
_SAID = expression(r"""\b(?:content|text|body|message)\s?=\s?("[^"]*\s[^"]*"|'[^']*\s[^']*')""")
"""The parameter of a template tag that holds what a reader is told: a note, a callout."""
_MODULE = expression(r"^(?:import|export)\s[^\n]*$", re.MULTILINE)
_IN_ADDRESS = expression(r"[(\"'=</]$")
_LANGUAGE_KEYS = ("lang", "language", "locale", "hreflang")
_SHOWN = frozenset(
    {
        "attribution", "copyright", "credit", "credits", "deck", "dek", "description", "disclaimer", "excerpt",
        "intro", "introduction", "lead", "lede", "note", "notes", "notice", "preface", "source_note", "subtitle",
        "summary", "teaser",
    }
)  # fmt: skip
"""Keys of texts that themes print."""
_CANONICAL = frozenset({"canonical", "canonical_url", "canonicalurl", "canonical-url", "canonical_link"})
_LABEL_LINE = 60
"""A shorter line of plain text ends where it ends; longer ones are wrapped."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """The HTML of a source."""

    html: str
    offsets: tuple[int, ...]
    """Where in the HTML each piece begins, in order."""
    origins: tuple[tuple[int, int], ...]
    """Start and end, in the source, of what each piece was made from."""
    entries: tuple[Entry, ...]
    """The front matter; its n-th entry is the n-th meta element of the HTML."""

    def origin(self, offset: int) -> tuple[int, int]:
        """Start and end, in the source, of what stands at an offset of the HTML."""
        piece = bisect_right(self.offsets, offset) - 1
        return self.origins[piece] if piece >= 0 else (0, 0)


class _Writer:
    """HTML in the making."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.offsets: list[int] = []
        self.origins: list[tuple[int, int]] = []

    def write(self, html: str, origin: tuple[int, int] | None = None) -> None:
        if origin is not None:
            self.offsets.append(self.length)
            self.origins.append(origin)
        self.parts.append(html)
        self.length += len(html)

    def rendered(self, entries: tuple[Entry, ...]) -> Rendered:
        return Rendered("".join(self.parts), tuple(self.offsets), tuple(self.origins), entries)


def render_markdown(text: str) -> Rendered:
    """The page that a Markdown file with its front matter makes.

    Raises:
        FrontMatterError: the front matter cannot be read.
    """
    front = read_front_matter(text)
    writer = _Writer()
    title = _head(writer, front)
    if title is not None:
        writer.write(f"<h1>{_inline(title.value)}</h1>", (title.start, title.end))
    for entry in front.entries:
        if entry.name in _SHOWN and any(map(str.isspace, entry.value)):
            writer.write(f"<p>{_inline(entry.value)}</p>", (entry.start, entry.end))
    _body(writer, text, front.end)
    writer.write("</article></body></html>")
    return writer.rendered(front.entries)


def render_text(text: str) -> Rendered:
    """The page that a plain text makes: paragraphs, under a first line that is its headline. Nothing is a link."""
    writer = _Writer()
    paragraphs = list(re.finditer(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*", text))
    title = paragraphs[0][0] if paragraphs and "\n" not in paragraphs[0][0] else ""
    writer.write(f"<!doctype html><html><head><title>{escape(title)}</title></head><body><article>")
    for number, match in enumerate(paragraphs):
        tag = "h1" if number == 0 and title else "p"
        writer.write(f"<{tag}>", match.span())
        at = match.start()
        for line in match[0].split("\n"):
            writer.write(escape(line) + ("<br>" if len(line) < _LABEL_LINE else "\n"), (at, at + len(line)))
            at += len(line) + 1
        writer.write(f"</{tag}>")
    writer.write("</article></body></html>")
    return writer.rendered(())


def _head(writer: _Writer, front: FrontMatter) -> Entry | None:
    """Everything up to the article; the entry that is the page's title."""
    by_name: dict[str, Entry] = {}
    for entry in front.entries:
        by_name.setdefault(entry.name, entry)
    title = by_name.get("title")
    language = next((by_name[name].value for name in _LANGUAGE_KEYS if name in by_name), "")
    writer.write(f'<!doctype html><html lang="{escape(language)}"><head>')
    for entry in front.entries:
        meta = f'<meta name="{escape(entry.name)}" content="{escape(entry.value)}">'
        writer.write(meta, (entry.start, entry.end))
    for entry in front.entries:
        if entry.name in _CANONICAL:
            writer.write(f'<link rel="canonical" href="{escape(entry.value)}">', (entry.start, entry.end))
    writer.write(f"<title>{escape(title.value) if title else ''}</title></head><body><article>")
    return title


def _body(writer: _Writer, text: str, start: int) -> None:
    body = without_templates(text[start:])
    lines = [start]
    lines += [start + match.end() for match in re.finditer("\n", body)]
    lines.append(len(text))
    tokens = _parser().parse(body)
    for html, first, last in _pieces(tokens):
        origin = (lines[min(first, len(lines) - 1)], lines[min(last, len(lines) - 1)])
        writer.write(html, origin)


def without_templates(text: str) -> str:
    """A text without the tags of template languages and MDX, of the same length.

    Where one makes an address, something that is one stays: the link leads somewhere. So does a text handed to one.
    """

    def blank(match: re.Match[str]) -> str:
        if match["box"]:
            return re.sub(r"[^ >]", " ", match[0])  # a quotation keeps its marks
        said = _SAID.search(match[0])
        if said is not None:
            return said[1][1:-1].ljust(len(match[0]))
        before = match.string[max(0, match.start() - 1) : match.start()]
        return ("x" if _IN_ADDRESS.search(before) else " ") * len(match[0])

    text = _COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    plain = "\n".join(_outdented(_TEMPLATE.sub(blank, line), line) for line in text.split("\n"))
    return _MODULE.sub(lambda match: " " * len(match[0]), plain)


def _outdented(line: str, before: str) -> str:
    """A line as far to the left as it was, or what stands behind a tag would seem to be code."""
    indent = len(before) - len(before.lstrip())
    return line if line[: indent + 1].strip() else (line[:indent] + line[indent:].lstrip()).ljust(len(line))


def _pieces(tokens: Sequence[Token]) -> Iterable[tuple[str, int, int]]:
    """The HTML of each token, with the lines that it was made from; a block of HTML line by line."""
    from markdown_it.renderer import RendererHTML

    parser = _parser()
    renderer, options = parser.renderer, parser.options
    assert isinstance(renderer, RendererHTML)  # noqa: S101 - the parser's own, which its type does not tell
    first, last = 0, 0
    for index, token in enumerate(tokens):
        if token.map is not None:
            first, last = token.map
        if token.type == "html_block":
            for number, line in enumerate(token.content.splitlines(keepends=True)):
                yield line, first + number, first + number + 1
            continue
        if token.type == "inline":
            html = renderer.renderInline(token.children or [], options, {})
        elif token.type in renderer.rules:
            html = renderer.rules[token.type](tokens, index, options, {})
        else:
            html = renderer.renderToken(tokens, index, options, {})
        yield html, first, last


def _inline(text: str) -> str:
    return str(_parser().renderInline(text))


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # CommonMark with GitHub's tables and strikethrough. A bare address stays text, as CommonMark has it: many
    # generators make no link of one.
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
