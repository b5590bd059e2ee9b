"""A slow line between a program and the person: so long a round trip, so many bytes a second."""

from __future__ import annotations

import os
import select
import time
from collections import deque
from typing import TYPE_CHECKING

from tests.bench.terminal import ANSWER, ASKED, Piece, Size, Terminal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

STEP = 0.005
"""Seconds between two looks at the line."""


class SlowTerminal(Terminal):
    """A terminal at the far end. Its pieces are what has arrived there, at the times of arrival.

    The near end takes all that the program writes at once, as an SSH server does, so that the program sees no writes that
    block. `answers` says whether the terminal tells where its cursor is when it is asked.
    """

    def __init__(
        self, command: Sequence[str], size: Size, environment: Mapping[str, str], *, trip: float = 0.2,
        rate: float = 9_600, answers: bool = True,
    ) -> None:  # fmt: skip
        super().__init__(command, size, environment)
        self._trip, self._rate, self._answers = trip, rate, answers
        self._free = time.perf_counter()
        self._coming: deque[Piece] = deque()
        self._going: deque[Piece] = deque()
        self._tail = b""

    @property
    def behind(self) -> float:
        """Seconds until all that the program has written by now has been shown."""
        return max(0.0, self._free - time.perf_counter())

    def send(self, keys: str) -> float:
        """Type `keys`: the program gets them half a round trip later."""
        at = time.perf_counter()
        self._going.append(Piece(at + self._trip / 2, keys.encode()))
        return at

    def read(self, seconds: float) -> bool:
        """Wait for the next piece to arrive, at most `seconds`; whether one came."""
        until = time.perf_counter() + seconds
        while True:
            self._carry()
            if self._coming and self._coming[0].at <= time.perf_counter():
                piece = self._coming.popleft()
                self.pieces.append(piece)
                self._answer(piece)
                return True
            if time.perf_counter() >= until:
                return False
            time.sleep(STEP)  # what is on its way arrives by the clock: no descriptor tells

    def _carry(self) -> None:
        """Bring keys and answers to the program, and take from it what it has written."""
        while self._going and self._going[0].at <= time.perf_counter():
            os.write(self._descriptor, self._going.popleft().written)
        while not self.closed and select.select([self._descriptor], [], [], 0)[0]:
            try:
                written = os.read(self._descriptor, 256)
            except OSError:
                written = b""
            self.closed = not written
            now = time.perf_counter()
            self._free = max(self._free, now) + len(written) / self._rate
            if written:
                self._coming.append(Piece(self._free + self._trip / 2, written))

    def _answer(self, piece: Piece) -> None:
        if self._answers:
            text = self._tail + piece.written
            self._going.extend([Piece(piece.at + self._trip / 2, ANSWER)] * text.count(ASKED))
            half = next((n for n in (3, 2, 1) if text.endswith(ASKED[:n])), 0)
            self._tail = text[len(text) - half :]
