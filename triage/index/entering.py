"""What reading a file comes to, as entries of the list."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import TYPE_CHECKING

from triage.index.rows import blob_path
from triage.model.entry import Entry
from triage.model.identity import StoryId
from triage.model.story import DateSource

if TYPE_CHECKING:
    from triage.model.found import Found
    from triage.model.story import Story


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
