"""`python -m benchmarks`: measures, and prints one table."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from benchmarks.measures import PARTS, Bench, Setting
from benchmarks.processes import FailedError
from benchmarks.site import ForeignFolderError, write_site
from benchmarks.table import Row, Verdict, failed, show, write_json

_ROOT = Path(__file__).parents[1]
_CORPUS = _ROOT.parent / "shared" / "corpus"


def main(argv: Sequence[str] | None = None) -> int:
    """Run what the command line asks for; 1 where a bar was missed or a command failed."""
    arguments = _arguments(argv)
    try:
        with tempfile.TemporaryDirectory(prefix="benchmarks-") as scratch:
            return _profile(arguments, Path(scratch)) if arguments.profile else _measure(arguments, Path(scratch))
    except ForeignFolderError as error:
        sys.stderr.write(f"benchmarks: {error}\n")
        return 2


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure the tool; see README.md.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"only these: {', '.join(PARTS)}")
    parser.add_argument("--quick", action="store_true", help="small sites and one run: a look, not a measure")
    parser.add_argument("--pages", type=int, help="pages of the generated site (10,000; quick: 500)")
    parser.add_argument("--many", type=int, help="pages of the larger site that growth is measured on (100,000)")
    parser.add_argument("--runs", type=int, help="of which the median counts (3; quick: 1)")
    parser.add_argument("--site", type=Path, metavar="DIR", help="keep the generated site there, and use it again")
    parser.add_argument("--corpus", type=Path, metavar="DIR", default=_CORPUS, help="real pages, in DIR/pages")
    parser.add_argument("--peers", type=Path, metavar="DIR", help="where other tools are installed, besides the PATH")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write all figures there")
    parser.add_argument(
        "--profile",
        nargs="?",
        type=Path,
        const=Path(),
        metavar="DIR",
        help="show instead where the time goes, on the pages of DIR or of the generated site",
    )
    arguments = parser.parse_args(argv)
    unknown = set(arguments.parts) - set(PARTS)
    if unknown:
        parser.error(f"unknown part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    if arguments.profile and not arguments.profile.is_dir():
        parser.error(f"there is no folder {arguments.profile}")
    return arguments


def _measure(arguments: argparse.Namespace, scratch: Path) -> int:
    console = Console(stderr=True)
    quick = arguments.quick
    setting = Setting(
        pages=arguments.pages or (500 if quick else 10_000),
        few=200 if quick else 1_000,
        many=arguments.many or (2_000 if quick else 100_000),
        sample=100 if quick else 500,
        runs=arguments.runs or (1 if quick else 3),
        site=(arguments.site or scratch / "site").absolute(),
        corpus=arguments.corpus,
        peers=arguments.peers and arguments.peers.absolute(),
        scratch=scratch,
        say=lambda words: console.print(words, style="dim", markup=False, highlight=False),
    )
    bench = Bench(setting)
    rows: list[Row] = []
    for name in arguments.parts or PARTS:
        try:
            rows.extend(PARTS[name](bench))
        except FailedError as error:
            rows.append(failed(name, str(error)))
    machine = _machine()
    show(rows, f"{setting.pages:,} pages · {' · '.join(machine.values())}", _wide())
    if arguments.json:
        write_json(rows, machine, arguments.json)
    return int(any(row.verdict in {Verdict.MISSED, Verdict.FAILED} for row in rows))


def _wide() -> Console:
    """A table in a file need not fit a terminal."""
    return Console() if sys.stdout.isatty() else Console(width=250)


def _profile(arguments: argparse.Namespace, scratch: Path) -> int:
    from attribution_lint.cli import main as tool
    from benchmarks.stages import profile

    folder = arguments.profile
    if folder == Path():
        folder = (arguments.site or scratch / "site").absolute()
        write_site(folder, arguments.pages or 500)
    os.chdir(folder)
    options = ["--jobs", "1", "--no-cache", "--exit-zero", "--output-format", "json", "--output-file", os.devnull]
    profile(tool, ["check", "--exclude", "*.md", *options, "."], sorted(Path().rglob("*.html")))
    return 0


def _machine() -> dict[str, str]:
    return {
        "processor": _processor(),
        "cores": f"{os.cpu_count()} cores",
        "python": f"Python {platform.python_version()}",
        "system": platform.system(),
    }


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        for line in cpuinfo.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


if __name__ == "__main__":
    sys.exit(main())
