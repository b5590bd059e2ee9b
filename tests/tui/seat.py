"""What the tests of the screen share: a person at the app, on a real desk with its real second process."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from tinydb import TinyDB

from triage.session import Session
from triage.settings import load
from triage.tui.app import TriageApp
from triage.tui.screens.desk import DeskScreen

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.pilot import Pilot


class Seat:
    """A person at the app: the keys they press and what they see."""

    def __init__(self, pilot: Pilot[None], session: Session) -> None:
        self.pilot = pilot
        self.session = session

    @property
    def screen(self) -> DeskScreen:
        screen = self.pilot.app.screen_stack[0]
        assert isinstance(screen, DeskScreen)
        return screen

    @property
    def headline(self) -> str:
        """The headline under the cursor."""
        row = self.screen.stories.row(self.screen.stories.cursor)
        assert row is not None
        return row.entry.headline

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait for something that the second process or a timer brings about."""
        app = self.pilot.app
        assert isinstance(app, TriageApp)
        for _ in range(1500):
            if true():
                return
            if app.failure:  # the app has ended: nothing comes true any more
                raise app.failure
            await self.pilot.pause(0.02)
        raise AssertionError("never came true; the list shows\n" + self.seen("list") + self.seen("facts"))

    def seen(self, pane: str) -> str:
        """The text of a pane as it stands on the screen."""
        widget = self.screen.query_one(f"#{pane}")
        return "\n".join(widget.render_line(y).text.rstrip() for y in range(widget.size.height))


@contextlib.asynccontextmanager
async def seated(desk, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Seat]:
    session = Session(load(None), desk.locations, "tester")
    app = TriageApp(session)
    try:
        async with app.run_test(size=size) as pilot:
            seat = Seat(pilot, session)
            await seat.until(lambda: seat.screen.opened)
            await seat.until(lambda: len(seat.screen.stories.ids) >= 5)
            yield seat
    finally:
        session.close()


def documents(desk) -> dict[str, dict]:
    with TinyDB(desk.store) as plain:
        return {one["headline"]: dict(one) for one in plain.table("stories").all()}
