"""A day at a glance: what came when, how far the shift is through it, who is named, which stories run."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from triage.model.fact import FactKind

if TYPE_CHECKING:
    import datetime as dt

    from triage.model.entry import Entry
    from triage.session.beats import Axis
    from triage.session.dossier import Named
    from triage.session.listing import Shift

NAMES = (FactKind.PERSON, FactKind.ORGANIZATION, FactKind.PLACE, FactKind.WEAPON)
"""The kinds of entity of which a glance names the most named."""

RECENT = 12
"""Hours of the shift whose pace is shown."""

HOUR = 3600.0


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast the pile gets smaller: decisions in each of the last RECENT hours, the newest hour last; when the pile will be
    through if it goes on as in the last one, in seconds since the epoch, None when that cannot be said."""

    hours: tuple[int, ...]
    through: float | None

    @property
    def last_hour(self) -> int:
        """Decisions in the last hour."""
        return self.hours[-1]


@dataclass(frozen=True, slots=True)
class Running:
    """A story with several versions: all of them, the first one first."""

    versions: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Glance:
    """A day's stories, or all of the inbox (`day` None). Over the steps of `axis`: how many stories came, how many of them are
    decided, how many have each tag. `waiting` counts the stories whose facts are still to come. What takes longer is None until it is
    known."""

    day: dt.date | None
    axis: Axis
    shift: Shift
    stories: tuple[int, ...]
    decided: tuple[int, ...]
    tags: dict[str, tuple[int, ...]] = field(hash=False)
    waiting: int = 0
    pace: Pace | None = None
    running: tuple[Running, ...] | None = None
    names: dict[FactKind, tuple[Named, ...]] | None = field(default=None, hash=False)


def pace(times: list[float], left: int, now: float) -> Pace:
    """The pace of decisions that were made at those times, with so many stories left at the time `now`."""
    hours = [0] * RECENT
    for at in times:
        ago = int((now - at) // HOUR)
        if 0 <= ago < RECENT:
            hours[-1 - ago] += 1
    return Pace(tuple(hours), now + left / hours[-1] * HOUR if left and hours[-1] else None)
