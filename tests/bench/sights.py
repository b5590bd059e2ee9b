"""What the benchmark looks for on the screens of the program and of the bare list."""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.bench.screen import Screen

Seen = Callable[[Screen], bool]

_EXTRACTING = re.compile(r"facts [\d,]+/[\d,]+")
_ARRIVED = re.compile(r"([\d,]+) new \(r\)")
_COUNTED = re.compile(r"([\d,]+) (?:stories|on other days)")
_MATCHES = re.compile(r"([\d,]+) match")
RULE = "│"
"""What parts the list from the story beside it."""

LIKE = 12
"""How many characters of a headline tell it from its neighbours."""


def full(screen: Screen) -> bool:
    """Whether a list fills the screen: the cursor is there, and all lines but the first and the last say something."""
    lines = range(1, screen.size.lines - 1)
    return screen.cursor() is not None and all(screen.row(y, 2, 60).strip() for y in lines)


def under_cursor(screen: Screen) -> tuple[int, str] | None:
    """The row that the cursor is on and what it says there, time and tags apart."""
    y = screen.cursor()
    return None if y is None else (y, screen.row(y, 20, 64))


def moved(screen: Screen) -> Seen:
    """Whether the cursor stands elsewhere than it does now."""
    before = under_cursor(screen)
    return lambda now: under_cursor(now) not in (None, before)


def on_second(screen: Screen) -> bool:
    """Whether the cursor has gone from the first story of a list to the second: there is a blank where it was."""
    y = screen.cursor()
    return y is not None and y > 0 and screen.row(y - 1, 0, 1) == " " and screen.row(y - 1, 2, 60).strip() != ""


def extracting(screen: Screen) -> bool:
    """Whether the header says that facts are being extracted, and of how many stories they are."""
    return _EXTRACTING.search(screen.row(0)) is not None


def headlines_from(screen: Screen) -> int:
    """The column in which headlines begin: where the row under the cursor says what the story beside the list opens with."""
    row = screen.row(screen.cursor() or 0)
    opening = screen.row(1).partition(RULE)[2].strip()[:LIKE]
    return row.index(opening)


def previewed(column: int) -> Seen:
    """Whether the story beside the list is the one under the cursor, headlines beginning in `column`."""

    def seen(screen: Screen) -> bool:
        y = screen.cursor()
        if y is None:
            return False
        headline = screen.row(y, column, column + LIKE)
        return any(headline in row.partition(RULE)[2] for row in screen.rows())

    return seen


def tagged(screen: Screen, letter: str, column: int, by: int = 1) -> Seen:
    """Whether the row under the cursor has `by` of a `letter` more than now before `column`, where headlines begin."""

    def letters(now: Screen) -> int:
        y = now.cursor()
        return 0 if y is None else now.row(y, 0, column).count(letter)

    before = letters(screen)
    return lambda now: letters(now) == before + by


def arrived(screen: Screen) -> int:
    """How many stories the header says have come and wait to be taken in."""
    said = _ARRIVED.search(screen.row(0))
    return int(said[1].replace(",", "")) if said else 0


def all_read(screen: Screen, stories: int) -> bool:
    """Whether the header counts all stories, those of the newest day and of others, and reads no more. One in thousands may
    be a version of another, and is not counted."""
    header = screen.row(0)
    counted = sum(int(number.replace(",", "")) for number in _COUNTED.findall(header))
    return counted >= stories * 0.999 and "reading" not in header


def matches(screen: Screen) -> int | None:
    """How many stories the prompt says a query finds; None while it says nothing."""
    said = _MATCHES.search(screen.text())
    return int(said[1].replace(",", "")) if said else None


def with_facts(column: int) -> Seen:
    """Whether the story under the cursor is shown, and with its facts."""
    shown = previewed(column)
    return lambda screen: shown(screen) and "being extracted" not in screen.text()
