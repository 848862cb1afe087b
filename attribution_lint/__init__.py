"""A linter for republished web pages: the link to the original, the named outlet, the copyright disclaimer."""
# ruff: noqa: PTH110, PTH118, PTH120
# `os.path` is in memory already, while every command would pay for importing `pathlib`.

from os.path import dirname, exists, join

__version__ = "0.1.0"

# An installed package holds its rules. In a checkout they stand beside it; the parent folder goes last, for it would
# offer everything else that it holds as well.
_PARENT = dirname(dirname(__file__))
if not exists(join(dirname(__file__), "rules")) and exists(join(_PARENT, "rules", "__init__.py")):
    __path__.append(_PARENT)
