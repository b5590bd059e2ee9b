"""What the tests of the watch share: a real worker that is listened to, and waiting for what other threads bring about."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import closing, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from triage.errors import IndexUnusableError
from triage.index import Index
from triage.model.entry import Trouble
from triage.settings import load
from triage.work.desk import Desk as Work
from triage.work.server import Server
from triage.work.watching import Watch

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE = 30.0
"""Seconds after which what has not come will not come, on however busy a machine."""


def until(true: Callable[[], bool]) -> None:
    """Wait for something that another thread brings about."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.01)  # the watch keeps what it is told until it is asked: nothing says that there is some


class Room:
    """A worker in a thread, with a session that listens, and a reader of its index."""

    def __init__(self, desk, mounts: str | None = None, *, follow_links: bool = False) -> None:
        self.desk = desk
        self._settings = replace(load(None), follow_links=follow_links)
        self._mounts = mounts
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._line = socket.socket(socket.AF_UNIX)

    def __enter__(self) -> Room:
        self._thread.start()
        assert self._ready.wait(PATIENCE)
        self._line.connect(str(self.desk.locations.worker_socket))
        until(lambda: len(self.headlines()) >= 5)
        return self

    def __exit__(self, *_: object) -> None:
        self._line.close()
        self._thread.join(PATIENCE)

    def _run(self) -> None:
        locations = self.desk.locations
        locations.cache.mkdir(parents=True, exist_ok=True)
        with (
            closing(Index.open(locations.index, write=True)) as index,
            closing(Server(locations.worker_socket)) as server,
        ):
            self.work = Work(locations, self._settings, index, server)
            self.work._analysis.trouble = Trouble("No pipeline", "Facts are not what is asked here.")
            if self._mounts:
                self.work._watch = Watch(locations.inbox, self._mounts)
            self._ready.set()
            self.work.work()

    def headlines(self) -> list[str]:
        with suppress(IndexUnusableError), closing(Index.open(self.desk.locations.index)) as index:
            return [entry.headline for entry in index.entries(index.ids(every_version=True))]
        return []

    def knows(self, path: str) -> bool:
        with closing(Index.open(self.desk.locations.index)) as index:
            return self.hears() and index.file(path) is not None

    def lists(self, headline: str) -> None:
        until(lambda: self.hears() and headline in self.headlines())

    def lists_no_more(self, headline: str) -> None:
        until(lambda: self.hears() and headline not in self.headlines())

    def hears(self) -> bool:
        """What the worker tells is taken off the line, so that it goes on telling."""
        self._line.setblocking(False)
        with suppress(BlockingIOError):
            self._line.recv(1 << 20)
        return True
