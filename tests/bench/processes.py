"""Other processes' families and memory, from /proc where there is one, else from `ps`."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from pathlib import Path

PROC = Path("/proc/self/stat").exists()


def children(parent: int) -> list[int]:
    """The processes that `parent` started and that still run."""
    listed = subprocess.run(["ps", "-axo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    pairs = (line.split() for line in listed.splitlines())
    return [int(pid) for pid, of in pairs if int(of) == parent]


def end_all_of(folder: Path) -> None:
    """End the processes that were given something in `folder` to work on, wherever they stand."""
    listed = subprocess.run(["ps", "-axo", "pid=,command="], capture_output=True, text=True, check=True).stdout
    for line in listed.splitlines():
        pid, _, command = line.strip().partition(" ")
        if f"{folder}/" in command:
            with contextlib.suppress(ProcessLookupError):
                os.kill(int(pid), signal.SIGKILL)


def peak_bytes(pid: int) -> int:
    """The most memory that the process has held resident; without /proc, what it holds now. 0 when it has gone."""
    if PROC:
        with contextlib.suppress(OSError):
            for line in Path(f"/proc/{pid}/status").read_text().splitlines():
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) * 1024
        return 0
    told = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return int(told.strip() or 0) * 1024


def end(pid: int, limit: float = 5.0) -> None:
    """End a process that is not our child, and wait until it has gone."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, sign)
        until = time.monotonic() + limit
        while time.monotonic() < until:
            if not _runs(pid):
                return
            time.sleep(0.01)  # not always a child of ours, so there is nothing to wait on


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    if PROC:  # a zombie, whose parent has not asked for it yet, has ended
        with contextlib.suppress(OSError):
            return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
        return False
    return True
