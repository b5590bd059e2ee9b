"""Dates and times as people write them, to ISO 8601. What could be two dates is none."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier janv enero ene gennaio gen janeiro",
            "february feb februar février févr fév febrero febbraio fevereiro fev",
            "march mar märz mrz mars marzo março maart",
            "april apr avril avr abril abr aprile",
            "may mai mayo maggio mag maio mei",
            "june jun juni juin junio giugno giu junho",
            "july jul juli juillet juil julio luglio lug julho",
            "august aug août agosto ago augustus",
            "september sep sept septembre septiembre settembre set setembro",
            "october oct oktober okt octobre octubre ottobre ott outubro out",
            "november nov novembre noviembre novembro",
            "december dec dezember dez décembre déc diciembre dic dicembre dezembro",
        ),
        1,
    )
    for name in names.split()
}
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?)"

# Hours east of Greenwich, for abbreviations that mean one zone on every wire (IST, BST and CST mean several).
_ZONES = {
    "Z": 0, "UTC": 0, "GMT": 0, "UT": 0, "WET": 0, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "JST": 9, "KST": 9,
    "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "SGT": 8, "HKT": 8,
    "WAT": 1, "CAT": 2, "SAST": 2, "EAT": 3, "TRT": 3, "PKT": 5, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13, "BRT": -3, "HST": -10,
}  # fmt: skip

_WORD = r"[^\W\d_]{3,11}\.?"
_FULL = re.compile(
    rf"(?<![\w/.-])(?:(?P<weekday>{_WEEKDAY}),? (?:the )?)?(?:"
    r"(?P<y1>(?:19|20)\d\d)(?P<sep>[-/.])(?P<m1>\d{1,2})(?P=sep)(?P<d1>\d{1,2})(?=\D|$)"
    r"|(?P<y2>(?:19|20)\d\d)(?P<m2>[01]\d)(?P<d2>[0-3]\d)(?=T\d|\D|$)"
    rf"|(?P<d3>\d{{1,2}})(?:st|nd|rd|th|\.)?[ -](?:of |de )?(?P<m3>{_WORD}),?[ -](?:de )?(?P<y3>(?:19|20)\d\d)(?!\d)"
    rf"|(?P<m4>{_WORD}) (?P<d4>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?:(?P<unix>\d\d:\d\d:\d\d(?: [A-Z]{{3,4}})?) )?)(?P<y4>(?:19|20)\d\d)(?!\d)"
    r"|(?P<a>\d{1,2})(?P<sep2>[/.-])(?P<b>\d{1,2})(?P=sep2)(?P<y5>(?:19|20)\d\d)(?!\d)"
    r")",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(
    rf"(?:{_WEEKDAY},? )?(?:(?P<m1>{_WORD}) (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?|(?P<d2>\d{{1,2}})(?:st|nd|rd|th|\.)? (?P<m2>{_WORD}))",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"[T ,/]*(?:at )?(?P<h>\d{1,2})(?:[:.h](?P<m>\d\d)(?::(?P<s>\d\d)(?:[.,]\d+)?)?|(?P<hm>\d\d)(?:\d\d)?(?= ?(?:GMT|UTC|Z)))?"
    r" ?(?P<half>[ap]\.?m\b\.?)? ?\(?(?P<zone>(?:UTC|GMT)?[+-]\d{1,2}(?::?\d\d)?\b|[A-Z]{1,4}\b)?",
    re.IGNORECASE,
)


class Moment(NamedTuple):
    """A day, and the time of it with its zone where they are stated. `start` and `end` are its place in the text.

    `weekday` says that the right weekday stands before it.
    """

    day: dt.date
    time: dt.time | None
    start: int
    end: int
    weekday: bool

    def iso(self) -> str:
        """ISO 8601: a date, or a date and time, with the offset if the zone is known."""
        if self.time is None:
            return self.day.isoformat()
        whole = dt.datetime.combine(self.day, self.time)
        return whole.isoformat(timespec="seconds" if self.time.second else "minutes")


def find_moments(text: str) -> Iterator[Moment]:
    """Every full date (day, month and year) in `text`, with the time that follows it."""
    if not _YEAR.search(text):
        return
    for match in _FULL.finditer(text):
        day = _full_date(match)
        if day is None:
            continue
        clock = _CLOCK.match(match["unix"]) if match["unix"] else _CLOCK.match(text, match.end())
        time = _time(clock) if clock else None
        end = clock.end() if clock and time is not None and not match["unix"] else match.end()
        yield Moment(day, time, match.start(), end, _fits(match["weekday"], day))


def first_moment(text: str) -> Moment | None:
    """The first full date in `text`, with its time, which may also stand before it; None if there is none."""
    first = next(find_moments(text), None)
    if first and first.time is None:
        clock = _CLOCK.fullmatch(text[: first.start].rstrip(" ,/-"))
        return first._replace(time=_time(clock)) if clock else first
    return first


def month_and_day(text: str) -> tuple[int, int] | None:
    """Month and day of a date without a year ("April 27", "Fri, 27 April"), None if `text` is none."""
    match = _DAY.match(text)
    if not match:
        return None
    month = _MONTHS.get((match["m1"] or match["m2"]).rstrip(".").lower())
    day = int(match["d1"] or match["d2"])
    return (month, day) if month and 1 <= day <= 31 else None


def is_month(word: str) -> bool:
    """Whether `word` is a month's name or its abbreviation, in one of the languages of the wires."""
    return word.rstrip(".").lower() in _MONTHS


def is_weekday(word: str) -> bool:
    """Whether `word` is an English weekday or its abbreviation."""
    return re.fullmatch(_WEEKDAY, word, re.IGNORECASE) is not None


def _full_date(match: re.Match[str]) -> dt.date | None:
    year = int(match["y1"] or match["y2"] or match["y3"] or match["y4"] or match["y5"])
    if match["a"]:
        numbers = _day_and_month(int(match["a"]), int(match["b"]), match["sep2"])
        if numbers is None:
            return None
        day, month = numbers
    else:
        day = int(match["d1"] or match["d2"] or match["d3"] or match["d4"])
        name = match["m3"] or match["m4"]
        month = _MONTHS.get(name.rstrip(".").lower(), 0) if name else int(match["m1"] or match["m2"])
    try:
        return dt.date(year, month, day)
    except ValueError:  # February 30, or a word that is no month
        return None


def _day_and_month(first: int, second: int, separator: str) -> tuple[int, int] | None:
    """27/04 and 04/27 tell by themselves, 05/04 does not; with points it is always the day that comes first."""
    if separator == "." or first > 12 or first == second:
        return first, second
    return (second, first) if second > 12 else None


def _fits(weekday: str | None, day: dt.date) -> bool:
    return weekday is not None and _WEEKDAYS[day.weekday()] == weekday[:3].lower()


def _time(match: re.Match[str]) -> dt.time | None:
    if not (match["m"] or match["hm"] or match["half"]):
        return None
    hour, minute, second = int(match["h"]), int(match["m"] or match["hm"] or 0), int(match["s"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
    try:
        return dt.time(hour, minute, second, tzinfo=_zone(match["zone"]))
    except ValueError:  # 25:00
        return None


def _zone(name: str | None) -> dt.timezone | None:
    if not name:
        return None
    offset = re.search(r"([+-])(\d{1,2})(?::?(\d\d))?$", name)
    if offset:
        east = dt.timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0)) * (-1 if offset[1] == "-" else 1)
        return dt.timezone(east) if abs(east) < dt.timedelta(hours=24) else None
    hours = _ZONES.get(name.upper())
    return None if hours is None else dt.timezone(dt.timedelta(hours=hours))
