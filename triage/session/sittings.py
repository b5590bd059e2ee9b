"""When each person last sat at a desk: a small file of theirs, for the view of what has come since."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from triage.session.remembered import recall, remember

if TYPE_CHECKING:
    from pathlib import Path


def last_ended(path: Path, user: str) -> float | None:
    """When the user's last sitting ended, in seconds since the epoch; None when nothing is known of one."""
    ended = recall(path).get(user)
    try:
        return float(ended) if isinstance(ended, int | float) and not isinstance(ended, bool) else None
    except OverflowError:
        return None


def end(path: Path, user: str) -> None:
    """Note that the user's sitting ends now; where that cannot be, the next view holds more."""
    remember(path, {user: round(time.time(), 3)})
