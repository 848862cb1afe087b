"""Findings by file."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from rich.text import Text

from attribution_lint.model import Problem, Report, Severity, Status
from attribution_lint.report.grouped import render
from attribution_lint.report.style import Detail, Style

from .builders import everything, finding, label, page, sample

QUIET = Style(80, detail=Detail.QUIET)


def test_groups() -> None:
    """Each file once, and its findings in columns."""
    far = label("x" * 9 + "y", "y", line=12)
    report = Report(
        (
            page(
                finding(path="a.html"), finding("dangling-credit", path="a.html", primary=far, message="短い"), path="a"
            ),
            page(finding(path="b.html", severity=Severity.NOTE), path="b"),
        )
    )
    assert render(report, QUIET).splitlines() == [
        "a.html",
        "    3:4  error  no link to the original article  original-url",
        "  12:10  error  短い                             dangling-credit",
        "",
        "b.html",
        "  3:4  note  no link to the original article  original-url",
        "",
    ]


def test_a_long_message_moves_only_its_own_rule() -> None:
    """Columns hold for what fits."""
    lines = render(Report((page(finding(message="m" * 200), finding(message="short")),)), QUIET).splitlines()
    assert lines[2] == "  3:4  error  short  original-url"


def test_everything() -> None:
    """Findings beside the pages, problems and the baseline are told; what is suppressed, in detail."""
    text = render(everything(), Style(100))
    for words in ("lint.toml\n", "z.html\n  problem  is 60 MB", "baseline.json\n  c.html: stale", "1 excused"):
        assert words in text
    assert "dangling-credit" not in text
    verbose = render(everything(), Style(100, detail=Detail.VERBOSE))
    assert "dangling-credit, suppressed by a comment: they agreed" in verbose
    assert "✔ a.html  republished from Reuters" in verbose
    assert "– c.html" in verbose


def test_clean_is_only_the_summary() -> None:
    """Nothing found, nothing listed."""
    assert render(Report((page(),)), Style()).count("\n") == 1
    assert render(Report((page(),)), QUIET) == ""


def test_none_republished_is_loud() -> None:
    """A run over own pages only says so."""
    assert "NO REPUBLISHED PAGE FOUND" in render(Report((page(status=Status.OWN),)), Style())


def test_ascii_and_colour() -> None:
    """Without Unicode it is ASCII, and colour changes no text."""
    assert render(everything(), Style(80, unicode=False, detail=Detail.VERBOSE)).isascii()
    assert (
        Text.from_ansi(render(sample(), Style(80, colour=True))).plain.rstrip() == render(sample(), Style(80)).rstrip()
    )


@pytest.mark.parametrize("path", ["::error::x", "a\n::error::x", "  ::error::x"])
def test_no_line_is_a_command(path: str) -> None:
    """A file's name has its own line here, and is no command all the same."""
    report = Report((page(finding(path=path)),), (Problem(path, "::x"),))
    lines = render(report, QUIET).splitlines()
    assert not any(line.lstrip().startswith("::") for line in lines)
    assert len(lines) == 6
    assert cell_len(lines[0]) > 5
