"""Days of the list: when stories came. What a first screenful asks, so it loads nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.index.reading import AS_OF, LATEST
from triage.index.rows import ids

if TYPE_CHECKING:
    from sqlite3 import Connection

    from triage.model.identity import StoryId

_READABLE = "FROM stories WHERE id >= '0' AND NOT superseded AND stamp "


def within(
    con: Connection, start: float, end: float, limit: int | None, every_version: bool, until: int | None
) -> list[StoryId]:
    """The newest `limit` (None: all) entries from `start` up to but not including `end`, newest first."""
    return ids(
        con,
        f"SELECT id FROM stories WHERE stamp >= ?4 AND stamp < ?5 AND {AS_OF}"  # noqa: S608 - the words put in are ours; what is looked for is bound
        " ORDER BY stamp DESC, path, id LIMIT ?3",
        (every_version, LATEST if until is None else until, -1 if limit is None else limit, start, end),
    )


def newest(con: Connection, now: float) -> float | None:
    """When the newest story came that is not from the future; where all are, or none could be read, the newest entry."""
    for condition, values in ((_READABLE + "<= ?", (now,)), ("FROM stories", ())):
        stamp = con.execute(f"SELECT max(stamp) {condition}", values).fetchone()[0]
        if stamp is not None:
            return float(stamp)
    return None


def beside(con: Connection, start: float, end: float, by: int) -> float | None:
    """When the entry came that is the next one before `start` (`by` is -1), or from `end` on (1); None without one."""
    condition, value = ("max(stamp) FROM stories WHERE NOT superseded AND stamp < ?", start)
    if by > 0:
        condition, value = ("min(stamp) FROM stories WHERE NOT superseded AND stamp >= ?", end)
    stamp = con.execute(f"SELECT {condition}", (value,)).fetchone()[0]
    return None if stamp is None else float(stamp)
