"""Tests of what is told about the values that hold for a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from attribution_lint.config import CommandLine, ConfigResolver
from attribution_lint.explained import explain
from attribution_lint.origins import Setting, as_lines, deciding_glob

RULES = {"a": "error", "b": "error", "c": "warning"}
FILE = """\
site-url = "https://www.example.org/"
exclude = ["drafts/**", "!drafts/keep.html", "old.html"]
ignore = ["a"]
republished = ["partners/**"]

[severity]
b = "note"

[[overrides]]
paths = ["press/**"]
republished = true
severity = { c = "off" }
exclude = ["press/x.html"]

[[overrides]]
paths = ["press/own/**"]
republished = false
select = ["a", "c"]
"""


def _told(folder: Path, page: str, **options: object) -> dict[str, tuple[object, str]]:
    config = ConfigResolver(folder, CommandLine(**options), list(RULES))  # type: ignore[arg-type]
    return {setting.key: (setting.value, setting.origin) for setting in explain(page, config, RULES)}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A configured site."""
    (tmp_path / "attribution-lint.toml").write_text(FILE)
    for name in ("a.html", "press/b.html", "drafts/c.html", "node_modules/d.html", "e.css", "README.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    return tmp_path


class TestValues:
    """Each value, with file, line and override."""

    def test_top_level(self, site: Path) -> None:
        """What stands at the top of a file, in whichever way it is written."""
        told = _told(site, "a.html")
        assert told["configuration"] == ("attribution-lint.toml", "the nearest upwards from the page")
        assert told["site-url"] == ("https://www.example.org/", "attribution-lint.toml:1")
        assert told["declared"] == (None, "default")
        assert told["select"] == (None, "default")
        assert told["severity.a"] == ("off", "attribution-lint.toml:3")
        assert told["severity.b"] == ("note", "attribution-lint.toml:7")
        assert told["severity.c"] == ("warning", "default")

    def test_globs(self, site: Path) -> None:
        """What a page is declared to be by a list of globs."""
        assert _told(site, "partners/a.html")["declared"] == ("republished", "attribution-lint.toml:4")

    def test_overrides(self, site: Path) -> None:
        """What overrides set, take back, and select anew."""
        told = _told(site, "press/b.html")
        assert told["declared"] == ("republished", "attribution-lint.toml:11, [[overrides]] number 1")
        assert told["severity.c"] == ("off", "attribution-lint.toml:12, [[overrides]] number 1")
        own = _told(site, "press/own/b.html")
        assert own["declared"] == (None, "attribution-lint.toml:17, [[overrides]] number 2")
        assert own["select"] == (("a", "c"), "attribution-lint.toml:18, [[overrides]] number 2")
        assert own["severity.a"] == ("error", "default")
        assert own["severity.b"] == ("off", "attribution-lint.toml:18, [[overrides]] number 2")
        assert own["severity.c"] == ("warning", "default")

    def test_command_line_and_environment(self, site: Path) -> None:
        """What stands above all files."""
        told = _told(
            site,
            "a.html",
            site_url="https://x.example/",
            ignore=("c",),
            variables={"--ignore": "ATTRIBUTION_LINT_IGNORE"},
        )
        assert told["site-url"] == ("https://x.example/", "command line, --site-url")
        assert told["severity.c"] == ("off", "environment, ATTRIBUTION_LINT_IGNORE")
        assert told["severity.b"] == ("note", "attribution-lint.toml:7")

    def test_pyproject(self, tmp_path: Path) -> None:
        """The table of a pyproject.toml."""
        (tmp_path / "pyproject.toml").write_text('[tool.x]\n[tool.attribution-lint.severity]\na = "off"\n')
        told = _told(tmp_path, "a.html")
        assert told["configuration"][0] == "pyproject.toml"
        assert told["severity.a"] == ("off", "pyproject.toml:3")

    def test_nothing(self, tmp_path: Path) -> None:
        """Without any configuration all is default."""
        told = _told(tmp_path, "a.html")
        assert told["configuration"][0] is None
        assert {origin for key, (_, origin) in told.items() if key.startswith("severity.")} == {"default"}

    @pytest.mark.parametrize("page", ["a.html", "partners/a.html", "press/b.html", "press/own/b.html", "drafts/c.html"])
    def test_same_as_what_holds(self, site: Path, page: str) -> None:
        """What is told is what a run goes by."""
        config = ConfigResolver(site, CommandLine(), list(RULES))
        told = _told(site, page)
        held = config.for_page(page)
        assert (told["site-url"][0], told["declared"][0], told["select"][0]) == (
            held.site_url,
            held.declared,
            held.select,
        )
        assert told["excluded"][0] == config.excluded(page)
        for rule, level in RULES.items():
            off = rule in held.ignore or (held.select is not None and rule not in held.select)
            assert told[f"severity.{rule}"][0] == ("off" if off else held.severity.get(rule, level))


class TestExcluded:
    """Which glob of which file."""

    @pytest.mark.parametrize(
        ("page", "excluded", "origin"),
        [
            ("a.html", False, "default"),
            ("drafts/c.html", True, '"drafts/**" in attribution-lint.toml:2'),
            ("drafts/keep.html", False, '"!drafts/keep.html" in attribution-lint.toml:2'),
            ("old.html", True, '"old.html" in attribution-lint.toml:2'),
            ("x/old.html", True, '"old.html" in attribution-lint.toml:2'),
            ("press/x.html", True, '"press/x.html" in attribution-lint.toml:13, [[overrides]] number 1'),
            ("old.html/x/y.html", True, '"old.html" in attribution-lint.toml:2'),
        ],
    )
    def test_by_file(self, site: Path, page: str, *, excluded: bool, origin: str) -> None:
        """The glob that decides: the last one that matches, of the outermost folder."""
        assert _told(site, page)["excluded"] == (excluded, origin)

    def test_by_option(self, site: Path) -> None:
        """What the command line excludes, or takes back in."""
        assert _told(site, "a.html", exclude=("a.*",))["excluded"] == (True, '"a.*" in command line, --exclude')
        assert _told(site, "old.html", exclude=("!old.html",))["excluded"][0] is False

    def test_deciding_glob(self) -> None:
        """Beside a negated glob, what is beneath a folder is not the folder."""
        assert deciding_glob(("a/**",), "a/") == "a/**"
        assert deciding_glob(("a/**", "!a/b"), "a/") is None
        assert deciding_glob(("a/**", "!a/b"), "a/c") == "a/**"
        assert deciding_glob((), "a") is None


class TestRead:
    """Whether a page would be read at all."""

    @pytest.mark.parametrize(
        ("page", "read", "origin"),
        [
            ("a.html", True, "it is a page"),
            ("README.md", True, "where it is named; of its folder it would be left out: most such files"),
            ("node_modules/d.html", True, "folders called node_modules are not looked into"),
            ("drafts/c.html", False, "it is excluded"),
            ("e.css", False, "it is no page"),
            ("press", False, "it is a folder"),
            ("b.html", False, 'there is no file or folder "b.html"; did you mean "a.html"?'),
        ],
    )
    def test_reason(self, site: Path, page: str, *, read: bool, origin: str) -> None:
        """With the reason, and what is misspelt."""
        told = _told(site, page)["read"]
        assert told[0] is read
        assert origin in told[1]


def test_lines() -> None:
    """A line each, which nothing in a value can break; origins stand below each other."""
    assert as_lines(
        [Setting("a", 'x"\n'), Setting("bcd", ("y", "é")), Setting("e", None), Setting("f", value=True)]
    ) == (
        'a = "x\\"\\n"       # default',
        'bcd = ["y", "é"]  # default',
        "e = none          # default",
        "f = true          # default",
    )
    assert as_lines([]) == ()
