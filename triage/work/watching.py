"""What the file system tells about the inbox, in a thread that only collects it."""

from __future__ import annotations

import os
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

GATHER_MS, STEP_MS = 300, 50
"""Milliseconds in which changes are gathered before they are told, at most, and after the last of them."""

AGAIN = 10.0
"""Seconds until a watch that ended, because the folder went or could not be watched, is tried again."""

MANY = 5000
"""Changed paths from which on a look at the whole folder costs less."""

REMOTE = ("nfs", "cifs", "smb", "9p", "fuse", "afs", "ceph", "gluster", "vboxsf", "drvfs", "lustre", "virtiofs")
"""Beginnings of the names of file systems whose changes by other machines no event tells."""


class Watch:
    """Collects which paths below `inbox` have changed. Does nothing where the file system has no events."""

    def __init__(self, inbox: Path) -> None:
        self._inbox = inbox
        self._local = not _is_remote(os.path.realpath(inbox))
        self._changed: set[str] = set()
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._tried = -AGAIN

    @property
    def alive(self) -> bool:
        """Whether changes are told; else somebody has to look for them."""
        return self._thread is not None and self._thread.is_alive()

    def ensure(self) -> None:
        """Begin to watch, unless that goes on already, or is of no use."""
        now = time.monotonic()
        if not self._local or self.alive or now - self._tried < AGAIN:
            return
        self._tried = now
        self._thread = threading.Thread(target=self._watch, name="watch", daemon=True)
        self._thread.start()

    def taken(self) -> frozenset[str]:
        """The paths that have changed since the last call, relative to the inbox, as the system knows them."""
        with self._lock:
            changed, self._changed = frozenset(self._changed), set()
        return changed

    def close(self) -> None:
        """Stop watching."""
        self._stop.set()

    def _watch(self) -> None:
        from watchfiles import watch  # late: half a tenth of a second, after the first screenful has been read

        root = os.path.realpath(self._inbox)
        try:
            for changes in watch(
                root,
                watch_filter=None,
                debounce=GATHER_MS,
                step=STEP_MS,
                stop_event=self._stop,
                rust_timeout=1000,
                raise_interrupt=False,
                ignore_permission_denied=True,
            ):
                with self._lock:
                    self._changed |= {os.path.relpath(path, root) for _, path in changes}
        except (
            OSError,
            RuntimeError,
        ):  # the folder is gone, or the system has no more watches to give: we look ourselves
            return


def _is_remote(path: str) -> bool:
    """Whether the file system at `path` is one whose changes are not told. Only Linux says; others tell all."""
    try:
        with open("/proc/self/mountinfo", encoding="utf-8", errors="surrogateescape") as mounts:  # noqa: PTH123 - no folder's file
            lines = [line.split() for line in mounts]
    except OSError:
        return False
    kinds = {line[4]: line[line.index("-") + 1] for line in lines if "-" in line}
    while path not in kinds and path != "/":
        path = os.path.dirname(path)  # noqa: PTH120 - text in, text out
    return kinds.get(path, "").startswith(REMOTE)
