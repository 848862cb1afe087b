"""Tests of finding the pages that paths lead to."""

from __future__ import annotations

import itertools
import os
from pathlib import Path

import pytest

from attribution_lint.config import CommandLine, ConfigError, ConfigResolver
from attribution_lint.discovery import Discovery, DiscoveryError, discover
from attribution_lint.files import SourceFile


def _make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("<p>")


def _discover(folder: Path, *paths: str, exclude: tuple[str, ...] = (), stdin: str | None = None) -> Discovery:
    return discover(paths, ConfigResolver(folder, CommandLine(exclude=exclude)), stdin)


def _listed(folder: Path, *names: str, paths: tuple[str, ...] = (), exclude: tuple[str, ...] = ()) -> Discovery:
    return discover(paths, ConfigResolver(folder, CommandLine(exclude=exclude)), listed=names)


def _shown(discovery: Discovery) -> list[str]:
    return sorted(file.shown for file in discovery.files)


def _refusal(folder: Path, *paths: str) -> str:
    with pytest.raises(DiscoveryError) as caught:
        _discover(folder, *paths)
    return str(caught.value)


class TestFolders:
    """Walking."""

    def test_pages(self, tmp_path: Path) -> None:
        """All pages beneath a folder are found, by their suffix in any case."""
        _make(
            tmp_path, "a.html", "b/c.HTM", "b/d/e.xhtml", "build/f.html", "dist/g.html", "_site/h.html", "public/i.html"
        )
        found = _discover(tmp_path, ".")
        assert _shown(found) == [
            "_site/h.html",
            "a.html",
            "b/c.HTM",
            "b/d/e.xhtml",
            "build/f.html",
            "dist/g.html",
            "public/i.html",
        ]
        assert (found.problems, found.excluded, found.skipped) == ((), 0, 0)
        assert SourceFile(str(tmp_path / "a.html"), "a.html") in found.files

    def test_nothing_else(self, tmp_path: Path) -> None:
        """Other files in a folder are no pages, and no problems either."""
        _make(tmp_path, "a.css", "html", "a.html.bak", "b.shtml", "c.mdc", "LICENSE", "d.html5", "e.txt")
        assert _discover(tmp_path, ".") == Discovery()

    def test_sources(self, tmp_path: Path) -> None:
        """Markdown is a page, but for the files that every repository has; plain text is one where it is named."""
        others = ["README.md", "license.markdown", "CHANGELOG-2.md", "robots.txt", "report.txt"]
        _make(tmp_path, "a.md", "b.MDX", "readme-for-all.md", "about/licence-to-sail.md", *others)
        assert _shown(_discover(tmp_path, ".")) == ["a.md", "about/licence-to-sail.md", "b.MDX", "readme-for-all.md"]
        assert _shown(_discover(tmp_path, "README.md", "report.txt")) == ["README.md", "report.txt"]
        assert _shown(_discover(tmp_path, "*.txt")) == ["report.txt", "robots.txt"]

    def test_junk_is_not_entered(self, tmp_path: Path) -> None:
        """Dot folders and what package managers leave behind are passed by, and counted."""
        junk = [".git", ".cache", "node_modules", "__pycache__", "venv", ".venv"]
        _make(tmp_path, "a.html", *(f"x/{name}/y/b.html" for name in junk))
        found = _discover(tmp_path, ".")
        assert _shown(found) == ["a.html"]
        assert found.skipped == len(junk)

    def test_named_junk(self, tmp_path: Path) -> None:
        """Who names a dot folder means it."""
        _make(tmp_path, ".out/a.html", "node_modules/b.html", ".out/.git/c.html")
        assert _shown(_discover(tmp_path, ".out", "node_modules/b.html")) == [".out/a.html", "node_modules/b.html"]

    def test_dot_files_are_pages(self, tmp_path: Path) -> None:
        """Only folders are pruned for their dot."""
        _make(tmp_path, ".a.html")
        assert _shown(_discover(tmp_path, ".")) == [".a.html"]

    def test_symbolic_links_are_not_followed(self, tmp_path: Path) -> None:
        """Neither links to pages, nor to folders, nor loops; they are counted."""
        _make(tmp_path / "out", "secret.html")
        _make(tmp_path / "site", "a.html")
        (tmp_path / "site" / "b.html").symlink_to("../out/secret.html")
        (tmp_path / "site" / "c").symlink_to("../out")
        (tmp_path / "site" / "d").symlink_to(".")
        (tmp_path / "site" / "e.html").symlink_to("e.html")
        found = _discover(tmp_path, "site")
        assert _shown(found) == ["site/a.html"]
        assert found.skipped == 4
        assert found.problems == ()

    def test_named_symbolic_link(self, tmp_path: Path) -> None:
        """Who names a link means it."""
        _make(tmp_path / "out", "a.html", "x/b.html")
        (tmp_path / "l.html").symlink_to("out/a.html")
        (tmp_path / "f").symlink_to("out")
        assert _shown(_discover(tmp_path, "l.html", "f")) == ["f/a.html", "f/x/b.html", "l.html"]

    def test_pipe_among_pages(self, tmp_path: Path) -> None:
        """What looks like a page and is none is left to the reader to report, not lost."""
        os.mkfifo(tmp_path / "a.html")
        assert _shown(_discover(tmp_path, ".")) == ["a.html"]

    def test_folder_like_a_page(self, tmp_path: Path) -> None:
        """A folder with the suffix of a page is a folder."""
        _make(tmp_path, "a.html/index.html")
        assert _shown(_discover(tmp_path, ".")) == ["a.html/index.html"]

    def test_deep(self, tmp_path: Path) -> None:
        """Folders may lie deeper than Python's stack."""
        folders = [tmp_path]
        for _ in range(1010):
            folders.append(folders[-1] / "d")
            folders[-1].mkdir()
        page = folders[-1] / "a.html"
        page.touch()
        try:
            assert _shown(_discover(tmp_path, ".")) == ["d/" * 1010 + "a.html"]
        finally:
            # Pytest would remove them recursively, and not come to the end.
            page.unlink()
            for folder in folders[:0:-1]:
                folder.rmdir()

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may look everywhere")
    def test_forbidden_folder(self, tmp_path: Path) -> None:
        """A folder that may not be looked into is a problem, not empty."""
        _make(tmp_path, "x/a.html", "b.html")
        (tmp_path / "x").chmod(0)
        found = _discover(tmp_path, ".")
        (tmp_path / "x").chmod(0o700)
        assert _shown(found) == ["b.html"]
        assert [problem.path for problem in found.problems] == ["x"]


