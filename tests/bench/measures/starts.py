"""Starts on piles that the index knows: from the command to a list, and to a key that it has answered."""

from __future__ import annotations

import subprocess
import sys
import time
from collections import defaultdict
from typing import TYPE_CHECKING

from tests.bench import sights
from tests.bench.bench import ROOMY, Bench
from tests.bench.figure import Figure, Unit, median
from tests.bench.screen import MARKER, Screen

if TYPE_CHECKING:
    from tests.bench.sitting import Sitting

KNOWN = {"small": 1.3, "big": 1.5}
"""How many times the bare app's start is allowed, by pile."""

BREATH = 0.3
"""Seconds between two starts, in which the system clears away the first."""

CALM = 1.5
"""How many times its quickest the bare app's median start may take on a machine that has time for us."""


def measure(bench: Bench) -> list[Figure]:
    """Every start in turn, again and again, so that the machine's moods meet them all."""
    seconds: dict[str, list[float]] = defaultdict(list)
    desks = {"small": bench.small(), "big": bench.big()}
    for desk in desks.values():
        desk.restore()
    for _ in range(bench.scale.starts + 1):
        _breathe()
        seconds["floor"].append(_import_textual())
        _breathe()
        with bench.bare_app(ROOMY) as app:
            seconds["app"].append(app.started_until(_ready))
        _breathe()
        _list_and_key(bench.bare_list(ROOMY, bench.scale.big), "list", seconds)
        for name, desk in desks.items():
            desk.settle()
            _breathe()
            _list_and_key(bench.triage(desk, ROOMY), name, seconds)
    # The first of each found neither compiled modules nor warm files.
    middle = {name: median(values[1:]) for name, values in seconds.items()}
    bare = sorted(seconds["app"][1:])
    spread = f"the bare app took {Unit.MS.words(bare[0])} to {Unit.MS.words(bare[-1])}"
    if bare[len(bare) // 2] > CALM * bare[0]:
        bench.say(f"{spread}: the machine is too busy for its ratios to mean much")
    figures = [
        Figure("import textual.app", middle["floor"], bare=middle["app"], note=f"for orientation; {spread}"),
        Figure("bare list, listed", middle["list"], bare=middle["app"], note="for orientation"),
    ]
    for name, times in KNOWN.items():
        count = f"{desks[name].stories:,} known stories"
        figures.append(Figure(f"{count}, listed", middle[name], bare=middle["app"], times=times))
        figures.append(Figure(f"{count}, a key answered", middle[f"{name}+key"], bare=middle["list+key"]))
    return figures


def _breathe() -> None:
    """Let the system clear away the program before."""
    time.sleep(BREATH)  # that it has done so shows in nothing that could be waited for


def _list_and_key(sitting: Sitting, name: str, seconds: dict[str, list[float]]) -> None:
    with sitting:
        sitting.type_when(MARKER, "j")
        seconds[name].append(sitting.started_until(sights.full))
        seconds[f"{name}+key"].append(sitting.started_until(sights.on_second))


def _ready(screen: Screen) -> bool:
    return screen.row(0).startswith("ready")


def _import_textual() -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import textual.app"], check=True)
    return time.perf_counter() - began
