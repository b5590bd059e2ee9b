"""A feed that comes back: thousands of files at once, on the big pile, and keys while they are read in."""

from __future__ import annotations

import time

from tests.bench import sights
from tests.bench.bench import ROOMY, Bench
from tests.bench.figure import Figure, Unit, median, p95
from tests.bench.measures.keys import LETTER, PACE, TAG

LIMIT = 120.0
"""Seconds after which a burst that is not read in counts as lost."""


def measure(bench: Bench) -> list[Figure]:
    """Keys in the bare list, then in the app while the burst is read, then how soon it was."""
    bare, cursor, tag = list[float](), list[float](), list[float]()
    with bench.bare_list(ROOMY, bench.scale.big) as sitting:
        sitting.started_until(sights.full)
        sitting.rest(1.0)
        for _ in range(bench.scale.keys):
            bare.append(sitting.press("j", sights.moved(sitting.screen)))
            sitting.rest(PACE)
    desk = bench.big()
    desk.restore()
    with bench.triage(desk, ROOMY) as sitting:
        sitting.started_until(sights.extracting)
        sitting.rest(1.0)
        column = sights.headlines_from(sitting.screen)
        desk.put_burst(bench.scale.burst)
        began = time.perf_counter()
        enough = bench.scale.burst * 0.99  # one in thousands may be a version of another
        while sights.arrived(sitting.screen) < enough and time.perf_counter() - began < LIMIT:
            cursor.append(sitting.press("j", sights.moved(sitting.screen)))
            sitting.rest(PACE)
            tag.append(sitting.press(TAG, sights.tagged(sitting.screen, LETTER, column)))
            sitting.rest(PACE)
        taken = time.perf_counter() - began
        arrived = sights.arrived(sitting.screen)
    desk.take_burst()
    name = f"{bench.scale.burst:,} files at once"
    middle, rare = median(bare), p95(bare)
    return [
        Figure(f"{name}, cursor key meanwhile, median", median(cursor), bare=middle, times=2.0, note=f"{len(cursor)} keys"),
        Figure(f"{name}, cursor key meanwhile, 95th percentile", p95(cursor), bare=rare, times=4.0),
        Figure(f"{name}, tag key meanwhile, median", median(tag), bare=middle, times=2.0),
        Figure(f"{name}, tag key meanwhile, 95th percentile", p95(tag), bare=rare, times=4.0),
        Figure(f"{name}, all of them listed as arrivals", taken, Unit.SECONDS, note=f"{arrived:,} of them"),
    ]  # fmt: skip
