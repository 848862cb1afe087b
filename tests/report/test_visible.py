"""What may not reach a terminal is spelt out."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution_lint.report.visible import inert, shown_line, visible

from .runner import could_be_command


@pytest.mark.parametrize(
    "text", ["plain", "posts/[id].html", "新闻，来源：", "Müller’s “naïve” café", "a\u00a0b", "全\u3000角", "e\u0301"]
)
def test_leaves_what_is_safe(text: str) -> None:
    """Ordinary text of any script stands as it is."""
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "\\x1b[31m"),
        ("a\nb\tc\rd", "a\\nb\\tc\\rd"),
        ("x\u202ey", "x\\u202ey"),
        ("x\u2066y", "x\\u2066y"),
        ("x\u200by", "x\\u200by"),
        ("\ufeffx", "\\ufeffx"),
        ("\x7f\x9b", "\\x7f\\x9b"),
        ("a\u2028b", "a\\u2028b"),
        ("\udcff", "\\udcff"),
        ("\U000e0041", "\\U000e0041"),
        ("\uffff\ufdd0", "\\uffff\\ufdd0"),
    ],
)
def test_spells_out_what_is_not(text: str, shown: str) -> None:
    """Controls, bidi controls, zero-width characters, surrogates and tags become escapes."""
    assert visible(text) == shown


@given(st.text())
def test_no_control_survives(text: str) -> None:
    """Whatever the text, nothing that a terminal would obey is left."""
    assert not {unicodedata.category(character) for character in visible(text)} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(st.text())
def test_ascii_is_ascii(text: str) -> None:
    """Without Unicode the answer is printable ASCII."""
    shown = visible(text, unicode=False)
    assert shown.isascii()
    assert shown.isprintable()


def test_ascii_lookalikes() -> None:
    """Typographic characters give way to their likeness, others to escapes."""
    assert visible("✔ “a” → b…ü", unicode=False) == '+ "a" -> b...\\xfc'


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("::error::x", "\\x3a:error::x"),
        ("  \u3000::stop-commands::x", "  \u3000\\x3a:stop-commands::x"),
        ("a ##[error]x ##[y", "a ##\\x5berror]x ##\\x5by"),
        ("###[x", "###\\x5bx"),
        (":::", "\\x3a::"),
        ("\ufe0f:\u034f:error::x", "\ufe0f\\x3a\u034f:error::x"),
        ("#\ufe0f#[x", "#\ufe0f#\\x5bx"),
    ],
)
def test_commands_are_inert(line: str, shown: str) -> None:
    """One character of what GitHub's runner would execute is spelt out, and no more."""
    assert inert(line) == shown


@pytest.mark.parametrize(
    "line", ["a::b", "posts/a.html:3:4: error", "std::vector", "# [x]", "##x[", ":", "## Heading", "❤️ ✔ 新闻："]
)
def test_other_lines_are_not_touched(line: str) -> None:
    """A line that is no command stands as it is."""
    assert inert(line) == line


@given(st.text(alphabet=":#[ ab\u3000\u034f\ufe0f\u200b\x1b\n", max_size=12))
def test_no_line_is_a_command(text: str) -> None:
    """Whatever the text, what is shown of it commands nothing."""
    assert not could_be_command(shown_line(text))
