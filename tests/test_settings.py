"""Tests of reading one configuration file."""

from __future__ import annotations

import os
from pathlib import Path
from time import process_time

import pytest

from attribution_lint.model import Severity, Status
from attribution_lint.settings import MAX_BYTES, ConfigError, Layer, Settings, read_settings

_RULES = ("copyright-disclaimer", "dangling-credit", "original-url", "source-outlet")
SUPPRESSION = "[[suppressions]]\npaths = ['a']"


def _read(folder: Path, text: str, name: str = "attribution-lint.toml") -> Settings | None:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_settings(path, name, _RULES)


def _mistake(folder: Path, text: str, name: str = "attribution-lint.toml") -> str:
    with pytest.raises(ConfigError) as caught:
        _read(folder, text, name)
    return str(caught.value)


def test_all_keys(tmp_path: Path) -> None:
    """Every key finds its place, at the top and in overrides."""
    settings = _read(
        tmp_path,
        """
        site-url = "https://www.example.org/"
        exclude = ["drafts/"]
        select = ["original-url", "source-outlet"]
        ignore = ["source-outlet"]
        republished = ["press/**"]
        own = ["blog/**"]
        [severity]
        original-url = "note"
        dangling-credit = "off"
        [[overrides]]
        paths = ["a/**"]
        republished = true
        [[overrides]]
        paths = ["b/**"]
        own = ["b/x.html"]
        severity = { original-url = "error" }
        """,
    )
    assert settings is not None
    assert settings.layers == (
        Layer(
            site_url="https://www.example.org/",
            select=("original-url", "source-outlet"),
            ignore=("source-outlet",),
            severity={"original-url": Severity.NOTE, "dangling-credit": None},
            declared={Status.REPUBLISHED: ("press/**",), Status.OWN: ("blog/**",)},
            exclude=("drafts/",),
        ),
        Layer(paths=("a/**",), declared={Status.REPUBLISHED: True}),
        Layer(paths=("b/**",), declared={Status.OWN: ("b/x.html",)}, severity={"original-url": Severity.ERROR}),
    )


def test_suppressions(tmp_path: Path) -> None:
    """Each knows where it stands, also in a pyproject.toml and behind other tables."""
    text = (
        "[[tool.attribution-lint.overrides]]\npaths = ['a']\n"
        "[[tool.attribution-lint.suppressions]]\npaths = ['b']\nrules = ['original-url']\nreason = ' old '\n"
        "[[ tool.attribution-lint.suppressions ]]\npaths = ['c']\nrules = ['source-outlet']\nreason = 'x'\n"
    )
    settings = _read(tmp_path, text, "pyproject.toml")
    assert settings is not None
    first, second = settings.suppressions
    assert (first.paths, first.rules, first.reason) == (("b",), ("original-url",), "old")
    assert (first.where, second.where) == ("pyproject.toml:3", "pyproject.toml:7")
    assert second.header == "[[ tool.attribution-lint.suppressions ]]"


def test_many_suppressions(tmp_path: Path) -> None:
    """The lines of thousands are found in one pass over the file."""
    one = "[[suppressions]]\npaths = ['a']\nrules = ['original-url']\nreason = 'x'\n"
    begin = process_time()
    few = _read(tmp_path, one * 300)
    between = process_time()
    many = _read(tmp_path, one * 3000)
    assert few is not None
    assert many is not None
    assert [item.line for item in many.suppressions] == list(range(1, 12_000, 4))
    # Ten times as many take about ten times as long, and not a hundred times.
    assert process_time() - between < 40 * (between - begin) + 0.1


def test_suppressions_written_inline(tmp_path: Path) -> None:
    """Where no line opens one, the file alone is told: its first line."""
    text = "own = []\nsuppressions = [{paths = ['b'], rules = ['original-url'], reason = 'x'}]\n"
    settings = _read(tmp_path, text)
    assert settings is not None
    assert settings.suppressions[0].where == "attribution-lint.toml:1"


def test_pyproject(tmp_path: Path) -> None:
    """The table in a pyproject.toml is as good as a file of its own."""
    text = '[tool.attribution-lint]\nown = ["a"]\n[[tool.attribution-lint.overrides]]\npaths = ["b"]\n'
    settings = _read(tmp_path, text, "pyproject.toml")
    assert settings is not None
    assert settings.layers == (Layer(declared={Status.OWN: ("a",)}), Layer(paths=("b",)))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[project]\nname = 'x'\n",
        "[project]\ndependencies = ['attribution-lint']\n",
        "[tool.other]\nx = 1\n",
        "this is = = no TOML",
        "[tool]\nx = 'attribution-lint'\n",
    ],
)
def test_other_pyproject(tmp_path: Path, text: str) -> None:
    """A pyproject.toml that has nothing to do with this tool is none of its business."""
    assert _read(tmp_path, text, "pyproject.toml") is None


