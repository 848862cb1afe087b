"""The site's own hosts and names."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from attribution_lint.outlets import Outlet, Outlets
from attribution_lint.page import Page
from attribution_lint.site import Site, identify, publisher_of

from .pages import page_of

OUTLETS = Outlets.of(
    [
        Outlet("lantern", ("The Lantern Review", "Lantern"), ("lantern.example",), "GB", ("en",), "magazine"),
        Outlet("wire", ("North Wire",), ("northwire.example",), "GB", ("en",), "agency"),
        Outlet("host", ("Posthouse",), ("posthouse.example",), "US", ("en",), "platform"),
    ]
)
HOME = "https://www.harbour-notes.example/a.html"


def page(head: str = "", body: str = "", title: str = "", url: str | None = HOME) -> Page:
    """A page of the site."""
    return page_of(
        f"<html><head><title>{title}</title>{head}</head><body><h1>The late ferry</h1>{body}</body></html>", url
    )


def site_of(head: str = "", body: str = "", title: str = "", url: str | None = HOME) -> Site:
    """The site of such a page."""
    return identify(page(head, body, title, url), OUTLETS)


@pytest.mark.parametrize(
    "name", ["harbour-notes.example", "Harbour Notes", "harbournotes", "www.harbour-notes.example"]
)
def test_names_of_the_host(name: str) -> None:
    """A site is called as its host is."""
    assert site_of().is_called(name, OUTLETS)


@pytest.mark.parametrize("name", ["", "—", "Lantern", "Notes", "Harbour Master's Office", "x" * 500])
def test_other_names(name: str) -> None:
    """It is not called as others are, nor by a part of its name or by nothing."""
    assert not site_of().is_called(name, OUTLETS)


@pytest.mark.parametrize(
    "head",
    [
        "<meta property=og:site_name content='The Quay'>",
        "<meta name=application-name content='The Quay™'>",
        "<meta name=dc.publisher content='Quay Ltd.'>",
        '<script type="application/ld+json">{"@type": "WebSite", "name": "Quay"}</script>',
        '<script type="application/ld+json">{"@type": "Article", "publisher": {"name": "Quay, Inc"}}</script>',
        "<p itemprop=publisher itemscope><b itemprop=name>Quay</b></p>",
    ],
)
def test_names_in_metadata(head: str) -> None:
    """Metadata give the site's name; forms of companies and articles do not count."""
    assert site_of(head).is_called("the Quay GmbH", OUTLETS)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The late ferry | Quay News", "Quay News"),
        ("The late ferry - Sea - Quay News", "Quay News"),
        ("迟到的渡轮_财经_码头网", "码头网"),
        ("The late ferry – Quay News", "Quay News"),
        ("Harbour Notes Daily: The late ferry", "Harbour Notes Daily"),
        ("Harbour Notes Daily | The late ferry", "Harbour Notes Daily"),
    ],
)
def test_names_in_the_title(title: str, name: str) -> None:
    """The end of the title is the site's name; its beginning is where it is like the host's."""
    assert site_of(title=title).is_called(name, OUTLETS)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The late ferry", "The late ferry"),
        ("Quay News: The late ferry", "Quay News"),
        ("Sea - The late ferry", "Sea"),
        ("Sea - The late ferry", "The late ferry"),
        ("The late ferry - Sea - Quay News", "Sea"),
        ("The late ferry | Lantern", "Lantern"),
        (
            "The late ferry | " + "and what it was waiting for all the morning",
            "and what it was waiting for all the morning",
        ),
    ],
)
def test_no_names_in_the_title(title: str, name: str) -> None:
    """Headlines, sections and the names of known outlets on other hosts are not the site's."""
    assert not site_of(title=title).is_called(name, OUTLETS)


