"""Tests of which pages a command line asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from attribution_lint.config import CommandLine, ConfigResolver
from attribution_lint.inputs import Asked, Input, InputError, gather

from .repositories import commit, git, make_repository


def _gather(folder: Path, *paths: str, base: str = "main", exclude: tuple[str, ...] = ()) -> Input:
    return gather(Asked(paths=paths, base=base), ConfigResolver(folder, CommandLine(exclude=exclude)))


def _shown(found: Input) -> list[str]:
    return [file.shown for file in found.discovery.files]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A repository with a page as it was, a changed and a new one, and a changed one in a folder."""
    site = make_repository(tmp_path / "site", same="x", changed="x")
    (site / "sub").mkdir()
    (site / "sub" / "page.html").write_text("x")
    commit(site)
    for name in ("changed.html", "new.html", "sub/page.html"):
        (site / name).write_text("y")
    return site


class TestChanged:
    """Only pages that have changed."""

    def test_all(self, site: Path) -> None:
        """Of the current folder, and the number of the others."""
        found = _gather(site)
        assert _shown(found) == ["changed.html", "new.html", "sub/page.html"]
        assert (found.unchanged, found.notes) == (1, ())

    def test_without_base(self, site: Path) -> None:
        """Without a base all pages are asked for, in a repository or not."""
        found = gather(Asked(), ConfigResolver(site))
        assert len(found.discovery.files) == 4
        assert found.unchanged == 0

    def test_paths(self, site: Path) -> None:
        """What paths, globs and the current folder do not lead to is not asked for, nor what is excluded."""
        assert _shown(_gather(site, "sub")) == ["sub/page.html"]
        assert _shown(_gather(site, "s*")) == ["sub/page.html"]
        assert _shown(_gather(site / "sub")) == ["page.html"]
        assert _shown(_gather(site / "sub", "..")) == ["../changed.html", "../new.html", "page.html"]
        assert _shown(_gather(site, exclude=("sub/", "new.*"))) == ["changed.html"]

    def test_from_elsewhere(self, site: Path) -> None:
        """The repository is the one of the pages, not the one of the current folder."""
        assert _shown(_gather(site.parent, "site/sub")) == ["site/sub/page.html"]

    def test_nothing(self, site: Path) -> None:
        """Where nothing has changed, that is known."""
        commit(site)
        found = _gather(site)
        assert (_shown(found), found.unchanged) == ([], 4)

    def test_no_page_has_changed(self, site: Path) -> None:
        """Changes of other files are none of a page."""
        commit(site)
        (site / "style.css").write_text("x")
        assert _shown(_gather(site)) == []

    def test_behind_a_link(self, site: Path) -> None:
        """A folder or page that is named by a symbolic link is the one that it leads to."""
        (site.parent / "link").symlink_to("site")
        (site / "alias.html").symlink_to("changed.html")
        (site / "twin.html").symlink_to("same.html")
        commit(site)
        (site / "changed.html").write_text("z")
        assert _shown(_gather(site.parent, "link")) == ["link/changed.html"]
        found = _gather(site, "alias.html", "twin.html")
        assert (_shown(found), found.unchanged) == (["alias.html"], 1)

    def test_standard_input(self, site: Path) -> None:
        """What is piped in is in hand, and always asked for."""
        config = ConfigResolver(site)
        asked = Asked(paths=("-", "sub"), stdin_filename="same.html", base="main")
        assert _shown(gather(asked, config)) == ["same.html", "sub/page.html"]
        assert _shown(gather(Asked(paths=("-",), base="main"), config)) == ["<stdin>"]

    def test_two_repositories(self, site: Path) -> None:
        """A base means something in one repository only."""
        make_repository(site.parent / "other", a="a")
        with pytest.raises(InputError, match=r"site/changed\.html is not in the repository .*other"):
            _gather(site.parent, "other", "site")

    def test_refusal(self, site: Path) -> None:
        """What git cannot tell is told with the option's name."""
        with pytest.raises(InputError, match=r"^--diff: git knows no revision 'mian'; did you mean 'main'\?$"):
            _gather(site, base="mian")


