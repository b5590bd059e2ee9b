"""A story's own date: what "Friday" in it is counted from, and where that is known from."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, NamedTuple

from triage.ingest.dates import Moment, find_moments, first_moment, month_and_day
from triage.model.story import DateSource, StoryDate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ANOTHER_DAY = (
    r"(?i)\b(?:will|would|shall|effect|effective|due|schedul\w+|expect\w+|plan\w*|set|until|since|after|before|anniversary|expir\w+|deadline|"
    r"begin|start|next|back|accused|trial)\b"
)
_IN_PATH = r"(?<![0-9A-Za-z])((?:19|20)\d\d)([-_/.]?)([01]\d)\2([0-3]\d)(?![0-9])"
_CLAUSE = 60
_PROSE = 10_000
"""Characters of the longest paragraph that anybody writes; what is longer is no prose, and takes long to look through."""

_CLOCKS_WERE_SET = 1990
"""A file time before this year is a broken clock's or an archive's, and rules nothing out."""


class Clues(NamedTuple):
    """Where a story's date may be: `captions` are those of new pictures, `body` the paragraphs after the dateline."""

    stated: Moment | None
    dateline: str | None
    captions: Sequence[str]
    body: Sequence[str]
    path: str | None
    modified: dt.datetime


def own_date(clues: Clues) -> StoryDate:
    """The day of the surest clue: header, dateline, caption, text, path, and the file's own time if there is no other."""
    if clues.stated:
        return StoryDate(clues.stated.day, DateSource.HEADER)
    caption = _latest(moment.day for text in clues.captions for moment in find_moments(text))
    text = _in_text(clues.body, clues.modified.date())
    path = date_in_path(clues.path)
    if clues.dateline:
        day = _of_dateline(clues.dateline, caption or text or path, clues.modified.date())
        if day:
            return StoryDate(day, DateSource.DATELINE)
    for day, source in ((caption, DateSource.CAPTION), (text, DateSource.TEXT), (path, DateSource.PATH)):
        if day:
            return StoryDate(day, source)
    return StoryDate(clues.modified.date(), DateSource.FILE)


def date_in_path(path: str | None) -> dt.date | None:
    """The last date in a path ("2018-04-27/x.txt", "reuters_20180427.txt"), None if there is none."""
    found = None
    for match in re.finditer(_IN_PATH, path or ""):
        try:
            found = dt.date(int(match[1]), int(match[3]), int(match[4]))
        except ValueError:  # figures that are no date
            continue
    return found


def _of_dateline(written: str, near: dt.date | None, file: dt.date) -> dt.date | None:
    """The day of a dateline, which seldom names its year.

    It is the one nearest to another date that the story gives; with nothing but the file's time, the last one that is
    not after it. A day's grace is for the zones.
    """
    full = first_moment(written)
    if full:
        return full.day
    pair = month_and_day(written)
    if pair is None:
        return None
    anchor = near or file
    days = [day for year in range(anchor.year - 4, anchor.year + 2) if (day := _day(year, *pair))]
    if near:
        return min(days, key=lambda day: abs(day - near), default=None)
    return max((day for day in days if day <= file + dt.timedelta(days=1)), default=None)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:  # February 29
        return None


def _in_text(body: Sequence[str], file: dt.date) -> dt.date | None:
    """The day that the text gives as its own.

    Wire copy leaves the year out where it means now, so most full dates in a text are about something else. One counts in
    the lede after "on" or beside its weekday, and further down beside its weekday only; never one in the future.
    """
    limit = file + dt.timedelta(days=1) if file.year >= _CLOCKS_WERE_SET else dt.date.max
    for number, text in enumerate(body):
        for moment in find_moments(text[:_PROSE]):
            own = moment.weekday or (
                number == 0 and _reads_as_today(text[max(0, moment.start - _CLAUSE) : moment.start])
            )
            if own and moment.day <= limit:
                return moment.day
    return None


def _reads_as_today(before: str) -> bool:
    """Whether a lede goes on after `before` with its own date: "met in Brussels on", not "will take effect on"."""
    clause = before.rstrip(" ,(")
    if not clause or clause.lower().endswith(("today", "dated")):
        return True
    return clause.lower() == "on" or (clause.endswith(" on") and not re.search(_ANOTHER_DAY, clause))


def _latest(days: Iterable[dt.date]) -> dt.date | None:
    return max(days, default=None)
