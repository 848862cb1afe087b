"""Tests of reading files and telling their encoding."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution_lint.source import MAX_BYTES, UnreadableError, read_file, read_source

_JAPANESE = """<h1>都市計画</h1><p>この記事は通信社から転載したものです。</p>
<p>昨日の午後、市役所で会議が開かれました。</p>
<p>市長は来年、もっと多くの公園を作ると述べた。ニュースサイトの記事です。</p>"""
_RUSSIAN = "<h1>План города</h1><p>Эта статья была опубликована в газете.</p><p>Вчера днём прошло заседание.</p>"
_BODIES = {
    "gb18030": "<h1>城市建设</h1><p>本文转载自新华社，版权归原作者所有。</p><p>昨天下午，市政府召开会议。</p>",
    "big5": "<h1>城市建設</h1><p>本文轉載自中央社，版權歸原作者所有。</p><p>昨天下午，市政府召開會議。</p>",
    "cp932": _JAPANESE,
    "euc_jp": _JAPANESE,
    "cp949": """<h1>도시 계획</h1><p>이 기사는 통신사에서 제공한 것입니다.</p>
<p>어제 오후 시청에서 회의가 열렸습니다.</p>
<p>올해 도시 계획에 대해 논의했습니다. 저작권은 원저작자에게 있습니다.</p>""",
    "cp1251": _RUSSIAN,
    "koi8_r": _RUSSIAN,
    "cp1253": "<h1>Σχέδιο</h1><p>Το άρθρο δημοσιεύθηκε αρχικά στην εφημερίδα της πόλης.</p>",
    "cp1255": "<h1>תוכנית</h1><p>המאמר פורסם לראשונה בעיתון.</p><p>אתמול אחר הצהריים התכנסה מועצת העיר.</p>",
    "cp1256": "<h1>خطة</h1><p>نشر هذا المقال أولا في الصحيفة.</p><p>اجتمع مجلس المدينة بعد ظهر أمس.</p>",
}
_LATIN = [
    ("de", "cp1252", "<p>Größere Änderungen gäbe es nicht, hieß es später aus dem Rathaus – „vorerst“.</p>"),
    ("fr", "cp1252", "<p>Cet article a été publié à l’origine par un journal : « les projets de l’année ».</p>"),
    ("pl", "cp1250", "<p>Ten artykuł został pierwotnie opublikowany; źródło: własne, żadnych zmian.</p>"),
    ("cs", "cp1250", "<p>Článek původně vyšel v místních novinách; šlo o dlouhé řízení.</p>"),
    ("tr", "cp1254", "<p>Bu yazı ilk olarak gazetede yayımlanmıştır; büyük değişiklik olmayacağı söylendi.</p>"),
]
_DECLARED = [
    ("iso-8859-1", "“naïve” – 5 €", "cp1252"),
    ("ISO-8859-1 ", "café", "cp1252"),
    ("us-ascii", "café", "cp1252"),
    ("latin1", "café", "cp1252"),
    ("iso8859-9", "Iğdır’da", "cp1254"),
    ("windows-1251", "Источник", "cp1251"),
    ("koi8-r", "Источник", "koi8-r"),
    ("iso-8859-2", "źródło", "iso8859-2"),
    ("iso-8859-8-i", "מקור", "iso8859-8"),
    ("tis-620", "ที่มา", "cp874"),
    ("gb2312", "来源：镕基", "gb18030"),
    ("GBK", "来源", "gb18030"),
    ("x-gbk", "来源", "gb18030"),
    ("big5", "來源", "cp950"),
    ("shift_jis", "出典①髙", "cp932"),
    ("x-sjis", "出典", "cp932"),
    ("euc-jp", "出典", "euc_jp"),
    ("iso-2022-jp", "出典", "iso2022_jp_ext"),
    ("euc-kr", "출처: 똠방", "cp949"),
    ("ks_c_5601-1987", "출처", "cp949"),
    ("macintosh", "café", "mac-roman"),
]


def _page(body: str, head: str = "") -> str:
    return f"<!doctype html><html><head>{head}<title>T</title></head><body>{body}<script>f({{}})</script></body></html>"


def _refusal(data: bytes) -> str:
    with pytest.raises(UnreadableError) as caught:
        read_source(data, "a.html")
    return str(caught.value)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
        (b"\xff\xfe\0\0", "utf-32-le"),
        (b"\0\0\xfe\xff", "utf-32-be"),
    ],
)
def test_byte_order_mark(mark: bytes, encoding: str) -> None:
    """A byte order mark decides against any declaration, and is no part of the text."""
    page = _page("本文转载自：é", '<meta charset="koi8-r">')
    source = read_source(mark + page.encode(encoding), "a.html")
    assert (source.text, source.encoding, source.damaged) == (page, encoding, 0)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_mark(encoding: str) -> None:
    """The NUL bytes of UTF-16 markup tell it from a binary file."""
    page = _page("本文转载自")
    assert read_source(page.encode(encoding), "a.html").text == page


@pytest.mark.parametrize(("label", "text", "codec"), _DECLARED)
@pytest.mark.parametrize(
    "declaration",
    [
        '<meta charset="{}">',
        "<META CHARSET={} />",
        "<meta http-equiv=Content-Type content='text/html; charset={}'>",
        '<meta content="text/html;charset={}" http-equiv="content-type">',
    ],
)
def test_declared(label: str, text: str, codec: str, declaration: str) -> None:
    """A declared encoding means what it means to browsers."""
    page = _page(f"<p>{text}</p>", declaration.format(label.strip() if "={" in declaration else label))
    data = page.encode(codec)
    source = read_source(data, "a.html")
    assert (source.text, source.encoding) == (page, codec)


@pytest.mark.parametrize(("label", "text", "codec"), _DECLARED)
def test_delivered_with(label: str, text: str, codec: str) -> None:
    """What a page was delivered with counts before what it says itself."""
    page = _page(text, "<meta charset=windows-1252>")
    assert read_source(page.encode(codec), "a.html", label).text == page


def test_xml_declaration() -> None:
    """An XHTML page may declare its encoding in the XML declaration alone."""
    page = '<?xml version="1.0" encoding="windows-1251"?>\n<html><body>Источник</body></html>'
    assert read_source(page.encode("cp1251"), "a.xhtml").text == page


@pytest.mark.parametrize(
    "head",
    [
        '<!-- <meta charset="koi8-r"> --><meta charset="windows-1251">',
        '<!--><meta charset="windows-1251"><!-- <meta charset="koi8-r"> -->',
        '<script>document.write("<meta charset=koi8-r>")</script><meta charset="windows-1251">',
        '<style>/* <meta charset=koi8-r> */</style><meta charset="windows-1251">',
        '<meta name="description" content="charset=koi8-r"><meta charset="windows-1251">',
        '<meta charset="no-such-thing"><meta charset="windows-1251">',
        '<meta charset="unicode_escape"><meta charset="windows-1251">',
        '<meta charset="utf-16"><meta charset="windows-1251">',
        '<meta name="a" content="2 > 1"><meta charset="windows-1251">',
        '<metadata charset="koi8-r"></metadata><meta charset="windows-1251">',
    ],
)
def test_what_declares_nothing(head: str) -> None:
    """Comments, scripts, other meta tags and labels that browsers don't know declare nothing."""
    page = _page("Да", head)
    assert read_source(page.encode("cp1251"), "a.html").text == page


