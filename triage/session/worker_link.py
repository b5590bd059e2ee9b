"""The line to the second process: start it, say what is wanted, hear what has been done, replace it when it dies."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

from triage.errors import WorkError
from triage.model.entry import Trouble
from triage.model.message import Event, Focus, Progress, Request, Rescan, Scanned, decode, encode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from triage.locations import Locations
    from triage.model.story import StoryId

TRIES = 3
"""How often a worker that dies is replaced before the session gives up and says so."""

STARTING = 10.0
"""Seconds that a new worker may take until it answers."""


class WorkerLink:
    """One session's line to the desk's worker, whoever started that.

    `events` blocks and belongs in a thread of its own (or in a command that has nothing else to do); everything else may
    be called from any thread and returns at once.
    """

    def __init__(self, locations: Locations, config: Path | None = None, pipeline: str | None = None) -> None:
        self._locations = locations
        self._arguments = [str(locations.inbox), str(locations.store)]
        self._arguments += ["--config", str(config)] if config else []
        self._arguments += ["--pipeline", pipeline] if pipeline else []
        self._line: socket.socket | None = None
        self._worker: subprocess.Popen[bytes] | None = None
        self._answered = False
        self._closed = threading.Event()
        self._focus = Focus(())
        self._rescan_wanted = False

    def focus(self, stories: tuple[StoryId, ...]) -> None:
        """These stories first: the one on the screen, then its neighbours."""
        if stories != self._focus.stories:
            self._focus = Focus(stories)
            self._say(self._focus)

    def rescan(self) -> None:
        """Look at the inbox now; a `Scanned` event tells when all that is there has been read."""
        self._rescan_wanted = True
        self._say(Rescan())

    def events(self) -> Iterator[Event]:
        """What the worker tells, until `close`. A worker that cannot be had is told as a `Progress` with its trouble."""
        failures = 0
        while not self._closed.is_set() and failures < TRIES:
            began = time.monotonic()
            try:
                self._connect()
                yield from self._hear()
            except WorkError as error:
                failures += 1
                yield Progress("idle", 0, 0, 0, 0, Trouble.of(error))
            else:
                failures = failures + 1 if time.monotonic() - began < STARTING else 0
                if failures == TRIES and not self._closed.is_set():
                    yield Progress("idle", 0, 0, 0, 0, Trouble.of(self._silent()))

    def close(self) -> None:
        """Hang up. The worker ends by itself when nobody else listens."""
        self._closed.set()
        if self._line:
            with contextlib.suppress(OSError):
                self._line.shutdown(socket.SHUT_RDWR)
            self._line.close()
        if self._worker:
            self._worker.poll()

    def _connect(self) -> None:
        """A line to the worker that is there, or to one started now. Raises WorkError when none answers in time."""
        until = time.monotonic() + STARTING
        while not self._closed.is_set():
            line = socket.socket(socket.AF_UNIX)
            try:
                line.connect(str(self._locations.worker_socket))
            except OSError:
                line.close()
                self._start()
                if time.monotonic() > until:
                    raise self._silent() from None
                self._closed.wait(0.05)
            else:
                self._line = line
                self._answered = True
                if self._focus.stories:
                    self._say(self._focus)
                if self._rescan_wanted:  # never asked, or of a worker that died before it answered
                    self.rescan()
                return

    def _start(self) -> None:
        """Start a worker unless the one started last is still alive (it may be waiting for its turn or starting).

        One that ended before it ever answered will not do better a second time: WorkError says why.
        """
        if self._worker and self._worker.poll() is None:
            return
        if self._worker and self._worker.returncode and not self._answered:
            raise self._silent()
        self._answered = False
        try:
            self._locations.cache.mkdir(parents=True, exist_ok=True, mode=0o700)
            with self._locations.worker_log.open("ab") as log:
                log.truncate(0)
                self._worker = subprocess.Popen(
                    [sys.executable, "-m", "triage.work", *self._arguments],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=log,
                    start_new_session=True,
                    env={**os.environ, "PYTHONSAFEPATH": "1"},
                )
        except OSError as error:
            raise WorkError(
                f"{error.filename or self._locations.cache}: {error.strerror}",
                title="No facts worker",
                hint="if that is the cache folder, name one that can be written with TRIAGE_CACHE",
            ) from error

    def _silent(self) -> WorkError:
        """Why the worker does not answer, as far as its log tells."""
        try:
            said = self._locations.worker_log.read_text(errors="replace").strip().splitlines()[-1:]
        except OSError:
            said = []
        self._worker = None
        return WorkError(
            said[0] if said else "the facts worker does not answer",
            title="No facts worker",
            hint=f"its log is {self._locations.worker_log}",
        )

    def _hear(self) -> Iterator[Event]:
        if self._line is None:
            return  # hung up before the worker answered
        unread = b""
        while not self._closed.is_set():
            try:
                heard = self._line.recv(65536)
            except OSError:
                break
            if not heard:
                break
            *lines, unread = (unread + heard).split(b"\n")
            for line in lines:
                with contextlib.suppress(ValueError):  # a worker of another version may say what we do not know
                    message = decode(line)
                    if isinstance(message, Scanned):
                        self._rescan_wanted = False
                    if not isinstance(message, Focus | Rescan):
                        yield message
        self._line.close()

    def _say(self, request: Request) -> bool:
        """Send it if there is a line with room for it; whether there was. Never waits: the worker may have been stopped."""
        if self._line is None:
            return False
        try:
            self._line.send(encode(request), socket.MSG_DONTWAIT)
        except OSError:
            return False
        return True
