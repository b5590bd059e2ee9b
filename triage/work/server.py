"""The worker's ear: a Unix socket on which any number of sessions say what they want and hear what has been done."""

from __future__ import annotations

import contextlib
import selectors
import socket
import time
from typing import TYPE_CHECKING

from triage.model.message import Event, Focus, Request, Rescan, decode, encode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GRACE = 3.0
"""Seconds that the worker stays without anybody listening: long enough for a session to come back."""


class Server:
    """Listens on `path`; the caller holds the desk's lock, so that a socket left there by a dead worker can go."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.unlink(missing_ok=True)
        self._path = path
        self._selector = selectors.DefaultSelector()
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(path))
        path.chmod(0o600)
        self._listener.listen()
        self._listener.setblocking(False)
        self._selector.register(self._listener, selectors.EVENT_READ)
        self._unread: dict[socket.socket, bytes] = {}
        self._alone_since = time.monotonic()

    def wanted(self) -> bool:
        """Whether anybody listens, or did a moment ago."""
        return bool(self._unread) or time.monotonic() - self._alone_since < GRACE

    @property
    def attended(self) -> bool:
        """Whether anybody listens now."""
        return bool(self._unread)

    def requests(self, seconds: float) -> Iterator[Request | None]:
        """What came within `seconds`; None for a session that has just arrived."""
        for key, _ in self._selector.select(seconds):
            if key.fileobj is self._listener:
                with contextlib.suppress(BlockingIOError):
                    session, _ = self._listener.accept()
                    session.setblocking(False)
                    self._selector.register(session, selectors.EVENT_READ)
                    self._unread[session] = b""
                    yield None
            else:
                assert isinstance(key.fileobj, socket.socket)
                yield from self._hear(key.fileobj)

    def send(self, event: Event) -> None:
        """Tell everybody. Who does not read (its buffer is full) is let go, and will come back and ask anew."""
        line = encode(event)
        for session in tuple(self._unread):
            try:
                sent = session.send(line)
            except OSError:
                sent = 0
            if sent < len(line):
                self._part(session)

    def close(self) -> None:
        """Hang up and remove the socket."""
        for session in tuple(self._unread):
            self._part(session)
        self._selector.close()
        self._listener.close()
        self._path.unlink(missing_ok=True)

    def _hear(self, session: socket.socket) -> Iterator[Request]:
        try:
            heard = session.recv(65536)
        except BlockingIOError:
            return
        except OSError:
            heard = b""
        if not heard:
            self._part(session)
            return
        *lines, self._unread[session] = (self._unread[session] + heard).split(b"\n")
        for line in lines:
            with contextlib.suppress(ValueError):  # a session of another version may say what we do not know
                message = decode(line)
                if isinstance(message, Focus | Rescan):
                    yield message

    def _part(self, session: socket.socket) -> None:
        del self._unread[session]
        self._selector.unregister(session)
        session.close()
        self._alone_since = time.monotonic()
