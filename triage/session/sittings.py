"""When each person last sat at a desk: a small file of theirs, for the view of what has come since."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def last_ended(path: Path, user: str) -> float | None:
    """When the user's last sitting ended, in seconds since the epoch; None when nothing is known of one."""
    ended = _read(path).get(user)
    try:
        return float(ended) if isinstance(ended, int | float) and not isinstance(ended, bool) else None
    except OverflowError:
        return None


def end(path: Path, user: str) -> None:
    """Note that the user's sitting ends now. Where nothing can be written nothing is: the next view holds more then."""
    noted = _read(path) | {user: round(time.time(), 3)}
    making = path.with_name(f"{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        making.write_text(json.dumps(noted), encoding="utf-8")
        making.replace(path)
    except OSError:
        return


def _read(path: Path) -> dict[str, object]:
    try:
        noted = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return noted if isinstance(noted, dict) else {}
