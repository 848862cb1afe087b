"""Discovery of rules, the decision which of them run, and their documentation."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from attribution_lint.model import Severity
from attribution_lint.registry import RegistryError, Selection, collect, describe, document, load_rules, offers
from attribution_lint.rule import Invalid, Option, Reference, Rule, Valid

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
CORE = {"copyright-disclaimer", "dangling-credit", "original-url", "source-outlet"}


def make_rule(rule_id: str) -> Rule:
    """A rule that finds nothing."""
    return Rule(
        id=rule_id,
        severity=Severity.WARNING,
        summary="A summary",
        what="What it does.",
        why="Why it matters.",
        check=lambda _: (),
        examples=(Valid("Good.", "<p>good</p>"), Invalid("Bad.", "<p>bad</p>", message="it is bad", at="bad")),
    )


def module_with(rule: object) -> ModuleType:
    """A module that holds an object under the name `rule`."""
    module = ModuleType("made_here")
    module.__dict__["rule"] = rule
    return module


@pytest.fixture
def _reloaded() -> Iterator[None]:
    load_rules.cache_clear()
    offers.cache_clear()
    yield
    load_rules.cache_clear()
    offers.cache_clear()


SELECTIONS: list[tuple[tuple[str, ...] | None, tuple[str, ...], set[str]]] = [
    (None, (), {"a", "b"}),
    (None, ("a",), {"b"}),
    (None, ("b",), {"a"}),
    (None, ("a", "b"), set()),
    (None, ("unknown",), {"a", "b"}),
    ((), (), set()),
    ((), ("a",), set()),
    ((), ("b",), set()),
    ((), ("a", "b"), set()),
    (("a",), (), {"a"}),
    (("a",), ("a",), set()),
    (("a",), ("b",), {"a"}),
    (("a",), ("a", "b"), set()),
    (("b",), (), {"b"}),
    (("b",), ("a",), {"b"}),
    (("b",), ("b",), set()),
    (("b",), ("a", "b"), set()),
    (("a", "b"), (), {"a", "b"}),
    (("b", "a"), (), {"a", "b"}),
    (("a", "b"), ("a",), {"b"}),
    (("a", "b"), ("b",), {"a"}),
    (("a", "b"), ("a", "b"), set()),
    (("a", "a"), (), {"a"}),
    (("unknown",), (), set()),
]


@pytest.mark.parametrize(("select", "ignore", "expected"), SELECTIONS)
def test_selection(select: tuple[str, ...] | None, ignore: tuple[str, ...], expected: set[str]) -> None:
    """Only what is selected runs, all where nothing is said, and what is ignored never."""
    selection = Selection(select, ignore)
    assert {rule for rule in ("a", "b") if rule in selection} == expected
    assert {rule.id for rule in selection.of([make_rule("a"), make_rule("b")])} == expected


def test_selection_keeps_the_order_of_the_rules() -> None:
    """The order in which rules are selected changes nothing."""
    rules = [make_rule("a"), make_rule("b"), make_rule("c")]
    assert [rule.id for rule in Selection(("c", "a")).of(rules)] == ["a", "c"]


def test_every_module_of_the_folder_is_a_rule() -> None:
    """A new rule needs no more than its module, which is named after its id."""
    modules = {path.stem.replace("_", "-") for path in (ROOT / "rules").glob("[!_]*.py")}
    assert {rule.id for rule in load_rules()} >= modules >= CORE


def test_rules_are_sorted() -> None:
    """The same rules come in the same order on every system."""
    ids = [rule.id for rule in load_rules()]
    assert ids == sorted(ids)


@pytest.mark.parametrize("rule", [None, "original-url", make_rule])
def test_a_module_without_a_rule_is_named(rule: object) -> None:
    """Whoever forgot the rule object learns which module lacks it."""
    with pytest.raises(RegistryError, match=r"acme\.links offers no rule"):
        collect([("acme.links", module_with(rule))])


def test_two_rules_with_one_id_are_both_named() -> None:
    """Two packages with the same rule id: the message says which two."""
    modules = [("first.module", module_with(make_rule("a"))), ("second.module", module_with(make_rule("a")))]
    with pytest.raises(RegistryError, match=r"two rules have the id a: first\.module and second\.module"):
        collect(modules)


def install(folder: Path, code: str, module: str) -> None:
    """Put a package with one rule module where installed packages stand."""
    (folder / f"{module}.py").write_text(code, encoding="utf-8")
    info = folder / f"{module}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[attribution_lint.rules]\nextra = {module}\n", encoding="utf-8")


@pytest.mark.usefixtures("_reloaded")
def test_an_installed_package_adds_a_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An entry point of the group is a rule module like the tool's own."""
    code = """
from attribution_lint.model import Severity
from attribution_lint.rule import Rule

rule = Rule(id="pixel-added", severity=Severity.NOTE, summary="", what="", why="", check=lambda facts: (), examples=())
"""
    install(tmp_path, code, "acme_pixel_rules")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert {rule.id for rule in load_rules()} >= CORE | {"pixel-added"}


