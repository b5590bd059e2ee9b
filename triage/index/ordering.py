"""Orders of the list: which story goes before which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.index.matching import fts_phrase
from triage.model.order import Order

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


def ahead(con: Connection, order: Order) -> list[list[StoryId]]:
    """The entries that an order puts before all others, those together between which it makes no difference."""
    rows = con.execute(f"SELECT group_concat(id, ' ') FROM ({_ENTRIES}) {_AHEAD[order]}")  # noqa: S608 - the words put in are ours; what is looked for is bound
    return [packed.split() for (packed,) in rows]


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
