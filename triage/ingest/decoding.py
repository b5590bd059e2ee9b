"""Bytes to text: which encoding a file is in, and whether it is text at all."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from triage.errors import ReadError
from triage.ingest.guessing import guessed

_SAMPLE = 4096

_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"RIFF", "a sound, picture or film file"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ\x00", "a compressed file"),
    (b"\x28\xb5\x2f\xfd", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed archive"),
    (b"Rar!", "a compressed archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
"""How files that hold no text begin, and what they are."""

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Wire copy holds a few (SOH, STX, ETX, SYN, US, DEL, ESC); more than a few mean that this is no text.
_CONTROL_BYTES = bytes((*range(0x09), *range(0x0E, 0x20), 0x7F))
_UNPRINTABLE = r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufffe\uffff]"

_SECOND_CONTROLS = r"[\x80-\x84\x86-\x9f]"
"""No text in latin-1 has them. One in Shift-JIS that is taken for it has, and so has what is no text; in what a DOS machine sent
they are accented letters, and stand in words."""

_LATIN = re.compile(r"(?:iso[-_]?8859[-_]?1|latin[-_]?1|(?:us-?)?ascii|(?:windows|cp)-?1252)", re.IGNORECASE)

_STRAY = 20
"""As many of them as may be a mistake, however short the text."""


def decode(source: bytes, path: str | None) -> str:
    """The text of a file in UTF-8, UTF-16, UTF-32, cp1252, latin-1 or what another script is usually in, without its byte order mark.

    `path` is for the error alone. Raises ReadError for an empty file, for one that is no text, and for one that breaks
    the rules of the encoding that its mark names.
    """
    name = path or "standard input"
    if not source.strip():
        raise ReadError(
            f"{name} is empty.", title="Empty file", hint="If it is still being sent, it is read again when it changes."
        )
    for magic, kind in _KINDS:
        if source.startswith(magic):
            raise _not_text(name, kind)
    for mark, encoding in _MARKS:
        if source.startswith(mark):
            return _decode_marked(source[len(mark) :], encoding, name)
    if b"\0" in source:
        unmarked = _unmarked_utf16(source)
        if unmarked is None:
            raise _not_text(name, "a binary file")
        return source.decode(unmarked, "replace")
    if _share_of_controls(source) > 0.1:
        raise _not_text(name, "a binary file")
    return _decode_bytes(source, name)


def decode_stated(source: bytes, encoding: str) -> str:
    """The text of bytes that say which encoding they are in. Raises LookupError and UnicodeDecodeError where they do not know.

    Latin-1 is said of UTF-8 too, by programs that were never told, and cp1252 is what all others mean by it: without that
    quotation marks are lost.
    """
    for one in ("utf-8", "cp1252", "latin-1") if _LATIN.fullmatch(encoding) else ():
        with suppress(UnicodeDecodeError):
            return source.decode(one)
    return source.decode(encoding.lower().removeprefix("x-"))


def _decode_bytes(source: bytes, name: str) -> str:
    try:
        return source.decode("utf-8")
    except UnicodeDecodeError:
        pass
    mended = source.decode("utf-8", "replace")
    broken = mended.count("\ufffd")
    intact = len(mended) - len(mended.encode("ascii", "ignore")) - broken
    if intact > 5 * broken:  # UTF-8 with a torn character, not another encoding
        return mended
    text = guessed(source)
    if text is not None:
        return text
    if intact:
        try:
            return "\n".join(map(_decode_line, source.split(b"\n")))
        except UnicodeDecodeError:
            pass
    try:
        return source.decode("cp1252")
    except UnicodeDecodeError:  # five bytes mean nothing in cp1252
        text = source.decode("latin-1")
    head = text[:_SAMPLE]
    if len(re.findall(_SECOND_CONTROLS, head)) > max(_STRAY, len(head) // 10) and len(head.split()) < len(head) / 20:
        raise ReadError(
            f"{name} is no text, or text in an encoding that triage does not know.",
            title="Not readable as text",
            hint="Ask the sender for it in UTF-8.",
        )
    return text


def _decode_line(line: bytes) -> str:
    """A line of a file that is put together from some in UTF-8 and others in cp1252: in cp1252 hardly a word is UTF-8 by chance."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252")


def _decode_marked(source: bytes, encoding: str, name: str) -> str:
    text = source.decode(encoding, "replace")
    if text.count("\ufffd") * 20 > len(text) or len(re.findall(_UNPRINTABLE, text[:_SAMPLE])) * 10 > len(
        text[:_SAMPLE]
    ):
        raise ReadError(
            f"{name} says that it is {encoding.upper()}, but its bytes are not.",
            title="Not readable as text",
            hint="Ask the sender for it in UTF-8.",
        )
    return text


def _unmarked_utf16(source: bytes) -> str | None:
    """UTF-16 has its zero bytes all in even or all in odd places, for any script that uses Latin spaces or line ends."""
    head = source[: _SAMPLE - _SAMPLE % 2]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if min(even, odd) > 0 or max(even, odd) * 50 < len(head):
        return None
    encoding = "utf-16-le" if odd else "utf-16-be"
    text = head.decode(encoding, "replace")
    strange = len(re.findall(_UNPRINTABLE, text)) + text.count("\ufffd")
    return encoding if strange * 20 <= len(text) else None


def _share_of_controls(source: bytes) -> float:
    head = source[:_SAMPLE]
    return 1 - len(head.translate(None, _CONTROL_BYTES)) / len(head)


def _not_text(name: str, kind: str) -> ReadError:
    return ReadError(
        f"{name} is {kind}, not a story.", title="Not a text file", hint="Take it out of the inbox; triage reads text."
    )
