"""The full report shows what is owed, where it stands and how to mend it, at any width and in any script."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.text import Text

from attribution_lint.model import (
    Attribution,
    BaselineState,
    Excerpt,
    Label,
    Problem,
    Report,
    Severity,
    Span,
    StaleEntry,
    Status,
)
from attribution_lint.report.full import render
from attribution_lint.report.style import Detail, Style

from .builders import everything, fact, finding, label, page, sample, suppress

PLAIN = Style(width=80)


def shown(*findings: object, style: Style = PLAIN, **kwargs: object) -> list[str]:
    """Lines of the report of one page."""
    return render(Report((page(*findings, **kwargs),)), style).splitlines()  # type: ignore[arg-type]


def mark_under(lines: list[str], marked: str, character: str = "^") -> None:
    """Check that the row under the source line underlines `marked`, cell by cell."""
    place = next(number for number, line in enumerate(lines) if "│ " in line and marked in line)
    start = cell_len(lines[place][: lines[place].index(marked)])
    row = next(line for line in lines[place + 1 :] if character * cell_len(marked) in line)
    assert cell_len(row[: row.index(character)]) == start
    assert row.count(character) == cell_len(marked)


def test_whole_report() -> None:
    """One page from its heading to the summary, as a reader sees it."""
    why = label("\t<p>First published by Reuters.</p>", "First published by Reuters", "why it counts", line=12)
    primary = label("<p>Source: <a href=''>Reuters</a></p>", "<a href=''>", "leads nowhere", line=9)
    found = finding(
        primary=primary,
        because=why,
        snippet='<p>Source: <a href="…">Reuters</a></p>',
        backing=("CC BY 4.0, section 3",),
    )
    attribution = Attribution(
        Status.REPUBLISHED, 0.987, outlet=fact("Reuters"), disclaimer=fact("First published by Reuters")
    )
    report = Report((page(found, attribution=attribution), page(path="own.html", status=Status.OWN)), seconds=0.04)
    assert render(report, PLAIN) == (
        """\
── posts/a.html ────────────────────────────────────────────────────────────────
   republished from Reuters · confidence 98 %
   ✘ link to the original  none on the page
   ✔ named outlet          Reuters
   ✔ copyright disclaimer  “First published by Reuters”

error[original-url]: no link to the original article
  --> posts/a.html:9:12
   │
 9 │ <p>Source: <a href=''>Reuters</a></p>
   │            ^^^^^^^^^^^ leads nowhere
  ==> posts/a.html:12:5
   │
12 │ <p>First published by Reuters.</p>
   │    -------------------------- why it counts
   │
   = help: Link to the original

       <p>Source: <a href="…">Reuters</a></p>

   = backing: CC BY 4.0, section 3

