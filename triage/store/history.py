"""What the journal tells of a shift: when stories were decided."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from triage.model.decision import KEEPER
from triage.store.files import StoreFiles
from triage.store.journal import Journal

if TYPE_CHECKING:
    from pathlib import Path

    from triage.model.identity import StoryId

_STATES = b'"state":['
"""In every line that changes a story's state."""


def decided_since(path: Path, since: float) -> dict[StoryId, float]:
    """The stories that people have decided since then and not undecided again, each with the time of its decision, in
    seconds since the epoch. Reads no more of the journal than it must. Raises StoreError."""
    journal = Journal(StoreFiles.at(path))
    decided: dict[StoryId, float] = {}
    settled: set[StoryId] = set()
    for line in journal.older(journal.last() + 1, _STATES):
        at = _seconds(line.act.at) if line.act else None
        if at is None or line.act is None:
            continue
        if at < since:
            break
        for change in line.act.changes:
            if change.state is None or change.story in settled:
                continue
            settled.add(change.story)  # newer lines come first: this is how the story stands
            if change.state[1].decided and line.act.by != KEEPER:
                decided[change.story] = at
    return decided


def _seconds(at: str) -> float | None:
    """The time of a line, which another program may have written in its own way."""
    try:
        time = dt.datetime.fromisoformat(at)
    except ValueError:
        return None
    return (time if time.tzinfo else time.replace(tzinfo=dt.UTC)).timestamp()