@pytest.mark.parametrize("name", ["attribution_lint", "Attribution-Lint", "attributionlint"])
def test_misspelt_table(tmp_path: Path, name: str) -> None:
    """A table that is ours but for its spelling is not passed by, even beside the right one."""
    for more in ("", "[tool.attribution-lint]\n"):
        with pytest.raises(ConfigError, match=r"did you mean \[tool\.attribution-lint\]\?"):
            _read(tmp_path, f"{more}[tool.{name}]\nown = []\n", "pyproject.toml")


def test_no_file(tmp_path: Path) -> None:
    """Where there is no file, there are no settings; a folder called pyproject.toml is no file."""
    assert read_settings(tmp_path / "attribution-lint.toml", "x", _RULES) is None
    (tmp_path / "pyproject.toml").mkdir()
    assert read_settings(tmp_path / "pyproject.toml", "x", _RULES) is None


@pytest.mark.parametrize("text", ["", "# nothing\n", "\ufeffown = []\n", "own = []\r\nexclude = []\r\n"])
def test_nothing_to_complain_about(tmp_path: Path, text: str) -> None:
    """Empty files, byte order marks and the newlines of Windows are fine."""
    assert _read(tmp_path, text) is not None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("exlude = []", '1: there is no key "exlude"; did you mean "exclude"?'),
        ("\n\nsite_url = 'https://a.b/'", '3: there is no key "site_url"; did you mean "site-url"?'),
        ("Own = []", '1: there is no key "Own"; did you mean "own"?'),
        (
            "zzz = 1",
            (
                "the keys are site-url, exclude, select, ignore, severity, republished, excerpt, own, selectors, "
                "overrides, suppressions"
            ),
        ),
        ("'sit-url' = 1", '1: there is no key "sit-url"; did you mean "site-url"?'),
        ("[severty]\noriginal-url = 'off'", '1: there is no key "severty"; did you mean "severity"?'),
        ("paths = ['a']", 'there is no key "paths"'),
        ("site-url = 5", "1: `site-url` must be a string, not a number"),
        ("site-url = 'example.org'", "1: `site-url` must be an absolute address such as"),
        ("site-url = 'ftp://example.org/'", 'not "ftp://example.org/"'),
        ("site-url = 'https://'", "must be an absolute address"),
        ("site-url = 'https://a b.org/'", "must be an absolute address"),
        ("site-url = 'https://['", "must be an absolute address"),
        ("site-url = ''", "must be an absolute address"),
        ("exclude = 'drafts'", '1: `exclude` must be a list, not a string; write exclude = ["drafts"]'),
        ("exclude = 1979-05-27", "`exclude` must be a list of strings, not a date or time"),
        ("exclude = ['a', 5]", "`exclude` must be a list of strings, but holds a number"),
        ("own = true", "`own` must be a list of globs here; true or false is for [[overrides]]"),
        ("republished = 1", "`republished` must be a list of strings, not a number"),
        ("select = []", "`select` names no rule, so none would run"),
        ("select = ['orignal-url']", '`select`: there is no rule "orignal-url"; did you mean "original-url"?'),
        ("ignore = ['zzz']", "the rules are copyright-disclaimer, dangling-credit, original-url, source-outlet"),
        ("severity = 'error'", "`severity` must be a table such as"),
        (
            "[severity]\noriginal-url = 'eror'",
            '2: `severity.original-url`: must be one of error, warning, note, off, not "eror"; did you mean "error"?',
        ),
        (
            "severity.original-url = 'Warn'",
            'not "Warn"; did you mean "warning"?',
        ),
        ("[severity]\noriginal-url = 'fatal'", 'not "fatal"'),
        ("[severity]\norignal-url = 'error'", 'there is no rule "orignal-url"; did you mean "original-url"?'),
        ("[[override]]\npaths = ['a']", 'there is no key "override"; did you mean "overrides"?'),
        ("[severity]\noriginal-url = false", "must be one of error, warning, note, off, not true or false"),
        (
            "[severity]\nsource-outlets = 'off'",
            '2: `severity.source-outlets`: there is no rule "source-outlets"; did you',
        ),
        ("overrides = 5", "`overrides` must be tables, each under a line [[overrides]]"),
        ("[overrides]\npaths = ['a']", "`overrides` must be tables"),
        ("overrides = [1]", "`overrides` must be tables"),
        ("[[overrides]]\nown = true", "[[overrides]] number 1: `paths` must name the pages that it is for"),
        ("[[overrides]]\npaths = []", "2: [[overrides]] number 1: `paths` must name the pages"),
        (
            "[[overrides]]\npaths = ['a']\n[[overrides]]\npath = ['b']",
            '4: [[overrides]] number 2: there is no key "path"; did',
        ),
        ("[[overrides]]\npaths = ['a']\noverrides = []", 'there is no key "overrides"; the keys are paths, site-url'),
        (
            "[[overrides]]\npaths = ['a']\nown = true\nrepublished = true",
            "3: [[overrides]] number 1: the pages cannot be both",
        ),
        ("[[overrides]]\npaths = ['a']\n[overrides.severity]\nx = 'off'", "4: [[overrides]] number 1: `severity.x`"),
        ("selectors = 1", "1: `selectors` must be a table such as"),
        ("[selectors]\nrepublishd = '.a'", "2: `selectors.republishd`: there is no such status; did you mean"),
        ("[selectors]\nown = 5", "2: `selectors.own`: must be a CSS selector, not a number"),
        ("[selectors]\nown = 'p['", '2: `selectors.own`: "p[" is no CSS selector: '),
        ("suppressions = 5", "1: `suppressions` must be tables, each under a line [[suppressions]]"),
        ("[[suppressions]]", "1: [[suppressions]] number 1: `paths` must be a list of strings"),
        (f"{SUPPRESSION}\nrules = []", "1: [[suppressions]] number 1: `rules` must be a list of strings"),
        (f"{SUPPRESSION}\nrules = ['orignal-url']", 'there is no rule "orignal-url"; did you mean "original-url"?'),
        (f"{SUPPRESSION}\nrules = ['original-url']", "1: [[suppressions]] number 1: `reason` is missing: say why"),
        (f"{SUPPRESSION}\nrules = ['original-url']\nreason = ' '", "`reason` is missing"),
        (f"\n{SUPPRESSION}\nreasons = 1", '2: [[suppressions]] number 1: there is no key "reasons"; did you mean'),
        ("[[overrides]]\npaths = ['a']\nsuppressions = []", 'there is no key "suppressions"'),
        ("own = [\n", "it is not valid TOML"),
        ("own = []\nown = []", "it is not valid TOML"),
        ("a = " + "[" * 5000, "nested too deep"),
    ],
)
def test_mistakes(tmp_path: Path, text: str, message: str) -> None:
    """A mistake is named with its file, its line where that is sure, its key and what was probably meant."""
    mistake = _mistake(tmp_path, text)
    assert mistake.startswith("attribution-lint.toml:")
    assert message in mistake.removeprefix("attribution-lint.toml:")


