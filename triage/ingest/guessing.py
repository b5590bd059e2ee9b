"""Text of other scripts whose bytes do not say which encoding they are in: plain wires of Moscow, Cairo, Beijing or Tokyo.

A text in Latin letters has few bytes above ASCII. Where they outnumber the letters of ASCII another script is written, and
the encoding is the one in which the commonest letters of a script are as common as they are in its newspapers.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

_SAMPLE = 4096
_MARKUP = 65_536
_TAG = re.compile(rb"<[^<>]{1,500}>")
"""Names of elements are in Latin letters, whatever stands between them."""

_FEWEST = 30
"""Bytes above ASCII from which on letters can be counted."""

_LIKELY = 0.6
"""How much of a script's common letters there must be, of what its newspapers have."""


class _Script(NamedTuple):
    """A script, the encodings it is written in, its commonest letters, and their share in running text."""

    encodings: tuple[str, ...]
    common: re.Pattern[str]
    share: float


_SCRIPTS = tuple(
    _Script(tuple(encodings.split()), re.compile(f"[{common}]"), share)
    for encodings, common, share in (
        ("cp1251 koi8-u iso8859-5 cp866", "оеаинтсрвлі", 0.65),
        ("cp1256 iso8859-6", "اليمنورتبةع", 0.65),
        ("cp1253", "αοιετσνηυρς", 0.65),
        ("cp1255", "יוהלאתרבמש", 0.65),
        ("cp874", "านรอกเงมยล", 0.45),
        ("cp932 euc-jp", "ぁ-んァ-ヶー", 0.45),
        ("gb18030", "的一是在不了有和人这中大为上个国我以要他时来会年日出月对部发", 0.14),
        ("big5", "的一是在不了有和人這中大為上個國我以要他時來會年日出月對部發", 0.14),
        ("euc-kr", "이다는을의에가고하한로지를은도인기사", 0.3),
    )
)


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
    head = _TAG.sub(b" ", source[:_MARKUP])[:_SAMPLE]
    high = sum(byte >= 0x80 for byte in head)
    if high < _FEWEST or high <= sum(bytes((byte,)).isalpha() for byte in head):
        return ""
    scores = ((_score(head, encoding, script), encoding) for script in _SCRIPTS for encoding in script.encodings)
    score, encoding = max(scores, key=lambda one: one[0])
    return encoding if score >= _LIKELY else ""


def _score(head: bytes, encoding: str, script: _Script) -> float:
    """How common a script's common letters are in `head`, 1.0 for as common as in a newspaper; 0.0 where the bytes break the rules."""
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(head)
    except UnicodeDecodeError:
        return 0.0
    others = sum(not char.isascii() for char in text)
    return len(script.common.findall(text)) / (others * script.share) if others else 0.0