2 pages: 1 own, 1 republished → 0 complete, 1 incomplete · 1 missing item
(1 link) · 0.0 s
""".replace(" · 1 missing item\n(1 link)", "\n  1 missing item (1 link)")
    )


@pytest.mark.parametrize("width", [60, 80, 100, 140])
def test_fits_the_width(width: int) -> None:
    """Apart from what is there to be copied, no line is wider than asked for."""
    text = "<p>" + "An article of many words, " * 20 + "first published by Reuters" + " and more of it" * 20
    found = finding(
        primary=label(text, "first published by Reuters", "a remark of many words that will not fit beside it"),
        message="no link to the original article " * 5,
        help_text="Do this and that " * 12,
        backing=("A licence and its clauses " * 6,),
    )
    lines = shown(found, style=Style(width=width, detail=Detail.QUIET))
    assert max(cell_len(line) for line in lines if "://" not in line) <= width


def test_caret_under_wide_characters() -> None:
    """Marks are aligned by cells: a Chinese character takes two."""
    lines = shown(finding(primary=label("<p>新闻编辑。来源：<b>路透社</b></p>", "来源：", "名称")))
    mark_under(lines, "来源：")


def test_caret_after_tabs_and_controls() -> None:
    """Marks stay right where the line is shown longer than it is."""
    lines = shown(finding(primary=label("a\tb\x1b[2J\u202ec<b>Source:</b>", "Source:")))
    assert any("a    b\\x1b[2J\\u202ec<b>Source:</b>" in line for line in lines)
    mark_under(lines, "Source:")


def test_caret_on_a_minified_line() -> None:
    """A long line is cut on both sides, and the mark stays under its span."""
    source = "<i>x</i>" * 40 + "Source: Reuters" + "<i>y</i>" * 40
    primary = label(source, "Source: Reuters", "the credit", column=90_001)
    primary = replace(primary, excerpt=replace(primary.excerpt, clipped_left=True, clipped_right=True))
    lines = shown(finding(primary=primary))
    mark_under(lines, "Source: Reuters")
    row = next(line for line in lines if "Source: Reuters" in line and "│" in line)
    assert "│ …" in row
    assert row.endswith("…")
    assert cell_len(row) <= 80
    assert any(f"posts/a.html:3:{90_001 + 320}" in line for line in lines)


def test_span_longer_than_the_line() -> None:
    """A span that does not fit is marked as far as it is shown."""
    lines = shown(finding(primary=label("<p>" + "word " * 60 + "</p>", "word " * 60)))
    row = next(line for line in lines if "^" in line)
    assert 60 < row.count("^") < 80
    assert cell_len(row) <= 80


def test_span_over_several_lines() -> None:
    """A span that ends on a later line is marked to the end of its first one."""
    primary = Label(Span(3, 4, 5, 2), "", Excerpt(3, 1, "<p>Source:"))
    mark_under(shown(finding(primary=primary)), "Source:")


def test_empty_span_on_an_empty_line() -> None:
    """There is always one caret, even where there is nothing to mark."""
    primary = Label(Span(1, 1, 1, 1), "the page is empty", Excerpt(1, 1, ""))
    lines = shown(finding(primary=primary))
    assert "  │ ^ the page is empty" in lines


def test_two_spans_on_one_line() -> None:
    """Spans that fit on one line together share it."""
    source = "<p>Source: <a href=''>Reuters</a></p>"
    found = finding(primary=label(source, "<a href=''>", "nowhere"), because=label(source, "Source:", "why"))
    lines = shown(found)
    assert sum(source in line for line in lines) == 1
    assert not any("==>" in line for line in lines)
    mark_under(lines, "<a href=''>")
    mark_under(lines, "Source:", "-")


def test_addresses_are_never_broken() -> None:
    """Addresses that are longer than the report is wide stand on one line."""
    url = "https://example.org/" + "a-long-way-" * 20
    attribution = replace(page().attribution, original_url=fact(url))
    found = finding(
        "dangling-credit", help_text=f"Link to {url} there", snippet=f'<a href="{url}">x</a>', backing=(url,)
    )
    assert sum(url in line for line in shown(found, attribution=attribution)) == 4


def test_snippet_is_clean() -> None:
    """Nothing stands beside a snippet that would be copied with it."""
    lines = shown(finding(snippet="<p>\n\tSource:\n</p>"))
    start = lines.index("      <p>")
    assert lines[start - 1 : start + 4] == ["", "      <p>", "          Source:", "      </p>", ""]


def test_markup_of_rich_is_only_text() -> None:
    """Square brackets in data are shown as they are."""
    report = "\n".join(shown(finding(path="[id].html", message="[bold]x[/bold] [/slug]"), path="[id].html"))
    assert "── [id].html ─" in report
    assert "[bold]x[/bold] [/slug]" in report


@pytest.mark.parametrize("style", [PLAIN, Style(80, unicode=False)])
def test_nothing_hostile_reaches_the_terminal(style: Style) -> None:
    """Controls in any text of a report are spelt out."""
    evil = "x\x1b]8;;http://evil\x07\u202ey\u200b\x9b"
    found = finding(
        path=evil,
        message=evil,
        help_text=evil,
        snippet=evil,
        backing=(evil,),
        primary=label(evil, evil, evil),
        because=label(evil, "x", evil, line=4),
    )
    attribution = Attribution(
        Status.REPUBLISHED, 0.5, outlet=fact(evil), author=fact(evil), licence=fact(evil), disclaimer=fact(evil)
    )
    text = render(Report((page(found, path=evil, attribution=attribution),), (Problem(evil, evil),)), style)
    assert not set("\x1b\x07\u202e\u200b\x9b") & set(text)
    assert text.count("\\u202e") > 10


def test_colour_changes_no_text() -> None:
    """The coloured report is the plain one with colours."""
    report = sample()
    coloured = render(report, Style(80, colour=True))
    assert "\x1b[" in coloured
    assert Text.from_ansi(coloured).plain.rstrip() == render(report, PLAIN).rstrip()


def test_ascii() -> None:
    """Without Unicode the report is ASCII, and still all there."""
    text = render(sample(), Style(80, unicode=False))
    assert text.isascii()
    assert "-- b.html ---" in text
    assert "   + named outlet          Reuters" in text


def test_hyperlinks() -> None:
    """Paths are terminal links where there is a terminal, with everything unsafe in them encoded."""
    style = Style(80, colour=True, base="file:///home/me/site/")
    text = render(Report((page(finding(path="a b/[é].html"), path="a b/[é].html"),)), style)
    assert "file:///home/me/site/a%20b/%5B%C3%A9%5D.html\x1b\\" in text
    assert "\x1b]8;" not in render(sample(), Style(80, colour=True))


def test_problems_are_listed() -> None:
    """A page that could not be read is said to be one."""
    text = render(Report(problems=(Problem("bad.html", "is 60 MB, over the limit of 50 MB"),)), PLAIN)
    assert "── 1 problem: not checked, or not to the end ─" in text
    assert "   ✘ bad.html\n     is 60 MB, over the limit of 50 MB\n" in text


def test_own_page_has_no_owed_items() -> None:
    """A finding of some other rule on a page of the site's own asks for no link."""
    text = "\n".join(shown(finding("some-rule"), status=Status.OWN))
    assert "   own · confidence 90 %" in text
    assert "named outlet" not in text