class TestFiles:
    """Named files."""

    def test_outside(self, tmp_path: Path) -> None:
        """A page outside the working directory is shown by the way to it."""
        _make(tmp_path, "a/b.html", "c/d.html")
        found = _discover(tmp_path / "a", "../c/d.html", str(tmp_path / "a" / "b.html"))
        assert _shown(found) == ["../c/d.html", "b.html"]

    def test_no_page(self, tmp_path: Path) -> None:
        """A named file that is no page is a problem: it was asked for."""
        _make(tmp_path, "a.css")
        found = _discover(tmp_path, "a.css")
        assert not found.files
        assert [problem.path for problem in found.problems] == ["a.css"]
        assert "it is no page" in found.problems[0].message

    def test_broken_links(self, tmp_path: Path) -> None:
        """A named link that leads nowhere is a page that cannot be read, a loop is a problem."""
        (tmp_path / "dead.html").symlink_to("nowhere")
        (tmp_path / "loop.html").symlink_to("loop.html")
        found = _discover(tmp_path, "dead.html", "loop.html")
        assert _shown(found) == ["dead.html"]
        assert [problem.path for problem in found.problems] == ["loop.html"]
        assert _discover(tmp_path, "loop.html", exclude=("loop.html",)) == Discovery(excluded=1)

    @pytest.mark.parametrize(
        "name", ["[id].html", "*.html", "what?.html", "a\nb.html", "a\x1b[31m.html", " .html", "!x.html"]
    )
    def test_strange_names(self, tmp_path: Path, name: str) -> None:
        """A name that exists is no glob; it is shown as it is."""
        _make(tmp_path, name, "i.html", "b.html")
        assert _shown(_discover(tmp_path, name)) == [name]
        assert name in _shown(_discover(tmp_path, "."))

    @pytest.mark.skipif(os.name != "posix", reason="only here are names bytes")
    def test_names_that_are_no_text(self, tmp_path: Path) -> None:
        """A name in another encoding is found, can be opened, and is shown as valid Unicode."""
        name = os.fsdecode(b"caf\xe9.html")
        _make(tmp_path, name)
        for paths in (["."], [name], ["caf*.html"]):
            (file,) = _discover(tmp_path, *paths).files
            assert Path(file.path).read_text() == "<p>"
            assert file.shown == r"caf\xe9.html"

    @pytest.mark.parametrize(
        ("path", "message"),
        [
            ("sit", 'there is no file or folder "sit"; did you mean "site"?'),
            ("site/indx.html", 'there is no file or folder "site/indx.html"; did you mean "site/index.html"?'),
            ("sitte/index.html", 'there is no file or folder "sitte/index.html"; did you mean "site"?'),
            ("../zzz", 'there is no file or folder "../zzz"'),
            ("site/index.html/x", 'there is no file or folder "site/index.html/x"'),
            ("", "one of the paths is empty"),
            ("a\0b", "there is no file or folder"),
            ("caf\udce9", r'there is no file or folder "caf\xe9"'),
        ],
    )
    def test_nowhere(self, tmp_path: Path, path: str, message: str) -> None:
        """A path that leads nowhere is refused, with a similar name where there is one."""
        _make(tmp_path / "w", "site/index.html")
        refusal = _refusal(tmp_path / "w", "site", path)
        assert message in refusal
        assert refusal.encode()


