"""Tests of what git says has changed, in real repositories."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from attribution_lint.changes import ChangesError, Places, Repository

from .repositories import ENVIRONMENT, commit, git, make_repository


def _changed(folder: Path, base: str = "main", **environment: str) -> list[str]:
    """Names of the files and folders that have changed, relative to the folder."""
    places = Repository(str(folder), {**ENVIRONMENT, **environment}).changed_since(base)
    return sorted(os.path.relpath(path, folder) for path in places.files | places.folders if os.path.lexists(path))


def _refusal(folder: Path, base: str = "main", **environment: str) -> str:
    with pytest.raises(ChangesError) as caught:
        _changed(folder, base, **environment)
    return str(caught.value)


class TestChanges:
    """What counts as changed."""

    def test_all_kinds(self, tmp_path: Path) -> None:
        """Committed, staged, unstaged and untracked changes count; what is as it was does not, nor what is ignored."""
        site = make_repository(tmp_path, a="a", b="b", c="c", same="same")
        git(site, "checkout", "--quiet", "-b", "topic")
        (site / "a.html").write_text("A")
        (site / ".gitignore").write_text("ignored.html\n")
        commit(site)
        (site / "b.html").write_text("B")
        git(site, "add", "b.html")
        (site / "c.html").write_text("C")
        (site / "new").mkdir()
        (site / "new" / "d.html").write_text("d")
        (site / "ignored.html").write_text("e")
        assert _changed(site) == [".gitignore", "a.html", "b.html", "c.html", "new/d.html"]
        assert _changed(site, "HEAD") == ["b.html", "c.html", "new/d.html"]

    def test_nothing(self, tmp_path: Path) -> None:
        """A file that was only touched has not changed."""
        site = make_repository(tmp_path, a="a")
        os.utime(site / "a.html", (1, 1))
        assert _changed(site) == []

    def test_since_the_branches_parted(self, tmp_path: Path) -> None:
        """What only the base has changed since is no change of this branch."""
        site = make_repository(tmp_path, a="a", b="b")
        git(site, "checkout", "--quiet", "-b", "topic")
        (site / "a.html").write_text("A")
        commit(site)
        git(site, "checkout", "--quiet", "main")
        (site / "b.html").write_text("B")
        commit(site)
        git(site, "checkout", "--quiet", "topic")
        assert _changed(site) == ["a.html"]

    @pytest.mark.parametrize("renames", ["true", "false", "copies"])
    def test_moved_and_deleted(self, tmp_path: Path, renames: str) -> None:
        """A moved page is where it is now, a deleted one nowhere, whatever git is configured to show."""
        site = make_repository(tmp_path, a="a" * 1000, b="b", c="c")
        git(site, "config", "diff.renames", renames)
        git(site, "mv", "a.html", "z.html")
        git(site, "rm", "--quiet", "b.html")
        (site / "c.html").unlink()
        assert _changed(site) == ["z.html"]

    @pytest.mark.parametrize("name", [b"\xff\xfe.html", "é \n\t\"'\\.html".encode(), b"-x.html", b":(top)[a]*.html"])
    def test_any_name(self, tmp_path: Path, name: bytes) -> None:
        """A name is a run of bytes."""
        site = make_repository(tmp_path)
        (site / os.fsdecode(name)).write_text("x")
        assert _changed(site) == [os.fsdecode(name)]
        git(site, "add", "--all")
        assert _changed(site) == [os.fsdecode(name)]

    def test_conflict(self, tmp_path: Path) -> None:
        """A page with a conflict has changed, once."""
        site = make_repository(tmp_path, a="a")
        git(site, "checkout", "--quiet", "-b", "topic")
        (site / "a.html").write_text("A")
        commit(site)
        git(site, "checkout", "--quiet", "main")
        (site / "a.html").write_text("B")
        commit(site)
        with pytest.raises(Exception, match="merge"):
            git(site, "merge", "topic")
        assert _changed(site, "topic") == ["a.html"]

    def test_before_the_next_commit(self, tmp_path: Path) -> None:
        """A base that looks like a file's name is the base."""
        site = make_repository(tmp_path, main="a")
        (site / "main").write_text("x")
        assert _changed(site) == ["main"]


