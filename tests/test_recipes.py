"""What the documentation tells people to paste: commands that the tool understands, inputs and hooks that there are."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from attribution_lint.arguments import parse_arguments
from attribution_lint.formats import SUFFIXES

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
EXAMPLES = ROOT / "examples" / "generators"
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS: dict[str, dict[str, Any]] = {
    hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
}
PINNED = re.compile(r"[\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


class Fence(NamedTuple):
    """A block of code in a page of the documentation."""

    page: str
    section: str
    before: str
    """The text before it, since the block or the heading before."""
    language: str
    text: str


def fences() -> Iterator[Fence]:
    """All blocks of code in the documentation, those within lists too."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        end = 0
        for found in re.finditer(r"(?ms)^(?P<indent> *)```(?P<language>\S*)\n(?P<code>.*?)^ *```$", text):
            headings = re.findall(r"(?m)^#+ (.*)$", text[: found.start()])
            code = "".join(line.removeprefix(found["indent"]) for line in found["code"].splitlines(keepends=True))
            yield Fence(page.name, headings[-1], text[end : found.start()], found["language"], code)
            end = found.end()


FENCES = list(fences())
RECIPES = [(fence, yaml.safe_load(fence.text)) for fence in FENCES if fence.language == "yaml"]


def commands() -> Iterator[str]:
    """Every call of the tool that the documentation shows: in shell blocks, in workflows, in tables and indented."""
    texts = [fence.text for fence in FENCES if fence.language == "sh"]
    for _, value in RECIPES:
        texts += [text for text in strings(value) if "attribution-lint" in text]
    for page in PAGES:
        texts += re.findall(r"(?m)^ {4}(attribution-lint .*)$", page.read_text(encoding="utf-8"))
        texts += re.findall(r"`(attribution-lint (?:check|init|baseline|inventory)\b[^`]*)`", page.read_text("utf-8"))
    for text in texts:
        yield from re.findall(r"(?m)(?:^|&& |\| )(attribution-lint [^\n|>]*)", text)


