"""A second pair of hands, `python -m triage.work.hand INBOX LINE [--follow-links]`: a process that reads files ahead while many
wait, on the core that the screen seldom needs."""

from __future__ import annotations

import argparse
import contextlib
import os
import subprocess
import sys
import time
from collections import deque
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from triage.work.one_file import Read, Wanted, read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triage.ingest.inbox import Seen

PATIENCE = 5.0
"""Seconds after which nothing more is expected of a process that says nothing: it was stopped, or is starved."""


class Hand:
    """The process, seen from the one that has started it. It ends with that one, whatever happens to it."""

    def __init__(self, inbox: Path, *, follow_links: bool) -> None:
        self._given: deque[Sequence[Wanted]] = deque(((),))
        self._line, theirs = Pipe()
        command = [sys.executable, "-m", "triage.work.hand", str(inbox), str(theirs.fileno())]
        with theirs:
            self._process = subprocess.Popen(
                [*command, *(["--follow-links"] if follow_links else [])],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
            )
        self._heard = time.monotonic()

    def give(self, wanted: Sequence[Wanted]) -> None:
        """Have these files read. Raises OSError when the process has gone."""
        self._given.append(wanted)
        self._line.send(wanted)

    def take(self, wait: float) -> list[tuple[Seen, Read]] | None:
        """What the files that were given first have come to, and none at first, when the process is there; None if that is not
        known in `wait` seconds. Raises EOFError or OSError when the process has gone, or is waited for in vain."""
        if not self._line.poll(wait):
            if wait and time.monotonic() - self._heard > PATIENCE:
                raise TimeoutError
            return None
        self._heard = time.monotonic()
        done: list[Read] = self._line.recv()
        return [(seen, one) for (seen, _), one in zip(self._given.popleft(), done, strict=True)]

    def close(self) -> None:
        """Let it go."""
        self._line.close()
        self._process.kill()  # it has nothing that could be lost
        self._process.wait()


def main() -> None:
    """Read what is asked for until nobody asks any more."""
    parser = argparse.ArgumentParser(prog="triage.work.hand")
    parser.add_argument("inbox", type=Path)
    parser.add_argument("line", type=int)
    parser.add_argument("--follow-links", action="store_true")
    given = parser.parse_args()
    os.nice(5)  # behind the one that writes what has been read
    line = Connection(given.line)
    done: SimpleQueue[list[Read]] = SimpleQueue()
    done.put([])  # says that it is there
    Thread(target=_hand_over, args=(line, done), daemon=True).start()
    with contextlib.suppress(EOFError, OSError):
        while True:
            wanted: list[Wanted] = line.recv()
            done.put([read(given.inbox, one, follow_links=given.follow_links) for one in wanted])


def _hand_over(line: Connection, done: SimpleQueue[list[Read]]) -> None:
    """In a thread of its own: a full line must not keep the next files from being read."""
    with contextlib.suppress(OSError):
        while True:
            line.send(done.get())


if __name__ == "__main__":
    main()
