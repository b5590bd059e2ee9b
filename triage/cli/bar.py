"""A progress bar on standard error, only where somebody sees it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from triage.cli.ending import write_error

if TYPE_CHECKING:
    from types import TracebackType

_WIDTH = 20


class Bar:
    """One line that is drawn over itself, and is gone when the work is done. Silent unless standard error is a terminal."""

    def __init__(self) -> None:
        self._seen = sys.stderr.isatty()
        self._drawn = False

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def show(self, doing: str, done: int = 0, total: int = 0) -> None:
        """Say what is being done and how far it is: `reading ▰▰▰▱▱ 120 of 2,500`."""
        if not self._seen:
            return
        line = f"{doing} …"
        if total:
            full = _WIDTH * done // total
            line = f"{doing} {'▰' * full}{'▱' * (_WIDTH - full)} {done:,} of {total:,}"
        write_error(f"\r{line}\x1b[K")
        self._drawn = True

    def clear(self) -> None:
        """Leave the line empty for what comes next."""
        if self._drawn:
            write_error("\r\x1b[K")
            self._drawn = False