def test_details() -> None:
    """Quiet leaves the summary out, verbose names the complete pages, and neither changes the findings."""
    normal, quiet, verbose = (
        render(sample(), replace(PLAIN, detail=detail)) for detail in (Detail.NORMAL, Detail.QUIET, Detail.VERBOSE)
    )
    assert normal.startswith(quiet)
    assert "3 pages" in normal
    assert "3 pages" not in quiet
    assert "✔ a.html  republished from Reuters" in verbose
    assert "a.html  republished" not in normal


def test_quiet_and_clean_is_empty() -> None:
    """Nothing to say is nothing said."""
    assert render(Report((page(),)), replace(PLAIN, detail=Detail.QUIET)) == ""


def test_none_republished_is_loud() -> None:
    """A clean run over pages that are all the site's own does not pass for a check."""
    assert render(Report((page(status=Status.OWN),)), PLAIN).startswith("NO REPUBLISHED PAGE FOUND. The only page is")


def test_certainty_is_rounded_down() -> None:
    """Only what is certain is 100 %."""
    sure = shown(finding(), attribution=Attribution(Status.REPUBLISHED, 1.0))
    nearly = shown(finding(), attribution=Attribution(Status.REPUBLISHED, 0.999))
    assert "   republished · confidence 100 %" in sure
    assert "   republished · confidence 99 %" in nearly


def test_severity_is_named() -> None:
    """Every finding leads with its severity and rule."""
    lines = shown(finding(severity=Severity.NOTE, message="nothing to link to"))
    assert "note[original-url]: nothing to link to" in lines


def test_a_note_is_brief() -> None:
    """What asks for nothing is not shown in its source, unless all is asked for; a warning always is."""
    note = Report((page(finding(severity=Severity.NOTE)),))
    brief, whole = render(note, PLAIN), render(note, replace(PLAIN, detail=Detail.VERBOSE))
    assert " --> posts/a.html:3:4\n" in brief
    assert "help: Link to the original" in brief
    assert "^^^" not in brief
    assert "^^^" in whole
    assert "^^^" in render(Report((page(finding(severity=Severity.WARNING)),)), PLAIN)


def test_beside() -> None:
    """A finding in a configuration file is shown after the pages, with its source, and owes no link."""
    text = render(everything(), PLAIN)
    assert text.index("── b.html ─") < text.index("── lint.toml ─") < text.index("── 1 problem")
    assert "warning[old-override]" in text
    assert "named outlet" not in text[text.index("── lint.toml ─") :]


def test_excused_page() -> None:
    """A page of which all is suppressed is not shown; in detail it is named, and each reason."""
    text = render(everything(), PLAIN)
    assert "c.html:3:4" not in text
    assert "1 excused" in text
    verbose = render(everything(), replace(PLAIN, detail=Detail.VERBOSE))
    assert "── 2 findings suppressed ─" in verbose
    assert "     suppressed by a comment: they agreed\n" in verbose
    assert "– c.html  republished from Reuters, 1 finding suppressed" in verbose
    assert "✔ a.html  republished from Reuters" in verbose


def test_suppressed_item_is_not_called_met() -> None:
    """What is missing and excused is neither missing nor there."""
    attribution = Attribution(Status.REPUBLISHED, 0.9)
    excused = suppress(finding("source-outlet"))
    lines = shown(finding(), attribution=attribution, suppressed=(excused,))
    assert "   – named outlet          missing, but the finding is suppressed" in lines
    assert "   – copyright disclaimer  not checked" in lines


def test_baseline() -> None:
    """Entries that allow too much are listed with what to do, a few of them; a baseline that fits is not mentioned."""
    text = render(everything(), PLAIN)
    assert "── baseline.json ─" in text
    assert "   c.html: stale, allows 3 findings of original-url, and only 1 is left\n" in text
    assert "help: run `attribution-lint baseline --prune`" in text
    entries = tuple(StaleEntry(f"{number:03}.html", "x", 1, 0) for number in range(100))
    many = render(Report((page(),), baseline=BaselineState("baseline.json", entries)), PLAIN)
    assert many.count(": stale, ") == 20
    assert "   … and 80 more\n" in many
    assert "baseline" not in render(Report((page(),), baseline=BaselineState("baseline.json")), PLAIN)


@pytest.mark.parametrize("colour", [False, True])
def test_no_line_is_a_command(colour: bool) -> None:  # noqa: FBT001 - the two ways of writing
    """Neither a snippet nor a wrapped line is executed by GitHub's runner."""
    found = finding(message="word " * 12 + "::error::x", snippet="::error::x\n##[group]y")
    text = Text.from_ansi(render(Report((page(found),)), Style(60, colour=colour))).plain
    assert "\\x3a:error::x" in text
    assert not any(line.lstrip().startswith("::") or "##[" in line for line in text.splitlines())
