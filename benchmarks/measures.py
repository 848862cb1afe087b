"""The measures and their bars. Each is a ratio of two things that were measured in the same run, or nearly so.

One process is measured by the work it does (`Taken.cpu`), which a busy machine disturbs least; several by the clock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from attribution_lint.report import CHECK_FORMATS
from benchmarks.findings import FINDINGS, write_findings
from benchmarks.processes import Taken, run, take_turns
from benchmarks.reference import LXML, LYCHEE, PYTHON, SINGLE, Peer, Peers, bare_parse
from benchmarks.site import plan_site, write_site
from benchmarks.table import Bar, Row, Verdict, skipped
from benchmarks.tool import VERSION, check, check_cold, in_format, inventory
from benchmarks.truth import compare

_MB = 1e6
_GROWTH_SCALE = 0.15
"""Growth hangs on the number of pages: small ones show it sooner."""
_CORPUS_OPTIONS = ("--exclude", "*.md")  # the bare parse reads HTML only


@dataclass(frozen=True, slots=True)
class Setting:
    """What a run is to measure."""

    pages: int
    """Of the generated site."""
    few: int
    many: int
    """Pages of the two sites that growth is measured on."""
    sample: int
    """Pages that the slower peers get."""
    runs: int
    """Of each short command; the median counts."""
    site: Path
    corpus: Path
    """Real pages, in the folder `pages` of this one."""
    peers: Path | None
    scratch: Path
    """A folder for everything else, removed at the end."""
    say: Callable[[str], None]
    """Tells the one who waits what is going on."""


class Bench:
    """What several measures share, measured once."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.peers = Peers(setting.peers, setting.scratch)

    def written(self, folder: Path, pages: int, scale: float = 1.0) -> Path:
        """A generated site of so many pages."""
        self.setting.say(f"writing a site of {pages:,} pages")
        write_site(folder, pages, scale=scale)
        return folder

    @cached_property
    def site(self) -> Path:
        """The generated site."""
        return self.written(self.setting.site, self.setting.pages)

    @cached_property
    def pages(self) -> list[Path]:
        """Its pages."""
        return sorted(self.site.rglob("*.html"))

    @cached_property
    def cold(self) -> tuple[Taken, Taken, Taken]:
        """One process on the generated site; a bare parse of its pages; a bare parse of none."""
        site, scratch = self.site, self.setting.scratch
        self.setting.say("one process, cold")
        commands = [check_cold(site), bare_parse(self.pages, scratch), bare_parse([], scratch)]
        tool, whole, empty = take_turns(commands, self.setting.runs)
        return tool, whole, empty


def truth(bench: Bench) -> Iterator[Row]:
    """What the tool says of the generated site, against what is true."""
    site, scratch = bench.site, bench.setting.scratch
    listed, report = scratch / "inventory.jsonl", scratch / "check.json"
    bench.setting.say("verdicts")
    run(inventory(site), listed)
    run(check(site, "--no-cache"), report)
    agreement = compare(plan_site(bench.setting.pages), listed, report)
    for wrong in agreement.wrong:
        bench.setting.say(f"not as generated: {wrong}")
    for measure, right, among, least in (
        ("own pages silent", agreement.silent, agreement.own, 99),
        ("republished pages found", agreement.found, agreement.republished, 98),
        ("republished pages owe what they lack", agreement.exact, agreement.republished, 95),
    ):
        bar = Bar(least, "%", least=True)
        yield bar.row(measure, 100 * right / among, f"{right:,} of {among:,} generated pages")