def test_declaration_far_down() -> None:
    """A declaration counts also where much stands before it."""
    page = _page("Да", "<script>" + "x" * 5000 + "</script><meta charset=windows-1251>")
    assert read_source(page.encode("cp1251"), "a.html").text == page


@pytest.mark.parametrize("label", ["gb2312", "euc-kr", "iso-8859-1", "windows-1252", "shift_jis", "utf-7", "x"])
def test_converted_but_still_declared(label: str) -> None:
    """A page that was converted to UTF-8 and kept its old declaration is UTF-8."""
    page = _page("Größe, déjà, naïve, 本文转载自新华社", f'<meta charset="{label}">')
    source = read_source(page.encode(), "a.html")
    assert (source.text, source.encoding) == (page, "utf-8")


@pytest.mark.parametrize("label", ["gb2312", "iso-8859-1", "windows-1250"])
@pytest.mark.parametrize("text", ["© 2020", "café", "it’s", "源"])
def test_converted_with_one_telling_character(label: str, text: str) -> None:
    """One character is enough where no other encoding has a use for its bytes."""
    page = _page(text, f"<meta charset={label}>")
    assert read_source(page.encode(), "a.html").text == page


@pytest.mark.parametrize("text", ["", "é", "plain"])
def test_utf8_without_declaration(text: str) -> None:
    """What is valid UTF-8 is UTF-8 where nothing else is declared."""
    page = _page(text)
    assert read_source(page.encode(), "a.html").encoding == "utf-8"
    assert read_source(page.encode(), "a.html").text == page


