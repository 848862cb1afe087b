"""Pages for tests, parsed as the tool does it."""

from __future__ import annotations

from attribution_lint.page import Block, Link, Page
from attribution_lint.source import Source
from attribution_lint.walk import parse

SENTENCE = "The ferry left the harbour at nine, an hour late, and nobody on the quay could say what it had waited for. "


def page_of(html: str, url: str | None = "https://harbour.example/notes/ferry.html") -> Page:
    """The page that a source text makes."""
    return parse(Source("page.html", html, "utf-8"), url)


def body_of(html: str) -> Page:
    """The page of what stands in a body."""
    return page_of(f"<!doctype html><html lang=en><head><title>Ferry</title></head><body>{html}</body></html>")


def texts_of(page: Page) -> list[str]:
    """What its visible blocks say."""
    return [block.text for block in page.blocks if block.visible and block.text]


def block_of(page: Page, text: str) -> Block:
    """The one block that begins so."""
    (found,) = (block for block in page.blocks if block.text.startswith(text))
    return found


def links_of(page: Page) -> list[Link]:
    """All links, in the order of the blocks."""
    return [link for block in page.blocks for link in block.links]
