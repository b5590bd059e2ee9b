"""Version chains as the index holds them: who belongs together, in which order, and which version the list shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from triage.index.rows import text_path
from triage.model.identity import StoryId
from triage.model.version import counted_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from sqlite3 import Connection

CROWD = 12
"""Stories with the same run of words beyond which it says nothing: it is a form's, or a house's phrase."""

LATEST, LIKELIEST = 40, 40
"""Stories of one name that are looked at, the last that were read; stories that are looked at in all. These make the work
grow with the number of stories and no faster."""

NEAREST = 10
"""Stories of one place, or with one opening, that are looked at, the last that were read: of a capital's many, few are versions of
each other."""

NAMING, NEAR = 1 << 62, 1 << 61
"""Clues from the first on name the story (slug, headline, identifier), from the second on its place or how it opens; those below are runs of its
words."""

NUMBER_BITS = 31
"""Bits of what the source numbers versions by that hold the number; the rest stands for the name above them."""

DAY = 86_400.0

MOST = 100
"""Versions of one story; what would be more is no story's chain but some form that is filled in again and again."""


class Clued(NamedTuple):
    """What of a story its versions are found by, and what they are put into order by: its kind, the number that the source states
    for it, its turn among those of the same time, and whether the source states that time."""

    story: StoryId
    clues: Sequence[int]
    kind: str
    stated: int | None
    turn: int
    timed: bool


def versions(con: Connection, story: StoryId) -> list[StoryId]:
    """All versions of the story, in order."""
    rows = con.execute(
        "SELECT id FROM stories WHERE chain = (SELECT chain FROM stories WHERE id = ?) ORDER BY version", (story,)
    )
    return [StoryId(one) for (one,) in rows] or [story]


def unchained(con: Connection, limit: int) -> list[StoryId]:
    """Stories that nobody has looked at, in the order in which they were read."""
    rows = con.execute("SELECT id FROM stories WHERE chain IS NULL AND id >= '0' ORDER BY row LIMIT ?", (limit,))
    return [StoryId(story) for (story,) in rows]


def with_clues(con: Connection, clues: Sequence[int]) -> list[StoryId]:
    """Stories that share a name, a place, an opening or two runs of words with what has these clues; the likeliest first."""
    shared: dict[int, int] = {}
    for clue in clues:
        limit = LATEST if clue >= NAMING else NEAREST if clue >= NEAR else CROWD + 1
        rows = con.execute("SELECT row FROM clues WHERE clue = ? ORDER BY row DESC LIMIT ?", (clue, limit)).fetchall()
        for (row,) in rows if len(rows) <= CROWD or clue >= NEAR else ():
            shared[row] = shared.get(row, 0) + (2 if clue >= NEAR else 1)
    rows = sorted((row for row, count in shared.items() if count > 1), key=lambda row: -shared[row])[:LIKELIEST]
    found = (con.execute("SELECT id FROM stories WHERE row = ?", (row,)).fetchone() for row in rows)
    return [StoryId(one[0]) for one in found if one]


def put_clues(con: Connection, batch: Iterable[Clued]) -> None:
    """Clues in place of those that were there."""
    for story, clues, *told in batch:
        found = con.execute("SELECT row FROM stories WHERE id = ?", (story,)).fetchone()
        if found:
            con.execute("DELETE FROM clues WHERE row = ?", found)
            con.executemany("INSERT OR IGNORE INTO clues (clue, row) VALUES (?, ?)", ((clue, *found) for clue in clues))
            con.execute("UPDATE stories SET kind = ?, stated = ?, turn = ?, timed = ? WHERE row = ?", (*told, *found))


def put_chains(con: Connection, batch: Iterable[tuple[StoryId, Sequence[StoryId]]]) -> None:
    """Join each story with those that it is a version of."""
    for story, others in batch:
        found = con.execute("SELECT chain FROM stories WHERE id = ?", (story,)).fetchone()
        if found is None:
            continue
        mine, size = found[0] or story, max(1, _chain(con, story)[1])
        con.execute("UPDATE stories SET chain = ? WHERE id = ?", (mine, story))
        for other in others:
            theirs, more = _chain(con, other)
            if theirs != mine and more and size + more <= MOST:
                con.execute("UPDATE stories SET chain = ? WHERE chain = ?", (mine, theirs))
                size += more
        if size > 1:
            _settle(con, mine)


def leave(con: Connection, row: int) -> None:
    """Take a story out of its chain, and all that was remembered for finding its versions."""
    con.execute("DELETE FROM clues WHERE row = ?", (row,))
    found = con.execute("SELECT chain, versions FROM stories WHERE row = ?", (row,)).fetchone()
    con.execute(
        "UPDATE stories SET chain = NULL, version = 1, versions = 1, superseded = 0, kind = 'story', stated = NULL,"
        " turn = 0, timed = 1 WHERE row = ?",
        (row,),
    )
    if found and found[1] > 1:
        _settle(con, found[0])


def _chain(con: Connection, story: StoryId) -> tuple[str | None, int]:
    """The chain of a story, and how many are in it; 0 for a story that nobody has looked at."""
    found = con.execute("SELECT chain FROM stories WHERE id = ?", (story,)).fetchone()
    if found is None or found[0] is None:
        return None, 0
    return found[0], con.execute("SELECT count(*) FROM stories WHERE chain = ?", found).fetchone()[0]


def _settle(con: Connection, chain: str) -> None:
    """Put a chain's members into order: each knows its number, the last one is what the list shows, the first one gives the name."""
    members = con.execute(
        "SELECT row, id, stamp, turn, stated, path, timed FROM stories WHERE chain = ?", (chain,)
    ).fetchall()
    # The numbers of versions that the source calls by one name: those of others begin anew.
    names = {None if one[4] is None else one[4] >> NUMBER_BITS for one in members}
    numbered = len(names) == 1 and None not in names
    members.sort(key=lambda one: (one[4] if numbered else 0, one[2], one[3], text_path(one[5]), one[1]))
    if not numbered and not any(one[6] for one in members):
        _count(members)
    con.executemany(
        "UPDATE stories SET chain = ?, version = ?, versions = ?, superseded = ? WHERE row = ?",
        ((members[0][1], n, len(members), n < len(members), row) for n, (row, *_) in enumerate(members, start=1)),
    )


def _count(members: list[tuple[Any, ...]]) -> None:
    """Put those that the source counts into the order of their numbers, among themselves, for each day and kind: the times are those
    of files only, which whoever copies them may have mixed up."""
    places: dict[tuple[int, int], list[int]] = {}
    for place, (_, _, stamp, turn, *_) in enumerate(members):
        among, number = counted_in(turn)
        if number:
            places.setdefault((int(stamp // DAY), among), []).append(place)
    for taken in places.values():
        ordered = sorted((members[place] for place in taken), key=lambda one: one[3])
        for place, one in zip(taken, ordered, strict=True):
            members[place] = one