class TestWhere:
    """Every kind of working tree."""

    def test_subfolder(self, tmp_path: Path) -> None:
        """From a folder within, the whole repository is looked at."""
        site = make_repository(tmp_path, a="a")
        git(site, "config", "diff.relative", "true")
        (site / "sub").mkdir()
        (site / "sub" / "b.html").write_text("b")
        (site / "a.html").write_text("A")
        assert _changed(site / "sub") == ["../a.html", "b.html"]

    def test_worktree(self, tmp_path: Path) -> None:
        """A second working tree has changes of its own."""
        site = make_repository(tmp_path / "site", a="a")
        git(site, "worktree", "add", "--quiet", "-b", "topic", "../other")
        (tmp_path / "other" / "a.html").write_text("A")
        assert _changed(tmp_path / "other") == ["a.html"]
        assert _changed(site) == []

    def test_submodule(self, tmp_path: Path) -> None:
        """A repository within counts as a whole: as soon as anything in it has changed."""
        inner = make_repository(tmp_path / "inner", a="a")
        site = make_repository(tmp_path / "site", b="b")
        git(site, "submodule", "--quiet", "add", str(inner), "sub")
        commit(site)
        assert _changed(site) == []
        (site / "sub" / "new.html").write_text("x")
        assert _changed(site) == ["sub"]
        assert Repository(str(site), ENVIRONMENT).changed_since("main").hold(str(site / "sub" / "a.html"))
        assert _changed(site / "sub") == ["new.html"]

    def test_submodule_that_is_to_be_ignored(self, tmp_path: Path) -> None:
        """What `.gitmodules` wants to be passed by has changed all the same."""
        inner = make_repository(tmp_path / "inner", a="a")
        site = make_repository(tmp_path / "site", b="b")
        git(site, "submodule", "--quiet", "add", str(inner), "sub")
        git(site, "config", "--file", ".gitmodules", "submodule.sub.ignore", "all")
        commit(site)
        git(site, "switch", "--quiet", "--create", "topic")
        (site / "sub" / "a.html").write_text("A")
        commit(site / "sub")
        git(site, "add", "--force", "sub")
        commit(site)
        assert _changed(site) == ["sub"]

    def test_repository_that_nobody_knows(self, tmp_path: Path) -> None:
        """A repository within that is no submodule is new as a whole."""
        site = make_repository(tmp_path / "site", b="b")
        make_repository(site / "nested", a="a")
        places = Repository(str(site), ENVIRONMENT).changed_since("main")
        assert places.hold(str(site / "nested" / "a.html"))
        assert not places.hold(str(site / "b.html"))

    def test_hook(self, tmp_path: Path) -> None:
        """In a hook, git speaks of the repository through the environment, and may use an index of its own."""
        site = make_repository(tmp_path, a="a", b="b")
        (site / "sub").mkdir()
        (site / "a.html").write_text("A")
        hook = {"GIT_DIR": ".git", "GIT_INDEX_FILE": ".git/next-index-1.lock", "GIT_PREFIX": "sub/"}
        assert _changed(site, **hook) == ["a.html"]
        assert _changed(site / "sub", **hook) == ["../a.html"]

    def test_repository_elsewhere(self, tmp_path: Path) -> None:
        """Whose working tree has its repository elsewhere says so, and is believed."""
        site = make_repository(tmp_path / "site", a="a")
        (site / ".git").rename(tmp_path / "elsewhere")
        (site / "a.html").write_text("A")
        elsewhere = {"GIT_DIR": str(tmp_path / "elsewhere"), "GIT_WORK_TREE": str(site)}
        assert _changed(site, **elsewhere) == ["a.html"]

    def test_ignored(self, tmp_path: Path) -> None:
        """Ignored files are told from those that are new, and from those that are tracked all the same."""
        site = make_repository(tmp_path)
        (site / "public" / "x").mkdir(parents=True)
        for name in ("public/a.html", "public/x/b.html", "forced.html", "c.html", "d.html"):
            (site / name).write_text("x")
        (site / ".gitignore").write_text("public/\nforced.html\nc.html\n")
        git(site, "add", "--force", "forced.html")
        ignored = Repository(str(site), ENVIRONMENT).ignored
        names = ("public/a.html", "public/x/b.html", "forced.html", "c.html", "d.html")
        assert [ignored.hold(str(site / name)) for name in names] == [True, True, False, True, False]


class TestSafety:
    """Nothing that a repository names is started."""

    @pytest.mark.parametrize(
        "settings",
        [
            {"core.fsmonitor": "CANARY"},
            {"diff.external": "CANARY"},
            {"diff.page.textconv": "CANARY"},
            {"diff.page.command": "CANARY"},
            {"filter.page.clean": "CANARY", "filter.page.required": "true"},
            {"filter.page.process": "CANARY", "filter.page.required": "true"},
            {"core.pager": "CANARY", "pager.diff": "true"},
        ],
        ids=lambda settings: next(iter(settings)),
    )
    def test_no_program(self, tmp_path: Path, settings: dict[str, str]) -> None:
        """Neither monitors, nor drivers, filters, pagers or hooks."""
        site = make_repository(tmp_path / "site", a="a")
        (site / ".gitattributes").write_text("*.html diff=page filter=page\n")
        commit(site)
        canary = tmp_path / "canary.sh"
        canary.write_text(f"#!/bin/sh\ntouch {tmp_path}/alive\ncat\n")
        canary.chmod(0o755)
        (site / ".git" / "hooks").mkdir(exist_ok=True)
        (site / ".git" / "hooks" / "post-index-change").symlink_to(canary)
        for key, value in settings.items():
            git(site, "config", key, value.replace("CANARY", str(canary)))
        (site / "a.html").write_text("b")
        assert _changed(site, GIT_PAGER=str(canary), GIT_EXTERNAL_DIFF=str(canary)) == ["a.html"]
        assert not (tmp_path / "alive").exists()

    def test_index_is_left_alone(self, tmp_path: Path) -> None:
        """Nothing is written."""
        site = make_repository(tmp_path, a="a")
        os.utime(site / "a.html", (1, 1))
        before = (site / ".git" / "index").read_bytes()
        assert _changed(site) == []
        assert (site / ".git" / "index").read_bytes() == before

    @pytest.mark.parametrize("base", ["--output=x", "-", "", "--all"])
    def test_no_option(self, tmp_path: Path, base: str) -> None:
        """A base is never taken for an option of git."""
        assert "is no revision" in _refusal(make_repository(tmp_path), base)
        assert not (tmp_path / "x").exists()


