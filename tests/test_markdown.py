"""The HTML that is made of Markdown and of plain text, and the way back to the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution_lint.front_matter import FrontMatterError
from attribution_lint.markdown import Rendered, render_markdown, render_text, without_templates


def origin_of(rendered: Rendered, source: str, html: str) -> str:
    """The stretch of the source that a piece of the HTML was made from."""
    start, end = rendered.origin(rendered.html.index(html))
    return source[start:end]


def test_parts() -> None:
    """Title, summary, paragraphs, links and tables become what a theme would print."""
    source = (
        "---\ntitle: A *new* roof\nsummary: It is being mended.\nlang: en-GB\nslug: a-roof\n---\n\n"
        "From [the Ledger](https://a.example/roof).\n\n| a | b |\n|---|---|\n| c | d |\n"
    )
    rendered = render_markdown(source)
    for part in (
        '<html lang="en-GB">',
        "<h1>A <em>new</em> roof</h1>",
        "<p>It is being mended.</p>",
        '<a href="https://a.example/roof">the Ledger</a>',
        "<td>c</td>",
        '<meta name="slug" content="a-roof">',
    ):
        assert part in rendered.html
    assert "<p>a-roof" not in rendered.html
    assert origin_of(rendered, source, "From <a").strip() == "From [the Ledger](https://a.example/roof)."
    assert origin_of(rendered, source, "<h1>A <em>new") == "A *new* roof"


def test_canonical() -> None:
    """A canonical address in front matter is the page's."""
    assert (
        '<link rel="canonical" href="https://a.example/roof">'
        in render_markdown("---\ncanonical_url: https://a.example/roof\n---\n").html
    )


def test_bare_address_is_no_link() -> None:
    """A bare address stays text, as CommonMark has it."""
    assert "<a " not in render_markdown("See https://a.example/roof\n").html


def test_front_matter_cannot_break_out() -> None:
    """Values are escaped."""
    html = render_markdown("---\nsource: '\"><script>alert(1)</script>'\n---\n").html
    assert "<script>" not in html


def test_broken_front_matter() -> None:
    """It is an error, not a page without any."""
    with pytest.raises(FrontMatterError):
        render_markdown("---\na: [\n---\n")


def test_templates() -> None:
    """Tags of template languages and MDX are gone, without a change of length; an address that one makes stays one."""
    text = "import A from 'a'\n\nA {{ name }} and {% raw %} [link]({{ url }}).\n"
    plain = without_templates(text)
    assert len(plain) == len(text)
    assert "{" not in plain
    assert "import" not in plain
    assert "](x" in plain


@pytest.mark.parametrize(
    ("source", "html"),
    [
        (
            '{% include note.html content="First published in [The Ledger](https://a.example/roof)." %}',
            '<a href="https://a.example/roof">',
        ),
        ("{% include box.html %} A note.", "<p>A note."),
        (":::message\nA note.\n:::", "<p>A note."),
        ("[The Ledger](https://a.example/roof){:target=_blank}.", "The Ledger</a>"),
        ('{% figure src="a.png" caption="Source: The Ledger" %}', "<article>"),
    ],
)
def test_what_tags_say(source: str, html: str) -> None:
    """A text handed to a tag is read, at its place; a box is what is in it; attributes are no text."""
    rendered = render_markdown(source)
    assert html in rendered.html
    assert "<pre>" not in rendered.html
    assert "caption" not in rendered.html
    assert ":" not in rendered.html.partition("<article>")[2].replace("https:", "")


def test_plain_text() -> None:
    """Paragraphs under a headline; short lines end where they end; nothing is a link or a tag."""
    source = "A new roof\n\nSource: The Ledger\nBy Jane Roe\n\nIt is <b>mended</b>: https://a.example/roof\n"
    rendered = render_text(source)
    assert "<h1>A new roof<br></h1>" in rendered.html
    assert "Source: The Ledger<br>By Jane Roe<br>" in rendered.html
    assert "<b>" not in rendered.html
    assert "<a " not in rendered.html
    assert origin_of(rendered, source, "By Jane Roe") == "By Jane Roe"


@given(st.text(alphabet="ab \n#*_[]()<>`-=|~&;\\{}%:/!'\"1\t\r\x00é中", max_size=200))
def test_any_text_is_rendered(text: str) -> None:
    """Whatever a file holds, there is HTML, and each piece came from within the file."""
    for rendered in (render_text(text), render_markdown(f"x\n{text}")):
        assert rendered.html.endswith("</article></body></html>")
        assert all(0 <= start <= end <= len(text) + 2 for start, end in rendered.origins)
        assert list(rendered.offsets) == sorted(rendered.offsets)
