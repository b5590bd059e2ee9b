"""What tests in several rooms share: a desk of its own for each test, with real files and a cache of its own."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.bench import processes
from triage.locations import Locations

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STORIES = {
    "harbor.txt": "Port reopens after storm\n\nOSTBY (Sample Wire) - The port of Ostby reopened on Tuesday, the harbor "
    "master said.\n\n“We lost two cranes,” he said.\n",
    "missile.txt": "Norway orders NASAMS batteries for NATO\n\nOSLO (Sample Wire) - Norway ordered NASAMS air defense "
    "systems worth $1.2 billion on Monday, Defense Minister Kari Holm said after a NATO meeting.\n",
    "markup.txt": "[/x] [@click=app.quit]markup[/] in a headline\n\nPARIS (Sample Wire) - A story about brackets.\n",
    "escape.txt": "A headline with \x1b]52;c;ZXZpbA==\x07 an escape\n\nROME (Sample Wire) - The text has \x1b[31mred\x1b[0m.\n",
    "sport.txt": "Late goal sends Ostby through\n\nOSTBY (Sample Wire) - Ostby won 2-1 on Sunday.\n",
}
"""File names and texts, written for these tests; `escape.txt` would write to a clipboard if it could."""

NOON = dt.datetime.now().replace(hour=12, minute=0, second=0, microsecond=0).timestamp() - 86_400.0
"""Yesterday's: all stories above are of one day, at whatever hour the tests run."""


@dataclass(frozen=True)
class Desk:
    """An inbox with the stories above, the first the newest, and where its store and its index are."""

    locations: Locations
    noon: float = NOON

    @property
    def inbox(self) -> Path:
        return self.locations.inbox

    @property
    def store(self) -> Path:
        return self.locations.store

    def add(self, name: str, text: str | bytes, *, age: float = 60.0) -> Path:
        """Put a file into the inbox that was last written `age` seconds before the desk's noon."""
        path = self.inbox / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        then = NOON - age
        os.utime(path, (then, then))
        return path


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk in a folder of its own, on a terminal that has colours, whichever the tests run on; nobody works on it any more
    when the test is over."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("TRIAGE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    made = Desk(Locations.at(inbox))
    for age, (name, text) in enumerate(STORIES.items(), start=1):
        made.add(name, text, age=age * 60.0)
    yield made
    if made.locations.worker_lock.exists():
        processes.end_all_of(tmp_path)  # it would go on for seconds, beside the next test
