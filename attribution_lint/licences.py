"""Licences as SPDX identifiers, from deed addresses and from prose.

Source of the identifiers: the SPDX licence list; of the address form: the deeds at creativecommons.org.
"""

from __future__ import annotations

import re

_DEED = re.compile(
    r"creativecommons\.org/(?:licen[cs]es/([a-z-]{2,12})/(\d\.\d)(?:/([a-z]{2,3}))?|publicdomain/(zero|mark)/(\d\.\d))",
    re.IGNORECASE,
)
_SHORT = re.compile(
    r"\bcc[\s-]*(?:(\d\.\d)[\s-]*)?(by(?:[\s-]*(?:nc|nd|sa))*)(?:[\s-]*(\d\.\d))?(?![a-z])", re.IGNORECASE
)
_ZERO = re.compile(r"\bcc[\s-]?0\b", re.IGNORECASE)
_NAMED = re.compile(
    r"creative[\s-]*commons|知识共享|知識共享|創用\s?cc|クリエイティブ・コモンズ|크리에이티브\s?커먼즈|\bcc\b|署名|姓名標示|저작자\s?표시|表示",
    re.IGNORECASE,
)
_TERMS = (
    (
        "nc",
        re.compile(
            r"non-?\s?commercial|no\s?comercial|nicht[\s-]?kommerziell|pas d.utilisation commerciale|non commerciale|非商[业業]|非営利|비영리|n[ãa]o[\s-]?comercial|некоммерч",
            re.IGNORECASE,
        ),
    ),
    (
        "nd",
        re.compile(
            r"no[\s-]?deriv|sin\s?deriv|sem\s?deriv|keine bearbeitung|pas de modification|non opere derivate|禁止演[绎繹]|禁止改作|改変禁止|변경\s?금지",
            re.IGNORECASE,
        ),
    ),
    (
        "sa",
        re.compile(
            r"share[\s-]?alike|compartir\s?igual|compartilha\s?igual|gleichen bedingungen|partage dans les m[êe]mes|condividi allo stesso|相同方式|継承|동일조건",
            re.IGNORECASE,
        ),
    ),
)
_BY = re.compile(
    r"attribution|atribuci|atribui|namensnennung|attribuzione|署名|姓名標示|表示|저작자\s?표시|атрибуц|naamsvermelding|uznanie autorstwa|atribusi",
    re.IGNORECASE,
)
_VERSION = re.compile(r"\b([1-4]\.0|2\.[15])\b")
_PORTS = {
    "CC-BY-3.0-AT",
    "CC-BY-3.0-AU",
    "CC-BY-3.0-DE",
    "CC-BY-3.0-IGO",
    "CC-BY-3.0-NL",
    "CC-BY-3.0-US",
    "CC-BY-2.5-AU",
    "CC-BY-NC-3.0-DE",
    "CC-BY-NC-ND-3.0-DE",
    "CC-BY-NC-ND-3.0-IGO",
    "CC-BY-NC-SA-2.0-DE",
    "CC-BY-NC-SA-2.0-FR",
    "CC-BY-NC-SA-2.0-UK",
    "CC-BY-NC-SA-3.0-DE",
    "CC-BY-NC-SA-3.0-IGO",
    "CC-BY-ND-3.0-DE",
    "CC-BY-SA-2.0-UK",
    "CC-BY-SA-2.1-JP",
    "CC-BY-SA-3.0-AT",
    "CC-BY-SA-3.0-DE",
}
"""The national ports that SPDX lists; every other one is a `LicenseRef-`."""


def licence_of(text: str) -> str | None:
    """The licence that an address or a sentence names, as an SPDX id or a `LicenseRef-`; None where it names none.

    A Creative Commons licence without its version is given as `LicenseRef-CC-BY-…`, since SPDX has no id without one.
    """
    deed = _DEED.search(text)
    if deed:
        if deed[4]:
            return "CC0-1.0" if deed[4].lower() == "zero" else "CC-PDM-1.0"
        return _identifier(deed[1], deed[2], deed[3])
    short = _SHORT.search(text)
    if short:
        return _identifier(re.sub(r"[\s-]+", "-", short[2]), short[1] or short[3] or _version(text), None)
    if _ZERO.search(text):
        return "CC0-1.0"
    if _NAMED.search(text) and _BY.search(text):
        terms = "-".join(["by", *(term for term, words in _TERMS if words.search(text))])
        if terms != "by" or re.search(r"creative|知识共享|知識共享|創用|コモンズ|커먼즈", text, re.IGNORECASE):
            return _identifier(terms, _version(text), None)
    return None


def _version(text: str) -> str | None:
    found = _VERSION.search(text)
    return found[1] if found else None


def _identifier(terms: str, version: str | None, port: str | None) -> str:
    parts = [part for part in terms.upper().split("-") if part]
    # One order for all spellings: BY, NC, then ND or SA.
    ordered = [part for part in ("BY", "NC", "ND", "SA") if part in parts]
    name = "-".join(["CC", *ordered])
    if version is None:
        return f"LicenseRef-{name}"
    name = f"{name}-{version}"
    if port is None or (len(port) > 2 and port.lower() != "igo"):
        return name
    ported = f"{name}-{port.upper()}"
    return ported if ported in _PORTS else f"LicenseRef-{ported}"
