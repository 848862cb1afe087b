"""Whether what the tool says of the generated site is what the generator knows of it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.site import Plan

_MOST = 12


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many pages the tool judges rightly, and which it does not."""

    own: int
    silent: int
    """Own pages that it takes for own ones, and finds nothing on."""
    republished: int
    found: int
    """Republished pages that it takes for republished ones."""
    exact: int
    """Of those, the ones that owe what it says."""
    wrong: tuple[str, ...]
    """Some of the others, in words."""


def compare(plans: Iterable[Plan], inventory: Path, report: Path) -> Agreement:
    """Compare the tool's `inventory` (jsonl) and its `check` (json) with the truth."""
    with inventory.open(encoding="utf-8") as lines:
        status = {page["path"]: page["status"] for page in map(json.loads, lines)}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for finding in json.loads(report.read_text(encoding="utf-8"))["findings"]:
        found[finding["path"]].add(finding["rule"])
    own, republished, wrong = [], [], []
    for plan in plans:
        says, owes = status.get(plan.path, "nothing"), found[plan.path]
        if plan.form is None:
            own.append(says == "own" and not owes)
        else:
            republished.append((says == "republished", owes == plan.owes))
        if says != ("own" if plan.form is None else "republished") or owes != plan.owes:
            wrong.append(f"{plan.path} ({plan.form or 'own'}): {says}, owes {', '.join(sorted(owes)) or 'nothing'}")
    return Agreement(
        own=len(own),
        silent=sum(own),
        republished=len(republished),
        found=sum(is_found for is_found, _ in republished),
        exact=sum(is_found and is_exact for is_found, is_exact in republished),
        wrong=tuple(wrong[:_MOST]),
    )
