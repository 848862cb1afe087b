"""Adopting the tool on an old site: `baseline`, and `check` with what it wrote, as a user runs them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from attribution_lint import cli
from attribution_lint.cli import Exit, main
from attribution_lint.delivery import deliver
from attribution_lint.model import Report, SuppressedBy
from tests.test_cli import COMPLETE, DANGLING, OWN

FILE = "attribution-lint.baseline.json"
BARE = '<p>This article was originally published by The Guardian.</p><p>Source: <a href="#">The Guardian</a></p>'
LACKING = OWN.replace("</article>", f"{BARE}</article>")
WORSE = DANGLING.replace("</article>", "<p>Source:</p></article>")

Check = Callable[..., Report]


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An old site with pages that lack this and that, in the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "a.html").write_text(DANGLING)
    (tmp_path / "posts" / "b.html").write_text(LACKING)
    (tmp_path / "c.html").write_text(DANGLING)
    (tmp_path / "complete.html").write_text(COMPLETE)
    (tmp_path / "own.html").write_text(OWN)
    return tmp_path


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch) -> Check:
    """Runs `check`, expects an exit code, and answers the report as the reporters get it."""
    reports = []

    def keep(report: Report, *rest: Any) -> None:  # noqa: ANN401 - handed on as they come
        reports.append(report)
        deliver(report, *rest)

    monkeypatch.setattr(cli, "deliver", keep)

    def run(*arguments: str, code: Exit = Exit.CLEAN) -> Report:
        assert main(["check", *arguments]) == code
        return reports[-1]

    return run


def entries() -> dict[str, dict[str, int]]:
    """What the baseline in the current folder allows, by page and rule."""
    pages = json.loads(Path(FILE).read_text(encoding="utf-8"))
    assert pages.pop("version") == 1
    return {path: {rule: count for rule, count in page.items() if rule != "known by"} for path, page in pages.items()}


def kinds(report: Report) -> list[tuple[str, str]]:
    """Path and rule of what is shown."""
    return [(finding.path, finding.rule) for finding in report.findings]


class TestAdopting:
    """From the first day on."""

    def test_clean_today(self, site: Path, check: Check, capsys: pytest.CaptureFixture[str]) -> None:
        """What is written today makes the site clean today, nothing is forgotten, and what to do next is said."""
        before = check(code=Exit.FINDINGS)
        capsys.readouterr()
        assert main(["baseline"]) == Exit.CLEAN
        told = capsys.readouterr().out
        assert f"{FILE}: covers {len(before.findings)} findings on 3 pages\n" in told
        assert "Keep the file in version control." in told
        assert "`attribution-lint baseline --prune`" in told
        after = check()
        assert not after.findings
        assert [item.finding for item in after.suppressed] == list(before.findings)
        assert {item.by for item in after.suppressed} == {SuppressedBy.BASELINE}
        assert after.baseline is not None
        assert (after.baseline.path, after.baseline.stale) == (FILE, ())
        assert str(site) not in Path(FILE).read_text()
        capsys.readouterr()
        assert main(["check", "--output-format", "json"]) == Exit.CLEAN
        summary = json.loads(capsys.readouterr().out)["summary"]
        assert (summary["errors"], summary["suppressed"]) == (0, len(before.findings))

    def test_what_is_new_tomorrow(self, site: Path, check: Check) -> None:
        """A new finding is shown with all of its page and rule, also after lines moved, and pages moved and went."""
        main(["baseline"])
        (site / "posts" / "b.html").write_text("\n\n<!-- moved -->\n" + LACKING)
        (site / "c.html").rename(site / "posts" / "moved.html")
        assert not check().findings
        (site / "posts" / "a.html").unlink()
        (site / "new.html").write_text(LACKING.replace("The Guardian", "Le Monde"))
        after = check(code=Exit.FINDINGS)
        assert {path for path, _ in kinds(after)} == {"new.html"}
        assert after.baseline is not None
        assert after.baseline.renamed == (("c.html", "posts/moved.html"),)
        assert {(entry.path, entry.found) for entry in after.baseline.stale} == {("posts/a.html", 0)}

    def test_a_count_that_grows(self, site: Path, check: Check) -> None:
        """All findings of the page and rule are shown, and no others."""
        main(["baseline"])
        (site / "posts" / "a.html").write_text(WORSE)
        assert kinds(check(code=Exit.FINDINGS)) == [("posts/a.html", "dangling-credit")] * 2

    def test_renamed(self, site: Path, check: Check) -> None:
        """A page that is renamed is known again, and told."""
        main(["baseline"])
        (site / "posts" / "b.html").rename(site / "posts" / "harbour.html")
        state = check().baseline
        assert state is not None
        assert (state.renamed, state.stale) == ((("posts/b.html", "posts/harbour.html"),), ())

    def test_another_article_of_the_same_outlet(self, site: Path, check: Check) -> None:
        """A new page is not taken for one that is gone because the same credit stands under both."""
        main(["baseline"])
        text = (site / "posts" / "b.html").read_text().replace("Harbour closes", "Harbour opens again")
        (site / "posts" / "b.html").unlink()
        (site / "posts" / "new.html").write_text(text)
        found = check(code=Exit.FINDINGS)
        assert {item.path for item in found.findings} == {"posts/new.html"}
        assert found.baseline is not None
        assert found.baseline.renamed == ()

    def test_known_again_from_the_cache(self, site: Path, check: Check) -> None:
        """Also where the page comes from the cache, and the format of the report needs no source lines."""
        main(["baseline"])
        (site / "posts" / "b.html").rename(site / "posts" / "harbour.html")
        for _ in range(2):
            assert not check("--output-format", "concise").findings

    def test_the_same_bytes(self, site: Path) -> None:
        """Two writes make one file, whatever the number of processes, with the cache and without."""
        for number in range(30):
            (site / f"{number}.html").write_text(DANGLING)
        written = set()
        for options in ([], [], ["-j", "2"], ["-j", "3", "--no-cache"], ["posts", "."]):
            assert main(["baseline", *options]) == Exit.CLEAN
            written.add(Path(FILE).read_bytes())
            if options:
                Path(FILE).unlink()
        assert len(written) == 1

    def test_the_cache_knows_nothing_of_it(self, site: Path, check: Check) -> None:
        """What was remembered before there was a baseline is shown again without it."""
        before = check(code=Exit.FINDINGS)
        main(["baseline"])
        assert not check().findings
        assert check("--no-baseline", code=Exit.FINDINGS).findings == before.findings
        assert check("--no-baseline", code=Exit.FINDINGS).baseline is None
        (site / FILE).unlink()
        assert check(code=Exit.FINDINGS).findings == before.findings

    def test_nothing_found(self, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A clean site needs none."""
        assert main(["baseline", "complete.html"]) == Exit.CLEAN
        assert "no baseline is needed" in capsys.readouterr().out
        assert not (site / FILE).exists()

    def test_strange_names(self, site: Path, check: Check) -> None:
        """Pages may be called whatever a file can be called."""
        names = ["ö 文.html", "a\nb.html", "[id].html", "\u202e.html", "\"\\'.html", "known by.html"]
        for name in names:
            (site / name).write_text(DANGLING)
        with open(os.fsencode(site) + b"/\xff.html", "w") as file:  # noqa: PTH123 - a path that is no text
            file.write(DANGLING)
        before = check(code=Exit.FINDINGS)
        assert main(["baseline"]) == Exit.CLEAN
        assert {"ö 文.html", "a\nb.html", "\u202e.html", "\\xff.html"} <= entries().keys()
        assert Path(FILE).read_text(encoding="utf-8").replace("\n", "").isprintable()
        after = check()
        assert len(after.suppressed) == len(before.findings)
        assert after.baseline is not None
        assert not after.baseline.stale
        os.unlink(os.fsencode(site) + b"/\xff.html")  # noqa: PTH108 - as above
        stale = check().baseline
        assert stale is not None
        assert [entry.path for entry in stale.stale] == ["\\xff.html"]


