"""Where a story stands for the reader."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """Where a story stands for the reader. Decided means done or spiked."""

    NEW = "new"
    READ = "read"
    LATER = "later"
    DONE = "done"
    SPIKED = "spiked"

    @property
    def decided(self) -> bool:
        """Whether the reader is through with the story."""
        return self in (State.DONE, State.SPIKED)
