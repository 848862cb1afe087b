"""From the bytes of a file to the text of a page: size, binary files, and the encoding.

The encoding is, in this order:

1. what a byte order mark says;
2. UTF-8, where the characters beyond ASCII prove it: hardly any text in another encoding can be read so, while pages
   that were converted and kept their old declaration are common;
3. what the page declares, read as browsers read the label ("iso-8859-1" means windows-1252, "gb2312" means gb18030);
4. UTF-8, where there is too little beyond ASCII for a proof;
5. the one that the text looks like, which the language of the page helps to decide.

A few damaged bytes are tolerated, become U+FFFD and are counted: in UTF-8, which is hard to mistake, one character to
four whole ones beyond ASCII, in another declared encoding one to twenty, and the last of a page that is cut off.

A page that none of these reads is a problem to report, and so is one that is UTF-8 for the most part but more damaged:
another encoding would read it without complaint, as gibberish.
"""

# ruff: noqa: PTH114, PTH116 - paths may be strings here, because thousands cost a tenth so

from __future__ import annotations

import codecs
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass

from attribution_lint.expressions import expression

MAX_BYTES = 50_000_000
"""The largest file that is read, in bytes (50 MB)."""

_READING = os.O_RDONLY | getattr(os, "O_BINARY", 0)
_HEAD_BYTES = 8192
"""How far into a page its declaration is looked for; browsers look through 1024 bytes, pages often need more."""
_PROOF = 3
"""So many characters beyond ASCII that read as UTF-8 are no accident."""
_MORE_BYTES = 3
"""How many bytes beyond one a character takes at most in UTF-8."""
# One of these is proof enough: "é" and "©" would be "Ã©" and "Â©" in windows-1252, "’" would be "â€™".
_TELLING = expression("[\x80-\xff\u0800-\U0010ffff]")
_TOLERATED = 0.05
_TOLERATED_IN_UTF8 = 0.25
_MESS = 0.1

