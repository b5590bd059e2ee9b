"""The time, as documents and journal write it."""

from __future__ import annotations

import time


def now() -> str:
    """The time in UTC as ISO 8601 with milliseconds."""
    seconds = time.time()
    return f"{time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime(seconds))}.{int(seconds % 1 * 1000):03d}Z"
