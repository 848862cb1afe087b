"""Tests of the list of outlets and of looking them up."""

from __future__ import annotations

import re
from itertools import chain

import pytest
from publicsuffixlist import PublicSuffixList

from attribution_lint.fold import fold
from attribution_lint.outlets import Outlet, Outlets, load_outlets

_KINDS = {"newspaper", "agency", "press-wire", "magazine", "blog", "broadcaster", "nonprofit", "platform"}


def _outlet(id_: str, names: tuple[str, ...], domains: tuple[str, ...] = (), kind: str = "newspaper") -> Outlet:
    return Outlet(id_, names, domains, "GB", ("en",), kind)


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("The Guardian", "guardian"),
        ("the  guardian", "guardian"),
        ("“Guardian”", "guardian"),
        ("theguardian.com", "guardian"),
        ("www.nytimes.com", "nytimes"),
        ("钛媒体APP", "tmtpost"),
        ("Titanium Media", "tmtpost"),
        ("（新华社）", "xinhua"),
        ("新华社客户端", "xinhua"),
        ("中央通訊社", "cna-tw"),
        ("澎湃新闻客户端", "thepaper"),
        ("Telam", "telam"),
        ("monde", "lemonde"),
        ("© 2020 Reuters", "reuters"),
        ("Deutsche Presse-Agentur", "dpa"),
        ("أ.ف.ب", "afp"),
        ("共同通信", "kyodo"),
    ],
)
def test_finds_by_name(text: str, id_: str) -> None:
    """A name is found in any language, and with what people write around it."""
    assert id_ in {outlet.id for outlet in load_outlets().by_name(text)}


@pytest.mark.parametrize("text", ["", "the", "Jane Doe", "网络", "https://", "."])
def test_knows_no_such_name(text: str) -> None:
    """What is no outlet's name finds none."""
    assert load_outlets().by_name(text) == ()


def test_a_name_may_have_several_owners() -> None:
    """Outlets of the same name are all found."""
    assert {outlet.id for outlet in load_outlets().by_name("CNA")} >= {"cna-tw", "channelnewsasia"}


@pytest.mark.parametrize(
    ("host", "id_"),
    [
        ("www.theguardian.com", "guardian"),
        ("THEGUARDIAN.COM.", "guardian"),
        ("mp.weixin.qq.com", "weixin-mp"),
        ("blog.csdn.net", "csdn"),
        ("nottheguardian.com", None),
        ("com", None),
        ("", None),
    ],
)
def test_finds_by_host(host: str, id_: str | None) -> None:
    """The longest domain that a host lies under decides."""
    outlet = load_outlets().by_host(host)
    assert (outlet.id if outlet else None) == id_


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("By Jane Doe, The Washington Post", ["The Washington Post"]),
        ("Copyright 2020 The Associated Press.", ["The Associated Press"]),
        ("(APA/sda/dpa)", ["APA", "sda", "dpa"]),
        ("据新华社北京4月24日电", ["新华社"]),
        ("by ProPublica and Grist", ["ProPublica", "Grist"]),
        ("read it on theguardian.com today", ["theguardian.com"]),
        ("GROẞE MÄRKTE, sagt REUTERS", ["REUTERS"]),
        ("La Presse canadienne", ["La Presse canadienne"]),
    ],
)
def test_finds_in_text(text: str, found: list[str]) -> None:
    """Names inside a text are found where they stand, the longest first."""
    assert [text[item.start : item.end] for item in load_outlets().find(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "it is time to read a map in the next slate of open science",
        "the focus of medium vanguard people",
        "reuterswärd apart japan",
        "an ap in the pap and the spa",
        "grist to the mill",
        "",
    ],
)
def test_leaves_ordinary_words_alone(text: str) -> None:
    """A word that is also an outlet's name, but not written as one, is a word."""
    assert load_outlets().find(text) == []


def test_common_names_are_marked() -> None:
    """A name that is an ordinary word or very short says so; a longer one does not."""
    outlets = load_outlets()
    assert [item.common for item in outlets.find("TIME, Nature, AFP and The Washington Post")] == [
        True,
        True,
        True,
        False,
    ]


def test_mention_lists_the_others_of_that_name() -> None:
    """One mention stands for all outlets of that name."""
    outlets = Outlets.of([_outlet("a", ("The Standard",)), _outlet("b", ("The Standard", "Standard News"))])
    (mention,) = outlets.find("In The Standard today")
    assert (mention.outlet.id, [other.id for other in mention.others]) == ("a", ["b"])
    assert mention.name == "The Standard"


@pytest.mark.parametrize(
    ("name", "agency", "wire"),
    [
        ("AFP", True, True),
        ("dpa", True, True),
        ("新华社", True, True),
        ("Lusa", True, True),
        ("Tribune News Service", True, True),
        ("PR Newswire", True, False),
        ("Business Wire", True, False),
        ("news aktuell", True, False),
        ("The New York Times", False, False),
        ("CNN", False, False),
        ("The Conversation", False, False),
    ],
)
def test_agencies(name: str, *, agency: bool, wire: bool) -> None:
    """News agencies are wire; press-release wires are not, nor are papers that syndicate."""
    outlet = load_outlets().by_name(name)[0]
    assert (outlet.is_agency, outlet.is_wire) == (agency, wire)


def test_platforms() -> None:
    """A platform's domain proves no outlet."""
    weixin = load_outlets().by_host("mp.weixin.qq.com")
    guardian = load_outlets().by_host("theguardian.com")
    assert weixin is not None
    assert weixin.is_platform
    assert guardian is not None
    assert not guardian.is_platform


def test_ids_and_domains_are_unique() -> None:
    """No two rows share an id or a domain."""
    rows = load_outlets().all
    assert len({row.id for row in rows}) == len(rows)
    domains = [domain for row in rows for domain in row.domains]
    assert len(set(domains)) == len(domains)


def test_rows_are_sound() -> None:
    """Every row has a name, a known kind, codes of the right form and names that differ when folded."""
    for row in load_outlets().all:
        assert row.names, row.id
        assert row.kind in _KINDS, row.id
        assert re.fullmatch("[A-Z]{2}", row.country), row.id
        assert all(re.fullmatch("[a-z]{2,3}", language) for language in row.languages), row.id
        assert len({fold(name) for name in row.names}) == len(row.names), row.id


def test_domains_are_bare() -> None:
    """A domain is a lower-case host without www, and more than a public suffix of a registry."""
    suffixes = PublicSuffixList(only_icann=True)
    for domain in chain.from_iterable(row.domains for row in load_outlets().all):
        assert re.fullmatch(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", domain), domain
        assert not domain.startswith("www."), domain
        assert suffixes.publicsuffix(domain) != domain, domain


def test_short_names_are_common() -> None:
    """Names of up to three letters never count in running text without more."""
    outlets = load_outlets()
    for row in outlets.all:
        for name in row.names:
            if name.isascii() and len(name) <= 3:
                (mention,) = outlets.find(name)
                assert mention.common, (row.id, name)
