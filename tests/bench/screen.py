"""What a person would see: the bytes that a program wrote, replayed on an emulated terminal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyte

if TYPE_CHECKING:
    from tests.bench.terminal import Size

MARKER = "▌"
"""What stands first in the row under the cursor, in the program and in the bare list alike."""

# The emulator would print these as text: private modes of newer keyboards, and device control strings.
_FOREIGN = re.compile(rb"\x1b\[[<=>][0-?]*[ -/]*[@-~]|\x1bP.*?\x1b\\", re.DOTALL)
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|P(?:(?!\x1b\\).)*)?\Z", re.DOTALL)


class Screen:
    """An emulated screen. Rows and columns count from 0."""

    def __init__(self, size: Size) -> None:
        self.size = size
        self._screen = pyte.Screen(size.columns, size.lines)
        self._stream = pyte.ByteStream(self._screen)
        self._unfed = b""

    def feed(self, written: bytes) -> None:
        """Take in what was written; half an escape sequence waits for its other half."""
        written = _FOREIGN.sub(b"", self._unfed + written)
        half = _UNFINISHED.search(written)
        self._unfed = half.group() if half else b""
        self._stream.feed(written[: half.start()] if half else written)

    def row(self, y: int, start: int = 0, end: int | None = None) -> str:
        """Row `y` from column `start` to column `end`."""
        cells = self._screen.buffer[y]
        return "".join(cells[x].data for x in range(start, self.size.columns if end is None else end))

    def rows(self, start: int = 0, end: int | None = None) -> list[str]:
        """All rows, each from column `start` to column `end`."""
        return [self.row(y, start, end) for y in range(self.size.lines)]

    def text(self) -> str:
        """All that is seen."""
        return "\n".join(self.rows())

    def cursor(self) -> int | None:
        """The row that carries the marker; None while none does."""
        buffer = self._screen.buffer
        return next((y for y in range(self.size.lines) if buffer[y][0].data == MARKER), None)
