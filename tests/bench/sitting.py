"""Somebody sitting at a program: types keys, and sees when the screen has changed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Self

from tests.bench import processes
from tests.bench.screen import Screen
from tests.bench.terminal import Piece, Size, Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from types import TracebackType

PAUSE = 0.02
"""Seconds without output after which what came is replayed: replaying must not delay the next piece's time stamp."""

LONGEST = 0.3
"""Seconds after which it is replayed even when the output never pauses."""

QUIET = 0.4
"""Seconds without output after which nothing more is to be expected of a key."""

LIMIT = 60.0
"""Seconds within which a program does what is waited for, or the benchmark ends and shows the screen."""


class NotSeenError(Exception):
    """The screen never showed what was waited for."""


class Sitting:
    """A context: the program runs within it; it and all that it started have ended when it is left."""

    def __init__(
        self, command: Sequence[str], size: Size, environment: Mapping[str, str], at: type[Terminal] = Terminal
    ) -> None:
        self.screen = Screen(size)
        self.terminal = at(command, size, environment)
        self.pressed = self.terminal.started
        self._replayed = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.terminal.freeze()  # so that it starts nothing behind our back
        started = processes.children(self.terminal.pid)
        self.terminal.end()
        for pid in started:  # a worker outlives its screen for some seconds, and would disturb the next run
            processes.end(pid)

    def started_until(self, seen: Callable[[Screen], bool]) -> float:
        """Seconds from the program's start until the screen shows, or showed, what is waited for."""
        if self._replayed and seen(self.screen):
            return self.terminal.pieces[self._replayed - 1].at - self.terminal.started
        return self._until(seen, self.terminal.started, LIMIT)

    def type_when(self, written: str, key: str) -> None:
        """Type `key` as soon as the program has written that: nothing is replayed meanwhile, so nothing delays the key."""
        give_up = time.perf_counter() + LIMIT
        while not any(written.encode() in piece.written for piece in self.terminal.pieces[-2:]):
            self.terminal.read(PAUSE)
            if self.terminal.closed or time.perf_counter() > give_up:
                self.rest(0.0)
                raise NotSeenError(f"{written!r} was not written; the screen at the end:\n{self.screen.text()}")
        self.pressed = self.terminal.send(key)

    def press(self, key: str, seen: Callable[[Screen], bool], limit: float = LIMIT) -> float:
        """Seconds from the key's press until the screen shows what is waited for."""
        self.rest(0.0)
        self.pressed = self.terminal.send(key)
        return self._until(seen, self.pressed, limit)

    def pressed_until(self, seen: Callable[[Screen], bool], limit: float = LIMIT) -> float:
        """Seconds from the last key's press until the screen shows, or showed, what is waited for."""
        if seen(self.screen):
            return self.terminal.pieces[self._replayed - 1].at - self.pressed
        return self._until(seen, self.pressed, limit)

    def hold(
        self, key: str, times: int, apart: float, sight: Callable[[Screen], object], quiet: float = QUIET
    ) -> float:
        """Press a key again and again without waiting; seconds from the last press to the last change of `sight`. `quiet` are the
        seconds without output after which no more is expected."""
        self.rest(0.0)
        due = time.perf_counter()
        for _ in range(times):
            self.pressed = self.terminal.send(key)
            due += apart
            while (left := due - time.perf_counter()) > 0:
                self.terminal.read(left)
        while self.terminal.read(quiet):
            pass
        return self._last_change(sight) - self.pressed

    def rest(self, seconds: float) -> int:
        """Do nothing for so long and see what happens; how many bytes that was."""
        until = time.perf_counter() + seconds
        before = len(self.terminal.pieces)
        while (left := until - time.perf_counter()) > 0:
            self.terminal.read(left)
        while self.terminal.read(0.0):
            pass
        while self._replayed < len(self.terminal.pieces):
            self._replay()
        return sum(len(piece.written) for piece in self.terminal.pieces[before:])

    def _last_change(self, sight: Callable[[Screen], object]) -> float:
        changed = self.pressed
        before = sight(self.screen)
        while self._replayed < len(self.terminal.pieces):
            piece = self._replay()
            now = sight(self.screen)
            if now is not None and now != before:
                changed, before = piece.at, now
        return changed

    def _replay(self) -> Piece:
        piece = self.terminal.pieces[self._replayed]
        self.screen.feed(piece.written)
        self._replayed += 1
        return piece

    def _until(self, seen: Callable[[Screen], bool], since: float, limit: float) -> float:
        """When, in seconds from `since`, the piece came after which the screen showed it."""
        give_up = time.perf_counter() + limit
        replay_at = time.perf_counter() + LONGEST
        while time.perf_counter() < give_up:
            if self.terminal.read(PAUSE) and time.perf_counter() < replay_at:
                continue
            replay_at = time.perf_counter() + LONGEST
            while self._replayed < len(self.terminal.pieces):
                piece = self._replay()
                if seen(self.screen):
                    return piece.at - since
            if self.terminal.closed:
                break
        raise NotSeenError(f"not seen within {limit:g} s; the screen at the end:\n{self.screen.text()}")
