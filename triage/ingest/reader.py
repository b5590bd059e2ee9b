"""What a reader of one format is, and how the readers are found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from triage.model.story import Story


@dataclass(frozen=True, slots=True)
class Origin:
    """Where bytes came from: `path` as the story shall show it, `modified` the file's own time in UTC."""

    path: str | None
    modified: dt.datetime


class Reader(Protocol):
    """One format, one module in `ingest/formats/` that has these three."""

    NAME: str
    """The format's name as `Story.format` shows it."""

    VERSION: int
    """Goes up whenever the reader makes another story of the same bytes; the index then reads those files again."""

    PRIORITY: int
    """Readers are asked from the highest down; plain text, which can read anything, is last with 0."""

    def can_read(self, head: bytes) -> bool:
        """Whether bytes that begin with `head` (up to 4096 of them) are of this format."""

    def read(self, data: bytes, origin: Origin) -> Iterator[Story]:
        """The stories in `data`. Raises ReadError naming what is wrong with it."""