def start(bench: Bench) -> Iterator[Row]:
    """What a short run takes: an author's page, a question."""
    # Median in size, as a page of the site is.
    page = sorted(bench.pages, key=lambda path: path.stat().st_size)[len(bench.pages) // 2]
    bench.setting.say("one page, and none")
    one = check_cold(bench.site, paths=(str(page.relative_to(bench.site)),))
    python, lxml, version, single = take_turns([PYTHON, LXML, VERSION, one], 5 * bench.setting.runs)
    yield Bar(2.5).row("--version", version.cpu / python.cpu, f"python -c pass: {_ms(python.cpu)}")
    beyond = "one page, whole process, beyond Python and lxml"
    yield Bar(0.15, "s").row(beyond, single.cpu - lxml.cpu, f"python -c 'import lxml.etree': {_ms(lxml.cpu)}")


def cold(bench: Bench) -> Iterator[Row]:
    """One process, everything anew, on the generated site."""
    tool, whole, empty = bench.cold
    yield _against_parse(bench, "one process, cold, generated site", 0.6, bench.pages, tool, whole, empty)


def corpus(bench: Bench) -> Iterator[Row]:
    """The same on real pages, half of which are republished and all of which are hard."""
    measure = "one process, cold, real pages"
    folder = bench.setting.corpus
    pages = sorted((folder / "pages").glob("*.html"))
    if not pages:
        yield skipped(measure, f"no pages in {folder}/pages; name a folder with --corpus")
        return
    bench.setting.say("real pages")
    scratch = bench.setting.scratch
    commands = [
        check_cold(folder, *_CORPUS_OPTIONS, paths=("pages",)),
        bare_parse([page.resolve() for page in pages], scratch),
        bare_parse([], scratch),
    ]
    tool, whole, empty = take_turns(commands, bench.setting.runs)
    yield _against_parse(bench, measure, 1.2, pages, tool, whole, empty)


def cores(bench: Bench) -> Iterator[Row]:
    """Two processes on two cores, by the clock."""
    one, _, _ = bench.cold
    bench.setting.say("two cores")
    two_jobs = check(bench.site, "--jobs", "2", "--no-cache", cores=2)
    lychee = bench.peers.command(LYCHEE, bench.site, bench.pages)
    two, *other = take_turns([two_jobs, *filter(None, [lychee])], bench.setting.runs)
    faster = Bar(1.7, "× as fast", least=True)
    yield faster.row("two processes, cold, generated site", one.wall / two.wall, f"one process: {_s(one.wall)}")
    yield Bar(150, "MB").row("memory of a worker", two.peak / _MB, "the largest of two workers and their parent")
    beside = "two cores against lychee --offline"
    if other:
        yield Bar(1).row(beside, two.wall / other[0].wall, f"lychee: {_s(other[0].wall)}")
    else:
        yield _not_installed(beside, LYCHEE)


def cached(bench: Bench) -> Iterator[Row]:
    """A site that has not changed since the last run."""
    one, _, _ = bench.cold
    bench.setting.say("unchanged site, cached")
    again = check(bench.site, "--jobs", "1", "--cache-dir", str(bench.setting.scratch / "cache"))
    run(again)
    (taken,) = take_turns([again], bench.setting.runs)
    yield Bar(0.1).row("one process, unchanged site, cached", taken.cpu / one.cpu, f"cold: {_s(one.cpu)}")


def growth(bench: Bench) -> Iterator[Row]:
    """What a hundred times the pages cost: of small pages, for it is their number that counts here."""
    setting = bench.setting
    small = bench.written(setting.scratch / "few", setting.few, _GROWTH_SCALE)
    large = bench.written(setting.scratch / "many", setting.many, _GROWTH_SCALE)
    bench.setting.say("growth")
    first = next(small.rglob("*.html")).relative_to(small)
    empty, few = take_turns([check_cold(small, paths=(str(first),)), check_cold(small)], setting.runs)
    many = run(check_cold(large))
    pages = f"{setting.few:,} → {setting.many:,} pages"
    yield Bar(1.25).row(f"memory, {pages}", many.peak / few.peak, f"{few.peak / _MB:.0f} → {many.peak / _MB:.0f} MB")
    before, after = ((taken.cpu - empty.cpu) / count for taken, count in ((few, setting.few), (many, setting.many)))
    yield Bar(1.1).row(f"time a page, {pages}", after / before, f"{_ms(before)} → {_ms(after)}")


def peers(bench: Bench) -> Iterator[Row]:
    """Tools that use one core, on a part of the site."""
    site = bench.written(bench.setting.scratch / "sample", bench.setting.sample)
    pages = sorted(site.rglob("*.html"))
    (tool,) = take_turns([check_cold(site)], bench.setting.runs)
    for peer in SINGLE:
        measure = f"one process against {peer.name}"
        command = bench.peers.command(peer, site, pages)
        if command is None:
            yield _not_installed(measure, peer)
            continue
        bench.setting.say(peer.name)
        taken = run(command)
        reference = f"{len(pages):,} pages: {_s(taken.cpu)}"
        yield Row(measure, "", f"{tool.cpu / taken.cpu:.2f} ×", reference, Verdict.NONE, tool.cpu / taken.cpu)


def formats(bench: Bench) -> Iterator[Row]:
    """What each format takes on very many findings of pages that are known already, against the plainest."""
    folder, cache = bench.setting.scratch / "findings", str(bench.setting.scratch / "findings-cache")
    bench.setting.say(f"a report of {FINDINGS:,} findings in each format")
    write_findings(folder)
    names = [name for name in CHECK_FORMATS if name != "concise"]
    commands = [in_format(name, folder, "--jobs", "1", "--cache-dir", cache) for name in ("concise", *names)]
    run(commands[0])
    concise, *others = take_turns(commands, bench.setting.runs)
    slowest = max(range(len(others)), key=lambda number: others[number].cpu)
    for number in sorted({slowest, names.index("json"), names.index("sarif")}):
        measure = f"{FINDINGS:,} findings as {names[number]}{', the slowest' if number == slowest else ''}"
        yield Bar(6).row(measure, others[number].cpu / concise.cpu, f"as concise: {_s(concise.cpu)}")


PARTS: dict[str, Callable[[Bench], Iterator[Row]]] = {
    "truth": truth,
    "start": start,
    "cold": cold,
    "corpus": corpus,
    "cores": cores,
    "cached": cached,
    "growth": growth,
    "formats": formats,
    "peers": peers,
}


def _against_parse(  # noqa: PLR0913, PLR0917 - a row, and three things measured
    bench: Bench, measure: str, bar: float, pages: list[Path], tool: Taken, whole: Taken, empty: Taken
) -> Row:
    """The work of the tool, starting included, against that of reading and parsing the same pages."""
    output = bench.setting.scratch / "parse.txt"
    run(bare_parse([page.resolve() for page in pages], bench.setting.scratch), output)
    alone = float(output.read_text(encoding="utf-8"))
    parse = whole.cpu - empty.cpu
    reference = f"bare lxml parse of {len(pages):,} pages: {_s(parse)} (parsing alone {_s(alone)})"
    return Bar(bar).row(measure, tool.cpu / parse, reference, tool=tool.cpu, parse=parse, alone=alone)


def _not_installed(measure: str, peer: Peer) -> Row:
    return skipped(measure, f"not installed: {peer.install}")


def _s(seconds: float) -> str:
    return f"{seconds:.2f} s"


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:.1f} ms"
