"""What a reader of one format is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from triage.errors import ReadError
    from triage.model.story import Story

HEAD = 4096
"""How many bytes a reader sees before it says whether the format is its own."""

MOST_BYTES = 5 * 1024 * 1024
"""The size of the largest story that is read; the longest stories are a hundredth of it."""

MOST_BYTES_OF_MANY = 50 * 1024 * 1024
"""The size of the largest file of many stories: a feed, a mailbox, an archive."""

MOST_PARAGRAPHS, MOST_LINES, MOST_ELEMENTS = 20_000, 100_000, 100_000
"""Paragraphs, lines and elements of markup of the largest story that is read; a long novel has half as many, a long page a
fifth. What has more is a table or a trap, and takes seconds."""

MOST_UNPACKED = 200 * 1024 * 1024
"""How much is unpacked of one file before reading stops."""

MOST_STORIES = 20_000
"""How many stories one file can have."""

MOST_ERRORS = 1000
"""How many broken stories of one file are counted before the rest of it is given up."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where bytes came from: `path` as the story shall show it, `modified` the file's own time in UTC."""

    path: str | None
    modified: dt.datetime


class Reader(Protocol):
    """One format, one module in `ingest/formats/` that has these."""

    NAME: str
    """The format's name as `Story.format` shows it."""

    VERSION: int
    """Goes up whenever the reader makes another story of the same bytes; the index then reads those files again."""

    PRIORITY: int
    """Readers are asked from the highest down; plain text, which can read anything, is last with 0."""

    MANY: bool
    """Whether a file of this format can hold many stories, and be as large as many are."""

    def can_read(self, head: bytes) -> bool:
        """Whether bytes that begin with `head` (up to HEAD of them) are of this format."""

    def read(self, data: bytes, origin: Origin) -> Iterator[Story | ReadError]:
        """The stories in `data`, and an error in the place of each that is broken.

        Raises ReadError naming what is wrong with all of it.
        """
