"""Globs as in a .gitignore, many lists of them matched at once.

The last glob of a list that matches a path decides, and one that begins with "!" decides against it. Most globs are
names of files and folders: those are looked up. The others become one automaton that reads a path once, however many
globs there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from attribution_lint.expressions import expression

_WILD = expression(r"[*?\[\\]")
# Steps out of the base folder are no names: "*" and ".*" must not match them as such.
_OUT = expression(r"^(?:\.\./)+")
_OUT_MARK = "\ufdd0"
_ALL_BENEATH = expression(r"^/?(.*[^/])/\*\*$", re.DOTALL)
_LONE_SURROGATE = expression("[\ud800-\udfff]")
# Enough for thousands of globs; the automaton takes what it needs.
_MEMORY = 256 * 1024 * 1024


_TOO_MANY = "there are too many globs with wildcards to match at once; name folders instead"


class GlobError(ValueError):
    """A glob means nothing; the message says which one and why."""


def root_of(glob: str) -> str:
    """The path that whatever a glob matches is, or is beneath, as far as the glob says; "" for the base folder."""
    names = glob.rstrip("/").split("/")
    return "/".join(takewhile(lambda name: not _WILD.search(name), names)).lstrip("/") if len(names) > 1 else ""


class Globs:
    """Lists of globs over paths that are relative to one folder, with "/" between names on every system.

    A glob without a slash matches a name at any depth, one with a slash a path from the folder on; both match all that
    is beneath. Brackets are matched as a class of characters and as they stand, for names such as "[id].html".
    """

    def __init__(self, lists: Sequence[Sequence[str]]) -> None:
        """Compile the lists; they are known by their numbers from 0.

        Raises:
            GlobError: a glob is empty, a comment, or malformed, or there are too many.
        """
        self._globs: list[tuple[int, bool]] = []
        self._names: dict[str, list[int]] = {}
        self._paths: dict[str, list[int]] = {}
        wild: list[tuple[int, str]] = []
        for number, globs in enumerate(lists):
            # With "a/**" and "!a/b" the folder "a" itself must not match, or "b" would never be reached.
            beneath = r"/\1/**/*" if any(glob.startswith("!") for glob in globs) else r"/\1/"
            for glob in globs:
                body = _ALL_BENEATH.sub(beneath, _body(glob))
                index = len(self._globs)
                self._globs.append((number, not glob.startswith("!")))
                if _WILD.search(body):
                    wild.append((index, body))
                elif "/" in body.rstrip("/"):
                    self._paths.setdefault(body.removeprefix("/"), []).append(index)
                else:
                    self._names.setdefault(body, []).append(index)
        self._wild = _Automaton(wild) if wild else None

    def __bool__(self) -> bool:
        return bool(self._globs)

    def verdicts(self, path: str) -> Mapping[int, bool]:
        """What each list says of a path: True for a match, False for a "!" match; lists without a match are left out.

        The path of a folder ends with "/".
        """
        if not self._globs:
            return {}
        path = _comparable(path)
        matched = set(self._looked_up(path))
        if self._wild is not None:
            matched.update(self._wild.matches(path))
        return dict(self._globs[index] for index in sorted(matched))

    def _looked_up(self, path: str) -> Iterator[int]:
        end = -1
        for name in path.removesuffix("/").split("/"):
            end += 1 + len(name)
            for keys, key in ((self._names, name), (self._paths, path[:end])):
                yield from keys.get(key, ())
                if end < len(path):
                    yield from keys.get(f"{key}/", ())


class _Automaton:
    """Globs with wildcards."""

    def __init__(self, globs: Sequence[tuple[int, str]]) -> None:
        import re2
        from pathspec.patterns.gitignore.basic import GitIgnoreBasicPattern

        options = re2.Options()
        options.dot_nl = True
        options.log_errors = False
        options.max_mem = _MEMORY
        self._set = re2.Set.SearchSet(options)
        self._owners: list[int] = []
        for index, glob in globs:
            for spelling in {glob, glob if "\\" in glob else glob.replace("[", "\\[")}:
                # What stands after "!" has no further meaning at its beginning.
                escaped = f"\\{spelling}" if spelling.startswith(("!", "#")) else spelling
                try:
                    expression, _ = GitIgnoreBasicPattern.pattern_to_regex(escaped)
                    self._set.Add(expression)
                except (ValueError, re2.error):
                    raise GlobError(f'"{glob}" is no valid glob') from None
                self._owners.append(index)
        # Matches everything, so that an automaton that gave up is told from one that found nothing.
        self._always = self._set.Add("")
        try:
            self._set.Compile()
        except re2.error:
            raise GlobError(_TOO_MANY) from None

    def matches(self, path: str) -> Iterator[int]:
        found = self._set.Match(path) or ()
        if self._always not in found:
            raise GlobError(_TOO_MANY)
        return (self._owners[number] for number in found if number != self._always)


def _body(glob: str) -> str:
    """A glob without its "!", and without white space at its end."""
    body = glob.removeprefix("!") if glob.endswith("\\ ") else glob.removeprefix("!").rstrip()
    if glob.startswith("#"):
        raise GlobError(f'"{glob}" is a comment, not a glob; write "\\{glob}" for a name that begins so')
    body = _comparable(f"/{body.removeprefix('./')}" if body.startswith("./") else body)
    if not body.strip("/"):
        raise GlobError(f'"{glob}" names nothing')
    return body


def _comparable(text: str) -> str:
    return _OUT.sub(lambda out: out[0].replace("..", _OUT_MARK), _LONE_SURROGATE.sub("\ufffd", text))
