"""Real processes: what they find together, how they die, and how they are stopped."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from attribution_lint import workers
from attribution_lint.cli import Exit
from attribution_lint.config import ConfigResolver
from attribution_lint.examine import Examiner, Gathered, Task
from attribution_lint.files import SourceFile
from attribution_lint.model import Report
from attribution_lint.run import FORK, SPAWN, START_METHOD, Means, run
from attribution_lint.workers import Batch, Crew

from . import acme

LARGE = 1_000_000
"""A page of that size is handed out first and alone."""


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """Where the rule of somebody else's is."""
    return acme.install(tmp_path / "rules")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Eight pages."""
    folder = tmp_path / "site"
    folder.mkdir()
    for name in "abcdefgh":
        (folder / f"{name}.html").write_text(acme.page(f"page {name}"))
    return folder


def check(site: Path, rules: Path, *arguments: str) -> dict[str, Any]:
    """What the command reports."""
    with acme.start("check", "--output-format", "json", *arguments, cwd=site, rules=rules) as process:
        output, errors = process.communicate(timeout=120)
    assert b"Traceback" not in errors
    report: dict[str, Any] = json.loads(output)
    return report


def found(report: dict[str, Any]) -> list[str]:
    """The pages that the rule has read, by their names."""
    return [finding["path"][0] for finding in report["findings"] if finding["rule"] == "acme"]


@pytest.mark.parametrize("method", [START_METHOD, SPAWN])
def test_same_report(site: Path, method: str) -> None:
    """Any number of workers comes to the same report, however they start."""
    (site / "own").mkdir()
    (site / "own" / "attribution-lint.toml").write_text('ignore = ["original-url"]')
    for number in range(20):
        (site / "own" / f"{number}.html").write_text(acme.page("page").replace("https://", "nowhere:"))
        (site / f"{number}.html").write_text(acme.page("page").replace("https://", "nowhere:"))
    (site / "empty.html").write_text("")
    (site / "large.html").write_text(acme.page("page", LARGE))
    files = [SourceFile(str(path), path.relative_to(site).as_posix()) for path in sorted(site.rglob("*.html"))]

    def report(task: Task, jobs: int, method: str | None = None) -> Report:
        told: list[tuple[int, int]] = []
        means = Means(jobs, lambda *numbers: told.append(numbers), parallel_from=0, start_method=method)
        result = run(files, ConfigResolver(site), Examiner(task), means=means)
        assert told[-1] == (50, 50)
        return Report(result.pages, result.problems, 0, result.silent)

    for task in (Task(), Task(judge=False)):
        alone = report(task, 1)
        assert len(alone.problems) == 1
        assert alone.read == 49
        for jobs in (2, 4) if method == FORK else (2,):
            assert report(task, jobs, method) == alone
    assert len(report(Task(), 2, method).findings) == 20


def test_killers_are_found(site: Path, rules: Path) -> None:
    """A page that its worker dies of is a problem, and only that one; a rule that wants to leave is a fault."""
    for name, word in {"x": "kill", "y": "exit", "z": "leave"}.items():
        (site / f"{name}.html").write_text(acme.page(f"{word} it"))
    report = check(site, rules, "-j2")
    assert found(report) == list("abcdefgh")
    x, y, z = report["problems"]
    assert (x["path"], y["path"], z["path"]) == ("x.html", "y.html", "z.html")
    assert "was ended by SIGKILL, as systems do when memory runs out" in x["message"]
    assert "exit code 7" in y["message"]
    assert "internal error: SystemExit" in z["message"]


def test_a_worker_may_die_of_something_else(site: Path, rules: Path) -> None:
    """No page is blamed for a death that does not come again."""
    (site / "x.html").write_text(acme.page("once it"))
    report = check(site, rules, "-j2")
    assert found(report) == [*"abcdefgh", "x"]
    assert not report["problems"]


def test_no_processes_to_be_had(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system gives none, or they do not live, one process does all."""
    files = [SourceFile(str(path), path.name) for path in sorted(site.glob("*.html"))]
    means = Means(2, parallel_from=0)
    with monkeypatch.context() as patch:
        patch.setattr(Crew, "_start", _refuse)
        assert run(files, ConfigResolver(site), Examiner(Task()), means=means).read == 8
    with monkeypatch.context() as patch:
        patch.setattr(workers, "_serve", _stillborn)
        assert run(files, ConfigResolver(site), Examiner(Task()), means=means).read == 8


