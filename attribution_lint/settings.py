"""Reads a configuration file: `attribution-lint.toml`, or the table `[tool.attribution-lint]` of a `pyproject.toml`.

All mistakes that can be seen without a page are found here, and named with file, line where it can be told, key and the
nearest key or rule that there is.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import count, repeat
from pathlib import Path

from attribution_lint.expressions import expression
from attribution_lint.model import Severity, Status
from attribution_lint.refusal import RefusalError
from attribution_lint.urls import split

MAX_BYTES = 10_000_000
"""The largest configuration file that is read."""

OWN_FILE = "attribution-lint.toml"
PYPROJECT = "pyproject.toml"

_TABLE = ("tool", "attribution-lint")
_EVERYWHERE = ("site-url", "exclude", "select", "ignore", "severity", "republished", "excerpt", "own", "selectors")
_SUPPRESSION_KEYS = ("paths", "rules", "reason")
STATUSES = tuple(Status)
"""What pages can be declared to be, each by a key of that name."""
_LEVELS: Mapping[str, Severity | None] = {**{level.value: level for level in Severity}, "off": None}
_NAME = expression(rb"(?i)attribution[-_]?lint")
_HEADER = expression(r"\s*\[(\[?)([^\[\]]+)\]")
_KEY = expression(r"\s*(?:\"([^\"]*)\"|'([^']*)'|([\w-]+))\s*[.=]")
_POSITION = expression(r" \(at line (\d+), column (\d+)\)$")
_TYPES = {str: "a string", bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "a table"}


class ConfigError(RefusalError):
    """The configuration, or an option of the command line, is wrong; the message says where and how to mend it."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Settings of one level: the top of a file, one of its overrides, or the command line."""

    site_url: str | None = None
    select: tuple[str, ...] | None = None
    """Ids of the only rules to run; None leaves that to the levels below."""
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity | None] = field(default_factory=dict)
    """By rule id; None turns the rule off."""
    declared: Mapping[Status, bool | tuple[str, ...]] = field(default_factory=dict)
    """Globs of the pages that are declared something, or whether all pages of an override are."""
    selectors: Mapping[Status, str] = field(default_factory=dict)
    """CSS selectors of what stands only on pages that are declared something."""
    exclude: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    """Globs of the pages that an override is for; empty for the other levels."""

    @property
    def page_globs(self) -> tuple[tuple[str, ...], ...]:
        """The globs for `paths`, and for what pages are declared to be in the order of `STATUSES`."""
        says = (self.declared.get(status) for status in STATUSES)
        return self.paths, *(globs if isinstance(globs, tuple) else () for globs in says)