def test_name_of_a_known_outlet_needs_its_host() -> None:
    """A licensed copy may give its source as publisher: that does not make the site the source."""
    head = "<meta name=dc.publisher content='The Lantern Review'>"
    assert not site_of(head).is_called("Lantern", OUTLETS)
    assert site_of(head, url="https://lantern.example/a").is_called("Lantern", OUTLETS)
    assert site_of(head, url="https://www.lantern.example/a").outlets == {"lantern"}


def test_name_of_a_known_outlet_under_another_domain() -> None:
    """The same word under another top-level domain is the same house."""
    site = site_of(title="The late ferry | Lantern", url="https://lantern.co.uk/a")
    assert site.is_called("Lantern", OUTLETS)


@pytest.mark.parametrize(
    "footer",
    [
        "© 2024 Quay Media. All rights reserved.",
        "Copyright © 2010 - 2024 by Quay Media",
        "© Copyright 2010, 2024 Quay Media Ltd. | Imprint",
        "(c) Quay Media 2024",
        "© 2024 Quay Media Powered by Pelican",
        "© Quay Media 粤ICP备12345678号",
        "Imprint · © Quay Media",
    ],
)
def test_owner_in_the_footer(footer: str) -> None:
    """The owner in the footer is the site, without years, rights and tools."""
    site = site_of(body=f"<footer>{footer}</footer>")
    assert "quaymedia" in site.names


@pytest.mark.parametrize(
    "body",
    [
        "<p>© 2024 Quay Media</p>",
        "<footer>© 2024 North Wire</footer>",
        "<footer>All rights reserved by Quay Media</footer>",
        f"<footer>© Quay Media {'and much more about it ' * 20}</footer>",
        "<footer>© 2024</footer>",
    ],
)
def test_no_owner(body: str) -> None:
    """A © line in the text, an agency's, and a text about rights do not say who the site is."""
    assert site_of(body=body).names == site_of().names


@pytest.mark.parametrize("name", ["News", "Blog", "Internet"])
def test_generic_names_are_not_the_site_s(name: str) -> None:
    """A site that is called what nobody is called is not known by it."""
    assert site_of(f"<meta property=og:site_name content='{name}'>").names == site_of().names


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("harbour-notes.example", True),
        ("static.harbour-notes.example", True),
        ("harbour-notes.co.uk", True),
        ("notes.example", False),
        ("", False),
    ],
)
def test_own_hosts(host: str, own: bool) -> None:  # noqa: FBT001 - a column of the table
    """Subdomains and other top-level domains are of the house."""
    assert site_of().owns_host(host) is own


def test_short_words_do_not_make_a_house() -> None:
    """Two sites with a short name in common have nothing to do with each other."""
    assert not site_of(url="https://ab.example/").owns_host("ab.co.uk")


@pytest.mark.parametrize("url", ["/a", "#top", "a.html", "https://harbour-notes.example/b"])
def test_own_addresses(url: str) -> None:
    """Relative addresses are the site's own."""
    assert site_of().owns_url(url)


@pytest.mark.parametrize("url", [None, "", "mailto:a@b.example", "tel:1", "http://[", "https://lantern.example/a"])
def test_other_addresses(url: str | None) -> None:
    """Mail, telephone, broken and foreign addresses are not."""
    assert not site_of().owns_url(url)


def test_host_is_guessed() -> None:
    """Without configuration, the host is the one that navigation and metadata name most."""
    head = "<meta property=og:url content=https://quay.example/a>"
    body = "<nav><a href=https://quay.example/>Home</a> <a href=https://lantern.example/>Lantern</a></nav>"
    assert site_of(head, body, url=None).domains == {"quay.example"}


@pytest.mark.parametrize(
    "body",
    [
        "<p><a href=https://lantern.example/a>Lantern</a></p>",
        "<nav><a href=https://lantern.example/>a</a> <a href=https://quay.example/>b</a></nav>",
        "<nav><a href=/>Home</a> <a href=https://twitter.com/quay>Twitter</a></nav>",
    ],
)
def test_no_guess(body: str) -> None:
    """Links in the text, a tie and accounts elsewhere say nothing."""
    assert site_of(body=body, url=None).domains == frozenset()


