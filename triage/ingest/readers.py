"""The readers that are there, and which of them reads a file."""

from __future__ import annotations

import importlib
from functools import cache
from typing import TYPE_CHECKING, cast

from triage.errors import ReadError
from triage.ingest import formats
from triage.ingest.reader import HEAD, MOST_BYTES, Origin, Reader

if TYPE_CHECKING:
    from triage.model.story import Story

SHARED_VERSION = 3
"""Goes up when code that readers share (decoding, cleaning, the anatomy) makes another story of the same bytes."""


@cache
def readers() -> tuple[Reader, ...]:
    """Every module in `formats/`, the one that is asked first in front."""
    from pkgutil import iter_modules  # late: only the first read needs it

    names = sorted(module.name for module in iter_modules(formats.__path__))
    found = [cast("Reader", importlib.import_module(f"{formats.__name__}.{name}")) for name in names]
    return tuple(sorted(found, key=lambda reader: -reader.PRIORITY))


def signature() -> str:
    """What a story depends on beside its bytes: stories that were read under another signature are read again."""
    return ";".join((f"shared:{SHARED_VERSION}", *(f"{reader.NAME}:{reader.VERSION}" for reader in readers())))


def read(data: bytes, origin: Origin) -> tuple[Story, ...]:
    """The stories in `data`, by the first reader whose format it is; at least one.

    Raises ReadError for what is no story: empty, binary, too large, or of a format that its reader finds broken.
    """
    if len(data) > MOST_BYTES:
        raise too_large(origin.path, len(data))
    head = data[:HEAD]
    reader = next((reader for reader in readers() if reader.can_read(head)), None)
    stories = tuple(reader.read(data, origin)) if reader else ()
    if not stories:
        raise ReadError(
            f"{origin.path or 'Standard input'} holds no story.", title="No story", hint="Ask the sender for it again."
        )
    return stories


def too_large(path: str | None, size: int) -> ReadError:
    """The error for a file of `size` bytes, more than are ever read."""
    return ReadError(
        f"{path or 'Standard input'} has {size / 1024 / 1024:.0f} MB; a story has at most {MOST_BYTES // 1024 // 1024} MB.",
        title="File too large",
        hint="Take it out of the inbox, or split it into its stories.",
    )