@dataclass(frozen=True, slots=True)
class PathSuppression:
    """Findings of some rules that don't count on some pages."""

    paths: tuple[str, ...]
    """Globs of the pages."""
    rules: tuple[str, ...]
    reason: str
    file: str
    """The configuration file, as it is shown."""
    line: int
    header: str
    """That line of the file, as it stands there."""

    @property
    def where(self) -> str:
        """File and line."""
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a configuration file, to say where in it a mistake is."""

    shown: str
    text: str
    table: str
    """Name of the table that holds the configuration; "" for the whole file."""

    def headers(self, name: str) -> Iterator[tuple[int, str]]:
        """The lines that open the tables of an array of tables, and what stands there; without end.

        The first line of the file where the array is written inline.
        """
        wanted = f"{self.table}.{name}".removeprefix(".")
        lines = self.text.split("\n")
        for place, line in enumerate(lines, 1):
            if (header := _HEADER.match(line)) and re.sub(r"[\s\"']", "", header[2]) == wanted:
                yield place, line.rstrip("\r")
        yield from repeat((1, lines[0].rstrip("\r")))

    def error(self, problem: str, key: str, override: int = 0, subtable: str = "") -> ConfigError:
        """A mistake at a key; `override` counts from 1, 0 is the top level."""
        where = f"[[overrides]] number {override}: " if override else ""
        return ConfigError(f"{self._place(self._line(key, override, subtable))}: {where}{problem}")

    def origin(self, key: str, override: int = 0, subtable: str = "") -> str:
        """Where the value of a key stands, in words."""
        # A table can be written in one line: then that is where its keys stand.
        line = self._line(key, override, subtable) or (self._line(subtable, override, "") if subtable else None)
        place = self._place(line)
        return f"{place}, [[overrides]] number {override}" if override else place

    def _place(self, line: int | None) -> str:
        return f"{self.shown}:{line}" if line else self.shown

    def _line(self, key: str, override: int, subtable: str) -> int | None:
        """The line where a key stands, if there is just one that it can be."""
        parts = (self.table, "overrides" if override else "", subtable)
        wanted = ".".join(part for part in parts if part)
        overrides = f"{self.table}.overrides".removeprefix(".")
        table, count = "", 0
        found = []
        for number, line in enumerate(self.text.split("\n"), 1):
            header = _HEADER.match(line)
            if header:
                table = re.sub(r"[\s\"']", "", header[2])
                count += table == overrides
                here = table == f"{wanted}.{key}".removeprefix(".")
            else:
                name = _KEY.match(line)
                here = table == wanted and name is not None and key in name.groups()
            if here and override in {0, count}:
                found.append(number)
        return found[0] if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class Settings:
    """One configuration file."""

    document: Document
    layers: tuple[Layer, ...]
    """The top level, then the overrides in their order."""
    suppressions: tuple[PathSuppression, ...] = ()


def read_settings(path: Path, shown: str, rules: Collection[str] | None) -> Settings | None:
    """Read a configuration file; None where there is none, or a `pyproject.toml` that has no table for this tool.

    Args:
        path: of the file.
        shown: the path to name it by.
        rules: the ids of all rules there are; None accepts any.

    Raises:
        ConfigError: the file cannot be read, or something in it is wrong.
    """
    pyproject = path.name == PYPROJECT
    data = _read(path, shown)
    # Other people's pyproject.toml is their business: it is parsed only where it can concern us.
    if data is None or (pyproject and not _NAME.search(data)):
        return None
    text, values = _parse(data, shown)
    if pyproject:
        _check_table_name(values.get(_TABLE[0]), shown)
        for name in _TABLE:
            inner = values.get(name)
            if inner is None:
                return None
            if not isinstance(inner, dict):
                raise ConfigError(f"{shown}: `{'.'.join(_TABLE)}` must be a table, not {_kind(inner)}")
            values = inner
    document = Document(shown, text, ".".join(_TABLE) if pyproject else "")
    top = _Table(document, values, 0, rules)
    top.check_keys((*_EVERYWHERE, "overrides", "suppressions"))
    layers = [top.layer()]
    for number, override in enumerate(top.tables("overrides"), 1):
        table = _Table(document, override, number, rules)
        table.check_keys(("paths", *_EVERYWHERE))
        layers.append(table.layer())
    # The lines come from one pass over the file, for there may be thousands of them.
    suppressions = zip(count(1), top.tables("suppressions"), document.headers("suppressions"), strict=False)
    return Settings(
        document,
        tuple(layers),
        tuple(_suppression(shown, item, number, header, rules) for number, item, header in suppressions),
    )


def _suppression(
    shown: str, values: Mapping[str, object], number: int, header: tuple[int, str], rules: Collection[str] | None
) -> PathSuppression:
    """One of the `[[suppressions]]`; `shown` is the path of the file, `header` its line and what stands there.

    Raises:
        ConfigError: something in it is wrong, or its reason is missing.
    """
    line, text = header

    def wrong(problem: str) -> ConfigError:
        return ConfigError(f"{shown}:{line}: [[suppressions]] number {number}: {problem}")

    for key in values:
        if key not in _SUPPRESSION_KEYS:
            raise wrong(f'there is no key "{key}"; {nearest(key, _SUPPRESSION_KEYS, "the keys are")}')
    lists: list[tuple[str, ...]] = []
    for key, meaning in (("paths", "globs of the pages"), ("rules", "the rules")):
        value = values.get(key)
        if not isinstance(value, list) or not value or not all(isinstance(item, str) for item in value):
            raise wrong(f"`{key}` must be a list of strings: {meaning} that it is for")
        lists.append(tuple(value))
    problem = check_rules(lists[1], rules)
    if problem:
        raise wrong(f"`rules`: {problem}")
    reason = values.get("reason")
    if not isinstance(reason, str) or not reason.strip():
        raise wrong('`reason` is missing: say why these findings do not count, such as "the outlet closed in 2012"')
    return PathSuppression(lists[0], lists[1], reason.strip(), shown, line, text)


def check_url(url: str) -> str | None:
    """What is wrong with a `site-url`; None if nothing is."""
    parts = split(url)
    if parts is None or parts.scheme not in {"http", "https"} or not parts.hostname or re.search(r"[\s\x00-\x1f]", url):
        return f'must be an absolute address such as "https://www.example.org/", not "{url}"'
    return None


def check_rules(ids: Iterable[str], rules: Collection[str] | None) -> str | None:
    """What is wrong with a list of rule ids; None if nothing is."""
    unknown = next((rule for rule in ids if rules is not None and rule not in rules), None)
    if unknown is None:
        return None
    return f'there is no rule "{unknown}"; {nearest(unknown, sorted(rules or ()), "the rules are")}'


def nearest(name: str, known: Sequence[str], otherwise: str) -> str:
    """Words that lead from a misspelt name to the known one, or to all of them."""
    close = get_close_matches(name.lower().replace("_", "-"), known, n=1)
    return f'did you mean "{close[0]}"?' if close else f"{otherwise} {', '.join(known)}"


def _read(path: Path, shown: str) -> bytes | None:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(status.st_mode):
        if path.name == PYPROJECT:
            return None
        raise ConfigError(f"{shown}: it is not a file; rename it, or put the configuration there")
    if status.st_size > MAX_BYTES:
        raise ConfigError(f"{shown}: it is larger than {MAX_BYTES // 1_000_000} MB")
    try:
        return path.read_bytes()
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise ConfigError(f"{shown}: it cannot be read: {reason}") from error


def _parse(data: bytes, shown: str) -> tuple[str, dict[str, object]]:
    import tomllib

    try:
        # Some editors begin every file with a byte order mark, which is no TOML.
        text = data.decode("utf-8-sig")
        return text, tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{shown}:{line}: it is not UTF-8; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        position = _POSITION.search(str(error))
        place = f"{shown}:{position[1]}:{position[2]}" if position else shown
        raise ConfigError(f"{place}: it is not valid TOML: {_POSITION.sub('', str(error))}") from error
    except RecursionError as error:
        raise ConfigError(f"{shown}: its values are nested too deep") from error


def _check_table_name(tools: object, shown: str) -> None:
    """Refuse a table that is ours but for its spelling: it would be passed by, as those of other tools are."""
    for name in tools if isinstance(tools, dict) else ():
        if name != _TABLE[-1] and _NAME.fullmatch(name.encode("utf-8", "replace")):
            raise ConfigError(f"{shown}: there is no tool {name}; did you mean [{'.'.join(_TABLE)}]?")


def _kind(value: object) -> str:
    return _TYPES.get(type(value), "a date or time")


class _Table:
    """The values of one level, on their way to a layer."""

    def __init__(
        self, document: Document, values: Mapping[str, object], override: int, rules: Collection[str] | None
    ) -> None:
        self._document = document
        self._values = values
        self._override = override
        self._rules = rules

    def check_keys(self, known: Sequence[str]) -> None:
        for key in self._values:
            if key not in known:
                raise self._error(f'there is no key "{key}"; {nearest(key, known, "the keys are")}', key)

    def layer(self) -> Layer:
        site_url = self._values.get("site-url")
        if site_url is not None:
            self._must_be(str, "site-url", site_url)
            self._no_problem(check_url(str(site_url)), "site-url")
        layer = Layer(
            site_url=None if site_url is None else str(site_url),
            select=self._rule_ids("select"),
            ignore=self._rule_ids("ignore") or (),
            severity=self._severity(),
            declared={status: says for status in STATUSES if (says := self._declaration(status.value)) is not None},
            selectors=self._selectors(),
            exclude=self._strings("exclude") or (),
            paths=self._strings("paths") or (),
        )
        if layer.select == ():
            raise self._error("`select` names no rule, so none would run; name some, or leave the key out", "select")
        if self._override and not layer.paths:
            raise self._error("`paths` must name the pages that it is for", "paths")
        two = [status.value for status in STATUSES if layer.declared.get(status) is True][:2]
        if len(two) == 2:
            raise self._error(f"the pages cannot be both `{two[0]}` and `{two[1]}`; remove one of the keys", two[1])
        return layer

    def tables(self, key: str) -> list[Mapping[str, object]]:
        """The tables of an array of tables."""
        value = self._values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self._error(f"`{key}` must be tables, each under a line [[{key}]]", key)
        return value

    def _selectors(self) -> Mapping[Status, str]:
        value = self._values.get("selectors", {})
        if not isinstance(value, dict):
            raise self._error(
                f'`selectors` must be a table such as {{ republished = ".syndicated" }}, not {_kind(value)}',
                "selectors",
            )
        for name, selector in value.items():
            problem = None
            if name not in STATUSES:
                problem = f"there is no such status; {nearest(name, [*STATUSES], 'they are')}"
            elif not isinstance(selector, str):
                problem = f"must be a CSS selector, not {_kind(selector)}"
            else:
                from attribution_lint.selectors import SelectorError, check_selector

                try:
                    check_selector(selector)
                except SelectorError as error:
                    problem = f'"{selector}" is no CSS selector: {error}'
            if problem:
                raise self._document.error(f"`selectors.{name}`: {problem}", name, self._override, "selectors")
        return {Status(name): selector for name, selector in value.items()}

    def _declaration(self, key: str) -> bool | tuple[str, ...] | None:
        value = self._values.get(key)
        if isinstance(value, bool):
            if not self._override:
                raise self._error(f"`{key}` must be a list of globs here; true or false is for [[overrides]]", key)
            return value
        return self._strings(key)

    def _strings(self, key: str) -> tuple[str, ...] | None:
        value = self._values.get(key)
        if value is None:
            return None
        if isinstance(value, str):
            raise self._error(f'`{key}` must be a list, not a string; write {key} = ["{value}"]', key)
        if not isinstance(value, list):
            raise self._error(f"`{key}` must be a list of strings, not {_kind(value)}", key)
        for item in value:
            if not isinstance(item, str):
                raise self._error(f"`{key}` must be a list of strings, but holds {_kind(item)}", key)
        return tuple(value)

    def _rule_ids(self, key: str) -> tuple[str, ...] | None:
        ids = self._strings(key)
        self._no_problem(check_rules(ids or (), self._rules), key)
        return ids

    def _severity(self) -> Mapping[str, Severity | None]:
        value = self._values.get("severity", {})
        if not isinstance(value, dict):
            raise self._error(
                f'`severity` must be a table such as {{ original-url = "warning" }}, not {_kind(value)}', "severity"
            )
        for rule, level in value.items():
            problem = check_rules([rule], self._rules)
            if not problem and (not isinstance(level, str) or level not in _LEVELS):
                given = f'"{level}"' if isinstance(level, str) else _kind(level)
                close = get_close_matches(str(level).lower(), _LEVELS, n=1)
                hint = f'; did you mean "{close[0]}"?' if close else ""
                problem = f"must be one of {', '.join(_LEVELS)}, not {given}{hint}"
            if problem:
                raise self._document.error(f"`severity.{rule}`: {problem}", rule, self._override, "severity")
        return {rule: _LEVELS[level] for rule, level in value.items()}

    def _must_be(self, wanted: type, key: str, value: object) -> None:
        if not isinstance(value, wanted):
            raise self._error(f"`{key}` must be {_TYPES[wanted]}, not {_kind(value)}", key)

    def _no_problem(self, problem: str | None, key: str) -> None:
        if problem:
            raise self._error(f"`{key}`: {problem}" if problem.startswith("there") else f"`{key}` {problem}", key)

    def _error(self, problem: str, key: str) -> ConfigError:
        return self._document.error(problem, key, self._override)
