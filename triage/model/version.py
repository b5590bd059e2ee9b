"""What a version of a story is to those before it."""

from __future__ import annotations

from enum import StrEnum


class VersionKind(StrEnum):
    """What a source calls a version; in the order in which a story goes through them."""

    FLASH = "flash"
    URGENT = "urgent"
    STORY = "story"
    TAKE = "take"
    UPDATE = "update"
    WRAPUP = "wrapup"
    REPEAT = "repeat"
    CORRECTION = "correction"
    KILL = "kill"

    @property
    def rank(self) -> int:
        """Its place in that order: what tells versions apart that came at the same time."""
        return list(VersionKind).index(self)
