"""Looks fit the stream, and files are written whole or not at all."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from attribution_lint.output import OutputError, file_style, stream_style, write_file, write_stream
from attribution_lint.report.style import Detail


class Stream(io.TextIOWrapper):
    """A text stream in memory that may be a terminal."""

    def __init__(self, *, terminal: bool = False, encoding: str = "utf-8") -> None:
        super().__init__(io.BytesIO(), encoding=encoding)
        self._terminal = terminal

    def isatty(self) -> bool:
        """Tell what it was made to be."""
        return self._terminal


@pytest.mark.parametrize(
    ("terminal", "environment", "colour", "coloured"),
    [
        (True, {}, "auto", True),
        (True, {"TERM": "dumb"}, "auto", False),
        (True, {"NO_COLOR": "1"}, "auto", False),
        (True, {"NO_COLOR": ""}, "auto", True),
        (True, {}, "never", False),
        (False, {}, "auto", False),
        (False, {"FORCE_COLOR": "1"}, "auto", True),
        (False, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, "auto", False),
        (False, {"NO_COLOR": "1"}, "always", True),
    ],
)
def test_colour(*, terminal: bool, environment: dict[str, str], colour: str, coloured: bool) -> None:
    """The option decides, then NO_COLOR, then FORCE_COLOR, then whether there is a terminal."""
    assert stream_style(Stream(terminal=terminal), environment, colour=colour).colour is coloured


def test_hyperlinks_on_terminals_only() -> None:
    """Paths are links where colour is shown on a real terminal, never in a log."""
    assert stream_style(Stream(terminal=True), {}).base == Path.cwd().as_uri() + "/"
    assert stream_style(Stream(), {}, colour="always").base is None
    assert stream_style(Stream(terminal=True), {}, colour="never").base is None


def test_width(monkeypatch: pytest.MonkeyPatch) -> None:
    """A log is 100 cells wide unless COLUMNS or the option says otherwise, and the report keeps a readable width."""
    assert stream_style(Stream(), {}).width == 100
    assert stream_style(Stream(), {}, width=77).width == 77
    for columns, width in (("90", 90), ("400", 140), ("20", 60), ("x", 100)):
        monkeypatch.setenv("COLUMNS", columns)
        assert stream_style(Stream(), os.environ).width == width


def test_encoding() -> None:
    """Signs that the stream cannot show are not used."""
    assert stream_style(Stream(), {}).unicode
    assert not stream_style(Stream(encoding="ascii"), {}).unicode
    assert not stream_style(Stream(encoding="cp1252"), {}).unicode


def test_file_style() -> None:
    """A file is plain unless colour is forced."""
    assert not file_style(colour="auto", width=None, detail=Detail.NORMAL).colour
    assert file_style(colour="always", width=80, detail=Detail.QUIET).width == 80


def test_stream_gets_the_bytes() -> None:
    """Line ends are LF everywhere, and what cannot be encoded is spelt out."""
    stream = Stream(encoding="ascii")
    write_stream("é\n\udcff\n", stream)
    assert stream.buffer.getvalue() == b"\\xe9\n\\udcff\n"  # type: ignore[attr-defined]


def test_broken_pipe_is_quiet() -> None:
    """A reader that goes away early is nobody's fault."""
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as stream:
        write_stream("x" * 100_000, stream)


def test_file_is_replaced_whole(tmp_path: Path) -> None:
    """The text stands in the file, and nothing else in the folder."""
    target = tmp_path / "report.txt"
    target.write_text("old")
    target.chmod(0o640)
    write_file("新\n", str(target))
    assert target.read_bytes() == "新\n".encode()
    assert target.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [target]


def test_new_file_has_ordinary_rights(tmp_path: Path) -> None:
    """A new file may be read by whoever may read other new files."""
    write_file("x", str(tmp_path / "report.txt"))
    (tmp_path / "other.txt").touch()
    assert (tmp_path / "report.txt").stat().st_mode == (tmp_path / "other.txt").stat().st_mode


def test_folder_is_refused(tmp_path: Path) -> None:
    """A folder is no place for a report."""
    with pytest.raises(OutputError, match="this is a folder"):
        write_file("x", str(tmp_path))


def test_missing_folder(tmp_path: Path) -> None:
    """A path that cannot be written is told, and nothing is left behind."""
    with pytest.raises(OutputError, match="cannot be written"):
        write_file("x", str(tmp_path / "none" / "report.txt"))
    assert list(tmp_path.iterdir()) == []


def test_symbolic_link_keeps_pointing(tmp_path: Path) -> None:
    """A link is written through."""
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_file("new", str(tmp_path / "link.txt"))
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"