def test_card_votes_once() -> None:
    """A link over many blocks is one link."""
    body = (
        "<nav><a href=https://lantern.example/a><p>1</p><p>2</p><p>3</p></a><a href=https://quay.example/>b</a></nav>"
    )
    assert site_of(body=body, url=None).domains == frozenset()


def test_platform_is_not_the_site() -> None:
    """A user's page on a platform is not the platform."""
    site = site_of(url="https://ines.posthouse.example/a")
    assert site.outlets == frozenset()


@pytest.mark.parametrize(
    ("host", "name"), [("unn.com.ua", "УНН"), ("banyuetan.org", "半月谈网"), ("albayan.ae", "البيان")]
)
def test_names_spelt_in_latin_letters(host: str, name: str) -> None:
    """A domain spells the name of its site."""
    assert site_of(url=f"https://{host}/a").is_called(name, OUTLETS)


def test_companies_are_only_cut_at_words() -> None:
    """A name that ends like a company's form keeps its end: Texaco, not Texa."""
    site = site_of("<meta property=og:site_name content=Texaco>")
    assert site.is_called("Texaco", OUTLETS)
    assert "texa" not in site.names


def test_publisher_of_an_address() -> None:
    """The publisher of another page is known by its host."""
    found = publisher_of("https://www.lantern.example/2024/a", OUTLETS)
    assert found.outlets == {"lantern"}
    assert found.is_called("The Lantern Review", OUTLETS)


def test_hostile_names_take_no_time() -> None:
    """Names, titles and footers of any length, and any number of them, are looked at in linear time."""
    head = "<meta property=og:site_name content='x" + " inc" * 50_000 + "'>" + "<meta name=site content=a>" * 20_000
    body = "<footer>" + "<p>© 2020 Quay</p>" * 5_000 + "</footer>"
    made = page(head, body, "a | " * 50_000)
    start = time.perf_counter()
    site = identify(made, OUTLETS)
    assert len(site.names) < 100
    site.is_called("a" * 1_000_000, OUTLETS)
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize(
    ("site", "name", "own"),
    [
        ("Gazeta Wołyńska", "Gazety Wołyńskiej", True),
        ("Град Крагујевац", "Служба за информисање Града Крагујевца", True),
        ("Gazeta Wołyńska", "Gazety Wyborczej", False),
        ("Gazeta", "Gazety", False),
        ("Nowy Głos", "Nowa Gazeta", False),
    ],
)
def test_declined_names(site: str, name: str, *, own: bool) -> None:
    """A name of several words is known in its other cases; one word is too easily another."""
    named = site_of(f'<meta property="og:site_name" content="{site}">')
    assert replace(named, declines=True).is_called(name, OUTLETS) is own


@pytest.mark.parametrize(
    ("site", "name"),
    [("Daily News", "Dairy News"), ("Daily Mirror", "Daily Mirage"), ("Market Watch", "Marketing Watcher")],
)
def test_names_do_not_decline_in_english(site: str, name: str) -> None:
    """There a like name is another one's."""
    assert not site_of(f'<meta property="og:site_name" content="{site}">').is_called(name, OUTLETS)


def test_declined_names_take_no_time() -> None:
    """Words that can be parted in many ways are tried once each."""
    named = replace(site_of(f'<meta property="og:site_name" content="{"a" * 60}">'), declines=True)
    begun = time.perf_counter()
    assert not named.is_called("a " * 40 + "z", OUTLETS)
    assert time.perf_counter() - begun < 1


def test_name_in_front_of_the_headline() -> None:
    """Old portals put their name first: the © line tells, where the page repeats the headline and not the name."""
    body = "<div>The late ferry</div><p>© 2024 Pier Post</p>"
    assert site_of("", body, "Pier Post - The late ferry").is_called("Pier Post", OUTLETS)
    assert not site_of("", "<div>The late ferry</div>", "Pier Post - The late ferry").is_called("Pier Post", OUTLETS)
