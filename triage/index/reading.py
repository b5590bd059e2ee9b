"""Questions about entries and stories, each a function of the connection."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from triage.index.rows import blob_path, entry, suggestions_from, text_path, unpack
from triage.index.rows import ids as ids_of
from triage.model.entry import Entry, Trouble
from triage.model.identity import StoryId

if TYPE_CHECKING:
    from collections.abc import Sequence
    from sqlite3 import Connection

    from triage.model.fact import Fact
    from triage.model.story import Story
    from triage.model.suggestion import Suggestion

# The ids of entries for files that could not be read start with "!"; those of stories are above '0'.


AS_OF = (
    "row <= ?2 AND (NOT superseded OR ?1 OR row IN (SELECT (SELECT older.row FROM stories AS older"
    " WHERE older.chain = newer.chain AND older.row <= ?2 ORDER BY older.version DESC LIMIT 1)"
    " FROM stories AS newer WHERE newer.row > ?2 AND newer.versions > 1))"
)
"""What a list has when it takes in nothing that came after row ?2: of each story the newest version that was there then,
or with ?1 every version."""

LATEST = (1 << 63) - 1
"""A row that nothing comes after."""


def ids(con: Connection, limit: int | None, every_version: bool, until: int | None) -> list[StoryId]:
    """The entries' ids, newest first."""
    return ids_of(
        con,
        f"SELECT id FROM stories WHERE {AS_OF} ORDER BY stamp DESC, path, id LIMIT ?3",  # noqa: S608 - the words put in are ours; what is looked for is bound
        (every_version, LATEST if until is None else until, -1 if limit is None else limit),
    )


def mark(con: Connection) -> int:
    """The row that came last."""
    return int(con.execute("SELECT coalesce(max(row), 0) FROM stories").fetchone()[0])


def came(con: Connection, since: int) -> list[StoryId]:
    """The entries that came after a row."""
    return ids_of(con, "SELECT id FROM stories WHERE row > ? AND NOT superseded", (since,))


def count_came(con: Connection, since: int) -> int:
    """How many came after a row."""
    return int(con.execute("SELECT count(*) FROM stories WHERE row > ? AND NOT superseded", (since,)).fetchone()[0])


def entries(con: Connection, wanted: Sequence[StoryId]) -> list[Entry]:
    """The entries with those ids, in that order; those that are not there are left out."""
    rows = con.execute(
        "SELECT id, path, headline, source, stamp, suggestions, language, copies, extractor IS NOT NULL, error,"
        " chain, version, versions, kind"
        " FROM stories WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(wanted)),),
    )
    found = {row[0]: entry(row) for row in rows}
    return [found[story] for story in wanted if story in found]


def count(con: Connection, every_version: bool) -> int:
    """How many entries there are."""
    older = "" if every_version else " - (SELECT count(*) FROM stories WHERE versions > 1 AND superseded)"
    return int(con.execute(f"SELECT (SELECT count(*) FROM stories){older}").fetchone()[0])  # noqa: S608 - the words put in are ours; what is looked for is bound


def story(con: Connection, wanted: StoryId) -> Story | None:
    """The story whole."""
    from triage.model.contract import story_from_json  # late, here and below: a list needs no stories

    row = con.execute("SELECT path, story FROM stories JOIN texts USING (row) WHERE id = ?", (wanted,)).fetchone()
    return story_from_json(unpack(row[1]) | {"path": text_path(row[0])}) if row else None


def facts(con: Connection, wanted: StoryId) -> tuple[Fact, ...]:
    """The story's facts as they were put."""
    from triage.model.contract import fact_from_json

    row = con.execute("SELECT facts FROM stories JOIN facts USING (row) WHERE id = ?", (wanted,)).fetchone()
    return tuple(fact_from_json(given) for given in unpack(row[0])) if row else ()


def troubles(con: Connection, wanted: StoryId) -> tuple[Trouble, ...]:
    """What extraction reported."""
    row = con.execute("SELECT troubles FROM stories JOIN facts USING (row) WHERE id = ?", (wanted,)).fetchone()
    return tuple(Trouble(*given) for given in json.loads(row[0])) if row and row[0] else ()


def suggestions(con: Connection, wanted: StoryId) -> tuple[Suggestion, ...]:
    """The story's suggested tags."""
    row = con.execute("SELECT suggestions FROM stories WHERE id = ?", (wanted,)).fetchone()
    return suggestions_from(row[0]) if row else ()