def strings(value: object) -> Iterator[str]:
    """All texts in a value that was read from YAML."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


COMMANDS = sorted(set(commands()))
STEPS = [
    (fence, step)
    for fence, value in RECIPES
    if isinstance(value, dict)
    for job in value.get("jobs", {}).values()
    for step in job["steps"]
]


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_are_understood(command: str) -> None:
    """Each command that somebody may copy has a name and options that exist."""
    _, *arguments = shlex.split(command, comments=True)
    parse_arguments(arguments)


def test_commands_are_found() -> None:
    """The search sees commands of all kinds: in blocks, behind pipes, in workflows and in tables."""
    assert "attribution-lint check --allow-empty --files-from -" in COMMANDS
    assert "attribution-lint check _site/" in COMMANDS
    assert any("gitlab:gl-code-quality-report.json" in command for command in COMMANDS)


def test_action_is_used_as_it_is() -> None:
    """Workflows give the action inputs that it has, and arguments that the tool understands, one a line."""
    uses = [step for _, step in STEPS if step.get("uses", "").startswith("OWNER/attribution-lint@")]
    assert len(uses) >= 4
    for step in uses:
        assert step["with"].keys() <= ACTION["inputs"].keys()
        parse_arguments(["check", *step["with"].get("arguments", "").split("\n"), "--", "."])


def test_action_is_documented() -> None:
    """Each input and output stands in the tables, inputs with their defaults."""
    text = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    for name, value in ACTION["inputs"].items():
        default = f"`{value['default']}`" if value["default"] else ""
        assert re.search(rf"(?m)^\| `{name}` \|.*\| ?{re.escape(default)} ?\|$", text), name
    assert [name for name in ACTION["outputs"] if f"`{name}`" not in text] == []


def test_outputs_that_workflows_read() -> None:
    """A workflow reads no output that the action does not set."""
    read = {name for fence, _ in RECIPES for name in re.findall(r"steps\.attribution\.outputs\.([\w-]+)", fence.text)}
    assert read
    assert read <= ACTION["outputs"].keys()


def test_workflows_grant_what_is_needed() -> None:
    """Every workflow takes all permissions away, and each job asks for its own; other actions are pinned by hash."""
    workflows = [(fence, value) for fence, value in RECIPES if isinstance(value, dict) and "jobs" in value]
    assert workflows
    for fence, value in workflows:
        assert value["permissions"] == {}
        assert all("permissions" in job for job in value["jobs"].values())
        for line in re.findall(r"uses: (.*)", fence.text):
            assert line == "OWNER/attribution-lint@FULL-COMMIT-SHA # v0.1.0" or PINNED.fullmatch(line), line


def test_hooks_that_are_used() -> None:
    """Configurations for pre-commit name hooks that there are, and both are shown."""
    used = [
        hook
        for _, value in RECIPES
        if isinstance(value, dict)
        for repository in value.get("repos", [])
        for hook in repository["hooks"]
    ]
    assert {hook["id"] for hook in used} == HOOKS.keys()
    for hook in used:
        _, *entry = shlex.split(HOOKS[hook["id"]]["entry"])
        names = ["--exit-zero.html"] if HOOKS[hook["id"]].get("pass_filenames", True) else []
        arguments = parse_arguments([*entry, *hook.get("args", HOOKS[hook["id"]].get("args", [])), *names])
        assert arguments.paths[-1:] == (names or ["public/"])
        assert not arguments.exit_zero


def test_hook_for_changed_pages_takes_every_kind_of_page() -> None:
    """What the tool can read is handed to the hook."""
    hook = HOOKS["attribution-lint"]
    names = [f"posts/seals{suffix}" for suffix in SUFFIXES] + [
        "INDEX.HTML",
        "posts/licence-to-sail.md",
        "notice-board.md",
    ]
    assert [name for name in names if not re.search(hook["files"], name) or re.search(hook["exclude"], name)] == []


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "docs/readme.zh-CN.md",
        "LICENSE.txt",
        "CONTRIBUTING.md",
        "requirements.txt",
        "requirements-dev.txt",
        "static/robots.txt",
    ],
)
def test_hook_for_changed_pages_leaves_out_what_is_no_article(name: str) -> None:
    """What lies in many repositories is not taken for a page."""
    assert re.search(HOOKS["attribution-lint"]["exclude"], name)


@pytest.mark.parametrize("name", ["style.css", "posts/seals.html.njk", "data.json", "LICENSE"])
def test_hook_for_changed_pages_takes_nothing_else(name: str) -> None:
    """A file that the tool cannot read is not handed to it."""
    assert not re.search(HOOKS["attribution-lint"]["files"], name)


def test_partials_are_those_that_are_tried() -> None:
    """A template that the documentation shows is, letter by letter, the one of the example that is built."""
    shown: dict[str, set[str]] = {}
    for fence in FENCES:
        named = re.findall(r"`([\w./]+\.(?:html|njk))`:\s*\Z", fence.before)
        example = EXAMPLES / fence.section.lower()
        if named and example.is_dir():
            assert fence.text == (example / named[0]).read_text(encoding="utf-8"), named[0]
            shown.setdefault(example.name, set()).add(named[0])
    assert shown.keys() == {path.name for path in EXAMPLES.iterdir()}


def test_image_is_made_of_what_a_wheel_is_made_of() -> None:
    """The container file copies what the action installs, and the builder is sent nothing else."""
    copies = re.findall(r"(?m)^COPY (?!--)(.*) \S+$", (ROOT / "Containerfile").read_text(encoding="utf-8"))
    copied = {name for line in copies for name in line.split()}
    sent = set(re.findall(r"(?m)^!(.*)$", (ROOT / ".dockerignore").read_text(encoding="utf-8")))
    script = (ROOT / ".github" / "action" / "install.sh").read_text(encoding="utf-8")
    (installed,) = re.findall(r'"\$root"/\{(.*)\}', script)
    assert copied == sent == set(installed.split(","))