class TestGlobs:
    """Globs that no shell expanded."""

    @pytest.mark.parametrize(
        ("glob", "expected"),
        [
            ("*.html", ["a.html"]),
            ("s/*.html", ["s/b.html"]),
            ("s/**/*.html", ["s/.d/y.html", "s/b.html", "s/t/c.html", "s/t/u/d.html"][1:]),
            ("**/c.html", ["s/t/c.html"]),
            ("**/t/**", ["s/t/c.html", "s/t/u/d.html"]),
            ("s/t*", ["s/t/c.html", "s/t/u/d.html"]),
            ("s/?/c.html", ["s/t/c.html"]),
            ("[st]/*/[cd].html", ["s/t/c.html"]),
            ("[id]/*.html", ["[id]/e.html"]),
            ("*/[id].html", ["x/[id].html"]),
            ("./s/../s/b.*", ["s/b.html"]),
            ("**", ["[id]/e.html", "a.html", "s/b.html", "s/t/c.html", "s/t/u/d.html", "x/[id].html"]),
        ],
    )
    def test_expanded(self, tmp_path: Path, glob: str, expected: list[str]) -> None:
        """A glob means what it means to a shell; other files that it matches are left out."""
        _make(tmp_path, "a.html", "s/b.html", "s/b.css", "s/t/c.html", "s/t/u/d.html", "[id]/e.html", "x/[id].html")
        _make(tmp_path, "s/.d/y.html", "s/node_modules/c.html")
        (tmp_path / "s" / "l.html").symlink_to("b.html")
        found = _discover(tmp_path, glob)
        assert _shown(found) == expected
        assert found.problems == ()

    @pytest.mark.parametrize(
        "glob", ["*.htm", "s/*.html", "s/**", "x/*/a.html", "[b].html", "**/b.html", "*.css", "[z-a]*"]
    )
    def test_nothing(self, tmp_path: Path, glob: str) -> None:
        """A glob that matches no page is refused: it is misspelt, or not meant as one."""
        _make(tmp_path, "a.html", "a.css", ".git/b.html")
        (tmp_path / "s").mkdir()
        assert "no" in _refusal(tmp_path, "a.html", glob)

    def test_in_a_folder_with_a_strange_name(self, tmp_path: Path) -> None:
        """The working directory's own name is no glob."""
        _make(tmp_path / "[x]*", "a.html")
        assert _shown(_discover(tmp_path / "[x]*", "*.html")) == ["a.html"]


class TestExcludes:
    """What is configured to be left out."""

    @pytest.mark.parametrize(
        "paths", [["."], ["drafts"], ["drafts/a.html"], ["drafts/*.html"], ["**/a.html"], ["drafts/x"]]
    )
    def test_holds_however_it_is_named(self, tmp_path: Path, paths: list[str]) -> None:
        """An excluded page is left out of walks, globs and names alike; that it was is counted."""
        _make(tmp_path, "drafts/a.html", "drafts/x/a.html")
        (tmp_path / "attribution-lint.toml").write_text("exclude = ['drafts/']")
        found = _discover(tmp_path, *paths)
        assert (len(found.files), found.problems, found.excluded) == (0, (), 1)

    def test_is_not_entered(self, tmp_path: Path) -> None:
        """An excluded folder is not looked into, so a broken file there harms nobody."""
        _make(tmp_path, "a.html", "drafts/b.html")
        (tmp_path / "drafts" / "attribution-lint.toml").write_text("broken")
        assert _shown(_discover(tmp_path, ".", exclude=("drafts",))) == ["a.html"]
        with pytest.raises(ConfigError):
            _discover(tmp_path, ".")

    def test_pages(self, tmp_path: Path) -> None:
        """Single pages are left out, and counted once however often they are reached."""
        _make(tmp_path, "x/a.html", "x/b.html", "x/c.css")
        found = _discover(tmp_path, ".", "x", "x/a.html", "x/*.html", "x/c.css", exclude=("a.html", "*.css"))
        assert _shown(found) == ["x/b.html"]
        assert (found.problems, found.excluded) == ((), 2)

    def test_nested_file(self, tmp_path: Path) -> None:
        """A file further down excludes from there on."""
        _make(tmp_path, "a.html", "x/a.html")
        (tmp_path / "x" / "attribution-lint.toml").write_text("exclude = ['a.html']")
        assert _shown(_discover(tmp_path, ".")) == ["a.html"]


