"""Where baselines lie, and which of their pages are gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from attribution_lint.baseline import Entry, Seen
from attribution_lint.baseline_place import BASELINE, Nearest, after_run, asked_for, is_gone, look, place_for, within
from attribution_lint.config import ConfigError, ConfigResolver
from attribution_lint.files import SourceFile
from attribution_lint.model import Problem, Report


def test_nearest(tmp_path: Path) -> None:
    """The nearest one upwards, also for a folder that is gone; one that lies in a deeper folder is none."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / BASELINE).touch()
    (tmp_path / "a" / "b" / "c").mkdir()
    nearest = Nearest()
    assert nearest.of(str(tmp_path)) is None
    for folder in ("a", "a/b/c", "a/b", "a/gone/gone"):
        assert nearest.of(str(tmp_path / folder)) == str(tmp_path / "a" / BASELINE)
    files = [SourceFile(str(tmp_path / path), path) for path in ("x.html", "a/x.html", "a/b/x.html")]
    assert nearest.of_all(files) == [str(tmp_path / "a" / BASELINE)]


def test_deep_paths(tmp_path: Path) -> None:
    """A path of any depth is climbed without recursion."""
    assert Nearest().of(str(tmp_path / "/".join("a" * 2000))) is None


def test_gone(tmp_path: Path) -> None:
    """Only what is surely not there is gone: not what a system cannot look at."""
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to("nowhere")
    assert is_gone(str(tmp_path / "none"))
    assert is_gone(str(tmp_path / "file" / "none"))
    for path in ("file", "link", "a" * 5000, "a\0"):
        assert not is_gone(str(tmp_path / path))


def test_place(tmp_path: Path) -> None:
    """The existing one; else beside the configuration; else in the working directory; and always above all paths."""
    for folder in ("work/site/posts", "other"):
        (tmp_path / folder).mkdir(parents=True)
    resolver = ConfigResolver(tmp_path / "work")

    def place(*paths: str) -> str:
        return str(Path(place_for(paths, ConfigResolver(resolver.cwd))).relative_to(tmp_path))

    assert place() == place("site") == place("site/posts/*.html", "-") == f"work/{BASELINE}"
    assert place("../other") == f"other/{BASELINE}"
    assert place("site", "../other") == BASELINE
    (tmp_path / "work" / "site" / "attribution-lint.toml").touch()
    assert place("site") == place("site/posts", "site/a.html") == f"work/site/{BASELINE}"
    assert place() == f"work/{BASELINE}"
    (tmp_path / BASELINE).touch()
    assert place("site") == place() == place("../other") == BASELINE


def test_asked_for(tmp_path: Path) -> None:
    """Of a glob, the folder that it starts in."""
    (tmp_path / "a").mkdir()
    resolver = ConfigResolver(tmp_path)
    assert asked_for(["a", "a/*/x.html", "x.html", "-"], resolver) == [
        str(tmp_path / "a"),
        str(tmp_path / "a"),
        str(tmp_path),
        str(tmp_path),
    ]


def test_within(tmp_path: Path) -> None:
    """Paths are told from the folder of the file; those outside of it cannot be."""
    resolver = ConfigResolver(tmp_path / "site")
    entry = Entry({"r": 1})
    assert within({"a.html": entry, "../b.html": entry}, str(tmp_path / BASELINE), resolver) == {
        "site/a.html": entry,
        "b.html": entry,
    }
    with pytest.raises(ConfigError, match=r"^\.\./b.html is outside of the folder"):
        within({"../b.html": entry}, str(tmp_path / "site" / BASELINE), resolver)


def test_look(tmp_path: Path) -> None:
    """What was read, what is gone, and what is gone from where the run looked."""
    (tmp_path / "posts").mkdir()
    for name in ("posts/a.html", "posts/b.html", "c.html"):
        (tmp_path / name).touch()
    names = ("posts/a.html", "posts/b.html", "posts/gone.html", "c.html", "gone.html")
    files = [SourceFile(str(tmp_path / path), path) for path in ("posts/a.html", "posts/b.html", "posts/new.html")]
    entries = {name: Entry({"r": 1}) for name in names}
    seen = look(entries, files, ["posts"], ConfigResolver(tmp_path), ["r"])
    assert seen == Seen(
        frozenset({"posts/a.html", "posts/b.html"}),
        frozenset({"posts/gone.html", "gone.html"}),
        frozenset({"posts/gone.html"}),
        frozenset({"r"}),
    )
    assert after_run(seen, Report((), (Problem("posts/a.html", "empty"),))).read == {"posts/b.html"}
    assert not after_run(seen, Report(unchecked=1)).read
