"""Addresses."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path
from urllib.parse import urljoin

import pytest

import attribution_lint
from attribution_lint.urls import brand, has_target, host_of, is_article, join, may_be_source, registrable, split

BASE = "https://harbour.example/notes/ferry.html"


@pytest.mark.parametrize(
    "href",
    ["", " ", "#", "#top", "http://", "https://", "http://#", "http:", "javascript:;", "JavaScript:void(0)",
     "about:blank", "data:text/html,x", "void(0)", "null", "undefined", "http:///"],
)  # fmt: skip
def test_no_target(href: str) -> None:
    """A link that was never filled in, or that only runs a script, leads nowhere."""
    assert not has_target(href)


@pytest.mark.parametrize(
    "href", ["/", "a.html", "//x", "http://x", "https://harbour.example/#top", "mailto:a@b.example", "?p=1"]
)
def test_target(href: str) -> None:
    """Everything else leads somewhere."""
    assert has_target(href)


def test_missing_address_is_no_target() -> None:
    """An anchor without href has none."""
    assert not has_target(None)


@pytest.mark.parametrize(
    ("base", "href", "url"),
    [
        (BASE, "a.html", "https://harbour.example/notes/a.html"),
        (BASE, " /a\n.html ", "https://harbour.example/a.html"),
        (BASE, "//lantern.example/a", "https://lantern.example/a"),
        (BASE, "http://[", "http://["),
        (None, "/a", "/a"),
        (None, "//lantern.example/a", "https://lantern.example/a"),
        ("http://[", "/a", "/a"),
    ],
)
def test_join(base: str | None, href: str, url: str) -> None:
    """Links are made absolute as browsers do; what cannot be stays as it is."""
    assert join(base, href) == url


@pytest.mark.parametrize("base", [BASE, "http://lantern.example", "//x", ""])
@pytest.mark.parametrize(
    "href",
    [
        "https://lantern.example", "http://www.lantern.example/a/../b//c.html", "https://Lantern.example./a b",
        "https://lantern.example/a?", "https://lantern.example/#", "https://lantern.example/a;", "HTTPS://x/a",
        "https://lantern.example:/a", "http:///a", "https:a",
    ],
)  # fmt: skip
def test_join_of_absolute_addresses(base: str, href: str) -> None:
    """The short way for usual addresses leads where the long one does."""
    assert join(base, href) == urljoin(base, href)


@pytest.mark.parametrize(
    "href", ["https://www.", "http://www.lantern.example", "/#", "//", " #x", "HTTP://", "https:///#"]
)
def test_target_the_short_way(href: str) -> None:
    """Nor does the short way change what leads anywhere."""
    assert has_target(href) == (href.strip() not in {"#x", "HTTP://", "https:///#"})


def test_split_of_no_address() -> None:
    """A common accident is None, not an exception."""
    assert split("http://[") is None


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.Lantern.example./a", "lantern.example"),
        ("http://m.lantern.example:8080/", "lantern.example"),
        ("HTTPS://amp.lantern.example", "lantern.example"),
        ("https://user:secret@lantern.example/", "lantern.example"),
        ("https://www.example", "www.example"),
        ("https://m.example", "m.example"),
        ("/a", ""),
        ("mailto:a@lantern.example", ""),
        ("http://[", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_host(url: str | None, host: str) -> None:
    """The host without what does not tell sites apart; none for what is no web address."""
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("news.lantern.co.uk", "lantern.co.uk"),
        ("ines.github.io", "ines.github.io"),
        ("a.ines.github.io", "ines.github.io"),
        ("lantern.example", "lantern.example"),
        ("co.uk", "co.uk"),
        ("10.0.0.1", "10.0.0.1"),
        ("localhost", "localhost"),
        ("", ""),
    ],
)
def test_registrable(host: str, domain: str) -> None:
    """Hosts of one registrant belong together; users of one hoster do not."""
    assert registrable(host) == domain


def test_brand() -> None:
    """A domain is known by its first label."""
    assert brand("www.lantern.co.uk") == "lantern"


@pytest.mark.parametrize(
    "url",
    [
        "https://lantern.example/2024/four-bells",
        "https://lantern.example/four-bells.html",
        "https://lantern.example/?p=17",
        "https://lantern.example/index.php?a=1&id=17",
        "https://lantern.example/en/four-bells",
        "https://lantern.example/#!/posts/four-bells",
        "https://lantern.example/@ringer/four-bells",
        "https://lantern.example/users/guide/four-bells",
    ],
)
def test_article(url: str) -> None:
    """A path of its own, a number in the query or a route behind `#` can be an article."""
    assert is_article(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://lantern.example",
        "https://lantern.example/",
        "https://lantern.example/#top",
        "https://lantern.example/blog/",
        "https://lantern.example/en-us/news",
        "https://lantern.example/index.html",
        "https://lantern.example/?utm_source=id",
        "https://lantern.example/2024/four-bells.JPG",
        "https://lantern.example/@ringer",
        "https://lantern.example/users/ringer/",
        "http://[",
    ],
)
def test_no_article(url: str) -> None:
    """Home pages, bare sections, pictures and the pages of persons are none."""
    assert not is_article(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://lantern.example/a",
        "https://lantern.example/share-of-wind",
        "https://twitter.com/lantern/status/17",
        "https://m.weibo.com/detail/4512345678",
    ],
)
def test_may_be_source(url: str) -> None:
    """Any host can be a source, and one post on a social network too."""
    assert may_be_source(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://twitter.com/lantern",
        "https://twitter.com/intent/tweet?text=ferry",
        "https://www.facebook.com/sharer/sharer.php?u=x",
        "https://creativecommons.org/licenses/by/4.0/",
        "https://web.archive.is/x",
        "http://10.0.0.1/a",
        "http://localhost/a",
        "/a",
        "mailto:a@lantern.example",
    ],
)
def test_no_source(url: str) -> None:
    """Accounts, share buttons, tools, licences, staging servers and relative addresses are none."""
    assert not may_be_source(url)


def test_long_addresses_take_no_time() -> None:
    """Megabytes of address are looked at in linear time."""
    start = time.perf_counter()
    for url in (
        "http:" + "/" * 1_000_000,
        "https://a.example/?" + "&p" * 500_000,
        "https://x.com/" + "share" * 200_000,
    ):
        for look in (has_target, is_article, may_be_source, host_of):
            look(url)
    assert time.perf_counter() - start < 10


def test_known_hosts_are_written_as_they_are_compared() -> None:
    """A host of the data file that is no registrable domain would never be found."""
    table = tomllib.loads(Path(attribution_lint.__file__).with_name("data").joinpath("hosts.toml").read_text("utf-8"))
    assert {host for hosts in table.values() for host in hosts if registrable(host) != host} == set()


def test_hosts_that_cannot_be() -> None:
    """A host of a hundred thousand parts is none, and not a second goes by over it."""
    start = time.perf_counter()
    for url in (f"https://{'a.' * 100_000}com/x", f"https://me@{'a.' * 100_000}com/x"):
        assert host_of(url) == ""
        assert not may_be_source(url)
    assert registrable("a." * 100_000 + "com") == "a." * 100_000 + "com"
    assert host_of(f"https://{'a.' * 124}co.uk/") == "a." * 124 + "co.uk"
    assert time.perf_counter() - start < 5


def test_long_addresses_are_joined() -> None:
    """Those that are not remembered are joined as any other."""
    assert join("https://x.example/a/", f"../{'b' * 5_000}") == f"https://x.example/{'b' * 5_000}"