class TestRefusals:
    """What cannot be told, and what to do."""

    def test_no_repository(self, tmp_path: Path) -> None:
        """Outside of a repository."""
        assert "is in no git repository" in _refusal(tmp_path, GIT_CEILING_DIRECTORIES=str(tmp_path.parent))

    def test_no_git(self, tmp_path: Path) -> None:
        """Without git."""
        assert "git is not installed" in _refusal(tmp_path, PATH=str(tmp_path))

    def test_somebody_else(self, tmp_path: Path) -> None:
        """A repository of another user's, as containers have them, is trusted by git only when told so."""
        site = make_repository(tmp_path, a="a")
        message = _refusal(site, GIT_TEST_ASSUME_DIFFERENT_OWNER="1")
        assert f"git config --global --add safe.directory {site}" in message
        trust = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": str(site)}
        assert _changed(site, GIT_TEST_ASSUME_DIFFERENT_OWNER="1", **trust) == []

    def test_bare(self, tmp_path: Path) -> None:
        """A repository without files has git's own words."""
        git(tmp_path, "init", "--quiet", "--bare")
        assert _refusal(tmp_path) == "git: this operation must be run in a work tree"

    @pytest.mark.parametrize(
        ("base", "hint"),
        [
            ("mian", "; did you mean 'main'?"),
            ("release", "; did you mean 'origin/release'?"),
            ("v1.o", "; did you mean 'v1.0'?"),
            ("xyzzy", "; `git fetch origin xyzzy` may bring it"),
            ("main..topic", ""),
            ("main:a.html", ""),
        ],
    )
    def test_unknown_revision(self, tmp_path: Path, base: str, hint: str) -> None:
        """A revision that is not there, or is none, and the one that was meant: a branch, the remote's, or a tag."""
        site = make_repository(tmp_path, a="a")
        git(site, "update-ref", "refs/remotes/origin/release", "HEAD")
        git(site, "tag", "v1.0")
        assert f"git knows no revision '{base}'{hint}" in _refusal(site, base)

    def test_shallow(self, tmp_path: Path) -> None:
        """A clone without history says how to get it, whether it lacks the base or what both come from."""
        origin = make_repository(tmp_path / "origin", a="a")
        git(origin, "checkout", "--quiet", "-b", "topic")
        for text in "xyz":
            (origin / "a.html").write_text(text)
            commit(origin)
        git(tmp_path, "clone", "--quiet", "--depth=1", "--branch=topic", f"file://{origin}", "clone")
        clone = tmp_path / "clone"
        assert "this clone is shallow" in _refusal(clone, "some-commit")
        git(clone, "fetch", "--quiet", "--depth=1", "origin", "main:main")
        assert "`fetch-depth: 0`" in _refusal(clone)

    def test_nothing_in_common(self, tmp_path: Path) -> None:
        """Branches that never met."""
        site = make_repository(tmp_path, a="a")
        git(site, "checkout", "--quiet", "--orphan", "other")
        (site / "a.html").write_text("b")
        commit(site)
        assert "they have nothing in common" in _refusal(site)

    def test_no_commit_yet(self, tmp_path: Path) -> None:
        """A repository that was just made."""
        git(tmp_path, "init", "--quiet")
        assert "git knows no revision 'HEAD'" in _refusal(tmp_path, "HEAD")


def test_places() -> None:
    """A folder holds what is beneath it, and nothing that only begins like it."""
    places = Places(frozenset({"/r/a"}), frozenset({"/r/s"}))
    assert [places.hold(path) for path in ("/r/a", "/r/s", "/r/s/x/y", "/r/sx", "/r", "/")] == [
        *(True, True, True),
        *(False, False, False),
    ]
    assert not Places(frozenset(), frozenset()).hold("/r/a")
