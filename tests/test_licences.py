"""Licences as SPDX identifiers."""

from __future__ import annotations

import time

import pytest

from attribution_lint.licences import licence_of


@pytest.mark.parametrize(
    ("address", "licence"),
    [
        ("https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"),
        ("http://creativecommons.org/licenses/by-nc-nd/3.0/legalcode", "CC-BY-NC-ND-3.0"),
        ("https://creativecommons.org/licenses/by-nd-nc/1.0/", "CC-BY-NC-ND-1.0"),
        ("https://creativecommons.org/licenses/by-sa/4.0/deed.de", "CC-BY-SA-4.0"),
        ("https://creativecommons.org/licenses/by/4.0/es", "CC-BY-4.0"),
        ("https://creativecommons.org/licenses/by/3.0/de/", "CC-BY-3.0-DE"),
        ("https://creativecommons.org/licenses/by/3.0/igo/", "CC-BY-3.0-IGO"),
        ("https://creativecommons.org/licenses/by-sa/2.5/cn/", "LicenseRef-CC-BY-SA-2.5-CN"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
        ("https://creativecommons.org/publicdomain/mark/1.0/", "CC-PDM-1.0"),
    ],
)
def test_deed(address: str, licence: str) -> None:
    """The address of a deed says all; a national version counts where SPDX has it."""
    assert licence_of(address) == licence


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("Published under CC BY 4.0.", "CC-BY-4.0"),
        ("cc-by-nc-sa 3.0", "CC-BY-NC-SA-3.0"),
        ("This text is CC 4.0 BY-ND", "CC-BY-ND-4.0"),
        ("cc by-sa", "LicenseRef-CC-BY-SA"),
        ("CC BY", "LicenseRef-CC-BY"),
        ("CC0", "CC0-1.0"),
        ("a Creative Commons Attribution-NonCommercial 4.0 International License", "CC-BY-NC-4.0"),
        ("Creative Commons Namensnennung – Keine Bearbeitung 3.0", "CC-BY-ND-3.0"),
        ("licence Creative Commons Attribution - Partage dans les mêmes conditions 4.0", "CC-BY-SA-4.0"),
        ("Licencia Creative Commons Atribución-NoComercial-SinDerivadas 4.0", "CC-BY-NC-ND-4.0"),
        ("知识共享署名-相同方式共享 4.0 国际许可协议", "CC-BY-SA-4.0"),
        ("署名-非商业性使用-禁止演绎 4.0 国际", "CC-BY-NC-ND-4.0"),
        ("クリエイティブ・コモンズ 表示 - 継承 4.0 国際", "CC-BY-SA-4.0"),
        ("크리에이티브 커먼즈 저작자표시-비영리-동일조건변경허락 4.0", "CC-BY-NC-SA-4.0"),
        ("Creative Commons Attribution license", "LicenseRef-CC-BY"),
    ],
)
def test_prose(text: str, licence: str) -> None:
    """Short names and the names of the deeds in many languages say the licence; without version SPDX has none."""
    assert licence_of(text) == licence


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Creative Commons",
        "All rights reserved.",
        "The engine has 250 cc by design.",
        "Cc: by the editor",
        "cc by mail",
        "CC BYD",
        "accby 4.0",
        "Attribution is required.",
        "商品の表示と家業の継承",
        "署名：张三",
        "https://creativecommons.org/about/",
        "https://lantern.example/licenses/by/4.0/",
    ],
)
def test_no_licence(text: str) -> None:
    """The words of a licence alone, copies of letters and other addresses name none."""
    assert licence_of(text) is None


def test_long_texts_take_no_time() -> None:
    """Nothing in a long text makes the search go back."""
    start = time.perf_counter()
    for text in (
        "cc" + " -" * 200_000,
        "cc by" + " nc" * 200_000 + "x",
        "cc " * 200_000,
        "creativecommons.org/licenses/" * 20_000,
    ):
        licence_of(text)
    assert time.perf_counter() - start < 10
