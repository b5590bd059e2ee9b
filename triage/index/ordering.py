"""Orders of the list: which story goes before which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.index.matching import fts_phrase
from triage.model.identity import StoryId
from triage.model.order import Order

if TYPE_CHECKING:
    from collections.abc import Sequence
    from sqlite3 import Connection

    from triage.model.query import Words

HEADLINE_WEIGHS = 8.0
"""How many times as much a word in the headline says as one in the text."""

_KEYS = {
    Order.TIME: "",
    Order.SOURCE: "source = '', source COLLATE NOCASE,",
    # What the source calls urgent, the most urgent first; then what the strongest suggestion is sure of.
    Order.PRIORITY: "CASE WHEN urgency BETWEEN 1 AND 3 THEN urgency ELSE 4 END,"
    " coalesce(json_extract(suggestions, '$[0][1]'), 0) DESC,",
}


def ids(con: Connection, order: Order) -> list[StoryId]:
    """Every entry's id in one of the orders that the index knows by itself."""
    rows = con.execute(f"SELECT id FROM stories ORDER BY {_KEYS[order]} stamp DESC, path, id")  # noqa: S608 - the words put in are ours; what is looked for is bound
    return [StoryId(story) for (story,) in rows]


def ranks(con: Connection, words: Sequence[Words], *, all_of_them: bool) -> dict[StoryId, float]:
    """How well stories with all, or any, of the words fit them, by BM25: the lower, the better."""
    phrases = [phrase for leaf in words if (phrase := fts_phrase(leaf.text, leaf.prefix))]
    if not phrases:
        return {}
    rows = con.execute(
        "SELECT id, bm25(search, ?, 1.0) FROM search JOIN stories ON stories.row = search.rowid WHERE search MATCH ?",
        (HEADLINE_WEIGHS, (" AND " if all_of_them else " OR ").join(phrases)),
    )
    return {StoryId(story): score for story, score in rows}
