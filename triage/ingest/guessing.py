"""Text of other scripts whose bytes do not say which encoding they are in: plain wires of Moscow, Cairo, Beijing or Tokyo.

A text in Latin letters has few bytes above ASCII. Where they outnumber the letters of ASCII another script is written, and
charset-normalizer tells in which of the encodings that its countries use.
"""

from __future__ import annotations

import re

_SAMPLE = 4096
_MARKUP = 65_536
_TAG = re.compile(rb"<[^<>]{1,500}>")
"""Names of elements are in Latin letters, whatever stands between them."""

_FEWEST = 30
"""Bytes above ASCII from which on letters can be counted."""

_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r"))
"""The teleprinter's, which speak against any encoding."""

_ENCODINGS = [
    "cp1251",
    "koi8_u",
    "koi8_r",
    "iso8859_5",
    "cp866",
    "cp1256",
    "iso8859_6",
    "cp1253",
    "iso8859_7",
    "cp1255",
    "iso8859_8",
    "cp874",
    "cp932",
    "euc_jp",
    "gb18030",
    "big5",
    "cp949",
]


def guessed(source: bytes) -> str | None:
    """The text of `source`, whose encoding is not UTF-8; None where it is in Latin letters, or nothing that is known here."""
    encoding = _likeliest(source)
    return source.decode(encoding, "replace") if encoding else None


def guessed_encoding(source: bytes) -> str:
    """The encoding of a whole file, for pieces of it that are too short to tell; "" for UTF-8 and for what is not known."""
    return "" if is_utf8(source) else _likeliest(source)


def is_utf8(source: bytes) -> bool:
    """Whether `source` is UTF-8, though characters of it may be torn: then far more are whole."""
    text = source.decode("utf-8", "replace")
    torn = text.count("\ufffd")
    return not torn or len(text) - len(text.encode("ascii", "ignore")) - torn > 5 * torn


def _likeliest(source: bytes) -> str:
    head = _TAG.sub(b" ", source[:_MARKUP])[:_SAMPLE].translate(None, _CONTROLS)
    high = sum(byte >= 0x80 for byte in head)
    if high < _FEWEST or high <= sum(bytes((byte,)).isalpha() for byte in head):
        return ""
    from charset_normalizer import from_bytes  # late: few files need it, and it takes a while

    whole = head[: max(head.rfind(b"\n"), head.rfind(b" ")) + 1] or head  # no character of several bytes is torn
    best = from_bytes(whole, cp_isolation=_ENCODINGS).best()
    return best.encoding if best else ""
