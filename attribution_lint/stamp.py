"""What results hang on besides the page and its configuration: code, knowledge, and what is installed beside.

All of it goes by content, never by dates: an edited phrase is seen at once, and a fresh installation of the same
release makes no difference.
"""

# ruff: noqa: PTH118, PTH120, PTH123, PTH208 - paths are strings here, because it is asked at every start

from __future__ import annotations

import hashlib
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import attribution_lint
from attribution_lint.registry import GROUP, offers

if TYPE_CHECKING:
    from collections.abc import Iterator

_INSTALLED = (".dist-info", ".egg-info")
_CACHED = "__pycache__"


def stamp() -> bytes | None:
    """A digest of the tool, its knowledge, its rules and those of others, or None where they are no files.

    It takes some milliseconds: all is read, which is nothing beside a single page that is judged wrongly.
    """
    digest = hashlib.sha256(f"{sys.version}\n".encode())
    for name in _installed():
        digest.update(f"{name}\n".encode("utf-8", "surrogateescape"))
    folders = [os.path.dirname(attribution_lint.__file__), *import_module(GROUP).__path__]
    try:
        for root in [*folders, *_rules_of_others()]:
            for path in _files(root):
                with open(path, "rb", buffering=0) as file:
                    data = file.read()
                # Relative to its root: the same release may be installed elsewhere tomorrow.
                digest.update(f"{path.removeprefix(root)}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
                digest.update(data)
    except OSError:
        return None
    return digest.digest()


def _installed() -> list[str]:
    """The distributions beside the tool, with their versions: its parser, and what the rules of others use."""
    found: set[str] = set()
    for folder in sys.path:
        try:
            found.update(name for name in os.listdir(folder or ".") if name.endswith(_INSTALLED))
        except OSError:
            continue
    return sorted(found)


def _rules_of_others() -> list[str]:
    """Where the modules of offered rules are, with the packages that they are in."""
    paths: list[str] = []
    for offer in offers():
        package = sys.modules.get(offer.module.partition(".")[0])
        module = sys.modules.get(offer.module)
        if package is not None and getattr(package, "__file__", None) and hasattr(package, "__path__"):
            paths += package.__path__
        elif module is not None and module.__file__:
            paths.append(module.__file__)
    return paths


def _files(path: str) -> Iterator[str]:
    """A file, or those beneath a folder."""
    try:
        names = sorted(os.listdir(path))
    except NotADirectoryError:
        yield path
        return
    for name in names:
        if name != _CACHED and not name.startswith("."):
            yield from _files(os.path.join(path, name))
