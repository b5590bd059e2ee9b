"""Answers about many stories at once, each a function of the connection: see `Glancing`, which asks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from triage.index.folding import fold
from triage.index.reading import entries
from triage.index.rows import storable, unpack
from triage.index.terms import COUNTRY_KINDS, Part
from triage.model.contract import fact_from_json
from triage.model.fact import Fact, FactKind
from triage.model.identity import StoryId

if TYPE_CHECKING:
    from collections.abc import Sequence
    from sqlite3 import Connection

    from triage.index.glancing import Counted, Wanted
    from triage.model.entity import Entity
    from triage.model.entry import Entry

_PARTS_PLAYED = ("speaker", "actor", "target")
"""Kinds of term that name an entity by what it said, did, or what was done to it."""

_NAME = "substr(words, 1, instr(words || '|', '|') - 1)"
"""A term's own name: what follows a bar depends on the story's wording."""


def stamps(con: Connection, start: float, end: float) -> list[tuple[StoryId, float]]:
    """The entries of the period and when each came."""
    rows = con.execute(
        "SELECT id, stamp FROM stories WHERE stamp >= ? AND stamp < ? AND NOT superseded ORDER BY stamp DESC, path, id",
        (start, end),
    )
    return [(StoryId(story), stamp) for story, stamp in rows]


def waiting(con: Connection, start: float, end: float) -> int:
    """How many stories of the period have no facts yet."""
    row = con.execute(
        "SELECT count(*) FROM stories INDEXED BY newest"
        " WHERE stamp >= ? AND stamp < ? AND NOT superseded AND extractor IS NULL AND id >= '0'",
        (start, end),
    ).fetchone()
    return int(row[0])


def naming(con: Connection, entity: Entity, start: float, end: float) -> list[StoryId]:
    """The stories of the period that name the entity, or say what it said, did or suffered."""
    name = storable(fold(entity.name))
    terms: set[int] = set()
    for kind in (entity.kind.value, *_PARTS_PLAYED) if name else ():
        rows = con.execute(
            "SELECT term, country FROM terms WHERE kind = ?1 AND (words = ?2 OR words BETWEEN ?2 || '|' AND ?2 || '}')",
            (kind, name),
        )
        terms |= {term for term, country in rows if kind not in COUNTRY_KINDS or country == entity.country}
    found: dict[str, tuple[float, bytes]] = {}
    for term in terms:
        # From the term to its stories, never from the period's stories to their terms.
        rows = con.execute(
            "SELECT id, stamp, path FROM bearers INDEXED BY bearers_of CROSS JOIN stories USING (row)"
            " WHERE term = ? AND part = ? AND stamp >= ? AND stamp < ? AND NOT superseded",
            (term, Part.FACTS, start, end),
        )
        found.update({story: (-stamp, path) for story, stamp, path in rows})
    return [StoryId(story) for story in sorted(found, key=lambda one: (*found[one], one))]


def stating(con: Connection, stories: Sequence[StoryId], wanted: Wanted) -> list[tuple[StoryId, tuple[Fact, ...]]]:
    """The wanted facts of those stories, in their order."""
    rows = con.execute(
        "SELECT id, facts FROM stories JOIN facts USING (row) WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(stories)),),
    )
    packed = dict(rows.fetchall())
    found = []
    for story in stories:
        # Most facts of a story are about others: to make them Facts would be most of the time.
        given = unpack(packed[story]) if story in packed else ()
        kept = tuple(fact_from_json(one) for one in given if wanted(FactKind(one["kind"]), one["value"]))
        found.append((story, kept))
    return found


def counted(con: Connection, kinds: Sequence[FactKind], start: float, end: float) -> Counted:
    """How many stories of the period name each entity."""
    return _counted(con, kinds, "stamp >= ? AND stamp < ? AND NOT superseded", (start, end))


def counted_among(con: Connection, kinds: Sequence[FactKind], stories: Sequence[StoryId]) -> Counted:
    """How many of the stories name each entity."""
    return _counted(con, kinds, "id IN (SELECT value FROM json_each(?))", (json.dumps(list(stories)),))


def _counted(con: Connection, kinds: Sequence[FactKind], condition: str, values: tuple[object, ...]) -> Counted:
    marks = ", ".join("?" * len(kinds))
    rows = con.execute(
        f"SELECT terms.kind, {_NAME} AS name, country, min(shown), sum(uses) FROM"  # noqa: S608 - the words put in are ours; what is looked for is bound
        f" (SELECT term, count(*) AS uses FROM (SELECT row FROM stories WHERE {condition})"
        "  AS there CROSS JOIN bearers ON bearers.row = there.row AND part = ? GROUP BY term)"
        f" CROSS JOIN terms USING (term) WHERE terms.kind IN ({marks}) GROUP BY terms.kind, name, country",
        (*values, Part.FACTS, *kinds),
    )
    return {(FactKind(kind), name, country): (shown, uses) for kind, name, country, shown, uses in rows}


def namesakes(con: Connection, entity: Entity, start: float, end: float) -> list[tuple[str, int]]:
    """The names that are the entity's but for a word more or less."""
    words = fold(entity.name).split()
    if not words:
        return []
    rows = con.execute(
        f"SELECT {_NAME} AS name, min(shown), count(DISTINCT stories.row) FROM terms"  # noqa: S608 - the words put in are ours; what is looked for is bound
        " CROSS JOIN bearers INDEXED BY bearers_of ON bearers.term = terms.term AND part = ?"
        " CROSS JOIN stories ON stories.row = bearers.row"
        " WHERE terms.kind = ? AND (instr(words, ?) OR instr(words, ?)) AND stamp >= ? AND stamp < ? AND NOT superseded GROUP BY name",
        (Part.FACTS, entity.kind.value, storable(f" {words[0]} "), storable(f" {words[-1]} "), start, end),
    )
    has = set(words)
    alike = [(shown, uses) for name, shown, uses in rows if _part_of(has, set(name.split()))]
    return sorted(alike, key=lambda one: (-one[1], one[0]))


def _part_of(one: set[str], other: set[str]) -> bool:
    """Whether one is a part of the other, and not all of it."""
    return one < other or other < one


def running(con: Connection, start: float, end: float, limit: int) -> list[list[Entry]]:
    """The stories with the most versions in the period."""
    chains = con.execute(
        "SELECT chain FROM stories INDEXED BY newest WHERE stamp >= ? AND stamp < ? AND chain IS NOT NULL AND versions > 1"
        " GROUP BY chain ORDER BY count(*) DESC, max(stamp) DESC LIMIT ?",
        (start, end, limit),
    ).fetchall()
    found = []
    for chain in chains:
        rows = con.execute("SELECT id FROM stories WHERE chain = ? ORDER BY version", chain)
        found.append(entries(con, [StoryId(story) for (story,) in rows]))
    return found
