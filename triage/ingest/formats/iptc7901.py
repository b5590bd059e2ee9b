"""IPTC 7901: a line of routing and priority, the text between STX and ETX, the day and hour it was sent."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from typing import TYPE_CHECKING

from triage.model.story import story_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.errors import ReadError
    from triage.ingest.reader import Origin
    from triage.model.story import Story

NAME = "iptc7901"
VERSION = 3
PRIORITY = 55
MANY = True

_PADDING = b"\x00\x16\x7f\r\n \t"
_BARE = re.compile(rb"[a-z]{2,4}\d{3,5}[a-z]? [1-9] [a-z]{1,3} {1,4}\d{1,5}(?:\s[^\r\n]{0,60})?\r?\n")
_HEAD = re.compile(r"(\S{2,20})\s+([1-9])\s+([A-Za-z]{1,3})(?:\s+(\d{1,5}))?(?:\s+(.*))?$")
_SENT = re.compile(
    r"\b(\d\d)(\d\d)(\d\d)\s*(?:([A-Za-z]{3,5})\s+)??([^\W\d_]{3,9})\.?\s+(\d\d(?:\d\d)?)\b(?:\s+(GMT|UTC|Z)\b)?",
    re.IGNORECASE,
)


_DASHED = re.compile(r"\b\d\d-[^\W\d_]{3}-\d\d \d\d:\d\d\b")


def can_read(head: bytes) -> bool:
    """Whether a message begins after nothing but padding, or the first line is such a head without its controls."""
    bare = head.removeprefix(BOM_UTF8).lstrip(_PADDING)
    return bare[:1] == b"\x01" or (bare[:1].islower() and _BARE.match(bare) is not None)


def read(data: bytes, origin: Origin) -> Iterator[Story | ReadError]:
    """The stories of the messages. Raises ReadError for one without words."""
    from triage.ingest.transmissions import read_messages

    yield from read_messages(data, origin, _story)


def _story(source: bytes, origin: Origin) -> Story:
    from triage.ingest.assembling import assemble, stated
    from triage.ingest.plaintext import read_text
    from triage.ingest.transmissions import day_of, numbered_as, take_apart, without_controls

    parts = take_apart(source, origin.path)
    lines = [without_controls(line) for line in parts.head]
    match = next((match for line in lines[:3] if (match := _HEAD.match(line))), None)
    keywords = [line for line in lines[1:] if line and not _HEAD.match(line)]
    text, sent = (parts.text, parts.tail) if parts.tail else _without_tail(parts.text)
    told = read_text(text)
    headline, before = _closed_headline(text)
    published = _sent(sent)
    spoken_of = (*keywords, *told.body[:2], *told.body[-1:])
    chain, follows = numbered_as(match[1], day_of(published), spoken_of) if match else ("", [])
    header = stated(
        headline=headline,
        slug=keywords[0] if keywords else None,
        keywords=[*keywords, *(line.rstrip(" :") for line in before)],
        urgency_written=match[2] if match else None,
        subjects=[(match[3], None)] if match else (),
        source=_agency(match[5] or "") if match else None,
        published=published,
        chain=chain,
        follows=follows,
    )
    body = [block for number, block in enumerate(told.body) if number >= len(before) or block not in before]
    return assemble(story_id(source), NAME, origin, header.over(told.header), body)


def _closed_headline(text: str) -> tuple[str, list[str]]:
    """The headline where a sign of equality closes it, as the standard has it, and the catchwords that stand before it."""
    from triage.ingest.anatomy.bylines import find_byline
    from triage.ingest.cleaning import one_line

    lines = [one for line in text.lstrip().split("\n", 8)[:8] if (one := one_line(line))][:5]
    for number, line in enumerate(lines):
        bare = line.removesuffix("=").rstrip()
        if bare != line:
            short = all(len(one) <= 40 and not one.startswith("/") for one in lines[:number])
            return (bare, lines[:number]) if short and bare and not find_byline(bare) else ("", [])
    return "", []


def _without_tail(text: str) -> tuple[str, str]:
    """The text, and the day and hour that its last line is, where the line has lost its ETX."""
    bare = text.rstrip()
    before, _, last = bare.rpartition("\n")
    return (before, last) if len(last) < 60 and _SENT.search(last) else (text, "")


def _sent(tail: str) -> str | None:
    """Day, hour and minute, month, year: "091223 dec 18", "101137 GMT Dez 18"; or as it is, "12-MAR-24 11:20"."""
    match = _SENT.search(tail)
    if not match:
        dashed = _DASHED.search(tail)
        return dashed[0] if dashed else None
    day, hour, minute, zone, month, year, after = match.groups()
    known = (zone or after or "").upper()
    written = "GMT" if known in ("GMT", "UTC", "Z") else known if known in ("MEZ", "MESZ", "CET", "CEST") else ""
    written = {"MEZ": "CET", "MESZ": "CEST"}.get(written, written)
    return f"{day} {month} {year if len(year) == 4 else f'20{year}'} {hour}:{minute} {written}".strip()


def _agency(rest: str) -> str | None:
    """The agency that the optional part of the head names ("dpa 1003")."""
    from triage.ingest.anatomy.agencies import EVERYBODYS

    return next((name for word in rest.split() if (name := EVERYBODYS.known(word))), None)
