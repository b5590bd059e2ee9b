"""What the first bytes of a file tell about its format, cheaply: most files are plain text and pay for every question."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

_SKIPPED = re.compile(rb"\s*(?:<\?.*?\?>|<!--.*?-->)", re.DOTALL)
_DOCTYPE = re.compile(rb"\s*<!DOCTYPE\s+(?:[\w.-]+:)?([\w.-]+)[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_DOCTYPE_NAME = re.compile(rb"\s*<!DOCTYPE\s+(?:[\w.-]+:)?([\w.-]+)", re.IGNORECASE)
_ROOT = re.compile(rb"\s*<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)(?=[\s/>])")


def first(head: bytes) -> bytes:
    """The first byte of the text that begins with `head`, white space and byte order marks aside; b"" if there is none."""
    byte = head[:1]
    if byte > b" " and byte < b"\x7f":
        return byte
    return as_ascii(head).lstrip()[:1]


def as_ascii(head: bytes) -> bytes:
    """`head` in bytes that are ASCII where its text is, whatever its encoding; without a byte order mark."""
    if head.startswith(codecs.BOM_UTF8):
        return head[3:]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or head[:2].count(b"\0") == 1:
        big = head.startswith(codecs.BOM_UTF16_BE) or head[:1] == b"\0"
        text = head.decode("utf-16-be" if big else "utf-16-le", "replace").lstrip("\ufeff")
        return text.encode("ascii", "replace")
    return head


@lru_cache(maxsize=2)  # every reader of an XML format asks the same of the same bytes
def root_name(head: bytes) -> str:
    """The name of the root element of markup that begins with `head`, without its prefix; "" for what is no markup."""
    if first(head) != b"<":
        return ""
    text = as_ascii(head)
    at = 0
    while match := _SKIPPED.match(text, at):
        at = match.end()
    doctype = _DOCTYPE.match(text, at)
    if doctype:
        at = doctype.end()
        while match := _SKIPPED.match(text, at):
            at = match.end()
    root = _ROOT.match(text, at) or doctype or _DOCTYPE_NAME.match(text, at)
    return root[1].decode("ascii", "replace") if root else ""
