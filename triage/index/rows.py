"""Model objects to what the tables hold, and back."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any

from triage.model.entry import Entry, Trouble
from triage.model.identity import StoryId
from triage.model.suggestion import Suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def ids(con: sqlite3.Connection, statement: str, values: Sequence[object] = ()) -> list[StoryId]:
    """The ids that a SELECT of nothing else gives, in its order.

    They come as one text: handed over row by row, twenty thousand of them take four times as long as finding them.
    """
    packed = con.execute(f"SELECT group_concat(id, ' ') FROM ({statement})", values).fetchone()[0]  # noqa: S608 - the words put in are ours; what is looked for is bound
    return packed.split() if packed else []


def entry(row: tuple[Any, ...]) -> Entry:
    """The entry that a row of `stories` stands for; its columns in the order that the first line gives."""
    story, path, headline, source, stamp, suggestions, language, copies, extracted, error, *chained = row
    return Entry(
        StoryId(story),
        text_path(path),
        headline,
        source,
        stamp,
        suggestions_from(suggestions),
        language,
        copies,
        bool(extracted),
        Trouble(*json.loads(error)) if error else None,
        *chained,
    )


def pack(value: object) -> bytes:
    """JSON, compressed: facts shrink to an eighth, stories to a half. Escapes all that is not ASCII, so any text goes in."""
    import zlib

    return zlib.compress(json.dumps(value, separators=(",", ":")).encode(), 1)


def unpack(blob: bytes) -> Any:
    """What `pack` packed. Raises sqlite3.DatabaseError when the bytes are damaged."""
    import zlib

    try:
        return json.loads(zlib.decompress(blob))
    except (zlib.error, ValueError) as error:
        raise sqlite3.DatabaseError(f"a row is damaged: {error}") from error


def suggestions_to(suggestions: Iterable[Suggestion]) -> str | None:
    """Suggestions as one short column."""
    rows = [[one.tag, round(one.score, 3), one.because] for one in suggestions]
    return json.dumps(rows, separators=(",", ":")) if rows else None


def suggestions_from(column: str | None) -> tuple[Suggestion, ...]:
    """What `suggestions_to` made a column of."""
    if not column:
        return ()
    return tuple(Suggestion(tag, score, tuple(because)) for tag, score, because in json.loads(column))


def trouble_to(trouble: Trouble) -> list[str]:
    """A trouble as JSON; `Trouble(*...)` takes it back."""
    return [trouble.title, trouble.message, trouble.hint]


def storable(text: str) -> str:
    """`text` without the halves of surrogate pairs, which SQLite does not take: they show as question marks."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def blob_path(path: str) -> bytes:
    """A path as stored. Names that are not UTF-8 come as surrogates and come back as such."""
    return path.encode("utf-8", "surrogatepass")


def text_path(path: bytes) -> str:
    """What `blob_path` stored."""
    return path.decode("utf-8", "surrogatepass")
