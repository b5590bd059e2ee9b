"""A second pair of hands, `python -m triage.work.hand INBOX LINE [--follow-links]`: a process that reads files ahead while many
wait, on the core that the screen seldom needs."""

from __future__ import annotations

import argparse
import contextlib
import os
import socket
import struct
import subprocess
import sys
import time
from collections import deque
from multiprocessing.connection import Connection
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import TYPE_CHECKING

from triage.work.one_file import Read, Wanted, read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triage.ingest.inbox import Seen

PATIENCE = 5.0
"""Seconds after which nothing more is expected of a process that says nothing: it was stopped, or is starved."""

ANSWER = 0.1
"""Seconds of reading after which what has been read is handed over, however much is asked for: the newest shall not be long in
coming."""

UNTAKEN = 8
"""Answers that wait to be taken, at the most: small files may hold much, and memory is not for what nobody takes."""


class Hand:
    """The process, seen from the one that has started it. It ends with that one, whatever happens to it.

    `there` says that it has been heard of.
    """

    def __init__(self, inbox: Path, *, follow_links: bool) -> None:
        self._given: deque[Seen] = deque()
        ours, theirs = socket.socketpair()
        # A process that is stopped leaves a message half written, or half read.
        patience = struct.pack("@ll", *divmod(int(PATIENCE * 1_000_000), 1_000_000))
        for side in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
            ours.setsockopt(socket.SOL_SOCKET, side, patience)
        self._line = Connection(ours.detach())
        command = [sys.executable, "-m", "triage.work.hand", str(inbox), str(theirs.fileno())]
        with theirs:
            self._process = subprocess.Popen(
                [*command, *(["--follow-links"] if follow_links else [])],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
            )
        self._heard = time.monotonic()
        self.there = False

    def give(self, wanted: Sequence[Wanted]) -> None:
        """Have these files read. Raises OSError when the process has gone, or does not hear."""
        if not self._given:
            self._heard = time.monotonic()
        self._given += [seen for seen, _ in wanted]
        self._line.send(wanted)

    def take(self, wait: float) -> list[tuple[Seen, Read]]:
        """What those of the files that were given first have come to; none if that is not known in `wait` seconds. Raises
        EOFError or OSError when the process has gone, or is waited for in vain."""
        if not self._line.poll(wait):
            if wait and time.monotonic() - self._heard > PATIENCE:
                raise TimeoutError
            return []
        self._heard, self.there = time.monotonic(), True
        done: list[Read] = self._line.recv()
        return [(self._given.popleft(), one) for one in done]

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
    done: Queue[list[Read]] = Queue(UNTAKEN)
    done.put([])  # says that it is there
    Thread(target=_hand_over, args=(line, done), daemon=True).start()
    with contextlib.suppress(EOFError, OSError):
        while True:
            wanted: deque[Wanted] = deque(line.recv())
            while wanted:
                until = time.monotonic() + ANSWER
                answer: list[Read] = []
                while wanted and time.monotonic() < until:
                    answer.append(read(given.inbox, wanted.popleft(), follow_links=given.follow_links))
                done.put(answer)


def _hand_over(line: Connection, done: Queue[list[Read]]) -> None:
    """In a thread of its own: a full line must not keep the next files from being read."""
    try:
        while True:
            line.send(done.get())
    except OSError:
        os._exit(0)  # nobody takes any more, and whoever reads may be waiting for that


if __name__ == "__main__":
    main()
