"""The example site, linted as a user would: each page shows one thing, and the tool says just that."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SITE = Path(__file__).parents[1] / "examples" / "site"

EXPECTED: dict[str, tuple[str, set[str]]] = {
    # The site's own work, each with something that looks like a republication and is none.
    "about.html": ("own", set()),
    "fr/marche-aux-huitres.html": ("own", set()),
    "index.html": ("own", set()),
    "posts/night-ferry.html": ("own", set()),
    "zh/tide-pools.html": ("own", set()),
    # Somebody else's text with all that it owes.
    "ar/boat-builders.html": ("republished", set()),
    "ja/harbour-seals.html": ("republished", set()),
    "posts/kelp-forests.html": ("republished", set()),
    "posts/lightship.html": ("republished", set()),
    # Something is missing.
    "de/hafenkran.html": ("republished", {"original-url"}),
    "es/redes-fantasma.html": ("republished", {"original-url"}),
    "posts/port-strike.html": ("republished", {"copyright-disclaimer", "original-url"}),
    "posts/solid-state-ferry.html": ("republished", {"dangling-credit"}),
    "pt/farol.html": ("republished", {"original-url", "source-outlet"}),
    "zh/solid-state-ferry.html": ("republished", {"dangling-credit", "original-url"}),
}


def lint(*arguments: str) -> subprocess.CompletedProcess[str]:
    """One run in the folder of the site."""
    command = [sys.executable, "-m", "attribution_lint", *arguments]
    return subprocess.run(command, cwd=SITE, check=False, capture_output=True, encoding="utf-8")


@pytest.fixture(scope="module")
def findings() -> list[dict[str, Any]]:
    """All findings on the site."""
    done = lint("check", "--output-format", "json")
    assert done.returncode == 1, done.stderr
    return list(json.loads(done.stdout)["findings"])


@pytest.fixture(scope="module")
def statuses() -> dict[str, str]:
    """What each page counts as, by its path."""
    done = lint("inventory", "--output-format", "jsonl")
    assert done.returncode == 0, done.stderr
    return {page["path"]: page["status"] for page in map(json.loads, done.stdout.splitlines())}


def test_every_page_is_expected(statuses: dict[str, str]) -> None:
    """No page of the site is without an expectation, and none was left out of the run."""
    assert set(statuses) == set(EXPECTED)


@pytest.mark.parametrize("path", EXPECTED)
def test_status(path: str, statuses: dict[str, str]) -> None:
    """A page counts as what it was written to be."""
    assert statuses[path] == EXPECTED[path][0]


@pytest.mark.parametrize("path", EXPECTED)
def test_findings(path: str, findings: list[dict[str, Any]]) -> None:
    """A page is told what it lacks, and nothing else."""
    assert {finding["rule"] for finding in findings if finding["path"] == path} == EXPECTED[path][1]


def test_wire_copy_owes_its_link_as_a_note_only(findings: list[dict[str, Any]]) -> None:
    """An agency's original is not public, so the missing link alone would not fail the run."""
    (found,) = (
        item for item in findings if item["path"] == "posts/port-strike.html" and item["rule"] == "original-url"
    )
    assert found["severity"] == "note"
