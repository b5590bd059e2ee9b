"""Piles of three sizes: what grows with the number of stories, and what must not."""

from __future__ import annotations

import subprocess
import sys
import time
from collections import defaultdict
from typing import TYPE_CHECKING

from tests.bench import processes, sights
from tests.bench.bench import ROOMY, Bench
from tests.bench.figure import Figure, Unit, median
from tests.bench.listener import Listener
from tests.bench.measures.keys import LETTER, PACE, TAG

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.bench.desk import Desk
    from tests.bench.sitting import Sitting

UNDO = "u"
GROWTH = 1.3
"""How many times the big pile's figure the huge pile's may be."""

BESIDE_BARE = 1.5
"""How many times the bare list's a key's time may be, whatever the size of the pile."""

LIMIT = 300.0
"""Seconds after which files that are not listed count as lost."""

Series = dict[int, list[float]]
"""Values by the size of the pile."""


def measure(bench: Bench) -> list[Figure]:
    """All sizes in turn, again and again, so that the machine's moods meet them all."""
    sizes = (bench.scale.small, bench.scale.big, bench.scale.huge)
    taken: dict[str, Series] = defaultdict(lambda: defaultdict(list))
    desks = {size: bench.pile(size) for size in sizes}
    for desk in desks.values():
        desk.restore()
    desks[bench.scale.big].restore()
    for number in range(bench.scale.rounds + 1):  # the first finds neither compiled modules nor warm files
        bench.say(f"round {number} of {bench.scale.rounds}")
        for size, desk in desks.items():
            into = taken if number else defaultdict[str, Series](lambda: defaultdict(list))
            _bare(bench, size, into)
            desk.settle()
            _ours(bench, desk, into)
    for size, desk in desks.items():
        with Listener(desk.locations) as worker:
            taken["rescan"][size].append(worker.rescan())
        taken["command"][size].append(_command(bench, desk))
        taken["filing"][size].extend([bench.filing[size]] if size in bench.filing else [])
    return [*_figures(sizes, taken), *_reading(bench)]


def _bare(bench: Bench, size: int, taken: dict[str, Series]) -> None:
    with bench.bare_list(ROOMY, size) as sitting:
        taken["bare start"][size].append(sitting.started_until(sights.full))
        sitting.rest(1.0)
        for _ in range(bench.scale.keys):
            taken["bare"][size].append(sitting.press("j", sights.moved(sitting.screen)))
            sitting.rest(PACE)


def _ours(bench: Bench, desk: Desk, taken: dict[str, Series]) -> None:
    size = desk.stories
    with bench.triage(desk, ROOMY) as sitting:
        taken["start"][size].append(sitting.started_until(sights.full))
        sitting.started_until(sights.extracting)
        sitting.rest(1.0)
        column = sights.headlines_from(sitting.screen)
        for _ in range(bench.scale.keys):
            taken["cursor"][size].append(sitting.press("j", sights.moved(sitting.screen)))
            sitting.rest(PACE)
            taken["tag"][size].append(_letter(sitting, TAG, column, 1))
            sitting.rest(PACE)
            taken["undo"][size].append(_letter(sitting, UNDO, column, -1))
            sitting.rest(PACE)
        taken["memory"][size].append(processes.peak_bytes(sitting.terminal.pid))


def _letter(sitting: Sitting, key: str, column: int, by: int) -> float:
    return sitting.press(key, sights.tagged(sitting.screen, LETTER, column, by))


def _command(bench: Bench, desk: Desk) -> float:
    """Seconds that `triage list` takes, a look at the inbox and the start of a worker included."""
    command = [sys.executable, "-m", "triage", "list", "--inbox", str(desk.inbox), "day:1999-12-31"]
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=bench.environment())
    return time.perf_counter() - began


def _figures(sizes: tuple[int, int, int], taken: dict[str, Series]) -> Iterable[Figure]:
    yield from _curve("start, listed", taken["start"], sizes)
    yield from _curve("memory of the screen's process, peak", taken["memory"], sizes, unit=Unit.MB, most=150 * 2.0**20)
    for key in ("cursor", "tag", "undo"):
        yield from _curve(f"{key} key", taken[key], sizes, bare=taken["bare"])
    yield from _curve(
        "look at the inbox, nothing new", taken["rescan"], sizes, unit=Unit.SECONDS, all_most=2.0, grows=True
    )
    yield from _curve("`triage list`, whole command", taken["command"], sizes, unit=Unit.SECONDS, grows=True)
    if all(taken["filing"][size] for size in sizes):  # not where the desks were there
        yield from _curve("into the index, a story, reading apart", taken["filing"], sizes)


def _curve(
    name: str,
    values: Series,
    sizes: tuple[int, int, int],
    *,
    unit: Unit = Unit.MS,
    bare: Series | None = None,
    most: float | None = None,
    all_most: float | None = None,
    grows: bool = False,
) -> Iterable[Figure]:
    """A line a size, drawn beside; then how the huge pile compares with the big one, unless it `grows` with the pile by
    nature. `most` is for the big pile, `all_most` for each."""
    middle = {size: median(values[size]) or 0.0 for size in sizes}
    top = max(middle.values()) or 1.0
    for size in sizes:
        bound = most if size == sizes[1] else all_most
        beside = {"bare": median(bare[size]), "times": BESIDE_BARE} if bare else {}
        drawn = "▇" * max(1, round(20 * middle[size] / top))
        yield Figure(f"{name}, {size:,} stories", middle[size], unit, most=bound, note=drawn, **beside)
    if not grows:
        yield Figure(f"{name}, {sizes[2]:,} beside {sizes[1]:,}", middle[sizes[2]], unit, bare=middle[sizes[1]],
                     times=GROWTH)  # fmt: skip


def _reading(bench: Bench) -> Iterable[Figure]:
    """How long new files take to be listed, with the app open and in use."""
    bare: list[float] = []
    with bench.bare_list(ROOMY, bench.scale.big) as sitting:
        sitting.started_until(sights.full)
        for _ in range(bench.scale.keys):
            bare.append(sitting.press("j", sights.moved(sitting.screen)))
            sitting.rest(PACE)
    for size in (bench.scale.small, bench.scale.big):
        desk = bench.new(f"unread-{size}", size)
        desk.forget_index()
        stories = len(desk.words())  # of exact copies, one is listed
        keys: list[float] = []
        with bench.triage(desk, ROOMY) as sitting:
            sitting.started_until(sights.full)
            while (
                not sights.all_read(sitting.screen, stories) and time.perf_counter() - sitting.terminal.started < LIMIT
            ):
                keys.append(sitting.press("j", sights.moved(sitting.screen)))
                sitting.rest(PACE)
            taken = time.perf_counter() - sitting.terminal.started
        rate = f"{size / taken:,.0f} stories a second"
        most = 60.0 * size / 20_000 if size >= 20_000 else None
        yield Figure(f"{size:,} new files, all listed, the list in use", taken, Unit.SECONDS, most=most, note=rate)
        yield Figure(f"{size:,} new files, cursor key meanwhile", median(keys), bare=median(bare), times=2.0)
