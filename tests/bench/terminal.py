"""A program on a pseudo-terminal of its own, and what it writes there, each piece with the time at which it came."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Size:
    """Columns and lines."""

    columns: int
    lines: int

    def __str__(self) -> str:
        return f"{self.columns}x{self.lines}"


@dataclass(frozen=True, slots=True)
class Piece:
    """What one read brought; `at` is on the clock of `time.perf_counter`, in seconds."""

    at: float
    written: bytes


ASKED, ANSWER = b"\x1b[6n", b"\x1b[1;1R"
"""Where the cursor is, as a program asks, and an answer: a terminal gives one once it has shown what came before."""


class Terminal:
    """Answers as a terminal does, and starts `command` at once. Nothing here interprets what is written, so that reading delays nobody."""

    def __init__(self, command: Sequence[str], size: Size, environment: Mapping[str, str]) -> None:
        self.pieces: list[Piece] = []
        self.closed = False
        self.started = time.perf_counter()
        self.pid, self._descriptor = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size.lines, size.columns, 0, 0))
            os.execvpe(command[0], list(command), dict(environment))

    def read(self, seconds: float) -> bool:
        """Wait for the next piece, at most `seconds`; whether one came."""
        if self.closed:
            time.sleep(seconds)  # as long as a living one would be waited for: nothing comes from this one
            return False
        if not select.select([self._descriptor], [], [], seconds)[0]:
            return False
        try:
            written = os.read(self._descriptor, 1 << 16)
        except OSError:  # how Linux says that nobody has the other end open any more
            written = b""
        self.closed = not written
        if written:
            os.write(self._descriptor, ANSWER * written.count(ASKED))
            self.pieces.append(Piece(time.perf_counter(), written))
        return not self.closed

    def send(self, keys: str) -> float:
        """Type `keys`; the time just before."""
        at = time.perf_counter()
        os.write(self._descriptor, keys.encode())
        return at

    def freeze(self) -> None:
        """Let the program do nothing more; `end` is all that it can still be told."""
        os.kill(self.pid, signal.SIGSTOP)

    def end(self) -> None:
        """End the program, whatever it is doing."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._descriptor)
