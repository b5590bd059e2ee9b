"""A person at the sample inbox, in a folder of its own: keys are pressed, and what is wanted is waited for."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import re
import shutil
from typing import TYPE_CHECKING

from tests.bench.listener import Listener
from triage.locations import Locations
from triage.session import Session
from triage.settings import load
from triage.tui.app import TriageApp
from triage.tui.widgets.bar import Bar
from triage.tui.widgets.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from textual.pilot import Pilot

WHEN = re.compile(r"(\d{4})-(\d\d)-(\d\d)-(\d\d)(\d\d)")
"""When a sample story came in, as its file's name says."""

OTHERS = dt.datetime(2018, 4, 27, 12, tzinfo=dt.UTC)
"""When the others came in."""

PATIENCE = 60.0
"""Seconds within which anything shows."""


def lay_out(inbox: Path, folder: Path) -> Locations:
    """A copy of the inbox in the folder, its files as old as they say, with all facts extracted; nothing else is read or
    written anywhere."""
    for name, place in (("TRIAGE_CACHE", "cache"), ("XDG_CONFIG_HOME", "config"), ("XDG_STATE_HOME", "state")):
        os.environ[name] = str(folder / place)
    copied = folder / inbox.name
    shutil.copytree(inbox, copied)
    for path in copied.rglob("*"):
        stated = WHEN.match(path.name)
        when = dt.datetime(*(int(part) for part in stated.groups()), tzinfo=dt.UTC) if stated else OTHERS
        os.utime(path, (when.timestamp(), when.timestamp()))
    locations = Locations.at(copied)
    with Listener(locations) as worker:
        for progress in worker.progress():
            if progress.phase == "idle" and progress.extracted >= progress.stories > 0:
                break
    return locations


class Sitting:
    """The app, and a person's hands and eyes."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self.pilot = pilot

    @property
    def app(self) -> TriageApp:
        """The app."""
        assert isinstance(self.pilot.app, TriageApp)
        return self.pilot.app

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            await self.pilot.press(key)
            await self.pilot.pause()

    def seen(self) -> str:
        """The text on the screen."""
        widgets = [one for one in self.app.screen.query("*") if isinstance(one, (LineView, Bar)) and one.size.width]
        return "\n".join(one.render_line(y).text for one in widgets for y in range(one.size.height))

    async def until(self, true: Callable[[], bool], what: str) -> None:
        """Wait for something. Raises TimeoutError that says for what."""
        waited = 0.0
        while not true():
            if waited > PATIENCE:
                raise TimeoutError(f"never saw {what}; the screen shows\n{self.seen()}")
            await self.pilot.pause(0.05)
            waited += 0.05

    async def see(self, words: str) -> None:
        """Wait until the words are seen."""
        await self.until(lambda: words in " ".join(self.seen().split()), words)


@contextlib.asynccontextmanager
async def seated(locations: Locations, size: tuple[int, int], config: Path | None = None) -> AsyncIterator[Sitting]:
    """A person at the inbox, once its list is there."""
    session = Session(load(config), locations, "anna")
    try:
        async with TriageApp(session).run_test(size=size) as pilot:
            sitting = Sitting(pilot)
            await sitting.until(lambda: bool(session.index.count()) and "decided" in sitting.seen(), "the list")
            yield sitting
    finally:
        session.close()
