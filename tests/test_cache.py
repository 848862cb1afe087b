"""What is remembered is what would be found again, and nothing that goes wrong with it is in the way."""

from __future__ import annotations

import io
import json
import os
import shutil
import time
from array import array
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import attribution_lint
from attribution_lint import cache as module
from attribution_lint import engine, examine, stamp
from attribution_lint.cache import Address, Addresses, Cache, News, read, updated, write
from attribution_lint.cache_folder import FOLDER, MOST_FILES, CacheFolder
from attribution_lint.cli import Exit, main
from attribution_lint.config import PageConfig
from attribution_lint.model import PageReport, Severity, Status
from attribution_lint.record import RecordError, from_bytes, shortened, to_bytes
from attribution_lint.source import Source

from . import acme
from .test_cli import COMPLETE, DANGLING, OWN

STAMP = bytes(range(32))
DAY = 20_000


def news(*slots: int, record: bytes = b"") -> News:
    """What a run that has seen those pages has to tell."""
    result = News()
    for slot in slots:
        result.add(Address(slot, slot * 7 + 1, 5), record)
    return result


def stored(cache: Cache) -> bytes:
    """The file of a cache."""
    file = io.BytesIO()
    write(cache, STAMP, file)
    return file.getvalue()


slots = st.integers(0, 2**64 - 1)


