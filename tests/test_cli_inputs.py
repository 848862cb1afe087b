"""The command line: which pages are checked, and what is said of the others."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from attribution_lint.cli import Exit, main

from .repositories import ENVIRONMENT, commit, git, make_repository
from .test_cli import COMPLETE, DANGLING, OWN, ROOT


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


class TestDiff:
    """`--diff`."""

    def test_only_changed_pages(self, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A fault of old is not reported, a new one is."""
        make_repository(site, old=DANGLING, a=OWN)
        (site / "a.html").write_text(DANGLING)
        assert main(["check", "--diff", "main", "--output-format", "json"]) == Exit.FINDINGS
        value = json.loads(capsys.readouterr().out)
        assert {finding["path"] for finding in value["findings"]} == {"a.html"}
        assert main(["inventory", "--diff=main", "--output-format=jsonl"]) == Exit.CLEAN
        assert [json.loads(line)["path"] for line in capsys.readouterr().out.splitlines()] == ["a.html"]

    @pytest.mark.parametrize("command", ["check", "inventory"])
    def test_nothing_changed(self, site: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
        """That is clean, and said."""
        make_repository(site, old=DANGLING, a=OWN)
        assert main([command, "--diff", "main"]) == Exit.CLEAN
        assert "no page has changed since main: all 2 pages are as before" in capsys.readouterr().err

    def test_no_page_at_all(self, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A folder without pages is no clean one, with a base as without."""
        make_repository(site)
        assert main(["check", "--diff", "main"]) == Exit.NOTHING
        assert "nothing to check" in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            (["--diff", "mian"], "error: --diff: git knows no revision 'mian'; did you mean 'main'?"),
            (["--diff=--output=x"], "'--output=x' is no revision"),
            (["--diff", "main", "public"], "git ignores the only page in 'public'"),
        ],
    )
    def test_refusals(self, site: Path, capsys: pytest.CaptureFixture[str], options: list[str], message: str) -> None:
        """What cannot be told is trouble."""
        make_repository(site, a=OWN)
        (site / "public").mkdir()
        (site / "public" / "a.html").write_text(DANGLING)
        (site / ".gitignore").write_text("public")
        assert main(["check", *options]) == Exit.TROUBLE
        captured = capsys.readouterr()
        assert message in captured.err
        assert not captured.out

    def test_in_a_hook(self, site: Path) -> None:
        """Before a commit, in a worktree and from a partial commit, where git uses an index of its own."""
        make_repository(site / "main", a=OWN, b=OWN)
        git(site / "main", "worktree", "add", "--quiet", "-b", "topic", "../tree")
        hook = site / "main" / ".git" / "hooks" / "pre-commit"
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(
            f"#!/bin/sh\nenv | grep ^GIT_ > {site}/seen\n"
            f"exec {sys.executable} -m attribution_lint check --diff HEAD --output-format concise --no-cache\n"
        )
        hook.chmod(0o755)
        for tree in ("main", "tree"):
            (site / tree / "a.html").write_text(COMPLETE)
            (site / tree / "b.html").write_text(DANGLING)
            result = subprocess.run(
                ["git", "commit", "--quiet", "--message=x", "a.html"],  # noqa: S607 - the git that the tool finds too
                cwd=site / tree,
                env={**ENVIRONMENT, "PYTHONPATH": str(ROOT)},
                capture_output=True,
                text=True,
                check=False,
            )
            assert "GIT_INDEX_FILE=" in (site / "seen").read_text()
            assert result.returncode == 1
            assert "b.html:1:" in result.stderr + result.stdout
            assert "2 pages: 1 own, 1 republished" not in result.stderr + result.stdout
            (site / tree / "b.html").write_text(OWN)
            assert git(site / tree, "commit", "--message=x", "a.html", PYTHONPATH=str(ROOT))

    def test_git_is_not_asked_without_need(self, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A plain check needs no git."""
        make_repository(site, a=OWN)
        commit(site)
        monkeypatch.setenv("PATH", str(site))
        assert main(["check"]) == Exit.CLEAN
        assert main(["check", "--diff", "main"]) == Exit.TROUBLE


class TestFilesFrom:
    """`--files-from`."""

    def test_what_git_lists(self, site: Path) -> None:
        """A list of git's, through a pipe."""
        make_repository(site, a=OWN, gone=OWN)
        (site / "gone.html").unlink()
        (site / "é b.html").write_text(DANGLING)
        (site / "style.css").touch()
        git(site, "add", "--all")
        result = subprocess.run(  # noqa: S602 - a pipe, as users write it
            f"git diff --cached --name-only --diff-filter=d --relative -z main | "
            f"{sys.executable} -m attribution_lint check -v --files-from - --output-format concise",
            shell=True,
            cwd=site,
            env={**ENVIRONMENT, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert result.returncode == Exit.FINDINGS
        assert "é b.html:1:" in result.stdout
        assert result.stderr == "attribution-lint: 1 file in the list is no page, and left out\n"

    def test_a_typo_is_trouble(self, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A name that is not there is a problem of the report, and the others are checked."""
        (site / "a.html").write_text(COMPLETE)
        (site / "list").write_text("a.html\nb.html\n")
        assert main(["check", "--files-from", "list", "--output-format", "json"]) == Exit.TROUBLE
        value = json.loads(capsys.readouterr().out)
        assert value["summary"]["pages"] == 1
        assert [problem["path"] for problem in value["problems"]] == ["b.html"]

    def test_nothing(self, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A list without a page is nothing to check, which can be allowed; the folder is not taken instead."""
        (site / "a.html").write_text(DANGLING)
        (site / "list").touch()
        assert main(["check", "--files-from", "list"]) == Exit.NOTHING
        assert "found in the list 'list'\n" in capsys.readouterr().err
        assert main(["check", "--files-from", "list", "--allow-empty"]) == Exit.CLEAN
        capsys.readouterr()
        (site / "list").write_text("a.html")
        assert main(["check", "--files-from", "list", "--exclude", "a.html"]) == Exit.NOTHING
        assert "for 1 page or folder is excluded" in capsys.readouterr().err

    def test_quiet_about_other_files(self, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """That lists name other files too is no news."""
        (site / "a.html").write_text(COMPLETE)
        (site / "list").write_text("a.html\nlist\n")
        assert main(["check", "--files-from", "list"]) == Exit.CLEAN
        assert not capsys.readouterr().err


class TestShow:
    """`--show-files` and `--show-config`."""

    def test_files(self, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """The pages that would be checked, sorted, and nothing else."""
        for name in ("b.html", "a.md", "drafts/c.html", "x.css", "[id].html", "e\n\x1b.html"):
            (site / name).parent.mkdir(exist_ok=True)
            (site / name).write_text(DANGLING)
        for command in ("check", "inventory"):
            assert main([command, "--show-files", "--exclude", "drafts", "-q"]) == Exit.CLEAN
            captured = capsys.readouterr()
            assert captured.out == "[id].html\na.md\nb.html\ne\\n\\x1b.html\n"
            assert not captured.err

    def test_no_files(self, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """None is told as always, on the other stream."""
        assert main(["check", "--show-files"]) == Exit.NOTHING
        captured = capsys.readouterr()
        assert not captured.out
        assert "nothing to check" in captured.err
        assert main(["check", "--show-files", "--allow-empty"]) == Exit.CLEAN
        (site / "list").write_text("a.html\n")
        assert main(["check", "--show-files", "--files-from=list"]) == Exit.TROUBLE

    def test_changed_files(self, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """With a base, those that have changed."""
        make_repository(site, a=OWN, b=OWN)
        (site / "b.html").write_text(COMPLETE)
        assert main(["check", "--show-files", "--diff", "main"]) == Exit.CLEAN
        assert capsys.readouterr().out == "b.html\n"

    def test_config(self, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """What holds for a page, and where it comes from; nothing is checked."""
        (site / "attribution-lint.toml").write_text('[severity]\noriginal-url = "note"\n')
        (site / "a.html").write_text(DANGLING)
        assert main(["check", "--show-config", "a.html"]) == Exit.CLEAN
        lines = capsys.readouterr().out.splitlines()
        assert any(
            line.split() == ["severity.original-url", "=", '"note"', "#", "attribution-lint.toml:2"] for line in lines
        )
        assert any(line.split("#")[0].split() == ["severity.dangling-credit", "=", '"error"'] for line in lines)

    def test_wrong_config(self, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A mistake in the configuration is told, not shown as what holds."""
        (site / "attribution-lint.toml").write_text("x = 1")
        assert main(["check", "--show-config", "a.html"]) == Exit.TROUBLE
        captured = capsys.readouterr()
        assert not captured.out
        assert 'there is no key "x"' in captured.err


class TestLeftOut:
    """What is said of files that are not read."""

    def test_links(self, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Pages that only a link leads to are no silent loss, and no failure."""
        (site / "site").mkdir()
        (site / "site" / "a.html").write_text(COMPLETE)
        for number in range(5):
            (site / f"{number}.html").write_text(DANGLING)
            (site / "site" / f"{number}.html").symlink_to(f"../{number}.html")
        (site / "site" / "z.html").symlink_to("nowhere")
        assert main(["check", "site"]) == Exit.CLEAN
        assert capsys.readouterr().err == (
            "attribution-lint: 5 symbolic links to pages not followed: site/0.html, site/1.html, site/2.html, …; "
            "name what should be checked, or exclude it\n"
            "attribution-lint: 1 symbolic link leads nowhere: site/z.html\n"
        )

    @pytest.mark.parametrize("command", ["check", "inventory"])
    def test_details(self, site: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
        """All that was left out is told to who asks for it, and to nobody else."""
        (site / "a.html").write_text(COMPLETE)
        (site / "b.html").write_text(COMPLETE)
        (site / ".git").mkdir()
        assert main([command, "-v", "--exclude", "b.html"]) == Exit.CLEAN
        told = capsys.readouterr().err
        assert "excluded: 1 page or folder\n" in told
        assert "not looked into: 1 dot folders" in told
        for options in ([], ["-q"]):
            assert main([command, *options, "--exclude", "b.html"]) == Exit.CLEAN
            assert not capsys.readouterr().err

    def test_quiet_init(self, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """The site's profile can be recorded without a word; what goes wrong is told all the same."""
        for number in range(5):
            (site / f"{number}.html").write_text(OWN)
        assert main(["init", "-q"]) == Exit.CLEAN
        captured = capsys.readouterr()
        assert (captured.out, captured.err) == ("", "")
        assert (site / "attribution-lint.site.json").exists()
        assert main(["init", "-q", "0.html"]) == Exit.TROUBLE
        assert "5 pages are needed" in capsys.readouterr().err

    def test_quiet_explanation(self, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """An explanation is what was asked for, however quiet it shall be."""
        (site / "a.html").write_text(COMPLETE)
        assert main(["inventory", "--explain", "-q"]) == Exit.CLEAN
        assert "a.html: republished" in capsys.readouterr().out
