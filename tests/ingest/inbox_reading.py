"""A folder of wire files for the tests of the inbox, and what is found in it."""

from collections.abc import Callable
from pathlib import Path

from triage.ingest.inbox import read_file, scan
from triage.model.found import Found

STORY = b"Ministers agree\n\nROME (AFP) - They agreed on everything at once.\n"

Put = Callable[[str], Path]


def paths(inbox: Path) -> list[str]:
    return sorted(seen.path for seen in scan(inbox))


def only(inbox: Path) -> Found:
    (seen,) = scan(inbox)
    return read_file(inbox, seen)