def paths(con: Connection, wanted: StoryId) -> tuple[str, ...]:
    """Where the story was found."""
    rows = con.execute(
        "SELECT places.path FROM stories JOIN places USING (row) WHERE id = ? ORDER BY places.path", (wanted,)
    )
    return tuple(text_path(path) for (path,) in rows)


def files(con: Connection, signature: str | None) -> dict[str, tuple[int, int]]:
    """What was read: path to size and time."""
    rows = con.execute("SELECT path, size, modified FROM files WHERE ?1 IS NULL OR reader = ?1", (signature,))
    return {text_path(path): (size, modified) for path, size, modified in rows}


def count_files(con: Connection) -> int:
    """How many files were read."""
    return int(con.execute("SELECT count(*) FROM files").fetchone()[0])


def file(con: Connection, path: str) -> tuple[int, int, str] | None:
    """What was read of one path."""
    row = con.execute("SELECT size, modified, reader FROM files WHERE path = ?", (blob_path(path),)).fetchone()
    return (row[0], row[1], row[2]) if row else None


def holds_below(con: Connection, folder: str) -> bool:
    """Whether any file in the folder at that path was read."""
    first, end = blob_path(f"{folder}/"), blob_path(f"{folder}0")  # "0" is what comes after "/"
    return con.execute("SELECT 1 FROM files WHERE path > ? AND path < ? LIMIT 1", (first, end)).fetchone() is not None


def pending(con: Connection, signature: str, limit: int) -> list[StoryId]:
    """Stories without facts of that signature, newest first."""
    rows = con.execute(
        "SELECT id FROM stories INDEXED BY newest WHERE id >= '0' AND extractor IS NOT ?"
        " ORDER BY stamp DESC, path, id LIMIT ?",
        (signature, limit),
    )
    return [StoryId(one) for (one,) in rows]


def stale(con: Connection, digest: str, limit: int) -> list[StoryId]:
    """Stories with facts whose suggestions are of another digest, newest first."""
    rows = con.execute(
        "SELECT id FROM stories INDEXED BY newest WHERE extractor IS NOT NULL AND digest IS NOT ?"
        " ORDER BY stamp DESC, path, id LIMIT ?",
        (digest, limit),
    )
    return [StoryId(one) for (one,) in rows]


def readable(con: Connection) -> int:
    """How many entries are stories."""
    counts = "(SELECT count(*) FROM stories) - (SELECT count(*) FROM stories WHERE error IS NOT NULL)"
    return int(con.execute(f"SELECT {counts}").fetchone()[0])


def extracted(con: Connection, signature: str) -> int:
    """How many stories have facts of that signature."""
    row = con.execute("SELECT count(*) FROM stories INDEXED BY newest WHERE extractor = ?", (signature,)).fetchone()
    return int(row[0])


def without_facts(con: Connection, wanted: Sequence[StoryId], signature: str) -> frozenset[StoryId]:
    """Those of `wanted` that are stories without facts of that signature."""
    rows = con.execute(
        "SELECT id FROM stories WHERE id IN (SELECT value FROM json_each(?)) AND id >= '0' AND extractor IS NOT ?",
        (json.dumps(list(wanted)), signature),
    )
    return frozenset(StoryId(one) for (one,) in rows)


def count_without_facts(con: Connection, every_version: bool, until: int | None) -> int:
    """How many of the stories that a list has are without facts."""
    row = con.execute(
        f"SELECT count(*) FROM stories INDEXED BY newest WHERE extractor IS NULL AND id >= '0' AND {AS_OF}",  # noqa: S608 - the words put in are ours; what is looked for is bound
        (every_version, LATEST if until is None else until),
    ).fetchone()
    return int(row[0])


def at(con: Connection, path: str) -> tuple[tuple[StoryId, ...], int]:
    """The stories of a file as it was read, and its size."""
    rows = con.execute(
        "SELECT stories.id, files.size FROM files JOIN places USING (file) JOIN stories ON stories.row = places.row"
        " WHERE files.path = ? AND stories.id >= '0' ORDER BY places.n",
        (blob_path(path),),
    ).fetchall()
    return tuple(StoryId(story) for story, _ in rows), rows[0][1] if rows else 0
