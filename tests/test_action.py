"""The GitHub Action, its steps run as a runner runs them: with inputs as variables, and commands read from the log."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sysconfig
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
SITE = ROOT / "examples" / "site"
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: dict[str, dict[str, Any]] = {step["id"]: step for step in ACTION["runs"]["steps"]}
SCRIPT = re.compile(r'bash "\$GITHUB_ACTION_PATH/(\.github/action/\w+\.sh)"')
NUMBERS = {"pages", "republished", "findings", "errors", "warnings", "suppressed"}
HARMLESS = {"error", "warning", "notice"}
"""Commands that show something, and change nothing."""
HOSTILE = """\
$(touch touched)
`touch touched`
x; touch touched
' && touch touched && '
" && touch touched && "
| touch touched
::add-mask::e
##[add-mask]e
pages=999"""
BASH = shutil.which("bash")

pytestmark = pytest.mark.skipif(BASH is None, reason="the steps of the action are scripts for bash, which is not here")


@dataclass(frozen=True)
class Step:
    """What came of a step."""

    code: int
    log: str
    outputs: dict[str, str]
    summary: str

    @property
    def obeyed(self) -> list[str]:
        """Names of the commands that a runner would obey, as actions/runner finds them in what is printed."""
        found: list[str] = []
        token: str | None = None
        for line in self.log.splitlines():
            match = re.match(r"\s*::(?P<name>[^\s:]+)(?: [^:]*)?::(?P<data>.*)", line)
            match = match or re.search(r"##\[(?P<name>[^\s\]]+)[^\]]*\](?P<data>.*)", line)
            if match is None:
                continue
            if token is not None:
                token = None if match["name"] == token else token
            elif match["name"] == "stop-commands":
                token = match["data"]
            else:
                found.append(match["name"])
        assert token is None, "the runner was left deaf to commands"
        return found


class Runner:
    """A runner in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        """Make its folders and files."""
        self.temporary = folder / "temporary"
        self.workspace = folder / "workspace"
        self.path = os.environ["PATH"]
        self._outputs = folder / "outputs"
        self._summary = folder / "summary"
        self.temporary.mkdir()
        self.workspace.mkdir()

    def run(self, name: str, inputs: Mapping[str, str] | None = None) -> Step:
        """Run one step of the action with these inputs, and the others as they are by default."""
        step = STEPS[name]
        values = {f"inputs.{key}": str(value["default"]) for key, value in ACTION["inputs"].items()}
        values |= {f"inputs.{key}": value for key, value in (inputs or {}).items()}
        values["steps.install.outputs.folder"] = sysconfig.get_path("scripts")
        variables = {key: values[value.removeprefix("${{ ").removesuffix(" }}")] for key, value in step["env"].items()}
        self._outputs.write_text("", encoding="utf-8")
        self._summary.write_text("What was there before.\n", encoding="utf-8")
        variables |= {
            "PATH": self.path,
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_OUTPUT": str(self._outputs),
            "GITHUB_STEP_SUMMARY": str(self._summary),
            "RUNNER_TEMP": str(self.temporary),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        command = [str(BASH), "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done = subprocess.run(
            command,
            cwd=self.workspace,
            env=variables,
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        lines = self._outputs.read_text(encoding="utf-8").splitlines()
        outputs = dict(line.split("=", 1) for line in lines)
        assert len(outputs) == len(lines), "an output was set twice"
        return Step(done.returncode, done.stdout, outputs, self._summary.read_text(encoding="utf-8"))


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """A runner whose workspace is empty."""
    return Runner(tmp_path)


@pytest.fixture
def on_site(runner: Runner) -> Runner:
    """A runner that has checked out the example site."""
    shutil.copytree(SITE, runner.workspace, dirs_exist_ok=True)
    return runner


def write_page(path: Path, text: str = "Eleven seals have moved in under the old pier.") -> None:
    """Write a page, by default one that is the site's own."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"<!DOCTYPE html><title>Seals</title><h1>Seals</h1>\n<p>{text}</p>\n", encoding="utf-8")


def test_steps_run_scripts_only() -> None:
    """Each step runs one script that exists, and no expression is put into what bash reads."""
    for step in ACTION["runs"]["steps"]:
        assert step["shell"] == "bash"
        found = SCRIPT.fullmatch(step["run"])
        assert found is not None, step["run"]
        assert (ROOT / found[1]).is_file()


def test_every_input_is_used() -> None:
    """Each input reaches a step as a variable that its script reads, and a script reads no other."""
    given: set[str] = set()
    for step in STEPS.values():
        expressions = [value for value in step["env"].values() if "inputs." in value]
        given |= {value.removeprefix("${{ inputs.").removesuffix(" }}") for value in expressions}
        found = SCRIPT.fullmatch(step["run"])
        assert found is not None
        read = set(re.findall(r"\bINPUT_[A-Z_]+", (ROOT / found[1]).read_text(encoding="utf-8")))
        assert {name for name in step["env"] if name.startswith("INPUT_")} == read - {"INPUT_"}
    assert given == set(ACTION["inputs"])


def test_outputs_are_those_of_the_step(on_site: Runner) -> None:
    """Each output of the action is one that the step has set."""
    values = {name: value["value"] for name, value in ACTION["outputs"].items()}
    assert values == {name: f"${{{{ steps.check.outputs.{name} }}}}" for name in NUMBERS | {"exit-code"}}
    assert on_site.run("check").outputs.keys() == values.keys()


def test_findings(on_site: Runner) -> None:
    """The report is in the log, annotations behind it, the summary on the page of the run, numbers are outputs."""
    step = on_site.run("check", {"sarif-file": "report.sarif"})
    assert step.code == 1
    assert step.log.startswith("::stop-commands::")
    assert step.outputs == {
        "exit-code": "1",
        "pages": "15",
        "republished": "10",
        "findings": "10",
        "errors": "9",
        "warnings": "0",
        "suppressed": "0",
    }
    assert "error[original-url]" in step.log
    assert step.obeyed == ["error"] * 9 + ["notice"]
    assert step.summary.startswith("What was there before.\n")
    assert "6 of 10 republished pages are incomplete" in step.summary
    sarif = json.loads((on_site.workspace / "report.sarif").read_text(encoding="utf-8"))
    assert len(sarif["runs"][0]["results"]) == 10
    assert list(on_site.temporary.iterdir()) == []


def test_report_in_the_log_only(on_site: Runner) -> None:
    """Annotations and the summary can be turned off."""
    step = on_site.run("check", {"annotations": "false", "summary": "false"})
    assert step.code == 1
    assert step.obeyed == []
    assert step.summary == "What was there before.\n"


def test_clean_site_passes(runner: Runner) -> None:
    """Own pages make the step succeed, without a single annotation of an error or a warning."""
    write_page(runner.workspace / "public" / "seals.html")
    step = runner.run("check", {"paths": "public"})
    assert step.code == 0
    assert step.outputs["exit-code"] == "0"
    assert (step.outputs["pages"], step.outputs["findings"]) == ("1", "0")
    assert set(step.obeyed) <= {"notice"}


def test_arguments_and_paths_are_lines(on_site: Runner) -> None:
    """Each line is one argument, white space within it and all; empty lines and indentation count for nothing."""
    write_page(on_site.workspace / "my drafts" / "seals.html")
    arguments = "\n  --select\n  original-url\n\n  --exclude=my drafts/**\r\n  --exit-zero\n"
    step = on_site.run("check", {"paths": "  de\n\n  my drafts\n", "arguments": arguments})
    assert step.code == 0, step.log
    assert (step.outputs["pages"], step.outputs["findings"]) == ("1", "1")


def test_further_format(on_site: Runner) -> None:
    """The user's own formats are written beside those of the action."""
    on_site.run("check", {"arguments": "--output-format=junit:report.xml"})
    assert (on_site.workspace / "report.xml").is_file()


def test_working_directory(runner: Runner) -> None:
    """Paths and the SARIF file are as seen from there."""
    shutil.copytree(SITE, runner.workspace / "a site")
    step = runner.run("check", {"working-directory": "a site", "paths": "de", "sarif-file": "report.sarif"})
    assert step.outputs["pages"] == "1"
    assert (runner.workspace / "a site" / "report.sarif").is_file()


@pytest.mark.parametrize(
    ("inputs", "words"),
    [
        ({"paths": " \n"}, "no path is given"),
        ({"annotations": "yes"}, "annotations is 'yes', and must be true or false"),
        ({"summary": "TRUE"}, "summary is 'TRUE', and must be true or false"),
        ({"working-directory": "nowhere"}, "there is no working directory 'nowhere'"),
        ({"working-directory": "-"}, "there is no working directory"),
        ({"arguments": "--no-such-option"}, "unknown option '--no-such-option'"),
        ({"paths": "nowhere"}, 'there is no file or folder "nowhere"'),
    ],
)
def test_mistakes(inputs: dict[str, str], words: str, on_site: Runner) -> None:
    """A mistake is said, makes the step fail, and leaves numbers empty rather than wrong."""
    step = on_site.run("check", inputs)
    assert step.code == 2
    assert words in step.log
    assert step.outputs == {"exit-code": "2"}


def test_nothing_to_check(runner: Runner) -> None:
    """A folder without pages is a failure of its own, as on the command line."""
    step = runner.run("check")
    assert step.code == 3
    assert step.outputs["exit-code"] == "3"


@pytest.mark.parametrize("name", sorted(set(ACTION["inputs"]) - {"version"}))
def test_hostile_input(name: str, on_site: Runner) -> None:
    """Whatever an input holds, nothing of it is run, it sets no output, and the runner obeys none of it."""
    step = on_site.run("check", {name: HOSTILE})
    assert not list(on_site.workspace.rglob("touched"))
    assert set(step.obeyed) <= HARMLESS
    assert step.outputs.keys() <= NUMBERS | {"exit-code"}
    assert step.outputs.get("pages", "15") == "15"


def test_page_that_looks_like_an_option(runner: Runner) -> None:
    """A path is a path, however it begins."""
    write_page(runner.workspace / "--exit-zero.html", "This article is reproduced from:")
    step = runner.run("check", {"paths": "--exit-zero.html\n--exit-zero.html"})
    assert step.code == 1
    assert step.outputs["pages"] == "1"


@pytest.mark.parametrize("command", ["##[add-mask]e", "::add-mask::e", "::stop-commands::e"])
def test_page_commands_nobody(command: str, runner: Runner) -> None:
    """A page that holds a command for the runner is reported, and not obeyed."""
    credit = "This article was first published by The Calder Courier and is republished here with permission."
    write_page(runner.workspace / "seals.html", f"{credit}\n{command} {credit}</p>\n<p>Source: {command}")
    step = runner.run("check")
    assert step.outputs["findings"] != "0"
    assert set(step.obeyed) <= HARMLESS


def test_linted_repository_is_not_run(on_site: Runner) -> None:
    """Modules that lie in the linted repository are not taken for those of Python."""
    for name in ("attribution_lint", "json", "secrets", "sitecustomize"):
        (on_site.workspace / f"{name}.py").write_text("open('touched', 'w')", encoding="utf-8")
    step = on_site.run("check")
    assert step.outputs["pages"] == "15"
    assert not (on_site.workspace / "touched").exists()


FAKE_PYTHON = """\
#!/usr/bin/env bash
case "$*" in
*version_info*) exit {too_old} ;;
*"-m venv"*)
    mkdir -p "${{*: -1}}/bin"
    cp "$0" "${{*: -1}}/bin/python"
    printf '#!/usr/bin/env bash\\necho attribution-lint 0\\n' >"${{*: -1}}/bin/attribution-lint"
    chmod +x "${{*: -1}}/bin/attribution-lint"
    ;;
*"-m pip install"*) printf '%s\\n' "$@" >'{log}' ;;
esac
"""


def with_fake_python(runner: Runner, *, too_old: bool = False) -> Path:
    """Give a runner a Python that installs nothing; what pip would be asked for is written into the file."""
    folder, log = runner.temporary.with_name("fake"), runner.temporary.with_name("pip.txt")
    folder.mkdir()
    for name in ("python3", "python"):
        file = folder / name
        file.write_text(FAKE_PYTHON.format(log=log, too_old=int(too_old)), encoding="utf-8")
        file.chmod(0o755)
    runner.path = f"{folder}{os.pathsep}{runner.path}"
    return log


def test_install_from_the_checkout(runner: Runner) -> None:
    """Without a version, the action installs itself: all that a wheel is built from, and away from the workspace."""
    log = with_fake_python(runner)
    step = runner.run("install")
    assert step.code == 0, step.log
    assert (Path(step.outputs["folder"]) / "attribution-lint").is_file()
    first, *_, last = log.read_text(encoding="utf-8").splitlines()
    assert first == "-I", "a pip.py of the linted repository would be run"
    source = Path(last)
    assert source.is_relative_to(runner.temporary)
    project = tomllib.loads((source / "pyproject.toml").read_text(encoding="utf-8"))
    folders = set(project["tool"]["setuptools"]["package-dir"].values())
    wanted = {project["project"]["readme"], *project["project"]["license-files"], *folders}
    assert {name for name in wanted if not (source / name).exists()} == set()


def test_install_of_a_release(runner: Runner) -> None:
    """With a version, pip is asked for just that release."""
    log = with_fake_python(runner)
    assert runner.run("install", {"version": "1.2.0rc1"}).code == 0
    assert log.read_text(encoding="utf-8").splitlines()[-1] == "attribution-lint==1.2.0rc1"


@pytest.mark.parametrize(
    "version", [HOSTILE, "1.0 --index-url=https://evil.example/", "@ file:///tmp/x", "-r x", "1\n2"]
)
def test_hostile_version(version: str, runner: Runner) -> None:
    """What is no version never comes to pip."""
    log = with_fake_python(runner)
    step = runner.run("install", {"version": version})
    assert step.code == 2
    assert not log.exists()
    assert set(step.obeyed) <= HARMLESS
    assert not list(runner.workspace.rglob("touched"))
    assert step.outputs == {}


def test_python_that_is_too_old(runner: Runner) -> None:
    """A runner without a Python that is new enough is told what to do."""
    log = with_fake_python(runner, too_old=True)
    step = runner.run("install")
    assert step.code == 2
    assert "run actions/setup-python before" in step.log
    assert not log.exists()
