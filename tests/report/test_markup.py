"""Text in Markdown is text, in GitHub's own reading and in that of CommonMark."""

from __future__ import annotations

import re
from html import unescape

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from attribution_lint.report.markup import code, prose
from attribution_lint.report.visible import visible

EVIL = st.text(alphabet="`|\\*_[]()<>!&#@:;/.-~$ \n\tawh1é", max_size=30)


def readings(text: str) -> tuple[str, str]:
    """HTML of a table with one cell, as GitHub and as markdown-it see it."""
    table = f"| x |\n| --- |\n| {text} |\n"
    github = cmarkgfm.github_flavored_markdown_to_html(table, Options.CMARK_OPT_UNSAFE)
    return github, MarkdownIt("commonmark", {"html": True}).enable("table").render(table)


def cell(html: str) -> str:
    """What is between the tags of the only cell."""
    found = re.search(r"<td>(.*?)</td>", html, re.DOTALL)
    assert found
    return found.group(1)


@pytest.mark.parametrize("text", ["plain words", "新闻，来源", "it's 50%, isn't it?", "“quoted” – so: 1.5 + 2 = 3.5!"])
def test_plain_text_stays(text: str) -> None:
    """Text in which nothing is markup is not touched."""
    assert prose(text) == text


@given(EVIL)
def test_prose_is_text(text: str) -> None:
    """Whatever the text, a reader sees just it, and no element but code."""
    for html in readings(f"a {prose(text)} b"):
        assert html.count("<td>") == html.count("<tr>") - 1 == 1
        inner = cell(html)
        assert not re.search(r"<(?!/?code>)", inner)
        assert unescape(inner.replace("<code>", "").replace("</code>", "")).split() == f"a {visible(text)} b".split()


@given(EVIL)
def test_code_is_text(text: str) -> None:
    """The same for text that is set as code, and its spaces stay as well."""
    for html in readings(f"a {code(text)} b"):
        assert html.count("<td>") == html.count("<tr>") - 1 == 1
        assert unescape(cell(html).replace("<code>", "").replace("</code>", "")) == f"a {visible(text)} b"


@pytest.mark.parametrize(
    "text",
    [
        "@team",
        "(@team)",
        "owner/repo#12",
        "#123",
        "GH-12",
        "https://evil.example/x",
        "www.evil.example",
        "me@evil.example",
        "mailto:me@evil.example",
        "deadbeef1",
        ":tada:",
        "!12",
        "~label",
        "%milestone",
        "$x$",
    ],
)
def test_what_would_come_alive_is_code(text: str) -> None:
    """Mentions, references and addresses stand in code, where no site looks for them."""
    for html in readings(prose(f"see {text} there")):
        assert cell(html) == f"see <code>{text}</code> there"


def test_github_links_what_is_not_code() -> None:
    """The reading in these tests does link addresses."""
    assert "<a href" in readings("see https://evil.example/x")[0]


def test_nothing() -> None:
    """No text, nothing."""
    assert (prose(""), code("")) == ("", "")
