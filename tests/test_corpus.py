"""The figures on a corpus of real, labelled pages: floors that only rise.

The pages are other publishers' and no part of the project; without the corpus beside the checkout this is skipped.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections import defaultdict
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).parents[2] / "shared"
CORPUS, SCORER = SHARED / "corpus", SHARED / "score.py"
EXPECTED = tomllib.loads(Path(__file__).with_name("corpus.toml").read_text(encoding="utf-8"))
PARTS = EXPECTED["parts"]

pytestmark = pytest.mark.skipif(
    not (CORPUS / "labels.jsonl").exists() or not SCORER.exists(), reason=f"there is no corpus at {CORPUS}"
)

Row = dict[str, Any]


def read_rows(path: Path) -> list[Row]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def is_set_aside(site: str) -> bool:
    """Whether a site is of the third that was not looked at while the tool was made."""
    return int(sha256(f"{PARTS['seed']}:{site}".encode()).hexdigest(), 16) % 3 == 0


@pytest.fixture(scope="module")
def disputed() -> frozenset[str]:
    """The pages whose labels are not fitted to."""
    return frozenset(page for entry in EXPECTED["disputed"] for page in entry["pages"])


@pytest.fixture(scope="module")
def inventory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the command line concludes about every page."""
    target = tmp_path_factory.mktemp("corpus") / "inventory.jsonl"
    command = [sys.executable, "-m", "attribution_lint", "inventory", "pages", "--output-format", "jsonl"]
    done = subprocess.run(
        [*command, "--output-file", str(target)], cwd=CORPUS, capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == 0, done.stderr
    return target


def score(folder: Path, inventory: Path, *options: str) -> dict[str, float]:
    """The figures of the scorer for the labels in a folder."""
    command = [sys.executable, str(SCORER), str(folder), str(inventory), "--json", *options]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def test_fingerprint() -> None:
    """The floors hold for these labels."""
    content = (CORPUS / "labels.jsonl").read_bytes() + (CORPUS / "attribution-lint.toml").read_bytes()
    assert sha256(content).hexdigest() == EXPECTED["fingerprint"], "the corpus has changed: measure the floors anew"


def test_floors(inventory: Path, disputed: frozenset[str], tmp_path: Path) -> None:
    """No figure is under its floor."""
    listed = tmp_path / "disputed.txt"
    listed.write_text("\n".join(sorted(disputed)), encoding="utf-8")
    figures = score(CORPUS, inventory, "--disputed", str(listed))
    under = {name: figures[name] for name, floor in EXPECTED["floors"].items() if figures[name] < floor}
    assert not under


def test_the_part_set_aside(inventory: Path, disputed: frozenset[str], tmp_path: Path) -> None:
    """What holds on the sites that were worked on holds on the others."""
    found: dict[bool, dict[str, float]] = {}
    for aside in (True, False):
        folder = tmp_path / str(aside)
        folder.mkdir()
        rows = [row for row in read_rows(CORPUS / "labels.jsonl") if is_set_aside(row["site"]) is aside]
        lines = [json.dumps(row, ensure_ascii=False) for row in rows if row["file"] not in disputed]
        (folder / "labels.jsonl").write_text("\n".join(lines), encoding="utf-8")
        found[aside] = score(folder, inventory)
    apart = {name: (found[True][name], found[False][name]) for name in EXPECTED["floors"]}
    assert not {name: pair for name, pair in apart.items() if pair[0] < pair[1] - PARTS["gap"]}


def test_no_language_is_weak(inventory: Path, disputed: frozenset[str]) -> None:
    """In each language with enough pages most verdicts are right."""
    status = {row["path"]: row["status"] for row in read_rows(inventory)}
    right: dict[str, list[bool]] = defaultdict(list)
    for row in read_rows(CORPUS / "labels.jsonl"):
        if row["republished"] != "partial" and not row.get("unsure") and row["file"] not in disputed:
            right[row["lang"]].append((status[row["file"]] == "republished") is row["republished"])
    enough = {language: pages for language, pages in right.items() if len(pages) >= PARTS["language_pages"]}
    assert len(enough) > 5
    assert not {language for language, pages in enough.items() if sum(pages) / len(pages) < PARTS["language"]}
