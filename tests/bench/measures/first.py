"""The first start on files that the program has never seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench import sights, wire
from tests.bench.bench import ROOMY, Bench
from tests.bench.figure import Figure, Unit, median

if TYPE_CHECKING:
    from tests.bench.screen import Screen


def measure(bench: Bench) -> list[Figure]:
    """The first screenful, then all the others, and whether the cursor's row stayed where it was meanwhile."""
    desk = bench.new("new", bench.scale.small)
    bare, listed, filled = [], [], []
    notes = set()
    stories = len(desk.words())  # of exact copies, one is listed
    for _ in range(bench.scale.first_starts + 1):
        with bench.bare_app(ROOMY) as app:
            bare.append(app.started_until(lambda screen: "ready" in screen.row(0)))
        desk.forget_index()
        with bench.triage(desk, ROOMY) as sitting:
            listed.append(sitting.started_until(sights.full))
            stood = sights.under_cursor(sitting.screen)
            newest = _says(sitting.screen, wire.code(0))
            filled.append(sitting.started_until(lambda screen: sights.all_read(screen, stories)))
            notes.add("cursor stayed" if sights.under_cursor(sitting.screen) == stood else "CURSOR MOVED")
            sitting.press("G", sights.moved(sitting.screen))
            if not bench.given:  # of given stories nobody knows the order
                ordered = newest and _says(sitting.screen, wire.code(desk.stories - 1))
                notes.add("newest first" if ordered else "NEWEST NOT FIRST")
    return [
        Figure(f"{desk.stories:,} new files, first screenful", median(listed[1:]), bare=median(bare[1:]), times=2.0,
               note=", ".join(sorted(notes))),
        Figure(f"{desk.stories:,} new files, all listed", median(filled[1:]), Unit.SECONDS, most=8.0),
    ]  # fmt: skip


def _says(screen: Screen, words: str) -> bool:
    """Whether the row under the cursor says so."""
    return words in screen.row(screen.cursor() or 0)
