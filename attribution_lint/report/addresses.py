"""Paths as relative addresses."""

from __future__ import annotations

from urllib.parse import quote


def address(path: str) -> str:
    """Percent-encode a path, so that it is one relative reference whatever the file is called (RFC 3986, section 4.2).

    Bytes of a file name that are no UTF-8 come out as they are on disk; a surrogate that stands for no byte as three.
    """
    try:
        data = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = path.encode("utf-8", "surrogatepass")
    encoded = quote(data)  # a colon too, so that nothing before it is taken for a scheme
    return f"/.{encoded}" if encoded.startswith("//") else encoded  # two slashes would begin with a host
