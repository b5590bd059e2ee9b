"""Where the entries of a feed stand in its bytes: a story's identity rests on them, exactly as they were sent."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from triage.ingest.guessing import guessed_encoding

_TAG = (
    rb"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<\?.*?(?:\?>|\Z)|<(/?)(?:[A-Za-z_][\w.-]*:)?(%s)(?=[\s/>])"
    rb"(?:[^<>\"']|\"[^\"<]{0,2000}\"|'[^'<]{0,2000}'){0,5000}?(/?)>"
)
_DECLARATION = re.compile(r"\sxmlns:[A-Za-z_][\w.-]*\s*=\s*(?:\"[^\"<>&]{0,500}\"|'[^'<>&]{0,500}')")

_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{2,30})")


class Entry(NamedTuple):
    """One entry of a feed: its own bytes, the line in which they begin, and the name of its element."""

    source: bytes
    line: int
    name: str


class _Place(NamedTuple):
    """Where an entry stands in the bytes that are searched."""

    start: int
    end: int
    name: bytes


class Feed(NamedTuple):
    """A feed taken apart: its entries, what stands around them, and the prefixes that it declares for them."""

    entries: list[Entry]
    rest: bytes
    declarations: str
    encoding: str


def declared_encoding(data: bytes) -> str:
    """The encoding that a document says it is in, "" if it says nothing in bytes that can be searched."""
    match = _ENCODING.search(data[:400])
    return match[1].decode() if match else ""


def split(data: bytes, *names: str) -> Feed:
    """The elements of those names in XML, the outermost of each, with their tags.

    An entry that is never closed ends where the next one begins, or at the end: it is broken, the others are not.
    """
    text, encoding, mark = _searchable(data)
    pattern = re.compile(_TAG % b"|".join(name.encode() for name in names), re.DOTALL)
    pieces: list[_Place] = []
    start, depth, name = -1, 0, b""
    for tag in pattern.finditer(text):
        if tag[1] is None:
            continue
        if tag[1]:
            depth = max(0, depth - 1)
            if depth == 0 and start >= 0:
                pieces.append(_Place(start, tag.end(), name))
                start = -1
        elif tag[3]:
            if depth == 0:
                pieces.append(_Place(tag.start(), tag.end(), tag[2]))
        else:
            if depth == 0:
                start, name = tag.start(), tag[2]
            depth += 1
    if start >= 0:
        pieces += _unclosed(text, start, pattern)
    return _feed(data, text, pieces, encoding, mark)


def _unclosed(text: bytes, start: int, pattern: re.Pattern[bytes]) -> list[_Place]:
    """The entries from one on that is never closed: each ends where the next begins, if its own end does not come first."""
    tags = [tag for tag in pattern.finditer(text, start) if tag[1] is not None]
    pieces: list[_Place] = []
    open_at, name = -1, b""
    for tag in tags:
        if tag[1]:
            if open_at >= 0:
                pieces.append(_Place(open_at, tag.end(), name))
            open_at = -1
            continue
        if open_at >= 0:
            pieces.append(_Place(open_at, tag.start(), name))
        open_at, name = -1 if tag[3] else tag.start(), tag[2]
    if open_at >= 0:
        pieces.append(_Place(open_at, len(text), name))
    return pieces


def _feed(data: bytes, text: bytes, pieces: list[_Place], encoding: str, mark: int) -> Feed:
    entries: list[Entry] = []
    rest: list[bytes] = []
    line, seen, at = 1, 0, 0
    for start, end, name in pieces:
        line += text.count(b"\n", seen, start)
        seen = start
        rest.append(text[at:start])
        at = end
        if encoding:  # the search was in UTF-8; the entry's own bytes are in the file's encoding
            begin = mark + len(text[:start].decode().encode(encoding))
            source = data[begin : begin + len(text[start:end].decode().encode(encoding))]
        else:
            source = data[start:end]
        entries.append(Entry(source, line, name.decode()))
    rest.append(text[at:])
    first = pieces[0][0] if pieces else 0
    declared = dict.fromkeys(
        match.strip() for match in _DECLARATION.findall(text[max(0, first - 20_000) : first].decode("utf-8", "replace"))
    )
    by_prefix = {one.split("=")[0].strip(): one for one in declared}
    return Feed(
        entries,
        b"".join(rest),
        " ".join(by_prefix.values()),
        encoding or declared_encoding(data) or guessed_encoding(data),
    )


def _searchable(data: bytes) -> tuple[bytes, str, int]:
    """Bytes in which tags can be looked for, the encoding of `data` if that is another, and the length of its mark."""
    for mark, encoding in (
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "utf-16-le" if data[1:2] == b"\0" else "utf-16-be" if data[:1] == b"\0" else ""),
    ):
        if encoding and data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding).encode(), encoding, len(mark)
            except UnicodeError:
                break
    return data, "", 0
