"""What a reader of one format is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from triage.model.story import Story

HEAD = 4096
"""How many bytes a reader sees before it says whether the format is its own."""

MOST_BYTES = 5 * 1024 * 1024
"""The size of the largest file that is read; the longest stories are a hundredth of it."""


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

    def can_read(self, head: bytes) -> bool:
        """Whether bytes that begin with `head` (up to HEAD of them) are of this format."""

    def read(self, data: bytes, origin: Origin) -> Iterator[Story]:
        """The stories in `data`. Raises ReadError naming what is wrong with it."""
