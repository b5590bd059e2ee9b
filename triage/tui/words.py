"""Text for the screen: cleaned once more, cut at a word, times and counts as people write them."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

if TYPE_CHECKING:
    from collections.abc import Iterator

ELLIPSIS = "…"
_UNSHOWABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def clean(text: str) -> str:
    """`text` as one line that cannot do anything to a terminal: controls, bidi marks and lone surrogates become spaces."""
    return _UNSHOWABLE.sub(" ", text)


def fit(text: str, width: int) -> str:
    """`text` in exactly `width` cells: padded, or cut at a word with an ellipsis."""
    if text.isascii() and len(text) <= width:
        return text.ljust(width)
    return set_cell_size(cut(text, width), width)


def cut(text: str, width: int) -> str:
    """`text` in at most `width` cells, cut at a word where one ends in the last third, with an ellipsis."""
    if cell_len(text) <= width:
        return text
    if width <= 1:
        return ELLIPSIS[:width]
    head = set_cell_size(text, width - 1).rstrip()
    space = head.rfind(" ")
    if space > len(head) * 2 // 3 and not text[len(head) : len(head) + 1].isspace():
        head = head[:space].rstrip(" ,;:–—-")
    return head + ELLIPSIS


def wrap(text: str, width: int, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The lines of `text[start:end]` at `width` cells, as offsets into `text`; words longer than a line are broken."""
    end = len(text) if end is None else end
    line = start
    while line < end:
        stop = _line_end(text, line, end, width)
        yield line, stop
        line = stop
        while line < end and text[line] == " ":
            line += 1


def _line_end(text: str, line: int, end: int, width: int) -> int:
    """Where the line that begins at `line` ends: after the last word that fits, or in the middle of one that never will."""
    reach = min(end, line + width)
    piece = text[line:reach]
    if not piece.isascii():
        cells = 0
        for at, character in enumerate(piece):
            cells += cell_len(character)
            if cells > width:
                reach = line + max(at, 1)
                break
    if reach >= end or text[reach] == " ":
        return reach
    space = text.rfind(" ", line, reach)
    return reach if space <= line else space


def clock(when: float, zone: dt.tzinfo | None, today: dt.date) -> str:
    """A time in six cells: the hour on the day itself, else the day."""
    at = dt.datetime.fromtimestamp(when, zone)
    if at.date() == today:
        return f" {at:%H:%M}"
    return f"{at.day:>2} {at:%b}" if abs((today - at.date()).days) < 300 else f"  {at:%Y}"


def day(date: dt.date) -> str:
    """A day in words: Friday 27 April 2018."""
    return f"{date:%A} {date.day} {date:%B %Y}"


def short_day(date: dt.date) -> str:
    """A day where there is little room: Fri 27 Apr."""
    return f"{date:%a} {date.day} {date:%b}"


def moment(at: str, zone: dt.tzinfo | None, today: dt.date) -> str:
    """A time in ISO 8601 as people say it: the hour today, else the day and the hour."""
    when = dt.datetime.fromisoformat(at).astimezone(zone)
    return f"{when:%H:%M}" if when.date() == today else f"{when.day} {when:%b %H:%M}"


def count(number: int, noun: str) -> str:
    """1 story, 2 stories, 20,000 stories."""
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + ("es" if noun.endswith("ch") else "s")
    return f"{number:,} {noun if number == 1 else plural}"
