"""Days of a desk: which is the newest, what comes before and after one, and what a query's words for times mean."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from triage.model.times import period

if TYPE_CHECKING:
    from triage.index import Index
    from triage.model.query import Field

AHEAD = 86_400.0
"""Seconds that a story may be dated ahead of our clock: another zone's morning is no mistake."""

BEGINNING = 0.0
"""Since when a person has not sat who never did."""


class Days:
    """The days of one index, as a person in that time zone counts them; None is the system's zone."""

    def __init__(self, index: Index, zone: dt.tzinfo | None) -> None:
        self._index = index
        self._zone = zone

    def day_of(self, when: float) -> dt.date:
        """The day of a time in seconds since the epoch."""
        return dt.datetime.fromtimestamp(when, self._zone).date()

    def bounds(self, day: dt.date) -> tuple[float, float]:
        """From when until when a day lasts."""
        return self._period(day.isoformat())

    def newest(self) -> dt.date | None:
        """The day of the newest story; a date in the future is a mistake of its source's. None without stories."""
        when = self._index.newest(dt.datetime.now(dt.UTC).timestamp() + AHEAD)
        return None if when is None else self.day_of(when)

    def beside(self, day: dt.date, by: int) -> dt.date | None:
        """The next day that has stories, before `day` (`by` is -1) or after it (1); None when there is none."""
        when = self._index.beside(*self.bounds(day), by)
        return None if when is None else self.day_of(when)

    def period(self, leaf: Field) -> tuple[float, float]:
        """From when until when `day:` means."""
        return self._period(self.timed(leaf, None).value)

    def single(self, bounds: tuple[float, float]) -> dt.date | None:
        """The day between the bounds, None when they hold more."""
        day = self.day_of(bounds[0])
        return day if self.bounds(day) == bounds else None

    def timed(self, leaf: Field, last_sat: float | None) -> Field:
        """`day:newest` and `since:last` with the times that they mean; other leaves as they are."""
        from triage.model.query import Field  # late: the first screenful is no query

        if leaf.name == "day" and leaf.value == "newest":
            day = self.newest() or dt.datetime.now(self._zone).date()
            return Field("day", day.isoformat(), leaf.position)
        if leaf.name == "since" and leaf.value == "last":
            since = dt.datetime.fromtimestamp(last_sat or BEGINNING, dt.UTC)
            return Field("since", since.isoformat(), leaf.position)
        return leaf

    def _period(self, value: str) -> tuple[float, float]:
        return period(value, dt.datetime.now(dt.UTC), self._zone)
