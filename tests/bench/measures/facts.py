"""The facts worker: how soon it serves the story on the screen, how fast it is, what it needs."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tests.bench import processes, sights
from tests.bench.bench import ROOMY, Bench
from tests.bench.figure import Figure, Unit, median
from tests.bench.listener import Listener
from triage.model.message import Extracted, Progress

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.bench.desk import Desk
    from tests.bench.sitting import Sitting
    from triage.model.story import StoryId

PAGE_UP = "\x1b[5~"


def measure(bench: Bench) -> list[Figure]:
    """On the big pile beside the screen; then alone, on a pile that it gets through."""
    return [*_on_screen(bench), *_alone(bench)]


def _on_screen(bench: Bench) -> list[Figure]:
    """Facts of the story under the cursor, when the worker comes up and when it is busy with thousands of others."""
    desk = bench.big()
    at_once: list[float] = []
    on_the_way: list[float] = []
    for _ in range(bench.scale.rounds):
        desk.restore()
        with bench.triage(desk, ROOMY) as sitting:
            column = _at_the_oldest(sitting)
            up = sitting.started_until(sights.extracting)
            at_once.append(max(0.0, sitting.started_until(sights.with_facts(column)) - up))
            for _ in range(5):
                sitting.rest(0.5)
                sitting.press(PAGE_UP, sights.moved(sitting.screen))
                on_the_way.append(sitting.pressed_until(sights.with_facts(column)))
    return [
        Figure("facts under the cursor, once the worker is up", median(at_once), most=1.0),
        Figure("facts of a story just gone to, the worker busy", median(on_the_way), most=1.0),
    ]


def _at_the_oldest(sitting: Sitting) -> int:
    """Go to the story that the worker would come to last; the column in which headlines begin."""
    sitting.started_until(sights.full)
    sitting.rest(0.5)
    column = sights.headlines_from(sitting.screen)
    sitting.press("G", sights.moved(sitting.screen))
    return column


def _alone(bench: Bench) -> list[Figure]:
    desk = bench.new("facts", bench.scale.facts)
    desk.forget_index()
    extracted: dict[StoryId, float] = {}
    with Listener(desk.locations) as worker:
        for event in worker.events():
            if isinstance(event, Extracted):
                extracted |= dict.fromkeys(event.stories, time.perf_counter())
            elif isinstance(event, Progress) and event.phase == "idle" and event.extracted >= event.stories > 0:
                break
        peak = processes.peak_bytes(worker.pid)
    return [*_rates(desk, extracted, worker.started), Figure("worker, memory, peak", peak, Unit.MB)]


def _rates(desk: Desk, extracted: Mapping[StoryId, float], started: float) -> list[Figure]:
    """The first batch only starts the clock: how long the pipeline took to load is another figure."""
    first, last = min(extracted.values()), max(extracted.values())
    words = desk.words()
    counted = sum(words[story] for story, at in extracted.items() if at > first)
    return [
        Figure("worker, from its start to its first facts", first - started, Unit.SECONDS),
        Figure(f"worker, words of text a second ({desk.stories} stories)", counted / (last - first), Unit.WORDS),
    ]
