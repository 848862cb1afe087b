"""The progress bar appears when one waits, and only then."""

from __future__ import annotations

import io

import pytest

from attribution_lint import progress
from attribution_lint.progress import ProgressBar


class Terminal(io.StringIO):
    """A terminal in memory."""

    def isatty(self) -> bool:
        """Say yes."""
        return True


def test_silent_on_short_runs() -> None:
    """A run of less than a second shows nothing."""
    stream = Terminal()
    with ProgressBar(stream) as bar:
        for done in range(1, 11):
            bar(done, 10)
    assert not stream.getvalue()


def test_shown_on_long_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once patience is over the bar is there, and it is taken away at the end."""
    monkeypatch.setattr(progress, "_PATIENCE", 0.0)
    monkeypatch.setattr(progress, "_REST", 0.0)
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    with ProgressBar(stream) as bar:
        for done in range(1, 11):
            bar(done, 10)
    assert "reading pages" in stream.getvalue()
    assert "10/10" in stream.getvalue()
    assert stream.getvalue().endswith("\x1b[2K")


def test_last_page_needs_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """No bar is opened for what is done already."""
    monkeypatch.setattr(progress, "_PATIENCE", 0.0)
    stream = Terminal()
    with ProgressBar(stream) as bar:
        bar(1, 1)
    assert not stream.getvalue()
