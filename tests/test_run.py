"""The run over all pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from attribution_lint.config import ConfigResolver
from attribution_lint.engine import Knowledge, load_knowledge
from attribution_lint.examine import Examiner, Task
from attribution_lint.files import SourceFile
from attribution_lint.model import PageReport, Problem, Severity, Status
from attribution_lint.rule import Invalid, PageFacts, Rule, Valid, Violation
from attribution_lint.run import Means, available_cores, run

from .acme import page

CREDITED = page("Harbour closes")
OWN = "<html lang=en><head><title>Harbour</title></head><body><p>The harbour is closed for two years.</p></body></html>"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """All that the tool knows."""
    return load_knowledge()


@pytest.fixture
def resolver(tmp_path: Path) -> ConfigResolver:
    """The configuration of an empty folder."""
    return ConfigResolver(tmp_path)


def write(folder: Path, **pages: str) -> list[SourceFile]:
    """Write pages, named without their suffix, and list them as discovery does."""
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(text)
    return [SourceFile(str(folder / f"{name}.html"), f"{name}.html") for name in pages]


def failing(fault: BaseException) -> Rule:
    """A rule that fails on each republished page."""

    def fails(_: PageFacts) -> Iterator[Violation]:
        raise fault

    return Rule(
        id="failing",
        severity=Severity.WARNING,
        summary="A rule for tests",
        what="It fails.",
        why="To be seen.",
        check=fails,
        examples=(Valid("fine", "<p>"), Invalid("not fine", "<p>", "something is wrong", "")),
    )


def test_order_does_not_matter(tmp_path: Path, resolver: ConfigResolver, knowledge: Knowledge) -> None:
    """Pages and problems are sorted by path."""
    files = write(tmp_path, b=CREDITED, a=CREDITED, c="", d=OWN)
    known = [Problem("z", "gone"), Problem("b", "gone")]

    def report(order: int) -> tuple[tuple[PageReport, ...], tuple[Problem, ...]]:
        done = run(files[::order], resolver, Examiner(Task(), knowledge=knowledge), known[::order])
        return done.pages, done.problems

    assert report(1) == report(-1)
    pages, troubles = report(1)
    assert [page.path for page in pages] == ["a.html", "b.html"]
    assert [problem.path for problem in troubles] == ["b", "c.html", "z"]


def test_own_pages_are_counted(tmp_path: Path, resolver: ConfigResolver, knowledge: Knowledge) -> None:
    """Of own pages nothing is kept where pages are judged; taking stock keeps all."""
    files = write(tmp_path, a=CREDITED, b=OWN, c=OWN)
    judged = run(files, resolver, Examiner(Task(), knowledge=knowledge))
    stock = run(files, resolver, Examiner(Task(judge=False), knowledge=knowledge))
    assert (len(judged.pages), judged.silent, len(stock.pages), stock.silent) == (1, 2, 3, 0)
    for report in (judged, stock):
        assert (report.read, report.count(Status.OWN), report.count(Status.REPUBLISHED)) == (3, 2, 1)
        assert report.complete == 1


@pytest.mark.parametrize("fault", [ZeroDivisionError("division by zero"), SystemExit(0)])
def test_one_fault_does_not_stop_the_others(
    tmp_path: Path, resolver: ConfigResolver, knowledge: Knowledge, fault: BaseException
) -> None:
    """An exception inside one page is a problem of that page, which says what to do."""
    broken = replace(knowledge, rules=(failing(fault),))
    files = write(tmp_path, a=CREDITED, b=OWN)
    report = run(files, resolver, Examiner(Task(), knowledge=broken))
    assert report.read == 1
    (problem,) = report.problems
    assert problem.path == "a.html"
    assert f"internal error: {type(fault).__name__}: {fault} at test_run.py:" in problem.message
    assert "please report it" in problem.message


def test_interrupt(tmp_path: Path, resolver: ConfigResolver, knowledge: Knowledge) -> None:
    """What was found until then is kept, and it is counted what was not."""
    files = write(tmp_path, a=OWN, b=CREDITED, c=OWN)
    stopped = replace(knowledge, rules=(failing(KeyboardInterrupt()),))
    report = run(files, resolver, Examiner(Task(), knowledge=stopped))
    assert (report.read, report.unchecked) == (1, 2)


def test_progress(tmp_path: Path, resolver: ConfigResolver, knowledge: Knowledge) -> None:
    """Progress is told after each page, be it good or bad."""
    told: list[tuple[int, int]] = []
    means = Means(progress=lambda done, total: told.append((done, total)))
    run(write(tmp_path, a=OWN, b=""), resolver, Examiner(Task(), knowledge=knowledge), means=means)
    assert told == [(1, 2), (2, 2)]


def test_configuration_is_the_nearest(tmp_path: Path, resolver: ConfigResolver, knowledge: Knowledge) -> None:
    """Each page is judged by the configuration that lies nearest to it."""
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "attribution-lint.toml").write_text('ignore = ["original-url"]\n')
    bare = CREDITED.replace("https://", "nowhere:")
    files = [*write(tmp_path, a=bare), *write(tmp_path / "x", b=bare)]
    report = run(files, resolver, Examiner(Task(), knowledge=knowledge))
    assert len(report.pages) == 2
    assert [finding.path for finding in report.findings] == ["a.html"]


def test_cores() -> None:
    """There is one at least."""
    assert available_cores() >= 1