def test_none_but_workers_try_suspects(site: Path, rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a worker has died and no other can be had, its pages are problems, and the run goes on to its end."""
    (site / "0.html").write_text(acme.page("kill it", LARGE))
    program = (
        "import os, sys\n"
        "from attribution_lint import cli, workers\n"
        "start = workers.Crew._start\n"
        "def once(crew):\n"
        "    if crew._forks is None:\n"
        "        raise BlockingIOError\n"
        "    worker = start(crew)\n"
        "    crew._forks = None\n"
        "    return worker\n"
        "workers.Crew._start = once\n"
        "sys.exit(cli.main(sys.argv[1:]))\n"
    )
    monkeypatch.chdir(site)
    result = subprocess.run(
        [sys.executable, "-c", program, "check", "-j2", "--output-format", "json"],
        env={**os.environ, "PYTHONPATH": f"{acme.ROOT}{os.pathsep}{rules}"},
        capture_output=True,
        check=False,
        timeout=60,
    )
    report = json.loads(result.stdout)
    assert [(problem["path"], "no other could be started" in problem["message"]) for problem in report["problems"]] == [
        ("0.html", True)
    ]
    assert found(report) == list("abcdefgh")


def test_no_page_is_blamed_that_was_not_begun(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that is gone when it is handed a page, even one under suspicion, says nothing of that page."""
    files = [SourceFile(str(path), path.name) for path in sorted(site.glob("*.html"))]
    config = ConfigResolver(site).for_file(files[0].path)
    crew = Crew(Examiner(Task()), 2, START_METHOD)
    worker_class = workers._Worker  # noqa: SLF001 - no other place knows when a worker is handed a page
    hand = worker_class.hand
    killed: list[int | None] = []

    def hand_to_the_dead(worker: workers._Worker, batch: Batch) -> None:
        if worker.batch.pages and not killed:  # it has done one already
            worker.process.kill()
            worker.process.join()
            killed.append(worker.process.pid)
        hand(worker, batch)

    monkeypatch.setattr(worker_class, "hand", hand_to_the_dead)
    total = Gathered()
    for part in crew.examine(Batch(((file, config),), suspect=True) for file in files):
        total.merge(part)
    assert killed
    assert (len(total), total.problems) == (len(files), [])


def _refuse(_crew: Crew) -> None:
    raise BlockingIOError("no more processes")


def _stillborn(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize(
    ("number", "jobs"), [(signal.SIGINT, 1), (signal.SIGINT, 2), (signal.SIGTERM, 1), (signal.SIGTERM, 2)]
)
def test_interrupt(site: Path, rules: Path, jobs: int, number: signal.Signals) -> None:
    """What was found until then is told, and how much is missing; nothing is left running."""
    (site / "z.html").write_text(acme.page("sleep well", LARGE))
    arguments = ("check", "--output-format", "json", f"-j{jobs}")
    with acme.start(*arguments, cwd=site, rules=rules) as process:
        log = _await(site / "log.txt", 9)
        begun = time.monotonic()
        process.send_signal(number)
        output, errors = process.communicate(timeout=30)
        assert time.monotonic() - begun < 10
    assert process.returncode == (Exit.INTERRUPTED if number == signal.SIGINT else Exit.TERMINATED)
    assert errors.decode() == "attribution-lint: interrupted: 1 page was not checked\n"
    report = json.loads(output)
    assert found(report) == list("abcdefgh")
    assert report["summary"]["unchecked"] == 1
    assert not [pid for pid in log if _is_alive(pid)]


def test_interrupted_terminal(site: Path, rules: Path) -> None:
    """Ctrl-C in a terminal goes to all processes at once, and the workers have nothing to say to it."""
    (site / "z.html").write_text(acme.page("sleep well", LARGE))
    command = ["check", "-j2", "--output-format", "concise"]
    with acme.start(*command, cwd=site, rules=rules) as process:
        log = _await(site / "log.txt", 9)
        for pid in {*log, process.pid}:
            _signal(pid, signal.SIGINT)
        output, errors = process.communicate(timeout=30)
    assert process.returncode == Exit.INTERRUPTED
    assert b"interrupted: 1 page" in output
    assert errors.count(b"\n") == 1


def test_workers_do_not_outlive_the_command(site: Path, rules: Path) -> None:
    """Where the command is killed, each worker ends after the page that it has in hand."""
    code = acme.CODE.replace("time.sleep(60)", "time.sleep(1)")
    acme.install(rules, code)
    (site / "z.html").write_text(acme.page("sleep well", LARGE))
    with acme.start("check", "-j2", cwd=site, rules=rules) as process:
        log = _await(site / "log.txt", 9)
        process.kill()
        process.communicate(timeout=30)
    deadline = time.monotonic() + 20
    while any(_is_alive(pid) for pid in log) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not [pid for pid in log if _is_alive(pid)]


def test_standard_input(site: Path) -> None:
    """A page from a pipe is read where the pipe ends, whoever reads the others."""
    command = ["check", ".", "-", "-j2", "--stdin-filename", "b.html", "--output-format", "json"]
    result = subprocess.run(
        [sys.executable, "-m", "attribution_lint", *command],
        cwd=site,
        env={**os.environ, "PYTHONPATH": str(acme.ROOT)},
        input=acme.page("page").replace("theguardian.com/uk", "theguardian.com/").encode(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert json.loads(result.stdout)["summary"]["pages"] == 8


def _await(log: Path, lines: int) -> set[int]:
    """Wait until the rule was asked about so many pages, and all but the last one are through.

    The answer is by which processes it was asked. One that has ended was heard before.
    """
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        told = log.read_text().splitlines() if log.exists() else []
        asked = {int(line.split()[1]) for line in told}
        if len(told) >= lines and sum(map(_is_alive, asked)) == 1:
            return asked
        time.sleep(0.02)
    raise TimeoutError


def _is_alive(pid: int) -> bool:
    """Whether a process runs; one that has ended and waits to be collected does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _signal(pid: int, number: signal.Signals) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return
