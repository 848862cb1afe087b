"""Hosts that belong together."""

from __future__ import annotations

import pytest
from publicsuffixlist import PSLFILE, PublicSuffixList

from attribution_lint.suffixes import private_suffix


@pytest.mark.parametrize(
    ("host", "suffix"),
    [
        ("news.bbc.co.uk", "bbc.co.uk"),
        ("co.uk", None),
        ("name.github.io", "name.github.io"),
        ("a.b.example.ck", "b.example.ck"),
        ("www.ck", "www.ck"),
        ("a.nowhere.invalid", "nowhere.invalid"),
        ("a..com", None),
        ("", None),
        ("localhost", None),
        ("A.Example.COM.", "example.com"),
        ("新闻.公司.cn", "新闻.公司.cn"),
        ("a.b.xn--55qx5d.cn", "b.xn--55qx5d.cn"),
        ("\ud800.com", "\ud800.com"),
    ],
)
def test_private_suffix(host: str, suffix: str | None) -> None:
    """Registries, hosters, wildcards and their exceptions, other scripts, and what is no host."""
    assert private_suffix(host) == suffix


def test_as_the_whole_list_has_it() -> None:
    """The rules for a host's top-level domain say the same as all rules together."""
    whole = PublicSuffixList()
    with open(PSLFILE, encoding="utf-8") as file:  # noqa: PTH123 - a path as the package gives it
        rules = [line.strip().lstrip("!") for line in file if line.strip() and not line.startswith("//")]
    for rule in rules:
        for host in (rule.replace("*", "any"), f"a.b.{rule.removeprefix('*.')}"):
            assert private_suffix(host) == whole.privatesuffix(host), host