@pytest.mark.usefixtures("_reloaded")
def test_a_broken_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule of somebody else that cannot be imported is reported with the name of its package."""
    install(tmp_path, "raise RuntimeError('no pixel')\n", "acme_broken_rules")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(RegistryError, match=r"installed package acme_broken_rules\) cannot be imported: no pixel"):
        load_rules()


def test_nothing_in_the_current_folder_is_run(tmp_path: Path) -> None:
    """A linted site may have a folder `rules` of its own, which Python would find first: its code stays untouched."""
    (tmp_path / "rules").mkdir()
    for module in ("__init__", "original_url", "trap"):
        (tmp_path / "rules" / f"{module}.py").write_text("open('sprung', 'w').close()\n", encoding="utf-8")
    code = "from attribution_lint.registry import load_rules; print(*(rule.id for rule in load_rules()))"
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert set(run.stdout.split()) >= CORE
    assert not (tmp_path / "sprung").exists()


@pytest.mark.parametrize("rule", load_rules(), ids=lambda rule: rule.id)
def test_document_has_all_sections(rule: Rule) -> None:
    """Every rule is documented under the same headings, in the same order."""
    text = document(rule)
    headings = ["## What it does", "## Why it matters", "## Example", "## Use instead"]
    headings += ["## References"] if rule.references else []
    places = [text.index(heading) for heading in headings]
    assert text.startswith(f"# {rule.id}\n")
    assert places == sorted(places)
    assert ("## Options" in text) is bool(rule.options)
    assert f"reports: {rule.invalid[0].message}" in text


@pytest.mark.parametrize("rule", load_rules(), ids=lambda rule: rule.id)
def test_document_fits_a_terminal(rule: Rule) -> None:
    """What is not a line of an example is wrapped."""
    lines = [line for line in document(rule).splitlines() if not line.startswith(("    ", "  <", "reports:"))]
    assert max(map(len, lines)) <= 120


@pytest.mark.parametrize("rule", load_rules(), ids=lambda rule: rule.id)
def test_described_for_reports(rule: Rule) -> None:
    """A report has the rule's own words, in one line and whole."""
    info = describe(rule)
    assert (info.id, info.severity, info.summary) == (rule.id, rule.severity, rule.summary)
    assert "\n" not in info.description
    assert info.description.split() == rule.what.split()
    assert info.documentation == document(rule)


def test_document_shows_options_and_references() -> None:
    """An option stands with its default, a reference with its address."""
    rule = Rule(
        id="made-up",
        severity=Severity.NOTE,
        summary="A summary",
        what="""
            First paragraph,
            wrapped.

            Second paragraph.
        """,
        why="Why it matters.",
        check=lambda _: (),
        examples=(Valid("Good.", "<p>good</p>"), Invalid("Bad.", "<p>bad</p>", message="it is bad", at="bad")),
        options=(Option("depth", "3", "how deep to look"), Option("name", "", "what to look for")),
        references=(Reference("A standard", "https://standard.example/"),),
    )
    assert document(rule) == (
        "# made-up\n\nA summary.\n\nSeverity: note. Checked on republished pages and excerpts.\n\n"
        "## What it does\n\nFirst paragraph, wrapped.\n\nSecond paragraph.\n\n"
        "## Why it matters\n\nWhy it matters.\n\n"
        "## Example\n\nBad.\n\n    <p>bad</p>\n\nreports: it is bad\n\n"
        "## Use instead\n\nGood.\n\n    <p>good</p>\n\n"
        "## Options\n\n- depth (default: 3): how deep to look\n- name: what to look for\n\n"
        "## References\n\n- A standard\n  <https://standard.example/>\n"
    )