def test_declared_legacy_with_hardly_any_sign() -> None:
    """Two bytes that happen to be valid UTF-8 don't outweigh the declaration."""
    page = _page("CAFÉ®", "<meta charset=iso-8859-1>")
    assert read_source(page.encode("cp1252"), "a.html").text == page


@pytest.mark.parametrize("encoding", sorted(_BODIES))
def test_detected(encoding: str) -> None:
    """A short page in another script is told by its letters."""
    page = _page(_BODIES[encoding])
    source = read_source(page.encode(encoding), "a.html")
    assert source.text == page


@pytest.mark.parametrize("encoding", sorted(_BODIES))
def test_wrongly_declared_as_utf8(encoding: str) -> None:
    """A page that says UTF-8 and isn't is read as what it is."""
    page = _page(_BODIES[encoding], "<meta charset=utf-8>")
    assert read_source(page.encode(encoding), "a.html").text == page


@pytest.mark.parametrize(("language", "encoding", "body"), _LATIN)
@pytest.mark.parametrize("region", ["", "-x-test"])
def test_detected_with_language(language: str, encoding: str, body: str, region: str) -> None:
    """Where the letters alone could be several encodings', the language of the page decides."""
    page = _page(body).replace("<html>", f'<html lang="{language}{region}">')
    assert read_source(page.encode(encoding), "a.html").text == page


@pytest.mark.parametrize("encoding", sorted(_BODIES))
def test_wrong_language(encoding: str) -> None:
    """A template's wrong language doesn't turn another script into accented letters."""
    page = _page(_BODIES[encoding]).replace("<html>", '<html lang="en">')
    assert read_source(page.encode(encoding), "a.html").text == page


def test_few_bad_bytes() -> None:
    """Bytes that a broken include left in a UTF-8 page become visible marks, and are counted."""
    page = _page("<p>déjà vu, naïve, Größe</p>", "<meta charset=utf-8>").encode()
    source = read_source(page.replace("ß".encode(), b"\xdf"), "a.html")
    assert "Gr\xf6\ufffde" in source.text
    assert (source.encoding, source.damaged) == ("utf-8", 1)


def test_few_bad_bytes_in_a_legacy_encoding() -> None:
    """A declared encoding holds also where one character in many is damaged."""
    page = _page("本文转载自新华社，版权归原作者所有。" * 3, "<meta charset=gb2312>").encode("gb18030")
    source = read_source(page.replace(b"<script", b"\xff<script"), "a.html")
    assert source.text.count("本文转载自新华社") == 3
    assert (source.encoding, source.damaged) == ("gb18030", 1)


@pytest.mark.parametrize("lost", [1, 2])
def test_cut_off_in_a_character(lost: int) -> None:
    """A page that ends inside a character keeps all that came before."""
    data = "<meta charset=utf-8><p>来源：é本".encode()[:-lost]
    source = read_source(data, "a.html")
    assert source.text == "<meta charset=utf-8><p>来源：é\ufffd"
    assert source.damaged == 1


def test_present_replacement_characters_are_text() -> None:
    """Marks of damage that the file already held were not made here."""
    page = _page("a \ufffd\ufffd\ufffd\ufffd b")
    assert read_source(page.encode(), "a.html").damaged == 0


def test_newlines_are_kept() -> None:
    """Every kind of newline stays as it is, so that lines can be counted as editors count them."""
    assert read_source(b"<p>a\r\nb\rc\nd</p>", "a.html").text == "<p>a\r\nb\rc\nd</p>"


def test_trace_of_nul() -> None:
    """A stray NUL is no binary file, and becomes visible."""
    source = read_source(b"<p>a\0b</p>" + b" " * 100, "a.html")
    assert source.text.startswith("<p>a\ufffdb</p>")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG image"),
        (b"GIF89a\x01\0\x01\0", "GIF image"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF document"),
        (b"PK\x03\x04\x14\0", "ZIP archive"),
        (b"\x1f\x8b\x08\0\0\0\0\0", "gzip archive"),
        (b"\x7fELF\x02\x01\x01\0\0\0", "program"),
        (bytes(range(256)) * 8, "NUL bytes"),
        (b"RIFF\x24\x08\0\0WEBP" + b"\0" * 40, "NUL bytes"),
    ],
)
def test_binary(data: bytes, kind: str) -> None:
    """A binary file is named as what it looks like."""
    assert "looks like a binary file" in _refusal(data)
    assert kind in _refusal(data)