class TestOrder:
    """The result depends on what is named, not on how."""

    def test_arguments(self, tmp_path: Path) -> None:
        """Any order of overlapping arguments gives the same."""
        _make(tmp_path, "b/x.html", "a/y.html", "b/c/z.html", "b/.git/g.html", "q.css")
        paths = ["b", "a/y.html", "./b/c", "q.css", "b/*.html"]
        results = {_discover(tmp_path, *order) for order in itertools.permutations(paths)}
        assert len(results) == 1
        (found,) = results
        assert _shown(found) == ["a/y.html", "b/c/z.html", "b/x.html"]
        assert (len(found.problems), found.skipped) == (1, 1)

    def test_refusals(self, tmp_path: Path) -> None:
        """Of two wrong paths, it is always the same that is named."""
        assert _refusal(tmp_path, "zzz", "yyy") == _refusal(tmp_path, "yyy", "zzz")

    def test_no_paths(self, tmp_path: Path) -> None:
        """Nothing is asked for, nothing is found."""
        _make(tmp_path, "a.html")
        assert _discover(tmp_path) == Discovery()


class TestStandardInput:
    """The path "-"."""

    def test_without_name(self, tmp_path: Path) -> None:
        """It is configured as a page in the working directory."""
        (file,) = _discover(tmp_path, "-", "-").files
        assert file == SourceFile(str(tmp_path / "-"), "<stdin>", piped=True)

    def test_with_name(self, tmp_path: Path) -> None:
        """It goes by its name, whether there is such a file or not."""
        found = _discover(tmp_path, "-", stdin="x/../posts/a.html")
        assert tuple(found.files) == (SourceFile(str(tmp_path / "posts" / "a.html"), "posts/a.html", piped=True),)

    def test_stands_in_for_the_file(self, tmp_path: Path) -> None:
        """The page of that name is read once, from standard input."""
        _make(tmp_path, "a.html", "b.html")
        found = _discover(tmp_path, ".", "-", stdin="a.html")
        assert [(file.shown, file.piped) for file in found.files] == [("a.html", True), ("b.html", False)]

    def test_excluded(self, tmp_path: Path) -> None:
        """Excludes hold for the name."""
        assert _discover(tmp_path, "-", stdin="a.html", exclude=("a.html",)) == Discovery(excluded=1)
        assert _shown(_discover(tmp_path, "-", exclude=("*",))) == ["<stdin>"]

    def test_no_page(self, tmp_path: Path) -> None:
        """A name that is no page's is a problem."""
        found = _discover(tmp_path, "-", stdin="a.css")
        assert not found.files
        assert found.problems[0].path == "a.css"

    def test_name_alone(self, tmp_path: Path) -> None:
        """Without "-", nothing is read from standard input."""
        _make(tmp_path, "a.html")
        assert [file.piped for file in _discover(tmp_path, ".", stdin="a.html").files] == [False]

    def test_file_of_that_name(self, tmp_path: Path) -> None:
        """A file called "-" can still be named."""
        _make(tmp_path, "-")
        assert "it is no page" in _discover(tmp_path, "./-").problems[0].message