class TestIgnored:
    """Git does not know what has changed in what it ignores."""

    @pytest.fixture
    def built(self, site: Path) -> Path:
        """A repository with a built site that is not kept in it."""
        (site / "public").mkdir()
        for name in "ab":
            (site / "public" / f"{name}.html").write_text("x")
        (site / ".gitignore").write_text("public/\n")
        return site

    @pytest.mark.parametrize("paths", [("public",), ("public", "sub"), ("public/*.html",)])
    def test_built_site(self, built: Path, paths: tuple[str, ...]) -> None:
        """A built site is not passed as unchanged, whatever has changed beside it."""
        with pytest.raises(InputError, match=r"git ignores all 2 pages in 'public', .*leave out --diff"):
            _gather(built, *paths)

    def test_one_page(self, built: Path) -> None:
        """Nor is a single page."""
        with pytest.raises(InputError, match=r"git ignores the only page in 'public/a\.html'"):
            _gather(built, "public/a.html")

    def test_among_others(self, built: Path) -> None:
        """Beside pages that git knows, it is said how many were not looked at."""
        found = _gather(built)
        assert _shown(found) == ["changed.html", "new.html", "sub/page.html"]
        assert found.unchanged == 1
        assert found.notes == (
            "git ignores 2 pages, so that changes there are not seen: not checked; leave out --diff for that",
        )

    def test_excluded(self, built: Path) -> None:
        """What is excluded is not asked for, so that nothing need be said of it."""
        assert _gather(built, exclude=("public",)).notes == ()

    def test_tracked_all_the_same(self, built: Path) -> None:
        """What is in the repository is known, whatever would ignore it."""
        git(built, "add", "--force", "public")
        assert _shown(_gather(built, "public")) == ["public/a.html", "public/b.html"]
        commit(built)
        assert (_shown(_gather(built, "public")), _gather(built, "public").unchanged) == ([], 2)


class TestList:
    """A list of names beside the paths, or instead of them."""

    def test_instead_of_paths(self, site: Path) -> None:
        """With a list, the current folder is not asked for."""
        (site / "list").write_bytes(b"same.html\0style.css\0")
        (site / "style.css").touch()
        found = gather(Asked(files_from="list"), ConfigResolver(site))
        assert _shown(found) == ["same.html"]
        assert found.details == ("1 file in the list is no page, and left out",)

    def test_beside_paths_and_base(self, site: Path) -> None:
        """Paths add to the list, and of both only what has changed is taken."""
        (site / "list").write_text("same.html\nnew.html\n")
        config = ConfigResolver(site)
        assert _shown(gather(Asked(paths=("sub",), files_from="list"), config)) == [
            "new.html",
            "same.html",
            "sub/page.html",
        ]
        asked = Asked(paths=("sub",), files_from="list", base="main")
        assert _shown(gather(asked, config)) == ["new.html", "sub/page.html"]

    def test_ignored(self, site: Path) -> None:
        """A listed page that git ignores is not passed as unchanged."""
        (site / ".gitignore").write_text("a.html\n")
        (site / "a.html").write_text("x")
        (site / "list").write_text("new.html\na.html\n")
        with pytest.raises(InputError, match="git ignores the only page in 'a"):
            gather(Asked(files_from="list", base="main"), ConfigResolver(site))

    def test_empty(self, site: Path) -> None:
        """An empty list asks for nothing."""
        (site / "list").touch()
        assert _shown(gather(Asked(files_from="list"), ConfigResolver(site))) == []

    @pytest.mark.parametrize(
        ("name", "message"),
        [
            ("none", "there is no file 'none'"),
            ("same.htm", "did you mean 'same.html'"),
            (".", "cannot be read: Is a directory"),
            ("a\0", "null"),
        ],
    )
    def test_no_list(self, site: Path, name: str, message: str) -> None:
        """A list that cannot be read is refused."""
        with pytest.raises(InputError, match=f"^--files-from: .*{message}"):
            gather(Asked(files_from=name), ConfigResolver(site))

    def test_one_standard_input(self, site: Path) -> None:
        """It cannot be two things."""
        with pytest.raises(InputError, match="cannot be both the list and a page"):
            gather(Asked(paths=("a.html", "-"), files_from="-"), ConfigResolver(site))
