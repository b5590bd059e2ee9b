"""The orders that a list can be in."""

from __future__ import annotations

from enum import StrEnum


class Order(StrEnum):
    """The order of a list. All but the first and OLDEST have the newest first among equals."""

    TIME = "time"
    OLDEST = "oldest"
    PRIORITY = "priority"
    SOURCE = "source"
    TAGS = "tags"
    MATCH = "match"
