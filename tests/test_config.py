"""Tests of which configuration holds for a page."""

from __future__ import annotations

import pickle
import time
from pathlib import Path

import pytest

from attribution_lint.config import CommandLine, ConfigError, ConfigResolver, PageConfig
from attribution_lint.model import Severity, Status

_RULES = ("copyright-disclaimer", "dangling-credit", "original-url", "source-outlet")


def _write(folder: Path, text: str, name: str = "attribution-lint.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def _configured(folder: Path, text: str, page: str, command_line: CommandLine | None = None) -> PageConfig:
    _write(folder, text)
    return ConfigResolver(folder, command_line, _RULES).for_page(page)


class TestNearest:
    """Which file holds."""

    def test_none(self, tmp_path: Path) -> None:
        """Without any file, nothing is configured."""
        assert ConfigResolver(tmp_path).for_page("a/b.html") == PageConfig()

    def test_upwards(self, tmp_path: Path) -> None:
        """The nearest file upwards from the page holds, and nothing of those above it."""
        above = _write(tmp_path, "site-url = 'https://above.example/'\nignore = ['original-url']")
        near = _write(tmp_path / "a", "site-url = 'https://near.example/'")
        config = ConfigResolver(tmp_path)
        assert config.for_page("x/y/z.html").source == above
        assert config.for_page("a/b/c/d.html") == PageConfig(near, "https://near.example/")

    def test_above_the_working_directory(self, tmp_path: Path) -> None:
        """The search does not stop at the working directory."""
        above = _write(tmp_path, "site-url = 'https://above.example/'")
        assert ConfigResolver(tmp_path / "a" / "b").for_page("c.html").source == above

    def test_own_file_before_pyproject(self, tmp_path: Path) -> None:
        """In one folder, attribution-lint.toml wins."""
        _write(tmp_path, "[tool.attribution-lint]\nignore = ['original-url']\n", "pyproject.toml")
        path = _write(tmp_path, "")
        assert ConfigResolver(tmp_path).for_page("a.html") == PageConfig(path)

    def test_pyproject_without_table_is_passed_by(self, tmp_path: Path) -> None:
        """A nearer pyproject.toml without the table does not hide the file above it."""
        path = _write(tmp_path, "")
        _write(tmp_path / "a", "[project]\nname = 'x'\n", "pyproject.toml")
        assert ConfigResolver(tmp_path).for_page("a/b.html").source == path

    def test_nearer_pyproject_wins(self, tmp_path: Path) -> None:
        """Nearness counts more than the kind of file."""
        _write(tmp_path, "")
        path = _write(tmp_path / "a", "[tool.attribution-lint]\n", "pyproject.toml")
        assert ConfigResolver(tmp_path).for_page("a/b.html").source == path

    def test_other_pages_change_nothing(self, tmp_path: Path) -> None:
        """The answer for a page is the same, whatever was asked before."""
        _write(tmp_path, "own = ['a/**']")
        _write(tmp_path / "a" / "b", "republished = ['**']")
        pages = ["a/x.html", "a/b/x.html", "x.html", "a/b/c/x.html"]
        alone = {page: ConfigResolver(tmp_path).for_page(page) for page in pages}
        for order in (pages, pages[::-1]):
            config = ConfigResolver(tmp_path)
            assert {page: config.for_page(page) for page in order} == alone

    def test_alike(self, tmp_path: Path) -> None:
        """Pages that are configured alike share one object, however many folders were forgotten meanwhile."""
        _write(tmp_path, "own = ['**/own.html']")
        config = ConfigResolver(tmp_path)
        first = [config.for_page(page) for page in ("a/x.html", "a/own.html")]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("attribution_lint.config._MOST_FOLDERS", 2)
            for number in range(20):
                assert config.for_page(f"{number}/b/x.html") is first[0]
                assert config.for_page(f"{number}/b/own.html") is first[1]
        assert first[0] != first[1]

    def test_excludes_are_rare(self, tmp_path: Path) -> None:
        """Where no glob excludes anything, pages need not be asked about one by one."""
        _write(tmp_path / "a", "exclude = ['x.html']")
        assert ConfigResolver(tmp_path).may_exclude(str(tmp_path / "a" / "b"))
        assert not ConfigResolver(tmp_path).may_exclude(str(tmp_path / "b"))
        assert ConfigResolver(tmp_path, CommandLine(exclude=("x",))).may_exclude(str(tmp_path / "b"))

    def test_spellings_of_a_path(self, tmp_path: Path) -> None:
        """A page has one configuration, however its path is written."""
        _write(tmp_path, "own = ['a/x.html']")
        config = ConfigResolver(tmp_path / "a")
        for path in ("x.html", "./x.html", "../a/x.html", str(tmp_path / "a" / "x.html"), Path("b/../x.html")):
            assert config.for_page(path).declared is Status.OWN

    def test_deep(self, tmp_path: Path) -> None:
        """A path as deep as the system allows is no trap."""
        _write(tmp_path, "own = ['**']")
        assert ConfigResolver(tmp_path).for_page("a/" * 1900 + "x.html").declared is Status.OWN

    def test_mistake_in_a_file(self, tmp_path: Path) -> None:
        """A mistake is named with the path of its file, relative to the working directory."""
        _write(tmp_path / "a", "exlude = []")
        with pytest.raises(ConfigError, match=r"^\.\./a/attribution-lint\.toml:1: there is no key"):
            ConfigResolver(tmp_path / "b").for_page("../a/x.html")

    def test_mistake_elsewhere_does_not_matter(self, tmp_path: Path) -> None:
        """A broken file on no page's way is not read."""
        _write(tmp_path / "a", "exlude = []")
        assert ConfigResolver(tmp_path).for_page("b/x.html") == PageConfig()

    def test_value(self, tmp_path: Path) -> None:
        """What is configured is a value: it can be hashed and sent to another process."""
        config = _configured(tmp_path, "[severity]\noriginal-url = 'note'", "a.html")
        assert hash(config) == hash(pickle.loads(pickle.dumps(config)))  # noqa: S301 - the test's own bytes
        assert pickle.loads(pickle.dumps(config)) == config  # noqa: S301 - the same


class TestOverrides:
    """Which overrides hold, and which wins."""

    def test_for_its_paths_only(self, tmp_path: Path) -> None:
        """An override holds for the pages that its globs match, from the folder of the file on."""
        _write(
            tmp_path / "s",
            "[[overrides]]\npaths = ['press/**']\nsite-url = 'https://press.example/'\nrepublished = true",
        )
        config = ConfigResolver(tmp_path)
        assert config.for_page("s/press/a/b.html").declared is Status.REPUBLISHED
        assert config.for_page("s/press/a/b.html").site_url == "https://press.example/"
        for page in ("s/a.html", "s/x/press/a.html", "s/press.html", "press/a.html", "s/presse/a.html"):
            assert config.for_page(page).declared is None
            assert config.for_page(page).site_url is None

    def test_later_wins(self, tmp_path: Path) -> None:
        """A later override wins key by key, and leaves alone what it does not name."""
        text = """
        site-url = "https://top.example/"
        [[overrides]]
        paths = ["a/**"]
        site-url = "https://first.example/"
        severity = { original-url = "note", source-outlet = "off" }
        own = true
        [[overrides]]
        paths = ["a/b/**"]
        severity = { original-url = "warning" }
        republished = true
        """
        config = _configured(tmp_path, text, "a/b/c.html")
        assert config.site_url == "https://first.example/"
        assert config.severity == {"original-url": Severity.WARNING}
        assert config.ignore == ("source-outlet",)
        assert config.declared is Status.REPUBLISHED

    @pytest.mark.parametrize("page", ["[id].html", "x/[id].html", "x/[...all]/a.html"])
    def test_brackets_in_names(self, tmp_path: Path, page: str) -> None:
        """A page with brackets in its name can be named as it is."""
        text = f"[[overrides]]\npaths = ['{page}']\nown = true\n"
        assert _configured(tmp_path, text, page).declared is Status.OWN

    def test_negated(self, tmp_path: Path) -> None:
        """A "!" glob takes pages out of an override."""
        text = "[[overrides]]\npaths = ['press/**', '!press/us/**']\nrepublished = true"
        assert _configured(tmp_path, text, "press/a.html").declared is Status.REPUBLISHED
        assert _configured(tmp_path, text, "press/us/a.html").declared is None

    def test_bad_glob(self, tmp_path: Path) -> None:
        """A glob that means nothing is named with its line, override and key."""
        text = "own = ['a']\n[[overrides]]\npaths = ['a*']\nown = ['[z-a]*']"
        with pytest.raises(
            ConfigError, match=r"toml:4: \[\[overrides\]\] number 1: `own`: \"\[z-a\]\*\" is no valid glob"
        ):
            _configured(tmp_path, text, "a.html")

    def test_hundreds(self, tmp_path: Path) -> None:
        """Hundreds of overrides for thousands of pages take no time to speak of."""
        text = "".join(
            f"[[overrides]]\npaths = ['pages/{number}.html', 'x{number}/*.html']\nsite-url = 'https://a.example/{number}'\n"
            for number in range(500)
        )
        _write(tmp_path, text)
        config = ConfigResolver(tmp_path)
        start = time.perf_counter()
        for number in range(5000):
            assert config.for_page(f"pages/{number % 500}.html").site_url == f"https://a.example/{number % 500}"
        assert time.perf_counter() - start < 3


class TestRules:
    """Which rules run, and how much they weigh."""

    @pytest.mark.parametrize(
        ("text", "select", "ignore"),
        [
            ("", None, ()),
            ("select = ['source-outlet', 'original-url']", ("original-url", "source-outlet"), ()),
            ("ignore = ['source-outlet']", None, ("source-outlet",)),
            ("select = ['original-url']\nignore = ['original-url']", ("original-url",), ("original-url",)),
            ("severity = { original-url = 'off' }", None, ("original-url",)),
            ("severity = { original-url = 'note' }", None, ()),
            (
                "ignore = ['source-outlet']\n[[overrides]]\npaths = ['**']\nignore = ['original-url']",
                None,
                ("original-url", "source-outlet"),
            ),
            (
                "ignore = ['original-url']\n[[overrides]]\npaths = ['**']\nselect = ['original-url']",
                ("original-url",),
                (),
            ),
            (
                "severity = { original-url = 'off' }\n[[overrides]]\npaths = ['**']\nselect = ['original-url']",
                ("original-url",),
                (),
            ),
            (
                "[severity]\noriginal-url = 'off'\n[[overrides]]\npaths = ['**']\nseverity.original-url = 'note'",
                None,
                (),
            ),
            (
                "ignore = ['original-url']\n[[overrides]]\npaths = ['x/**']\nselect = ['original-url']",
                None,
                ("original-url",),
            ),
        ],
    )
    def test_select_and_ignore(
        self, tmp_path: Path, text: str, select: tuple[str, ...] | None, ignore: tuple[str, ...]
    ) -> None:
        """A later `select` starts anew; a later `ignore` and `severity` add."""
        config = _configured(tmp_path, text, "a.html")
        assert (config.select, config.ignore) == (select, ignore)

    def test_no_severity_for_what_is_off(self, tmp_path: Path) -> None:
        """A rule that is off has no severity left."""
        text = "severity = { original-url = 'off', source-outlet = 'error' }"
        assert _configured(tmp_path, text, "a.html").severity == {"source-outlet": Severity.ERROR}


class TestDeclared:
    """What pages are said to be."""

    @pytest.mark.parametrize(
        ("text", "declared"),
        [
            ("republished = ['a/**']", Status.REPUBLISHED),
            ("own = ['a/**']", Status.OWN),
            ("own = ['b/**']", None),
            ("republished = []", None),
            ("republished = ['**']\n[[overrides]]\npaths = ['a/**']\nown = true", Status.OWN),
            ("republished = ['**']\n[[overrides]]\npaths = ['a/**']\nrepublished = false", None),
            ("own = ['**']\n[[overrides]]\npaths = ['a/**']\nrepublished = false", Status.OWN),
            ("own = ['**']\n[[overrides]]\npaths = ['a/**']\nown = ['a/x.html']", Status.OWN),
            ("[[overrides]]\npaths = ['a/**']\nown = ['b/**']", None),
            ("[[overrides]]\npaths = ['b/**']\nown = ['**']", None),
            ("[[overrides]]\npaths = ['a/**']\nown = ['*.html']", Status.OWN),
            ("own = ['**', '!a/**']", None),
            ("own = ['**']\n[[overrides]]\npaths = ['**']\nown = ['!a/**']", None),
            ("excerpt = ['a/**']", Status.EXCERPT),
            ("own = ['**']\n[[overrides]]\npaths = ['a/**']\nexcerpt = true", Status.EXCERPT),
            ("excerpt = ['**']\n[[overrides]]\npaths = ['a/**']\nexcerpt = false", None),
        ],
    )
    def test_declared(self, tmp_path: Path, text: str, declared: Status | None) -> None:
        """The last level that says something of the page decides; nobody's word is nobody's word."""
        assert _configured(tmp_path, text, "a/b.html").declared is declared

    @pytest.mark.parametrize("head", ["", "[[overrides]]\npaths = ['**']\n"])
    def test_both(self, tmp_path: Path, head: str) -> None:
        """A page that one level declares to be both is a mistake, others of the same file are not."""
        _write(tmp_path, f"{head}republished = ['press/**']\nown = ['*/us.html']\n")
        config = ConfigResolver(tmp_path)
        assert config.for_page("press/a.html").declared is Status.REPUBLISHED
        with pytest.raises(ConfigError, match=r"toml:\d: .*press/us\.html is declared both `republished` and `own`"):
            config.for_page("press/us.html")


class TestSelectors:
    """What stands on a page declares it."""

    def test_levels(self, tmp_path: Path) -> None:
        """An override replaces the selector of a status and leaves those of the others; the strictest comes first."""
        text = """
        selectors = { own = ".staff", republished = ".wire" }
        [[overrides]]
        paths = ["a/**"]
        selectors = { republished = ".partner", excerpt = ".digest" }
        """
        assert _configured(tmp_path, text, "b.html").selectors == (
            (Status.REPUBLISHED, ".wire"),
            (Status.OWN, ".staff"),
        )
        assert _configured(tmp_path, text, "a/b.html").selectors == (
            (Status.REPUBLISHED, ".partner"),
            (Status.EXCERPT, ".digest"),
            (Status.OWN, ".staff"),
        )

    def test_none(self, tmp_path: Path) -> None:
        """Without any there are none."""
        assert _configured(tmp_path, "own = []", "a.html").selectors == ()


class TestSuppressions:
    """Findings that the configuration excuses."""

    TEXT = """
        own = ["a/own.html"]
        [[overrides]]
        paths = ["a/**"]
        own = ["a/b.html"]
        [[suppressions]]
        paths = ["a/**", "!a/not.html"]
        rules = ["original-url"]
        reason = "one"
        [[suppressions]]
        paths = ["a/b.html"]
        rules = ["source-outlet"]
        reason = "two"
        """

    @pytest.mark.parametrize(
        ("page", "reasons"),
        [
            ("a/b.html", ["one", "two"]),
            ("a/c.html", ["one"]),
            ("a/not.html", []),
            ("b.html", []),
            ("a/own.html", ["one"]),
        ],
    )
    def test_paths(self, tmp_path: Path, page: str, reasons: list[str]) -> None:
        """Those hold whose globs match the page, beside all overrides."""
        config = _configured(tmp_path, self.TEXT, page)
        assert [item.reason for item in config.suppressions] == reasons
        assert (config.declared is Status.OWN) is (page in {"a/b.html", "a/own.html"})

    def test_met(self, tmp_path: Path) -> None:
        """Only those are met that held for a page that was asked about."""
        _write(tmp_path, self.TEXT)
        config = ConfigResolver(tmp_path)
        met = []
        for page in ("b.html", "a/not.html", "a/c.html", "a/b.html"):
            config.for_page(page)
            met.append([item.reason for item, _ in config.met])
        assert met == [[], [], ["one"], ["one", "two"]]

    def test_unmet(self, tmp_path: Path) -> None:
        """Only where all pages of a file's folder were asked about is it known which suppressions match none."""
        _write(tmp_path, self.TEXT)
        config = ConfigResolver(tmp_path)
        config.for_page("a/c.html")
        assert [item.reason for item, _ in config.unmet([str(tmp_path)])] == ["two"]
        assert config.unmet([str(tmp_path / "a")]) == ()
        config.for_page("a/b.html")
        assert config.unmet([str(tmp_path)]) == ()

    def test_malformed_glob(self, tmp_path: Path) -> None:
        """A glob that means nothing is named with its place."""
        with pytest.raises(ConfigError, match=r"toml:\d+: `paths`: "):
            _configured(tmp_path, self.TEXT.replace("!a/not.html", "#a"), "a/b.html")


class TestCommandLine:
    """Options go above files."""

    def test_overrides_the_file(self, tmp_path: Path) -> None:
        """The site's address and the rules of the command line win over file and overrides."""
        text = """
        site-url = "https://a.example/"
        severity = { original-url = "off", source-outlet = "note" }
        [[overrides]]
        paths = ["**"]
        site-url = "https://b.example/"
        ignore = ["source-outlet"]
        """
        options = CommandLine(
            site_url="http://c.example", select=("original-url", "source-outlet"), ignore=("dangling-credit",)
        )
        config = _configured(tmp_path, text, "a.html", options)
        assert config.site_url == "http://c.example"
        assert config.select == ("original-url", "source-outlet")
        assert config.ignore == ("dangling-credit",)
        assert config.severity == {"source-outlet": Severity.NOTE}

    def test_ignore_adds(self, tmp_path: Path) -> None:
        """What the file ignores stays ignored."""
        config = _configured(tmp_path, "ignore = ['original-url']", "a.html", CommandLine(ignore=("source-outlet",)))
        assert config.ignore == ("original-url", "source-outlet")

    def test_without_file(self, tmp_path: Path) -> None:
        """Options hold also where there is no file."""
        config = ConfigResolver(tmp_path, CommandLine(site_url="https://a.example/")).for_page("a.html")
        assert config == PageConfig(site_url="https://a.example/")

    def test_config(self, tmp_path: Path) -> None:
        """A file that is named holds for all pages, instead of the nearest; its globs are relative to its folder."""
        named = _write(tmp_path / "conf", "own = ['a.html', '../s/b.html']", "mine.toml")
        _write(tmp_path / "s", "republished = ['**']")
        config = ConfigResolver(tmp_path, CommandLine(config="conf/mine.toml"), _RULES)
        assert config.for_page("s/x.html") == PageConfig(named)
        assert config.for_page("s/b.html").declared is Status.OWN
        assert config.for_page("conf/a.html").declared is Status.OWN

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            (CommandLine(site_url="example.org"), "--site-url: must be an absolute address"),
            (
                CommandLine(select=("orignal-url",)),
                '--select: there is no rule "orignal-url"; did you mean "original-url"?',
            ),
            (CommandLine(ignore=("x",)), '--ignore: there is no rule "x"; the rules are copyright-disclaimer,'),
            (CommandLine(exclude=("",)), "--exclude: "),
            (CommandLine(exclude=("a\udce9[z-a]*",)), "--exclude: "),
            (CommandLine(config="none.toml"), "--config: there is no file none.toml"),
            (CommandLine(config="bda.toml"), "--config: there is no file bda.toml; did you mean bad.toml?"),
            (
                CommandLine(config="zzz", variables={"--config": "ATTRIBUTION_LINT_CONFIG"}),
                "ATTRIBUTION_LINT_CONFIG: there is no file zzz",
            ),
            (CommandLine(config="pyproject.toml"), "--config: pyproject.toml has no table [tool.attribution-lint]"),
            (CommandLine(config="bad.toml"), 'bad.toml:1: there is no key "x"'),
            (CommandLine(config="."), "it is not a file"),
        ],
    )
    def test_mistakes(self, tmp_path: Path, options: CommandLine, message: str) -> None:
        """A wrong option is found before any page."""
        _write(tmp_path, "", "pyproject.toml")
        _write(tmp_path, "x = 1", "bad.toml")
        with pytest.raises(ConfigError) as caught:
            ConfigResolver(tmp_path, options, _RULES)
        assert message in str(caught.value)


