"""Orders of the list, and its days: questions about when stories came and which goes before which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.index.matching import fts_phrase
from triage.index.reading import AS_OF, LATEST
from triage.index.rows import ids
from triage.model.query import Order

if TYPE_CHECKING:
    from collections.abc import Sequence
    from sqlite3 import Connection

    from triage.model.identity import StoryId
    from triage.model.query import Words

HEADLINE_WEIGHS = 8.0
"""How many times as much a word in the headline says as one in the text."""

_ENTRIES = (
    "SELECT id, source, CASE WHEN urgency BETWEEN 1 AND 3 THEN urgency ELSE 4 END AS urgent,"
    " coalesce(json_extract(suggestions, '$[0][1]'), 0) AS sure FROM stories"
)

_AHEAD = {
    Order.SOURCE: "WHERE source <> '' GROUP BY source COLLATE NOCASE ORDER BY source COLLATE NOCASE",
    # What the source calls urgent, the most urgent first; then what the strongest suggestion is sure of.
    Order.PRIORITY: "WHERE urgent < 4 OR sure > 0 GROUP BY urgent, sure ORDER BY urgent, sure DESC",
}

_READABLE = "FROM stories WHERE id >= '0' AND NOT superseded AND stamp "


def ahead(con: Connection, order: Order) -> list[list[StoryId]]:
    """The entries that an order puts before all others, those together between which it makes no difference."""
    rows = con.execute(f"SELECT group_concat(id, ' ') FROM ({_ENTRIES}) {_AHEAD[order]}")  # noqa: S608 - ours
    return [packed.split() for (packed,) in rows]


def within(
    con: Connection, start: float, end: float, limit: int | None, every_version: bool, until: int | None
) -> list[StoryId]:
    """The newest `limit` (None: all) entries from `start` up to but not including `end`, newest first."""
    return ids(
        con,
        f"SELECT id FROM stories WHERE stamp >= ?4 AND stamp < ?5 AND {AS_OF}"  # noqa: S608 - ours
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


def ranks(con: Connection, words: Sequence[Words], *, all_of_them: bool) -> dict[StoryId, float]:
    """How well stories with all, or any, of the words fit them, by BM25: the lower, the better."""
    phrases = [phrase for leaf in words if (phrase := fts_phrase(leaf.text, leaf.prefix))]
    if not phrases:
        return {}
    rows = con.execute(
        "SELECT id, bm25(search, ?, 1.0) FROM search JOIN stories ON stories.row = search.rowid WHERE search MATCH ?",
        (HEADLINE_WEIGHS, (" AND " if all_of_them else " OR ").join(phrases)),
    )
    return dict(rows.fetchall())
