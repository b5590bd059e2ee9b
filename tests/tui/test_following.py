"""The text follows the list, whatever happens meanwhile: a machine that stands still, an index that cannot be read just now."""

from __future__ import annotations

import sys

from seat import seated
from textual import _time

from triage.errors import IndexUnusableError


async def test_a_machine_that_stands_still_as_a_wait_begins_loses_nothing(desk, monkeypatch):
    now = _time.get_time

    def after_a_standstill() -> float:
        """A second later than it was when the timer that asks has begun, if it goes off once."""
        waiting = sys._getframe(1).f_locals
        begun = "start" in waiting and getattr(waiting.get("self"), "_repeat", None) == 0
        return now() + begun

    async with seated(desk) as seat:
        await seat.until(lambda: "We lost two cranes" in seat.seen("reader"))
        monkeypatch.setattr(_time, "get_time", after_a_standstill)
        await seat.press("j")
        await seat.until(lambda: "Kari Holm" in seat.seen("reader"))
        await seat.press("d")
        await seat.until(lambda: seat.screen._counting is None)
        await seat.press("slash", *"cranes")
        await seat.until(lambda: len(seat.screen.stories.ids) == 1)


async def test_an_index_that_cannot_be_read_just_now_is_said_and_read_again(desk, monkeypatch):
    async with seated(desk) as seat:
        await seat.until(lambda: "We lost two cranes" in seat.seen("reader"))
        read, asked = seat.session.story, []

        def story(wanted):
            asked.append(wanted)
            if len(asked) == 1:
                raise IndexUnusableError("index.sqlite: database is locked", title="Index unusable")
            return read(wanted)

        monkeypatch.setattr(seat.session, "story", story)
        await seat.press("j")
        await seat.until(lambda: "database is locked" in seat.seen("footer"))
        await seat.until(lambda: "Kari Holm" in seat.seen("reader"))


async def test_rows_that_cannot_be_read_just_now_are_drawn_as_soon_as_they_can(desk, monkeypatch):
    for number in range(60):
        desk.add(
            f"n{number}.txt", f"Report {number * 7} on ships\n\nBERGEN (Sample Wire) - Ships sailed {number} miles.\n"
        )
    async with seated(desk, (80, 24)) as seat:
        await seat.until(lambda: len(seat.screen.stories.ids) >= 60)
        await seat.until(lambda: seat.screen.progress is not None and seat.screen.progress.phase == "idle")
        first = seat.seen("list").splitlines()[0]
        rows = seat.session.rows
        asked = []

        def unreadable(*_, **__):
            asked.append(1)
            raise IndexUnusableError("index.sqlite: database is locked", title="Index unusable")

        monkeypatch.setattr(seat.session, "rows", unreadable)
        await seat.press("d")
        assert seat.seen("list").splitlines()[0] == first, "what is there stays"
        seat.screen.stories._rows.clear()
        seat.screen.stories._drawn.clear()
        await seat.press("G", "k")
        assert "database is locked" in seat.seen("footer")
        assert "Report" not in seat.seen("list")
        assert len(asked) < 5, "not once a row: each time may have to wait"
        monkeypatch.setattr(seat.session, "rows", rows)
        await seat.until(lambda: seat.seen("list").count("Report") > 15)
        await seat.press("g")
        await seat.until(lambda: "D··" in seat.seen("list").splitlines()[0])


async def test_a_key_that_asks_an_index_that_cannot_be_read_is_told_why(desk, monkeypatch):
    async with seated(desk) as seat:
        await seat.until(lambda: "We lost two cranes" in seat.seen("reader"))

        def story(_):
            raise IndexUnusableError("index.sqlite: database is locked", title="Index unusable")

        monkeypatch.setattr(seat.session, "story", story)
        await seat.press("y")
        assert "database is locked" in seat.seen("footer")
        monkeypatch.undo()
        await seat.press("y")
        assert "copied" in seat.seen("footer")
