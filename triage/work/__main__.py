"""`python -m triage.work INBOX STORE [--config FILE] [--pipeline NAME]`: the second process of the program.

It ends at once when another worker has the desk's lock, and by itself soon after the last session has gone.
"""

from __future__ import annotations

import argparse
import dataclasses
import fcntl
import os
import sys
from pathlib import Path

from triage.errors import TriageError
from triage.index import Index
from triage.locations import Locations
from triage.settings import load
from triage.work.desk import Desk
from triage.work.server import Server


def main() -> int:
    """Work on one desk until nobody is interested; 0 when done or when somebody else does, 3 when it cannot be done."""
    parser = argparse.ArgumentParser(prog="triage.work")
    parser.add_argument("inbox", type=Path)
    parser.add_argument("store", type=Path)
    parser.add_argument("--config", type=Path)
    parser.add_argument("--pipeline")
    given = parser.parse_args()
    os.nice(5)  # the screen answers first
    # One core is the screen's; and matrices of a few stories are so soon multiplied that more threads mostly wait.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        _work(given)
    except TriageError as error:
        print(error, file=sys.stderr)  # noqa: T201 - standard error is the worker's log, which the session reads
        return 3
    return 0


def _work(given: argparse.Namespace) -> None:
    settings = load(given.config)
    if given.pipeline:
        settings = dataclasses.replace(settings, pipeline=given.pipeline)
    locations = Locations.at(given.inbox, given.store, settings.pipeline)
    locations.cache.mkdir(parents=True, exist_ok=True, mode=0o700)
    with locations.worker_lock.open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        index = Index.open(locations.index, write=True)
        server = Server(locations.worker_socket)
        try:
            Desk(locations, settings, index, server).work()
        finally:
            server.close()
            index.close()


if __name__ == "__main__":
    sys.exit(main())