def test_line_of_toml_error(tmp_path: Path) -> None:
    """A file that is no TOML is named with line and column."""
    assert _mistake(tmp_path, "own = []\nexclude ['a']\n").startswith(
        "attribution-lint.toml:2:9: it is not valid TOML: "
    )


def test_no_line_where_it_could_be_two(tmp_path: Path) -> None:
    """No line is better than a wrong one."""
    text = "own = ['''\nexlude = 1\n''']\nexlude = 2\n"
    assert _mistake(tmp_path, text).startswith('attribution-lint.toml: there is no key "exlude"')


def test_line_in_pyproject(tmp_path: Path) -> None:
    """Lines count from the beginning of the file, and keys of other tools' tables are not mistaken for ours."""
    text = "[tool.x]\nexlude = 1\n[tool.attribution-lint]\nexlude = 2\n"
    assert _mistake(tmp_path, text, "pyproject.toml").startswith("pyproject.toml:4: ")


def test_line_in_overrides_of_pyproject(tmp_path: Path) -> None:
    """Overrides are counted in a pyproject.toml too."""
    override = "[[tool.attribution-lint.overrides]]\npaths = ['a']\n"
    text = f"{override}{override}x = 1\n"
    assert _mistake(tmp_path, text, "pyproject.toml").startswith("pyproject.toml:5: [[overrides]] number 2: ")


@pytest.mark.parametrize("text", ["tool = { attribution-lint = 5 }", "[tool]\nattribution-lint = []"])
def test_no_table(tmp_path: Path, text: str) -> None:
    """A value where the table should be is a mistake, not an absence."""
    assert "`tool.attribution-lint` must be a table" in _mistake(tmp_path, text, "pyproject.toml")


def test_not_utf8(tmp_path: Path) -> None:
    """A file in another encoding is named with the line of the first such character."""
    path = tmp_path / "attribution-lint.toml"
    path.write_bytes(b"own = []\nexclude = ['\xe9']\n")
    with pytest.raises(ConfigError, match=r"^x:2: it is not UTF-8"):
        read_settings(path, "x", _RULES)


def test_not_a_file(tmp_path: Path) -> None:
    """A folder or a pipe of that name is a mistake, and does not hang."""
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name in ("folder", "pipe"):
        with pytest.raises(ConfigError, match="it is not a file"):
            read_settings(tmp_path / name, name, _RULES)


def test_too_large(tmp_path: Path) -> None:
    """A file beyond all reason is not read."""
    path = tmp_path / "attribution-lint.toml"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(ConfigError, match="larger than 10 MB"):
        read_settings(path, "x", _RULES)


def test_any_rule_where_none_is_known(tmp_path: Path) -> None:
    """Without a list of rules, every id is taken."""
    path = tmp_path / "attribution-lint.toml"
    path.write_text("select = ['anything']\n")
    settings = read_settings(path, "x", None)
    assert settings is not None
    assert settings.layers[0].select == ("anything",)
