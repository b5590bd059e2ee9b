"""What a person at the end of a slow line sees: 200 ms there and back, 9,600 bytes a second."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.bench import sights
from tests.bench.bench import NARROW, ROOMY, Bench
from tests.bench.figure import Figure, median
from tests.bench.line import SlowTerminal

if TYPE_CHECKING:
    from tests.bench.sitting import Sitting

KEYS, HELD = 8, 2
REST = 2.0
"""Seconds after which the line is empty."""

SOON = 0.15
"""Seconds after a key in which the text beside the list has begun to follow, and the line is full of it."""


def measure(bench: Bench) -> list[Figure]:
    """On a pile that is read and extracted; with a terminal that answers, and with one that does not."""
    desk = bench.new("facts", bench.scale.facts)
    desk.put_facts(desk.stories)
    figures = []
    for size, answers in ((NARROW, True), (ROOMY, True), (ROOMY, False)):
        with bench.triage(desk, size, partial(SlowTerminal, answers=answers)) as sitting:
            sitting.started_until(sights.full)
            sitting.rest(6.0)
            rested, hurried = _keys(sitting, REST), _keys(sitting, SOON)
            behind, lost = _hold(sitting)
        name = f"{size}{'' if answers else ', a terminal that does not answer'}"
        figures += [
            Figure(f"cursor key, the line empty, {name}", rested, most=0.6),
            Figure(f"cursor key, the line busy, {name}", hurried, most=0.6),
            Figure(f"behind when j was held {HELD} s, {name}", behind, most=1.0, note=f"keys lost: {lost}"),
        ]
    return figures


def _keys(sitting: Sitting, pause: float) -> float | None:
    taken = []
    for _ in range(KEYS):
        taken.append(sitting.press("j", sights.moved(sitting.screen)))
        sitting.rest(pause)
    sitting.rest(REST)
    return median(taken)


def _story(sitting: Sitting) -> str:
    """What the row under the cursor says, on whichever line of the screen it is."""
    return (sights.under_cursor(sitting.screen) or (0, ""))[1]


def _hold(sitting: Sitting) -> tuple[float, int]:
    """Seconds from the last key to the last row's arrival, the round trip apart; and how many keys were lost."""
    sitting.terminal.send("g")
    sitting.rest(REST)
    presses = HELD * 30
    taken = sitting.hold("j", presses, 1 / 30, sights.under_cursor, quiet=REST)
    sitting.rest(REST)
    after = _story(sitting)
    sitting.terminal.send("g")
    sitting.rest(REST)
    for _ in range(presses):
        sitting.terminal.send("j")
        sitting.rest(0.12)
    while sitting.terminal.read(REST):  # where nobody answers, all that was sent on the way is still to come
        pass
    sitting.rest(0.0)
    return max(0.0, taken - 0.2), int(_story(sitting) != after)
