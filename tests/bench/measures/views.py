"""Going elsewhere on the big pile: views, results as a query is typed, and a story of thousands of lines."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tests.bench import sights, wire
from tests.bench.bench import ROOMY, Bench
from tests.bench.figure import Figure, median, p95
from tests.bench.measures.keys import PACE

if TYPE_CHECKING:
    from tests.bench.desk import Desk
    from tests.bench.screen import Screen
    from tests.bench.sitting import Sitting

VIEWS = "410031"
"""Keys of views, one after the other, each another list than the one before."""

TYPED = ("sanctions", "convoy under", "place:tur")
LINES = 3_000


def measure(bench: Bench) -> list[Figure]:
    """On the big pile, the worker busy; the long story on a desk of its own, its newest."""
    desk = bench.big()
    desk.restore()
    shown: dict[str, list[float]] = {key: [] for key in VIEWS}
    typed: list[float] = []
    with bench.triage(desk, ROOMY) as sitting:
        sitting.started_until(sights.extracting)
        sitting.rest(1.0)
        for _ in range(max(3, bench.scale.keys // 4)):
            for key in VIEWS:
                shown[key].append(_switch(sitting, key))
                sitting.rest(2 * PACE)
        for query in TYPED:
            typed += _type(sitting, query)
    figures = [Figure(f"view {key}, listed", median(taken), most=0.05) for key, taken in sorted(shown.items())]
    figures += [
        Figure("results as a query is typed, median of a letter", median(typed), most=0.1),
        Figure("results as a query is typed, 95th percentile", p95(typed), most=0.1),
    ]
    return [*figures, *_long(bench)]


def _switch(sitting: Sitting, key: str) -> float:
    """Seconds until the header's left end, which says what is listed, is another."""
    before = _listed(sitting.screen)
    return sitting.press(key, lambda screen: _listed(screen) != before)


def _listed(screen: Screen) -> str:
    return screen.row(0).strip().partition(" " * 4)[0]


def _type(sitting: Sitting, query: str) -> list[float]:
    """Seconds from each letter to the last change of how many stories the prompt says there are."""
    sitting.press("/", lambda screen: "/" in screen.row(screen.size.lines - 2) + screen.row(screen.size.lines - 3))
    taken = []
    for letter in query:
        seconds = sitting.hold(letter, 1, 0.0, sights.matches)
        if seconds > 0:  # as many as before: nothing to see
            taken.append(seconds)
    sitting.terminal.send("\x1b")
    sitting.rest(1.0)
    return taken


def _long(bench: Bench) -> list[Figure]:
    """A story of thousands of lines beside one of twenty: from `enter` to its page over the whole screen."""
    desk = bench.new("long", bench.scale.facts)
    _put_long(desk)
    desk.put_index()
    desk.put_facts(2)
    opened: dict[str, list[float]] = {"long": [], "usual": []}
    with bench.triage(desk, ROOMY) as sitting:
        sitting.started_until(sights.full)
        sitting.rest(3.0)
        for _ in range(max(3, bench.scale.keys // 4)):
            for name, way in (("long", "j"), ("usual", "k")):
                opened[name].append(sitting.press("\r", lambda screen: screen.cursor() is None))
                sitting.rest(2 * PACE)
                sitting.press("\x1b", lambda screen: screen.cursor() is not None)
                sitting.rest(2 * PACE)
                sitting.press(way, sights.moved(sitting.screen))
                sitting.rest(2 * PACE)
    long, usual = median(opened["long"]), median(opened["usual"])
    most = usual + 0.05 if usual is not None else None
    return [
        Figure(f"a story of {LINES:,} lines, opened", long, bare=usual, most=most, note="beside it: a usual one"),
    ]


def _put_long(desk: Desk) -> None:
    """The newest story of the desk: as many lines as paragraphs."""
    path = desk.inbox / "long.txt"
    lines = (f"Line {number} of the register names another parcel of land." for number in range(LINES))
    path.write_text(f"Date: {wire.NEWEST.isoformat()}\n\nThe whole register\n\n" + "\n\n".join(lines) + "\n")
    at = wire.NEWEST.timestamp() + 60
    os.utime(path, (at, at))
