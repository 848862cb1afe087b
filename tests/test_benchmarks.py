"""The site that the benchmarks generate: the same each time, of the make-up that it claims, and truly labelled."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from statistics import median

import pytest

from attribution_lint.cli import main
from attribution_lint.source import read_source
from benchmarks.articles import Kind
from benchmarks.credits import OWES, Form
from benchmarks.languages import load_languages
from benchmarks.site import CONFIG, ForeignFolderError, Plan, make_page, plan_page, plan_site, write_site
from benchmarks.truth import Agreement, compare

_ROOT = Path(__file__).parents[1]
_DIGEST = """
import hashlib
from benchmarks.site import make_page, plan_site
print(hashlib.sha256(b"".join(make_page(plan) for plan in plan_site(30, scale=0.2))).hexdigest())
"""
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARABIC", "HEBREW", "CJK", "HIRAGANA", "HANGUL", "THAI", "DEVANAGARI")
_PAGES = 120


def _digest(hash_seed: str) -> str:
    environment = os.environ | {"PYTHONHASHSEED": hash_seed}
    done = subprocess.run([sys.executable, "-c", _DIGEST], cwd=_ROOT, env=environment, check=True, capture_output=True)
    return done.stdout.decode()


def _declared(page: bytes) -> str:
    found = re.search(rb'charset="([\w-]+)"', page)
    assert found is not None
    return found[1].decode()


def test_same_bytes_in_each_run() -> None:
    """Nothing hangs on the order of sets, on the clock or on the machine."""
    assert _digest("1") == _digest("2")


def test_another_seed_makes_another_site() -> None:
    """The seed decides."""
    assert make_page(plan_page(3, seed=1), seed=1) != make_page(plan_page(3, seed=2), seed=2)


def test_page_does_not_hang_on_those_before_it() -> None:
    """A small site is the beginning of a large one."""
    plans = list(plan_site(12))
    backwards = [make_page(plan) for plan in reversed(plans)]
    assert [make_page(plan) for plan in plans] == backwards[::-1]


def test_tenth_is_republished_in_every_form() -> None:
    """The share is exact, and no form is missing; the pages of the others are of all kinds."""
    plans = list(plan_site(1000))
    forms = Counter(plan.form for plan in plans)
    assert forms[None] == 900
    assert set(forms) == {None, *Form}
    assert {plan.kind for plan in plans if plan.form is None} == set(Kind)


def test_some_forms_owe_something() -> None:
    """Complete and incomplete ones are both there, and each of the core rules has its form."""
    assert sum(not owes for owes in OWES.values()) >= 5
    assert frozenset().union(*OWES.values()) == {
        "copyright-disclaimer",
        "dangling-credit",
        "original-url",
        "source-outlet",
    }


def test_paths_differ() -> None:
    """No page overwrites another."""
    assert len({plan.path for plan in plan_site(2000)}) == 2000


def test_languages_of_all_scripts() -> None:
    """Many languages, and each of the large scripts."""
    languages = load_languages()
    assert len({plan.language for plan in plan_site(1000)}) == len(languages) >= 20
    letters = {unicodedata.name(letter).split()[0] for language in languages.values() for letter in language.rights[:1]}
    letters |= {unicodedata.name(letter).split()[0] for letter in languages["ja"].more}
    assert letters >= set(_SCRIPTS)


def test_page_has_the_planned_size() -> None:
    """The sizes that were drawn are those that come out."""
    ratios = [len(make_page(plan)) / plan.size for plan in plan_site(60, scale=0.5)]
    assert 0.9 < median(ratios) < 1.2


def test_old_charsets_can_be_read() -> None:
    """Pages in another encoding than UTF-8 are there, and say in it what they were to say."""
    pages = {plan: make_page(plan) for plan in plan_site(300, scale=0.05)}
    old = {plan: page for plan, page in pages.items() if _declared(page) != "utf-8"}
    assert len({_declared(page) for page in old.values()}) >= 4
    for plan, page in old.items():
        assert load_languages()[plan.language].rights in read_source(page, plan.path).text


def test_some_pages_are_on_one_line() -> None:
    """As a minifier leaves them."""
    assert any(make_page(plan).count(b"\n") == 0 for plan in plan_site(100, scale=0.05))


def test_site_is_written_once(tmp_path: Path) -> None:
    """It is used again where it is whole, and never written over something else."""
    site = tmp_path / "site"
    write_site(site, 3, scale=0.05)
    page = site / plan_page(1).path
    page.unlink()
    write_site(site, 3, scale=0.05)
    assert not page.exists()
    with pytest.raises(ForeignFolderError):
        write_site(site, 4, scale=0.05)
    (site / CONFIG).unlink()
    with pytest.raises(ForeignFolderError):
        write_site(site, 3, scale=0.05)


@pytest.fixture(scope="module")
def agreement(tmp_path_factory: pytest.TempPathFactory) -> Agreement:
    """What the tool says of a small site, against the truth."""
    folder = tmp_path_factory.mktemp("benchmarks")
    site, listed, report = folder / "site", folder / "inventory.jsonl", folder / "check.json"
    write_site(site, _PAGES, scale=0.1)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(site)
        assert main(["inventory", "--output-format", "jsonl", "--output-file", str(listed)]) == 0
        assert main(["check", "--output-format", "json", "--exit-zero", "--output-file", str(report)]) == 0
    return compare(plan_site(_PAGES), listed, report)


def test_own_pages_are_silent(agreement: Agreement) -> None:
    """Mentions, quotations, own notes and menus of every language make nothing a republication."""
    assert agreement.own == 108
    assert agreement.own - agreement.silent <= 2, agreement.wrong


def test_republished_pages_are_found(agreement: Agreement) -> None:
    """Whatever the language, the form and what else is on the page."""
    assert agreement.republished == 12
    assert agreement.republished - agreement.found <= 1, agreement.wrong
    assert agreement.republished - agreement.exact <= 1, agreement.wrong


def test_wrong_verdicts_are_seen(tmp_path: Path) -> None:
    """A comparison that always agrees would be worth nothing."""
    listed, report = tmp_path / "inventory.jsonl", tmp_path / "check.json"
    own = Plan(0, "a.html", "en", Kind.NEWS, None, 0)
    republished = Plan(1, "b.html", "en", Kind.NEWS, Form.UNLINKED, 0)
    listed.write_text('{"path": "a.html", "status": "own"}\n{"path": "b.html", "status": "republished"}\n', "utf-8")
    report.write_text('{"findings": [{"path": "a.html", "rule": "original-url"}]}', "utf-8")
    found = compare([own, republished], listed, report)
    assert (found.silent, found.found, found.exact) == (0, 1, 0)
    assert found.wrong == (
        "a.html (own): own, owes original-url",
        f"b.html ({Form.UNLINKED}): republished, owes nothing",
    )
