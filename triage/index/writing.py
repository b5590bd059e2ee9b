"""Changes, each a function of the connection that runs within one transaction."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from triage.index.chaining import leave
from triage.index.entering import entries_of
from triage.index.rows import blob_path, pack, storable, suggestions_to, trouble_to, unpack
from triage.index.searchable import put_quotes, put_terms, put_text, take_quotes, take_text
from triage.index.terms import Part, fact_terms, story_terms, suggestion_terms
from triage.model.contract import fact_to_json, story_to_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from sqlite3 import Connection

    from triage.model.entry import Entry, Trouble
    from triage.model.fact import Fact
    from triage.model.found import Found
    from triage.model.story import Story, StoryId
    from triage.model.suggestion import Suggestion


def put_files(con: Connection, found: Sequence[Found], signature: str) -> None:
    """What reading those files came to, in place of what was known of them."""
    touched: set[int] = set()
    for one in found:
        touched |= _empty_file(con, one.path)
        file = con.execute(
            "INSERT INTO files (path, size, modified, reader) VALUES (?, ?, ?, ?)",
            (blob_path(one.path), one.size, one.modified, signature),
        ).lastrowid
        stories: list[Story | None] = [*one.stories, None]
        for n, (entry, story) in enumerate(zip(entries_of(one), stories, strict=False)):
            row = _put_entry(con, entry, story, signature)
            place = (file, n, row, blob_path(entry.path), entry.when)
            con.execute("INSERT INTO places (file, n, row, path, stamp) VALUES (?, ?, ?, ?, ?)", place)
            touched.add(row)
    _settle(con, touched)


def forget(con: Connection, paths: Iterable[str]) -> None:
    """Files that are gone, and the stories that were nowhere else."""
    touched: set[int] = set()
    for path in paths:
        touched |= _empty_file(con, path)
    _settle(con, touched)


def put_facts(
    con: Connection, batch: Sequence[tuple[StoryId, Sequence[Fact], Sequence[Trouble]]], signature: str
) -> None:
    """Facts in place of those that were there; stories that have gone meanwhile are passed over."""
    for story, facts, troubles in batch:
        row = _row(con, story)
        if row is None:
            continue
        _empty_facts(con, row)
        given = [fact_to_json(fact) for fact in facts]
        told = json.dumps([trouble_to(one) for one in troubles]) if troubles else None
        con.execute("INSERT INTO facts (row, facts, troubles) VALUES (?, ?, ?)", (row, pack(given), told))
        con.execute("UPDATE stories SET extractor = ?, digest = NULL WHERE row = ?", (signature, row))
        put_quotes(con, row, given)
        put_terms(con, row, Part.FACTS, fact_terms(facts))


def put_suggestions(con: Connection, batch: Sequence[tuple[StoryId, Sequence[Suggestion]]], digest: str) -> None:
    """Suggestions in place of those that were there; stories that have gone meanwhile are passed over."""
    for story, suggestions in batch:
        row = _row(con, story)
        if row is None:
            continue
        con.execute(
            "UPDATE stories SET suggestions = ?, digest = ? WHERE row = ?", (suggestions_to(suggestions), digest, row)
        )
        put_terms(con, row, Part.SUGGESTIONS, suggestion_terms(suggestions))


def _row(con: Connection, story: StoryId) -> int | None:
    found = con.execute("SELECT row FROM stories WHERE id = ?", (story,)).fetchone()
    return found[0] if found else None


def _empty_file(con: Connection, path: str) -> set[int]:
    """Forget the file and its places; the rows that were there, which may now be nowhere."""
    found = con.execute("SELECT file FROM files WHERE path = ?", (blob_path(path),)).fetchone()
    if found is None:
        return set()
    rows = {row for (row,) in con.execute("SELECT row FROM places WHERE file = ?", found)}
    con.execute("DELETE FROM places WHERE file = ?", found)
    con.execute("DELETE FROM files WHERE file = ?", found)
    return rows


def _put_entry(con: Connection, entry: Entry, story: Story | None, signature: str) -> int:
    """Make the entry's row, or bring the one that is there up to date; the row's number.

    Of copies that were read differently, because a date came from the path say, the first path's is kept.
    """
    given = story_to_json(story) | {"path": None} if story else None
    packed = pack(given)
    known = con.execute("SELECT row, path, reader FROM stories WHERE id = ?", (entry.id,)).fetchone()
    if known is None:
        row = con.execute(
            "INSERT INTO stories (id, stamp, path, headline, source, reader) VALUES (?, ?, ?, '', '', '')",
            (entry.id, entry.when, blob_path(entry.path)),
        ).lastrowid
        assert row is not None
    else:
        row, path, reader = known
        if reader == signature and path < blob_path(entry.path):
            return int(row)
        old = con.execute("SELECT story FROM texts WHERE row = ?", (row,)).fetchone()
        if old and old[0] == packed:
            con.execute("UPDATE stories SET reader = ? WHERE row = ?", (signature, row))
            return int(row)
        _empty_row(con, row)
    _fill_row(con, row, entry, signature)
    if story and given:
        con.execute("INSERT INTO texts (row, story) VALUES (?, ?)", (row, packed))
        put_text(con, row, given)
        con.execute(
            "UPDATE stories SET length = ?, urgency = ? WHERE row = ?", (len(story.text.split()), story.urgency, row)
        )
        put_terms(con, row, Part.HEADERS, story_terms(story))
    return int(row)


def _fill_row(con: Connection, row: int, entry: Entry, signature: str) -> None:
    error = json.dumps(trouble_to(entry.error)) if entry.error else None
    language = storable(entry.language) if entry.language else None
    con.execute(
        "UPDATE stories SET headline = ?, source = ?, language = ?, error = ?, reader = ?,"
        " extractor = NULL, digest = NULL, suggestions = NULL WHERE row = ?",
        (storable(entry.headline), storable(entry.source), language, error, signature, row),
    )


def _empty_row(con: Connection, row: int) -> None:
    """Take away all that rests on a story's text."""
    leave(con, row)
    old = con.execute("SELECT story FROM texts WHERE row = ?", (row,)).fetchone()
    if old:
        take_text(con, row, unpack(old[0]))
        con.execute("DELETE FROM texts WHERE row = ?", (row,))
    _empty_facts(con, row)
    for part in Part:
        put_terms(con, row, part, ())


def _empty_facts(con: Connection, row: int) -> None:
    old = con.execute("SELECT facts FROM facts WHERE row = ?", (row,)).fetchone()
    if old:
        take_quotes(con, row, unpack(old[0]))
        con.execute("DELETE FROM facts WHERE row = ?", (row,))


def _settle(con: Connection, rows: Iterable[int]) -> None:
    """Let each row say how many places its story is in and which is the first; a story in no place goes."""
    for row in rows:
        # SQLite takes the other column from the row that has the minimum.
        copies, path, stamp = con.execute(
            "SELECT count(*), min(path), stamp FROM places WHERE row = ?", (row,)
        ).fetchone()
        if copies:
            con.execute(
                "UPDATE stories SET copies = ?1, path = ?2, stamp = ?3"
                " WHERE row = ?4 AND (copies, path, stamp) IS NOT (?1, ?2, ?3)",
                (copies, path, stamp, row),
            )
        else:
            _empty_row(con, row)
            con.execute("DELETE FROM stories WHERE row = ?", (row,))
