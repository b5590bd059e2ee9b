"""Keys, on the big pile, with the facts worker busy: from the press to the row's change on the screen."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.bench import processes, sights
from tests.bench.bench import ROOMY, Bench
from tests.bench.figure import Figure, Unit, median, p95

if TYPE_CHECKING:
    from tests.bench.desk import Desk
    from tests.bench.sitting import Sitting

PACE = 0.25
"""Seconds between two keys of somebody who looks at each row."""

HELD = 1 / 30
"""Seconds between two keys of somebody who holds one down."""

TAG, LETTER, NAME = "n", "N", '"NATO"'
"""The key of a tag, how a row says that it has it, and how the journal does."""


@dataclass
class Taken:
    """Seconds from each press to what it was to change, and bytes of memory."""

    bare: list[float] = field(default_factory=list)
    bare_held: list[float] = field(default_factory=list)
    bare_memory: list[float] = field(default_factory=list)
    cursor: list[float] = field(default_factory=list)
    held: list[float] = field(default_factory=list)
    preview: list[float] = field(default_factory=list)
    tag: list[float] = field(default_factory=list)
    on_disk: list[bool] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)


def measure(bench: Bench) -> list[Figure]:
    """Rounds of keys in the bare list and in the app, in turn."""
    desk = bench.big()
    taken = Taken()
    for number in range(bench.scale.rounds):
        bench.say(f"round {number + 1} of {bench.scale.rounds}")
        _bare(bench, taken)
        desk.restore()
        _ours(bench, desk, taken)
    return _figures(bench, taken)


def _figures(bench: Bench, taken: Taken) -> list[Figure]:
    bare, bare_p95 = median(taken.bare), p95(taken.bare)
    on_disk = f"on disk by then: {sum(taken.on_disk)} of {len(taken.on_disk)}"
    decisions = f"tag key, {bench.scale.decisions:,} decisions"
    return [
        Figure("cursor key, median", median(taken.cursor), bare=bare, times=2.0),
        Figure("cursor key, 95th percentile", p95(taken.cursor), bare=bare_p95, times=4.0),
        Figure("cursor key held, 30 a second: the last one's", median(taken.held), bare=median(taken.bare_held)),
        Figure("preview after a cursor key, median", median(taken.preview), most=0.15),
        Figure("preview after a cursor key, 95th percentile", p95(taken.preview), most=0.15),
        Figure(f"{decisions}, median", median(taken.tag), bare=bare, times=2.0, note=on_disk),
        Figure(f"{decisions}, 95th percentile", p95(taken.tag), bare=bare_p95, times=4.0),
        Figure("memory of the screen's process, peak", median(taken.memory), Unit.MB, bare=median(taken.bare_memory)),
    ]


def _bare(bench: Bench, taken: Taken) -> None:
    with bench.bare_list(ROOMY, bench.scale.big) as sitting:
        sitting.started_until(sights.full)
        sitting.rest(1.0)
        for _ in range(bench.scale.keys):
            taken.bare.append(sitting.press("j", sights.moved(sitting.screen)))
            sitting.rest(PACE)
        taken.bare_held.append(sitting.hold("j", bench.scale.keys, HELD, sights.under_cursor))
        taken.bare_memory.append(processes.peak_bytes(sitting.terminal.pid))


def _ours(bench: Bench, desk: Desk, taken: Taken) -> None:
    with bench.triage(desk, ROOMY) as sitting:
        sitting.started_until(sights.extracting)
        sitting.rest(1.0)
        column = sights.headlines_from(sitting.screen)
        for _ in range(bench.scale.keys):
            taken.cursor.append(sitting.press("j", sights.moved(sitting.screen)))
            taken.preview.append(sitting.pressed_until(sights.previewed(column)))
            sitting.rest(PACE)
            _tag(sitting, desk, column, taken)
            sitting.rest(PACE)
        taken.held.append(sitting.hold("j", bench.scale.keys, HELD, sights.under_cursor))
        taken.memory.append(processes.peak_bytes(sitting.terminal.pid))
        if not sights.extracting(sitting.screen):
            bench.say("the worker had nothing left to do: make --big bigger")


def _tag(sitting: Sitting, desk: Desk, column: int, taken: Taken) -> None:
    """One tag key, and whether the journal had it when the screen showed it, by the file's own time."""
    seconds = sitting.press(TAG, sights.tagged(sitting.screen, LETTER, column))
    shown = time.time() - time.perf_counter() + sitting.pressed + seconds
    journal = desk.store.with_name(f"{desk.store.name}.journal")
    last = journal.read_text().rpartition("\n")[0].rpartition("\n")[2]
    taken.tag.append(seconds)
    taken.on_disk.append(NAME in last and journal.stat().st_mtime <= shown)
