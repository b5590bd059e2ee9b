"""A session without a screen: starts the worker of a desk, and hears what it tells."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Self

from triage.model.message import Event, Focus, Progress, Rescan, Scanned, decode, encode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from triage.locations import Locations

LIMIT = 30.0
"""Seconds within which a worker answers, or does not work at all."""


RESCANS = 3
"""Looks at the inbox, of which the quickest counts: between them the worker does other things."""


class Listener:
    """A context: the worker runs within it, and has ended when it is left."""

    def __init__(self, locations: Locations) -> None:
        self._locations = locations

    def __enter__(self) -> Self:
        command = [sys.executable, "-m", "triage.work", str(self._locations.inbox), str(self._locations.store)]
        self._locations.worker_socket.unlink(missing_ok=True)
        self.started = time.perf_counter()
        self._worker = subprocess.Popen(command)
        self._line = self._connected()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._line.close()
        self._worker.terminate()
        self._worker.wait()

    @property
    def pid(self) -> int:
        """The worker's."""
        return self._worker.pid

    def events(self) -> Iterator[Event]:
        """What the worker tells, for as long as it runs."""
        unread = b""
        while heard := self._line.recv(1 << 16):
            *lines, unread = (unread + heard).split(b"\n")
            for line in lines:
                message = decode(line)
                if not isinstance(message, Focus | Rescan):
                    yield message

    def rescan(self) -> float:
        """Seconds that the worker takes for a look at the whole inbox; what is new there it reads within them."""
        events = self.events()
        next(events)  # what it says to whoever comes: it is at work
        seconds = []
        for _ in range(RESCANS):
            began = time.perf_counter()
            self._line.sendall(encode(Rescan()))
            next(event for event in events if isinstance(event, Scanned))
            seconds.append(time.perf_counter() - began)
        return min(seconds)

    def progress(self) -> Iterator[Progress]:
        """How far the worker is, whenever it says so."""
        for event in self.events():
            if isinstance(event, Progress):
                if event.trouble:
                    raise RuntimeError(f"the worker: {event.trouble.title}: {event.trouble.message}")
                yield event

    def _connected(self) -> socket.socket:
        while True:
            line = socket.socket(socket.AF_UNIX)
            try:
                line.connect(str(self._locations.worker_socket))
            except OSError:
                line.close()
                if self._worker.poll() is not None or time.perf_counter() - self.started > LIMIT:
                    raise
                time.sleep(0.01)  # a socket that is not there yet tells nobody when it comes
            else:
                return line