class TestLinks:
    """Symbolic links are not followed; what is lost by that is told, and nothing else."""

    def test_lost(self, tmp_path: Path) -> None:
        """Links to pages and to folders with pages, where nothing else leads there, and links that lead nowhere."""
        _make(tmp_path, "out/a.html", "out/b/c.html", "out/d/e.css", "site/x.html")
        site = tmp_path / "site"
        (site / "a.html").symlink_to("../out/a.html")
        (site / "b").symlink_to("../out/b")
        (site / "d").symlink_to("../out/d")
        (site / "gone.html").symlink_to("../out/gone.html")
        (site / "loop.html").symlink_to("loop.html")
        (site / "gone").symlink_to("nowhere")
        found = _discover(tmp_path, "site")
        assert found.unfollowed == ("site/a.html", "site/b")
        assert found.dead == ("site/gone.html", "site/loop.html")
        assert _shown(found) == ["site/x.html"]
        assert found.problems == ()

    def test_nothing_is_lost(self, tmp_path: Path) -> None:
        """What is read by its own name, is excluded, is no page, or is an editor's mark."""
        _make(tmp_path, "a.html", "b/c.html", "drafts/d.html", "style.css", "README.md", "other/node_modules/x.html")
        for name, target in (
            *(("latest.html", "a.html"), ("current", "b"), ("up", "."), ("main.css", "style.css")),
            *(("draft.html", "drafts/d.html"), ("drafts-too", "drafts"), ("old.html", "nowhere")),
            *((".#a.html", "me@host.1:2"), ("readme.md", "nowhere"), ("node_modules", "other"), (".venv", "b")),
        ):
            (tmp_path / name).symlink_to(target)
        (tmp_path / "b" / "up").symlink_to("..")
        found = _discover(tmp_path, ".", exclude=("drafts", "old.html"))
        assert (found.unfollowed, found.dead) == ((), ())
        assert found.skipped >= 12

    def test_beneath_a_link(self, tmp_path: Path) -> None:
        """A folder that is named by a link is the same as the one behind it."""
        _make(tmp_path, "site/a.html")
        (tmp_path / "site" / "b.html").symlink_to("a.html")
        (tmp_path / "link").symlink_to("site")
        found = _discover(tmp_path, "link")
        assert (_shown(found), found.unfollowed) == (["link/a.html"], ())

    def test_named_as_well(self, tmp_path: Path) -> None:
        """A link that is named is followed, and so not lost."""
        _make(tmp_path, "out/a.html", "site/x.html")
        (tmp_path / "site" / "a.html").symlink_to("../out/a.html")
        assert _discover(tmp_path, "site", "site/a.html").unfollowed == ()
        assert _discover(tmp_path, "site", "out").unfollowed == ()


class TestListed:
    """Names from a list that was not made for this tool."""

    def test_names(self, tmp_path: Path) -> None:
        """They are taken as they stand, once, beside what the paths lead to."""
        _make(tmp_path, "a.html", "[b]*.html", "x/c.md", "d.html")
        found = _listed(
            tmp_path, "[b]*.html", "x/c.md", "./x/../a.html", "a.html", str(tmp_path / "a.html"), paths=("x",)
        )
        assert _shown(found) == ["[b]*.html", "a.html", "x/c.md"]
        assert (found.problems, found.no_pages) == ((), 0)

    def test_no_pages(self, tmp_path: Path) -> None:
        """Other files are counted, and no problems; nor are such as stand in every repository."""
        _make(tmp_path, "a.html", "b.css", "README.md", "requirements.txt")
        found = _listed(tmp_path, "a.html", "b.css", "README.md", "requirements.txt", "b.css")
        assert _shown(found) == ["a.html"]
        assert (found.problems, found.no_pages) == ((), 3)

    @pytest.mark.parametrize("name", ["b.html", "a.html/b.html", "*.html", "b.css", '"caf\\303\\251.html"', "x" * 5000])
    def test_not_there(self, tmp_path: Path, name: str) -> None:
        """A name that leads nowhere is a problem, and keeps nobody from the others."""
        _make(tmp_path, "a.html")
        found = _listed(tmp_path, name, "a.html")
        assert _shown(found) == ["a.html"]
        (problem,) = found.problems
        assert problem.path == name
        assert "--diff-filter=d" in problem.message or "too long" in problem.message

    def test_excluded(self, tmp_path: Path) -> None:
        """Excludes hold for them, those that are not there included."""
        _make(tmp_path, "drafts/a.html", "b.html")
        found = _listed(tmp_path, "drafts/a.html", "drafts/gone.html", "b.html", exclude=("drafts", "b.html"))
        assert (len(found.files), found.problems, found.excluded) == (0, (), 3)

    def test_folder(self, tmp_path: Path) -> None:
        """A folder, such as a submodule, stands for its pages."""
        _make(tmp_path, "sub/a.html", "sub/b.css")
        assert _shown(_listed(tmp_path, "sub")) == ["sub/a.html"]


class TestHookNames:
    """Names that a hook puts on the command line."""

    def test_excludes_hold(self, tmp_path: Path) -> None:
        """Whoever passes the names of changed files need not know what is excluded."""
        _make(tmp_path, "a.html", "drafts/b.html", "drafts/c.css")
        found = _discover(tmp_path, "a.html", "drafts/b.html", "drafts/c.css", exclude=("drafts/",))
        assert (_shown(found), found.problems, found.excluded) == (["a.html"], (), 2)
        nothing = _discover(tmp_path, "drafts/b.html", exclude=("drafts/",))
        assert (len(nothing.files), nothing.problems, nothing.excluded) == (0, (), 1)
