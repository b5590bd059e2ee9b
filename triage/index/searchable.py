"""What queries search, kept in step with stories and facts: full text, quotations, terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.index.rows import storable
from triage.model.fact import FactKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from sqlite3 import Connection

    from triage.index.terms import Part, Term
    from triage.model.contract import Json

QUOTES = 1024
"""A quotation's row number is its story's times this, plus its place among the story's quotations; no more are kept."""


def put_text(con: Connection, row: int, story: Json) -> None:
    """Make a story's headline and text searchable."""
    words = (row, storable(story["headline"]), storable(story["text"]))
    con.execute("INSERT INTO search (rowid, headline, text) VALUES (?, ?, ?)", words)


def take_text(con: Connection, row: int, story: Json) -> None:
    """Take back what `put_text` put: a contentless table must be told what goes."""
    words = (row, storable(story["headline"]), storable(story["text"]))
    con.execute("INSERT INTO search (search, rowid, headline, text) VALUES ('delete', ?, ?, ?)", words)


def put_quotes(con: Connection, row: int, facts: Sequence[Json]) -> None:
    """Make the quotations among a story's facts searchable."""
    con.executemany("INSERT INTO said (rowid, content) VALUES (?, ?)", _quotes(row, facts))


def take_quotes(con: Connection, row: int, facts: Sequence[Json]) -> None:
    """Take back what `put_quotes` put."""
    con.executemany("INSERT INTO said (said, rowid, content) VALUES ('delete', ?, ?)", _quotes(row, facts))


def _quotes(row: int, facts: Sequence[Json]) -> list[tuple[int, str]]:
    contents = [str(fact["value"].get("content") or "") for fact in facts if fact["kind"] == FactKind.QUOTE]
    return [(row * QUOTES + n, storable(content)) for n, content in enumerate(contents[:QUOTES])]


def put_terms(con: Connection, row: int, part: Part, terms: Iterable[Term]) -> None:
    """The terms of one part of a story, in place of those that were there; a term that nobody bears any more goes."""
    old = con.execute("SELECT term FROM bearers WHERE row = ? AND part = ?", (row, part)).fetchall()
    if old:
        con.execute("DELETE FROM bearers WHERE row = ? AND part = ?", (row, part))
    fresh = [(term.kind, term.words, term.country, term.shown) for term in terms]
    con.executemany("INSERT OR IGNORE INTO terms (kind, words, country, shown) VALUES (?, ?, ?, ?)", fresh)
    con.executemany(
        "INSERT OR IGNORE INTO bearers (row, part, term)"
        " SELECT ?, ?, term FROM terms WHERE kind = ? AND words = ? AND country = ?",
        ((row, part, kind, words, country) for kind, words, country, _ in fresh),
    )
    con.executemany(
        "DELETE FROM terms WHERE term = ?1 AND NOT EXISTS (SELECT 1 FROM bearers WHERE bearers.term = ?1)", old
    )
