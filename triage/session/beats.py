"""Time in equal steps, for what is counted by the hour, the day, or whatever makes not too many of them."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST = 31
"""Steps that an axis has at most: as many as there are columns for in a narrow terminal."""

HOUR = 3600.0


class Step(StrEnum):
    """How long a step is."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Axis:
    """Consecutive steps: `edges` are their beginnings, and the end of the last, in seconds since the epoch; `labels` name each."""

    step: Step
    edges: tuple[float, ...]
    labels: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.labels)

    def slot(self, when: float) -> int | None:
        """The step in which that was; None for what was before or after all of them."""
        at = bisect_right(self.edges, when) - 1
        return at if 0 <= at < len(self) else None

    def count(self, times: Iterable[float]) -> tuple[int, ...]:
        """How many of the times are in each step."""
        counts = [0] * len(self)
        for when in times:
            at = self.slot(when)
            if at is not None:
                counts[at] += 1
        return tuple(counts)


def hours(start: float, end: float, zone: dt.tzinfo | None) -> Axis:
    """The hours of a day: 24, or one more or less where the clock is changed."""
    edges = [start + HOUR * number for number in range(round((end - start) / HOUR) + 1)]
    labels = (f"{dt.datetime.fromtimestamp(edge, zone):%H}" for edge in edges[:-1])
    return Axis(Step.HOUR, tuple(edges), tuple(labels))


def stretch(first: float, last: float, zone: dt.tzinfo | None) -> Axis:
    """From the day of `first` to that of `last`, by days, weeks, months or years, whichever makes at most MOST steps; of
    more years than that the last."""
    start, end = (dt.datetime.fromtimestamp(when, zone).date() for when in (first, max(first, last)))
    days: list[dt.date] = []
    for step in (Step.DAY, Step.WEEK, Step.MONTH, Step.YEAR):
        days = _days(start, end, step)
        if len(days) <= MOST or step is Step.YEAR:
            break
    days = days[-MOST:]
    edges = tuple(_seconds(day, zone) for day in (*days, _next(days[-1], step)))
    return Axis(step, edges, tuple(_label(day, step) for day in days))


def _days(start: dt.date, end: dt.date, step: Step) -> list[dt.date]:
    """The first days of the steps from the one with `start` to the one with `end`."""
    at = {
        Step.DAY: start,
        Step.WEEK: start - dt.timedelta(days=start.weekday()),
        Step.MONTH: start.replace(day=1),
        Step.YEAR: start.replace(month=1, day=1),
    }[step]
    days: list[dt.date] = []
    while at <= end and (step is Step.YEAR or len(days) <= MOST):
        days.append(at)
        at = _next(at, step)
    return days


def _next(day: dt.date, step: Step) -> dt.date:
    if step is Step.YEAR:
        return day.replace(year=day.year + 1)
    if step is Step.MONTH:
        return (day.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
    return day + dt.timedelta(days=7 if step is Step.WEEK else 1)


def _label(day: dt.date, step: Step) -> str:
    if step is Step.YEAR:
        return f"{day:%Y}"
    return f"{day:%b}" if step is Step.MONTH else f"{day.day}"


def _seconds(day: dt.date, zone: dt.tzinfo | None) -> float:
    return dt.datetime.combine(day, dt.time(), zone).timestamp()