@pytest.mark.parametrize("data", [b"", b" \t\r\n\f", b"\xef\xbb\xbf", b"\xff\xfe", b"\xef\xbb\xbf \n", b"\0\0\0"])
def test_empty(data: bytes) -> None:
    """A file of nothing but white space and marks is empty, not clean."""
    assert "empty" in _refusal(data)


def test_random_bytes() -> None:
    """Bytes that are no text in any encoding are refused, not read as accented letters."""
    noise = bytes((index * index * 73 + index * 41) % 255 + 1 for index in range(4000))
    assert "encoding could not be told" in _refusal(b"<p>" + noise)


def test_mixed_encodings() -> None:
    """A page that is half UTF-8 and half not is a problem, not gibberish."""
    data = "<meta charset=utf-8><p>déjà, naïve, Größe</p>".encode() + "<p>élève façade</p>".encode("cp1252")
    assert "most of it is UTF-8, but 3 of its 8 characters beyond ASCII are not" in _refusal(data)


def test_false_mark() -> None:
    """A byte order mark that the text belies is a problem."""
    assert "begins as UTF-8" in _refusal(b"\xef\xbb\xbf<p>" + "größere Änderungen".encode("cp1252"))


def test_over_the_limit() -> None:
    """One byte too many is refused, with its size and the limit."""
    assert "is 50.1 MB, over the limit of 50 MB" in _refusal(b"a" * (MAX_BYTES + 1))


def test_limit_is_allowed() -> None:
    """A file of exactly the largest size is read to its last character."""
    source = read_source(b"<p>" + b"a" * (MAX_BYTES - 4) + b"z", "a.html")
    assert len(source.text) == MAX_BYTES
    assert source.text.endswith("az")


def test_read_file(tmp_path: Path) -> None:
    """A file is read, and named as it is shown."""
    path = tmp_path / "[id] %.html"
    path.write_bytes(b"<p>a</p>\r\n")
    source = read_file(path, "x/[id] %.html")
    assert (source.path, source.text, source.encoding) == ("x/[id] %.html", "<p>a</p>\r\n", "utf-8")


def test_read_file_over_the_limit(tmp_path: Path) -> None:
    """A large file is refused by its size, before it is read."""
    path = tmp_path / "a.html"
    with path.open("wb") as file:
        file.truncate(60_000_000_000)
    with pytest.raises(UnreadableError, match="is 60000 MB, over the limit of 50 MB"):
        read_file(path, "a.html")


def test_no_file(tmp_path: Path) -> None:
    """A folder, a pipe, a vanished file and a dead link each say what they are; none hangs."""
    (tmp_path / "folder.html").mkdir()
    os.mkfifo(tmp_path / "pipe.html")
    (tmp_path / "dead.html").symlink_to("nowhere")
    (tmp_path / "loop.html").symlink_to("loop.html")
    expected = {
        "folder.html": "a folder, not a file",
        "pipe.html": "a named pipe, not a file",
        "gone.html": "no longer there",
        "dead.html": "link leads nowhere",
        "loop.html": "cannot be opened",
    }
    for name, message in expected.items():
        with pytest.raises(UnreadableError, match=message):
            read_file(tmp_path / name, name)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_forbidden(tmp_path: Path) -> None:
    """A file that may not be read is a problem with its reason."""
    path = tmp_path / "a.html"
    path.write_bytes(b"<p>a</p>")
    path.chmod(0)
    with pytest.raises(UnreadableError, match="cannot be opened: Permission denied"):
        read_file(path, "a.html")


@given(st.binary(max_size=300))
def test_never_anything_else(data: bytes) -> None:
    """Any bytes are either read as valid text or refused."""
    try:
        source = read_source(data, "a.html")
    except UnreadableError as error:
        assert str(error)  # noqa: PT017 - most input is refused, which is fine
    else:
        assert source.text.encode()
        assert "\0" not in source.text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_utf8_comes_back(text: str) -> None:
    """Every text in UTF-8 comes back as it was."""
    assert read_source(f"<p>{text}</p>".encode(), "a.html").text == f"<p>{text}</p>"