_MARKS = (
    # The marks of UTF-32 begin like those of UTF-16, or with NUL, so they come first.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (
    (b"\x89PNG\r\n\x1a\n", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF87a", "GIF image"),
    (b"GIF89a", "GIF image"),
    (b"%PDF-", "PDF document"),
    (b"PK\x03\x04", "ZIP archive"),
    (b"\x1f\x8b", "gzip archive"),
    (b"BZh", "bzip2 archive"),
    (b"\xfd7zXZ\x00", "xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip archive"),
    (b"\x28\xb5\x2f\xfd", "Zstandard archive"),
    (b"Rar!\x1a\x07", "RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Microsoft Office document"),
    (b"bplist00", "binary property list"),
    (b"\x7fELF", "program"),
    (b"wOFF", "web font"),
    (b"wOF2", "web font"),
    (b"SQLite format 3\x00", "SQLite database"),
)

# What browsers make of a label where Python takes it literally, from the Encoding Standard (https://encoding.spec.whatwg.org/).
# Where two are given, the second knows characters that the first lacks and is tried after it.
_AS_BROWSERS_DO = {
    "ascii": ("cp1252",),
    "iso8859-1": ("cp1252",),
    "iso8859-9": ("cp1254",),
    "iso8859-11": ("cp874",),
    "tis-620": ("cp874",),
    "gb2312": ("gb18030",),
    "gbk": ("gb18030",),
    "shift_jis": ("cp932",),
    "euc_jp": ("euc_jp", "euc_jis_2004"),
    "iso2022_jp": ("iso2022_jp_ext",),
    "euc_kr": ("cp949",),
    "big5": ("cp950", "big5hkscs"),
    "big5hkscs": ("big5hkscs", "cp950"),
}
_AS_THEY_ARE = frozenset({
    "utf-8", "gb18030", "cp932", "cp949", "cp950", "cp866", "cp874", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic",
    *(f"cp125{page}" for page in range(9)), *(f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
})  # fmt: skip
_UNKNOWN_TO_PYTHON = {
    "unicode-1-1-utf-8": "utf-8", "unicode11utf8": "utf-8", "unicode20utf8": "utf-8", "x-unicode20utf8": "utf-8",
    "x-sjis": "cp932", "windows-31j": "cp932", "x-euc-jp": "euc_jp", "cseucpkdfmtjapanese": "euc_jp",
    "x-gbk": "gb18030", "csgb2312": "gb18030", "gb_2312": "gb18030", "gb_2312-80": "gb18030", "cn-gb": "gb18030",
    "cn-big5": "big5", "x-x-big5": "big5", "windows-949": "cp949", "ks_c_5601-1989": "cp949", "ksc_5601": "cp949",
    "cseuckr": "cp949", "csksc56011987": "cp949", "iso-ir-149": "cp949", "dos-874": "cp874", "windows-874": "cp874",
    "iso-8859-8-i": "iso8859-8", "iso-8859-8-e": "iso8859-8", "csiso88598i": "iso8859-8", "csiso88598e": "iso8859-8",
    "visual": "iso8859-8", "logical": "iso8859-8", "sun_eu_greek": "iso8859-7", "koi": "koi8-r", "koi8": "koi8-r",
    "koi8-ru": "koi8-u", "mac": "mac-roman", "macintosh": "mac-roman", "csmacintosh": "mac-roman",
    "x-mac-roman": "mac-roman", "x-mac-cyrillic": "mac-cyrillic", "x-mac-ukrainian": "mac-cyrillic",
    **{f"x-cp125{page}": f"cp125{page}" for page in range(9)},
    **{f"iso8859{part}": f"iso8859-{part}" for part in range(1, 17)},
}  # fmt: skip

# The encodings that pages of a language were written in before UTF-8, by primary subtag.
_CENTRAL = ("cp1250", "iso8859_2")
_CYRILLIC = ("cp1251", "koi8_r", "koi8_u")
_BY_LANGUAGE = {
    "ar": ("cp1256",), "fa": ("cp1256",), "ur": ("cp1256",), "he": ("cp1255",), "iw": ("cp1255",), "yi": ("cp1255",),
    "be": _CYRILLIC, "bg": _CYRILLIC, "kk": _CYRILLIC, "mk": _CYRILLIC, "ru": _CYRILLIC, "sr": (*_CYRILLIC, *_CENTRAL),
    "uk": _CYRILLIC, "bs": _CENTRAL, "cs": _CENTRAL, "hr": _CENTRAL, "hu": _CENTRAL, "pl": _CENTRAL, "ro": _CENTRAL,
    "sk": _CENTRAL, "sl": _CENTRAL, "sq": _CENTRAL, "et": ("cp1257",), "lt": ("cp1257",), "lv": ("cp1257",),
    "el": ("cp1253", "iso8859_7"), "az": ("cp1254",), "tr": ("cp1254",), "th": ("cp874",), "vi": ("cp1258",),
    "ja": ("cp932", "euc_jp"), "ko": ("cp949",), "zh": ("gb18030", "big5"),
}  # fmt: skip
_WEB_DEFAULT = ("cp1252",)
_DETECTABLE = sorted({codec for group in (*_BY_LANGUAGE.values(), _WEB_DEFAULT) for codec in group})

_TOKEN = expression(
    rb"<!--(?:-?>|.*?(?:--!?>|\Z))|<(script|style)\b.*?(?:</\1|\Z)"
    rb"|<(?P<tag>meta|html)(?=[\s/])(?P<attributes>(?:[^>\"']++|\"[^\"]*\"|'[^']*')*+)",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = expression(rb"([^\s=/>\"']+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")
_CONTENT_CHARSET = expression(rb"charset\s*=\s*[\"']?\s*([^\s;\"']+)", re.IGNORECASE)
_XML_ENCODING = expression(rb"\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([^\"'>]+)", re.IGNORECASE)
_BETWEEN_TAGS = expression(rb"[<>\r\n]")
_SOMETHING = expression("[^\ufeff\ufffd\0 \t\r\n\f\v]")
_EMPTY = "the file is empty; write the page, or exclude it"
_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


class UnreadableError(Exception):
    """A page cannot be read, or not to its end; the message says what is wrong with the file and what to do."""


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one page."""

    path: str
    """As it is shown."""
    text: str
    """Without byte order mark; newlines as they are in the file, NUL as U+FFFD."""
    encoding: str
    """Name of the Python codec that read it."""
    damaged: int = 0
    """How many times bytes that mean nothing in that encoding became U+FFFD."""


def read_file(path: str | os.PathLike[str], shown: str) -> Source:
    """Read a page from a file; `shown` is the path to name it by.

    Raises:
        UnreadableError: it is no regular file, cannot be opened, or holds no text that can be read.
    """
    return read_source(read_bytes(path), shown)


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """All that is in a file.

    Raises:
        UnreadableError: it is no regular file, too large, or cannot be opened.
    """
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            kind = next((name for test, name in _KINDS if test(status.st_mode)), "something else")
            raise UnreadableError(f"it is {kind}, not a file; leave it out, or exclude it")
        _check_size(status.st_size)
        # A file object would take as long to make as a small page to read.
        descriptor = os.open(path, _READING)
        try:
            return _read_all(descriptor, status.st_size)
        finally:
            os.close(descriptor)
    except FileNotFoundError:
        dead_link = "its symbolic link leads nowhere; mend the link, or exclude it"
        gone = "it is no longer there; run again when nothing changes the files"
        raise UnreadableError(dead_link if os.path.islink(path) else gone) from None
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise UnreadableError(f"the file cannot be opened: {reason}; mend that, or exclude it") from error


def _read_all(descriptor: int, size: int) -> bytes:
    """Read to the end, but not beyond one byte more than allowed, which tells a file that grew meanwhile."""
    # One byte more than there should be: where it does not come, the end was reached, and need not be asked for.
    data = os.read(descriptor, size + 1)
    if len(data) == size:
        return data
    pieces, length = [data], len(data)
    while data and length <= MAX_BYTES:
        data = os.read(descriptor, MAX_BYTES + 1 - length)
        pieces.append(data)
        length += len(data)
    return b"".join(pieces)


def read_source(data: bytes, path: str, declared: str | None = None) -> Source:
    """Decode a page; `path` is the path to name it by, `declared` the encoding that it was delivered with, if any.

    Raises:
        UnreadableError: it is empty, too large, binary, or in no encoding that could be told.
    """
    _check_size(len(data))
    _check_content(data)
    reading = _marked(data) or _wide(data) or _unmarked(data, declared)
    if not _SOMETHING.search(reading.text):
        raise UnreadableError(_EMPTY)
    # Replacing would copy the whole text, also where there is nothing to replace.
    text = reading.text.replace("\0", "\ufffd") if "\0" in reading.text else reading.text
    return Source(path, text, reading.encoding, reading.damaged)


def _check_size(size: int) -> None:
    if size > MAX_BYTES:
        # Rounded up: a file just over the limit must not be said to have its size.
        shown, limit = -(-size // 100_000) / 10, MAX_BYTES / 1_000_000
        raise UnreadableError(
            f"the file is {shown:g} MB, over the limit of {limit:g} MB, so it was not checked; split it or exclude it"
        )


def _check_content(data: bytes) -> None:
    if not data[:1000].strip() and not data.strip():
        raise UnreadableError(_EMPTY)
    kind = next((kind for magic, kind in _BINARY if data.startswith(magic)), None)
    if kind is not None:
        raise UnreadableError(f"it looks like a binary file ({kind}), not a page; rename or exclude it")


def _marked(data: bytes) -> _Reading | None:
    """A page with a byte order mark."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            reading = _Reading.of(data[len(mark) :], encoding)
            if not reading.tolerable:
                raise UnreadableError(f"it begins as {encoding.upper()}, but much of it is not; save it as UTF-8")
            return reading
    return None


def _wide(data: bytes) -> _Reading | None:
    """A page in UTF-16 without a byte order mark: in its markup, every other byte is NUL."""
    sample = data[:4096]
    first, second = sample[::2].count(0), sample[1::2].count(0)
    many = len(sample) * 0.15
    if first > many and second == 0:
        reading = _Reading.of(data, "utf-16-be")
    elif second > many and first == 0:
        reading = _Reading.of(data, "utf-16-le")
    else:
        return None
    return reading if reading.tolerable else None


def _unmarked(data: bytes, declared: str | None) -> _Reading:
    """A page in an encoding whose ASCII is ASCII."""
    # Some old tools leave a few NUL bytes in a page; more than a trace of them is no text.
    if b"\0" in data and data.count(0) > 4 + len(data) // 1000:
        raise UnreadableError("it looks like a binary file (it has NUL bytes), not a page; rename or exclude it")
    utf8 = _Reading.of(data, "utf-8")
    if not utf8.damaged and len(data) - len(utf8.text) >= _PROOF * _MORE_BYTES:
        return utf8
    if utf8.tolerable and (utf8.beyond_ascii >= _PROOF or (not utf8.damaged and _tells(utf8.text))):
        return utf8
    head = _Head.of(data[:_HEAD_BYTES], declared)
    named = [_Reading.of(data, codec) for codec in head.codecs]
    for reading in sorted((*named, utf8), key=lambda reading: reading.damaged > 0):
        if reading.tolerable:
            return reading
    if _PROOF <= utf8.beyond_ascii > utf8.damaged:
        of = utf8.beyond_ascii + utf8.damaged
        why = f"most of it is UTF-8, but {utf8.damaged} of its {of} characters beyond ASCII are not"
    else:
        detected = _detect(data, head.language)
        if detected is not None and detected.tolerable:
            return detected
        why = f"it declares {head.label}, but is not in it" if head.label else "it declares none"
    raise UnreadableError(
        f"its encoding could not be told ({why}); save it as UTF-8, or declare the encoding that it is in"
    )


def _tells(text: str) -> bool:
    return not text.isascii() and _TELLING.search(text) is not None


@dataclass(frozen=True, slots=True)
class _Reading:
    """The bytes read in one encoding, for better or worse."""

    text: str
    encoding: str
    damaged: int
    cut_off: bool
    """The only damage is that the last character is not whole."""

    @classmethod
    def of(cls, data: bytes, encoding: str) -> _Reading:
        try:
            return cls(data.decode(encoding), encoding, 0, cut_off=False)
        except UnicodeDecodeError as error:
            text = data.decode(encoding, "replace")
            # Marks of damage that were in the file already are text to us: nothing more is lost.
            present = data.count(b"\xef\xbf\xbd") if encoding == "utf-8" else 0
            damaged = max(1, text.count("\ufffd") - present)
            return cls(text, encoding, damaged, cut_off=damaged == 1 and error.start >= len(data) - 3)

    @property
    def beyond_ascii(self) -> int:
        """Number of characters beyond ASCII, without the damaged ones."""
        if self.text.isascii():
            return 0
        return len(self.text) - len(self.text.encode("ascii", "ignore")) - self.damaged

    @property
    def tolerable(self) -> bool:
        """Whether this is surely the encoding, with next to nothing damaged."""
        if not self.damaged:
            return True
        share = _TOLERATED_IN_UTF8 if self.encoding == "utf-8" else _TOLERATED
        # In the wide encodings even ASCII proves something.
        whole = len(self.text) - self.damaged if self.encoding.startswith(("utf-16", "utf-32")) else self.beyond_ascii
        return whole > 0 and (self.cut_off or self.damaged <= share * whole)


@dataclass(frozen=True, slots=True)
class _Head:
    """What the beginning of a page says about its encoding."""

    label: str
    """The first encoding declared, as it is spelled; "" for none."""
    codecs: tuple[str, ...]
    """Python codecs for what is declared, the most trusted first, without UTF-8."""
    language: str
    """Primary subtag of the page's language; "" where it says none."""

    @classmethod
    def of(cls, head: bytes, declared: str | None) -> _Head:
        labels = [declared] if declared else []
        language = ""
        for tag, attributes in _tags(head):
            if tag == b"meta":
                labels.extend(_meta_charset(attributes))
            else:
                tagged = attributes.get(b"lang", attributes.get(b"xml:lang", b""))
                language = language or re.split("[-_]", tagged.decode("ascii", "replace").strip().lower())[0]
        xml = _XML_ENCODING.match(head)
        if xml:
            labels.append(xml[1].decode("ascii", "replace"))
        found = dict.fromkeys(codec for label in labels for codec in _codecs_of(label))
        return cls(labels[0] if labels else "", tuple(codec for codec in found if codec != "utf-8"), language)


def _tags(head: bytes) -> Iterator[tuple[bytes, dict[bytes, bytes]]]:
    for token in _TOKEN.finditer(head):
        if token["tag"]:
            attributes: dict[bytes, bytes] = {}
            for name, double, single, bare in _ATTRIBUTE.findall(token["attributes"]):
                attributes.setdefault(name.lower(), double or single or bare)
            yield token["tag"].lower(), attributes


def _meta_charset(attributes: dict[bytes, bytes]) -> Iterator[str]:
    if b"charset" in attributes:
        yield attributes[b"charset"].decode("ascii", "replace")
    elif attributes.get(b"http-equiv", b"").strip().lower() == b"content-type":
        found = _CONTENT_CHARSET.search(attributes.get(b"content", b""))
        if found:
            yield found[1].decode("ascii", "replace")


def _codecs_of(label: str) -> tuple[str, ...]:
    """The codecs that a label stands for on the web; none for one that browsers don't know either.

    UTF-16 is none of them: a page whose declaration can be read as ASCII is not in UTF-16.
    """
    plain = label.strip().lower()
    try:
        name = codecs.lookup(_UNKNOWN_TO_PYTHON.get(plain, plain)).name
    except (LookupError, ValueError, UnicodeError):
        return ()
    return _AS_BROWSERS_DO.get(name, (name,) if name in _AS_THEY_ARE else ())


def _detect(data: bytes, language: str) -> _Reading | None:
    # Markup says nothing of the encoding; none of the encodings has these bytes inside a character.
    sample = b"\n".join(piece for piece in _BETWEEN_TAGS.split(data) if not piece.isascii())[:65_536]

    from charset_normalizer import from_bytes

    # The language settles what the letters of a short text cannot: windows-1250, -1252 and -1254 differ in a few.
    usual = from_bytes(sample, cp_isolation=list(_BY_LANGUAGE.get(language, _WEB_DEFAULT))).best()
    if usual is not None and usual.chaos < _MESS:
        return _Reading.of(data, usual.encoding)
    best = from_bytes(sample, cp_isolation=_DETECTABLE).best()
    return None if best is None else _Reading.of(data, best.encoding)
