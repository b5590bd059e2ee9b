"""Bars and small curves in characters: what is drawn of counts over time.

Where a terminal has ASCII alone, each glyph has its twin (terminal/symbols.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style

    from triage.tui.widgets.line_view import Piece

SOLID = " ▂▄▆█"
"""A cell of a bar that is filled by so many quarters; what is decided."""

TO_DO = "░"
"""A cell of what is still to do: another texture, so that no colour is needed to tell them apart."""

SLIVER = "▁"
"""A bar that is too low for a cell."""

CURVE = "▁▂▃▄▅▆▇█"
"""A count in one cell, from nothing to the most."""

VERSION, CORRECTION, KILL, BETWEEN = "●", "◆", "✗", "─"
"""A running story over time: its versions, and what lies between them."""

QUARTERS = 4


def curve(counts: Sequence[int], cells: int = 1) -> str:
    """So many cells a count; only nothing is at the very bottom."""
    most = max(counts, default=0)
    top = len(CURVE) - 1
    return "".join(cells * CURVE[max(1, round(count / most * top)) if count else 0] for count in counts)


def bars(
    done: Sequence[int], counts: Sequence[int], rows: int, width: int, inks: tuple[Style, Style], gap: int = 1
) -> list[list[Piece]]:
    """Columns of `width` cells and a `gap`, `rows` high: solid up to what is done, shaded up to all; the top row comes first.
    `inks` are for the two. A column is as many cells high as its count asks for; what is done of it is told by the quarter.

    Where the border between the two is within a cell, the left half of the column shows one and the right half the other.
    """
    most = max(counts, default=0)
    columns = [_Column.of(part, whole, most, rows) for part, whole in zip(done, counts, strict=True)]
    return [
        [piece for column in columns for piece in column.cell(row, width, inks, gap)] for row in reversed(range(rows))
    ]


@dataclass(frozen=True, slots=True)
class _Column:
    """A bar of so many cells, solid by so many quarters of a cell; 0 cells for a sliver of what is there."""

    cells: int
    solid: int
    there: bool

    @classmethod
    def of(cls, done: int, count: int, most: int, rows: int) -> _Column:
        """The bar for a count, of which some is done: a part is never shown as nothing or as all."""
        cells = round(count / most * rows) if count else 0
        full = max(1, cells) * QUARTERS
        solid = min(full - 1, max(1, round(done / count * full))) if 0 < done < count else full if done else 0
        return cls(cells, solid, bool(count))

    def cell(self, row: int, width: int, inks: tuple[Style, Style], gap: int) -> list[Piece]:
        """Its part in one row, and the gap behind it."""
        ink, to_do = inks
        if row >= self.cells:
            if row == 0 and self.there:
                return [(SLIVER * width, ink if self.solid else to_do), (" " * gap, to_do)]
            return [(" " * (width + gap), to_do)]  # what is blank has one style: each change of it is bytes on the line
        solid = min(QUARTERS, max(0, self.solid - row * QUARTERS))
        left = width if solid == QUARTERS else (width + 1) // 2 if solid else 0
        return [(SOLID[solid] * left, ink), (TO_DO * (width - left) + " " * gap, to_do)]
