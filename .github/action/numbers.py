"""Print the numbers of a JSON report as outputs of a step: one NAME=NUMBER a line."""

from __future__ import annotations

import json
import sys
from pathlib import Path

report = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
numbers = {name: report["summary"][name] for name in ("pages", "republished", "errors", "warnings", "suppressed")}
numbers["findings"] = len(report["findings"])
for name, number in numbers.items():
    # Nothing but a number: a text could begin a line, and with it an output, of its own.
    sys.stdout.write(f"{name}={int(number)}\n")
