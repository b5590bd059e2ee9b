"""Reading one file, in whichever process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from triage.index.entering import when
from triage.ingest.chain_traces import Trace, trace
from triage.ingest.inbox import Seen, read_file

if TYPE_CHECKING:
    from pathlib import Path

    from triage.model.found import Found

Wanted = tuple[Seen, int]
"""A file, and of how many of its first bytes it is to be told what story they were."""


@dataclass(frozen=True, slots=True)
class Read:
    """A file that has been read, and its stories as they are compared with others."""

    found: Found
    traces: tuple[Trace, ...]


def read(inbox: Path, wanted: Wanted, *, follow_links: bool) -> Read:
    """What a file holds. Never raises for a bad one."""
    seen, before = wanted
    found = read_file(inbox, seen, before, follow=follow_links)
    return Read(found, tuple(trace(story, when(story, found)) for story in found.stories))
