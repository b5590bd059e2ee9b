"""One line of the table: what was measured, against what, and how much of it is allowed."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME, VALUE, RATIO, BOUND = 62, 11, 8, 12
"""How wide the table's columns are."""


class Unit(Enum):
    """How a value is written: what a second, a byte, a word or one of something is multiplied by, and what follows."""

    MS = (1e3, " ms", 1)
    SECONDS = (1.0, " s", 2)
    MB = (1 / (1 << 20), " MB", 0)
    BYTES = (1.0, " B", 0)
    WORDS = (1.0, " w/s", 0)

    def words(self, value: float) -> str:
        """The value as the table shows it."""
        factor, name, digits = self.value
        return f"{value * factor:,.{digits}f}{name}"

    def bound(self, value: float) -> str:
        """A round value, written so."""
        factor, name, _ = self.value
        return f"{value * factor:g}{name}"


@dataclass(frozen=True, slots=True)
class Figure:
    """`ours` and `bare` in seconds or bytes. `times` is how many times the bare one is allowed, `most` the most without one."""

    name: str
    ours: float | None
    unit: Unit = Unit.MS
    bare: float | None = None
    times: float | None = None
    most: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times the bare one's."""
        return self.ours / self.bare if self.ours is not None and self.bare else None

    @property
    def missed(self) -> bool:
        """Whether the bound is missed."""
        if self.times is not None:
            return self.ratio is None or self.ratio > self.times
        return self.most is not None and (self.ours is None or self.ours > self.most)

    def line(self) -> str:
        """The figure as a line of the table."""
        ours = "-" if self.ours is None else self.unit.words(self.ours)
        bare = "" if self.bare is None else self.unit.words(self.bare)
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}x"
        bound = (
            f"<= {self.times:g}x" if self.times else f"<= {self.unit.bound(self.most)}" if self.most is not None else ""
        )
        mark = "MISSED" if self.missed else "ok" if bound else ""
        columns = (
            f"{self.name:{NAME}}{ours:>{VALUE}}{bare:>{VALUE}}{ratio:>{RATIO}}  {bound:{BOUND}}{mark:8}{self.note}"
        )
        return columns.rstrip()


def heading() -> str:
    """What stands above the columns."""
    return f"{'':{NAME}}{'ours':>{VALUE}}{'bare':>{VALUE}}{'ratio':>{RATIO}}  {'bound':{BOUND}}"


def median(values: Sequence[float]) -> float | None:
    """The middle one; None of none."""
    return statistics.median(values) if values else None


def p95(values: Sequence[float]) -> float | None:
    """The one that 95 in a hundred do not exceed; None of none."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))] if values else None
