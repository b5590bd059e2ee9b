"""The inbox's side of the work: which files are new, and reading them into the index a slice at a time."""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING

from triage import ingest
from triage.errors import ReadError
from triage.ingest.inbox import Seen, read_file, scan, settled
from triage.model.entry import Trouble

if TYPE_CHECKING:
    from pathlib import Path

    from triage.index import Index
    from triage.model.found import Found

SLICE = 0.1
"""Seconds that a slice may take before it gives way to the screen's wishes."""

BATCH = 100
"""Files read, at most, between two commits."""


class Reading:
    """What of the inbox is read and what is not. Used in one thread, which is the index's only writer."""

    def __init__(self, inbox: Path, index: Index, *, follow_links: bool = False) -> None:
        self._inbox = inbox
        self._follow = follow_links
        self._index = index
        self._signature = ingest.signature()
        self._unread: deque[Seen] = deque()
        self._unsettled: dict[str, Seen] = {}
        self._gone: list[str] = []
        self.files = self.read = 0
        self.trouble: Trouble | None = None

    @property
    def busy(self) -> bool:
        """Whether files wait to be read."""
        return bool(self._unread)

    @property
    def waiting(self) -> bool:
        """Whether files are still being written, so that another look is due soon."""
        return bool(self._unsettled)

    def look(self) -> bool:
        """Compare the folder with the index; returns whether entries went because their files did."""
        try:
            there = {seen.path: seen for seen in scan(self._inbox, follow=self._follow)}
        except ReadError as error:
            self.trouble = Trouble.of(error)
            return False
        self.trouble = None
        known = self._index.files(self._signature)
        self._gone = [path for path in self._index.files() if path not in there]
        fresh = [seen for seen in there.values() if known.get(seen.path) != (seen.size, seen.modified)]
        ready = [seen for seen in fresh if self._complete(seen)]
        self._unsettled = {seen.path: seen for seen in fresh if not self._complete(seen)}
        self._unread = deque(sorted(ready, key=lambda seen: seen.modified, reverse=True))
        self.files, self.read = len(there), len(there) - len(fresh)
        return self._forget()

    def _forget(self) -> bool:
        """Let go of files that are no longer there, once all others are read: a renamed file's story keeps its facts."""
        if self._unread or not self._gone:
            return False
        self._index.forget(self._gone)
        self._gone = []
        return True

    def _complete(self, seen: Seen) -> bool:
        """Whether the file is no longer being written: old enough, or the same in two looks (a clock may be wrong)."""
        return settled(seen, time.time_ns(), self._unsettled.get(seen.path))

    def slice(self) -> None:
        """Read the newest unread files for about `SLICE` seconds and commit them."""
        until = time.monotonic() + SLICE
        found: list[Found] = []
        while self._unread and len(found) < BATCH and time.monotonic() < until:
            found.append(read_file(self._inbox, self._unread.popleft(), follow=self._follow))
        self._index.put_files(found, self._signature)
        self.read += len(found)
        self._forget()
