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

HELD, QUIET = 2, 20
"""Seconds for which a key is held, and for which nothing is done."""

MOST_READ = {NARROW: 3_500, ROOMY: None}
MOST_ROWS, MOST_TEXT = {NARROW: 700, ROOMY: 1_000}, {NARROW: 3_500, ROOMY: 7_000}
"""Bytes that are allowed."""

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
            held, text, rest = _held(sitting)
            reader = _reader(sitting)
        figures += [
            Figure(f"bytes for one cursor key, {size}, the rows", row, Unit.BYTES, bare=bare, most=MOST_ROWS[size]),
            Figure(
                f"bytes for one cursor key, {size}, with the text that follows", whole, Unit.BYTES, most=MOST_TEXT[size]
            ),
            Figure(f"bytes for the next story's text, read, {size}", reader, Unit.BYTES, most=MOST_READ[size]),
            Figure(f"j held {HELD} s, {size}: bytes while held", held, Unit.BYTES),
            Figure(f"j held {HELD} s, {size}: bytes once it rests", text, Unit.BYTES, most=MOST_TEXT[size]),
            Figure(f"at rest, {size}: bytes in {QUIET} s", rest, Unit.BYTES, most=0),
        ]
    return figures


def _reader(sitting: Sitting) -> float | None:
    """The bytes of the next story's text, read with J."""
    sitting.terminal.send("\r")
    sitting.rest(REST)
    wholes = []
    for _ in range(KEYS):
        sitting.terminal.send("J")
        wholes.append(float(sitting.rest(REST)))
    return median(wholes)


def _held(sitting: Sitting) -> tuple[float, float, float]:
    """The bytes while j is held, those that follow, and those of the rest."""
    sitting.terminal.send("g")
    sitting.rest(REST)
    held = 0.0
    for _ in range(HELD * 30):
        sitting.terminal.send("j")
        held += sitting.rest(1 / 30)
    text = float(sitting.rest(2.0))
    return held, text, float(sitting.rest(QUIET))


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
