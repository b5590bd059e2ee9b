"""What reading one file comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from triage.model.entry import Trouble
    from triage.model.identity import StoryId
    from triage.model.story import Story


@dataclass(frozen=True, slots=True)
class Found:
    """What reading one file came to: its stories, and why there are none, or not all of them.

    `began` are the stories that the file would have held, had it ended where it did when it was last read. `path` is relative to the inbox; `size` in bytes and `modified` in nanoseconds tell whether it has changed since.
    """

    path: str
    size: int
    modified: int
    stories: tuple[Story, ...] = ()
    error: Trouble | None = None
    began: tuple[StoryId, ...] = ()
