"""Days and the periods that words name: pure arithmetic, no text.

What lies outside the years 1 to 9999, or is no day at all, raises ValueError or OverflowError.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from enum import Enum, IntEnum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from triage.model.fact import Value


class Unit(Enum):
    """How long a named period is."""

    DAY = auto()
    WEEKEND = auto()
    WEEK = auto()
    MONTH = auto()
    QUARTER = auto()
    HALF = auto()
    YEAR = auto()
    DECADE = auto()
    CENTURY = auto()


class Direction(IntEnum):
    """Which way a sentence looks from the story's day."""

    PAST = -1
    UNKNOWN = 0
    FUTURE = 1


class Part(Enum):
    """A part of a period, as "early" or "the end of" name it."""

    BEGINNING = auto()
    EARLY = auto()
    MID = auto()
    LATE = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Period:
    """All days from `start` to `end`; None is an open end."""

    start: dt.date | None
    end: dt.date | None

    @property
    def value(self) -> Value:
        """The value of a fact of kind date: ISO 8601 days."""
        return {
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
        }


_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}


def days(first: dt.date, count: int = 1) -> Period:
    """`count` days from `first` on."""
    return Period(first, first + dt.timedelta(days=count - 1))


def months(year: int, month: int, count: int = 1) -> Period:
    """`count` whole months from that one on; `month` may lie outside 1 to 12 and then means another year."""
    index = year * 12 + month - 1
    return Period(_first(index), _first(index + count) - dt.timedelta(days=1))


def years(year: int, count: int = 1) -> Period:
    """`count` whole years from that one on."""
    return Period(dt.date(year, 1, 1), dt.date(year + count - 1, 12, 31))


def containing(unit: Unit, day: dt.date, steps: int = 0) -> Period:
    """The period of that length that is `steps` after (before, if negative) the one that holds `day`.

    A week starts on Monday, the weekend is its last two days, a decade starts with a year that ends in 0.
    """
    if unit is Unit.DAY:
        return days(day + dt.timedelta(days=steps))
    if unit in (Unit.WEEK, Unit.WEEKEND):
        monday = day + dt.timedelta(days=7 * steps - day.weekday())
        return days(monday, 7) if unit is Unit.WEEK else days(monday + dt.timedelta(days=5), 2)
    size = _MONTHS[unit]
    index = day.year * 12 + day.month - 1
    return months(0, (index // size + steps) * size + 1, size)


def shifted(day: dt.date, unit: Unit, steps: int) -> dt.date:
    """The day that is so many units later; the last day of a month where the month is shorter."""
    if unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND):
        return day + dt.timedelta(days=steps * (1 if unit is Unit.DAY else 7))
    first = _first(day.year * 12 + day.month - 1 + steps * _MONTHS[unit])
    return first.replace(day=min(day.day, calendar.monthrange(first.year, first.month)[1]))


def weekday(number: int, today: dt.date, direction: Direction) -> dt.date:
    """The nearest such day of the week (Monday is 0) in that direction, today included; the last one when unknown."""
    ahead = (number - today.weekday()) % 7
    if direction is not Direction.FUTURE and ahead:
        ahead -= 7
    return today + dt.timedelta(days=ahead)


def chosen(candidates: Sequence[Period], today: dt.date, direction: Direction, sure: bool = False) -> Period:
    """Of the same day or month in several years the one meant: the nearest, one against the direction counting as farther.

    If the direction is `sure`, only one that is not against it, where there is one.
    """
    fitting = [one for one in candidates if sure and _leads(one, today, direction)]
    return min(fitting or candidates, key=lambda one: _distance(one, today, direction))


def stepped(candidates: Sequence[Period], steps: int, today: dt.date) -> Period:
    """Of three years' the last one that is over, the next one that has not begun, or this year's."""
    if steps < 0:
        return [one for one in candidates[:2] if one.end is None or one.end < today or one is candidates[0]][-1]
    if steps > 0:
        return next((one for one in candidates if one.start and one.start > today), candidates[-1])
    return next((one for one in candidates if one.start and one.start.year == today.year), candidates[-1])


def part_of(period: Period, unit: Unit, part: Part) -> Period:
    """A part of a period that has both ends.

    Early, mid and late a month are its days 1-10, 11-20 and 21-end, as are its beginning and its end; of a longer period
    they are its thirds, and the beginning and the end of a year are its first and last month.
    """
    assert period.start is not None and period.end is not None
    third = {Part.BEGINNING: 0, Part.EARLY: 0, Part.MID: 1, Part.LATE: 2, Part.END: 2}[part]
    if unit is Unit.MONTH:
        first, last = period.start.replace(day=(1, 11, 21)[third]), period.end
        return Period(first, last if third == 2 else last.replace(day=(10, 20)[third]))
    if unit is Unit.WEEK:
        return days(period.start + dt.timedelta(days=(0, 2, 4)[third]), (2, 2, 3)[third])
    if unit is Unit.DECADE or unit is Unit.CENTURY:
        bounds = (0, 4, 7, 10) if unit is Unit.DECADE else (0, 34, 67, 100)
        return years(period.start.year + bounds[third], bounds[third + 1] - bounds[third])
    if unit in _MONTHS:
        size = 1 if part in (Part.BEGINNING, Part.END) else _MONTHS[unit] // 3
        skipped = _MONTHS[unit] - size if third == 2 else third * size
        return months(period.start.year, period.start.month + skipped, size)
    return period


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    correction = (golden + 11 * epact + 22 * sunday) // 451
    month, day = divmod(epact + sunday - 7 * correction + 114, 31)
    return dt.date(year, month, day + 1)


def nth_weekday(year: int, month: int, number: int, nth: int) -> dt.date:
    """The nth such day of the week in that month; -1 is the last."""
    whole = months(year, month)
    assert whole.start is not None and whole.end is not None
    if nth < 0:
        return weekday(number, whole.end, Direction.PAST)
    return weekday(number, whole.start, Direction.FUTURE) + dt.timedelta(days=7 * (nth - 1))


def in_years(make: Callable[[int], Period], year: int) -> list[Period]:
    """What `make` makes of the year before, that year and the next; a year in which there is no such day is left out."""
    found = []
    for one in (year - 1, year, year + 1):
        try:
            found.append(make(one))
        except (ValueError, OverflowError):  # February 29, or beyond the years that a date can have
            continue
    if not found:
        raise ValueError("no such day")
    return found


def _first(index: int) -> dt.date:
    return dt.date(index // 12, index % 12 + 1, 1)


def _leads(period: Period, today: dt.date, direction: Direction) -> bool:
    """Whether the period lies in that direction, as far as its start tells; today lies in both."""
    assert period.start is not None and period.end is not None
    return period.start <= today if direction is Direction.PAST else period.end >= today


def _distance(period: Period, today: dt.date, direction: Direction) -> float:
    """Days between the two. News looks back more than ahead: what is to come counts half as far again."""
    assert period.start is not None and period.end is not None
    if period.start > today:
        return (period.start - today).days * {Direction.PAST: 4, Direction.UNKNOWN: 1.5, Direction.FUTURE: 1}[direction]
    if period.end < today:
        return (today - period.end).days * (4 if direction is Direction.FUTURE else 1)
    return 0
