"""What the file system tells about the inbox, in a thread that only collects it."""

from __future__ import annotations

import os
import re
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

GATHER_MS, STEP_MS = 300, 50
"""Milliseconds in which changes are gathered before they are told, at most, and after the last of them."""

FIRST_MS = 1000
"""Milliseconds after which the system says that it is listening, where nothing has changed."""

AGAIN = 10.0
"""Seconds until a watch that ended, because the folder went or could not be watched, is tried again."""

DOUBT = 2.0
"""Seconds in which the system must have told of what a look has found changed; it takes a third of one. Else it tells nothing here."""

MANY = 5000
"""Changed paths from which on a look at the whole folder costs less."""

MOUNTS = "/proc/self/mountinfo"
"""The table of file systems and where they are."""

_ESCAPED = re.compile(r"\\([0-7]{3})")

REMOTE = ("nfs", "cifs", "smb", "9p", "fuse", "afs", "ceph", "gluster", "vboxsf", "drvfs", "lustre", "virtiofs")
"""Beginnings of the names of file systems whose changes by other machines no event tells."""


class Watch:
    """Collects which paths below `inbox` have changed. Does nothing where the file system, by the table `mounts` or by what it
    has not told, has no events."""

    def __init__(self, inbox: Path, mounts: str = MOUNTS) -> None:
        self._inbox = inbox
        self._untold: dict[str, float] = {}
        self._local = not _is_remote(os.path.realpath(inbox), mounts)
        self._changed: set[str] = set()
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._listening = False
        self._tried = -AGAIN

    @property
    def alive(self) -> bool:
        """Whether changes are told; else somebody has to look for them."""
        return self._listening and self._running

    def ensure(self) -> None:
        """Begin to watch, unless that goes on already, or is of no use."""
        now = time.monotonic()
        if not self._local or self._running or now - self._tried < AGAIN or not self._inbox.is_dir():
            return  # of a folder that is not there the library would tell nothing, and not say so
        self._tried, self._listening = now, False
        self._thread = threading.Thread(target=self._watch, args=(self._stop,), name="watch", daemon=True)
        self._thread.start()

    @property
    def _running(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def taken(self) -> frozenset[str]:
        """The paths that have changed since the last call, relative to the inbox, as the system knows them."""
        with self._lock:
            changed, self._changed = frozenset(self._changed), set()
        if self._untold:
            self._doubt(changed)
        return changed

    def missed(self, paths: Iterable[str]) -> None:
        """A look has found these changed while the system was listened to. Unless it tells of them, or of a folder around them, in a
        moment, it never will: shares that are in no table, or more folders than it has watches for."""
        self._untold |= dict.fromkeys(paths, time.monotonic())

    def _doubt(self, changed: frozenset[str]) -> None:
        self._untold = {path: since for path, since in self._untold.items() if not _is_told(path, changed)}
        if self._untold and time.monotonic() - min(self._untold.values()) > DOUBT:
            self._local, self._untold = False, {}
            self.close()

    def renew(self) -> None:
        """Begin anew: a watch does not see into folders that it could not open when it began."""
        self._stop.set()
        self._stop, self._thread, self._tried = threading.Event(), None, -AGAIN
        self.ensure()

    def close(self) -> None:
        """Stop watching."""
        self._stop.set()

    def _watch(self, stop: threading.Event) -> None:
        from watchfiles import watch  # late: half a tenth of a second, after the first screenful has been read

        root = os.path.realpath(self._inbox)
        try:
            for changes in watch(
                root,
                watch_filter=None,
                debounce=GATHER_MS,
                step=STEP_MS,
                stop_event=stop,
                rust_timeout=FIRST_MS,
                yield_on_timeout=True,
                raise_interrupt=False,
                ignore_permission_denied=True,
            ):
                paths = {os.path.relpath(path, root) for _, path in changes}
                self._listening = "." not in paths
                with self._lock:
                    self._changed |= paths
                if not self._listening:  # the folder itself went: nothing is told of another of its name
                    return
        except (OSError, RuntimeError):
            pass  # the folder is gone, a name cannot be told, or the system has no more watches to give
        finally:
            self._listening = False
            with self._lock:
                self._changed.add(".")  # a look at the whole folder finds what was not told


def _is_told(path: str, changed: frozenset[str]) -> bool:
    """Whether a path, or a folder that it is in, is among those that have changed."""
    return "." in changed or path in changed or any(path.startswith(f"{one}/") for one in changed)


def _is_remote(path: str, table: str) -> bool:
    """Whether the file system at `path`, or one below it, is one whose changes are not told. Only Linux says; others tell all."""
    try:
        with open(table, encoding="utf-8", errors="surrogateescape") as mounts:  # noqa: PTH123 - no folder's file
            lines = [line.split() for line in mounts]
    except OSError:
        return False
    kinds = {_ESCAPED.sub(_unescaped, line[4]): line[line.index("-") + 1] for line in lines if "-" in line}
    below = [kind for at, kind in kinds.items() if at.startswith(f"{path.rstrip('/')}/")]
    while path not in kinds and path != "/":
        path = os.path.dirname(path)  # noqa: PTH120 - text in, text out
    return any(kind.startswith(REMOTE) for kind in (kinds.get(path, ""), *below))


def _unescaped(octal: re.Match[str]) -> str:
    """A space, a tab or a backslash in the name of a folder, which the table writes as a number."""
    return chr(int(octal[1], 8))
