"""Model objects to what the tables hold, and back."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import sqlite3
from collections.abc import Iterable
from typing import Any

from triage.model.entry import Entry, Found, Trouble
from triage.model.story import DateSource, Story, StoryId
from triage.model.suggestion import Suggestion


def entry(row: tuple[Any, ...]) -> Entry:
    """The entry that a row of `stories` stands for; its columns in the order that the first line gives."""
    story, path, headline, source, stamp, suggestions, language, copies, extracted, error = row
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
    )


def entries_of(found: Found) -> list[Entry]:
    """The entries of one file as the index will have them: one a story, then one for what could not be read."""
    entries = [
        Entry(story.id, story.path or found.path, story.headline, source(story), when(story, found),
              language=story.language)
        for story in found.stories
    ]  # fmt: skip
    if found.error:
        unreadable = unreadable_id(found.path)
        name = found.path.rpartition("/")[2]
        entries.append(Entry(unreadable, found.path, name, "", found.modified / 1e9, language=None, error=found.error))
    return entries


def unreadable_id(path: str) -> StoryId:
    """The id of the entry for a file that could not be read."""
    return StoryId("!" + hashlib.sha256(blob_path(path)).hexdigest()[:15])


def when(story: Story, found: Found) -> float:
    """The time that the story states, else its own day's midnight, else its file's time, in seconds since the epoch.

    A time without an offset is taken for UTC. A file written on the story's own day says when in that day it came.
    """
    for stated in (story.updated, story.published):
        try:
            time = dt.datetime.fromisoformat(stated or "")
        except ValueError:
            continue
        return (time if time.tzinfo else time.replace(tzinfo=dt.UTC)).timestamp()
    written = dt.datetime.fromtimestamp(found.modified / 1e9, dt.UTC)
    if story.date.source is DateSource.FILE or abs((written.date() - story.date.value).days) <= 1:
        return written.timestamp()
    return dt.datetime.combine(story.date.value, dt.time(), dt.UTC).timestamp()


def source(story: Story) -> str:
    """What the list's column for the source shows."""
    return story.agency or story.source or ""


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