class TestPlace:
    """Which file it is."""

    def test_beside_the_configuration(self, site: Path, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
        """It is written beside the configuration that governs the pages, and found there from anywhere."""
        (site / "attribution-lint.toml").write_text("")
        monkeypatch.chdir(site / "posts")
        assert main(["baseline", ".."]) == Exit.CLEAN
        assert (site / FILE).exists()
        assert not check("a.html").findings
        monkeypatch.chdir("/")
        assert not check(str(site)).findings

    def test_without_configuration(self) -> None:
        """It is written in the working directory; that is above the pages, as it must be."""
        assert main(["baseline", "posts"]) == Exit.CLEAN
        assert set(entries()) == {"posts/a.html", "posts/b.html"}

    def test_elsewhere(self, site: Path, check: Check, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        """Where the working directory is not above the pages, and nor is a named configuration, it lies with them."""
        (site / "elsewhere").mkdir()
        (site / "elsewhere" / "lint.toml").write_text("")
        monkeypatch.chdir(tmp_path / "elsewhere")
        assert main(["baseline", "../posts", "../c.html", "--config", "lint.toml"]) == Exit.CLEAN
        assert (site / FILE).exists()
        assert not check("..").findings

    def test_the_nearest(self, site: Path, check: Check, capsys: pytest.CaptureFixture[str]) -> None:
        """For each page the nearest one upwards counts, and no other, whatever else is asked for."""
        main(["baseline"])
        (site / "posts" / FILE).write_text('{"a.html": {"dangling-credit": 1}, "version": 1}')
        for paths in (["."], ["posts", "c.html"], ["posts/b.html"]):
            assert {path for path, _ in kinds(check(*paths, code=Exit.FINDINGS))} == {"posts/b.html"}
        state = check(code=Exit.FINDINGS).baseline
        assert state is not None
        assert (state.path, state.stale) == (f"{FILE}, posts/{FILE}", ())
        capsys.readouterr()
        assert main(["baseline"]) == Exit.TROUBLE
        assert f"posts/{FILE} governs some of these pages" in capsys.readouterr().err
        assert main(["baseline", "posts"]) == Exit.CLEAN
        assert not check().findings

    @pytest.mark.parametrize("governed", [True, False])
    def test_covers_no_page_of_another(self, site: Path, check: Check, governed: bool) -> None:  # noqa: FBT001
        """A page that is gone leaves its entry to a page that the same baseline governs, whatever else is checked."""
        assert main(["baseline", "--baseline", "posts/" + FILE, "posts"]) == Exit.CLEAN
        (site / "posts" / "a.html").unlink()
        (site / "other").mkdir()
        (site / "other" / "a.html").write_text(DANGLING)
        if governed:
            (site / "other" / FILE).write_text('{"version": 1}')
        for paths in (["other"], ["other", "posts"]):
            report = check(*paths, code=Exit.FINDINGS)
            assert {path for path, _ in kinds(report)} == {"other/a.html"}
            assert report.baseline is None or not report.baseline.renamed

    def test_named(self, check: Check, capsys: pytest.CaptureFixture[str]) -> None:
        """Another file has to be named, to write it and to use it."""
        assert main(["baseline", "--baseline", "old.json"]) == Exit.CLEAN
        assert "attribution-lint check --baseline old.json" in capsys.readouterr().out
        assert check(code=Exit.FINDINGS).findings
        assert not check("--baseline", "old.json").findings
        assert main(["check", "--baseline", "old.json", "--no-baseline"]) == Exit.TROUBLE

    def test_named_and_not_there(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A mistyped name is an error and no empty baseline."""
        assert main(["check", "--baseline", "odl.json"]) == Exit.TROUBLE
        assert "there is no file odl.json; `attribution-lint baseline` makes one" in capsys.readouterr().err
        for arguments in (["check", "--baseline", ""], ["baseline", "--baseline="]):
            assert main(arguments) == Exit.TROUBLE
        assert main(["baseline", "--prune"]) == Exit.TROUBLE
        assert "no baseline attribution-lint.baseline.json to prune" in capsys.readouterr().err

    def test_not_above_the_pages(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A file that is not above the pages cannot name them, wherever it is moved to."""
        assert main(["baseline", "--baseline", "posts/b.json"]) == Exit.TROUBLE
        assert "c.html is outside of the folder of posts/b.json" in capsys.readouterr().err

    def test_a_folder(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A place that is none is told."""
        assert main(["baseline", "--baseline", "posts"]) == Exit.TROUBLE
        assert "posts: it is not a file" in capsys.readouterr().err

    def test_standard_input(self, site: Path, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
        """A page that an editor pipes in is covered as the file it stands for."""
        main(["baseline"])
        with (site / "posts" / "a.html").open() as page:
            monkeypatch.setattr("sys.stdin", page)
            assert not check("-", "--stdin-filename", "posts/a.html").findings
        with (site / "posts" / "a.html").open() as page:
            monkeypatch.setattr("sys.stdin", page)
            assert check("-", code=Exit.FINDINGS).findings


class TestShrinking:
    """`--prune`, and what is stale."""

    def test_prune(self, site: Path, check: Check, capsys: pytest.CaptureFixture[str]) -> None:
        """Counts go down, pages that are mended or gone go out, the rest stays, and nothing new comes in."""
        (site / "d.html").write_text(WORSE)
        main(["baseline"])
        before = entries()
        (site / "d.html").write_text(DANGLING)
        (site / "posts" / "a.html").write_text(COMPLETE)
        (site / "posts" / "b.html").unlink()
        (site / "c.html").write_text(WORSE)
        (site / "new.html").write_text(WORSE)
        shown = check(code=Exit.FINDINGS)
        assert shown.baseline is not None
        assert {entry.path for entry in shown.baseline.stale} == {"d.html", "posts/a.html", "posts/b.html"}
        assert main(["baseline", "--prune"]) == Exit.CLEAN
        assert before["d.html"] == {"dangling-credit": 2}
        assert entries() == {"c.html": before["c.html"], "d.html": {"dangling-credit": 1}}
        again = check(code=Exit.FINDINGS)
        assert again.findings == shown.findings
        assert again.baseline is not None
        assert not again.baseline.stale
        capsys.readouterr()
        assert main(["baseline", "--prune"]) == Exit.CLEAN
        assert "nothing to prune" in capsys.readouterr().out

    def test_until_nothing_is_left(self, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """An empty baseline says that it can go."""
        main(["baseline", "c.html"])
        (site / "c.html").write_text(OWN)
        capsys.readouterr()
        assert main(["baseline", "--prune"]) == Exit.CLEAN
        assert "not needed any more" in capsys.readouterr().out
        assert entries() == {}

    def test_own_pages(self, site: Path, check: Check) -> None:
        """A page that has become the site's own, of which reports hold only the number, is stale as well."""
        main(["baseline"])
        (site / "c.html").write_text(OWN)
        state = check().baseline
        assert state is not None
        assert [(entry.path, entry.allowed, entry.found) for entry in state.stale] == [("c.html", 1, 0)]

    def test_a_part_of_the_site(self, site: Path, check: Check) -> None:
        """What was not asked about is neither stale nor lost, though it be gone."""
        main(["baseline"])
        before = entries()
        (site / "c.html").unlink()
        (site / "posts" / "a.html").write_text(COMPLETE)
        state = check("posts").baseline
        assert state is not None
        assert {entry.path for entry in state.stale} == {"posts/a.html"}
        for options in (["--prune"], []):
            assert main(["baseline", "posts", *options]) == Exit.CLEAN
            assert entries() == {path: counts for path, counts in before.items() if path != "posts/a.html"}
        assert main(["baseline", "--prune"]) == Exit.CLEAN
        assert "c.html" not in entries()

    def test_a_list(self, site: Path, check: Check) -> None:
        """A list of files asks for no folder, so that nothing in one can be missed."""
        main(["baseline"])
        (site / "c.html").unlink()
        (site / "list.txt").write_text("posts/a.html\n")
        state = check("--files-from", "list.txt").baseline
        assert state is not None
        assert not state.stale

    def test_excluded_pages(self, check: Check) -> None:
        """A page that is there and not looked at keeps its entry."""
        main(["baseline"])
        before = entries()
        state = check("--exclude", "posts/**").baseline
        assert state is not None
        assert not state.stale
        for options in (["--prune"], []):
            assert main(["baseline", "--exclude", "posts/**", *options]) == Exit.CLEAN
            assert entries() == before

    def test_some_rules(self, site: Path, check: Check) -> None:
        """Rules that the command line leaves out keep what they have; what the configuration turns off is stale."""
        main(["baseline"])
        before = entries()
        for options in (["--select", "original-url"], ["--ignore", "dangling-credit"]):
            state = check(*options).baseline
            assert state is not None
            assert not state.stale
            assert main(["baseline", "--prune", *options]) == Exit.CLEAN
            assert main(["baseline", *options]) == Exit.CLEAN
            assert entries() == before
        (site / "attribution-lint.toml").write_text('ignore = ["dangling-credit"]')
        assert main(["baseline", "--prune"]) == Exit.CLEAN
        assert {rule for counts in entries().values() for rule in counts} == {
            rule for counts in before.values() for rule in counts if rule != "dangling-credit"
        }

    def test_problems(self, site: Path, check: Check, capsys: pytest.CaptureFixture[str]) -> None:
        """A page that cannot be read is not stale, and keeps a baseline from being written."""
        main(["baseline"])
        before = Path(FILE).read_bytes()
        (site / "c.html").write_bytes(b"")
        state = check(code=Exit.TROUBLE).baseline
        assert state is not None
        assert not state.stale
        capsys.readouterr()
        for options in (["--prune"], []):
            assert main(["baseline", *options]) == Exit.TROUBLE
            errors = capsys.readouterr().err
            assert "c.html: " in errors
            assert "nothing was recorded" in errors
            assert Path(FILE).read_bytes() == before

    def test_interrupted(
        self, site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], check: Check
    ) -> None:
        """A run that did not come to all pages calls none of them stale, and writes nothing."""
        main(["baseline"])
        before = Path(FILE).read_bytes()
        (site / "posts" / "a.html").write_text(COMPLETE)
        (site / "c.html").unlink()
        monkeypatch.setattr("attribution_lint.run._examine", _interrupted)
        state = check(code=Exit.INTERRUPTED).baseline
        assert state is not None
        assert not state.stale
        assert main(["baseline", "--prune"]) == Exit.INTERRUPTED
        assert "nothing was recorded" in capsys.readouterr().err
        assert Path(FILE).read_bytes() == before

    def test_nothing_to_check(self, site: Path) -> None:
        """No page is no reason to write an empty baseline."""
        main(["baseline"])
        before = Path(FILE).read_bytes()
        (site / "empty").mkdir()
        assert main(["baseline", "empty"]) == Exit.NOTHING
        assert main(["baseline", "empty", "--allow-empty"]) == Exit.CLEAN
        assert Path(FILE).read_bytes() == before


def _interrupted(*_: object) -> object:
    raise KeyboardInterrupt


@pytest.mark.parametrize("text", ["{", "[]", "[" * 100_000, '{"../x.html": {"r": 1}, "version": 1}', '{"version": 9}'])
def test_a_damaged_file(site: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It is told by its name and used for nothing, nor written over: what it held would be lost."""
    (site / FILE).write_text(text)
    for command in (["check"], ["baseline"], ["baseline", "--prune"]):
        assert main(command) == Exit.TROUBLE
        captured = capsys.readouterr()
        assert not captured.out
        assert captured.err.startswith(f"attribution-lint: error: {FILE}: ")
        assert (site / FILE).read_text() == text
    assert main(["check", "--no-baseline"]) == Exit.FINDINGS
    assert main(["inventory"]) == Exit.CLEAN


def test_control_characters_of_a_file(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a hostile file is made of does not reach the terminal."""
    (site / FILE).write_text(json.dumps({"\x1b[2J\u202e": 1, "version": 1}))
    assert main(["check"]) == Exit.TROUBLE
    assert "\\x1b[2J\\u202e" in capsys.readouterr().err
