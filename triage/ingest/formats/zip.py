"""Zip archives: the stories of all files inside, whatever their formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.errors import ReadError
    from triage.ingest.reader import Origin
    from triage.model.story import Story

NAME = "zip"
VERSION = 1
PRIORITY = 89
MANY = True


def can_read(head: bytes) -> bool:
    """Whether it begins as a zip archive does."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read(data: bytes, origin: Origin) -> Iterator[Story | ReadError]:
    """The stories inside, each in the format that it is in. Raises ReadError for what is broken or unpacks to too much."""
    from triage.ingest.unpacking import read_packed

    yield from read_packed(data, origin)
