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
        """Its place in that order."""
        return list(VersionKind).index(self)


TURNS = 100
"""How far the numbers go by which a source counts updates, and more kinds than there are."""


def turn(kind: VersionKind, counted: VersionKind, number: int) -> int:
    """The place among versions that came at the same time: of a correction of the second update, before the third.

    `counted` is the kind that `number` is one of; a kill comes last, whatever it takes back.
    """
    among = counted if number and kind is not VersionKind.KILL else kind
    return (among.rank * TURNS + min(number, TURNS - 1)) * TURNS + kind.rank


def counted_in(turn: int) -> tuple[int, int]:
    """The rank of the kind that a turn is counted in, and its number, 0 where it is not counted."""
    among, number = divmod(turn // TURNS, TURNS)
    return among, number