class TestEntries:
    """The columns."""

    @given(st.dictionaries(slots, st.binary(max_size=5)), st.dictionaries(slots, st.binary(max_size=5)))
    def test_as_a_dictionary(self, old: dict[int, bytes], new: dict[int, bytes]) -> None:
        """What was added is found, the later in place of the earlier, also after a way through a file."""
        cache = Cache()
        for day, entries in ((DAY, old), (DAY + 1, new)):
            found = News()
            for slot, record in entries.items():
                part = News()
                part.add(Address(slot, slot // 3, day), record)
                found.merge(part)
            cache = updated(cache, found, day)
        again = read(io.BytesIO(stored(cache)), STAMP)
        assert again == cache
        assert len(cache) == len(old | new)
        assert all(one < other for one, other in pairwise(cache.slots))
        for slot, record in (old | new).items():
            number = cache.find(Address(slot, slot // 3, DAY + (slot in new)))
            assert number is not None
            assert cache.record(number) == record
            assert cache.days[number] == DAY + (slot in new)
            assert cache.find(Address(slot, slot // 3, 1)) is None

    def test_forgotten_when_unused(self) -> None:
        """What was not used for long goes; what was used stays, and so does what was used on a later day."""
        cache = updated(Cache(), news(1, 2), DAY)
        used = News(used=array("Q", [2, 99]))
        later = updated(updated(cache, used, DAY + 20), news(3), DAY + module.MOST_DAYS + 1)
        assert list(later.slots) == [2, 3]
        assert not len(updated(cache, News(), DAY - 1)), "of a day that is yet to come"

    def test_bounds(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Neither entries nor records take more than they may; the oldest go first."""
        monkeypatch.setattr(module, "MOST_PAGES", 3)
        cache = updated(updated(Cache(), news(1, 2), DAY), news(5, 6), DAY + 1)
        assert list(cache.slots) == [5, 6]
        assert len(updated(Cache(), news(1, 2, 3, 4, 5), DAY)) == 3
        monkeypatch.setattr(module, "MOST_BYTES", 100)
        cache = updated(updated(Cache(), news(1, record=b"x" * 60), DAY), news(2, record=b"x" * 60), DAY + 1)
        assert list(cache.slots) == [2]

    @given(st.data())
    def test_damage_is_seen(self, data: st.DataObject) -> None:
        """A file of which one byte is missing, added or another is no file."""
        whole = stored(updated(Cache(), news(1, 2, record=b"abc"), DAY))
        at = data.draw(st.integers(0, len(whole) - 1))
        other = bytes([whole[at] ^ data.draw(st.integers(1, 255))])
        for broken in (whole[:at], whole + b"x", whole[:at] + other + whole[at + 1 :]):
            assert read(io.BytesIO(broken), STAMP) is None
        assert read(io.BytesIO(whole), STAMP[::-1]) is None

    @pytest.mark.parametrize("ends", [[3, 0, 3], [0, 1, 2], [1, 2, 4]])
    def test_records_apart(self, ends: list[int]) -> None:
        """A file in which two records share bytes, or whose records are not all of them, is no file."""
        sound = updated(Cache(), news(1, 2, 3, record=b"x"), DAY)
        assert read(io.BytesIO(stored(sound)), STAMP) == sound
        assert read(io.BytesIO(stored(replace(sound, ends=array("I", ends)))), STAMP) is None

    def test_addresses(self) -> None:
        """Path and configuration make the slot; they and the bytes make the digest."""
        config = PageConfig()
        one = Addresses().of("a.html", config, b"x")
        assert one == Addresses().of("a.html", PageConfig(source=Path("elsewhere")), b"x")
        changed = Addresses().of("a.html", config, b"y")
        assert (changed.slot, changed == one) == (one.slot, False)
        addresses = Addresses()
        others = [
            addresses.of("b.html", config, b"x"),
            addresses.of("a.html", PageConfig(site_url="https://x.example/"), b"x"),
            addresses.of("a.html", PageConfig(select=("a",)), b"x"),
            addresses.of("a.html", PageConfig(severity={"a": Severity.NOTE}), b"x"),
            addresses.of("a.html", PageConfig(declared=Status.OWN), b"x"),
            addresses.of("a\udce9.html", config, b"x"),
        ]
        assert len({one.slot, *(other.slot for other in others)}) == len(others) + 1
        assert len({one[1:], *(other[1:] for other in others)}) == len(others) + 1


@pytest.fixture(scope="module")
def record() -> bytes:
    """That of a page with a finding."""
    page = engine.check(Source("a.html", DANGLING, "utf-8"), PageConfig(), engine.load_knowledge())
    record = to_bytes(shortened(page))
    assert from_bytes(record, "a.html", DANGLING) == shortened(page)
    return record


class TestRecords:
    """A page with findings."""

    def test_no_text_of_the_page(self, record: bytes) -> None:
        """It holds what a report says, and no source line."""
        assert b"Divers had found" in DANGLING.encode()
        assert b"Divers had found" not in record

    @pytest.mark.parametrize("confidence", [float("nan"), float("inf"), -1, 1.5, None, "x"])
    def test_confidence(self, record: bytes, confidence: object) -> None:
        """What is no share of certainty, and would have a report fail, is refused."""
        broken = json.dumps({**json.loads(record), "confidence": confidence}).encode()
        with pytest.raises(RecordError):
            from_bytes(broken, "a.html", DANGLING)

    @given(data=st.data())
    def test_hostile(self, record: bytes, data: st.DataObject) -> None:
        """Whatever stands in it, there is a page or a refusal."""
        table = json.loads(record)
        values = st.one_of(st.none(), st.integers(), st.text(max_size=3), st.lists(st.integers(), max_size=6))
        finding = table["findings"][0]
        finding["primary"][data.draw(st.integers(0, 4))] = data.draw(values)
        where = data.draw(st.sampled_from([table, finding]))
        where[data.draw(st.sampled_from(sorted(where)))] = data.draw(values)
        for broken in (json.dumps(table).encode(), record[: data.draw(st.integers(0, len(record)))]):
            try:
                from_bytes(broken, "a.html", DANGLING)
            except RecordError:
                continue


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with a page of each sort, in the current folder."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.delenv("ATTRIBUTION_LINT_CACHE_DIR", raising=False)
    for name, text in {"own": OWN, "complete": COMPLETE, "dangling": DANGLING, "note": f"x {DANGLING}"}.items():
        (folder / f"{name}.html").write_text(text)
    (folder / "text.md").write_text("# Harbour closes\n\nReproduced from:\n\nThis article is reproduced from:\n")
    return folder


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that were not remembered."""
    pages: list[str] = []
    check = engine.check

    def noted(source: Source, config: PageConfig, knowledge: engine.Knowledge) -> PageReport:
        pages.append(source.path)
        return check(source, config, knowledge)

    monkeypatch.setattr(engine, "check", noted)
    return pages


@pytest.fixture
def lint(looked_at: list[str], capfd: pytest.CaptureFixture[str]) -> Callable[..., tuple[str, int]]:
    """Run the command, and answer its report and the number of pages that were looked at."""

    def run(*arguments: str) -> tuple[str, int]:
        before = len(looked_at)
        main(["check", *([] if "-v" in arguments else ["-q"]), *arguments])
        captured = capfd.readouterr()
        # Under -v, the folder of the cache is among those that are not looked into.
        assert not captured.err or ("-v" in arguments and "not looked into: 1 " in captured.err)
        return captured.out, len(looked_at) - before

    return run


Lint = Callable[..., tuple[str, int]]


class TestRuns:
    """The command, again and again."""

    @pytest.mark.parametrize("layout", ["full", "concise", "json"])
    def test_same_bytes(self, site: Path, lint: Lint, layout: str) -> None:
        """An unchanged site is not looked at again, and its report is the same in every format."""
        arguments = ("--output-format", layout, "--width", "90")
        without, looked = lint(*arguments, "--no-cache")
        assert looked == 5
        assert not (site / FOLDER).exists()
        for expected in (5, 0, 0):
            told, looked = lint(*arguments)
            assert looked == expected
            assert _timeless(told) == _timeless(without)
        assert (site / FOLDER / ".gitignore").read_text() == "*\n"
        assert (site / FOLDER / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55\n")

    def test_verbose(self, site: Path, lint: Lint) -> None:
        """Pages that owe nothing are remembered with what is told of them."""
        first, _ = lint("-v", str(site))
        again, looked = lint("-v", str(site))
        assert (again.rpartition(" · ")[0], looked) == (first.rpartition(" · ")[0], 0)
        assert "✔ complete.html  republished from The Guardian" in first

    def test_changes(self, site: Path, lint: Lint, monkeypatch: pytest.MonkeyPatch) -> None:
        """A page is looked at again when it, its configuration, or what the tool knows is not what it was."""
        assert lint()[1] == 5
        (site / "own.html").write_text(f"{OWN} ")
        assert lint()[1] == 1
        (site / "moved.html").write_text(OWN)
        assert lint()[1] == 1
        (site / "attribution-lint.toml").write_text('[[overrides]]\npaths = ["o*"]\nsite-url = "https://x.example/"')
        assert lint()[1] == 1
        assert lint("--ignore", "dangling-credit")[1] == 6
        assert lint("--site-url", "https://y.example/")[1] == 6
        (site / "attribution-lint.toml").unlink()
        assert lint()[1] == 0
        monkeypatch.setattr(attribution_lint, "__file__", str(site / "__init__.py"))
        assert lint()[1] == 6

    def test_problems_are_not_remembered(self, site: Path, looked_at: list[str]) -> None:
        """A page that cannot be read is tried again each time."""
        (site / "empty.html").write_text("")
        (site / "cut.html").write_text("<html><head><title>x")
        for _ in range(2):
            assert main(["check", "empty.html", "cut.html"]) == Exit.TROUBLE
        assert looked_at == ["cut.html", "cut.html"]
        assert not (site / FOLDER).exists()

    def test_only_check(self, site: Path) -> None:
        """The inventory has no use for it."""
        assert main(["inventory"]) == Exit.CLEAN
        assert not (site / FOLDER).exists()

    def test_elsewhere(self, site: Path, lint: Lint, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        """The option is stronger than the environment, and both than the default; a folder in use is not marked."""
        (tmp_path / "used").mkdir()
        (tmp_path / "used" / "letter.txt").touch()
        monkeypatch.setenv("ATTRIBUTION_LINT_CACHE_DIR", str(tmp_path / "variable"))
        assert lint()[1] == 5
        assert lint("--cache-dir", str(tmp_path / "used"))[1] == 5
        assert lint("--cache-dir", str(tmp_path / "used"))[1] == 0
        assert lint()[1] == 0
        assert not (site / FOLDER).exists()
        assert not (tmp_path / "used" / ".gitignore").exists()

    def test_at_home(self, site: Path, lint: Lint, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        """The home folder is what shells take `~` for, where none has seen it; of an unknown user it is a name."""
        monkeypatch.setenv("HOME", str(tmp_path / "home"))
        monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
        assert lint("--cache-dir=~/x")[1] == 5
        assert list((tmp_path / "home" / "x").glob("*.cache"))
        assert lint("--cache-dir=~nobody-of-this-name/x")[1] == 5
        assert (site / "~nobody-of-this-name").is_dir()
        assert not (site / "~").exists()

    def test_no_folder_named(self, site: Path, capfd: pytest.CaptureFixture[str]) -> None:
        """A variable that is not set is no wish for the default."""
        assert main(["check", "--cache-dir", ""]) == Exit.TROUBLE
        assert "--cache-dir: the name of the folder is empty" in capfd.readouterr().err
        assert not (site / FOLDER).exists()

    def test_workers(self, site: Path, lint: Lint) -> None:
        """Workers look up and remember as one process does."""
        several, _ = lint("--jobs", "2")
        assert lint("--jobs", "1") == (several, 0)
        shutil.rmtree(site / FOLDER)
        alone, _ = lint("--jobs", "1")
        assert lint("--jobs", "2") == (alone, 0)
        assert alone == several

    @pytest.mark.usefixtures("site")
    def test_another_day(self, lint: Lint, monkeypatch: pytest.MonkeyPatch) -> None:
        """What is used stays for as long as it is."""
        assert lint()[1] == 5
        start = module.today()
        for days in (20, 40, 60):
            for home in (module, examine):
                monkeypatch.setattr(home, "today", lambda days=days: start + days)
            monkeypatch.setattr("attribution_lint.cache_folder.today", lambda days=days: start + days)
            assert lint()[1] == 0

    def test_hostile_folder(self, site: Path, lint: Lint, tmp_path: Path) -> None:
        """Whatever lies where the cache should be, the run goes on, and nothing is written through a link."""
        expected, _ = lint()
        (file,) = (site / FOLDER).glob("*.cache")
        for spoil in _spoilers(tmp_path / "outside"):
            shutil.rmtree(tmp_path / "outside", ignore_errors=True)
            (tmp_path / "outside").mkdir()
            spoil(file)
            assert lint() == (expected, 5)
            assert not list((tmp_path / "outside").iterdir())
            _remove(site / FOLDER)
            assert lint()[1] == 5

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
    def test_folder_that_cannot_be_written(self, site: Path, lint: Lint) -> None:
        """A site that cannot be written to is linted all the same."""
        site.chmod(0o555)
        assert [lint()[1], lint()[1]] == [5, 5]
        site.chmod(0o755)

    def test_full_disk(self, site: Path, lint: Lint, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where nothing can be written nothing is left, and it is told to who asks for more."""

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("attribution_lint.cache_folder.write", full)
        assert [lint()[1], lint()[1]] == [5, 5]
        assert sorted(path.name for path in (site / FOLDER).iterdir()) == [".gitignore", "CACHEDIR.TAG"]

    def test_told_when_verbose(self, site: Path, capfd: pytest.CaptureFixture[str]) -> None:
        """One line, on standard error."""
        (site / FOLDER).write_text("in the way")
        main(["check", "-v"])
        assert capfd.readouterr().err.count("\n") == 1


class TestFolder:
    """The folder over time."""

    def test_runs_at_once(self, tmp_path: Path) -> None:
        """Of two runs that began with the same cache, none loses what the other found."""
        one, other = CacheFolder(str(tmp_path / "c"), STAMP), CacheFolder(str(tmp_path / "c"), STAMP)
        assert (len(one.load()), len(other.load())) == (0, 0)
        one.save(news(1))
        other.save(news(2))
        assert list(one.load().slots) == [1, 2]

    def test_pruned(self, tmp_path: Path) -> None:
        """Files of other releases go when there are many, and what was never finished when it is old."""
        folder = tmp_path / "c"
        for number in range(MOST_FILES + 2):
            CacheFolder(str(folder), bytes([number] * 32)).save(news(1))
            for file in folder.glob(f"{number:02x}*.cache"):
                os.utime(file, (time.time() - 100 + number,) * 2)
        left = sorted(path.name[:2] for path in folder.glob("*.cache"))
        assert left == [f"{number:02x}" for number in range(2, MOST_FILES + 2)]
        stem = "0123456789abcdef"
        gone = {f"{stem}.abcdefg_.part": 2, f"{stem}.cache": 40}
        kept = {f"{stem}.12345678.part": 0, "film.part": 90, "my.cache": 90, "letter.txt": 90}
        for name, days in {**gone, **kept}.items():
            (folder / name).touch()
            os.utime(folder / name, (time.time() - days * 86_400,) * 2)
        for number in range(MOST_FILES + 1):
            (folder / f"{number}.cache").touch()
        CacheFolder(str(folder), STAMP).save(news(1))
        names = {path.name for path in folder.iterdir()}
        assert {*kept, *(f"{number}.cache" for number in range(MOST_FILES + 1))} <= names
        assert not set(gone) & names

    def test_unfinished_files_are_found_again(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """What a killed run has left goes when it is old."""
        folder = tmp_path / "c"
        with monkeypatch.context() as patch:
            patch.setattr("pathlib.Path.replace", _do_nothing)
            CacheFolder(str(folder), STAMP).save(news(1))
        (left,) = folder.glob("*.part")
        os.utime(left, (time.time() - 2 * 86_400,) * 2)
        CacheFolder(str(folder), STAMP).save(news(1))
        assert not list(folder.glob("*.part"))

    def test_another_run_tidies_up_too(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A file that is gone before it is looked at is no trouble."""
        folder = CacheFolder(str(tmp_path), STAMP)
        iterdir = Path.iterdir
        monkeypatch.setattr("pathlib.Path.iterdir", lambda path: iter([*iterdir(path), path / f"{'0' * 16}.cache"]))
        folder.save(news(1))
        assert folder.trouble is None
        assert len(folder.load()) == 1


class TestStamp:
    """What results hang on besides."""

    @pytest.fixture
    def package(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """A package in place of the tool."""
        folder = tmp_path / "package"
        (folder / "data").mkdir(parents=True)
        (folder / "code.py").write_text("x = 1\n")
        (folder / "data" / "words.toml").write_text("x = 1\n")
        monkeypatch.setattr(attribution_lint, "__file__", str(folder / "__init__.py"))
        return folder

    def test_content_counts(self, package: Path) -> None:
        """Edited code or knowledge, and a new file, but neither a date nor what Python compiles."""
        stamps = [stamp.stamp()]
        for edit in (package / "data" / "words.toml", package / "code.py", package / "more.py"):
            edit.write_text("x = 2\n")
            stamps.append(stamp.stamp())
        assert len(set(stamps)) == len(stamps)
        (package / "__pycache__").mkdir()
        (package / "__pycache__" / "code.pyc").touch()
        os.utime(package / "code.py", (1, 1))
        assert stamp.stamp() == stamps[-1]

    def test_installations_are_alike(self, package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The same release in another place is the same."""
        here = stamp.stamp()
        shutil.copytree(package, tmp_path / "elsewhere")
        monkeypatch.setattr(attribution_lint, "__file__", str(tmp_path / "elsewhere" / "__init__.py"))
        assert stamp.stamp() == here

    def test_archive(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where the code is no file there is no stamp, and so no cache."""
        monkeypatch.setattr(attribution_lint, "__file__", "tool.zip/attribution_lint/__init__.py")
        assert stamp.stamp() is None

    def test_rules_of_others(self, tmp_path: Path) -> None:
        """Another version of somebody else's rule, or another content, counts."""
        site, rules = tmp_path / "site", tmp_path / "rules"
        site.mkdir()
        (site / "a.html").write_text(acme.page("page"))
        for code in (acme.CODE, acme.CODE, acme.CODE.replace('"read"', '"read again"')):
            acme.install(rules, code)
            with acme.start("check", "--output-format", "concise", cwd=site, rules=rules) as process:
                output, _ = process.communicate(timeout=60)
            assert f"note acme {'read again' if 'again' in code else 'read'}\n".encode() in output
        assert len((site / "log.txt").read_text().splitlines()) == 2
        (rules / "acme-1.0.dist-info").rename(rules / "acme-2.0.dist-info")
        with acme.start("check", cwd=site, rules=rules) as process:
            process.communicate(timeout=60)
        assert len((site / "log.txt").read_text().splitlines()) == 3


def _do_nothing(*_: object) -> None:
    """Stands for what a killed run did not come to."""


def _spoilers(outside: Path) -> Iterator[Callable[[Path], object]]:
    """Ways to put something else into the place of a cache file; nothing may come into the folder outside."""

    def folder_link(file: Path) -> None:
        _remove(file.parent)
        file.parent.symlink_to(outside, target_is_directory=True)

    def file_link(file: Path) -> None:
        file.unlink()
        file.symlink_to("/dev/zero")

    def pipe(file: Path) -> None:
        file.unlink()
        os.mkfifo(file)

    def folder(file: Path) -> None:
        file.unlink()
        (file / "x").mkdir(parents=True)

    def no_folder(file: Path) -> None:
        _remove(file.parent)
        file.parent.write_text("")

    yield lambda file: file.write_bytes(file.read_bytes()[:-1])
    yield lambda file: file.write_bytes(b"\x80\x04]")
    yield from (folder_link, file_link, pipe, folder, no_folder)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _timeless(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if '"seconds"' not in line)


def test_settings_are_all_in_the_address() -> None:
    """A setting that is added some day is not forgotten."""
    names = set(PageConfig.__dataclass_fields__) - {"source"}
    assert names == {
        "site_url",
        "select",
        "ignore",
        "severity",
        "declared",
        "selectors",
        "suppressions",
        "profile",
    }
    other = replace(PageConfig(), ignore=("x",))
    assert Addresses().of("a", other, b"") != Addresses().of("a", PageConfig(), b"")
