"""ANPA-1312: the wires of North America and those who send like them."""

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

NAME = "anpa"
VERSION = 3
PRIORITY = 56
MANY = True

_PADDING = b"\x00\x16\x7f\r\n \t"
_TELLS = re.compile(rb"[\x11-\x14\x1e\x1f]|\r?\n\s*[fburdsazxh] [a-z]\s")
_BARE = re.compile(
    rb"[a-z]{1,2}\d{3,4}[^\r\n]{0,40}\r?\n\s*[fburdsazxh] [a-z][\s\x10-\x1f]+\S[^\r\n]{0,60}\s\d{1,2}-\d{1,2}\s+\d{2,5}[\s\x10-\x1f]*?\r?\n"
)
"""The two lines of a head whose control characters a line has lost: number, then priority, category, slug, day and count of words."""
_TRAILER = re.compile(r"[A-Z][A-Za-z]{1,9}(?:-[A-Z]{2,3})?[- ]\d\d-\d\d-\d\d \d{4} ?[A-Z]{3,4}")
"""Day and hour as the last line of the text: "AP-WF-04-27-18 1200GMT"."""
_SECOND = re.compile(r"([A-Za-z])\s+([A-Za-z])(?:\s+(.*?))?\s*(?:(\d{1,2})-(\d{1,2}))?(?:\s+(\d{3,5}))?\s*$")
_PRIORITIES = {"f": "1", "b": "2", "u": "3", "r": "5", "d": "7", "s": "7"}
_CATEGORIES = {
    "a": "domestic", "e": "entertainment", "f": "financial", "i": "international", "n": "regional", "p": "politics", "s": "sports",
    "v": "advisory", "w": "Washington",
}  # fmt: skip
_MARKED_START = re.compile(r"(?m)^[ \t\x11-\x14\x1c-\x1f]*\^")
_MARKED_END = re.compile(r"(?m)[ \t]*[<+^=]+[ \t]*$")
_FIGURES = re.compile(r"(?<!\d)(\d\d)-(\d\d)-(\d\d)(?![-\d])(?:\s+(\d\d):?(\d\d)\s?([A-Z]{3,4}))?")
_CLOCK_FIRST = re.compile(r"\b(\d\d):(\d\d)-\d\d-\d\d-\d\d\b")


def can_read(head: bytes) -> bool:
    """Whether a message begins whose head has the separators of this format, or its line of priority and category; without
    its first control character only where both of its lines are whole."""
    bare = head.removeprefix(BOM_UTF8).lstrip(_PADDING)
    if bare[:1] != b"\x01":
        return bare[:1].islower() and _BARE.match(bare) is not None
    return _TELLS.search(bare[1:200].partition(b"\x02")[0]) is not None


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
    match = next((match for line in lines[1:3] if (match := _SECOND.match(line))), None)
    text = parts.text
    if match is None:  # no STX has closed the head
        second, _, after = text.lstrip().partition("\n")
        match = _SECOND.match(without_controls(second))
        match, text = (match, after) if match and match[4] else (None, text)
    slug = (match[3] or "").strip() if match else ""
    told = read_text(_plain(text))
    stamped = _TRAILER.fullmatch(told.body[-1]) if told.body else None
    published = _sent(parts.tail, told.body) or (_sent(stamped[0], told.body) if stamped else None)
    if stamped:
        del told.body[-1]
    number = re.split(r"[\x00-\x20]", parts.head[0])[0] if parts.head else ""
    chain, follows = numbered_as(number, day_of(published), (slug, *told.body[:4], told.header.ednote))
    category = match[2].lower() if match else ""
    header = stated(
        slug=slug,
        section=None,
        urgency_written=_PRIORITIES.get(match[1].lower()) if match else None,
        subjects=[(category, _CATEGORIES.get(category))] if category else (),
        published=published,
        chain=chain,
        follows=follows,
    )
    body = [block for number, block in enumerate(told.body) if number > 1 or not _repeats(block, slug)]
    return assemble(story_id(source), NAME, origin, header.over(told.header), body)


def _repeats(block: str, slug: str) -> bool:
    """Whether a line is the slug again, with version and count of words ("BC-Port, 1st Ld,0123")."""
    words = re.split(r"[\s,]+", slug.casefold())
    return bool(slug) and re.split(r"[\s,]+", block.casefold())[0] == words[0] and len(block) < len(slug) + 40


def _plain(text: str) -> str:
    """The text without the marks for typesetters: they end lines that are paragraphs of their own."""
    text = _MARKED_START.sub("\n", text)
    text = _MARKED_END.sub("\n", text)
    return text.replace("``", "“").replace("''", "”")


def _sent(tail: str, body: list[str]) -> str | None:
    """The day in the tail; the month stands first, unless the dateline of the text says that it is the day."""
    from triage.ingest.anatomy.dateline import find_opening
    from triage.ingest.dates import month_and_day

    match = _FIGURES.search(tail)
    if not match:
        return None
    first, second, year = int(match[1]), int(match[2]), int(match[3])
    openings = (find_opening(block) for block in body[:6])
    written = next((month_and_day(one.date) for one in openings if one and one.date), None)
    months_first = match[4] is not None  # with hour and zone it is the wires' own way
    if written:
        month, day = written
        if {month, day} != {first, second}:
            return None
    elif first > 12 or second > 12 or first == second or months_first:
        month, day = (second, first) if first > 12 else (first, second)
    else:
        return None
    century = 1900 if year > 70 else 2000
    clock = _CLOCK_FIRST.search(tail)
    time = f" {match[4]}:{match[5]} {match[6]}" if match[4] else f" {clock[1]}:{clock[2]}" if clock else ""
    return f"{century + year:04}-{month:02}-{day:02}{time}"
