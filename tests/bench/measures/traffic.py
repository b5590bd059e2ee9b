"""What one cursor key sends to the terminal: what a slow line has to carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench import sights
from tests.bench.bench import NARROW, ROOMY, Bench
from tests.bench.figure import Figure, Unit, median

if TYPE_CHECKING:
    from tests.bench.sitting import Sitting

KEYS = 10
ROW = 0.04
"""Seconds after a key in which the row is drawn, and before the text beside it follows."""

REST = 0.6
"""Seconds after which nothing more comes."""


def measure(bench: Bench) -> list[Figure]:
    """On a pile that is read and extracted, so that nothing but the key is answered."""
    desk = bench.new("facts", bench.scale.facts)
    desk.put_facts(desk.stories)
    figures = []
    for size in (NARROW, ROOMY):
        with bench.bare_list(size, desk.stories) as sitting:
            sitting.started_until(sights.full)
            bare, _ = _bytes(sitting)
        with bench.triage(desk, size) as sitting:
            sitting.started_until(sights.full)
            row, whole = _bytes(sitting)
        figures.append(Figure(f"bytes for one cursor key, {size}, the rows", row, Unit.BYTES, bare=bare))
        figures.append(Figure(f"bytes for one cursor key, {size}, with the text that follows", whole, Unit.BYTES))
    return figures


def _bytes(sitting: Sitting) -> tuple[float | None, float | None]:
    """The bytes of a key's first answer, and of all that follows."""
    sitting.rest(5.0)
    rows, wholes = [], []
    for _ in range(KEYS):
        before = len(sitting.terminal.pieces)
        moved = sitting.press("j", sights.moved(sitting.screen))
        sitting.rest(REST)
        pieces = sitting.terminal.pieces[before:]
        drawn = sitting.pressed + moved + ROW
        rows.append(sum(len(piece.written) for piece in pieces if piece.at <= drawn))
        wholes.append(sum(len(piece.written) for piece in pieces))
    return median(rows), median(wholes)