class TestExcluded:
    """Which pages are left out."""

    @pytest.mark.parametrize(
        ("text", "page"),
        [
            ("exclude = ['drafts/']", "drafts/a.html"),
            ("exclude = ['drafts']", "x/drafts/y/a.html"),
            ("exclude = ['drafts/**']", "drafts/x/a.html"),
            ("exclude = ['*.tmp.html']", "x/a.tmp.html"),
            ("exclude = ['a.html']", "a.html"),
            ("exclude = ['drafts/', '!drafts/a.html']", "drafts/a.html"),
            ("[[overrides]]\npaths = ['x/**']\nexclude = ['a.html']", "x/y/a.html"),
        ],
    )
    def test_excluded(self, tmp_path: Path, text: str, page: str) -> None:
        """A page is out by itself or with its folder, out of which nothing can be taken back."""
        _write(tmp_path, text)
        assert ConfigResolver(tmp_path).excluded(page)

    @pytest.mark.parametrize(
        ("text", "page"),
        [
            ("", "a.html"),
            ("exclude = []", "a.html"),
            ("exclude = ['drafts/']", "draft/a.html"),
            ("exclude = ['drafts/']", "drafts"),
            ("exclude = ['drafts/**', '!drafts/a.html']", "drafts/a.html"),
            ("exclude = ['*.html', '!a.html']", "a.html"),
            ("[[overrides]]\npaths = ['x/**']\nexclude = ['a.html']", "y/a.html"),
            ("exclude = ['a.html']\n[[overrides]]\npaths = ['x/**']\nexclude = ['!a.html']", "x/a.html"),
            ("own = ['a.html']", "a.html"),
        ],
    )
    def test_not_excluded(self, tmp_path: Path, text: str, page: str) -> None:
        """Nothing else is out."""
        _write(tmp_path, text)
        assert not ConfigResolver(tmp_path).excluded(page)

    def test_folders(self, tmp_path: Path) -> None:
        """A folder is out where all in it is; the files in it are not read any more."""
        _write(tmp_path, "exclude = ['drafts/']")
        _write(tmp_path / "drafts" / "x", "no TOML")
        config = ConfigResolver(tmp_path)
        assert config.excluded_folder("drafts")
        assert config.excluded_folder("drafts/x")
        assert config.excluded("drafts/x/a.html")
        assert not config.excluded_folder(".")
        assert not config.excluded_folder("pages")

    def test_nested_files(self, tmp_path: Path) -> None:
        """Each file excludes in its own folders: one further down says nothing of those above."""
        _write(tmp_path, "exclude = ['x.html']")
        _write(tmp_path / "a", "exclude = ['y.html']")
        config = ConfigResolver(tmp_path)
        assert [config.excluded(page) for page in ("x.html", "y.html", "a/x.html", "a/y.html")] == [
            True,
            False,
            False,
            True,
        ]

    def test_command_line(self, tmp_path: Path) -> None:
        """The globs of the command line are relative to the working directory, and have the last word."""
        _write(tmp_path, "exclude = ['old.html']")
        config = ConfigResolver(tmp_path / "s", CommandLine(exclude=("s/**", "/x/", "../t/*", "!old.html")))
        pages = ["x/a.html", "../t/a.html", "old.html", "a.html", "y/x/a.html", "../t.html"]
        assert [config.excluded(page) for page in pages] == [True, True, False, False, False, False]

    def test_dots_out_of_the_working_directory_are_no_names(self, tmp_path: Path) -> None:
        """A glob for hidden names does not exclude all that is outside."""
        config = ConfigResolver(tmp_path / "s", CommandLine(exclude=(".*",)))
        assert not config.excluded("../t/a.html")
        assert config.excluded(".hidden/a.html")


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("a/./b/../c.html", "a/c.html"),
        ("../x.html", "../x.html"),
        ("[id] %.html", "[id] %.html"),
        ("a\n\x1b[1m.html", "a\n\x1b[1m.html"),
        ("caf\udce9.html", "caf\\xe9.html"),
        ("\ud800.html", "\\ud800.html"),
        ("新闻.html", "新闻.html"),
        (".", "."),
    ],
)
def test_shown(tmp_path: Path, path: str, shown: str) -> None:
    """Paths are shown relative to the working directory, faithfully, and can always be written as UTF-8."""
    assert ConfigResolver(tmp_path).shown(path) == shown
    assert shown.encode()
